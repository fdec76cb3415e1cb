//! Steps over the Rust sources.

use anyhow::Result;

use super::javascript::node_tests;
use super::{Bench, Outcome, passed};
use crate::codegen;
use crate::process::{output, run};
use crate::setup::{self, TARGET};

pub fn fmt(bench: &Bench) -> Result<Outcome> {
    let mut cargo = bench.project.command("cargo");
    passed(cargo.args(["fmt", "--all", "--check"]))
}

pub fn clippy(bench: &Bench) -> Result<Outcome> {
    for what in [
        &["--workspace", "--all-targets"][..],
        &["--lib", "--tests", "--target", TARGET],
    ] {
        let mut cargo = bench.project.command("cargo");
        run(cargo
            .arg("clippy")
            .args(what)
            .args(["--", "-D", "warnings"]))?;
    }
    Ok(Outcome::Passed)
}

pub fn generated(bench: &Bench) -> Result<Outcome> {
    codegen::run(&bench.project.root, true).map(|()| Outcome::Passed)
}

/// Every set of features that differs from the others.
pub fn features(bench: &Bench) -> Result<Outcome> {
    for target in [None, Some(TARGET)] {
        let mut cargo = bench.project.command("cargo");
        cargo.args(["hack", "check", "--feature-powerset", "--lib"]);
        cargo.args(["--package", "chip-calculators"]);
        if let Some(target) = target {
            cargo.args(["--target", target]);
        }
        run(cargo.env("RUSTFLAGS", "-D warnings"))?;
    }
    Ok(Outcome::Passed)
}

pub fn native(bench: &Bench) -> Result<Outcome> {
    let mut tests = bench.project.command("cargo");
    run(tests.args(["test", "--workspace"]))?;
    // What docs.rs will say, which must not name what it cannot show.
    let mut doc = bench.project.command("cargo");
    doc.args(["doc", "--no-deps", "--lib", "--all-features"]);
    passed(doc.env("RUSTDOCFLAGS", "-D warnings"))
}

pub fn consumer(bench: &Bench) -> Result<Outcome> {
    let folder = bench.project.root.join("tests/consumer");
    node_tests(bench.project.command("node"), &[folder])
}

/// Seconds for each target: a search for what a change broke, not for what nobody found in hours.
const FUZZING: u32 = 3;

pub fn fuzz(bench: &Bench) -> Result<Outcome> {
    if !setup::has_nightly(bench.project) {
        println!("the fuzz targets were not run: they need `rustup toolchain install nightly`");
        return Ok(Outcome::Empty);
    }
    let fuzz = |arguments: &[&str]| {
        let mut cargo = bench.project.command("cargo");
        cargo.args(["+nightly", "fuzz"]).args(arguments);
        cargo
    };
    run(&mut fuzz(&["build"]))?;
    for target in output(&mut fuzz(&["list"]))?.lines() {
        let seconds = format!("-max_total_time={FUZZING}");
        let bounds = [
            &seconds,
            "-timeout=20",
            "-rss_limit_mb=4096",
            "-verbosity=0",
        ];
        run(fuzz(&["run", target, "--"]).args(bounds))?;
        println!("{target}: nothing found in {FUZZING} s");
    }
    Ok(Outcome::Passed)
}
