//! The ladder: how weak traitors may be and still break a condition.
//!
//! Four kinds of traitors, each of whom may do all that a weaker one may: who crashes, who leaves messages out, and who does
//! anything; beside them who is his own twin, and says what some honest copy of him would say. Where all their runs can be tried they are. What
//! nobody can break no weaker one can, and what a weaker one breaks a stronger one breaks with the same run.

use crate::{
    lab::{
        any_machine::AnyMachine,
        attack::{AmongTraitors, Attack, smallest},
        begin::{NotSearched, asked, exhaust, sample},
        choices::{AllChoices, Lot},
        search::{self, Search},
        weak_run::{WeakArmy, WeakRun},
    },
    protocol::{Tool, registry::messages_at_most},
    scenario::Scenario,
    word::limits::{
        LADDER_MESSAGES_MAX, LADDER_SITUATIONS_WORK_MAX, LADDER_STEPS_MAX, LADDER_STRATEGIES_MAX,
        LADDER_WORK_MAX,
    },
};

pub use crate::lab::weak_run::Weakness;

/// How an answer of the ladder is known.
///
/// ```
/// use generals::{lab::ladder::{Known, ladder}, link::{LinkSize, parse}};
///
/// let known = |link| {
///     let found = ladder(&parse(link, LinkSize::Any).unwrap().scenario).unwrap();
///     (found.crash.unwrap().known, found.arbitrary.unwrap().known)
/// };
/// assert_eq!(known("v=1&p=om&n=4&t=3"), (Known::Exhausted, Known::Exact));
/// assert_eq!(known("v=1&p=sm&n=4&t=3"), (Known::Exhausted, Known::Exhausted));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// By an exact algorithm, or because nobody stronger breaks anything.
    Exact,
    /// All runs were tried.
    Exhausted,
    /// Some runs were tried, one after another, until one was found.
    Part,
    /// Some runs were tried, drawn by lot: nothing follows from finding nothing.
    Sampled,
}

impl Known {
    /// Whether finding nothing means that there is nothing.
    #[must_use]
    pub const fn is_certain(self) -> bool {
        matches!(self, Self::Exact | Self::Exhausted)
    }
}

/// What traitors of one kind can do.
///
/// ```
/// use generals::{Trace, lab::ladder::ladder, link::{LinkSize, parse}};
///
/// let base = parse("v=1&p=om&n=3&t=3", LinkSize::Any).unwrap().scenario;
/// let crash = ladder(&base).unwrap().crash.unwrap();
/// assert_eq!((crash.tried, crash.breaks), (2, true), "he speaks once: he does, or he has crashed");
/// let run = crash.run.unwrap();
/// assert_eq!(run.link(), "v=1&p=om&n=3&t=3&s=honest&x=1.3-2S");
/// assert!(Trace::new(run).unwrap().verdict().is_broken());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rung {
    /// How it is known.
    pub known: Known,
    /// How many runs were tried; 0 where an algorithm answers.
    pub tried: u64,
    /// Whether a condition can be broken, as far as is known.
    pub breaks: bool,
    /// A run that breaks one; `None` where none is known, or where its lies are too many to be written.
    pub run: Option<Scenario>,
}

impl Rung {
    /// Whether it is certain that nothing breaks.
    #[must_use]
    pub const fn is_safe(&self) -> bool {
        !self.breaks && self.known.is_certain()
    }

    /// What nobody stronger breaks.
    const fn without_trial() -> Self {
        Self {
            known: Known::Exact,
            tried: 0,
            breaks: false,
            run: None,
        }
    }
}

/// The four kinds; `None` where it cannot be asked.
///
/// ```
/// use generals::{lab::ladder::ladder, link::{LinkSize, parse}};
///
/// // Silence counts as retreat: where the order is that, it helps nobody, and no honest copy says anything else.
/// let base = parse("v=1&p=om&n=4&t=3.4&o=R", LinkSize::Any).unwrap().scenario;
/// let found = ladder(&base).unwrap();
/// let rungs = [found.crash, found.omission, found.twins, found.arbitrary];
/// assert_eq!(rungs.map(|rung| rung.unwrap().breaks), [false, false, false, true]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ladder {
    /// Each traitor on his own is silent from some step on, and honest before.
    pub crash: Option<Rung>,
    /// Traitors only leave messages out.
    pub omission: Option<Rung>,
    /// Traitors say what honest copies of them would say.
    pub twins: Option<Rung>,
    /// Traitors do anything.
    pub arbitrary: Option<Rung>,
}

impl Ladder {
    /// The rung of traitors who are so weak.
    #[must_use]
    pub const fn weak(&self, weakness: Weakness) -> Option<&Rung> {
        match weakness {
            Weakness::Crash => self.crash.as_ref(),
            Weakness::Omission => self.omission.as_ref(),
            Weakness::Twins => self.twins.as_ref(),
        }
    }
}

/// How weak the traitors of a scenario may be and still break a condition, with its inputs and stolen keys; its own lies
/// play no part.
///
/// # Errors
/// Why it cannot be asked.
pub fn ladder(base: &Scenario) -> Result<Ladder, NotSearched> {
    asked(base, Tool::Ladder)?;
    let mut arbitrary = arbitrary(base);
    let is_safe = arbitrary.as_ref().is_some_and(Rung::is_safe);
    let weak = |weakness| {
        if messages_at_most(base).total > LADDER_MESSAGES_MAX {
            return None;
        }
        let machine = AnyMachine::of(base)?;
        Some(rung(&WeakArmy::new(machine, base, weakness), is_safe))
    };
    let mut crash = weak(Weakness::Crash);
    let mut omission = weak(Weakness::Omission);
    let mut twins = weak(Weakness::Twins);
    // What a weaker one breaks a stronger one breaks.
    raise(crash.as_ref(), &mut omission);
    raise(omission.as_ref(), &mut arbitrary);
    raise(twins.as_ref(), &mut arbitrary);
    // What a stronger one cannot break no weaker one can.
    lower(arbitrary.as_ref(), &mut omission);
    lower(arbitrary.as_ref(), &mut twins);
    lower(arbitrary.as_ref(), &mut crash);
    lower(omission.as_ref(), &mut crash);
    Ok(Ladder {
        crash,
        omission,
        twins,
        arbitrary,
    })
}

/// A stronger one, of whom nothing was found, can do what a weaker one did.
fn raise(weaker: Option<&Rung>, stronger: &mut Option<Rung>) {
    let (Some(weaker), Some(stronger)) = (weaker, stronger) else {
        return;
    };
    if weaker.breaks && !stronger.breaks && !stronger.known.is_certain() {
        stronger.breaks = true;
        stronger.run.clone_from(&weaker.run);
    }
}

/// Of a weaker one nothing more need be tried where a stronger one certainly breaks nothing.
fn lower(stronger: Option<&Rung>, weaker: &mut Option<Rung>) {
    let is_known = weaker.as_ref().is_some_and(|rung| rung.known.is_certain());
    if stronger.is_some_and(Rung::is_safe) && !is_known {
        *weaker = Some(Rung::without_trial());
    }
}

/// What traitors can do who do anything: by the exact algorithm where there is one, else by the search among all they can do,
/// or by lot where that is too much.
fn arbitrary(base: &Scenario) -> Option<Rung> {
    if base.spec().answers(Tool::Attack) {
        return Some(by_algorithm(base));
    }
    let all = exhaust(base).ok().and_then(|search| all_of(base, search));
    all.or_else(|| some_of(base))
}

fn by_algorithm(base: &Scenario) -> Rung {
    let conditions = base.spec().conditions.iter();
    let fewest = conditions
        .filter_map(|condition| smallest(base, *condition, AmongTraitors::Counted))
        .min_by_key(Attack::rank);
    Rung {
        known: Known::Exact,
        tried: 0,
        breaks: fewest.is_some(),
        run: fewest.and_then(|attack| attack.scenario),
    }
}

/// All that a search tries; `None` where it is too much and nothing was found.
fn all_of(base: &Scenario, mut search: Box<dyn Search>) -> Option<Rung> {
    let most = match search.progress().kind {
        search::Kind::States => LADDER_SITUATIONS_WORK_MAX,
        _ if base.spec().votes_over_paths => LADDER_STRATEGIES_MAX,
        _ => LADDER_STEPS_MAX,
    };
    if search.progress().total.is_some_and(|total| total > most) {
        return None;
    }
    search.advance(most);
    let progress = search.progress();
    let known = match progress.kind {
        search::Kind::Exhausted if progress.is_done => Known::Exhausted,
        // Every situation of the loyal, however it comes about: exact, though not every run is tried.
        search::Kind::States if progress.is_done => Known::Exact,
        _ => Known::Part,
    };
    (known.is_certain() || progress.breaks).then(|| Rung {
        known,
        tried: if known == Known::Exact {
            0
        } else {
            progress.tried
        },
        breaks: progress.breaks,
        run: search.found(),
    })
}

/// Some of it, drawn by lot; `None` where one run is too much.
fn some_of(base: &Scenario) -> Option<Rung> {
    if messages_at_most(base).total > LADDER_MESSAGES_MAX {
        return None;
    }
    let mut search = sample(base).ok()?;
    let messages = messages_at_most(base).total.max(1) as u64;
    search.advance(LADDER_WORK_MAX.div_ceil(messages));
    let progress = search.progress();
    Some(Rung {
        known: Known::Sampled,
        tried: progress.tried,
        breaks: progress.breaks,
        run: search.found(),
    })
}

/// What traitors can do who are so weak. Where nobody breaks anything, however strong, trying them all only counts them.
fn rung(army: &WeakArmy, is_safe: bool) -> Rung {
    let most = if is_safe {
        LADDER_WORK_MAX / 2
    } else {
        LADDER_WORK_MAX
    };
    let (all, is_whole) = try_all(army, most);
    if is_whole || all.best.is_some() {
        let known = if is_whole {
            Known::Exhausted
        } else {
            Known::Part
        };
        return all.rung(army, known);
    }
    if is_safe {
        return Rung::without_trial();
    }
    try_some(army, army.seed()).rung(army, Known::Sampled)
}

/// What was tried.
struct Trials {
    tried: u64,
    work: u64,
    is_cut: bool,
    /// Of those that break the first with the fewest lies.
    best: Option<WeakRun>,
}

impl Trials {
    const fn none() -> Self {
        Self {
            tried: 0,
            work: 0,
            is_cut: false,
            best: None,
        }
    }

    fn take(&mut self, run: WeakRun) {
        self.tried += 1;
        self.work += run.work;
        self.is_cut |= run.is_cut;
        let is_better = self.best.as_ref().is_none_or(|best| run.lies < best.lies);
        if run.breaks && is_better {
            self.best = Some(run);
        }
    }

    fn rung(self, army: &WeakArmy, known: Known) -> Rung {
        Rung {
            known,
            tried: self.tried,
            breaks: self.best.is_some(),
            run: self.best.map(|run| army.scenario(run)),
        }
    }
}

/// All runs, up to so much work; whether these are all.
fn try_all(army: &WeakArmy, most: u64) -> (Trials, bool) {
    let mut trials = Trials::none();
    let mut all = AllChoices::default();
    while trials.work <= most {
        trials.take(army.run(&mut |ways| all.choose(ways)));
        if !all.go_on() {
            let is_whole = !trials.is_cut;
            return (trials, is_whole);
        }
    }
    (trials, false)
}

/// Runs drawn by lot, up to the limit.
fn try_some(army: &WeakArmy, seed: u64) -> Trials {
    let mut trials = Trials::none();
    while trials.work <= LADDER_WORK_MAX {
        let mut lot = Lot::of(seed, trials.tried);
        trials.take(army.run(&mut |ways| lot.choose(ways)));
    }
    trials
}
