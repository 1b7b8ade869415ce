//! Coupons and their codes as CSV with stable columns, which imports again without loss.

use super::list::Lines;
use super::{kind_key, number};
use crate::context::Context;
use crate::desk::Desk;
use crate::error::{Answer, CommandError};
use crate::rooms::exports::flushed;
use crate::trouble::{Trouble, file_answer};
use crate::wire::coupon_book::CouponExport;
use crate::wire::exports::Exported;
use seller_domain::campaign::CouponDiscount;
use seller_domain::seller_coupon::{
    Audience, ClaimLimit, CouponOrigin, CouponScope, CouponState, SellerCoupon, Validity,
    full_claim_code,
};
use seller_exchange::atomic;
use seller_exchange::lists::{self, Value};
use seller_store::View;
use seller_store::seller_coupon::{self, Listed, Order};
use std::io::BufWriter;
use std::path::Path;

const COLUMNS: [&str; 30] = [
    "coupon_id",
    "coupon_name",
    "coupon_type",
    "coupon_status",
    "claim_start",
    "claim_end",
    "validity_days",
    "validity_start",
    "validity_end",
    "audience",
    "chat_customer",
    "currency",
    "coupon_amount",
    "coupon_percent",
    "maximum_discount",
    "minimum_spend",
    "coupon_quantity",
    "claims_per_customer",
    "applies_to",
    "product_count",
    "product_ids",
    "own_part_of_code",
    "full_claim_code",
    "origin",
    "claimed",
    "used",
    "coupon_sales",
    "coupon_spend",
    "results_as_of",
    "deactivated_at",
];

pub(crate) fn coupon_export(
    desk: &Desk,
    context: &Context,
    request: CouponExport,
) -> Answer<Exported> {
    let path = Path::new(&request.path);
    desk.read(context, |view| {
        let lines = Lines::new(view, context)?;
        let filter = lines.filter(&request.filter);
        let listed = seller_coupon::page(view, &filter, context.now, Order::Start, (0, u32::MAX))?;
        if listed.is_empty() {
            return Err(nothing(context).into());
        }
        let rows = listed
            .iter()
            .map(|listed| row(view, &lines, listed, context))
            .collect::<Result<Vec<_>, Trouble>>()?;
        let count = number(rows.len());
        let zone = lines.shop.time_zone;
        atomic::write(path, |file| {
            flushed(lists::evidence(BufWriter::new(file), &COLUMNS, rows, zone))
        })
        .map_err(|error| file_answer(path, &error, context.language))?;
        Ok(Exported {
            path: path.display().to_string(),
            rows: count,
            dropped: 0,
            notes: Vec::new(),
        })
    })
}

fn nothing(context: &Context) -> CommandError {
    CommandError::invalid(
        "filter",
        context.say("No coupon matches.", "没有符合条件的优惠券。"),
        context.say("Change the search or the filter.", "请更改搜索或筛选条件。"),
    )
}

fn row(
    view: &View<'_>,
    lines: &Lines,
    listed: &Listed,
    context: &Context,
) -> Result<Vec<Value>, Trouble> {
    let coupon = &listed.coupon;
    let terms = &coupon.terms;
    let text = |text: &str| Value::Text(text.to_owned());
    let money = |money: Option<seller_domain::Money>| money.map_or(Value::Empty, Value::Money);
    let count =
        |count: Option<u32>| count.map_or(Value::Empty, |count| Value::Number(count.into()));
    let moment = |at: Option<seller_domain::Instant>| at.map_or(Value::Empty, Value::Moment);
    let (days, dates) = match terms.validity {
        Some(Validity::DaysAfterClaim { days }) => (Some(days), None),
        Some(Validity::Dates { period }) => (None, Some(period)),
        None => (None, None),
    };
    let (amount, rate, maximum) = match terms.discount {
        CouponDiscount::Fixed { amount } => (Some(amount), None, None),
        CouponDiscount::Percentage { rate, maximum } => (None, Some(rate), maximum),
    };
    let id = seller_coupon::platform_id(view, &coupon.id)?;
    let results = coupon.results.as_ref();
    let full = terms
        .claim_code
        .as_deref()
        .map(|code| full_claim_code(&lines.prefix, code));
    Ok(vec![
        text(id.as_deref().unwrap_or(coupon.id.as_str())),
        text(&terms.name),
        text(kind_key(terms.kind)),
        text(status(coupon, context)),
        Value::Moment(terms.period.start),
        Value::Moment(terms.period.end),
        count(days),
        moment(dates.map(|period| period.start)),
        moment(dates.map(|period| period.end)),
        text(terms.audience.map_or("", audience)),
        text(terms.customer.as_deref().unwrap_or_default()),
        text(lines.shop.currency.code()),
        money(amount),
        rate.map_or(Value::Empty, Value::Percent),
        money(maximum),
        money(terms.minimum_spend),
        count(terms.quantity.map(|quantity| quantity.get())),
        match terms.claims_per_customer {
            Some(ClaimLimit::AtMost { times }) => Value::Number(times.into()),
            Some(ClaimLimit::Unlimited) => text("unlimited"),
            None => Value::Empty,
        },
        text(scope(&terms.scope)),
        match terms.scope {
            CouponScope::Products { .. } => Value::Number(listed.products.into()),
            CouponScope::WholeShop | CouponScope::Unstated => Value::Empty,
        },
        text(&products(view, coupon)?),
        text(terms.claim_code.as_deref().unwrap_or_default()),
        text(full.as_deref().unwrap_or_default()),
        text(origin(coupon.origin)),
        count(results.and_then(|results| results.claimed)),
        count(results.and_then(|results| results.used)),
        money(results.and_then(|results| results.sales)),
        money(results.and_then(|results| results.spend)),
        moment(results.map(|results| results.as_of)),
        moment(coupon.deactivated_at),
    ])
}

fn products(view: &View<'_>, coupon: &SellerCoupon) -> Result<String, Trouble> {
    let CouponScope::Products { .. } = coupon.terms.scope else {
        return Ok(String::new());
    };
    let ids = seller_coupon::products(view, &coupon.id)?;
    let ids: Vec<&str> = ids.iter().map(seller_domain::ProductId::as_str).collect();
    Ok(ids.join(" "))
}

fn status(coupon: &SellerCoupon, context: &Context) -> &'static str {
    match coupon.state(context.now) {
        CouponState::Draft => "draft",
        CouponState::Upcoming => "upcoming",
        CouponState::Ongoing => "ongoing",
        CouponState::Ended => "ended",
        CouponState::Deactivated => "deactivated",
    }
}

fn audience(audience: Audience) -> &'static str {
    match audience {
        Audience::All => "all",
        Audience::New => "new",
        Audience::Existing => "existing",
        Audience::Repeat => "repeat",
    }
}

fn scope(scope: &CouponScope) -> &'static str {
    match scope {
        CouponScope::WholeShop => "whole_shop",
        CouponScope::Products { .. } => "products",
        CouponScope::Unstated => "",
    }
}

fn origin(origin: CouponOrigin) -> &'static str {
    match origin {
        CouponOrigin::Planned => "planned",
        CouponOrigin::Imported => "imported",
        CouponOrigin::Addon { .. } => "addon",
    }
}
