//! The exports with real objects of JavaScript, in whatever runs these tests: Node or a browser.
//!
//! `tests/functions/checks.mjs` asks the same of the built package; here it is the crate's own border,
//! without any of the package's JavaScript between.

use chip_calculators::wasm;
use js_sys::{Array, Error, Float64Array, Function, Map, Object, Promise, Reflect, Symbol};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::AbortController;

/// What a few lines of JavaScript return.
fn js(body: &str) -> JsValue {
    Function::new_no_args(body)
        .call0(&JsValue::UNDEFINED)
        .unwrap()
}

/// The same in a realm of its own: a frame's, or another context of Node's.
fn elsewhere(body: &str) -> JsValue {
    let run = Function::new_with_args(
        "body",
        "if (typeof document === 'object') {
           const frame = document.createElement('iframe');
           document.body.append(frame);
           return new frame.contentWindow.Function(body)();
         }
         const vm = process.getBuiltinModule('vm');
         return vm.runInNewContext(`(() => { ${body} })()`);",
    );
    run.call1(&JsValue::UNDEFINED, &body.into()).unwrap()
}

fn object(fields: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        Reflect::set(&object, &(*name).into(), value).unwrap();
    }
    object.into()
}

fn get(of: &JsValue, path: &str) -> JsValue {
    path.split('.').fold(of.clone(), |of, name| {
        Reflect::get(&of, &name.into()).unwrap_or_else(|_| panic!("no {path}"))
    })
}

fn number(of: &JsValue, path: &str) -> f64 {
    get(of, path)
        .as_f64()
        .unwrap_or_else(|| panic!("no number {path}"))
}

fn text(of: &JsValue, path: &str) -> String {
    get(of, path)
        .as_string()
        .unwrap_or_else(|| panic!("no text {path}"))
}

/// `path code` of every bad field, of what must be refused with an error of JavaScript's own.
fn refused<E: Into<JsValue>>(answer: Result<JsValue, E>) -> String {
    match answer {
        Err(error) => assert_error(&error.into()),
        Ok(answer) => panic!("this must be refused, not answered with {answer:?}"),
    }
}

fn assert_error(error: &JsValue) -> String {
    assert!(error.is_instance_of::<Error>());
    assert_eq!(text(error, "name"), "CalculatorError");
    assert_eq!(text(error, "code"), "invalidInput");
    assert!(text(error, "message").len() > 10);
    let fields = Array::from(&get(error, "fields"));
    let told = fields
        .iter()
        .map(|field| format!("{} {}", text(&field, "path"), text(&field, "code")));
    told.collect::<Vec<_>>().join(", ")
}

/// Whatever has been refused before, the next call is answered.
fn still_answers() {
    let answer = wasm::cluster_tco(&object(&[("gpus", 64.into())])).unwrap();
    assert!(number(&answer, "total") > 0.0);
}

#[wasm_bindgen_test]
fn objects_go_in_and_come_out() {
    let input = object(&[
        ("years", 1.into()),
        ("discountRate", 0.into()),
        ("operationsFraction", 0.into()),
    ]);
    let answer = wasm::cloud_break_even(&input).unwrap();
    // 42,000 USD a GPU for its year, against 8,760 hours at 7 USD.
    let expected = 42_000.0 / (8_760.0 * 7.0);
    assert!((number(&answer, "breakEvenUtilization") - expected).abs() < 1e-12);
    assert!((number(&answer, "input.years") - 1.0).abs() < 1e-12);
    assert!(get(&answer, "reasons").is_object());
    assert!(
        wasm::cluster_tco(&JsValue::UNDEFINED).is_ok(),
        "the defaults"
    );
    assert_eq!(
        refused(wasm::cluster_tco(&JsValue::NULL)),
        "input wrongType"
    );
}

#[wasm_bindgen_test]
fn an_error_says_all_of_every_field() {
    let input = object(&[
        ("gpus", (-5).into()),
        ("pue", f64::NAN.into()),
        ("colour", "red".into()),
    ]);
    let error: JsValue = wasm::cluster_tco(&input).err().unwrap().into();
    assert_eq!(
        assert_error(&error),
        "gpus belowMinimum, pue notANumber, colour unknownField"
    );
    let first = Array::from(&get(&error, "fields")).get(0);
    assert!((number(&first, "value") + 5.0).abs() < 1e-12);
    assert!((number(&first, "min") - 1.0).abs() < 1e-12);
    assert!(number(&first, "max") > 1e5);
}

#[wasm_bindgen_test]
fn values_of_other_kinds_are_refused_where_they_stand() {
    let map = Map::new();
    map.set(&"gpus".into(), &64.into());
    let kinds: [JsValue; 11] = [
        map.into(),
        Symbol::for_("64").into(),
        js("return 64n"),
        js("return new Date(0)"),
        js("return new Set([64])"),
        js("return new URLSearchParams('gpus=64')"),
        js("const form = new FormData(); form.set('gpus', 64); return form"),
        js("return Promise.resolve(64)"),
        js("return () => 64"),
        js("return new Float64Array(2)"),
        js("return new ArrayBuffer(8)"),
    ];
    for kind in kinds {
        let nested = object(&[("gpus", kind.clone())]);
        assert_eq!(
            refused(wasm::cluster_tco(&nested)),
            "gpus wrongType",
            "{kind:?}"
        );
        assert_eq!(
            refused(wasm::cluster_tco(&kind)),
            "input wrongType",
            "{kind:?}"
        );
    }
    still_answers();
}

#[wasm_bindgen_test]
fn values_of_other_kinds_are_refused_wherever_they_stand() {
    let map = || js("return new Map([['gpus', 8]])");
    let demand = object(&[("demand", map())]);
    assert_eq!(refused(wasm::cloud_break_even(&demand)), "demand wrongType");
    let scenario = object(&[
        ("id", "a".into()),
        ("probability", 1.into()),
        ("overrides", map()),
    ]);
    let scenarios = object(&[
        ("calculator", "clusterTco".into()),
        ("output", "total".into()),
        ("scenarios", Array::of1(&scenario).into()),
    ]);
    assert_eq!(
        refused(wasm::scenario_outlook(&scenarios)),
        "scenarios[0].overrides wrongType"
    );
    let rates = Float64Array::from(&[2.0][..]);
    let request = object(&[
        ("calculator", "cloudBreakEven".into()),
        ("input", map()),
        ("columns", object(&[("cloudRate", rates.into())])),
    ]);
    assert_eq!(refused(wasm::batch(&request)), "input wrongType");
}

/// What Svelte makes of `$state` in a class, and what an object inherits.
#[wasm_bindgen_test]
fn what_a_class_computes_by_accessors_is_read() {
    for body in [
        "class Form { #gpus = 64; get gpus() { return this.#gpus } get cloudRate() { return 2 } }
         return new Form()",
        "return Object.create({ gpus: 64, cloudRate: 2 })",
    ] {
        let answer = wasm::cloud_break_even(&js(body)).unwrap();
        let found = ["input.gpus", "input.cloudRate"].map(|path| number(&answer, path).to_string());
        assert_eq!(found, ["64", "2"], "{body}");
        assert_eq!(text(&answer, "verdict"), "rent");
    }
}

#[wasm_bindgen_test]
fn hostile_objects_end_as_errors() {
    for (body, expected) in [
        (
            "return Object.defineProperty({}, 'gpus', { enumerable: true, get() { throw 1 } })",
            "gpus wrongType",
        ),
        (
            "return new Proxy({}, { ownKeys() { throw new Error('no') } })",
            "input wrongType",
        ),
        (
            "return new Proxy({ gpus: 1 }, { get() { throw new Error('no') } })",
            "input wrongType",
        ),
        (
            "const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); return proxy",
            "input wrongType",
        ),
        (
            "const round = {}; round.round = round; return round",
            "round unknownField",
        ),
        ("return new Array(4294967295)", "input tooManyEntries"),
        (
            "return { gpus: new Array(4294967295) }",
            "gpus tooManyEntries",
        ),
        (
            "return { get [Symbol.toStringTag]() { throw 1 }, gpus: 1 }",
            "input wrongType",
        ),
        (
            "return JSON.parse('{\"__proto__\": {\"gpus\": 8}}')",
            "__proto__ unknownField",
        ),
    ] {
        assert_eq!(refused(wasm::cluster_tco(&js(body))), expected, "{body}");
    }
    still_answers();
}

/// A page whose prototypes have setters that throw, or are frozen.
#[wasm_bindgen_test]
fn hostile_prototypes_do_not_touch_an_error() {
    let input = js("return { gpus: -5 }");
    let request =
        js("return { calculator: 'clusterTco', output: 'total', parameter: 'gpu', target: 1 }");
    let restore: Function = js(
        "const names = ['name', 'code', 'fields', 'count', 'path', 'value', 'min', 'nearest', 'get'];
         for (const name of names)
           Object.defineProperty(Object.prototype, name,
             { __proto__: null, configurable: true, set() { throw new Error(name) } });
         Object.defineProperty(Error.prototype, 'name', { __proto__: null, writable: false });
         return () => {
           for (const name of names) delete Object.prototype[name];
           Object.defineProperty(Error.prototype, 'name', { writable: true });
         }",
    )
    .unchecked_into();
    let below: JsValue = wasm::cluster_tco(&input).err().unwrap().into();
    let unknown: JsValue = wasm::goal_seek(&request).err().unwrap().into();
    let plain = wasm::plain_error(&below);
    restore.call0(&JsValue::UNDEFINED).unwrap();

    assert_eq!(assert_error(&below), "gpus belowMinimum");
    assert!((number(&below, "fields.0.min") - 1.0).abs() < 1e-12);
    assert_eq!(assert_error(&unknown), "parameter unknownChoice");
    assert_eq!(text(&unknown, "fields.0.nearest.0"), "gpus");
    let json = |value: &JsValue| String::from(js_sys::JSON::stringify(value).unwrap());
    assert_eq!(json(&get(&plain, "fields")), json(&get(&below, "fields")));
    assert_eq!(text(&plain, "name"), "CalculatorError");
    still_answers();
}

/// A million unknown keys, a text of 16 MB, a list nested a thousand deep.
#[wasm_bindgen_test]
fn endless_objects_end_too() {
    for body in [
        "const many = {}; for (let at = 0; at < 1e6; at++) many['key' + at] = at; return many",
        "return { metric: 'x'.repeat(1 << 24) }",
        "let deep = []; for (let at = 0; at < 1000; at++) deep = [deep]; return { gpus: deep }",
    ] {
        assert!(!refused(wasm::cluster_tco(&js(body))).is_empty(), "{body}");
    }
    still_answers();
}

/// A text of 100 MB, a key as long and a column of 80 MB where there is none leave the memory as it was.
#[wasm_bindgen_test]
fn what_is_too_long_is_refused_before_it_is_copied() {
    still_answers();
    let before = memory();
    for (body, expected) in [
        (
            "return { preset: 'x'.repeat(1e8) }",
            "preset tooManyEntries",
        ),
        ("return { ['x'.repeat(1e8)]: 1 }", "input tooManyEntries"),
        (
            "return { demand: { ['x'.repeat(1e8)]: 1 } }",
            "demand tooManyEntries",
        ),
        (
            "return Object.create({ ['x'.repeat(1e8)]: 1, gpus: 8 })",
            "input tooManyEntries",
        ),
        (
            "return { [Symbol.toStringTag]: 'x'.repeat(1e8) }",
            "input wrongType",
        ),
        (
            "return { gpus: new Float64Array(1e7) }",
            "gpus tooManyEntries",
        ),
        (
            "return { demand: { trace: new Float64Array(1e7) } }",
            "demand.trace tooManyEntries",
        ),
    ] {
        assert_eq!(refused(wasm::cloud_break_even(&js(body))), expected);
    }
    assert!(memory() - before < 1 << 20, "{} bytes", memory() - before);
    still_answers();
}

/// Bytes of the module's memory.
fn memory() -> usize {
    core::arch::wasm32::memory_size::<0>() << 16
}

#[wasm_bindgen_test]
fn a_year_of_hours_is_a_plain_list_or_a_column() {
    let trace = |hours: &str| js(&format!("return {{ demand: {{ trace: {hours} }} }}"));
    let hours = "Array.from({ length: 8760 }, (_, hour) => 500 + (hour % 24))";
    let list = wasm::cloud_break_even(&trace(hours)).unwrap();
    let column = format!("Float64Array.from({hours})");
    let column = wasm::cloud_break_even(&trace(&column)).unwrap();
    for path in ["hybrid.mixed", "hybrid.ownedGpus", "hybrid.peakDemand"] {
        let [list, column] = [&list, &column].map(|answer| number(answer, path).to_bits());
        assert_eq!(list, column, "{path}");
    }
    for hours in ["new Array(100001).fill(5)", "new Float64Array(100001)"] {
        let error = wasm::cloud_break_even(&trace(hours)).unwrap_err().into();
        assert_eq!(assert_error(&error), "demand.trace tooManyEntries");
        let field = Array::from(&get(&error, "fields")).get(0);
        let told = ["value", "max"].map(|name| number(&field, name).to_string());
        assert_eq!(told, ["100001", "100000"], "{hours}");
    }
}

#[wasm_bindgen_test]
fn objects_of_another_realm_are_objects() {
    let input = elsewhere("return { gpus: 64, pue: 1.2 }");
    let answer = wasm::cluster_tco(&input).unwrap();
    assert!((number(&answer, "input.gpus") - 64.0).abs() < 1e-12);
    let map = elsewhere("return new Map([['gpus', 64]])");
    assert_eq!(refused(wasm::cluster_tco(&map)), "input wrongType");
}

fn batch(column: &JsValue) -> Result<JsValue, JsValue> {
    let request = object(&[
        ("calculator", "clusterTco".into()),
        ("outputs", Array::of1(&"total".into()).into()),
        ("columns", object(&[("gpus", column.clone())])),
    ]);
    wasm::batch(&request).map_err(Into::into)
}

#[wasm_bindgen_test]
fn columns_come_from_any_buffer() {
    let own = batch(&Float64Array::from(&[1.0, 2.0][..])).unwrap();
    let own: Float64Array = get(&own, "columns.total").unchecked_into();
    assert!(own.is_instance_of::<Float64Array>() && own.length() == 2);
    for body in [
        "return new Float64Array([7, 1, 2, 7]).subarray(1, 3)",
        "const memory = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true });
         const column = new Float64Array(memory.buffer, 8, 2); column.set([1, 2]); return column",
        "const column = new Float64Array(new ArrayBuffer(16, { maxByteLength: 64 }));
         column.set([1, 2]); return column",
    ] {
        let found: Float64Array = get(&batch(&js(body)).unwrap(), "columns.total").unchecked_into();
        assert_eq!(found.to_vec(), own.to_vec(), "{body}");
    }
    let found = batch(&elsewhere("return new Float64Array([1, 2])")).unwrap();
    let found: Float64Array = get(&found, "columns.total").unchecked_into();
    assert_eq!(found.to_vec(), own.to_vec(), "of another realm");
}

#[wasm_bindgen_test]
fn columns_that_are_gone_are_refused() {
    for body in [
        "const column = new Float64Array(2);
         structuredClone(column.buffer, { transfer: [column.buffer] }); return column",
        "const buffer = new ArrayBuffer(32, { maxByteLength: 64 });
         const column = new Float64Array(buffer, 16, 2); buffer.resize(8); return column",
        "return new Float32Array(2)",
        "return new BigInt64Array(2)",
        "return new DataView(new ArrayBuffer(16))",
    ] {
        let told = batch(&js(body)).err().map(|error| assert_error(&error));
        let told = told.unwrap_or_else(|| panic!("{body}: is not refused"));
        assert!(told.starts_with("columns.gpus "), "{body}: {told}");
    }
    still_answers();
}

/// A Monte Carlo that takes a few slices.
fn request() -> JsValue {
    js("return {
      calculator: 'cloudBreakEven', samples: 20000, seed: 7,
      uncertain: [{ parameter: 'cloudRate', distribution: 'lognormal', p5: 2.4, p95: 10.6 }],
    }")
}

/// The numbers that a long task reports, as they come.
struct Progress {
    seen: Rc<RefCell<Vec<f64>>>,
    report: Closure<dyn FnMut(f64)>,
}

impl Progress {
    fn new() -> Self {
        let seen = Rc::new(RefCell::new(Vec::new()));
        let noted = Rc::clone(&seen);
        let report = Closure::new(move |done| noted.borrow_mut().push(done));
        Self { seen, report }
    }

    fn options(&self, signal: &JsValue) -> JsValue {
        let report = self.report.as_ref().clone();
        object(&[("onProgress", report), ("signal", signal.clone())])
    }
}

#[wasm_bindgen_test]
async fn a_long_task_tells_how_far_it_is_and_gives_the_same() {
    // More than the samples that are kept of each year: those are the same as well.
    let long = request();
    Reflect::set(&long, &"samples".into(), &150_000.into()).unwrap();
    let progress = Progress::new();
    let promise = wasm::monte_carlo_async(&long, &progress.options(&JsValue::UNDEFINED));
    let slowly = JsFuture::from(promise).await.unwrap();
    let seen = progress.seen.borrow();
    assert!(seen.is_sorted_by(|a, b| a < b), "{seen:?}");
    assert_eq!(seen.last(), Some(&1.0));
    let at_once = wasm::monte_carlo(&long).unwrap();
    assert_eq!(
        number(&at_once, "fan.samples.0").to_bits(),
        100_000_f64.to_bits()
    );
    let told = |result: &JsValue| String::from(js_sys::JSON::stringify(result).unwrap());
    assert_eq!(told(&slowly), told(&at_once));
}

#[wasm_bindgen_test]
async fn a_long_task_ends_with_the_reason_of_its_signal() {
    let controller = AbortController::new().unwrap();
    let progress = Progress::new();
    let promise = wasm::monte_carlo_async(&request(), &progress.options(&controller.signal()));
    controller.abort_with_reason(&"enough".into());
    let reason = JsFuture::from(promise).await.unwrap_err();
    assert_eq!(reason.as_string().as_deref(), Some("enough"));
    assert_ne!(progress.seen.borrow().last(), Some(&1.0));
    still_answers();
}

/// A timer that comes due on the way is run: the task neither starves it nor ends before.
#[wasm_bindgen_test]
async fn a_long_task_can_be_ended_from_a_timer() {
    let controller = AbortController::new().unwrap();
    let later = Function::new_with_args(
        "controller",
        "setTimeout(() => controller.abort('late'), 5)",
    );
    later.call1(&JsValue::UNDEFINED, &controller).unwrap();
    let long = request();
    Reflect::set(&long, &"samples".into(), &300_000.into()).unwrap();
    let progress = Progress::new();
    let promise = wasm::monte_carlo_async(&long, &progress.options(&controller.signal()));
    let reason = JsFuture::from(promise).await.unwrap_err();
    assert_eq!(reason.as_string().as_deref(), Some("late"));
    assert_ne!(progress.seen.borrow().last(), Some(&1.0));
    still_answers();
}

#[wasm_bindgen_test]
async fn a_long_task_refuses_as_its_short_form_does() {
    let refused = |promise: Promise| async { JsFuture::from(promise).await.unwrap_err() };
    let none = JsValue::UNDEFINED;
    let error = refused(wasm::monte_carlo_async(&JsValue::NULL, &none)).await;
    assert_eq!(assert_error(&error), "input wrongType");
    let options = object(&[("signal", 3.into())]);
    let error = refused(wasm::monte_carlo_async(&request(), &options)).await;
    assert_eq!(assert_error(&error), "signal wrongType");
    for (body, expected) in [
        (
            "return { onProgres() {}, foo: 1, signal: 3 }",
            "onProgres unknownField, foo unknownField, signal wrongType",
        ),
        ("return new Map([['signal', 3]])", "options wrongType"),
        ("return null", "options wrongType"),
        (
            "return { get onProgress() { throw 1 } }",
            "onProgress wrongType",
        ),
    ] {
        let error = refused(wasm::monte_carlo_async(&request(), &js(body))).await;
        assert_eq!(assert_error(&error), expected, "{body}");
    }
    let error = refused(wasm::tornado_async(
        &request(),
        &js("return { onProgres: 1 }"),
    ))
    .await;
    let field = Array::from(&get(&error, "fields")).get(0);
    let nearest = Array::from(&get(&field, "nearest")).get(0);
    assert_eq!(nearest.as_string().as_deref(), Some("onProgress"));
    let given = js("return { signal: null, onProgress: undefined }");
    let answer = wasm::monte_carlo_async(&request(), &given);
    assert!(JsFuture::from(answer).await.is_ok());
}
