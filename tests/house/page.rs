//! The page decides nothing and shows what it is given as text.

use promodesk_tests::{Source, sources};

/// The page's code. Tests, made-up desks with their samples, and generated types are left out: the first two must name
/// rules, and the last repeats what Rust says about itself.
fn code() -> Vec<Source> {
    let mut sources = sources("ui/src");
    sources.retain(|source| {
        let path = &source.path;
        !path.contains(".test.")
            && !path.contains("/testing/")
            && !path.contains("fake")
            && !path.ends_with("/samples.ts")
            && !path.contains("/generated/")
    });
    assert!(sources.len() > 20, "only {} files were seen", sources.len());
    sources
}

/// `file:line: text` of every line that offends.
fn offences(offends: impl Fn(&Source, &str) -> bool) -> Vec<String> {
    let mut found = Vec::new();
    for source in code() {
        for (number, line) in source.text.lines().enumerate() {
            if offends(&source, line) {
                found.push(format!("{}:{}: {}", source.path, number + 1, line.trim()));
            }
        }
    }
    found
}

/// Whether a line names a rule: two capitals, a dash, two digits.
fn names_a_rule(line: &str) -> bool {
    let letters = line.as_bytes();
    letters.windows(5).enumerate().any(|(start, word)| {
        let starts = start == 0 || !letters[start - 1].is_ascii_alphanumeric();
        let ends = letters
            .get(start + 5)
            .is_none_or(|next| !next.is_ascii_alphanumeric());
        starts
            && ends
            && word[..2].iter().all(u8::is_ascii_uppercase)
            && word[2] == b'-'
            && word[3..].iter().all(u8::is_ascii_digit)
    })
}

#[test]
fn a_rule_is_recognised_by_its_id() {
    assert!(names_a_rule("if (finding.rule === \"RG-02\") {"));
    assert!(!names_a_rule("// UTF-16, ISO-8601, zh-CN and A-01"));
}

#[test]
fn the_page_names_no_rule() {
    let named = offences(|_, line| !line.trim_start().starts_with("//") && names_a_rule(line));
    assert_eq!(named, [""; 0]);
}

#[test]
fn only_the_bridge_calls_rust() {
    let outside = offences(|source, line| {
        !source.path.starts_with("ui/src/bridge/")
            && (line.contains("invoke(") || line.contains("@tauri-apps/"))
    });
    assert_eq!(outside, [""; 0]);
}

#[test]
fn nothing_is_ever_read_as_markup_or_code() {
    let doors = [
        "dangerouslySetInnerHTML",
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "new Function(",
    ];
    let found = offences(|_, line| doors.iter().any(|door| line.contains(door)));
    assert_eq!(found, [""; 0]);
}

#[test]
fn the_page_asks_no_network() {
    let doors = [
        " fetch(",
        "window.fetch",
        "XMLHttpRequest",
        "WebSocket(",
        "EventSource(",
        "sendBeacon",
    ];
    let found = offences(|_, line| doors.iter().any(|door| line.contains(door)));
    assert_eq!(found, [""; 0]);
}

/// Where an amount becomes a place on the screen, and nothing else.
const DRAWING: [&str; 2] = ["ui/src/kit/chart/", "ui/src/kit/price-grid/grid-element.ts"];

#[test]
fn no_price_becomes_a_floating_point_number_except_to_be_drawn() {
    let words = [
        "price", "money", "cost", "fee", "discount", "amount", "margin",
    ];
    let found = offences(|source, line| {
        if DRAWING.iter().any(|place| source.path.starts_with(place)) {
            return false;
        }
        let line = line.to_lowercase();
        ["parsefloat(", "number(", "number.parse"]
            .iter()
            .any(|door| line.contains(door))
            && words.iter().any(|word| line.contains(word))
    });
    assert_eq!(found, [""; 0]);
}
