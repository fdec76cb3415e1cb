//! The calculators as JavaScript functions: the only file that knows JavaScript.
//!
//! Each function takes one plain object and returns one; what it throws is an `Error` with `name`,
//! `code` and `fields`. Functions are free and keep no state.

use crate::analysis::{self, batch::Batch};
use crate::calculators::{Calculator, for_each_calculator};
use crate::error::CalculatorError;
use crate::error::{FieldCode, FieldError};
use crate::input::MAX_ROWS;
use crate::value::{Record, Value};
use js_sys::{Array, ArrayBuffer, Float64Array, JsString, Object, Reflect};
use std::borrow::Cow;
use std::cell::RefCell;
use wasm_bindgen::prelude::*;

/// Types of every input, result and error: generated from the parameter tables.
#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("types.d.ts");

macro_rules! exports {
    ($($function:ident $name:literal $type:ty;)+) => {$(
        #[doc = concat!("[`", stringify!($type), "`] of a plain object.")]
        ///
        /// # Errors
        /// An `Error` named `CalculatorError` that lists every bad field.
        #[wasm_bindgen(js_name = $name, skip_typescript)]
        pub fn $function(input: &JsValue) -> Result<JsValue, JsValue> {
            call(<$type as Calculator>::run, input)
        }
    )+};
}
for_each_calculator!(exports);

macro_rules! analyses {
    ($($function:ident $name:literal;)+) => {$(
        #[doc = concat!("[`analysis::", stringify!($function), "`] of a plain object.")]
        ///
        /// # Errors
        /// An `Error` named `CalculatorError` that lists every bad field.
        #[wasm_bindgen(js_name = $name, skip_typescript)]
        pub fn $function(request: &JsValue) -> Result<JsValue, JsValue> {
            call(analysis::$function, request)
        }
    )+};
}
analyses! {
    response_curve "responseCurve";
    tornado "tornado";
    goal_seek "goalSeek";
    monte_carlo "monteCarlo";
}

/// [`analysis::batch()`] of a plain object. Its columns stay where they are, however long: a chunk of
/// them at a time is copied in and computed, and its results copied out.
///
/// # Errors
/// An `Error` named `CalculatorError` that lists every bad field, or the bad values of the columns.
#[wasm_bindgen(js_name = "batch", skip_typescript)]
pub fn batch(request: &JsValue) -> Result<JsValue, JsValue> {
    stream(request).map_err(|error| error_to_js(&error))
}

fn stream(request: &JsValue) -> Result<JsValue, CalculatorError> {
    let mut given = None;
    let rest = if request.is_undefined() {
        Record::new().into()
    } else {
        plain_from_js(request, 0).unwrap_or_else(|| {
            record_from_js(request, |name, value| {
                if name != "columns" {
                    return Some(from_js(&value, 1));
                }
                given = Some(value);
                None
            })
        })
    };
    let Some(given) = given else {
        // Without columns it is refused, and there is nothing to stream.
        return analysis::batch(&rest).map(|answer| to_js(&answer));
    };
    let (mut names, mut columns, mut errors) = (Vec::new(), Vec::new(), Vec::new());
    let bad = plain_from_js(&given, 1).unwrap_or_else(|| {
        record_from_js(&given, |name, value| {
            match value.dyn_into::<Float64Array>() {
                Ok(column) => {
                    names.push(name.to_owned());
                    columns.push(column);
                    None
                }
                Err(value) => Some(from_js(&value, 2)),
            }
        })
    });
    let mut refuse = |path, value| errors.push(FieldError::new(path, FieldCode::WrongType, value));
    match bad {
        Value::Record(bad) => {
            for (name, value) in bad.iter() {
                refuse(format!("columns.{name}"), value.clone());
            }
        }
        other => refuse("columns".to_owned(), other),
    }
    if names.is_empty() && errors.is_empty() {
        errors.push(FieldError::new("columns", FieldCode::EmptyList, 0.0.into()));
    }
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let lengths = columns.iter().map(|column| column.length() as usize);
    errors.extend(analysis::batch::lengths(&names, lengths));
    let mut batch = match Batch::read(&rest, &names) {
        Ok(batch) if errors.is_empty() => batch,
        Ok(_) => return Err(CalculatorError { fields: errors }),
        Err(mut error) => {
            error.fields.append(&mut errors);
            return Err(error);
        }
    };

    let rows = columns.first().map_or(0, Float64Array::length);
    let results: Vec<Float64Array> = batch
        .outputs()
        .map(|_| Float64Array::new_with_length(rows))
        .collect();
    let part = |column: &Float64Array, start: usize, length: usize| {
        column.subarray(start as u32, (start + length) as u32)
    };
    batch.run(
        rows as usize,
        &mut |place, start, rows| part(&columns[place], start, rows.len()).copy_to(rows),
        &mut |place, start, rows| part(&results[place], start, rows.len()).copy_from(rows),
    )?;
    let columns = Object::new();
    for (output, column) in batch.outputs().zip(&results) {
        set(&columns, output.name, column);
    }
    let answer = to_js(&batch.answer(rows as usize, Value::Null));
    set(&answer, "columns", &columns);
    Ok(answer)
}

fn call(
    run: fn(&Value) -> Result<Value, CalculatorError>,
    input: &JsValue,
) -> Result<JsValue, JsValue> {
    let input = if input.is_undefined() {
        Record::new().into()
    } else {
        from_js(input, 0)
    };
    match run(&input) {
        Ok(answer) => Ok(to_js(&answer)),
        Err(error) => Err(error_to_js(&error)),
    }
}

/// How deep foreign data is followed: an input has three levels, and an object may hold itself.
const MAX_DEPTH: u32 = 4;

fn from_js(value: &JsValue, depth: u32) -> Value {
    plain_from_js(value, depth)
        .unwrap_or_else(|| record_from_js(value, |_, value| Some(from_js(&value, depth + 1))))
}

/// What is no record.
fn plain_from_js(value: &JsValue, depth: u32) -> Option<Value> {
    let plain = if let Some(number) = value.as_f64() {
        Value::Number(number)
    } else if let Some(text) = value.as_string() {
        Value::Text(text.into())
    } else if let Some(truth) = value.as_bool() {
        Value::Bool(truth)
    } else if value.is_null() {
        Value::Null
    } else if value.is_undefined() {
        Value::Other("undefined")
    } else if value.is_function() {
        Value::Other("function")
    } else if value.is_bigint() {
        Value::Other("bigint")
    } else if value.is_symbol() {
        Value::Other("symbol")
    } else if depth == MAX_DEPTH {
        Value::Other("object")
    } else if let Some(array) = value.dyn_ref::<Array>() {
        list_from_js(array, depth)
    } else if let Some(column) = value.dyn_ref::<Float64Array>() {
        Value::Column(column.to_vec())
    } else if ArrayBuffer::is_view(value) {
        Value::Other("typed array")
    } else {
        return None;
    };
    Some(plain)
}

fn list_from_js(array: &Array, depth: u32) -> Value {
    // One more than is taken is enough to be refused, however long the array says it is.
    let length = array.length().min(MAX_ROWS as u32 + 1);
    let entry = |index| Reflect::get_u32(array, index).map(|entry| from_js(&entry, depth + 1));
    let list = (0..length).map(entry).collect::<Result<Vec<_>, _>>();
    list.map_or(Value::Other("unreadable"), Value::List)
}

/// The record of what `read` makes of an object's fields; those it makes nothing of are left out.
fn record_from_js(object: &JsValue, mut read: impl FnMut(&str, JsValue) -> Option<Value>) -> Value {
    let mut record = Record::new();
    // A proxy or a getter may throw; then the object is as bad a value as any other.
    let Ok(keys) = Reflect::own_keys(object) else {
        return Value::Other("unreadable");
    };
    for key in keys.iter() {
        let Some(name) = key.as_string() else {
            continue;
        };
        match Reflect::get(object, &key) {
            Ok(value) if value.is_undefined() => {}
            Ok(value) => {
                if let Some(value) = read(&name, value) {
                    record.push(name, value);
                }
            }
            Err(_) => record.push(name, Value::Other("unreadable")),
        }
    }
    record.into()
}

#[wasm_bindgen]
extern "C" {
    // `object[key] = value`, with numbers handed over as they are rather than as objects of the
    // heap: half the time of `Reflect.set`.
    type Target;
    #[wasm_bindgen(method, structural, indexing_setter)]
    fn put(this: &Target, key: &JsValue, value: &JsValue);
    #[wasm_bindgen(method, structural, indexing_setter)]
    fn put_number(this: &Target, key: &JsValue, value: f64);
}

thread_local! {
    /// The texts that are part of the program, as JavaScript holds them, sorted by address:
    /// decoding them anew would be most of the time of a call.
    static TEXTS: RefCell<Vec<(*const u8, usize, JsValue)>> = const { RefCell::new(Vec::new()) };
}

#[allow(clippy::ptr_arg, reason = "a borrowed text is one of the program's")]
fn with_text<T>(text: &Cow<'static, str>, take: impl FnOnce(&JsValue) -> T) -> T {
    let Cow::Borrowed(text) = *text else {
        return take(&JsValue::from_str(text));
    };
    TEXTS.with_borrow_mut(|texts| {
        let key = (text.as_ptr(), text.len());
        let index = match texts.binary_search_by_key(&key, |&(start, length, _)| (start, length)) {
            Ok(index) => index,
            Err(index) => {
                texts.insert(index, (key.0, key.1, JsValue::from_str(text)));
                index
            }
        };
        take(&texts[index].2)
    })
}

fn to_js(value: &Value) -> JsValue {
    match value {
        Value::Null => JsValue::NULL,
        Value::Bool(truth) => (*truth).into(),
        Value::Number(number) => (*number).into(),
        Value::Text(text) => with_text(text, JsValue::clone),
        Value::Other(name) => JsValue::from_str(name),
        Value::Column(column) => Float64Array::from(column.as_slice()).into(),
        Value::List(list) => list.iter().map(to_js).collect::<Array>().into(),
        Value::Record(record) => {
            let object: Target = Object::new().unchecked_into();
            for (name, value) in record.iter() {
                match value {
                    Value::Number(number) => {
                        with_text(name, |name| object.put_number(name, *number));
                    }
                    value => {
                        let value = to_js(value);
                        with_text(name, |name| object.put(name, &value));
                    }
                }
            }
            object.into()
        }
    }
}

fn set(object: &JsValue, name: &str, value: &JsValue) {
    // A fresh object of our own takes any property.
    let _ = Reflect::set(object, &JsString::from(name), value);
}

fn error_to_js(error: &CalculatorError) -> JsValue {
    let fields: Array = error
        .fields
        .iter()
        .map(|field| {
            let object = Object::new();
            set(&object, "path", &field.path.as_str().into());
            set(&object, "code", &field.code.as_str().into());
            set(&object, "value", &to_js(&field.value));
            for (name, bound) in [("min", field.min), ("max", field.max)] {
                if let Some(bound) = bound {
                    set(&object, name, &bound.into());
                }
            }
            object
        })
        .collect();
    let object = js_sys::Error::new(&error.to_string());
    object.set_name("CalculatorError");
    set(&object, "code", &CalculatorError::CODE.into());
    set(&object, "fields", &fields);
    object.into()
}
