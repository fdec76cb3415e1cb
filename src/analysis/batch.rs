//! Many inputs at once: columns of float64 in, columns of float64 out.

use super::{
    Analysis, AnalysisDescription, Chunk, Rows, Subject, Task, Variable, found, listed, subject,
};
use crate::column::Column;
use crate::error::{CalculatorError, FieldCode, FieldError};
use crate::reader::{MAX_ERRORS, Reader};
use crate::table::{Member, Shape, text};
use crate::value::{Record, Value};
use std::borrow::Cow;
use std::hint::black_box;

/// What `batch` takes and returns.
pub const DESCRIPTION: AnalysisDescription = AnalysisDescription {
    name: "batch",
    about: "Many inputs at once: a column for each parameter that varies, a column for each \
        output; the other parameters are those of the input.",
    parameter: false,
    parameters: false,
    output: false,
    columns: true,
    texts: &[],
    options: &[],
    lists: &[],
    fields: &[],
    result: &[Member {
        name: "rows",
        doc: text("How many rows there are"),
        shape: Shape::Number,
    }],
};

/// What `batch` found.
#[derive(Debug, Clone, PartialEq)]
pub struct BatchResult {
    /// A column for each wanted output, NaN where it is null.
    pub columns: Vec<(String, Column)>,
    /// How many rows there are.
    pub rows: usize,
}

#[cfg(feature = "serde")]
mod ser {
    use super::{BatchResult, Column};
    use crate::serialize::{SerializeFields, by_path};
    use serde::ser::{Serialize, SerializeStruct, Serializer};

    impl SerializeFields for BatchResult {
        const COUNT: usize = 2;

        fn serialize_fields<S: SerializeStruct>(&self, to: &mut S) -> Result<(), S::Error> {
            to.serialize_field("columns", &Columns(&self.columns))?;
            to.serialize_field("rows", &self.rows)
        }
    }

    struct Columns<'a>(&'a [(String, Column)]);

    impl Serialize for Columns<'_> {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            by_path(self.0, serializer)
        }
    }
}

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

    /// A batch of an untrusted request `{calculator, input, outputs}` and the names of its columns.
    ///
    /// # Errors
    /// A [`CalculatorError`] that lists every bad field.
    pub fn read(request: &Value, columns: &[&str]) -> Result<Self, CalculatorError> {
        let mut reader = Reader::new(request);
        let subject = subject(&mut reader, request)?;
        let outputs = outputs(&mut reader, &subject);
        let variables = subject.variables();
        let place = |name: &str| variables.iter().position(|variable| variable.path == name);
        for name in columns {
            // A preset is there to be varied, a given field is not: one of the two would be ignored.
            if let Some(index) = place(name).filter(|index| variables[*index].given) {
                let given = variables[index].entry.show(subject.values[index]);
                reader.reject(&format!("columns.{name}"), FieldCode::Conflict, given);
            }
        }
        let mut indices = Vec::with_capacity(columns.len());
        for name in columns {
            let path = format!("columns.{name}");
            if let Some(index) = place(name) {
                indices.push(index);
            } else {
                let known = &mut variables.iter().map(|variable| &*variable.path);
                reader.reject_unknown(&path, FieldCode::UnknownField, name, known);
            }
        }
        reader.finish()?;
        Ok(Batch::new(subject, indices, outputs))
    }

    /// The outputs, in the order in which they are written.
    pub fn outputs(&self) -> impl Iterator<Item = &str> {
        let paths = self.outputs.iter();
        paths.map(|output| self.subject.output_path(*output))
    }

    /// Computes every row of columns of one length, a column for each output. A choice is given by the
    /// index of its word, an absent value as NaN.
    ///
    /// # Errors
    /// A [`CalculatorError`] that lists the bad values as `gpus[17]`, column by column and at most
    /// [`MAX_ERRORS`], and says how many there are; or that there is no memory for so many results.
    ///
    /// # Panics
    /// Where a column is shorter than the first.
    pub fn run(&self, columns: &[&[f64]]) -> Result<Vec<Vec<f64>>, CalculatorError> {
        let variables = self.subject.variables();
        let mut errors = CalculatorError::from(Vec::new());
        for (parameter, column) in self.columns.iter().zip(columns) {
            check(&variables[*parameter], column, 0, &mut errors);
        }
        if errors.count > 0 {
            return Err(errors);
        }
        let length = columns.first().map_or(0, |column| column.len());
        let mut results = room(length, self.outputs.len())?;
        for column in &mut results {
            column.resize(length, 0.0);
        }
        let mut rows = Rows {
            length,
            varied: &self.columns,
            columns,
            outputs: &self.outputs,
            results: &mut results,
            sides: None,
            years: None,
        };
        self.subject.evaluate(&mut rows);
        Ok(results)
    }
}

/// Room for the results of so many rows. Where there is none, the rows are too many: an error of the
/// request, for without memory a module would end in a trap.
fn room(rows: usize, outputs: usize) -> Result<Vec<Vec<f64>>, CalculatorError> {
    let mut columns = vec![Vec::new(); outputs];
    // All of it first, in two halves of at most 2 GiB: a module's memory that grows column by column takes
    // half a minute to its end.
    let half = rows.saturating_mul(outputs).div_ceil(2);
    let (mut one, mut other) = (Vec::<f64>::new(), Vec::<f64>::new());
    let is_room = one.try_reserve_exact(half).is_ok() && other.try_reserve_exact(half).is_ok();
    // What holds nothing may be left out.
    drop(black_box([one, other]));
    let mut each = columns.iter_mut().map(|of| of.try_reserve_exact(rows));
    if is_room && each.all(|reserved| reserved.is_ok()) {
        return Ok(columns);
    }
    let rows = Value::Number(rows as f64);
    let error = FieldError::new("columns", FieldCode::TooManyEntries, &rows);
    Err(vec![error].into())
}

/// Notes the values of a column that break the parameter's rules; the first is of row `first`.
fn check(variable: &Variable, column: &[f64], first: usize, errors: &mut CalculatorError) {
    let parameter = &variable.entry;
    let whole = parameter.kind.is_whole();
    let absent = parameter.default.is_none();
    let (min, max) = (parameter.min, parameter.max);
    let fits = |number: f64| {
        let within = number >= min && number <= max;
        within && (!whole || number.fract() == 0.0) || absent && number.is_nan()
    };
    // Nearly every column is good, and asking that alone is fast.
    if column.iter().all(|number| fits(*number)) {
        return;
    }
    for (row, number) in column.iter().enumerate() {
        if let Err(code) = parameter.check_number(*number) {
            errors.count += 1;
            if errors.fields.len() == MAX_ERRORS {
                continue;
            }
            let path = format!("{}[{}]", variable.path, first + row);
            errors.fields.push(FieldError {
                min: Some(min),
                max: Some(max),
                ..FieldError::new(path, code, &Value::Number(*number))
            });
        }
    }
}

/// The results asked for by name, or all that are numbers.
fn outputs(reader: &mut Reader, subject: &Subject) -> Vec<usize> {
    if reader.get("outputs").is_none() {
        return subject.outputs().map(|(index, _)| index).collect();
    }
    listed(reader, "outputs", &subject.results())
}

/// [`Batch::run`] for an untrusted request `{calculator, input, columns, outputs}` whose columns are
/// of one length.
///
/// # Errors
/// A [`CalculatorError`] that lists every bad field, or the bad values of the columns.
pub fn batch(request: &Value) -> Result<Analysis<BatchResult>, CalculatorError> {
    let request = match request {
        Value::Record(record) => Ok(Cow::Borrowed(record)),
        other => Err(other),
    };
    let mut task = BatchTask::of(request)?;
    while task.step() < 1.0 {}
    task.finish()
}

/// The most rows computed at once: what they need stays in the processor's cache.
const CHUNK: usize = 4096;

/// The most numbers computed at once, where there are many outputs.
const CHUNK_NUMBERS: usize = 1 << 18;

/// How many rows of so many columns are taken at once at most.
fn numbers_each(columns: usize) -> usize {
    (CHUNK_NUMBERS / columns.max(1)).clamp(1, CHUNK)
}

/// A batch chunk by chunk: all rows are checked first, then computed. A bad batch has no results, and
/// so needs no more memory than its columns, which are those of the request.
pub struct BatchTask<'v> {
    batch: Batch,
    columns: Vec<Cow<'v, [f64]>>,
    rows: usize,
    /// Rows that were checked.
    checked: usize,
    /// Rows that were computed.
    computed: usize,
    errors: CalculatorError,
    /// A column for each output, of the rows that were computed.
    results: Vec<Vec<f64>>,
    /// How many rows are computed next.
    next: Chunk,
    /// Where their results are.
    chunk: Vec<Vec<f64>>,
}

impl Task for BatchTask<'_> {
    type Output = Analysis<BatchResult>;

    fn read(request: Value) -> Result<Self, CalculatorError> {
        match request {
            Value::Record(record) => Self::of(Ok(Cow::Owned(record))),
            other => Self::of(Err(&other)),
        }
    }

    fn step(&mut self) -> f64 {
        if self.checked < self.rows {
            let first = self.checked;
            // Checking is fast, but each column is checked.
            let last = self.rows.min(first + numbers_each(self.columns.len()));
            let variables = self.batch.subject.variables();
            for (parameter, column) in self.batch.columns.iter().zip(&self.columns) {
                let variable = &variables[*parameter];
                check(variable, &column[first..last], first, &mut self.errors);
            }
            self.checked = last;
            if last == self.rows && self.errors.count == 0 {
                match room(self.rows, self.batch.outputs.len()) {
                    Ok(room) => self.results = room,
                    Err(error) => self.errors = error,
                }
            }
        } else if self.errors.count == 0 && self.computed < self.rows {
            let last = self.rows.min(self.computed + self.next.take());
            self.compute(self.computed, last);
        }
        let done = |rows: usize| rows as f64 / self.rows.max(1) as f64;
        let failed = self.checked == self.rows && self.errors.count > 0;
        if failed || self.computed == self.rows {
            1.0
        } else {
            // Checking is fast.
            0.1 * done(self.checked) + 0.9 * done(self.computed)
        }
    }

    fn shorten(&mut self) {
        self.next.shorten();
    }

    fn finish(self) -> Result<Self::Output, CalculatorError> {
        if self.errors.count > 0 {
            return Err(self.errors);
        }
        let paths = self.batch.outputs().map(str::to_owned);
        let columns = self.results.into_iter().map(Column::from);
        let results = BatchResult {
            columns: paths.zip(columns).collect(),
            rows: self.rows,
        };
        Ok(found(&self.batch.subject, &self.batch.columns, results))
    }
}

impl<'v> BatchTask<'v> {
    /// Of a request, or of what is none. Its columns are not copied.
    fn of(request: Result<Cow<'v, Record>, &Value>) -> Result<Self, CalculatorError> {
        let given = match request {
            Ok(given) => given,
            Err(other) => return Batch::read(other, &[]).map(|batch| Self::new(batch, Vec::new())),
        };
        let (mut names, mut columns, mut errors) = (Vec::new(), Vec::new(), Vec::new());
        let mut wrong = CalculatorError::from(Vec::new());
        let mut rest = Record::new();
        let mut missing = true;
        for (name, value) in fields(given) {
            if name != "columns" {
                rest.push(name, value.into_owned());
                continue;
            }
            missing = false;
            let record = match value {
                Cow::Borrowed(Value::Record(record)) => Cow::Borrowed(record),
                Cow::Owned(Value::Record(record)) => Cow::Owned(record),
                other => {
                    note(&mut wrong, "columns".into(), &other);
                    continue;
                }
            };
            for (name, value) in fields(record) {
                if let Some(column) = numbers(&name, value, &mut wrong) {
                    names.push(name);
                    columns.push(column);
                }
            }
        }
        let listed = wrong.fields.len();
        errors.append(&mut wrong.fields);
        if missing {
            errors.push(FieldError::new("columns", FieldCode::Missing, &Value::Null));
        }
        if names.is_empty() && errors.is_empty() {
            let none = Value::Number(0.0);
            errors.push(FieldError::new("columns", FieldCode::EmptyList, &none));
        }
        let names: Vec<&str> = names.iter().map(|name| &**name).collect();
        errors.extend(lengths(&names, columns.iter().map(|column| column.len())));
        match Batch::read(&rest.into(), &names) {
            Ok(_) if !errors.is_empty() => {
                let mut error = CalculatorError::from(errors);
                error.count += wrong.count - listed;
                Err(error)
            }
            Ok(batch) => Ok(Self::new(batch, columns)),
            Err(mut error) => {
                error.count += errors.len() + wrong.count - listed;
                error.fields.append(&mut errors);
                Err(error)
            }
        }
    }

    fn new(batch: Batch, columns: Vec<Cow<'v, [f64]>>) -> Self {
        let rows = columns.first().map_or(0, |column| column.len());
        let outputs = batch.outputs.len();
        let most = numbers_each(outputs).min(rows);
        BatchTask {
            batch,
            columns,
            rows,
            checked: 0,
            computed: 0,
            errors: CalculatorError::from(Vec::new()),
            results: vec![Vec::new(); outputs],
            next: Chunk::new(most),
            chunk: vec![vec![0.0; most]; outputs],
        }
    }

    fn compute(&mut self, first: usize, last: usize) {
        let columns: Vec<&[f64]> = self.columns.iter().map(|of| &of[first..last]).collect();
        let subject = &self.batch.subject;
        let mut rows = Rows {
            length: last - first,
            varied: &self.batch.columns,
            columns: &columns,
            outputs: &self.batch.outputs,
            results: &mut self.chunk,
            sides: None,
            years: None,
        };
        subject.evaluate(&mut rows);
        for (results, chunk) in self.results.iter_mut().zip(&self.chunk) {
            results.extend_from_slice(&chunk[..last - first]);
        }
        self.computed = last;
    }
}

/// Names and values, borrowed where the record is.
fn fields(record: Cow<'_, Record>) -> Vec<(Cow<'_, str>, Cow<'_, Value>)> {
    match record {
        Cow::Borrowed(record) => record
            .iter()
            .map(|(name, value)| (name.into(), Cow::Borrowed(value)))
            .collect(),
        Cow::Owned(record) => record
            .into_iter()
            .map(|(name, value)| (name.into(), Cow::Owned(value)))
            .collect(),
    }
}

/// Notes what is no number, or no column; of many the first alone by their places.
fn note(wrong: &mut CalculatorError, path: String, value: &Value) {
    wrong.count += 1;
    if wrong.fields.len() < MAX_ERRORS {
        let error = FieldError::new(path, FieldCode::WrongType, value);
        wrong.fields.push(error);
    }
}

/// A column, or a list of numbers in which null stands for an absent value; nothing of what is neither,
/// which is noted, of a list by its rows.
fn numbers<'v>(
    name: &str,
    value: Cow<'v, Value>,
    wrong: &mut CalculatorError,
) -> Option<Cow<'v, [f64]>> {
    let list = match value {
        Cow::Borrowed(Value::Column(column)) => return Some(Cow::Borrowed(column)),
        Cow::Owned(Value::Column(column)) => return Some(Cow::Owned(column)),
        value => value,
    };
    let Value::List(list) = &*list else {
        note(wrong, format!("columns.{name}"), &list);
        return None;
    };
    let before = wrong.count;
    let mut numbers = Vec::with_capacity(list.len());
    for (row, value) in list.iter().enumerate() {
        numbers.push(match value {
            Value::Number(number) => *number,
            other => {
                if *other != Value::Null {
                    note(wrong, format!("{name}[{row}]"), other);
                }
                f64::NAN
            }
        });
    }
    (wrong.count == before).then_some(Cow::Owned(numbers))
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
            min: Some(first),
            max: Some(first),
            ..FieldError::new(format!("columns.{name}"), code, &Value::Number(found))
        });
    }
    errors.into_iter()
}
