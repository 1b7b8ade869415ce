//! `cargo xtask bench`: the headless job beside SQLite's command line, on the same made-up file,
//! in one run, in turns.

mod answer;
mod catalogue;
mod gates;
mod peer;
mod took;

use crate::home::Home;
use crate::setup::BENCH_PACKAGES;
use crate::step::run;
use crate::{Chore, Trouble};
use answer::Answer;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use took::{Took, median, timed};

pub const CHORE: Chore = Chore {
    name: "bench",
    usage: "bench [ROWS]… [--runs N]",
    about: "Measures the headless job against sqlite3 on the same file, in turns. It imports, \
            checks, registers and exports ROWS SKUs (10000, 100000 and 1000000 unless named), compares \
            both answers row by row, prints medians and ratios, and fails where a gate does \
            not hold.",
    work,
};

/// A shop whose only charge is the campaign service fee, with a two-digit currency.
const SHOP: &str = "src-tauri/crates/xtask/src/bench/shop.json";
/// A campaign that is open at the time of the job and takes prices equal to the retail price.
const CAMPAIGN: &str = "src-tauri/crates/xtask/src/bench/campaign.json";

fn work(home: &Home, words: &[String]) -> Result<(), Trouble> {
    let (sizes, runs) = read(words)?;
    BENCH_PACKAGES.perform(home)?;
    run(home.cargo(&["build", "--release", "--package", "seller-cli"]))?;
    let folder = home.target().join("bench");
    std::fs::create_dir_all(&folder)
        .map_err(|why| Trouble::new(format!("{}: {why}", folder.display())))?;
    let start = starting(home, &folder, runs)?;
    let mut measured = Vec::new();
    for rows in sizes {
        measured.push(measure(home, &folder, rows, runs)?);
    }
    report(&measured, start);
    gates::judge(&measured, start)
}

fn read(words: &[String]) -> Result<(Vec<u64>, usize), Trouble> {
    let mut sizes = Vec::new();
    let mut runs = 5;
    let mut words = words.iter();
    let number = |word: &String| {
        let number = word.parse::<u64>().ok().filter(|number| *number > 0);
        number.ok_or_else(|| Trouble::new(format!("{word} is no number above 0")))
    };
    while let Some(word) = words.next() {
        if word == "--runs" {
            let count = words
                .next()
                .ok_or_else(|| Trouble::new("--runs wants a number"))?;
            runs = usize::try_from(number(count)?).map_err(|why| Trouble::new(why.to_string()))?;
        } else {
            sizes.push(number(word)?);
        }
    }
    if sizes.is_empty() {
        sizes = vec![10_000, 100_000, 1_000_000];
    }
    sizes.sort_unstable();
    sizes.dedup();
    Ok((sizes, runs))
}

/// The medians of one size.
struct Measured {
    rows: u64,
    ours: Took,
    sqlite: Took,
}

/// The files of one size.
struct Files<'a> {
    folder: &'a Path,
    rows: u64,
}

impl Files<'_> {
    fn named(&self, name: &str) -> PathBuf {
        self.folder.join(format!("{}-{name}", self.rows))
    }

    fn input(&self) -> Result<PathBuf, Trouble> {
        let input = self.named("catalogue.csv");
        catalogue::write(&input, self.rows)
            .map_err(|why| Trouble::new(format!("{}: {why}", input.display())))?;
        Ok(input)
    }
}

/// What the job takes for a single row: what every size pays once.
fn starting(home: &Home, folder: &Path, runs: usize) -> Result<Took, Trouble> {
    let files = Files { folder, rows: 1 };
    let input = files.input()?;
    let ours = (0..runs)
        .map(|_| timed(|| job(home, &input, &files)))
        .collect::<Result<_, _>>()?;
    Ok(median(ours))
}

fn measure(home: &Home, folder: &Path, rows: u64, runs: usize) -> Result<Measured, Trouble> {
    let files = Files { folder, rows };
    let input = files.input()?;
    let (accepted, refused) = (
        files.named("sqlite-accepted.csv"),
        files.named("sqlite-refused.csv"),
    );
    let (mut ours, mut sqlite) = (Vec::new(), Vec::new());
    for turn in 1..=runs {
        let theirs = timed(|| peer::start(&input, &accepted, &refused, &files.named("sqlite.db")))?;
        let own = timed(|| job(home, &input, &files))?;
        println!(
            "  {rows} rows, turn {turn} of {runs}: sqlite3 {:.3} s, ours {:.3} s",
            theirs.wall.as_secs_f64(),
            own.wall.as_secs_f64()
        );
        sqlite.push(theirs);
        ours.push(own);
    }
    let theirs = Answer::read(&accepted, &refused)?;
    let own = Answer::read(&files.named("accepted.csv"), &files.named("refused.csv"))?;
    if let Some(difference) = own.difference(&theirs) {
        return Err(Trouble::new(format!("the answers differ: {difference}")));
    }
    let (accepted, refused) = own.counts();
    println!("  same answer: {accepted} rows pass, {refused} are refused");
    Ok(Measured {
        rows,
        ours: median(ours),
        sqlite: median(sqlite),
    })
}

/// Import, check, register and export with everything that is stored anyway.
fn job(home: &Home, input: &Path, files: &Files<'_>) -> Result<Command, Trouble> {
    for ending in ["", "-wal", "-shm", ".lock"] {
        let _ = std::fs::remove_file(files.named(&format!("shop.promodesk{ending}")));
    }
    let _ = std::fs::remove_dir_all(files.named("shop.promodesk-backups"));
    let mut command = home.command(
        &home.program("release", "seller-cli").to_string_lossy(),
        &[],
    );
    command
        .arg("--db")
        .arg(files.named("shop.promodesk"))
        .args(["--now", "2026-05-10T12:00:00Z", "plan"])
        .arg(input)
        .arg("--shop")
        .arg(home.path(SHOP))
        .arg("--terms")
        .arg(home.path(CAMPAIGN))
        .arg("--accepted")
        .arg(files.named("accepted.csv"))
        .arg("--refused")
        .arg(files.named("refused.csv"))
        .stdin(Stdio::null())
        .stdout(Stdio::null());
    Ok(command)
}

fn report(measured: &[Measured], start: Took) {
    println!(
        "\n{:>10} {:>12} {:>12} {:>8} {:>12} {:>12} {:>8} {:>12}",
        "rows", "wall", "sqlite3", "ratio", "CPU", "sqlite3", "ratio", "peak memory"
    );
    for size in measured {
        println!(
            "{:>10} {:>10.3} s {:>10.3} s {:>8.2} {:>10.3} s {:>10.3} s {:>8.2} {:>12}",
            size.rows,
            size.ours.wall.as_secs_f64(),
            size.sqlite.wall.as_secs_f64(),
            took::ratio(size.ours.wall, size.sqlite.wall),
            size.ours.cpu.as_secs_f64(),
            size.sqlite.cpu.as_secs_f64(),
            took::ratio(size.ours.cpu, size.sqlite.cpu),
            took::megabytes(size.ours.peak_kilobytes),
        );
    }
    println!(
        "Start-up: {:.3} s, of which {:.3} s CPU; it is subtracted from the CPU of a row.\n",
        start.wall.as_secs_f64(),
        start.cpu.as_secs_f64()
    );
}
