//! One line that a benchmark printed, and how it compares.

use serde_json::{Value, json};

use crate::calibration::{Calibration, Moment, Place};
use crate::targets::{Most, Target};

pub(crate) struct Measurement {
    /// Where it was measured; sizes are the same everywhere.
    place: Option<Place>,
    moment: Moment,
    name: String,
    value: f64,
    unit: String,
    /// How many of what were evaluated in that time.
    counted: Option<(f64, &'static str)>,
    at_most: Option<Most>,
}

/// What is counted.
const COUNTED: [&str; 2] = ["messages", "strategies"];

impl Measurement {
    pub(crate) fn read(place: Option<Place>, moment: Moment, line: &str) -> Option<Self> {
        let object: Value = serde_json::from_str(line).ok()?;
        let name = object["name"].as_str()?;
        let (value, unit) = match object["median_ms"].as_f64() {
            Some(median) => (median, "ms"),
            None => (object["value"].as_f64()?, object["unit"].as_str()?),
        };
        Some(Self {
            place,
            moment,
            name: name.to_owned(),
            value,
            unit: unit.to_owned(),
            counted: COUNTED
                .into_iter()
                .find_map(|what| Some((object[what].as_f64()?, what))),
            // A size brings its own.
            at_most: object["budget"].as_f64().map(|value| Most {
                value,
                is_busy: false,
            }),
        })
    }

    /// The same with its limit, now that the machine is known.
    pub(crate) fn limited(self, calibration: &Calibration) -> Self {
        let target = self.place.and_then(|place| Target::of(place, &self.name));
        Self {
            at_most: match target {
                Some(target) => target.most(calibration, self.moment),
                None => self.at_most,
            },
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
        let most = self.at_most.map_or_else(String::new, |most| {
            format!("{:.2} {}", most.value, self.unit)
        });
        let note = self.rate().map_or_else(String::new, |(rate, what)| {
            format!("{:.1} million {what}", rate / 1e6)
        });
        let mark = match self.at_most.filter(|most| self.value > most.value) {
            Some(Most { is_busy: true, .. }) => "  over, on a busy machine",
            Some(_) => "  MISSED",
            None => "",
        };
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
            "at_most": self.at_most.map(|most| most.value),
            "busy": self.at_most.map(|most| most.is_busy),
        })
    }
}

/// The head of the table; limits are those of this machine now.
pub(crate) fn head() -> String {
    format!(
        "{:48} {:>12} {:>12} {:>26}",
        "what", "measured", "at most", "a second"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calibration::Loop;
    use crate::calibration::tests::{even, readings};

    const LINE: &str = r#"{"name": "verdict n=16 m=5", "median_ms": 2.5, "messages": 5000000}"#;

    fn read(place: Place) -> Measurement {
        Measurement::read(Some(place), Moment::default(), LINE).unwrap()
    }

    #[test]
    fn a_measurement_has_the_limit_of_its_place() {
        let row = read(Place::Native);
        assert_eq!(row.full_name(), "native verdict n=16 m=5");
        assert_eq!(row.rate(), Some((2e9, "messages")));
        let calibration = even(Place::Native, Loop::Arithmetic, 2.0);
        let (value, is_busy) = (6.0, false);
        assert_eq!(
            row.limited(&calibration).at_most,
            Some(Most { value, is_busy })
        );
        assert_eq!(read(Place::Browser).limited(&calibration).at_most, None);
    }

    #[test]
    fn what_takes_longer_than_this_machine_may_is_marked() {
        let row = |median, slow| {
            let calibration = readings(Place::Native, Loop::Arithmetic, &[(median, slow)]);
            read(Place::Native).limited(&calibration).row()
        };
        assert!(row(1.0, 1.0).ends_with("messages"), "{}", row(1.0, 1.0));
        assert!(row(0.5, 0.5).ends_with("  MISSED"), "{}", row(0.5, 0.5));
        assert!(
            row(0.5, 1.5).ends_with("  over, on a busy machine"),
            "{}",
            row(0.5, 1.5)
        );
    }

    #[test]
    fn only_wasm_is_held_against_native() {
        let (native, wasm) = (read(Place::Native), read(Place::Wasm));
        assert_eq!(wasm.against(&native), Some(("verdict n=16 m=5", 1.0)));
        assert_eq!(native.against(&wasm), None);
        assert_eq!(read(Place::Browser).against(&native), None);
    }

    #[test]
    fn a_size_is_held_against_the_budget_it_brings() {
        let row = |budget: &str| {
            let line =
                format!(r#"{{"name": "engine", "value": 98.5, "unit": "KB", "budget": {budget}}}"#);
            let size = Measurement::read(None, Moment::default(), &line).unwrap();
            size.limited(&Calibration::default()).row()
        };
        for (budget, end) in [("100.0", ""), ("98.0", "MISSED"), ("null", "")] {
            let row = row(budget);
            assert!(row.starts_with("size of engine"), "{row}");
            assert!(row.trim_end().ends_with(end), "{row}");
            assert_eq!(row.contains("MISSED"), !end.is_empty(), "{row}");
        }
    }

    #[test]
    fn lines_of_other_kinds_are_passed_by() {
        let read = |line| Measurement::read(Some(Place::Native), Moment::default(), line);
        assert!(read("running 1 test").is_none());
        assert!(read(r#"{"name": "x"}"#).is_none());
        assert!(read(r#"{"calibration": "memory", "median_ms": 1}"#).is_none());
    }
}
