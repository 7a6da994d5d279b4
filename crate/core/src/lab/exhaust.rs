//! Every strategy of the traitors tried, 256 at a time.
//!
//! A strategy is a word, attack or retreat, for each slot in which a traitor speaks to a loyal general; a silence
//! counts as retreat, so it adds nothing, and what traitors tell each other decides nothing. All decisions
//! together are one circuit (`circuit.rs`). Eight slots take all their values within the bits of one block. From
//! block to block the others go through a Gray code: one word changes, and only the gates that depend on it are
//! computed anew.

use std::collections::BTreeMap;

use crate::{
    lab::{
        circuit::{Circuit, Gate, Node},
        minimise::named_lies,
        search::{Kind, Progress, Search},
    },
    protocol::{Evidence, Inputs, registry::messages_at_most},
    scenario::{Scenario, Strategy},
    word::{
        General, Order, Path, Paths, Slot, Words,
        limits::{EXHAUSTED_MESSAGES_MAX, EXHAUSTED_SLOTS_MAX},
        map_of, sort_by_key,
    },
};

/// Slots that take all their values within one block.
const BLOCK_SLOTS: u32 = 8;
/// Strategies of a block.
pub(super) const BLOCK: u64 = 1 << BLOCK_SLOTS;
const WORDS: usize = (BLOCK / 64) as usize;

/// One bit for each strategy of a block; none lies across two lines of a processor's cache.
#[derive(Clone, Copy, PartialEq)]
#[repr(align(32))]
pub(super) struct Bits([u64; WORDS]);

const NONE: Bits = Bits([0; WORDS]);
const ALL: Bits = Bits([u64::MAX; WORDS]);

/// A search that can be interrupted at any time.
///
/// ```
/// use generals::{lab::{exhaust::Exhaust, search::Search}, link::{LinkSize, parse}};
///
/// let base = parse("v=1&p=om&n=3&t=3", LinkSize::Any).unwrap().scenario;
/// let mut search = Exhaust::new(&base).unwrap();
/// assert_eq!(search.total(), 2, "he tells general 2 attack or retreat");
/// search.advance(1);
/// assert_eq!(search.found().unwrap().link(), "v=1&p=om&n=3&t=3&s=honest&x=1.3-2R");
/// ```
#[derive(Clone)]
pub struct Exhaust {
    base: Scenario,
    pub(super) slots: Vec<Slot>,
    /// What is computed anew when an input changes, by input, in order; the last entry is everything.
    pub(super) programs: Vec<Vec<(Gate, Node)>>,
    pub(super) values: Vec<Bits>,
    broken: Node,
    pub(super) blocks_done: u64,
    pub(super) breaking: u64,
    pub(super) first: Option<u64>,
}

/// Why a search is not begun.
///
/// ```
/// use generals::{lab::exhaust::{Exhaust, NotExhausted}, link::{LinkSize, parse}};
///
/// let why = |link| Exhaust::new(&parse(link, LinkSize::Any).unwrap().scenario).err();
/// assert_eq!(why("v=1&p=om&n=8&m=2&t=3.4"), Some(NotExhausted::Strategies(60)));
/// assert_eq!(why("v=1&p=sm&n=4&t=3"), Some(NotExhausted::NoPaths));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotExhausted {
    /// There are 2 to the power of so many strategies.
    Strategies(u128),
    /// One run has so many messages.
    Messages(u128),
    /// Its decisions are no votes over paths: it is searched otherwise (`adversary_search.rs`).
    NoPaths,
}

impl Search for Exhaust {
    /// Tries at least so many more, whole blocks, if there are so many.
    fn advance(&mut self, strategies: u64) {
        for _ in 0..strategies.div_ceil(BLOCK) {
            if self.strategies_tried() == self.total() {
                return;
            }
            self.try_block();
        }
    }

    fn progress(&self) -> Progress {
        Progress {
            kind: Kind::Exhausted,
            tried: self.strategies_tried(),
            total: Some(self.total()),
            breaking: self.breaking,
            is_done: self.strategies_tried() == self.total(),
            breaks: self.first.is_some(),
        }
    }

    /// Only what differs from the honest words is named.
    fn found(&self) -> Option<Scenario> {
        let strategy = self.first?;
        let word = |place: usize| Words::one(Order::from_bit(strategy >> place & 1 == 1).into());
        let lies = self.slots.iter().enumerate();
        let lies = map_of(lies.map(|(place, slot)| (slot.clone(), word(place))));
        Some(named_lies(self.base.with_lies(Strategy::Honest, lies)))
    }
}

impl Exhaust {
    /// The search among all strategies of a scenario's traitors with its order; its own lies play no part.
    ///
    /// # Errors
    /// What is too much of it.
    pub fn new(base: &Scenario) -> Result<Self, NotExhausted> {
        Self::up_to(base, EXHAUSTED_SLOTS_MAX)
    }

    /// The same with at most so many slots.
    ///
    /// # Errors
    /// What is too much of it.
    pub fn up_to(base: &Scenario, slots_max: u128) -> Result<Self, NotExhausted> {
        if !base.spec().votes_over_paths {
            return Err(NotExhausted::NoPaths);
        }
        let slots = slots_of(base);
        if slots > slots_max {
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

    /// Whole blocks, of which a search of fewer strategies needs one.
    fn strategies_tried(&self) -> u64 {
        (self.blocks_done * BLOCK).min(self.total())
    }

    fn try_block(&mut self) {
        let block = self.blocks_done;
        let changed = if block == 0 {
            self.slots.len()
        } else {
            (BLOCK_SLOTS + block.trailing_zeros()) as usize
        };
        // The slots beyond the first eight go through a Gray code.
        let gray = block ^ (block >> 1);
        compute(&self.programs[changed], &mut self.values, gray);
        let broken = self.values[self.broken];
        self.blocks_done += 1;
        if broken == NONE {
            return;
        }
        // With fewer than eight slots a block holds each strategy more than once.
        let repeats = BLOCK / self.total().min(BLOCK);
        let count: u32 = broken.0.iter().map(|word| word.count_ones()).sum();
        self.breaking += u64::from(count) / repeats;
        if self.first.is_none() {
            let place = broken.0.iter().position(|word| *word != 0).unwrap_or(0);
            let bit = 64 * place as u64 + u64::from(broken.0[place].trailing_zeros());
            self.first = Some(gray << BLOCK_SLOTS | bit);
        }
    }
}

/// Computes gates anew in a block with these words beyond the first eight: where all the time goes, so by itself.
#[inline(never)]
pub(super) fn compute(program: &[(Gate, Node)], values: &mut [Bits], gray: u64) {
    let input = |number: u32| match number.checked_sub(BLOCK_SLOTS) {
        None => PATTERNS[number as usize],
        Some(bit) if gray >> bit & 1 == 1 => ALL,
        Some(_) => NONE,
    };
    for (gate, node) in program {
        values[*node] = match *gate {
            Gate::Constant(false) => NONE,
            Gate::Constant(true) => ALL,
            Gate::Input(number) => input(number),
            Gate::And(a, b) => each(&values[a], &values[b], |a, b| a & b),
            Gate::Or(a, b) => each(&values[a], &values[b], |a, b| a | b),
            Gate::Xor(a, b) => each(&values[a], &values[b], |a, b| a ^ b),
        };
    }
}

/// Bit i of pattern b is bit b of i.
const PATTERNS: [Bits; BLOCK_SLOTS as usize] = [
    Bits([0xAAAA_AAAA_AAAA_AAAA; WORDS]),
    Bits([0xCCCC_CCCC_CCCC_CCCC; WORDS]),
    Bits([0xF0F0_F0F0_F0F0_F0F0; WORDS]),
    Bits([0xFF00_FF00_FF00_FF00; WORDS]),
    Bits([0xFFFF_0000_FFFF_0000; WORDS]),
    Bits([0xFFFF_FFFF_0000_0000; WORDS]),
    Bits([0, u64::MAX, 0, u64::MAX]),
    Bits([0, 0, u64::MAX, u64::MAX]),
];

/// A gate on each word, written out: where small code is asked for, a loop of four stays one.
#[inline(always)]
fn each(Bits(a): &Bits, Bits(b): &Bits, gate: impl Fn(u64, u64) -> u64) -> Bits {
    Bits([
        gate(a[0], b[0]),
        gate(a[1], b[1]),
        gate(a[2], b[2]),
        gate(a[3], b[3]),
    ])
}

/// How many slots a strategy has: traitors' words to loyal generals. 2^128−1 where there are more.
#[must_use]
pub fn slots_of(base: &Scenario) -> u128 {
    let sources = sources(base).into_iter();
    sources.fold(0, |sum, source| {
        u128::saturating_add(sum, slots_of_source(base, source))
    })
}

/// Those on the paths of one source.
fn slots_of_source(base: &Scenario, source: General) -> u128 {
    let others = base.generals().without(source);
    let traitors = others.and(base.traitors()).len() as u128;
    let loyal = others.and_not(base.traitors()).len() as u128;
    // With so many loyal and so many traitors on the path before the speaker, counted with their orders.
    let mut slots = if base.is_loyal(source) { 0 } else { loyal };
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

/// Whose words are relayed: the commander's, or everybody's.
fn sources(base: &Scenario) -> Vec<General> {
    match base.spec().inputs {
        Inputs::Commander | Inputs::Leader => vec![General::COMMANDER],
        Inputs::Everyone => base.generals().iter().collect(),
    }
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
        let loyal = base.loyal();
        let paths = sources(base).into_iter().flat_map(|source| {
            (1..=base.rounds()).flat_map(move |length| Paths::from_source(source, base.n(), length))
        });
        let mut slots: Vec<Slot> = paths
            .filter(|path| !base.is_loyal(path.speaker()))
            .flat_map(|path| {
                let to = loyal.and_not(path.set());
                to.iter().map(|to| path.slot(to)).collect::<Vec<_>>()
            })
            .collect();
        sort_by_key(&mut slots, |slot| {
            (std::cmp::Reverse(slot.round), slot.to, slot.label.clone())
        });
        let inputs = map_of(slots.iter().cloned().zip(0..));
        Self {
            base,
            slots,
            inputs,
        }
    }

    /// Whether a condition is broken: of some source the loyal do not obtain the same, or of a loyal one not his word.
    fn broken(&self, circuit: &mut Circuit) -> Node {
        let broken = sources(self.base).into_iter().map(|source| {
            let loyal = self.base.loyal().without(source).iter();
            let decisions = loyal
                .map(|general| self.decision(circuit, source, general))
                .collect();
            self.differs(circuit, source, decisions)
        });
        let broken: Vec<Node> = broken.collect();
        match broken.as_slice() {
            [only] => *only,
            _ => circuit.any(broken),
        }
    }

    fn differs(&self, circuit: &mut Circuit, source: General, decisions: Vec<Node>) -> Node {
        let attacks = circuit.any(decisions.clone());
        let all_attack = circuit.all(decisions);
        let retreats = circuit.not(all_attack);
        // Where nobody is left to decide, `any` is false and so is `not all`.
        if self.base.is_loyal(source) {
            match self.base.input(source) {
                Some(Order::Attack) => retreats,
                _ => attacks,
            }
        } else {
            circuit.all(vec![attacks, retreats])
        }
    }

    /// What a general makes of a source's word and of all that was passed on of it.
    fn decision(&self, circuit: &mut Circuit, source: General, general: General) -> Node {
        match self.base.spec().evidence {
            Evidence::Bag => self.count_all(circuit, general),
            _ => self.obtain(circuit, &Path::from_source(source), general),
        }
    }

    /// What a path's speaker tells a general: a traitor anything, anybody else what he was told himself.
    fn told(&self, circuit: &mut Circuit, path: &Path, to: General) -> Node {
        let speaker = path.speaker();
        if !self.base.is_loyal(speaker) {
            // What one traitor tells another decides nothing: he says what he likes anyway.
            return match self.inputs.get(&path.slot(to)) {
                Some(input) => circuit.input(*input),
                None => circuit.constant(false),
            };
        }
        match path.before() {
            Some(before) => self.told(circuit, &before, speaker),
            None => circuit.constant(self.base.input(speaker) == Some(Order::Attack)),
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

    /// One vote over everything heard, as `flat` has it.
    fn count_all(&self, circuit: &mut Circuit, general: General) -> Node {
        let paths = (1..=self.base.rounds()).flat_map(|length| Paths::new(self.base.n(), length));
        let votes = paths
            .filter(|path| !path.contains(general))
            .map(|path| self.told(circuit, &path, general))
            .collect();
        circuit.majority(votes)
    }
}
