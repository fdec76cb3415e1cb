//! Price/performance, cluster TCO and cloud break-even of AI chips.
//!
//! A calculator is a table of parameters and a pure function: see [`calculators`]. Money is in one
//! currency, USD by default; rates are fractions a year; a year has 8,760 hours.
//!
//! What a build has is said by its features, and never by its target:
//!
//! | feature | what is there |
//! |---|---|
//! | `analysis` | response curves, tornado, goal seek, Monte Carlo, batches |
//! | `article` | the claims of an article recomputed and judged |
//! | `draft` | the figures of a text found, for an article's file |
//! | `catalogue` | the chips, prices and presets of `data/` |
//! | `texts` | what the tables say for people: units, explanations, sources |
//! | `units` | of `texts`, units and sources alone |
//! | `serde` | inputs from any format, results as JSON |
//! | `wasm` | the exports of the npm package, on `wasm32` |
//! | `calculators` | among these exports, the calculators themselves |
//!
//! All are on by default, for `wasm-pack build` asks for none. Who uses the crate from Rust on
//! `wasm32` takes `default-features = false` and names those that are wanted.
#![cfg_attr(test, allow(clippy::float_cmp, reason = "exact by construction"))]

#[cfg(feature = "analysis")]
pub mod analysis;
#[cfg(feature = "article")]
pub mod article;
pub mod calculators;
pub mod catalog;
pub mod column;
#[cfg(feature = "draft")]
pub mod draft;
pub mod error;
pub mod finance;
mod float;
pub mod numerics;
#[cfg(any(feature = "article", feature = "draft"))]
mod printed;
pub mod reader;
pub mod reason;
#[cfg(feature = "serde")]
pub mod serialize;
pub mod table;
pub mod value;
#[cfg(feature = "wasm")]
pub mod wasm;

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
