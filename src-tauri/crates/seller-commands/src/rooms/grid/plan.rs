//! The plan's money: what is left after every fee.

use crate::context::Context;
use crate::desk::Desk;
use crate::error::{Answer, CommandError};
use crate::rooms::funded::words_for_plan;
use crate::trouble::terms_words;
use crate::wire::drafts::{DraftPlan, FeeLine, PlanView, WorstOrder};
use crate::workbench::{Workbench, count, fee_key, fee_name, plain};
use seller_planner::Plan;
use seller_planner::plan::{Totals, plan_with};
use seller_rulebook::message::money_text;
use seller_store::funded_switch;

pub(crate) fn draft_plan(desk: &Desk, context: &Context, request: DraftPlan) -> Answer<PlanView> {
    desk.at_bench(context, &request.draft_id, |bench, cellar| {
        let timeline = cellar.read(funded_switch::timeline)?;
        let terms = bench.terms.as_ref().map_err(|missing| {
            CommandError::invalid(
                "fee_policy",
                terms_words(missing, context.language),
                context.say("Complete the campaign's terms.", "请补全活动条款。"),
            )
        })?;
        let plan = plan_with(&bench.draft, &bench.facts, terms);
        let mut view = plan_view(bench, context, &plan, request.risk_scenario);
        let (shop, running) = (&bench.facts.shop, bench.facts.campaign.running);
        let funded = words_for_plan(&timeline, shop, &bench.policy, running, context);
        view.in_plain_words.extend(funded);
        Ok(view)
    })
}

fn plan_view(bench: &Workbench, context: &Context, plan: &Plan, risk: bool) -> PlanView {
    let totals = if risk { &plan.risk } else { &plan.expected };
    PlanView {
        units: count(usize::try_from(plan.units).unwrap_or(usize::MAX)),
        sales: totals.sales,
        lines: lines(totals, context),
        payout: totals.payout,
        margin: totals.margin,
        margin_percent: totals.margin_percent,
        margin_at_retail: plan.at_retail.margin,
        margin_change: totals.margin_change_from(&plan.at_retail),
        skus_without_cost: count(plan.without_cost),
        skus_below_cost: count(if risk {
            plan.below_cost_at_worst
        } else {
            plan.below_cost
        }),
        worst_order: worst_order(bench, plan),
        in_plain_words: in_plain_words(context, plan),
    }
}

fn lines(totals: &Totals, context: &Context) -> Vec<FeeLine> {
    let mut lines = vec![
        plain(
            "sales",
            context.say("Sales at campaign prices", "按活动价的销售额"),
            totals.sales,
        ),
        plain(
            "extra_discount",
            context.say("Extra discounts", "额外折扣"),
            -totals.extra_discount,
        ),
        plain(
            "coupon_seller_share",
            context.say("Your share of coupons", "优惠券商家承担"),
            -totals.coupon_seller_share,
        ),
        plain("tax", context.say("Tax", "税"), -totals.tax),
    ];
    lines.extend(
        totals
            .fees
            .iter()
            .map(|fee| plain(fee_key(fee.name), fee_name(fee.name, context), -fee.amount)),
    );
    lines.push(plain(
        "shipping_cost",
        context.say("Shipping", "运费成本"),
        -totals.shipping_cost,
    ));
    lines.push(plain(
        "payout",
        context.say("Payout", "结算金额"),
        totals.payout,
    ));
    if let Some(cost) = totals.unit_cost {
        lines.push(plain(
            "unit_cost",
            context.say("Cost of goods", "商品成本"),
            -cost,
        ));
    }
    if let Some(margin) = totals.margin {
        lines.push(plain(
            "margin",
            context.say("Left over", "剩余利润"),
            margin,
        ));
    }
    lines.retain(|line| {
        !line.amount.is_zero() || matches!(line.key.as_str(), "sales" | "payout" | "margin")
    });
    lines
}

fn worst_order(bench: &Workbench, plan: &Plan) -> Option<WorstOrder> {
    let worst = plan.worst_order.as_ref()?;
    let known = bench.facts.products.get(&worst.product_id);
    Some(WorstOrder {
        sku_id: worst.sku_id.clone(),
        title: known
            .map(|known| known.product.title.clone())
            .unwrap_or_default(),
        customer_pays: worst.order.customer_payment,
        payout: worst.order.payout,
        margin: worst.order.margin,
    })
}

fn in_plain_words(context: &Context, plan: &Plan) -> Vec<String> {
    let mut words = Vec::new();
    if let Some(worst) = &plan.worst_order {
        let (pays, left) = (
            money_text(worst.order.customer_payment),
            money_text(worst.order.payout),
        );
        words.push(context.say(
            format!("The worst single order: the customer pays {pays}, you are paid {left}."),
            format!("最差的单笔订单：买家支付 {pays}，您到手 {left}。"),
        ));
    }
    if plan.below_cost > 0 {
        words.push(context.say(
            format!(
                "{} SKUs are sold below cost on an ordinary order.",
                plan.below_cost
            ),
            format!("{} 个 SKU 在普通订单中低于成本销售。", plan.below_cost),
        ));
    }
    if plan.below_cost_at_worst > plan.below_cost {
        words.push(context.say(
            format!(
                "{} SKUs lose money when a customer uses the costliest coupon.",
                plan.below_cost_at_worst
            ),
            format!(
                "买家使用最贵的优惠券时，{} 个 SKU 会亏损。",
                plan.below_cost_at_worst
            ),
        ));
    }
    if let (Some(now), Some(retail)) = (plan.expected.margin, plan.at_retail.margin) {
        let (now, retail) = (money_text(now), money_text(retail));
        words.push(context.say(
            format!(
                "The same units would leave {retail} at retail prices; the campaign leaves {now}."
            ),
            format!("同样的数量按零售价可剩 {retail}，参加活动剩 {now}。"),
        ));
    }
    if plan.without_cost > 0 {
        words.push(context.say(
            format!(
                "{} SKUs have no unit cost and are not in the margin.",
                plan.without_cost
            ),
            format!("{} 个 SKU 没有成本，未计入利润。", plan.without_cost),
        ));
    }
    words
}
