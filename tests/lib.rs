//! Tests that cross the rooms of the house, and what they share: where the sources lie.

use std::fs;
use std::path::{Path, PathBuf};

/// The repository.
pub fn root() -> &'static Path {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    tests.parent().unwrap_or(tests)
}

/// A text file of the repository.
#[derive(Debug)]
pub struct Source {
    /// Its path below the root, with forward slashes.
    pub path: String,
    /// What it says.
    pub text: String,
}

/// Folders that hold nothing written by hand.
const NOT_SOURCES: [&str; 7] = [
    ".git",
    "target",
    "node_modules",
    "dist",
    "gen",
    "artifacts",
    "coverage",
];

/// Every text file below a folder of the repository, in the order of the paths.
///
/// # Panics
/// When the folder cannot be read: a test that sees no files would pass for nothing.
pub fn sources(below: &str) -> Vec<Source> {
    let mut found = Vec::new();
    collect(&root().join(below), &mut found);
    assert!(!found.is_empty(), "{below} holds no sources");
    found.sort_by(|one, other| one.path.cmp(&other.path));
    found
}

fn collect(folder: &Path, found: &mut Vec<Source>) {
    let entries = fs::read_dir(folder)
        .unwrap_or_else(|error| panic!("{} cannot be read: {error}", folder.display()));
    for entry in entries {
        let path = entry.map(|entry| entry.path()).unwrap_or_else(|error| {
            panic!("{} cannot be listed: {error}", folder.display());
        });
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if NOT_SOURCES.contains(&name.as_ref()) {
            continue;
        }
        if path.is_dir() {
            collect(&path, found);
        } else if let Ok(text) = fs::read_to_string(&path) {
            found.push(Source {
                path: below_root(&path),
                text,
            });
        }
    }
}

fn below_root(path: &Path) -> String {
    let below: PathBuf = path.strip_prefix(root()).unwrap_or(path).into();
    below.to_string_lossy().replace('\\', "/")
}
