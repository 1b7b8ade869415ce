//! The caretaker: sets the house up, opens it, tests it and keeps its generated files current.
//! Called as `cargo xtask CHORE`.

mod bench;
mod codegen;
mod home;
mod new_rule;
mod run;
mod setup;
mod stamp;
mod step;
mod tally;
mod test;

use std::process::ExitCode;

use home::Home;

/// Something the caretaker can be asked to do.
struct Chore {
    name: &'static str,
    usage: &'static str,
    about: &'static str,
    work: fn(&Home, &[String]) -> Result<(), Trouble>,
}

const CHORES: &[Chore] = &[
    run::CHORE,
    test::CHORE,
    codegen::CHORE,
    new_rule::CHORE,
    bench::CHORE,
];

/// Why a chore stopped: the sentence said last.
#[derive(Debug)]
struct Trouble(String);

impl Trouble {
    fn new(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }
}

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let Some(name) = words.first().filter(|word| !is_help(word)) else {
        print!("{}", usage());
        return ExitCode::SUCCESS;
    };
    let Some(chore) = CHORES.iter().find(|chore| chore.name == name) else {
        eprint!("There is no chore `{name}`.\n\n{}", usage());
        return ExitCode::from(2);
    };
    if words.iter().any(|word| is_help(word)) {
        println!("cargo xtask {}\n\n{}", chore.usage, chore.about);
        return ExitCode::SUCCESS;
    }
    match (chore.work)(&Home::find(), &words[1..]) {
        Ok(()) => ExitCode::SUCCESS,
        Err(Trouble(sentence)) => {
            eprintln!("{sentence}");
            ExitCode::FAILURE
        }
    }
}

fn is_help(word: &str) -> bool {
    matches!(word, "-h" | "--help" | "help")
}

fn usage() -> String {
    let mut text = String::from("cargo xtask CHORE\n\n");
    for chore in CHORES {
        let first = chore.about.split_inclusive(". ").next().unwrap_or_default();
        text += &format!("  {:<38} {}\n", chore.usage, first.trim_end());
    }
    text
}
