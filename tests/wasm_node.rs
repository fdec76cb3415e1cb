//! The reference vectors through wasm in Node.
#![cfg(target_arch = "wasm32")]

mod javascript;
mod vectors;
