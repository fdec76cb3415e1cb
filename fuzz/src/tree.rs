//! Places of untrusted values: finding, counting, changing, naming and comparing them.

use chip_calculators::value::{MAX_DEPTH, MAX_LIST, Record, Value};
use serde_json::Value as Json;

/// The value at a path of names, if there is one.
pub fn at<'a>(value: &'a Value, path: &[&str]) -> Option<&'a Value> {
    path.iter().try_fold(value, |value, name| match value {
        Value::Record(record) => record.get(name),
        _ => None,
    })
}

pub fn number(value: &Value) -> Option<f64> {
    match value {
        Value::Number(number) => Some(*number),
        _ => None,
    }
}

/// An answer as a value: lists of bare numbers are columns, in which null stands for NaN.
pub fn answer(json: &Json) -> Value {
    match json {
        Json::Null => Value::Null,
        Json::Bool(truth) => Value::Bool(*truth),
        Json::Number(number) => Value::Number(number.as_f64().expect("a float")),
        Json::String(text) => Value::Text(text.clone()),
        Json::Array(list)
            if list
                .iter()
                .all(|entry| entry.is_number() || entry.is_null()) =>
        {
            let number = |entry: &Json| entry.as_f64().unwrap_or(f64::NAN);
            Value::Column(list.iter().map(number).collect())
        }
        Json::Array(list) => Value::List(list.iter().map(answer).collect()),
        Json::Object(object) => {
            let mut record = Record::new();
            for (name, value) in object {
                record.push(name.clone(), answer(value));
            }
            record.into()
        }
    }
}

/// A value as JSON; what JSON has no word for is null.
pub fn json(value: &Value) -> Json {
    match value {
        Value::Null | Value::Other(_) | Value::TooLong(_) => Json::Null,
        Value::Bool(truth) => Json::Bool(*truth),
        Value::Number(number) => (*number).into(),
        Value::Text(text) => Json::String(text.clone()),
        Value::List(list) => list.iter().map(json).collect(),
        Value::Column(column) => column.iter().copied().map(Json::from).collect(),
        Value::Record(record) => {
            let fields = record
                .iter()
                .map(|(name, value)| (name.to_owned(), json(value)));
            Json::Object(fields.collect())
        }
    }
}

/// How many values a value holds, itself among them; numbers of a column do not count.
pub fn nodes(value: &Value) -> usize {
    1 + match value {
        Value::List(list) => list.iter().map(nodes).sum(),
        Value::Record(record) => record.iter().map(|(_, value)| nodes(value)).sum(),
        _ => 0,
    }
}

/// A copy with the value at a place (counted as [`nodes`] does, parents first) changed or, for `None`,
/// left out; the value itself becomes null instead.
pub fn edit(
    value: &Value,
    mut place: usize,
    change: &mut dyn FnMut(&Value) -> Option<Value>,
) -> Value {
    edit_at(value, &mut place, change).unwrap_or(Value::Null)
}

fn edit_at(
    value: &Value,
    left: &mut usize,
    change: &mut dyn FnMut(&Value) -> Option<Value>,
) -> Option<Value> {
    let here = *left == 0;
    *left = left.wrapping_sub(1);
    if here {
        return change(value);
    }
    Some(match value {
        Value::List(list) => {
            let rows = list.iter().filter_map(|value| edit_at(value, left, change));
            Value::List(rows.collect())
        }
        Value::Record(record) => {
            let mut copy = Record::new();
            for (name, value) in record.iter() {
                if let Some(value) = edit_at(value, left, change) {
                    copy.push(name, value);
                }
            }
            copy.into()
        }
        other => other.clone(),
    })
}

/// Every value with the path that an error would name, in the order of places.
pub fn paths(value: &Value) -> Vec<(String, &Value)> {
    let mut all = vec![(String::new(), value)];
    let mut add = |path: String, value| {
        for (rest, value) in paths(value) {
            all.push((path.clone() + &rest, value));
        }
    };
    match value {
        Value::List(list) => {
            for (index, value) in list.iter().enumerate() {
                add(format!("[{index}]"), value);
            }
        }
        Value::Record(record) => {
            for (name, value) in record.iter() {
                add(format!(".{name}"), value);
            }
        }
        _ => {}
    }
    all
}

/// What a path may mean: names may hold dots and brackets themselves.
pub fn resolve(value: &Value, path: &str) -> Vec<Value> {
    let mut found = Vec::new();
    follow(value, path, true, &mut found);
    found
}

fn follow(value: &Value, path: &str, first: bool, found: &mut Vec<Value>) {
    if path.is_empty() && !first {
        found.push(value.clone());
        return;
    }
    let entry = |path: &str| -> Option<(usize, usize)> {
        let inner = path.strip_prefix('[')?;
        let end = inner.find(']')?;
        Some((inner[..end].parse().ok()?, end + 2))
    };
    match value {
        Value::Record(record) => {
            let Some(path) = (if first {
                Some(path)
            } else {
                path.strip_prefix('.')
            }) else {
                return;
            };
            for (name, value) in record.iter() {
                if let Some(rest) = path.strip_prefix(name)
                    && (rest.is_empty() || rest.starts_with(['.', '[']))
                {
                    follow(value, rest, false, found);
                }
            }
        }
        Value::List(list) => {
            if let Some((index, end)) = entry(path)
                && let Some(value) = list.get(index)
            {
                follow(value, &path[end..], false, found);
            }
        }
        Value::Column(column) => {
            if let Some((index, end)) = entry(path)
                && let Some(number) = column.get(index)
                && path.len() == end
            {
                found.push(Value::Number(*number));
            }
        }
        // A text stands for a record that holds that id alone.
        Value::Text(_) if path == ".id" => found.push(value.clone()),
        _ => {}
    }
}

/// Whether two values are the same to the bit, every NaN being the same; `sorted` leaves the order of
/// fields out of it.
pub fn same(a: &Value, b: &Value, sorted: bool) -> bool {
    let float = |a: f64, b: f64| a.to_bits() == b.to_bits() || a.is_nan() && b.is_nan();
    match (a, b) {
        (Value::Number(a), Value::Number(b)) => float(*a, *b),
        (Value::Column(a), Value::Column(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| float(*a, *b))
        }
        (Value::List(a), Value::List(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b, sorted))
        }
        (Value::Record(a), Value::Record(b)) => {
            let mut a: Vec<_> = a.iter().collect();
            let mut b: Vec<_> = b.iter().collect();
            if sorted {
                a.sort_by_key(|(name, _)| *name);
                b.sort_by_key(|(name, _)| *name);
            }
            let field = |(a, b): (&(_, &Value), &(_, &Value))| a.0 == b.0 && same(a.1, b.1, sorted);
            a.len() == b.len() && a.iter().zip(&b).all(field)
        }
        _ => a == b,
    }
}

/// The value as its JSON text is read: lists for columns, null for what is no finite number. Itself where
/// it is nested too deeply for any reader of JSON.
pub fn through_json(value: &Value) -> Value {
    let text = serde_json::to_string(value).expect("JSON has a place for every value");
    match serde_json::from_str(&text) {
        Ok(read) => {
            let expected = listed(value, 0);
            assert!(expected.is_none_or(|it| same(&read, &it, false)), "{text}");
            read
        }
        Err(error) => {
            assert!(error.to_string().contains("recursion limit"), "{error}");
            value.clone()
        }
    }
}

/// What JSON makes of a value; nothing where it has no place for it.
fn listed(value: &Value, depth: usize) -> Option<Value> {
    let number = |number: &f64| number.is_finite().then_some(Value::Number(*number));
    match value {
        // As deep as that, what a list or an object holds is not read.
        Value::List(_) | Value::Column(_) | Value::Record(_) if depth == MAX_DEPTH => None,
        // Nor is a longer list.
        Value::List(list) if list.len() > MAX_LIST => Some(Value::TooLong(list.len())),
        Value::Column(column) if column.len() > MAX_LIST => Some(Value::TooLong(column.len())),
        // Zero alone has no sign there.
        Value::Number(of) => number(&(of + 0.0)),
        Value::Column(column) => Some(Value::List(
            column.iter().map(number).collect::<Option<_>>()?,
        )),
        Value::List(list) => {
            let list = list.iter().map(|value| listed(value, depth + 1));
            Some(Value::List(list.collect::<Option<_>>()?))
        }
        Value::Record(record) => {
            let mut copy = Record::new();
            for (name, value) in record.iter() {
                copy.push(name, listed(value, depth + 1)?);
            }
            Some(copy.into())
        }
        Value::TooLong(_) | Value::Other(_) => None,
        Value::Null | Value::Bool(_) | Value::Text(_) => Some(value.clone()),
    }
}

/// The value with the fields of every record in the opposite order.
pub fn reversed(value: &Value) -> Value {
    match value {
        Value::List(list) => Value::List(list.iter().map(reversed).collect()),
        Value::Record(record) => {
            let fields: Vec<_> = record.iter().collect();
            let mut copy = Record::new();
            for (name, value) in fields.into_iter().rev() {
                copy.push(name, reversed(value));
            }
            copy.into()
        }
        other => other.clone(),
    }
}

/// The record with a field set.
pub fn with(record: &Record, name: &str, value: Value) -> Record {
    let mut copy = Record::new();
    for (key, old) in record.iter().filter(|(key, _)| *key != name) {
        copy.push(key, old.clone());
    }
    copy.with(name, value)
}
