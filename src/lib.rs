//! Price/performance, cluster TCO and cloud break-even of AI chips.
//!
//! A calculator is a table of parameters and a pure function: see [`calculators`]. Money is in one
//! currency, USD by default; rates are fractions a year; a year has 8,760 hours.
#![no_std]
#![cfg_attr(test, allow(clippy::float_cmp, reason = "exact by construction"))]

extern crate alloc;
// Brings the panic handler and the allocator; the module of the npm package has its own, see `wasm`.
#[cfg(not(feature = "module"))]
extern crate std;

#[cfg(feature = "analysis")]
pub mod analysis;
pub mod answer;
#[cfg(feature = "article")]
pub mod article;
pub mod calculators;
pub mod catalog;
pub mod error;
pub mod finance;
mod float;
pub mod input;
pub mod reason;
pub mod table;
pub mod value;
#[cfg(target_arch = "wasm32")]
pub mod wasm;
pub mod wire;

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
