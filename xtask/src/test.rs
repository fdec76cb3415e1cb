//! Every check and test of the project, one step after another.

use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};

use crate::browsers::Browsers;
use crate::config::Project;
use crate::process::lasted;
use crate::setup::{self, Scope};
use crate::steps::{Bench, Outcome, STEPS, Step};

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
        let scope = if needs_browsers {
            Scope::Browsers
        } else {
            Scope::Checks
        };
        let tools: Vec<_> = wanted.iter().filter_map(|step| step.tool).collect();
        setup::run(project, scope, &tools)?;
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
}
