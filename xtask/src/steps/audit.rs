//! What the dependencies bring with them: licenses, sources, duplicates, known vulnerabilities.
//!
//! The advisory databases are on the network. Where they cannot be had the step says so and holds
//! the rest; the forge's daily run of `.github/workflows/ci.yml` has them.

use std::collections::BTreeMap;
use std::fs;
use std::process::Command;

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use super::{Bench, Outcome};
use crate::process::{quiet_output, run};

/// Advisories of npm packages that do not reach us, each with why.
const ACCEPTED: &str = "npm-audit.toml";

pub fn audit(bench: &Bench) -> Result<Outcome> {
    let deny = |arguments: &[&str]| {
        let mut cargo = bench.project.command("cargo");
        cargo.args(["deny", "--workspace"]).args(arguments);
        cargo
    };
    run(&mut deny(&["check", "bans", "licenses", "sources"]))?;
    if quiet_output(&mut deny(&["fetch", "db"])).is_some() {
        run(&mut deny(&["check", "--disable-fetch", "advisories"]))?;
    } else {
        println!("cargo: advisories were not checked, for their database cannot be fetched here");
    }
    npm(bench)?;
    Ok(Outcome::Passed)
}

/// The part of `npm audit --json` that matters here.
#[derive(Deserialize)]
struct Report {
    /// Absent where the registry has no answer.
    vulnerabilities: Option<BTreeMap<String, Vulnerability>>,
}

#[derive(Deserialize)]
struct Vulnerability {
    via: Vec<Via>,
}

/// An advisory, or the name of the dependency that has one.
#[derive(Deserialize)]
#[serde(untagged)]
enum Via {
    Advisory {
        url: String,
        title: String,
    },
    #[expect(dead_code, reason = "its advisory is listed under that name")]
    Dependency(String),
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Accepted {
    #[serde(default)]
    accepted: Vec<Acceptance>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Acceptance {
    /// As in the advisory's address: `GHSA-…`.
    id: String,
    reason: String,
}

fn npm(bench: &Bench) -> Result<()> {
    let accepted = fs::read_to_string(bench.project.root.join(ACCEPTED))?;
    let Accepted { accepted } =
        toml::from_str(&accepted).with_context(|| format!("cannot understand {ACCEPTED}"))?;
    // It fails on findings and without network alike; its report tells which.
    let answer = Command::output(bench.project.command("npm").args(["audit", "--json"]))?;
    let report: Report = serde_json::from_slice(&answer.stdout).unwrap_or(Report {
        vulnerabilities: None,
    });
    let Some(found) = report.vulnerabilities else {
        println!("npm: advisories were not checked, for the registry does not answer audits here");
        return Ok(());
    };
    let open = judge(&found, &accepted);
    if !open.is_empty() {
        bail!(
            "known vulnerabilities of npm packages:\n{}",
            open.join("\n")
        );
    }
    println!(
        "npm: no known vulnerability but {} accepted",
        accepted.len()
    );
    Ok(())
}

/// The advisories that are not accepted, as lines.
fn judge(found: &BTreeMap<String, Vulnerability>, accepted: &[Acceptance]) -> Vec<String> {
    let mut open = Vec::new();
    for (name, vulnerability) in found {
        for via in &vulnerability.via {
            let Via::Advisory { url, title } = via else {
                continue;
            };
            match accepted.iter().find(|known| url.ends_with(&known.id)) {
                Some(known) => println!("npm: {name}: {title}: accepted, {}", known.reason),
                None => open.push(format!("{name}: {title}, {url}")),
            }
        }
    }
    open
}

#[cfg(test)]
mod tests {
    use super::*;

    const REPORT: &str = r#"{"vulnerabilities": {
        "a": {"via": [{"url": "https://example.org/GHSA-1", "title": "Reads too much"}]},
        "b": {"via": ["a"]}}}"#;

    fn found() -> BTreeMap<String, Vulnerability> {
        let report: Report = serde_json::from_str(REPORT).unwrap();
        report.vulnerabilities.unwrap()
    }

    #[test]
    fn a_finding_fails_unless_it_is_accepted() {
        let [line] = &judge(&found(), &[])[..] else {
            panic!("one finding")
        };
        assert!(line.contains("GHSA-1"), "{line}");
        let accepted = [Acceptance {
            id: "GHSA-1".into(),
            reason: "only reads our own files".into(),
        }];
        assert!(judge(&found(), &accepted).is_empty());
    }

    #[test]
    fn no_answer_is_no_finding() {
        let report: Report =
            serde_json::from_str(r#"{"message": "405 Method Not Allowed"}"#).unwrap();
        assert!(report.vulnerabilities.is_none());
    }
}
