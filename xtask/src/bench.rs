//! Measures the package against its peers.

use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::browsers::Browsers;
use crate::config::Project;
use crate::package;
use crate::process::{output, run};

/// Builds, then prints the ratios.
pub fn run_benches(project: &Project) -> Result<()> {
    package::build(project)?;
    let native = native_batch(project)?;
    let browsers = Browsers::find(project);
    run(project
        .command("node")
        .arg("benches/run.mjs")
        .arg(native)
        .arg(project.target.join("bench.md"))
        .envs(browsers.variables()))
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
