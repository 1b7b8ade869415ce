//! Products and SKUs of an import.

use super::content::{Place, Reason, Refusals, STEP, Scene, each_stated};
use super::file::SourceFile;
use super::preview::Judged;
use super::words;
use crate::error::Answer;
use crate::progress::Running;
use crate::rooms::products::registered::{Registered, set_sku_errors};
use crate::trouble::Trouble;
use crate::views::Views;
use crate::wire::imports::{ImportChange, ImportRow, ImportTarget, RowFate};
use seller_domain::catalogue::{Product, ProductStatus, Sku};
use seller_domain::price_history::{PriceKind, PriceRecord};
use seller_domain::{Money, ProductId, SkuId};
use seller_exchange::stated::StatedRow;
use seller_exchange::table::Field;
use seller_exchange::trouble::{RowProblem, Trouble as Wrong};
use seller_rulebook::Grade;
use seller_store::catalogue::{self, Compared, ProductRow, SkuRow, Standing};
use seller_store::price_record::{self, Recorded};
use seller_store::{Tx, View, sku};
use std::collections::HashMap;
use std::collections::hash_map::Entry;

/// The rows of catalogue files, product by product.
#[derive(Default)]
pub(super) struct Catalogue {
    products: Vec<ProductRow>,
    /// Whether the files leave out if the product is on sale.
    status_unsaid: Vec<bool>,
    lines: Vec<Line>,
    lows: HashMap<(u32, u32), Money>,
    pub(super) refusals: Refusals,
}

/// A row of a file: its SKU.
struct Line {
    place: Place,
    product: u32,
    sku: u32,
}

/// What the rows have said so far.
#[derive(Default)]
struct Building {
    into: Catalogue,
    products: HashMap<ProductId, (u32, Place)>,
    skus: HashMap<SkuId, (u32, u32, Place)>,
}

impl Catalogue {
    /// Reads all files.
    pub fn read(files: &[SourceFile], scene: &Scene, running: &Running<'_>) -> Answer<Self> {
        let mut building = Building::default();
        let mut refusals = Refusals::default();
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
                |row, refusals| building.take(file, source, row, refusals),
            )?;
        }
        let mut read = building.into;
        read.refusals = refusals;
        Ok(read)
    }

    /// Where a row stands.
    pub fn place(&self, row: usize) -> Place {
        self.lines[row].place
    }
}

impl Building {
    fn take(&mut self, file: u32, source: &SourceFile, row: StatedRow, refusals: &mut Refusals) {
        let place = Place { file, row: row.row };
        let (Some(product_id), Some(sku_id)) = (row.product_id.clone(), row.sku_id.clone()) else {
            let trouble = Wrong::MissingValue;
            let problem = RowProblem::whole_row(row.row, trouble);
            refusals.push(place, vec![Reason::Read(problem)]);
            return;
        };
        let said = ProductRow {
            id: product_id,
            // A title or category that is left empty takes none away.
            title: filled(row.title),
            category: filled(row.category),
            brand: row.brand.map(String::from),
            status: row.status,
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
        let unsaid = !source.states_status();
        let product = match self.products.entry(said.id.clone()) {
            Entry::Vacant(free) => {
                let at = into.products.len() as u32;
                free.insert((at, place));
                into.products.push(said);
                into.status_unsaid.push(unsaid);
                at
            }
            Entry::Occupied(known) => {
                let at = known.get().0;
                let held = &mut into.products[at as usize];
                held.title = held.title.take().or(said.title);
                held.category = held.category.take().or(said.category);
                held.brand = held.brand.take().or(said.brand);
                held.status = held.status.or(said.status);
                into.status_unsaid[at as usize] &= unsaid;
                at
            }
        };
        let skus = &mut into.products[product as usize].skus;
        let sku_at = match self.skus.entry(sku.id.clone()) {
            Entry::Vacant(free) => {
                let at = skus.len() as u32;
                free.insert((product, at, place));
                skus.push(sku);
                at
            }
            Entry::Occupied(known) => {
                let at = known.get().1;
                merge(&mut skus[at as usize], sku);
                at
            }
        };
        if let Some(low) = low {
            into.lows.insert((product, sku_at), low);
        }
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

impl Catalogue {
    /// What every row would do.
    pub fn judge(
        &self,
        view: &View<'_>,
        scene: &Scene,
        _: &[SourceFile],
        running: &Running<'_>,
    ) -> Result<Judged, Trouble> {
        let mut judged = Judged {
            revision: view.revision()?,
            ..Judged::default()
        };
        let registered = Registered::load(view, scene.context.now, scene.shop.time_zone)?;
        let mut views = Views::new(scene.context.scribe(&scene.shop));
        // The fates of the SKUs, product by product.
        let mut fates: Vec<Vec<RowFate>> = Vec::with_capacity(self.products.len());
        for (chunk_at, chunk) in self.products.chunks(STEP).enumerate() {
            let first = chunk_at * STEP;
            running.step("comparing", first, Some(self.products.len()))?;
            let compared = self.compare(view, first, chunk)?;
            for (at, (row, compared)) in chunk.iter().zip(&compared).enumerate() {
                if registered.has(&row.id) {
                    self.review(view, row, compared, &registered, &mut judged, &mut views)?;
                }
                let product = (first + at) as u32;
                fates.push(self.fates(view, scene, product, compared, &judged)?);
            }
        }
        judged.fates = self
            .lines
            .iter()
            .map(|line| fates[line.product as usize][line.sku as usize])
            .collect();
        judged.count(self.refusals.total);
        Ok(judged)
    }

    /// Compares products; a file that has no column for it lists products on sale.
    fn compare(
        &self,
        view: &View<'_>,
        first: usize,
        rows: &[ProductRow],
    ) -> Result<Vec<Compared>, Trouble> {
        let mut compared = catalogue::compare(view, rows)?;
        for (at, (row, compared)) in rows.iter().zip(&mut compared).enumerate() {
            let assumed = matches!(compared.product, Standing::Incomplete { missing: "status" });
            if assumed && self.status_unsaid[first + at] && row.title.is_some() {
                compared.product = Standing::New;
            }
        }
        Ok(compared)
    }

    fn fates(
        &self,
        view: &View<'_>,
        scene: &Scene,
        product: u32,
        compared: &Compared,
        judged: &Judged,
    ) -> Result<Vec<RowFate>, Trouble> {
        let row = &self.products[product as usize];
        let refused = matches!(compared.product, Standing::Incomplete { .. })
            || judged.kept_as_they_are.contains(&row.id);
        let product_changes = matches!(compared.product, Standing::Changed { .. });
        (0u32..)
            .zip(&compared.skus)
            .map(|(at, standing)| {
                Ok(match standing {
                    _ if refused => RowFate::Refused,
                    Standing::Incomplete { .. } | Standing::Elsewhere { .. } => RowFate::Refused,
                    Standing::New => RowFate::New,
                    Standing::Changed { .. } => RowFate::Changed,
                    Standing::Unchanged if product_changes => RowFate::Changed,
                    Standing::Unchanged => {
                        let low = self.low(product, at, scene);
                        let said = match low {
                            Some(low) => {
                                let sku = &row.skus[at as usize].id;
                                price_record::standing(view, &row.id, sku, &low)?
                            }
                            None => Recorded::Unchanged,
                        };
                        if said == Recorded::Unchanged {
                            RowFate::Unchanged
                        } else {
                            RowFate::Changed
                        }
                    }
                })
            })
            .collect()
    }

    /// The stated low as a price record. One that equals the retail price of the row says
    /// nothing that the price in force does not say.
    fn low(&self, product: u32, at: u32, scene: &Scene) -> Option<PriceRecord> {
        let low = *self.lows.get(&(product, at))?;
        let sku = &self.products[product as usize].skus[at as usize];
        (sku.retail_price != Some(low)).then(|| low_record(low, scene))
    }

    fn review(
        &self,
        view: &View<'_>,
        row: &ProductRow,
        compared: &Compared,
        registered: &Registered,
        judged: &mut Judged,
        views: &mut Views,
    ) -> Result<(), Trouble> {
        let Some((before, after)) = before_and_after(view, row, compared)? else {
            return Ok(());
        };
        let findings = registered.review((&before.0, &before.1), (&after.0, &after.1));
        if findings.iter().any(|finding| finding.grade == Grade::Block) {
            judged.kept_as_they_are.insert(row.id.clone());
            let blocks = |finding: &seller_rulebook::Finding| finding.grade == Grade::Block;
            judged.findings.extend(findings.into_iter().filter(blocks));
            return Ok(());
        }
        judged
            .errors
            .extend(registered.errors(&row.id, &findings, views));
        judged.findings.extend(findings);
        Ok(())
    }
}

/// The stated lowest price of 30 days as a record: it may have been in force until
/// yesterday, so it is kept there, where every look-back sees it longest.
pub(super) fn low_record(low: Money, scene: &Scene) -> PriceRecord {
    let zone = scene.shop.time_zone;
    let today = zone.day_of(scene.context.now);
    let yesterday = zone.day_of(zone.days_before(scene.context.now, 1));
    PriceRecord {
        kind: PriceKind::Promotion,
        price: low,
        from: zone.start_of(yesterday),
        until: Some(zone.start_of(today)),
    }
}

type Side = (Product, Vec<Sku>);

/// A held product with its SKUs before and after; none where it is new or stays.
fn before_and_after(
    view: &View<'_>,
    row: &ProductRow,
    compared: &Compared,
) -> Result<Option<(Side, Side)>, Trouble> {
    let Some(held) = seller_store::product::find(view, &row.id)? else {
        return Ok(None);
    };
    let skus = sku::of_product(view, &row.id)?;
    let after_product = match &compared.product {
        Standing::Changed { after, .. } => (**after).clone(),
        _ => held.clone(),
    };
    let mut after: Vec<Sku> = skus.clone();
    for (said, standing) in row.skus.iter().zip(&compared.skus) {
        match standing {
            Standing::Changed { after: new, .. } => {
                if let Some(sku) = after.iter_mut().find(|sku| sku.id == said.id) {
                    *sku = (**new).clone();
                }
            }
            Standing::New => after.extend(fresh(said, &row.id)),
            _ => {}
        }
    }
    if after == skus && after_product == held {
        return Ok(None);
    }
    Ok(Some(((held, skus), (after_product, after))))
}

fn fresh(row: &SkuRow, product: &ProductId) -> Option<Sku> {
    Some(Sku {
        id: row.id.clone(),
        product_id: product.clone(),
        variation: row.variation.clone().unwrap_or_default(),
        seller_sku: row.seller_sku.clone().unwrap_or_default(),
        retail_price: row.retail_price?,
        discount_price: row.discount_price.flatten(),
        stock: row.stock,
        unit_cost: row.unit_cost,
        shipping_charge: row.shipping_charge,
        removed: false,
    })
}

impl Catalogue {
    /// Writes what is new or changes.
    pub fn write(
        &self,
        tx: &Tx<'_>,
        scene: &Scene,
        judged: &Judged,
        running: &Running<'_>,
    ) -> Result<u32, Trouble> {
        let mut wanted: Vec<Vec<bool>> = self
            .products
            .iter()
            .map(|product| vec![false; product.skus.len()])
            .collect();
        for (line, fate) in self.lines.iter().zip(&judged.fates) {
            wanted[line.product as usize][line.sku as usize] |=
                matches!(fate, RowFate::New | RowFate::Changed);
        }
        let mut batch: Vec<ProductRow> = Vec::with_capacity(STEP);
        for (at, row) in self.products.iter().enumerate() {
            if at % STEP == 0 {
                catalogue::apply(tx, &batch)?;
                batch.clear();
                running.step("writing", at, Some(self.products.len()))?;
            }
            if !wanted[at].contains(&true) {
                continue;
            }
            let mut row = row.clone();
            let mut keep = wanted[at].iter();
            row.skus.retain(|_| keep.next().copied().unwrap_or(false));
            if row.status.is_none()
                && self.status_unsaid[at]
                && seller_store::product::find(tx, &row.id)?.is_none()
            {
                row.status = Some(ProductStatus::Active);
            }
            batch.push(row);
        }
        catalogue::apply(tx, &batch)?;
        self.write_lows(tx, scene, &wanted, running)?;
        set_sku_errors(tx, &judged.errors)
    }

    fn write_lows(
        &self,
        tx: &Tx<'_>,
        scene: &Scene,
        wanted: &[Vec<bool>],
        running: &Running<'_>,
    ) -> Result<(), Trouble> {
        let mut places: Vec<&(u32, u32)> = self.lows.keys().collect();
        places.sort_unstable();
        for (done, (product, at)) in places.iter().enumerate() {
            if done.is_multiple_of(STEP) {
                running.step("writing", done, Some(places.len()))?;
            }
            if !wanted[*product as usize][*at as usize] {
                continue;
            }
            if let Some(low) = self.low(*product, *at, scene) {
                let row = &self.products[*product as usize];
                price_record::put_of(tx, &row.id, &row.skus[*at as usize].id, &low)?;
            }
        }
        Ok(())
    }

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
        let at = line.product as usize;
        let compared = self.compare(view, at, std::slice::from_ref(product))?;
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
                    "请更正商品 ID，或重新导出商品表。",
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
