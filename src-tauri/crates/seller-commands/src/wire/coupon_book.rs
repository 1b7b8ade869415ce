//! Seller coupons once they are there: the list, one coupon, the calendar, who gets it, files.

use seller_domain::campaign::CouponDiscount;
use seller_domain::seller_coupon::{
    Audience, CouponDraft, CouponField, CouponKind, CouponOrigin, CouponResults, CouponState,
    CustomerRecord, SellerCoupon,
};
use seller_domain::{Instant, Money, Period, SellerCouponId};
use seller_planner::seller_coupon::Liability;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::common::{FindingView, Window};

/// Asks for coupons.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CouponPage {
    /// Which ones.
    pub filter: CouponFilter,
    /// Which part: live ones first, then the latest period.
    pub window: Window,
}

/// Which coupons. Everything named has to hold.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CouponFilter {
    /// Part of a name, of a claim code with or without prefix, or of a customer; taken literally.
    pub search: String,
    /// Only this type.
    pub kind: Option<CouponKind>,
    /// Only in this state; drafts are shown only when they are asked for.
    pub state: Option<CouponState>,
    /// Only those that the plan did not create.
    pub only_unplanned: bool,
}

/// A part of the list of coupons.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CouponList {
    /// How many the filter leaves.
    pub total: u32,
    /// The rows asked for.
    pub rows: Vec<CouponLine>,
    /// All coupons by state, whatever the filter.
    pub counts: CouponCounts,
}

/// All coupons by state.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct CouponCounts {
    /// In the wizard.
    pub draft: u32,
    /// To come.
    pub upcoming: u32,
    /// In their period.
    pub ongoing: u32,
    /// Over.
    pub ended: u32,
    /// Stopped or cancelled.
    pub deactivated: u32,
    /// Live ones that the plan did not create.
    pub unplanned: u32,
    /// Live addon coupons among them.
    pub addon: u32,
}

/// A coupon in the list.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CouponLine {
    /// The coupon, or the draft.
    pub id: SellerCouponId,
    /// Its name.
    pub name: String,
    /// Its type.
    pub kind: CouponKind,
    /// Where it stands now.
    pub state: CouponState,
    /// The claim period; none in a draft without one.
    pub period: Option<Period>,
    /// What it takes off; none in a draft without it.
    pub discount: Option<CouponDiscount>,
    /// The least order.
    pub minimum_spend: Option<Money>,
    /// How many there are.
    pub quantity: Option<u32>,
    /// Who can claim it; standard coupons only.
    pub audience: Option<Audience>,
    /// The customer of a chat coupon.
    pub customer: Option<String>,
    /// The code that customers enter.
    pub full_claim_code: Option<String>,
    /// How many products it names; none: the whole shop, or not known.
    pub products: Option<u32>,
    /// Where it comes from; none for a draft.
    pub origin: Option<CouponOrigin>,
    /// Why it is flagged, in words: live, and the plan did not create it (CP-26).
    pub flag: Option<String>,
    /// What it can still cost (CP-26); none for a draft.
    pub liability: Option<Liability>,
    /// What it was estimated to cost when it was saved; none for drafts and for coupons that were
    /// not created here (CP-28).
    pub estimated_spend: Option<Money>,
    /// What it brought (CP-28).
    pub results: Option<CouponResults>,
}

/// One coupon with all that happened to it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CouponDetail {
    /// The coupon.
    pub coupon: SellerCoupon,
    /// The coupon in a line.
    pub line: CouponLine,
    /// Its terms in words, as label and value.
    pub terms: Vec<CouponTermWords>,
    /// What can be done with it now.
    pub may: CouponMay,
    /// What it was estimated to cost when it was saved; none for coupons that were imported.
    pub estimated_spend: Option<Money>,
    /// What happened, the latest first (CP-25).
    pub history: Vec<CouponEventView>,
}

/// A term of a coupon in words.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CouponTermWords {
    /// The field.
    pub field: CouponField,
    /// Its name.
    pub name: String,
    /// Its value.
    pub value: String,
}

/// What can be done with a coupon now.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CouponMay {
    /// Fields that can be edited; empty: none.
    pub edit: Vec<CouponField>,
    /// End or cancel it.
    pub deactivate: bool,
    /// Note that it was sent; chat coupons only.
    pub send: bool,
}

/// Something that happened to a coupon.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CouponEventView {
    /// When.
    #[ts(type = "string")]
    pub at: Instant,
    /// What, in words.
    pub what: String,
    /// What changed, from what to what.
    pub changes: Vec<CouponFieldChange>,
    /// Rules whose warnings were acknowledged with it.
    pub acknowledged: Vec<String>,
}

/// A field that changed.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CouponFieldChange {
    /// The field's name.
    pub name: String,
    /// The old value; empty: none.
    pub before: String,
    /// The new value; empty: none.
    pub after: String,
}

/// Does something with a coupon that cannot be taken back by editing.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CouponDo {
    /// The coupon.
    pub coupon_id: SellerCouponId,
    /// Ids of the rules whose warnings are acknowledged.
    pub acknowledged: Vec<String>,
}

/// A promo code to share, as text.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CouponCard {
    /// The shop.
    pub shop: String,
    /// The code that customers enter.
    pub full_claim_code: String,
    /// What it takes off, in a few words.
    pub headline: String,
    /// Conditions, a line each.
    pub lines: Vec<String>,
    /// All of it as one text to paste.
    pub text: String,
    /// Whether the code works now, in words; empty: it does.
    pub caution: String,
}

/// Asks for the coupons of a stretch of time.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CouponCalendarGet {
    /// The stretch of time.
    pub period: Period,
    /// Only this type.
    pub kind: Option<CouponKind>,
    /// The coupon that is being prepared, to see it among the others.
    pub draft: Option<CouponDraft>,
}

/// Coupons in a stretch of time.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CouponCalendar {
    /// The coupons, the first to begin first; of very many the first 1,000.
    pub coupons: Vec<CouponLine>,
    /// How many there are.
    pub total: u32,
    /// Periods that the book does not let overlap (CP-12, CP-16): the first hundred.
    pub overlaps: Vec<CouponOverlap>,
    /// When another new-customer coupon could begin at the earliest and last as long as it has to
    /// (CP-02); none: at any time.
    #[ts(type = "string | null")]
    pub new_customer_free_from: Option<Instant>,
    /// The same of another review coupon.
    #[ts(type = "string | null")]
    pub review_free_from: Option<Instant>,
}

/// Two coupons whose periods must not overlap.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CouponOverlap {
    /// The rule.
    pub rule: String,
    /// The one that begins first.
    pub first: SellerCouponId,
    /// The other one.
    pub second: SellerCouponId,
    /// When both could be claimed.
    pub period: Period,
    /// In words.
    pub words: String,
}

/// Asks which coupons a customer gets.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CouponCustomerTest {
    /// What is known of the customer.
    pub customer: CustomerRecord,
    /// When; none: now.
    #[ts(type = "string | null")]
    pub at: Option<Instant>,
    /// What the products of the order cost after product discounts, to see which coupon it would
    /// use; none: only who gets what.
    pub order_value: Option<Money>,
    /// The coupons; empty: all that are ongoing then.
    pub coupon_ids: Vec<SellerCouponId>,
    /// The coupon that is being prepared, to test it among the others.
    pub draft: Option<CouponDraft>,
}

/// Which coupons a customer gets.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CouponCustomerResult {
    /// When it was tested for.
    #[ts(type = "string")]
    pub at: Instant,
    /// Each coupon: those that the customer gets first.
    pub coupons: Vec<CouponForCustomer>,
    /// How many of them the customer gets.
    pub gets: u32,
    /// The coupon that the order would use; none where none applies or no order was given (CP-23).
    pub used: Option<CouponUsed>,
    /// What is to be known beside it, in words (CP-23).
    pub notes: Vec<String>,
}

/// The coupon that an order would use.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CouponUsed {
    /// The coupon.
    pub coupon_id: SellerCouponId,
    /// What it takes off.
    pub takes_off: Money,
}

/// Whether a customer gets a coupon.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CouponForCustomer {
    /// The coupon.
    pub coupon: CouponLine,
    /// Whether the customer can claim it then.
    pub gets: bool,
    /// Why, and why not.
    pub reasons: Vec<FindingView>,
}

/// Counts the words of a review as the platform does (CP-15).
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CouponReviewWords {
    /// The review.
    pub text: String,
}

/// The words of a review.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CouponReviewWordCount {
    /// How many.
    pub words: u32,
}

/// Reads customers' orders from a file that is open as an import of orders, its columns mapped.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CouponCustomerFile {
    /// The open import.
    pub import_id: String,
    /// The customer whose orders are wanted; empty: only say which there are.
    pub customer: String,
}

/// The customers of an order file.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CouponCustomersRead {
    /// Their names; of very many the first 500.
    pub customers: Vec<String>,
    /// How many there are.
    pub customer_count: u32,
    /// The wanted customer's orders; none while none was wanted or the file has none.
    pub record: Option<CustomerRecord>,
    /// Rows that could not be taken, in words; of very many the first 100.
    pub problems: Vec<String>,
}

/// Writes coupons and their codes to a CSV file.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CouponExport {
    /// Which ones.
    pub filter: CouponFilter,
    /// The file to write.
    pub path: String,
}

/// Writes the card of a promo code to a picture.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CouponCardSave {
    /// The picture: a PNG in Base64.
    pub png: String,
    /// The file to write.
    pub path: String,
}

/// The picture that was written.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CouponCardSaved {
    /// Where it is.
    pub path: String,
}
