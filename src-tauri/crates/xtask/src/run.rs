//! `cargo xtask run`: from a fresh machine to the open window, or to the same job in the terminal.

use std::time::Instant;

use crate::home::Home;
use crate::setup::{self, NPM, PACKAGES, PAGE};
use crate::step::{Done, Step, in_words, run};
use crate::{Chore, Trouble};

pub const CHORE: Chore = Chore {
    name: "run",
    usage: "run [--debug]",
    about: "Sets the machine up, builds Promodesk and opens its window. Without a display the same \
            job runs in the terminal on the sample shop. --debug builds without optimisation.",
    work,
};

const STEPS: &[Step] = &[
    PACKAGES,
    NPM,
    PAGE,
    Step {
        name: "build",
        about: "compiles the window and seller-cli (5 to 10 min the first time, seconds later)",
        work: |home| build(home, &["--release"]),
    },
    Step {
        name: "open",
        about: "opens the window, or without a display runs the main job in the terminal",
        work: |home| open(home, "release"),
    },
];

/// The last two steps for whoever works on the house.
const IN_DEBUG: &[Step] = &[
    PACKAGES,
    NPM,
    PAGE,
    Step {
        name: "build",
        about: "compiles the window and seller-cli for debugging (about 5 min the first time)",
        work: |home| build(home, &[]),
    },
    Step {
        name: "open",
        about: "opens the window, or without a display runs the main job in the terminal",
        work: |home| open(home, "debug"),
    },
];

fn work(home: &Home, words: &[String]) -> Result<(), Trouble> {
    let steps = match words {
        [] => STEPS,
        [word] if word == "--debug" => IN_DEBUG,
        _ => {
            return Err(Trouble::new(format!(
                "`cargo xtask {}`: cannot read {words:?}",
                CHORE.usage
            )));
        }
    };
    let started = Instant::now();
    for step in steps {
        let done = step.perform(home);
        done.map_err(|Trouble(why)| Trouble(format!("Stopped at {}: {why}", step.name)))?;
    }
    println!("\nDone after {}.", in_words(started.elapsed()));
    Ok(())
}

fn build(home: &Home, profile: &[&str]) -> Result<Done, Trouble> {
    let packages = ["build", "--package", "promodesk", "--package", "seller-cli"];
    run(home.cargo(&[&packages, profile].concat()))
}

fn open(home: &Home, profile: &str) -> Result<Done, Trouble> {
    if !setup::has_display() {
        println!("  There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so the");
        println!("  window stays closed and the same job runs in the terminal on the sample shop:");
        return demonstrate(home, profile);
    }
    if !setup::has_chinese_letters(home) {
        println!("  For Chinese text install a font: sudo apt-get install fonts-noto-cjk");
    }
    println!("  Promodesk is open; this command ends when its window is closed.");
    let window = home.program(profile, "promodesk");
    run(home.command(&window.to_string_lossy(), &[]))
}

/// Imports, checks, repairs and exports the sample shop's campaign and shows findings and files.
fn demonstrate(home: &Home, profile: &str) -> Result<Done, Trouble> {
    let out = home.path("artifacts/demo");
    let cli = home.program(profile, "seller-cli");
    let words = ["demo", "--out", &out.to_string_lossy()];
    run(home.command(&cli.to_string_lossy(), &words))
}
