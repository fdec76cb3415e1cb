//! What cannot be computed as an `Error` of JavaScript.
//!
//! Its properties are defined. To assign them would run what setter a page has put upon
//! `Object.prototype`, and would fail where prototypes are frozen.

use super::exports::to_js;
use crate::error::{CalculatorError, FieldError};
use js_sys::{Array, Error, Object, Reflect};
use wasm_bindgen::prelude::*;

impl From<CalculatorError> for JsValue {
    /// An `Error` with `name`, `code`, `fields` and `message`.
    fn from(error: CalculatorError) -> Self {
        let thrown = Error::new(&error.to_string());
        define(&thrown, "name", "CalculatorError".into());
        define(&thrown, "code", CalculatorError::CODE.into());
        let fields: Array = error.fields.iter().map(field).collect();
        define(&thrown, "fields", fields.into());
        define(&thrown, "count", (error.count as f64).into());
        thrown.into()
    }
}

/// A bad field with what its serialized form has: bounds and names only where there are some.
fn field(error: &FieldError) -> JsValue {
    let field = Object::new();
    define(&field, "path", error.path.as_str().into());
    define(&field, "code", error.code.as_str().into());
    define(&field, "value", to_js(&error.value).unwrap_or_default());
    for (name, bound) in [("min", error.min), ("max", error.max)] {
        if let Some(bound) = bound {
            define(&field, name, bound.into());
        }
    }
    if !error.nearest.is_empty() {
        define(&field, "nearest", to_js(&error.nearest).unwrap_or_default());
    }
    if let Some(part) = &error.part {
        define(&field, "part", part.as_str().into());
    }
    field.into()
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
        define(&plain, name, get(name));
    }
    plain.into()
}

/// A property of an object of our own, as an assignment would make it.
fn define(object: &Object, name: &str, value: JsValue) {
    // Without a prototype, from which it would take a `get` for its own.
    let property = Object::create(JsValue::NULL.unchecked_ref());
    for (name, value) in [
        ("value", value),
        ("configurable", true.into()),
        ("enumerable", true.into()),
        ("writable", true.into()),
    ] {
        let set = Reflect::set(&property, &name.into(), &value);
        debug_assert_eq!(set, Ok(true));
    }
    let defined = Reflect::define_property(object, &name.into(), &property);
    debug_assert_eq!(defined, Ok(true));
}
