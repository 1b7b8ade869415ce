//! The row of a coupon.

use super::name_key;
use crate::error::StoreError;
use crate::taken_claim_code::code_key;
use crate::values::{
    instant_text, minor, minor_opt, opt_text, parse_word, points_opt, read_instant,
    read_instant_opt, read_money_opt, read_percent_opt, text, word,
};
use crate::view::Tx;
use rusqlite::{Row, params};
use seller_domain::campaign::CouponDiscount;
use seller_domain::seller_coupon::{
    AddonTrigger, Audience, ClaimLimit, CouponKind, CouponOrigin, CouponResults, CouponScope,
    CouponTerms, SellerCoupon, Validity,
};
use seller_domain::{Currency, Period, SellerCouponId};
use std::num::NonZeroU32;

/// In the order that [`read`] expects.
pub(super) const COLUMNS: &str = "id, kind, name, starts_at, ends_at, validity_days, \
     validity_start, validity_end, audience, customer, amount, rate, maximum_discount, \
     minimum_spend, quantity, claims_per_customer, scope, claim_code, origin, came_with, \
     recorded_at, deactivated_at, sent_at, claimed, used, sales, spend, results_as_of";

/// How many columns those are.
pub(super) const WIDTH: usize = 28;

/// A coupon, the products that it names not yet read.
pub(super) fn read(row: &Row<'_>, currency: Currency) -> Result<SellerCoupon, StoreError> {
    Ok(SellerCoupon {
        id: SellerCouponId::new(text(row, 0)?),
        terms: read_terms(row, currency)?,
        origin: read_origin(row)?,
        recorded_at: read_instant(row, 20)?,
        deactivated_at: read_instant_opt(row, 21)?,
        sent_at: read_instant_opt(row, 22)?,
        results: read_results(row, currency)?,
    })
}

fn read_terms(row: &Row<'_>, currency: Currency) -> Result<CouponTerms, StoreError> {
    let audience = opt_text(row, 8)?;
    let quantity: Option<u32> = row.get(14)?;
    let claims: Option<u32> = row.get(15)?;
    Ok(CouponTerms {
        kind: parse_word::<CouponKind>("type of coupon", text(row, 1)?)?,
        name: row.get(2)?,
        period: Period::new(read_instant(row, 3)?, read_instant(row, 4)?),
        validity: read_validity(row)?,
        audience: audience
            .map(|word| parse_word::<Audience>("audience", word))
            .transpose()?,
        customer: row.get(9)?,
        discount: read_discount(row, currency)?,
        minimum_spend: read_money_opt(row, 13, currency)?,
        quantity: quantity.and_then(NonZeroU32::new),
        claims_per_customer: claims.map(|times| match times {
            0 => ClaimLimit::Unlimited,
            times => ClaimLimit::AtMost { times },
        }),
        scope: match text(row, 16)? {
            "whole_shop" => CouponScope::WholeShop,
            "products" => CouponScope::Products { ids: Vec::new() },
            "unstated" => CouponScope::Unstated,
            other => return Err(StoreError::unreadable("scope of a coupon", other)),
        },
        claim_code: row.get(17)?,
    })
}

fn read_validity(row: &Row<'_>) -> Result<Option<Validity>, StoreError> {
    let days: Option<u32> = row.get(5)?;
    let dates = read_instant_opt(row, 6)?.zip(read_instant_opt(row, 7)?);
    Ok(match (days, dates) {
        (Some(days), _) => Some(Validity::DaysAfterClaim { days }),
        (None, Some((start, end))) => Some(Validity::Dates {
            period: Period::new(start, end),
        }),
        (None, None) => None,
    })
}

fn read_discount(row: &Row<'_>, currency: Currency) -> Result<CouponDiscount, StoreError> {
    match (
        read_money_opt(row, 10, currency)?,
        read_percent_opt(row, 11)?,
    ) {
        (Some(amount), _) => Ok(CouponDiscount::Fixed { amount }),
        (None, Some(rate)) => Ok(CouponDiscount::Percentage {
            rate,
            maximum: read_money_opt(row, 12, currency)?,
        }),
        (None, None) => Err(StoreError::unreadable("discount of a coupon", "none")),
    }
}

fn read_origin(row: &Row<'_>) -> Result<CouponOrigin, StoreError> {
    Ok(match text(row, 18)? {
        "planned" => CouponOrigin::Planned,
        "imported" => CouponOrigin::Imported,
        "addon" => CouponOrigin::Addon {
            came_with: opt_text(row, 19)?
                .map(|word| parse_word::<AddonTrigger>("what an addon coupon came with", word))
                .transpose()?,
        },
        other => return Err(StoreError::unreadable("origin of a coupon", other)),
    })
}

fn read_results(row: &Row<'_>, currency: Currency) -> Result<Option<CouponResults>, StoreError> {
    let Some(as_of) = read_instant_opt(row, 27)? else {
        return Ok(None);
    };
    Ok(Some(CouponResults {
        claimed: row.get(23)?,
        used: row.get(24)?,
        sales: read_money_opt(row, 25, currency)?,
        spend: read_money_opt(row, 26, currency)?,
        as_of,
    }))
}

/// Writes the row of a coupon; what only the store knows of it stays.
pub(super) fn write(tx: &Tx<'_>, coupon: &SellerCoupon) -> Result<(), StoreError> {
    let currency = tx.currency()?;
    let terms = &coupon.terms;
    let (days, dates) = match terms.validity {
        Some(Validity::DaysAfterClaim { days }) => (Some(days), None),
        Some(Validity::Dates { period }) => (None, Some(period)),
        None => (None, None),
    };
    let (amount, rate, maximum) = match terms.discount {
        CouponDiscount::Fixed { amount } => {
            (Some(minor("the amount", amount, currency)?), None, None)
        }
        CouponDiscount::Percentage { rate, maximum } => (
            None,
            points_opt("the percentage", Some(rate))?,
            minor_opt("the maximum discount", maximum, currency)?,
        ),
    };
    let (origin, came_with) = origin_words(coupon.origin)?;
    let results = coupon.results.as_ref();
    tx.statement(WRITE)?.execute(params![
        coupon.id.as_str(),
        word("type of coupon", &terms.kind)?,
        terms.name,
        instant_text(terms.period.start),
        instant_text(terms.period.end),
        days,
        dates.map(|period| instant_text(period.start)),
        dates.map(|period| instant_text(period.end)),
        terms
            .audience
            .map(|audience| word("audience", &audience))
            .transpose()?,
        terms.customer,
        amount,
        rate,
        maximum,
        minor_opt("the minimum spend", terms.minimum_spend, currency)?,
        terms.quantity.map(NonZeroU32::get),
        terms.claims_per_customer.map(|limit| match limit {
            ClaimLimit::AtMost { times } => times,
            ClaimLimit::Unlimited => 0,
        }),
        scope_word(&terms.scope),
        terms.claim_code,
        origin,
        came_with,
        instant_text(coupon.recorded_at),
        coupon.deactivated_at.map(instant_text),
        coupon.sent_at.map(instant_text),
        results.and_then(|results| results.claimed),
        results.and_then(|results| results.used),
        minor_opt(
            "the sales",
            results.and_then(|results| results.sales),
            currency
        )?,
        minor_opt(
            "the spend",
            results.and_then(|results| results.spend),
            currency
        )?,
        results.map(|results| instant_text(results.as_of)),
        name_key(&terms.name),
        terms.claim_code.as_deref().map(code_key),
    ])?;
    Ok(())
}

const WRITE: &str = "INSERT INTO seller_coupon (id, kind, name, starts_at, ends_at, validity_days, \
     validity_start, validity_end, audience, customer, amount, rate, maximum_discount, \
     minimum_spend, quantity, claims_per_customer, scope, claim_code, origin, came_with, \
     recorded_at, deactivated_at, sent_at, claimed, used, sales, spend, results_as_of, name_key, \
     code_key) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, \
     ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30) \
     ON CONFLICT (id) DO UPDATE SET kind = ?2, name = ?3, starts_at = ?4, ends_at = ?5, \
     validity_days = ?6, validity_start = ?7, validity_end = ?8, audience = ?9, customer = ?10, \
     amount = ?11, rate = ?12, maximum_discount = ?13, minimum_spend = ?14, quantity = ?15, \
     claims_per_customer = ?16, scope = ?17, claim_code = ?18, origin = ?19, came_with = ?20, \
     recorded_at = ?21, deactivated_at = ?22, sent_at = ?23, claimed = ?24, used = ?25, \
     sales = ?26, spend = ?27, results_as_of = ?28, name_key = ?29, code_key = ?30";

fn scope_word(scope: &CouponScope) -> &'static str {
    match scope {
        CouponScope::WholeShop => "whole_shop",
        CouponScope::Products { .. } => "products",
        CouponScope::Unstated => "unstated",
    }
}

fn origin_words(origin: CouponOrigin) -> Result<(&'static str, Option<String>), StoreError> {
    Ok(match origin {
        CouponOrigin::Planned => ("planned", None),
        CouponOrigin::Imported => ("imported", None),
        CouponOrigin::Addon { came_with } => (
            "addon",
            came_with
                .map(|trigger| word("what an addon coupon came with", &trigger))
                .transpose()?,
        ),
    })
}
