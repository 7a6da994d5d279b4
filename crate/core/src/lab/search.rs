//! One kind of search: it goes on in pieces, says how far it is and what kind of answer it has, and shows what it found.

use crate::{
    lab::{
        adversary_search::AdversarySearch,
        attack::is_claimed,
        exhaust::{Exhaust, NotExhausted},
        random_search::RandomSearch,
        smaller_armies,
    },
    protocol::{Condition, Definition, Evidence, Tool, Visitor, registry::messages_at_most},
    scenario::Scenario,
    word::limits::{EXHAUSTED_MESSAGES_MAX, JOINT_GENERALS_MAX},
};

/// What is known when a search ends, or until now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// All cases are tried.
    Exhausted,
    /// Some parts of a search through all cases were too large, and left out.
    Part,
    /// Some cases, drawn by lot: nothing follows from finding nothing.
    Sampled,
}

impl Kind {
    /// The code of the step API.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Exhausted => "exhausted",
            Self::Part => "part",
            Self::Sampled => "sampled",
        }
    }
}

/// How far a search is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Of what kind the answer is.
    pub kind: Kind,
    /// How many runs were tried.
    pub tried: u64,
    /// How many there are, where that is known.
    pub total: Option<u64>,
    /// How many of those that were tried break a condition.
    pub breaking: u64,
    /// Whether nothing is left to be done.
    pub is_done: bool,
    /// Whether one was found that breaks; what was found may still be made smaller.
    pub breaks: bool,
}

/// A search for a run that breaks a condition. It can be left and gone on with at any time, and handed from one thread to
/// another.
pub trait Search: Send + Sync {
    /// Goes on for about so many runs, or steps of runs.
    fn advance(&mut self, runs: u64);

    /// How far it is.
    fn progress(&self) -> Progress;

    /// The first run that was found to break a condition, to be run again.
    fn found(&self) -> Option<Scenario>;

    /// How many runs were tried.
    fn tried(&self) -> u64 {
        self.progress().tried
    }

    /// How many of them break a condition.
    fn breaking(&self) -> u64 {
        self.progress().breaking
    }

    /// Whether nothing is left to be done.
    fn is_done(&self) -> bool {
        self.progress().is_done
    }
}

/// Why a search is not begun. Where there is too much of something, `nearest` is a smaller army in which it can be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotSearched {
    /// No condition requires anything of this army.
    NothingClaimed,
    /// The protocol is not for this question.
    NotForThis,
    /// There are 2 to the power of `size` strategies.
    TooManyStrategies {
        /// How many words can be chosen.
        size: u128,
        /// Where it can be done.
        nearest: Option<Box<Scenario>>,
    },
    /// One run has so many messages.
    TooManyMessages {
        /// How many.
        size: u128,
        /// Where it can be done.
        nearest: Option<Box<Scenario>>,
    },
    /// So many generals have too many ways to behave.
    TooManyGenerals {
        /// How many.
        size: u128,
        /// Where it can be done.
        nearest: Option<Box<Scenario>>,
    },
}

/// The search through all behaviour of a scenario's traitors with its inputs; its own lies play no part.
///
/// Of protocols by paths, every word attack or retreat to a loyal general, a silence counting as retreat; of others every
/// choice from the menus of traitors who share their keys and those they stole.
///
/// # Errors
/// Why it cannot be begun.
///
/// ```
/// use generals::{lab::search::exhaust, link::{LinkSize, parse}};
///
/// let base = parse("v=1&p=om&n=4&t=3", LinkSize::Any).unwrap().scenario;
/// let mut search = exhaust(&base).unwrap();
/// while !search.progress().is_done {
///     search.advance(1_000);
/// }
/// assert_eq!((search.progress().tried, search.found()), (4, None));
/// ```
pub fn exhaust(base: &Scenario) -> Result<Box<dyn Search>, NotSearched> {
    asked(base, Tool::Exhaust)?;
    if base.spec().evidence == Evidence::Letters {
        if base.n() > JOINT_GENERALS_MAX {
            let fits = |army: &Scenario| army.n() <= JOINT_GENERALS_MAX;
            return Err(NotSearched::TooManyGenerals {
                size: base.n() as u128,
                nearest: nearest(base, &fits),
            });
        }
        return Ok(base.protocol().ask(Joint { base }));
    }
    match Exhaust::new(base) {
        Ok(search) => Ok(Box::new(search)),
        Err(why) => {
            let fits = |army: &Scenario| Exhaust::new(army).is_ok();
            let nearest = nearest(base, &fits);
            Err(match why {
                NotExhausted::Strategies(size) => NotSearched::TooManyStrategies { size, nearest },
                NotExhausted::Messages(size) => NotSearched::TooManyMessages { size, nearest },
                NotExhausted::Signed => NotSearched::NotForThis,
            })
        }
    }
}

/// The search among runs drawn by lot, which the scenario's seed decides; what is found is made smaller.
///
/// # Errors
/// Why it cannot be begun.
pub fn sample(base: &Scenario) -> Result<Box<dyn Search>, NotSearched> {
    asked(base, Tool::Sample)?;
    let fits = |army: &Scenario| messages_at_most(army).total <= EXHAUSTED_MESSAGES_MAX;
    if !fits(base) {
        return Err(NotSearched::TooManyMessages {
            size: messages_at_most(base).total,
            nearest: nearest(base, &fits),
        });
    }
    Ok(Box::new(RandomSearch::new(base)))
}

fn asked(base: &Scenario, tool: Tool) -> Result<(), NotSearched> {
    if !base.spec().answers(tool) {
        return Err(NotSearched::NotForThis);
    }
    let conditions = [Condition::Agreement, Condition::Validity];
    if conditions
        .iter()
        .any(|condition| is_claimed(base, None, *condition))
    {
        Ok(())
    } else {
        Err(NotSearched::NothingClaimed)
    }
}

fn nearest(base: &Scenario, fits: &dyn Fn(&Scenario) -> bool) -> Option<Box<Scenario>> {
    smaller_armies(base).find(fits).map(Box::new)
}

struct Joint<'a> {
    base: &'a Scenario,
}

impl Visitor for Joint<'_> {
    type Answer = Box<dyn Search>;

    fn visit<D: Definition>(self) -> Box<dyn Search> {
        Box::new(AdversarySearch::new(D::machine(self.base), self.base))
    }
}
