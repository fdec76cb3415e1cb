//! The reference vectors and the hash of results through wasm in a browser.
#![cfg(target_arch = "wasm32")]

mod border;
mod determinism;
mod engine;
mod vectors;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
