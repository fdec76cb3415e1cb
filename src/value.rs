//! Untrusted data on its way in, free of any host's types.
//!
//! JavaScript objects, JSON and CSV all become a [`Value`] before the calculators see them, so that
//! one validation serves every host and can be tested and fuzzed natively. Reading one is bounded
//! whatever the data are: a text, list or object that is longer than any input may be is kept as its
//! length alone, what is nested too deeply as its type.

/// The most characters of a text; ids and names are far shorter.
pub const MAX_TEXT: usize = 1000;

/// The most entries of a list: the hours of the longest trace of demand.
pub const MAX_LIST: usize = 100_000;

/// The most fields of an object; no calculator has a tenth of them.
pub const MAX_FIELDS: usize = 1000;

/// How deep values are followed: an input has five levels, an article's claims have more.
pub const MAX_DEPTH: usize = 16;

/// The most values of an input, all lists and objects in it together.
pub const MAX_VALUES: usize = 400_000;

/// One untrusted value.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// No value: `null`.
    Null,
    /// A truth value.
    Bool(bool),
    /// A number, finite or not.
    Number(f64),
    /// A text.
    Text(String),
    /// A list of values.
    List(Vec<Value>),
    /// Named values.
    Record(Record),
    /// A column of numbers; a `Float64Array` in JavaScript.
    Column(Vec<f64>),
    /// A text, list or object longer than any input may be, by its length.
    TooLong(usize),
    /// Something the calculators have no use for, named by its type.
    Other(&'static str),
}

impl Value {
    /// The text, where this is one.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// What an error says of the value: a list by its length, an object by its type.
    #[must_use]
    pub fn reported(&self) -> Value {
        let length = |length: usize| Value::Number(length as f64);
        match self {
            Value::List(list) => length(list.len()),
            Value::Column(column) => length(column.len()),
            Value::TooLong(of) => length(*of),
            Value::Record(_) => Value::Other("object"),
            scalar => scalar.clone(),
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

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Value::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Value::Text(text)
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
pub struct Record(Vec<(String, Value)>);

impl Record {
    /// A record of nothing.
    #[must_use]
    pub const fn new() -> Self {
        Record(Vec::new())
    }

    /// Adds a value under a name that is not there yet.
    pub fn push(&mut self, name: impl Into<String>, value: impl Into<Value>) {
        self.0.push((name.into(), value.into()));
    }

    /// The record with one more value.
    #[must_use]
    pub fn with(mut self, name: impl Into<String>, value: impl Into<Value>) -> Self {
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
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value))
    }
}

impl IntoIterator for Record {
    type Item = (String, Value);
    type IntoIter = std::vec::IntoIter<(String, Value)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

/// What is left of [`MAX_VALUES`] while an input is read.
#[cfg(feature = "serde")]
#[derive(Debug)]
pub(crate) struct Budget(usize);

#[cfg(feature = "serde")]
impl Budget {
    pub(crate) const fn new() -> Self {
        Budget(MAX_VALUES)
    }

    /// Takes one value's part; false where nothing is left.
    pub(crate) fn take(&mut self) -> bool {
        let left = self.0 > 0;
        self.0 = self.0.saturating_sub(1);
        left
    }
}

#[cfg(feature = "serde")]
mod de {
    use super::{Budget, MAX_DEPTH, MAX_FIELDS, MAX_LIST, MAX_TEXT, Record, Value};
    use serde::de::{
        Deserialize, DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess,
        Visitor,
    };
    use std::fmt;

    /// From any format that describes itself: JSON, a row of CSV, TOML.
    ///
    /// ```
    /// use chip_calculators::calculators::{Calculator, cluster_tco::ClusterTco};
    /// use chip_calculators::value::Value;
    /// let input: Value = serde_json::from_str(r#"{"gpus": 8, "siteCapex": 0}"#).unwrap();
    /// let answer = ClusterTco::run(&input).unwrap();
    /// assert_eq!(answer.results.capital, 8.0 * 37_000.0);
    /// ```
    impl<'de> Deserialize<'de> for Value {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            let mut budget = Budget::new();
            let seed = Seed {
                budget: &mut budget,
                depth: 0,
            };
            seed.deserialize(deserializer)
        }
    }

    struct Seed<'a> {
        budget: &'a mut Budget,
        depth: usize,
    }

    impl Seed<'_> {
        /// For what stands one level deeper.
        fn inner(&mut self) -> Seed<'_> {
            Seed {
                budget: self.budget,
                depth: self.depth + 1,
            }
        }
    }

    impl<'de> DeserializeSeed<'de> for Seed<'_> {
        type Value = Value;

        fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
            deserializer.deserialize_any(self)
        }
    }

    impl<'de> Visitor<'de> for Seed<'_> {
        type Value = Value;

        fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
            f.write_str("any value")
        }

        fn visit_bool<E>(self, truth: bool) -> Result<Value, E> {
            Ok(Value::Bool(truth))
        }

        fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
            Ok(Value::Number(number as f64))
        }

        fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
            Ok(Value::Number(number as f64))
        }

        fn visit_f64<E>(self, number: f64) -> Result<Value, E> {
            Ok(Value::Number(number))
        }

        fn visit_str<E>(self, text: &str) -> Result<Value, E> {
            Ok(match text.chars().count() {
                length if length > MAX_TEXT => Value::TooLong(length),
                _ => Value::from(text),
            })
        }

        fn visit_bytes<E>(self, _: &[u8]) -> Result<Value, E> {
            Ok(Value::Other("bytes"))
        }

        fn visit_unit<E>(self) -> Result<Value, E> {
            Ok(Value::Null)
        }

        fn visit_none<E>(self) -> Result<Value, E> {
            Ok(Value::Null)
        }

        fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
            self.deserialize(deserializer)
        }

        fn visit_newtype_struct<D: Deserializer<'de>>(
            self,
            deserializer: D,
        ) -> Result<Value, D::Error> {
            self.deserialize(deserializer)
        }

        fn visit_seq<A: SeqAccess<'de>>(mut self, mut entries: A) -> Result<Value, A::Error> {
            if self.depth == MAX_DEPTH {
                while entries.next_element::<IgnoredAny>()?.is_some() {}
                return Ok(Value::Other("list"));
            }
            let mut list = Vec::new();
            while list.len() < MAX_LIST && self.budget.take() {
                match entries.next_element_seed(self.inner())? {
                    Some(value) => list.push(value),
                    None => return Ok(Value::List(list)),
                }
            }
            let mut length = list.len();
            while entries.next_element::<IgnoredAny>()?.is_some() {
                length += 1;
            }
            Ok(if length == list.len() {
                Value::List(list)
            } else {
                Value::TooLong(length)
            })
        }

        fn visit_map<A: MapAccess<'de>>(mut self, mut fields: A) -> Result<Value, A::Error> {
            if self.depth == MAX_DEPTH {
                while fields.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
                return Ok(Value::Other("object"));
            }
            let mut record = Record::new();
            while record.len() < MAX_FIELDS && self.budget.take() {
                let Some(name) = fields.next_key::<String>()? else {
                    return Ok(Value::Record(record));
                };
                // Which of the two was meant nobody can say.
                if record.get(&name).is_some() {
                    return Err(A::Error::custom(format_args!("duplicate field `{name}`")));
                }
                let value = fields.next_value_seed(self.inner())?;
                record.push(name, value);
            }
            let mut length = record.len();
            while fields.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {
                length += 1;
            }
            Ok(if length == record.len() {
                Value::Record(record)
            } else {
                Value::TooLong(length)
            })
        }
    }

    #[cfg(test)]
    mod tests {
        use super::*;
        use serde_json::{from_str, from_value, json};

        #[test]
        fn json_is_read_as_it_is() {
            let value: Value = from_value(json!({
                "null": null, "truth": true, "number": -1.5, "count": 3, "text": "H200 比 H100",
                "list": [1, "a"], "record": {"inner": {}},
            }))
            .unwrap();
            let expected = Record::new()
                .with("null", Value::Null)
                .with("truth", true)
                .with("number", -1.5)
                .with("count", 3.0)
                .with("text", "H200 比 H100")
                .with("list", vec![Value::Number(1.0), "a".into()])
                .with("record", Record::new().with("inner", Record::new()));
            let Value::Record(value) = value else {
                panic!("{value:?}")
            };
            for (name, expected) in expected.iter() {
                assert_eq!(value.get(name), Some(expected), "{name}");
            }
        }

        #[test]
        fn a_name_that_stands_twice_is_an_error() {
            let error = from_str::<Value>(r#"{"gpus": 1, "gpus": 2}"#).unwrap_err();
            assert!(error.to_string().contains("duplicate field `gpus`"));
        }

        #[test]
        fn what_is_too_long_is_kept_as_its_length() {
            let read = |text: &str| from_str::<Value>(text).unwrap();
            let text = "比".repeat(MAX_TEXT);
            assert_eq!(read(&format!("\"{text}\"")), Value::Text(text.clone()));
            let longer = format!("\"{text}.\"");
            assert_eq!(read(&longer), Value::TooLong(MAX_TEXT + 1));
            let list = format!("[{}0]", "0,".repeat(MAX_LIST));
            assert_eq!(read(&list), Value::TooLong(MAX_LIST + 1));
            let fields: Vec<String> = (0..=MAX_FIELDS).map(|n| format!("\"{n}\":0")).collect();
            let record = format!("{{{}}}", fields.join(","));
            assert_eq!(read(&record), Value::TooLong(MAX_FIELDS + 1));
        }

        #[test]
        fn what_is_nested_too_deeply_is_kept_as_its_type() {
            let nested = |depth: usize| {
                let text = "[".repeat(depth) + &"]".repeat(depth);
                from_str::<Value>(&text).unwrap()
            };
            let mut value = &nested(MAX_DEPTH + 3);
            let mut depth = 0;
            while let Value::List(list) = value {
                depth += 1;
                value = &list[0];
            }
            assert_eq!((depth, value), (MAX_DEPTH, &Value::Other("list")));
        }

        #[test]
        fn many_lists_of_many_have_an_end() {
            let list = format!("[{}0]", "0,".repeat(999));
            let lists = format!("[{}0]", format!("{list},").repeat(1000));
            assert_eq!(from_str::<Value>(&lists).unwrap(), Value::TooLong(1001));
        }
    }
}

#[cfg(feature = "serde")]
mod ser {
    use super::Value;
    use crate::column;
    use serde::ser::{Serialize, SerializeMap, Serializer};

    /// As it was given; a number without a fraction as a whole one.
    impl Serialize for Value {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            match self {
                Value::Null => serializer.serialize_unit(),
                Value::Bool(truth) => serializer.serialize_bool(*truth),
                Value::Number(number) => crate::serialize::number(*number, serializer),
                Value::Text(text) => serializer.serialize_str(text),
                Value::List(list) => list.serialize(serializer),
                Value::Record(record) => {
                    let mut map = serializer.serialize_map(Some(record.len()))?;
                    for (name, value) in record.iter() {
                        map.serialize_entry(name, value)?;
                    }
                    map.end()
                }
                Value::Column(numbers) => column::serialize(numbers, serializer),
                Value::TooLong(length) => serializer.serialize_u64(*length as u64),
                Value::Other(name) => serializer.serialize_str(name),
            }
        }
    }
}
