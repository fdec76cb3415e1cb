//! What several tests ask of inputs and results.
#![allow(dead_code, reason = "no test uses all of it")]

use chip_calculators::table::Parameters;
use chip_calculators::value::Record;
use serde_json::Value;

/// Every number is one: JSON has null for what is none.
///
/// # Panics
/// Where it is not.
pub fn finite(value: &Value, at: &str) {
    match value {
        Value::Number(number) => {
            assert!(number.as_f64().is_some_and(f64::is_finite), "{at}");
        }
        Value::Array(list) => {
            let numbers = list.iter().any(Value::is_number);
            assert!(!numbers || list.iter().all(Value::is_number), "{at}");
            for value in list {
                finite(value, at);
            }
        }
        Value::Object(object) => {
            for (name, value) in object {
                finite(value, &format!("{at}, {name}"));
            }
        }
        _ => {}
    }
}

/// Parameters as an untrusted input.
pub fn record<P: Parameters>(parameters: &P) -> Record {
    let mut record = Record::new();
    for (parameter, value) in P::TABLE.iter().zip(parameters.values()) {
        record.push(parameter.name, parameter.show(value));
    }
    record
}
