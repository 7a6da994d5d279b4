//! The vote tree of one general, drawn: what he was told above, majorities below, one result at the foot.

use crate::{
    figure::{
        Rect,
        tree::{Bow, Foot, Group, TreeFigure, TreeWanted},
    },
    file::{
        Options, Refused,
        drawing::{Drawing, Fill, Ink, Mark, Piece, Stroke},
        known::Known,
        text::{Align, Says},
    },
    protocol::Evidence,
    run::{Branch, Trace, VoteTree},
    word::{General, Order, Path, Word, limits::FIGURE_WORDS_MAX},
};

/// Half the sides of tokens: of a word, of a majority, of the result.
const LEAF: i32 = 10;
const FOLD: i32 = 14;
const RESULT: i32 = 18;
/// The shields above groups, and his whose tree it is.
const SHIELD: i32 = 34;
/// Between his shield, the result and its word.
const BESIDE_RESULT: i32 = 14;
/// Numbers with two digits make paths of three too long to stand above words: the speaker alone is named.
const SHORT_FROM: usize = 10;
/// Letters of paths, of votes, of the result.
const PATH: i32 = 10;
const VOTES: i32 = 14;
const WORD: i32 = 24;
/// From a token down to the middle of a mask, and how large that is.
const MASK: i32 = 11;
const MASK_PERCENT: i32 = 90;

/// A tree and where it is drawn.
struct Plan<'a> {
    known: Known<'a>,
    tree: VoteTree,
    figure: TreeFigure,
}

/// Draws it.
pub(super) fn draw(trace: &Trace, options: &Options) -> Result<Drawing, Refused> {
    let (voter, tree) = tree_of(trace, options)?;
    let source = source_of(trace, voter);
    let root = branch(&tree, &Path::from_source(source))?;
    let groups = tree.children(&root.path, 0, root.children);
    let leaves = groups.first().map_or(1, |group| 1 + group.children);
    let words = 1 + groups.len() * leaves;
    if words > FIGURE_WORDS_MAX {
        return Err(Refused::TooLarge {
            size: words as u128,
            most: FIGURE_WORDS_MAX as u128,
        });
    }
    let known = Known::of(trace, options);
    let wanted = wanted(&known, &root, &groups, leaves);
    let figure = TreeFigure::of(&wanted);
    let mut drawing = Drawing {
        width: figure.width,
        height: figure.height,
        marks: Vec::new(),
    };
    let plan = Plan {
        known,
        tree,
        figure,
    };
    plan.lines(&mut drawing, &root, &groups);
    plan.foot(&mut drawing, &root, voter);
    if let Some(own) = &plan.figure.own {
        plan.own_word(&mut drawing, own, &root);
    }
    for (group, at) in groups.iter().zip(&plan.figure.groups) {
        plan.group(&mut drawing, at, group);
    }
    Ok(drawing)
}

/// Whose tree it is: his whose eyes are used, who is named, or the first loyal decider.
pub(super) fn voter(trace: &Trace, options: &Options) -> Option<General> {
    let first = || trace.verdict().decisions.keys().next().copied();
    options.eyes.or(options.general).or_else(first)
}

fn tree_of(trace: &Trace, options: &Options) -> Result<(General, VoteTree), Refused> {
    let evidence = trace.scenario().spec().evidence;
    if !matches!(evidence, Evidence::Tree | Evidence::Vector) {
        return Err(Refused::NotForThis);
    }
    let voter = voter(trace, options).ok_or(Refused::NoVote)?;
    let tree = trace.vote_tree_of(voter, source_of(trace, voter));
    Ok((voter, tree.ok_or(Refused::NoVote)?))
}

/// With whom the tree begins: the commander, or where everybody has an opinion the first other one.
fn source_of(trace: &Trace, voter: General) -> General {
    let mut others = trace.scenario().generals().without(voter).iter();
    others.next().unwrap_or(General::COMMANDER)
}

fn branch(tree: &VoteTree, path: &Path) -> Result<Branch, Refused> {
    tree.branch(path).ok_or(Refused::NoVote)
}

/// Votes for what came out, and against.
fn votes(branch: &Branch) -> Says {
    let won = match branch.result {
        Order::Attack => branch.attacks,
        Order::Retreat => branch.votes - branch.attacks,
    };
    Says::Votes(won, branch.votes - won)
}

/// How large everything is.
fn wanted(known: &Known, root: &Branch, groups: &[Branch], leaves: usize) -> TreeWanted {
    let deep = leaves > 1;
    // As wide as the longest numbers make it.
    let n = known.trace().scenario().n();
    let numbers = match deep {
        false => 2,
        true if n < SHORT_FROM => 3,
        true => 1,
    };
    let path = Says::Path(vec![n as u64; numbers]).width(PATH);
    let leaf = (2 * LEAF + 5).max(path + 5);
    let word = Says::Order(root.result).width(WORD);
    let beside = votes(root).width(VOTES) + 8;
    TreeWanted {
        groups: groups.len(),
        leaves,
        width: 2 * (RESULT + BESIDE_RESULT + word.max(SHIELD)),
        from: None,
        own: 58,
        group: if deep { 2 * (FOLD + beside) } else { 64 },
        gap: 10,
        leaf: (leaf, leaf + 8),
        head: SHIELD + 14,
        label: 22,
        token: 2 * LEAF,
        mark: 18,
        fold: if deep { 2 * FOLD } else { 0 },
        drops: (48, if deep { 42 } else { 64 }, 12),
        pill: (votes(root).width(VOTES) + 30, 24),
        result: 2 * RESULT,
        word: 0,
    }
}

const fn middle(place: Rect) -> (i32, i32) {
    (place.middle(), place.y + place.height / 2)
}

/// Whether a vote is for what came out.
fn stroke(vote: Order, result: Order) -> Stroke {
    if vote == result {
        Stroke::Won
    } else {
        Stroke::Lost
    }
}

impl Plan<'_> {
    /// The lines to the majority of all.
    fn lines(&self, drawing: &mut Drawing, root: &Branch, groups: &[Branch]) {
        let mut draw = |bow: Bow, stroke| drawing.marks.push(Mark::Bow(bow.0, stroke));
        let TreeFigure {
            own,
            groups: places,
            foot,
            ..
        } = &self.figure;
        if let Some(own) = own {
            draw(
                own.bow,
                stroke(root.direct.unwrap_or_default(), root.result),
            );
        }
        for (group, at) in groups.iter().zip(places) {
            draw(at.bow, stroke(group.result, root.result));
        }
        draw(foot.stem, Stroke::Won);
    }

    /// The majority of all and the result, beside his shield who obeys it.
    fn foot(&self, drawing: &mut Drawing, root: &Branch, voter: General) {
        let Foot { pill, result, .. } = self.figure.foot;
        let at = |place: Rect, size: i32| (place.middle(), place.y + place.height / 2 + size / 3);
        drawing
            .marks
            .push(Mark::Field(pill, pill.height / 2, Fill::Pill));
        drawing.text(at(pill, VOTES), Align::Middle, VOTES, votes(root));
        drawing
            .marks
            .push(Mark::Token(middle(result), RESULT, root.result.into()));
        let beside = (result.right() + BESIDE_RESULT, at(result, WORD).1);
        drawing.text(beside, Align::Start, WORD, Says::Order(root.result));
        let before = (result.x - SHIELD / 2 - BESIDE_RESULT, middle(result).1);
        drawing.marks.push(self.known.shield(voter, before, SHIELD));
    }

    /// The word that the source told him to his face.
    fn own_word(&self, drawing: &mut Drawing, at: &Group, root: &Branch) {
        self.head(drawing, at, root);
        let Some(leaf) = at.leaves.first() else {
            return;
        };
        if let Some(bow) = leaf.bow {
            let vote = root.direct.unwrap_or_default();
            drawing
                .marks
                .push(Mark::Bow(bow.0, stroke(vote, root.result)));
        }
        self.leaf(drawing, leaf.token, root, None);
    }

    /// One who passed it on: his word, what others say that he said, and what comes of it.
    fn group(&self, drawing: &mut Drawing, at: &Group, branch: &Branch) {
        self.head(drawing, at, branch);
        if let Some(Rect {
            x,
            y,
            width,
            height,
        }) = at.bracket
        {
            let (right, bottom) = (x + width, y + height);
            let points = [(x, bottom), (x, y), (right, y), (right, bottom)];
            drawing.line(&points, Stroke::Bracket);
        }
        let children = self.tree.children(&branch.path, 0, branch.children);
        let words = [branch].into_iter().chain(&children);
        for (word, leaf) in words.zip(&at.leaves) {
            let is_own = word.path == branch.path;
            let vote = if is_own {
                word.direct.unwrap_or_default()
            } else {
                word.result
            };
            if let Some(bow) = leaf.bow {
                drawing
                    .marks
                    .push(Mark::Bow(bow.0, stroke(vote, branch.result)));
            }
            let folded = (!is_own && word.children > 0).then_some(word.result);
            self.leaf(drawing, leaf.token, word, folded);
        }
        let Some(fold) = at.fold else {
            return;
        };
        let (x, y) = middle(fold);
        drawing
            .marks
            .push(Mark::Token((x, y), FOLD, branch.result.into()));
        let beside = (x + FOLD + 7, y + VOTES / 3);
        drawing.inked(beside, Align::Start, VOTES, Ink::Pale, votes(branch));
        if self.known.is_touched(branch.path.generals()) {
            let before = (x - FOLD - 14, y);
            drawing
                .marks
                .push(Mark::Piece(before, MASK_PERCENT, Piece::Mask));
        }
    }

    /// Whether groups are majorities.
    fn is_deep(&self) -> bool {
        self.figure.groups.iter().any(|group| group.fold.is_some())
    }

    /// The shield of him who speaks.
    fn head(&self, drawing: &mut Drawing, at: &Group, branch: &Branch) {
        let place = (at.place.middle(), SHIELD / 2 + 2);
        let shield = self.known.shield(branch.path.speaker(), place, SHIELD);
        drawing.marks.push(shield);
    }

    /// A word under its path, or what the words below it came to; masked where a traitor passed it on.
    fn leaf(&self, drawing: &mut Drawing, at: Rect, branch: &Branch, folded: Option<Order>) {
        let direct = branch.direct.map_or(Word::Silence, Word::Order);
        let word = folded.map_or(direct, Word::Order);
        drawing.marks.push(Mark::Token(middle(at), LEAF, word));
        let above = (at.middle(), at.y - 7);
        let spoken = branch.path.generals();
        let last = spoken.len() - 1;
        let is_short = self.is_deep() && self.known.trace().scenario().n() >= SHORT_FROM;
        let path = self
            .known
            .path(if is_short { &spoken[last..] } else { spoken });
        drawing.inked(above, Align::Middle, PATH, Ink::Pale, path);
        if self.known.is_touched(branch.path.generals()) {
            let below = (at.middle(), at.bottom() + MASK);
            drawing
                .marks
                .push(Mark::Piece(below, MASK_PERCENT, Piece::Mask));
        }
    }
}
