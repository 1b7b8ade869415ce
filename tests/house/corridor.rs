//! One straight corridor: a crate may use only the crates left of it.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use promodesk_tests::root;
use serde_json::Value;

/// From left to right; crates in one room do not know each other.
const ROOMS: [&[&str]; 6] = [
    &["seller-domain"],
    &["seller-rulebook", "seller-exchange"],
    &["seller-planner"],
    &["seller-store"],
    &["seller-commands"],
    &["promodesk", "seller-cli", "promodesk-tests", "xtask"],
];

/// Calculations and files only: what they need is passed in.
const PURE: [&str; 4] = [
    "seller-domain",
    "seller-rulebook",
    "seller-exchange",
    "seller-planner",
];

/// What no pure crate may reach, however far down.
const OUTSIDE: [&str; 6] = [
    "tauri",
    "rusqlite",
    "libsqlite3-sys",
    "tokio",
    "reqwest",
    "hyper",
];

/// What other platforms alone need may never have been fetched here.
fn this_platform() -> String {
    let output = Command::new("rustc").arg("-vV").output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    let host = said.lines().find_map(|line| line.strip_prefix("host: "));
    host.unwrap().to_owned()
}

fn metadata() -> Value {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked", "--offline"])
        .args(["--filter-platform", &this_platform()])
        .current_dir(root())
        .output()
        .unwrap();
    let trouble = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "cargo metadata: {trouble}");
    serde_json::from_slice(&output.stdout).unwrap()
}

fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap()
}

/// The house's own crates, with everything they name in their manifests.
fn members(metadata: &Value) -> BTreeMap<&str, BTreeSet<&str>> {
    let ids: BTreeSet<&str> = list(metadata, "workspace_members")
        .iter()
        .filter_map(Value::as_str)
        .collect();
    let packages = list(metadata, "packages").iter();
    packages
        .filter(|package| ids.contains(text(package, "id")))
        .map(|package| {
            let wanted = list(package, "dependencies").iter();
            let wanted = wanted.map(|dependency| text(dependency, "name"));
            (text(package, "name"), wanted.collect())
        })
        .collect()
}

fn room_of(name: &str) -> Option<usize> {
    ROOMS.iter().position(|room| room.contains(&name))
}

#[test]
fn every_crate_has_its_room() {
    let metadata = metadata();
    let known: BTreeSet<&str> = ROOMS.iter().copied().flatten().copied().collect();
    let members: BTreeSet<&str> = members(&metadata).into_keys().collect();
    assert_eq!(members, known);
}

#[test]
fn a_crate_uses_only_crates_left_of_it() {
    let metadata = metadata();
    let mut seen = 0;
    for (name, wanted) in members(&metadata) {
        let room = room_of(name).unwrap();
        for other in wanted {
            if let Some(other_room) = room_of(other) {
                assert!(other_room < room, "{name} may not use {other}");
                seen += 1;
            }
        }
    }
    assert!(seen >= 10, "only {seen} doors were seen");
}

/// The caretaker runs before anything is installed: what it is built from needs no system library
/// and is few enough to be built at once.
const CARETAKER_MAY_USE: [&str; 1] = ["csv"];

#[test]
fn the_caretaker_is_built_from_almost_nothing() {
    let metadata = metadata();
    let mut packages = list(&metadata, "packages").iter();
    let caretaker = packages.find(|package| text(package, "name") == "xtask");
    let needed: Vec<&str> = list(caretaker.unwrap(), "dependencies")
        .iter()
        .filter(|dependency| dependency["kind"].is_null())
        .map(|dependency| text(dependency, "name"))
        .collect();
    assert_eq!(needed, CARETAKER_MAY_USE);
}

#[test]
fn the_pure_crates_reach_no_window_no_database_and_no_network() {
    let metadata = metadata();
    let names: BTreeMap<&str, &str> = list(&metadata, "packages")
        .iter()
        .map(|package| (text(package, "id"), text(package, "name")))
        .collect();
    let edges: BTreeMap<&str, Vec<&str>> = list(&metadata["resolve"], "nodes")
        .iter()
        .map(|node| (text(node, "id"), built_with(node)))
        .collect();
    for pure in PURE {
        let (start, _) = names.iter().find(|(_, name)| **name == pure).unwrap();
        let mut reached = BTreeSet::new();
        let mut waiting = vec![*start];
        while let Some(id) = waiting.pop() {
            if reached.insert(id) {
                waiting.extend(&edges[id]);
            }
        }
        for id in reached {
            assert!(
                !OUTSIDE.contains(&names[id]),
                "{pure} reaches {}",
                names[id]
            );
        }
    }
}

/// What a package is built with, its tests left out.
fn built_with(node: &Value) -> Vec<&str> {
    let is_for_tests = |dependency: &&Value| {
        list(dependency, "dep_kinds")
            .iter()
            .all(|kind| kind["kind"] == "dev")
    };
    list(node, "deps")
        .iter()
        .filter(|dependency| !is_for_tests(dependency))
        .map(|dependency| text(dependency, "pkg"))
        .collect()
}

#[test]
fn the_pure_crates_ban_floats_and_the_system_clock() {
    for pure in PURE {
        let path = root()
            .join("src-tauri/crates")
            .join(pure)
            .join("clippy.toml");
        let bans: toml::Table = std::fs::read_to_string(path).unwrap().parse().unwrap();
        let banned = |key: &str| -> Vec<String> {
            let entries = bans[key].as_array().unwrap().iter();
            entries
                .map(|entry| entry["path"].as_str().unwrap().to_owned())
                .collect()
        };
        let types = banned("disallowed-types");
        assert!(
            types.contains(&"f32".into()) && types.contains(&"f64".into()),
            "{pure}"
        );
        let methods = banned("disallowed-methods");
        for clock in [
            "std::time::SystemTime::now",
            "std::time::Instant::now",
            "chrono::Utc::now",
        ] {
            assert!(methods.contains(&clock.into()), "{pure} allows {clock}");
        }
    }
}
