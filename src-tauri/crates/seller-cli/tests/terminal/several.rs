//! Several commands in one process: what one leaves open, the next goes on from.

use crate::support::{Ran, Terminal, ran};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Write};
use std::process::Stdio;

fn script(terminal: &Terminal, lines: &str) -> Ran {
    let path = terminal.path("commands.txt");
    std::fs::write(&path, lines).unwrap();
    terminal.run(&["script".as_ref(), path.as_os_str()])
}

fn answers(run: &Ran) -> Vec<Value> {
    let lines = run.said.lines();
    lines
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

/// A table with a decimal comma: it asks before it can be applied.
fn table(terminal: &Terminal) -> std::path::PathBuf {
    let path = terminal.path("list.csv");
    let rows = "product_id,sku_id,title,retail_price\n\
                1729380000000000001,1729390000000000011,Mug,\"12,50\"\n";
    std::fs::write(&path, rows).unwrap();
    path
}

#[test]
fn an_import_is_opened_looked_at_answered_and_applied() {
    let terminal = Terminal::with_shop();
    let open = json!({ "paths": [table(&terminal)], "target": null });
    let lines = format!(
        "# A catalogue that asks for its decimal mark.\n\
         import_open {open}\n\
         \n\
         import_rows {{\"import_id\": \"$2/import_id\", \"fate\": null, \"window\": {{\"offset\": 0, \"limit\": 9}}}}\n\
         import_remap {{\"import_id\": \"$2/import_id\", \"file\": 0, \"fields\": [\"product_id\", \"sku_id\", \
         \"title\", \"retail_price\"], \"encoding\": null, \"decimal_mark\": \"comma\", \"day_order\": null, \
         \"lists_every_sku\": null, \"target\": null}}\n\
         import_apply {{\"import_id\": \"$/import_id\", \"acknowledged\": []}}\n\
         overview\n"
    );
    let run = script(&terminal, &lines);
    assert_eq!(run.code, Some(0), "{} {}", run.said, run.trouble);
    let answers = answers(&run);
    assert_eq!(answers.len(), 5);
    assert!(
        answers[0]["blocked_by"]
            .as_str()
            .unwrap()
            .contains("retail_price")
    );
    assert_eq!(answers[1], json!({ "total": 0, "rows": [] }));
    assert_eq!(answers[2]["counts"]["new"], 1);
    assert_eq!(answers[3]["counts"]["new"], 1);
    assert_eq!(answers[4]["skus"], 1);
    assert_eq!(terminal.counts().0, 1);

    // A program of its own no longer has it.
    let apply = json!({ "import_id": answers[2]["import_id"], "acknowledged": [] });
    let late = terminal.run(&["call", "import_apply", &apply.to_string()]);
    assert_eq!(
        (late.code, &late.json()["kind"]),
        (Some(1), &json!("outdated"))
    );
}

#[test]
fn each_line_is_answered_before_the_next_is_read() {
    let terminal = Terminal::with_shop();
    let mut command = terminal.command(&["script", "-"]);
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut to = child.stdin.take().unwrap();
    let mut from = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut ask = |line: String| -> Value {
        writeln!(to, "{line}").unwrap();
        serde_json::from_str(&from.next().unwrap().unwrap()).unwrap()
    };
    let open = json!({ "paths": [table(&terminal)], "target": null });
    let preview = ask(format!("import_open {open}"));
    let rows = json!({ "import_id": preview["import_id"], "fate": null,
        "window": { "offset": 0, "limit": 9 } });
    assert_eq!(ask(format!("import_rows {rows}"))["total"], 0);
    drop(to);
    assert_eq!(ran(&child.wait_with_output().unwrap()).code, Some(0));
}

#[test]
fn the_first_line_that_fails_ends_it() {
    let terminal = Terminal::with_shop();
    let rename = |name: &str| {
        let mut shop = crate::support::shop();
        shop["name"] = json!(name);
        format!("shop_save {}\n", json!({ "shop": shop }))
    };
    for (wrong, words) in [
        ("no_such_command {}", "no_such_command"),
        ("draft_get {", "draft_get"),
        ("draft_get {\"draft_id\": \"$1/nothing\"}", "$1/nothing"),
        ("draft_get {\"draft_id\": \"$9/shop\"}", "$9/shop"),
    ] {
        let lines = format!("{}{wrong}\n{}", rename("First"), rename("Last"));
        let run = script(&terminal, &lines);
        assert_eq!(run.code, Some(1), "{wrong}: {}", run.said);
        let told = format!("{}{}", run.said, run.trouble);
        assert!(told.contains(words), "{wrong}: {told}");
        let place = format!("seller-cli: line 2 ends the script: {wrong}\n");
        assert!(run.trouble.contains(&place), "{wrong}: {}", run.trouble);
        for answer in answers(&run) {
            assert!(answer.is_object(), "{answer}");
        }
        let state = terminal.call("desk_state", &json!({}));
        assert_eq!(state["shop"]["name"], "First");
    }
    let dear = rename("$$$ store");
    assert_eq!(script(&terminal, &dear).code, Some(0));
    let state = terminal.call("desk_state", &json!({}));
    assert_eq!(state["shop"]["name"], "$$ store");
}

#[test]
fn a_refusal_by_the_rules_exits_2() {
    let terminal = Terminal::with_shop();
    terminal.import(&terminal.catalogue(1));
    let (_, draft) = terminal.prepare();
    terminal.price_first_sku(&draft, "25.00");
    let submit = json!({ "draft_id": draft, "acknowledged": [] });
    let before = terminal.state();
    let run = script(&terminal, &format!("draft_submit {submit}\noverview\n"));
    assert_eq!(run.code, Some(2), "{}", run.said);
    let answers = answers(&run);
    assert_eq!(answers.len(), 1);
    assert_eq!(answers[0]["kind"], "refused");
    assert_eq!(terminal.state(), before);
}
