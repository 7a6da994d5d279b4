//! What a general does between two rounds.

use crate::{
    program::{
        code::Code,
        machine::{ProgramState, Programmed},
        plan::Step,
        state::AtPath,
        task::{Do, DoKind},
        types::word_of,
    },
    protocol::machine::StepMachine,
    word::{Path, Word},
};

impl Programmed {
    /// What he does before a round begins: his part of it, what he will say, and his own word if he tells himself. He speaks by
    /// what he heard in the round before. After the last round what he heard in it stays, for what he decides.
    pub(super) fn begin(&self, state: &mut ProgramState, round: usize) {
        while state.round < round {
            self.work(state);
            state.round += 1;
            if state.round <= self.rounds() {
                let me = state.general;
                let send = self.send_of(state.round);
                state.says = send.map_or(Word::Silence, |send| self.word(state, send));
                let own = send.filter(|send| self.layout.tells(state.round, send, me, me));
                state.heard = vec![None; self.layout.n];
                state.heard[me.index()] = own.map(|_| state.says);
            }
        }
    }

    /// Does what stands behind the round in which he is.
    fn work(&self, state: &mut ProgramState) {
        let Some(part) = self.layout.plan.parts.get(state.round) else {
            return;
        };
        for step in part {
            match step {
                Step::Count { variable, value } => state.variables[*variable] = *value,
                Step::Do(kind) => self.run(state, kind),
            }
        }
    }

    fn run(&self, state: &mut ProgramState, kind: &DoKind) {
        match kind {
            DoKind::Set { variable, value } => {
                let value = value.value(&self.seen(state));
                state.variables[*variable] = value;
            }
            DoKind::If { arms, .. } => {
                let holds = |(when, _): &&(Code, Vec<Do>)| when.value(&self.seen(state)) != 0;
                if let Some((_, block)) = arms.iter().find(holds) {
                    self.run_all(state, block);
                }
            }
            DoKind::For {
                variable,
                from,
                to,
                block,
            } => {
                for value in from.up_to(to, &self.seen(state)) {
                    state.variables[*variable] = value;
                    self.run_all(state, block);
                }
            }
            DoKind::Resolve(word) => {
                let results = self.resolved(state, word);
                state.results = results;
            }
            DoKind::Send(_) | DoKind::Gather(_) | DoKind::Collect(_) | DoKind::Decide(_) => {}
        }
    }

    fn run_all(&self, state: &mut ProgramState, block: &[Do]) {
        for one in block {
            self.run(state, &one.kind);
        }
    }

    /// What everybody's word amounts to, by the rule of `resolve`; of a broadcast the commander's alone.
    fn resolved(&self, state: &ProgramState, word: &Code) -> Vec<Word> {
        let Some((_, gathering)) = self.layout.gathering() else {
            return Vec::new();
        };
        let rule = |direct: Word, votes: &[Word]| {
            let seen = self.seen(state);
            word_of(word.value(&AtPath {
                seen,
                direct,
                votes,
            }))
        };
        let me = state.general;
        let sources = gathering.sources().iter();
        sources
            .map(|source| match source == me {
                true => state.given,
                false => gathering.resolve(&state.gathered, me, &Path::from_source(source), &rule),
            })
            .collect()
    }
}
