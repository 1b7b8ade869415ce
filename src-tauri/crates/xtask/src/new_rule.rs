//! `cargo xtask new-rule`: lays out a rule's pair of files and enters it in its family.

use std::fs;
use std::path::Path;

use crate::home::Home;
use crate::step::run;
use crate::{Chore, Trouble};

pub const CHORE: Chore = Chore {
    name: "new-rule",
    usage: "new-rule FAMILY stem",
    about: "Writes a rule's .rs and .md from a template under the next free id and enters it in its \
            family (SP, CE, RG, …). The book's tests then say what is still to be filled in.",
    work,
};

const RULES: &str = "src-tauri/crates/seller-rulebook/src/rules";

fn work(home: &Home, words: &[String]) -> Result<(), Trouble> {
    let [prefix, stem] = words else {
        return Err(Trouble::new(format!("Usage: cargo xtask {}", CHORE.usage)));
    };
    let rules = home.path(RULES);
    let rule = lay_out(&rules, prefix, stem)?;
    run(home.command("rustfmt", &["--edition", "2024", &rule.list]))?;
    println!("{} is laid out; fill in", rule.id);
    println!("  {RULES}/{}/{stem}.rs", rule.folder);
    println!("  {RULES}/{}/{stem}.md", rule.folder);
    println!("and ask `cargo test -p seller-rulebook` what is missing.");
    Ok(())
}

/// What was laid out.
struct Laid {
    id: String,
    folder: String,
    list: String,
}

fn lay_out(rules: &Path, prefix: &str, stem: &str) -> Result<Laid, Trouble> {
    check_stem(stem)?;
    let families = read(&rules.with_extension("rs"))?;
    let folder = folder_of(&families, prefix)?;
    let list_path = rules.join(&folder).with_extension("rs");
    let list = read(&list_path)?;
    if modules(&list).contains(&stem) {
        return Err(Trouble::new(format!("{folder} already has a rule {stem}")));
    }
    let id = next_id(&rules.join(&folder), prefix, &list)?;
    let pair = [
        ("rs", include_str!("../templates/rule.rs.txt")),
        ("md", include_str!("../templates/rule.md.txt")),
    ];
    for (kind, template) in pair {
        let path = rules.join(&folder).join(stem).with_extension(kind);
        write(&path, &filled(template, &id, stem))?;
    }
    write(&list_path, &entered(&list, stem)?)?;
    Ok(Laid {
        id,
        folder,
        list: list_path.to_string_lossy().into_owned(),
    })
}

fn check_stem(stem: &str) -> Result<(), Trouble> {
    let plain = |letter: char| letter.is_ascii_lowercase() || letter == '_';
    if stem.is_empty() || !stem.chars().all(plain) {
        return Err(Trouble::new(format!(
            "{stem:?} is no stem: name the fault in lower case without figures, such as \
             campaign_price_missing"
        )));
    }
    Ok(())
}

/// Finds a family's folder by its prefix in the list of families.
fn folder_of(families: &str, prefix: &str) -> Result<String, Trouble> {
    let prefixes = values(families, "prefix:");
    let folders = values(families, "folder:");
    let place = prefixes.iter().position(|known| *known == prefix);
    place
        .and_then(|place| folders.get(place))
        .map(|folder| (*folder).to_owned())
        .ok_or_else(|| {
            Trouble::new(format!(
                "there is no family {prefix}; there are {}",
                prefixes.join(", ")
            ))
        })
}

/// The quoted values of the lines that begin with a key.
fn values<'a>(text: &'a str, key: &str) -> Vec<&'a str> {
    let lines = text
        .lines()
        .filter_map(|line| line.trim().strip_prefix(key));
    lines
        .map(|value| value.trim_matches([' ', '"', ',']))
        .collect()
}

fn modules(list: &str) -> Vec<&str> {
    let names = list.lines().filter_map(|line| line.strip_prefix("mod "));
    names.map(|name| name.trim_end_matches(';')).collect()
}

/// One past the highest id: an id that was dropped is never given again.
fn next_id(folder: &Path, prefix: &str, list: &str) -> Result<String, Trouble> {
    let mut highest = 0;
    for stem in modules(list) {
        let file = folder.join(stem).with_extension("rs");
        if !file.exists() {
            continue;
        }
        let marker = format!("id: \"{prefix}-");
        let text = read(&file)?;
        let number = text
            .split(&marker)
            .nth(1)
            .and_then(|rest| rest.split('"').next());
        if let Some(number) = number.and_then(|number| number.parse::<u32>().ok()) {
            highest = highest.max(number);
        }
    }
    Ok(format!("{prefix}-{:02}", highest + 1))
}

fn filled(template: &str, id: &str, stem: &str) -> String {
    let words = stem.replace('_', " ");
    let title = words[..1].to_uppercase() + &words[1..];
    template
        .replace("{ID}", id)
        .replace("{STEM}", stem)
        .replace("{TITLE}", &title)
}

/// The family's list with the rule's `mod` line and its entry at the end.
fn entered(list: &str, stem: &str) -> Result<String, Trouble> {
    const HEAD: &str = "RULES: &[&Rule] = &[";
    let unreadable = || Trouble::new(format!("the family has no list that begins with `{HEAD}`"));
    let (before, after) = list.split_once(HEAD).ok_or_else(unreadable)?;
    let (entries, rest) = after.split_once("];").ok_or_else(unreadable)?;
    let entries = entries.trim().trim_end_matches(',');
    let comma = if entries.is_empty() { "" } else { ", " };
    let gap = if modules(list).is_empty() {
        "\n\n"
    } else {
        "\n"
    };
    let before = before.replacen("\n\nuse ", &format!("{gap}mod {stem};\n\nuse "), 1);
    Ok(format!(
        "{before}{HEAD}{entries}{comma}&{stem}::RULE];{rest}"
    ))
}

fn read(path: &Path) -> Result<String, Trouble> {
    fs::read_to_string(path)
        .map_err(|error| Trouble::new(format!("{} cannot be read: {error}", path.display())))
}

fn write(path: &Path, text: &str) -> Result<(), Trouble> {
    let written = match path.parent() {
        Some(folder) => fs::create_dir_all(folder).and_then(|()| fs::write(path, text)),
        None => Ok(()),
    };
    written.map_err(|error| Trouble::new(format!("{} cannot be written: {error}", path.display())))
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::PathBuf;

    use super::{entered, folder_of, lay_out, next_id};

    const FAMILIES: &str = r#"
    Family {
        prefix: "RG",
        folder: "registration",
    },
    Family {
        prefix: "FE",
        folder: "fees",
    },
"#;

    const LIST: &str = "//! FE.\n\nmod old;\n\nuse crate::rule::Rule;\n\npub static RULES: &[&Rule] = &[&old::RULE];\n";

    /// A folder of rules with one rule, FE-07.
    struct Rules(tempfile::TempDir);

    impl Rules {
        fn new() -> Self {
            let rules = Self(tempfile::tempdir().unwrap());
            let folder = rules.folder();
            fs::create_dir_all(folder.join("fees")).unwrap();
            fs::write(folder.with_extension("rs"), FAMILIES).unwrap();
            fs::write(folder.join("fees.rs"), LIST).unwrap();
            fs::write(folder.join("fees/old.rs"), r#"id: "FE-07","#).unwrap();
            rules
        }

        fn folder(&self) -> PathBuf {
            self.0.path().join("rules")
        }
    }

    #[test]
    fn a_rule_is_laid_out_as_a_pair_under_the_next_id() {
        let rules = Rules::new();
        let laid = lay_out(&rules.folder(), "FE", "fee_too_high").unwrap();
        assert_eq!(laid.id, "FE-08");
        let source = fs::read_to_string(rules.folder().join("fees/fee_too_high.rs")).unwrap();
        assert!(source.contains(r#"id: "FE-08""#));
        assert!(source.contains(r#"include_str!("fee_too_high.md")"#));
        let page = fs::read_to_string(rules.folder().join("fees/fee_too_high.md")).unwrap();
        assert!(page.starts_with("# Fee too high\n"));
        let list = fs::read_to_string(rules.folder().join("fees.rs")).unwrap();
        assert!(list.contains("\nmod old;\nmod fee_too_high;\n\nuse "));
        assert!(list.contains("&[&old::RULE, &fee_too_high::RULE];"));
    }

    #[test]
    fn a_rule_that_exists_is_not_overwritten() {
        let rules = Rules::new();
        assert!(lay_out(&rules.folder(), "FE", "old").is_err());
        let kept = fs::read_to_string(rules.folder().join("fees/old.rs")).unwrap();
        assert_eq!(kept, r#"id: "FE-07","#);
    }

    #[test]
    fn a_stem_that_is_no_module_name_is_refused() {
        let rules = Rules::new();
        for stem in ["", "Fee", "../fee", "top_50", "fee-too-high"] {
            assert!(lay_out(&rules.folder(), "FE", stem).is_err(), "{stem}");
        }
    }

    #[test]
    fn a_family_is_found_by_its_prefix() {
        assert_eq!(folder_of(FAMILIES, "FE").unwrap(), "fees");
        let refusal = folder_of(FAMILIES, "XX").unwrap_err().0;
        assert!(refusal.contains("RG, FE"), "{refusal}");
    }

    #[test]
    fn the_first_rule_of_a_family_has_the_first_id() {
        let list = "//! SP.\n\nuse crate::rule::Rule;\n\npub static RULES: &[&Rule] = &[];\n";
        let nowhere = std::env::temp_dir();
        assert_eq!(next_id(&nowhere, "SP", list).unwrap(), "SP-01");
        assert!(entered(list, "a").unwrap().ends_with("&[&a::RULE];\n"));
    }
}
