//! Reading what JavaScript passes: it converts silently where Rust would ask.
//!
//! An object of the caller may run his code when it is read: a getter, a proxy. So it is copied to plain data before the
//! border (border.js); what is read here runs nothing. Should something throw all the same, it must not pass through the frames
//! of Rust, which would leave the stack and what is borrowed as they are in between: what reads an object is imported
//! with `catch`, and its error is returned like any other.
//!
//! A number that means nothing here is a `RangeError`, and never taken for the nearest that does.

use std::ops::RangeInclusive;

use generals::limits::GENERALS_MAX;
use js_sys::{Array, BigInt, Number, Reflect};
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};

use crate::error::{range_error, type_error};

#[wasm_bindgen]
extern "C" {
    /// A revoked proxy throws.
    #[wasm_bindgen(catch, js_namespace = Array, js_name = isArray)]
    fn is_array(value: &JsValue) -> Result<bool, JsValue>;

    /// A proxy may throw.
    #[wasm_bindgen(catch, js_namespace = Object)]
    fn keys(value: &JsValue) -> Result<Array, JsValue>;
}

/// More pixels than a figure has; sums of a few of them still fit where they are added up.
const LENGTH_MAX: i32 = 1 << 24;

/// The largest whole number that a JavaScript number holds exactly.
const EXACT_MAX: f64 = 9_007_199_254_740_991.0;

/// A whole number; a text, null or a list is none, though JavaScript would make one of it.
pub(crate) fn integer(value: &JsValue) -> Result<f64, JsValue> {
    value
        .as_f64()
        .filter(|number| number.is_finite() && number.fract() == 0.0)
        .ok_or_else(|| type_error("a whole number is needed"))
}

/// A text.
pub(crate) fn text(value: &JsValue) -> Result<String, JsValue> {
    value
        .as_string()
        .ok_or_else(|| type_error("a text is needed"))
}

/// A number as the text that a link would hold: a number, its digits, or a bigint.
pub(crate) fn number_text(value: &JsValue) -> Result<String, JsValue> {
    if let Some(text) = value.as_string() {
        return Ok(text);
    }
    if let Some(number) = value.as_f64() {
        if number.abs() > EXACT_MAX {
            return Err(type_error("give the digits of a number above 2^53"));
        }
        // JavaScript writes it: formatting floats here would cost four kilobytes.
        return Ok(Number::from(number).to_string_with_radix(10)?.into());
    }
    match value.dyn_ref::<BigInt>() {
        Some(number) => Ok(number.to_string(10)?.into()),
        None => Err(type_error("a number is needed")),
    }
}

/// The elements of a list that has at most so many; one that is longer is not read.
pub(crate) fn list(value: &JsValue, most: u32) -> Result<Vec<JsValue>, JsValue> {
    if !is_array(value)? {
        return Err(type_error("a list is needed"));
    }
    let length = integer(&field(value, "length")?)?;
    if length < 0.0 {
        return Err(type_error("a list is needed"));
    }
    if length > f64::from(most) {
        return Err(range_error(&format!("a list of at most {most} is needed")));
    }
    (0..length as u32)
        .map(|place| Reflect::get_u32(value, place))
        .collect()
}

/// A list of generals, or of what there is no more of than generals.
pub(crate) fn short_list(value: &JsValue) -> Result<Vec<JsValue>, JsValue> {
    list(value, GENERALS_MAX as u32)
}

/// A whole number of these.
pub(crate) fn within(value: &JsValue, span: RangeInclusive<usize>) -> Result<usize, JsValue> {
    let number = integer(value)?;
    let (least, most) = (*span.start() as f64, *span.end() as f64);
    if (least..=most).contains(&number) {
        Ok(number as usize)
    } else {
        Err(range_error("there is no such number here"))
    }
}

/// A number of things, however large.
pub(crate) fn count(value: &JsValue) -> Result<usize, JsValue> {
    let number = integer(value)?;
    if number < 0.0 {
        return Err(range_error("a count is not negative"));
    }
    // More than there can be of anything; casting takes it for the most that a machine word holds.
    Ok(number as usize)
}

/// A length in whole pixels.
pub(crate) fn length(value: &JsValue) -> Result<i32, JsValue> {
    let number = integer(value)?;
    if number.abs() > f64::from(LENGTH_MAX) {
        return Err(range_error("no figure is that large"));
    }
    Ok(number as i32)
}

/// A list of lengths.
pub(crate) fn lengths(value: &JsValue) -> Result<Vec<i32>, JsValue> {
    short_list(value)?.iter().map(length).collect()
}

/// So many lengths; those that are missing are 0.
pub(crate) fn sizes<const N: usize>(value: &JsValue) -> Result<[i32; N], JsValue> {
    let given = lengths(value)?;
    Ok(std::array::from_fn(|place| {
        given.get(place).copied().unwrap_or(0)
    }))
}

/// What an object has under a name; undefined where it has nothing.
pub(crate) fn field(value: &JsValue, name: &str) -> Result<JsValue, JsValue> {
    Reflect::get(value, &JsValue::from_str(name))
}

/// The entries of an object, none of which may have another name than these. A name that means nothing is a
/// slip of the caller and should not pass in silence.
pub(crate) fn entries(value: &JsValue, names: &[&str]) -> Result<Vec<(String, JsValue)>, JsValue> {
    if !value.is_object() {
        return Err(type_error("an object is needed"));
    }
    let given: Vec<String> = keys(value)?
        .iter()
        .filter_map(|key| key.as_string())
        .collect();
    if let Some(slip) = given.iter().find(|name| !names.contains(&name.as_str())) {
        return Err(type_error(&format!(
            "{slip} is none of {}",
            names.join(", ")
        )));
    }
    let entry = |name: String| {
        let value = field(value, &name)?;
        Ok((name, value))
    };
    given.into_iter().map(entry).collect()
}

/// A whole number as the text that a link would hold, also one that no link may hold: the refusal shows it as it is.
#[cfg(feature = "lab")]
pub(crate) fn digits(value: &JsValue) -> Result<String, JsValue> {
    let number = integer(value)?;
    let sign = if number.is_sign_negative() { "-" } else { "" };
    // JavaScript writes it: formatting floats here would cost seven kilobytes.
    let text = String::from(js_sys::Number::from(number.abs()).to_string_with_radix(10)?);
    Ok(format!("{sign}{}", without_exponent(&text)))
}

/// JavaScript writes `1.5e+21` for a one, a five and twenty zeros.
#[cfg(feature = "lab")]
fn without_exponent(text: &str) -> String {
    let Some((digits, exponent)) = text.split_once("e+") else {
        return text.to_owned();
    };
    let digits = digits.replace('.', "");
    let length = exponent.parse().unwrap_or(0) + 1;
    format!("{digits:0<length$}")
}
