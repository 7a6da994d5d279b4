//! Everybody tells everybody what he heard, with the path it came by, and comes to something of it from the leaves upwards: the
//! messages of OM(m), with whatever rule the program has for what a path amounts to.

use std::collections::BTreeMap;

use crate::{
    program::ProgramTask,
    protocol::machine::Refusal,
    word::{General, Generals, Order, Path, Paths, Word},
};

/// What one general heard by each path; by none else anything.
pub(super) type Heard = BTreeMap<Path, Order>;

/// A word on its way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Relayed {
    pub(super) path: Path,
    pub(super) to: General,
    pub(super) order: Order,
}

/// How a program gathers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Gathering {
    pub(super) task: ProgramTask,
    pub(super) n: usize,
    /// How many rounds it takes: as many speakers as the longest path has.
    pub(super) rounds: usize,
}

impl Gathering {
    /// Whose words are gathered.
    pub(super) fn sources(self) -> Generals {
        match self.task {
            ProgramTask::Broadcast => Generals::NONE.with(General::COMMANDER),
            ProgramTask::Consensus => Generals::all(self.n),
        }
    }

    /// All paths of a length by which something can reach a general.
    fn paths(self, to: General, length: usize) -> impl Iterator<Item = Path> {
        let sources = self.sources().without(to).iter();
        let paths = sources.flat_map(move |source| Paths::from_source(source, self.n, length));
        paths.filter(move |path| !path.contains(to))
    }

    /// How many words can reach one general, in all rounds.
    pub(super) fn words(self) -> u64 {
        let others = self.n.saturating_sub(1) as u64;
        let sources = match self.task {
            ProgramTask::Broadcast => 1,
            ProgramTask::Consensus => others,
        };
        let mut of_length = sources;
        let mut all: u64 = 0;
        for length in 1..=self.rounds as u64 {
            all = all.saturating_add(of_length);
            of_length = of_length.saturating_mul(others.saturating_sub(length));
        }
        all
    }

    /// What an honest general tells another in a round: first his own word, then what he heard by each path that neither of
    /// them is on. Who heard nothing passes on retreat (LSP82 OM(m), step 2).
    pub(super) fn send(
        self,
        heard: &Heard,
        (me, given): (General, Word),
        round: usize,
        to: General,
    ) -> Vec<Relayed> {
        if round == 1 {
            let order = given.order().filter(|_| self.sources().contains(me));
            let told = order.map(|order| Relayed {
                path: Path::from_source(me),
                to,
                order,
            });
            return told.into_iter().collect();
        }
        let paths = self.paths(me, round - 1);
        let paths = paths.filter(|path| !path.contains(to));
        paths
            .map(|path| Relayed {
                order: heard.get(&path).copied().unwrap_or_default(),
                path: path.then(me),
                to,
            })
            .collect()
    }

    /// Takes in a word.
    pub(super) fn take_in(
        self,
        heard: &mut Heard,
        (me, round, from): (General, usize, General),
        told: &Relayed,
    ) -> Result<(), Refusal> {
        let path = &told.path;
        let is_known = path.set().and_not(Generals::all(self.n)).is_empty();
        if told.to != me || !is_known || !self.sources().contains(path.source()) {
            return Err(Refusal::NoSuchPath);
        }
        if path.speaker() != from {
            return Err(Refusal::NotHisOwn);
        }
        if path.len() != round {
            return Err(Refusal::WrongRound);
        }
        if path.contains(me) {
            return Err(Refusal::OwnPath);
        }
        if heard.contains_key(path) {
            return Err(Refusal::Repeated);
        }
        heard.insert(path.clone(), told.order);
        Ok(())
    }

    /// How many words on all paths are this one; silence is one too.
    pub(super) fn counted(self, heard: &Heard, me: General, word: Word) -> usize {
        let paths = (1..=self.rounds).flat_map(|length| self.paths(me, length));
        let said = |path: &Path| heard.get(path).copied().map_or(Word::Silence, Word::from);
        paths.filter(|path| said(path) == word).count()
    }

    /// What a path amounts to for a general: by the rule, of what its speaker told him and of what its branches amount to.
    pub(super) fn resolve(
        self,
        heard: &Heard,
        me: General,
        path: &Path,
        rule: &dyn Fn(Word, &[Word]) -> Word,
    ) -> Word {
        let direct = heard.get(path).copied().map_or(Word::Silence, Word::from);
        let mut votes = vec![direct];
        if path.len() < self.rounds {
            let others = Generals::all(self.n).and_not(path.set()).without(me).iter();
            votes.extend(others.map(|speaker| self.resolve(heard, me, &path.then(speaker), rule)));
        }
        rule(direct, &votes)
    }
}
