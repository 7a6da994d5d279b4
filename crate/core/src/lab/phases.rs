//! In which phase coins end a run: measured over seeds, with everybody's own coin and with one for all.

use crate::{
    protocol::{Tool, deliver_to, registry::messages_at_most},
    run::{Mark, MarkKind},
    scenario::{DeliveryOrder, Own, Scenario, Variant},
    word::limits::{PHASES_DELIVERIES_MAX, PHASES_DRAWN_LETTER, PHASES_MAX, PHASES_SEEDS_MAX},
};

/// In how many runs the last loyal general decided in each phase.
///
/// ```
/// use generals::{lab::phases::phases, link::{LinkSize, parse}};
///
/// let base = parse("v=1&p=benor&n=6&i=AAAAAA", LinkSize::Any).unwrap().scenario;
/// let own = phases(&base, 10).unwrap().own;
/// assert_eq!((own.counts[0], own.undecided), (10, 0), "with one opinion no coin is tossed");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhaseCounts {
    /// By phase, the first one first; as many as there can be.
    pub counts: Vec<u64>,
    /// In how many somebody loyal never decided.
    pub undecided: u64,
}

/// What was measured.
///
/// ```
/// use generals::{lab::phases::phases, link::{LinkSize, parse}};
///
/// let base = parse("v=1&p=benor&n=6", LinkSize::Any).unwrap().scenario;
/// let found = phases(&base, 50).unwrap();
/// let runs = found.common.counts.iter().sum::<u64>() + found.common.undecided;
/// assert_eq!((found.seeds, runs), (50, 50));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phases {
    /// How many seeds: the scenario's own, and those that follow.
    pub seeds: u64,
    /// With a coin for each.
    pub own: PhaseCounts,
    /// With one coin for all.
    pub common: PhaseCounts,
}

/// Of how many seeds this army can be asked at once.
///
/// ```
/// use generals::{lab::phases::seeds_max, link::{LinkSize, parse}};
///
/// let most = |link| seeds_max(&parse(link, LinkSize::Any).unwrap().scenario);
/// assert_eq!(most("v=1&p=benor&n=6"), 1_000);
/// assert_eq!(most("v=1&p=benor&n=64"), 16, "long runs of many letters");
/// assert_eq!(most("v=1&p=benor&n=64&q=random"), 4, "one of many letters is not found at once");
/// ```
#[must_use]
pub fn seeds_max(base: &Scenario) -> u64 {
    let is_by_lot = base
        .schedule()
        .is_some_and(|schedule| schedule.order == DeliveryOrder::Random);
    let letter = if is_by_lot { PHASES_DRAWN_LETTER } else { 1 };
    // Each seed is run twice.
    let each = 2 * letter * messages_at_most(base).total.max(1);
    let most = (PHASES_DELIVERIES_MAX / each).max(1);
    PHASES_SEEDS_MAX.min(u64::try_from(most).unwrap_or(PHASES_SEEDS_MAX))
}

/// Runs an army with so many seeds, with own coins and with a common one; everything else is the scenario's. `None` where no
/// coins are tossed, where nobody is loyal, for no seeds or for more than [`seeds_max`].
///
/// ```
/// use generals::{lab::phases::phases, link::{LinkSize, parse}};
///
/// let asked = |link, seeds| phases(&parse(link, LinkSize::Any).unwrap().scenario, seeds);
/// assert!(asked("v=1&p=benor&n=6", 1).is_some());
/// assert!(asked("v=1&p=benor&n=6", 0).is_none());
/// assert!(asked("v=1&p=bracha&n=4", 1).is_none());
/// ```
#[must_use]
pub fn phases(base: &Scenario, seeds: u64) -> Option<Phases> {
    let fits = (1..=seeds_max(base)).contains(&seeds);
    if !base.spec().answers(Tool::Phases) || base.loyal_deciders().is_empty() || !fits {
        return None;
    }
    let counted = |variant| {
        let mut counts = PhaseCounts {
            counts: vec![0; PHASES_MAX],
            undecided: 0,
        };
        for further in 0..seeds {
            let run = with(base, base.seed().wrapping_add(further), variant);
            match last_phase(&run).and_then(|phase| counts.counts.get_mut(phase - 1)) {
                Some(count) => *count += 1,
                None => counts.undecided += 1,
            }
        }
        counts
    };
    Some(Phases {
        seeds,
        own: counted(None),
        common: counted(Some(Variant::Common)),
    })
}

/// The same army with another seed and these coins.
fn with(base: &Scenario, seed: u64, variant: Option<Variant>) -> Scenario {
    let mut run = base.clone();
    run.seed = seed;
    if let Own::Setting(setting) = &mut run.own {
        setting.variant = variant;
    }
    run
}

/// The phase in which the last loyal general decides; `None` where somebody never does.
fn last_phase(run: &Scenario) -> Option<usize> {
    let done = deliver_to(&mut *run.army()?, run);
    let decided = |marks: &Vec<(usize, Mark)>| {
        let mut marks = marks.iter().map(|(_, mark)| mark);
        marks
            .find(|mark| mark.kind == MarkKind::Decide)
            .map(|mark| mark.phase)
    };
    let loyal = run.loyal_deciders().iter();
    let phases: Option<Vec<usize>> = loyal
        .map(|general| decided(&done.marks[general.index()]))
        .collect();
    phases?.into_iter().max()
}
