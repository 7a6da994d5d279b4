//! The keys that tell how the page looks and plays. None refuses a run: a value that is not known is listed.

use super::{
    Controls, Keys, Lang, Numbering, Presentation, Speed, Theme, digits::is_digits, error::Key,
    parse::Reader,
};

impl Reader {
    pub(super) fn presentation(&mut self) -> Presentation {
        Presentation {
            lang: self.named(Key::Lang, &Lang::NAMES),
            theme: self.named(Key::Theme, &Theme::NAMES).unwrap_or_default(),
            embed: self.is_on(Key::Embed),
            controls: self
                .named(Key::Controls, &Controls::NAMES)
                .unwrap_or_default(),
            autoplay: self.is_on(Key::Autoplay),
            looped: self.is_on(Key::Loop),
            until: self.until(),
            speed: self.speed(),
            keys: self.named(Key::Keys, &Keys::NAMES).unwrap_or_default(),
            number: self
                .named(Key::Number, &Numbering::NAMES)
                .unwrap_or_default(),
        }
    }

    fn is_on(&mut self, key: Key) -> bool {
        self.place_of(key, &["1"]).is_some()
    }

    fn named<T: Copy, const COUNT: usize>(
        &mut self,
        key: Key,
        names: &[(&'static str, T); COUNT],
    ) -> Option<T> {
        let place = self.place_of(key, &names.each_ref().map(|(name, _)| *name))?;
        Some(names[place].1)
    }

    /// Which of these names, in whatever letters, stands at a key. One body for all types of values keeps the engine small.
    #[inline(never)]
    fn place_of(&mut self, key: Key, names: &[&str]) -> Option<usize> {
        let text = self.values.get(&key)?;
        let place = names
            .iter()
            .position(|name| name.eq_ignore_ascii_case(text));
        if place.is_none() {
            self.pass_over(key);
        }
        place
    }

    /// A step past the end means the end, however far past.
    fn until(&mut self) -> Option<u64> {
        let text = self.values.get(&Key::Until)?;
        if is_digits(text) {
            return Some(text.parse().unwrap_or(u64::MAX));
        }
        self.pass_over(Key::Until);
        None
    }

    fn speed(&mut self) -> Speed {
        let text = self.values.get(&Key::Speed);
        match text.map(|text| Speed::of(text)) {
            None => Speed::default(),
            Some(Some(speed)) => speed,
            Some(None) => {
                self.pass_over(Key::Speed);
                Speed::default()
            }
        }
    }

    #[inline(never)]
    fn pass_over(&mut self, key: Key) {
        let text = self.values.get(&key).cloned().unwrap_or_default();
        self.ignored.push((key.name().to_owned(), text));
    }
}
