//! Registrations in preparation: products, the price grid, repair, review, submit.

use seller_domain::campaign::{Campaign, Tier};
use seller_domain::{CampaignId, CouponId, DraftId, Instant, Money, Percent, ProductId, SkuId};
use seller_planner::corridor::FloorBy;
use seller_rulebook::{finding::Edit, rule::Grade};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::campaigns::CampaignLine;
use super::common::{FindingCounts, FindingView, Window};

/// Begins or reopens the draft for a campaign.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DraftOpen {
    /// The campaign.
    pub campaign_id: CampaignId,
    /// Begin with the products of this registration again, at their last prices.
    pub again: Vec<ProductId>,
}

/// Names a draft.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DraftGet {
    /// The draft.
    pub draft_id: DraftId,
}

/// All drafts.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Drafts {
    /// The last touched first.
    pub drafts: Vec<DraftLine>,
}

/// A draft in the list.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct DraftLine {
    /// The draft.
    pub id: DraftId,
    /// Its campaign.
    pub campaign_id: CampaignId,
    /// The campaign's name.
    pub campaign_name: String,
    /// The wizard's page it was left on.
    pub step: DraftStep,
    /// Products in it.
    pub products: u32,
    /// SKUs in it.
    pub skus: u32,
    /// When it was last changed.
    #[ts(type = "string")]
    pub changed_at: Instant,
}

/// The pages of the registration wizard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DraftStep {
    /// Choose products.
    Products,
    /// Prices and stock.
    Prices,
    /// Extra discounts.
    ExtraDiscounts,
    /// Review.
    Review,
}

/// A draft without its rows.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct DraftHead {
    /// The draft in a line.
    pub line: DraftLine,
    /// Its campaign.
    pub campaign: Campaign,
    /// The campaign's coupons that are registered.
    pub coupons: Vec<CouponId>,
    /// What the book says of it.
    pub summary: DraftSummary,
}

/// What the book says of a draft, in numbers.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct DraftSummary {
    /// Products in it.
    pub products: u32,
    /// SKUs in it.
    pub skus: u32,
    /// SKUs without a blocking finding of their own or their product's.
    pub skus_in_order: u32,
    /// SKUs without a price.
    pub skus_without_price: u32,
    /// Findings by rule and field.
    pub counts: FindingCounts,
    /// Findings about the shop, the campaign and the draft as a whole.
    pub overall: Vec<FindingView>,
}

/// Remembers the wizard's page.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DraftSetStep {
    /// The draft.
    pub draft_id: DraftId,
    /// The page.
    pub step: DraftStep,
}

/// Asks for products that can be brought in.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DraftCandidates {
    /// The draft.
    pub draft_id: DraftId,
    /// Which ones.
    pub filter: CandidateFilter,
    /// Which part.
    pub window: Window,
}

/// Which products.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CandidateFilter {
    /// Part of a title or of an id, taken literally; empty: all.
    pub search: String,
    /// Only those that the platform lists as eligible (RG-10).
    pub only_recommended: bool,
    /// Only those that are not in the draft.
    pub only_missing: bool,
}

/// A product that can be brought in.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Candidate {
    /// The product.
    pub product_id: ProductId,
    /// Its title.
    pub title: String,
    /// Its category.
    pub category: String,
    /// Its SKUs.
    pub skus: u32,
    /// The lowest retail price.
    pub retail_from: Option<Money>,
    /// The highest retail price.
    pub retail_to: Option<Money>,
    /// Whether the platform lists it as eligible.
    pub recommended: bool,
    /// Whether it is in the draft.
    pub in_draft: bool,
    /// Why it cannot take part, if that is known already.
    pub obstacle: Option<String>,
}

/// Brings products in or takes them out.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DraftProducts {
    /// The draft.
    pub draft_id: DraftId,
    /// Which products.
    pub choice: ProductChoice,
    /// In or out.
    pub include: bool,
}

/// A choice of products.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ProductChoice {
    /// These. Unknown ones are refused by name.
    Ids {
        /// The products.
        product_ids: Vec<ProductId>,
    },
    /// What was typed or pasted: ids of products or SKUs, or seller's codes, by blanks, commas or
    /// lines. Words that are in no catalogue are answered by name.
    Pasted {
        /// The text.
        text: String,
    },
    /// Every product of the draft with a finding that refuses it.
    Refused,
    /// Every product that the filter finds.
    Matching {
        /// The filter.
        filter: CandidateFilter,
    },
}

/// What bringing products in or taking them out did.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct DraftProductsChanged {
    /// Products that came in or went out.
    pub changed: u32,
    /// Words of the choice that are in no catalogue; of very many the first 100.
    pub unknown: Vec<String>,
    /// How many such words there are.
    pub unknown_count: u32,
    /// What the book says now.
    pub summary: DraftSummary,
}

/// What a change of a draft did.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct DraftChanged {
    /// Products or SKUs that changed.
    pub changed: u32,
    /// What the book says now.
    pub summary: DraftSummary,
}

/// Leaves SKUs out or takes them in again.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DraftSkus {
    /// The draft.
    pub draft_id: DraftId,
    /// The SKUs.
    pub sku_ids: Vec<SkuId>,
    /// In or out.
    pub include: bool,
}

/// Asks for the SKUs that were left out of products of a draft.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DraftLeftOut {
    /// The draft.
    pub draft_id: DraftId,
    /// Which part.
    pub window: Window,
}

/// A SKU that was left out.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LeftOutSku {
    /// The SKU.
    pub sku_id: SkuId,
    /// Its product.
    pub product_id: ProductId,
    /// The product's title; empty if the catalogue does not have it.
    pub title: String,
    /// The variation; empty if the catalogue does not have the SKU.
    pub variation: String,
    /// The campaign price that was entered before it was left out.
    pub campaign_price: Option<Money>,
}

/// Puts products into a tier.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DraftTier {
    /// The draft.
    pub draft_id: DraftId,
    /// The products.
    pub product_ids: Vec<ProductId>,
    /// The tier.
    pub tier: Tier,
}

/// Chooses the campaign coupons that are registered (CE-03).
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DraftCoupons {
    /// The draft.
    pub draft_id: DraftId,
    /// All that are registered.
    pub coupon_ids: Vec<CouponId>,
}

/// Asks for rows of the price grid.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DraftRows {
    /// The draft.
    pub draft_id: DraftId,
    /// Which rows.
    pub filter: RowFilter,
    /// Which part.
    pub window: Window,
}

/// Which rows of the grid. Everything named has to hold.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RowFilter {
    /// Part of a title, an id or a seller's code; empty: all.
    pub search: String,
    /// Only rows with a finding of this rule.
    pub rule: Option<String>,
    /// Only rows with a finding at this field.
    pub field: Option<String>,
    /// Only rows with a finding of at least this grade.
    pub grade: Option<Grade>,
    /// Only rows whose margin is below the wanted one or unknown.
    pub thin_margin: bool,
}

/// Rows of the grid.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct GridRows {
    /// How many rows the filter leaves.
    pub total: u32,
    /// The rows asked for.
    pub rows: Vec<GridRow>,
}

/// One SKU in the grid.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct GridRow {
    /// The SKU.
    pub sku_id: SkuId,
    /// Its product.
    pub product_id: ProductId,
    /// The product's title.
    pub title: String,
    /// The variation.
    pub variation: String,
    /// The seller's code.
    pub seller_sku: String,
    /// The product's tier.
    pub tier: Tier,
    /// Retail price.
    pub retail_price: Option<Money>,
    /// The seller's own current discount price.
    pub discount_price: Option<Money>,
    /// The lowest price of the look-back.
    pub lowest_price: Option<Money>,
    /// The corridor.
    pub corridor: CorridorView,
    /// The price that the platform recommends.
    pub recommended_price: Option<Money>,
    /// The campaign price.
    pub campaign_price: Option<Money>,
    /// The campaign stock, as entered.
    pub campaign_stock: Option<String>,
    /// The extra discount.
    pub extra_discount: Option<Percent>,
    /// Units that can be sold.
    pub available_stock: Option<u32>,
    /// What one unit costs.
    pub unit_cost: Option<Money>,
    /// All fees on one unit at the campaign price.
    pub fees: Option<Money>,
    /// What one unit leaves at the campaign price; none where the cost is unknown.
    pub margin: Option<Money>,
    /// The same as a share of the price.
    pub margin_percent: Option<Percent>,
    /// What one unit leaves at the retail price.
    pub margin_at_retail: Option<Money>,
    /// What is wrong with the row, the hardest first.
    pub findings: Vec<RowFinding>,
}

/// The prices that are legal and that pay.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CorridorView {
    /// The smallest legal price.
    pub floor: Option<Money>,
    /// The rule that sets it.
    pub floor_rule: Option<String>,
    /// The largest legal price.
    pub ceiling: Option<Money>,
    /// The rule that sets it.
    pub ceiling_rule: Option<String>,
    /// The smallest price that keeps the wanted margin; none where the cost is unknown.
    pub margin_floor: Option<Money>,
    /// The floor that counts for the seller: the greater of the two.
    pub counting_floor: Option<Money>,
    /// Which of them it is, or why only the legal one is known.
    pub counting_floor_by: FloorBy,
    /// Whether no price is legal.
    pub is_empty: bool,
}

/// A finding in a row: enough for the cell; the rest comes with `draft_row`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RowFinding {
    /// The rule.
    pub rule: String,
    /// What it does.
    pub grade: Grade,
    /// The field: a column's key, or another one.
    pub field: String,
    /// What is wrong.
    pub what: String,
}

/// Asks for everything about one row.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DraftRowGet {
    /// The draft.
    pub draft_id: DraftId,
    /// The SKU.
    pub sku_id: SkuId,
}

/// One row with all it has to say.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct DraftRowDetail {
    /// The row.
    pub row: GridRow,
    /// Its findings in full.
    pub findings: Vec<FindingView>,
    /// Every fee at the campaign price.
    pub fees: Vec<FeeLine>,
    /// What the platform itself said of it in a fail report.
    pub platform_reasons: Vec<String>,
    /// Its prices over time.
    pub history: Vec<seller_domain::price_history::PriceRecord>,
    /// The look-back window.
    pub look_back: Option<seller_domain::Period>,
}

/// A line of the money.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FeeLine {
    /// What it is: `campaign_service_fee`.
    pub key: String,
    /// Its name.
    pub name: String,
    /// What it is charged on.
    pub base: Option<Money>,
    /// The rate.
    pub rate: Option<Percent>,
    /// The amount.
    pub amount: Money,
}

/// Edits cells as typed or pasted.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DraftCells {
    /// The draft.
    pub draft_id: DraftId,
    /// The cells. One call is one step of the history.
    pub cells: Vec<CellEdit>,
}

/// What was typed into a cell.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CellEdit {
    /// The SKU.
    pub sku_id: SkuId,
    /// The column.
    pub column: GridColumn,
    /// The text; empty clears the cell.
    pub text: String,
}

/// Columns that can be edited.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum GridColumn {
    /// Campaign price.
    CampaignPrice,
    /// Campaign stock.
    CampaignStock,
    /// Extra discount.
    ExtraDiscount,
}

/// What became of edited cells.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CellsEdited {
    /// The rows of the touched products, with their new verdicts (500 at the most).
    pub rows: Vec<GridRow>,
    /// Cells whose text could not be read; they keep what they had.
    pub unread: Vec<UnreadCell>,
    /// What the book says of the draft now.
    pub summary: DraftSummary,
}

/// A cell whose text could not be read.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct UnreadCell {
    /// The SKU.
    pub sku_id: SkuId,
    /// The column.
    pub column: GridColumn,
    /// What was typed.
    pub text: String,
    /// Why it cannot be read and what can.
    pub reason: String,
}

/// Fills prices by a strategy.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DraftFill {
    /// The draft.
    pub draft_id: DraftId,
    /// The rows.
    pub filter: RowFilter,
    /// How.
    pub strategy: FillStrategy,
    /// How prices are rounded.
    pub rounding: FillRounding,
    /// Only rows whose cell is still empty.
    pub only_empty: bool,
    /// Take the nearest price that the rules allow where the aim is none; otherwise such rows
    /// are left.
    pub fit: bool,
    /// Only say what would happen.
    pub preview: bool,
}

/// How prices are filled.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum FillStrategy {
    /// A fixed percentage off the retail price.
    PercentOff {
        /// The percentage.
        percent: Percent,
    },
    /// As deep as the margin allows.
    DownToMargin {
        /// The margin to keep; none: the shop's wanted margin.
        margin: Option<Percent>,
    },
    /// Just under the ceiling.
    AtCeiling {
        /// How much under it; none: at it.
        by: Option<Money>,
    },
    /// As registered last time.
    AsLastTime,
    /// What the platform recommends (RG-15).
    Recommended,
    /// The stock that is free into the campaign stock (RG-05).
    Stock {
        /// Units for every SKU, as far as they are free; none: all that are.
        units: Option<u32>,
    },
}

/// How prices are rounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum FillRounding {
    /// To the smallest unit.
    MinorUnit,
    /// To 0.05 (or 50 where there are no digits).
    FiveHundredths,
    /// To 0.10 (or 100).
    Tenth,
    /// To whole units (or 1,000).
    Whole,
    /// To an ending such as .99: its minor units.
    Ending {
        /// 99 for .99.
        minor: u32,
    },
}

/// What a fill did or would do.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Filled {
    /// Cells that change.
    pub set: u32,
    /// Of them, those where the rules allow the nearest value only, and not the one aimed at.
    pub fitted: u32,
    /// Of them, prices that leave less than the wanted margin on the worst order.
    pub thin: u32,
    /// Rows that were left, by reason.
    pub left: Vec<LeftCount>,
    /// A few examples of each.
    pub samples: Vec<FillSample>,
    /// What the book says afterwards; none for a preview.
    pub summary: Option<DraftSummary>,
}

/// Rows that were left for one reason.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LeftCount {
    /// Why, in words.
    pub reason: String,
    /// How many rows.
    pub rows: u32,
}

/// A row that a fill changes.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FillSample {
    /// The SKU.
    pub sku_id: SkuId,
    /// The product's title.
    pub title: String,
    /// What is there.
    pub before: Option<String>,
    /// What comes.
    pub after: Option<String>,
}

/// Sets or clears the extra discount of whole products.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DraftExtra {
    /// The draft.
    pub draft_id: DraftId,
    /// The products; none: all of the draft.
    pub product_ids: Option<Vec<ProductId>>,
    /// The extra discount; none clears it.
    pub extra_discount: Option<Percent>,
}

/// Asks for findings of a draft.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DraftFindings {
    /// The draft.
    pub draft_id: DraftId,
    /// Of which rows.
    pub filter: RowFilter,
    /// Which part.
    pub window: Window,
}

/// Repairs findings in bulk.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DraftRepair {
    /// The draft.
    pub draft_id: DraftId,
    /// Findings of these rules; empty: of all.
    pub rules: Vec<String>,
    /// In these rows.
    pub filter: RowFilter,
    /// Only say what would happen.
    pub preview: bool,
}

/// Carries out the repair of one finding.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DraftApplyEdits {
    /// The draft.
    pub draft_id: DraftId,
    /// The steps, as the finding offered them.
    pub edits: Vec<Edit>,
}

/// What a repair did or would do.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Repaired {
    /// Steps.
    pub edits: u32,
    /// Findings that they clear.
    pub cleared: u32,
    /// Findings that remain, by reason.
    pub left: Vec<LeftCount>,
    /// A few of the steps.
    pub samples: Vec<FillSample>,
    /// What the book says afterwards; none for a preview.
    pub summary: Option<DraftSummary>,
}

/// Asks for the plan's money.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DraftPlan {
    /// The draft.
    pub draft_id: DraftId,
    /// Count both the surcharge and the service fee, and every coupon used (FE-05).
    pub risk_scenario: bool,
}

/// The plan's money: what is left after every fee.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PlanView {
    /// Units set aside.
    pub units: u32,
    /// Campaign price × units.
    pub sales: Money,
    /// The waterfall, from sales to margin: each step with its name.
    pub lines: Vec<FeeLine>,
    /// What the platform pays out.
    pub payout: Money,
    /// What is left after cost, of SKUs with a known cost; none where no cost is known.
    pub margin: Option<Money>,
    /// The same as a share of sales.
    pub margin_percent: Option<Percent>,
    /// What the same units of the same SKUs would leave at retail prices; none where no cost is known.
    pub margin_at_retail: Option<Money>,
    /// How far the margin is from that: below zero where the campaign leaves less.
    pub margin_change: Option<Money>,
    /// SKUs whose cost is unknown and that the margin leaves out.
    pub skus_without_cost: u32,
    /// SKUs that are sold below cost.
    pub skus_below_cost: u32,
    /// The order that leaves least.
    pub worst_order: Option<WorstOrder>,
    /// Money at risk in plain words, the gravest first.
    pub in_plain_words: Vec<String>,
}

/// The single order that leaves least.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct WorstOrder {
    /// The SKU.
    pub sku_id: SkuId,
    /// The product's title.
    pub title: String,
    /// What the customer pays.
    pub customer_pays: Money,
    /// What the platform pays out.
    pub payout: Money,
    /// What is left after cost, where known.
    pub margin: Option<Money>,
}

/// Submits a draft.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DraftSubmit {
    /// The draft.
    pub draft_id: DraftId,
    /// Ids of the rules whose warnings are acknowledged.
    pub acknowledged: Vec<String>,
}

/// The summary of a submitted registration (RG-25).
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Submitted {
    /// The campaign.
    pub campaign_id: CampaignId,
    /// The sub-campaigns that it covers.
    pub sub_campaigns: Vec<String>,
    /// When.
    #[ts(type = "string")]
    pub submitted_at: Instant,
    /// Products submitted.
    pub products: u32,
    /// SKUs submitted.
    pub skus: u32,
    /// Units set aside.
    pub units: u32,
    /// Whether they are Pending or Registered now.
    pub registered_at_once: bool,
    /// Further suitable campaigns; their drafts begin with the prices just entered (RG-26).
    pub proposals: Vec<CampaignLine>,
}
