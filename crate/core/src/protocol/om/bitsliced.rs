//! OM(m), fast: one word per path says what every general was told, and one majority folds all of them at once.
//!
//! Bit i−1 of a word belongs to general i. The tree of paths is walked depth first, so that only one word per
//! level lives at a time; each path's word comes from its speaker's bit in the word above. On the way back the
//! votes at a path are added up bit by bit in a few words (a carry-save counter), for all generals together.

use std::collections::BTreeMap;

use crate::{
    protocol::om::bound::lemma_1_holds,
    run::visit::Visit,
    scenario::{ODD_GENERALS, PathHash, Scenario, Strategy},
    word::{General, Generals, Order, Word},
};

/// What the recipients of one path were told; a bit set in `attack` is set in `heard` too.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Told {
    /// Who was told to attack.
    pub(crate) attack: u64,
    /// Who was told anything.
    pub(crate) heard: u64,
}

/// Where the words of the walk go. The paths of one length arrive in their order.
pub(crate) trait Record {
    /// What the recipients of a path of this length were told, and what an honest speaker would have told.
    fn told(&mut self, length: usize, recipients: u64, told: Told, honest: u64);
}

/// For who wants the decisions alone.
impl Record for () {
    #[inline(always)]
    fn told(&mut self, _: usize, _: u64, _: Told, _: u64) {}
}

/// For who wants two things.
impl<A: Record, B: Record> Record for (A, B) {
    #[inline(always)]
    fn told(&mut self, length: usize, recipients: u64, told: Told, honest: u64) {
        self.0.told(length, recipients, told, honest);
        self.1.told(length, recipients, told, honest);
    }
}

/// Counts the lies: words that differ from the honest one, silence included.
#[derive(Clone, Debug, Default)]
pub(crate) struct LieCount(pub(crate) u64);

impl Record for LieCount {
    #[inline(always)]
    fn told(&mut self, _: usize, recipients: u64, told: Told, honest: u64) {
        let lies = ((told.attack ^ honest) | !told.heard) & recipients;
        self.0 += u64::from(lies.count_ones());
    }
}

/// What the generals obtain at the root: bit i−1 set means that general i attacks. Bits of the commander and of
/// traitors mean nothing.
pub(crate) fn decisions<R: Record>(scenario: &Scenario, visit: Visit, record: &mut R) -> u64 {
    let commander = (General::COMMANDER, scenario.order());
    obtained(scenario, commander, &LieTrie::of(scenario), visit, record)
}

/// What the others obtain of a source with this to say: bit i−1 set means that general i obtains attack. Bits of the source
/// and of traitors mean nothing.
pub(crate) fn obtained<R: Record>(
    scenario: &Scenario,
    (source, order): (General, Order),
    script: &LieTrie,
    visit: Visit,
    record: &mut R,
) -> u64 {
    let mut fold = Fold {
        traitors: scenario.traitors().bits(),
        strategy: scenario.strategy(),
        visit,
        record,
    };
    // The king's order reaches the source as a word in which only his bit counts.
    let before = Node {
        length: 0,
        others: scenario.generals().bits(),
        attack: match order {
            Order::Attack => source.bit(),
            Order::Retreat => 0,
        },
        hash: PathHash::new(scenario.seed()),
        script: (!script.next.is_empty()).then_some(script),
    };
    fold.obtain_from(&before, source, scenario.m())
}

/// A path on the walk.
struct Node<'s> {
    length: usize,
    /// Those not on the path: its recipients.
    others: u64,
    /// Who was told to attack.
    attack: u64,
    hash: PathHash,
    script: Option<&'s LieTrie>,
}

struct Fold<'r, R> {
    traitors: u64,
    strategy: Strategy,
    visit: Visit,
    record: &'r mut R,
}

impl<R: Record> Fold<'_, R> {
    /// What everyone obtains when `speaker` passes on what he was told at `node`, with `depth` relays to come.
    #[inline(always)]
    fn obtain_from(&mut self, node: &Node<'_>, speaker: General, depth: usize) -> u64 {
        let others = node.others & !speaker.bit();
        let honest = if node.attack & speaker.bit() == 0 {
            0
        } else {
            others
        };
        let loyal = self.traitors & speaker.bit() == 0;
        let told = if loyal {
            Told {
                attack: honest,
                heard: others,
            }
        } else {
            self.lie(node, speaker, others, honest)
        };
        self.record.told(node.length + 1, others, told, honest);
        if depth == 0 || (loyal && self.visit == Visit::Undecided && self.is_decided(others, depth))
        {
            return told.attack;
        }
        self.vote(
            &Node {
                length: node.length + 1,
                others,
                attack: told.attack,
                hash: node.hash.then(speaker),
                script: node.script.and_then(|script| script.next.get(&speaker)),
            },
            depth,
        )
    }

    /// Lemma 1 of LSP82 for the OM(depth) that a loyal speaker commands.
    fn is_decided(&self, others: u64, depth: usize) -> bool {
        let traitors = (self.traitors & others).count_ones() as usize;
        lemma_1_holds(others.count_ones() as usize + 1, traitors, depth)
    }

    /// What a traitor tells the recipients of a path.
    #[inline(always)]
    fn lie(&self, node: &Node<'_>, speaker: General, others: u64, honest: u64) -> Told {
        let attack = match self.strategy {
            Strategy::Honest => honest,
            Strategy::Flip => others & !honest,
            Strategy::Split => others & ODD_GENERALS,
            Strategy::Silent => 0,
            Strategy::Random => others & node.hash.then(speaker).word(),
            Strategy::Half => honest ^ (others & !ODD_GENERALS),
        };
        let heard = if self.strategy == Strategy::Silent {
            0
        } else {
            others
        };
        match node.script.and_then(|script| script.next.get(&speaker)) {
            None => Told { attack, heard },
            Some(script) => Told {
                attack: attack & !script.named | script.told.attack,
                heard: heard & !script.named | script.told.heard,
            },
        }
    }

    /// LSP82 OM(m) step 3 for everyone at once: the majority of the own word and of what each other passes on.
    fn vote(&mut self, node: &Node<'_>, depth: usize) -> u64 {
        match node.others.count_ones() {
            0..=3 => self.count::<1>(node, depth),
            4..=7 => self.count::<2>(node, depth),
            8..=15 => self.count::<3>(node, depth),
            16..=31 => self.count::<4>(node, depth),
            _ => self.count::<5>(node, depth),
        }
    }

    fn count<const PLANES: usize>(&mut self, node: &Node<'_>, depth: usize) -> u64 {
        let mut votes = Majority::<PLANES>::of(node.others.count_ones());
        votes.add(node.attack);
        for speaker in Generals::from_bits(node.others).iter() {
            let obtained = self.obtain_from(node, speaker, depth - 1);
            votes.add(obtained);
        }
        votes.attack
    }
}

/// Sixty-four strict majorities at once. The counters start so high that the vote which makes a majority
/// overflows them; `PLANES` bits hold up to 2^(PLANES+1)−1 votes.
pub(crate) struct Majority<const PLANES: usize> {
    planes: [u64; PLANES],
    pub(crate) attack: u64,
}

impl<const PLANES: usize> Majority<PLANES> {
    #[inline(always)]
    pub(crate) fn of(votes: u32) -> Self {
        let needed = votes / 2 + 1;
        debug_assert!(needed <= 1 << PLANES && votes - needed < 1 << PLANES);
        let start = (1 << PLANES) - needed;
        Self {
            planes: std::array::from_fn(|plane| if start >> plane & 1 == 1 { u64::MAX } else { 0 }),
            attack: 0,
        }
    }

    #[inline(always)]
    pub(crate) fn add(&mut self, votes: u64) {
        let mut carry = votes;
        for plane in &mut self.planes {
            let sum = *plane ^ carry;
            carry &= *plane;
            *plane = sum;
        }
        self.attack |= carry;
    }
}

/// The single lies of a scenario, by path.
#[derive(Default)]
pub(crate) struct LieTrie {
    /// The recipients named at this path, and what they are told.
    pub(crate) named: u64,
    pub(crate) told: Told,
    pub(crate) next: BTreeMap<General, LieTrie>,
}

impl LieTrie {
    /// The paths below that lead to a lie.
    pub(crate) fn ways(&self) -> usize {
        self.next.values().map(|below| 1 + below.ways()).sum()
    }

    pub(crate) fn of(scenario: &Scenario) -> Self {
        let mut root = Self::default();
        for (slot, words) in scenario.lies() {
            let mut here = &mut root;
            let path = slot.label.numbers().iter();
            for general in path.filter_map(|number| General::new(u64::from(*number))) {
                here = here.next.entry(general).or_default();
            }
            let to = slot.to.bit();
            here.named |= to;
            if !words.has(Word::Silence) {
                here.told.heard |= to;
            }
            if words.has(Word::Order(Order::Attack)) {
                here.told.attack |= to;
            }
        }
        root
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::word::majority;

    #[test]
    fn the_sliced_majority_is_the_majority_at_every_count() {
        fn check<const PLANES: usize>(votes: u32) {
            for attacks in 0..=votes {
                let mut sliced = Majority::<PLANES>::of(votes);
                for vote in 0..votes {
                    sliced.add(if vote < attacks { u64::MAX } else { 0 });
                }
                let expected = majority(attacks as usize, votes as usize).0;
                assert_eq!(
                    sliced.attack,
                    if expected == Order::Attack {
                        u64::MAX
                    } else {
                        0
                    },
                    "{attacks} of {votes}"
                );
            }
        }
        (1..=3).for_each(check::<1>);
        (4..=7).for_each(check::<2>);
        (8..=15).for_each(check::<3>);
        (16..=31).for_each(check::<4>);
        (32..=63).for_each(check::<5>);
    }
}
