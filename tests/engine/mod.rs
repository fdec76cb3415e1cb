//! What must hold in any engine of WebAssembly. How plain objects become messages is JavaScript's
//! business: `tests/functions` asks that of the built package, in the same engines.

use super::determinism;
use super::vectors;
use chip_calculators::value::Value;
use chip_calculators::wasm;
use chip_calculators::wire::{Texts, encode};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn worked_examples() {
    assert_eq!(vectors::worked_examples(), vectors::WORKED);
}

#[wasm_bindgen_test]
fn refusals() {
    assert_eq!(vectors::refusals(), vectors::REFUSED);
}

#[wasm_bindgen_test]
fn the_same_bits_as_everywhere() {
    determinism::check();
}

#[wasm_bindgen_test]
fn messages_are_answered_with_messages() {
    let undefined = encode(&Value::Other("undefined"), Texts::Spelled);
    let good = |message: &[f64]| wasm::call(0, message)[0] > 0.5;
    assert!(good(&undefined), "no input is the defaults");
    assert!(!good(&encode(&Value::Null, Texts::Spelled)));
    assert!(!good(&[6.0, 1.0]), "cut short");
    assert!(wasm::call(99, &undefined).is_empty(), "no such function");
}
