//! Every command of the desk is called by a test.

use promodesk_tests::{Source, sources};
use seller_commands::COMMANDS;

#[test]
fn every_command_is_called_by_a_test() {
    let mut tests: Vec<Source> = sources("src-tauri");
    tests.retain(|source| source.path.contains("test"));
    tests.extend(sources("tests"));
    let called = |name: &str| {
        let quoted = format!("\"{name}\"");
        tests.iter().any(|source| source.text.contains(&quoted))
    };
    let forgotten: Vec<&str> = COMMANDS
        .iter()
        .map(|command| command.name)
        .filter(|name| !called(name))
        .collect();
    assert_eq!(forgotten, [""; 0]);
}
