//! Reading catalogue files: rows of one product and of one SKU brought together.

use super::super::content::{Place, Reason, Refusals, Scene, each_stated};
use super::super::file::SourceFile;
use super::{Catalogue, Line};
use crate::error::Answer;
use crate::progress::Running;
use crate::wire::imports::ImportTarget;
use seller_domain::catalogue::{ProductRow, ProductStatus, SkuRow};
use seller_domain::{Money, ProductId, SkuId};
use seller_exchange::stated::{About, StatedRow};
use seller_exchange::table::Field;
use seller_exchange::trouble::{RowProblem, Trouble as Wrong};
use std::collections::HashMap;
use std::collections::hash_map::Entry;

impl Catalogue {
    /// Reads all files.
    pub fn read(
        files: &[SourceFile],
        scene: &Scene,
        running: &Running<'_>,
        mut refusals: Refusals,
    ) -> Answer<Self> {
        let mut building = Building::default();
        for (at, source) in files.iter().enumerate() {
            let file = u32::try_from(at).unwrap_or(u32::MAX);
            let target = ImportTarget::Catalogue;
            each_stated(
                files,
                at,
                &target,
                scene,
                running,
                &mut refusals,
                |row, refusals| match row {
                    Ok(row) => building.take(file, source, row, refusals),
                    Err(about) => building.pass_over(source, about),
                },
            )?;
        }
        let mut read = building.into;
        read.refusals = refusals;
        Ok(read)
    }
}

/// What the rows have said so far.
#[derive(Default)]
pub(in crate::rooms::imports) struct Building {
    into: Catalogue,
    products: HashMap<ProductId, (u32, Place)>,
    skus: HashMap<SkuId, (u32, u32, Place)>,
}

impl Building {
    /// What all rows have said.
    pub fn finish(self) -> Catalogue {
        self.into
    }

    /// Keeps in mind what a refused row is about: its SKU is refused, not gone.
    fn pass_over(&mut self, source: &SourceFile, about: About) {
        let into = &mut self.into;
        match (about.product_id, about.sku_id) {
            (_, Some(sku)) => {
                into.named.insert(sku);
            }
            (Some(product), None) => {
                into.unsure.insert(product);
            }
            (None, None) if source.lists_every_sku() => into.nameless += 1,
            (None, None) => {}
        }
    }

    /// Takes a row, or says why it is refused.
    pub fn take(
        &mut self,
        file: u32,
        source: &SourceFile,
        row: StatedRow,
        refusals: &mut Refusals,
    ) {
        let place = Place { file, row: row.row };
        let (Some(product_id), Some(sku_id)) = (row.product_id.clone(), row.sku_id.clone()) else {
            let trouble = Wrong::MissingValue;
            let problem = RowProblem::whole_row(row.row, trouble);
            refusals.push(place, vec![Reason::Read(problem)]);
            let about = About {
                product_id: row.product_id,
                sku_id: row.sku_id,
            };
            self.pass_over(source, about);
            return;
        };
        let said = ProductRow {
            id: product_id,
            // A title or category that is left empty takes none away.
            title: filled(row.title),
            category: filled(row.category),
            brand: row.brand.map(String::from),
            status: row.status,
            // A file that has no column for it lists products on sale.
            status_if_new: (!source.states_status()).then_some(ProductStatus::Active),
            skus: Vec::new(),
        };
        let sku = SkuRow {
            variation: row.variation.map(String::from),
            seller_sku: row.seller_sku.map(String::from),
            retail_price: row.retail_price,
            discount_price: row.discount_price.map(Some),
            stock: row.stock,
            unit_cost: row.unit_cost,
            shipping_charge: row.shipping_charge,
            ..SkuRow::about(sku_id)
        };
        let why = self.contradictions(place, source, &said, &sku);
        if !why.is_empty() {
            refusals.push(place, why);
            self.into.named.insert(sku.id);
            return;
        }
        self.keep(place, source, said, sku, row.low_30d);
    }

    /// What earlier rows say otherwise.
    fn contradictions(
        &self,
        place: Place,
        source: &SourceFile,
        said: &ProductRow,
        sku: &SkuRow,
    ) -> Vec<Reason> {
        let mut why = Vec::new();
        let mut differ = |field: Field, other: Place, value: String, repeated: bool| {
            why.push(if other.file == place.file {
                let first_row = other.row;
                let trouble = if repeated {
                    Wrong::Repeated { first_row }
                } else {
                    Wrong::Disagrees { first_row }
                };
                let column = source.heading(field);
                Reason::Read(RowProblem::cell(place.row, &column, &value, trouble))
            } else {
                Reason::OtherFile {
                    field,
                    value,
                    other,
                }
            });
        };
        if let Some((at, other)) = self.products.get(&said.id) {
            let known = &self.into.products[*at as usize];
            for (field, known, said) in [
                (Field::Title, &known.title, &said.title),
                (Field::Category, &known.category, &said.category),
                (Field::Brand, &known.brand, &said.brand),
            ] {
                if let (Some(known), Some(said)) = (known, said)
                    && known != said
                {
                    differ(field, *other, said.clone(), false);
                }
            }
            if known.status.is_some() && said.status.is_some() && known.status != said.status {
                differ(Field::Status, *other, String::new(), false);
            }
        }
        if let Some((product, at, other)) = self.skus.get(&sku.id) {
            let known = &self.into.products[*product as usize];
            if known.id != said.id || other.file == place.file {
                differ(Field::SkuId, *other, sku.id.to_string(), true);
            } else if let Some((field, value)) = conflict(&known.skus[*at as usize], sku) {
                differ(field, *other, value, false);
            }
        }
        why
    }

    fn keep(
        &mut self,
        place: Place,
        source: &SourceFile,
        said: ProductRow,
        sku: SkuRow,
        low: Option<Money>,
    ) {
        let into = &mut self.into;
        let complete = source.lists_every_sku();
        let product = match self.products.entry(said.id.clone()) {
            Entry::Vacant(free) => {
                let at = into.products.len() as u32;
                free.insert((at, place));
                into.products.push(said);
                into.lows.push(Vec::new());
                into.complete.push(complete);
                into.firsts.push(place);
                at
            }
            Entry::Occupied(known) => {
                let at = known.get().0;
                let held = &mut into.products[at as usize];
                held.title = held.title.take().or(said.title);
                held.category = held.category.take().or(said.category);
                held.brand = held.brand.take().or(said.brand);
                held.status = held.status.or(said.status);
                held.status_if_new = held.status_if_new.and(said.status_if_new);
                into.complete[at as usize] |= complete;
                at
            }
        };
        let skus = &mut into.products[product as usize].skus;
        let sku_at = match self.skus.entry(sku.id.clone()) {
            Entry::Vacant(free) => {
                let at = skus.len() as u32;
                free.insert((product, at, place));
                skus.push(sku);
                into.lows[product as usize].push(None);
                at
            }
            Entry::Occupied(known) => {
                let at = known.get().1;
                merge(&mut skus[at as usize], sku);
                at
            }
        };
        let held = &mut into.lows[product as usize][sku_at as usize];
        *held = low.or(*held);
        into.lines.push(Line {
            place,
            product,
            sku: sku_at,
        });
    }
}

fn filled(text: Option<Box<str>>) -> Option<String> {
    text.filter(|text| !text.trim().is_empty())
        .map(String::from)
}

/// The first field in which two rows of a SKU contradict each other.
fn conflict(one: &SkuRow, other: &SkuRow) -> Option<(Field, String)> {
    fn apart<T: PartialEq + Clone>(one: &Option<T>, other: &Option<T>) -> Option<T> {
        match (one, other) {
            (Some(a), Some(b)) if a != b => Some(b.clone()),
            _ => None,
        }
    }
    let text = |field, one: &Option<String>, other: &Option<String>| {
        apart(one, other).map(|value| (field, value))
    };
    let money = |field, one: &Option<Money>, other: &Option<Money>| {
        apart(one, other).map(|value| (field, value.to_string()))
    };
    text(Field::Variation, &one.variation, &other.variation)
        .or_else(|| text(Field::SellerSku, &one.seller_sku, &other.seller_sku))
        .or_else(|| money(Field::RetailPrice, &one.retail_price, &other.retail_price))
        .or_else(|| {
            let (one, other) = (one.discount_price.flatten(), other.discount_price.flatten());
            money(Field::DiscountPrice, &one, &other)
        })
        .or_else(|| apart(&one.stock, &other.stock).map(|n| (Field::Stock, n.to_string())))
        .or_else(|| money(Field::UnitCost, &one.unit_cost, &other.unit_cost))
}

fn merge(into: &mut SkuRow, from: SkuRow) {
    into.variation = into.variation.take().or(from.variation);
    into.seller_sku = into.seller_sku.take().or(from.seller_sku);
    into.retail_price = into.retail_price.or(from.retail_price);
    into.discount_price = into.discount_price.or(from.discount_price);
    into.stock = into.stock.or(from.stock);
    into.unit_cost = into.unit_cost.or(from.unit_cost);
    into.shipping_charge = into.shipping_charge.or(from.shipping_charge);
}
