//! Programs of one's own for JavaScript: what is wrong with a text, and how all write it.

use generals::{
    Changes, Key,
    limits::GENERALS_MAX,
    link::{LinkSize, parse},
    program::{Program as Read, encoded},
};
use generals_wire::{ProgramCheck, ProgramFault, ProgramFaults};
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

use crate::{
    arguments::{text, within},
    changes::changes,
    error::{link_error, not_of_this_task, with},
    plain::to_js,
};

/// Generals and traitors where a caller does not say: those of a link without them.
const GENERALS: usize = 4;
const TRAITORS: usize = 1;

/// The link of a program that its reader has not written yet.
const FRAME: &str = "v=1&p=own";

/// Programs in the language for protocols of one's own.
#[wasm_bindgen]
pub struct Program;

#[wasm_bindgen]
impl Program {
    /// What a text is: whether it can be run by `n` generals (2 to 64; 4) of whom `f` may be traitors (0 to n-2; 1, or 0 of two),
    /// and everything that is wrong with it. Throws a `TypeError` for what is no text or whole number, a `RangeError` for
    /// numbers that there cannot be.
    #[wasm_bindgen(unchecked_return_type = "ProgramCheck")]
    pub fn check(
        #[wasm_bindgen(unchecked_param_type = "string")] program: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "number")] n: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "number")] f: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let text = text(program)?;
        let n = given(n, GENERALS, 2, GENERALS_MAX as usize)?;
        let f = given(f, TRAITORS.min(n - 2), 0, n - 2)?;
        to_js(&ProgramCheck::of(&text, n, f))
    }

    /// A text as all write it: reading that gives the same program. Throws a `ProgramError` where something is wrong with it, a
    /// `TypeError` for what is no text.
    pub fn print(
        #[wasm_bindgen(unchecked_param_type = "string")] program: &JsValue,
    ) -> Result<String, JsValue> {
        let text = text(program)?;
        let read = Read::read(&text).map_err(|mistakes| {
            let errors = ProgramFault::all(&text, &mistakes);
            with(
                "ProgramError",
                "this is no program",
                &ProgramFaults { errors },
            )
        })?;
        Ok(read.print())
    }

    /// The link of a run of this program, changed as `fork` would. Throws a `LinkError`, of code `bad-program` where something is
    /// wrong with the text, a `TypeError` for what is no text or no such change.
    pub fn link(
        #[wasm_bindgen(unchecked_param_type = "string")] program: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "Changes")] changed: &JsValue,
    ) -> Result<String, JsValue> {
        let text = text(program)?;
        let mut all = match changed.is_undefined() {
            true => Changes::default(),
            false => changes(changed)?,
        };
        all.own.set(Key::Prog, encoded(&text));
        let frame = parse(FRAME, LinkSize::Any).map_err(|error| link_error(&error))?;
        let scenario = frame.scenario.fork(&all);
        Ok(scenario.map_err(|error| link_error(&error))?.link())
    }

    /// The text of the program that a link brings, as all write it. Throws a `LinkError`, also for a link of another protocol; a
    /// `TypeError` for what is no text.
    pub fn text(
        #[wasm_bindgen(unchecked_param_type = "string")] link: &JsValue,
    ) -> Result<String, JsValue> {
        let scenario = parse(&text(link)?, LinkSize::Any)
            .map_err(|error| link_error(&error))?
            .scenario;
        match scenario.program() {
            Some(program) => Ok(program.print()),
            None => Err(not_of_this_task(&scenario, "own")),
        }
    }
}

/// A number that a caller may leave out.
fn given(value: &JsValue, otherwise: usize, least: usize, most: usize) -> Result<usize, JsValue> {
    match value.is_undefined() {
        true => Ok(otherwise),
        false => within(value, least..=most),
    }
}
