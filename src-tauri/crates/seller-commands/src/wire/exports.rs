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
    /// CSV with stable columns: what holds a place, and what was refused or withdrawn. It imports
    /// again as a plan, or as the decisions on what is registered.
    Csv,
    /// The platform's price template.
    PriceTemplate,
    /// The seller's own prefill workbook, filled in place.
    Prefill {
        /// The workbook that was downloaded.
        source: String,
    },
    /// A sheet for the files: terms, prices, acknowledged warnings and money of the same products.
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

/// Writes what the check says of a draft to two lists: rows that pass and rows that are refused.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DraftExport {
    /// The draft.
    pub draft_id: seller_domain::DraftId,
    /// The file for rows without a blocking finding of their own, with their money.
    pub accepted: String,
    /// The file for the others, with the rules that refuse each.
    pub refused: String,
}

/// The two written lists.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct DraftExported {
    /// Rows that pass.
    pub accepted: u32,
    /// Rows that are refused.
    pub refused: u32,
}
