//! The ring: break any protocol in which n generals claim to survive a third of them.
//!
//! Cut the army into three blocs, one of them with the commander, and take two copies of every general. In copy
//! *a* the commander is told to retreat, in copy *b* to attack; where everybody has an opinion, all of copy *a* think retreat
//! and all of copy *b* attack. Messages stay within a copy, except between the
//! first and the last bloc, where they cross. All of them run the honest program. Every pair of neighbouring
//! blocs on this ring looks to itself like the loyal part of an ordinary army whose third bloc are traitors: they
//! show each loyal general what his neighbours on the ring showed him. There are three such pairs, and what they
//! must do contradicts itself, so in one of them a condition fails (Fischer, Lynch and Merritt 1986). Where one plan is to be
//! found for opinions, a pair within copy *a* and one within copy *b* think alike, and the pair between them must agree.
//!
//! The contradiction is not argued here but run: the ring once, then each of the three armies with its traitors'
//! script, and what its loyal generals saw is compared with what their copies saw.

use crate::{
    lab::{
        any_machine::AnyMachine,
        minimise::{bare_strategy, without_honest_words},
    },
    protocol::{
        Condition, Inputs, Task, Tool,
        machine::{Decision, StepMachine},
    },
    run::{Event, Received, Seen, Sent, Trace, View, outcome::Outcome},
    scenario::{Adversary, Scenario},
    word::{General, Generals, Lies, Order, Slot, Word, Words, sort_by_key},
};

/// A copy of a general on the ring.
///
/// ```
/// use generals::{lab::ring::{even_blocs, ring}, link::{LinkSize, parse}};
///
/// let base = parse("v=1&p=om&n=3", LinkSize::Any).unwrap().scenario;
/// let ring = ring(&base, even_blocs(3).unwrap()).unwrap();
/// let copies: Vec<_> = ring.decisions.iter().map(|(copy, _)| (copy.general.number(), copy.is_b)).collect();
/// assert_eq!(copies, [(2, false), (3, false), (2, true), (3, true)]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Copy {
    /// Which general.
    pub general: General,
    /// Whether of copy *b*, whose commander is told to attack.
    pub is_b: bool,
}

/// A message on the ring.
///
/// ```
/// use generals::{lab::ring::{even_blocs, ring}, link::{LinkSize, parse}};
///
/// let base = parse("v=1&p=om&n=3", LinkSize::Any).unwrap().scenario;
/// let messages = ring(&base, even_blocs(3).unwrap()).unwrap().messages;
/// let crossing: Vec<_> = messages.iter().filter(|one| one.from.is_b != one.to.is_b).collect();
/// assert_eq!((crossing.len(), messages.len()), (2, 8), "the orders to general 3 go to the other copy");
/// assert!(crossing.iter().all(|one| one.from.general.number() + one.to.general.number() == 1 + 3));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RingMessage {
    /// When.
    pub round: usize,
    /// From whom.
    pub from: Copy,
    /// To whom.
    pub to: Copy,
    /// The path and recipient it names; copies know nothing of copies.
    pub slot: Slot,
    /// What is said.
    pub said: Word,
}

/// One of the three armies that the ring pretends to be.
///
/// ```
/// use generals::{Trace, lab::ring::{even_blocs, ring}, link::{LinkSize, parse}};
///
/// let base = parse("v=1&p=om&n=3", LinkSize::Any).unwrap().scenario;
/// let windows = ring(&base, even_blocs(3).unwrap()).unwrap().windows;
/// let broken = windows.into_iter().find(|window| !window.holds).unwrap();
/// assert!(broken.same_eyes && broken.forged.is_none());
/// assert!(Trace::new(broken.scenario).unwrap().verdict().is_broken(), "as a run of its own too");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Window {
    /// The loyal copies.
    pub loyal: Vec<Copy>,
    /// What must hold in this army.
    pub condition: Condition,
    /// Whether it does on the ring.
    pub holds: bool,
    /// The army, its traitors saying what the ring showed.
    pub scenario: Scenario,
    /// Whether every loyal general of that army saw what his copy saw. If signatures forbid it, he did not.
    pub same_eyes: bool,
    /// The first message that the traitors could not write: they would have had to forge a signature.
    pub forged: Option<Slot>,
}

/// The ring and what is read off it.
///
/// ```
/// use generals::{lab::ring::{even_blocs, ring}, link::{LinkSize, parse}};
///
/// let base = parse("v=1&p=sm&n=3", LinkSize::Any).unwrap().scenario;
/// let windows = ring(&base, even_blocs(3).unwrap()).unwrap().windows;
/// let failing: Vec<_> = windows.iter().filter(|window| !window.holds).collect();
/// assert_eq!(failing.len(), 1);
/// assert!(failing[0].forged.is_some(), "no army's traitors could do that to SM(1)");
/// ```
#[derive(Clone, Debug)]
pub struct Ring {
    /// All messages, in the order of steps: by slot, attack before retreat, then by the sender’s copy.
    pub messages: Vec<RingMessage>,
    /// What each decider's copy obeys.
    pub decisions: Vec<(Copy, Order)>,
    /// The three armies.
    pub windows: Vec<Window>,
}

/// Breaks a scenario's protocol among its generals, cut into these blocs; the first has the commander.
///
/// `None` if the blocs are not three, not empty, together everybody, the commander in the first, or if the protocol is not
/// for this question.
///
/// ```
/// use generals::{lab::ring::{even_blocs, ring}, link::{LinkSize, parse}};
///
/// let base = parse("v=1&p=om&n=3", LinkSize::Any).unwrap().scenario;
/// let ring = ring(&base, even_blocs(3).unwrap()).unwrap();
/// assert!(ring.windows.iter().any(|window| !window.holds), "one of the three armies fails");
/// ```
#[must_use]
pub fn ring(base: &Scenario, blocs: [Generals; 3]) -> Option<Ring> {
    let is_asked = base.spec().answers(Tool::Ring) && is_cut_in_three(base, blocs);
    let machine = AnyMachine::of(base).filter(|_| is_asked)?;
    Some(RingRun::of(base, blocs, &machine).into_ring(base))
}

fn is_cut_in_three(base: &Scenario, blocs: [Generals; 3]) -> bool {
    let [first, second, third] = blocs;
    let everybody = first.iter().chain(second.iter()).chain(third.iter());
    let counted = first.len() + second.len() + third.len();
    let is_cut = everybody.collect::<Generals>() == base.generals() && counted == base.n();
    is_cut && first.contains(General::COMMANDER) && !second.is_empty() && !third.is_empty()
}

/// The same for any machine that sends what the scenario's protocol sends, a rule of one's own for instance.
///
/// `None` as for [`ring`].
#[must_use]
pub fn ring_of<M: StepMachine>(base: &Scenario, blocs: [Generals; 3], machine: &M) -> Option<Ring> {
    is_cut_in_three(base, blocs).then(|| RingRun::of(base, blocs, machine).into_ring(base))
}

/// Three blocs as even as can be, the commander in the first; `None` for two generals.
#[must_use]
pub fn even_blocs(n: usize) -> Option<[Generals; 3]> {
    let mut everybody = Generals::all(n).iter();
    (n >= 3).then(|| {
        [n / 3, (n + 1) / 3, n.div_ceil(3)].map(|size| everybody.by_ref().take(size).collect())
    })
}

/// A run of all copies.
struct RingRun {
    blocs: [Generals; 3],
    messages: Vec<RingMessage>,
    decisions: Vec<(Copy, Decision)>,
}

impl RingRun {
    fn of<M: StepMachine>(base: &Scenario, blocs: [Generals; 3], machine: &M) -> Self {
        let copies: Vec<Copy> = [false, true]
            .into_iter()
            .flat_map(|is_b| {
                base.generals()
                    .iter()
                    .map(move |general| Copy { general, is_b })
            })
            .collect();
        let place = |copy: Copy| copy.general.index() + if copy.is_b { base.n() } else { 0 };
        let mut states: Vec<M::State> = copies
            .iter()
            .map(|copy| {
                let starts = base.input(copy.general).is_some();
                machine.init(copy.general, starts.then_some(order_of(copy.is_b)))
            })
            .collect();
        let mut run = Self {
            blocs,
            messages: Vec::new(),
            decisions: Vec::new(),
        };
        for round in 1..=machine.rounds() {
            let mut carried: Vec<(RingMessage, M::Message)> = Vec::new();
            for from in &copies {
                for neighbour in base.generals().without(from.general).iter() {
                    let to = run.peer(*from, neighbour);
                    for (slot, message) in machine.send(&states[place(*from)], round, neighbour) {
                        let told = RingMessage {
                            round,
                            from: *from,
                            to,
                            slot,
                            said: M::word(&message),
                        };
                        carried.push((told, message));
                    }
                }
            }
            sort_by_key(&mut carried, |(told, _)| order_of_steps(told));
            for (told, message) in carried {
                // An honest neighbour's message is never refused.
                let _ = machine.receive(
                    &mut states[place(told.to)],
                    round,
                    told.from.general,
                    &message,
                );
                run.messages.push(told);
            }
        }
        for copy in copies {
            if let Some(decision) = machine.decide(&states[place(copy)]) {
                run.decisions.push((copy, decision));
            }
        }
        run
    }

    /// The copy of a neighbour that a copy speaks to: of the same army, except between the first bloc and the
    /// last.
    fn peer(&self, copy: Copy, neighbour: General) -> Copy {
        let [first, _, last] = self.blocs;
        let crosses = first.contains(copy.general) && last.contains(neighbour)
            || last.contains(copy.general) && first.contains(neighbour);
        Copy {
            general: neighbour,
            is_b: copy.is_b != crosses,
        }
    }

    fn into_ring(self, base: &Scenario) -> Ring {
        let at = |seat: usize| {
            let bloc = self.blocs[seat % 3].iter();
            bloc.map(move |general| Copy {
                general,
                is_b: seat >= 3,
            })
        };
        let window = |seat: usize, order, condition| {
            let loyal: Vec<Copy> = at(seat).chain(at(seat + 1)).collect();
            (self.blocs[(seat + 2) % 3], loyal, order, condition)
        };
        let (validity, agreement) = (Condition::Validity, Condition::Agreement);
        let (retreat, attack) = (Order::Retreat, Order::Attack);
        let windows = match base.spec().task {
            // Who all think alike must end so, whoever they are: the first bloc's neighbour in its own copy and the second's
            // in the other are such, and between them agreement breaks.
            #[cfg(feature = "marks")]
            Task::Consensus => [
                window(1, retreat, validity),
                window(2, base.order(), agreement),
                window(3, attack, validity),
            ],
            _ => [
                window(0, retreat, validity),
                window(1, base.order(), agreement),
                window(2, attack, validity),
            ],
        }
        .map(|(traitors, loyal, order, condition)| {
            let mut army = base.against(Adversary {
                traitors,
                stolen: base.stolen().and_not(traitors),
                strategy: bare_strategy(base.spec()),
                lies: Lies::new(),
            });
            match base.spec().inputs {
                Inputs::Commander | Inputs::Leader => army.order = order,
                Inputs::Everyone => {
                    let thinking = loyal.iter().filter(|copy| copy.is_b);
                    army.opinions = thinking.map(|copy| copy.general).collect();
                }
            }
            self.window(army, loyal, condition)
        });
        Ring {
            messages: self.messages,
            decisions: self
                .decisions
                .into_iter()
                .map(|(copy, decision)| (copy, decision.order))
                .collect(),
            windows: windows.into(),
        }
    }

    fn window(&self, mut army: Scenario, loyal: Vec<Copy>, condition: Condition) -> Window {
        army.adversary.lies = self.script(&army, &loyal);
        let holds = self.holds(&army, &loyal, condition);
        let Ok(trace) = Trace::new(army.clone()) else {
            return Window {
                loyal,
                condition,
                holds,
                scenario: army,
                same_eyes: false,
                forged: None,
            };
        };
        let same_eyes = loyal
            .iter()
            .all(|copy| trace.view(copy.general, trace.len()) == self.view(&army, *copy));
        let forged = (1..trace.len()).find_map(|step| match trace.event(step) {
            Some(Event::Message(message)) if message.said.refused.is_some() => Some(message.slot),
            _ => None,
        });
        let scenario = without_honest_words(army, &trace);
        Window {
            loyal,
            condition,
            holds,
            scenario,
            same_eyes,
            forged,
        }
    }

    /// Whether a condition holds of an army whose loyal generals end as their copies do.
    fn holds(&self, army: &Scenario, loyal: &[Copy], condition: Condition) -> bool {
        let decision = |general: General| {
            let mut decided = self.decisions.iter();
            let found = decided.find(|(copy, _)| copy.general == general && loyal.contains(copy));
            found.map(|(_, decision)| *decision)
        };
        let witnesses = Outcome::of(army, decision).witnesses(army, condition);
        witnesses.is_none_or(Generals::is_empty)
    }

    /// What the traitors of an army say to its loyal generals: what the ring showed these.
    fn script(&self, army: &Scenario, loyal: &[Copy]) -> Lies {
        let mut lies = Lies::new();
        for message in &self.messages {
            let is_shown =
                army.traitors().contains(message.from.general) && loyal.contains(&message.to);
            if is_shown {
                let words = lies.entry(message.slot.clone()).or_insert(Words::SILENCE);
                *words = words.with(message.said);
            }
        }
        lies
    }

    /// What a copy saw on the ring, in the words of the army it takes itself to be in.
    fn view(&self, army: &Scenario, copy: Copy) -> View {
        let mut seen = Seen::default();
        for message in &self.messages {
            let (round, label, said) = (message.round, message.slot.label.clone(), message.said);
            if message.to == copy {
                seen.received.push(Received {
                    round,
                    label,
                    from: message.from.general,
                    said,
                    refused: None,
                });
            } else if message.from == copy {
                seen.sent.push(Sent {
                    round,
                    label,
                    to: message.slot.to,
                    said,
                });
            }
        }
        View::of(army, copy.general, seen)
    }
}

const fn order_of(is_b: bool) -> Order {
    if is_b { Order::Attack } else { Order::Retreat }
}

/// As steps are ordered in a run, so that what is first there is first here.
fn order_of_steps(message: &RingMessage) -> (Slot, std::cmp::Reverse<Word>, Copy) {
    (
        message.slot.clone(),
        std::cmp::Reverse(message.said),
        message.from,
    )
}
