//! Serves the demo pages.

use std::net::{Ipv4Addr, TcpListener};
use std::process::Command;

use anyhow::{Context, Result};

use crate::config::Project;
use crate::package;
use crate::process::{run, timed};

const SITE: &str = "www/vite.config.ts";

/// The options of `serve`.
#[derive(Debug, Default, PartialEq)]
pub struct Options {
    /// The port, and no other; without it, the first free one from 8080.
    pub port: Option<u16>,
    /// Vite's development server instead of the built pages.
    pub dev: bool,
}

/// Builds, then becomes the server.
pub fn run_server(project: &Project, options: &Options) -> Result<()> {
    if let Some(port) = options.port {
        // Better said now than after the build.
        TcpListener::bind((Ipv4Addr::LOCALHOST, port))
            .with_context(|| format!("port {port} is taken"))?;
    }
    package::build(project)?;
    if !options.dev {
        build_site(project)?;
    }
    let mut server = project.command("node");
    server
        .args([
            "xtask/serve.mjs",
            SITE,
            &options.port.unwrap_or(0).to_string(),
        ])
        .arg(if options.dev { "dev" } else { "preview" });
    become_process(&mut server)
}

/// Builds the demo pages.
pub fn build_site(project: &Project) -> Result<()> {
    timed("build", "pages", || {
        run(project.command("vite").args(["build", "--config", SITE]))
    })
}

/// With no parent in between, whoever stops us stops the server.
#[cfg(unix)]
fn become_process(command: &mut Command) -> Result<()> {
    use std::os::unix::process::CommandExt;
    Err(command.exec()).context("cannot start the server")
}

#[cfg(not(unix))]
fn become_process(command: &mut Command) -> Result<()> {
    run(command).context("the server ended")
}
