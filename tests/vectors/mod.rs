//! The reference vectors, for any host: natively, Node, the browsers.
#![allow(dead_code, reason = "no test uses all of it")]

use chip_calculators::calculators::{CALCULATORS, Entry};
use chip_calculators::value::Value as Plain;
use serde_json::{Map, Value};

/// How many cases `tests/reference` holds: none may drop out by a misspelt name.
pub const WORKED: usize = 30;

/// The same of the refused ones.
pub const REFUSED: usize = 52;

const CASES: &str = include_str!("../reference/cases.json");
const ARTICLE: &str = include_str!("../reference/article.json");
const REFUSALS: &str = include_str!("../reference/refusals.json");

/// What a host answers: the result, or the error as `{name, code, fields}`.
pub type Answer = Result<Value, Value>;

/// Runs every worked example and returns how many.
pub fn worked_examples() -> usize {
    let mut ran = 0;
    for file in [CASES, ARTICLE] {
        for case in list(file) {
            let name = text(&case, "name");
            let function = text(&case, "function");
            let answer = run(function, &case["input"])
                .unwrap_or_else(|error| panic!("{name}: refused with {error}"));
            for (path, expected) in object(&case["expect"]) {
                let (value, tolerance) = (number(&expected[0]), number(&expected[1]));
                let found = follow(&answer, path)
                    .unwrap_or_else(|| panic!("{name}: no {path} in {answer}"));
                assert!(
                    (found - value).abs() <= tolerance,
                    "{name}: {path} is {found}, not {value} within {tolerance}"
                );
            }
            ran += 1;
        }
    }
    ran
}

/// Runs every input that must be refused and returns how many.
pub fn refusals() -> usize {
    let cases = list(REFUSALS);
    for case in &cases {
        let function = text(case, "function");
        let input = &case["input"];
        let error = match run(function, input) {
            Err(error) => error,
            Ok(answer) => panic!("{function} took {input} and returned {answer}"),
        };
        assert_eq!(error["name"], "CalculatorError", "{input}");
        assert_eq!(error["code"], "invalidInput", "{input}");
        let found: Vec<(&str, &str)> = error["fields"]
            .as_array()
            .expect("fields")
            .iter()
            .map(|field| (text(field, "path"), text(field, "code")))
            .collect();
        let expected: Vec<(&str, &str)> = case["fields"]
            .as_array()
            .expect("fields")
            .iter()
            .map(|field| {
                (
                    field[0].as_str().expect("path"),
                    field[1].as_str().expect("code"),
                )
            })
            .collect();
        assert_eq!(found, expected, "{function} of {input}");
    }
    cases.len()
}

/// A result at `a.b`, with `rows.ID` the row of that id and `path/12` the value divided by 12.
fn follow(answer: &Value, path: &str) -> Option<f64> {
    let (path, divisor) = match path.split_once('/') {
        Some((path, divisor)) => (path, divisor.parse::<f64>().expect("a divisor")),
        None => (path, 1.0),
    };
    let mut at = answer;
    for name in path.split('.') {
        at = match at {
            Value::Array(rows) => rows.iter().find(|row| row["id"] == name)?,
            other => other.get(name)?,
        };
    }
    at.as_f64().map(|value| value / divisor)
}

fn list(text: &str) -> Vec<Value> {
    serde_json::from_str(text).expect("a list of cases")
}

fn object(value: &Value) -> &Map<String, Value> {
    value.as_object().expect("an object")
}

fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value[name]
        .as_str()
        .unwrap_or_else(|| panic!("no {name} in {value}"))
}

fn number(value: &Value) -> f64 {
    value.as_f64().expect("a number")
}

/// JSON as a calculator takes it.
pub fn from_json(value: &Value) -> Plain {
    serde_json::from_value(value.clone()).expect("JSON is a value")
}

/// The calculator of that name.
pub fn entry(name: &str) -> &'static Entry {
    CALCULATORS
        .iter()
        .find(|entry| entry.description.name == name)
        .unwrap_or_else(|| panic!("no function {name}"))
}

/// Calls a calculator with JSON.
pub fn run(function: &str, input: &Value) -> Answer {
    (entry(function).run)(&from_json(input))
        .map_err(|error| serde_json::to_value(error).expect("an error is JSON"))
}
