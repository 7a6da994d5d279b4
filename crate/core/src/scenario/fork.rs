//! Another scenario made of one: what is given replaces what was, what no longer exists is dropped.

use crate::{
    link::{
        error::{Code, Key, LinkError},
        faults::Faults,
    },
    protocol::{Inputs, Protocol, Spec},
    scenario::{Draft, Own, OwnTexts, RawLie, Scenario, Strategy, default_opinions},
    word::{
        Generals, Order, Word,
        limits::{GENERALS_MAX, LINK_CHARACTERS_MAX},
    },
};

/// What a fork changes; `None` keeps what was. Numbers are as given, and checked.
///
/// ```
/// use generals::{Changes, link::{LinkSize, parse}};
///
/// let run = parse("v=1&p=om&n=4&t=3", LinkSize::Any).unwrap().scenario;
/// assert_eq!(run.fork(&Changes::default()), Ok(run.clone()));
/// let error = run.fork(&Changes { traitors: Some(vec![9]), ..Changes::default() }).unwrap_err();
/// assert_eq!(error.key.as_deref(), Some("t"), "there is no general 9");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Another protocol.
    pub protocol: Option<Protocol>,
    /// Another number of generals.
    pub n: Option<u64>,
    /// Another number of traitors to survive.
    pub m: Option<u64>,
    /// Another order for the commander.
    pub order: Option<Order>,
    /// Other opinions, general 1 first.
    pub opinions: Option<Vec<Order>>,
    /// Other traitors, by number.
    pub traitors: Option<Vec<u64>>,
    /// Another strategy.
    pub strategy: Option<Strategy>,
    /// Another seed.
    pub seed: Option<u64>,
    /// Other generals whose keys are stolen, by number.
    pub stolen: Option<Vec<u64>>,
    /// Other single lies.
    pub lies: Option<Vec<RawLie>>,
    /// Other values for keys that only some protocols know (`w`, `by`, `lost`), as a link writes them.
    pub own: OwnTexts,
}

impl Scenario {
    /// The scenario with some things changed.
    ///
    /// Lies of generals who are loyal now are dropped. With another n, m or protocol, m is lowered to n−2 and
    /// traitors and lies that no longer exist are dropped, and so is an order or an opinion that the new protocol lacks;
    /// only what is given is refused.
    ///
    /// # Errors
    /// The first fault of a given value, by the key that a link would name; `too-long` where no link could hold it.
    ///
    /// ```
    /// use generals::{Changes, link::{LinkSize, parse}};
    ///
    /// let run = parse("v=1&p=om&n=4&t=3", LinkSize::Any).unwrap().scenario;
    /// let more = run.fork(&Changes { n: Some(7), m: Some(2), ..Changes::default() }).unwrap();
    /// assert_eq!(more.link(), "v=1&p=om&n=7&m=2&t=3");
    /// ```
    pub fn fork(&self, changes: &Changes) -> Result<Self, LinkError> {
        let (scenario, faults) = self.draft_with(changes).check();
        if let Some(fault) = faults.first() {
            return Err(fault);
        }
        // What cannot be linked to cannot be shared, nor survive a reload.
        if scenario.link().len() > LINK_CHARACTERS_MAX {
            return Err(LinkError {
                code: Code::TooLong,
                key: None,
                read: None,
                allowed: None,
            });
        }
        Ok(scenario)
    }

    fn draft_with(&self, changes: &Changes) -> Draft {
        let protocol = changes.protocol.unwrap_or(self.protocol);
        let (was, spec) = (self.spec(), protocol.spec());
        // What was no choice is not kept.
        let had_choice = was.generals.min < was.generals.max;
        let n = changes.n.unwrap_or(match had_choice {
            true => spec.generals.nearest(self.n as u64),
            false if self.protocol == protocol => self.n as u64,
            false => spec.generals.default,
        });
        // A given n that is refused must not cost the traitors: the fault is reported for n alone.
        let relays = (spec.relays)(spec.generals.nearest(n));
        let m = changes
            .m
            .unwrap_or(match had_choice || self.protocol == protocol {
                true => relays.nearest(self.m as u64),
                false => relays.default,
            });
        let traitors = changes.traitors.clone().unwrap_or_else(|| {
            let mut kept = numbers(self.traitors());
            kept.retain(|number| *number <= n && spec.has_traitors);
            kept
        });
        let stolen = changes.stolen.clone().unwrap_or_else(|| {
            let mut kept = numbers(self.stolen());
            kept.retain(|number| *number <= n && !traitors.contains(number));
            kept
        });
        let mut own = changes.own.clone();
        if self.protocol == protocol {
            let variant = match changes.own.get(Key::By) {
                Some(_) => spec.variant_asked(&changes.own),
                None => self.own.variant(),
            };
            let kept = self.own.texts(
                self.protocol,
                self.m,
                (n.min(GENERALS_MAX) as usize, m as usize),
                variant,
            );
            for (key, text) in kept
                .iter()
                .filter(|(key, _)| changes.own.get(*key).is_none())
            {
                own.set(key, text.to_owned());
            }
        }
        own.drop_empty();
        let spec = protocol.spec_given(&own);
        let keeps_inputs = (spec.inputs == Inputs::Everyone) == (was.inputs == Inputs::Everyone);
        let lies = changes.lies.clone().unwrap_or_else(|| {
            // What is wrong is said when all is checked.
            let size = (
                spec.generals.nearest(n) as usize,
                relays.nearest(m) as usize,
            );
            let own = protocol.own(&own, size, &mut Faults::default());
            self.lies_that_exist((protocol, spec), size, &own, &traitors)
        });
        Draft {
            protocol,
            n: Some(n),
            m: Some(m),
            order: changes
                .order
                .or_else(|| self.given_order().filter(|_| keeps_inputs)),
            opinions: changes
                .opinions
                .clone()
                .or_else(|| self.kept_opinions(n).filter(|_| keeps_inputs)),
            stolen,
            traitors,
            strategy: changes.strategy.unwrap_or(self.adversary.strategy),
            seed: changes.seed.unwrap_or(self.seed),
            lies,
            own,
        }
    }

    /// The commander's order, where somebody commands.
    pub(crate) fn given_order(&self) -> Option<Order> {
        (self.spec().inputs != Inputs::Everyone).then_some(self.order)
    }

    /// The lies whose slots another army has, of those who are traitors there.
    fn lies_that_exist(
        &self,
        (protocol, spec): (Protocol, &Spec),
        size: (usize, usize),
        own: &Own,
        traitors: &[u64],
    ) -> Vec<RawLie> {
        let mut kept = Vec::new();
        for (slot, words) in self.lies() {
            let words: Vec<Word> = match spec.says_both {
                true => words.iter().collect(),
                false => vec![words.only()],
            };
            let lies = words.into_iter().map(|word| RawLie::of(slot, word));
            kept.extend(lies.filter(|lie| {
                let there = lie.slot(protocol, size, own);
                let is_traitors = |from: u64| traitors.contains(&from);
                lie.is_word(spec)
                    && there.is_some_and(|slot| {
                        lie.stands_in(protocol, own, &slot)
                            && is_traitors(u64::from(slot.from.number()))
                    })
            }));
        }
        kept
    }

    /// Everybody's opinion, where everybody has one; those of generals who are new follow the default.
    fn kept_opinions(&self, n: u64) -> Option<Vec<Order>> {
        if self.spec().inputs != Inputs::Everyone {
            return None;
        }
        let n = n.min(GENERALS_MAX) as usize;
        let kept = self.opinions.and(self.generals());
        let new = default_opinions(n).and_not(self.generals());
        let attack = kept.or(new);
        let opinion = |general| Order::from_bit(attack.contains(general));
        Some(Generals::all(n).iter().map(opinion).collect())
    }
}

fn numbers(generals: Generals) -> Vec<u64> {
    generals
        .iter()
        .map(|general| u64::from(general.number()))
        .collect()
}
