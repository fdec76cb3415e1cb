//! Many inputs at once: columns of float64 in, columns of float64 out.

use super::{AnalysisDescription, Rows, Subject, belonging, subject};
use crate::answer::{self, Answer};
use crate::calculators::{Shape, member};
use crate::error::{CalculatorError, FieldCode, FieldError, entry};
use crate::float::trunc;
use crate::input::Reader;
use crate::table::{Kind, Output, Parameter};
use crate::value::{Record, Value};
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

/// What `batch` takes and returns.
pub const DESCRIPTION: AnalysisDescription = AnalysisDescription {
    name: "batch",
    about: "Many inputs at once: a column for each parameter that varies, a column for each output; the other parameters are those of the input.",
    parameter: false,
    output: false,
    columns: true,
    texts: &[],
    options: &[],
    lists: &[],
    result: &[member("rows", Shape::Number, "How many rows there are")],
};

/// The most bad values that are listed.
pub const MAX_ERRORS: usize = 100;

/// A batch that is ready to run: the calculator, the columns it takes and those it returns.
///
/// ```
/// use chip_calculators::analysis::{Subject, batch::Batch};
/// use chip_calculators::calculators::cloud_break_even::{CloudBreakEven, Input};
/// let subject = Subject::new::<CloudBreakEven>(&Input::default());
/// let rate = subject.parameter("cloudRate").unwrap();
/// let saving = subject.output("saving").unwrap();
/// let batch = Batch::new(subject, vec![rate], vec![saving]);
/// let results = batch.run(&[&[2.0, 7.0]]).unwrap();
/// assert!(results[0][0] < 0.0 && results[0][1] > 0.0);
/// ```
pub struct Batch {
    subject: Subject,
    columns: Vec<usize>,
    outputs: Vec<usize>,
}

impl Batch {
    /// A batch over columns of these parameters, for these outputs.
    #[must_use]
    pub fn new(subject: Subject, columns: Vec<usize>, outputs: Vec<usize>) -> Self {
        Batch {
            subject,
            columns,
            outputs,
        }
    }

    /// A batch of a foreign request `{calculator, input, outputs}` and the names of its columns.
    ///
    /// # Errors
    /// A [`CalculatorError`] that lists every bad field.
    pub fn read(request: &Value, columns: &[&str]) -> Result<Self, CalculatorError> {
        let mut reader = Reader::new(request);
        let subject = subject(&mut reader, request)?;
        let outputs = outputs(&mut reader, &subject);
        let mut indices = Vec::with_capacity(columns.len());
        for name in columns {
            let table = subject.model.parameters();
            match table.iter().position(|parameter| parameter.name == *name) {
                Some(index) => indices.push(index),
                None => reader.reject(
                    &path("columns", name),
                    FieldCode::UnknownField,
                    Value::Other("column"),
                ),
            }
        }
        reader.finish()?;
        Ok(Batch::new(subject, indices, outputs))
    }

    /// The outputs, in the order in which they are written.
    pub fn outputs(&self) -> impl Iterator<Item = &'static Output> {
        let table = self.subject.model.outputs();
        self.outputs.iter().map(|output| &table[*output])
    }

    /// Computes every row of columns of one length, a column for each output. A choice is given by the
    /// index of its word, an absent value as NaN.
    ///
    /// # Errors
    /// A [`CalculatorError`] that lists the bad values as `gpus[17]`, column by column and at most
    /// [`MAX_ERRORS`].
    ///
    /// # Panics
    /// Where a column is shorter than the first.
    pub fn run(&self, columns: &[&[f64]]) -> Result<Vec<Vec<f64>>, CalculatorError> {
        let table = self.subject.model.parameters();
        let mut fields = Vec::new();
        for (parameter, column) in self.columns.iter().zip(columns) {
            check(&table[*parameter], column, &mut fields);
        }
        if !fields.is_empty() {
            return Err(CalculatorError { fields });
        }
        let length = columns.first().map_or(0, |column| column.len());
        let mut results = vec![vec![0.0; length]; self.outputs.len()];
        let mut rows = Rows {
            length,
            varied: &self.columns,
            columns,
            outputs: &self.outputs,
            results: &mut results,
            years: None,
        };
        self.subject.model.evaluate(&self.subject.values, &mut rows);
        Ok(results)
    }
}

fn path(list: &str, name: &str) -> String {
    [list, ".", name].concat()
}

/// Notes the values of a column that break the parameter's rules.
fn check(parameter: &Parameter, column: &[f64], errors: &mut Vec<FieldError>) {
    let whole = parameter.kind.is_whole();
    let absent = parameter.default.is_none();
    let (min, max) = (parameter.min, parameter.max);
    let fits = |number: f64| {
        let within = number >= min && number <= max;
        within && (!whole || number - trunc(number) == 0.0) || absent && number.is_nan()
    };
    // Nearly every column is good, and asking that alone is fast.
    if column.iter().all(|number| fits(*number)) {
        return;
    }
    // A choice is checked as the whole number that stands for it.
    let as_number = Parameter {
        kind: if whole { Kind::Integer } else { Kind::Number },
        ..*parameter
    };
    for (row, number) in column.iter().enumerate() {
        if fits(*number) {
            continue;
        }
        if errors.len() == MAX_ERRORS {
            return;
        }
        let value = Value::Number(*number);
        if let Err(code) = as_number.check(&value) {
            errors.push(FieldError {
                path: entry(parameter.name, row),
                code,
                value,
                min: Some(min),
                max: Some(max),
            });
        }
    }
}

/// The outputs asked for by name, or all that are numbers.
fn outputs(reader: &mut Reader, subject: &Subject) -> Vec<usize> {
    let is_number = |output: &Output| output.kind.is_numeric();
    let table = subject.model.outputs();
    if reader.get("outputs").is_none() {
        return (0..table.len())
            .filter(|index| is_number(&table[*index]))
            .collect();
    }
    let mut outputs = Vec::new();
    for (index, value) in reader.rows("outputs").unwrap_or(&[]).iter().enumerate() {
        let code = match value {
            Value::Text(name) => match subject.output(name) {
                Some(output) if outputs.contains(&output) => FieldCode::Duplicate,
                Some(output) => {
                    outputs.push(output);
                    continue;
                }
                None => FieldCode::UnknownChoice,
            },
            _ => FieldCode::WrongType,
        };
        reader.reject(&entry("outputs", index), code, value.clone());
    }
    outputs
}

/// [`Batch::run`] for a foreign request `{calculator, input, columns, outputs}` whose columns are
/// [`Value::Column`]s of one length.
///
/// # Errors
/// A [`CalculatorError`] that lists every bad field, or the bad values of the columns.
pub fn batch(request: &Value) -> Result<Value, CalculatorError> {
    answer::value(write, request)
}

pub(super) fn write(request: &Value, answer: &mut Answer) -> Result<(), CalculatorError> {
    let (mut names, mut columns, mut errors) = (Vec::new(), Vec::new(), Vec::new());
    let mut rest = Record::new();
    let mut refuse = |path: String, code, value| errors.push(FieldError::new(path, code, value));
    let Value::Record(given) = request else {
        return Batch::read(request, &[]).map(|_| ());
    };
    for (name, value) in given.iter() {
        if name != "columns" {
            rest.push(name.clone(), value.clone());
            continue;
        }
        let Value::Record(record) = value else {
            refuse("columns".into(), FieldCode::WrongType, value.clone());
            continue;
        };
        for (name, value) in record.iter() {
            match value {
                Value::Column(column) => {
                    names.push(&**name);
                    columns.push(&**column);
                }
                other => refuse(path("columns", name), FieldCode::WrongType, other.clone()),
            }
        }
    }
    if given.get("columns").is_none() {
        refuse("columns".into(), FieldCode::Missing, Value::Null);
    }
    if names.is_empty() && errors.is_empty() {
        errors.push(FieldError::new("columns", FieldCode::EmptyList, 0.0.into()));
    }
    errors.extend(lengths(&names, columns.iter().map(|column| column.len())));
    let batch = Batch::read(&rest.into(), &names);
    let batch = match batch {
        Ok(batch) if errors.is_empty() => batch,
        Ok(_) => return Err(CalculatorError { fields: errors }),
        Err(mut error) => {
            error.fields.append(&mut errors);
            return Err(error);
        }
    };

    let rows = columns.first().map_or(0, |column| column.len());
    let results = batch.run(&columns)?;
    answer.record("columns", |answer| {
        for (output, column) in batch.outputs().zip(&results) {
            answer.push(output.name, column);
        }
    });
    answer.push("rows", rows as f64);
    belonging(answer, &batch.subject);
    Ok(())
}

/// What is wrong with the columns' lengths: none is empty, and all are as long as the first.
pub fn lengths(
    names: &[&str],
    lengths: impl Iterator<Item = usize>,
) -> impl Iterator<Item = FieldError> {
    let mut errors = Vec::new();
    let mut rows = None;
    for (name, length) in names.iter().zip(lengths) {
        let (found, first) = (length as f64, *rows.get_or_insert(length) as f64);
        let code = if length == 0 {
            FieldCode::EmptyList
        } else if found < first {
            FieldCode::Missing
        } else if found > first {
            FieldCode::TooManyEntries
        } else {
            continue;
        };
        errors.push(FieldError {
            path: path("columns", name),
            code,
            value: Value::Number(found),
            min: Some(first),
            max: Some(first),
        });
    }
    errors.into_iter()
}
