//! The reference vectors and the hash of results through wasm in Node.
#![cfg(target_arch = "wasm32")]

mod border;
mod determinism;
mod engine;
mod vectors;
