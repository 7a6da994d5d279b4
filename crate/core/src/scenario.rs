//! A scenario: everything that decides a run. One that exists is legal, and running it cannot fail.

use crate::{
    bound::Bound,
    draft::{Draft, RawLie},
    fault::{Code, LinkError},
    general::{General, Generals},
    limits::LINK_CHARACTERS_MAX,
    order::{Order, Word},
    path::Path,
    slot::{Lies, Slot, Words},
    strategy::Strategy,
};

/// The protocols that can be run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Protocol {
    /// OM(m), oral messages (LSP82 §3).
    #[default]
    Oral,
    /// SM(m), signed messages (LSP82 §4).
    Signed,
    /// The messages of OM(m), but one vote over everything heard: an exhibit of what goes wrong.
    Flat,
}

impl Protocol {
    /// All protocols, by the names links give them.
    pub const NAMES: [(&'static str, Self); 3] = [
        ("om", Self::Oral),
        ("sm", Self::Signed),
        ("flat", Self::Flat),
    ];

    /// Whether messages are signed, so that a path is a chain of signers.
    #[must_use]
    pub const fn is_signed(self) -> bool {
        matches!(self, Self::Signed)
    }
}

/// Who is there, who lies and how, and what was ordered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scenario {
    pub(crate) protocol: Protocol,
    pub(crate) n: usize,
    pub(crate) m: usize,
    pub(crate) order: Order,
    pub(crate) traitors: Generals,
    pub(crate) strategy: Strategy,
    pub(crate) seed: u64,
    pub(crate) stolen: Generals,
    pub(crate) lies: Lies,
}

/// What a fork changes; `None` keeps what was. Numbers are as given, and checked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Another protocol.
    pub protocol: Option<Protocol>,
    /// Another number of generals.
    pub n: Option<u64>,
    /// Another relay depth.
    pub m: Option<u64>,
    /// Another order for the commander.
    pub order: Option<Order>,
    /// Other traitors, by number.
    pub traitors: Option<Vec<u64>>,
    /// Another strategy.
    pub strategy: Option<Strategy>,
    /// Another seed.
    pub seed: Option<u64>,
    /// Other generals whose keys are stolen, by number.
    pub stolen: Option<Vec<u64>>,
    /// Other single lies.
    pub lies: Option<Vec<RawLie>>,
}

impl Scenario {
    /// The protocol.
    #[must_use]
    pub const fn protocol(&self) -> Protocol {
        self.protocol
    }

    /// How many generals there are, the commander included: 2 to 64.
    #[must_use]
    pub const fn n(&self) -> usize {
        self.n
    }

    /// The relay depth: 0 to n−2. OM(m) has m+1 rounds.
    #[must_use]
    pub const fn m(&self) -> usize {
        self.m
    }

    /// How many rounds there are.
    #[must_use]
    pub const fn rounds(&self) -> usize {
        self.m + 1
    }

    /// The order the commander is given.
    #[must_use]
    pub const fn order(&self) -> Order {
        self.order
    }

    /// Who is a traitor.
    #[must_use]
    pub const fn traitors(&self) -> Generals {
        self.traitors
    }

    /// How traitors act where no lie says otherwise.
    #[must_use]
    pub const fn strategy(&self) -> Strategy {
        self.strategy
    }

    /// The seed of random traitors and of signature keys.
    #[must_use]
    pub const fn seed(&self) -> u64 {
        self.seed
    }

    /// Loyal generals whose keys the traitors have stolen; no protocol without signatures reads it.
    #[must_use]
    pub const fn stolen(&self) -> Generals {
        self.stolen
    }

    /// The single lies.
    #[must_use]
    pub const fn lies(&self) -> &Lies {
        &self.lies
    }

    /// Everybody.
    #[must_use]
    pub const fn generals(&self) -> Generals {
        Generals::all(self.n)
    }

    /// The lieutenants who are no traitors: those whom agreement and validity are about.
    #[must_use]
    pub const fn loyal_lieutenants(&self) -> Generals {
        Generals::lieutenants(self.n).and_not(self.traitors)
    }

    /// What theory promises for so many generals, relays and traitors.
    #[must_use]
    pub const fn bound(&self) -> Bound {
        let k = self.traitors.len();
        match self.protocol {
            Protocol::Oral => Bound::oral(self.n, self.m, k),
            Protocol::Signed => Bound::signed(self.n, self.m, k, self.stolen.is_empty()),
            Protocol::Flat => Bound::none(k),
        }
    }

    /// Whether he is no traitor.
    #[must_use]
    pub const fn is_loyal(&self, general: General) -> bool {
        !self.traitors.contains(general)
    }

    /// What is said in a slot of oral messages where an honest general would say `honest`.
    #[must_use]
    pub fn word(&self, slot: &Slot, honest: Order) -> Word {
        if self.is_loyal(slot.path.speaker()) {
            return Some(honest);
        }
        match self.lies.get(slot) {
            Some(words) => words.only(),
            None => self.strategy.word(self.seed, slot, honest),
        }
    }

    /// Whether a message can be sent there: a path of this run, a recipient not on it.
    #[must_use]
    pub fn has_slot(&self, path: &Path, to: General) -> bool {
        let all = self.generals();
        path.len() <= self.rounds()
            && path.set().and_not(all).is_empty()
            && all.contains(to)
            && !path.contains(to)
    }

    /// The scenario with some things changed.
    ///
    /// Lies of generals who are loyal now are dropped. With another n, m or protocol, m is lowered to n−2 and
    /// traitors and lies that no longer exist are dropped; only what is given is refused.
    ///
    /// # Errors
    /// The first fault of a given value, by the key that a link would name; `too-long` where no link could hold it.
    pub fn fork(&self, changes: &Changes) -> Result<Self, LinkError> {
        let (scenario, faults) = self.draft_with(changes).check();
        if let Some(fault) = faults.first() {
            return Err(fault);
        }
        // What cannot be linked to cannot be shared, nor survive a reload.
        if scenario.link().len() > LINK_CHARACTERS_MAX {
            return Err(LinkError {
                code: Code::TooLong,
                key: None,
                read: None,
                allowed: None,
            });
        }
        Ok(scenario)
    }

    fn draft_with(&self, changes: &Changes) -> Draft {
        let n = changes.n.unwrap_or(self.n as u64);
        // A given n that is refused must not cost the traitors: the fault is reported for n alone.
        let m_max = n.saturating_sub(2);
        let traitors = changes.traitors.clone().unwrap_or_else(|| {
            self.traitors
                .iter()
                .map(|general| u64::from(general.number()))
                .filter(|number| *number <= n)
                .collect()
        });
        let m = changes.m.unwrap_or((self.m as u64).min(m_max));
        let protocol = changes.protocol.unwrap_or(self.protocol);
        let lies = changes.lies.clone().unwrap_or_else(|| {
            let words = |words: &Words| match protocol.is_signed() {
                true => words.iter().collect(),
                false => vec![words.only()],
            };
            self.lies
                .iter()
                .flat_map(|(slot, said)| words(said).into_iter().map(|word| RawLie::of(slot, word)))
                .filter(|lie| lie.exists(n, m) && traitors.contains(&lie.speaker()))
                .collect()
        });
        Draft {
            protocol,
            n,
            m: Some(m),
            order: changes.order.unwrap_or(self.order),
            stolen: changes.stolen.clone().unwrap_or_else(|| {
                let numbers = self
                    .stolen
                    .iter()
                    .map(|general| u64::from(general.number()));
                numbers
                    .filter(|number| *number <= n && !traitors.contains(number))
                    .collect()
            }),
            traitors,
            strategy: changes.strategy.unwrap_or(self.strategy),
            seed: changes.seed.unwrap_or(self.seed),
            lies,
        }
    }
}
