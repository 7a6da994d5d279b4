//! Nothing lies on anything else or outside, and a window shows the same pieces as the whole.

use super::{Group, TreeFigure, TreeWanted};
use crate::figure::rect::Rect;

/// Sizes as the page has them, with majorities of groups and without.
fn wanted(groups: usize, leaves: usize, width: i32) -> TreeWanted {
    let deep = leaves > 1;
    TreeWanted {
        groups,
        leaves,
        width,
        from: None,
        own: 112,
        group: if deep { 148 } else { 116 },
        gap: 13,
        leaf: (31, 37),
        head: 48,
        label: 31,
        token: 26,
        mark: 25,
        fold: if deep { 34 } else { 0 },
        drops: (75, if deep { 55 } else { 80 }, 17),
        pill: (190, 32),
        result: 42,
        word: 90,
    }
}

/// Trees of every width, on screens from a narrow one to a wall.
fn all() -> impl Iterator<Item = TreeWanted> {
    let sizes = (0..=62).flat_map(|groups| [1, 2, 3, groups].map(|leaves| (groups, leaves)));
    sizes.flat_map(|(groups, leaves)| {
        [0, 190, 360, 901, 2560].map(|width| wanted(groups, leaves, width))
    })
}

fn columns(figure: &TreeFigure) -> Vec<&Group> {
    figure.own.iter().chain(&figure.groups).collect()
}

fn tokens(group: &Group) -> impl Iterator<Item = Rect> {
    group.leaves.iter().map(|leaf| leaf.token).chain(group.fold)
}

fn is_within(inner: Rect, outer: Rect) -> bool {
    outer.x <= inner.x
        && inner.right() <= outer.right()
        && outer.y <= inner.y
        && inner.bottom() <= outer.bottom()
}

#[test]
fn columns_stand_side_by_side_and_all_is_inside_the_whole() {
    for wanted in all() {
        let figure = TreeFigure::of(&wanted);
        let whole = Rect {
            x: 0,
            y: 0,
            width: figure.width,
            height: figure.height,
        };
        let columns = columns(&figure);
        assert_eq!(columns.len(), wanted.groups + 1);
        assert!(figure.width >= wanted.width, "the room is used");
        for two in columns.windows(2) {
            assert!(
                two[0].place.right() + wanted.gap <= two[1].place.x,
                "{wanted:?}"
            );
        }
        let foot = figure.foot;
        for column in columns {
            assert!(is_within(column.place, whole), "{wanted:?} {column:?}");
            assert!(column.place.bottom() < foot.pill.y);
        }
        for part in [foot.pill, foot.result, foot.word] {
            assert!(is_within(part, whole), "{wanted:?} {foot:?}");
        }
        assert!(foot.pill.bottom() < foot.result.y && foot.result.right() < foot.word.x);
    }
}

#[test]
fn no_token_lies_on_another_and_each_leaf_has_room_for_its_label() {
    for wanted in all() {
        let figure = TreeFigure::of(&wanted);
        for group in columns(&figure) {
            let tokens: Vec<Rect> = tokens(group).collect();
            for (index, token) in tokens.iter().enumerate() {
                assert!(is_within(*token, group.place), "{wanted:?} {group:?}");
                assert!(
                    tokens[..index].iter().all(|other| !token.meets(*other)),
                    "{wanted:?}"
                );
            }
            for two in group.leaves.windows(2) {
                let pitch = two[1].token.x - two[0].token.x;
                assert!(
                    (wanted.leaf.0..=wanted.leaf.1).contains(&pitch),
                    "{wanted:?}"
                );
                assert!(
                    figure.pitch <= pitch && pitch <= figure.pitch + 1,
                    "{wanted:?}"
                );
            }
            if let Some(bracket) = group.bracket {
                assert!(is_within(bracket, group.place));
                assert!(tokens.iter().all(|token| token.y > bracket.bottom()));
            }
        }
    }
}

#[test]
fn lines_go_down_from_a_token_to_what_is_made_of_it() {
    for wanted in all() {
        let figure = TreeFigure::of(&wanted);
        let pill = figure.foot.pill;
        for group in columns(&figure) {
            let end = group.bow.0[3];
            assert_eq!(
                end,
                (pill.x + pill.width / 2, pill.y),
                "all lines meet at the foot"
            );
            assert!(tokens(group).all(|token| token.bottom() < group.bow.0[0].1));
            for leaf in &group.leaves {
                let Some(bow) = leaf.bow else { continue };
                assert!(leaf.token.bottom() < bow.0[0].1 && bow.0[0].1 < bow.0[3].1);
                assert!(group.fold.is_none_or(|fold| bow.0[3].1 < fold.y));
            }
        }
    }
}

#[test]
fn where_words_are_no_majorities_there_is_one_row() {
    let (single, deep) = (wanted(6, 1, 900), wanted(6, 5, 900));
    let (flat, high) = (TreeFigure::of(&single), TreeFigure::of(&deep));
    assert!(flat.height < high.height);
    for group in columns(&flat) {
        assert_eq!(
            (group.fold, group.bracket, group.leaves.len()),
            (None, None, 1)
        );
        assert_eq!(group.leaves[0].bow, None, "its line goes to the foot");
    }
    let own = high.own.unwrap();
    assert_eq!(
        (own.leaves.len(), own.fold),
        (1, None),
        "his own word is no majority"
    );
    assert!(own.leaves[0].bow.is_some(), "and goes on beside them");
    assert!(
        high.groups
            .iter()
            .all(|group| group.leaves.len() == 5 && group.fold.is_some())
    );
}

#[test]
fn a_window_shows_the_same_pieces_as_the_whole() {
    for wanted in [
        wanted(62, 62, 901),
        wanted(11, 11, 360),
        wanted(30, 1, 700),
        wanted(3, 3, 1280),
    ] {
        let whole = TreeFigure::of(&wanted);
        let mut from = 0;
        while from + wanted.width <= whole.width {
            let part = TreeFigure::of(&TreeWanted {
                from: Some(from),
                ..wanted.clone()
            });
            assert_eq!((part.width, part.height), (whole.width, whole.height));
            let is_in_sight =
                |group: &Group| group.place.x < from + wanted.width && from < group.place.right();
            let shown = part.first..part.first + part.groups.len();
            for (index, group) in whole.groups.iter().enumerate() {
                assert!(
                    shown.contains(&index) || !is_in_sight(group),
                    "{index} from {from}"
                );
            }
            for (made, group) in part.groups.iter().zip(&whole.groups[part.first..]) {
                assert_eq!(
                    (made.place, &made.bracket, made.fold),
                    (group.place, &group.bracket, group.fold)
                );
                assert_eq!(
                    (&made.leaves, made.bow.0[0]),
                    (&group.leaves, group.bow.0[0])
                );
            }
            let most = wanted.width / whole.groups[0].place.width + 3;
            assert!(
                part.groups.len() <= most as usize,
                "no more than the window has room for"
            );
            assert_eq!(
                part.own.is_some(),
                whole.own.as_ref().is_some_and(is_in_sight) || part.first == 0
            );
            let pill = part.foot.pill;
            assert_eq!(
                pill.x + pill.width / 2,
                from + wanted.width / 2,
                "the foot is in its middle"
            );
            from += 97;
        }
    }
}

#[test]
fn leaves_are_narrow_where_that_makes_all_fit() {
    let pitch = |width| TreeFigure::of(&wanted(4, 5, width)).pitch;
    assert_eq!((pitch(2000), pitch(840), pitch(300)), (37, 33, 31));
    assert_eq!(
        TreeFigure::of(&wanted(4, 5, 840)).width,
        853,
        "but for the last gap"
    );
}

#[test]
fn sizes_that_are_none_are_taken_for_the_nearest_that_is() {
    let odd = TreeWanted {
        groups: usize::MAX,
        leaves: usize::MAX,
        width: i32::MAX,
        from: Some(i32::MIN),
        own: i32::MAX,
        group: i32::MIN,
        gap: i32::MAX,
        leaf: (i32::MAX, i32::MIN),
        head: i32::MAX,
        label: i32::MIN,
        token: i32::MAX,
        mark: i32::MAX,
        fold: i32::MAX,
        drops: (i32::MAX, i32::MIN, i32::MAX),
        pill: (i32::MAX, i32::MAX),
        result: i32::MAX,
        word: i32::MAX,
    };
    let figure = TreeFigure::of(&odd);
    assert!(figure.own.is_some() && !figure.groups.is_empty());
    let last = TreeFigure::of(&TreeWanted {
        from: Some(i32::MAX),
        ..odd
    });
    assert_eq!(last.first + last.groups.len(), 64);
}
