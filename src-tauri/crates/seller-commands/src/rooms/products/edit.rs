//! Changing what the seller knows of one SKU.

use super::detail;
use super::registered::{Registered, SkuError, set_sku_errors};
use crate::context::Context;
use crate::desk::Desk;
use crate::error::{Answer, CommandError};
use crate::trouble::Trouble;
use crate::views::Views;
use crate::wire::products::{ProductDetail, SkuEdit};
use seller_domain::catalogue::{CatalogueChange, ProductRow, SkuRow};
use seller_domain::{Currency, Money};
use seller_rulebook::accepted::Acknowledged;
use seller_store::{Tx, catalogue, product, shop, sku};

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
        let row = SkuRow {
            retail_price: request.retail_price,
            unit_cost: request.unit_cost,
            stock: request.stock,
            ..SkuRow::about(held.id.clone())
        };
        let product = ProductRow::of_skus(held.product_id.clone(), vec![row]);
        let change = CatalogueChange::of(&product);
        let registered = Registered::load(tx, context.now, shop.time_zone)?;
        let mut views = Views::new(context.scribe(&shop));
        let errors = errors(tx, &registered, &change)?;
        let acknowledged: Acknowledged = request.acknowledged.iter().cloned().collect();
        let accepted = registered
            .accept(tx, change, &acknowledged)?
            .map_err(|refused| views.refused(&refused))?;
        catalogue::apply(tx, &[accepted])?;
        set_sku_errors(tx, &errors)?;
        detail(tx, context, &held.product_id)
    })
}

/// The SKU errors that the change announces.
fn errors(
    tx: &Tx<'_>,
    registered: &Registered,
    change: &CatalogueChange<'_>,
) -> Result<Vec<SkuError>, Trouble> {
    let id = &change.row.id;
    let Some(product) = product::find(tx, id)? else {
        return Ok(Vec::new());
    };
    let skus = sku::of_product(tx, id)?;
    let (after, changed) = change.after(&product, &skus);
    let findings = registered.review((&product, &skus), (&after, &changed));
    Ok(registered.errors((&skus, &changed), id, &findings))
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
