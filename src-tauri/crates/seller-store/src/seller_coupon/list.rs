//! Lists of coupons: by words, type and state at a moment; by period.

use super::columns::{COLUMNS, WIDTH, read};
use crate::error::StoreError;
use crate::product::pattern;
use crate::taken_claim_code::code_key;
use crate::values::{instant_text, opt_text, parse_word, read_instant, read_money_opt, text, word};
use crate::view::View;
use rusqlite::{Row, named_params, params};
use seller_domain::seller_coupon::{CouponKind, CouponState, SellerCoupon};
use seller_domain::{Currency, Instant, Money, Period, SellerCouponId};
use seller_rulebook::coupon_cases::OtherCoupon;

/// A coupon in a list. The ids of the products that it names are not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// The coupon; where its scope is products, without their ids.
    pub coupon: SellerCoupon,
    /// How many products it names.
    pub products: u32,
    /// What it was estimated to cost when it was saved (CP-28).
    pub estimated_spend: Option<Money>,
}

/// What a list reads behind the coupon, in the order that [`listed`] expects.
const BEHIND: &str = "(SELECT count(*) FROM seller_coupon_product \
     WHERE coupon_id = seller_coupon.id), estimated_spend";

fn listed(row: &Row<'_>, currency: Currency) -> Result<Listed, StoreError> {
    Ok(Listed {
        coupon: read(row, currency)?,
        products: row.get(WIDTH)?,
        estimated_spend: read_money_opt(row, WIDTH + 1, currency)?,
    })
}

/// Which coupons a list shows. Everything named has to hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Part of a name, a claim code or a customer; taken literally; empty: all.
    pub text: String,
    /// Part of a claim code besides: the text without the shop's prefix.
    pub code: Option<String>,
    /// Only this type.
    pub kind: Option<CouponKind>,
    /// Only in this state at the moment that is asked for. Nothing stored is a draft.
    pub state: Option<CouponState>,
    /// Only those that the plan did not create.
    pub only_unplanned: bool,
}

/// The order of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// Live ones first, unplanned before planned, then the latest period.
    LiveFirst,
    /// As they begin.
    Start,
}

/// All coupons by state.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct StateCounts {
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

const LIVE: &str = "(deactivated_at IS NULL AND ends_at > :now)";

/// The same order as `CouponState::of`: deactivated, ended, upcoming, ongoing.
fn state_condition(state: Option<CouponState>) -> &'static str {
    match state {
        None => "1",
        Some(CouponState::Draft) => "0",
        Some(CouponState::Deactivated) => "deactivated_at IS NOT NULL",
        Some(CouponState::Ended) => "deactivated_at IS NULL AND ends_at <= :now",
        Some(CouponState::Upcoming) => {
            "deactivated_at IS NULL AND ends_at > :now AND starts_at > :now"
        }
        Some(CouponState::Ongoing) => {
            "deactivated_at IS NULL AND ends_at > :now AND starts_at <= :now"
        }
    }
}

fn condition(filter: &Filter) -> String {
    let unplanned = match filter.only_unplanned {
        true => "origin <> 'planned'",
        false => "1",
    };
    format!(
        ":now IS NOT NULL AND (:kind IS NULL OR kind = :kind) AND {unplanned} AND {} \
         AND (:text IS NULL OR name_key LIKE :text ESCAPE '\\' OR name LIKE :text ESCAPE '\\' \
           OR code_key LIKE :text ESCAPE '\\' OR customer LIKE :text ESCAPE '\\' \
           OR platform_id LIKE :text ESCAPE '\\' OR code_key LIKE :code ESCAPE '\\')",
        state_condition(filter.state)
    )
}

/// What the placeholders of [`condition`] stand for.
struct Wanted {
    now: String,
    kind: Option<String>,
    text: Option<String>,
    code: Option<String>,
}

impl Wanted {
    fn of(filter: &Filter, now: Instant) -> Result<Self, StoreError> {
        Ok(Self {
            now: instant_text(now),
            kind: filter
                .kind
                .map(|kind| word("type of coupon", &kind))
                .transpose()?,
            text: pattern(&filter.text.to_lowercase()),
            code: filter
                .code
                .as_deref()
                .and_then(|code| pattern(&code_key(code))),
        })
    }
}

/// A part of the coupons that `filter` lets through, as they stand at `now`.
pub fn page(
    view: &View<'_>,
    filter: &Filter,
    now: Instant,
    order: Order,
    (offset, limit): (u32, u32),
) -> Result<Vec<Listed>, StoreError> {
    let currency = view.currency()?;
    let order = match order {
        Order::LiveFirst => format!(
            "{LIVE} DESC, {LIVE} AND origin = 'addon' DESC, {LIVE} AND origin <> 'planned' DESC, \
             starts_at DESC, name_key, id"
        ),
        Order::Start => "starts_at, name_key, id".to_owned(),
    };
    let mut select = view.statement(&format!(
        "SELECT {COLUMNS}, {BEHIND} FROM seller_coupon WHERE {} ORDER BY {order} LIMIT :limit OFFSET :offset",
        condition(filter)
    ))?;
    let wanted = Wanted::of(filter, now)?;
    let mut rows = select.query(named_params! {
        ":now": wanted.now, ":kind": wanted.kind, ":text": wanted.text, ":code": wanted.code,
        ":limit": limit, ":offset": offset,
    })?;
    let mut page = Vec::new();
    while let Some(row) = rows.next()? {
        page.push(listed(row, currency)?);
    }
    Ok(page)
}

/// How many coupons `filter` lets through at `now`.
pub fn count(view: &View<'_>, filter: &Filter, now: Instant) -> Result<u32, StoreError> {
    let mut select = view.statement(&format!(
        "SELECT count(*) FROM seller_coupon WHERE {}",
        condition(filter)
    ))?;
    let wanted = Wanted::of(filter, now)?;
    Ok(select.query_row(
        named_params! {
            ":now": wanted.now, ":kind": wanted.kind, ":text": wanted.text, ":code": wanted.code,
        },
        |row| row.get(0),
    )?)
}

/// All coupons by their state at `now`.
pub fn counts(view: &View<'_>, now: Instant) -> Result<StateCounts, StoreError> {
    let by = |state| state_condition(Some(state));
    let mut select = view.statement(&format!(
        "SELECT coalesce(sum({}), 0), coalesce(sum({}), 0), coalesce(sum({}), 0), \
         coalesce(sum({}), 0), coalesce(sum({LIVE} AND origin <> 'planned'), 0), \
         coalesce(sum({LIVE} AND origin = 'addon'), 0) FROM seller_coupon",
        by(CouponState::Upcoming),
        by(CouponState::Ongoing),
        by(CouponState::Ended),
        by(CouponState::Deactivated),
    ))?;
    Ok(
        select.query_row(named_params! { ":now": instant_text(now) }, |row| {
            Ok(StateCounts {
                upcoming: row.get(0)?,
                ongoing: row.get(1)?,
                ended: row.get(2)?,
                deactivated: row.get(3)?,
                unplanned: row.get(4)?,
                addon: row.get(5)?,
            })
        })?,
    )
}

/// The coupons that share a moment with `period`, those deactivated left out; the first to begin
/// first, at most `limit` of them, and how many there are.
pub fn in_period(
    view: &View<'_>,
    period: Period,
    kind: Option<CouponKind>,
    limit: u32,
) -> Result<(Vec<Listed>, u32), StoreError> {
    let currency = view.currency()?;
    let kind = kind.map(|kind| word("type of coupon", &kind)).transpose()?;
    let (start, end) = (instant_text(period.start), instant_text(period.end));
    let which = "ends_at > ?1 AND starts_at < ?2 AND deactivated_at IS NULL \
                 AND (?3 IS NULL OR kind = ?3)";
    let total = view
        .statement(&format!("SELECT count(*) FROM seller_coupon WHERE {which}"))?
        .query_row(params![start, end, kind], |row| row.get(0))?;
    let mut select = view.statement(&format!(
        "SELECT {COLUMNS}, {BEHIND} FROM seller_coupon WHERE {which} ORDER BY starts_at, name_key, id LIMIT ?4"
    ))?;
    let mut rows = select.query(params![start, end, kind, limit])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(listed(row, currency)?);
    }
    Ok((found, total))
}

/// Which coupons are looked at whole beside another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beside {
    /// Upcoming and ongoing ones of the types that are active one at a time (CP-12, CP-16).
    OneAtATime,
    /// Addon coupons, also those that are over (CP-26).
    Addons,
}

/// Coupons without the ids of their products.
pub fn beside(
    view: &View<'_>,
    which: Beside,
    now: Instant,
) -> Result<Vec<SellerCoupon>, StoreError> {
    let currency = view.currency()?;
    let condition = match which {
        Beside::OneAtATime => {
            "deactivated_at IS NULL AND ends_at > :now \
             AND (kind = 'review' OR (kind = 'standard' AND audience = 'new'))"
        }
        Beside::Addons => "origin = 'addon' AND :now IS NOT NULL",
    };
    let mut select = view.statement(&format!(
        "SELECT {COLUMNS} FROM seller_coupon WHERE {condition} ORDER BY id"
    ))?;
    let mut rows = select.query(named_params! { ":now": instant_text(now) })?;
    let mut coupons = Vec::new();
    while let Some(row) = rows.next()? {
        coupons.push(read(row, currency)?);
    }
    Ok(coupons)
}

/// All coupons as the check of another one sees them at `now`. It runs with every key that is
/// typed, so no more is read than it looks at.
pub fn others(view: &View<'_>, now: Instant) -> Result<Vec<OtherCoupon>, StoreError> {
    let mut select = view.statement(
        "SELECT id, name, kind, audience, starts_at, ends_at, claim_code, \
         deactivated_at IS NOT NULL FROM seller_coupon ORDER BY id",
    )?;
    let mut rows = select.query([])?;
    let mut coupons = Vec::new();
    while let Some(row) = rows.next()? {
        let period = Period::new(read_instant(row, 4)?, read_instant(row, 5)?);
        coupons.push(OtherCoupon {
            id: SellerCouponId::new(text(row, 0)?),
            name: row.get(1)?,
            kind: parse_word("type of coupon", text(row, 2)?)?,
            audience: opt_text(row, 3)?
                .map(|word| parse_word("audience", word))
                .transpose()?,
            period,
            state: CouponState::of(period, row.get(7)?, now),
            claim_code: row.get(6)?,
        });
    }
    Ok(coupons)
}
