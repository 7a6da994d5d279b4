//! Refusals as JavaScript errors with a code.

use generals::{Allowed, LinkError};
use js_sys::{Error, RangeError, Reflect, TypeError};
use serde::Serialize;
use wasm_bindgen::JsValue;

use crate::plain::to_js;

#[derive(Serialize)]
#[serde(untagged)]
enum AllowedView {
    /// As text, since a seed may be larger than a JavaScript number holds.
    Range {
        min: String,
        max: String,
    },
    OneOf {
        #[serde(rename = "oneOf")]
        one_of: Vec<&'static str>,
    },
    Form {
        form: &'static str,
    },
}

/// An `Error` named `LinkError` with `code`, `key`, `read` and `allowed`; its message is for consoles.
pub(crate) fn link_error(error: &LinkError) -> JsValue {
    let js = Error::new(&error.to_string());
    js.set_name("LinkError");
    let allowed = error.allowed.as_ref().map(|allowed| match allowed {
        Allowed::Range(min, max) => AllowedView::Range {
            min: min.to_string(),
            max: max.to_string(),
        },
        Allowed::OneOf(values) => AllowedView::OneOf {
            one_of: values.clone(),
        },
        Allowed::Form(form) => AllowedView::Form { form: form.name() },
    });
    let fields = [
        ("code", JsValue::from_str(error.code.name())),
        ("key", text_or_null(error.key.as_deref())),
        ("read", text_or_null(error.read.as_deref())),
        ("allowed", to_js(&allowed)),
    ];
    for (name, value) in fields {
        // Setting a property of a fresh error object cannot fail.
        let _ = Reflect::set(&js, &JsValue::from_str(name), &value);
    }
    js.into()
}

/// An `Error` named `LabError` with `code`, `size` and `nearest`, for a question that cannot be answered here.
pub(crate) fn lab_error(code: &str, size: Option<f64>, nearest: Option<&str>) -> JsValue {
    let js = Error::new(&format!("the laboratory cannot answer this: {code}"));
    js.set_name("LabError");
    let fields = [
        ("code", JsValue::from_str(code)),
        ("size", size.map_or(JsValue::NULL, JsValue::from_f64)),
        ("nearest", text_or_null(nearest)),
    ];
    for (name, value) in fields {
        // Setting a property of a fresh error object cannot fail.
        let _ = Reflect::set(&js, &JsValue::from_str(name), &value);
    }
    js.into()
}

/// For an argument of the wrong kind.
pub(crate) fn type_error(message: &str) -> JsValue {
    TypeError::new(message).into()
}

/// For a step or general that does not exist.
pub(crate) fn range_error(message: &str) -> JsValue {
    RangeError::new(message).into()
}

fn text_or_null(text: Option<&str>) -> JsValue {
    text.map_or(JsValue::NULL, JsValue::from_str)
}
