//! The vote tree of one lieutenant, folded once and looked at path by path: what each majority rests on, and which
//! words decide it.

use crate::word::{General, Generals, Order, Path, majority};

/// One path of a vote tree: what its speaker told the lieutenant, and what he made of it.
///
/// ```
/// use generals::{General, Path, Trace, link::{LinkSize, parse}};
///
/// let trace = Trace::new(parse("v=1&p=om&n=7&m=2", LinkSize::Any).unwrap().scenario).unwrap();
/// let tree = trace.vote_tree(General::new(2).unwrap()).unwrap();
/// let root = tree.branch(&Path::commander()).unwrap();
/// assert_eq!((root.attacks, root.votes, root.children), (6, 6, 5));
/// assert_eq!(root.needed, 7, "so many words would have to be retreat");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Branch {
    /// The path.
    pub path: Path,
    /// What its speaker told him; `None` is silence, which counts as retreat.
    pub direct: Option<Order>,
    /// The majority of the votes here.
    pub result: Order,
    /// Votes for attack: `direct`, and what he obtains from each other general who is not on the path.
    pub attacks: usize,
    /// Votes in all; 1 in the last round.
    pub votes: usize,
    /// Whether they were a tie, and so retreat.
    pub tie: bool,
    /// How many paths continue this one.
    pub children: usize,
    /// The fewest words in this part of the tree that would have to be the other order for `result` to be the other.
    pub needed: usize,
    /// Whether it belongs to such a smallest set of the whole tree, itself or by a word further up.
    pub decides: bool,
    /// Whether `direct` itself is one of these words.
    pub own_decides: bool,
}

/// The tree of a lieutenant under OM(m): every word he was told, by path, and every majority (LSP82 OM(m) step 3).
///
/// ```
/// use generals::{General, Path, Trace, link::{LinkSize, parse}};
///
/// let trace = Trace::new(parse("v=1&p=om&n=4&t=3", LinkSize::Any).unwrap().scenario).unwrap();
/// let tree = trace.vote_tree(General::new(2).unwrap()).unwrap();
/// let root = tree.branch(&Path::commander()).unwrap();
/// assert_eq!((root.attacks, root.votes), (2, 3));
/// ```
#[derive(Clone, Debug)]
pub struct VoteTree {
    general: General,
    /// With whom the paths begin.
    source: General,
    n: usize,
    /// The paths of each length that he is not on, in their order.
    levels: Vec<Vec<Node>>,
}

#[derive(Clone, Copy, Debug)]
struct Node {
    direct: Option<Order>,
    attacks: u8,
    needed: u32,
}

/// Which of a path's votes a smallest change changes.
struct Chosen {
    own: bool,
    children: Vec<bool>,
}

impl VoteTree {
    /// The tree of a general for what a source said, of this many rounds; `told` is what the speaker of a path told him.
    pub(crate) fn of(
        (n, rounds): (usize, usize),
        general: General,
        source: General,
        told: &dyn Fn(&Path) -> Option<Order>,
    ) -> Self {
        let mut tree = Self {
            general,
            source,
            n,
            levels: vec![Vec::new(); rounds],
        };
        tree.fold(told, &Path::from_source(source));
        tree
    }

    /// How many words he was told.
    #[must_use]
    pub fn reports(&self) -> usize {
        self.levels.iter().map(Vec::len).sum()
    }

    /// How many of them came by the mouth of one of these generals.
    #[must_use]
    pub fn touched(&self, traitors: Generals) -> usize {
        // Paths of loyal generals alone, counted as all paths are: the rest is touched.
        let loyal = Generals::all(self.n)
            .without(self.source)
            .and_not(traitors)
            .without(self.general)
            .len();
        let mut untouched = usize::from(!traitors.contains(self.source));
        let mut all = 0;
        for level in 0..self.levels.len() {
            if level > 0 {
                untouched *= (loyal + 1).saturating_sub(level);
            }
            all += untouched;
        }
        self.reports() - all
    }

    /// One path of the tree; `None` for a path that he is on or that is too long.
    #[must_use]
    pub fn branch(&self, path: &Path) -> Option<Branch> {
        let index = self.index(path)?;
        let decides = (2..=path.len()).all(|length| {
            let generals = &path.generals()[..length];
            self.leads_on(generals).unwrap_or(false)
        });
        Some(self.branch_at(path.clone(), index, decides))
    }

    /// The paths that continue this one, by their speakers' numbers: at most `count`, from the `from`th, counted from 0.
    #[must_use]
    pub fn children(&self, path: &Path, from: usize, count: usize) -> Vec<Branch> {
        let (Some(index), Some(branch)) = (self.index(path), self.branch(path)) else {
            return Vec::new();
        };
        let chosen = self.chosen(path.len(), index);
        let speakers = self.others(path).iter().enumerate().skip(from).take(count);
        speakers
            .take(branch.children.saturating_sub(from))
            .map(|(place, speaker)| {
                let decides = branch.decides && chosen.children.get(place) == Some(&true);
                self.branch_at(path.then(speaker), index * branch.children + place, decides)
            })
            .collect()
    }

    /// Whether the last of these generals is one whose word a smallest change of the one before changes.
    fn leads_on(&self, generals: &[General]) -> Option<bool> {
        let (speaker, before) = generals.split_last()?;
        let path = Path::from_any(before.to_vec())?;
        let chosen = self.chosen(path.len(), self.index(&path)?);
        Some(chosen.children.get(self.others(&path).rank(*speaker)) == Some(&true))
    }

    fn branch_at(&self, path: Path, index: usize, decides: bool) -> Branch {
        let node = self.levels[path.len() - 1][index];
        let votes = self.votes(path.len());
        let (result, tie) = majority(usize::from(node.attacks), votes);
        Branch {
            direct: node.direct,
            result,
            attacks: usize::from(node.attacks),
            votes,
            tie,
            children: votes - 1,
            needed: node.needed as usize,
            decides,
            own_decides: decides && self.chosen(path.len(), index).own,
            path,
        }
    }

    /// Everyone but him who is not on a path.
    fn others(&self, path: &Path) -> Generals {
        Generals::all(self.n)
            .and_not(path.set())
            .without(self.general)
    }

    /// Votes at a path of a length: his own word and one of each other; in the last round the word alone.
    fn votes(&self, length: usize) -> usize {
        if length == self.levels.len() {
            1
        } else {
            self.n - length
        }
    }

    /// The place of a path among those of its length.
    fn index(&self, path: &Path) -> Option<usize> {
        if path.len() > self.levels.len() || path.source() != self.source {
            return None;
        }
        let mut free = Generals::all(self.n)
            .without(self.source)
            .without(self.general);
        let mut index = 0;
        for general in path.generals().iter().skip(1) {
            if !free.contains(*general) {
                return None;
            }
            index = index * free.len() + free.rank(*general);
            free = free.without(*general);
        }
        Some(index)
    }

    /// Folds the paths from this one on; gives what he obtains here and the fewest words that turn it.
    fn fold(&mut self, told: &dyn Fn(&Path) -> Option<Order>, path: &Path) -> (Order, u32) {
        let direct = told(path);
        let own = direct.unwrap_or_default();
        let mut votes = vec![(own, 1)];
        if path.len() < self.levels.len() {
            for speaker in self.others(path).iter() {
                votes.push(self.fold(told, &path.then(speaker)));
            }
        }
        let attacks = votes
            .iter()
            .filter(|(order, _)| *order == Order::Attack)
            .count();
        let (result, _) = majority(attacks, votes.len());
        let mut costs = Vec::new();
        for (_, cost) in votes.iter().filter(|(order, _)| *order == result) {
            insert(&mut costs, *cost);
        }
        let needed = costs.iter().take(turning(attacks, votes.len())).sum();
        // At most 64 votes.
        self.levels[path.len() - 1].push(Node {
            direct,
            attacks: attacks as u8,
            needed,
        });
        (result, needed)
    }

    /// The votes of a path that a smallest change changes: the cheapest of those for its result, his own word before
    /// the others', smaller numbers before larger ones.
    fn chosen(&self, length: usize, index: usize) -> Chosen {
        let node = self.levels[length - 1][index];
        let votes = self.votes(length);
        let attacks = usize::from(node.attacks);
        let (result, _) = majority(attacks, votes);
        let mut costs: Vec<(u32, usize)> = Vec::new();
        if node.direct.unwrap_or_default() == result {
            insert(&mut costs, (1, 0));
        }
        for place in 0..votes - 1 {
            let child = self.levels[length][index * (votes - 1) + place];
            let (order, _) = majority(usize::from(child.attacks), self.votes(length + 1));
            if order == result {
                insert(&mut costs, (child.needed, place + 1));
            }
        }
        costs.truncate(turning(attacks, votes));
        let has = |vote| costs.iter().any(|(_, chosen)| *chosen == vote);
        Chosen {
            own: has(0),
            children: (1..votes).map(has).collect(),
        }
    }
}

/// Puts one among the few that are sorted already: the library's sort would cost the page kilobytes.
fn insert<T: Ord>(sorted: &mut Vec<T>, one: T) {
    let place = sorted.partition_point(|other| *other <= one);
    sorted.insert(place, one);
}

/// How many votes must change for the majority to be the other order; a tie is retreat.
const fn turning(attacks: usize, votes: usize) -> usize {
    let half = votes / 2;
    if attacks > half {
        attacks - half
    } else {
        half + 1 - attacks
    }
}

/// What one general holds at a path.
///
/// ```
/// use generals::{General, Path, Trace, link::{LinkSize, parse}};
///
/// let trace = Trace::new(parse("v=1&p=om&n=4&t=3", LinkSize::Any).unwrap().scenario).unwrap();
/// let held = trace.held(&Path::commander());
/// let traitor = held.iter().find(|one| one.general == General::new(3).unwrap()).unwrap();
/// assert!(traitor.direct.is_some() && traitor.result.is_none(), "he was told, but nobody asks him");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    /// Who.
    pub general: General,
    /// What its speaker told him.
    pub direct: Option<Order>,
    /// What he obtains there; `None` for a traitor, whom nobody asks.
    pub result: Option<Order>,
}
