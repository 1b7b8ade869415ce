//! What the page may do in the window: run its own scripts, call our commands, and nothing else.

use std::collections::BTreeSet;
use std::fs;

use promodesk_tests::root;
use serde_json::{Value, json};

fn json_file(path: &str) -> Value {
    serde_json::from_str(&fs::read_to_string(root().join(path)).unwrap()).unwrap()
}

/// The permissions written in a file, with the commands each allows.
fn permissions(path: &str) -> Vec<(String, Vec<String>)> {
    let file: toml::Table = fs::read_to_string(root().join(path))
        .unwrap()
        .parse()
        .unwrap();
    let texts = |value: &toml::Value| -> Vec<String> {
        let texts = value.as_array().unwrap().iter();
        texts
            .map(|text| text.as_str().unwrap().to_owned())
            .collect()
    };
    let permissions = file["permission"].as_array().unwrap().iter();
    permissions
        .map(|one| {
            let name = one["identifier"].as_str().unwrap().to_owned();
            (name, texts(&one["commands"]["allow"]))
        })
        .collect()
}

#[test]
fn scripts_are_our_own_and_nothing_comes_from_elsewhere() {
    let config = json_file("tauri.conf.json");
    let policy = &config["app"]["security"]["csp"];
    assert_eq!(policy["default-src"], "'self'");
    assert_eq!(policy["script-src"], "'self'");
    assert_eq!(policy["object-src"], "'none'");
    assert_eq!(policy["connect-src"], "ipc: http://ipc.localhost");
    let origins = policy.as_object().unwrap().values();
    let origins: BTreeSet<&str> = origins
        .flat_map(|origins| origins.as_str().unwrap().split_whitespace())
        .collect();
    let known = [
        "'none'",
        "'self'",
        "'unsafe-inline'",
        "data:",
        "http://ipc.localhost",
        "ipc:",
    ];
    assert_eq!(origins.into_iter().collect::<Vec<_>>(), known);
    // Inline styles are what the component library writes; scripts keep Tauri's own nonces.
    let inline: Vec<&String> = policy
        .as_object()
        .unwrap()
        .iter()
        .filter(|(_, origins)| origins.as_str().unwrap().contains("unsafe-inline"))
        .map(|(directive, _)| directive)
        .collect();
    assert_eq!(inline, ["style-src"]);
    let unmodified = &config["app"]["security"]["dangerousDisableAssetCspModification"];
    assert_eq!(*unmodified, json!(["style-src"]));
}

#[test]
fn the_page_has_no_global_door_and_waits_for_the_desk() {
    let config = json_file("tauri.conf.json");
    assert_eq!(config["app"]["withGlobalTauri"], false);
    let windows = config["app"]["windows"].as_array().unwrap();
    assert_eq!(windows.len(), 1);
    assert_eq!(windows[0]["create"], false);
    assert_eq!(config["identifier"], "app.promodesk.desktop");
}

#[test]
fn the_capability_grants_our_own_commands_and_nothing_else() {
    let folder = root().join("src-tauri/capabilities");
    assert_eq!(fs::read_dir(folder).unwrap().count(), 1);
    let capability = json_file("src-tauri/capabilities/main.json");
    assert_eq!(capability["windows"], json!(["main"]));
    assert_eq!(capability["local"], true);
    assert!(capability.get("remote").is_none());
    let granted: BTreeSet<String> =
        serde_json::from_value(capability["permissions"].clone()).unwrap();
    let ours: BTreeSet<String> = permissions("src-tauri/permissions/commands.toml")
        .into_iter()
        .chain(permissions("src-tauri/permissions/window.toml"))
        .map(|(name, _)| name)
        .collect();
    assert_eq!(granted, ours);
}

#[test]
fn the_window_carries_no_plugin_that_reads_files_runs_programs_or_asks_the_network() {
    let manifest: toml::Table = fs::read_to_string(root().join("Cargo.toml"))
        .unwrap()
        .parse()
        .unwrap();
    let plugins: Vec<&String> = manifest["dependencies"]
        .as_table()
        .unwrap()
        .keys()
        .filter(|name| name.starts_with("tauri-plugin-"))
        .collect();
    assert_eq!(
        plugins,
        [
            "tauri-plugin-dialog",
            "tauri-plugin-single-instance",
            "tauri-plugin-window-state"
        ]
    );
}
