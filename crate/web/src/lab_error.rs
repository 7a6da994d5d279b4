//! Questions of the laboratory that cannot be answered, as JavaScript errors with a code.

use generals_wire::{LabCode, LabFault};
use wasm_bindgen::JsValue;

use crate::error::with;

/// An `Error` named `LabError` with `code`, `size` and `nearest`, for a question that cannot be answered here.
pub(crate) fn lab_error(code: LabCode, size: Option<f64>, nearest: Option<String>) -> JsValue {
    let fault = LabFault {
        code,
        size,
        nearest,
    };
    let message = format!("the laboratory cannot answer this: {}", code.name());
    with("LabError", &message, &fault)
}
