//! Untrusted values of JavaScript: whatever an object can do, reading it ends, and ends as a value.
//!
//! serde-wasm-bindgen reads what is JSON and takes the rest for it: a `Map` or a promise would be an
//! object without fields, a getter that throws would pass through the module's own frames. So objects
//! and lists are walked by `Reflect` here, whose every call can fail. What an object's class computes
//! by accessors (`$state` fields of Svelte, say) counts as its fields; a class without any, and every
//! built-in kind of object, is refused where it stands.

use crate::value::{Budget, MAX_DEPTH, MAX_FIELDS, MAX_LIST, MAX_TEXT, Record, Value};
use js_sys::{Array, Float64Array, Function, JsString, Object, Reflect, Symbol};
use wasm_bindgen::prelude::*;

/// How long a chain of prototypes is followed.
const MAX_CLASSES: usize = 16;

/// What throws when it is asked.
const UNREADABLE: Value = Value::Other("unreadable");

#[wasm_bindgen]
extern "C" {
    /// Throws on a revoked proxy.
    #[wasm_bindgen(js_namespace = Array, js_name = isArray, catch)]
    fn is_array(value: &JsValue) -> Result<bool, JsValue>;

    /// `[object Map]`, say; runs what `Symbol.toStringTag` is.
    #[wasm_bindgen(js_namespace = ["Object", "prototype", "toString"], js_name = call, catch)]
    fn kind(value: &JsValue) -> Result<JsString, JsValue>;

    #[wasm_bindgen(js_namespace = ArrayBuffer, js_name = isView)]
    fn is_view(value: &JsValue) -> bool;

    /// `numbers.set(column)`, whatever the column's realm and buffer are.
    #[wasm_bindgen(js_namespace = ["Float64Array", "prototype", "set"], js_name = call, catch)]
    fn copy(numbers: &mut [f64], column: &JsValue) -> Result<(), JsValue>;
}

thread_local! {
    /// What all typed arrays of all realms answer alike, and no object can pretend.
    static LENGTH: Option<Function> = of_typed_arrays(&"length".into());
    static NAME: Option<Function> = of_typed_arrays(&Symbol::to_string_tag().into());
}

/// A getter that typed arrays inherit.
fn of_typed_arrays(name: &JsValue) -> Option<Function> {
    let column = Float64Array::new_with_length(0);
    let inherited = Object::get_prototype_of(&Object::get_prototype_of(&column));
    let descriptor = Reflect::get_own_property_descriptor(&inherited, name).ok()?;
    Reflect::get(&descriptor, &"get".into())
        .ok()?
        .dyn_into()
        .ok()
}

/// A value as it is given.
pub(super) fn read(value: &JsValue) -> Value {
    Walk {
        budget: Budget::new(),
        longest: MAX_LIST,
    }
    .value(value, 0)
}

struct Walk {
    budget: Budget,
    /// How long a column is copied here; of a longer one the length is kept alone.
    longest: usize,
}

impl Walk {
    fn value(&mut self, value: &JsValue, depth: usize) -> Value {
        if let Some(number) = value.as_f64() {
            Value::Number(number)
        } else if let Some(text) = value.dyn_ref::<JsString>() {
            match text.length() as usize {
                length if length > MAX_TEXT => Value::TooLong(length),
                _ => Value::Text(text.into()),
            }
        } else if let Some(truth) = value.as_bool() {
            Value::Bool(truth)
        } else if value.is_null() {
            Value::Null
        } else if value.is_undefined() {
            Value::Other("undefined")
        } else if value.is_function() {
            Value::Other("function")
        } else if value.is_symbol() {
            Value::Other("symbol")
        } else if value.is_bigint() {
            Value::Other("bigint")
        } else {
            self.object(value, depth)
        }
    }

    fn object(&mut self, value: &JsValue, depth: usize) -> Value {
        if depth == MAX_DEPTH {
            return Value::Other("object");
        }
        if is_view(value) {
            return column(value, self.longest).unwrap_or(Value::Other("typed array"));
        }
        let read = match is_array(value) {
            Ok(true) => self.list(value, depth),
            Ok(false) => match kind(value) {
                // Whatever an object calls itself, no more of it is copied than of any text.
                Ok(kind) if kind.length() as usize > MAX_TEXT => Ok(Value::Other("object")),
                Ok(kind) => match String::from(kind).as_str() {
                    "[object Object]" => self.record(value, depth),
                    other => Ok(built_in(other)),
                },
                Err(_) => Ok(UNREADABLE),
            },
            Err(_) => Ok(UNREADABLE),
        };
        read.unwrap_or(UNREADABLE)
    }

    fn list(&mut self, list: &JsValue, depth: usize) -> Result<Value, JsValue> {
        let length = Reflect::get(list, &"length".into())?;
        let length = length.as_f64().unwrap_or(0.0) as usize;
        if length > MAX_LIST {
            return Ok(Value::TooLong(length));
        }
        let mut entries = Vec::new();
        for index in 0..length {
            if !self.budget.take() {
                return Ok(Value::TooLong(length));
            }
            let entry = Reflect::get(list, &JsValue::from(index as u32));
            entries.push(match entry {
                Ok(entry) => self.value(&entry, depth + 1),
                Err(_) => UNREADABLE,
            });
        }
        Ok(Value::List(entries))
    }

    fn record(&mut self, object: &JsValue, depth: usize) -> Result<Value, JsValue> {
        let mut record = Record::new();
        let fields = Reflect::own_keys(object)?;
        if fields.length() as usize > MAX_FIELDS {
            return Ok(Value::TooLong(fields.length() as usize));
        }
        let mut whole = self.fields(object, &fields, false, &mut record, depth);
        let mut class: JsValue = Reflect::get_prototype_of(object)?.into();
        for classes in 0..MAX_CLASSES {
            // The last of the prototypes is that of all objects, of whatever realm.
            let next = if class.is_null() {
                JsValue::NULL
            } else {
                Reflect::get_prototype_of(&class)?.into()
            };
            if next.is_null() {
                return Ok(if !whole {
                    Value::TooLong(record.len() + 1)
                } else if classes > 0 && record.is_empty() {
                    Value::Other("object")
                } else {
                    Value::Record(record)
                });
            }
            let inherited = Reflect::own_keys(&class)?;
            whole &= self.fields(object, &inherited, true, &mut record, depth);
            class = next;
        }
        Ok(Value::Other("object"))
    }

    /// Adds those of an object's fields that are values; false where there are too many.
    fn fields(
        &mut self,
        object: &JsValue,
        names: &Array,
        inherited: bool,
        record: &mut Record,
        depth: usize,
    ) -> bool {
        for name in names.iter() {
            let Some(text) = name.dyn_ref::<JsString>() else {
                continue;
            };
            // Before it is copied: the memory that a long one takes would never be given back.
            if text.length() as usize > MAX_TEXT {
                return false;
            }
            let text = String::from(text);
            if inherited && record.get(&text).is_some() {
                continue;
            }
            if text.len() > MAX_TEXT || record.len() == MAX_FIELDS || !self.budget.take() {
                return false;
            }
            // As many rows as the memory holds may a batch alone have.
            if depth == 0 {
                self.longest = if text == "columns" {
                    usize::MAX
                } else {
                    MAX_LIST
                };
            }
            let value = match Reflect::get(object, &name) {
                // What is undefined is not given, and what a class does is no data.
                Ok(value) if value.is_undefined() => continue,
                Ok(value) if inherited && value.is_function() => continue,
                Ok(value) => self.value(&value, depth + 1),
                Err(_) => UNREADABLE,
            };
            record.push(text, value);
        }
        true
    }
}

/// A built-in object by its kind: nothing that could be data of ours.
fn built_in(kind: &str) -> Value {
    const KINDS: [&str; 8] = [
        "Map",
        "Set",
        "Promise",
        "Date",
        "FormData",
        "URLSearchParams",
        "ArrayBuffer",
        "Error",
    ];
    let name = kind
        .strip_prefix("[object ")
        .and_then(|kind| kind.strip_suffix(']'));
    let known = KINDS.iter().find(|known| name == Some(**known));
    Value::Other(known.unwrap_or(&"object"))
}

/// The numbers of a `Float64Array`, copied once; of one that is too long its length; nothing of another
/// typed array, or where they cannot be had.
fn column(value: &JsValue, longest: usize) -> Option<Value> {
    let ask = |getter: &Option<Function>| getter.as_ref()?.call0(value).ok();
    let name = NAME.with(ask)?;
    if name.as_string()? != "Float64Array" {
        return None;
    }
    // Of a detached buffer there is nothing left, and so of one that has become too short.
    let length = LENGTH.with(ask)?.as_f64()? as usize;
    let mut numbers = Vec::new();
    if length > longest || numbers.try_reserve_exact(length).is_err() {
        return Some(Value::TooLong(length));
    }
    numbers.resize(length, 0.0);
    copy(&mut numbers, value).ok()?;
    Some(Value::Column(numbers))
}
