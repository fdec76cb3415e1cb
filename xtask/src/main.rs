//! The project's tasks: `cargo xtask serve | test | build | bench | release | setup | codegen | new`.

mod bench;
mod browsers;
mod codegen;
mod config;
mod elements;
mod package;
mod process;
mod readme;
mod release;
mod scaffold;
mod serve;
mod setup;
mod size;
mod steps;
mod test;

use std::process::ExitCode;

use anyhow::{Result, bail, ensure};
use config::Project;
use lexopt::prelude::*;
use setup::{CargoTool, Scope};

const HELP: &str = "\
The project's tasks. Each sets up what it needs first and skips what is there.

cargo xtask serve [--port N] [--dev]          build, then serve the demo pages
cargo xtask test [--only A,B] [--keep-going]  every check and test; --list names the steps
cargo xtask build                             the npm package, into pkg/, within its size budgets
cargo xtask bench                             the package against its peers, as ratios
cargo xtask release --dry-run                 all of a release but the publishing
cargo xtask setup [--tests]                   only the set-up; with --tests, browsers and drivers too
cargo xtask codegen [--check]                 write (or compare) the generated files
cargo xtask new calculator NAME               a calculator that works, to be made into yours

--skip-setup    of serve, test, build, bench and release: take what is installed as it is
";

/// What the command line asks for.
#[derive(Debug, PartialEq)]
struct Request {
    task: Task,
    skip_setup: bool,
}

#[derive(Debug, PartialEq)]
enum Task {
    Help,
    Build,
    Bench,
    Serve(serve::Options),
    Test(test::Options),
    Release { dry_run: bool },
    Setup { tests: bool },
    Codegen { check: bool },
    New { name: String },
}

fn main() -> ExitCode {
    match parse(lexopt::Parser::from_env()).and_then(perform) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn parse(mut parser: lexopt::Parser) -> Result<Request> {
    let mut task = match parser.next()? {
        None | Some(Long("help") | Short('h')) => Task::Help,
        Some(Value(name)) => match name.string()?.as_str() {
            "help" => Task::Help,
            "build" => Task::Build,
            "bench" => Task::Bench,
            "serve" => Task::Serve(serve::Options::default()),
            "test" => Task::Test(test::Options::default()),
            "release" => Task::Release { dry_run: false },
            "setup" => Task::Setup { tests: false },
            "codegen" => Task::Codegen { check: false },
            "new" => Task::New {
                name: named(&mut parser)?,
            },
            other => bail!("no task is called `{other}`; `cargo xtask help` lists them"),
        },
        Some(argument) => return Err(argument.unexpected().into()),
    };
    let mut skip_setup = false;
    while let Some(argument) = parser.next()? {
        match (&mut task, argument) {
            (_, Long("help") | Short('h')) => task = Task::Help,
            (
                Task::Build | Task::Bench | Task::Serve(_) | Task::Test(_) | Task::Release { .. },
                Long("skip-setup"),
            ) => skip_setup = true,
            (Task::Release { dry_run }, Long("dry-run")) => *dry_run = true,
            (Task::Serve(options), Long("port")) => options.port = Some(parser.value()?.parse()?),
            (Task::Serve(options), Long("dev")) => options.dev = true,
            (Task::Test(options), Long("only")) => options.select(&parser.value()?.string()?)?,
            (Task::Test(options), Long("keep-going")) => options.keep_going = true,
            (Task::Test(options), Long("list")) => options.list = true,
            (Task::Setup { tests }, Long("tests")) => *tests = true,
            (Task::Codegen { check }, Long("check")) => *check = true,
            (_, argument) => return Err(argument.unexpected().into()),
        }
    }
    Ok(Request { task, skip_setup })
}

/// The rest of `new calculator NAME`.
fn named(parser: &mut lexopt::Parser) -> Result<String> {
    let what = parser.value()?.string()?;
    ensure!(
        what == "calculator",
        "write `cargo xtask new calculator energy-per-token`"
    );
    Ok(parser.value()?.string()?)
}

fn perform(Request { task, skip_setup }: Request) -> Result<ExitCode> {
    if task == Task::Help {
        print!("{HELP}");
        return Ok(ExitCode::SUCCESS);
    }
    let project = Project::load()?;
    let builds = matches!(
        task,
        Task::Build | Task::Bench | Task::Serve(_) | Task::Release { .. }
    );
    if !skip_setup && builds {
        setup::run(&project, Scope::Build, &[])?;
    }
    match task {
        Task::Help => {}
        Task::Build => {
            let sizes = package::build(&project)?;
            readme::write_sizes(&project.root, &sizes)?;
            elements::write(&project.root, &project.out_dir())?;
        }
        Task::Release { dry_run: true } => release::dry_run(&project)?,
        Task::Release { dry_run: false } => {
            bail!("this publishes nothing: add --dry-run, then do as CONTRIBUTING.md says")
        }
        Task::Bench => bench::run_benches(&project)?,
        Task::Serve(options) => serve::run_server(&project, &options)?,
        Task::Test(options) => return test::run_steps(&project, &options, skip_setup),
        Task::Setup { tests } => {
            if tests {
                setup::run(&project, Scope::Browsers, &CargoTool::ALL)?;
            } else {
                setup::run(&project, Scope::Build, &[])?;
            }
        }
        Task::Codegen { check } => codegen::run(&project.root, check)?,
        Task::New { name } => scaffold::calculator(&project, &name)?,
    }
    Ok(ExitCode::SUCCESS)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(arguments: &[&str]) -> Result<Request> {
        parse(lexopt::Parser::from_args(arguments))
    }

    #[test]
    fn reads_the_options_of_each_task() {
        let Task::Serve(options) = request(&["serve", "--port", "9000", "--dev"]).unwrap().task
        else {
            panic!("not serve");
        };
        assert_eq!((options.port, options.dev), (Some(9000), true));
        assert!(request(&["test", "--skip-setup"]).unwrap().skip_setup);
        assert_eq!(request(&[]).unwrap().task, Task::Help);
    }

    #[test]
    fn refuses_what_it_does_not_know() {
        assert!(request(&["biuld"]).is_err());
        assert!(request(&["build", "--dev"]).is_err());
        assert!(request(&["test", "--only", "nonsense"]).is_err());
        assert!(request(&["serve", "--port", "eighty"]).is_err());
        assert!(request(&["new", "element", "x"]).is_err());
    }
}
