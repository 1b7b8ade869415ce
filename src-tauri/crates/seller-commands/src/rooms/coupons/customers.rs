//! Who gets it: which coupons a customer can claim, and why not the others (CP-11, CP-13 …
//! CP-17, CP-23).

mod order_file;

pub(crate) use order_file::coupon_customer_file;

use super::list::{Lines, alone};
use super::{as_planned, policy, require_currency, shop_of};
use crate::context::Context;
use crate::desk::Desk;
use crate::error::{Answer, CommandError};
use crate::trouble::Trouble;
use crate::views::Views;
use crate::wire::coupon_book::{
    CouponCustomerResult, CouponCustomerTest, CouponForCustomer, CouponReviewWordCount,
    CouponReviewWords, CouponUsed,
};
use seller_domain::Instant;
use seller_domain::seller_coupon::{CouponScope, CouponState, SellerCoupon, words_in};
use seller_planner::seller_coupon::{WhoGetsIt, who_gets_it};
use seller_rulebook::message::count_text;
use seller_store::seller_coupon::{self, Filter, Order};
use seller_store::{View, shop};

/// So many coupons are tested at once.
const MOST: u32 = 500;

pub(crate) fn coupon_customer_test(
    desk: &Desk,
    context: &Context,
    request: CouponCustomerTest,
) -> Answer<CouponCustomerResult> {
    desk.read(context, |view| {
        let shop = match &request.draft {
            Some(draft) => shop_of(view, context, draft)?,
            None => shop::require(view)?,
        };
        require_currency(&shop, "order_value", request.order_value, context)?;
        let at = request.at.unwrap_or(context.now);
        let then = Context {
            now: at,
            ..*context
        };
        let (coupons, left_out) = tested(view, context, &request, at)?;
        let WhoGetsIt { decisions, used } = who_gets_it(
            &coupons,
            &request.customer,
            request.order_value,
            &policy(&shop, &then),
            (at, shop.time_zone),
        );
        let lines = Lines::new(view, &then)?;
        let mut views = Views::new(context.scribe(&shop));
        let mut shown: Vec<CouponForCustomer> = coupons
            .iter()
            .zip(&decisions)
            .map(|(coupon, decision)| CouponForCustomer {
                coupon: lines.line(&alone(coupon.clone())),
                gets: decision.gets,
                reasons: views.findings(&decision.reasons),
            })
            .collect();
        shown.sort_by_key(|line| !line.gets);
        let gets = shown.iter().filter(|line| line.gets).count();
        Ok(CouponCustomerResult {
            at,
            coupons: shown,
            gets: super::number(gets),
            used: used.map(|(coupon_id, takes_off)| CouponUsed {
                coupon_id,
                takes_off,
            }),
            notes: notes(gets, left_out, context),
        })
    })
}

/// The coupons that are tested, and how many more would have been.
fn tested(
    view: &View<'_>,
    context: &Context,
    request: &CouponCustomerTest,
    at: Instant,
) -> Result<(Vec<SellerCoupon>, u32), Trouble> {
    let mut coupons = Vec::new();
    let mut left_out = 0;
    if request.coupon_ids.is_empty() {
        let filter = Filter {
            state: Some(CouponState::Ongoing),
            ..Filter::default()
        };
        let total = seller_coupon::count(view, &filter, at)?;
        left_out = total.saturating_sub(MOST);
        for listed in seller_coupon::page(view, &filter, at, Order::Start, (0, MOST))? {
            coupons.push(whole(view, listed.coupon)?);
        }
    } else {
        for id in request.coupon_ids.iter().take(MOST as usize) {
            coupons.push(seller_coupon::require(view, id)?);
        }
    }
    if let Some(draft) = &request.draft {
        let planned = as_planned(draft, context).ok_or_else(|| unfinished(context))?;
        coupons.retain(|coupon| coupon.id != planned.id);
        coupons.insert(0, planned);
    }
    Ok((coupons, left_out))
}

fn whole(view: &View<'_>, mut coupon: SellerCoupon) -> Result<SellerCoupon, Trouble> {
    if let CouponScope::Products { ids } = &mut coupon.terms.scope {
        *ids = seller_coupon::products(view, &coupon.id)?;
    }
    Ok(coupon)
}

fn unfinished(context: &Context) -> CommandError {
    CommandError::invalid(
        "draft",
        context.say(
            "The coupon in the wizard lacks its period, discount or quantity.",
            "正在填写的优惠券缺少时间、优惠或数量。",
        ),
        context.say("Fill them in, then test it.", "请填写后再测试。"),
    )
}

fn notes(gets: usize, left_out: u32, context: &Context) -> Vec<String> {
    let mut said = Vec::new();
    if gets > 1 {
        said.push(context.say(
            "One order takes one coupon of the shop; the others stay for later orders.",
            "每个订单只能使用一张店铺优惠券，其余可留待以后的订单。",
        ));
    }
    if left_out > 0 {
        let left_out = count_text(left_out);
        said.push(context.say(
            format!("Only the first {MOST} ongoing coupons were tested, {left_out} were not."),
            format!("仅测试了前 {MOST} 张进行中的优惠券，另有 {left_out} 张未测试。"),
        ));
    }
    said
}

pub(crate) fn coupon_review_words(
    _: &Desk,
    _: &Context,
    request: CouponReviewWords,
) -> Answer<CouponReviewWordCount> {
    Ok(CouponReviewWordCount {
        words: super::number(words_in(&request.text)),
    })
}
