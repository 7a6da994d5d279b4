//! One line that a benchmark printed, and how it compares.

use serde_json::{Value, json};

use crate::calibration::{Calibration, Place};
use crate::targets::Target;

pub(crate) struct Measurement {
    /// Where it was measured; sizes are the same everywhere.
    place: Option<Place>,
    name: String,
    value: f64,
    unit: String,
    /// How many of what were evaluated in that time.
    counted: Option<(f64, &'static str)>,
    /// What a size is compared with.
    was: Option<f64>,
    at_most: Option<f64>,
}

/// What is counted.
const COUNTED: [&str; 2] = ["messages", "strategies"];

impl Measurement {
    pub(crate) fn read(place: Option<Place>, line: &str) -> Option<Self> {
        let object: Value = serde_json::from_str(line).ok()?;
        let name = object["name"].as_str()?;
        let (value, unit) = match object["median_ms"].as_f64() {
            Some(median) => (median, "ms"),
            None => (object["value"].as_f64()?, object["unit"].as_str()?),
        };
        Some(Self {
            place,
            name: name.to_owned(),
            value,
            unit: unit.to_owned(),
            counted: COUNTED
                .into_iter()
                .find_map(|what| Some((object[what].as_f64()?, what))),
            was: object["was"].as_f64(),
            at_most: None,
        })
    }

    /// The same with its limit, now that the machine is known.
    pub(crate) fn limited(self, calibration: &Calibration) -> Self {
        let target = self.place.and_then(|place| Target::of(place, &self.name));
        Self {
            at_most: target.and_then(|target| target.most(calibration)),
            ..self
        }
    }

    pub(crate) fn is_of(&self, target: &Target) -> bool {
        self.place == Some(target.place) && self.name == target.name
    }

    /// How many a second, where every one was evaluated.
    fn rate(&self) -> Option<(f64, &'static str)> {
        let pruned = ["judge", "attack"]
            .iter()
            .any(|what| self.name.starts_with(what));
        self.counted
            .filter(|_| !pruned)
            .map(|(count, what)| (count / self.value * 1000.0, what))
    }

    /// How many times what the same took in the other place.
    pub(crate) fn against<'a>(&'a self, other: &Self) -> Option<(&'a str, f64)> {
        let places = (self.place, other.place) == (Some(Place::Wasm), Some(Place::Native));
        (places && self.name == other.name).then(|| (self.name.as_str(), self.value / other.value))
    }

    fn full_name(&self) -> String {
        format!(
            "{} {}",
            self.place.map_or("size of", Place::name),
            self.name
        )
    }

    /// A line of the table whose head is [`HEAD`].
    pub(crate) fn row(&self) -> String {
        let measured = format!("{:.2} {}", self.value, self.unit);
        let most = self
            .at_most
            .map_or_else(String::new, |most| format!("{most:.2} {}", self.unit));
        let note = match (self.rate(), self.was) {
            (Some((rate, what)), _) => format!("{:.1} million {what}", rate / 1e6),
            (None, Some(was)) => format!("was {was:.2}, {:+.2}", self.value - was),
            (None, None) => String::new(),
        };
        let is_missed = self.at_most.is_some_and(|most| self.value > most);
        let mark = if is_missed { "  MISSED" } else { "" };
        format!(
            "{:48} {measured:>12} {most:>12} {note:>26}{mark}",
            self.full_name()
        )
    }

    pub(crate) fn as_json(&self) -> Value {
        json!({
            "name": self.full_name(),
            "value": self.value,
            "unit": self.unit,
            "counted": self.counted,
            "per_second": self.rate(),
            "was": self.was,
            "at_most": self.at_most,
        })
    }
}

/// The head of the table; limits are those of this machine now.
pub(crate) fn head() -> String {
    format!(
        "{:48} {:>12} {:>12} {:>26}",
        "what", "measured", "at most", "a second, or was"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calibration::Loop;
    use crate::calibration::tests::timed;

    const LINE: &str = r#"{"name": "verdict n=16 m=5", "median_ms": 2.5, "messages": 5000000}"#;

    fn read(place: Place) -> Measurement {
        Measurement::read(Some(place), LINE).unwrap()
    }

    #[test]
    fn a_measurement_has_the_limit_of_its_place() {
        let row = read(Place::Native);
        assert_eq!(row.full_name(), "native verdict n=16 m=5");
        assert_eq!(row.rate(), Some((2e9, "messages")));
        let calibration = timed(Place::Native, Loop::Arithmetic, 2.0, 2.0);
        assert_eq!(row.limited(&calibration).at_most, Some(6.0));
        assert_eq!(read(Place::Browser).limited(&calibration).at_most, None);
    }

    #[test]
    fn what_takes_longer_than_this_machine_may_is_marked() {
        let row = |times| {
            let calibration = timed(Place::Native, Loop::Arithmetic, times, times);
            read(Place::Native).limited(&calibration).row()
        };
        assert!(!row(1.0).contains("MISSED"), "{}", row(1.0));
        assert!(row(0.5).contains("MISSED"), "{}", row(0.5));
    }

    #[test]
    fn only_wasm_is_held_against_native() {
        let (native, wasm) = (read(Place::Native), read(Place::Wasm));
        assert_eq!(wasm.against(&native), Some(("verdict n=16 m=5", 1.0)));
        assert_eq!(native.against(&wasm), None);
        assert_eq!(read(Place::Browser).against(&native), None);
    }

    #[test]
    fn a_size_is_shown_with_what_it_was() {
        let line = r#"{"name": "single file", "value": 732.0, "unit": "KB", "was": 740.07}"#;
        let row = Measurement::read(None, line).unwrap().row();
        assert!(row.starts_with("size of single file"), "{row}");
        assert!(row.ends_with("was 740.07, -8.07"), "{row}");
    }

    #[test]
    fn lines_of_other_kinds_are_passed_by() {
        let read = |line| Measurement::read(Some(Place::Native), line);
        assert!(read("running 1 test").is_none());
        assert!(read(r#"{"name": "x"}"#).is_none());
        assert!(read(r#"{"calibration": "memory", "median_ms": 1}"#).is_none());
    }
}
