//! Steps that go through wasm-pack, as anybody would who knows it and not this project.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::javascript::node_tests;
use super::{Bench, Outcome, passed, xvfb_run};

/// What `wasm-pack build` leaves, for each target.
pub fn plain_build(bench: &Bench) -> Result<Outcome> {
    let folder = bench.project.root.join("tests/wasm-pack");
    node_tests(bench.project.command("node"), &[folder])
}

pub fn node(bench: &Bench) -> Result<Outcome> {
    passed(bench.project.command("wasm-pack").args(["test", "--node"]))
}

pub fn chromium(bench: &Bench) -> Result<Outcome> {
    let mut command = bench.project.command("wasm-pack");
    let binary = bench.browsers.path("Chromium");
    let options = capabilities(bench, "chromium", |options| {
        options["goog:chromeOptions"]["binary"] = json!(binary);
    })?;
    command.env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", options);
    in_browser(bench, command, "chrome", "chromedriver")
}

pub fn firefox(bench: &Bench) -> Result<Outcome> {
    let mut command = bench.project.command("wasm-pack");
    let binary = bench.browsers.path("Firefox");
    let options = capabilities(bench, "firefox", |options| {
        options["moz:firefoxOptions"]["binary"] = json!(binary);
    })?;
    command.env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", options);
    in_browser(bench, command, "firefox", "geckodriver")
}

/// `WebKitGTK`'s driver speaks to wasm-pack as Safari's does.
pub fn webkit(bench: &Bench) -> Result<Outcome> {
    let mut command = xvfb_run(bench);
    command.arg("wasm-pack");
    in_browser(bench, command, "safari", "WebKitWebDriver")
}

/// With the tests of the built package too, which a clone that has none ignores.
fn in_browser(bench: &Bench, mut command: Command, name: &str, driver: &str) -> Result<Outcome> {
    // The runner takes the first driver it finds a variable of, whichever browser was asked for.
    for driver in ["CHROMEDRIVER", "GECKODRIVER", "SAFARIDRIVER"] {
        command.env_remove(driver);
    }
    let flag = match name {
        "chrome" => "--chromedriver",
        "firefox" => "--geckodriver",
        _ => "--safaridriver",
    };
    command
        .args(["test", "--headless", &format!("--{name}"), flag])
        .arg(bench.browsers.path(driver))
        .args(["--", "--test", "*", "--", "--include-ignored"]);
    passed(&mut command)
}

/// A file of the browser's capabilities: those that anybody's `wasm-pack test` takes from
/// `webdriver.json`, and where the browser is.
fn capabilities(bench: &Bench, name: &str, with: impl FnOnce(&mut Value)) -> Result<PathBuf> {
    let committed = bench.project.root.join("webdriver.json");
    let text = fs::read_to_string(&committed).context("cannot read webdriver.json")?;
    let mut options = serde_json::from_str(&text).context("cannot understand webdriver.json")?;
    with(&mut options);
    let folder = bench.project.target.join("webdriver");
    fs::create_dir_all(&folder)?;
    let file = folder.join(name).with_extension("json");
    fs::write(&file, options.to_string())?;
    Ok(file)
}
