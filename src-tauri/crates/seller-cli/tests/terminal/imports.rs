//! Importing in a terminal: what is refused is told, what is asked is answered, and a look
//! changes nothing.

use crate::support::{Ran, Terminal};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

const HEAD: &str = "product_id,sku_id,title,retail_price,stock";

fn ids(number: usize) -> String {
    format!("172938{number:013},172939{number:013}")
}

fn sku(number: usize) -> String {
    format!("172939{number:013}")
}

fn file(terminal: &Terminal, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
    let path = terminal.path(name);
    std::fs::write(&path, content).unwrap();
    path
}

fn import(terminal: &Terminal, file: &Path, words: &[&str]) -> Ran {
    let words = words.iter().map(std::ffi::OsStr::new);
    let words: Vec<_> = ["import".as_ref(), file.as_os_str()]
        .into_iter()
        .chain(words)
        .collect();
    terminal.run(&words)
}

/// Imports what can be taken.
fn taken(terminal: &Terminal, file: &Path, words: &[&str]) -> Value {
    let ran = import(terminal, file, words);
    assert_eq!(ran.code, Some(0), "{} {}", ran.said, ran.trouble);
    ran.json()
}

/// What standard error says of an import that waits for an answer, which changes nothing.
fn asked(terminal: &Terminal, file: &Path, words: &[&str]) -> String {
    let before = terminal.state();
    let ran = import(terminal, file, words);
    assert_eq!(ran.code, Some(1), "{}", ran.said);
    assert_eq!(terminal.state(), before);
    ran.trouble
}

fn counts(new: u32, changed: u32, unchanged: u32, removed: u32, refused: u32) -> Value {
    json!({ "new": new, "changed": changed, "unchanged": unchanged, "removed": removed,
        "refused": refused })
}

fn price(terminal: &Terminal, number: usize) -> Value {
    let id = format!("172938{number:013}");
    let product = terminal.call("product_get", &json!({ "product_id": id }));
    product["skus"][0]["sku"]["retail_price"].clone()
}

#[test]
fn a_refused_row_is_told_with_its_column_its_value_and_the_reason() {
    let terminal = Terminal::with_shop();
    let rows = format!("{HEAD}\n{},Mug,12.50,4\n{},Cup,dear,4\n", ids(1), ids(2));
    let path = file(&terminal, "list.csv", rows);
    let ran = import(&terminal, &path, &[]);
    assert_eq!(ran.code, Some(0), "{}", ran.trouble);
    let done = ran.json();
    assert_eq!(done["counts"], counts(1, 0, 0, 0, 1));
    let refused = done["refused"].as_array().unwrap();
    assert_eq!(refused.len(), 1, "{done}");
    let told = ["file", "row", "column", "value"].map(|key| refused[0][key].clone());
    assert_eq!(json!(told), json!(["list.csv", 3, "retail_price", "dear"]));
    for key in ["reason", "remedy"] {
        assert!(!refused[0][key].as_str().unwrap().is_empty(), "{done}");
    }
    assert_eq!(
        ran.trouble,
        "seller-cli: 1 of 2 rows are refused; they are shown above.\n"
    );
    assert_eq!(terminal.counts().0, 1);
}

#[test]
fn of_many_refused_rows_some_are_shown_and_a_file_holds_all() {
    let terminal = Terminal::with_shop();
    let mut rows = format!("{HEAD}\n{},Mug,12.50,4\n", ids(0));
    for number in 1..=620 {
        rows += &format!("{},Cup,dear,4\n", ids(number));
    }
    let path = file(&terminal, "list.csv", rows);
    let shown = taken(&terminal, &path, &["--preview"]);
    assert_eq!(shown["rows"]["refused"].as_array().unwrap().len(), 20);
    let shown = taken(&terminal, &path, &["--preview", "--rows", "601"]);
    assert_eq!(shown["rows"]["refused"].as_array().unwrap().len(), 601);

    let list = terminal.path("refused.csv");
    let ran = import(
        &terminal,
        &path,
        &["--rows", "3", "--refused", list.to_str().unwrap()],
    );
    assert_eq!(ran.code, Some(0), "{}", ran.trouble);
    let done = ran.json();
    assert_eq!(done["counts"], counts(1, 0, 0, 0, 620));
    assert_eq!(done["refused"].as_array().unwrap().len(), 3);
    assert_eq!(done["refused_list"], list.to_str().unwrap());
    let all = format!(
        "620 of 621 rows are refused; all of them are in {}.",
        list.display()
    );
    assert!(ran.trouble.contains(&all), "{}", ran.trouble);
    let written = std::fs::read_to_string(&list).unwrap();
    assert_eq!(written.lines().count(), 621);
    assert_eq!(written.matches("dear").count(), 620);
}

#[test]
fn a_file_of_refused_rows_alone_is_an_error_that_shows_them() {
    let terminal = Terminal::with_shop();
    let path = file(
        &terminal,
        "list.csv",
        format!("{HEAD}\n{},Mug,dear,4\n", ids(1)),
    );
    let before = terminal.state();
    let ran = import(&terminal, &path, &[]);
    assert_eq!(ran.code, Some(1), "{}", ran.said);
    assert_eq!(ran.json()["rows"]["refused"][0]["value"], "dear");
    assert!(
        ran.trouble.contains("No row of these files"),
        "{}",
        ran.trouble
    );
    assert_eq!(terminal.state(), before);
}

#[test]
fn prices_with_a_decimal_comma_are_asked_about_and_read_as_the_flag_says() {
    let terminal = Terminal::with_shop();
    let rows = format!("{HEAD}\n{},Mug,\"12,50\",4\n", ids(1));
    let path = file(&terminal, "list.csv", rows);
    let trouble = asked(&terminal, &path, &[]);
    assert!(trouble.contains("list.csv: say whether"), "{trouble}");
    assert!(
        trouble.contains("answer with --decimal point|comma"),
        "{trouble}"
    );
    let done = taken(&terminal, &path, &["--decimal", "comma"]);
    assert_eq!(done["counts"], counts(1, 0, 0, 0, 0));
    assert_eq!(price(&terminal, 1), "12.50 USD");
    // A later file with these headings is read as this one was.
    let rows = format!("{HEAD}\n{},Mug,\"13,50\",4\n", ids(1));
    taken(&terminal, &file(&terminal, "next.csv", rows), &[]);
    assert_eq!(price(&terminal, 1), "13.50 USD");
}

#[test]
fn text_whose_encoding_cannot_be_told_is_read_as_the_flag_says() {
    let terminal = Terminal::with_shop();
    let list = |name: &str, title: &[u8]| {
        let head = format!("{HEAD}\n{},", ids(1));
        file(
            &terminal,
            name,
            [head.as_bytes(), title, b",12,4\n"].concat(),
        )
    };
    let title_read = |path: &Path, words: &[&str]| {
        let shown = taken(&terminal, path, &[&["--preview"], words].concat());
        shown["rows"]["new"][0]["title"].clone()
    };
    let western = list("western.csv", b"Caf\xe9 cr\xe8me");
    let trouble = asked(&terminal, &western, &[]);
    let answer = "answer with --encoding utf-8|gb18030|utf-16le|utf-16be|windows-1252";
    assert!(trouble.contains(answer), "{trouble}");
    let answer = ["--encoding", "windows-1252"];
    assert_eq!(title_read(&western, &answer), "Caf\u{e9} cr\u{e8}me");
    // What is said goes before what the bytes look like.
    let chinese = list("chinese.csv", b"\xb1\xad\xd7\xd3");
    for answer in [&[][..], &["--encoding", "gb18030"], &["--encoding", "gbk"]] {
        assert_eq!(title_read(&chinese, answer), "\u{676f}\u{5b50}");
    }
    assert_eq!(title_read(&chinese, &answer), "\u{b1}\u{ad}\u{d7}\u{d3}");

    let done = taken(&terminal, &western, &answer);
    assert_eq!(done["counts"], counts(1, 0, 0, 0, 0));
}

#[test]
fn columns_are_mapped_by_hand() {
    let terminal = Terminal::with_shop();
    let rows = format!("{HEAD}\n{},Mug,12.50,4\n", ids(1));
    taken(&terminal, &file(&terminal, "list.csv", rows), &[]);
    let costs = format!("Nummer;Einkauf;Einkauf\n{};3.10;9.90\n", sku(1));
    let path = file(&terminal, "costs.csv", costs);
    let trouble = asked(&terminal, &path, &[]);
    assert!(
        trouble.contains("--into catalogue|costs|price-history|"),
        "{trouble}"
    );
    let trouble = asked(&terminal, &path, &["--into", "costs"]);
    for part in [
        "answer with --column HEADING=FIELD",
        "\"Einkauf\" = passed over (3.10)",
        "unit_cost (needed)",
    ] {
        assert!(trouble.contains(part), "{part}: {trouble}");
    }
    for (column, part) in [
        (
            "Nummer=skuid",
            "skuid is no field of this import; its fields are",
        ),
        (
            "Einkauf=unit_cost",
            "no file has exactly one column \"Einkauf\"",
        ),
        (
            "Numer=sku_id",
            "the columns are \"Nummer\", \"Einkauf\", \"Einkauf\"",
        ),
    ] {
        let trouble = asked(&terminal, &path, &["--into", "costs", "--column", column]);
        assert!(trouble.contains(part), "{part}: {trouble}");
    }
    let columns = ["--column", "Nummer=sku_id", "--column", "#2=unit_cost"];
    let words = [&["--into", "costs"][..], &columns].concat();
    let done = taken(&terminal, &path, &words);
    assert_eq!(done["counts"], counts(1, 0, 0, 0, 0), "{done}");
    let id = format!("172938{:013}", 1);
    let product = terminal.call("product_get", &json!({ "product_id": id }));
    assert_eq!(
        product["skus"][0]["sku"]["unit_cost"], "3.10 USD",
        "{product}"
    );
}

#[test]
fn a_campaign_or_draft_that_the_rows_have_no_use_for_is_refused() {
    let terminal = Terminal::with_shop();
    let rows = format!("{HEAD}\n{},Mug,12.50,4\n", ids(1));
    let path = file(&terminal, "list.csv", rows);
    let owners = "prefill|decisions|partner-products|fail-report";
    for (words, wanted) in [
        (
            ["--into", "catalogue", "--campaign", "7"],
            format!(
                "--into catalogue takes no --campaign: leave --campaign out, or say what takes \
                 it: --into {owners}"
            ),
        ),
        (
            ["--into", "catalogue", "--draft", "7"],
            "--into catalogue takes no --draft: leave --draft out, or say what takes it: \
             --into plan"
                .to_owned(),
        ),
        (
            ["--into", "plan", "--campaign", "7"],
            format!(
                "--into plan takes no --campaign: leave --campaign out, or say what takes it: \
                 --into {owners}"
            ),
        ),
        (
            ["--into", "decisions", "--draft", "7"],
            "name the campaign: --campaign ID".to_owned(),
        ),
    ] {
        let trouble = asked(&terminal, &path, &words);
        assert_eq!(trouble, format!("seller-cli: {wanted}\n"));
    }
    let words = ["--into", "catalogue", "--campaign", "7", "--lang", "zh-CN"];
    assert_eq!(
        asked(&terminal, &path, &words),
        format!(
            "seller-cli: --into catalogue 不接受 --campaign：请去掉 --campaign，\
             或改用接受它的 --into {owners}\n"
        )
    );
    // Without `--into` nothing says what they would be for.
    for owner in ["--campaign", "--draft"] {
        let before = terminal.state();
        let ran = import(&terminal, &path, &[owner, "7"]);
        assert_eq!(ran.code, Some(2), "{}", ran.said);
        assert!(ran.trouble.contains("--into <INTO>"), "{}", ran.trouble);
        assert_eq!(terminal.state(), before);
    }
}

#[test]
fn dates_that_leave_day_and_month_open_are_read_as_the_flag_says() {
    let terminal = Terminal::with_shop();
    let rows = format!("{HEAD}\n{},Mug,12.50,4\n", ids(1));
    taken(&terminal, &file(&terminal, "list.csv", rows), &[]);
    let history = format!("sku_id,price,from\n{},11.50,03/04/2026\n", sku(1));
    let path = file(&terminal, "history.csv", history);
    let into = ["--into", "price-history"];
    let trouble = asked(&terminal, &path, &into);
    assert!(
        trouble.contains("--day-order day-first|month-first"),
        "{trouble}"
    );
    for (order, day) in [("day-first", "2026-04-03"), ("month-first", "2026-03-04")] {
        let words = [&into[..], &["--day-order", order, "--preview"]].concat();
        let row = taken(&terminal, &path, &words)["rows"]["new"][0].to_string();
        assert!(row.contains(day), "{row}");
    }
}

#[test]
fn a_look_shows_every_fate_and_changes_nothing() {
    let terminal = Terminal::with_shop();
    let rows = |price: &str| {
        format!(
            "product_id,sku_id,title,variant,retail_price,stock\n\
             172938{0:013},172939{1:013},Mug,Red,\"12,50\",4\n\
             172938{0:013},172939{2:013},Mug,Blue,{price},4\n",
            1, 1, 2
        )
    };
    let held = file(&terminal, "held.csv", rows("\"12,50\""));
    let shown = taken(&terminal, &held, &["--decimal", "comma", "--preview"]);
    assert_eq!(shown["counts"], counts(2, 0, 0, 0, 0));
    assert_eq!(terminal.counts().0, 0);
    // The answer was not kept either.
    asked(&terminal, &held, &[]);
    taken(&terminal, &held, &["--decimal", "comma"]);

    let text = rows("\"13,50\"") + &format!("{},Cup,,dear,4\n{},Jug,,\"9,00\",4\n", ids(3), ids(4));
    let path = file(&terminal, "next.csv", text);
    let before = terminal.state();
    let shown = taken(&terminal, &path, &["--preview"]);
    assert_eq!(shown["counts"], counts(1, 1, 1, 0, 1));
    let ids_of = |fate: &str| -> Vec<Value> {
        let rows = shown["rows"][fate].as_array().unwrap().iter();
        rows.map(|row| json!([row["file"], row["row"], row["id"]]))
            .collect()
    };
    assert_eq!(ids_of("unchanged"), [json!(["next.csv", 2, sku(1)])]);
    assert_eq!(ids_of("changed"), [json!(["next.csv", 3, sku(2)])]);
    assert_eq!(ids_of("new"), [json!(["next.csv", 5, sku(4)])]);
    assert_eq!(shown["rows"]["refused"][0]["row"], 4);
    let changes = shown["rows"]["changed"][0]["changes"].to_string();
    assert!(
        changes.contains("12.50 USD") && changes.contains("13.50 USD"),
        "{changes}"
    );
    assert_eq!(terminal.state(), before);

    let one = format!(
        "product_id,sku_id,title,variant,retail_price,stock\n{},Mug,Red,\"12,50\",4\n",
        ids(1)
    );
    let path = file(&terminal, "one.csv", one);
    assert_eq!(
        taken(&terminal, &path, &["--preview"])["counts"],
        counts(0, 0, 1, 0, 0)
    );
    let whole = taken(&terminal, &path, &["--preview", "--complete"]);
    assert_eq!(whole["counts"], counts(0, 0, 1, 1, 0));
    assert_eq!(whole["rows"]["removed"][0]["id"], sku(2));
    assert_eq!(terminal.state(), before);
}

#[cfg(unix)]
#[test]
fn a_path_that_is_no_text_is_named() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;

    let terminal = Terminal::with_shop();
    let ran = terminal.run(&["import".as_ref(), OsStr::from_bytes(b"l\xffst.csv")]);
    assert_eq!(ran.code, Some(1));
    assert!(
        ran.trouble.contains("the name is not UTF-8 text"),
        "{}",
        ran.trouble
    );
}
