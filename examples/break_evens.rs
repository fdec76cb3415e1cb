//! Break-evens of many clusters: CSV in, CSV out.
//!
//! The header names the parameters of `cloudBreakEven`, `preset` among them; an empty cell leaves the
//! parameter to the preset or its default. A column `name` is passed through. A result that does not
//! exist is an empty cell. Reads the file given, or standard input:
//!
//! ```sh
//! cargo run --example break_evens examples/clusters.csv
//! ```

use chip_calculators::calculators::{Calculator, cloud_break_even::CloudBreakEven};
use chip_calculators::value::Record;
use serde_json::Value as Json;
use std::error::Error;
use std::fs::File;
use std::io::{self, Read};

const NAME: &str = "name";

fn main() -> Result<(), Box<dyn Error>> {
    let source: Box<dyn Read> = match std::env::args().nth(1) {
        Some(path) => Box::new(File::open(&path).map_err(|error| format!("{path}: {error}"))?),
        None => Box::new(io::stdin()),
    };
    break_evens(source, io::stdout())
}

fn break_evens(source: impl Read, target: impl io::Write) -> Result<(), Box<dyn Error>> {
    let mut reader = csv::Reader::from_reader(source);
    let mut writer = csv::Writer::from_writer(target);
    let header = reader.headers()?.clone();

    let outputs = CloudBreakEven::DESCRIPTION.outputs;
    writer.write_record(
        [NAME]
            .into_iter()
            .chain(outputs.iter().map(|output| output.name)),
    )?;
    for row in reader.records() {
        let row = row?;
        let line = row.position().map_or(0, csv::Position::line);
        let (name, input) = cluster(&header, &row);
        let answer =
            CloudBreakEven::run(&input.into()).map_err(|error| format!("line {line}: {error}"))?;
        let answer = serde_json::to_value(&answer)?;
        let cells = outputs.iter().map(|output| cell(&answer[output.name]));
        writer.write_record([name].into_iter().chain(cells))?;
    }
    writer.flush()?;
    Ok(())
}

/// A row as its name and an input: what reads as a number is one, other cells are words.
fn cluster(header: &csv::StringRecord, row: &csv::StringRecord) -> (String, Record) {
    let mut name = String::new();
    let mut input = Record::new();
    for (column, cell) in header.iter().zip(row).filter(|(_, cell)| !cell.is_empty()) {
        if column == NAME {
            cell.clone_into(&mut name);
        } else if let Ok(number) = cell.parse::<f64>() {
            input.push(column.to_owned(), number);
        } else {
            input.push(column.to_owned(), cell.to_owned());
        }
    }
    (name, input)
}

fn cell(value: &Json) -> String {
    match value {
        Json::Number(number) => number.to_string(),
        Json::String(text) => text.clone(),
        _ => String::new(),
    }
}
