//! Changing what the seller knows of one SKU.

use super::detail;
use super::registered::{Registered, set_sku_errors};
use crate::context::Context;
use crate::desk::Desk;
use crate::error::{Answer, CommandError};
use crate::trouble::Trouble;
use crate::views::Views;
use crate::wire::products::{ProductDetail, SkuEdit};
use seller_domain::catalogue::Sku;
use seller_domain::{Currency, Money};
use seller_rulebook::{Grade, Refused, Review};
use seller_store::catalogue::{self, ProductRow, SkuRow};
use seller_store::{Tx, product, shop, sku};
use std::collections::BTreeSet;

pub(crate) fn sku_edit(desk: &Desk, context: &Context, request: SkuEdit) -> Answer<ProductDetail> {
    desk.write(context, "sku_edit", |tx| {
        let held = sku::find(tx, &request.sku_id)?
            .filter(|sku| !sku.removed)
            .ok_or_else(|| CommandError::not_found("SKU", &request.sku_id, context.language))?;
        let shop = shop::require(tx)?;
        refuse_unusable("retail_price", request.retail_price, shop.currency, context)?;
        refuse_unusable("unit_cost", request.unit_cost, shop.currency, context)?;
        if request.retail_price.is_some_and(Money::is_zero) {
            return Err(unusable("retail_price", "0", context).into());
        }
        let after = Sku {
            retail_price: request.retail_price.unwrap_or(held.retail_price),
            unit_cost: request.unit_cost.or(held.unit_cost),
            stock: request.stock.or(held.stock),
            ..held.clone()
        };
        let registered = Registered::load(tx, context.now, shop.time_zone)?;
        let mut views = Views::new(context.scribe(&shop));
        let errors = review(tx, &registered, &held, &after, &request, &mut views)?;
        let row = SkuRow {
            retail_price: request.retail_price,
            unit_cost: request.unit_cost,
            stock: request.stock,
            ..SkuRow::about(held.id.clone())
        };
        let product = ProductRow::of_skus(held.product_id.clone(), vec![row]);
        catalogue::apply(tx, &[product])?;
        set_sku_errors(tx, &errors)?;
        detail(tx, context, &held.product_id)
    })
}

fn review(
    tx: &Tx<'_>,
    registered: &Registered,
    held: &Sku,
    after: &Sku,
    request: &SkuEdit,
    views: &mut Views,
) -> Result<Vec<super::registered::SkuError>, Trouble> {
    let Some(product) = product::find(tx, &held.product_id)? else {
        return Ok(Vec::new());
    };
    let before = sku::of_product(tx, &held.product_id)?;
    let changed: Vec<Sku> = before
        .iter()
        .map(|sku| if sku.id == held.id { after } else { sku }.clone())
        .collect();
    let findings = registered.review((&product, &before), (&product, &changed));
    let warned = findings
        .iter()
        .filter(|finding| finding.grade == Grade::Warn);
    let unacknowledged: BTreeSet<&'static str> = warned
        .map(|finding| finding.rule.id)
        .filter(|id| !request.acknowledged.iter().any(|known| known == id))
        .collect();
    if !unacknowledged.is_empty() {
        let review = Review {
            overall: findings,
            products: Vec::new(),
        };
        return Err(views
            .refused(&Refused {
                review,
                unacknowledged,
            })
            .into());
    }
    Ok(registered.errors(&held.product_id, &findings, views))
}

fn refuse_unusable(
    field: &str,
    money: Option<Money>,
    currency: Currency,
    context: &Context,
) -> Answer<()> {
    match money {
        Some(money)
            if money.currency() != currency || money.is_negative() || !money.fits_minor_unit() =>
        {
            Err(unusable(field, &money.to_string(), context))
        }
        _ => Ok(()),
    }
}

fn unusable(field: &str, value: &str, context: &Context) -> CommandError {
    CommandError::invalid(
        field,
        context.say(
            format!("{value} cannot be taken here."),
            format!("不能填写 {value}。"),
        ),
        context.say(
            "Enter an amount above zero in the shop's currency, with no more digits after the point than it has.",
            "请填写大于零、使用店铺货币且小数位数符合要求的金额。",
        ),
    )
}
