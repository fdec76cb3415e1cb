//! What cannot be computed as an `Error` of JavaScript.

use super::exports::to_js;
use crate::error::CalculatorError;
use js_sys::{Error, Object, Reflect};
use wasm_bindgen::prelude::*;

impl From<CalculatorError> for JsValue {
    /// An `Error` with `name`, `code`, `fields` and `message`.
    fn from(error: CalculatorError) -> Self {
        let thrown = Error::new(&error.to_string());
        thrown.set_name("CalculatorError");
        for (name, value) in [
            ("code", CalculatorError::CODE.into()),
            ("fields", to_js(&error.fields).unwrap_or_default()),
            ("count", (error.count as f64).into()),
        ] {
            set(&thrown, name, &value);
        }
        thrown.into()
    }
}

/// `structuredClone` and `postMessage` keep of an error its message alone: what it says as plain data,
/// or undefined of anything but a `CalculatorError`.
#[wasm_bindgen(js_name = plainError, skip_typescript)]
#[must_use]
pub fn plain_error(error: &JsValue) -> JsValue {
    let get = |name: &str| Reflect::get(error, &name.into()).unwrap_or_default();
    if !error.is_object() || get("name") != "CalculatorError" {
        return JsValue::UNDEFINED;
    }
    let plain = Object::new();
    for name in ["name", "code", "message", "fields", "count"] {
        set(&plain, name, &get(name));
    }
    plain.into()
}

/// A field of an object of our own, which takes it.
fn set(object: &JsValue, name: &str, value: &JsValue) {
    let set = Reflect::set(object, &name.into(), value);
    debug_assert_eq!(set, Ok(true));
}
