//! What must hold of the functions that JavaScript calls, in any engine.

use super::determinism;
use super::vectors::{self, Answer};
use chip_calculators::wasm;
use js_sys::{Array, Float64Array, Function, JSON, Object, Reflect};
use serde_json::Value;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

const FUNCTIONS: [&str; 6] = [
    "pricePerformance",
    "clusterTco",
    "cloudBreakEven",
    "investmentReturn",
    "productLine",
    "scenarioOutlook",
];

fn call(function: &str, input: &JsValue) -> Result<JsValue, JsValue> {
    match function {
        "pricePerformance" => wasm::price_performance(input),
        "clusterTco" => wasm::cluster_tco(input),
        "cloudBreakEven" => wasm::cloud_break_even(input),
        "investmentReturn" => wasm::investment_return(input),
        "productLine" => wasm::product_line(input),
        "scenarioOutlook" => wasm::scenario_outlook(input),
        other => panic!("no function {other}"),
    }
}

fn json(value: &JsValue) -> Value {
    let text = JSON::stringify(value)
        .expect("no cycles")
        .as_string()
        .expect("a text");
    serde_json::from_str(&text).expect("JSON")
}

fn get(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).expect("an object")
}

fn run(function: &str, input: &Value) -> Answer {
    let input = JSON::parse(&input.to_string()).expect("JSON");
    call(function, &input)
        .map(|answer| json(&answer))
        .map_err(|error| {
            assert!(
                error.is_instance_of::<js_sys::Error>(),
                "a real Error is thrown"
            );
            serde_json::json!({
                "name": json(&get(&error, "name")),
                "code": json(&get(&error, "code")),
                "fields": json(&get(&error, "fields")),
            })
        })
}

/// The code of the one bad field of an input made by JavaScript source.
fn refused(function: &str, source: &str) -> (String, String) {
    let input = Function::new_no_args(&format!("return {source}"))
        .call0(&JsValue::NULL)
        .unwrap();
    let error = call(function, &input).expect_err(source);
    let fields: Array = get(&error, "fields").unchecked_into();
    assert_eq!(fields.length(), 1, "{source}");
    let field = fields.get(0);
    (
        get(&field, "path").as_string().unwrap(),
        get(&field, "code").as_string().unwrap(),
    )
}

#[wasm_bindgen_test]
fn worked_examples() {
    assert!(vectors::worked_examples(&FUNCTIONS, run) >= 30);
}

#[wasm_bindgen_test]
fn the_same_bits_as_everywhere() {
    determinism::check();
}

#[wasm_bindgen_test]
fn refusals() {
    assert!(vectors::refusals(run) >= 52);
}

#[wasm_bindgen_test]
fn what_json_cannot_say_is_refused_too() {
    for (source, path, code) in [
        ("({gpus: NaN})", "gpus", "notANumber"),
        ("({gpus: Infinity})", "gpus", "notFinite"),
        ("({gpus: -Infinity})", "gpus", "notFinite"),
        ("({gpus: 64n})", "gpus", "wrongType"),
        ("({gpus: Symbol('64')})", "gpus", "wrongType"),
        ("({gpus: () => 64})", "gpus", "wrongType"),
        ("({gpus: new Number(64)})", "gpus", "wrongType"),
        ("({gpus: new Float64Array(2)})", "gpus", "wrongType"),
        ("({gpus: new Date(0)})", "gpus", "wrongType"),
        (
            "({get gpus() { throw new Error('no') }})",
            "gpus",
            "wrongType",
        ),
        (
            "new Proxy({}, {ownKeys() { throw new Error('no') }})",
            "input",
            "wrongType",
        ),
        (
            "(() => { const a = {}; a.a = a; return a })()",
            "a",
            "unknownField",
        ),
        ("() => ({})", "input", "wrongType"),
        ("new Float64Array(3)", "input", "wrongType"),
    ] {
        assert_eq!(
            refused("clusterTco", source),
            (path.to_owned(), code.to_owned()),
            "{source}"
        );
    }
    assert_eq!(
        refused("pricePerformance", "({chips: new Array(4294967295)})"),
        ("chips".to_owned(), "tooManyEntries".to_owned()),
    );
}

#[wasm_bindgen_test]
fn an_error_says_what_was_given_and_what_is_allowed() {
    let input = JSON::parse(r#"{"gpus": -5}"#).unwrap();
    let error = call("clusterTco", &input).unwrap_err();
    let field = get(&get(&error, "fields"), "0");
    assert_eq!(get(&field, "value").as_f64(), Some(-5.0));
    assert_eq!(get(&field, "min").as_f64(), Some(1.0));
    assert_eq!(get(&field, "max").as_f64(), Some(1e6));
    let message = get(&error, "message").as_string().unwrap();
    assert_eq!(message, "invalid input: gpus (belowMinimum)");
}

#[wasm_bindgen_test]
fn undefined_is_no_value() {
    let input = Function::new_no_args("return {gpus: undefined}")
        .call0(&JsValue::NULL)
        .unwrap();
    let answer = call("clusterTco", &input).unwrap();
    assert_eq!(get(&get(&answer, "input"), "gpus").as_f64(), Some(1000.0));
    assert!(call("clusterTco", &JsValue::UNDEFINED).is_ok());
}

#[wasm_bindgen_test]
fn schedules_are_columns_of_their_own() {
    let answer = call("clusterTco", &Object::new()).unwrap();
    let year: Float64Array = get(&get(&answer, "schedule"), "year").dyn_into().unwrap();
    assert_eq!(year.to_vec(), [0.0, 1.0, 2.0, 3.0, 4.0, 5.0]);
    // A later call must not change an earlier answer.
    call("clusterTco", &Object::new()).unwrap();
    assert_eq!(year.to_vec(), [0.0, 1.0, 2.0, 3.0, 4.0, 5.0]);
}
