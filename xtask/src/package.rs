//! Builds the npm package.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;

use anyhow::{Context, Result, anyhow, bail};
use indexmap::IndexMap;
use serde_json::value::{RawValue, to_raw_value};

use crate::codegen;
use crate::config::{Module, Project};
use crate::process::{run, timed};
use crate::size::{self, Line};

const BUNDLE: &str = "www/vite.package.config.ts";
const DECLARATIONS: &str = "www/tsconfig.build.json";
/// Bundles others' work as ours is.
const PEERS: &str = "www/vite.peers.config.ts";
const TEMPLATE: &str = "www/package.json";
const README: &str = "www/README.npm.md";
/// Those whose types others name.
const MODULES: [&str; 3] = ["core", "article", "draft"];
/// The crate of the command's tables, and its module.
const CSV: &str = "csv";

/// Builds the package, holds it against its size budgets and returns the sizes.
pub fn build(project: &Project) -> Result<Vec<Line>> {
    codegen::run(&project.root, false).context("the generated files")?;
    let out = project.out_dir();
    if out.exists() {
        fs::remove_dir_all(&out).with_context(|| format!("cannot empty {}", out.display()))?;
    }
    // Side by side: a crate is optimized as a whole, which keeps one core busy.
    let modules = &project.config.modules;
    let (own, alike): (Vec<_>, Vec<_>) = modules
        .iter()
        .partition(|(_, wanted)| wanted.opt_level.is_some());
    let (own, alike) = thread::scope(|threads| {
        let own = threads.spawn(|| more_modules(project, &own));
        let alike = timed("build", "wasm-pack", || wasm_pack(project))
            .and_then(|()| more_modules(project, &alike))
            .and_then(|()| timed("build", "wasm-pack: csv", || csv_module(project)));
        let own = own.join().unwrap_or_else(|_| Err(anyhow!("panicked")));
        (own, alike)
    });
    own?;
    alike?;
    for name in modules.keys().map(String::as_str).chain([CSV]) {
        copy_module(project, name)?;
    }
    timed("build", "bundles", || {
        run(project.command("vite").args(["build", "--config", BUNDLE]))
    })?;
    timed("build", "type declarations", || {
        run(project.command("tsc").args(["-p", DECLARATIONS]))
    })?;
    declarations(&out, &out.join("types"))?;
    for name in MODULES {
        fs::copy(
            out.join(format!("{name}.d.ts")),
            out.join(format!("{name}.d.cts")),
        )?;
    }
    finish_manifest(project)?;
    // The bundles hold others' code, whose licenses ask to be named.
    for file in ["NOTICE", "LICENSE-MIT", "LICENSE-APACHE"] {
        fs::copy(project.root.join(file), out.join(file))?;
    }
    // The repository's own is of the repository: its links and its picture are not in the package.
    fs::copy(project.root.join(README), out.join("README.md"))?;
    timed("build", "peers", || {
        run(project
            .command("vite")
            .args(["build", "--config", PEERS, "--logLevel", "warn"]))
    })?;
    let lines = timed("build", "sizes", || measure(project))?;
    size::report(&lines)?;
    Ok(lines)
}

fn wasm_pack(project: &Project) -> Result<()> {
    let wanted = &project.config.wasm_pack;
    let mut command = reproducible(project.command("wasm-pack"), project);
    let out = project.out_dir();
    module(
        project,
        &mut command,
        &project.root,
        &wanted.out_name,
        &wanted.features,
        &out,
    )
}

/// Other modules of the crate, each in a package of its own.
fn more_modules(project: &Project, wanted: &[(&String, &Module)]) -> Result<()> {
    for (name, wanted) in wanted {
        let mut command = reproducible(project.command("wasm-pack"), project);
        if let Some(level) = &wanted.opt_level {
            // Two builds in one folder would wait for each other.
            command
                .env("CARGO_TARGET_DIR", project.target.join("modules-build"))
                .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", level);
        }
        let folder = project.target.join(name);
        timed("build", &format!("wasm-pack: {name}"), || {
            let (krate, features) = (&project.root, &wanted.features);
            module(project, &mut command, krate, name, features, &folder)
        })?;
    }
    Ok(())
}

/// The command's tables, in a package of their own.
fn csv_module(project: &Project) -> Result<()> {
    let mut command = reproducible(project.command("wasm-pack"), project);
    let (krate, folder) = (project.root.join(CSV), project.target.join(CSV));
    module(project, &mut command, &krate, CSV, &[], &folder)
}

/// Of a module's own package, what belongs to it.
fn copy_module(project: &Project, name: &str) -> Result<()> {
    for end in [".js", ".d.ts", "_bg.wasm"] {
        let file = format!("{name}{end}");
        fs::copy(
            project.target.join(name).join(&file),
            project.out_dir().join(&file),
        )?;
    }
    Ok(())
}

fn module(
    project: &Project,
    command: &mut Command,
    krate: &Path,
    name: &str,
    features: &[String],
    folder: &Path,
) -> Result<()> {
    let wanted = &project.config.wasm_pack;
    if !["release", "dev", "profiling"].contains(&wanted.profile.as_str()) {
        bail!(
            "wasm-pack.toml: wasm-pack has no profile `{}`",
            wanted.profile
        );
    }
    // wasm-opt runs afterwards, with the flags of wasm-pack.toml; pkg/ is ignored by git as it is.
    run(command
        .arg("build")
        .arg(krate)
        .args(["--no-opt", "--no-gitignore"])
        .arg(format!("--{}", wanted.profile))
        .args(["--target", &wanted.target])
        .args(["--out-name", name])
        .arg("--out-dir")
        .arg(folder)
        .args(["--", "--no-default-features", "--features"])
        .arg(features.join(",")))?;
    wasm_opt(project, &folder.join(format!("{name}_bg.wasm")))
}

/// The same bytes wherever the checkout and cargo's home are: panics name source files.
fn reproducible(mut command: Command, project: &Project) -> Command {
    let home = env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| env::home_dir().map(|home| home.join(".cargo")))
        .unwrap_or_default();
    let flags = [(&project.root, "."), (&home, "cargo")]
        .map(|(from, to)| format!("--remap-path-prefix={}={to}", from.display()))
        .join("\u{1f}");
    command.env("CARGO_ENCODED_RUSTFLAGS", flags);
    command
}

fn wasm_opt(project: &Project, file: &Path) -> Result<()> {
    let optimised = file.with_extension("opt");
    run(project
        .command("wasm-opt")
        .args(&project.config.wasm_opt.flags)
        .arg(file)
        .arg("-o")
        .arg(&optimised))?;
    fs::rename(&optimised, file)?;
    Ok(())
}

/// Makes the types of a folder name each other by path alone, and writes them again for `CommonJS`, to
/// which a declaration beside a module is one of an ES module.
fn declarations(out: &Path, folder: &Path) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            declarations(out, &path)?;
            continue;
        }
        let depth = folder.strip_prefix(out)?.components().count();
        let mut types = fs::read_to_string(&path)?;
        for name in MODULES {
            let module = format!("\"{}{name}.js\"", "../".repeat(depth));
            types = types.replace(&format!("\"#{name}\""), &module);
        }
        fs::write(&path, &types)?;
        fs::write(path.with_extension("cts"), commonjs(&types))?;
    }
    Ok(())
}

/// Types whose imports are of `CommonJS` files.
fn commonjs(types: &str) -> String {
    types.replace(".js\"", ".cjs\"")
}

fn measure(project: &Project) -> Result<Vec<Line>> {
    let mut peers: Vec<_> = fs::read_dir(project.target.join("peers"))?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    // A chunk is counted with each of those that import it.
    peers.retain(|path| {
        let name = path.to_string_lossy();
        name.ends_with(".js") && !name.ends_with(".chunk.js")
    });
    peers.sort();
    let ours = &project.config.budgets.files;
    let mut entries: Vec<_> = ours
        .keys()
        .map(|name| project.out_dir().join(name))
        .collect();
    entries.extend(peers.iter().cloned());
    let ours = ours
        .iter()
        .map(|(name, budget)| (name.clone(), Some(*budget)));
    let peers = peers.iter().map(|path| {
        let name = path.file_stem().unwrap_or_default();
        (name.to_string_lossy().into_owned(), None)
    });
    let lines = ours.chain(peers).zip(size::measure(&entries)?);
    Ok(lines
        .map(|((name, budget), size)| Line { name, size, budget })
        .collect())
}

fn finish_manifest(project: &Project) -> Result<()> {
    let template = project.root.join(TEMPLATE);
    let file = project.out_dir().join("package.json");
    let merged = merge(
        &fs::read_to_string(&file)?,
        &fs::read_to_string(&template)?,
        &project.version,
    )
    .with_context(|| format!("cannot merge {TEMPLATE} into {}", file.display()))?;
    fs::write(&file, merged)?;
    Ok(())
}

/// wasm-pack's fields under the template's; null in the template drops a field. Raw values keep the
/// order of nested keys, on which `exports` depends.
fn merge(generated: &str, template: &str, version: &str) -> Result<String> {
    type Fields<'a> = IndexMap<String, &'a RawValue>;
    let generated: Fields = serde_json::from_str(generated)?;
    let template: Fields = serde_json::from_str(template)?;
    let version = to_raw_value(version)?;
    let mut fields = Fields::new();
    for name in ["name", "version"] {
        fields.extend(generated.get(name).map(|value| (name.into(), *value)));
    }
    fields.extend(template);
    for (name, value) in generated {
        fields.entry(name).or_insert(value);
    }
    fields.insert("version".into(), &version);
    fields.retain(|_, value| value.get() != "null");
    Ok(serde_json::to_string_pretty(&fields)? + "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_for_commonjs_name_files_of_commonjs() {
        let types =
            r#"export { define } from "../define.js"; export type { A } from "../../core.js";"#;
        let expected =
            r#"export { define } from "../define.cjs"; export type { A } from "../../core.cjs";"#;
        assert_eq!(commonjs(types), expected);
    }

    #[test]
    fn the_template_wins_but_the_version_is_the_crates() {
        let generated = r#"{"name": "crate", "type": "module", "version": "9", "main": "core.js", "license": "MIT"}"#;
        let template = r#"{"name": "npm", "exports": {"types": "./z", "default": "./a"}, "main": null, "version": "0"}"#;
        let merged = merge(generated, template, "1.2.3").unwrap();
        let fields: IndexMap<String, &RawValue> = serde_json::from_str(&merged).unwrap();
        let names: Vec<_> = fields.keys().map(String::as_str).collect();
        assert_eq!(names, ["name", "version", "exports", "type", "license"]);
        assert_eq!(fields["name"].get(), r#""npm""#);
        assert_eq!(fields["version"].get(), r#""1.2.3""#);
        assert_eq!(
            fields["exports"].get(),
            r#"{"types": "./z", "default": "./a"}"#
        );
    }
}
