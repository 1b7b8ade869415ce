//! The ratios that a release has to hold. They compare what was measured side by side on one
//! machine, so that its speed cancels out.

use super::Measured;
use super::took::{Took, ratio};
use crate::Trouble;

/// The job may take so many times as long as sqlite3 takes, from this many rows on.
const AGAINST_SQLITE: (f64, u64) = (1.2, 100_000);
/// A row of the largest file may cost so many times the CPU of a row of the smallest.
const CPU_OF_A_ROW: f64 = 1.3;
/// Ten times the rows may need so many times the memory, from this many rows on.
const MEMORY: (f64, u64) = (5.0, 100_000);

/// Prints every gate that the sizes let judge.
///
/// # Errors
/// Names the gates that do not hold.
pub fn judge(measured: &[Measured], start: Took) -> Result<(), Trouble> {
    let gates: Vec<Gate> = measured
        .iter()
        .filter_map(against_sqlite)
        .chain(cpu_of_a_row(measured, start))
        .chain(memory(measured))
        .collect();
    let broken = gates.iter().filter(|gate| !gate.holds()).count();
    for gate in &gates {
        println!("{gate}");
    }
    match broken {
        0 => Ok(()),
        _ => Err(Trouble::new(format!(
            "{broken} of {} gates do not hold",
            gates.len()
        ))),
    }
}

struct Gate {
    what: String,
    found: f64,
    most: f64,
}

impl Gate {
    fn holds(&self) -> bool {
        self.found <= self.most
    }
}

impl std::fmt::Display for Gate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let verdict = if self.holds() {
            "holds"
        } else {
            "DOES NOT HOLD"
        };
        let Self { what, found, most } = self;
        write!(f, "{what}: {found:.2}, at most {most}: {verdict}")
    }
}

fn against_sqlite(size: &Measured) -> Option<Gate> {
    let (most, from) = AGAINST_SQLITE;
    (size.rows >= from).then(|| Gate {
        what: format!("wall time at {} rows ÷ sqlite3", size.rows),
        found: ratio(size.ours.wall, size.sqlite.wall),
        most,
    })
}

fn cpu_of_a_row(measured: &[Measured], start: Took) -> Option<Gate> {
    let (first, last) = (measured.first()?, measured.last()?);
    let of_a_row = |size: &Measured| {
        let cpu = size.ours.cpu.saturating_sub(start.cpu);
        cpu.as_secs_f64() / size.rows as f64
    };
    // Without a clock for it, or with a single size, there is nothing to compare.
    (first.rows < last.rows && of_a_row(first) > 0.0).then(|| Gate {
        what: format!("CPU of a row at {} ÷ at {} rows", last.rows, first.rows),
        found: of_a_row(last) / of_a_row(first),
        most: CPU_OF_A_ROW,
    })
}

fn memory(measured: &[Measured]) -> Option<Gate> {
    let (most, from) = MEMORY;
    let last = measured.last()?;
    let tenth = measured
        .iter()
        .find(|size| size.rows >= from && size.rows * 10 == last.rows)?;
    let found = last.ours.peak_kilobytes? as f64 / tenth.ours.peak_kilobytes?.max(1) as f64;
    Some(Gate {
        what: format!("peak memory at {} ÷ at {} rows", last.rows, tenth.rows),
        found,
        most,
    })
}
