//! Where letters stand on what is drawn: on shields, tokens and banners.

use crate::file::{
    drawing::{Ink, Loyalty, Piece, Point, Text},
    text::{Align, Says},
    units::scaled,
};
use crate::word::{Order, Word};

/// Sizes of letters in which both TeX's own and those of systems are well drawn.
const fn even(size: i32) -> i32 {
    let size = (size + 1) / 2 * 2;
    match size {
        ..=9 => 10,
        10..=20 => size,
        _ => 24,
    }
}

/// The size of a token's letter, by half its side.
pub(super) const fn on_token(half: i32) -> i32 {
    even(scaled(half, 138))
}

/// A letter in the middle of something, raised by a third of its size to stand on its base line.
fn centred((x, y): Point, size: i32, says: Says) -> Text {
    Text {
        at: (x, y + size * 34 / 100),
        align: Align::Middle,
        size,
        ink: Ink::Light,
        says,
    }
}

/// What stands on a shield of this side.
pub(super) fn on_shield((x, y): Point, side: i32, loyalty: Loyalty, name: &Says) -> Text {
    let long = name.signs().chars().count();
    let (size, lower) = match loyalty {
        Loyalty::Loyal => (22, 0),
        Loyalty::Traitor => (18, 8),
        Loyalty::Unknown => (20, -2),
    };
    let size = match long {
        ..=2 => size,
        3..=4 => 15,
        _ => 12,
    };
    centred(
        (x, y + lower * side / 56),
        even(size * side / 56),
        name.clone(),
    )
}

/// The letter on a banner's cloth, so many hundredths of its size.
pub(super) fn on_banner((x, y): Point, percent: i32, banner: Piece) -> Option<Text> {
    let order = match banner {
        Piece::Attack => Order::Attack,
        Piece::Retreat => Order::Retreat,
        Piece::Crown | Piece::Mask => return None,
    };
    let at = (x + 17 * percent / 100, y - 41 * percent / 100);
    let mut text = centred(at, even(17 * percent / 100), Says::Word(Word::Order(order)));
    if order == Order::Retreat {
        text.ink = Ink::Plain;
    }
    Some(text)
}
