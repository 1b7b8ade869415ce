//! The desk's commands in a terminal: everything the window can do, by name and
//! as JSON, and a few commands for what people script.

mod arguments;
mod call;
mod demo;
mod explain;
mod import;
mod job;
mod plan;
mod script;
mod system_clock;

use arguments::{Action, Arguments};
use call::{Caller, Failure, told};
use seller_commands::{Clock, Desk, FixedClock};
use std::process::ExitCode;
use std::sync::Arc;
use system_clock::SystemClock;

fn main() -> ExitCode {
    tracing_subscriber::fmt()
        .with_env_filter(tracing_subscriber::EnvFilter::from_default_env())
        .with_writer(std::io::stderr)
        .init();
    match run(Arguments::read()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.report(),
    }
}

fn run(arguments: Arguments) -> Result<(), Failure> {
    let clock: Arc<dyn Clock> = match arguments.now {
        Some(at) => Arc::new(FixedClock::new(at)),
        None => Arc::new(SystemClock),
    };
    let language = arguments.language();
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
                    "请指定店铺文件：--db 文件",
                )));
            };
            let desk = Desk::on_file(file, clock, language).map_err(Failure::from)?;
            let caller = Caller::new(&desk, language);
            match action {
                Action::Call { name, request } => {
                    caller.print(&name, &call::request(request, language)?)
                }
                Action::Script { script } => script::run(&caller, &script),
                Action::Explain { rule } => explain::rule(Some(&caller), &rule, language),
                Action::Job(job) => job.run(&caller),
                Action::Commands { .. } | Action::Demo { .. } => Ok(()),
            }
        }
    }
}
