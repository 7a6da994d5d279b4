//! How far long work is, told on a terminal's standard error, and nowhere else.

use std::{
    panic::resume_unwind,
    sync::{
        atomic::{AtomicU64, Ordering},
        mpsc::{RecvTimeoutError, channel},
    },
    thread,
    time::Duration,
};

use indicatif::{ProgressBar, ProgressStyle};

/// What is done sooner is not told of.
const PATIENCE: Duration = Duration::from_secs(1);
/// How often it is told.
const BETWEEN: Duration = Duration::from_millis(100);

/// How much is done.
pub(crate) struct Progress {
    what: &'static str,
    done: AtomicU64,
    total: Option<u64>,
}

impl Progress {
    /// Nothing of it yet. Without a total only that it goes on is told.
    pub(crate) const fn of(what: &'static str, total: Option<u64>) -> Self {
        Self {
            what,
            done: AtomicU64::new(0),
            total,
        }
    }

    /// So much more is done.
    pub(crate) fn add(&self, more: u64) {
        self.done.fetch_add(more, Ordering::Relaxed);
    }

    /// Works, and tells how far it is if that takes long.
    pub(crate) fn during<T: Send>(&self, work: impl FnOnce() -> T + Send) -> T {
        thread::scope(|scope| {
            let (working, ended) = channel::<()>();
            let worker = scope.spawn(move || {
                let answer = work();
                drop(working);
                answer
            });
            if ended.recv_timeout(PATIENCE) == Err(RecvTimeoutError::Timeout) {
                let bar = self.bar();
                while ended.recv_timeout(BETWEEN) == Err(RecvTimeoutError::Timeout) {
                    bar.set_position(self.done.load(Ordering::Relaxed));
                    bar.tick();
                }
                bar.finish_and_clear();
            }
            worker.join().unwrap_or_else(|panic| resume_unwind(panic))
        })
    }

    fn bar(&self) -> ProgressBar {
        // Draws on standard error, and only where that is a terminal.
        let (bar, form) = match self.total {
            Some(total) => (
                ProgressBar::new(total),
                "{msg} {human_pos} of {human_len}, {eta} to go",
            ),
            None => (
                ProgressBar::new_spinner(),
                "{msg} {human_pos}, for {elapsed}",
            ),
        };
        let style = ProgressStyle::with_template(form);
        bar.with_message(self.what)
            .with_style(style.unwrap_or_else(|_| ProgressStyle::default_spinner()))
    }
}

/// Works on what nobody can say how far it is.
pub(crate) fn waiting<T: Send>(what: &'static str, work: impl FnOnce() -> T + Send) -> T {
    Progress::of(what, None).during(work)
}
