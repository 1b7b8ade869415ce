//! Importing files: recognise, map, preview, apply as one step.

use seller_domain::{CampaignId, CouponId, DraftId, PartnerCampaignId};
use seller_exchange::delimited::TextEncoding;
use seller_exchange::moments::DayOrder;
use seller_exchange::values::DecimalMark;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::common::{FindingView, Window};

/// Reads files and shows what they would change. Nothing is stored yet.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ImportOpen {
    /// The files, several at once.
    pub paths: Vec<String>,
    /// What they are for; none: what the files look like.
    pub target: Option<ImportTarget>,
}

/// What the rows of a file become.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ImportTarget {
    /// Products and SKUs.
    Catalogue,
    /// Unit costs of known SKUs.
    Costs,
    /// Prices that SKUs had.
    PriceHistory,
    /// What a campaign's prefill workbook states (ranges, stock, eligible SKUs).
    Prefill {
        /// The campaign.
        campaign_id: CampaignId,
    },
    /// Campaign prices, stock and extra discounts into a draft.
    Plan {
        /// The draft.
        draft_id: DraftId,
    },
    /// The platform's decisions on submitted products.
    Decisions {
        /// The campaign.
        campaign_id: CampaignId,
    },
    /// The platform's list of coupons (CP-26, CP-28).
    Coupons,
    /// Campaigns of affiliate partners (AF-02).
    PartnerCampaigns,
    /// What became of products that joined one (AF-07, AF-08).
    PartnerProducts {
        /// The campaign.
        campaign_id: PartnerCampaignId,
    },
    /// Customers' orders, to say who gets which coupon. They are read and never stored: there is
    /// nothing to apply.
    Orders,
    /// A fail report: reasons and ceilings on the rows of the campaign.
    FailReport {
        /// The campaign.
        campaign_id: CampaignId,
    },
}

/// An import that is open: what its files hold and what they would change.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ImportPreview {
    /// Names the open import in later calls.
    pub import_id: String,
    /// What the rows become.
    pub target: Option<ImportTarget>,
    /// Each file.
    pub files: Vec<ImportFile>,
    /// Rows by what happens to them. Known once every file has its mapping.
    pub counts: ImportCounts,
    /// Whether it can be applied, and why not.
    pub blocked_by: Option<String>,
    /// What else has to be known before applying, in sentences.
    pub notes: Vec<String>,
    /// What the change does to registered products (SKU errors, categories).
    pub findings: Vec<FindingView>,
}

/// One file of an import.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ImportFile {
    /// The file's name without its folder.
    pub name: String,
    /// What it was recognised as: `batch_edit`, `prefill`, `price_template`, `fail_report`, `table`.
    pub format: String,
    /// Data rows in it.
    pub rows: u32,
    /// The encoding, for text files.
    pub encoding: Option<ImportChoice<TextEncoding>>,
    /// The columns, for tables that need a mapping.
    pub columns: Vec<ImportColumn>,
    /// The mark between units and fractions, where a mapped column has any mark.
    pub decimal_mark: Option<ImportChoice<DecimalMark>>,
    /// Which of day and month comes first, where a mapped column leaves it open.
    pub day_order: Option<ImportChoice<DayOrder>>,
    /// Whether it names every SKU of its products, so that one it does not name is gone.
    /// Batch edit workbooks do; of a table the seller says so; none where it says nothing of SKUs.
    pub lists_every_sku: Option<bool>,
}

/// How something is read that files can leave open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ImportChoice<T> {
    /// What the file itself shows.
    pub recognised: Option<T>,
    /// What the seller said, now or for an earlier file with the same headings.
    pub chosen: Option<T>,
    /// Whether the seller has to say it before the file can be imported.
    pub open: bool,
}

/// A column of a table and what it is taken for.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ImportColumn {
    /// Position, from 0.
    pub index: u32,
    /// The heading in the file.
    pub heading: String,
    /// The field it fills; none: passed over.
    pub field: Option<String>,
    /// Where the choice came from.
    pub from: MappingOrigin,
    /// The first few values.
    pub samples: Vec<String>,
}

/// Where a mapping came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum MappingOrigin {
    /// Guessed from the heading.
    Guessed,
    /// Remembered from an earlier file with the same headings.
    Remembered,
    /// Chosen by the seller.
    Chosen,
}

/// Corrects the mapping of one file.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ImportRemap {
    /// The open import.
    pub import_id: String,
    /// The file, by its position.
    pub file: u32,
    /// The field of each column, by position; none passes it over.
    pub fields: Vec<Option<String>>,
    /// The encoding; none keeps it. Another one reads the file anew: its columns are guessed
    /// again, and `fields` is passed over.
    pub encoding: Option<TextEncoding>,
    /// The decimal mark; none keeps what was said or recognised.
    pub decimal_mark: Option<DecimalMark>,
    /// Which of day and month comes first; none keeps what was said or recognised.
    pub day_order: Option<DayOrder>,
    /// Whether the table names every SKU of its products; none keeps it.
    pub lists_every_sku: Option<bool>,
    /// What the rows become; none keeps it.
    pub target: Option<ImportTarget>,
    /// Whether the mapping is kept for later files with these headings; left out: it is.
    #[ts(optional)]
    pub remember: Option<bool>,
}

/// The fields that columns can be mapped to, for a target.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ImportFields {
    /// The target.
    pub target: ImportTarget,
}

/// A field that a column can fill.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ImportFieldChoice {
    /// Its key.
    pub field: String,
    /// Its name in the asked language.
    pub name: String,
    /// Whether the import needs it.
    pub required: bool,
}

/// The fields of a target.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ImportFieldChoices {
    /// In the order they are offered.
    pub fields: Vec<ImportFieldChoice>,
}

/// What happens to the rows.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct ImportCounts {
    /// Come in.
    pub new: u32,
    /// Change what is there.
    pub changed: u32,
    /// Are there already.
    pub unchanged: u32,
    /// SKUs that are held and that a complete file no longer names: they go.
    pub removed: u32,
    /// Cannot be taken, each with its reason.
    pub refused: u32,
}

/// Asks for rows of a preview.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ImportRows {
    /// The open import.
    pub import_id: String,
    /// Only rows with this fate; none: all.
    pub fate: Option<RowFate>,
    /// Which part.
    pub window: Window,
}

/// What happens to a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RowFate {
    /// Comes in.
    New,
    /// Changes what is there.
    Changed,
    /// Is there already.
    Unchanged,
    /// A SKU that a complete file no longer names; it goes.
    Removed,
    /// Cannot be taken.
    Refused,
}

/// A row of a preview.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ImportRow {
    /// The file, by its position.
    pub file: u32,
    /// The row's number in the file, as a spreadsheet counts.
    pub row: u32,
    /// What happens to it.
    pub fate: RowFate,
    /// The SKU or product it is about, where it can be told.
    pub id: Option<String>,
    /// Its title.
    pub title: Option<String>,
    /// What changes, or why it is refused.
    pub changes: Vec<ImportChange>,
}

/// What a row changes, or what is wrong with it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ImportChange {
    /// The column's heading or the field.
    pub column: String,
    /// What is there.
    pub before: Option<String>,
    /// What comes.
    pub after: Option<String>,
    /// Why it is refused, or goes.
    pub reason: Option<String>,
    /// What to do about it.
    pub remedy: Option<String>,
}

/// Applies an open import as one step of the history.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ImportApply {
    /// The open import.
    pub import_id: String,
    /// Ids of the rules whose warnings are acknowledged.
    pub acknowledged: Vec<String>,
}

/// Writes all refused rows of an open import, with their reasons, to a CSV file.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ImportRefusedExport {
    /// The open import.
    pub import_id: String,
    /// Where to.
    pub path: String,
}

/// Closes an open import without applying it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ImportClose {
    /// The open import.
    pub import_id: String,
}

/// What an import did.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ImportDone {
    /// What happened to the rows.
    pub counts: ImportCounts,
    /// Products that are in SKU error now.
    pub sku_errors: u32,
}

/// Looks at a campaign's prefill workbook, before the campaign is recorded. Nothing is stored.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PrefillGlance {
    /// The workbook.
    pub path: String,
}

/// What a prefill workbook says. It names no campaign and no dates: those are the seller's to state.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PrefillGlanced {
    /// The file's name without its folder.
    pub name: String,
    /// What the platform wrote above the columns, its first 2,000 letters; empty where it wrote nothing.
    pub note: String,
    /// Products that can be read.
    pub products: u32,
    /// Their SKUs.
    pub skus: u32,
    /// Those of them that the catalogue holds.
    pub known_skus: u32,
    /// Rows that cannot be read.
    pub refused: u32,
    /// What the seller has to know before the workbook is imported, in sentences.
    pub notes: Vec<String>,
}

/// Plans and registers a campaign from one table with catalogue, lowest prices and plan. Products
/// with a refused SKU are left out, the others are registered. A row that cannot be read or
/// taken refuses the file; then nothing is changed and no list is written.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PlanRegister {
    /// The table.
    pub path: String,
    /// The campaign.
    pub campaign_id: CampaignId,
    /// The campaign's coupons that are registered with it.
    pub coupons: Vec<CouponId>,
    /// Rules whose warnings are acknowledged.
    pub acknowledged: Vec<String>,
    /// The file for rows without a blocking finding of their own, with their money.
    pub accepted: String,
    /// The file for the others, with the rules that refuse each.
    pub refused: String,
}

/// What became of a table.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PlanRegistered {
    /// Rows that pass.
    pub accepted: u32,
    /// Rows that are refused.
    pub refused: u32,
    /// Products that were registered.
    pub products: u32,
    /// Their SKUs.
    pub skus: u32,
    /// Products registered before that came into SKU error by it (RG-19).
    pub sku_errors: u32,
}
