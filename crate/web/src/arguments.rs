//! Reading what JavaScript passes: it converts silently where Rust would ask.

use js_sys::{Array, BigInt, Number, Object};
use wasm_bindgen::{JsCast, JsValue};

use crate::error::type_error;

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

/// A whole number as the text that a link would hold, also one that no link may hold: the refusal shows it as it is.
pub(crate) fn digits(value: &JsValue) -> Result<String, JsValue> {
    let number = integer(value)?;
    let sign = if number.is_sign_negative() { "-" } else { "" };
    // JavaScript writes it: formatting floats here would cost seven kilobytes.
    let text = String::from(Number::from(number.abs()).to_string_with_radix(10)?);
    Ok(format!("{sign}{}", without_exponent(&text)))
}

/// JavaScript writes `1.5e+21` for a one, a five and twenty zeros.
fn without_exponent(text: &str) -> String {
    let Some((digits, exponent)) = text.split_once("e+") else {
        return text.to_owned();
    };
    let digits = digits.replace('.', "");
    let length = exponent.parse().unwrap_or(0) + 1;
    format!("{digits:0<length$}")
}

/// The elements of a list.
pub(crate) fn list(value: &JsValue) -> Result<Vec<JsValue>, JsValue> {
    value
        .dyn_ref::<Array>()
        .map(|list| list.iter().collect())
        .ok_or_else(|| type_error("a list is needed"))
}

/// The entries of an object, none of which may have another name than these. A name that means nothing is a
/// slip of the caller and should not pass in silence.
pub(crate) fn entries(value: &JsValue, names: &[&str]) -> Result<Vec<(String, JsValue)>, JsValue> {
    let object = value
        .dyn_ref::<Object>()
        .ok_or_else(|| type_error("an object is needed"))?;
    let mut entries = Vec::new();
    for entry in Object::entries(object).iter() {
        let entry: Array = entry.unchecked_into();
        let name = entry.get(0).as_string().unwrap_or_default();
        if !names.contains(&name.as_str()) {
            return Err(type_error(&format!(
                "{name} is none of {}",
                names.join(", ")
            )));
        }
        entries.push((name, entry.get(1)));
    }
    Ok(entries)
}
