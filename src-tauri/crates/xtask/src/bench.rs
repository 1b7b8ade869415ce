//! `cargo xtask bench`: the headless job beside SQLite's command line, on the same made-up file,
//! in one run, in turns.

mod answer;
mod catalogue;
mod peer;

use crate::home::Home;
use crate::step::run;
use crate::{Chore, Trouble};
use answer::Answer;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

pub const CHORE: Chore = Chore {
    name: "bench",
    usage: "bench [ROWS]… [--runs N]",
    about: "Measures the headless job against sqlite3 on the same file, in turns. It imports, \
            checks, registers and exports ROWS SKUs (10000 and 100000 unless named) and prints \
            medians and ratios; both answers are compared row by row.",
    work,
};

/// The job may take so many times as long as sqlite3 takes.
const GATE_AGAINST_SQLITE: f64 = 1.2;
/// A row of the largest file may cost so many times the CPU of a row of the smallest.
const GATE_PER_ROW: f64 = 1.3;

fn work(home: &Home, words: &[String]) -> Result<(), Trouble> {
    let (sizes, runs) = read(words)?;
    run(home.cargo(&["build", "--release", "--package", "seller-cli"]))?;
    let folder = home.target().join("bench");
    std::fs::create_dir_all(&folder)
        .map_err(|why| Trouble::new(format!("{}: {why}", folder.display())))?;
    let mut measured = Vec::new();
    for rows in sizes {
        measured.push(measure(home, &folder, rows, runs)?);
    }
    report(&measured);
    Ok(())
}

fn read(words: &[String]) -> Result<(Vec<u64>, usize), Trouble> {
    let mut sizes = Vec::new();
    let mut runs = 5;
    let mut words = words.iter();
    let number = |word: &String| {
        word.parse::<u64>()
            .map_err(|_| Trouble::new(format!("{word} is no number of rows")))
    };
    while let Some(word) = words.next() {
        if word == "--runs" {
            let count = words.next().map(number).transpose()?.unwrap_or(5);
            runs = usize::try_from(count).unwrap_or(5).max(1);
        } else {
            sizes.push(number(word)?);
        }
    }
    if sizes.is_empty() {
        sizes = vec![10_000, 100_000];
    }
    Ok((sizes, runs))
}

/// The medians of one size.
struct Measured {
    rows: u64,
    ours: Took,
    sqlite: Took,
}

/// How long a job took.
#[derive(Clone, Copy)]
struct Took {
    wall: Duration,
    cpu: Duration,
}

fn measure(home: &Home, folder: &Path, rows: u64, runs: usize) -> Result<Measured, Trouble> {
    let file = |name: &str| folder.join(format!("{rows}-{name}"));
    let input = file("catalogue.csv");
    catalogue::write(&input, rows)
        .map_err(|why| Trouble::new(format!("{}: {why}", input.display())))?;
    let (mut ours, mut sqlite) = (Vec::new(), Vec::new());
    for turn in 1..=runs {
        println!("  {rows} rows, turn {turn} of {runs}");
        sqlite.push(timed(|| {
            peer::run(
                &input,
                &file("sqlite-accepted.csv"),
                &file("sqlite-refused.csv"),
                &file("sqlite.db"),
            )
        })?);
        ours.push(timed(|| job(home, &input, &file))?);
    }
    let theirs = Answer::read(&file("sqlite-accepted.csv"), &file("sqlite-refused.csv"))?;
    let own = Answer::read(&file("accepted.csv"), &file("refused.csv"))?;
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
fn job(home: &Home, input: &Path, file: &impl Fn(&str) -> PathBuf) -> Result<(), Trouble> {
    for ending in ["shop.promodesk", "shop.promodesk-wal", "shop.promodesk-shm"] {
        let _ = std::fs::remove_file(file(ending));
    }
    let _ = std::fs::remove_dir_all(file("shop.promodesk-backups"));
    let mut command = home.command(
        &home.program("release", "seller-cli").to_string_lossy(),
        &[],
    );
    command
        .arg("--db")
        .arg(file("shop.promodesk"))
        .args(["--now", "2026-05-10T12:00:00Z", "plan"])
        .arg(input)
        .arg("--accepted")
        .arg(file("accepted.csv"))
        .arg("--refused")
        .arg(file("refused.csv"))
        .stdout(std::process::Stdio::null());
    let status = command
        .status()
        .map_err(|why| Trouble::new(format!("seller-cli cannot be started: {why}")))?;
    if status.success() {
        Ok(())
    } else {
        Err(Trouble::new(format!("seller-cli plan: {status}")))
    }
}

fn timed(work: impl FnOnce() -> Result<(), Trouble>) -> Result<Took, Trouble> {
    let (started, before) = (Instant::now(), children_cpu());
    work()?;
    Ok(Took {
        wall: started.elapsed(),
        cpu: children_cpu().saturating_sub(before),
    })
}

/// The CPU time of all processes that were waited for; zero where the system does not tell.
fn children_cpu() -> Duration {
    let Ok(stat) = std::fs::read_to_string("/proc/self/stat") else {
        return Duration::ZERO;
    };
    // The name in brackets may hold blanks; the times are fields 16 and 17.
    let after = stat.rsplit(')').next().unwrap_or_default();
    let ticks: u64 = after
        .split_whitespace()
        .skip(13)
        .take(2)
        .filter_map(|field| field.parse::<u64>().ok())
        .sum();
    Duration::from_millis(ticks * 10)
}

fn median(mut took: Vec<Took>) -> Took {
    let middle = took.len() / 2;
    took.sort_by_key(|took| took.cpu);
    let cpu = took[middle].cpu;
    took.sort_by_key(|took| took.wall);
    Took {
        wall: took[middle].wall,
        cpu,
    }
}

fn report(measured: &[Measured]) {
    println!(
        "\n{:>10} {:>12} {:>12} {:>8} {:>12} {:>12} {:>8}",
        "rows", "wall", "sqlite3", "ratio", "CPU", "sqlite3", "ratio"
    );
    for size in measured {
        println!(
            "{:>10} {:>10.3} s {:>10.3} s {:>8.2} {:>10.3} s {:>10.3} s {:>8.2}",
            size.rows,
            size.ours.wall.as_secs_f64(),
            size.sqlite.wall.as_secs_f64(),
            ratio(size.ours.wall, size.sqlite.wall),
            size.ours.cpu.as_secs_f64(),
            size.sqlite.cpu.as_secs_f64(),
            ratio(size.ours.cpu, size.sqlite.cpu),
        );
    }
    for size in measured.iter().filter(|size| size.rows >= 100_000) {
        let ratio = ratio(size.ours.wall, size.sqlite.wall);
        let word = if ratio <= GATE_AGAINST_SQLITE {
            "holds"
        } else {
            "does not hold"
        };
        println!(
            "Gate {GATE_AGAINST_SQLITE} × sqlite3 at {} rows: {ratio:.2}, {word}.",
            size.rows
        );
    }
    if let (Some(first), Some(last)) = (measured.first(), measured.last())
        && first.rows < last.rows
    {
        let per_row = |size: &Measured| size.ours.cpu.as_secs_f64() / size.rows as f64;
        let ratio = per_row(last) / per_row(first);
        let word = if ratio <= GATE_PER_ROW {
            "holds"
        } else {
            "does not hold"
        };
        println!(
            "Gate {GATE_PER_ROW} × the CPU of a row, {} against {} rows: {ratio:.2}, {word}.",
            last.rows, first.rows
        );
    }
}

fn ratio(ours: Duration, theirs: Duration) -> f64 {
    ours.as_secs_f64() / theirs.as_secs_f64().max(f64::EPSILON)
}
