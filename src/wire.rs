//! Values as flat sequences of numbers: what crosses between WebAssembly and its host.
//!
//! One copy of one array each way, instead of a call across the border for every field. A value is a
//! tag and what belongs to it:
//!
//! | tag | value | behind it |
//! |---|---|---|
//! | 0 | null | |
//! | 1, 2 | false, true | |
//! | 3 | number | the number |
//! | 4 | text | the text |
//! | 5 | list | its length, its values |
//! | 6 | record | its length, each name as a text and its value |
//! | 7 | column | its length, its numbers |
//! | 8 | other | the name of its type as a text |
//!
//! A text is its length and its UTF-16 code units. On the way out a text that is part of the program
//! may instead be its address, negated, and its length in bytes, so that the host, which can read it
//! there, need not make it anew each time. On the way in an address is refused: nothing of the
//! outside is ever followed.

use crate::value::{Record, Value};
use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use core::slice::Iter;

/// How texts of the program are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Texts {
    /// As any other text.
    Spelled,
    /// By address.
    Addressed,
}

/// What a text of an unknown type is called, of those a host may name.
const OTHERS: &[&str] = &[
    "undefined",
    "function",
    "bigint",
    "symbol",
    "object",
    "typed array",
    "unreadable",
];

/// How deep values are followed; the host stops there as well.
const MAX_DEPTH: u32 = 8;

/// The message of a value.
#[must_use]
pub fn encode(value: &Value, texts: Texts) -> Vec<f64> {
    let mut message = Message::new(texts);
    message.value(value);
    message.into()
}

/// A message in the making.
#[derive(Debug)]
pub(crate) struct Message {
    texts: Texts,
    /// With room behind the message: to push or to extend is a call each time, and was a quarter of a
    /// small calculation.
    numbers: Vec<f64>,
    length: usize,
}

impl From<Message> for Vec<f64> {
    fn from(mut message: Message) -> Self {
        message.numbers.truncate(message.length);
        message.numbers
    }
}

impl Message {
    pub(crate) fn new(texts: Texts) -> Self {
        Message {
            texts,
            numbers: vec![0.0; 1024],
            length: 0,
        }
    }

    fn add<const N: usize>(&mut self, numbers: [f64; N]) {
        self.reserve(N);
        let room = self.numbers.get_mut(self.length..);
        if let Some(room) = room.and_then(<[f64]>::first_chunk_mut) {
            *room = numbers;
            self.length += N;
        }
    }

    fn reserve(&mut self, more: usize) {
        if self.numbers.len() - self.length < more {
            self.grow(more);
        }
    }

    #[cold]
    #[inline(never)]
    fn grow(&mut self, more: usize) {
        let length = (2 * self.numbers.len()).max(self.length + more);
        self.numbers.resize(length, 0.0);
    }

    /// A number that is no value.
    pub(crate) fn mark(&mut self, mark: f64) {
        self.add([mark]);
    }

    #[inline(never)]
    fn pair(&mut self, first: f64, second: f64) {
        self.add([first, second]);
    }

    pub(crate) fn null(&mut self) {
        self.mark(0.0);
    }

    pub(crate) fn truth(&mut self, truth: bool) {
        self.mark(if truth { 2.0 } else { 1.0 });
    }

    pub(crate) fn number(&mut self, number: f64) {
        self.pair(3.0, number);
    }

    /// A field of a record that is a number, as most are: at once.
    #[inline(never)]
    pub(crate) fn named_number(&mut self, name: &'static str, number: f64) {
        if self.addresses(name) {
            let (address, length) = place(name);
            self.add([address, length, 3.0, number]);
        } else {
            self.text(name);
            self.number(number);
        }
    }

    /// A text of the program.
    pub(crate) fn tagged_text(&mut self, text: &'static str) {
        self.mark(4.0);
        self.own_text(text);
    }

    /// A text of the outside.
    pub(crate) fn spelled_text(&mut self, text: &str) {
        self.mark(4.0);
        self.text(text);
    }

    pub(crate) fn list(&mut self, length: usize) {
        self.pair(5.0, length as f64);
    }

    /// A record, whose length is to be set at the place that is returned.
    pub(crate) fn record(&mut self) -> usize {
        self.pair(6.0, 0.0);
        self.length - 1
    }

    pub(crate) fn column(&mut self, column: &[f64]) {
        let start = self.zeros(column.len());
        self.numbers[start..self.length].copy_from_slice(column);
    }

    /// A column of zeros; where they begin.
    pub(crate) fn zeros(&mut self, length: usize) -> usize {
        self.pair(7.0, length as f64);
        self.reserve(length);
        let start = self.length;
        self.length += length;
        start
    }

    pub(crate) fn set(&mut self, place: usize, number: f64) {
        self.numbers[place] = number;
    }

    /// The name of a field, or what follows the tag of a text.
    pub(crate) fn own_text(&mut self, text: &'static str) {
        if self.addresses(text) {
            let (address, length) = place(text);
            self.pair(address, length);
        } else {
            self.text(text);
        }
    }

    fn addresses(&self, text: &str) -> bool {
        self.texts == Texts::Addressed && !text.is_empty()
    }

    fn text(&mut self, text: &str) {
        let start = self.length;
        self.mark(0.0);
        for unit in text.encode_utf16() {
            self.mark(f64::from(unit));
        }
        self.set(start, (self.length - start - 1) as f64);
    }

    pub(crate) fn fields(&mut self, record: &Record) {
        let length = self.record();
        self.set(length, record.len() as f64);
        for (name, value) in record.iter() {
            name.write(self);
            self.value(value);
        }
    }

    pub(crate) fn value(&mut self, value: &Value) {
        match value {
            Value::Null => self.null(),
            Value::Bool(truth) => self.truth(*truth),
            Value::Number(number) => self.number(*number),
            Value::Text(text) => {
                self.mark(4.0);
                text.write(self);
            }
            Value::List(list) => {
                self.list(list.len());
                for value in list {
                    self.value(value);
                }
            }
            Value::Record(record) => self.fields(record),
            Value::Column(column) => self.column(column),
            Value::Other(name) => {
                self.mark(8.0);
                self.own_text(name);
            }
        }
    }
}

/// A text as a value holds it: borrowed, it is the program's, owned, it is of the outside.
trait Text {
    fn write(&self, message: &mut Message);
}

impl Text for Cow<'static, str> {
    fn write(&self, message: &mut Message) {
        match self {
            Cow::Borrowed(text) => message.own_text(text),
            Cow::Owned(text) => message.text(text),
        }
    }
}

/// Where a text of the program is.
fn place(text: &'static str) -> (f64, f64) {
    let address = text.as_ptr() as usize;
    (-(address as f64), text.len() as f64)
}

/// The value of a message; `None` for one that is none, has more behind it, or is nested too deeply.
#[must_use]
pub fn decode(message: &[f64]) -> Option<Value> {
    let mut rest = message.iter();
    let value = read(&mut rest, 0)?;
    rest.as_slice().is_empty().then_some(value)
}

fn read(message: &mut Iter<f64>, depth: u32) -> Option<Value> {
    let value = match *message.next()? as i32 {
        0 => Value::Null,
        1 => Value::Bool(false),
        2 => Value::Bool(true),
        3 => Value::Number(*message.next()?),
        4 => Value::Text(read_text(message)?.into()),
        5 | 6 if depth == MAX_DEPTH => return None,
        5 => {
            // Not reserved: the length is the outside's word.
            let mut list = Vec::new();
            for _ in 0..length(message)? {
                list.push(read(message, depth + 1)?);
            }
            Value::List(list)
        }
        6 => {
            let length = length(message)?;
            // No more than there can be: the length is the outside's word.
            let mut record = Record::with_capacity(length.min(message.len() / 2));
            for _ in 0..length {
                let name = read_text(message)?;
                record.push(name, read(message, depth + 1)?);
            }
            Value::Record(record)
        }
        7 => Value::Column(take(message)?.to_vec()),
        8 => {
            let name = read_text(message)?;
            Value::Other(OTHERS.iter().find(|other| **other == name)?)
        }
        _ => return None,
    };
    Some(value)
}

fn length(message: &mut Iter<f64>) -> Option<usize> {
    let length = *message.next()?;
    (length >= 0.0).then_some(length as usize)
}

fn take<'a>(message: &mut Iter<'a, f64>) -> Option<&'a [f64]> {
    let length = length(message)?;
    let (taken, rest) = message.as_slice().split_at_checked(length)?;
    *message = rest.iter();
    Some(taken)
}

fn read_text(message: &mut Iter<f64>) -> Option<String> {
    let numbers = take(message)?;
    let units = numbers.iter().map(|unit| *unit as u16);
    let mut text = String::with_capacity(numbers.len());
    if numbers.iter().all(|unit| *unit < 128.0) {
        text.extend(units.map(|unit| char::from(unit as u8)));
    } else {
        // A lone surrogate, which JavaScript allows, becomes the replacement character.
        let known = char::decode_utf16(units);
        text.extend(known.map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER)));
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Value {
        Record::new()
            .with("null", Value::Null)
            .with("truths", vec![Value::Bool(true), Value::Bool(false)])
            .with("number", -1.5)
            .with("text", String::from("H200 比 H100 𝄞"))
            .with("column", vec![1.0, f64::INFINITY])
            .with("other", Value::Other("symbol"))
            .with("record", Record::new().with("", ""))
            .into()
    }

    #[test]
    fn what_is_written_is_read() {
        let message = encode(&sample(), Texts::Spelled);
        assert_eq!(decode(&message), Some(sample()));
    }

    #[test]
    fn a_cut_message_is_none() {
        let message = encode(&sample(), Texts::Spelled);
        for end in 0..message.len() {
            assert_eq!(decode(&message[..end]), None, "{end}");
        }
        let longer = [&message[..], &[0.0]].concat();
        assert_eq!(decode(&longer), None);
    }

    #[test]
    fn an_address_of_the_outside_is_refused() {
        let message = encode(&"gpus".into(), Texts::Addressed);
        assert!(message[1] < 0.0);
        assert_eq!(decode(&message), None);
    }

    #[test]
    fn nesting_has_an_end() {
        let nested = |depth: usize| [[5.0, 1.0].repeat(depth), vec![0.0]].concat();
        assert!(decode(&nested(MAX_DEPTH as usize)).is_some());
        assert_eq!(decode(&nested(MAX_DEPTH as usize + 1)), None);
    }
}
