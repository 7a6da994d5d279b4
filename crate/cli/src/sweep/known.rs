//! What a line says, once it is read again: whether its army breaks, and whether nothing of it is open.

use serde::Deserialize;

/// A line, by what merging asks of it.
#[derive(Deserialize)]
struct Line {
    claimed: bool,
    kind: Option<String>,
    /// Of the fewest lies.
    condition: Option<String>,
    /// Of what is proved.
    promised: Option<bool>,
    /// Of searches.
    breaking: Option<u64>,
    crash: Option<Rung>,
    omission: Option<Rung>,
    twins: Option<Rung>,
    arbitrary: Option<Rung>,
}

#[derive(Deserialize)]
struct Rung {
    kind: String,
    breaks: bool,
}

/// How many lines say what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Known {
    /// A run that breaks is known.
    pub(crate) breaks: u64,
    /// None is, and nothing is open.
    pub(crate) holds: u64,
    /// Nothing is claimed.
    pub(crate) unclaimed: u64,
    /// It is not known: too large, a part, or drawn by lot.
    pub(crate) open: u64,
}

impl Known {
    /// Takes a line that was written by a sweep.
    pub(crate) fn take(&mut self, line: &[u8]) -> serde_json::Result<()> {
        let line: Line = serde_json::from_slice(line)?;
        let place = match &line {
            line if !line.claimed => &mut self.unclaimed,
            line if line.breaks() => &mut self.breaks,
            line if line.is_certain() => &mut self.holds,
            _ => &mut self.open,
        };
        *place += 1;
        Ok(())
    }
}

impl Line {
    fn rungs(&self) -> [Option<&Rung>; 4] {
        let Self {
            crash,
            omission,
            twins,
            arbitrary,
            ..
        } = self;
        [crash, omission, twins, arbitrary].map(Option::as_ref)
    }

    fn breaks(&self) -> bool {
        let by_search = self.breaking.is_some_and(|count| count > 0);
        let by_proof = self.promised == Some(false) && self.kind.as_deref() != Some("exact");
        let by_rung = self.rungs().into_iter().flatten().any(|rung| rung.breaks);
        self.condition.is_some() || by_search || by_proof || by_rung
    }

    fn is_certain(&self) -> bool {
        match self.kind.as_deref() {
            Some("exact" | "exhausted" | "states") => true,
            Some("theorem" | "found") => self.promised.is_some(),
            Some(_) => false,
            None => {
                let is_known = |rung: Option<&Rung>| {
                    rung.is_some_and(|rung| matches!(rung.kind.as_str(), "exact" | "exhausted"))
                };
                self.rungs().into_iter().all(is_known)
            }
        }
    }
}
