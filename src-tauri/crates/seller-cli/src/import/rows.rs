//! What happens to the rows of an open import, as it is shown in a terminal.

use crate::call::{Caller, Failure};
use serde_json::{Map, Value, json};

/// The fates of rows in the order in which they are shown, as the desk names them.
const FATES: [&str; 5] = ["new", "changed", "unchanged", "removed", "refused"];

/// So many rows the desk hands over at a time.
const AT_A_TIME: u32 = 500;

/// The rows of an open import, so many of each fate at most.
pub struct Rows<'a> {
    caller: &'a Caller<'a>,
    preview: &'a Value,
    most: u32,
}

impl<'a> Rows<'a> {
    /// Of this preview.
    pub fn of(caller: &'a Caller<'a>, preview: &'a Value, most: u32) -> Self {
        Self {
            caller,
            preview,
            most,
        }
    }

    /// The first rows of every fate.
    pub fn by_fate(&self) -> Result<Value, Failure> {
        let mut shown = Map::new();
        for fate in FATES {
            let rows = match fate {
                "refused" => self.refused()?,
                fate => self.rows(fate)?.iter().map(|row| self.named(row)).collect(),
            };
            shown.insert(fate.to_owned(), rows);
        }
        Ok(Value::Object(shown))
    }

    /// The first refused rows, one line for each reason: what `import_refused_export` writes.
    pub fn refused(&self) -> Result<Value, Failure> {
        let mut lines = Vec::new();
        for row in self.rows("refused")? {
            for why in row["changes"].as_array().into_iter().flatten() {
                lines.push(json!({
                    "file": self.file(&row), "row": row["row"], "id": row["id"],
                    "column": why["column"], "value": why["after"],
                    "reason": why["reason"], "remedy": why["remedy"],
                }));
            }
        }
        Ok(Value::Array(lines))
    }

    fn rows(&self, fate: &str) -> Result<Vec<Value>, Failure> {
        let mut rows = Vec::new();
        let mut offset = 0;
        while offset < self.most {
            let limit = AT_A_TIME.min(self.most - offset);
            let request = json!({
                "import_id": self.preview["import_id"], "fate": fate,
                "window": { "offset": offset, "limit": limit },
            });
            let page = self.caller.call("import_rows", &request)?;
            let Some(found) = page["rows"].as_array() else {
                break;
            };
            rows.extend(found.iter().cloned());
            if found.len() < limit as usize {
                break;
            }
            offset += limit;
        }
        Ok(rows)
    }

    /// A row with the name of its file; its fate is where it stands.
    fn named(&self, row: &Value) -> Value {
        let mut named = row.clone();
        named["file"] = self.file(row);
        if let Some(fields) = named.as_object_mut() {
            fields.remove("fate");
        }
        named
    }

    fn file(&self, row: &Value) -> Value {
        let at = row["file"].as_u64().and_then(|at| usize::try_from(at).ok());
        at.map_or(Value::Null, |at| self.preview["files"][at]["name"].clone())
    }
}
