//! Measures the package against its peers.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::browsers::Browsers;
use crate::config::Project;
use crate::package;
use crate::process::{output, run};
use crate::readme;
use crate::serve;

/// Builds, then prints the ratios.
pub fn run_benches(project: &Project) -> Result<()> {
    package::build(project)?;
    serve::build_site(project)?;
    let native = native_batch(project)?;
    let browsers = Browsers::find(project);
    let table = project.target.join("bench.md");
    run(project
        .command("node")
        .arg("benches/run.mjs")
        .arg(native)
        .arg(&table)
        .envs(browsers.variables()))?;
    readme::write_bench(&project.root, &fs::read_to_string(table)?)
}

/// The program of `benches/batch.rs`.
fn native_batch(project: &Project) -> Result<PathBuf> {
    let messages = output(project.command("cargo").args([
        "bench",
        "--bench",
        "batch",
        "--no-run",
        "--message-format=json",
    ]))?;
    messages
        .lines()
        .filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok())
        .filter(|message| message["target"]["name"] == "batch")
        .find_map(|message| message["executable"].as_str().map(PathBuf::from))
        .context("cargo names no program of benches/batch.rs")
}
