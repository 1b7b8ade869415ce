//! Files that go out.

use seller_domain::CampaignId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Writes registrations to a file, beside it first and then renamed into place.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Export {
    /// The campaign.
    pub campaign_id: CampaignId,
    /// What to write.
    pub format: ExportFormat,
    /// The file to write.
    pub path: String,
}

/// The forms that registrations go out in.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ExportFormat {
    /// CSV with stable columns, which imports again without loss.
    Csv,
    /// The platform's price template.
    PriceTemplate,
    /// The seller's own prefill workbook, filled in place.
    Prefill {
        /// The workbook that was downloaded.
        source: String,
    },
    /// A sheet for the files: terms, prices, findings, acknowledged warnings, money.
    Evidence,
}

/// Writes the list of requested exclusions for the account manager (SP-07).
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ExclusionExport {
    /// The file to write.
    pub path: String,
}

/// A written file.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Exported {
    /// Where it is.
    pub path: String,
    /// Rows in it.
    pub rows: u32,
    /// Rows of the source that were dropped because they are not registered.
    pub dropped: u32,
    /// What to know about it, in words.
    pub notes: Vec<String>,
}
