//! Owning against renting: an input as JSON on standard input, the answer as JSON on standard output.
//!
//! ```sh
//! echo '{"years": 1, "discountRate": 0, "operationsFraction": 0}' |
//!     cargo run --example cloud_break_even
//! ```
//!
//! An input that cannot be computed is answered with every bad field.

use chip_calculators::calculators::{Calculator, cloud_break_even::CloudBreakEven};
use chip_calculators::value::Value;
use std::error::Error;
use std::io::{stdin, stdout};
use std::process::ExitCode;

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let input: Value = serde_json::from_reader(stdin())?;
    let code = match CloudBreakEven::run(&input) {
        Ok(answer) => {
            serde_json::to_writer_pretty(stdout(), &answer)?;
            ExitCode::SUCCESS
        }
        Err(error) => {
            serde_json::to_writer_pretty(stdout(), &error)?;
            ExitCode::FAILURE
        }
    };
    println!();
    Ok(code)
}
