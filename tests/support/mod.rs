//! What several tests ask of inputs and results.
#![allow(dead_code, reason = "no test uses all of it")]

use chip_calculators::table::{Kind, Member, Output, Parameters, Part, Shape};
use chip_calculators::value::Record;
use rand_xoshiro::Xoshiro256PlusPlus;
use rand_xoshiro::rand_core::{Rng, SeedableRng};
use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// The same numbers each time, as good as any for choosing inputs.
pub struct Dice(Xoshiro256PlusPlus);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Dice(Xoshiro256PlusPlus::seed_from_u64(seed))
    }

    /// From 0 to below 1.
    pub fn unit(&mut self) -> f64 {
        (self.0.next_u64() >> 11) as f64 / (1_u64 << 53) as f64
    }

    pub fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.unit()
    }

    pub fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[(self.unit() * of.len() as f64) as usize]
    }
}

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

/// An answer has what its description says, and nothing else but `extra`.
///
/// # Panics
/// Where it has not.
pub fn described(answer: &Value, part: Part, extra: &[&str], at: &str) {
    let Value::Object(object) = answer else {
        panic!("{at} is {answer:?}")
    };
    let mut names: BTreeSet<&str> = object.keys().map(String::as_str).collect();
    for output in part.outputs {
        assert!(names.remove(output.name), "no {at}.{}", output.name);
        outcome(object, output, at);
    }
    assert!(part.outputs.is_empty() || names.remove("reasons"));
    for member in part.members {
        let at = format!("{at}.{}", member.name);
        assert!(names.remove(member.name), "no {at}");
        shaped(&object[member.name], member, &at);
    }
    for name in extra {
        assert!(names.remove(name), "no {at}.{name}");
    }
    assert!(names.is_empty(), "{at} says nothing of {names:?}");
}

fn outcome(object: &Map<String, Value>, output: &Output, at: &str) {
    let value = &object[output.name];
    let fits = match (output.kind, value) {
        (Kind::Choice(words), Value::String(word)) => words.contains(&&**word),
        (Kind::Choice(_), _) => false,
        (_, Value::Number(_)) => true,
        (_, Value::Null) => output.nullable && object["reasons"][output.name].is_string(),
        _ => false,
    };
    assert!(fits, "{at}.{} is {value:?}", output.name);
}

/// Columns in which null stands for what is no number.
const WITH_NULLS: [&str; 3] = ["results", "value", "y"];

fn shaped(value: &Value, member: &Member, at: &str) {
    let one_of =
        |words: &[&str], value: &Value| value.as_str().is_some_and(|it| words.contains(&it));
    let fits = match (member.shape, value) {
        (Shape::Number | Shape::OptionalNumber, Value::Number(_))
        | (
            Shape::OptionalNumber
            | Shape::OptionalText
            | Shape::OptionalChoice(_)
            | Shape::OptionalRecord(_)
            | Shape::OptionalColumns,
            Value::Null,
        )
        | (Shape::Bool, Value::Bool(_))
        | (Shape::Text | Shape::OptionalText, Value::String(_))
        | (Shape::Parameters, Value::Object(_)) => true,
        (Shape::Choice(words) | Shape::OptionalChoice(words), value) => one_of(words, value),
        (Shape::Choices(words), Value::Array(list)) => list.iter().all(|it| one_of(words, it)),
        (Shape::Column, Value::Array(list)) => {
            let nulls = WITH_NULLS.contains(&member.name);
            list.iter()
                .all(|it| it.is_number() || nulls && it.is_null())
        }
        (Shape::OptionalColumns, Value::Object(columns)) => columns.values().all(Value::is_array),
        (Shape::Record(part) | Shape::OptionalRecord(part), value) => {
            described(value, part, &[], at);
            true
        }
        (Shape::List(part), Value::Array(rows)) => {
            for row in rows {
                described(row, part, &[], at);
            }
            true
        }
        _ => false,
    };
    assert!(fits, "{at} is {value:?}");
}
