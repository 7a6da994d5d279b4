//! Every strategy of a link's traitors, on all cores where they have numbers.

use generals::{
    Scenario,
    lab::{
        begin::{self, NotSearched},
        exhaust::Exhaust,
        search::{Progress as Progressed, Search},
    },
    limits::SHARED_SLOTS_MAX,
};
use generals_wire::{SearchKind, SearchProgress, link_of};

use crate::{
    arguments,
    output::{Ending, Output},
    progress::Progress,
    refusal::Refusal,
    search::tell,
    source::army,
    threads::first_of,
    words::counted,
};

/// Strategies of a piece: a thread goes through so many, about some milliseconds, before it takes the next.
const PIECE: u64 = 1 << 18;

/// Strategies, or steps of a search that has no numbers, after which it says how far it is.
const STEPS: u64 = 1 << 12;

pub(crate) fn exhaust(asked: &arguments::Search, output: &mut Output) -> Result<Ending, Refusal> {
    let base = army(&asked.link.link)?;
    let answer = match begun(&base)? {
        Begun::Numbered(all) => numbered(&all, asked.threads.count()),
        Begun::Whole(search) => whole(search),
    };
    let thing = match (answer.kind, base.spec().votes_over_paths) {
        (SearchKind::States, _) => "situation",
        (_, true) => "strategy",
        (_, false) => "run",
    };
    let none = match answer.kind {
        SearchKind::Exhausted => {
            let all = counted(answer.tried as u64, thing);
            format!("tried all {all}: none breaks a condition")
        }
        SearchKind::States => {
            let all = counted(answer.tried as u64, thing);
            format!("visited all {all} in which the loyal can be: none breaks a condition")
        }
        SearchKind::Part | SearchKind::Sampled => {
            let some = counted(answer.tried as u64, thing);
            format!(
                "tried {some}, none found: some parts were too large and are left out, of which nothing is known"
            )
        }
    };
    tell(&answer, thing, &none, asked.link.json, output)
}

/// A search that has not gone anywhere yet.
enum Begun {
    /// Its strategies have numbers, so that each thread can take some.
    Numbered(Box<Exhaust>),
    /// It goes from one case to the next.
    Whole(Box<dyn Search>),
}

fn begun(base: &Scenario) -> Result<Begun, Refusal> {
    match begin::exhaust(base) {
        Ok(search) if !base.spec().votes_over_paths => return Ok(Begun::Whole(search)),
        Ok(_) => {}
        // A page waits for fewer.
        Err(NotSearched::TooManyStrategies { size, .. }) if size <= SHARED_SLOTS_MAX => {}
        Err(why) => return Err(why.into()),
    }
    match Exhaust::up_to(base, SHARED_SLOTS_MAX) {
        Ok(all) => Ok(Begun::Numbered(Box::new(all))),
        Err(_) => Err(NotSearched::NotForThis.into()),
    }
}

/// The first strategy that breaks, or none, found by so many threads.
fn numbered(all: &Exhaust, threads: usize) -> SearchProgress {
    let total = all.total();
    let progress = Progress::of("tried", Some(total));
    let attempt = |search: &mut Exhaust, piece: u64| {
        let from = piece * PIECE;
        search.skip_to(from);
        while search.tried() < total.min(from + PIECE) {
            search.advance(1);
            if let Some(run) = search.found() {
                return Some((search.tried(), run));
            }
        }
        progress.add(PIECE);
        None
    };
    let found =
        progress.during(|| first_of(threads, total.div_ceil(PIECE), || all.clone(), attempt));
    let found = found.map(|(_, found)| found);
    SearchProgress {
        kind: SearchKind::Exhausted,
        tried: found.as_ref().map_or(total, |(tried, _)| *tried) as f64,
        total: Some(total as f64),
        done: true,
        breaks: found.is_some(),
        found: found.and_then(|(_, run)| link_of(&run)),
    }
}

/// The same by one thread.
fn whole(mut search: Box<dyn Search>) -> SearchProgress {
    let Progressed { total, .. } = search.progress();
    let progress = Progress::of("tried", total);
    progress.during(|| {
        while search.found().is_none() && !search.is_done() {
            let before = search.tried();
            search.advance(STEPS);
            progress.add(search.tried() - before);
        }
    });
    SearchProgress::of(&*search)
}
