//! Writes the files generated from the calculators' parameter tables: TypeScript types, the forms'
//! metadata, the reference of parameters, and all that lists the calculators by name.

mod metadata;
mod reference;
mod registry;
mod types;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use chip_calculators::table::Parameter;

/// Writes the generated files, or with `check` fails if they are stale.
pub fn run(root: &Path, check: bool) -> Result<()> {
    let mut files = vec![
        ("src/types.d.ts".to_owned(), types::generate()),
        ("docs/reference.md".to_owned(), reference::generate()),
    ];
    for (name, text) in metadata::generate()? {
        files.push((format!("www/src/generated/{name}.ts"), text));
    }
    files.extend(registry::generate(root)?);
    for (name, text) in files {
        let path = root.join(&name);
        // On a checkout with other line ends the file is still the same.
        let old = fs::read_to_string(&path)
            .unwrap_or_default()
            .replace("\r\n", "\n");
        if old == text {
            continue;
        }
        if check {
            bail!("{name} is stale: run `cargo xtask codegen` and commit what it writes");
        }
        let folder = path
            .parent()
            .context("every generated file is in a folder")?;
        fs::create_dir_all(folder)?;
        fs::write(&path, text).with_context(|| format!("writing {name}"))?;
    }
    Ok(())
}

/// `clusterTco` as the name of a file: `cluster-tco`.
fn kebab(name: &str) -> String {
    name.chars().fold(String::new(), |mut kebab, letter| {
        if letter.is_ascii_uppercase() {
            kebab.push('-');
        }
        kebab.push(letter.to_ascii_lowercase());
        kebab
    })
}

/// `clusterTco` as the name of a type: `ClusterTco`.
pub fn pascal(name: &str) -> String {
    let (first, rest) = name.split_at(1);
    first.to_uppercase() + rest
}

/// The bounds of a number, in words.
fn bounds(parameter: &Parameter) -> String {
    if (parameter.min, parameter.max) == (f64::MIN, f64::MAX) {
        "any number".to_owned()
    } else {
        format!("{} to {}", parameter.min, parameter.max)
    }
}

/// A doc comment's lines as one sentence.
fn sentence(doc: &str) -> &str {
    doc.trim()
}
