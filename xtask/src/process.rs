//! Running other programs: with the project's tools first on PATH, and failing in words.

use std::env;
use std::fmt::Display;
use std::fs::{self, File};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::config::Project;

impl Project {
    /// A command run in the project's root with the project's tools on PATH.
    pub fn command(&self, program: &str) -> Command {
        let mut command = Command::new(self.find(program).unwrap_or_else(|| program.into()));
        command.current_dir(&self.root).env("PATH", &self.path);
        command
    }

    /// The absolute path of a program on PATH.
    pub fn find(&self, program: &str) -> Option<PathBuf> {
        let extensions: &[&str] = if cfg!(windows) {
            &["exe", "cmd"]
        } else {
            &[""]
        };
        env::split_paths(&self.path)
            .flat_map(|dir| {
                extensions
                    .iter()
                    .map(move |extension| dir.join(program).with_extension(extension))
            })
            .find(|file| is_executable(file))
    }
}

/// Runs a command, its output going where ours goes.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command
        .status()
        .map_err(|error| cannot_start(command, error))?;
    succeeded(command, status)
}

/// Runs a command with its output in a log file; a failure shows the log's end.
pub fn run_logged(command: &mut Command, log: &Path) -> Result<()> {
    if let Some(dir) = log.parent() {
        fs::create_dir_all(dir)?;
    }
    let file = File::create(log).with_context(|| format!("cannot write {}", log.display()))?;
    let status = command
        .stdin(Stdio::null())
        .stdout(file.try_clone()?)
        .stderr(file)
        .status()
        .map_err(|error| cannot_start(command, error))?;
    succeeded(command, status).with_context(|| {
        let text = String::from_utf8_lossy(&fs::read(log).unwrap_or_default()).into_owned();
        format!("{}\n(all of it: {})", ends(&text), log.display())
    })
}

/// Some tools say what is wrong first and some last: the first lines and the last ones.
fn ends(text: &str) -> String {
    const EACH: usize = 15;
    let lines: Vec<_> = text.lines().collect();
    if lines.len() <= 2 * EACH {
        return lines.join("\n");
    }
    let (first, last) = (&lines[..EACH], &lines[lines.len() - EACH..]);
    format!("{}\n…\n{}", first.join("\n"), last.join("\n"))
}

/// Runs a command and returns what it prints.
pub fn output(command: &mut Command) -> Result<String> {
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| cannot_start(command, error))?;
    succeeded(command, output.status)?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// What a command prints, if it is there and succeeds.
pub fn quiet_output(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    output.status.success().then_some(text)
}

/// Runs a part of a task between two lines: what starts, and how long it took.
pub fn timed<T>(task: &str, what: &str, part: impl FnOnce() -> Result<T>) -> Result<T> {
    println!("{task:8} {what} …");
    let started = Instant::now();
    let value = part()?;
    println!("{task:8} {what}: {}", lasted(started.elapsed()));
    Ok(value)
}

/// The command as one would type it.
pub fn typed(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let mut words = vec![
        program
            .file_name()
            .unwrap_or(program.as_os_str())
            .to_string_lossy(),
    ];
    words.extend(
        command
            .get_args()
            .map(|argument| argument.to_string_lossy()),
    );
    words.join(" ")
}

/// A duration for people.
pub fn lasted(duration: Duration) -> impl Display {
    let seconds = duration.as_secs();
    if seconds < 60 {
        format!("{:.1} s", duration.as_secs_f64())
    } else {
        format!("{} min {:02} s", seconds / 60, seconds % 60)
    }
}

fn cannot_start(command: &Command, error: std::io::Error) -> anyhow::Error {
    let program = command.get_program().to_string_lossy();
    if error.kind() == ErrorKind::NotFound {
        let bring = match &*program {
            "node" | "npm" => "install Node.js 20.19 or newer, which brings npm".into(),
            "cargo" | "rustc" | "rustup" => "install Rust with rustup".into(),
            _ => "`cargo xtask setup --tests` brings what the project needs".to_string(),
        };
        anyhow::anyhow!("`{program}` is missing: {bring}")
    } else {
        anyhow::Error::new(error).context(format!("cannot start `{}`", typed(command)))
    }
}

fn succeeded(command: &Command, status: ExitStatus) -> Result<()> {
    if !status.success() {
        bail!("`{}` failed ({status})", typed(command));
    }
    Ok(())
}

#[cfg(unix)]
fn is_executable(file: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    file.metadata()
        .is_ok_and(|data| data.is_file() && data.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_executable(file: &Path) -> bool {
    file.is_file()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_how_long() {
        assert_eq!(lasted(Duration::from_millis(2340)).to_string(), "2.3 s");
        assert_eq!(lasted(Duration::from_secs(125)).to_string(), "2 min 05 s");
    }

    #[test]
    fn shows_both_ends_of_a_long_log() {
        let log = (1..=100)
            .map(|line| line.to_string())
            .collect::<Vec<_>>()
            .join("\n");
        let shown = ends(&log);
        assert!(
            shown.starts_with("1\n2\n") && shown.ends_with("\n99\n100") && !shown.contains("50")
        );
        assert_eq!(ends("only"), "only");
    }

    #[test]
    fn shows_the_log_of_what_failed() {
        let log = env::temp_dir().join(format!("xtask-log-{}", std::process::id()));
        let failed = run_logged(Command::new(env!("CARGO")).arg("no-such-command"), &log);
        fs::remove_file(&log).unwrap();
        let failed = format!("{:#}", failed.unwrap_err());
        assert!(
            failed.contains("`cargo no-such-command` failed"),
            "{failed}"
        );
        assert!(failed.contains("no such command"), "{failed}");
    }

    #[test]
    fn names_the_missing_program() {
        let missing = run(&mut Command::new("no-such-program"))
            .unwrap_err()
            .to_string();
        assert!(
            missing.contains("`no-such-program` is missing"),
            "{missing}"
        );
    }
}
