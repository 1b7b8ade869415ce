//! What has to be said before files can be imported, with the words that say it.

use super::reading::{DayOrder, Encoding, Mark, offered};
use crate::call::{Caller, Failure};
use serde_json::{Value, json};
use std::fmt::Write;

/// The answers that an import waits for, a line each.
pub struct Questions {
    lines: String,
}

impl Questions {
    /// What this preview leaves open.
    pub fn of(caller: &Caller<'_>, preview: &Value) -> Result<Self, Failure> {
        let mut asked = Self {
            lines: String::new(),
        };
        let files = preview["files"].as_array().map_or(&[][..], Vec::as_slice);
        let open = |choice: &str| files.iter().any(|file| file[choice]["open"] == true);
        if open("encoding") {
            asked.answer(caller, "--encoding", &offered::<Encoding>());
        } else if preview["target"].is_null() {
            let into = offered::<super::target::Into>();
            asked.answer(caller, "--into", &into);
        } else {
            asked.columns(caller, preview, files)?;
            if open("decimal_mark") {
                asked.answer(caller, "--decimal", &offered::<Mark>());
            }
            if open("day_order") {
                asked.answer(caller, "--day-order", &offered::<DayOrder>());
            }
        }
        Ok(asked)
    }

    /// The reason why the import waits, and the answers.
    pub fn beside(&self, reason: &str) -> String {
        format!("{reason}{}", self.lines)
    }

    fn answer(&mut self, caller: &Caller<'_>, option: &str, values: &[String]) {
        let values = values.join("|");
        self.line(&caller.told(
            format!("answer with {option} {values}"),
            format!("请用 {option} {values} 回答"),
        ));
    }

    /// Where a field that is needed has no column: the columns, and the fields.
    fn columns(
        &mut self,
        caller: &Caller<'_>,
        preview: &Value,
        files: &[Value],
    ) -> Result<(), Failure> {
        let fields = caller.call("import_fields", &json!({ "target": preview["target"] }))?;
        let fields = fields["fields"].as_array().map_or(&[][..], Vec::as_slice);
        let is_missing = |file: &&Value| {
            let columns = file["columns"].as_array().into_iter().flatten();
            let filled: Vec<&Value> = columns.map(|column| &column["field"]).collect();
            let mut needed = fields.iter().filter(|field| field["required"] == true);
            !filled.is_empty() && needed.any(|field| !filled.contains(&&field["field"]))
        };
        let Some(file) = files.iter().find(is_missing) else {
            return Ok(());
        };
        self.line(&caller.told(
            "answer with --column HEADING=FIELD, once for each column",
            "请用 --column 标题=字段 回答，每列一次",
        ));
        for column in file["columns"].as_array().into_iter().flatten() {
            self.line(&format!("  {}", self::column(caller, column)));
        }
        let fields: Vec<String> = fields
            .iter()
            .map(|field| self::field(caller, field))
            .collect();
        let fields = fields.join(", ");
        self.line(&caller.told(format!("fields: {fields}"), format!("字段：{fields}")));
        Ok(())
    }

    fn line(&mut self, line: &str) {
        let _ = write!(self.lines, "\n  {line}");
    }
}

/// A column, what it is taken for, and its first values.
fn column(caller: &Caller<'_>, column: &Value) -> String {
    let heading = column["heading"].as_str().unwrap_or_default();
    let taken = match column["field"].as_str() {
        Some(field) => field.to_owned(),
        None => caller.told("passed over", "跳过"),
    };
    let samples = column["samples"].as_array().into_iter().flatten();
    let samples: Vec<&str> = samples.filter_map(Value::as_str).collect();
    format!("{heading:?} = {taken} ({})", samples.join(" | "))
}

fn field(caller: &Caller<'_>, field: &Value) -> String {
    let key = field["field"].as_str().unwrap_or_default();
    match field["required"] == true {
        true => caller.told(format!("{key} (needed)"), format!("{key}（必需）")),
        false => key.to_owned(),
    }
}
