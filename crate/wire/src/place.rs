//! Where the reader of a link is, and how the page is to look.

use generals::{
    General,
    link::{self, Numbering},
};
use serde::Serialize;

use crate::names::{Controls, Figure, Id, Keys, Lang, Screen, Theme};

/// Where the reader is.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Place {
    /// The step; past the end means the end.
    pub at: f64,
    /// Through whose eyes he looks.
    pub pov: Option<Id>,
    /// What fills the page.
    pub view: Screen,
    /// The lesson's id.
    pub lesson: Option<String>,
    /// The place in the lesson, from 1; past the last means the last.
    pub beat: Option<f64>,
    /// Who is looked at.
    pub general: Option<Id>,
    /// The step of the message that is looked at.
    pub message: Option<f64>,
    /// How far the vote tree is folded.
    pub fold: Option<f64>,
    /// At which path the vote tree is open: `1.3`.
    pub path: Option<String>,
    /// How two runs side by side are shown.
    pub both: Figure,
    /// The rule written in the laboratory: `RRRA`, a letter for each row of a table, row 0 first.
    pub rule: Option<String>,
    /// The army that the reader's program is asked to hold for: `7.2`, seven generals of whom two may be traitors.
    pub goal: Option<String>,
}

impl Place {
    /// The core's place.
    #[must_use]
    pub fn of(place: &link::Place) -> Self {
        Self {
            at: place.at as f64,
            pov: place.pov.map(General::number),
            view: Screen(place.view),
            lesson: place.lesson.clone(),
            beat: place.beat.map(|beat| beat as f64),
            general: place.general.map(General::number),
            message: place.message.map(|step| step as f64),
            fold: place.fold.map(|folds| folds as f64),
            path: place.path_text(),
            both: Figure(place.both),
            rule: place.rule.clone(),
            goal: place.goal.map(|goal| goal.to_string()),
        }
    }
}

/// How the page looks.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Presentation {
    /// The language; null is the browser's.
    pub lang: Option<Lang>,
    /// The colours.
    pub theme: Theme,
    /// Stage and transport alone, for course notes.
    pub embed: bool,
    /// What an embedded page can be steered with.
    pub controls: Controls,
    /// Whether the run plays as soon as it is open.
    pub autoplay: bool,
    /// Whether it begins anew when it has come to its end.
    #[serde(rename = "loop")]
    pub looped: bool,
    /// The step at which it stops; past the end means the end.
    pub until: Option<f64>,
    /// How fast it plays, 0.5 to 4.
    pub speed: f64,
    /// Whose keys are pressed in an embedded page.
    pub keys: Keys,
    /// From which number generals are counted where people read; here and in links they are counted from 1.
    #[cfg_attr(test, ts(type = "0 | 1"))]
    pub number: u8,
}

impl Presentation {
    /// The core's presentation.
    #[must_use]
    pub fn of(presentation: &link::Presentation) -> Self {
        Self {
            lang: presentation.lang.map(Lang),
            theme: Theme(presentation.theme),
            embed: presentation.embed,
            controls: Controls(presentation.controls),
            autoplay: presentation.autoplay,
            looped: presentation.looped,
            until: presentation.until.map(|step| step as f64),
            speed: f64::from(presentation.speed.hundredths()) / 100.0,
            keys: Keys(presentation.keys),
            number: u8::from(presentation.number == Numbering::One),
        }
    }
}
