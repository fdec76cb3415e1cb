//! The reference vectors through wasm in a browser.
#![cfg(target_arch = "wasm32")]

mod javascript;
mod vectors;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
