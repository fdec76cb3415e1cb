//! The native time of the batch that `benches/run.mjs` gives to wasm: milliseconds of each round, as JSON.

use chip_calculators::analysis::Subject;
use chip_calculators::analysis::batch::Batch;
use chip_calculators::calculators::cloud_break_even::{CloudBreakEven, Input};
use std::hint::black_box;
use std::time::Instant;

const ROWS: usize = 1_000_000;
const ROUNDS: usize = 7;

const COLUMNS: [(&str, f64, f64, f64); 5] = [
    ("cloudRate", 2.0, 9.0, 0.618_034),
    ("gpuPrice", 2e4, 5e4, 0.414_214),
    ("utilization", 0.2, 1.0, 0.732_051),
    ("discountRate", 0.05, 0.15, 0.236_068),
    ("operationsFraction", 0.05, 0.25, 0.645_751),
];

fn main() {
    let subject = Subject::new::<CloudBreakEven>(&Input::default());
    let varied = COLUMNS.map(|(name, ..)| subject.parameter(name).expect("a parameter"));
    let columns = COLUMNS.map(|(_, low, high, step)| -> Vec<f64> {
        (0..ROWS)
            .map(|row| low + (high - low) * ((row as f64 * step) % 1.0))
            .collect()
    });
    let columns = columns.each_ref().map(|column| &column[..]);
    let outputs = ["saving", "breakEvenUtilization"];
    let wanted = outputs.map(|name| subject.output(name).expect("an output"));
    let mut times = Vec::new();
    for _ in 0..=ROUNDS {
        let start = Instant::now();
        let batch = Batch::new(subject.clone(), varied.to_vec(), wanted.to_vec());
        let results = batch.run(&columns).expect("good values");
        black_box(&results);
        times.push(start.elapsed().as_secs_f64() * 1e3);
    }
    times.remove(0);
    times.sort_by(f64::total_cmp);
    println!("{}", serde_json::json!(times));
}
