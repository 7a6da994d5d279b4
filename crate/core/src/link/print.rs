//! Writing links in their canonical form: keys in the table's order, defaults left out.

use std::fmt::Write;

use super::{Figure, Keys, Link, Numbering, Place, Presentation, Screen, Speed};
use crate::{
    link::{Controls, Theme, error::Key},
    protocol::Inputs,
    scenario::{DEFAULT_SEED, Scenario, Strategy, default_opinions},
    word::{Generals, Order},
};

impl Scenario {
    /// The canonical link: the scenario keys `v` to `prog` alone.
    #[must_use]
    pub fn link(&self) -> String {
        let mut text = format!("v=1&p={}&n={}", self.protocol.name(), self.n);
        if self.m as u64 != (self.spec().relays)(self.n as u64).default {
            pair(&mut text, Key::M, self.m);
        }
        if self
            .given_order()
            .is_some_and(|order| order != Order::Attack)
        {
            pair(&mut text, Key::O, self.order.letter());
        }
        if !self.traitors().is_empty() {
            pair(&mut text, Key::T, self.traitors());
        }
        if self.strategy() != Strategy::default() {
            pair(&mut text, Key::S, self.strategy().name());
        }
        if self.seed != DEFAULT_SEED {
            pair(&mut text, Key::Seed, self.seed);
        }
        if !self.stolen().is_empty() {
            pair(&mut text, Key::K, self.stolen());
        }
        if !self.lies().is_empty() {
            let lies: Vec<String> = self
                .lies()
                .iter()
                .flat_map(|(slot, words)| words.iter().map(move |word| (slot, word)))
                .map(|(slot, word)| format!("{slot}{}", word.letter()))
                .collect();
            pair(&mut text, Key::X, lies.join("_"));
        }
        let has_opinions = self.spec().inputs == Inputs::Everyone;
        if has_opinions && self.opinions != default_opinions(self.n) {
            pair(&mut text, Key::I, self.opinion_letters());
        }
        for (key, value) in self
            .own
            .texts(self.protocol, self.m, (self.n, self.m), self.own.variant())
            .iter()
        {
            pair(&mut text, key, value);
        }
        text
    }
}

impl Scenario {
    /// Everybody's opinion, a letter each, general 1 first.
    #[must_use]
    pub fn opinion_letters(&self) -> String {
        let letter = |general| Order::from_bit(self.opinions.contains(general)).letter();
        Generals::all(self.n).iter().map(letter).collect()
    }
}

impl Link {
    /// The canonical address: scenario, place and presentation.
    #[must_use]
    pub fn address(&self) -> String {
        let mut text = self.scenario.link();
        place(&mut text, &self.place);
        presentation(&mut text, &self.presentation);
        text
    }
}

impl Place {
    /// The path at which the vote tree is open, as links write it.
    #[must_use]
    pub fn path_text(&self) -> Option<String> {
        let path: Vec<String> = self.path.iter().map(ToString::to_string).collect();
        (!path.is_empty()).then(|| path.join("."))
    }
}

fn place(text: &mut String, place: &Place) {
    if place.at != 0 {
        pair(text, Key::At, place.at);
    }
    if let Some(general) = place.pov {
        pair(text, Key::Pov, general);
    }
    if place.view != Screen::default() {
        pair(text, Key::View, place.view.name());
    }
    if let Some(lesson) = &place.lesson {
        pair(text, Key::Lesson, lesson);
    }
    if let Some(beat) = place.beat {
        pair(text, Key::Beat, beat);
    }
    if let Some(goal) = place.goal {
        pair(text, Key::Goal, goal);
    }
    if let Some(general) = place.general {
        pair(text, Key::General, general);
    }
    if let Some(step) = place.message {
        pair(text, Key::Message, step);
    }
    if let Some(fold) = place.fold {
        pair(text, Key::Fold, fold);
    }
    if let Some(path) = place.path_text() {
        pair(text, Key::Path, path);
    }
    if place.both != Figure::default() {
        pair(text, Key::Both, place.both.name());
    }
    if let Some(rule) = &place.rule {
        pair(text, Key::Rule, rule);
    }
}

fn presentation(text: &mut String, presentation: &Presentation) {
    if let Some(lang) = presentation.lang {
        pair(text, Key::Lang, lang.name());
    }
    if presentation.theme != Theme::default() {
        pair(text, Key::Theme, presentation.theme.name());
    }
    if presentation.embed {
        pair(text, Key::Embed, 1);
    }
    if presentation.controls != Controls::default() {
        pair(text, Key::Controls, presentation.controls.name());
    }
    if presentation.autoplay {
        pair(text, Key::Autoplay, 1);
    }
    if presentation.looped {
        pair(text, Key::Loop, 1);
    }
    if let Some(step) = presentation.until {
        pair(text, Key::Until, step);
    }
    if presentation.speed != Speed::default() {
        pair(text, Key::Speed, presentation.speed);
    }
    if presentation.keys != Keys::default() {
        pair(text, Key::Keys, presentation.keys.name());
    }
    if presentation.number != Numbering::default() {
        pair(text, Key::Number, presentation.number.name());
    }
}

fn pair(text: &mut String, key: Key, value: impl std::fmt::Display) {
    // Writing to a String cannot fail.
    let _ = write!(text, "&{}={value}", key.name());
}
