//! How files are read where they leave it open, as it is said on the command line.

use crate::call::{Caller, Failure};
use clap::{Args, ValueEnum};
use serde_json::{Value, json};
use std::str::FromStr;

/// The answers to what files leave open. They hold for every file of the import that can take
/// them; files that want different ones are imported one by one.
#[derive(Debug, Args)]
pub struct Reading {
    /// What a column holds: its heading (or # and its position), an equals sign, the field;
    /// no field passes the column over.
    #[arg(long, value_name = "HEADING=FIELD")]
    column: Vec<ColumnIs>,
    /// The mark between units and fractions.
    #[arg(long, value_enum, value_name = "MARK")]
    decimal: Option<Mark>,
    /// How the text of the files is written, all of them alike.
    #[arg(long, value_enum, value_name = "NAME")]
    encoding: Option<Encoding>,
    /// Which of day and month comes first.
    #[arg(long, value_enum, value_name = "ORDER")]
    day_order: Option<DayOrder>,
    /// The tables list every SKU of their products: one that they do not name is gone.
    #[arg(long)]
    complete: bool,
}

/// What one column holds.
#[derive(Debug, Clone)]
struct ColumnIs {
    heading: String,
    field: Option<String>,
}

/// The mark between units and fractions.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Mark {
    /// 1,234.56
    Point,
    /// 1.234,56
    Comma,
}

/// How characters are written as bytes.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    #[value(name = "utf-8", alias = "utf8")]
    Utf8,
    /// GB18030, which holds GBK and GB2312.
    #[value(alias = "gbk", alias = "gb2312")]
    Gb18030,
    /// UTF-16, the low byte first.
    #[value(name = "utf-16le")]
    Utf16Le,
    /// UTF-16, the high byte first.
    #[value(name = "utf-16be")]
    Utf16Be,
    /// Western European Windows text.
    #[value(name = "windows-1252", alias = "cp1252")]
    Windows1252,
}

/// Which comes first in a date such as 03/04/2026.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum DayOrder {
    /// 3 April.
    DayFirst,
    /// 4 March.
    MonthFirst,
}

/// A value of the command line that the desk has a word for.
trait Worded: ValueEnum {
    fn word(&self) -> &'static str;
}

impl Worded for Mark {
    fn word(&self) -> &'static str {
        match self {
            Self::Point => "point",
            Self::Comma => "comma",
        }
    }
}

impl Worded for Encoding {
    fn word(&self) -> &'static str {
        match self {
            Self::Utf8 => "utf8",
            Self::Gb18030 => "gb18030",
            Self::Utf16Le => "utf16_le",
            Self::Utf16Be => "utf16_be",
            Self::Windows1252 => "windows1252",
        }
    }
}

impl Worded for DayOrder {
    fn word(&self) -> &'static str {
        match self {
            Self::DayFirst => "day_first",
            Self::MonthFirst => "month_first",
        }
    }
}

/// The names of all values, as they are typed.
pub fn offered<V: ValueEnum>() -> Vec<String> {
    let values = V::value_variants().iter();
    let names = values.filter_map(|value| Some(value.to_possible_value()?.get_name().to_owned()));
    names.collect()
}

fn word<V: Worded>(value: Option<&V>) -> Value {
    value.map_or(Value::Null, |value| json!(value.word()))
}

impl FromStr for ColumnIs {
    type Err = &'static str;

    fn from_str(said: &str) -> Result<Self, Self::Err> {
        // A heading may hold the sign, a field never does.
        let (heading, field) = said.rsplit_once('=').ok_or("there is no = in it")?;
        Ok(Self {
            heading: heading.trim().to_owned(),
            field: Some(field.trim().to_owned()).filter(|field| !field.is_empty()),
        })
    }
}

impl Reading {
    /// Answers what an open import asks and gives its preview; `remember` keeps the answers for
    /// later files with the same headings.
    pub fn answer(
        &self,
        caller: &Caller<'_>,
        opened: Value,
        remember: bool,
    ) -> Result<Value, Failure> {
        let decoded = self.decode(caller, opened, remember)?;
        if !self.says_more() {
            return Ok(decoded);
        }
        if decoded["target"].is_null() {
            return Err(Failure::usage(caller.told(
                "the files do not tell what they are for: say it with --into",
                "无法从文件得知其用途：请用 --into 说明",
            )));
        }
        if self.complete && decoded["target"]["kind"] != "catalogue" {
            return Err(Failure::usage(caller.told(
                "--complete is about a catalogue; these files become something else",
                "--complete 只用于商品目录，而这些文件另有用途",
            )));
        }
        self.fields_are_known(caller, &decoded["target"])?;
        self.headings_are_there(caller, &decoded)?;
        self.map(caller, decoded, remember)
    }

    fn says_more(&self) -> bool {
        let said = self.decimal.is_some() || self.day_order.is_some();
        said || self.complete || !self.column.is_empty()
    }

    /// Reads the text files in the encoding that was named.
    fn decode(
        &self,
        caller: &Caller<'_>,
        mut preview: Value,
        remember: bool,
    ) -> Result<Value, Failure> {
        if self.encoding.is_none() {
            return Ok(preview);
        }
        let wanted = word(self.encoding.as_ref());
        let choices: Vec<Value> = files(&preview)
            .map(|file| file["encoding"].clone())
            .collect();
        if choices.iter().all(Value::is_null) {
            return Err(Failure::usage(caller.told(
                "--encoding is about text; none of the files is one",
                "--encoding 只用于文字文件，而其中没有文字文件",
            )));
        }
        for (at, choice) in choices.iter().enumerate() {
            if choice.is_null() || choice["recognised"] == wanted {
                continue;
            }
            let request = json!({
                "import_id": preview["import_id"], "file": at, "fields": [],
                "encoding": wanted, "decimal_mark": null, "day_order": null,
                "lists_every_sku": null, "target": null, "remember": remember,
            });
            preview = caller.call("import_remap", &request)?;
        }
        Ok(preview)
    }

    fn fields_are_known(&self, caller: &Caller<'_>, target: &Value) -> Result<(), Failure> {
        let offered = caller.call("import_fields", &json!({ "target": target }))?;
        let offered = offered["fields"].as_array().into_iter().flatten();
        let offered: Vec<&str> = offered
            .filter_map(|field| field["field"].as_str())
            .collect();
        let mut said = self
            .column
            .iter()
            .filter_map(|column| column.field.as_deref());
        let Some(unknown) = said.find(|field| !offered.contains(field)) else {
            return Ok(());
        };
        let offered = offered.join(", ");
        Err(Failure::usage(caller.told(
            format!("{unknown} is no field of this import; its fields are {offered}"),
            format!("{unknown} 不是此导入的字段；可用的字段：{offered}"),
        )))
    }

    fn headings_are_there(&self, caller: &Caller<'_>, preview: &Value) -> Result<(), Failure> {
        let somewhere = |said: &&ColumnIs| files(preview).any(|file| said.places(file).is_some());
        let Some(nowhere) = self.column.iter().find(|said| !somewhere(said)) else {
            return Ok(());
        };
        let headings = files(preview).flat_map(columns);
        let headings: Vec<String> = headings
            .map(|column| column["heading"].to_string())
            .collect();
        let (heading, headings) = (&nowhere.heading, headings.join(", "));
        Err(Failure::usage(caller.told(
            format!(
                "no file has exactly one column \"{heading}\" that can be mapped; the columns are \
                 {headings}"
            ),
            format!("没有文件恰有一个可映射的“{heading}”列；各列为 {headings}"),
        )))
    }

    /// Says what the columns hold and how they are written, file by file.
    fn map(
        &self,
        caller: &Caller<'_>,
        mut preview: Value,
        remember: bool,
    ) -> Result<Value, Failure> {
        let tables: Vec<(usize, Vec<Value>)> = files(&preview)
            .enumerate()
            .filter(|(_, file)| columns(file).next().is_some())
            .map(|(at, file)| (at, self.fields(file)))
            .collect();
        if tables.is_empty() {
            return Err(Failure::usage(caller.told(
                "none of the files is a table whose columns could be mapped",
                "其中没有可以映射列的表格",
            )));
        }
        for (at, fields) in tables {
            let request = json!({
                "import_id": preview["import_id"], "file": at, "fields": fields, "encoding": null,
                "decimal_mark": word(self.decimal.as_ref()),
                "day_order": word(self.day_order.as_ref()),
                "lists_every_sku": self.complete.then_some(true),
                "target": null, "remember": remember,
            });
            preview = caller.call("import_remap", &request)?;
        }
        Ok(preview)
    }

    /// The fields of a file's columns. What was said goes before what was taken for granted: a
    /// field that moves to another column leaves the one it had.
    fn fields(&self, file: &Value) -> Vec<Value> {
        let mut fields: Vec<Value> = columns(file)
            .map(|column| column["field"].clone())
            .collect();
        let said: Vec<(usize, &ColumnIs)> = self
            .column
            .iter()
            .filter_map(|said| Some((said.places(file)?, said)))
            .collect();
        for field in &mut fields {
            if said
                .iter()
                .any(|(_, said)| said.field.as_deref() == field.as_str())
            {
                *field = Value::Null;
            }
        }
        for (at, said) in said {
            fields[at] = json!(said.field);
        }
        fields
    }
}

impl ColumnIs {
    /// The one column of a file that is meant.
    fn places(&self, file: &Value) -> Option<usize> {
        let mut named = columns(file)
            .enumerate()
            .filter(|(_, column)| column["heading"].as_str().map(str::trim) == Some(&self.heading))
            .map(|(at, _)| at);
        match (named.next(), named.next()) {
            (Some(at), None) => Some(at),
            (Some(_), Some(_)) => None,
            (None, _) => {
                let position: usize = self.heading.strip_prefix('#')?.parse().ok()?;
                let at = position.checked_sub(1)?;
                (at < columns(file).count()).then_some(at)
            }
        }
    }
}

fn files(preview: &Value) -> impl Iterator<Item = &Value> {
    preview["files"].as_array().into_iter().flatten()
}

fn columns(file: &Value) -> impl Iterator<Item = &Value> {
    file["columns"].as_array().into_iter().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    /// The words of a type that travels.
    fn words(typescript: &str, name: &str) -> BTreeSet<String> {
        let (_, from) = typescript
            .split_once(&format!("export type {name} = "))
            .unwrap();
        let (union, _) = from.split_once(';').unwrap();
        union
            .split('|')
            .map(|word| word.trim().trim_matches('"').to_owned())
            .collect()
    }

    fn ours<V: Worded>() -> BTreeSet<String> {
        V::value_variants()
            .iter()
            .map(|value| value.word().to_owned())
            .collect()
    }

    #[test]
    fn every_word_of_the_desk_is_offered_and_no_other() {
        let typescript = seller_commands::typescript();
        assert_eq!(ours::<Mark>(), words(&typescript, "DecimalMark"));
        assert_eq!(ours::<Encoding>(), words(&typescript, "TextEncoding"));
        assert_eq!(ours::<DayOrder>(), words(&typescript, "DayOrder"));
        assert_eq!(ours::<Encoding>().len(), 5);
    }

    #[test]
    fn a_field_that_is_given_to_another_column_leaves_the_one_it_had() {
        let file = json!({ "columns": [
            { "heading": "SKU", "field": "seller_sku" },
            { "heading": "Price", "field": "retail_price" },
            { "heading": "Now = then", "field": null },
            { "heading": "Note", "field": "title" },
            { "heading": "Note", "field": null },
        ] });
        let reading = |said: &[&str]| Reading {
            column: said.iter().map(|said| said.parse().unwrap()).collect(),
            decimal: None,
            encoding: None,
            day_order: None,
            complete: false,
        };
        let moved = reading(&["Now = then=retail_price", "#5 = brand", "SKU="]);
        assert_eq!(
            json!(moved.fields(&file)),
            json!([null, null, "retail_price", "title", "brand"])
        );
        let alike: ColumnIs = "Note=title".parse().unwrap();
        assert_eq!(alike.places(&file), None);
        let beyond: ColumnIs = "#6=title".parse().unwrap();
        assert_eq!(beyond.places(&file), None);
        assert!("Price".parse::<ColumnIs>().is_err());
    }
}
