//! The steps of `cargo xtask test`, in their order.

mod audit;
mod javascript;
mod rust;
mod wasm;

use std::process::Command;

use anyhow::Result;

use crate::browsers::Browsers;
use crate::config::Project;
use crate::process::run;
use crate::setup::CargoTool;

/// One check or test.
pub struct Step {
    pub name: &'static str,
    /// What it holds.
    pub about: &'static str,
    pub needs_browsers: bool,
    /// What `cargo install` brings for this step alone.
    pub tool: Option<CargoTool>,
    pub run: fn(&Bench) -> Result<Outcome>,
}

impl Step {
    const fn new(
        name: &'static str,
        about: &'static str,
        run: fn(&Bench) -> Result<Outcome>,
    ) -> Self {
        Self {
            name,
            about,
            needs_browsers: false,
            tool: None,
            run,
        }
    }

    const fn with(mut self, tool: CargoTool) -> Self {
        self.tool = Some(tool);
        self
    }

    const fn in_browsers(mut self) -> Self {
        self.needs_browsers = true;
        self
    }
}

#[rustfmt::skip]
pub const STEPS: &[Step] = &[
    Step::new("fmt", "the Rust sources are formatted", rust::fmt),
    Step::new("clippy", "no lint of clippy's, native and wasm", rust::clippy),
    Step::new("codegen", "the generated files are up to date", rust::generated),
    Step::new("audit", "licenses, sources and known faults of dependencies", audit::audit)
        .with(CargoTool::Deny),
    Step::new("features", "each feature compiles alone and left out", rust::features),
    Step::new("native", "Rust tests, doctests and documentation", rust::native),
    Step::new("consumer", "a crate for wasm that depends on this one", rust::consumer),
    Step::new("fuzz", "a short run of each fuzz target, where there is nightly", rust::fuzz)
        .with(CargoTool::Fuzz),
    Step::new("build", "the package builds within its size budgets", javascript::build),
    Step::new("lint", "no lint of Biome's", javascript::lint),
    Step::new("types", "the TypeScript sources are well typed", javascript::types),
    Step::new("js", "JavaScript unit tests, in Node", javascript::unit),
    Step::new("scaffold", "a new calculator in a copy, five files by hand", javascript::scaffold),
    Step::new("wasm-pack", "a plain wasm-pack build exports what it declares", wasm::plain_build),
    Step::new("wasm-node", "a plain wasm-pack test, in Node", wasm::node),
    Step::new("wasm-chromium", "wasm-pack test in Chromium", wasm::chromium).in_browsers(),
    Step::new("wasm-firefox", "wasm-pack test in Firefox", wasm::firefox).in_browsers(),
    Step::new("wasm-webkit", "wasm-pack test in WebKitGTK", wasm::webkit).in_browsers(),
    Step::new("e2e", "end-to-end tests in the three engines", javascript::end_to_end)
        .in_browsers(),
    Step::new("packaging", "the package installed into real projects", javascript::packaging)
        .in_browsers(),
];

/// What the steps work with.
pub struct Bench<'a> {
    pub project: &'a Project,
    pub browsers: Browsers,
}

/// How a step ended.
#[derive(Clone, Copy, PartialEq)]
pub enum Outcome {
    Passed,
    Empty,
    Failed,
    NotReached,
}

impl Outcome {
    /// For people.
    pub fn words(self) -> &'static str {
        match self {
            Self::Passed => "passed",
            Self::Empty => "nothing to run",
            Self::Failed => "FAILED",
            Self::NotReached => "not reached",
        }
    }
}

fn passed(command: &mut Command) -> Result<Outcome> {
    run(command).map(|()| Outcome::Passed)
}

/// `WebKitGTK` has no headless mode.
fn xvfb_run(bench: &Bench) -> Command {
    let mut command = bench.project.command("xvfb-run");
    command.arg("-a");
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique() {
        let mut names: Vec<_> = STEPS.iter().map(|step| step.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), STEPS.len());
    }
}
