//! What people script: import, check, register, export, backup.

use crate::call::{Caller, Failure};
use crate::import::Import;
use crate::plan::Plan;
use clap::{Subcommand, ValueEnum};
use serde_json::{Value, json};
use std::path::PathBuf;

/// A job of several commands.
#[derive(Debug, Subcommand)]
pub enum Job {
    /// Imports files as one step: workbooks, CSV, several at once. What can be taken is taken;
    /// refused rows are shown.
    Import(Import),
    /// Plans a campaign from one table: imports catalogue, prices and plan, checks, submits the
    /// products that pass, and writes two lists. The shop and the campaign are there or given;
    /// nothing is assumed.
    Plan(Plan),
    /// Checks the draft for a campaign and prints what the rules say.
    Check {
        /// The campaign.
        campaign: String,
    },
    /// Submits the draft for a campaign.
    Register {
        /// The campaign.
        campaign: String,
        /// Rules whose warnings are acknowledged.
        #[arg(long = "acknowledge", value_name = "RULE")]
        acknowledged: Vec<String>,
    },
    /// Writes a campaign's registrations to a file.
    Export {
        /// The campaign.
        campaign: String,
        /// The file to write.
        path: PathBuf,
        /// The form.
        #[arg(long, value_enum, default_value = "csv")]
        format: Format,
        /// The prefill workbook that was downloaded, for the form `prefill`.
        #[arg(long)]
        source: Option<PathBuf>,
    },
    /// Makes a verified backup.
    Backup {
        /// Where to; left out: among the automatic ones.
        path: Option<PathBuf>,
    },
}

/// The forms that registrations go out in.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Format {
    /// CSV with stable columns.
    Csv,
    /// The platform's price template.
    PriceTemplate,
    /// The seller's own prefill workbook, filled in.
    Prefill,
    /// A sheet for the files.
    Evidence,
}

impl Job {
    /// Runs the job and prints what it did.
    pub fn run(self, caller: &Caller<'_>) -> Result<(), Failure> {
        match self {
            Self::Import(import) => import.run(caller),
            Self::Plan(plan) => plan.run(caller),
            Self::Check { campaign } => {
                let draft_id = draft_of(caller, &campaign)?;
                caller
                    .show("draft_check", &json!({ "draft_id": draft_id }))
                    .map(drop)
            }
            Self::Register {
                campaign,
                acknowledged,
            } => {
                let draft_id = draft_of(caller, &campaign)?;
                let request = json!({ "draft_id": draft_id, "acknowledged": acknowledged });
                caller.show("draft_submit", &request).map(drop)
            }
            Self::Export {
                campaign,
                path,
                format,
                source,
            } => {
                let request = json!({
                    "campaign_id": campaign,
                    "format": format_request(caller, format, source)?,
                    "path": caller.path(&path)?,
                });
                caller.show("export_registrations", &request).map(drop)
            }
            Self::Backup { path } => {
                let path = path.as_deref().map(|path| caller.path(path)).transpose()?;
                caller
                    .show("backup_now", &json!({ "path": path }))
                    .map(drop)
            }
        }
    }
}

fn format_request(
    caller: &Caller<'_>,
    format: Format,
    source: Option<PathBuf>,
) -> Result<Value, Failure> {
    match (format, source) {
        (Format::Csv, _) => Ok(json!({ "kind": "csv" })),
        (Format::PriceTemplate, _) => Ok(json!({ "kind": "price_template" })),
        (Format::Evidence, _) => Ok(json!({ "kind": "evidence" })),
        (Format::Prefill, Some(source)) => {
            Ok(json!({ "kind": "prefill", "source": caller.path(&source)? }))
        }
        (Format::Prefill, None) => Err(Failure::usage(caller.told(
            "name the workbook that was downloaded: --source FILE",
            "请指定下载的预填表：--source 文件",
        ))),
    }
}

fn draft_of(caller: &Caller<'_>, campaign: &str) -> Result<Value, Failure> {
    let drafts = caller.call("draft_list", &json!({}))?;
    let found = drafts["drafts"]
        .as_array()
        .into_iter()
        .flatten()
        .find(|draft| draft["campaign_id"] == *campaign)
        .map(|draft| draft["id"].clone());
    found.ok_or_else(|| {
        Failure::usage(caller.told(
            format!("campaign {campaign} has no draft; `call draft_open` begins one"),
            format!("活动 {campaign} 没有草稿；用 `call draft_open` 新建"),
        ))
    })
}
