//! What the calls of `calls.json` give natively, for the consumers of the npm package to be held to.

#[path = "../vectors/mod.rs"]
mod vectors;

use chip_calculators::analysis::ANALYSES;
use chip_calculators::calculators::CALCULATORS;
use serde_json::{Map, Value};
use vectors::from_json;

fn main() {
    let calls: Map<String, Value> =
        serde_json::from_str(include_str!("calls.json")).expect("an object of inputs");
    let answers: Map<String, Value> = calls
        .iter()
        .map(|(function, input)| (function.clone(), call(function, input)))
        .collect();
    println!("{}", Value::from(answers));
}

fn call(function: &str, input: &Value) -> Value {
    let calculators = CALCULATORS
        .iter()
        .map(|entry| (entry.description.name, entry.run));
    let analyses = ANALYSES
        .iter()
        .map(|entry| (entry.description.name, entry.run));
    let (_, run) = calculators
        .chain(analyses)
        .find(|(name, _)| *name == function)
        .unwrap_or_else(|| panic!("no function {function}"));
    run(&from_json(input)).unwrap_or_else(|error| panic!("{function} refused {input}: {error}"))
}
