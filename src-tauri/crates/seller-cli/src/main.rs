//! The desk's commands in a terminal: everything the window can do, by name and
//! as JSON, and a few commands for what people script.

mod call;
mod demo;
mod explain;
mod job;
mod plan;
mod system_clock;

use call::{Caller, Failure, told};
use clap::{Parser, Subcommand};
use seller_commands::{Clock, Desk, FixedClock, Instant, Language};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use system_clock::SystemClock;

/// Promodesk in a terminal. Answers are JSON on standard output; the exit code
/// is 0, 2 when the rules refuse, 1 for anything else.
#[derive(Debug, Parser)]
#[command(name = "seller-cli", version)]
struct Arguments {
    /// The shop's database file.
    #[arg(long, global = true, value_name = "FILE")]
    db: Option<PathBuf>,
    /// The time to work at, instead of the system's: 2026-05-10T12:00:00Z.
    #[arg(long, global = true, value_name = "INSTANT")]
    now: Option<Instant>,
    /// The language of messages: en or zh-CN.
    #[arg(long, global = true, value_name = "TAG", value_parser = language, default_value = "en")]
    lang: Language,
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Calls a command of the desk with a JSON request.
    Call {
        /// The command; `seller-cli commands` lists all.
        name: String,
        /// The request; `-` reads it from standard input.
        #[arg(default_value = "{}")]
        request: String,
    },
    /// Lists the commands with their requests and responses; with a name, the
    /// TypeScript of every shape.
    Commands {
        /// Print the TypeScript declarations as well.
        #[arg(long)]
        types: bool,
    },
    /// Explains a rule: seller-cli explain RG-02.
    Explain {
        /// The rule's id.
        rule: String,
    },
    #[command(flatten)]
    Job(job::Job),
    /// Runs the main job on the sample shop and writes its files into a folder.
    Demo {
        /// Where the sample shop and the exported files go.
        #[arg(long, value_name = "FOLDER")]
        out: PathBuf,
    },
}

fn main() -> ExitCode {
    tracing_subscriber::fmt()
        .with_env_filter(tracing_subscriber::EnvFilter::from_default_env())
        .with_writer(std::io::stderr)
        .init();
    match run(Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.report(),
    }
}

fn run(arguments: Arguments) -> Result<(), Failure> {
    let clock: Arc<dyn Clock> = match arguments.now {
        Some(at) => Arc::new(FixedClock::new(at)),
        None => Arc::new(SystemClock),
    };
    let language = arguments.lang;
    match arguments.action {
        Action::Commands { types } => {
            explain::commands(types);
            Ok(())
        }
        Action::Demo { out } => demo::run(&out, clock, language),
        Action::Explain { rule } if arguments.db.is_none() => explain::rule(None, &rule, language),
        action => {
            let Some(file) = arguments.db else {
                return Err(Failure::usage(told(
                    language,
                    "name the shop's file: --db FILE",
                    "请指定店铺文件：--db FILE",
                )));
            };
            let desk = Desk::on_file(file, clock, language).map_err(Failure::from)?;
            let caller = Caller::new(&desk, language);
            match action {
                Action::Call { name, request } => {
                    caller.print(&name, &call::request(request, language)?)
                }
                Action::Explain { rule } => explain::rule(Some(&caller), &rule, language),
                Action::Job(job) => job.run(&caller),
                Action::Commands { .. } | Action::Demo { .. } => Ok(()),
            }
        }
    }
}

fn language(tag: &str) -> Result<Language, String> {
    match tag {
        "en" => Ok(Language::English),
        "zh-CN" | "zh" => Ok(Language::SimplifiedChinese),
        other => Err(format!("{other} is not a language here; en and zh-CN are")),
    }
}
