//! Steps over the Rust sources.

use std::collections::{BTreeMap, BTreeSet};

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

/// Each feature alone, all but each, none and all: what a feature needs and does not name is missing
/// where it is alone, and what is used only with it is left over where it is not; natively and for wasm32.
pub fn features(bench: &Bench) -> Result<Outcome> {
    for set in feature_sets(&bench.project.features) {
        for target in [&[][..], &["--target", TARGET]] {
            let mut cargo = bench.project.command("cargo");
            // Not `check` with RUSTFLAGS, which would compile the dependencies anew.
            cargo.args(["rustc", "--profile", "check", "--quiet", "--lib"]);
            cargo.arg("--no-default-features");
            cargo.args(["--package", "chip-calculators"]);
            cargo.arg("--features").arg(set.join(",")).args(target);
            run(cargo.args(["--", "-D", "warnings"]))?;
        }
        println!("[{}]: native and {TARGET}", set.join(", "));
    }
    Ok(Outcome::Passed)
}

/// The sets of features to check, each with all that it brings.
fn feature_sets(features: &BTreeMap<String, Vec<String>>) -> BTreeSet<Vec<&str>> {
    let names = || {
        features
            .keys()
            .map(String::as_str)
            .filter(|name| *name != "default")
    };
    let brings = |name: &str| {
        let mut found = BTreeSet::new();
        let mut open = vec![name];
        while let Some(name) = open.pop() {
            // Dependencies and their features are no features of ours.
            if let Some((name, brought)) = features.get_key_value(name)
                && found.insert(name.as_str())
            {
                open.extend(brought.iter().map(String::as_str));
            }
        }
        found
    };
    let alone = names().map(|name| brings(name).into_iter().collect());
    let but = names().map(|left_out| {
        names()
            .filter(|name| !brings(name).contains(left_out))
            .collect()
    });
    let all = names().collect();
    alone.chain(but).chain([Vec::new(), all]).collect()
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

/// Inputs of each target, the same ones every time: what a change broke, on every machine. What chance
/// finds is for a longer run by hand.
const FUZZING: [&str; 2] = ["-runs=6000", "-seed=1"];

pub fn fuzz(bench: &Bench) -> Result<Outcome> {
    if !setup::has_nightly(bench.project) {
        println!("the fuzz targets were not run: they need `rustup toolchain install nightly`");
        return Ok(Outcome::Empty);
    }
    // Without a sanitizer, which looks for what unsafe code does: there is none, and a third of the build is
    // its.
    let fuzz = |arguments: &[&str]| {
        let mut cargo = bench.project.command("cargo");
        cargo.args(["+nightly", "fuzz"]).args(arguments);
        cargo
    };
    run(&mut fuzz(&["build", "--sanitizer", "none"]))?;
    for target in output(&mut fuzz(&["list"]))?.lines() {
        let bounds = ["-timeout=20", "-rss_limit_mb=4096", "-verbosity=0"];
        let mut search = fuzz(&["run", "--sanitizer", "none", target, "--"]);
        run(search.args(FUZZING).args(bounds))?;
        println!("{target}: nothing found ({})", FUZZING.join(" "));
    }
    Ok(Outcome::Passed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_feature_is_checked_alone_and_left_out() {
        let features: BTreeMap<_, Vec<_>> = [
            ("default", vec!["wasm"]),
            ("serde", vec!["dep:serde"]),
            ("texts", vec![]),
            ("wasm", vec!["serde", "dep:js-sys"]),
        ]
        .map(|(name, brings)| (name.into(), brings.into_iter().map(String::from).collect()))
        .into();
        let expected: [&[&str]; 6] = [
            &[],
            &["serde"],
            &["serde", "texts"],
            &["serde", "texts", "wasm"],
            &["serde", "wasm"],
            &["texts"],
        ];
        assert!(feature_sets(&features).into_iter().eq(expected));
    }
}
