//! One call to the system fails, the disk is full from one call on, or the program is told to end
//! at one call. Afterwards the file is sound and holds what it held or what the deed makes of it,
//! a refusal has changed nothing and says what to do, and the deed can be done.
//!
//! strace makes the calls fail; `cargo xtask test` installs it.

use crate::support::{Dice, Ran, Terminal, program, ran, times};
use serde_json::json;
use std::ffi::OsString;
use std::process::Command;

/// Of so many calls of a kind a deed is struck at one each time.
const ORDINARY: usize = 3;

/// What happens to calls, in strace's words.
struct Fault {
    effect: &'static str,
    calls: &'static [&'static str],
    /// To every call from the first on, and not to it alone.
    from_there_on: bool,
}

const FAULTS: [Fault; 5] = [
    Fault {
        effect: "error=EIO",
        calls: &["pwrite64", "write", "fsync", "ftruncate", "rename"],
        from_there_on: false,
    },
    Fault {
        effect: "error=ENOSPC",
        calls: &["pwrite64"],
        from_there_on: true,
    },
    Fault {
        // Once, so that what is said of it can be printed.
        effect: "error=ENOSPC",
        calls: &["write"],
        from_there_on: false,
    },
    Fault {
        effect: "signal=SIGTERM",
        calls: &["pwrite64", "fsync"],
        from_there_on: false,
    },
    Fault {
        effect: "signal=SIGKILL",
        calls: &["pwrite64", "ftruncate", "rename", "unlink"],
        from_there_on: false,
    },
];

/// What is done.
struct Deed {
    prepared: Terminal,
    words: Vec<OsString>,
    /// The file that it writes beside the shop's.
    writes: Option<&'static str>,
    /// The command that takes it back.
    back: Option<&'static str>,
}

/// How things stand before the deed and after it.
struct Ends {
    digests: [String; 2],
    written: [Option<Vec<u8>>; 2],
}

impl Deed {
    fn new(prepared: Terminal, words: &[&str]) -> Self {
        Self {
            prepared,
            words: words.iter().map(OsString::from).collect(),
            writes: None,
            back: None,
        }
    }

    fn at(&self, at: &Terminal, mut command: Command) -> Ran {
        command.args(at.command(&self.words).get_args());
        command.current_dir(at.file().parent().unwrap());
        let output = command.output();
        ran(&output.expect("strace is there: `cargo xtask test` installs it"))
    }

    /// The deed under strace, and the calls of it that were looked at.
    fn traced(&self, at: &Terminal, calls: &str, inject: Option<&str>) -> (Ran, String) {
        let log = at.path("strace.log");
        let mut command = Command::new("strace");
        command.args(["-f", "--seccomp-bpf", "-qqq", "-e"]);
        command.arg(format!("trace={calls}")).arg("-o").arg(&log);
        if let Some(inject) = inject {
            command.args(["-e", inject]);
        }
        command.arg(program().get_program());
        let run = self.at(at, command);
        let calls = std::fs::read_to_string(&log).unwrap();
        std::fs::remove_file(&log).unwrap();
        (run, calls)
    }

    fn written(&self, at: &Terminal) -> Option<Vec<u8>> {
        std::fs::read(at.path(self.writes?)).ok()
    }

    /// Strikes the deed with every fault.
    fn strike(&self) {
        if !tracing_is_allowed() {
            return;
        }
        let whole = self.prepared.twin();
        let (run, calls) = self.traced(&whole, "%file,%desc", None);
        assert_eq!(run.code, Some(0), "{}", run.said);
        let ends = Ends {
            digests: [self.prepared.state().0, whole.state().0],
            written: [self.written(&self.prepared), self.written(&whole)],
        };
        let (mut dice, mut struck) = (Dice::new(), 0);
        for fault in FAULTS {
            for call in fault.calls {
                let opening = format!(" {call}(");
                let many = calls.lines().filter(|at| at.contains(&opening)).count();
                let rounds = times(ORDINARY).min(many);
                for round in 0..rounds {
                    let (from, to) = (round * many / rounds, (round + 1) * many / rounds);
                    let nth = 1 + from + dice.below(to - from);
                    struck += usize::from(self.strike_at(&fault, call, nth, &ends));
                }
            }
        }
        println!("{:?} was struck {struck} times", self.words);
        assert!(struck > 10, "{struck}");
    }

    fn strike_at(&self, fault: &Fault, call: &str, nth: usize, ends: &Ends) -> bool {
        let onwards = if fault.from_there_on { "+" } else { "" };
        let rule = format!("inject={call}:{}:when={nth}{onwards}", fault.effect);
        let at = self.prepared.twin();
        let (run, calls) = self.traced(&at, call, Some(&rule));
        let told = format!("{:?} {rule}: {}", self.words, run.said);
        match run.code {
            Some(0) => {}
            Some(1) => says_what_to_do(&run, fault, &told),
            _ => assert!(fault.effect.starts_with("signal"), "{told}"),
        }
        if run.code.is_some() {
            self.leaves_nothing_half(&at, &told);
        }
        let now = at.state().0;
        let written = self.written(&at);
        assert!(ends.written.contains(&written), "{told}");
        match run.code {
            Some(0) => assert_eq!(written, ends.written[1], "{told}"),
            Some(1) => assert_eq!(written, ends.written[0], "{told}"),
            _ => {}
        }
        if now != ends.digests[0] {
            assert_ne!(run.code, Some(1), "{told}");
            match self.back {
                Some(back) => {
                    at.call(back, &json!({}));
                    assert_eq!(at.state().0, ends.digests[0], "{told}");
                }
                None => assert_eq!(now, ends.digests[1], "{told}"),
            }
        }
        let again = self.at(&at, program());
        assert_eq!(again.code, Some(0), "{told} {}", again.said);
        assert_eq!(self.written(&at), ends.written[1], "{told}");
        calls.contains("(INJECTED)") || run.code.is_none()
    }

    /// Nothing unfinished lies about.
    fn leaves_nothing_half(&self, at: &Terminal, told: &str) {
        let mut known = self.prepared.names();
        let shop = at.file().file_name().unwrap().to_str().unwrap();
        known.extend(["", "-wal", "-shm", ".lock", "-backups"].map(|end| format!("{shop}{end}")));
        known.extend(self.writes.map(str::to_owned));
        let found = at.names();
        let strange: Vec<_> = found.difference(&known).collect();
        assert_eq!(strange, Vec::<&String>::new(), "{told}");
        let unfinished = at.path("shop.promodesk-backups").join(".unfinished");
        assert!(!unfinished.exists(), "{told}");
    }
}

/// Some containers forbid one program to trace another, and nothing can be struck there. strace itself
/// has to be there.
fn tracing_is_allowed() -> bool {
    let mut strace = Command::new("strace");
    let output = strace
        .args(["-f", "--seccomp-bpf", "-o", "/dev/null", "true"])
        .output();
    let output = output.expect("strace is there: `cargo xtask test` installs it");
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        println!("NOT TRIED: this system forbids tracing. {said}");
    }
    output.status.success()
}

/// The refusal is no bug of ours, says what to do, and names a full disk as what it is.
fn says_what_to_do(run: &Ran, fault: &Fault, told: &str) {
    let error = run.json();
    let kind = error["kind"].as_str().unwrap();
    assert!(["storage", "file"].contains(&kind), "{told}");
    let remedy = error["remedy"].as_str().unwrap();
    assert!(!remedy.is_empty(), "{told}");
    if fault.effect.ends_with("ENOSPC") {
        assert!(remedy.starts_with("Free some space"), "{told}");
    }
}

fn stocked() -> Terminal {
    let terminal = Terminal::with_shop();
    terminal.import(&terminal.catalogue(15));
    terminal
}

#[test]
fn an_import_survives_failing_calls() {
    let terminal = Terminal::with_shop();
    terminal.catalogue(15);
    let deed = Deed::new(terminal, &["import", "catalogue.csv"]);
    let back = Some("history_undo");
    Deed { back, ..deed }.strike();
}

#[test]
fn a_submission_survives_failing_calls() {
    let terminal = stocked();
    let (campaign, _) = terminal.prepare();
    let deed = Deed::new(terminal, &["register", &campaign]);
    let back = Some("history_undo");
    Deed { back, ..deed }.strike();
}

#[test]
fn a_step_back_survives_failing_calls() {
    let deed = Deed::new(stocked(), &["call", "history_undo"]);
    let back = Some("history_redo");
    Deed { back, ..deed }.strike();
}

#[test]
fn an_export_survives_failing_calls() {
    let terminal = stocked();
    let (campaign, _) = terminal.prepare();
    terminal.done(&["register", &campaign]);
    std::fs::write(terminal.path("out.csv"), "the old file").unwrap();
    let deed = Deed::new(terminal, &["export", &campaign, "out.csv"]);
    let writes = Some("out.csv");
    Deed { writes, ..deed }.strike();
}

#[test]
fn a_restore_survives_failing_calls() {
    let terminal = stocked();
    terminal.done(&["backup".as_ref(), terminal.path("copy").as_os_str()]);
    terminal.call("history_undo", &json!({}));
    let request = json!({ "path": "copy" }).to_string();
    Deed::new(terminal, &["call", "backup_restore", &request]).strike();
}

#[test]
fn a_backup_survives_failing_calls() {
    Deed::new(stocked(), &["backup"]).strike();
}

#[test]
fn nothing_asks_a_network() {
    if !tracing_is_allowed() {
        return;
    }
    let terminal = stocked();
    let (campaign, _) = terminal.prepare();
    for words in [
        vec!["check", campaign.as_str()],
        vec!["register", &campaign],
        vec!["export", &campaign, "out.csv"],
        vec!["backup"],
        vec!["call", "desk_state"],
    ] {
        let (run, calls) = Deed::new(terminal.twin(), &words).traced(&terminal, "%network", None);
        assert_eq!(run.code, Some(0), "{}", run.said);
        assert_eq!(calls.matches('(').count(), 0, "{words:?}: {calls}");
    }
}
