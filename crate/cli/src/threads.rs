//! Work shared by threads, so that the answer is the same for any number of them.

use std::{
    collections::BTreeMap,
    num::NonZero,
    ops::Range,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
        mpsc::sync_channel,
    },
    thread,
};

use clap::Args;

/// How many threads work.
#[derive(Args)]
pub(crate) struct Threads {
    /// Threads that work; as many as there are processors, if it is not said.
    #[arg(long, value_name = "N")]
    threads: Option<NonZero<usize>>,
}

impl Threads {
    pub(crate) fn count(&self) -> usize {
        let all = || std::thread::available_parallelism().map_or(1, NonZero::get);
        self.threads.map_or_else(all, NonZero::get)
    }
}

/// Tries pieces, numbered from 0, and gives the first that has something, whoever tried it and whenever.
///
/// Pieces are handed out in order, and none behind one that has something: so all before it are tried.
pub(crate) fn first_of<S, T: Send>(
    threads: usize,
    pieces: u64,
    begin: impl Fn() -> S + Sync,
    attempt: impl Fn(&mut S, u64) -> Option<T> + Sync,
) -> Option<(u64, T)> {
    let next = AtomicU64::new(0);
    let end = AtomicU64::new(pieces);
    let best: Mutex<Option<(u64, T)>> = Mutex::new(None);
    let work = || {
        let mut state = begin();
        loop {
            let piece = next.fetch_add(1, Ordering::SeqCst);
            if piece >= end.load(Ordering::SeqCst) {
                return;
            }
            if let Some(found) = attempt(&mut state, piece) {
                end.fetch_min(piece, Ordering::SeqCst);
                let mut best = best.lock().unwrap_or_else(PoisonError::into_inner);
                if best.as_ref().is_none_or(|(before, _)| piece < *before) {
                    *best = Some((piece, found));
                }
            }
        }
    };
    thread::scope(|scope| {
        for _ in 1..threads {
            scope.spawn(work);
        }
        work();
    });
    best.into_inner().unwrap_or_else(PoisonError::into_inner)
}

/// Answers that may wait for one that comes before them, for each thread.
const WAITING: usize = 16;

/// Works on numbers on many threads, and hands the answers on in the order of the numbers; ends with the first refusal.
pub(crate) fn in_order<T: Send, E>(
    threads: usize,
    numbers: Range<u64>,
    work: impl Fn(u64) -> T + Sync,
    mut take: impl FnMut(T) -> Result<(), E>,
) -> Result<(), E> {
    let next = AtomicU64::new(numbers.start);
    let (done, answers) = sync_channel(WAITING * threads);
    thread::scope(|scope| {
        for _ in 0..threads {
            let (done, next, work) = (done.clone(), &next, &work);
            scope.spawn(move || {
                loop {
                    let number = next.fetch_add(1, Ordering::SeqCst);
                    // Nobody takes answers any more where one was refused.
                    if number >= numbers.end || done.send((number, work(number))).is_err() {
                        return;
                    }
                }
            });
        }
        drop(done);
        let mut waiting = BTreeMap::new();
        let mut expected = numbers.start;
        // Taken apart, so that it is gone, and threads end, where one is refused.
        for (number, answer) in answers {
            waiting.insert(number, answer);
            while let Some(answer) = waiting.remove(&expected) {
                take(answer)?;
                expected += 1;
            }
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::AtomicBool;

    use super::*;

    #[test]
    fn the_first_piece_is_the_answer_for_any_number_of_threads() {
        for threads in 1..9 {
            let tried = Mutex::new(Vec::new());
            let is_next_found = AtomicBool::new(threads == 1);
            let attempt = |(): &mut (), piece: u64| {
                tried.lock().unwrap().push(piece);
                is_next_found.fetch_or(piece == 38, Ordering::SeqCst);
                // The next one finds something too, and sooner.
                while piece == 37 && !is_next_found.load(Ordering::SeqCst) {
                    thread::yield_now();
                }
                (piece >= 37).then_some(piece)
            };
            let found = first_of(threads, 1_000, || (), attempt);
            assert_eq!(found, Some((37, 37)), "{threads} threads");
            let mut before = tried.into_inner().unwrap();
            before.retain(|piece| *piece <= 37);
            before.sort_unstable();
            let all: Vec<u64> = (0..=37).collect();
            assert_eq!(before, all, "each once, {threads} threads");
        }
    }

    #[test]
    fn where_nothing_is_found_each_piece_was_tried_once() {
        let tried = AtomicU64::new(0);
        let found = first_of(
            4,
            300,
            || (),
            |(), piece| {
                tried.fetch_add(piece, Ordering::SeqCst);
                None::<()>
            },
        );
        assert_eq!((found, tried.into_inner()), (None, 300 * 299 / 2));
    }

    #[test]
    fn answers_come_in_order_until_one_is_refused() {
        for threads in 1..5 {
            let mut taken = Vec::new();
            let ended = in_order(
                threads,
                5..900,
                |number| number * number,
                |square| {
                    taken.push(square);
                    if taken.len() < 400 {
                        Ok(())
                    } else {
                        Err("enough")
                    }
                },
            );
            assert_eq!(ended, Err("enough"), "{threads} threads");
            assert_eq!(
                taken,
                (5..405).map(|number| number * number).collect::<Vec<u64>>()
            );
            let all = in_order(threads, 0..0, |_| (), |()| Err("nothing is asked"));
            assert_eq!(all, Ok(()));
        }
    }
}
