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

fn evaluate(source: &str) -> JsValue {
    Function::new_no_args(&format!("return {source}"))
        .call0(&JsValue::NULL)
        .expect(source)
}

fn floats(object: &JsValue, name: &str) -> Vec<f64> {
    let column: Float64Array = get(object, name).dyn_into().expect("a column");
    column.to_vec()
}

#[wasm_bindgen_test]
fn a_batch_is_its_single_calls_bit_for_bit() {
    // More than one chunk of rows, and a column that is a part of a longer one.
    let request = evaluate(
        r#"({
            calculator: "cloudBreakEven",
            input: {preset: "article", years: 4},
            outputs: ["paybackMonths", "saving", "breakEvenUtilization"],
            columns: {
                cloudRate: Float64Array.from({length: 1500}, (_, i) => 0.3 + i / 150),
                cloudBilling: Float64Array.from({length: 1500}, (_, i) => i % 2),
                utilization: Float64Array.from({length: 3000}, (_, i) => i / 3000).subarray(1500),
            },
        })"#,
    );
    let answer = wasm::batch(&request).expect("a good request");
    assert_eq!(get(&answer, "rows").as_f64(), Some(1500.0));
    assert_eq!(get(&get(&answer, "input"), "years").as_f64(), Some(4.0));
    let names: Vec<String> = Object::keys(&answer.clone().unchecked_into::<Object>())
        .iter()
        .filter_map(|name| name.as_string())
        .collect();
    let expected = ["columns", "rows", "calculator", "input", "modelVersion"];
    assert_eq!(names, expected);

    let given = get(&request, "columns");
    let (rates, utilizations) = (floats(&given, "cloudRate"), floats(&given, "utilization"));
    let columns = get(&answer, "columns");
    let found = ["paybackMonths", "saving", "breakEvenUtilization"]
        .map(|output| (output, floats(&columns, output)));
    let mut nulls = 0;
    for row in 0..1500 {
        let input = get(&request, "input");
        let billing = ["used", "reserved"][row % 2];
        for (name, value) in [
            ("cloudRate", rates[row].into()),
            ("utilization", utilizations[row].into()),
            ("cloudBilling", billing.into()),
        ] {
            Reflect::set(&input, &name.into(), &value).unwrap();
        }
        let single = call("cloudBreakEven", &input).expect("a good input");
        for (output, column) in &found {
            let number = get(&single, output).as_f64();
            nulls += usize::from(number.is_none());
            match number {
                Some(number) => assert_eq!(column[row].to_bits(), number.to_bits(), "{output}"),
                None => assert!(column[row].is_nan(), "{output}"),
            }
        }
    }
    assert!(nulls > 0, "a null that comes back as NaN is tried too");
}

#[wasm_bindgen_test]
fn a_bad_batch_is_refused_field_by_field() {
    for (rest, expected) in [
        ("", "columns missing"),
        ("columns: 3", "columns wrongType"),
        ("columns: [[7]]", "columns wrongType"),
        ("columns: new Float64Array(2)", "columns wrongType"),
        (
            "get columns() { throw new Error('no') }",
            "columns wrongType",
        ),
        (
            "columns: new Proxy({}, {ownKeys() { throw new Error('no') }})",
            "columns wrongType",
        ),
        ("columns: {gpus: [7]}", "columns.gpus wrongType"),
        (
            "columns: {gpus: new Float32Array(1)}",
            "columns.gpus wrongType",
        ),
        (
            "columns: {get gpus() { throw new Error('no') }}",
            "columns.gpus wrongType",
        ),
        (
            "columns: {gpus: new Float64Array()}",
            "columns.gpus emptyList",
        ),
        (
            "columns: {colour: new Float64Array(1)}",
            "columns.colour unknownField",
        ),
        (
            "columns: {pue: Float64Array.of(1), gpus: Float64Array.of(1, 2)}",
            "columns.gpus tooManyEntries",
        ),
        (
            "columns: {pue: Float64Array.of(1, 1), gpus: Float64Array.of(1)}",
            "columns.gpus missing",
        ),
        (
            "columns: {gpus: Float64Array.of(1, 0, NaN, 1.5), pue: Float64Array.of(1, 1, 1, 9)}",
            "gpus[1] belowMinimum, gpus[2] notANumber, gpus[3] notAnInteger, pue[3] aboveMaximum",
        ),
        (
            "outputs: ['cost'], columns: {gpus: '7', pue: Float64Array.of(1)}",
            "outputs[0] unknownChoice, columns.gpus wrongType",
        ),
    ] {
        let request = evaluate(&format!("({{calculator: 'clusterTco', {rest}}})"));
        let error = wasm::batch(&request).expect_err(rest);
        assert_eq!(fields(&error), expected, "{rest}");
    }
    for (source, expected) in [
        ("undefined", "calculator missing, columns missing"),
        ("null", "input wrongType"),
        ("[]", "input wrongType"),
        (
            "({columns: {gpus: Float64Array.of(1)}})",
            "calculator missing",
        ),
    ] {
        let error = wasm::batch(&evaluate(source)).expect_err(source);
        assert_eq!(fields(&error), expected, "{source}");
    }
}

/// The paths and codes of an error.
fn fields(error: &JsValue) -> String {
    let fields: Array = get(error, "fields").unchecked_into();
    let field = |field: JsValue| {
        let part = |name| get(&field, name).as_string().unwrap();
        format!("{} {}", part("path"), part("code"))
    };
    fields.iter().map(field).collect::<Vec<_>>().join(", ")
}

#[wasm_bindgen_test]
fn the_columns_of_a_batch_stay_outside_of_wasm_memory() {
    let request = evaluate(
        r#"({
            calculator: "productLine",
            outputs: ["revenue", "grossProfit"],
            columns: {units: new Float64Array(300000).fill(8), averageSellingPrice: new Float64Array(300000).fill(9)},
        })"#,
    );
    let size = || {
        let memory: js_sys::WebAssembly::Memory = wasm_bindgen::memory().unchecked_into();
        let buffer: js_sys::ArrayBuffer = memory.buffer().unchecked_into();
        buffer.byte_length()
    };
    let before = size();
    let answer = wasm::batch(&request).expect("a good request");
    let revenue: Float64Array = get(&get(&answer, "columns"), "revenue").unchecked_into();
    assert_eq!(revenue.length(), 300_000);
    assert_eq!(revenue.get_index(299_999).to_bits(), 72_f64.to_bits());
    // Four columns are 9.6 MB; chunks of them are 32 kB.
    assert!(size() - before < 1 << 20);
}
