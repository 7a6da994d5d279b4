//! The keys that tell how the page looks and plays. None refuses a run: a value that is not known is listed.

use super::{
    Controls, Keys, Lang, Numbering, Presentation, Speed, Theme, digits::is_digits, error::Key,
    parse::Reader, values::like,
};

impl Reader {
    pub(super) fn presentation(&mut self) -> Presentation {
        Presentation {
            lang: self.looks(Key::Lang, &Lang::NAMES),
            theme: self.looks(Key::Theme, &Theme::NAMES).unwrap_or_default(),
            embed: self.is_on(Key::Embed),
            controls: self
                .looks(Key::Controls, &Controls::NAMES)
                .unwrap_or_default(),
            autoplay: self.is_on(Key::Autoplay),
            looped: self.is_on(Key::Loop),
            until: self.known(Key::Until, step),
            speed: self.known(Key::Speed, Speed::of).unwrap_or_default(),
            keys: self.looks(Key::Keys, &Keys::NAMES).unwrap_or_default(),
            number: self
                .looks(Key::Number, &Numbering::NAMES)
                .unwrap_or_default(),
        }
    }

    fn is_on(&mut self, key: Key) -> bool {
        self.looks(key, &[("1", true)]).unwrap_or(false)
    }

    fn looks<T: Copy>(&mut self, key: Key, names: &[(&'static str, T)]) -> Option<T> {
        self.known(key, |text| like(names, text))
    }

    fn known<T>(&mut self, key: Key, meaning: impl Fn(&str) -> Option<T>) -> Option<T> {
        let text = self.values.get(&key)?;
        let value = meaning(text);
        if value.is_none() {
            self.ignored.push((key.name().to_owned(), text.clone()));
        }
        value
    }
}

/// A step past the end means the end, however far past.
fn step(text: &str) -> Option<u64> {
    is_digits(text).then(|| text.parse().unwrap_or(u64::MAX))
}
