//! Counts passed and failed tests in what the test runners print.

use std::fmt;
use std::ops::AddAssign;

/// How many tests passed and how many failed.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Tally {
    /// Tests that passed.
    pub passed: usize,
    /// Tests that failed.
    pub failed: usize,
}

impl Tally {
    /// What one line of output adds: the closing lines of Rust's test runner and of Vitest.
    pub fn of_line(line: &str) -> Self {
        let line = without_colours(line);
        let line = line.trim();
        if let Some(rest) = line.strip_prefix("test result: ") {
            return Self::of_counts(rest, ';');
        }
        match line.strip_prefix("Tests ") {
            Some(rest) => Self::of_counts(rest, '|'),
            None => Self::default(),
        }
    }

    /// `ok. 12 passed; 0 failed; …` or `1 failed | 10 passed (11)`.
    fn of_counts(text: &str, separator: char) -> Self {
        let mut tally = Self::default();
        for part in text.split(separator) {
            let words: Vec<&str> = part.split_whitespace().collect();
            for pair in words.windows(2) {
                match (pair[0].parse(), pair[1]) {
                    (Ok(count), "passed") => tally.passed = count,
                    (Ok(count), "failed") => tally.failed = count,
                    _ => {}
                }
            }
        }
        tally
    }
}

/// A line without the terminal's colour codes (`ESC [ … m`).
fn without_colours(line: &str) -> String {
    let mut parts = line.split('\u{1b}');
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        plain += part.split_once('m').map_or("", |(_, rest)| rest);
    }
    plain
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

#[cfg(test)]
mod tests {
    use super::Tally;

    fn tally(passed: usize, failed: usize) -> Tally {
        Tally { passed, failed }
    }

    #[test]
    fn reads_the_closing_line_of_rust_tests() {
        let ok = "test result: ok. 23 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out";
        assert_eq!(Tally::of_line(ok), tally(23, 0));
        let failed = "test result: FAILED. 2 passed; 3 failed; 0 ignored; 0 measured";
        assert_eq!(Tally::of_line(failed), tally(2, 3));
    }

    #[test]
    fn reads_the_closing_line_of_vitest() {
        assert_eq!(Tally::of_line("      Tests  12 passed (12)"), tally(12, 0));
        assert_eq!(
            Tally::of_line("      Tests  1 failed | 10 passed | 2 skipped (13)"),
            tally(10, 1)
        );
    }

    #[test]
    fn colours_hide_no_count() {
        let line = "\u{1b}[2m      Tests \u{1b}[22m \u{1b}[1m\u{1b}[31m1 failed\u{1b}[39m | \u{1b}[32m29 passed\u{1b}[39m (30)";
        assert_eq!(Tally::of_line(line), tally(29, 1));
    }

    #[test]
    fn other_lines_count_nothing() {
        for line in [
            "test a_rule ... ok",
            " Test Files  4 passed (4)",
            "running 12 tests",
            "3 passed",
            "",
        ] {
            assert_eq!(Tally::of_line(line), tally(0, 0), "{line}");
        }
    }
}
