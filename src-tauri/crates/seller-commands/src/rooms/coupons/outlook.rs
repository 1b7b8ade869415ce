//! What a coupon would do to the shop's money, said before it is saved: spend, the slip guard,
//! what freezes, addon coupons (CP-09, CP-26, CP-27).

mod prices;

use super::words::{field_name, moment};
use super::{codes, number, shape, shop_of, so_many};
use crate::context::Context;
use crate::desk::Desk;
use crate::error::Answer;
use crate::trouble::Trouble;
use crate::wire::common::Page;
use crate::wire::coupons::{
    CouponAddonOutlook, CouponBelowCost, CouponBelowCostPage, CouponConfirm, CouponLoss,
    CouponOutlook, CouponOutlookShown,
};
use seller_domain::seller_coupon::{
    AddonCoupons, CouponDraft, CouponField, CouponKind, CouponSpend,
};
use seller_domain::shop::Shop;
use seller_planner::seller_coupon::{
    AddonLiability, BelowCost, Confirmation, SlipGuard, SmallestOrder, Tenths, addon_liability,
    draft_spend, slip_guard,
};
use seller_rulebook::message::{count_text, money_text};
use seller_store::seller_coupon::{self, Beside};
use seller_store::{View, product, sku};

/// So many rows travel at once.
const MOST_ROWS: u32 = 500;

/// What the coupon does to the products of the catalogue as they stand.
pub(super) fn guard(
    view: &View<'_>,
    context: &Context,
    draft: &CouponDraft,
) -> Result<SlipGuard, Trouble> {
    let catalogue = prices::in_scope(view, context, draft)?;
    Ok(slip_guard(draft, &catalogue))
}

pub(crate) fn coupon_outlook(
    desk: &Desk,
    context: &Context,
    request: CouponOutlook,
) -> Answer<CouponOutlookShown> {
    desk.read(context, |view| {
        let draft = &request.draft;
        let shop = shop_of(view, context, draft)?;
        let guard = guard(view, context, draft)?;
        let spend = draft_spend(draft, shop.average_order_value);
        Ok(CouponOutlookShown {
            spend_words: spend_words(draft, spend, &shop, context),
            spend,
            plain_words: plain_words(&guard, context),
            below_cost: below_cost(&guard, context),
            confirm: guard.confirm.map(|wanted| confirm(wanted, context)),
            smallest_order: guard.smallest_order,
            buyer_pays: guard.buyer_pays,
            freezes: freezes(draft, &shop, context),
            addon: addon(view, draft, &shop, context)?,
            notes: notes(draft.kind, context),
        })
    })
}

fn spend_words(
    draft: &CouponDraft,
    spend: Option<CouponSpend>,
    shop: &Shop,
    context: &Context,
) -> Vec<String> {
    let Some((spend, quantity)) = spend.zip(draft.whole_quantity()) else {
        return vec![context.say(
            "Enter the discount and the quantity to see what the coupon can cost.",
            "填写优惠和数量后即可看到最多花费。",
        )];
    };
    let typical = [draft.minimum_spend, shop.average_order_value]
        .into_iter()
        .flatten()
        .max_by_key(|money| money.amount());
    let quantity = quantity.get();
    let all_used = match quantity {
        1 => "if it is used".to_owned(),
        _ => format!("if all {} are used", count_text(quantity)),
    };
    let quantity = count_text(quantity);
    let mut said = Vec::new();
    said.push(match (spend.estimated.map(money_text), typical) {
        (Some(cost), Some(order)) if draft.rate.is_some() => {
            let order = money_text(order);
            context.say(
                format!("Estimated: {cost}, {all_used} on orders of {order}."),
                format!("预计：若 {quantity} 张全部用于金额为 {order} 的订单，共花费 {cost}。"),
            )
        }
        (Some(cost), _) => context.say(
            format!("Estimated: {cost}, {all_used}."),
            format!("预计：若 {quantity} 张全部使用，共花费 {cost}。"),
        ),
        (None, _) => context.say(
            "No estimate: neither a minimum spend nor the average order value of the shop is known.",
            "无法预计：最低消费和店铺客单价均未知。",
        ),
    });
    said.push(match spend.worst.map(money_text) {
        Some(cost) => context.say(format!("At worst: {cost}."), format!("最多：{cost}。")),
        None => context.say(
            "At worst: without limit, since the percentage has no maximum discount.",
            "最多：没有上限，因为百分比未设最高优惠。",
        ),
    });
    said
}

/// The coupon in the words in which a slip shows.
fn plain_words(guard: &SlipGuard, context: &Context) -> Vec<String> {
    let smallest = guard
        .smallest_order
        .map(|order| order_words(order, context));
    let tenths = guard.buyer_pays.map(|tenths| tenths_words(tenths, context));
    smallest.into_iter().chain(tenths).collect()
}

fn order_words(order: SmallestOrder, context: &Context) -> String {
    let (value, pays) = (money_text(order.order_value), money_text(order.pays));
    if order.pays.is_positive() {
        context.say(
            format!("An order of {value} pays {pays}."),
            format!("{value} 的订单只需支付 {pays}。"),
        )
    } else {
        context.say(
            format!("An order of {value} pays nothing for its products."),
            format!("{value} 的订单无需为商品付款。"),
        )
    }
}

fn tenths_words(tenths: Tenths, context: &Context) -> String {
    let Tenths { off, pays, zhe } = tenths;
    context.say(
        format!("{off} % off: the buyer pays {pays} % ({zhe} 折)."),
        format!("减 {off} %：买家支付 {pays} %，即 {zhe} 折。"),
    )
}

fn below_cost(guard: &SlipGuard, context: &Context) -> CouponBelowCost {
    let at_campaign_price = guard
        .below_cost
        .iter()
        .filter(|sku| sku.campaign.is_some())
        .count();
    CouponBelowCost {
        products: number(guard.products_below_cost),
        skus: number(guard.below_cost.len()),
        at_campaign_price: number(at_campaign_price),
        cost_unknown: number(guard.cost_unknown),
        words: below_cost_words(guard, at_campaign_price, context),
    }
}

fn below_cost_words(guard: &SlipGuard, at_campaign_price: usize, context: &Context) -> Vec<String> {
    let mut said = Vec::new();
    let products = count_text(guard.products_below_cost);
    if let Some(worst) = guard.below_cost.first() {
        said.push(if at_campaign_price > 0 {
            context.say(
                format!("On {products} of your products this coupon, with the registered campaign price where there is one, goes below cost."),
                format!("您有 {products} 个商品使用此券（如有已报名的活动价则叠加）后低于成本。"),
            )
        } else {
            context.say(
                format!("On {products} of your products this coupon goes below cost."),
                format!("您有 {products} 个商品使用此券后低于成本。"),
            )
        });
        said.push(worst_words(worst, context));
    }
    let unknown = guard.cost_unknown;
    if unknown > 0 {
        said.push(context.say(
            format!(
                "The cost of {} is not known; nothing can be said of {}.",
                so_many(unknown, "SKU", "SKUs"),
                if unknown == 1 { "it" } else { "them" }
            ),
            format!("{} 个 SKU 的成本未知，无法判断。", count_text(unknown)),
        ));
    }
    said
}

fn worst_words(worst: &BelowCost, context: &Context) -> String {
    let sku = &worst.sku_id;
    let (units, pieces) = match worst.units {
        1 => ("1 unit pays".to_owned(), "costs"),
        units => (format!("{} units pay", count_text(units)), "cost"),
    };
    let counted = count_text(worst.units);
    let (pays, cost, loss) = (
        money_text(worst.pays),
        money_text(worst.cost),
        money_text(worst.loss),
    );
    context.say(
        format!("The most on SKU {sku}: {units} {pays} and {pieces} {cost}, a loss of {loss} before fees."),
        format!("亏损最多的是 SKU {sku}：{counted} 件收款 {pays}，成本 {cost}，未计费用已亏 {loss}。"),
    )
}

/// What has to be typed to confirm.
pub(super) fn confirm(wanted: Confirmation, context: &Context) -> CouponConfirm {
    let type_this = match wanted {
        Confirmation::Amount { amount } => amount.plain(),
        Confirmation::Rate { rate } => rate.to_string(),
    };
    CouponConfirm {
        words: context.say(
            format!("This coupon sells below cost. Type {type_this} to save it all the same."),
            format!("此券会低于成本销售。如仍要保存，请输入 {type_this}。"),
        ),
        type_this,
    }
}

/// What cannot be changed any more once the coupon is active.
fn freezes(draft: &CouponDraft, shop: &Shop, context: &Context) -> Vec<String> {
    let frozen: Vec<String> = draft
        .kind
        .fields()
        .into_iter()
        .filter(|field| shape::freezes(*field))
        .filter(|field| match field {
            CouponField::Amount => draft.rate.is_none(),
            CouponField::Rate | CouponField::MaximumDiscount => draft.amount.is_none(),
            _ => true,
        })
        .map(|field| field_name(field, draft.kind, context))
        .collect();
    let frozen = frozen.join(&context.say(", ", "、"));
    let mut said = vec![match draft.period {
        Some(period) => {
            let start = moment(period.start, shop.time_zone);
            context.say(
                format!("From {start} on these cannot be changed: {frozen}."),
                format!("自 {start} 起不能再修改：{frozen}。"),
            )
        }
        None => context.say(
            format!("Once it is active, these cannot be changed: {frozen}."),
            format!("生效后不能再修改：{frozen}。"),
        ),
    }];
    said.push(context.say(
        "The name can be changed, the end moved later and the quantity raised; deactivating is for good.",
        "名称仍可修改，结束时间只能延后，数量只能增加；停用后无法恢复。",
    ));
    said
}

fn addon(
    view: &View<'_>,
    draft: &CouponDraft,
    shop: &Shop,
    context: &Context,
) -> Result<Option<CouponAddonOutlook>, Trouble> {
    let coupons = seller_coupon::beside(view, Beside::Addons, context.now)?;
    let liability = addon_liability(&coupons, context.now, shop.currency);
    let may_appear =
        draft.kind == CouponKind::Standard && codes::addons(view)? == AddonCoupons::MayAppear;
    if !may_appear && liability.live == 0 {
        return Ok(None);
    }
    let mut words = Vec::new();
    if may_appear {
        words.push(context.say(
            "Beside a standard coupon the platform may create another one under your account, active at once, its name typically with \"addon\". Only your Account Manager or customer service can turn that off.",
            "创建普通优惠券时，平台可能在您的账号下自动创建另一张立即生效的优惠券，名称通常含有“addon”。只有客户经理或客服可以关闭此功能。",
        ));
        words.push(match liability.a_further_one.map(money_text) {
            Some(most) => context.say(
                format!("The costliest one that you have had could cost {most}."),
                format!("您曾有的此类优惠券中，最贵的一张最多花费 {most}。"),
            ),
            None => context.say(
                "What it would cost is not known: you have recorded none with a limit yet.",
                "其花费未知：您尚未记录过有上限的此类优惠券。",
            ),
        });
    }
    words.extend((liability.live > 0).then(|| live_addons(&liability, context)));
    Ok(Some(CouponAddonOutlook { liability, words }))
}

/// How many addon coupons are live, and what they can still cost.
fn live_addons(liability: &AddonLiability, context: &Context) -> String {
    let AddonLiability {
        live,
        without_limit,
        ..
    } = *liability;
    let cost = money_text(liability.at_most);
    let (shown, unlimited) = (count_text(live), count_text(without_limit));
    match (live, without_limit) {
        (1, 0) => context.say(
            format!("1 addon coupon is live; it can still cost {cost}."),
            format!("目前有 1 张 addon 优惠券有效，最多还会花费 {cost}。"),
        ),
        (1, _) => context.say(
            "1 addon coupon is live; what it can cost has no known limit.",
            "目前有 1 张 addon 优惠券有效，其花费没有已知上限。",
        ),
        (_, 0) => context.say(
            format!("{shown} addon coupons are live; they can still cost {cost}."),
            format!("目前有 {shown} 张 addon 优惠券有效，最多还会花费 {cost}。"),
        ),
        _ if live == without_limit => context.say(
            format!("{shown} addon coupons are live; what they can cost has no known limit."),
            format!("目前有 {shown} 张 addon 优惠券有效，其花费没有已知上限。"),
        ),
        _ => context.say(
            format!("{shown} addon coupons are live; {unlimited} of them without a known limit, the others can still cost {cost}."),
            format!("目前有 {shown} 张 addon 优惠券有效，其中 {unlimited} 张没有已知上限，其余最多还会花费 {cost}。"),
        ),
    }
}

fn notes(kind: CouponKind, context: &Context) -> Vec<String> {
    match kind {
        CouponKind::Review => vec![context.say(
            "Rewarded reviews carry the label \"Verified purchase Incentivized Review\".",
            "获得奖励的评价会带有“Verified purchase Incentivized Review”标签。",
        )],
        CouponKind::PromoCode => vec![
            context.say(
                "Promo codes are created on the desktop, not in the mobile app.",
                "优惠码只能在电脑端创建，不能在手机应用中创建。",
            ),
            context.say(
                "Codes of other sellers cannot be known here: if the platform refuses the code, note it as taken.",
                "此处无法得知其他卖家的代码：如平台拒绝，请将其记为已被占用。",
            ),
        ],
        CouponKind::Standard | CouponKind::Follower | CouponKind::Chat => Vec::new(),
    }
}

pub(crate) fn coupon_below_cost(
    desk: &Desk,
    context: &Context,
    request: CouponBelowCostPage,
) -> Answer<Page<CouponLoss>> {
    desk.read(context, |view| {
        shop_of(view, context, &request.draft)?;
        let guard = guard(view, context, &request.draft)?;
        let window = request.window;
        let total = number(guard.below_cost.len());
        let rows = guard
            .below_cost
            .into_iter()
            .skip(window.offset as usize)
            .take(window.limit.min(MOST_ROWS) as usize)
            .map(|figures| loss(view, figures))
            .collect::<Result<_, Trouble>>()?;
        Ok(Page { total, rows })
    })
}

fn loss(view: &View<'_>, figures: BelowCost) -> Result<CouponLoss, Trouble> {
    let title = product::find(view, &figures.product_id)?.map(|product| product.title);
    let variation = sku::find(view, &figures.sku_id)?.map(|sku| sku.variation);
    Ok(CouponLoss {
        title: title.unwrap_or_default(),
        variation: variation.unwrap_or_default(),
        figures,
    })
}
