//! The ring: break any protocol in which n generals claim to survive a third of them.
//!
//! Cut the army into three blocs, one of them with the commander, and take two copies of every general. In copy
//! *a* the commander is told to retreat, in copy *b* to attack. Messages stay within a copy, except between the
//! first and the last bloc, where they cross. All of them run the honest program. Every pair of neighbouring
//! blocs on this ring looks to itself like the loyal part of an ordinary army whose third bloc are traitors: they
//! show each loyal general what his neighbours on the ring showed him. There are three such pairs, and what they
//! must do contradicts itself, so in one of them a condition fails (Fischer, Lynch and Merritt 1986).
//!
//! The contradiction is not argued here but run: the ring once, then each of the three armies with its traitors'
//! script, and what its loyal generals saw is compared with what their copies saw.

use crate::{
    general::{General, Generals},
    lab::{attack::Condition, words::without_honest_words},
    machine::StepMachine,
    om::machine::Oral,
    order::{Order, Word},
    scenario::{Protocol, Scenario},
    slot::{Lies, Slot, Words},
    sm::machine::Signed,
    sorted::sort_by_key,
    strategy::Strategy,
    trace::{Event, Trace},
    view::{Received, Sent, View},
};

/// A copy of a general on the ring.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Copy {
    /// Which general.
    pub general: General,
    /// Whether of copy *b*, whose commander is told to attack.
    pub is_b: bool,
}

/// A message on the ring.
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
#[derive(Clone, Debug)]
pub struct Ring {
    /// All messages, by round, sender, copy and recipient.
    pub messages: Vec<RingMessage>,
    /// What each lieutenant's copy obeys.
    pub decisions: Vec<(Copy, Order)>,
    /// The three armies.
    pub windows: Vec<Window>,
}

/// Breaks a scenario's protocol among its generals, cut into these blocs; the first has the commander.
///
/// `None` if the blocs are not three, not empty, together everybody, the commander in the first.
#[must_use]
pub fn ring(base: &Scenario, blocs: [Generals; 3]) -> Option<Ring> {
    let [first, second, third] = blocs;
    let everybody = first.iter().chain(second.iter()).chain(third.iter());
    let counted = first.len() + second.len() + third.len();
    let is_cut = everybody.collect::<Generals>() == base.generals() && counted == base.n();
    let is_legal =
        is_cut && first.contains(General::COMMANDER) && !second.is_empty() && !third.is_empty();
    if !is_legal {
        return None;
    }
    let (n, m) = (base.n(), base.m());
    let ride = match base.protocol() {
        Protocol::Oral => Ride::of(base, blocs, &Oral::new(n, m)?),
        Protocol::Flat => Ride::of(base, blocs, &Oral::flat(n, m)?),
        Protocol::Signed => Ride::of(
            base,
            blocs,
            &Signed::new(n, m, base.seed(), Generals::NONE)?,
        ),
    };
    Some(ride.into_ring(base))
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
struct Ride {
    blocs: [Generals; 3],
    messages: Vec<RingMessage>,
    decisions: Vec<(Copy, Order)>,
}

impl Ride {
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
                let order = copy.general.is_commander().then_some(order_of(copy.is_b));
                machine.init(copy.general, order)
            })
            .collect();
        let mut ride = Self {
            blocs,
            messages: Vec::new(),
            decisions: Vec::new(),
        };
        for round in 1..=machine.rounds() {
            let mut carried: Vec<(RingMessage, M::Message)> = Vec::new();
            for from in &copies {
                for neighbour in base.generals().without(from.general).iter() {
                    let to = ride.peer(*from, neighbour);
                    for choice in machine.menu(&states[place(*from)], round, neighbour) {
                        if let Some(message) = choice.menu.into_iter().next().flatten() {
                            let told = RingMessage {
                                round,
                                from: *from,
                                to,
                                slot: choice.slot,
                                said: Some(M::order(&message)),
                            };
                            carried.push((told, message));
                        }
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
                ride.messages.push(told);
            }
        }
        for copy in copies {
            if let Some(order) = machine.decide(&states[place(copy)]) {
                ride.decisions.push((copy, order));
            }
        }
        ride
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
        let [first, second, third] = self.blocs;
        let copies =
            |bloc: Generals, is_b: bool| bloc.iter().map(move |general| Copy { general, is_b });
        let windows = [
            (
                third,
                copies(first, false)
                    .chain(copies(second, false))
                    .collect::<Vec<_>>(),
                Order::Retreat,
                Condition::Validity,
            ),
            (
                first,
                copies(second, false).chain(copies(third, false)).collect(),
                base.order(),
                Condition::Agreement,
            ),
            (
                second,
                copies(third, false).chain(copies(first, true)).collect(),
                Order::Attack,
                Condition::Validity,
            ),
        ]
        .map(|(traitors, loyal, order, condition)| {
            let army = Scenario {
                traitors,
                order,
                strategy: if base.protocol().is_signed() {
                    Strategy::Silent
                } else {
                    Strategy::Honest
                },
                stolen: Generals::NONE,
                lies: Lies::new(),
                ..base.clone()
            };
            self.window(army, loyal, condition)
        });
        Ring {
            messages: self.messages,
            decisions: self.decisions,
            windows: windows.into(),
        }
    }

    fn window(&self, mut army: Scenario, loyal: Vec<Copy>, condition: Condition) -> Window {
        army.lies = self.script(&army, &loyal);
        let obeyed: Vec<Order> = self
            .decisions
            .iter()
            .filter(|(copy, _)| loyal.contains(copy))
            .map(|(_, order)| *order)
            .collect();
        let holds = match condition {
            Condition::Agreement => obeyed.windows(2).all(|pair| pair[0] == pair[1]),
            Condition::Validity => obeyed.iter().all(|order| *order == army.order),
        };
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

    /// What the traitors of an army say to its loyal generals: what the ring showed these.
    fn script(&self, army: &Scenario, loyal: &[Copy]) -> Lies {
        let mut lies = Lies::new();
        for message in &self.messages {
            let is_shown =
                army.traitors.contains(message.from.general) && loyal.contains(&message.to);
            if let Some(order) = message.said.filter(|_| is_shown) {
                let words = lies.entry(message.slot.clone()).or_insert(Words::SILENCE);
                *words = words.with(order);
            }
        }
        lies
    }

    /// What a copy saw on the ring, in the words of the army it takes itself to be in.
    fn view(&self, army: &Scenario, copy: Copy) -> View {
        let mut seen = (Vec::new(), Vec::new());
        for message in &self.messages {
            let (round, path, said) = (message.round, message.slot.path.clone(), message.said);
            if message.to == copy {
                seen.0.push(Received {
                    round,
                    path,
                    said,
                    refused: None,
                });
            } else if message.from == copy {
                seen.1.push(Sent {
                    round,
                    path,
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
