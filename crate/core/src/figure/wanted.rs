//! What of a run is to be drawn, and how large its labels are.

use crate::word::General;

/// What is to be drawn, and how large its labels are.
///
/// ```
/// use generals::{General, Trace, figure::{Wanted, time::TimeFigure}, link::{LinkSize, parse}};
///
/// let trace = Trace::new(parse("v=1&p=om&n=4&t=3", LinkSize::Stepped).unwrap().scenario).unwrap();
/// let wanted = Wanted { eyes: General::new(2), ..Wanted::default() };
/// let arrows = TimeFigure::of(&trace, &wanted).arrows;
/// assert_eq!(arrows.len(), 3 + 2, "what he is told and what he relays");
/// assert!(arrows.iter().all(|arrow| arrow.bundle.lies == 0), "he cannot know which are lies");
/// ```
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// The room there is; the figure is larger where it must.
    pub width: i32,
    /// The same downwards.
    pub height: i32,
    /// Before the lines begin: the generals' shields.
    pub margin: i32,
    /// Above the bands: their names.
    pub head: i32,
    /// How wide the name of each round is.
    pub names: Vec<i32>,
    /// How wide it is what is said at the end.
    pub decision: i32,
    /// Width and height of a label of one word, with all that may be around it.
    pub token: (i32, i32),
    /// Width of a digit of a bundle's count.
    pub digit: i32,
    /// Draw only what this general sends and receives, and no lies.
    pub eyes: Option<General>,
    /// The bundle with this step is opened.
    pub open: Option<usize>,
    /// Draw nothing after this step.
    pub until: Option<usize>,
}
