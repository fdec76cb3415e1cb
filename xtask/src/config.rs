//! Where things are, and what `wasm-pack.toml` and `Cargo.lock` ask for.

use std::collections::BTreeMap;
use std::env;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// `wasm-pack.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Config {
    /// The cargo-installed tools and their versions.
    pub tools: Tools,
    /// What `wasm-pack build` is asked for.
    pub wasm_pack: WasmPack,
    /// Modules beside the first, by name.
    pub modules: BTreeMap<String, Module>,
    /// What `wasm-opt` is asked for.
    pub wasm_opt: WasmOpt,
    /// Upper bounds, in bytes after brotli.
    pub budgets: Budgets,
}

/// Versions of the tools that `cargo install` brings; wasm-bindgen's is that of `Cargo.lock`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Tools {
    pub wasm_pack: String,
    pub geckodriver: String,
    pub cargo_deny: String,
    pub cargo_fuzz: String,
}

/// The arguments of `wasm-pack build`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct WasmPack {
    pub target: String,
    pub profile: String,
    pub out_dir: String,
    pub out_name: String,
    /// The crate's cargo features in the package.
    pub features: Vec<String>,
}

/// How a module differs from the first.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Module {
    /// The crate's cargo features in it.
    pub features: Vec<String>,
    /// As in a profile of cargo's; that of the crate where there is none.
    pub opt_level: Option<String>,
}

/// The arguments of `wasm-opt`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct WasmOpt {
    pub flags: Vec<String>,
}

/// Size budgets.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Budgets {
    /// Files of the package, each with all that it imports statically.
    pub files: BTreeMap<String, usize>,
}

/// The project: its folders, its configuration, and the PATH its tools run with.
pub struct Project {
    pub root: PathBuf,
    pub target: PathBuf,
    pub config: Config,
    /// Version of wasm-bindgen in `Cargo.lock`; the CLI must be of exactly that one.
    pub wasm_bindgen: String,
    /// Version of the crate, which the npm package shares.
    pub version: String,
    /// The crate's features, each with what it brings.
    pub features: BTreeMap<String, Vec<String>>,
    pub path: OsString,
}

impl Project {
    /// Reads the project that this program was run from.
    pub fn load() -> Result<Self> {
        let manifest_dir =
            env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
        let root = PathBuf::from(manifest_dir)
            .parent()
            .context("xtask lies inside the project")?
            .to_path_buf();
        let target = env::var_os("CARGO_TARGET_DIR")
            .map_or_else(|| root.join("target"), |dir| root.join(dir));
        Self::read(root, target, &env::var_os("PATH").unwrap_or_default())
    }

    /// Reads a project that builds into its own folder, with the tools of a PATH.
    pub fn load_from(root: &Path, path: &OsStr) -> Result<Self> {
        Self::read(root.to_path_buf(), root.join("target"), path)
    }

    fn read(root: PathBuf, target: PathBuf, inherited: &OsStr) -> Result<Self> {
        let manifest: Manifest = read_toml(&root.join("Cargo.toml"))?;
        let lock: Lock = read_toml(&root.join("Cargo.lock"))?;
        let own_first = [target.join("tools/bin"), root.join("node_modules/.bin")];
        let path = env::join_paths(own_first.into_iter().chain(env::split_paths(inherited)))
            .context("the project's path may not hold the separator of PATH")?;
        Ok(Self {
            config: read_toml(&root.join("wasm-pack.toml"))?,
            wasm_bindgen: lock.version_of("wasm-bindgen")?,
            version: manifest.package.version,
            features: manifest.features,
            path,
            target,
            root,
        })
    }

    /// Where the npm package is built.
    pub fn out_dir(&self) -> PathBuf {
        self.root.join(&self.config.wasm_pack.out_dir)
    }
}

#[derive(Deserialize)]
struct Manifest {
    package: Package,
    features: BTreeMap<String, Vec<String>>,
}

#[derive(Deserialize)]
struct Package {
    version: String,
}

#[derive(Deserialize)]
struct Lock {
    package: Vec<Locked>,
}

#[derive(Deserialize)]
struct Locked {
    name: String,
    version: String,
}

impl Lock {
    fn version_of(&self, name: &str) -> Result<String> {
        let locked = self.package.iter().find(|package| package.name == name);
        Ok(locked
            .with_context(|| format!("Cargo.lock names no {name}"))?
            .version
            .clone())
    }
}

fn read_toml<T: DeserializeOwned>(file: &Path) -> Result<T> {
    let text =
        fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    toml::from_str(&text).with_context(|| format!("cannot understand {}", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const COMMITTED: &str = include_str!("../../wasm-pack.toml");

    #[test]
    fn reads_the_committed_configuration() {
        let config: Config = toml::from_str(COMMITTED).unwrap();
        let flags = &config.wasm_opt.flags;
        assert!(!flags.iter().any(|flag| flag == "--all-features"));
    }

    #[test]
    fn refuses_an_unknown_key() {
        let misspelt = COMMITTED.replace("out-dir", "outdir");
        assert!(toml::from_str::<Config>(&misspelt).is_err());
    }

    /// So that what is declared is what everything is built and tested with.
    #[test]
    fn the_oldest_toolchain_is_the_one_in_use() {
        let read = |text| toml::from_str::<toml::Table>(text).unwrap();
        let manifest = read(include_str!("../../Cargo.toml"));
        let toolchain = read(include_str!("../../rust-toolchain.toml"));
        let oldest = manifest["workspace"]["package"]["rust-version"].as_str();
        let used = toolchain["toolchain"]["channel"].as_str().unwrap();
        assert_eq!(oldest, used.strip_suffix(".0"));
    }

    #[test]
    fn finds_a_locked_version() {
        let lock: Lock =
            toml::from_str("[[package]]\nname = 'wasm-bindgen'\nversion = '0.2.130'").unwrap();
        assert_eq!(lock.version_of("wasm-bindgen").unwrap(), "0.2.130");
        assert!(lock.version_of("js-sys").is_err());
    }
}
