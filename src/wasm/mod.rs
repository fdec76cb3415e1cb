//! The only room that knows JavaScript: every calculator and analysis as an export of its own name.
//!
//! Objects come in by `value.rs` and go out as structs by serde-wasm-bindgen, which keeps their names;
//! columns are `Float64Array`s, failures real errors, and what takes its time has a form in slices.

// Without any of these nothing is read, and nothing answers.
#![cfg_attr(
    not(any(feature = "analysis", feature = "article", feature = "calculators")),
    allow(dead_code, unused_imports)
)]

#[cfg(target_arch = "wasm32")]
mod error;
#[cfg(target_arch = "wasm32")]
mod exports;
#[cfg(all(target_arch = "wasm32", feature = "analysis"))]
mod tasks;
#[cfg(target_arch = "wasm32")]
mod value;

#[cfg(target_arch = "wasm32")]
pub use exports::*;
#[cfg(all(target_arch = "wasm32", feature = "analysis"))]
pub use tasks::*;

/// Of what std brings a third of the bytes, and no slower.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// A column for an object on its way to JavaScript; nothing for any other serializer, which cannot be
/// told from that one.
#[cfg(target_arch = "wasm32")]
pub(crate) fn column(numbers: &[f64]) -> Option<impl serde::Serialize> {
    exports::column(numbers)
}

/// Nothing: no other target has columns of its own.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn column(_: &[f64]) -> Option<Vec<f64>> {
    None
}
