//! How every source file is kept.

use promodesk_tests::{Source, sources};

/// Lines of code about one subject: more are two files. Comments and blank lines do not count.
const LONGEST: usize = 420;

/// Tests list their cases.
const LONGEST_OF_TESTS: usize = 750;

fn rust() -> Vec<Source> {
    let mut rust = sources("src-tauri");
    rust.extend(sources("tests"));
    rust.retain(|source| source.path.ends_with(".rs"));
    assert!(rust.len() > 50, "only {} files were seen", rust.len());
    rust
}

#[test]
fn every_module_says_what_lives_in_it() {
    let silent: Vec<String> = rust()
        .into_iter()
        // What lives in the tests beside a module is plain.
        .filter(|source| !source.path.ends_with("/tests.rs"))
        .filter(|source| !source.text.starts_with("//! "))
        .map(|source| source.path)
        .collect();
    assert_eq!(silent, [""; 0]);
}

#[test]
fn no_file_holds_more_than_one_subject() {
    let mut written = rust();
    written.extend(sources("ui/src"));
    written.retain(|source| {
        [".rs", ".ts", ".tsx", ".css"]
            .iter()
            .any(|end| source.path.ends_with(end))
            && !source.path.contains("/generated/")
    });
    let long: Vec<String> = written
        .iter()
        .map(|source| (lines_of_code(&source.text), &source.path))
        .filter(|(lines, path)| {
            *lines
                > if path.contains("test") {
                    LONGEST_OF_TESTS
                } else {
                    LONGEST
                }
        })
        .map(|(lines, path)| format!("{path}: {lines} lines"))
        .collect();
    assert_eq!(long, [""; 0]);
}

fn lines_of_code(text: &str) -> usize {
    let lines = text.lines().map(str::trim);
    let code = lines.filter(|line| !line.is_empty() && !line.starts_with("//"));
    code.count()
}

#[test]
fn a_module_is_named_after_its_subject() {
    let shapeless = [
        "util", "utils", "helper", "helpers", "misc", "manager", "service",
    ];
    let found: Vec<String> = rust()
        .into_iter()
        .map(|source| source.path)
        .filter(|path| {
            let stem = path
                .rsplit('/')
                .next()
                .unwrap_or_default()
                .trim_end_matches(".rs");
            shapeless.contains(&stem)
        })
        .collect();
    assert_eq!(found, [""; 0]);
}

/// Folders of somebody's machine. `/etc/` and the like are the same everywhere, and made-up sellers
/// live in `/home/`.
const MACHINES: [&str; 4] = ["/root/", "/tmp/", "/Users/", "/work/"];

#[test]
fn no_file_names_a_folder_of_somebodys_machine() {
    let mut found = Vec::new();
    for source in sources("") {
        if source.path == "tests/house/sources.rs" {
            continue;
        }
        for (number, line) in source.text.lines().enumerate() {
            if MACHINES.iter().any(|folder| names_folder(line, folder)) {
                found.push(format!("{}:{}: {}", source.path, number + 1, line.trim()));
            }
        }
    }
    assert_eq!(found, [""; 0]);
}

/// Whether an absolute path begins here, and not one further down such as `ui/home/`.
fn names_folder(line: &str, folder: &str) -> bool {
    line.match_indices(folder).any(|(start, _)| {
        let before = line[..start].chars().next_back();
        before.is_none_or(|letter| !letter.is_alphanumeric() && !"._-*/}".contains(letter))
    })
}

#[test]
fn a_folder_of_a_machine_is_recognised_at_the_start_of_a_path_only() {
    assert!(names_folder("open(\"/tmp/me/x\")", "/tmp/"));
    assert!(names_folder("/tmp/me", "/tmp/"));
    assert!(!names_folder("import \"./tmp/page\"", "/tmp/"));
    assert!(!names_folder("ui/tmp/page", "/tmp/"));
}
