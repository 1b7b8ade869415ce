//! Importing files: what they hold is shown, what they leave open is answered, and what can be
//! taken is applied as one step.

mod questions;
mod reading;
mod rows;
mod target;

use crate::call::{Caller, Failure, remark, say};
use clap::Args;
use questions::Questions;
use reading::Reading;
use rows::Rows;
use serde_json::{Value, json};
use std::path::PathBuf;
use target::Target;

/// An import, as it is asked for.
#[derive(Debug, Args)]
pub struct Import {
    /// The files.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    #[command(flatten)]
    target: Target,
    #[command(flatten)]
    reading: Reading,
    /// Only shows what would happen; nothing is kept of it.
    #[arg(long)]
    preview: bool,
    /// Where all refused rows go, as CSV with the reason of each.
    #[arg(long, value_name = "FILE")]
    refused: Option<PathBuf>,
    /// So many rows of each kind are shown.
    #[arg(long, value_name = "COUNT", default_value = "20")]
    rows: u32,
    /// Rules whose warnings are acknowledged.
    #[arg(long = "acknowledge", value_name = "RULE")]
    acknowledged: Vec<String>,
}

impl Import {
    /// Imports, or only shows it, and says what became of the rows.
    pub fn run(&self, caller: &Caller<'_>) -> Result<(), Failure> {
        let paths: Vec<&str> = self
            .files
            .iter()
            .map(|path| caller.path(path))
            .collect::<Result<_, _>>()?;
        let target = self.target.wanted(caller)?;
        let opened = caller.call("import_open", &json!({ "paths": paths, "target": target }))?;
        let preview = self.reading.answer(caller, opened, !self.preview)?;
        let rows = Rows::of(caller, &preview, self.rows);
        let list = self.list(caller, &preview)?;
        if self.preview || preview["blocked_by"].is_string() {
            self.show(caller, &preview, &rows, &list)
        } else {
            self.apply(caller, &preview, &rows, &list)
        }
    }

    /// Writes all refused rows where that is asked for.
    fn list(&self, caller: &Caller<'_>, preview: &Value) -> Result<Value, Failure> {
        // Before a question is answered no row was read.
        let unread = preview["blocked_by"].is_string() && preview["counts"]["refused"] == 0;
        let Some(path) = self.refused.as_ref().filter(|_| !unread) else {
            return Ok(Value::Null);
        };
        let request = json!({ "import_id": preview["import_id"], "path": caller.path(path)? });
        let written = caller.call("import_refused_export", &request)?;
        Ok(written["path"].clone())
    }

    /// What would happen; a question that is open ends it.
    fn show(
        &self,
        caller: &Caller<'_>,
        preview: &Value,
        rows: &Rows<'_>,
        list: &Value,
    ) -> Result<(), Failure> {
        let mut shown = preview.clone();
        if let Some(shown) = shown.as_object_mut() {
            // It is open as long as this process.
            shown.remove("import_id");
        }
        shown["rows"] = rows.by_fate()?;
        shown["refused_list"] = list.clone();
        say(&format!("{shown:#}"));
        self.remark(caller, preview, list);
        match preview["blocked_by"].as_str() {
            None => Ok(()),
            Some(reason) => Err(Failure::usage(
                Questions::of(caller, preview)?.beside(reason),
            )),
        }
    }

    fn apply(
        &self,
        caller: &Caller<'_>,
        preview: &Value,
        rows: &Rows<'_>,
        list: &Value,
    ) -> Result<(), Failure> {
        let refused = rows.refused()?;
        let request =
            json!({ "import_id": preview["import_id"], "acknowledged": self.acknowledged });
        let mut done = caller.call("import_apply", &request)?;
        done["notes"] = preview["notes"].clone();
        done["refused"] = refused;
        done["refused_list"] = list.clone();
        say(&format!("{done:#}"));
        self.remark(caller, preview, list);
        Ok(())
    }

    /// Says how many rows are refused, and where to see them.
    fn remark(&self, caller: &Caller<'_>, preview: &Value, list: &Value) {
        let counts = &preview["counts"];
        let refused = counts["refused"].as_u64().unwrap_or_default();
        if refused == 0 {
            return;
        }
        let fates = ["new", "changed", "unchanged", "refused"];
        let all: u64 = fates.iter().filter_map(|fate| counts[*fate].as_u64()).sum();
        let shown = refused.min(self.rows.into());
        let where_all = match list.as_str() {
            Some(path) => caller.told(
                format!("all of them are in {path}"),
                format!("全部见 {path}"),
            ),
            None if shown == refused => caller.told("they are shown above", "已在上面显示"),
            None => caller.told(
                format!("the first {shown} are shown above, --refused FILE writes all"),
                format!("上面显示前 {shown} 行，用 --refused 文件 写出全部"),
            ),
        };
        remark(&caller.told(
            format!("{refused} of {all} rows are refused; {where_all}."),
            format!("{all} 行中有 {refused} 行被拒绝，{where_all}。"),
        ));
    }
}
