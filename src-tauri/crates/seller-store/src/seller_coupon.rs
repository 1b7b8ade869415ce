//! Seller coupons: planned here, imported, or created by the platform (CP).
//!
//! A coupon that is planned here is stored as the rulebook accepted it
//! ([`insert`], [`update`]). What the platform already has is recorded as it is
//! ([`record`]): no rule can refuse what is there.

mod columns;
mod list;

pub use list::{
    Beside, Filter, Listed, Order, StateCounts, beside, count, counts, in_period, others, page,
};

use crate::coupon_event::{self, Act};
use crate::error::StoreError;
use crate::taken_claim_code::code_key;
use crate::values::{instant_text, minor_opt, opt_text, read_money_opt};
use crate::view::{Tx, View};
use columns::{COLUMNS, read, write};
use rusqlite::params;
use seller_domain::seller_coupon::{CouponOrigin, CouponScope, SellerCoupon};
use seller_domain::{Instant, Money, ProductId, SellerCouponId};
use seller_rulebook::Accepted;

/// The coupon with this id.
pub fn find(view: &View<'_>, id: &SellerCouponId) -> Result<Option<SellerCoupon>, StoreError> {
    one(view, "id = ?1", id.as_str())
}

/// The coupon with this id, which has to be there.
///
/// # Errors
/// [`StoreError::Absent`].
pub fn require(view: &View<'_>, id: &SellerCouponId) -> Result<SellerCoupon, StoreError> {
    find(view, id)?.ok_or_else(|| StoreError::absent("coupon", id))
}

/// The coupon that the platform knows under this id.
pub fn by_platform_id(
    view: &View<'_>,
    platform_id: &str,
) -> Result<Option<SellerCoupon>, StoreError> {
    one(view, "platform_id = ?1", platform_id)
}

/// The coupons with this name, ignoring case, the latest first.
pub fn by_name(view: &View<'_>, name: &str) -> Result<Vec<SellerCoupon>, StoreError> {
    let which = "name_key = ?1 ORDER BY starts_at DESC, id";
    all(view, which, &name_key(name))
}

/// The promo code that is upcoming or ongoing at `now` under this claim code, ignoring case.
pub fn by_live_code(
    view: &View<'_>,
    claim_code: &str,
    now: Instant,
) -> Result<Option<SellerCoupon>, StoreError> {
    let now = instant_text(now);
    let which = format!(
        "code_key = ?1 AND deactivated_at IS NULL AND ends_at > '{now}' ORDER BY starts_at, id LIMIT 1"
    );
    one(view, &which, &code_key(claim_code))
}

fn one(view: &View<'_>, which: &str, key: &str) -> Result<Option<SellerCoupon>, StoreError> {
    Ok(all(view, which, key)?.into_iter().next())
}

fn all(view: &View<'_>, which: &str, key: &str) -> Result<Vec<SellerCoupon>, StoreError> {
    let currency = view.currency()?;
    let mut found = Vec::new();
    {
        let mut select = view.statement(&format!(
            "SELECT {COLUMNS} FROM seller_coupon WHERE {which}"
        ))?;
        let mut rows = select.query([key])?;
        while let Some(row) = rows.next()? {
            found.push(read(row, currency)?);
        }
    }
    found
        .into_iter()
        .map(|coupon| with_products(view, coupon))
        .collect()
}

/// Reads the products that the coupon names.
fn with_products(view: &View<'_>, mut coupon: SellerCoupon) -> Result<SellerCoupon, StoreError> {
    if let CouponScope::Products { ids } = &mut coupon.terms.scope {
        *ids = products(view, &coupon.id)?;
    }
    Ok(coupon)
}

/// The products that a coupon names, in the order of their ids.
pub fn products(view: &View<'_>, id: &SellerCouponId) -> Result<Vec<ProductId>, StoreError> {
    let mut select = view.statement(
        "SELECT product_id FROM seller_coupon_product WHERE coupon_id = ?1 ORDER BY product_id",
    )?;
    let found = select.query_map([id.as_str()], |row| row.get::<_, String>(0))?;
    found.map(|id| Ok(ProductId::from(id?))).collect()
}

/// What a coupon was estimated to cost when it was saved.
pub fn estimated_spend(view: &View<'_>, id: &SellerCouponId) -> Result<Option<Money>, StoreError> {
    let currency = view.currency()?;
    let mut select = view.statement("SELECT estimated_spend FROM seller_coupon WHERE id = ?1")?;
    let mut rows = select.query([id.as_str()])?;
    match rows.next()? {
        Some(row) => read_money_opt(row, 0, currency),
        None => Ok(None),
    }
}

/// The id that the platform has for a coupon.
pub fn platform_id(view: &View<'_>, id: &SellerCouponId) -> Result<Option<String>, StoreError> {
    let mut select = view.statement("SELECT platform_id FROM seller_coupon WHERE id = ?1")?;
    let mut rows = select.query([id.as_str()])?;
    match rows.next()? {
        Some(row) => Ok(opt_text(row, 0)?.map(str::to_owned)),
        None => Ok(None),
    }
}

/// Stores a new coupon that the rulebook has accepted.
///
/// # Errors
/// [`StoreError::CodeInUse`] where a live promo code has its claim code; the rulebook says that
/// first.
pub fn insert(
    tx: &Tx<'_>,
    accepted: &Accepted<SellerCoupon>,
    estimated_spend: Option<Money>,
) -> Result<(), StoreError> {
    let coupon = accepted.get();
    require_free_code(tx, coupon)?;
    put(tx, coupon)?;
    tx.statement("UPDATE seller_coupon SET estimated_spend = ?2 WHERE id = ?1")?
        .execute(params![
            coupon.id.as_str(),
            minor_opt("the estimated spend", estimated_spend, tx.currency()?)?
        ])?;
    let acknowledged = accepted.acknowledged().iter().copied();
    coupon_event::add(tx, &coupon.id, Act::Created, None, acknowledged)
}

/// Stores the change of a coupon that the rulebook has accepted: an edit, its deactivation, its
/// sending. Returns whether it changed anything.
///
/// # Errors
/// [`StoreError::Absent`], and [`StoreError::CodeInUse`] as [`insert`].
pub fn update(
    tx: &Tx<'_>,
    accepted: &Accepted<SellerCoupon>,
    act: Act,
) -> Result<bool, StoreError> {
    let coupon = accepted.get();
    let before = require(tx, &coupon.id)?;
    if before == *coupon {
        return Ok(false);
    }
    require_free_code(tx, coupon)?;
    put(tx, coupon)?;
    let terms = (before.terms != coupon.terms).then_some(&before.terms);
    let acknowledged = accepted.acknowledged().iter().copied();
    coupon_event::add(tx, &coupon.id, act, terms, acknowledged)?;
    Ok(true)
}

/// Records a coupon as the platform has it, or what its list newly says of one. Returns whether
/// that changed anything.
pub fn record(
    tx: &Tx<'_>,
    coupon: &SellerCoupon,
    platform_id: Option<&str>,
    act: Act,
) -> Result<bool, StoreError> {
    let before = find(tx, &coupon.id)?;
    let named = before.is_some() && self::platform_id(tx, &coupon.id)?.as_deref() == platform_id;
    if before.as_ref() == Some(coupon) && (platform_id.is_none() || named) {
        return Ok(false);
    }
    put(tx, coupon)?;
    if platform_id.is_some() {
        tx.statement("UPDATE seller_coupon SET platform_id = ?2 WHERE id = ?1")?
            .execute(params![coupon.id.as_str(), platform_id])?;
    }
    let terms = before
        .as_ref()
        .map(|before| &before.terms)
        .filter(|terms| **terms != coupon.terms);
    let is_news = before.is_none()
        || terms.is_some()
        || before
            .as_ref()
            .is_some_and(|before| before.deactivated_at != coupon.deactivated_at);
    if is_news {
        coupon_event::add(tx, &coupon.id, act, terms, std::iter::empty())?;
    }
    Ok(true)
}

fn put(tx: &Tx<'_>, coupon: &SellerCoupon) -> Result<(), StoreError> {
    write(tx, coupon)?;
    let wanted: &[ProductId] = match &coupon.terms.scope {
        CouponScope::Products { ids } => ids,
        CouponScope::WholeShop | CouponScope::Unstated => &[],
    };
    let mut sorted: Vec<&ProductId> = wanted.iter().collect();
    sorted.sort_unstable();
    sorted.dedup();
    if products(tx, &coupon.id)?.iter().eq(sorted.iter().copied()) {
        return Ok(());
    }
    tx.statement("DELETE FROM seller_coupon_product WHERE coupon_id = ?1")?
        .execute([coupon.id.as_str()])?;
    let mut insert =
        tx.statement("INSERT INTO seller_coupon_product (coupon_id, product_id) VALUES (?1, ?2)")?;
    for product in sorted {
        insert.execute([coupon.id.as_str(), product.as_str()])?;
    }
    Ok(())
}

/// A code belongs to one upcoming or ongoing promo code at a time (CP-21).
fn require_free_code(tx: &Tx<'_>, coupon: &SellerCoupon) -> Result<(), StoreError> {
    let Some(code) = &coupon.terms.claim_code else {
        return Ok(());
    };
    if !coupon.is_live(tx.now()) || coupon.origin != CouponOrigin::Planned {
        return Ok(());
    }
    let mut select = tx.statement(
        "SELECT name FROM seller_coupon WHERE code_key = ?1 AND id <> ?2 \
         AND deactivated_at IS NULL AND ends_at > ?3",
    )?;
    let mut rows = select.query(params![
        code_key(code),
        coupon.id.as_str(),
        instant_text(tx.now())
    ])?;
    match rows.next()? {
        None => Ok(()),
        Some(row) => Err(StoreError::CodeInUse {
            claim_code: code.clone(),
            coupon: row.get(0)?,
        }),
    }
}

/// What names are compared by: they differ in more than case and blanks around them.
pub(crate) fn name_key(name: &str) -> String {
    name.trim().to_lowercase()
}
