//! One step of a chore: says what it does, does it, says how long it took.

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::Trouble;
use crate::home::Home;
use crate::tally::Tally;

/// A named piece of work.
pub struct Step {
    /// The name `--only` and `--skip` take.
    pub name: &'static str,
    /// What it does and how long that usually takes on two cores.
    pub about: &'static str,
    /// The work itself.
    pub work: fn(&Home) -> Result<Done, Trouble>,
}

/// How a step ended well.
#[derive(Debug, PartialEq)]
pub enum Done {
    /// It did its work.
    Worked,
    /// There was nothing to do, for the reason given.
    Nothing(String),
    /// It ran tests. Some may have failed.
    Tested(Tally),
}

impl Step {
    /// Announces and does the work, and says how long it took.
    pub fn perform(&self, home: &Home) -> Result<Done, Trouble> {
        println!("\n▶ {}: {}", self.name, self.about);
        let started = Instant::now();
        let done = (self.work)(home);
        let took = in_words(started.elapsed());
        match &done {
            Ok(Done::Worked) => println!("  {} took {took}", self.name),
            Ok(Done::Nothing(reason)) => println!("  nothing to do: {reason} ({took})"),
            Ok(Done::Tested(tally)) => println!("  {}: {tally}, took {took}", self.name),
            Err(Trouble(sentence)) => println!("  {} failed after {took}: {sentence}", self.name),
        }
        done
    }
}

/// `0.4 s`, `12 s`, `5 min 03 s`.
pub fn in_words(time: Duration) -> String {
    match time.as_secs() {
        0..10 => format!("{}.{} s", time.as_secs(), time.subsec_millis() / 100),
        10..60 => format!("{} s", time.as_secs()),
        seconds => format!("{} min {:02} s", seconds / 60, seconds % 60),
    }
}

/// Runs a command with its output shown.
pub fn run(mut command: Command) -> Result<Done, Trouble> {
    println!("  $ {}", shown(&command));
    let status = command
        .status()
        .map_err(|error| cannot_start(&command, &error))?;
    if status.success() {
        Ok(Done::Worked)
    } else {
        Err(Trouble::new(format!("`{}`: {status}", shown(&command))))
    }
}

/// Runs a test runner with its output shown, and counts. A runner that fails without a failed test
/// (because the tests do not compile, say) is trouble of its own.
pub fn run_tests(command: Command) -> Result<Done, Trouble> {
    Ok(Done::Tested(run_named_tests(command)?.tally))
}

/// What a test runner told.
#[derive(Debug, Default, PartialEq)]
pub struct Told {
    pub tally: Tally,
    /// The names of Rust tests that failed.
    pub failed: Vec<String>,
}

/// As [`run_tests`], and names what failed.
pub fn run_named_tests(command: Command) -> Result<Told, Trouble> {
    println!("  $ {}", shown(&command));
    count_tests(command, &mut std::io::stdout())
}

fn count_tests(mut command: Command, show: &mut impl Write) -> Result<Told, Trouble> {
    let mut child = command
        .env("NO_COLOR", "1")
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| cannot_start(&command, &error))?;
    let mut told = Told::default();
    if let Some(output) = child.stdout.take() {
        let mut reader = BufReader::new(output);
        let mut line = Vec::new();
        // Bytes, since a failing test may print anything.
        while reader
            .read_until(b'\n', &mut line)
            .is_ok_and(|read| read > 0)
        {
            let _ = show.write_all(&line);
            let text = String::from_utf8_lossy(&line);
            told.tally += Tally::of_line(&text);
            told.failed.extend(failed_test(&text));
            line.clear();
        }
    }
    let status = child
        .wait()
        .map_err(|error| cannot_start(&command, &error))?;
    match (status.success(), told.tally) {
        (
            true,
            Tally {
                passed: 0,
                failed: 0,
            },
        ) => Err(Trouble::new(format!(
            "`{}` ended well but ran no test",
            shown(&command)
        ))),
        (false, Tally { failed: 0, .. }) => {
            Err(Trouble::new(format!("`{}`: {status}", shown(&command))))
        }
        _ => Ok(told),
    }
}

/// The name in `test large::a_story ... FAILED`.
fn failed_test(line: &str) -> Option<String> {
    let name = line
        .trim()
        .strip_prefix("test ")?
        .strip_suffix(" ... FAILED")?;
    Some(name.to_owned())
}

/// What a short command prints; `None` when it cannot be started or fails.
pub fn ask(mut command: Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    output.status.success().then_some(text)
}

fn cannot_start(command: &Command, error: &std::io::Error) -> Trouble {
    let program = command.get_program().to_string_lossy();
    Trouble::new(format!("`{program}` cannot be started: {error}"))
}

fn shown(command: &Command) -> String {
    let mut words = vec![program_name(command)];
    words.extend(command.get_args().map(|word| {
        let word = word.to_string_lossy();
        if word.contains(' ') {
            format!("'{word}'")
        } else {
            word.into_owned()
        }
    }));
    words.join(" ")
}

fn program_name(command: &Command) -> String {
    let path = std::path::Path::new(command.get_program());
    let name = path.file_name().unwrap_or(command.get_program());
    name.to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use std::process::Command;
    use std::time::Duration;

    use super::{Told, count_tests, in_words, shown};
    use crate::Trouble;
    use crate::tally::Tally;

    fn shell(script: &str) -> Command {
        let mut command = Command::new("/bin/sh");
        command.args(["-c", script]);
        command
    }

    /// Counts without showing: what is shown here would be counted again by whoever counts us.
    fn told(script: &str) -> Result<Told, Trouble> {
        count_tests(shell(script), &mut std::io::sink())
    }

    fn told_of(passed: usize, failed: &[&str]) -> Told {
        let tally = Tally {
            passed,
            failed: failed.len(),
        };
        let failed = failed.iter().map(|&name| name.to_owned()).collect();
        Told { tally, failed }
    }

    #[test]
    fn a_time_is_told_as_people_tell_it() {
        assert_eq!(in_words(Duration::from_millis(480)), "0.4 s");
        assert_eq!(in_words(Duration::from_millis(59_999)), "59 s");
        assert_eq!(in_words(Duration::from_secs(303)), "5 min 03 s");
    }

    #[test]
    fn a_command_is_shown_as_it_could_be_typed() {
        assert_eq!(shown(&shell("echo a")), "sh -c 'echo a'");
    }

    #[test]
    #[cfg(unix)]
    fn several_closing_lines_are_summed() {
        let told = told(
            "echo 'test result: ok. 2 passed; 0 failed;'; echo 'test result: ok. 3 passed; 0 failed;'",
        );
        assert_eq!(told.unwrap(), told_of(5, &[]));
    }

    #[test]
    #[cfg(unix)]
    fn a_failed_test_is_counted_and_named_and_does_not_hide_the_others() {
        let told = told(
            "echo 'test shop::opens ... ok'; echo 'test shop::shuts ... FAILED'; \
             echo 'test result: FAILED. 2 passed; 1 failed;'; exit 101",
        );
        assert_eq!(told.unwrap(), told_of(2, &["shop::shuts"]));
    }

    #[test]
    #[cfg(unix)]
    fn tests_that_do_not_compile_are_trouble() {
        assert!(told("echo 'could not compile'; exit 101").is_err());
    }

    #[test]
    #[cfg(unix)]
    fn a_runner_that_ran_nothing_is_trouble() {
        assert!(told("exit 0").is_err());
    }
}
