//! Withdrawing: a product, a whole campaign, or the extra discount only (RG-18).

use super::{decided_at, decision, refuse_decided, refuse_over, unknown, wrong_state};
use crate::context::Context;
use crate::desk::Desk;
use crate::error::{Answer, CommandError};
use crate::trouble::Trouble;
use crate::wire::registrations::{
    Changed, RequestDecide, Withdraw, WithdrawalShown, WithdrawalView,
};
use seller_domain::ProductId;
use seller_domain::campaign::Campaign;
use seller_domain::registration::{Decision, WithdrawalScope};
use seller_rulebook::Param;
use seller_store::withdrawal::{self, Withdrawal};
use seller_store::{
    Summary, View, campaign, fresh_id, registration_product, registration_sku, shop,
};
use serde_json::json;
use std::collections::BTreeSet;

pub(crate) fn withdrawal_show(
    desk: &Desk,
    context: &Context,
    request: Withdraw,
) -> Answer<WithdrawalShown> {
    desk.read(context, |view| {
        let campaign = campaign::require(view, &request.campaign_id)?;
        let products = covered(view, context, &campaign, &request)?;
        let deadline = campaign.re_registration_ends();
        let comes_back = request.scope != WithdrawalScope::ExtraDiscount && context.now < deadline;
        let until = comes_back.then(|| {
            let shop = shop::require(view)?;
            Ok::<_, Trouble>(context.scribe(&shop).param(&Param::Instant(deadline)))
        });
        Ok(WithdrawalShown {
            products,
            can_register_again_until: comes_back.then_some(deadline),
            consequences: consequences(context, request.scope, until.transpose()?.as_deref()),
        })
    })
}

fn consequences(context: &Context, scope: WithdrawalScope, until: Option<&str>) -> Vec<String> {
    let takes_effect = context.say(
        "It takes effect when the platform approves it; until then prices and stock stay as registered.",
        "平台批准后才生效；在此之前，价格和库存保持报名时的状态。",
    );
    if scope == WithdrawalScope::ExtraDiscount {
        return vec![
            takes_effect,
            context.say(
                "The product stays in the campaign at its campaign price, without the extra discount.",
                "商品仍以活动价参加活动，只是不再有额外折扣。",
            ),
        ];
    }
    let again = match until {
        Some(until) => context.say(
            format!("The product can be registered again until {until}."),
            format!("可在 {until} 之前重新报名。"),
        ),
        None => context.say(
            "The deadline to register again has passed: the product cannot come back into this campaign.",
            "重新报名的截止时间已过，商品无法再参加本次活动。",
        ),
    };
    vec![
        takes_effect,
        context.say(
            "Orders placed before the approval keep their campaign fee; orders after it pay none.",
            "批准前的订单仍收取活动服务费，批准后的订单不再收取。",
        ),
        context.say(
            "The stock set aside becomes free with the approval.",
            "批准后，预留的活动库存会释放。",
        ),
        again,
    ]
}

pub(crate) fn withdrawal_request(
    desk: &Desk,
    context: &Context,
    request: Withdraw,
) -> Answer<WithdrawalView> {
    desk.write(context, "withdrawal_request", |tx| {
        let campaign = campaign::require(tx, &request.campaign_id)?;
        covered(tx, context, &campaign, &request)?;
        let products: BTreeSet<ProductId> = request.product_ids.iter().cloned().collect();
        let products: Vec<ProductId> = products.into_iter().collect();
        let id = fresh_id(context.now);
        let asked = withdrawal::insert(tx, &id, &campaign.id, request.scope, &products)?;
        tx.summarise(Summary::with(
            "withdrawal_request",
            json!({ "products": asked.products.len() }),
        ));
        Ok(view(asked))
    })
}

pub(crate) fn withdrawal_decide(
    desk: &Desk,
    context: &Context,
    request: RequestDecide,
) -> Answer<Changed> {
    let decided = decision(request.verdict, context)?;
    desk.write(context, "withdrawal_decide", |tx| {
        let asked = withdrawal::require(tx, &request.id)?;
        refuse_decided(&asked.request.decision, context)?;
        let at = decided_at(tx, context, request.decided_at, asked.request.requested_at)?;
        let decided = withdrawal::decide(tx, &request.id, &decided, at)?;
        let changed = match decided.request.decision {
            Decision::Approved => number(decided.products.len()),
            Decision::Refused { .. } | Decision::Open => 0,
        };
        Ok(Changed { changed })
    })
}

/// How many products the withdrawal covers, if all of it can be asked for.
fn covered(
    view: &View<'_>,
    context: &Context,
    campaign: &Campaign,
    request: &Withdraw,
) -> Result<u32, Trouble> {
    refuse_over(campaign, context)?;
    let open = withdrawal::open(view)?
        .into_iter()
        .filter(|open| open.campaign_id == campaign.id)
        .collect::<Vec<_>>();
    if request.scope == WithdrawalScope::Campaign {
        return covered_campaign(view, context, campaign, request, &open);
    }
    if request.product_ids.is_empty() {
        return Err(CommandError::invalid(
            "product_ids",
            context.say("No product is chosen.", "未选择商品。"),
            context.say("Choose at least one product.", "请至少选择一个商品。"),
        )
        .into());
    }
    let products: BTreeSet<&ProductId> = request.product_ids.iter().collect();
    for product in &products {
        let state = registration_product::state(view, &campaign.id, product)?
            .ok_or_else(|| unknown(product, context))?;
        if !state.is_live() {
            return Err(wrong_state(product, &state, context).into());
        }
        let asked = |open: &Withdrawal| {
            open.products.contains(product)
                && (open.scope == request.scope || open.scope != WithdrawalScope::ExtraDiscount)
        };
        if open.iter().any(asked) {
            return Err(asked_already(product, context).into());
        }
        if request.scope == WithdrawalScope::ExtraDiscount {
            refuse_without_extra(view, context, campaign, product)?;
        }
    }
    Ok(number(products.len()))
}

fn covered_campaign(
    view: &View<'_>,
    context: &Context,
    campaign: &Campaign,
    request: &Withdraw,
    open: &[Withdrawal],
) -> Result<u32, Trouble> {
    if !request.product_ids.is_empty() {
        return Err(CommandError::invalid(
            "product_ids",
            context.say(
                "Products are named, but the whole campaign is withdrawn.",
                "撤回整个活动时不能再指定商品。",
            ),
            context.say(
                "Leave the products out, or withdraw single products.",
                "请清空商品，或改为撤回单个商品。",
            ),
        )
        .into());
    }
    if open
        .iter()
        .any(|open| open.scope == WithdrawalScope::Campaign)
    {
        return Err(asked_already(&campaign.name, context).into());
    }
    let live = registration_product::live_in(view, &campaign.id)?;
    if live == 0 {
        return Err(CommandError::invalid(
            "campaign_id",
            context.say(
                format!("No product holds a place in {}.", campaign.name),
                format!("“{}”中没有已报名的商品。", campaign.name),
            ),
            context.say("There is nothing to withdraw.", "无需撤回。"),
        )
        .into());
    }
    Ok(live)
}

fn refuse_without_extra(
    view: &View<'_>,
    context: &Context,
    campaign: &Campaign,
    product: &ProductId,
) -> Result<(), Trouble> {
    let skus = registration_sku::of_product(view, &campaign.id, product)?;
    if skus.iter().any(|sku| sku.extra_discount.is_some()) {
        return Ok(());
    }
    Err(CommandError::invalid(
        "product_ids",
        context.say(
            format!("Product {product} has no extra discount."),
            format!("商品 {product} 没有额外折扣。"),
        ),
        context.say("Leave it out of the choice.", "请取消选择该商品。"),
    )
    .into())
}

fn asked_already(what: impl std::fmt::Display, context: &Context) -> CommandError {
    CommandError::invalid(
        "product_ids",
        context.say(
            format!("A withdrawal of {what} was asked for already."),
            format!("已申请撤回 {what}。"),
        ),
        context.say(
            "Record the platform's decision on it first.",
            "请先记录平台对该申请的审核结果。",
        ),
    )
}

/// A withdrawal as it travels.
pub(super) fn view(asked: Withdrawal) -> WithdrawalView {
    WithdrawalView {
        products: number(asked.products.len()),
        id: asked.id,
        scope: asked.scope,
        request: asked.request,
    }
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
