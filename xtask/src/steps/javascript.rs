//! Steps over the JavaScript sources and the built package.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;

use super::{Bench, Outcome, passed, xvfb_run};
use crate::{elements, package, readme, serve};

pub fn build(bench: &Bench) -> Result<Outcome> {
    let sizes = package::build(bench.project)?;
    readme::check_sizes(&bench.project.root, &sizes)?;
    elements::check(&bench.project.root, &bench.project.out_dir())?;
    serve::build_site(bench.project).map(|()| Outcome::Passed)
}

pub fn lint(bench: &Bench) -> Result<Outcome> {
    passed(bench.project.command("npm").args(["run", "lint"]))
}

pub fn types(bench: &Bench) -> Result<Outcome> {
    passed(bench.project.command("npm").args(["run", "types"]))
}

pub fn unit(bench: &Bench) -> Result<Outcome> {
    node_tests(
        bench.project.command("node"),
        &["tests/js", "tests/functions"].map(|dir| bench.project.root.join(dir)),
    )
}

pub fn scaffold(bench: &Bench) -> Result<Outcome> {
    let tests = bench.project.root.join("tests/scaffold");
    node_tests(bench.project.command("node"), &[tests])
}

pub fn packaging(bench: &Bench) -> Result<Outcome> {
    let mut command = bench.project.command("node");
    command.envs(bench.browsers.variables());
    node_tests(command, &[bench.project.root.join("tests/packaging")])
}

pub fn end_to_end(bench: &Bench) -> Result<Outcome> {
    let mut command = xvfb_run(bench);
    command.arg("node").envs(bench.browsers.variables());
    node_tests(command, &[bench.project.root.join("tests/e2e")])
}

/// Runs the `.test.mjs` files below the folders, two at a time whatever the machine: what waits for a
/// browser or a registry leaves a core to another file, and Node alone would take one less than it has.
pub fn node_tests(mut node: Command, folders: &[PathBuf]) -> Result<Outcome> {
    let files: Vec<_> = folders.iter().flat_map(|dir| test_files(dir)).collect();
    if files.is_empty() {
        return Ok(Outcome::Empty);
    }
    // Neither a hung browser nor a server that a failed test left open may hang the run.
    let bounds = [
        "--test-concurrency=2",
        "--test-force-exit",
        "--test-timeout=600000",
    ];
    passed(
        node.args(["--test", "--test-reporter=spec"])
            .args(bounds)
            .args(files),
    )
}

fn test_files(dir: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(dir).into_iter().flatten().flatten();
    let mut files = Vec::new();
    for path in entries.map(|entry| entry.path()) {
        if path.is_dir() {
            if !path.ends_with("node_modules") {
                files.extend(test_files(&path));
            }
        } else if path.to_string_lossy().ends_with(".test.mjs") {
            files.push(path);
        }
    }
    files.sort();
    files
}
