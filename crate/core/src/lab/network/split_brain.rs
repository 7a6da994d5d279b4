//! Two runs glued together: what breaks every protocol whose letters may be slow, where n ≤ 3m, signatures or not.
//!
//! Cut the army into three blocs of at most m. In the first world the last bloc is dead from the beginning and everybody else
//! loyal; in the second the first bloc is dead. The protocol survives m traitors, so in both worlds the others must decide
//! without waiting for the dead. In the third world the bloc in the middle are traitors: to the first bloc they say what they
//! said in the first world, to the last what they said in the second, and all letters between these two are slow. Neither can
//! tell the third world from its own, so both decide as they did there: one for attack, one for retreat (Dwork, Lynch and
//! Stockmeyer 1988).
//!
//! It is not argued here but run: the two worlds, then the third with its traitors' script and its delays; and what each loyal
//! general saw in it is compared with what he saw in his own. So one world at least breaks a condition.

use crate::{
    lab::ring::even_blocs,
    protocol::{Condition, Inputs},
    run::{Event, Message, Trace, View},
    scenario::{Adversary, Delay, Scenario, Schedule, Strategy, Until},
    word::{General, Generals, Lies, Order, Slot, Words, sort_by_key},
};

/// One of the three worlds, run.
///
/// ```
/// use generals::{lab::network::split_brain::split_brain, link::{LinkSize, parse}};
///
/// let base = parse("v=1&p=bracha&n=3&by=loose", LinkSize::Any).unwrap().scenario;
/// let [one, two, three] = split_brain(&base).unwrap().worlds;
/// assert!(!one.is_broken() && !two.is_broken(), "who is dead stops nobody");
/// assert!(three.is_broken(), "so both decide, each for himself");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct World {
    /// Its run.
    pub scenario: Scenario,
    /// Whether each condition holds in it; `None` where nothing is required.
    pub conditions: Vec<(Condition, Option<bool>)>,
    /// What each loyal general decides, by number; `None` for who never does.
    pub decisions: Vec<(General, Option<Order>)>,
}

impl World {
    /// Whether a condition is broken.
    #[must_use]
    pub fn is_broken(&self) -> bool {
        let mut conditions = self.conditions.iter();
        conditions.any(|(_, holds)| *holds == Some(false))
    }
}

/// Whether a general of the third world saw what he saw in his own, until slow letters came.
///
/// ```
/// use generals::{lab::network::split_brain::split_brain, link::{LinkSize, parse}};
///
/// let base = parse("v=1&p=bracha&n=3", LinkSize::Any).unwrap().scenario;
/// let eyes = split_brain(&base).unwrap().eyes;
/// assert!(eyes.iter().all(|eyes| eyes.are_same));
/// assert!(eyes.iter().map(|eyes| (eyes.general.number(), eyes.world)).eq([(2, 1), (3, 2)]));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Eyes {
    /// Whose.
    pub general: General,
    /// Which world was his own: 1 or 2.
    pub world: usize,
    /// Whether he saw the same.
    pub are_same: bool,
}

/// The three worlds and what is read off them.
///
/// ```
/// use generals::{Trace, lab::network::split_brain::split_brain, link::{LinkSize, parse}};
///
/// let base = parse("v=1&p=bracha&n=6&m=2&by=loose", LinkSize::Any).unwrap().scenario;
/// let found = split_brain(&base).unwrap();
/// let blocs = found.blocs.map(|bloc| bloc.to_string());
/// assert_eq!(blocs, ["3.4", "1.2", "5.6"], "general 1 is in the middle, who must tell both");
/// let run = Trace::new(found.worlds[2].scenario.clone()).unwrap();
/// assert!(!run.verdict().agrees());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SplitBrain {
    /// Who is loyal in the first world and the third; in the first two; in the last two.
    pub blocs: [Generals; 3],
    /// The three worlds.
    pub worlds: [World; 3],
    /// The loyal generals of the third world, by number.
    pub eyes: Vec<Eyes>,
}

/// Cuts a scenario's army in three and runs the three worlds of its protocol; its own adversary plays no part.
///
/// `None` where letters are not slow, with two generals, or where n > 3m: no three blocs of at most m are the whole army.
#[must_use]
pub fn split_brain(base: &Scenario) -> Option<SplitBrain> {
    if !base.spec().is_scheduled() || base.n() > 3 * base.m() {
        return None;
    }
    let [middle, first, last] = even_blocs(base.n())?;
    let one = Run::of(world(base, last, Order::Attack))?;
    let two = Run::of(world(base, first, Order::Retreat))?;
    let three = Run::of(glued(base, [first, middle, last], [&one, &two]))?;
    let eyes = |bloc: Generals, own: &Run, world: usize| {
        let other = if world == 1 { last } else { first };
        let generals = bloc.iter();
        let eyes: Vec<Eyes> = generals
            .map(|general| Eyes {
                general,
                world,
                are_same: own.view_before(general, other) == three.view_before(general, other),
            })
            .collect();
        eyes
    };
    let mut seen = eyes(first, &one, 1);
    seen.extend(eyes(last, &two, 2));
    Some(SplitBrain {
        blocs: [first, middle, last],
        eyes: seen,
        worlds: [one, two, three].map(Run::into_world),
    })
}

/// An army of whom these are dead from the beginning and all others loyal, for one order or opinion.
fn world(base: &Scenario, dead: Generals, order: Order) -> Scenario {
    let mut army = base.against(Adversary {
        traitors: dead,
        stolen: Generals::NONE,
        strategy: Strategy::Silent,
        lies: Lies::new(),
    });
    army.schedule_with(|schedule| *schedule = Schedule::default());
    match (base.spec().inputs, order) {
        (Inputs::Commander | Inputs::Leader, order) => army.order = order,
        (Inputs::Everyone, Order::Attack) => army.opinions = base.generals(),
        (Inputs::Everyone, Order::Retreat) => army.opinions = Generals::NONE,
    }
    army
}

/// The third world: the script of the bloc in the middle and the order of delivery.
fn glued(base: &Scenario, [first, middle, last]: [Generals; 3], own: [&Run; 2]) -> Scenario {
    let mut army = world(base, middle, Order::Attack);
    if base.spec().inputs == Inputs::Everyone {
        army.opinions = first;
    }
    let mut lies = Lies::new();
    let mut delays: Vec<Delay> = Vec::new();
    let mut slow: Vec<Delay> = Vec::new();
    for (bloc, run) in [first, last].into_iter().zip(own) {
        for message in &run.messages {
            let slot = message.slot.clone();
            if message.said.word.is_silence() {
                continue;
            }
            if bloc.contains(slot.to) {
                if middle.contains(slot.from) {
                    let words = lies.entry(slot.clone()).or_insert(Words::SILENCE);
                    *words = words.with(message.said.word);
                }
                let until = Until::Step(delays.len() + 1);
                delays.push(Delay { slot, until });
            } else if bloc.contains(slot.from) && !middle.contains(slot.to) {
                let until = Until::End;
                slow.push(Delay { slot, until });
            }
        }
    }
    // A slot with two words is named once, where its first one comes.
    let mut known: Vec<Slot> = Vec::new();
    delays.extend(slow);
    delays.retain(|delay| {
        let is_new = !known.contains(&delay.slot);
        if is_new {
            known.push(delay.slot.clone());
        }
        is_new
    });
    army.adversary.lies = lies;
    army.schedule_with(|schedule| schedule.delays = delays);
    army
}

/// A run of a world.
struct Run {
    trace: Trace,
    messages: Vec<Message>,
}

impl Run {
    fn of(scenario: Scenario) -> Option<Self> {
        let trace = Trace::new(scenario).ok()?;
        let events = (1..trace.len()).filter_map(|step| trace.event(step));
        let messages = events.filter_map(|event| match event {
            Event::Message(message) => Some(message),
            Event::Decide { .. } => None,
        });
        Some(Self {
            messages: messages.collect(),
            trace,
        })
    }

    /// What a general has seen when the first word of this bloc reaches him, or in the end.
    fn view_before(&self, general: General, bloc: Generals) -> View {
        let is_theirs = |message: &Message| {
            message.slot.to == general
                && bloc.contains(message.slot.from)
                && !message.said.word.is_silence()
        };
        let came = self.messages.iter().position(is_theirs);
        let mut view = self
            .trace
            .view(general, came.unwrap_or(self.messages.len()));
        // What he has sent by then counts, not how far it is on its way.
        sort_by_key(&mut view.sent, |one| {
            (one.round, one.label.clone(), one.to, one.said)
        });
        view
    }

    fn into_world(self) -> World {
        let verdict = self.trace.verdict();
        let scenario = self.trace.scenario();
        let conditions = verdict.conditions.iter();
        let decisions = scenario.loyal_deciders().iter();
        World {
            conditions: conditions.map(|one| (one.condition, one.holds)).collect(),
            decisions: decisions
                .map(|general| (general, verdict.decisions.get(&general).copied()))
                .collect(),
            scenario: scenario.clone(),
        }
    }
}
