//! Lines of text as columns of numbers.

use csv::{ReaderBuilder, StringRecord};
use wasm_bindgen::prelude::wasm_bindgen;

/// What the cells of a column are.
#[wasm_bindgen]
#[derive(Clone, Debug)]
pub struct Column {
    kind: Kind,
    /// What an empty cell is.
    initial: f64,
}

#[derive(Clone, Debug)]
enum Kind {
    Number { min: f64, max: f64, whole: bool },
    Word(Vec<String>),
    Empty,
    Any,
}

#[wasm_bindgen]
impl Column {
    /// Numbers within bounds; NaN is none.
    pub fn number(min: f64, max: f64, whole: bool, initial: f64) -> Self {
        let kind = Kind::Number { min, max, whole };
        Self { kind, initial }
    }

    /// Words out of a list, each read as its index.
    pub fn word(words: Vec<String>, initial: f64) -> Self {
        let kind = Kind::Word(words);
        Self { kind, initial }
    }

    /// Nothing at all: any text is for somebody else to read.
    pub fn empty() -> Self {
        let (kind, initial) = (Kind::Empty, f64::NAN);
        Self { kind, initial }
    }

    /// Text that is not read.
    pub fn any() -> Self {
        let (kind, initial) = (Kind::Any, f64::NAN);
        Self { kind, initial }
    }

    /// None where the cell is not of this column.
    fn read(&self, cell: &str, decimal_comma: bool) -> Option<f64> {
        if cell.is_empty() || matches!(self.kind, Kind::Any) {
            return Some(self.initial);
        }
        match &self.kind {
            Kind::Number { min, max, whole } => number(cell, decimal_comma).filter(|number| {
                (*min..=*max).contains(number) && !(*whole && number.fract() != 0.0)
            }),
            Kind::Word(words) => {
                let index = words.iter().position(|word| word == cell)?;
                u32::try_from(index).ok().map(f64::from)
            }
            Kind::Empty | Kind::Any => None,
        }
    }
}

/// A plain number as JavaScript writes it, or one with a decimal comma and dots between its thousands.
fn number(text: &str, decimal_comma: bool) -> Option<f64> {
    let plain = |byte: u8| byte.is_ascii_digit() || b"+-.eE".contains(&byte);
    if text.bytes().all(plain) {
        if decimal_comma && may_be_thousands(text) {
            return None;
        }
        // Which takes "inf" and "nan" as well, but they have other letters.
        return text.parse().ok();
    }
    let (whole, fraction) = text.split_once(',').filter(|_| decimal_comma)?;
    let mut groups = whole.strip_prefix(['+', '-']).unwrap_or(whole).split('.');
    let first = groups.next()?;
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let mut thousands = groups.peekable();
    let grouped = thousands.peek().is_some();
    let fits = digits(first)
        && (!grouped || first.len() <= 3)
        && thousands.all(|group| group.len() == 3 && digits(group))
        && digits(fraction);
    if !fits {
        return None;
    }
    format!("{}.{fraction}", whole.replace('.', ""))
        .parse()
        .ok()
}

/// Whether a point may stand between thousands as well as before decimals: 37.000.
fn may_be_thousands(text: &str) -> bool {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    unsigned.split_once('.').is_some_and(|(whole, rest)| {
        (1..=3).contains(&whole.len())
            && !whole.starts_with('0')
            && digits(whole)
            && rest.len() == 3
            && digits(rest)
    })
}

/// The lines of a table that could be read, and the others: whoever reads those can tell what is wrong.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Rows {
    columns: Vec<Vec<f64>>,
    /// What is kept of each row: cells of CSV, each with a comma behind it.
    pub(crate) kept: Vec<String>,
    others: Vec<String>,
    before: Vec<u32>,
}

#[wasm_bindgen]
impl Rows {
    /// Reads each line alone, so that a quote that does not end spoils no other; a blank one is none, and a
    /// row of several lines is for somebody else.
    /// `keep` are the indices of the columns whose text is passed on.
    pub fn read(text: &str, separator: char, columns: Vec<Column>, keep: &[usize]) -> Self {
        let mut rows = Self {
            columns: vec![Vec::new(); columns.len()],
            kept: Vec::new(),
            others: Vec::new(),
            before: Vec::new(),
        };
        let mut cells = Vec::with_capacity(columns.len());
        for line in text.split('\n') {
            if line.trim().is_empty() {
                continue;
            }
            let is_row = if line.contains('"') {
                quoted(line, separator).is_some_and(|record| {
                    let cells: Vec<_> = record.iter().collect();
                    rows.take(&columns, &cells, separator, keep)
                })
            } else {
                cells.clear();
                cells.extend(line.split(separator).map(str::trim));
                rows.take(&columns, &cells, separator, keep)
            };
            if !is_row {
                rows.before.push(rows.kept.len() as u32);
                rows.others.push(line.to_owned());
            }
        }
        rows
    }

    /// How many lines are rows.
    #[wasm_bindgen(getter)]
    pub fn count(&self) -> usize {
        self.kept.len()
    }

    /// The numbers of a column, one a row.
    pub fn column(&self, index: usize) -> Vec<f64> {
        self.columns[index].clone()
    }

    /// The lines that could not be read.
    #[wasm_bindgen(getter)]
    pub fn others(&self) -> Vec<String> {
        self.others.clone()
    }

    /// How many rows are before each of the others.
    #[wasm_bindgen(getter)]
    pub fn before(&self) -> Vec<u32> {
        self.before.clone()
    }
}

impl Rows {
    /// Takes a row, if each cell is of its column.
    fn take(
        &mut self,
        columns: &[Column],
        cells: &[&str],
        separator: char,
        keep: &[usize],
    ) -> bool {
        if cells.len() != columns.len() {
            return false;
        }
        let count = self.count();
        for ((column, cell), numbers) in columns.iter().zip(cells).zip(&mut self.columns) {
            let Some(number) = column.read(cell, separator != ',') else {
                for numbers in &mut self.columns {
                    numbers.truncate(count);
                }
                return false;
            };
            numbers.push(number);
        }
        let kept = keep.iter().map(|index| cell_of_csv(cells[*index]));
        self.kept.push(kept.collect());
        true
    }
}

/// The cells of a line with quotes; none where one does not end or stands in the middle of a cell, or where
/// there are blanks around a cell, which count within quotes alone.
fn quoted(line: &str, separator: char) -> Option<StringRecord> {
    if !line.matches('"').count().is_multiple_of(2) {
        return None;
    }
    let mut record = StringRecord::new();
    ReaderBuilder::new()
        .delimiter(u8::try_from(separator).ok()?)
        .has_headers(false)
        .buffer_capacity(line.len())
        .from_reader(line.as_bytes())
        .read_record(&mut record)
        .ok()?;
    let is_plain = |cell: &str| !cell.contains('"') && cell == cell.trim();
    record.iter().all(is_plain).then_some(record)
}

/// A cell as it may stand between commas, and the comma behind it.
fn cell_of_csv(cell: &str) -> String {
    if cell.contains(['"', ',', '\r']) {
        format!("\"{}\",", cell.replace('"', "\"\""))
    } else {
        format!("{cell},")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shares() -> Column {
        Column::number(0.0, 1.0, false, 0.5)
    }

    #[test]
    fn numbers_are_those_of_javascript_and_no_others() {
        for (text, expected) in [
            ("37000", 37_000.0),
            ("+0.5", 0.5),
            (".5", 0.5),
            ("5.", 5.0),
            ("-1e3", -1000.0),
            ("2.5E-3", 0.0025),
        ] {
            assert_eq!(number(text, false), Some(expected), "{text}");
        }
        for text in [
            "", "-", ".", "e5", "1e", "inf", "nan", "NaN", "0x10", "1_000", "1,5", "$7", "1 000",
        ] {
            assert_eq!(number(text, false), None, "{text}");
        }
    }

    #[test]
    fn a_comma_is_decimal_where_it_separates_nothing() {
        for (text, expected) in [
            ("2,5", 2.5),
            ("-1.234,5", -1234.5),
            ("1.234.567,89", 1_234_567.89),
            ("37000,0", 37_000.0),
            ("0.125", 0.125),
            ("1.5", 1.5),
            ("37.0000", 37.0),
        ] {
            assert_eq!(number(text, true), Some(expected), "{text}");
        }
        for text in [
            "37.000",
            "-1.234",
            "2,",
            ",5",
            "1,2,3",
            "12345.678,9",
            "1.23,4",
            "1..2,3",
            "1e3,5",
        ] {
            assert_eq!(number(text, true), None, "{text}");
        }
    }

    #[test]
    fn a_row_has_a_cell_for_each_column_that_takes_it() {
        let text = "0.7,own\n,rent\n1.5,own\n0.7,lease\n0.7\n0.7,own,1\n 0.2 ,own\r";
        let words = ["own", "rent"].map(str::to_owned).to_vec();
        let rows = Rows::read(text, ',', vec![shares(), Column::word(words, 0.0)], &[]);
        assert_eq!(rows.others(), ["1.5,own", "0.7,lease", "0.7", "0.7,own,1"]);
        assert_eq!(rows.before(), [2; 4]);
        assert_eq!(rows.column(0), [0.7, 0.5, 0.2]);
        assert_eq!(rows.column(1), [0.0, 1.0, 0.0]);
    }

    #[test]
    fn whole_numbers_have_no_fraction() {
        let rows = Rows::read(
            "8\n8.5\n8e0",
            ',',
            vec![Column::number(1.0, 9.0, true, 1.0)],
            &[],
        );
        assert_eq!(rows.column(0), [8.0, 8.0]);
        assert_eq!(rows.before(), [1]);
    }

    #[test]
    fn what_is_kept_stays_one_cell() {
        let text =
            "\"Oslo, north\";0,5\nÅrhus;1\n\"a \"\"b\"\"\";1\n\"open;1\n\" c\";1\n\"d\";1\r\n";
        let rows = Rows::read(text, ';', vec![Column::any(), shares()], &[0]);
        let others = ["\"a \"\"b\"\"\";1", "\"open;1", "\" c\";1"];
        assert_eq!(rows.others(), others);
        assert_eq!(rows.kept, ["\"Oslo, north\",", "Århus,", "d,"]);
    }

    #[test]
    fn an_empty_column_takes_nothing_else() {
        let columns = vec![Column::empty(), shares()];
        let rows = Rows::read(",1\nh100,1", ',', columns, &[]);
        assert_eq!(rows.count(), 1);
        assert!(rows.column(0)[0].is_nan());
    }

    #[test]
    fn a_blank_line_is_none() {
        let rows = Rows::read("\n\t\r\n0.1\t\n\n", '\t', vec![shares(), shares()], &[]);
        assert_eq!(rows.column(0), [0.1]);
        assert!(rows.others().is_empty());
    }
}
