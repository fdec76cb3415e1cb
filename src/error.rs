//! The one error the calculators know: an input that cannot be computed, with every bad field named.

use crate::value::Value;
use std::fmt;

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
    /// A list, text or object with more entries than can be computed at once.
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
    /// The names nearest to one that is not known, the nearest first; empty where names have no part.
    pub nearest: Vec<String>,
    /// What of the value is not known, where that is a part of it: `milion` of `milion USD`.
    pub part: Option<String>,
}

/// How many names are told as the nearest.
#[cfg(feature = "analysis")]
const NEAREST: usize = 5;

/// How many names a text is compared with, and the longest text: what is compared takes time in
/// proportion to both.
#[cfg(feature = "analysis")]
const COMPARED: (usize, usize) = (2000, 100);

impl FieldError {
    /// An error without bounds. A text, list or object that is too long has that code, whatever
    /// else is wrong with it, and a list is reported by its length.
    #[must_use]
    pub fn new(path: impl Into<String>, code: FieldCode, value: &Value) -> Self {
        let too_long = matches!(value, Value::TooLong(_));
        FieldError {
            path: path.into(),
            code: if too_long {
                FieldCode::TooManyEntries
            } else {
                code
            },
            value: value.reported(),
            min: None,
            max: None,
            nearest: Vec::new(),
            part: None,
        }
    }

    /// With the names nearest to a text that is none of them, by Levenshtein's distance.
    #[cfg(feature = "analysis")]
    #[must_use]
    pub fn near(mut self, text: &str, known: &mut dyn Iterator<Item = &str>) -> Self {
        let (names, longest) = COMPARED;
        if text.len() <= longest {
            let mut nearest = Vec::new();
            for name in known.take(names) {
                let distance = strsim::levenshtein(text, name);
                let at = nearest.partition_point(|(nearer, _)| *nearer <= distance);
                nearest.insert(at, (distance, name));
                nearest.truncate(NEAREST);
            }
            self.nearest = nearest
                .into_iter()
                .map(|(_, name)| name.to_owned())
                .collect();
        }
        self
    }
}

impl fmt::Display for FieldError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.path, self.code.as_str())
    }
}

/// How many bad fields a message names; `fields` has them all.
const NAMED: usize = 20;

/// What is said of all bad fields.
fn message(fields: &[FieldError], count: usize) -> String {
    let named = fields.iter().take(NAMED).map(FieldError::to_string);
    let named = named.collect::<Vec<_>>().join(", ");
    match count.saturating_sub(NAMED.min(fields.len())) {
        0 => named,
        more => format!("{named} and {more} more"),
    }
}

/// An input that cannot be computed: every bad field, not the first alone.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("invalid input: {}", message(.fields, *.count))]
pub struct CalculatorError {
    /// The bad fields, in the order of the parameter table; of a list or of a batch's columns at most
    /// a hundred.
    pub fields: Vec<FieldError>,
    /// How many there are, listed or not.
    pub count: usize,
}

impl From<Vec<FieldError>> for CalculatorError {
    fn from(fields: Vec<FieldError>) -> Self {
        let count = fields.len();
        CalculatorError { fields, count }
    }
}

impl CalculatorError {
    /// The error's kind, as JavaScript sees it.
    pub const CODE: &'static str = "invalidInput";

    /// The error of these bad fields; none without any.
    ///
    /// # Errors
    /// Where there are some.
    pub fn of(fields: Vec<FieldError>) -> Result<(), Self> {
        if fields.is_empty() {
            Ok(())
        } else {
            Err(fields.into())
        }
    }
}

#[cfg(feature = "serde")]
mod ser {
    use super::{CalculatorError, FieldError};
    use crate::serialize::given;
    use serde::ser::{Serialize, SerializeStruct, Serializer};

    /// With bounds and names only where there are some.
    impl Serialize for FieldError {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let mut to = serializer.serialize_struct("FieldError", 7)?;
            to.serialize_field("path", &self.path)?;
            to.serialize_field("code", self.code.as_str())?;
            to.serialize_field("value", &self.value)?;
            given(&mut to, "min", self.min.as_ref())?;
            given(&mut to, "max", self.max.as_ref())?;
            let nearest = Some(&self.nearest).filter(|names| !names.is_empty());
            given(&mut to, "nearest", nearest)?;
            given(&mut to, "part", self.part.as_ref())?;
            to.end()
        }
    }

    /// What an error of JavaScript has.
    impl Serialize for CalculatorError {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let mut to = serializer.serialize_struct("CalculatorError", 5)?;
            to.serialize_field("name", "CalculatorError")?;
            to.serialize_field("code", Self::CODE)?;
            to.serialize_field("message", &self.to_string())?;
            to.serialize_field("fields", &self.fields)?;
            to.serialize_field("count", &self.count)?;
            to.end()
        }
    }
}
