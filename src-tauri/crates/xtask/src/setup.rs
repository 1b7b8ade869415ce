//! Sets a fresh machine up: Debian's packages, Rust's tools, npm's packages, the built page.

use std::env;

use crate::Trouble;
use crate::home::Home;
use crate::stamp::Stamp;
use crate::step::{Done, Step, ask, run};

/// Without these nothing compiles: the linker, GTK with WebKit, and libclang, by which SQLite's
/// session functions are bound.
const TO_BUILD: &[&str] = &[
    "build-essential",
    "pkg-config",
    "libwebkit2gtk-4.1-dev",
    "libclang-dev",
];

/// A screen nobody looks at, the driver of the window's web engine, letters to draw, and what makes
/// the system's calls fail.
const TO_TEST: &[&str] = &[
    "xvfb",
    "xauth",
    "webkit2gtk-driver",
    "fonts-dejavu-core",
    "fonts-noto-cjk",
    "strace",
];

/// Packages to build and open the window.
pub const PACKAGES: Step = Step {
    name: "packages",
    about: "installs the Debian packages the window is built with, where missing (1 to 3 min once)",
    work: |home| install(home, TO_BUILD),
};

/// Packages to test the window as well.
pub const TEST_PACKAGES: Step = Step {
    name: "packages",
    about: "installs the Debian packages for building and testing, where missing (1 to 3 min once)",
    work: |home| install(home, &[TO_BUILD, TO_TEST].concat()),
};

/// The command line that the job is measured against.
pub const BENCH_PACKAGES: Step = Step {
    name: "packages",
    about: "installs sqlite3, where missing (seconds)",
    work: |home| install(home, &["sqlite3"]),
};

/// rustfmt and clippy.
pub const RUST_TOOLS: Step = Step {
    name: "rust-tools",
    about: "adds rustfmt and clippy to the Rust toolchain, where missing (seconds)",
    work: rust_tools,
};

/// npm's packages.
pub const NPM: Step = Step {
    name: "npm",
    about: "installs the page's npm packages, when ui/package-lock.json changed (under 1 min)",
    work: npm,
};

/// The page.
pub const PAGE: Step = Step {
    name: "page",
    about: "builds the page the window shows, when its sources changed (seconds)",
    work: page,
};

fn install(home: &Home, wanted: &[&str]) -> Result<Done, Trouble> {
    if !cfg!(target_os = "linux") {
        return Ok(Done::Nothing("only Linux needs system packages".into()));
    }
    if ask(home.command("dpkg-query", &["--version"])).is_none() {
        return Ok(Done::Nothing(format!(
            "this is not Debian; install what it calls {}",
            wanted.join(", ")
        )));
    }
    let missing: Vec<&str> = wanted
        .iter()
        .copied()
        .filter(|package| !is_installed(home, package))
        .collect();
    if missing.is_empty() {
        return Ok(Done::Nothing(format!("all {} are there", wanted.len())));
    }
    println!("  missing: {}", missing.join(" "));
    as_root(home, &["apt-get", "update", "-q"])?;
    let options = [
        "apt-get",
        "-o",
        "DPkg::Lock::Timeout=300",
        "install",
        "-q",
        "-y",
        "--no-install-recommends",
    ];
    as_root(home, &[&options, missing.as_slice()].concat())
}

fn is_installed(home: &Home, package: &str) -> bool {
    let query = ["-W", "-f=${db:Status-Status}", package];
    ask(home.command("dpkg-query", &query)).is_some_and(|state| state == "installed")
}

/// Runs a command as root, through sudo for everybody else.
fn as_root(home: &Home, words: &[&str]) -> Result<Done, Trouble> {
    let quiet = ["env", "DEBIAN_FRONTEND=noninteractive"];
    let is_root = ask(home.command("id", &["-u"])).is_some_and(|id| id.trim() == "0");
    if is_root {
        return run(home.command(quiet[0], &[&quiet[1..], words].concat()));
    }
    if ask(home.command("sudo", &["-V"])).is_none() {
        return Err(Trouble::new(format!(
            "this needs root and there is no sudo; as root run `{}`",
            words.join(" ")
        )));
    }
    println!("  sudo may ask for your password");
    run(home.command("sudo", &[&quiet[..], words].concat()))
}

fn rust_tools(home: &Home) -> Result<Done, Trouble> {
    let has = |tool: &str| ask(home.cargo(&[tool, "--version"])).is_some();
    if has("fmt") && has("clippy") {
        return Ok(Done::Nothing("both are there".into()));
    }
    run(home.command("rustup", &["component", "add", "rustfmt", "clippy"]))
}

fn npm(home: &Home) -> Result<Done, Trouble> {
    let node = node_version(home)?;
    let lock = [home.ui().join("package-lock.json")];
    let stamp = Stamp::of(home, "npm", &lock, &[], &node)?;
    if stamp.is_current() && home.ui().join("node_modules").is_dir() {
        return Ok(Done::Nothing("the lock file is the same".into()));
    }
    run(home.npm(&["ci", "--ignore-scripts", "--no-audit", "--no-fund"]))?;
    stamp.keep()?;
    Ok(Done::Worked)
}

/// The Nodes that the page's tools declare, oldest first: of each of these lines the oldest
/// release, and every later line.
const NODES: [(u32, u32); 2] = [(20, 19), (22, 13)];

fn node_version(home: &Home) -> Result<String, Trouble> {
    let version = ask(home.command("node", &["--version"])).unwrap_or_default();
    let [(first, first_minor), (second, second_minor)] = NODES;
    let wanted =
        format!("install Node {first}.{first_minor}, {second}.{second_minor} or newer, with npm");
    match release(&version) {
        Some(release) if is_new_enough(release) => Ok(version),
        Some(_) => Err(Trouble::new(format!(
            "Node {} does not do: {wanted}",
            version.trim()
        ))),
        None => Err(Trouble::new(format!("there is no Node: {wanted}"))),
    }
}

/// `v22.12.0` as 22 and 12.
fn release(version: &str) -> Option<(u32, u32)> {
    let mut parts = version.trim().trim_start_matches('v').split('.');
    let mut part = || parts.next()?.parse().ok();
    Some((part()?, part()?))
}

fn is_new_enough((line, minor): (u32, u32)) -> bool {
    match NODES.iter().find(|(known, _)| *known == line) {
        Some((_, oldest)) => minor >= *oldest,
        None => NODES.iter().all(|(known, _)| line > *known),
    }
}

fn page(home: &Home) -> Result<Done, Trouble> {
    let sources = [home.ui()];
    let except = ["node_modules", "dist", "coverage"];
    let stamp = Stamp::of(home, "page", &sources, &except, "")?;
    if stamp.is_current() && home.ui().join("dist/index.html").is_file() {
        return Ok(Done::Nothing("the sources are the same".into()));
    }
    run(home.npm(&["run", "build"]))?;
    stamp.keep()?;
    Ok(Done::Worked)
}

/// Whether a window can be seen here.
pub fn has_display() -> bool {
    let set = |name: &str| env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}

/// Whether Chinese text can be drawn; only Linux desktops come without.
pub fn has_chinese_letters(home: &Home) -> bool {
    !cfg!(target_os = "linux")
        || ask(home.command("fc-list", &[":lang=zh", "family"]))
            .is_none_or(|fonts| !fonts.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nodes_are_taken_from_the_releases_that_the_tools_declare() {
        for (version, expected) in [
            ("v18.20.8\n", false),
            ("v20.18.3\n", false),
            ("v20.19.0\n", true),
            ("v21.7.3\n", false),
            ("v22.12.0\n", false),
            ("v22.13.0\n", true),
            ("v24.1.0\n", true),
        ] {
            let found = release(version).map(is_new_enough);
            assert_eq!(found, Some(expected), "{version}");
        }
        assert_eq!(release(""), None);
    }
}
