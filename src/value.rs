//! Data on its way in or out, free of any host's types.
//!
//! JavaScript objects, JSON and CSV all become a [`Value`] before the calculators see them, so that
//! one validation serves every host and can be tested and fuzzed natively.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

/// One value from or for the outside.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// No value: `null`.
    Null,
    /// A truth value.
    Bool(bool),
    /// A number, finite or not.
    Number(f64),
    /// A text.
    Text(Cow<'static, str>),
    /// A list of values.
    List(Vec<Value>),
    /// Named values.
    Record(Record),
    /// A column of numbers; a typed array in JavaScript.
    Column(Vec<f64>),
    /// Something the calculators have no use for, named by its type.
    Other(&'static str),
}

impl Value {
    /// The value at a path of names, as in `value.at(&["series", "cumulative", "own"])`.
    #[must_use]
    pub fn at(&self, path: &[&str]) -> Option<&Value> {
        match path {
            [] => Some(self),
            [name, rest @ ..] => match self {
                Value::Record(record) => record.get(name)?.at(rest),
                _ => None,
            },
        }
    }

    /// The number, where this is one.
    #[must_use]
    pub fn as_number(&self) -> Option<f64> {
        match self {
            Value::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// The text, where this is one.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }
}

impl From<f64> for Value {
    fn from(number: f64) -> Self {
        Value::Number(number)
    }
}

impl From<bool> for Value {
    fn from(truth: bool) -> Self {
        Value::Bool(truth)
    }
}

impl From<&'static str> for Value {
    fn from(text: &'static str) -> Self {
        Value::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Value::Text(Cow::Owned(text))
    }
}

impl From<Vec<f64>> for Value {
    fn from(column: Vec<f64>) -> Self {
        Value::Column(column)
    }
}

impl From<Vec<Value>> for Value {
    fn from(list: Vec<Value>) -> Self {
        Value::List(list)
    }
}

impl From<Record> for Value {
    fn from(record: Record) -> Self {
        Value::Record(record)
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(option: Option<T>) -> Self {
        option.map_or(Value::Null, Into::into)
    }
}

/// Named values in the order they were given.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Record(Vec<(Cow<'static, str>, Value)>);

impl Record {
    /// A record of nothing.
    #[must_use]
    pub const fn new() -> Self {
        Record(Vec::new())
    }

    /// A record of nothing, with room for `count` values.
    #[must_use]
    pub fn with_capacity(count: usize) -> Self {
        Record(Vec::with_capacity(count))
    }

    /// Adds a value under a name that is not there yet.
    pub fn push(&mut self, name: impl Into<Cow<'static, str>>, value: impl Into<Value>) {
        match name.into() {
            Cow::Borrowed(name) => self.put(name, value.into()),
            Cow::Owned(name) => self.0.push((Cow::Owned(name), value.into())),
        }
    }

    // Out of line: inlined, a value's moves are more code than the call.
    #[inline(never)]
    fn put(&mut self, name: &'static str, value: Value) {
        self.0.push((Cow::Borrowed(name), value));
    }

    /// The record with one more value.
    #[must_use]
    pub fn with(mut self, name: impl Into<Cow<'static, str>>, value: impl Into<Value>) -> Self {
        self.push(name, value);
        self
    }

    /// The value under a name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.iter()
            .find(|(key, _)| *key == name)
            .map(|(_, value)| value)
    }

    /// How many values there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Every name with its value.
    pub fn iter(&self) -> impl Iterator<Item = (&Cow<'static, str>, &Value)> {
        self.0.iter().map(|(name, value)| (name, value))
    }
}
