//! A session: one run, and where in it the reader is.

use std::{cell::Cell, sync::Arc};

use generals::{
    General, Key, LinkError, Trace, judge,
    link::{Link, LinkSize, parse, parse_given, replaced},
    om::Visit,
};
use generals_wire::{self as wire, arguments::JUDGE_OPTIONS};
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

use crate::{
    arguments::{count, entries, integer, text, within},
    changes::changes,
    error::{link_error, range_error},
    plain::to_js,
};

/// One run and a cursor in it. After `free()` whatever is asked of it throws a `FreedError`; that, and the `BrokenError` of an
/// engine that has broken off, any object here may throw, and it is not said again.
#[wasm_bindgen]
pub struct Session {
    pub(crate) link: Link,
    /// The keys that stand in the link it was opened by.
    pub(crate) given: Vec<Key>,
    pub(crate) trace: Arc<Trace>,
    /// Moves behind a shared reference, so that nothing asked meanwhile finds the session taken.
    cursor: Cell<usize>,
}

/// Without a session.
#[wasm_bindgen]
impl Session {
    /// Opens a link and runs it. Throws a `LinkError`; a `TypeError` for what is no text.
    pub fn open(
        #[wasm_bindgen(unchecked_param_type = "string")] link: &JsValue,
    ) -> Result<Session, JsValue> {
        parse_given(&text(link)?, LinkSize::Stepped)
            .and_then(|(link, given)| Self::start(link, given))
            .map_err(|error| link_error(&error))
    }

    /// Reads a link without running it, whatever its size. Throws a `LinkError`; a `TypeError` for what is no text.
    #[wasm_bindgen(unchecked_return_type = "Reading")]
    pub fn read(
        #[wasm_bindgen(unchecked_param_type = "string")] link: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let (link, given) =
            parse_given(&text(link)?, LinkSize::Any).map_err(|error| link_error(&error))?;
        to_js(&wire::Reading::of(&link, &given))
    }

    /// What `fork` does, without running it and whatever its size: the new address. Throws what `fork` does.
    pub fn edit(
        #[wasm_bindgen(unchecked_param_type = "string")] link: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "Changes")] changed: &JsValue,
    ) -> Result<String, JsValue> {
        let mut link = read(link)?;
        link.scenario = link
            .scenario
            .fork(&changes(changed)?)
            .map_err(|error| link_error(&error))?;
        drop_lost_eyes(&mut link);
        Ok(link.address())
    }

    /// The canonical address with other keys of place and presentation: given names replace, null removes.
    /// Throws a `LinkError`; a `TypeError` for names and values that no such key has.
    pub fn address(
        #[wasm_bindgen(unchecked_param_type = "string")] link: &JsValue,
        #[wasm_bindgen(
            unchecked_param_type = "{ [Key in keyof (Place & Presentation)]?: (Place & Presentation)[Key] | null }"
        )]
        keys: &JsValue,
    ) -> Result<String, JsValue> {
        let link = text(link)?;
        let link = replaced(&link, &crate::address::keys(keys)?);
        link.map(|link| link.address())
            .map_err(|error| link_error(&error))
    }

    /// The verdict alone, also beyond `limits().messages`. With `everyMessage` nothing is left out, and lies are
    /// counted, also there. Throws a `LinkError`; a `TypeError` for options that mean nothing.
    #[wasm_bindgen(unchecked_return_type = "Verdict")]
    pub fn judge(
        #[wasm_bindgen(unchecked_param_type = "string")] link: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "JudgeOptions")] options: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let mut visit = Visit::Undecided;
        if !options.is_undefined() {
            for (_, every) in entries(options, &JUDGE_OPTIONS)? {
                if every.as_bool().unwrap_or(false) {
                    visit = Visit::All;
                }
            }
        }
        let verdict = judge(&read(link)?.scenario, visit).map_err(|error| link_error(&error))?;
        to_js(&wire::Verdict::of(&verdict))
    }

    /// What may be opened and judged. Throws nothing.
    #[wasm_bindgen(unchecked_return_type = "Limits")]
    pub fn limits() -> Result<JsValue, JsValue> {
        to_js(&wire::Limits::default())
    }

    /// A seed that nobody has chosen, as digits. Throws an `Error` where the machine gives no randomness.
    #[wasm_bindgen(js_name = freshSeed)]
    pub fn fresh_seed() -> Result<String, JsValue> {
        getrandom::u64()
            .map(|seed| seed.to_string())
            .map_err(|error| js_sys::Error::new(&error.to_string()).into())
    }
}

/// What the session holds.
#[wasm_bindgen]
impl Session {
    /// What its link holds: as `Session.read` of the link it was opened by; of a fork, of its own. Throws nothing.
    #[wasm_bindgen(unchecked_return_type = "Reading")]
    pub fn reading(&self) -> Result<JsValue, JsValue> {
        to_js(&wire::Reading::of(&self.link, &self.given))
    }

    /// The canonical link: the scenario keys alone.
    pub fn link(&self) -> String {
        self.trace.scenario().link()
    }

    /// What stands in its link and means nothing: as `ignored` of its reading. Throws nothing.
    #[wasm_bindgen(getter, unchecked_return_type = "string[]")]
    pub fn ignored(&self) -> Result<JsValue, JsValue> {
        let keys: Vec<&str> = self
            .link
            .ignored
            .iter()
            .map(|(key, _)| key.as_str())
            .collect();
        to_js(&keys)
    }

    /// The scenario. Throws nothing.
    #[wasm_bindgen(unchecked_return_type = "Scenario")]
    pub fn scenario(&self) -> Result<JsValue, JsValue> {
        to_js(&wire::Scenario::of(self.trace.scenario()))
    }

    /// Where the link opened the page. Throws nothing.
    #[wasm_bindgen(unchecked_return_type = "Place")]
    pub fn place(&self) -> Result<JsValue, JsValue> {
        to_js(&wire::Place::of(&self.link.place))
    }

    /// How the link asked the page to look. Throws nothing.
    #[wasm_bindgen(unchecked_return_type = "Presentation")]
    pub fn presentation(&self) -> Result<JsValue, JsValue> {
        to_js(&wire::Presentation::of(&self.link.presentation))
    }

    /// The number of steps: one a message, and the decision.
    #[wasm_bindgen(getter)]
    pub fn length(&self) -> usize {
        self.trace.len()
    }

    /// How many steps have happened.
    #[wasm_bindgen(getter)]
    pub fn cursor(&self) -> usize {
        self.cursor.get()
    }
}

/// Moving.
#[wasm_bindgen]
impl Session {
    /// One step on; whether that moved.
    pub fn step(&self) -> bool {
        self.go(self.cursor() + 1)
    }

    /// One step back; whether that moved.
    #[wasm_bindgen(js_name = stepBack)]
    pub fn step_back(&self) -> bool {
        self.go(self.cursor().saturating_sub(1))
    }

    /// To after step k, clamped; whether that moved. Throws a `TypeError` for what is no integer.
    pub fn seek(
        &self,
        #[wasm_bindgen(unchecked_param_type = "number")] k: &JsValue,
    ) -> Result<bool, JsValue> {
        let k = integer(k)?;
        // Casting clamps to what a step number can be.
        Ok(self.go(k as usize))
    }

    /// A new session with changes; this one stays as it is. Throws a `LinkError` for values that a link could not have either, a
    /// `TypeError` for names and kinds of values that mean nothing, a `RangeError` for lists that are too long.
    pub fn fork(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Changes")] changed: &JsValue,
    ) -> Result<Session, JsValue> {
        let changes = changes(changed)?;
        let scenario = self.trace.scenario().fork(&changes);
        let fork = scenario
            .and_then(|scenario| {
                let mut link = Link {
                    scenario,
                    ..self.link.clone()
                };
                drop_lost_eyes(&mut link);
                Self::start(link, self.given.clone())
            })
            .map_err(|error| link_error(&error))?;
        let place = self.trace.same_place(self.cursor(), &fork.trace);
        fork.cursor.set(place);
        Ok(fork)
    }
}

/// Looking.
#[wasm_bindgen]
impl Session {
    /// What step k is, from 1 to `length`. Throws a `RangeError` for any other, a `TypeError` for what is no integer.
    #[wasm_bindgen(unchecked_return_type = "StepEvent")]
    pub fn event(
        &self,
        #[wasm_bindgen(unchecked_param_type = "number")] k: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let event = self.trace.event(self.step_number(k)?);
        let event = event.ok_or_else(|| range_error("there is no such step"))?;
        to_js(&wire::StepEvent::of(&event, &self.trace))
    }

    /// The world at the cursor. Throws nothing.
    #[wasm_bindgen(unchecked_return_type = "Snapshot")]
    pub fn snapshot(&self) -> Result<JsValue, JsValue> {
        to_js(&wire::Snapshot::of(&self.trace, self.cursor()))
    }

    /// What general g alone knows at the cursor. Throws a `RangeError` for a general who is not in the run, a `TypeError` for what
    /// is no integer.
    #[wasm_bindgen(unchecked_return_type = "View")]
    pub fn view(
        &self,
        #[wasm_bindgen(unchecked_param_type = "number")] g: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let view = self.trace.view(self.general(g)?, self.cursor());
        to_js(&wire::View::of(&view, self.trace.scenario()))
    }

    /// What a loyal lieutenant's decision rests on, of the whole run; null for others. With `depth`, paths of so
    /// many generals are given without their children in a vote tree. Throws a `RangeError` for a general who is not in the run
    /// and for a depth below 0, a `TypeError` for what is no integer.
    #[wasm_bindgen(unchecked_return_type = "Votes | null")]
    pub fn votes(
        &self,
        #[wasm_bindgen(unchecked_param_type = "number")] g: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "number")] depth: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let depth = if depth.is_undefined() {
            usize::MAX
        } else {
            count(depth)?
        };
        let votes = self.trace.votes(self.general(g)?, depth);
        to_js(&votes.as_ref().map(wire::Votes::of))
    }

    /// The verdict on the whole run. Throws nothing.
    #[wasm_bindgen(unchecked_return_type = "Verdict")]
    pub fn verdict(&self) -> Result<JsValue, JsValue> {
        to_js(&wire::Verdict::of(self.trace.verdict()))
    }

    /// The last step of each round, round 1 first; a round without steps ends where the one before does.
    #[wasm_bindgen(getter, js_name = roundEnds)]
    pub fn round_ends(&self) -> Vec<u32> {
        let rounds = 1..=self.trace.rounds();
        // A run that may be opened has at most 2^22 steps.
        rounds
            .map(|round| self.trace.round_end(round) as u32)
            .collect()
    }
}

impl Session {
    pub(crate) fn start(link: Link, given: Vec<Key>) -> Result<Self, LinkError> {
        let trace = Trace::new(link.scenario.clone())?;
        Ok(Self::of(link, given, trace))
    }

    /// The run of a link that has been run already.
    pub(crate) fn of(link: Link, given: Vec<Key>, trace: Trace) -> Self {
        let cursor = usize::try_from(link.place.at)
            .unwrap_or(usize::MAX)
            .min(trace.len());
        Self {
            link,
            given,
            trace: Arc::new(trace),
            cursor: Cell::new(cursor),
        }
    }

    fn go(&self, step: usize) -> bool {
        let step = step.min(self.trace.len());
        self.cursor.replace(step) != step
    }

    /// The run itself, for what may outlive the session.
    pub(crate) fn trace(&self) -> Arc<Trace> {
        Arc::clone(&self.trace)
    }

    pub(crate) fn round(&self, round: &JsValue) -> Result<usize, JsValue> {
        within(round, 1..=self.trace.rounds())
    }

    pub(crate) fn general(&self, g: &JsValue) -> Result<General, JsValue> {
        general_of(g, self.trace.scenario().n())
    }

    pub(crate) fn step_number(&self, k: &JsValue) -> Result<usize, JsValue> {
        within(k, 1..=self.trace.len())
    }

    /// A step, or 0 for none.
    pub(crate) fn step_or_none(&self, k: &JsValue) -> Result<usize, JsValue> {
        within(k, 0..=self.trace.len())
    }
}

/// One of n generals.
pub(crate) fn general_of(g: &JsValue, n: usize) -> Result<General, JsValue> {
    let number = within(g, 1..=n)?;
    General::new(number as u64).ok_or_else(|| range_error("there is no such general"))
}

fn read(link: &JsValue) -> Result<Link, JsValue> {
    parse(&text(link)?, LinkSize::Any).map_err(|error| link_error(&error))
}

/// A general who no longer exists has no eyes to look through, and is not looked at.
fn drop_lost_eyes(link: &mut Link) {
    let all = link.scenario.generals();
    link.place.pov = link.place.pov.filter(|general| all.contains(*general));
    link.place.general = link.place.general.filter(|general| all.contains(*general));
}
