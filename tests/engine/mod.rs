//! What must hold in any engine of WebAssembly.

use super::determinism;
use super::vectors;
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
