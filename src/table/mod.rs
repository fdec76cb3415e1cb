//! The parameter table: one declaration per parameter, from which validation, forms, documentation
//! and types follow.
//!
//! `parameters!` turns a list of declarations into a struct of values and a table of
//! [`Parameter`]s in the same order; `choices!` declares the words a parameter or a result can be;
//! `results!` does for what a calculator returns what `parameters!` does for what it takes.

mod choice;
mod parameter;
mod result;

pub use choice::Choice;
pub use parameter::{CONVENTION, Cited, Group, Kind, Parameter, Scale};
pub use result::{
    Details, Found, Given, Measure, Member, Outcome, Output, Part, Reasons, Results, Shape, Shaped,
    fraction, money, number, word,
};

pub(crate) use choice::choices;
pub(crate) use parameter::parameters;
pub(crate) use result::{details, results};

use crate::error::CalculatorError;
use crate::value::Value;

/// A text for people, of the table or the catalogue: without the feature `texts`, none.
pub(crate) const fn text(text: &'static str) -> &'static str {
    if cfg!(feature = "texts") { text } else { "" }
}

/// A unit, or the id of a default's source: with the feature `texts`, or `units` without the others.
pub(crate) const fn label(text: &'static str) -> &'static str {
    if cfg!(feature = "units") { text } else { "" }
}

/// A struct of validated values with its table of parameters.
///
/// Every parameter is also a number (a choice by its index, an absent value as NaN), in the order
/// of the table, so that analyses can vary any of them without knowing which it is.
pub trait Parameters: Copy + Default {
    /// The parameters, in the order of the numbers.
    const TABLE: &'static [Parameter];

    /// Takes one number for each parameter; missing ones count as absent.
    fn take(values: &mut Values) -> Self;

    /// Changes the parameter at an index of the table.
    ///
    /// # Panics
    /// Beyond the table's end.
    fn set(&mut self, index: usize, value: f64);

    /// Writes one number for each parameter.
    fn put(&self, values: &mut Vec<f64>);

    /// The values as numbers in the table's order.
    #[must_use]
    fn values(&self) -> Vec<f64> {
        let mut values = Vec::with_capacity(Self::TABLE.len());
        self.put(&mut values);
        values
    }

    /// Whether every value is one that the table allows: what a calculator's formulas take for granted.
    ///
    /// ```
    /// use chip_calculators::calculators::cluster_tco::Input;
    /// use chip_calculators::error::FieldCode;
    /// use chip_calculators::table::Parameters;
    /// let mut input = Input::default();
    /// input.own.gpus = -5.0;
    /// let error = input.validate().unwrap_err();
    /// assert_eq!(error.fields[0].path, "gpus");
    /// assert_eq!(error.fields[0].code, FieldCode::BelowMinimum);
    /// ```
    ///
    /// # Errors
    /// A [`CalculatorError`] that lists every bad value.
    fn validate(&self) -> Result<(), CalculatorError> {
        let values = self.values();
        let values = Self::TABLE.iter().zip(&values);
        let fields = values.filter_map(|(parameter, value)| {
            let code = parameter.check_number(*value).err()?;
            Some(parameter.error(parameter.name, code, &Value::Number(*value)))
        });
        CalculatorError::of(fields.collect())
    }
}

/// The numbers of a table, one after the other.
pub type Values<'a> = std::slice::Iter<'a, f64>;

/// The next numbers; those beyond the end count as absent.
pub(crate) fn split<const N: usize>(values: &mut Values) -> [f64; N] {
    let (next, rest) = values.as_slice().split_at(N.min(values.len()));
    *values = rest.iter();
    let mut numbers = [f64::NAN; N];
    numbers[..next.len()].copy_from_slice(next);
    numbers
}

/// The defaults of a table as numbers.
#[must_use]
pub fn defaults(table: &[Parameter]) -> Vec<f64> {
    table
        .iter()
        .map(|parameter| parameter.default.unwrap_or(f64::NAN))
        .collect()
}

/// The type of a parameter's value in its struct.
pub trait Field: Copy {
    /// From the table's number.
    fn from_value(value: f64) -> Self;
    /// To the table's number.
    fn to_value(self) -> f64;
}

impl Field for f64 {
    fn from_value(value: f64) -> Self {
        value
    }
    fn to_value(self) -> f64 {
        self
    }
}

impl Field for Option<f64> {
    fn from_value(value: f64) -> Self {
        (!value.is_nan()).then_some(value)
    }
    fn to_value(self) -> f64 {
        self.unwrap_or(f64::NAN)
    }
}

/// A whole number the table holds exactly.
impl Field for u32 {
    fn from_value(value: f64) -> Self {
        value as u32
    }
    fn to_value(self) -> f64 {
        f64::from(self)
    }
}

/// A choice by the index of its word.
impl<C: Choice> Field for C {
    fn from_value(value: f64) -> Self {
        *C::ALL.get(value as usize).unwrap_or(&C::ALL[0])
    }
    fn to_value(self) -> f64 {
        self.index() as f64
    }
}

/// Whether two texts are the same, at compile time.
pub(crate) const fn same(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let mut index = 0;
    while index < a.len() && index < b.len() && a[index] == b[index] {
        index += 1;
    }
    index == a.len() && index == b.len()
}

/// The parameter with this name, at compile time: for a table that shares it with another.
pub(crate) const fn named(table: &[Parameter], name: &str) -> Parameter {
    let mut index = 0;
    while index < table.len() {
        if same(table[index].name, name) {
            return table[index];
        }
        index += 1;
    }
    panic!("no parameter has this name")
}

/// A `snake_case` name in camelCase, made at compile time.
#[doc(hidden)]
#[derive(Debug)]
pub struct Camel<const N: usize>([u8; N], usize);

impl<const N: usize> Camel<N> {
    #[must_use]
    pub const fn new(snake: &str) -> Self {
        let snake = snake.as_bytes();
        let mut camel = [0; N];
        let (mut from, mut to) = (0, 0);
        while from < snake.len() {
            if snake[from] == b'_' {
                from += 1;
                camel[to] = snake[from].to_ascii_uppercase();
            } else {
                camel[to] = snake[from];
            }
            from += 1;
            to += 1;
        }
        Camel(camel, to)
    }

    /// The name.
    ///
    /// # Panics
    /// Never: what is cut at underscores stays UTF-8.
    #[must_use]
    pub const fn as_str(&self) -> &str {
        match std::str::from_utf8(self.0.split_at(self.1).0) {
            Ok(name) => name,
            Err(_) => panic!("identifiers are UTF-8"),
        }
    }
}

/// How many parameters some tables have together.
#[doc(hidden)]
#[must_use]
pub const fn total(tables: &[&[Parameter]]) -> usize {
    let (mut table, mut total) = (0, 0);
    while table < tables.len() {
        total += tables[table].len();
        table += 1;
    }
    total
}

/// Several tables in one.
#[doc(hidden)]
#[must_use]
pub const fn concat<const N: usize>(tables: &[&[Parameter]]) -> [Parameter; N] {
    let mut all = [Parameter::number(); N];
    let (mut table, mut index, mut to) = (0, 0, 0);
    while table < tables.len() {
        if index < tables[table].len() {
            all[to] = tables[table][index];
            index += 1;
            to += 1;
        } else {
            table += 1;
            index = 0;
        }
    }
    all
}

macro_rules! camel {
    ($name:ident) => {{
        const NAME: &$crate::table::Camel<{ stringify!($name).len() }> =
            &$crate::table::Camel::new(stringify!($name));
        NAME.as_str()
    }};
}
pub(crate) use camel;
