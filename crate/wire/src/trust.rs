//! Who trusts whom, what that is worth, and what each rule of decision survives.

use generals::{
    Condition, General, Generals, Scenario,
    trust::{self, TrustGraph as Graph},
};
use serde::Serialize;

use crate::names::{Id, Rule, ids};

/// What a trust graph is worth, when the traitors of the link cheat.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct TrustGraph {
    /// Every two parties, and whom both trust; everybody trusts himself.
    #[cfg_attr(test, ts(inline))]
    pub pairs: Vec<CommonFriends>,
    /// Whether every two have a common friend: condition B3.
    pub consistent: bool,
    /// Honest, and nobody they trust cheats.
    pub wise: Vec<Id>,
    /// Honest, but somebody they trust cheats.
    pub naive: Vec<Id>,
    /// Honest parties from whom only honest ones can be reached along trust: those who are promised anything.
    pub guild: Vec<Id>,
}

/// Two parties and whom both trust.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct CommonFriends {
    /// The two, the smaller first.
    pub of: [Id; 2],
    /// Whom both trust; one of the two may be among them.
    pub common: Vec<Id>,
}

/// Every rule against every set of at most one cheat: every message he could send and both intentions were tried.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct TrustTable {
    /// How it is known.
    #[cfg_attr(test, ts(type = "\"exhausted\""))]
    pub kind: &'static str,
    /// How many runs were tried.
    pub tried: u64,
    /// By rule, then nobody, customer, shop, payment service.
    pub rows: Vec<TrustRow>,
}

/// A rule against a cheat. Each condition `holds` in all runs, or here is the link of one that breaks it with the fewest lies.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct TrustRow {
    /// The rule.
    pub by: Rule,
    /// Who cheats: nobody or one.
    pub traitors: Vec<Id>,
    /// All honest parties decide alike.
    pub agreement: String,
    /// Nobody is charged against her will.
    pub consent: String,
    /// Nobody ships what was not paid.
    pub delivery: String,
}

/// On whom a party rests under a rule.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct TrustRest {
    /// The rule.
    pub by: Rule,
    /// The party.
    pub party: Id,
    /// Those who, cheating alone, can bring it to harm: found by trying everything.
    pub on: Vec<Id>,
    /// Whether it trusts them all.
    pub trusted: bool,
}

/// The directed pairs of a graph, in order.
pub(crate) fn pairs(graph: &Graph) -> Vec<[Id; 2]> {
    let numbers = |(who, whom): (General, General)| [who.number(), whom.number()];
    graph.pairs().map(numbers).collect()
}

impl TrustGraph {
    /// Of this graph, when just these cheat.
    #[must_use]
    pub fn of(graph: &Graph, traitors: Generals) -> Self {
        let standing = graph.standing(traitors);
        let friends = graph.common_friends().into_iter();
        Self {
            pairs: friends
                .map(|pair| CommonFriends {
                    of: pair.of.map(General::number),
                    common: ids(pair.common),
                })
                .collect(),
            consistent: graph.is_consistent(),
            wise: ids(standing.wise),
            naive: ids(standing.naive),
            guild: ids(standing.guild),
        }
    }
}

impl TrustTable {
    /// With the trust and the seed of this scenario in its links.
    #[must_use]
    pub fn of(base: &Scenario) -> Self {
        let table = trust::table();
        let rows = table.rows.iter().map(|row| {
            let cell = |condition| {
                let broken = row.broken(condition)?;
                Some(row.scenario(base, &broken).link())
            };
            let told = |condition| cell(condition).unwrap_or_else(|| "holds".to_owned());
            TrustRow {
                by: Rule(row.rule),
                traitors: ids(row.traitor.into_iter().collect()),
                agreement: told(Condition::Agreement),
                consent: told(Condition::Consent),
                delivery: told(Condition::Delivery),
            }
        });
        Self {
            kind: "exhausted",
            tried: table.tried,
            rows: rows.collect(),
        }
    }
}

impl TrustRest {
    /// Of every rule and party, with the trust of this graph.
    #[must_use]
    pub fn all(graph: &Graph) -> Vec<Self> {
        let rests = trust::rests().into_iter();
        let told = rests.map(|rest| Self {
            by: Rule(rest.rule),
            party: rest.party.number(),
            on: ids(rest.on),
            trusted: rest.on.and_not(graph.trusted_by(rest.party)).is_empty(),
        });
        told.collect()
    }
}
