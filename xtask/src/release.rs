//! Shows what a release would publish: checked, built twice with the same bytes, packed.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use base64::prelude::{BASE64_STANDARD, Engine};
use sha2::{Digest, Sha384};

use crate::config::Project;
use crate::package;
use crate::process::{output, run, timed};

/// Where npm packages are served from, by version.
const CDN: &str = "https://cdn.jsdelivr.net/npm";
const CHANGELOG: &str = "CHANGELOG.md";

/// What a page may load from a CDN, and how.
const SERVED: &[(&str, Snippet)] = &[
    ("embed.js", Snippet::Script),
    ("embed.single.js", Snippet::Script),
    ("frame.js", Snippet::Script),
    ("auto.js", Snippet::Module),
    ("reserve.css", Snippet::Style),
    ("core_bg.wasm", Snippet::Preload),
];

#[derive(Clone, Copy)]
enum Snippet {
    Script,
    Module,
    Style,
    Preload,
}

/// Goes through all of a release but the publishing.
pub fn dry_run(project: &Project) -> Result<()> {
    let changelog = fs::read_to_string(project.root.join(CHANGELOG))?;
    let date = dated(&changelog, &project.version)?;
    let commit = committed(project)?;
    println!("version  {} of commit {commit}, {date}", project.version);

    let folder = project.target.join("release");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    // In folders of unlike names and depths: a path that gets into a file shows.
    let clones = [folder.join("first"), folder.join("another/second")];
    let mut builds = Vec::new();
    for clone in &clones {
        builds.push(timed("release", "clone and build", || {
            build(project, clone)
        })?);
    }
    let differing = differences(&builds[0], &builds[1]);
    ensure!(
        differing.is_empty(),
        "two builds differ in {}",
        differing.join(", ")
    );
    println!(
        "\ntwo builds of {} files have the same bytes\n",
        builds[0].len()
    );

    let first = Project::load_from(&clones[0], &project.path)?;
    ensure!(
        manifest_version(&first)? == project.version,
        "package.json is of another version"
    );
    let pack = |program: &str, arguments: &[&str], folder: &Path| {
        run(project
            .command(program)
            .args(arguments)
            .current_dir(folder)
            .env("CARGO_TARGET_DIR", &first.target))
    };
    pack(
        "npm",
        &["pack", "--ignore-scripts", "--pack-destination", ".."],
        &first.out_dir(),
    )?;
    let tarball = format!("chip-calculators-{}.tgz", project.version);
    let listing = output(
        project
            .command("tar")
            .args(["--list", "--file", &tarball])
            .current_dir(&first.root),
    )?;
    ensure!(
        without_licence(&listing).is_empty(),
        "the npm package lacks {}",
        without_licence(&listing).join(", ")
    );
    pack(
        "npm",
        &["publish", "--dry-run", "--ignore-scripts", &tarball],
        &first.root,
    )?;
    println!();
    pack(
        "cargo",
        &["package", "--package", "chip-calculators", "--list"],
        &first.root,
    )?;
    pack(
        "cargo",
        &["package", "--package", "chip-calculators"],
        &first.root,
    )?;

    println!(
        "\nwould publish to npm and to crates.io: chip-calculators {}\n",
        project.version
    );
    for (file, snippet) in SERVED {
        let hash = integrity(&fs::read(first.out_dir().join(file))?);
        println!("{file}\n  {hash}");
        println!("  {}\n", snippet.of(file, &project.version, &hash));
    }
    Ok(())
}

/// The files that both licenses ask for, and that a tarball's listing does not have.
fn without_licence(listing: &str) -> Vec<&'static str> {
    let mut missing = vec!["LICENSE-APACHE", "LICENSE-MIT", "NOTICE"];
    missing.retain(|name| {
        listing
            .lines()
            .all(|file| file.strip_prefix("package/") != Some(*name))
    });
    missing
}

/// The day of a version's release by the changelog, or that it has none yet.
fn dated<'a>(changelog: &'a str, version: &str) -> Result<&'a str> {
    let heading = changelog
        .lines()
        .find_map(|line| line.strip_prefix("## "))
        .with_context(|| format!("{CHANGELOG} has no version"))?;
    match heading.split_once(", ") {
        Some((of, date)) if of == version => Ok(date),
        _ => bail!("{CHANGELOG} begins with `{heading}`, the crate is {version}"),
    }
}

/// The commit that is released: what is not in it would not be either.
fn committed(project: &Project) -> Result<String> {
    let git = |arguments: &[&str]| output(project.command("git").args(arguments));
    let changes = git(&["status", "--porcelain"])?;
    ensure!(
        changes.is_empty(),
        "a release is of a commit, and there are changes in none:\n{changes}"
    );
    Ok(git(&["rev-parse", "--short", "HEAD"])?.trim().into())
}

/// A build in a clone, with nothing of this checkout but its tools: every file with its hash.
fn build(project: &Project, clone: &Path) -> Result<BTreeMap<PathBuf, String>> {
    run(project
        .command("git")
        .args(["clone", "--quiet", "--no-hardlinks"])
        .arg(&project.root)
        .arg(clone))?;
    let cloned = Project::load_from(clone, &project.path)?;
    run(cloned
        .command("npm")
        .args(["ci", "--no-audit", "--no-fund", "--prefer-offline"]))?;
    package::build(&cloned)?;
    let mut hashes = BTreeMap::new();
    collect(&cloned.out_dir(), Path::new(""), &mut hashes)?;
    Ok(hashes)
}

fn collect(root: &Path, below: &Path, hashes: &mut BTreeMap<PathBuf, String>) -> Result<()> {
    for entry in fs::read_dir(root.join(below))? {
        let entry = entry?;
        let path = below.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            collect(root, &path, hashes)?;
        } else {
            hashes.insert(path.clone(), integrity(&fs::read(root.join(path))?));
        }
    }
    Ok(())
}

/// Files that are not the same in both, or in one alone.
fn differences(
    first: &BTreeMap<PathBuf, String>,
    second: &BTreeMap<PathBuf, String>,
) -> Vec<String> {
    let mut names: Vec<_> = first
        .keys()
        .chain(second.keys())
        .filter(|name| first.get(*name) != second.get(*name))
        .map(|name| name.display().to_string())
        .collect();
    names.sort();
    names.dedup();
    names
}

fn manifest_version(project: &Project) -> Result<String> {
    let text = fs::read_to_string(project.out_dir().join("package.json"))?;
    let manifest: serde_json::Value = serde_json::from_str(&text)?;
    Ok(manifest["version"].as_str().unwrap_or_default().into())
}

/// As in the `integrity` attribute.
fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(bytes)))
}

impl Snippet {
    fn of(self, file: &str, version: &str, hash: &str) -> String {
        let address = format!("{CDN}/chip-calculators@{version}/{file}");
        let checked = format!(r#"integrity="{hash}" crossorigin="anonymous""#);
        match self {
            Self::Script => format!(r#"<script src="{address}" {checked} defer></script>"#),
            Self::Module => format!(r#"<script type="module" src="{address}" {checked}></script>"#),
            Self::Style => format!(r#"<link rel="stylesheet" href="{address}" {checked}>"#),
            Self::Preload => {
                format!(r#"<link rel="preload" as="fetch" href="{address}" {checked}>"#)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_changelog_begins_with_the_version() {
        let changelog = "# Changelog\n\n## 1.2.0, 2026-12-01\n\n## 1.1.0, 2026-11-01\n";
        assert_eq!(dated(changelog, "1.2.0").unwrap(), "2026-12-01");
        assert!(dated(changelog, "1.1.0").is_err());
        assert!(dated("# Changelog", "1.1.0").is_err());
    }

    #[test]
    fn a_package_without_its_licences_is_told() {
        let listing = "package/NOTICE\npackage/LICENSE-MIT\npackage/types/LICENSE-APACHE\n";
        assert_eq!(without_licence(listing), ["LICENSE-APACHE"]);
    }

    #[test]
    fn builds_differ_in_bytes_and_in_files() {
        let files = |list: &[(&str, &str)]| {
            list.iter()
                .map(|(name, hash)| (PathBuf::from(name), (*hash).to_string()))
                .collect()
        };
        let first = files(&[("a", "1"), ("b", "2"), ("c", "3")]);
        let second = files(&[("a", "1"), ("b", "9"), ("d", "4")]);
        assert_eq!(differences(&first, &second), ["b", "c", "d"]);
        assert!(differences(&first, &first).is_empty());
    }

    #[test]
    fn the_snippet_names_version_and_hash() {
        // The hash of nothing, as `openssl dgst -sha384 -binary /dev/null | base64` prints it.
        let hash = integrity(b"");
        assert_eq!(
            hash,
            "sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb"
        );
        let snippet = Snippet::Script.of("embed.js", "1.2.3", &hash);
        assert!(
            snippet.contains("@1.2.3/embed.js\" integrity=\"sha384-OLBg"),
            "{snippet}"
        );
    }
}
