//! Which search answers a question about a scenario's traitors, and why none does.

#[cfg(feature = "network")]
use crate::lab::network::{exhaust::MessageSets, sample::NetworkSample};
use crate::{
    lab::{
        adversary_search::AdversarySearch,
        attack::is_claimed,
        exhaust::{Exhaust, NotExhausted},
        joint_states::JointStates,
        random_search::RandomSearch,
        search::Search,
        smaller::smaller_armies,
    },
    protocol::{Spec, Stepped, Tool, Visitor, machine::StepMachine, registry::messages_at_most},
    scenario::Scenario,
    word::limits::{EXHAUSTED_MESSAGES_MAX, JOINT_GENERALS_MAX},
};

/// Why a search is not begun. Where there is too much of something, `nearest` is a smaller army in which it can be done.
///
/// ```
/// use generals::{lab::begin::{NotSearched, exhaust}, link::{LinkSize, parse}};
///
/// let base = parse("v=1&p=om&n=10&m=2&t=2.3", LinkSize::Any).unwrap().scenario;
/// let Some(NotSearched::TooManyStrategies { nearest, .. }) = exhaust(&base).err() else { panic!() };
/// let smaller = nearest.unwrap();
/// assert!(smaller.n() < 10 && smaller.traitors().len() == 2, "an army of fewer loyal generals");
/// assert!(exhaust(&smaller).is_ok());
/// ```
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
    /// Traitors can send so many sets of messages.
    TooManySets {
        /// How many; [`u128::MAX`]: so many or more.
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
/// Of protocols by paths, every word attack or retreat to a loyal general, a silence counting as retreat; of those whose generals
/// keep little of past rounds, every situation that can arise; where letters are slow every set of messages, under the
/// scenario's schedule; of others every choice from the menus of traitors who share their keys and those they stole.
///
/// # Errors
/// Why it cannot be begun.
///
/// ```
/// use generals::{lab::begin::exhaust, link::{LinkSize, parse}};
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
    #[cfg(feature = "network")]
    if base.spec().is_scheduled() {
        return message_sets(base);
    }
    if Joint::is_asked_of(base.spec()) {
        let asked = base.protocol().ask(Joint { base });
        return asked.unwrap_or(Err(NotSearched::NotForThis));
    }
    match Exhaust::new(base) {
        Ok(search) => Ok(Box::new(search)),
        Err(why) => {
            let fits = |army: &Scenario| Exhaust::new(army).is_ok();
            let nearest = nearest(base, &fits);
            Err(match why {
                NotExhausted::Strategies(size) => NotSearched::TooManyStrategies { size, nearest },
                NotExhausted::Messages(size) => NotSearched::TooManyMessages { size, nearest },
                NotExhausted::NoPaths => NotSearched::NotForThis,
            })
        }
    }
}

#[cfg(feature = "network")]
fn message_sets(base: &Scenario) -> Result<Box<dyn Search>, NotSearched> {
    match MessageSets::new(base) {
        Ok(search) => Ok(Box::new(search)),
        Err(None) => Err(NotSearched::NotForThis),
        Err(Some(size)) => {
            let fits = |army: &Scenario| MessageSets::new(army).is_ok();
            let nearest = nearest(base, &fits);
            Err(NotSearched::TooManySets { size, nearest })
        }
    }
}

/// The search among runs drawn by lot, which the scenario's seed decides; what is found is made smaller. Where letters are slow
/// delays are drawn too.
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
    #[cfg(feature = "network")]
    if base.spec().is_scheduled() {
        return Ok(Box::new(NetworkSample::new(base)));
    }
    Ok(Box::new(RandomSearch::new(base)))
}

/// Whether a protocol may be asked this, and claims anything that these traitors could break.
pub(crate) fn asked(base: &Scenario, tool: Tool) -> Result<(), NotSearched> {
    if !base.spec().answers(tool) {
        return Err(NotSearched::NotForThis);
    }
    let conditions = base.spec().conditions;
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
    type Answer = Result<Box<dyn Search>, NotSearched>;

    /// Of protocols by paths the circuit of decisions answers.
    fn is_asked_of(spec: &Spec) -> bool {
        !spec.votes_over_paths
    }

    fn visit<D: Stepped>(self) -> Self::Answer {
        let Self { base } = self;
        let too_many = |size: usize, fits: &dyn Fn(&Scenario) -> bool| {
            let nearest = nearest(base, fits);
            let size = size as u128;
            Err(NotSearched::TooManyGenerals { size, nearest })
        };
        let machine = D::machine(base);
        if <D::Machine as StepMachine>::FORGETS && machine.forgets() {
            return match JointStates::new(machine, base) {
                Some(search) => Ok(Box::new(search)),
                None => too_many(base.n(), &JointStates::<D::Machine>::fits),
            };
        }
        if base.n() > JOINT_GENERALS_MAX {
            return too_many(base.n(), &|army| army.n() <= JOINT_GENERALS_MAX);
        }
        Ok(Box::new(AdversarySearch::new(machine, base)))
    }
}
