//! How fast a run plays, as links write it.

use std::fmt;

use super::digits::{is_digits, number};

/// How fast a run plays, in hundredths of the usual: from half of it to four times as fast.
///
/// ```
/// use generals::link::{LinkSize, Speed, parse};
///
/// let speed = |link| parse(link, LinkSize::Any).unwrap().presentation.speed;
/// assert_eq!(speed("v=1&speed=1.5").hundredths(), 150);
/// assert_eq!(speed("v=1&speed=0.50").to_string(), "0.5");
/// assert_eq!(speed("v=1&speed=9"), Speed::default(), "what is not known refuses no run");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Speed(u16);

const HUNDREDTHS_MIN: u16 = 50;
const HUNDREDTHS_MAX: u16 = 400;

impl Default for Speed {
    fn default() -> Self {
        Self(100)
    }
}

impl Speed {
    /// So many hundredths of the usual, 50 to 400.
    #[must_use]
    pub const fn hundredths(self) -> u16 {
        self.0
    }

    /// A number with at most two places behind its point.
    pub(super) fn of(text: &str) -> Option<Self> {
        let (whole, places) = text.split_once('.').unwrap_or((text, "0"));
        if !is_digits(whole) || !is_digits(places) || places.len() > 2 {
            return None;
        }
        let tenths = if places.len() == 1 { 10 } else { 1 };
        let hundredths = number(whole)
            .ok()?
            .checked_mul(100)?
            .checked_add(number(places).ok()? * tenths)?;
        let speed = u16::try_from(hundredths).ok()?;
        (HUNDREDTHS_MIN..=HUNDREDTHS_MAX)
            .contains(&speed)
            .then_some(Self(speed))
    }
}

impl fmt::Display for Speed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, tenths, last) = (self.0 / 100, self.0 / 10 % 10, self.0 % 10);
        write!(f, "{whole}")?;
        if tenths + last > 0 {
            write!(f, ".{tenths}")?;
        }
        if last > 0 {
            write!(f, "{last}")?;
        }
        Ok(())
    }
}
