//! `cargo xtask test`: everything that has to hold, from a fresh machine, in one command.

use std::process::Command;
use std::time::Instant;

use crate::home::Home;
use crate::setup::{NPM, PAGE, RUST_TOOLS, TEST_PACKAGES};
use crate::step::{Done, Step, Told, in_words, run, run_named_tests, run_tests};
use crate::tally::Tally;
use crate::{Chore, Trouble, codegen};

pub const CHORE: Chore = Chore {
    name: "test",
    usage: "test [--only STAGE]… [--skip STAGE]…",
    about: "Sets the machine up and runs every check and every test, through the real window too. \
            --only and --skip, which may be repeated, choose stages by name.",
    work,
};

/// In this order: what breaks soonest comes first, what takes longest comes last.
const STAGES: &[Step] = &[
    TEST_PACKAGES,
    RUST_TOOLS,
    NPM,
    Step {
        name: "format",
        about: "Rust sources are formatted (seconds)",
        work: |home| run(home.cargo(&["fmt", "--all", "--check"])),
    },
    Step {
        name: "page-lint",
        about: "Biome finds nothing in the page (seconds)",
        work: |home| run(home.npm(&["run", "lint"])),
    },
    Step {
        name: "page-types",
        about: "the page's types hold (seconds)",
        work: |home| run(home.npm(&["run", "types"])),
    },
    Step {
        name: "page-tests",
        about: "the page's own tests (about 4 min)",
        work: |home| run_tests(home.npm(&["run", "test"])),
    },
    PAGE,
    Step {
        name: "lint",
        about: "Clippy finds nothing in any crate (about 4 min the first time)",
        work: lint,
    },
    Step {
        name: "generated",
        about: "generated files are what their sources say (about 3 min the first time)",
        work: codegen::check,
    },
    Step {
        name: "rust-tests",
        about: "every Rust test that needs no display (about 8 min the first time)",
        work: |home| run_tests(home.cargo(&["test", "--workspace", "--no-fail-fast"])),
    },
    Step {
        name: "window-tests",
        about: "the real window, driven on a screen of its own (about 25 min)",
        work: window_tests,
    },
];

fn lint(home: &Home) -> Result<Done, Trouble> {
    let strict = ["--", "-D", "warnings"];
    let all = ["clippy", "--workspace", "--all-targets"];
    run(home.cargo(&[&all[..], &strict].concat()))?;
    // Targets that only run by name are linted by name.
    let by_name = [
        "clippy",
        "--workspace",
        "--test",
        "e2e",
        "--test",
        "generated",
    ];
    run(home.cargo(&[&by_name[..], &strict].concat()))
}

/// A story that failed is told once more, alone: on a loaded machine the driver loses a click now
/// and then. Both ends are shown. More than a few are no accident and are not told again.
const ACCIDENTS: usize = 3;

fn window_tests(home: &Home) -> Result<Done, Trouble> {
    run(home.cargo(&["build", "--package", "promodesk"]))?;
    let first = run_named_tests(stories(home, &[]))?;
    if first.failed.is_empty() || first.failed.len() > ACCIDENTS {
        return Ok(Done::Tested(first.tally));
    }
    println!("\n  once more: {}", first.failed.join(", "));
    let mut words = vec!["--exact"];
    words.extend(first.failed.iter().map(String::as_str));
    let second = run_named_tests(stories(home, &words))?;
    Ok(Done::Tested(after_another_turn(first, &second)))
}

/// What passed in either turn, and what failed in both.
fn after_another_turn(first: Told, second: &Told) -> Tally {
    Tally {
        passed: first.tally.passed + second.tally.passed,
        failed: first.tally.failed - second.tally.passed,
    }
}

/// The stories of the window on a screen of its own; `words` are the test runner's.
fn stories(home: &Home, words: &[&str]) -> Command {
    let cargo = home.cargo(&[]);
    let cargo = cargo.get_program().to_string_lossy().into_owned();
    let screen = ["-a", "-s", "-screen 0 1600x1000x24"];
    let tests = [&cargo, "test", "--workspace", "--test", "e2e", "--"];
    let mut command = home.command("xvfb-run", &[&screen[..], &tests, words].concat());
    command.env("PROMODESK_WINDOW", home.program("debug", "promodesk"));
    command
}

fn work(home: &Home, words: &[String]) -> Result<(), Trouble> {
    let chosen = Choice::read(words)?;
    let started = Instant::now();
    let mut tally = Tally::default();
    let mut failed: Vec<&str> = Vec::new();
    for stage in STAGES.iter().filter(|stage| chosen.takes(stage.name)) {
        match stage.perform(home) {
            Ok(Done::Tested(counted)) => {
                tally += counted;
                if counted.failed > 0 {
                    failed.push(stage.name);
                }
            }
            Ok(Done::Worked | Done::Nothing(_)) => {}
            Err(_) => failed.push(stage.name),
        }
    }
    println!("\nAll chosen stages took {}.", in_words(started.elapsed()));
    if failed.is_empty() {
        println!("{tally}");
        Ok(())
    } else {
        Err(Trouble::new(format!(
            "{tally}; failed: {}",
            failed.join(", ")
        )))
    }
}

/// Which stages run.
#[derive(Debug, Default, PartialEq)]
struct Choice {
    only: Vec<String>,
    skip: Vec<String>,
}

impl Choice {
    fn read(words: &[String]) -> Result<Self, Trouble> {
        let mut choice = Self::default();
        for pair in words.chunks(2) {
            match pair {
                [flag, name] if STAGES.iter().any(|stage| stage.name == name) => {
                    match flag.as_str() {
                        "--only" => choice.only.push(name.clone()),
                        "--skip" => choice.skip.push(name.clone()),
                        _ => return Err(unreadable(words)),
                    }
                }
                _ => return Err(unreadable(words)),
            }
        }
        Ok(choice)
    }

    fn takes(&self, name: &str) -> bool {
        let named = |list: &[String]| list.iter().any(|other| other == name);
        (self.only.is_empty() || named(&self.only)) && !named(&self.skip)
    }
}

fn unreadable(words: &[String]) -> Trouble {
    let names: Vec<&str> = STAGES.iter().map(|stage| stage.name).collect();
    Trouble::new(format!(
        "`cargo xtask {}`: cannot read {:?}; stages are {}",
        CHORE.usage,
        words.join(" "),
        names.join(", ")
    ))
}

#[cfg(test)]
mod tests {
    use super::{Choice, STAGES, after_another_turn};
    use crate::step::Told;
    use crate::tally::Tally;

    fn choice(words: &str) -> Result<Choice, String> {
        let words: Vec<String> = words.split_whitespace().map(str::to_owned).collect();
        Choice::read(&words).map_err(|trouble| trouble.0)
    }

    fn taken(words: &str) -> Vec<&'static str> {
        let choice = choice(words).unwrap();
        let names = STAGES.iter().map(|stage| stage.name);
        names.filter(|name| choice.takes(name)).collect()
    }

    #[test]
    fn without_words_every_stage_runs() {
        assert_eq!(taken("").len(), STAGES.len());
    }

    #[test]
    fn stages_are_chosen_and_left_out_by_name() {
        assert_eq!(taken("--only format --only lint"), ["format", "lint"]);
        assert_eq!(taken("--skip packages").len(), STAGES.len() - 1);
        assert_eq!(taken("--only lint --skip lint"), [""; 0]);
    }

    #[test]
    fn a_stage_that_does_not_exist_is_refused_with_those_that_do() {
        for words in ["--only tests", "--only", "lint", "--omit lint"] {
            let refusal = choice(words).unwrap_err();
            assert!(refusal.contains("page-lint"), "{refusal}");
        }
    }

    #[test]
    fn a_story_that_fails_twice_has_failed() {
        let told = |passed, failed| Told {
            tally: Tally { passed, failed },
            failed: vec!["shop::shuts".to_owned(); failed],
        };
        let twice = after_another_turn(told(53, 2), &told(1, 1));
        assert_eq!(
            twice,
            Tally {
                passed: 54,
                failed: 1
            }
        );
    }

    #[test]
    fn no_two_stages_share_a_name() {
        let mut names: Vec<&str> = STAGES.iter().map(|stage| stage.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), STAGES.len());
    }
}
