//! Every strategy of the traitors tried, 256 at a time.
//!
//! A strategy is a word, attack or retreat, for each slot in which a traitor speaks to a loyal general; a silence
//! counts as retreat, so it adds nothing, and what traitors tell each other decides nothing. All decisions
//! together are one circuit (`circuit.rs`). Eight slots take all their values within the bits of one block. From
//! block to block the others go through a Gray code: one word changes, and only the gates that depend on it are
//! computed anew.

use std::collections::BTreeMap;

use crate::{
    general::{General, Generals},
    judge::messages_at_most,
    lab::{
        circuit::{Circuit, Gate, Node},
        words::named_lies,
    },
    limits::{EXHAUSTED_MESSAGES_MAX, EXHAUSTED_SLOTS_MAX},
    order::Order,
    path::{Path, Paths},
    scenario::{Protocol, Scenario},
    slot::{Slot, Words},
    sorted::{map_of, sort_by_key},
    strategy::Strategy,
};

/// Slots that take all their values within one block.
const BLOCK_SLOTS: u32 = 8;
/// Strategies of a block.
const BLOCK: u64 = 1 << BLOCK_SLOTS;
const WORDS: usize = (BLOCK / 64) as usize;

/// One bit for each strategy of a block.
type Bits = [u64; WORDS];

const NONE: Bits = [0; WORDS];
const ALL: Bits = [u64::MAX; WORDS];

/// A search that can be interrupted at any time.
pub struct Exhaust {
    base: Scenario,
    slots: Vec<Slot>,
    /// What is computed anew when an input changes, by input, in order; the last entry is everything.
    programs: Vec<Vec<(Gate, Node)>>,
    values: Vec<Bits>,
    broken: Node,
    blocks_done: u64,
    breaking: u64,
    first: Option<u64>,
}

/// Why a search is not begun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotExhausted {
    /// There are 2 to the power of so many strategies.
    Strategies(u128),
    /// One run has so many messages.
    Messages(u128),
    /// Signed messages are searched otherwise (`joint.rs`).
    Signed,
}

impl Exhaust {
    /// The search among all strategies of a scenario's traitors with its order; its own lies play no part.
    ///
    /// # Errors
    /// What is too much of it.
    pub fn new(base: &Scenario) -> Result<Self, NotExhausted> {
        if base.protocol().is_signed() {
            return Err(NotExhausted::Signed);
        }
        let slots = slots_of(base);
        if slots > EXHAUSTED_SLOTS_MAX {
            return Err(NotExhausted::Strategies(slots));
        }
        let messages = messages_at_most(base).total;
        if messages > EXHAUSTED_MESSAGES_MAX {
            return Err(NotExhausted::Messages(messages));
        }
        let army = Army::new(base);
        let mut circuit = Circuit::new(BLOCK_SLOTS);
        let broken = army.broken(&mut circuit);
        let gates = circuit.gates();
        let all = gates.iter().copied().zip(0..).collect();
        let changing = (0..army.slots.len() as u32)
            .map(|input| {
                let anew = |(node, gate): (Node, &Gate)| {
                    circuit.depends_on(node, input).then_some((*gate, node))
                };
                gates.iter().enumerate().filter_map(anew).collect()
            })
            .collect::<Vec<_>>();
        Ok(Self {
            base: base.clone(),
            slots: army.slots,
            values: vec![NONE; gates.len()],
            programs: changing.into_iter().chain([all]).collect(),
            broken,
            blocks_done: 0,
            breaking: 0,
            first: None,
        })
    }

    /// How many strategies there are.
    #[must_use]
    pub fn total(&self) -> u64 {
        1 << self.slots.len()
    }

    /// How many were tried.
    #[must_use]
    pub fn tried(&self) -> u64 {
        (self.blocks_done * BLOCK).min(self.total())
    }

    /// How many of them break agreement, or the validity of a loyal commander's order.
    #[must_use]
    pub const fn breaking(&self) -> u64 {
        self.breaking
    }

    /// Whether all were tried.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.tried() == self.total()
    }

    /// The first that breaks, as a run; only what differs from the honest words is named.
    #[must_use]
    pub fn first(&self) -> Option<Scenario> {
        let strategy = self.first?;
        let word = |place: usize| Words::one(Some(Order::from_bit(strategy >> place & 1 == 1)));
        let lies = self.slots.iter().enumerate();
        let army = Scenario {
            strategy: Strategy::Honest,
            lies: map_of(lies.map(|(place, slot)| (slot.clone(), word(place)))),
            ..self.base.clone()
        };
        Some(named_lies(army))
    }

    /// Tries at least so many more, whole blocks, if there are so many.
    pub fn advance(&mut self, strategies: u64) {
        for _ in 0..strategies.div_ceil(BLOCK) {
            if self.is_done() {
                return;
            }
            self.try_block();
        }
    }

    fn try_block(&mut self) {
        let block = self.blocks_done;
        let changed = if block == 0 {
            self.slots.len()
        } else {
            (BLOCK_SLOTS + block.trailing_zeros()) as usize
        };
        // The word of an input in this block, the slots beyond the first eight by a Gray code.
        let gray = block ^ (block >> 1);
        let input = |number: u32| match number.checked_sub(BLOCK_SLOTS) {
            None => PATTERNS[number as usize],
            Some(bit) if gray >> bit & 1 == 1 => ALL,
            Some(_) => NONE,
        };
        let values = &mut self.values;
        for (gate, node) in &self.programs[changed] {
            values[*node] = match *gate {
                Gate::Constant(false) => NONE,
                Gate::Constant(true) => ALL,
                Gate::Input(number) => input(number),
                Gate::And(a, b) => each(&values[a], &values[b], |a, b| a & b),
                Gate::Or(a, b) => each(&values[a], &values[b], |a, b| a | b),
                Gate::Xor(a, b) => each(&values[a], &values[b], |a, b| a ^ b),
            };
        }
        let broken = values[self.broken];
        self.blocks_done += 1;
        if broken == NONE {
            return;
        }
        // With fewer than eight slots a block holds each strategy more than once.
        let repeats = BLOCK / self.total().min(BLOCK);
        let count: u32 = broken.iter().map(|word| word.count_ones()).sum();
        self.breaking += u64::from(count) / repeats;
        if self.first.is_none() {
            let place = broken.iter().position(|word| *word != 0).unwrap_or(0);
            let bit = 64 * place as u64 + u64::from(broken[place].trailing_zeros());
            self.first = Some(gray << BLOCK_SLOTS | bit);
        }
    }
}

/// Bit i of pattern b is bit b of i.
const PATTERNS: [Bits; BLOCK_SLOTS as usize] = [
    [0xAAAA_AAAA_AAAA_AAAA; WORDS],
    [0xCCCC_CCCC_CCCC_CCCC; WORDS],
    [0xF0F0_F0F0_F0F0_F0F0; WORDS],
    [0xFF00_FF00_FF00_FF00; WORDS],
    [0xFFFF_0000_FFFF_0000; WORDS],
    [0xFFFF_FFFF_0000_0000; WORDS],
    [0, u64::MAX, 0, u64::MAX],
    [0, 0, u64::MAX, u64::MAX],
];

#[inline]
fn each(a: &Bits, b: &Bits, gate: impl Fn(u64, u64) -> u64) -> Bits {
    std::array::from_fn(|i| gate(a[i], b[i]))
}

/// How many slots a strategy has: traitors' words to loyal generals. 2^128−1 where there are more.
#[must_use]
pub fn slots_of(base: &Scenario) -> u128 {
    let traitors = Generals::lieutenants(base.n()).and(base.traitors()).len() as u128;
    let loyal = base.loyal_lieutenants().len() as u128;
    // With so many loyal and so many traitors on the path before the speaker, counted with their orders.
    let mut slots = if base.is_loyal(General::COMMANDER) {
        0
    } else {
        loyal
    };
    let mut before: BTreeMap<(u128, u128), u128> = map_of([((0, 0), 1)]);
    for _ in 0..base.m() {
        let mut longer = BTreeMap::new();
        for ((l, t), paths) in before {
            let here = paths.saturating_mul((traitors - t) * (loyal - l));
            slots = u128::saturating_add(slots, here);
            for (next, ways) in [((l + 1, t), loyal - l), ((l, t + 1), traitors - t)] {
                if ways > 0 {
                    let paths = paths.saturating_mul(ways);
                    let sum: &mut u128 = longer.entry(next).or_default();
                    *sum = sum.saturating_add(paths);
                }
            }
        }
        before = longer;
    }
    slots
}

/// An army whose traitors' words are the inputs of a circuit.
struct Army<'a> {
    base: &'a Scenario,
    /// By input; those that change most often decide least.
    slots: Vec<Slot>,
    inputs: BTreeMap<Slot, u32>,
}

impl<'a> Army<'a> {
    fn new(base: &'a Scenario) -> Self {
        let loyal = base.loyal_lieutenants();
        let mut slots: Vec<Slot> = (1..=base.rounds())
            .flat_map(|length| Paths::new(base.n(), length))
            .filter(|path| !base.is_loyal(path.speaker()))
            .flat_map(|path| {
                let to = loyal.and_not(path.set());
                to.iter()
                    .map(|to| Slot {
                        path: path.clone(),
                        to,
                    })
                    .collect::<Vec<_>>()
            })
            .collect();
        sort_by_key(&mut slots, |slot| {
            (
                std::cmp::Reverse(slot.path.len()),
                slot.to,
                slot.path.clone(),
            )
        });
        let inputs = map_of(slots.iter().cloned().zip(0..));
        Self {
            base,
            slots,
            inputs,
        }
    }

    /// Whether a condition is broken.
    fn broken(&self, circuit: &mut Circuit) -> Node {
        let decisions: Vec<Node> = self
            .base
            .loyal_lieutenants()
            .iter()
            .map(|general| match self.base.protocol() {
                Protocol::Flat => self.count_all(circuit, general),
                _ => self.obtain(circuit, &Path::commander(), general),
            })
            .collect();
        let attacks = circuit.any(decisions.clone());
        let all_attack = circuit.all(decisions);
        let retreats = circuit.not(all_attack);
        // Where nobody is left to decide, `any` is false and so is `not all`.
        if self.base.is_loyal(General::COMMANDER) {
            match self.base.order() {
                Order::Attack => retreats,
                Order::Retreat => attacks,
            }
        } else {
            circuit.all(vec![attacks, retreats])
        }
    }

    /// What a path's speaker tells a general: a traitor anything, anybody else what he was told himself.
    fn told(&self, circuit: &mut Circuit, path: &Path, to: General) -> Node {
        let speaker = path.speaker();
        if !self.base.is_loyal(speaker) {
            let slot = Slot {
                path: path.clone(),
                to,
            };
            // What one traitor tells another decides nothing: he says what he likes anyway.
            return match self.inputs.get(&slot) {
                Some(input) => circuit.input(*input),
                None => circuit.constant(false),
            };
        }
        match path.before() {
            Some(before) => self.told(circuit, &before, speaker),
            None => circuit.constant(self.base.order() == Order::Attack),
        }
    }

    /// LSP82 OM(m) step 3, as `om::machine` has it.
    fn obtain(&self, circuit: &mut Circuit, path: &Path, general: General) -> Node {
        let own = self.told(circuit, path, general);
        if path.len() > self.base.m() {
            return own;
        }
        let others = self.base.generals().and_not(path.set()).without(general);
        let mut votes: Vec<Node> = others
            .iter()
            .map(|speaker| self.obtain(circuit, &path.then(speaker), general))
            .collect();
        votes.push(own);
        circuit.majority(votes)
    }

    /// One vote over everything heard, as `om::bag` has it.
    fn count_all(&self, circuit: &mut Circuit, general: General) -> Node {
        let paths = (1..=self.base.rounds()).flat_map(|length| Paths::new(self.base.n(), length));
        let votes = paths
            .filter(|path| !path.contains(general))
            .map(|path| self.told(circuit, &path, general))
            .collect();
        circuit.majority(votes)
    }
}
