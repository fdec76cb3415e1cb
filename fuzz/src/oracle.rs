//! What must hold of every answer and of every refusal.

use crate::grammar::Grammar;
use crate::tree::{self, at, edit, nodes, number, paths, resolve, reversed, same};
use chip_calculators::error::{CalculatorError, FieldCode, FieldError};
use chip_calculators::table::{Kind, Member, Output, Part, Shape};
use chip_calculators::value::{Record, Value};

/// What the outside calls.
pub type Run = chip_calculators::calculators::Run;

/// The answer of a function as a value.
pub fn run(run: Run, input: &Value) -> Result<Value, CalculatorError> {
    run(input).map(|answer| tree::answer(&answer))
}

/// Asks, and checks what holds for every function: the same answer to the same question, in whatever
/// order its fields stand; a refusal that names places which are there and are wrong, and no others.
pub fn ask(function: Run, input: &Value) -> Option<Value> {
    let run = |input: &Value| run(function, input);
    let answer = run(input);
    let again = run(input);
    let turned = run(&reversed(input));
    match (&answer, &again, &turned) {
        (Ok(answer), Ok(again), Ok(turned)) => {
            assert!(same(answer, again, false), "{answer:?}\nthen {again:?}");
            assert!(same(answer, turned, true), "{answer:?}\nturned {turned:?}");
        }
        (Err(error), Err(again), Err(turned)) => {
            refusal(input, error);
            assert_eq!(places(error), places(again));
            let sorted = |error| {
                let mut places = places(error);
                places.sort_unstable();
                places
            };
            // Of two that clash, either may be the one that is named.
            let clash = |field: &FieldError| {
                matches!(field.code, FieldCode::Conflict | FieldCode::Duplicate)
                    || input_is_batch(input)
            };
            if !error.fields.iter().any(clash) {
                assert_eq!(sorted(error), sorted(turned), "{input:?}");
            }
        }
        _ => panic!("{answer:?}\nagain {again:?}\nturned {turned:?}"),
    }
    answer.ok()
}

/// The columns of a batch are compared with the first.
fn input_is_batch(input: &Value) -> bool {
    at(input, &["columns"]).is_some()
}

fn places(error: &CalculatorError) -> Vec<(&str, &str)> {
    let fields = error.fields.iter();
    fields
        .map(|field| (&*field.path, field.code.as_str()))
        .collect()
}

/// A refusal names at least one place, and each is in the input and wrong as it says.
fn refusal(input: &Value, error: &CalculatorError) {
    assert!(!error.fields.is_empty() && error.fields.len() <= error.count);
    assert!(error.to_string().starts_with("invalid input: "));
    for field in &error.fields {
        assert!(offends(input, field), "{field:?} of {input:?}");
    }
}

fn offends(input: &Value, field: &FieldError) -> bool {
    let FieldError { path, code, .. } = field;
    let mut found = resolve(input, path);
    if path == "input" && !matches!(input, Value::Record(_)) {
        found.push(input.clone());
    }
    // A value of a batch's column.
    found.extend(resolve(input, &format!("columns.{path}")));
    let length = |value: &Value| match value {
        Value::List(list) => Some(list.len() as f64),
        Value::Column(column) => Some(column.len() as f64),
        Value::Record(record) => Some(record.len() as f64),
        Value::TooLong(length) => Some(*length as f64),
        _ => None,
    };
    let given = |value: &Value| same(&value.reported(), &field.value, false);
    let counted = |value: &Value| {
        length(value).is_some_and(|length| same(&Value::Number(length), &field.value, false))
    };
    let fits = |value: &Value| match code {
        FieldCode::NotANumber => number(value).is_some_and(f64::is_nan) && given(value),
        FieldCode::NotFinite => number(value).is_some_and(f64::is_infinite) && given(value),
        FieldCode::NotAnInteger => number(value).is_some_and(|x| x.fract() != 0.0) && given(value),
        FieldCode::BelowMinimum => number(value) < field.min && given(value),
        FieldCode::AboveMaximum => match value {
            // The hours of a curve's steps together.
            Value::List(_) => number(&field.value) > field.max,
            value => number(value) > field.max && given(value),
        },
        FieldCode::EmptyList => length(value) == Some(0.0) && counted(value),
        FieldCode::TooManyEntries => length(value) > field.max && counted(value),
        FieldCode::Missing => match value {
            // Only some lists take a text for a record with that id; in the others it has none.
            Value::Text(_) => path.ends_with(".id"),
            value => *value == Value::Null || length(value) < field.min && counted(value),
        },
        FieldCode::ProbabilitySum => matches!(value, Value::List(_)),
        // Correlations that no draws have together are wrong as a whole.
        // A column over a field of the input is told with that field's value.
        FieldCode::Conflict => given(value) || matches!(value, Value::List(_) | Value::Column(_)),
        // An unknown column is told by its name.
        FieldCode::UnknownField => {
            let name = path.strip_prefix("columns.").map(Value::from);
            given(value)
                || matches!(value, Value::Column(_)) && field.value == Value::Other("column")
                || input_is_batch(input) && name.as_ref() == Some(&field.value)
        }
        FieldCode::WrongType
        | FieldCode::UnknownChoice
        | FieldCode::Duplicate
        | FieldCode::UnknownChip
        | FieldCode::UnknownPreset
        | FieldCode::UnknownName
        | FieldCode::InvalidText
        | FieldCode::TooLong
        | FieldCode::TooDeep
        | FieldCode::UnknownUnit
        | FieldCode::IncompatibleUnits
        | FieldCode::MixedSparsity => given(value),
    };
    if *code == FieldCode::Missing && found.is_empty() {
        // What would hold it is there.
        let parent = path.rfind('.').map(|dot| &path[..dot]);
        return parent.is_none_or(|parent| !resolve(input, parent).is_empty());
    }
    found.iter().any(fits)
}

/// Spoils one place of an accepted input, which must then be refused, with that place among those
/// that are named: a number becomes NaN or infinite, or a record gets a field that no one knows.
pub fn spoilt(run: Run, input: &Value, grammar: &mut Grammar) {
    let all = paths(input);
    let place = grammar.below(nodes(input));
    let (path, value) = &all[place];
    let path = path.strip_prefix('.').unwrap_or(path);
    const UNKNOWN: &str = "zzz";
    let (path, spoilt): (_, Value) = match value {
        // In a column NaN may stand for an absent value.
        Value::Number(_) if path.starts_with("columns.") => (path.to_owned(), f64::INFINITY.into()),
        Value::Number(_) => (path.to_owned(), f64::NAN.into()),
        Value::Record(record) => {
            let path = if path.is_empty() {
                UNKNOWN.to_owned()
            } else {
                format!("{path}.{UNKNOWN}")
            };
            (path, record.clone().with(UNKNOWN, 1.0).into())
        }
        _ => return,
    };
    let input = edit(input, place, &mut |_| Some(spoilt.clone()));
    let Err(error) = run(&input) else {
        panic!("{path} is not looked at in {input:?}")
    };
    refusal(&input, &error);
    // A batch names its columns as the parameters they are.
    let column = path.strip_prefix("columns.");
    let is_named = |field: &FieldError| field.path == path || Some(&*field.path) == column;
    let named = error.fields.iter().any(is_named);
    assert!(named, "{path} is not among {error} of {input:?}");
}

/// Columns in which NaN stands for null.
const NULLABLE: [&str; 3] = ["y", "results", "value"];

/// An answer is what its description says, and every number of it is finite.
pub fn fits(answer: &Value, outputs: &[Output], members: &[Member], extra: &[&str]) {
    let Value::Record(record) = answer else {
        panic!("{answer:?}")
    };
    record_fits(record, "", outputs, members, extra);
}

fn record_fits(record: &Record, at: &str, outputs: &[Output], members: &[Member], extra: &[&str]) {
    let get = |name: &str| {
        let value = record.get(name);
        value.unwrap_or_else(|| panic!("no {at}.{name} in {record:?}"))
    };
    let mut known: Vec<&str> = extra.to_vec();
    if !outputs.is_empty() {
        let reasons = get("reasons");
        known.push("reasons");
        for output in outputs {
            known.push(output.name);
            let value = get(output.name);
            let reason = tree::at(reasons, &[output.name]);
            let kept = reason.is_none() || undone(record, output.name, reason);
            // A result is null exactly where a reason says so.
            let fit = match (output.kind, value) {
                (Kind::Choice(words), Value::Text(word)) => words.contains(&word.as_str()),
                (Kind::Choice(_), _) => false,
                (_, Value::Number(number)) => number.is_finite() && kept,
                (_, Value::Null) => output.nullable && matches!(reason, Some(Value::Text(_))),
                _ => false,
            };
            assert!(fit, "{at}.{} is {value:?}, {reason:?}", output.name);
        }
        let Value::Record(reasons) = reasons else {
            panic!("{reasons:?}")
        };
        for (name, reason) in reasons.iter() {
            let fit = record.get(name) == Some(&Value::Null) || undone(record, name, Some(reason));
            assert!(
                fit,
                "{at}.{name} has a reason and is {:?}",
                record.get(name)
            );
        }
    }
    for member in members {
        known.push(member.name);
        let at = format!("{at}.{}", member.name);
        let value = get(member.name);
        assert!(shape_fits(value, &at, member), "{at} is {value:?}");
    }
    for (name, _) in record.iter() {
        assert!(known.contains(&name), "{at}.{name} is described nowhere");
    }
}

/// The one result with a reason that is a number all the same: a payback that is lost again in a later
/// month, which stands beside it.
fn undone(record: &Record, name: &str, reason: Option<&Value>) -> bool {
    let month = |name: &str| record.get(name).and_then(number);
    let lost = name
        .strip_suffix("Months")
        .and_then(|payback| month(&format!("{payback}LostMonth")));
    matches!(reason, Some(Value::Text(word)) if word == "notLasting") && month(name) < lost
}

fn shape_fits(value: &Value, at: &str, member: &Member) -> bool {
    let row_fits = |row: &Value, part: Part| {
        let Value::Record(record) = row else {
            return false;
        };
        record_fits(record, at, part.outputs, part.members, &[]);
        true
    };
    let list_of = |list: &Value, fit: &dyn Fn(&Value) -> bool| match list {
        Value::List(rows) => rows.iter().all(fit),
        // An empty list does not say of what.
        Value::Column(none) => none.is_empty(),
        _ => false,
    };
    let word_of =
        |word: &Value, words: &[&str]| word.as_text().is_some_and(|it| words.contains(&it));
    match (member.shape, value) {
        (
            Shape::OptionalNumber
            | Shape::OptionalText
            | Shape::OptionalChoice(_)
            | Shape::OptionalColumns
            | Shape::OptionalRecord(_),
            Value::Null,
        )
        | (Shape::Bool, Value::Bool(_))
        | (Shape::Text | Shape::OptionalText, Value::Text(_))
        | (Shape::Parameters, Value::Record(_)) => true,
        (Shape::Number | Shape::OptionalNumber, Value::Number(number)) => number.is_finite(),
        (Shape::Choice(words) | Shape::OptionalChoice(words), word) => word_of(word, words),
        (Shape::Choices(words), list) => list_of(list, &|word| word_of(word, words)),
        (Shape::Column, Value::Column(column)) => {
            let nullable = NULLABLE.contains(&member.name);
            let fit = |x: &f64| x.is_finite() || nullable && x.is_nan();
            column.iter().all(fit)
        }
        (Shape::OptionalColumns, Value::Record(columns)) => columns
            .iter()
            .all(|(_, column)| matches!(column, Value::Column(_))),
        (Shape::Record(part) | Shape::OptionalRecord(part), row) => row_fits(row, part),
        (Shape::List(part), list) => list_of(list, &|row| row_fits(row, part)),
        _ => false,
    }
}
