//! Refusals as JavaScript errors with a code.

use generals::LinkError;
#[cfg(feature = "two")]
use generals::{Allowed, Code, Key, Scenario};
use generals_wire::LinkFault;
use js_sys::{Error, Object, RangeError, TypeError};
use serde::Serialize;
use wasm_bindgen::{JsCast, JsValue};

use crate::plain::to_js;

/// An `Error` named `LinkError` with `code`, `key`, `read` and `allowed`; its message is for consoles.
pub(crate) fn link_error(error: &LinkError) -> JsValue {
    with("LinkError", &error.to_string(), &LinkFault::of(error))
}

/// An `Error` of this name that carries data.
pub(crate) fn with<T: Serialize>(name: &str, message: &str, fault: &T) -> JsValue {
    let error = Error::new(message);
    error.set_name(name);
    match to_js(fault) {
        Ok(fields) => Object::assign(&error, fields.unchecked_ref()).into(),
        Err(instead) => instead,
    }
}

/// For a link of another task: only these protocols can be asked.
#[cfg(feature = "two")]
pub(crate) fn not_of_this_task(asked: &Scenario, protocol: &'static str) -> JsValue {
    let allowed = Some(Allowed::OneOf(vec![protocol]));
    let name = asked.protocol().name();
    link_error(&LinkError::at(Key::P, Code::BadValue, name, allowed))
}

/// For an argument of the wrong kind.
pub(crate) fn type_error(message: &str) -> JsValue {
    TypeError::new(message).into()
}

/// For a step or general that does not exist.
pub(crate) fn range_error(message: &str) -> JsValue {
    RangeError::new(message).into()
}
