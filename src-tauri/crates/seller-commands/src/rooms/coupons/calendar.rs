//! Coupons in a stretch of time, with the overlaps that the book refuses (CP-12, CP-16).

use super::list::{Lines, alone};
use super::{as_planned, policy, shop_of, words};
use crate::context::Context;
use crate::desk::Desk;
use crate::error::{Answer, CommandError};
use crate::wire::coupon_book::{CouponCalendar, CouponCalendarGet, CouponLine, CouponOverlap};
use seller_domain::seller_coupon::{Audience, CouponKind, SellerCoupon};
use seller_domain::{Instant, Period};
use seller_store::seller_coupon::{self, Beside, Listed};

/// So many coupons are drawn.
const MOST: u32 = 1_000;
/// So many overlaps are said, the earliest first.
const MOST_OVERLAPS: usize = 100;

pub(crate) fn coupon_calendar(
    desk: &Desk,
    context: &Context,
    request: CouponCalendarGet,
) -> Answer<CouponCalendar> {
    let period = request.period;
    if !period.is_forward() {
        return Err(CommandError::invalid(
            "period.end",
            context.say(
                "The stretch of time ends before it begins.",
                "时间段的结束早于开始。",
            ),
            context.say("Choose a later end.", "请选择更晚的结束时间。"),
        ));
    }
    desk.read(context, |view| {
        let lines = Lines::new(view, context)?;
        if let Some(draft) = &request.draft {
            shop_of(view, context, draft)?;
        }
        let planned = request
            .draft
            .as_ref()
            .and_then(|draft| as_planned(draft, context));
        let (listed, total) = seller_coupon::in_period(view, period, request.kind, MOST)?;
        let is_other = |coupon: &SellerCoupon| {
            planned
                .as_ref()
                .is_none_or(|planned| planned.id != coupon.id)
        };
        let mut coupons: Vec<CouponLine> = listed
            .iter()
            .filter(|Listed { coupon, .. }| is_other(coupon))
            .map(|listed| lines.line(listed))
            .collect();
        let mut all = seller_coupon::beside(view, Beside::OneAtATime, context.now)?;
        all.retain(is_other);
        let least = policy(&lines.shop, context).count("coupon.claim_period_days_at_least");
        let zone = lines.shop.time_zone;
        let shortest = |start| zone.days_after(start, least.unwrap_or_default());
        let free_from = |alone| free_from(&all, alone, context.now, shortest);
        let (new_customer_free_from, review_free_from) =
            (free_from(Alone::NewCustomer), free_from(Alone::Review));
        all.extend(planned.clone());
        if let Some(planned) = planned.filter(|planned| planned.terms.period.overlaps(period)) {
            coupons.push(lines.line(&alone(planned)));
            coupons.sort_by_key(|line| line.period.map(|period| period.start));
        }
        Ok(CouponCalendar {
            total,
            coupons,
            overlaps: overlaps(&all, period, &lines, context),
            new_customer_free_from,
            review_free_from,
        })
    })
}

/// Coupons of which one at a time is active.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Alone {
    NewCustomer,
    Review,
}

impl Alone {
    fn of(coupon: &SellerCoupon) -> Option<Self> {
        match (coupon.terms.kind, coupon.terms.audience) {
            (CouponKind::Standard, Some(Audience::New)) => Some(Self::NewCustomer),
            (CouponKind::Review, _) => Some(Self::Review),
            _ => None,
        }
    }

    fn rule(self) -> &'static str {
        match self {
            Self::NewCustomer => "CP-12",
            Self::Review => "CP-16",
        }
    }
}

/// The first moment after now from which on another one has room for the shortest claim period
/// (CP-02) before the next of them begins; none: it is now.
fn free_from(
    coupons: &[SellerCoupon],
    alone: Alone,
    now: Instant,
    shortest: impl Fn(Instant) -> Instant,
) -> Option<Instant> {
    let mut busy: Vec<Period> = coupons
        .iter()
        .filter(|coupon| Alone::of(coupon) == Some(alone))
        .map(|coupon| coupon.terms.period)
        .collect();
    busy.sort_by_key(|period| period.start);
    let mut free = now;
    for period in busy {
        if period.end > free && period.start < shortest(free) {
            free = period.end;
        }
    }
    (free > now).then_some(free)
}

/// Pairs of live coupons that share a moment and must not, those in `shown`.
fn overlaps(
    coupons: &[SellerCoupon],
    shown: Period,
    lines: &Lines,
    context: &Context,
) -> Vec<CouponOverlap> {
    let mut alone: Vec<(Alone, &SellerCoupon)> = coupons
        .iter()
        .filter_map(|coupon| Some((Alone::of(coupon)?, coupon)))
        .collect();
    alone.sort_by_key(|(_, coupon)| (coupon.terms.period.start, coupon.id.clone()));
    let mut found = Vec::new();
    for (index, (kind, first)) in alone.iter().enumerate() {
        let until = first.terms.period.end;
        for (other, second) in &alone[index + 1..] {
            if second.terms.period.start >= until {
                break;
            }
            let both = Period::new(
                second.terms.period.start,
                until.min(second.terms.period.end),
            );
            if found.len() == MOST_OVERLAPS {
                return found;
            }
            if other == kind && both.is_forward() && both.overlaps(shown) {
                found.push(overlap(*kind, first, second, both, lines, context));
            }
        }
    }
    found
}

fn overlap(
    kind: Alone,
    first: &SellerCoupon,
    second: &SellerCoupon,
    both: Period,
    lines: &Lines,
    context: &Context,
) -> CouponOverlap {
    let when = words::period(both, lines.shop.time_zone);
    let (one, other) = (&first.terms.name, &second.terms.name);
    CouponOverlap {
        rule: kind.rule().to_owned(),
        first: first.id.clone(),
        second: second.id.clone(),
        period: both,
        words: match kind {
            Alone::NewCustomer => context.say(
                format!("{one} and {other} are both for new customers: {when}."),
                format!("{one} 与 {other} 均面向新顾客，时间重叠：{when}。"),
            ),
            Alone::Review => context.say(
                format!("{one} and {other} are both review coupons: {when}."),
                format!("{one} 与 {other} 均为评价优惠券，时间重叠：{when}。"),
            ),
        },
    }
}
