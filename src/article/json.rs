//! Values from and to JSON text.

use crate::value::Value;

/// What a JSON text holds.
pub fn parse(text: &str) -> Result<Value, serde_json::Error> {
    serde_json::from_str(text)
}

/// A value as JSON; what JSON cannot hold becomes null.
pub fn out(value: &Value) -> serde_json::Value {
    serde_json::to_value(value).unwrap_or_default()
}
