//! What one general knows at a step: a plain value. Two worlds that give equal views cannot be told apart.

use crate::{
    protocol::{Protocol, machine::Refusal},
    scenario::Scenario,
    word::{General, Label, Order, Word},
};

/// Everything a general has seen, and nothing else: no loyalties, no lies, no message between others.
///
/// ```
/// use generals::{General, Trace, link::{LinkSize, parse}};
///
/// let see = |link| {
///     let trace = Trace::new(parse(link, LinkSize::Any).unwrap().scenario).unwrap();
///     trace.view(General::new(2).unwrap(), trace.len())
/// };
/// // The lecture's two cases: general 2 cannot tell who lied.
/// assert_eq!(see("v=1&p=om&n=3&t=3"), see("v=1&p=om&n=3&t=1&s=honest&x=1-3R"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    /// Who he is.
    pub general: General,
    /// How many generals there are.
    pub n: usize,
    /// How many traitors the protocol is asked to survive.
    pub m: usize,
    /// What all have agreed to run.
    pub protocol: Protocol,
    /// What he started with: a commander's order, or his opinion.
    pub order: Option<Order>,
    /// What he was told, in the order of steps.
    pub received: Vec<Received>,
    /// What he said, in the order of steps.
    pub sent: Vec<Sent>,
}

/// What a general has received and sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Seen {
    pub(crate) received: Vec<Received>,
    pub(crate) sent: Vec<Sent>,
}

/// A message as its recipient sees it.
///
/// ```
/// use generals::{General, Trace, Word, link::{LinkSize, parse}};
///
/// let silences = |link| {
///     let trace = Trace::new(parse(link, LinkSize::Any).unwrap().scenario).unwrap();
///     let received = trace.view(General::new(2).unwrap(), trace.len()).received;
///     received.iter().filter(|message| message.said == Word::Silence).count()
/// };
/// assert_eq!(silences("v=1&p=om&n=4&t=3&s=silent"), 1);
/// assert_eq!(silences("v=1&p=sm&n=4&t=3&s=silent"), 0, "nobody waits for a letter in particular");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Received {
    /// When.
    pub round: usize,
    /// What keeps it apart from others: of a relayed order who is said to have said it.
    pub label: Label,
    /// Who told him.
    pub from: General,
    /// What; silence too, where it is noticed.
    pub said: Word,
    /// Why he did not take it in.
    pub refused: Option<Refusal>,
}

/// A message as its sender sees it.
///
/// ```
/// use generals::{General, Order, Trace, link::{LinkSize, parse}};
///
/// let scenario = parse("v=1&p=om&n=4&t=3&s=honest&x=1.3-2R", LinkSize::Any).unwrap().scenario;
/// let trace = Trace::new(scenario).unwrap();
/// let sent = trace.view(General::new(3).unwrap(), trace.len()).sent;
/// assert_eq!((sent[0].to.number(), sent[0].said), (2, Order::Retreat.into()), "he knows that he lied");
/// assert_eq!((sent[1].to.number(), sent[1].said), (4, Order::Attack.into()));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    /// When.
    pub round: usize,
    /// Its label.
    pub label: Label,
    /// To whom.
    pub to: General,
    /// What.
    pub said: Word,
}

impl View {
    /// What a general knows who has received and sent this.
    pub(crate) fn of(scenario: &Scenario, general: General, seen: Seen) -> Self {
        Self {
            general,
            n: scenario.n(),
            m: scenario.m(),
            protocol: scenario.protocol(),
            order: scenario.input(general),
            received: seen.received,
            sent: seen.sent,
        }
    }
}
