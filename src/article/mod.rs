//! An article's figures recomputed and judged.
//!
//! An article file names the claims of an article: the figures as printed, the figures they rest on
//! with their sources, and the expression or calculator that recomputes them. [`check`] computes
//! every verdict; none is stored. The file's shape is `data/schema/article.schema.json`,
//! `docs/editors.md` explains it by example.
//!
//! # How a verdict follows
//! A stated figure stands for what rounds to it: 7.4 for 7.35 to 7.45. A check that gives a number
//! in there *agrees*; one that gives a range agrees where all of it lies in there, and *needs an
//! assumption* where a part does. So does one that misses by less than the decimals of the figures it
//! rests on leave open, where that is less than a tenth; where it is more, it needs an assumption. One that does not *differs*, or *contradicts* where the departure is a tenth
//! or more ([`CONTRADICTION`]) and rests on the article itself, a data sheet or a measurement: an
//! estimate or an assumption cannot contradict, nor can rounding too far, a month of other hours or
//! another of the calculator's conventions. Where the answer is *never*, a figure is contradicted
//! too. A check with an unknown is solved for it and *needs an assumption*. A figure outside what
//! it can be is contradicted by definition. Of several checks the worst decides; a claim without
//! figure, or with a figure that nothing recomputes, is *not stated*.
//!
//! ```
//! use chip_calculators::article::{Verdict, check_text};
//! let report = check_text(r#"{
//!     "id": "example", "date": "2024-11-06", "source": "seed-article",
//!     "claims": [{
//!         "id": "payback",
//!         "says": "42 million that bring 68 million a year are back in 7.4 months",
//!         "stated": {"payback": {"value": "7.4", "unit": "month"}},
//!         "inputs": {
//!             "investment": {"value": 42, "unit": "million USD"},
//!             "benefit": {"value": 68, "unit": "million USD/year"}
//!         },
//!         "checks": [{"figure": "payback", "expression": "investment / benefit"}]
//!     }]
//! }"#).unwrap();
//! assert_eq!(report.claims[0].verdict, Verdict::Agrees);
//! let recomputed = report.claims[0].checks[0].recomputed.unwrap();
//! assert!((recomputed.from - 7.411_765).abs() < 1e-6);
//! ```

mod catalogue;
mod expression;
mod format;
mod json;
mod judge;
mod near;
mod reading;
mod report;
pub mod rule_map;
mod solve;

pub use expression::Quantity;
pub use judge::CONTRADICTION;
pub use report::*;

use crate::error::{CalculatorError, FieldCode, FieldError};
use crate::value::Value;

/// The article of `data/article.json`.
pub const BUILT_IN: &str = include_str!("../../data/article.json");

/// Recomputes and judges every claim of an article file.
///
/// # Errors
/// Everything that is wrong with the file, each with its path.
pub fn check(file: &Value) -> Result<Report, CalculatorError> {
    reading::read(file).map(|article| judge::article(&article))
}

/// The same for a file's text.
///
/// # Errors
/// Everything that is wrong with the file; for a text that is no JSON, where it ceases to be.
pub fn check_text(text: &str) -> Result<Report, CalculatorError> {
    let file = json::parse(text).map_err(|error| {
        CalculatorError::from(vec![FieldError::new(
            "article",
            FieldCode::InvalidText,
            &error.to_string().into(),
        )])
    })?;
    check(&file)
}
