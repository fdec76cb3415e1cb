//! The calculators and analyses for a host of WebAssembly: one function, which takes and returns
//! messages (see [`wire`]). `www/src/wire.ts` makes functions of JavaScript objects of it.
//!
//! [`wire`]: crate::wire

#[cfg(feature = "analysis")]
use crate::analysis;
use crate::answer;
use crate::calculators;
use crate::value::{Record, Value};
use crate::wire::{self, Texts};
use alloc::vec::Vec;
use wasm_bindgen::prelude::*;

/// Types of every input, result and error: generated from the parameter tables.
#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("types.d.ts");

/// Calls a function by its place among all calculators, then all analyses, with the message of its
/// input; returns the message of its answer.
#[wasm_bindgen]
#[must_use]
pub fn call(function: usize, message: &[f64]) -> Vec<f64> {
    #[cfg(feature = "analysis")]
    let analyses = analysis::FUNCTIONS;
    #[cfg(not(feature = "analysis"))]
    let analyses: &[answer::Write] = &[];
    let mut functions = calculators::FUNCTIONS.iter().chain(analyses);
    let input = match wire::decode(message) {
        // As JavaScript's functions are called without an argument.
        Some(Value::Other("undefined")) => Record::new().into(),
        Some(value) => value,
        None => Value::Other("object"),
    };
    let Some(write) = functions.nth(function) else {
        return Vec::new();
    };
    answer::message(*write, &input, Texts::Addressed)
}

#[cfg(feature = "module")]
mod bare {
    //! What std would bring. A panic is a fault of ours: it traps, without the words that no reader
    //! of a page could use.

    #[panic_handler]
    fn panic(_: &core::panic::PanicInfo) -> ! {
        core::arch::wasm32::unreachable()
    }

    #[global_allocator]
    static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
}
