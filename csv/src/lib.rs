//! Tables of CSV as columns of numbers and back, for the command `chip-calculators compute --csv`.
//!
//! A row of results is some 240 characters, eleven of its cells numbers of 17 digits. Written by V8
//! they take 2.7 µs a row, three times what computing them takes; by `zmij`, which finds the same
//! digits, a quarter of that.

#![allow(
    clippy::must_use_candidate,
    clippy::needless_pass_by_value,
    reason = "JavaScript calls, which knows neither, and gives values away"
)]

mod read;
mod write;

pub use read::{Column, Rows};
pub use write::Results;
