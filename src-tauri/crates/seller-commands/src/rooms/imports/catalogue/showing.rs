//! Rows of catalogue files in words.

use super::super::content::Scene;
use super::super::preview::Judged;
use super::super::words;
use super::{Catalogue, Line};
use crate::trouble::Trouble;
use crate::wire::imports::{ImportChange, ImportRow, RowFate};
use seller_domain::Money;
use seller_domain::catalogue::{Product, ProductRow, Sku, SkuRow};
use seller_exchange::table::Field;
use seller_store::View;
use seller_store::catalogue::{self, Compared, Standing};

impl Catalogue {
    /// One row in words.
    pub fn show(
        &self,
        view: &View<'_>,
        scene: &Scene,
        judged: &Judged,
        row: usize,
    ) -> Result<ImportRow, Trouble> {
        let line = &self.lines[row];
        let product = &self.products[line.product as usize];
        let compared = catalogue::compare(view, std::slice::from_ref(product))?;
        let sku = &product.skus[line.sku as usize];
        let fate = judged.fates[row];
        let changes = match compared.first() {
            Some(compared) => self.changes(scene, judged, line, compared, fate),
            None => Vec::new(),
        };
        let title = match &product.title {
            Some(title) => Some(title.clone()),
            None => seller_store::product::find(view, &product.id)?.map(|held| held.title),
        };
        Ok(ImportRow {
            file: line.place.file,
            row: line.place.row,
            fate,
            id: Some(sku.id.to_string()),
            title,
            changes,
        })
    }

    fn changes(
        &self,
        scene: &Scene,
        judged: &Judged,
        line: &Line,
        compared: &Compared,
        fate: RowFate,
    ) -> Vec<ImportChange> {
        let context = &scene.context;
        let product = &self.products[line.product as usize];
        let sku = &product.skus[line.sku as usize];
        let standing = &compared.skus[line.sku as usize];
        let mut changes = Vec::new();
        if judged.kept_as_they_are.contains(&product.id) {
            changes.push(words::refusal(
                Field::Category,
                product.category.clone(),
                context.say(
                    "The product is registered in a campaign; its category cannot change there (RG-20).",
                    "商品已报名活动，不能更改类目（RG-20）。",
                ),
                context.say(
                    "Withdraw it first, or import the row with the old category.",
                    "请先撤回该商品，或以原类目导入。",
                ),
                context,
            ));
            return changes;
        }
        if let Standing::Incomplete { missing } = &compared.product {
            changes.push(words::missing(missing, context));
        }
        match standing {
            Standing::Incomplete { missing } => changes.push(words::missing(missing, context)),
            Standing::Elsewhere { product_id } => changes.push(words::refusal(
                Field::SkuId,
                Some(sku.id.to_string()),
                context.say(
                    format!("The SKU belongs to product {product_id}."),
                    format!("该 SKU 属于商品 {product_id}。"),
                ),
                context.say(
                    "Correct the product's id, or export the catalogue again.",
                    "请更正商品 ID，或重新导出商品目录。",
                ),
                context,
            )),
            _ => {}
        }
        if fate == RowFate::Refused {
            return changes;
        }
        match &compared.product {
            Standing::New => changes.extend(product_values(None, product, scene)),
            Standing::Changed { before, .. } => {
                changes.extend(product_values(Some(before), product, scene));
            }
            _ => {}
        }
        match standing {
            Standing::New => changes.extend(sku_values(None, sku, scene)),
            Standing::Changed { before, .. } => {
                changes.extend(sku_values(Some(before), sku, scene));
            }
            _ => {}
        }
        if let Some(low) = self.low(line.product, line.sku, scene) {
            let after = Some(low.price.to_string());
            changes.push(words::change(Field::Low30Days, None, after, context));
        }
        changes
    }
}

/// The fields of a product that change; of a new one all that are stated.
fn product_values(before: Option<&Product>, row: &ProductRow, scene: &Scene) -> Vec<ImportChange> {
    let context = &scene.context;
    let texts = [
        (Field::Title, before.map(|held| &held.title), &row.title),
        (
            Field::Category,
            before.map(|held| &held.category),
            &row.category,
        ),
        (Field::Brand, before.map(|held| &held.brand), &row.brand),
    ];
    let mut changes: Vec<ImportChange> = texts
        .into_iter()
        .filter(|(_, before, after)| after.is_some() && after.as_ref() != *before)
        .map(|(field, before, after)| words::change(field, before.cloned(), after.clone(), context))
        .collect();
    let was = before.map(|held| held.status);
    let said = row.status.map(|status| words::status(status, context));
    match (was, said) {
        (None, None) => changes.push(words::change(
            Field::Status,
            None,
            Some(context.say(
                "on sale (the file has no column for it)",
                "在售（文件没有该列）",
            )),
            context,
        )),
        (was, Some(said)) if was != row.status => {
            let before = was.map(|status| words::status(status, context));
            changes.push(words::change(Field::Status, before, Some(said), context));
        }
        _ => {}
    }
    changes
}

/// The fields of a SKU that change; of a new one all that are stated.
fn sku_values(before: Option<&Sku>, row: &SkuRow, scene: &Scene) -> Vec<ImportChange> {
    let money = |money: Option<Money>| money.map(|money| money.to_string());
    let count = |count: Option<u32>| count.map(|count| count.to_string());
    let values = [
        (
            Field::Variation,
            before.map(|held| held.variation.clone()),
            row.variation.clone(),
        ),
        (
            Field::SellerSku,
            before.map(|held| held.seller_sku.clone()),
            row.seller_sku.clone(),
        ),
        (
            Field::RetailPrice,
            money(before.map(|held| held.retail_price)),
            money(row.retail_price),
        ),
        (
            Field::DiscountPrice,
            money(before.and_then(|held| held.discount_price)),
            money(row.discount_price.flatten()),
        ),
        (
            Field::Stock,
            count(before.and_then(|held| held.stock)),
            count(row.stock),
        ),
        (
            Field::UnitCost,
            money(before.and_then(|held| held.unit_cost)),
            money(row.unit_cost),
        ),
        (
            Field::ShippingCharge,
            money(before.and_then(|held| held.shipping_charge)),
            money(row.shipping_charge),
        ),
    ];
    values
        .into_iter()
        .filter(|(_, before, after)| after.is_some() && after != before)
        .map(|(field, before, after)| words::change(field, before, after, &scene.context))
        .collect()
}
