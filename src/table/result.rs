//! What a calculator returns: results, each a number, a word, or null with a reason.

use super::{Choice, Kind, label};
use crate::column::Column;
use crate::reason::Reason;

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

impl Found {
    /// The number of a result in a column: a word by its index among its choice's.
    #[must_use]
    #[inline]
    pub fn in_column(self, kind: Kind) -> f64 {
        let Found::Word(word) = self else {
            return self.number();
        };
        let words = kind.words().unwrap_or(&[]);
        let index = words.iter().position(|other| *other == word);
        index.map_or(f64::NAN, |index| index as f64)
    }
}

impl<C: Choice> From<C> for Found {
    #[inline]
    fn from(choice: C) -> Self {
        Found::Word(choice.word())
    }
}

impl From<f64> for Found {
    #[inline]
    fn from(number: f64) -> Self {
        Found::Number(number)
    }
}

impl From<Given> for Found {
    #[inline]
    fn from(given: Given) -> Self {
        match given {
            Given {
                number: Some(number),
                ..
            } => Found::Number(number),
            Given { reason, .. } => Found::Null(reason.unwrap_or(Reason::NotGiven)),
        }
    }
}

/// What a formula gives for a result that may be null.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Given {
    /// The number.
    pub number: Option<f64>,
    /// Why there is none, or why the one there is does not last.
    pub reason: Option<Reason>,
}

impl From<Result<f64, Reason>> for Given {
    #[inline]
    fn from(result: Result<f64, Reason>) -> Self {
        Given {
            number: result.ok(),
            reason: result.err(),
        }
    }
}

/// The type of a result in its struct.
pub trait Outcome: Sized {
    /// Whether it may be null, with a reason.
    const NULLABLE: bool = false;
    /// The words it may be, where it is one.
    const WORDS: Option<&'static [&'static str]> = None;
    /// What a formula gives for it.
    type Given: Into<Found>;
    /// Keeps what a formula gives, and adds why where that is nothing.
    fn keep(given: Self::Given, name: &'static str, reasons: &mut Reasons) -> Self;
}

impl Outcome for f64 {
    type Given = f64;
    fn keep(given: f64, _: &'static str, _: &mut Reasons) -> Self {
        given
    }
}

impl Outcome for Option<f64> {
    const NULLABLE: bool = true;
    type Given = Given;
    fn keep(given: Given, name: &'static str, reasons: &mut Reasons) -> Self {
        reasons.extend(given.reason.map(|reason| (name, reason)));
        given.number
    }
}

impl<C: Choice> Outcome for C {
    const WORDS: Option<&'static [&'static str]> = Some(C::NAMES);
    type Given = C;
    fn keep(given: C, _: &'static str, _: &mut Reasons) -> Self {
        given
    }
}

/// Unit and kind of a result.
#[derive(Debug, Clone, Copy)]
pub struct Measure {
    /// The unit.
    pub unit: &'static str,
    /// The kind.
    pub kind: Kind,
}

/// A result in a unit; empty for a ratio.
#[must_use]
pub const fn number(unit: &'static str) -> Measure {
    Measure {
        unit: label(unit),
        kind: Kind::Number,
    }
}

/// A result that is an amount of money.
#[must_use]
pub const fn money(unit: &'static str) -> Measure {
    Measure {
        unit: label(unit),
        kind: Kind::Money,
    }
}

/// A result that is a part of something, shown as per cent.
#[must_use]
pub const fn fraction() -> Measure {
    Measure {
        unit: "",
        kind: Kind::Fraction,
    }
}

/// A result that is one of its type's words.
///
/// # Panics
/// At compile time, where the type is no choice.
#[must_use]
pub const fn word<T: Outcome>() -> Measure {
    let Some(words) = T::WORDS else {
        panic!("only a choice has words")
    };
    Measure {
        unit: "",
        kind: Kind::Choice(words),
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
    /// What values it takes.
    pub kind: Kind,
    /// Whether it may be null, with a reason.
    pub nullable: bool,
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

    /// The result of a name; nothing where the table has none of that name.
    fn named(basis: &Self::Basis<'_>, name: &str) -> Option<Found> {
        let index = Self::TABLE.iter().position(|output| output.name == name)?;
        Some(Self::find(basis, index))
    }
}

/// Why a result is null: a result's name and the reason.
pub type Reasons = Vec<(&'static str, Reason)>;

/// The shape of a result that is more than one number.
#[derive(Debug, Clone, Copy)]
pub enum Shape {
    /// A number.
    Number,
    /// A number or null.
    OptionalNumber,
    /// A truth value.
    Bool,
    /// A text.
    Text,
    /// A text or null.
    OptionalText,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// One of these words, or null.
    OptionalChoice(&'static [&'static str]),
    /// A list of some of these words.
    Choices(&'static [&'static str]),
    /// A column of numbers.
    Column,
    /// Columns by the names of parameters and results, or null.
    OptionalColumns,
    /// Named values.
    Record(Part),
    /// Named values, or null.
    OptionalRecord(Part),
    /// A list of named values.
    List(Part),
    /// Parameters of the calculator that the input names.
    Parameters,
}

/// What named values are made of: results, and what is more than one number.
#[derive(Debug, Clone, Copy)]
pub struct Part {
    /// Its results that are numbers or words.
    pub outputs: &'static [Output],
    /// What else it has.
    pub members: &'static [Member],
}

impl Part {
    /// These members alone.
    #[must_use]
    pub const fn of(members: &'static [Member]) -> Self {
        Part {
            outputs: &[],
            members,
        }
    }

    /// With results among them.
    #[must_use]
    pub const fn with(self, outputs: &'static [Output]) -> Self {
        Part { outputs, ..self }
    }
}

/// A named part of a [`Shape`].
#[derive(Debug, Clone, Copy)]
pub struct Member {
    /// The name in JavaScript.
    pub name: &'static str,
    /// What it means, with its unit.
    pub doc: &'static str,
    /// Its shape.
    pub shape: Shape,
}

/// A type with a [`Shape`].
pub trait Shaped {
    /// The shape.
    const SHAPE: Shape;
}

/// A struct of named values.
pub trait Details {
    /// What it is made of.
    const PART: Part;
}

impl Details for () {
    const PART: Part = Part::of(&[]);
}

macro_rules! shaped {
    ($($type:ty = $shape:ident;)+) => {
        $(
            impl Shaped for $type {
                const SHAPE: Shape = Shape::$shape;
            }
        )+
    };
}

shaped! {
    f64 = Number;
    u32 = Number;
    usize = Number;
    Option<f64> = OptionalNumber;
    bool = Bool;
    String = Text;
    &'static str = Text;
    Option<String> = OptionalText;
    Option<&'static str> = OptionalText;
    Column = Column;
}

impl<C: Choice> Shaped for C {
    const SHAPE: Shape = Shape::Choice(C::NAMES);
}

impl<C: Choice> Shaped for Vec<C> {
    const SHAPE: Shape = Shape::Choices(C::NAMES);
}

/// Declares a struct of what is more than one number, and describes it: a field and its type. What
/// `with` names are results that stand among its fields.
macro_rules! details {
    (
        $(#[doc = $about:literal])+
        pub struct $name:ident $(with $results:ident: $results_type:ty)? {
            $( $(#[doc = $doc:literal])+ $field:ident: $type:ty, )*
        }
    ) => {
        $(#[doc = $about])+
        #[derive(Debug, Clone, PartialEq)]
        pub struct $name {
            $(
                /// Results that stand among the fields.
                pub $results: $results_type,
            )?
            $( $(#[doc = $doc])+ pub $field: $type, )*
        }

        impl $crate::table::Details for $name {
            const PART: $crate::table::Part = $crate::table::Part::of(&[$(
                $crate::table::Member {
                    name: $crate::table::camel!($field),
                    doc: $crate::table::text(concat!($($doc),+)),
                    shape: <$type as $crate::table::Shaped>::SHAPE,
                }
            ),*])
            $( .with(<$results_type as $crate::table::Results>::TABLE) )?;
        }

        impl $crate::table::Shaped for $name {
            const SHAPE: $crate::table::Shape =
                $crate::table::Shape::Record(<$name as $crate::table::Details>::PART);
        }

        impl $crate::table::Shaped for Option<$name> {
            const SHAPE: $crate::table::Shape =
                $crate::table::Shape::OptionalRecord(<$name as $crate::table::Details>::PART);
        }

        impl $crate::table::Shaped for Vec<$name> {
            const SHAPE: $crate::table::Shape =
                $crate::table::Shape::List(<$name as $crate::table::Details>::PART);
        }

        #[cfg(feature = "serde")]
        impl $crate::serialize::SerializeFields for $name {
            const COUNT: usize = <[&str]>::len(&[$( stringify!($field) ),*])
                $( + <$results_type as $crate::serialize::SerializeFields>::COUNT )?;

            fn serialize_fields<S: serde::ser::SerializeStruct>(
                &self,
                to: &mut S,
            ) -> Result<(), S::Error> {
                $( $crate::serialize::SerializeFields::serialize_fields(&self.$results, to)?; )?
                $( to.serialize_field($crate::table::camel!($field), &self.$field)?; )*
                Ok(())
            }
        }

        #[cfg(feature = "serde")]
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                $crate::serialize::fields(self, to)
            }
        }
    };
}
pub(crate) use details;

/// Declares a struct of results and its table: a field, its type, its [`Measure`]. The type behind `of` is what
/// they are computed from, each by the method of its name.
macro_rules! results {
    (
        $(#[doc = $about:literal])+
        pub struct $name:ident of $basis:ident {
            $( $(#[doc = $doc:literal])+ $field:ident: $type:ty = $measure:expr; )+
        }
    ) => {
        $(#[doc = $about])+
        #[derive(Debug, Clone, PartialEq)]
        pub struct $name {
            $( $(#[doc = $doc])+ pub $field: $type, )+
            /// Why those results that are `None` are so, and why others do not last.
            pub reasons: $crate::table::Reasons,
        }

        #[cfg(feature = "serde")]
        impl $crate::serialize::SerializeFields for $name {
            const COUNT: usize = <[&str]>::len(&[$( stringify!($field) ),+]) + 1;

            fn serialize_fields<S: serde::ser::SerializeStruct>(
                &self,
                to: &mut S,
            ) -> Result<(), S::Error> {
                $( to.serialize_field($crate::table::camel!($field), &self.$field)?; )+
                to.serialize_field("reasons", &$crate::serialize::ReasonsOf(&self.reasons))
            }
        }

        #[cfg(feature = "serde")]
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                $crate::serialize::fields(self, to)
            }
        }

        impl $crate::table::Results for $name {
            type Basis<'a> = $basis<'a>;

            const TABLE: &'static [$crate::table::Output] = &[$(
                $crate::table::Output {
                    name: $crate::table::camel!($field),
                    doc: $crate::table::text(concat!($($doc),+)),
                    unit: $measure.unit,
                    kind: $measure.kind,
                    nullable: <$type as $crate::table::Outcome>::NULLABLE,
                }
            ),+];

            fn of(basis: &$basis) -> Self {
                let mut reasons = Vec::new();
                $(
                    let $field = <$type as $crate::table::Outcome>::keep(
                        basis.$field().into(),
                        $crate::table::camel!($field),
                        &mut reasons,
                    );
                )+
                $name { $($field,)+ reasons }
            }

            #[inline(always)]
            fn find(basis: &$basis, index: usize) -> $crate::table::Found {
                // By the fields' own numbers, which become one jump.
                #[allow(non_camel_case_types)]
                #[derive(Clone, Copy)]
                enum Index { $($field),+ }
                const INDICES: &[Index] = &[$(Index::$field),+];
                match INDICES[index] {
                    $( Index::$field => {
                        <$type as $crate::table::Outcome>::Given::from(basis.$field()).into()
                    } )+
                }
            }
        }
    };
}
pub(crate) use results;
