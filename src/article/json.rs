//! Values from and to JSON text.

use crate::value::{Record, Value};
use std::string::String;
use std::vec::Vec;

/// What a JSON text holds.
pub fn parse(text: &str) -> Result<Value, serde_json::Error> {
    serde_json::from_str(text).map(inward)
}

fn inward(value: serde_json::Value) -> Value {
    match value {
        serde_json::Value::Null => Value::Null,
        serde_json::Value::Bool(truth) => truth.into(),
        serde_json::Value::Number(number) => number.as_f64().unwrap_or(f64::NAN).into(),
        serde_json::Value::String(text) => text.into(),
        serde_json::Value::Array(list) => list.into_iter().map(inward).collect::<Vec<_>>().into(),
        serde_json::Value::Object(object) => {
            let mut record = Record::with_capacity(object.len());
            for (name, value) in object {
                record.push(name, inward(value));
            }
            record.into()
        }
    }
}

/// A value as JSON; what JSON cannot hold becomes null.
pub fn out(value: &Value) -> serde_json::Value {
    match value {
        Value::Null | Value::Other(_) => serde_json::Value::Null,
        Value::Bool(truth) => (*truth).into(),
        Value::Number(number) => (*number).into(),
        Value::Text(text) => String::from(text.as_ref()).into(),
        Value::List(list) => list.iter().map(out).collect(),
        Value::Column(column) => column.iter().copied().collect(),
        Value::Record(record) => record
            .iter()
            .map(|(name, value)| (String::from(name.as_ref()), out(value)))
            .collect(),
    }
}
