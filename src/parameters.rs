//! The parameter table: one declaration per parameter, from which validation, forms, documentation
//! and types follow.
//!
//! `parameters!` turns a list of declarations into a struct of values and a table of
//! [`Parameter`]s in the same order; `choices!` does it for parameters that take a word;
//! `results!` does it for what a calculator returns.

use crate::answer::Answer;
use crate::error::FieldCode;
use crate::reason::Reason;
use crate::value::{Record, Value};
use alloc::vec::Vec;

/// How a parameter's slider spreads its values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scale {
    /// Equal steps.
    Linear,
    /// Equal ratios.
    Log,
}

/// What values a parameter takes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Kind {
    /// Any number within the bounds.
    Number,
    /// A whole number within the bounds.
    Integer,
    /// One of these words.
    Choice(&'static [&'static str]),
}

/// One parameter: everything that validation, forms, documentation and types need to know.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Parameter {
    /// The name in JavaScript, camelCase.
    pub name: &'static str,
    /// What it means.
    pub doc: &'static str,
    /// The unit; empty for a pure fraction or a choice.
    pub unit: &'static str,
    /// What values it takes.
    pub kind: Kind,
    /// The lower bound, included.
    pub min: f64,
    /// The upper bound, included.
    pub max: f64,
    /// The value taken when none is given; `None` for a parameter that may be absent.
    /// For a choice, the index of its word.
    pub default: Option<f64>,
    /// The step of a slider or of an arrow key.
    pub step: f64,
    /// How a slider spreads the values.
    pub scale: Scale,
    /// A low that a source supports.
    pub low: Option<Cited>,
    /// A high that a source supports.
    pub high: Option<Cited>,
    /// The id of the default's source in `data/sources.json`.
    pub source: &'static str,
    /// Whether a form shows it before "all assumptions" is opened.
    pub basic: bool,
}

/// A value and the id of its source in `data/sources.json`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cited {
    /// The value.
    pub value: f64,
    /// The source's id.
    pub source: &'static str,
}

/// The source of a default that is a convention of the model rather than a figure someone published.
pub const CONVENTION: &str = "project-assumption";

/// A text for people: in the browser it is in the forms' metadata already, and not again here.
pub(crate) const fn note(text: &'static str) -> &'static str {
    if cfg!(target_arch = "wasm32") {
        ""
    } else {
        text
    }
}

/// Whether forms are made of the tables here; in the browser they are made already.
const FORMS: bool = cfg!(not(target_arch = "wasm32"));

/// Whether analyses vary the parameters, for which they ask how far.
const VARIED: bool = FORMS || cfg!(feature = "analysis");

impl Parameter {
    const fn new(kind: Kind, default: Option<f64>, unit: &'static str, min: f64, max: f64) -> Self {
        Parameter {
            name: "",
            doc: "",
            unit: note(unit),
            kind,
            min,
            max,
            default,
            step: 1.0,
            scale: Scale::Linear,
            low: None,
            high: None,
            source: note(CONVENTION),
            basic: false,
        }
    }

    /// A number with its default, unit and bounds.
    #[must_use]
    pub const fn number(default: f64, unit: &'static str, min: f64, max: f64) -> Self {
        Self::new(Kind::Number, Some(default), unit, min, max)
    }

    /// A whole number with its default, unit and bounds.
    #[must_use]
    pub const fn integer(default: f64, unit: &'static str, min: f64, max: f64) -> Self {
        Self::new(Kind::Integer, Some(default), unit, min, max)
    }

    /// A fraction between `min` and `max`, in steps of a hundredth.
    #[must_use]
    pub const fn fraction(default: f64, min: f64, max: f64) -> Self {
        Self::new(Kind::Number, Some(default), "", min, max).step(0.01)
    }

    /// A number that may be absent.
    #[must_use]
    pub const fn optional(unit: &'static str, min: f64, max: f64) -> Self {
        Self::new(Kind::Number, None, unit, min, max)
    }

    /// One of a choice's words; the first is the default.
    #[must_use]
    pub const fn choice<C: Choice>() -> Self {
        let last = (C::NAMES.len() - 1) as f64;
        Self::new(Kind::Choice(C::NAMES), Some(0.0), "", 0.0, last)
    }

    /// One of a choice's words, with its default.
    ///
    /// # Panics
    /// At compile time, where the default is none of the words.
    #[must_use]
    pub const fn choice_from<C: Choice>(default: &str) -> Self {
        let mut parameter = Self::choice::<C>();
        let mut index = 0;
        while index < C::NAMES.len() {
            if same(C::NAMES[index], default) {
                let index = index as f64;
                parameter.default = Some(index);
                return parameter;
            }
            index += 1;
        }
        panic!("the default is none of the words")
    }

    /// With the step of its slider.
    #[must_use]
    pub const fn step(mut self, step: f64) -> Self {
        if VARIED {
            self.step = step;
        }
        self
    }

    /// With a slider of equal ratios.
    #[must_use]
    pub const fn log(mut self) -> Self {
        if VARIED {
            self.scale = Scale::Log;
        }
        self
    }

    /// With a sourced low.
    #[must_use]
    pub const fn low(mut self, value: f64, source: &'static str) -> Self {
        if VARIED {
            self.low = Some(Cited {
                value,
                source: note(source),
            });
        }
        self
    }

    /// With a sourced high.
    #[must_use]
    pub const fn high(mut self, value: f64, source: &'static str) -> Self {
        if VARIED {
            self.high = Some(Cited {
                value,
                source: note(source),
            });
        }
        self
    }

    /// With the source of the default.
    #[must_use]
    pub const fn source(mut self, source: &'static str) -> Self {
        self.source = note(source);
        self
    }

    /// Shown before "all assumptions" is opened.
    #[must_use]
    pub const fn basic(mut self) -> Self {
        self.basic = FORMS;
        self
    }

    #[doc(hidden)]
    #[must_use]
    pub const fn named(mut self, name: &'static str, doc: &'static str) -> Self {
        self.name = name;
        self.doc = note(doc);
        self
    }

    /// A given value as the number the table holds, or what is wrong with it.
    ///
    /// # Errors
    /// The [`FieldCode`] of the first rule the value breaks.
    pub fn check(&self, value: &Value) -> Result<f64, FieldCode> {
        match (self.kind, value) {
            (Kind::Choice(names), Value::Text(text)) => names
                .iter()
                .position(|name| name == text)
                .map(|index| index as f64)
                .ok_or(FieldCode::UnknownChoice),
            (Kind::Choice(_), _) => Err(FieldCode::WrongType),
            (_, Value::Null) if self.default.is_none() => Ok(f64::NAN),
            (_, Value::Number(number)) => self.check_number(*number),
            _ => Err(FieldCode::WrongType),
        }
    }

    fn check_number(&self, number: f64) -> Result<f64, FieldCode> {
        if number.is_nan() {
            Err(FieldCode::NotANumber)
        } else if number.is_infinite() {
            Err(FieldCode::NotFinite)
        } else if number < self.min {
            Err(FieldCode::BelowMinimum)
        } else if number > self.max {
            Err(FieldCode::AboveMaximum)
        } else if self.kind == Kind::Integer && number - crate::float::trunc(number) != 0.0 {
            Err(FieldCode::NotAnInteger)
        } else {
            Ok(number)
        }
    }

    /// A number of the table as a value for the outside: a choice as its word, an absent one as null.
    #[must_use]
    pub fn show(&self, number: f64) -> Value {
        match self.kind {
            Kind::Choice(names) => names.get(number as usize).copied().into(),
            _ if number.is_nan() => Value::Null,
            _ => Value::Number(number),
        }
    }
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

    /// The values as a record for the outside.
    #[must_use]
    fn record(&self) -> Record {
        show(Self::TABLE, &self.values())
    }

    /// Adds the values to an answer.
    fn write(&self, answer: &mut Answer) {
        echo(Self::TABLE, &self.values(), answer);
    }
}

/// The numbers of a table, one after the other.
pub type Values<'a> = core::slice::Iter<'a, f64>;

fn show(table: &[Parameter], values: &[f64]) -> Record {
    let mut record = Record::with_capacity(table.len());
    for (parameter, value) in table.iter().zip(values) {
        record.push(parameter.name, parameter.show(*value));
    }
    record
}

/// Adds a table's values to an answer, as [`Parameter::show`] has them.
pub(crate) fn echo(table: &[Parameter], values: &[f64], answer: &mut Answer) {
    for (parameter, &value) in table.iter().zip(values) {
        match parameter.kind {
            Kind::Choice(names) => answer.push(parameter.name, names.get(value as usize).copied()),
            _ if value.is_nan() => answer.push(parameter.name, None::<f64>),
            _ => answer.number(parameter.name, value),
        }
    }
}

/// Adds those of a table's values that are there.
pub(crate) fn echo_given(table: &[Parameter], values: &[f64], answer: &mut Answer) {
    for (parameter, value) in table.iter().zip(values) {
        if !value.is_nan() {
            echo(&[*parameter], &[*value], answer);
        }
    }
}

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

/// A parameter or result that is one of a few words.
pub trait Choice: Copy + 'static {
    /// The words, in the order of their numbers.
    const NAMES: &'static [&'static str];
}

/// What a formula gives for a result.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Found {
    /// A number.
    Number(f64),
    /// One of a choice's words.
    Word(&'static str),
    /// Null, and why.
    Null(Reason),
}

impl Found {
    /// The number; NaN for null or a word.
    #[must_use]
    #[inline]
    pub fn number(self) -> f64 {
        match self {
            Found::Number(number) => number,
            _ => f64::NAN,
        }
    }
}

impl From<f64> for Found {
    #[inline]
    fn from(number: f64) -> Self {
        Found::Number(number)
    }
}

impl From<Result<f64, Reason>> for Found {
    #[inline]
    fn from(result: Result<f64, Reason>) -> Self {
        match result {
            Ok(number) => Found::Number(number),
            Err(reason) => Found::Null(reason),
        }
    }
}

/// The type of a result in its struct.
pub trait Outcome: Sized {
    /// What TypeScript calls it.
    const TYPE: OutcomeType;
    /// What a formula gives for it.
    type Given: Into<Found>;
    /// Keeps what a formula gives, and adds why where that is nothing.
    fn keep(given: Self::Given, name: &'static str, reasons: &mut Reasons) -> Self;
}

/// The kinds of result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OutcomeType {
    /// Always a number.
    Number,
    /// A number, or null with a reason.
    Option,
    /// One of these words.
    Choice(&'static [&'static str]),
}

impl Outcome for f64 {
    const TYPE: OutcomeType = OutcomeType::Number;
    type Given = f64;
    fn keep(given: f64, _: &'static str, _: &mut Reasons) -> Self {
        given
    }
}

impl Outcome for Option<f64> {
    const TYPE: OutcomeType = OutcomeType::Option;
    type Given = Result<f64, Reason>;
    fn keep(given: Result<f64, Reason>, name: &'static str, reasons: &mut Reasons) -> Self {
        given.map_err(|reason| reasons.push((name, reason))).ok()
    }
}

/// One result of a calculator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Output {
    /// The name in JavaScript, camelCase.
    pub name: &'static str,
    /// What it means.
    pub doc: &'static str,
    /// The unit; empty for a pure fraction or a word.
    pub unit: &'static str,
    /// Number, number or null, or word.
    pub kind: OutcomeType,
}

/// A struct of results with its table, and what the results are computed from: all of them together, or
/// any one alone.
pub trait Results: Sized {
    /// What the results have in common, computed once for all of them.
    type Basis<'a>;

    /// The results, in order.
    const TABLE: &'static [Output];

    /// Every result.
    fn of(basis: &Self::Basis<'_>) -> Self;

    /// The result at an index of the table.
    ///
    /// # Panics
    /// Beyond the table's end.
    fn find(basis: &Self::Basis<'_>, index: usize) -> Found;

    /// [`Self::find`] for a single calculation: out of line, where a batch has it inlined.
    #[inline(never)]
    fn find_one(basis: &Self::Basis<'_>, index: usize) -> Found {
        Self::find(basis, index)
    }

    /// Adds every result to an answer, and why those that are null are so.
    fn write(basis: &Self::Basis<'_>, answer: &mut Answer) {
        write(Self::TABLE, &|index| Self::find_one(basis, index), answer);
    }
}

fn write(table: &[Output], find: &dyn Fn(usize) -> Found, answer: &mut Answer) {
    let mut reasons = Reasons::new();
    for (index, output) in table.iter().enumerate() {
        match find(index) {
            Found::Number(number) => answer.number(output.name, number),
            Found::Word(word) => answer.push(output.name, word),
            Found::Null(reason) => {
                reasons.push((output.name, reason));
                answer.push(output.name, None::<f64>);
            }
        }
    }
    answer.record("reasons", |answer| {
        for (name, reason) in reasons {
            answer.push(name, reason.as_str());
        }
    });
}

/// Why a result is null: a result's name and the reason.
pub type Reasons = Vec<(&'static str, Reason)>;

/// Whether two texts are the same, at compile time.
const fn same(a: &str, b: &str) -> bool {
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
        match core::str::from_utf8(self.0.split_at(self.1).0) {
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
    let mut all = [Parameter::new(Kind::Number, None, "", 0.0, 0.0); N];
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
        const NAME: &$crate::parameters::Camel<{ stringify!($name).len() }> =
            &$crate::parameters::Camel::new(stringify!($name));
        NAME.as_str()
    }};
}

/// Declares a struct of parameters and its table: a field, its type, its [`Parameter`].
///
/// `extends name: Type, …` puts other structs' parameters before its own.
macro_rules! parameters {
    (
        $(#[doc = $about:literal])+
        pub struct $name:ident $(extends $($base:ident: $base_type:ty),+)? {
            $( $(#[doc = $doc:literal])+ $field:ident: $type:ty = $parameter:expr; )*
        }
    ) => {
        $(#[doc = $about])+
        #[derive(Debug, Clone, Copy, PartialEq)]
        pub struct $name {
            $($(
                /// The parameters it shares.
                pub $base: $base_type,
            )+)?
            $( $(#[doc = $doc])+ pub $field: $type, )*
        }

        impl $crate::parameters::Parameters for $name {
            const TABLE: &'static [$crate::parameters::Parameter] = {
                const TABLES: &[&[$crate::parameters::Parameter]] = &[
                    $($( <$base_type as $crate::parameters::Parameters>::TABLE, )+)?
                    &[ $( $parameter.named($crate::parameters::camel!($field), concat!($($doc),+)) ),* ],
                ];
                &$crate::parameters::concat::<{ $crate::parameters::total(TABLES) }>(TABLES)
            };

            fn take(values: &mut $crate::parameters::Values) -> Self {
                const COUNT: usize = <[&str]>::len(&[$( stringify!($field) ),*]);
                $($( let $base = <$base_type as $crate::parameters::Parameters>::take(values); )+)?
                let [$( $field ),*] = $crate::parameters::split::<COUNT>(values);
                $name {
                    $($( $base, )+)?
                    $( $field: <$type as $crate::parameters::Field>::from_value($field), )*
                }
            }

            #[cfg_attr(feature = "analysis", inline(always))]
            fn set(&mut self, index: usize, value: f64) {
                // By the fields' own numbers, which become one jump.
                #[allow(non_camel_case_types, dead_code)]
                #[derive(Clone, Copy)]
                enum Place { $($field),* }
                const PLACES: &[Place] = &[$(Place::$field),*];
                $($(
                    if index < <$base_type as $crate::parameters::Parameters>::TABLE.len() {
                        return $crate::parameters::Parameters::set(&mut self.$base, index, value);
                    }
                    let index = index - <$base_type as $crate::parameters::Parameters>::TABLE.len();
                )+)?
                match PLACES[index] {
                    $( Place::$field => self.$field = <$type as $crate::parameters::Field>::from_value(value), )*
                }
            }

            fn put(&self, values: &mut alloc::vec::Vec<f64>) {
                $($( $crate::parameters::Parameters::put(&self.$base, values); )+)?
                values.extend_from_slice(&[
                    $( $crate::parameters::Field::to_value(self.$field) ),*
                ]);
            }
        }

        impl Default for $name {
            fn default() -> Self {
                use $crate::parameters::Parameters;
                Self::take(&mut $crate::parameters::defaults(Self::TABLE).iter())
            }
        }
    };
}

/// Declares an enum of words that can be a parameter or a result.
macro_rules! choices {
    (
        $(#[doc = $about:literal])+
        pub enum $name:ident {
            $( $(#[doc = $doc:literal])+ $variant:ident = $word:literal, )+
        }
    ) => {
        $(#[doc = $about])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name {
            $( $(#[doc = $doc])+ $variant, )+
        }

        impl $name {
            /// Every choice, in the order of their numbers.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// The word for it.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $( $name::$variant => $word, )+
                }
            }
        }

        impl $crate::parameters::Choice for $name {
            const NAMES: &'static [&'static str] = &[$($word),+];
        }

        impl $crate::parameters::Field for $name {
            fn from_value(value: f64) -> Self {
                let index = value as usize;
                *Self::ALL.get(index).unwrap_or(&Self::ALL[0])
            }
            fn to_value(self) -> f64 {
                f64::from(self as u8)
            }
        }

        impl $crate::parameters::Outcome for $name {
            const TYPE: $crate::parameters::OutcomeType =
                $crate::parameters::OutcomeType::Choice(&[$($word),+]);
            type Given = $name;
            fn keep(given: $name, _: &'static str, _: &mut $crate::parameters::Reasons) -> Self {
                given
            }
        }

        impl From<$name> for $crate::parameters::Found {
            fn from(choice: $name) -> Self {
                $crate::parameters::Found::Word(choice.as_str())
            }
        }
    };
}

/// Declares a struct of results and its table: a field, its type, its unit. The type behind `of` is what
/// they are computed from, each by the method of its name.
macro_rules! results {
    (
        $(#[doc = $about:literal])+
        pub struct $name:ident of $basis:ident {
            $( $(#[doc = $doc:literal])+ $field:ident: $type:ty = $unit:literal; )+
        }
    ) => {
        $(#[doc = $about])+
        #[derive(Debug, Clone, PartialEq)]
        pub struct $name {
            $( $(#[doc = $doc])+ pub $field: $type, )+
            /// Why those results that are `None` are so.
            pub reasons: $crate::parameters::Reasons,
        }

        impl $crate::parameters::Results for $name {
            type Basis<'a> = $basis<'a>;

            const TABLE: &'static [$crate::parameters::Output] = &[$(
                $crate::parameters::Output {
                    name: $crate::parameters::camel!($field),
                    doc: $crate::parameters::note(concat!($($doc),+)),
                    unit: $crate::parameters::note($unit),
                    kind: <$type as $crate::parameters::Outcome>::TYPE,
                }
            ),+];

            fn of(basis: &$basis) -> Self {
                let mut reasons = alloc::vec::Vec::new();
                $(
                    let $field = $crate::parameters::Outcome::keep(
                        basis.$field(),
                        $crate::parameters::camel!($field),
                        &mut reasons,
                    );
                )+
                $name { $($field,)+ reasons }
            }

            #[cfg_attr(feature = "analysis", inline(always))]
            fn find(basis: &$basis, index: usize) -> $crate::parameters::Found {
                // By the fields' own numbers, which become one jump.
                #[allow(non_camel_case_types)]
                #[derive(Clone, Copy)]
                enum Place { $($field),+ }
                const PLACES: &[Place] = &[$(Place::$field),+];
                match PLACES[index] {
                    $( Place::$field => basis.$field().into(), )+
                }
            }
        }
    };
}

pub(crate) use {camel, choices, parameters, results};
