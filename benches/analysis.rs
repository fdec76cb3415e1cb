//! Native speed of the batch and of Monte Carlo.
//!
//! `cargo bench --bench analysis`; in wasm the same work takes nearly twice as long.

use chip_calculators::analysis::batch::Batch;
use chip_calculators::analysis::distribution::{Distribution, Draw};
use chip_calculators::analysis::monte_carlo::{Plan, Sequence, Uncertain, sample};
use chip_calculators::analysis::{Subject, goal_seek, tornado};
use chip_calculators::calculators::cloud_break_even::{CloudBreakEven, Input};
use chip_calculators::numerics::sequence::Stream;
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;

const ROWS: usize = 100_000;

fn article() -> Subject {
    Subject::new::<CloudBreakEven>(&Input::default())
}

/// Four columns in: GPUs, utilization, cloud rate and price, each over its range of interest.
fn columns() -> [Vec<f64>; 4] {
    let column = |of: &dyn Fn(f64) -> f64| -> Vec<f64> {
        (0..ROWS)
            .map(|row| {
                let part = row as f64 / ROWS as f64;
                of(part)
            })
            .collect()
    };
    [
        column(&|part| 1.0 + (part * 10_000.0).floor()),
        column(&|part| 0.2 + 0.8 * part),
        column(&|part| 1.0 + 9.0 * part),
        column(&|part| 20_000.0 + 30_000.0 * part),
    ]
}

fn batch(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("batch");
    group.throughput(Throughput::Elements(ROWS as u64));
    let columns = columns();
    let columns = columns.each_ref().map(|column| &column[..]);
    let subject = article();
    let varied = ["gpus", "utilization", "cloudRate", "gpuPrice"]
        .map(|name| subject.parameter(name).expect("a parameter"));
    let all: Vec<usize> = (0..subject.model.outputs().len() - 1).collect();
    let saving = vec![subject.output("saving").expect("an output")];
    for (name, outputs) in [("all outputs", all), ("saving", saving)] {
        let batch = Batch::new(article(), varied.to_vec(), outputs);
        group.bench_function(name, |bencher| {
            bencher.iter(|| black_box(batch.run(&columns).expect("good values")));
        });
    }
    group.finish();
}

fn uncertain(subject: &Subject) -> Vec<Uncertain> {
    let pert = |low, mode, high| Distribution::Pert { low, mode, high };
    [
        ("gpuPrice", pert(30e3, 37e3, 50e3)),
        ("operationsFraction", pert(0.1, 0.2, 0.35)),
        (
            "utilization",
            Distribution::Normal {
                mean: 0.7,
                sd: 0.15,
            },
        ),
        ("cloudRate", Distribution::Lognormal { p5: 2.4, p95: 10.6 }),
    ]
    .into_iter()
    .map(|(name, distribution)| {
        let parameter = subject.parameter(name).expect("a parameter");
        let draw = Draw::new(distribution, subject.entry(parameter)).expect("draws");
        Uncertain { parameter, draw }
    })
    .collect()
}

/// A distribution's 4,096 draws, its table made anew.
fn draws(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("4,096 draws");
    let subject = article();
    let price = subject.entry(subject.parameter("gpuPrice").expect("a parameter"));
    let (low, mode, high) = (30e3, 37e3, 50e3);
    let beta = |alpha, beta| Distribution::Beta {
        alpha,
        beta,
        low,
        high,
    };
    for (name, distribution) in [
        (
            "normal",
            Distribution::Normal {
                mean: mode,
                sd: 4e3,
            },
        ),
        ("lognormal", Distribution::Lognormal { p5: low, p95: high }),
        ("triangular", Distribution::Triangular { low, mode, high }),
        ("pert", Distribution::Pert { low, mode, high }),
        ("beta of 2 and 5", beta(2.0, 5.0)),
        ("beta of 0.5 and 0.5", beta(0.5, 0.5)),
        ("beta of 0.3 and 0.4", beta(0.3, 0.4)),
        ("beta of 300 and 20", beta(300.0, 20.0)),
    ] {
        let mut numbers = vec![0.0; 4096];
        Stream::spread(1, 0).fill(&mut numbers);
        group.bench_function(name, |bencher| {
            bencher.iter(|| {
                let draw = Draw::new(distribution, price).expect("draws");
                numbers.iter().map(|number| draw.at(*number)).sum::<f64>()
            });
        });
    }
    group.finish();
}

fn others(criterion: &mut Criterion) {
    let subject = article();
    let saving = subject.output("saving").expect("an output");
    let uncertain = uncertain(&subject);
    for (name, sequence) in [
        (
            "monte carlo of 4,096 even samples",
            Sequence::LowDiscrepancy,
        ),
        (
            "monte carlo of 4,096 random samples",
            Sequence::PseudoRandom,
        ),
    ] {
        let plan = Plan {
            sequence,
            ..Plan::default()
        };
        criterion.bench_function(name, |bencher| {
            bencher.iter(|| black_box(sample(&subject, &uncertain, saving, &plan)));
        });
    }
    let rate = subject.parameter("cloudRate").expect("a parameter");
    criterion.bench_function("goal seek", |bencher| {
        bencher.iter(|| black_box(goal_seek::seek(&subject, rate, saving, 0.0)));
    });
    criterion.bench_function("tornado", |bencher| {
        bencher.iter(|| black_box(tornado::bars(&subject, saving)));
    });
}

criterion_group!(benches, batch, draws, others);
criterion_main!(benches);
