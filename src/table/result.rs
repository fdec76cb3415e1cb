//! What a calculator returns: results, each a number, a word, or null with a reason.

use super::{Choice, Kind, text};
use crate::answer::Answer;
use crate::reason::Reason;
use alloc::vec::Vec;

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
    type Given = Result<f64, Reason>;
    fn keep(given: Result<f64, Reason>, name: &'static str, reasons: &mut Reasons) -> Self {
        given.map_err(|reason| reasons.push((name, reason))).ok()
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
        unit: text(unit),
        kind: Kind::Number,
    }
}

/// A result that is an amount of money.
#[must_use]
pub const fn money(unit: &'static str) -> Measure {
    Measure {
        unit: text(unit),
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
            /// Why those results that are `None` are so.
            pub reasons: $crate::table::Reasons,
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
                let mut reasons = alloc::vec::Vec::new();
                $(
                    let $field = $crate::table::Outcome::keep(
                        basis.$field(),
                        $crate::table::camel!($field),
                        &mut reasons,
                    );
                )+
                $name { $($field,)+ reasons }
            }

            #[cfg_attr(feature = "analysis", inline(always))]
            fn find(basis: &$basis, index: usize) -> $crate::table::Found {
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
pub(crate) use results;
