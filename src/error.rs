//! The one error the calculators know: an input that cannot be computed, with every bad field named.

use crate::value::{Record, Value};
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

/// What is wrong with one field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldCode {
    /// The value is NaN.
    NotANumber,
    /// The value is infinite.
    NotFinite,
    /// A whole number is asked for.
    NotAnInteger,
    /// Below the parameter's lower bound.
    BelowMinimum,
    /// Above the parameter's upper bound.
    AboveMaximum,
    /// A value of another type than the parameter's.
    WrongType,
    /// Not one of the words the parameter takes.
    UnknownChoice,
    /// No parameter has this name.
    UnknownField,
    /// A required value that was not given.
    Missing,
    /// A list without entries.
    EmptyList,
    /// A list with more entries than can be computed at once.
    TooManyEntries,
    /// An id that stands twice.
    Duplicate,
    /// An id that is neither in the catalogue nor among the given chips.
    UnknownChip,
    /// A preset that does not exist.
    UnknownPreset,
    /// Dense and sparse FLOPS in one table.
    MixedSparsity,
    /// A field that another given field leaves no room for.
    Conflict,
    /// Probabilities that do not sum to 1.
    ProbabilitySum,
    /// A text that is not of the form asked for: a date, an id, a printed number, an expression.
    InvalidText,
    /// A text longer than is read.
    TooLong,
    /// An expression nested deeper than is read.
    TooDeep,
    /// A unit that is not known.
    UnknownUnit,
    /// A name that stands for nothing: of a figure, an input, a source, a record of the catalogue, an output.
    UnknownName,
    /// Figures that measure different things, added, or given where another measure is asked for.
    IncompatibleUnits,
}

impl FieldCode {
    /// Every code, in the order of the documentation.
    pub const ALL: &'static [FieldCode] = &[
        FieldCode::NotANumber,
        FieldCode::NotFinite,
        FieldCode::NotAnInteger,
        FieldCode::BelowMinimum,
        FieldCode::AboveMaximum,
        FieldCode::WrongType,
        FieldCode::UnknownChoice,
        FieldCode::UnknownField,
        FieldCode::Missing,
        FieldCode::EmptyList,
        FieldCode::TooManyEntries,
        FieldCode::Duplicate,
        FieldCode::UnknownChip,
        FieldCode::UnknownPreset,
        FieldCode::MixedSparsity,
        FieldCode::Conflict,
        FieldCode::ProbabilitySum,
        FieldCode::InvalidText,
        FieldCode::TooLong,
        FieldCode::TooDeep,
        FieldCode::UnknownUnit,
        FieldCode::UnknownName,
        FieldCode::IncompatibleUnits,
    ];

    /// The code as JavaScript sees it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            FieldCode::NotANumber => "notANumber",
            FieldCode::NotFinite => "notFinite",
            FieldCode::NotAnInteger => "notAnInteger",
            FieldCode::BelowMinimum => "belowMinimum",
            FieldCode::AboveMaximum => "aboveMaximum",
            FieldCode::WrongType => "wrongType",
            FieldCode::UnknownChoice => "unknownChoice",
            FieldCode::UnknownField => "unknownField",
            FieldCode::Missing => "missing",
            FieldCode::EmptyList => "emptyList",
            FieldCode::TooManyEntries => "tooManyEntries",
            FieldCode::Duplicate => "duplicate",
            FieldCode::UnknownChip => "unknownChip",
            FieldCode::UnknownPreset => "unknownPreset",
            FieldCode::MixedSparsity => "mixedSparsity",
            FieldCode::Conflict => "conflict",
            FieldCode::ProbabilitySum => "probabilitySum",
            FieldCode::InvalidText => "invalidText",
            FieldCode::TooLong => "tooLong",
            FieldCode::TooDeep => "tooDeep",
            FieldCode::UnknownUnit => "unknownUnit",
            FieldCode::UnknownName => "unknownName",
            FieldCode::IncompatibleUnits => "incompatibleUnits",
        }
    }
}

/// One bad field of an input.
#[derive(Debug, Clone, PartialEq)]
pub struct FieldError {
    /// Where it is: `gpus`, `offers[2].cloudRate`.
    pub path: String,
    /// What is wrong.
    pub code: FieldCode,
    /// The value that was given.
    pub value: Value,
    /// The parameter's lower bound, for a number.
    pub min: Option<f64>,
    /// The parameter's upper bound, for a number.
    pub max: Option<f64>,
}

impl FieldError {
    /// An error without bounds.
    #[must_use]
    pub fn new(path: impl Into<String>, code: FieldCode, value: Value) -> Self {
        FieldError {
            path: path.into(),
            code,
            value,
            min: None,
            max: None,
        }
    }

    /// Where and what.
    fn text(&self) -> String {
        [&self.path, " (", self.code.as_str(), ")"].concat()
    }
}

impl fmt::Display for FieldError {
    // Numbers are left to `value`, `min` and `max`: formatting floats would add a tenth to the module.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text())
    }
}

/// A path to a row of a list, `list[index]`. Joined by hand, as all texts here: `format!` would be another
/// 3 KB of the module.
pub(crate) fn entry(list: &str, mut index: usize) -> String {
    let mut digits = Vec::new();
    loop {
        digits.insert(0, char::from(b'0' + (index % 10) as u8));
        index /= 10;
        if index == 0 {
            break;
        }
    }
    let digits: String = digits.into_iter().collect();
    [list, "[", &digits, "]"].concat()
}

/// What is said of all bad fields.
fn message(fields: &[FieldError]) -> String {
    let mut message = String::from("invalid input: ");
    for (index, field) in fields.iter().enumerate() {
        if index > 0 {
            message.push_str(", ");
        }
        message.push_str(&field.text());
    }
    message
}

/// An input that cannot be computed: every bad field, not the first alone.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("{}", message(.fields))]
pub struct CalculatorError {
    /// The bad fields, in the order of the parameter table.
    pub fields: Vec<FieldError>,
}

impl CalculatorError {
    /// The error's kind, as JavaScript sees it.
    pub const CODE: &'static str = "invalidInput";
}

impl From<CalculatorError> for Value {
    /// The error for the outside: its `message` and its `fields`, each `{path, code, value, min, max}`
    /// with the bounds only where there are some.
    fn from(error: CalculatorError) -> Self {
        let message = message(&error.fields);
        let fields = error.fields.into_iter().map(|field| {
            let mut record = Record::new()
                .with("path", field.path)
                .with("code", field.code.as_str())
                .with("value", field.value);
            for (name, bound) in [("min", field.min), ("max", field.max)] {
                if let Some(bound) = bound {
                    record.push(name, bound);
                }
            }
            record.into()
        });
        let fields = Value::List(fields.collect());
        Record::new()
            .with("message", message)
            .with("fields", fields)
            .into()
    }
}
