//! What the three have agreed on before an order: who trusts whom (`w`) and the rule of decision (`by`), as links write them.

use crate::{
    link::{
        error::{Allowed, Code, Form, Key},
        faults::Faults,
    },
    protocol::trust::{
        graph::TrustGraph,
        rule::{CUSTOMER, Rule, SERVICE, SHOP},
    },
    scenario::OwnTexts,
    word::General,
};

/// Who trusts whom, and what decides.
///
/// ```
/// use generals::link::{LinkSize, parse};
///
/// let scenario = parse("v=1&p=trust&w=13.23&by=majority", LinkSize::Any).unwrap().scenario;
/// let terms = scenario.terms().unwrap();
/// assert_eq!(terms.rule.name(), "majority");
/// assert_eq!(scenario.link(), "v=1&p=trust&n=3&by=majority", "the lecture's trust is the default");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    /// Who trusts whom.
    pub graph: TrustGraph,
    /// What they go by.
    pub rule: Rule,
}

/// A party and whom it trusts.
type Pair = (General, General);

/// The lecture's: customer and shop trust the payment service, which trusts nobody.
const LECTURE: [Pair; 2] = [(CUSTOMER, SERVICE), (SHOP, SERVICE)];
/// Nobody trusts anybody.
const NOBODY: &str = "0";

impl Terms {
    /// The lecture's trust.
    pub(crate) fn lecture() -> TrustGraph {
        TrustGraph::of_checked(3, &LECTURE)
    }

    /// From the texts of a link.
    pub(crate) fn read(texts: &OwnTexts, faults: &mut Faults) -> Self {
        let graph = match texts.get(Key::W) {
            Some(text) => graph(text, 3, faults),
            None => Self::lecture(),
        };
        let rule = texts.get(Key::By).map_or(Rule::default(), |text| {
            let found = Rule::NAMES.into_iter().find(|(name, _)| *name == text);
            found.map_or_else(
                || {
                    let names = Rule::NAMES.map(|(name, _)| name).to_vec();
                    faults.add(Key::By, Code::BadValue, text, Some(Allowed::OneOf(names)));
                    Rule::default()
                },
                |(_, rule)| rule,
            )
        });
        Self { graph, rule }
    }

    /// As a link writes them.
    pub(crate) fn texts(&self) -> OwnTexts {
        let mut texts = OwnTexts::default();
        if self.graph != Self::lecture() {
            let pairs = self.graph.pairs().map(|(who, whom)| format!("{who}{whom}"));
            let pairs: Vec<String> = pairs.collect();
            let text = match pairs.is_empty() {
                true => NOBODY.to_owned(),
                false => pairs.join("."),
            };
            texts.set(Key::W, text);
        }
        if self.rule != Rule::default() {
            texts.set(Key::By, self.rule.name().to_owned());
        }
        texts
    }
}

/// The graph that a text names among n parties: `13.23`, or `1-3.2-3`; `0` is nobody.
pub(crate) fn graph(text: &str, n: usize, faults: &mut Faults) -> TrustGraph {
    if text == NOBODY {
        return TrustGraph::of_checked(n, &[]);
    }
    let mut pairs = Vec::new();
    for entry in text.split('.') {
        match pair(entry, n) {
            Ok(pair) => pairs.push(pair),
            Err(code) => faults.add(Key::W, code, entry, Some(Allowed::Form(Form::Pairs))),
        }
    }
    TrustGraph::of_checked(n, &pairs)
}

/// Whom a default link of so many parties means to trust whom.
pub(crate) fn default_graph(n: usize) -> TrustGraph {
    match n {
        3 => Terms::lecture(),
        _ => TrustGraph::of_checked(n, &[]),
    }
}

fn pair(entry: &str, n: usize) -> Result<Pair, Code> {
    let is_short = entry.len() == 2 && entry.is_ascii();
    let (who, whom) = match entry.split_once('-') {
        Some(parts) => parts,
        None if is_short => entry.split_at(1),
        None => return Err(Code::BadValue),
    };
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number(who) || !is_number(whom) {
        return Err(Code::BadValue);
    }
    // A number too long to read names somebody who is not there.
    let party = |text: &str| General::new(text.parse().ok()?).filter(|party| party.index() < n);
    match (party(who), party(whom)) {
        (Some(who), Some(whom)) if who != whom => Ok((who, whom)),
        (Some(_), Some(_)) => Err(Code::BadValue),
        _ => Err(Code::OutOfRange),
    }
}
