//! A result as it is written: the record of a message (see [`wire`]), field by field.
//!
//! A calculator writes its answer in the form in which that leaves the module, rather than as a
//! [`Value`] to be taken apart again: half of a small calculation was the making of that.
//!
//! [`wire`]: crate::wire

use crate::error::CalculatorError;
use crate::value::{Record, Value};
use crate::wire::{self, Message, Texts};
use alloc::string::String;
use alloc::vec::Vec;

/// Reads a foreign input, computes, and writes the answer; what it wrote before an error is void.
pub type Write = fn(&Value, &mut Answer) -> Result<(), CalculatorError>;

/// What is written for an input, as a value.
///
/// # Errors
/// A [`CalculatorError`] that lists every bad field.
pub fn value(write: Write, input: &Value) -> Result<Value, CalculatorError> {
    let mut result = Ok(());
    let value = written(|answer| result = write(input, answer));
    result.map(|()| value)
}

/// What `fill` writes, as a value.
pub fn written(fill: impl FnOnce(&mut Answer)) -> Value {
    let mut answer = Answer::new(Texts::Spelled);
    fill(&mut answer);
    // Never null: what is written here can be read.
    wire::decode(&answer.finish()[1..]).unwrap_or(Value::Null)
}

/// What is written for an input, as a message: 1 and the result, or 0 and the error's `message` and
/// `fields`.
#[must_use]
pub fn message(write: Write, input: &Value, texts: Texts) -> Vec<f64> {
    let mut answer = Answer::new(texts);
    match write(input, &mut answer) {
        Ok(()) => answer.finish(),
        Err(error) => {
            let mut message = Message::new(texts);
            message.mark(0.0);
            message.value(&error.into());
            message.into()
        }
    }
}

/// A record in the making. Names are not compared: each is to be given once.
#[derive(Debug)]
pub struct Answer {
    message: Message,
    /// Where the length of the record is that is being written, and its fields so far.
    open: Open,
}

#[derive(Debug, Clone, Copy)]
struct Open {
    at: usize,
    fields: usize,
}

impl Answer {
    /// An answer of nothing.
    #[must_use]
    pub fn new(texts: Texts) -> Self {
        let mut message = Message::new(texts);
        message.mark(1.0);
        let at = message.record();
        Answer {
            message,
            open: Open { at, fields: 0 },
        }
    }

    fn finish(mut self) -> Vec<f64> {
        self.close(self.open);
        self.message.into()
    }

    /// Adds a value under a name.
    pub fn push(&mut self, name: &'static str, value: impl Put) {
        self.name(name);
        value.put(self);
    }

    /// Adds a number under a name.
    pub fn number(&mut self, name: &'static str, number: f64) {
        self.open.fields += 1;
        self.message.named_number(name, number);
    }

    /// Adds a record under a name: what `fill` writes.
    pub fn record(&mut self, name: &'static str, fill: impl FnOnce(&mut Self)) {
        self.name(name);
        let outer = self.begin();
        fill(self);
        self.end(outer);
    }

    /// Adds a list of records under a name: what `fill` writes for each of the rows.
    pub fn list<T>(
        &mut self,
        name: &'static str,
        rows: impl IntoIterator<Item = T, IntoIter: ExactSizeIterator>,
        mut fill: impl FnMut(&mut Self, T),
    ) {
        self.name(name);
        let rows = rows.into_iter();
        self.message.list(rows.len());
        for row in rows {
            let outer = self.begin();
            fill(self, row);
            self.end(outer);
        }
    }

    /// Adds a column of zeros under a name; gives back the place of the first, for [`Self::set`].
    pub fn column(&mut self, name: &'static str, rows: usize) -> usize {
        self.name(name);
        self.message.zeros(rows)
    }

    /// Changes a number of a column.
    ///
    /// # Panics
    /// Beyond what has been written.
    pub fn set(&mut self, place: usize, number: f64) {
        self.message.set(place, number);
    }

    #[inline(never)]
    fn name(&mut self, name: &'static str) {
        self.open.fields += 1;
        self.message.own_text(name);
    }

    #[inline(never)]
    fn begin(&mut self) -> Open {
        let at = self.message.record();
        core::mem::replace(&mut self.open, Open { at, fields: 0 })
    }

    #[inline(never)]
    fn end(&mut self, outer: Open) {
        self.close(self.open);
        self.open = outer;
    }

    fn close(&mut self, open: Open) {
        self.message.set(open.at, open.fields as f64);
    }
}

/// What an answer can hold.
pub trait Put {
    /// Writes it.
    fn put(&self, answer: &mut Answer);
}

impl Put for f64 {
    fn put(&self, answer: &mut Answer) {
        answer.message.number(*self);
    }
}

impl Put for bool {
    fn put(&self, answer: &mut Answer) {
        answer.message.truth(*self);
    }
}

impl Put for &'static str {
    fn put(&self, answer: &mut Answer) {
        answer.message.tagged_text(self);
    }
}

/// A text that is not the program's.
#[derive(Debug, Clone, Copy)]
pub struct Spelled<'a>(pub &'a str);

impl Put for Spelled<'_> {
    fn put(&self, answer: &mut Answer) {
        answer.message.spelled_text(self.0);
    }
}

impl Put for String {
    fn put(&self, answer: &mut Answer) {
        Spelled(self).put(answer);
    }
}

impl Put for [f64] {
    fn put(&self, answer: &mut Answer) {
        answer.message.column(self);
    }
}

impl Put for Vec<f64> {
    fn put(&self, answer: &mut Answer) {
        self.as_slice().put(answer);
    }
}

impl Put for Value {
    fn put(&self, answer: &mut Answer) {
        answer.message.value(self);
    }
}

impl Put for Record {
    fn put(&self, answer: &mut Answer) {
        answer.message.fields(self);
    }
}

impl<T: Put> Put for Option<T> {
    fn put(&self, answer: &mut Answer) {
        match self {
            Some(value) => value.put(answer),
            None => answer.message.null(),
        }
    }
}

impl<T: Put + ?Sized> Put for &T {
    fn put(&self, answer: &mut Answer) {
        (**self).put(answer);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::{FieldCode, FieldError};
    use alloc::vec;

    #[test]
    fn what_is_written_is_a_record() {
        let rows = [1.0, 2.0];
        let value = written(|answer| {
            answer.push("text", "H200");
            answer.push("none", None::<f64>);
            answer.record("record", |answer| {
                answer.number("number", -1.5);
                let place = answer.column("column", 3);
                answer.set(place + 1, 0.5);
            });
            answer.list("rows", rows, |answer, row| {
                answer.push("row", row);
                answer.record("empty", |_| {});
            });
            answer.push("truth", true);
        });
        let row =
            |row: f64| Value::from(Record::new().with("row", row).with("empty", Record::new()));
        let expected = Record::new()
            .with("text", "H200")
            .with("none", Value::Null)
            .with(
                "record",
                Record::new()
                    .with("number", -1.5)
                    .with("column", vec![0.0, 0.5, 0.0]),
            )
            .with("rows", vec![row(1.0), row(2.0)])
            .with("truth", true);
        assert_eq!(value, expected.into());
    }

    #[test]
    fn an_error_leaves_nothing_of_what_was_written_before() {
        let write: Write = |_, answer| {
            answer.push("written", 1.0);
            Err(CalculatorError {
                fields: vec![FieldError::new("gpus", FieldCode::NotANumber, Value::Null)],
            })
        };
        let message = message(write, &Value::Null, Texts::Spelled);
        assert_eq!(message[0], 0.0);
        let value = wire::decode(&message[1..]).unwrap();
        assert_eq!(
            value.at(&["message"]).and_then(Value::as_text),
            Some("invalid input: gpus (notANumber)")
        );
        assert_eq!(value.at(&["written"]), None);
        let Some(Value::List(fields)) = value.at(&["fields"]) else {
            panic!("no fields in {value:?}");
        };
        assert_eq!(
            fields[0].at(&["path"]).and_then(Value::as_text),
            Some("gpus")
        );
    }
}
