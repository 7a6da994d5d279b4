//! Two worlds, one view: another truth that a general could not tell from the one he is in.
//!
//! In the other world other generals are traitors, the others are loyal and do what loyal generals do, and this
//! general receives and sends exactly what he received and sent. For oral messages nothing has to be guessed:
//! whatever a loyal general told him, that one must have been told himself, and so on up the path until a
//! traitor's word is reached, which is then fixed, or a loyal commander's order. For signed messages every
//! signature he saw tells in the same way who must have been shown what. So for each set of traitors and each
//! order there is one candidate, and running it shows whether it is what was looked for.

use crate::{
    lab::minimise::bare_strategy,
    protocol::Tool,
    run::{Trace, View},
    scenario::{Adversary, Scenario},
    word::{General, Generals, Lies, Order, Path, Paths, Slot, Word, Words, limits::WORLDS_MAX},
};

/// The answer to: could he be in another world?
///
/// ```
/// use generals::{General, OtherWorld, Trace, other_world, link::{LinkSize, parse}};
///
/// let trace = Trace::new(parse("v=1&p=om&n=3&t=3", LinkSize::Any).unwrap().scenario).unwrap();
/// let two = General::new(2).unwrap();
/// let OtherWorld::Found(world) = other_world(&trace, two, 1) else { panic!() };
/// assert!(!world.is_loyal(General::COMMANDER), "here it was general 3");
/// let other = Trace::new(*world).unwrap();
/// assert_eq!(other.view(two, other.len()), trace.view(two, trace.len()));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OtherWorld {
    /// He could: this one.
    Found(Box<Scenario>),
    /// He could not, with so few traitors; so many worlds were tried, one for each set of traitors and order.
    NoneExists {
        /// Sets of traitors times orders.
        tried: usize,
    },
    /// Not among those that were tried before the limit was reached; or, of these, all were tried, but with stolen keys a
    /// signature does not tell who gave it, and there may be others.
    NoneFound {
        /// Sets of traitors times orders.
        tried: usize,
    },
    /// The protocol is not for this question.
    NotForThis,
}

/// Looks for a world with at most `f` traitors in which `general` knows at the end exactly what he knows at the
/// end of this run, but the commander's loyalty differs, or a loyal commander's order. Every traitor of that
/// world lies at least once. A general knows of himself whether he is a traitor.
#[must_use]
pub fn other_world(trace: &Trace, general: General, f: usize) -> OtherWorld {
    let view = trace.view(general, trace.len());
    let mut tried = 0;
    let spec = trace.scenario().spec();
    if !spec.answers(Tool::OtherWorld) {
        return OtherWorld::NotForThis;
    }
    for traitors in sets_of_others(trace.scenario(), general, f) {
        for order in [Order::Attack, Order::Retreat] {
            let search = Search {
                trace,
                view: &view,
                general,
                traitors,
                order,
            };
            if !search.is_another_truth() {
                continue;
            }
            if tried == WORLDS_MAX {
                return OtherWorld::NoneFound { tried };
            }
            tried += 1;
            if let Some(found) = search.candidate() {
                return OtherWorld::Found(Box::new(found));
            }
        }
    }
    if spec.is_signed && !trace.scenario().stolen().is_empty() {
        return OtherWorld::NoneFound { tried };
    }
    OtherWorld::NoneExists { tried }
}

/// All sets of at most f traitors to which this general belongs as he does in truth, small sets first.
fn sets_of_others(
    scenario: &Scenario,
    general: General,
    f: usize,
) -> impl Iterator<Item = Generals> {
    let own = if scenario.is_loyal(general) {
        Generals::NONE
    } else {
        Generals::NONE.with(general)
    };
    let others = scenario.generals().without(general);
    let most = f.saturating_sub(own.len()).min(others.len());
    let sizes = 0..if own.len() > f { 0 } else { most + 1 };
    sizes.flat_map(move |size| {
        Combinations::new(others, size).map(move |set| set.iter().fold(own, Generals::with))
    })
}

/// The subsets of one size, in order.
struct Combinations {
    all: Vec<General>,
    next: Option<Vec<usize>>,
}

impl Combinations {
    fn new(all: Generals, size: usize) -> Self {
        let all: Vec<General> = all.iter().collect();
        let next = (size <= all.len()).then(|| (0..size).collect());
        Self { all, next }
    }

    fn after(&self, chosen: &[usize]) -> Option<Vec<usize>> {
        let last = self.all.len() - chosen.len();
        let place = (0..chosen.len())
            .rev()
            .find(|place| chosen[*place] < last + place)?;
        let mut next = chosen.to_vec();
        for (offset, index) in next[place..].iter_mut().enumerate() {
            *index = chosen[place] + 1 + offset;
        }
        Some(next)
    }
}

impl Iterator for Combinations {
    type Item = Generals;

    fn next(&mut self) -> Option<Generals> {
        let chosen = self.next.take()?;
        self.next = self.after(&chosen);
        Some(chosen.iter().map(|index| self.all[*index]).collect())
    }
}

/// One set of traitors and one order.
struct Search<'a> {
    trace: &'a Trace,
    view: &'a View,
    general: General,
    traitors: Generals,
    order: Order,
}

impl Search<'_> {
    /// Whether the commander's loyalty, or a loyal commander's order, differs from the truth. A commander knows
    /// both of himself.
    fn is_another_truth(&self) -> bool {
        let truth = self.trace.scenario();
        let was_loyal = truth.is_loyal(General::COMMANDER);
        let is_loyal = !self.traitors.contains(General::COMMANDER);
        if self.general.is_commander() && truth.order() != self.order {
            return false;
        }
        was_loyal != is_loyal || is_loyal && truth.order() != self.order
    }

    /// The one world that these traitors could make, if it is what was looked for.
    fn candidate(&self) -> Option<Scenario> {
        let truth = self.trace.scenario();
        let lies = if truth.spec().is_signed {
            self.shown_letters()
        } else {
            self.fixed_words()?
        };
        let mut world = truth.against(Adversary {
            traitors: self.traitors,
            stolen: truth.stolen().and_not(self.traitors),
            strategy: bare_strategy(truth.spec()),
            lies,
        });
        world.order = self.order;
        let liars = self.liars(&world)?;
        for honest in self.traitors.and_not(liars).iter() {
            world = self.with_a_lie_unseen(&world, honest)?;
        }
        Some(world)
    }

    /// Who lies in a world, if the general knows there what he knows here.
    fn liars(&self, world: &Scenario) -> Option<Generals> {
        let trace = self.trace.sibling(world.clone()).ok()?;
        if trace.view(self.general, trace.len()) != *self.view {
            return None;
        }
        let rounds = 1..=world.rounds();
        let liars = rounds.flat_map(|round| trace.messages(round).collect::<Vec<_>>());
        Some(
            liars
                .filter(|(_, _, said)| said.is_lie())
                .map(|(from, _, _)| from)
                .collect(),
        )
    }

    /// Oral messages: what traitors must have said, given what he was told and what he said himself. `None` if
    /// that contradicts itself, or a loyal general.
    fn fixed_words(&self) -> Option<Lies> {
        let mut fixed = Lies::new();
        let mut fix = |slot: Slot, word: Word| {
            *fixed.entry(slot).or_insert(Words::one(word)) == Words::one(word)
        };
        for received in &self.view.received {
            let consistent = match self.origin(&Path::of(&received.label)?, self.general) {
                // A loyal general is never silent.
                origin
                    if origin.as_ref().is_none_or(|slot| slot.to != self.general)
                        && received.said.is_silence() =>
                {
                    false
                }
                None => received.said == self.order.into(),
                Some(slot) => fix(slot, received.said),
            };
            if !consistent {
                return None;
            }
        }
        if self.traitors.contains(self.general) {
            for sent in &self.view.sent {
                let slot = Path::of(&sent.label)?.slot(sent.to);
                if !fix(slot, sent.said) {
                    return None;
                }
            }
        }
        Some(fixed)
    }

    /// The slot in which a traitor determines what is told on a path to a recipient, everyone between being
    /// loyal; `None` if it is a loyal commander's order.
    fn origin(&self, path: &Path, to: General) -> Option<Slot> {
        if self.traitors.contains(path.speaker()) {
            return Some(path.slot(to));
        }
        self.origin(&path.before()?, path.speaker())
    }

    /// The world with one lie of this traitor's more, told to another so that the general does not notice.
    fn with_a_lie_unseen(&self, world: &Scenario, traitor: General) -> Option<Scenario> {
        let others = world.generals().without(self.general).without(traitor);
        let paths = (1..=world.rounds()).flat_map(|length| Paths::new(world.n(), length));
        let mut slots = paths
            .filter(|path| path.speaker() == traitor)
            .flat_map(|path| {
                let recipients = others.and_not(path.set()).iter();
                recipients.map(move |to| path.slot(to))
            })
            .filter(|slot| !world.lies().contains_key(slot));
        slots.find_map(|slot| {
            [Order::Attack, Order::Retreat]
                .into_iter()
                .find_map(|order| {
                    let mut world = world.clone();
                    let lies = &mut world.adversary.lies;
                    lies.insert(slot.clone(), Words::one(order.into()));
                    self.liars(&world)?.contains(traitor).then_some(world)
                })
        })
    }

    /// Signed messages: the letters that traitors must have shown, so that each signature he saw was given.
    /// Whatever else they could show would be shown on to him.
    fn shown_letters(&self) -> Lies {
        let mut shown = Lies::new();
        let mut show = |path: &Path, to: General, said: Word| {
            if !said.is_silence() && self.traitors.contains(path.speaker()) {
                let words = shown.entry(path.slot(to)).or_insert(Words::SILENCE);
                *words = words.with(said);
            }
        };
        for received in &self.view.received {
            let mut path = Path::of(&received.label);
            let mut to = self.general;
            while let Some(here) = path {
                show(&here, to, received.said);
                to = here.speaker();
                path = here.before();
            }
        }
        if self.traitors.contains(self.general) {
            for sent in &self.view.sent {
                if let Some(path) = Path::of(&sent.label) {
                    show(&path, sent.to, sent.said);
                }
            }
        }
        shown
    }
}
