//! Brings the tools that a task needs and that are not there yet.

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::thread;
use std::time::Instant;

use anyhow::{Context, Result, anyhow, bail};
use serde::Deserialize;

use crate::browsers::Browsers;
use crate::config::Project;
use crate::process::{self, lasted, quiet_output, run_logged, typed};

/// What is compiled for.
pub const TARGET: &str = "wasm32-unknown-unknown";
/// The oldest Node.js that Vite runs on.
const NODE: (u32, u32) = (20, 19);

/// How much a task needs.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub enum Scope {
    /// What builds the package.
    Build,
    /// Also what checks the sources.
    Checks,
    /// Also the browsers and their drivers.
    Browsers,
}

/// What `cargo install` brings for a step of the test command: `cargo deny` and so on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum CargoTool {
    Deny,
    /// Only where there is nightly.
    Fuzz,
}

impl CargoTool {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Deny, Self::Fuzz];
}

/// Brings everything in the scope, and these tools; independent parts run side by side.
pub fn run(project: &Project, scope: Scope, extra: &[CargoTool]) -> Result<()> {
    let started = Instant::now();
    node(project)?;
    rust(project, scope)?;
    let mut packages = Vec::new();
    if scope == Scope::Browsers {
        let browsers = Browsers::find(project);
        packages = browsers.missing_packages();
        if !packages.is_empty() && !can_use_apt(project) {
            return browsers.require_all(); // before minutes of other set-up
        }
    }
    let results = thread::scope(|threads| {
        let npm = threads.spawn(|| npm(project));
        let apt = threads.spawn(|| match scope {
            Scope::Browsers => apt(project, &packages),
            Scope::Build | Scope::Checks => Ok(()),
        });
        let tools = cargo_tools(project, scope, extra);
        [npm.join(), apt.join(), Ok(tools)]
            .map(|result| result.unwrap_or_else(|_| Err(anyhow!("panicked"))))
    });
    let failures: Vec<_> = results.into_iter().filter_map(Result::err).collect();
    if !failures.is_empty() {
        let messages: Vec<_> = failures
            .iter()
            .map(|failure| format!("{failure:#}"))
            .collect();
        bail!("{}", messages.join("\n\n"));
    }
    if scope == Scope::Browsers {
        Browsers::find(project).require_all()?;
    }
    println!("setup    done in {}", lasted(started.elapsed()));
    Ok(())
}

/// Says that something is there, or brings it with the command and says how long that took.
fn bring(project: &Project, what: &str, is_there: bool, mut command: Command) -> Result<()> {
    if is_there {
        println!("setup    {what}: there");
        return Ok(());
    }
    let started = Instant::now();
    let how = typed(&command);
    println!("setup    {what}: {how} …");
    let log = project
        .target
        .join("setup-logs")
        .join(format!("{}.log", what.replace([' ', '\''], "-")));
    run_logged(&mut command, &log).with_context(|| format!("`{how}` did not bring {what}"))?;
    println!("setup    {what}: brought in {}", lasted(started.elapsed()));
    Ok(())
}

fn node(project: &Project) -> Result<()> {
    let version = process::output(project.command("node").arg("--version"))?;
    if !is_recent(version.trim()) {
        let (major, minor) = NODE;
        bail!(
            "Node.js {major}.{minor} or newer is needed; this is {}",
            version.trim()
        );
    }
    println!("setup    Node.js {}: there", version.trim());
    Ok(())
}

/// Whether a version as `node --version` prints it is not older than needed.
fn is_recent(version: &str) -> bool {
    let mut numbers = version
        .trim_start_matches('v')
        .split('.')
        .map_while(|number| number.parse().ok());
    numbers
        .next()
        .zip(numbers.next())
        .is_some_and(|version| version >= NODE)
}

fn rust(project: &Project, scope: Scope) -> Result<()> {
    // The sysroot tells even where there is no rustup.
    let libraries = process::output(project.command("rustc").args([
        "--print",
        "target-libdir",
        "--target",
        TARGET,
    ]))?;
    let is_there = Path::new(libraries.trim()).is_dir();
    let mut add = project.command("rustup");
    add.args(["target", "add", TARGET]);
    bring(project, &format!("Rust target {TARGET}"), is_there, add)?;
    if scope >= Scope::Checks {
        for (component, name) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
            let is_there =
                quiet_output(project.command("cargo").args([name, "--version"])).is_some();
            let mut add = project.command("rustup");
            add.args(["component", "add", component]);
            bring(project, component, is_there, add)?;
        }
    }
    Ok(())
}

fn cargo_tools(project: &Project, scope: Scope, extra: &[CargoTool]) -> Result<()> {
    let tools = &project.config.tools;
    cargo_tool(project, "wasm-pack", &tools.wasm_pack, &["wasm-pack"], true)?;
    let bindgen = ["wasm-bindgen", "wasm-bindgen-test-runner"];
    // Its lock file may name crate versions that a registry mirror lacks.
    cargo_tool(
        project,
        "wasm-bindgen-cli",
        &project.wasm_bindgen,
        &bindgen,
        false,
    )?;
    for tool in extra {
        let (name, version) = match tool {
            CargoTool::Deny => ("cargo-deny", &tools.cargo_deny),
            CargoTool::Fuzz if !has_nightly(project) => continue,
            CargoTool::Fuzz => ("cargo-fuzz", &tools.cargo_fuzz),
        };
        cargo_tool(project, name, version, &[name], true)?;
    }
    if scope == Scope::Browsers {
        let told = env::var_os("GECKODRIVER").is_some_and(|path| Path::new(&path).is_file());
        if told || project.find("geckodriver").is_some() {
            println!("setup    geckodriver: there");
        } else {
            cargo_tool(
                project,
                "geckodriver",
                &tools.geckodriver,
                &["geckodriver"],
                true,
            )?;
        }
    }
    Ok(())
}

/// Whether there is a nightly toolchain, without which fuzz targets cannot be built.
pub fn has_nightly(project: &Project) -> bool {
    quiet_output(project.command("cargo").args(["+nightly", "--version"])).is_some()
}

fn cargo_tool(
    project: &Project,
    name: &str,
    version: &str,
    programs: &[&str],
    locked: bool,
) -> Result<()> {
    let is_there = programs.iter().all(|program| {
        // Some of cargo's subcommands answer only to cargo.
        let mut asked = match program.strip_prefix("cargo-") {
            Some(subcommand) => {
                let mut cargo = project.command("cargo");
                cargo.arg(subcommand);
                cargo
            }
            None => project.command(program),
        };
        quiet_output(asked.arg("--version"))
            .is_some_and(|says| says.split_whitespace().nth(1) == Some(version))
    });
    let mut install = project.command("cargo");
    install.args(["install", name, "--version", version, "--root"]);
    install.arg(project.target.join("tools"));
    if locked {
        install.arg("--locked");
    }
    // One target folder lets the tools share what they depend on; they are built to start soon, not
    // to run fast.
    install
        .env("CARGO_TARGET_DIR", project.target.join("tools-build"))
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .env("CARGO_PROFILE_RELEASE_DEBUG", "0");
    bring(project, &format!("{name} {version}"), is_there, install)
}

#[derive(Deserialize)]
struct NpmLock {
    packages: BTreeMap<String, NpmPackage>,
}

#[derive(Deserialize)]
struct NpmPackage {
    #[serde(default)]
    version: String,
    #[serde(default)]
    optional: bool,
}

fn npm(project: &Project) -> Result<()> {
    let read = |file: &str| fs::read_to_string(project.root.join(file));
    let wanted = read("package-lock.json").context("cannot read package-lock.json")?;
    let is_there = read("node_modules/.package-lock.json")
        .is_ok_and(|installed| up_to_date(&wanted, &installed));
    let mut install = project.command("npm");
    install.args(["ci", "--no-audit", "--no-fund"]);
    bring(project, "npm packages", is_there, install)
}

/// Whether npm's record of what it installed agrees with the lock file.
fn up_to_date(wanted: &str, installed: &str) -> bool {
    let parse = |text| serde_json::from_str::<NpmLock>(text).map(|lock| lock.packages);
    let (Ok(mut wanted), Ok(installed)) = (parse(wanted), parse(installed)) else {
        return false;
    };
    wanted.remove(""); // the project itself, of which npm keeps no record
    let same = |name: &String, package: &NpmPackage| {
        installed
            .get(name)
            .map_or(package.optional, |found| found.version == package.version)
    };
    wanted.iter().all(|(name, package)| same(name, package))
        && installed.keys().all(|name| wanted.contains_key(name))
}

/// Whether `apt-get` is here and ours to use.
fn can_use_apt(project: &Project) -> bool {
    let is_root = quiet_output(Command::new("id").arg("-u")).is_some_and(|id| id.trim() == "0");
    is_root && project.find("apt-get").is_some()
}

fn apt(project: &Project, packages: &[&str]) -> Result<()> {
    if packages.is_empty() {
        println!("setup    browsers, drivers and xvfb: there");
        return Ok(());
    }
    let mut update = project.command("apt-get");
    update.arg("update");
    bring(project, "package lists", false, update)?;
    let mut install = project.command("apt-get");
    install
        .args(["install", "--yes", "--no-install-recommends"])
        .args(["-o", "DPkg::Lock::Timeout=300"])
        .args(packages)
        .env("DEBIAN_FRONTEND", "noninteractive");
    bring(project, "browsers and drivers", false, install)
}

#[cfg(test)]
mod tests {
    use super::*;

    const WANTED: &str = r#"{"packages": {"": {"version": "0"}, "node_modules/lit": {"version": "3.3.3"},
        "node_modules/other-system": {"version": "1.0.0", "optional": true}}}"#;

    #[test]
    fn tells_an_old_node() {
        assert!(is_recent("v20.19.0") && is_recent("v24.1.0"));
        assert!(!is_recent("v20.9.0") && !is_recent("v18.20.8") && !is_recent(""));
    }

    #[test]
    fn installed_packages_agree_with_the_lock() {
        let installed = |packages: &str| format!(r#"{{"packages": {{{packages}}}}}"#);
        assert!(up_to_date(
            WANTED,
            &installed(r#""node_modules/lit": {"version": "3.3.3"}"#)
        ));
        assert!(!up_to_date(
            WANTED,
            &installed(r#""node_modules/lit": {"version": "3.3.2"}"#)
        ));
        assert!(!up_to_date(WANTED, &installed("")));
        assert!(!up_to_date(
            WANTED,
            &installed(
                r#""node_modules/lit": {"version": "3.3.3"}, "node_modules/old": {"version": "1"}"#
            )
        ));
    }
}
