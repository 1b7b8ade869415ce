//! Costs of known SKUs, by id or by the seller's code.

use super::super::content::Scene;
use super::super::words;
use super::{Codes, Seen, What, known, unknown_sku};
use crate::rooms::products::registered::Registered;
use crate::trouble::Trouble;
use crate::views::Views;
use seller_domain::catalogue::{CatalogueChange, ProductRow, SkuRow};
use seller_domain::{Money, SkuId};
use seller_exchange::table::Field;
use seller_rulebook::accepted::Acknowledged;
use seller_store::{Tx, View, catalogue, sku};

pub(super) fn look(
    view: &View<'_>,
    scene: &Scene,
    codes: &Codes,
    what: &What,
) -> Result<Seen, Trouble> {
    let What::Cost {
        sku,
        code,
        unit_cost,
        shipping_charge,
    } = what
    else {
        return Err(crate::error::CommandError::bug("no cost").into());
    };
    let id = match found(sku.as_ref(), code.as_deref(), codes) {
        Ok(id) => id,
        Err(matches) => {
            return Ok(no_match(
                code.as_deref().unwrap_or_default(),
                matches,
                scene,
            ));
        }
    };
    let Some((held, title)) = known(view, &id)? else {
        return Ok(unknown_sku(&id, scene));
    };
    let context = &scene.context;
    let words = |money: Option<Money>| money.map(|money| money.to_string());
    let changes = [
        (Field::UnitCost, held.unit_cost, *unit_cost),
        (
            Field::ShippingCharge,
            held.shipping_charge,
            *shipping_charge,
        ),
    ]
    .into_iter()
    .filter(|(_, before, after)| after.is_some() && before != after)
    .map(|(field, before, after)| words::change(field, words(before), words(after), context))
    .collect();
    let is_new = held.unit_cost.is_none();
    Ok(Seen::of(id, title, is_new, changes))
}

/// The SKU that a row is about, or how many SKUs have its code.
fn found(sku: Option<&SkuId>, code: Option<&str>, codes: &Codes) -> Result<SkuId, usize> {
    match (sku, code.and_then(|code| codes.get(code))) {
        (Some(sku), _) => Ok(sku.clone()),
        (None, Some(matches)) if matches.len() == 1 => Ok(matches[0].clone()),
        (None, matches) => Err(matches.map_or(0, Vec::len)),
    }
}

fn no_match(code: &str, matches: usize, scene: &Scene) -> Seen {
    let context = &scene.context;
    let reason = if matches == 0 {
        context.say(
            "No SKU of the catalogue has this code.",
            "商品目录中没有使用该商家 SKU 的规格。",
        )
    } else {
        context.say(
            format!("{matches} SKUs of the catalogue have this code."),
            format!("商品目录中有 {matches} 个 SKU 使用该商家 SKU。"),
        )
    };
    let remedy = context.say("Name the SKU by its id.", "请改用 SKU ID 指明。");
    let value = Some(code.to_owned());
    Seen::refused(
        code,
        words::refusal(Field::SellerSku, value, reason, remedy, context),
    )
}

pub(super) fn write(
    tx: &Tx<'_>,
    scene: &Scene,
    registered: &Registered,
    codes: &Codes,
    what: &What,
) -> Result<(), Trouble> {
    let What::Cost {
        sku,
        code,
        unit_cost,
        shipping_charge,
    } = what
    else {
        return Ok(());
    };
    let Ok(id) = found(sku.as_ref(), code.as_deref(), codes) else {
        return Ok(());
    };
    let Some(held) = sku::find(tx, &id)? else {
        return Ok(());
    };
    let row = SkuRow {
        unit_cost: *unit_cost,
        shipping_charge: *shipping_charge,
        ..SkuRow::about(id)
    };
    let product = ProductRow::of_skus(held.product_id, vec![row]);
    let change = CatalogueChange::of(&product);
    let accepted = registered.accept(tx, change, &Acknowledged::new())?;
    let accepted = accepted
        .map_err(|refused| Views::new(scene.context.scribe(&scene.shop)).refused(&refused))?;
    catalogue::apply(tx, &[accepted])?;
    Ok(())
}
