//! Every check and test of the project, one step after another.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

use anyhow::{Result, bail};
use serde_json::json;

use crate::browsers::Browsers;
use crate::config::Project;
use crate::process::{lasted, output, run};
use crate::setup::{self, Scope};
use crate::{codegen, package, serve};

/// The options of `test`.
#[derive(Debug, Default, PartialEq)]
pub struct Options {
    only: Vec<&'static str>,
    /// Goes on after a failure.
    pub keep_going: bool,
    /// Only names the steps.
    pub list: bool,
}

impl Options {
    /// Takes the value of `--only`: step names between commas.
    pub fn select(&mut self, names: &str) -> Result<()> {
        for name in names.split(',').map(str::trim) {
            let Some(step) = STEPS.iter().find(|step| step.name == name) else {
                let known: Vec<_> = STEPS.iter().map(|step| step.name).collect();
                bail!("no step is called `{name}`; there are {}", known.join(", "));
            };
            self.only.push(step.name);
        }
        Ok(())
    }

    fn wants(&self, step: &Step) -> bool {
        self.only.is_empty() || self.only.contains(&step.name)
    }
}

struct Step {
    name: &'static str,
    about: &'static str,
    needs_browsers: bool,
    run: fn(&Bench) -> Result<Outcome>,
}

const fn step(name: &'static str, about: &'static str, run: fn(&Bench) -> Result<Outcome>) -> Step {
    Step {
        name,
        about,
        needs_browsers: false,
        run,
    }
}

const fn browser_step(
    name: &'static str,
    about: &'static str,
    run: fn(&Bench) -> Result<Outcome>,
) -> Step {
    Step {
        name,
        about,
        needs_browsers: true,
        run,
    }
}

const STEPS: &[Step] = &[
    step("fmt", "the Rust sources are formatted", fmt),
    step("clippy", "no lint of clippy's, native and wasm", clippy),
    step("codegen", "the generated files are up to date", generated),
    step("native", "Rust tests, doctests and documentation", native),
    step(
        "fuzz",
        "a short run of each fuzz target, where there is nightly",
        fuzz,
    ),
    step("build", "the package builds within its size budgets", build),
    step("lint", "no lint of Biome's", lint),
    step("types", "the TypeScript sources are well typed", types),
    step("js", "JavaScript unit tests, in Node", js),
    step("wasm-node", "wasm tests in Node", wasm_node),
    browser_step("wasm-chromium", "wasm tests in Chromium", wasm_chromium),
    browser_step("wasm-firefox", "wasm tests in Firefox", wasm_firefox),
    browser_step("wasm-webkit", "wasm tests in WebKitGTK", wasm_webkit),
    browser_step("e2e", "end-to-end tests in the three engines", e2e),
    browser_step(
        "packaging",
        "the package installed into real projects",
        packaging,
    ),
];

/// What the steps work with.
struct Bench<'a> {
    project: &'a Project,
    browsers: Browsers,
}

#[derive(Clone, Copy, PartialEq)]
enum Outcome {
    Passed,
    Empty,
    Failed,
    NotReached,
}

impl Outcome {
    fn words(self) -> &'static str {
        match self {
            Self::Passed => "passed",
            Self::Empty => "nothing to run",
            Self::Failed => "FAILED",
            Self::NotReached => "not reached",
        }
    }
}

/// Runs the steps asked for and sums them up; the last line counts them.
pub fn run_steps(project: &Project, options: &Options, skip_setup: bool) -> Result<ExitCode> {
    if options.list {
        for step in STEPS {
            println!("{:14} {}", step.name, step.about);
        }
        return Ok(ExitCode::SUCCESS);
    }
    let wanted: Vec<_> = STEPS.iter().filter(|step| options.wants(step)).collect();
    let needs_browsers = wanted.iter().any(|step| step.needs_browsers);
    if !skip_setup {
        setup::run(
            project,
            if needs_browsers {
                Scope::Browsers
            } else {
                Scope::Checks
            },
        )?;
    }
    let browsers = Browsers::find(project);
    if needs_browsers {
        browsers.require_all()?;
    }
    let bench = Bench { project, browsers };
    let mut results = Vec::new();
    let mut stopped = false;
    for step in wanted {
        if stopped {
            results.push((step, Outcome::NotReached, Duration::ZERO));
            continue;
        }
        println!("\n=== {}: {}", step.name, step.about);
        let started = Instant::now();
        let outcome = (step.run)(&bench).unwrap_or_else(|error| {
            println!("=== {} failed: {error:#}", step.name);
            stopped = !options.keep_going;
            Outcome::Failed
        });
        println!(
            "=== {}: {} in {}",
            step.name,
            outcome.words(),
            lasted(started.elapsed())
        );
        results.push((step, outcome, started.elapsed()));
    }
    println!("\n{:14} {:>14} {:>14}", "step", "result", "time");
    for (step, outcome, time) in &results {
        println!(
            "{:14} {:>14} {:>14}",
            step.name,
            outcome.words(),
            lasted(*time).to_string()
        );
    }
    let count = |outcomes: &[Outcome]| {
        results
            .iter()
            .filter(|(_, outcome, _)| outcomes.contains(outcome))
            .count()
    };
    let failed = count(&[Outcome::Failed]);
    let skipped = count(&[Outcome::Empty, Outcome::NotReached]);
    println!(
        "\n{} passed, {failed} failed, {skipped} skipped",
        count(&[Outcome::Passed])
    );
    Ok(if failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn passed(command: &mut Command) -> Result<Outcome> {
    run(command).map(|()| Outcome::Passed)
}

fn fmt(bench: &Bench) -> Result<Outcome> {
    passed(
        bench
            .project
            .command("cargo")
            .args(["fmt", "--all", "--check"]),
    )
}

fn clippy(bench: &Bench) -> Result<Outcome> {
    let deny = ["--", "-D", "warnings"];
    run(bench
        .project
        .command("cargo")
        .args(["clippy", "--workspace", "--all-targets"])
        .args(deny))?;
    let mut wasm = bench.project.command("cargo");
    wasm.args(["clippy", "--target", "wasm32-unknown-unknown", "--lib"]);
    for test in ["wasm_node", "wasm_browser"]
        .into_iter()
        .filter(|test| has_wasm_test(bench, test))
    {
        wasm.args(["--test", test]);
    }
    passed(wasm.args(deny))
}

fn generated(bench: &Bench) -> Result<Outcome> {
    codegen::run(&bench.project.root, true).map(|()| Outcome::Passed)
}

fn native(bench: &Bench) -> Result<Outcome> {
    run(bench.project.command("cargo").args(["test", "--workspace"]))?;
    // What docs.rs will say, which must not name what it cannot show.
    passed(
        bench
            .project
            .command("cargo")
            .args(["doc", "--no-deps", "--lib"])
            .env("RUSTDOCFLAGS", "-D warnings"),
    )
}

/// Seconds for each target: a search for what a change broke, not for what nobody found in hours.
const FUZZING: u32 = 3;

fn fuzz(bench: &Bench) -> Result<Outcome> {
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

fn build(bench: &Bench) -> Result<Outcome> {
    package::build(bench.project)?;
    serve::build_site(bench.project).map(|()| Outcome::Passed)
}

fn lint(bench: &Bench) -> Result<Outcome> {
    passed(bench.project.command("npm").args(["run", "lint"]))
}

fn types(bench: &Bench) -> Result<Outcome> {
    passed(bench.project.command("npm").args(["run", "types"]))
}

fn js(bench: &Bench) -> Result<Outcome> {
    node_tests(
        bench.project.command("node"),
        &["tests/js", "tests/functions"].map(|dir| bench.project.root.join(dir)),
    )
}

fn packaging(bench: &Bench) -> Result<Outcome> {
    let mut command = bench.project.command("node");
    command.envs(bench.browsers.variables());
    node_tests(command, &[bench.project.root.join("tests/packaging")])
}

/// One file after another: each drives three browsers, and machines are small.
fn e2e(bench: &Bench) -> Result<Outcome> {
    let mut command = xvfb_run(bench);
    command
        .arg("node")
        .arg("--test-concurrency=1")
        .envs(bench.browsers.variables());
    node_tests(command, &[bench.project.root.join("tests/e2e")])
}

fn node_tests(mut node: Command, dirs: &[PathBuf]) -> Result<Outcome> {
    let files: Vec<_> = dirs.iter().flat_map(|dir| test_files(dir)).collect();
    if files.is_empty() {
        return Ok(Outcome::Empty);
    }
    // Neither a hung browser nor a server that a failed test left open may hang the run.
    let bounds = ["--test-force-exit", "--test-timeout=600000"];
    passed(
        node.args(["--test", "--test-reporter=spec"])
            .args(bounds)
            .args(files),
    )
}

fn test_files(dir: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for path in fs::read_dir(dir)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
    {
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

fn wasm_node(bench: &Bench) -> Result<Outcome> {
    wasm_tests(
        bench,
        bench.project.command("wasm-pack"),
        "wasm_node",
        &["--node".into()],
    )
}

fn wasm_chromium(bench: &Bench) -> Result<Outcome> {
    let binary = json!({ "goog:chromeOptions": { "binary": bench.browsers.path("Chromium") } });
    let command = with_capabilities(bench, "chromium", &binary)?;
    wasm_in_browser(
        bench,
        command,
        ["--chrome", "--chromedriver"],
        "chromedriver",
    )
}

fn wasm_firefox(bench: &Bench) -> Result<Outcome> {
    let binary = json!({ "moz:firefoxOptions": { "binary": bench.browsers.path("Firefox") } });
    let command = with_capabilities(bench, "firefox", &binary)?;
    wasm_in_browser(
        bench,
        command,
        ["--firefox", "--geckodriver"],
        "geckodriver",
    )
}

/// `WebKitGTK`'s driver speaks to wasm-pack as Safari's does; it has no headless mode, hence xvfb.
fn wasm_webkit(bench: &Bench) -> Result<Outcome> {
    let mut command = xvfb_run(bench);
    command.arg("wasm-pack");
    wasm_in_browser(
        bench,
        command,
        ["--safari", "--safaridriver"],
        "WebKitWebDriver",
    )
}

fn wasm_in_browser(
    bench: &Bench,
    command: Command,
    flags: [&str; 2],
    driver: &str,
) -> Result<Outcome> {
    let [browser, driver_flag] = flags;
    let driver = bench.browsers.path(driver);
    let arguments = ["--headless", browser, driver_flag].map(OsString::from);
    wasm_tests(
        bench,
        command,
        "wasm_browser",
        &[&arguments[..], &[driver.into()]].concat(),
    )
}

/// `wasm-bindgen-test-runner` reads the browser's capabilities from the file that the variable names.
fn with_capabilities(
    bench: &Bench,
    name: &str,
    capabilities: &serde_json::Value,
) -> Result<Command> {
    let dir = bench.project.target.join("webdriver");
    fs::create_dir_all(&dir)?;
    let file = dir.join(name).with_extension("json");
    fs::write(&file, capabilities.to_string())?;
    let mut command = bench.project.command("wasm-pack");
    command.env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", file);
    Ok(command)
}

fn wasm_tests(
    bench: &Bench,
    mut wasm_pack: Command,
    test: &str,
    arguments: &[OsString],
) -> Result<Outcome> {
    if !has_wasm_test(bench, test) {
        return Ok(Outcome::Empty);
    }
    // The runner takes the first driver it finds a variable of, whichever browser was asked for.
    for driver in ["CHROMEDRIVER", "GECKODRIVER", "SAFARIDRIVER"] {
        wasm_pack.env_remove(driver);
    }
    passed(
        wasm_pack
            .arg("test")
            .args(arguments)
            .args(["--", "--test", test])
            .env("WASM_BINDGEN_TEST_TIMEOUT", "180")
            .env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "60"),
    )
}

fn has_wasm_test(bench: &Bench, test: &str) -> bool {
    bench
        .project
        .root
        .join("tests")
        .join(test)
        .with_extension("rs")
        .is_file()
}

fn xvfb_run(bench: &Bench) -> Command {
    let mut command = bench.project.command("xvfb-run");
    command.arg("-a");
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_takes_known_steps() {
        let mut options = Options::default();
        options.select("fmt, e2e").unwrap();
        assert_eq!(options.only, ["fmt", "e2e"]);
        let message = options.select("e3e").unwrap_err().to_string();
        assert!(message.contains("wasm-webkit"), "{message}");
    }

    #[test]
    fn step_names_are_unique() {
        let mut names: Vec<_> = STEPS.iter().map(|step| step.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), STEPS.len());
    }
}
