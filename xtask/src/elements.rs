//! `docs/elements.md`, from the package's custom elements manifest: what editors complete and
//! catalogues list, for people.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;

const FILE: &str = "docs/elements.md";

const INTRODUCTION: &str = "\
# Elements

<!-- Written by `cargo xtask build` from custom-elements.json: do not edit. -->

Each element takes its figures as attributes, in kebab-case, and as properties, in camelCase. What an
attribute does not set is the preset's, or the default. [reference.md](reference.md) has the sources of
all figures, and what is computed of them.

**Shares are fractions in code.** Where a widget shows 70%, the attribute takes 0.7. Amounts are US
dollars: `37000`. `$37,000`, `37k` and `70%` are read as well. The column *shown as* says what readers see of the example.
";

/// Drawn by `tests/e2e/documented.mjs`.
const PARTS: &str = "\n![The parts of a calculator, each with its name](parts.png)\n";

/// Drawn with it.
const COLORS: &str = "\n![A calculator in loud colors, with the property of each](colors.png)\n";

/// The parts of <https://github.com/webcomponents/custom-elements-manifest> that the page tells.
#[derive(Deserialize)]
struct Manifest {
    modules: Vec<Module>,
}

#[derive(Deserialize)]
struct Module {
    #[serde(default)]
    declarations: Vec<Element>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Element {
    tag_name: String,
    #[serde(default)]
    description: String,
    #[serde(default)]
    presets: Vec<String>,
    #[serde(default)]
    attributes: Vec<Entry>,
    #[serde(default)]
    members: Vec<Entry>,
    #[serde(default)]
    events: Vec<Entry>,
    #[serde(default)]
    slots: Vec<Entry>,
    #[serde(default)]
    css_properties: Vec<Entry>,
    #[serde(default)]
    css_parts: Vec<Entry>,
}

#[derive(Clone, Deserialize, PartialEq)]
#[serde(rename_all = "camelCase")]
struct Entry {
    name: String,
    #[serde(default)]
    description: String,
    #[serde(rename = "type")]
    kind: Option<Kind>,
    default: Option<String>,
    min: Option<f64>,
    max: Option<f64>,
    #[serde(default)]
    whole: bool,
    unit_name: Option<String>,
    example: Option<String>,
    /// What a widget makes of the example.
    shown: Option<String>,
    /// Of a property, the attribute that it reflects.
    attribute: Option<String>,
}

#[derive(Clone, Deserialize, PartialEq)]
struct Kind {
    text: String,
}

/// Writes the page.
pub fn write(root: &Path, package: &Path) -> Result<()> {
    let page = read(package)?;
    if old(root) != page {
        fs::write(root.join(FILE), page)?;
        println!("{FILE} renewed");
    }
    Ok(())
}

/// An error where the page is not of this build.
pub fn check(root: &Path, package: &Path) -> Result<()> {
    ensure!(
        old(root) == read(package)?,
        "{FILE} is stale: run `cargo xtask build` and commit what it writes"
    );
    Ok(())
}

fn old(root: &Path) -> String {
    let text = fs::read_to_string(root.join(FILE)).unwrap_or_default();
    text.replace("\r\n", "\n")
}

fn read(package: &Path) -> Result<String> {
    let file = package.join("custom-elements.json");
    let text = fs::read_to_string(&file).context("the package has no manifest of its elements")?;
    let manifest: Manifest =
        serde_json::from_str(&text).with_context(|| format!("cannot read {}", file.display()))?;
    page(&manifest)
}

/// What all elements have stands once, before what each has of its own.
fn page(manifest: &Manifest) -> Result<String> {
    // The calculators are one module, each tag of an article is one of its own.
    let (calculators, prose) = manifest
        .modules
        .split_first()
        .context("the manifest has no module")?;
    let elements: Vec<&Element> = calculators.declarations.iter().collect();
    let first = *elements.first().context("the manifest has no element")?;
    let shared = |field: fn(&Element) -> &Vec<Entry>| -> Vec<Entry> {
        let everywhere = |entry: &&Entry| elements.iter().all(|of| field(of).contains(entry));
        field(first).iter().filter(everywhere).cloned().collect()
    };
    let attributes = shared(|of| &of.attributes);
    let mut members = shared(|of| &of.members);
    members.retain(|member| member.attribute.is_none());

    let mut out = String::from(INTRODUCTION);
    out.push_str("\n## Every element\n");
    section(&mut out, "Attributes", "attribute", &attributes);
    section(&mut out, "Properties and methods", "name", &members);
    section(&mut out, "Events", "event", &shared(|of| &of.events));
    section(&mut out, "Slots", "slot", &shared(|of| &of.slots));
    section(&mut out, "Parts", "part", &shared(|of| &of.css_parts));
    out.push_str(PARTS);
    section(
        &mut out,
        "CSS custom properties",
        "property",
        &shared(|of| &of.css_properties),
    );
    out.push_str(COLORS);
    for element in elements {
        writeln!(
            out,
            "\n## `<{}>`\n\n{}",
            element.tag_name, element.description
        )?;
        let own: Vec<Entry> = element
            .attributes
            .iter()
            .filter(|entry| !attributes.contains(entry))
            .cloned()
            .collect();
        if !element.presets.is_empty() {
            let names: Vec<_> = element.presets.iter().map(|name| code(name)).collect();
            writeln!(out, "\nPresets: {}.", names.join(", "))?;
        }
        table(&mut out, "attribute", &own);
    }
    for element in prose.iter().flat_map(|module| &module.declarations) {
        writeln!(
            out,
            "\n## `<{}>`\n\n{}",
            element.tag_name, element.description
        )?;
        table(&mut out, "attribute", &element.attributes);
        table(&mut out, "part", &element.css_parts);
        let mut properties = element.css_properties.clone();
        properties.retain(|property| !first.css_properties.contains(property));
        table(&mut out, "property", &properties);
    }
    Ok(out)
}

fn section(out: &mut String, title: &str, what: &str, entries: &[Entry]) {
    if !entries.is_empty() {
        out.push_str("\n### ");
        out.push_str(title);
        out.push('\n');
        table(out, what, entries);
    }
}

/// With columns only for what some entry has.
fn table(out: &mut String, what: &str, entries: &[Entry]) {
    type Cell = fn(&Entry) -> String;
    if entries.is_empty() {
        return;
    }
    let columns: [(&str, Cell); 7] = [
        (what, |entry| match entry.name.as_str() {
            "" => "(default)".to_owned(),
            name => code(name),
        }),
        ("takes", takes),
        ("unit", |entry| entry.unit_name.clone().unwrap_or_default()),
        ("default", |entry| {
            entry.default.as_deref().map(code).unwrap_or_default()
        }),
        ("example", example),
        ("shown as", |entry| entry.shown.clone().unwrap_or_default()),
        ("what it is", |entry| entry.description.replace('|', "\\|")),
    ];
    let kept: Vec<_> = columns
        .into_iter()
        .filter(|(_, cell)| entries.iter().any(|entry| !cell(entry).is_empty()))
        .collect();
    out.push('\n');
    let mut line = |cells: Vec<String>| {
        out.push_str("| ");
        out.push_str(&cells.join(" | "));
        out.push_str(" |\n");
    };
    let head: Vec<_> = kept.iter().map(|(head, _)| (*head).to_owned()).collect();
    let rule = vec!["---".to_owned(); kept.len()];
    line(head);
    line(rule);
    for entry in entries {
        line(kept.iter().map(|(_, cell)| cell(entry)).collect());
    }
}

/// The bounds of a number, else its type.
fn takes(entry: &Entry) -> String {
    match (entry.min, entry.max) {
        (Some(f64::MIN), Some(f64::MAX)) => "any number".to_owned(),
        (Some(min), Some(max)) if entry.whole => format!("whole number, {min} to {max}"),
        (Some(min), Some(max)) => format!("{min} to {max}"),
        _ => match entry.kind.as_ref().map(|kind| kind.text.as_str()) {
            None => String::new(),
            Some("string") => "text".to_owned(),
            Some("number") => "a number".to_owned(),
            Some(other) => code(other),
        },
    }
}

/// As it stands in HTML.
fn example(entry: &Entry) -> String {
    let value = entry.example.as_deref();
    value.map_or_else(String::new, |value| {
        code(&format!("{}=\"{value}\"", entry.name))
    })
}

fn code(text: &str) -> String {
    format!("`{}`", text.replace('|', "\\|"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MANIFEST: &str = r#"{"modules": [{"declarations": [
        {"tagName": "chip-a", "description": "One.", "attributes": [
            {"name": "lang", "description": "Language."},
            {"name": "gpus", "type": {"text": "\"x\" | \"y\""}, "default": "x", "description": "GPUs."},
            {"name": "share", "type": {"text": "number"}, "min": 0, "max": 1, "unitName": "fraction",
             "example": "0.7", "shown": "70%", "description": "Share."}],
         "slots": [{"name": "", "description": "Fallback."}]},
        {"tagName": "chip-b", "description": "Two.",
         "attributes": [{"name": "lang", "description": "Language."}],
         "slots": [{"name": "", "description": "Fallback."}]}]}]}"#;

    #[test]
    fn what_all_have_is_told_once() {
        let page = page(&serde_json::from_str(MANIFEST).unwrap()).unwrap();
        assert_eq!(page.matches("`lang`").count(), 1, "{page}");
        assert_eq!(page.matches("Fallback.").count(), 1, "{page}");
        assert!(
            page.contains("| `gpus` | `\"x\" \\| \"y\"` |  | `x` |  |  | GPUs. |"),
            "{page}"
        );
        assert!(
            page.contains("| `share` | 0 to 1 | fraction |  | `share=\"0.7\"` | 70% | Share. |"),
            "{page}"
        );
    }
}
