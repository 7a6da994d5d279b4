//! What traitors have, and what they can say.

use std::collections::{BTreeMap, BTreeSet};

use generals::{Slot, Word, Words};

use super::{Ask, Body, Letter, Plain, Seals, Statement, justified};

impl Plain<'_> {
    fn pool(&self) -> BTreeSet<Statement> {
        let traitors = self.soldiers.iter().filter(|one| !self.is_loyal(one.me));
        traitors
            .flat_map(|one| one.statements(|view| self.leader(view)))
            .collect()
    }

    fn proved(&self, before: usize, word: char) -> Option<Seals> {
        let pool = self.pool();
        (1..before).rev().find_map(|view| {
            let has = |by: &u8| !self.is_loyal(*by) || pool.contains(&(view, word, *by));
            let seals: BTreeMap<u8, bool> = (1..=self.n).filter(has).map(|by| (by, true)).collect();
            (seals.len() >= self.quorum && seals.contains_key(&self.leader(view)))
                .then_some((view, word, seals))
        })
    }

    fn best(&self, before: usize) -> Option<Seals> {
        let both = ['A', 'R'].into_iter();
        both.filter_map(|word| self.proved(before, word))
            .max_by_key(|(view, word, _)| (*view, *word))
    }

    fn loyal_asks(&self, view: usize) -> Vec<Ask> {
        let traitors = self.soldiers.iter().filter(|one| !self.is_loyal(one.me));
        let asks = traitors.flat_map(|one| one.asks(view));
        let asks = asks.filter(|ask| self.is_loyal(ask.by));
        let by: BTreeMap<u8, Ask> = asks.map(|ask| (ask.by, ask)).collect();
        by.into_values().collect()
    }

    fn proposal(&self, view: usize) -> char {
        let mut asks = self.loyal_asks(view);
        let shows = self.best(view);
        asks.push(Ask { by: 0, view, shows });
        justified(&asks).unwrap_or('R')
    }

    /// Any n−m asks that let this word stand, tried one set after the other.
    fn proof(&self, view: usize, word: char) -> Option<Vec<Ask>> {
        let mut choices: Vec<Vec<Ask>> = self
            .loyal_asks(view)
            .into_iter()
            .map(|ask| vec![ask])
            .collect();
        for by in (1..=self.n).filter(|by| !self.is_loyal(*by)) {
            let shows = [None, self.proved(view, 'A'), self.proved(view, 'R')];
            let known = shows
                .into_iter()
                .enumerate()
                .filter(|(i, shows)| *i == 0 || shows.is_some());
            choices.push(known.map(|(_, shows)| Ask { by, view, shows }).collect());
        }
        let mut sets: Vec<Vec<Ask>> = vec![Vec::new()];
        for choice in choices {
            for set in sets.clone() {
                for ask in &choice {
                    let mut more = set.clone();
                    more.push(ask.clone());
                    sets.push(more);
                }
            }
        }
        let fits = |set: &Vec<Ask>| {
            set.len() == self.quorum && justified(set).is_none_or(|due| due == word)
        };
        sets.into_iter().find(fits)
    }

    fn body(&self, view: usize, kind: u8, from: u8, word: char) -> Body {
        let ask = |shows| {
            Body::Ask(Ask {
                by: from,
                view,
                shows,
            })
        };
        match (kind, word) {
            (4, 'N') => ask(None),
            (4, word) => {
                let false_seals = [(from, false)].into();
                ask(self
                    .proved(view, word)
                    .or(Some((view - 1, word, false_seals))))
            }
            (5, word) => Body::Open(view, word, self.proof(view, word).unwrap_or_default()),
            (kind, word) => Body::Say(kind, view, word),
        }
    }

    /// What opens now: by view, then asking, leading, voting.
    pub(super) fn open(&mut self) {
        let loyal = || self.soldiers.iter().filter(|one| self.is_loyal(one.me));
        let (view, votes) = loyal()
            .map(|one| (one.view, one.votes))
            .max()
            .unwrap_or((1, true));
        let traitors = (1..=self.n).filter(|who| !self.is_loyal(*who)).count();
        let mut stages = vec![(1, 3)];
        for past in 2..=view {
            let is_past = past < view || votes;
            let enough = self.loyal_asks(past).len() + traitors >= self.quorum;
            stages.push((past, 1));
            if is_past || (enough && !self.is_loyal(self.leader(past))) {
                stages.push((past, 2));
            }
            if is_past {
                stages.push((past, 3));
            }
        }
        for stage in stages {
            if self.opened.insert(stage) {
                let letters = self.opening(stage);
                self.put(letters);
            }
        }
    }

    fn opening(&self, (view, stage): (usize, u8)) -> Vec<Letter> {
        let accepted = || {
            let mut loyal = self.soldiers.iter().filter(|one| self.is_loyal(one.me));
            let found = loyal.find_map(|one| one.accepted.get(&view).copied());
            found.unwrap_or_else(|| self.proposal(view))
        };
        let mut letters = Vec::new();
        for from in (1..=self.n).filter(|from| !self.is_loyal(*from)) {
            let leads = self.leader(view) == from;
            let (kinds, due): (&[u8], char) = match (view, stage) {
                (1, _) if leads => (&[1, 3], self.scenario.order().letter()),
                (1, _) => (&[2, 3], self.scenario.order().letter()),
                (_, 1) => (&[4], self.best(view).map_or('N', |(_, word, _)| word)),
                (_, 2) if leads => (&[5], self.proposal(view)),
                (_, 2) => (&[], 'N'),
                _ if leads => (&[3], accepted()),
                _ => (&[2, 3], accepted()),
            };
            for kind in kinds {
                for to in (1..=self.n).filter(|to| *to != from) {
                    letters.extend(self.said(Self::slot(view, *kind, from, to), *kind, due));
                }
            }
        }
        letters
    }

    fn said(&self, slot: Slot, kind: u8, due: char) -> Vec<Letter> {
        let scenario = self.scenario;
        let by_strategy = || {
            let due = Word::of_letter(due).unwrap();
            Words::one(scenario.strategy().word(scenario.seed(), &slot, due))
        };
        let words = scenario
            .lies()
            .get(&slot)
            .copied()
            .unwrap_or_else(by_strategy);
        let letter = |body| Letter {
            slot: slot.clone(),
            body,
            sent: self.rows.len(),
        };
        if words == Words::SILENCE {
            return vec![letter(None)];
        }
        let body = |word: Word| self.body(slot.round, kind, slot.from.number(), word.letter());
        words
            .spoken()
            .map(|word| letter(Some(body(word))))
            .collect()
    }
}
