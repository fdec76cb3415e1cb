//! Finds the browsers and driver programs that the tests drive.

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail};

use crate::config::Project;
use crate::process;

/// A program the browser tests need.
pub struct Program {
    /// What people call it.
    name: &'static str,
    /// Names it goes by on PATH, the likeliest first.
    programs: &'static [&'static str],
    /// The environment variable that overrides the search, and tells the tests.
    variable: Option<&'static str>,
    /// The Debian package that brings it; none for what `cargo install` brings.
    package: Option<&'static str>,
}

const MINIBROWSER: &str = "MINIBROWSER";

#[rustfmt::skip]
const PROGRAMS: &[Program] = &[
    Program { name: "Chromium", programs: &["chromium", "chromium-browser", "google-chrome"], variable: Some("CHROMIUM"), package: Some("chromium") },
    Program { name: "chromedriver", programs: &["chromedriver"], variable: Some("CHROMEDRIVER"), package: Some("chromium-driver") },
    Program { name: "Firefox", programs: &["firefox-esr", "firefox"], variable: Some("FIREFOX"), package: Some("firefox-esr") },
    Program { name: "geckodriver", programs: &["geckodriver"], variable: Some("GECKODRIVER"), package: None },
    Program { name: "WebKitWebDriver", programs: &["WebKitWebDriver"], variable: Some("WEBKITDRIVER"), package: Some("webkit2gtk-driver") },
    Program { name: "WebKitGTK's MiniBrowser", programs: &["MiniBrowser"], variable: Some(MINIBROWSER), package: Some("webkit2gtk-driver") },
    Program { name: "xvfb-run", programs: &["xvfb-run"], variable: None, package: Some("xvfb") },
    Program { name: "xauth", programs: &["xauth"], variable: None, package: Some("xauth") },
];

/// What was found, by name, and what was not.
pub struct Browsers {
    found: BTreeMap<&'static str, PathBuf>,
    missing: Vec<&'static Program>,
}

impl Browsers {
    /// Looks for every program.
    pub fn find(project: &Project) -> Self {
        let mut found = BTreeMap::new();
        let mut missing = Vec::new();
        for program in PROGRAMS {
            match program.find(project) {
                Some(path) => {
                    found.insert(program.name, path);
                }
                None => missing.push(program),
            }
        }
        Self { found, missing }
    }

    /// The Debian packages of what is missing.
    pub fn missing_packages(&self) -> Vec<&'static str> {
        let mut packages: Vec<_> = self
            .missing
            .iter()
            .filter_map(|program| program.package)
            .collect();
        packages.dedup();
        packages
    }

    /// An error that says what is missing and how to bring it.
    pub fn require_all(&self) -> Result<()> {
        if self.missing.is_empty() {
            return Ok(());
        }
        let list = |field: fn(&&'static Program) -> Option<&'static str>| {
            self.missing
                .iter()
                .filter_map(field)
                .collect::<Vec<_>>()
                .join(", ")
        };
        let mut ways = Vec::new();
        if !self.missing_packages().is_empty() {
            ways.push(format!(
                "On Debian and its kin: sudo apt-get install --no-install-recommends {}",
                self.missing_packages().join(" ")
            ));
        }
        if self.missing.iter().any(|program| program.package.is_none()) {
            ways.push("geckodriver: cargo install geckodriver".into());
        }
        bail!(
            "the browser tests need what cannot be found here: {}.\n{}\n\
             Elsewhere: install them with the system's package manager, or give their paths in {}.\n\
             To run the steps that need no browser: cargo xtask test --only with names of cargo xtask test --list",
            list(|program| Some(program.name)),
            ways.join("\n"),
            list(|program| program.variable),
        );
    }

    /// The path of a program that was found.
    pub fn path<'a>(&'a self, name: &'a str) -> &'a Path {
        self.found
            .get(name)
            .map_or(Path::new(name), PathBuf::as_path)
    }

    /// The variables that tell the end-to-end tests where everything is.
    pub fn variables(&self) -> impl Iterator<Item = (&'static str, &Path)> {
        PROGRAMS.iter().filter_map(|program| {
            Some((program.variable?, self.found.get(program.name)?.as_path()))
        })
    }
}

impl Program {
    fn find(&self, project: &Project) -> Option<PathBuf> {
        let told = self.variable.and_then(env::var_os).map(PathBuf::from);
        told.filter(|path| path.is_file())
            .or_else(|| self.programs.iter().find_map(|name| project.find(name)))
            .or_else(|| (self.variable == Some(MINIBROWSER)).then(minibrowser)?)
    }
}

/// Distributions keep it out of PATH, in a folder of `WebKit`.
fn minibrowser() -> Option<PathBuf> {
    const VERSIONS: [&str; 3] = ["webkit2gtk-4.1", "webkitgtk-6.0", "webkit2gtk-4.0"];
    const PACKAGES: [&str; 3] = [
        "libwebkit2gtk-4.1-0",
        "libwebkitgtk-6.0-4",
        "libwebkit2gtk-4.0-37",
    ];
    let multiarch = fs::read_dir("/usr/lib")
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path());
    let known = ["/usr/libexec", "/usr/lib", "/usr/lib64"]
        .map(PathBuf::from)
        .into_iter()
        .chain(multiarch);
    known
        .flat_map(|dir| VERSIONS.map(|version| dir.join(version).join("MiniBrowser")))
        .find(|path| path.is_file())
        .or_else(|| {
            let listing = process::quiet_output(Command::new("dpkg").arg("-L").args(PACKAGES))?;
            listing
                .lines()
                .map(PathBuf::from)
                .find(|path| path.ends_with("MiniBrowser"))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_what_is_missing_and_what_brings_it() {
        let missing = PROGRAMS
            .iter()
            .filter(|program| program.name.ends_with("river"))
            .collect();
        let browsers = Browsers {
            found: BTreeMap::new(),
            missing,
        };
        let message = browsers.require_all().unwrap_err().to_string();
        for part in [
            "chromium-driver webkit2gtk-driver",
            "cargo install geckodriver",
            "WEBKITDRIVER",
        ] {
            assert!(message.contains(part), "{message}");
        }
    }
}
