//! Prepares the window: checks that the page was built and compiles who may call what.

use std::{env, fs, path::Path};

/// The page the window embeds. Cargo runs this script in the package root.
const PAGE: &str = "ui/dist/index.html";

fn main() {
    // With patterns of our own, tauri-build watches neither folder.
    for watched in ["src-tauri/capabilities", "src-tauri/permissions", "ui/dist"] {
        println!("cargo:rerun-if-changed={watched}");
    }
    let embeds_the_page = env::var_os("CARGO_FEATURE_CUSTOM_PROTOCOL").is_some();
    if embeds_the_page && !Path::new(PAGE).is_file() {
        eprintln!(
            "{PAGE} is missing: the window embeds the page, so the page is built first.\n\
             Run `cargo xtask run`, or only `npm ci --ignore-scripts && npm run build` in ui/."
        );
        std::process::exit(1);
    }
    let attributes = tauri_build::Attributes::new()
        .capabilities_path_pattern("src-tauri/capabilities/*.json")
        // Not `.commands()`: that would write a permissions folder beside Cargo.toml.
        .app_manifest(
            tauri_build::AppManifest::new()
                .permissions_path_pattern("src-tauri/permissions/*.toml"),
        );
    if let Err(error) = tauri_build::try_build(attributes) {
        eprintln!("The window could not be prepared: {error:#}");
        std::process::exit(1);
    }
    tidy_schemas();
}

/// tauri-build writes its JSON schemas, which only editors read, beside Cargo.toml.
fn tidy_schemas() {
    if Path::new("gen").exists() {
        let _ = fs::remove_dir_all("src-tauri/gen");
        let _ = fs::rename("gen", "src-tauri/gen");
    }
}
