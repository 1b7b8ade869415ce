//! The list of commands and the pages of the rule book, for people.

use crate::call::{Caller, Failure, say, told};
use seller_commands::{COMMANDS, Language};
use serde_json::{Value, json};

/// Lists the commands with the shapes of their requests and responses.
pub fn commands(types: bool) {
    for command in COMMANDS {
        let (request, response) = ((command.request)(), (command.response)());
        say(&format!(
            "{}: {request} -> {response}\n   {}",
            command.name,
            command.about.trim()
        ));
    }
    if types {
        say(&seller_commands::typescript());
    }
}

/// Prints a rule's page; with a shop's file at hand, also what is in force for it.
pub fn rule(caller: Option<&Caller<'_>>, id: &str, language: Language) -> Result<(), Failure> {
    let page = match caller {
        Some(caller) => caller.call("rule_page", &json!({ "id": id }))?,
        None => serde_json::to_value(seller_commands::explain(id, language)?)
            .map_err(|why| Failure::usage(why.to_string()))?,
    };
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let line = &page["line"];
    say(&format!(
        "{} {} ({})\n",
        text(&line["id"]),
        text(&line["title"]),
        text(&line["grade"])
    ));
    for section in page["sections"].as_array().into_iter().flatten() {
        say(&format!(
            "{}\n{}\n",
            text(&section["heading"]),
            text(&section["text"])
        ));
    }
    for figure in page["figures"].as_array().into_iter().flatten() {
        let in_force = figure["in_force"] == true;
        let (key, value) = (text(&figure["key"]), text(&figure["value"]));
        say(&told(
            language,
            format!(
                "Figure {key} = {value}{}",
                if in_force { " (in force)" } else { "" }
            ),
            format!(
                "数值 {key} = {value}{}",
                if in_force { "（现行）" } else { "" }
            ),
        ));
    }
    for source in page["sources"].as_array().into_iter().flatten() {
        let (title, says, seen) = (
            text(&source["title"]),
            text(&source["says"]),
            text(&source["seen"]),
        );
        say(&told(
            language,
            format!("Source: {title} (read {seen}): {says}"),
            format!("来源：{title}（查阅于 {seen}）：{says}"),
        ));
    }
    for example in page["examples"].as_array().into_iter().flatten() {
        let (kind, title) = (text(&example["kind"]), text(&example["title"]));
        let (given, answer) = (text(&example["given"]), text(&example["answer"]));
        say(&format!("\n{kind}: {title}\n{given}\n=> {answer}"));
    }
    Ok(())
}
