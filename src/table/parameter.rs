//! What a calculator takes: a parameter with all that is to be known of it.

use super::{Choice, label, same, text};
use crate::error::{FieldCode, FieldError};
use crate::value::Value;

/// How a parameter's slider spreads its values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scale {
    /// Equal steps.
    Linear,
    /// Equal ratios.
    Log,
}

/// What values a parameter or a result takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Any number within the bounds.
    Number,
    /// A whole number within the bounds.
    Integer,
    /// A part of something, shown as per cent: 0.15 is 15 %.
    Fraction,
    /// An amount of money, in its unit's currency.
    Money,
    /// One of these words.
    Choice(&'static [&'static str]),
}

impl Kind {
    /// The name in the forms' metadata.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Kind::Number => "number",
            Kind::Integer => "integer",
            Kind::Fraction => "fraction",
            Kind::Money => "money",
            Kind::Choice(_) => "choice",
        }
    }

    /// The words of a choice.
    #[must_use]
    pub const fn words(self) -> Option<&'static [&'static str]> {
        match self {
            Kind::Choice(words) => Some(words),
            _ => None,
        }
    }

    /// Whether its numbers are whole: counts, and choices by their index.
    #[must_use]
    pub const fn is_whole(self) -> bool {
        matches!(self, Kind::Integer | Kind::Choice(_))
    }

    /// Whether it is anything but a word.
    #[must_use]
    pub const fn is_numeric(self) -> bool {
        !matches!(self, Kind::Choice(_))
    }
}

/// Which parameters stand together in a form, in the order of the groups.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// What a cloud charges.
    Cloud,
    /// What is bought.
    Hardware,
    /// What running it costs.
    Operation,
    /// Power and its price.
    Energy,
    /// Time, use and interest.
    Finance,
    /// What the chips do.
    Performance,
    /// What belongs to none of these.
    Other,
}

impl Group {
    /// Every group, in their order.
    pub const ALL: &'static [Group] = &[
        Group::Cloud,
        Group::Hardware,
        Group::Operation,
        Group::Energy,
        Group::Finance,
        Group::Performance,
        Group::Other,
    ];

    /// The name in the forms' metadata.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Group::Cloud => "cloud",
            Group::Hardware => "hardware",
            Group::Operation => "operation",
            Group::Energy => "energy",
            Group::Finance => "finance",
            Group::Performance => "performance",
            Group::Other => "other",
        }
    }
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
    /// The smallest value above 0 that goal seek tries in equal ratios, where the lower bound is not
    /// above 0 itself.
    pub smallest: f64,
    /// How a slider spreads the values.
    pub scale: Scale,
    /// The group of the form it stands in.
    pub group: Group,
    /// The values a slider shows: what is usual, where the bounds are what is possible.
    pub window: (f64, f64),
    /// A low that a source supports.
    pub low: Option<Cited>,
    /// A high that a source supports.
    pub high: Option<Cited>,
    /// The id of the default's source in `data/sources.json`.
    pub source: &'static str,
    /// Whether a form shows it before "all assumptions" is opened.
    pub basic: bool,
    /// Whether it is for the reader to decide, and so nothing that may turn out otherwise.
    pub decision: bool,
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

/// A declaration names what it differs in from a number without unit, bounds or default.
impl Parameter {
    const fn of(kind: Kind) -> Self {
        Parameter {
            name: "",
            doc: "",
            unit: "",
            kind,
            min: f64::MIN,
            max: f64::MAX,
            default: None,
            smallest: 1.0,
            scale: Scale::Linear,
            group: Group::Other,
            window: (f64::MIN, f64::MAX),
            low: None,
            high: None,
            source: label(CONVENTION),
            basic: false,
            decision: false,
        }
    }

    /// A number, which may be absent unless it has a default.
    #[must_use]
    pub const fn number() -> Self {
        Self::of(Kind::Number)
    }

    /// A whole number.
    #[must_use]
    pub const fn integer() -> Self {
        Self::of(Kind::Integer)
    }

    /// A part of something, of which a hundredth is small.
    #[must_use]
    pub const fn fraction() -> Self {
        Self::of(Kind::Fraction).smallest(0.01)
    }

    /// An amount of money, in USD or what its unit says.
    #[must_use]
    pub const fn money() -> Self {
        Self::of(Kind::Money).unit("USD")
    }

    /// One of a choice's words; the first is the default.
    #[must_use]
    pub const fn choice<C: Choice>() -> Self {
        let last = (C::NAMES.len() - 1) as f64;
        Self::of(Kind::Choice(C::NAMES))
            .bounds(0.0, last)
            .default(0.0)
    }

    /// With its unit.
    #[must_use]
    pub const fn unit(mut self, unit: &'static str) -> Self {
        self.unit = label(unit);
        self
    }

    /// Between these bounds, both included; its slider shows all of it unless it has a window.
    #[must_use]
    pub const fn bounds(mut self, min: f64, max: f64) -> Self {
        self.min = min;
        self.max = max;
        self.window = (min, max);
        self
    }

    /// With the value taken when none is given.
    #[must_use]
    pub const fn default(mut self, default: f64) -> Self {
        self.default = Some(default);
        self
    }

    /// With the word of a choice taken when none is given.
    ///
    /// # Panics
    /// At compile time, where it is none of the words.
    #[must_use]
    pub const fn default_word(self, word: &str) -> Self {
        let mut index = 0;
        if let Kind::Choice(names) = self.kind {
            while index < names.len() {
                if same(names[index], word) {
                    return self.default(index as f64);
                }
                index += 1;
            }
        }
        panic!("the default is none of the words")
    }

    /// With the values its slider shows.
    #[must_use]
    pub const fn window(mut self, low: f64, high: f64) -> Self {
        self.window = (low, high);
        self
    }

    /// With the smallest value above 0 that is worth a try.
    #[must_use]
    pub const fn smallest(mut self, smallest: f64) -> Self {
        self.smallest = smallest;
        self
    }

    /// With a slider of equal ratios.
    #[must_use]
    pub const fn log(mut self) -> Self {
        self.scale = Scale::Log;
        self
    }

    /// With the group of its form.
    #[must_use]
    pub const fn group(mut self, group: Group) -> Self {
        self.group = group;
        self
    }

    /// With a sourced low.
    #[must_use]
    pub const fn low(mut self, value: f64, source: &'static str) -> Self {
        self.low = Some(Cited {
            value,
            source: text(source),
        });
        self
    }

    /// With a sourced high.
    #[must_use]
    pub const fn high(mut self, value: f64, source: &'static str) -> Self {
        self.high = Some(Cited {
            value,
            source: text(source),
        });
        self
    }

    /// With the source of the default.
    #[must_use]
    pub const fn source(mut self, source: &'static str) -> Self {
        self.source = label(source);
        self
    }

    /// Shown before "all assumptions" is opened.
    #[must_use]
    pub const fn basic(mut self) -> Self {
        self.basic = true;
        self
    }

    /// Decided by the reader: "how sure?" does not vary it unless a range is given.
    #[must_use]
    pub const fn decision(mut self) -> Self {
        self.decision = true;
        self
    }

    /// With its name and what it means; `parameters!` does this.
    #[must_use]
    pub const fn named(mut self, name: &'static str, doc: &'static str) -> Self {
        self.name = name;
        self.doc = text(doc);
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
            // Given as a number, NaN is not one; absent is what is null.
            (_, Value::Number(number)) if number.is_nan() => Err(FieldCode::NotANumber),
            (_, Value::Number(number)) => self.check_number(*number),
            _ => Err(FieldCode::WrongType),
        }
    }

    /// A number as the table holds it, or what is wrong with it: a choice by its index, NaN for an
    /// absent value.
    pub(crate) fn check_number(&self, number: f64) -> Result<f64, FieldCode> {
        if number.is_nan() {
            if self.default.is_none() {
                Ok(number)
            } else {
                Err(FieldCode::NotANumber)
            }
        } else if number.is_infinite() {
            Err(FieldCode::NotFinite)
        } else if number < self.min {
            Err(FieldCode::BelowMinimum)
        } else if number > self.max {
            Err(FieldCode::AboveMaximum)
        } else if self.kind.is_whole() && number.fract() != 0.0 {
            Err(FieldCode::NotAnInteger)
        } else {
            // Zero has no sign: a product with −0 would be shown as "-0".
            Ok(number + 0.0)
        }
    }

    /// What is said of a bad value at a path: with the bounds of a number.
    pub(crate) fn error(
        &self,
        path: impl Into<String>,
        code: FieldCode,
        value: &Value,
    ) -> FieldError {
        let numeric = self.kind.is_numeric();
        FieldError {
            min: numeric.then_some(self.min),
            max: numeric.then_some(self.max),
            ..FieldError::new(path, code, value)
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

        impl $crate::table::Parameters for $name {
            const TABLE: &'static [$crate::table::Parameter] = {
                const TABLES: &[&[$crate::table::Parameter]] = &[
                    $($( <$base_type as $crate::table::Parameters>::TABLE, )+)?
                    &[$(
                        $parameter.named($crate::table::camel!($field), concat!($($doc),+))
                    ),*],
                ];
                &$crate::table::concat::<{ $crate::table::total(TABLES) }>(TABLES)
            };

            fn take(values: &mut $crate::table::Values) -> Self {
                const COUNT: usize = <[&str]>::len(&[$( stringify!($field) ),*]);
                $($( let $base = <$base_type as $crate::table::Parameters>::take(values); )+)?
                let [$( $field ),*] = $crate::table::split::<COUNT>(values);
                $name {
                    $($( $base, )+)?
                    $( $field: <$type as $crate::table::Field>::from_value($field), )*
                }
            }

            #[inline(always)]
            fn set(&mut self, index: usize, value: f64) {
                // By the fields' own numbers, which become one jump.
                #[allow(non_camel_case_types, dead_code)]
                #[derive(Clone, Copy)]
                enum Index { $($field),* }
                const INDICES: &[Index] = &[$(Index::$field),*];
                $($(
                    if index < <$base_type as $crate::table::Parameters>::TABLE.len() {
                        return $crate::table::Parameters::set(&mut self.$base, index, value);
                    }
                    let index = index - <$base_type as $crate::table::Parameters>::TABLE.len();
                )+)?
                match INDICES[index] {
                    $(
                        Index::$field => {
                            self.$field = <$type as $crate::table::Field>::from_value(value);
                        }
                    )*
                }
            }

            fn put(&self, values: &mut Vec<f64>) {
                $($( $crate::table::Parameters::put(&self.$base, values); )+)?
                values.extend_from_slice(&[
                    $( $crate::table::Field::to_value(self.$field) ),*
                ]);
            }
        }

        #[cfg(feature = "serde")]
        impl $crate::serialize::SerializeFields for $name {
            const COUNT: usize = <$name as $crate::table::Parameters>::TABLE.len();

            fn serialize_fields<S: serde::ser::SerializeStruct>(
                &self,
                to: &mut S,
            ) -> Result<(), S::Error> {
                use $crate::table::Parameters;
                let values = &self.values();
                let table = Self::TABLE;
                $crate::serialize::Echo { table, values }.serialize_fields(to)
            }
        }

        #[cfg(feature = "serde")]
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                $crate::serialize::fields(self, to)
            }
        }

        impl Default for $name {
            fn default() -> Self {
                use $crate::table::Parameters;
                Self::take(&mut $crate::table::defaults(Self::TABLE).iter())
            }
        }
    };
}
pub(crate) use parameters;
