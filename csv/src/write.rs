//! Columns of numbers as lines of text.

use std::ops::Range;

use wasm_bindgen::prelude::wasm_bindgen;

use crate::read::Rows;

/// Columns of results, a number for each row.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Results {
    columns: Vec<Column>,
}

#[derive(Debug)]
struct Column {
    numbers: Vec<f64>,
    /// Where the numbers are indices of words.
    words: Option<Vec<String>>,
}

/// Lines of CSV.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Lines {
    text: Vec<u8>,
    ends: Vec<u32>,
}

#[wasm_bindgen]
impl Results {
    /// No columns yet.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds numbers; what is not finite is an empty cell.
    pub fn numbers(&mut self, numbers: Vec<f64>) {
        self.columns.push(Column {
            numbers,
            words: None,
        });
    }

    /// Adds indices of words.
    pub fn words(&mut self, numbers: Vec<f64>, words: Vec<String>) {
        let words = Some(words);
        self.columns.push(Column { numbers, words });
    }

    /// A line for each row: what is kept of it, and its results.
    pub fn lines(&self, rows: &Rows) -> Lines {
        let mut lines = Lines {
            text: Vec::new(),
            ends: Vec::with_capacity(rows.count()),
        };
        let nothing = Written {
            bits: f64::NAN.to_bits(),
            text: 0..0,
        };
        let mut written = vec![nothing; self.columns.len()];
        for (row, kept) in rows.kept.iter().enumerate() {
            self.write(row, kept, &mut lines.text, &mut written);
            lines.ends.push(lines.text.len() as u32);
        }
        lines
    }
}

impl Results {
    fn write(&self, row: usize, kept: &str, to: &mut Vec<u8>, written: &mut [Written]) {
        to.extend_from_slice(kept.as_bytes());
        for (index, column) in self.columns.iter().enumerate() {
            if index > 0 {
                to.push(b',');
            }
            let number = column.numbers[row];
            if !number.is_finite() {
                continue;
            }
            if let Some(words) = &column.words {
                to.extend_from_slice(words[number as usize].as_bytes());
                continue;
            }
            let start = to.len();
            // Of the row before, and of the column before, which often tells the same.
            let mut near = written[..=index].iter().rev().take(2);
            match near.find(|near| near.bits == number.to_bits()) {
                Some(near) => to.extend_from_within(near.text.clone()),
                None => write_number(number, to),
            }
            written[index] = Written {
                bits: number.to_bits(),
                text: start..to.len(),
            };
        }
        to.push(b'\n');
    }
}

/// A number that is in the text, and where.
#[derive(Clone)]
struct Written {
    bits: u64,
    text: Range<usize>,
}

/// A finite number as JavaScript writes it.
fn write_number(number: f64, to: &mut Vec<u8>) {
    // Both write the fewest digits that are read as the number, zmij sooner. Between these bounds
    // it writes no exponent, nor does JavaScript.
    if (1e-5..1e16).contains(&number.abs()) {
        let mut buffer = zmij::Buffer::new();
        let text = buffer.format_finite(number);
        to.extend_from_slice(text.strip_suffix(".0").unwrap_or(text).as_bytes());
    } else {
        to.extend_from_slice(ryu_js::Buffer::new().format_finite(number).as_bytes());
    }
}

#[wasm_bindgen]
impl Lines {
    /// The text, UTF-8, once: it is long.
    #[wasm_bindgen(js_name = takeText)]
    pub fn take_text(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.text)
    }

    /// Where the text of each row ends.
    #[wasm_bindgen(getter)]
    pub fn ends(&self) -> Vec<u32> {
        self.ends.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::Column as Read;

    #[test]
    fn lines_are_of_the_rows_alone() {
        let columns = vec![Read::any(), Read::number(0.0, 9.0, false, 0.0)];
        let rows = Rows::read("a,1\nb,bad\nc,2", ',', columns, &[0]);
        let mut results = Results::new();
        results.numbers(vec![1e21, -0.0]);
        results.words(
            vec![1.0, f64::NAN],
            ["own", "rent"].map(str::to_owned).to_vec(),
        );
        results.numbers(vec![f64::NAN, 0.1 + 0.2]);
        let mut lines = results.lines(&rows);
        let text = String::from_utf8(lines.take_text()).unwrap();
        assert_eq!(text, "a,1e+21,rent,\nc,0,,0.30000000000000004\n");
        assert_eq!(lines.ends(), [14, 39]);
    }

    #[test]
    fn what_repeats_is_written_again() {
        let rows = Rows::read("1\n2\n3", ',', vec![Read::any()], &[]);
        let mut results = Results::new();
        results.numbers(vec![0.5, 0.5, 7.0]);
        results.words(vec![0.0; 3], vec!["own".to_owned()]);
        results.numbers(vec![0.5, 2.5, 2.5]);
        results.numbers(vec![0.5, 2.5, f64::NAN]);
        let text = String::from_utf8(results.lines(&rows).take_text()).unwrap();
        let expected = "0.5,own,0.5,0.5\n0.5,own,2.5,2.5\n7,own,2.5,\n";
        assert_eq!(text, expected);
    }
}
