//! What a process took: time, CPU, memory.

use crate::Trouble;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// How long a process took, and what it needed.
#[derive(Clone, Copy)]
pub struct Took {
    /// From start to end.
    pub wall: Duration,
    /// On all cores; zero where the system does not tell.
    pub cpu: Duration,
    /// The most memory it held at once; none where the system does not tell.
    pub peak_kilobytes: Option<u64>,
}

/// Runs a command to its end and looks at it from outside.
pub fn timed(command: impl FnOnce() -> Result<Command, Trouble>) -> Result<Took, Trouble> {
    let mut command = command()?;
    let program = command.get_program().to_string_lossy().into_owned();
    let (started, before) = (Instant::now(), children_cpu());
    let mut child = command
        .spawn()
        .map_err(|why| Trouble::new(format!("{program} cannot be started: {why}")))?;
    let (ended, id) = (AtomicBool::new(false), child.id());
    let (status, wall, peak_kilobytes) = std::thread::scope(|scope| {
        let watching = scope.spawn(|| watch(id, &ended));
        let status = child.wait();
        let wall = started.elapsed();
        ended.store(true, Ordering::Relaxed);
        (status, wall, watching.join().unwrap_or_default())
    });
    let status = status.map_err(|why| Trouble::new(format!("{program}: {why}")))?;
    if !status.success() {
        return Err(Trouble::new(format!("{program}: {status}")));
    }
    Ok(Took {
        wall,
        cpu: children_cpu().saturating_sub(before),
        peak_kilobytes,
    })
}

/// The high-water mark of a process, read until it has ended: the system keeps the mark, so
/// that only what grows in the last moment is missed.
fn watch(id: u32, ended: &AtomicBool) -> Option<u64> {
    let status = format!("/proc/{id}/status");
    let mut peak = None;
    while !ended.load(Ordering::Relaxed) {
        let now = std::fs::read_to_string(&status).ok().and_then(|status| {
            let line = status
                .lines()
                .find_map(|line| line.strip_prefix("VmHWM:"))?;
            line.trim().strip_suffix("kB")?.trim().parse::<u64>().ok()
        });
        peak = peak.max(now);
        std::thread::sleep(Duration::from_millis(5));
    }
    peak
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

/// Each median by itself.
pub fn median(mut took: Vec<Took>) -> Took {
    let middle = took.len() / 2;
    took.sort_by_key(|took| took.cpu);
    let cpu = took[middle].cpu;
    took.sort_by_key(|took| took.peak_kilobytes);
    let peak_kilobytes = took[middle].peak_kilobytes;
    took.sort_by_key(|took| took.wall);
    Took {
        wall: took[middle].wall,
        cpu,
        peak_kilobytes,
    }
}

/// How many times the second fits into the first.
pub fn ratio(ours: Duration, theirs: Duration) -> f64 {
    ours.as_secs_f64() / theirs.as_secs_f64().max(f64::EPSILON)
}

/// Memory as it is shown.
pub fn megabytes(kilobytes: Option<u64>) -> String {
    kilobytes.map_or("unknown".to_owned(), |kilobytes| {
        format!("{} MB", kilobytes / 1024)
    })
}
