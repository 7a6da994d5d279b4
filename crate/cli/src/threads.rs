//! Work shared by threads, so that the answer is the same for any number of them.

use std::{
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    thread,
};

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_piece_is_the_answer_for_any_number_of_threads() {
        for threads in 1..9 {
            let tried = Mutex::new(Vec::new());
            let found = first_of(
                threads,
                1_000,
                || (),
                |(), piece| {
                    tried.lock().unwrap().push(piece);
                    (piece % 100 == 37 || piece > 500).then_some(piece)
                },
            );
            assert_eq!(found, Some((37, 37)), "{threads} threads");
            let mut before = tried.into_inner().unwrap();
            before.retain(|piece| *piece <= 37);
            before.sort_unstable();
            assert_eq!(
                before,
                (0..=37).collect::<Vec<_>>(),
                "each once, {threads} threads"
            );
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
}
