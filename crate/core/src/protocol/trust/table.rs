//! Which rule survives which cheat, and on whom each party rests: everything that one cheat could say, tried.

use crate::{
    protocol::trust::{
        harm::Harms,
        rule::{Place, Rule, Said, Settled, settle},
    },
    word::{General, Generals, Order},
};

/// What one cheat can do under a rule.
///
/// ```
/// use generals::{General, trust::{Rule, table}};
///
/// let cells = table();
/// let service = General::new(3);
/// let cheated = cells.rows.iter().find(|row| row.rule == Rule::Service && row.traitor == service).unwrap();
/// assert!(cheated.agreement.is_some(), "the payment service tells shop and customer different things");
/// assert!(cells.rows.iter().filter(|row| row.rule == Rule::Signed).all(|row| row.agreement.is_none()));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// The rule.
    pub rule: Rule,
    /// Who cheats; `None` if nobody does.
    pub traitor: Option<General>,
    /// A run in which agreement is broken, if there is one: the first with the fewest lies.
    pub agreement: Option<Broken>,
    /// The same of consent.
    pub consent: Option<Broken>,
    /// The same of delivery.
    pub delivery: Option<Broken>,
}

/// A run that breaks a condition.
///
/// ```
/// use generals::{Order, trust::table};
///
/// let broken = table().rows.iter().find_map(|row| row.delivery).unwrap();
/// let [claim, authorisation, ..] = broken.said;
/// assert_eq!((claim, broken.lies), (Some(Order::Attack), 1));
/// assert_ne!(authorisation, claim, "she tells the shop what she does not tell the payment service");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Broken {
    /// Whether the customer means to pay.
    pub intent: Order,
    /// All that is said.
    pub said: Said,
    /// How many words of the cheat differ from the honest ones.
    pub lies: usize,
}

/// The whole table, and how many runs were tried for it.
///
/// ```
/// let table = generals::trust::table();
/// assert_eq!((table.rows.len(), table.tried), (20, 460), "five rules; nobody or one of three cheats");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// By rule, then nobody, customer, shop, payment service.
    pub rows: Vec<Row>,
    /// Runs that were tried: all there are.
    pub tried: u64,
}

/// On whom a party rests under a rule.
///
/// ```
/// use generals::trust::{Rule, rests};
///
/// let mut signed = rests().into_iter().filter(|rest| rest.rule == Rule::Signed);
/// assert!(signed.all(|rest| rest.on.is_empty()), "no single cheat harms anybody");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rest {
    /// The rule.
    pub rule: Rule,
    /// The party.
    pub party: General,
    /// Those who, cheating alone, can bring it to harm.
    pub on: Generals,
}

/// Tries every rule with every set of at most one cheat.
#[must_use]
pub fn table() -> Table {
    let mut tried = 0;
    let mut rows = Vec::new();
    for (_, rule) in Rule::NAMES {
        for traitor in cheats() {
            let mut row = Row {
                rule,
                traitor,
                agreement: None,
                consent: None,
                delivery: None,
            };
            for_each_run(rule, traitor, |run| {
                tried += 1;
                keep_smaller(&mut row.agreement, run, run.harms.agreement);
                keep_smaller(&mut row.consent, run, run.harms.consent != Some(false));
                keep_smaller(&mut row.delivery, run, run.harms.delivery != Some(false));
            });
            rows.push(row);
        }
    }
    Table { rows, tried }
}

/// On whom each party rests, by rule, then party.
///
/// ```
/// use generals::trust::{Rule, rests};
///
/// let numbers = |rule| rests().into_iter().filter(move |rest| rest.rule == rule).map(|rest| {
///     rest.on.iter().map(|party| party.number()).collect::<Vec<_>>()
/// }).collect::<Vec<_>>();
/// assert_eq!(numbers(Rule::Service), [vec![3], vec![3], vec![]], "customer and shop on the payment service");
/// ```
#[must_use]
pub fn rests() -> Vec<Rest> {
    let parties = || Generals::all(3).iter();
    let on = |rule, party: General| {
        parties()
            .filter(|cheat| *cheat != party)
            .filter(|cheat| {
                let mut is_hurt = false;
                for_each_run(rule, Some(*cheat), |run| {
                    is_hurt |= run.harms.hurt(run.settled.paid(), run.traitors, party);
                });
                is_hurt
            })
            .collect()
    };
    let rules = Rule::NAMES.into_iter();
    rules
        .flat_map(|(_, rule)| {
            parties().map(move |party| Rest {
                rule,
                party,
                on: on(rule, party),
            })
        })
        .collect()
}

/// A run of one cheat, as it was tried.
struct Tried {
    settled: Settled,
    harms: Harms,
    traitors: Generals,
    intent: Order,
    lies: usize,
}

fn cheats() -> impl Iterator<Item = Option<General>> {
    [None].into_iter().chain(Generals::all(3).iter().map(Some))
}

/// Both intentions, and in each of the cheat's places paid, unpaid and silence.
fn for_each_run(rule: Rule, traitor: Option<General>, mut then: impl FnMut(&Tried)) {
    let traitors = traitor.into_iter().collect::<Generals>();
    let places = Place::ALL
        .iter()
        .filter(|place| traitors.contains(place.from()))
        .count();
    for (_, intent) in Order::NAMES {
        for mut choice in 0..3_usize.pow(places as u32) {
            let mut lies = 0;
            let settled = settle(rule, intent, traitors, |place, honest| {
                if !traitors.contains(place.from()) {
                    return honest;
                }
                let word = WORDS[choice % WORDS.len()];
                choice /= WORDS.len();
                lies += usize::from(word != honest);
                word
            });
            let harms = Harms::of(settled.paid(), intent, traitors);
            then(&Tried {
                settled,
                harms,
                traitors,
                intent,
                lies,
            });
        }
    }
}

const WORDS: [Option<Order>; 3] = [Some(Order::Attack), Some(Order::Retreat), None];

fn keep_smaller(found: &mut Option<Broken>, run: &Tried, holds: bool) {
    if !holds && found.is_none_or(|best| run.lies < best.lies) {
        *found = Some(Broken {
            intent: run.intent,
            said: run.settled.said,
            lies: run.lies,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// For each rule what is broken if nobody, the customer, the shop, the payment service cheats.
    fn broken(rule: Rule) -> Vec<String> {
        let rows = table().rows.into_iter().filter(|row| row.rule == rule);
        let letters = |row: Row| {
            [
                (row.agreement, 'a'),
                (row.consent, 'c'),
                (row.delivery, 'd'),
            ]
            .into_iter()
            .filter(|(found, _)| found.is_some())
            .map(|(_, letter)| letter)
            .collect()
        };
        rows.map(letters).collect()
    }

    #[test]
    fn each_rule_fails_where_a_party_rests_on_the_cheat() {
        assert_eq!(
            broken(Rule::Shop),
            ["", "", "ac", ""],
            "the shop has her charged who never paid"
        );
        assert_eq!(
            broken(Rule::Customer),
            ["", "ad", "", ""],
            "the shop ships, nothing is paid"
        );
        assert_eq!(
            broken(Rule::Service),
            ["", "", "", "a"],
            "one is told paid, the other unpaid"
        );
        assert_eq!(
            broken(Rule::Majority),
            ["", "a", "a", ""],
            "each can veto the other"
        );
        assert_eq!(broken(Rule::Signed), ["", "", "", ""]);
    }

    #[test]
    fn every_run_is_tried() {
        // Nobody: 2. The customer has three places, the shop two, the payment service two.
        assert_eq!(table().tried, 5 * 2 * (1 + 27 + 9 + 9));
    }

    #[test]
    fn who_is_hurt_rests_on_the_cheat() {
        let on = |rule| -> Vec<Vec<u8>> {
            let of_rule = rests().into_iter().filter(|rest| rest.rule == rule);
            of_rule
                .map(|rest| rest.on.iter().map(General::number).collect())
                .collect()
        };
        assert_eq!(on(Rule::Shop), [vec![2], vec![], vec![2]]);
        assert_eq!(on(Rule::Customer), [vec![], vec![1], vec![1]]);
        assert_eq!(on(Rule::Service), [vec![3], vec![3], vec![]]);
        assert_eq!(on(Rule::Majority), [vec![2], vec![1], vec![1, 2]]);
        assert_eq!(on(Rule::Signed), [vec![], vec![], vec![]] as [Vec<u8>; 3]);
    }

    #[test]
    fn what_breaks_is_shown_with_one_lie() {
        let rows = table().rows;
        let lies = rows
            .iter()
            .flat_map(|row| [row.agreement, row.consent, row.delivery])
            .flatten();
        assert!(lies.map(|broken| broken.lies).all(|count| count == 1));
    }
}
