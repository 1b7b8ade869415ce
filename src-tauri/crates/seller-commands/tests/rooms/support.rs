//! A desk on a file of its own, with a clock that stands still.

use seller_commands::{CommandError, Desk, FixedClock, Instant, Language};
use seller_domain::campaign::{StatedRange, StatedTerms};
use seller_domain::catalogue::{CatalogueChange, ProductRow, ProductStatus, SkuRow};
use seller_domain::price_history::{PriceKind, PriceRecord};
use seller_domain::{Currency, Money};
use seller_rulebook::review::accept_catalogue_change;
use seller_store::stated_terms::{self, StatedBy};
use seller_store::{Cellar, StoreError, Summary, catalogue, digest, price_record};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;
use tempfile::TempDir;

/// The usual present: a Sunday in May, registration of [`open_campaign`] is open.
pub const NOW: &str = "2026-05-10T12:00:00Z";

/// A desk and the folder that it works in.
pub struct Office {
    /// The desk.
    pub desk: Desk,
    /// Its clock.
    pub clock: Arc<FixedClock>,
    folder: TempDir,
}

/// The moment that a text names.
pub fn at(text: &str) -> Instant {
    text.parse().unwrap()
}

impl Office {
    /// An empty file.
    pub fn empty() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(FixedClock::new(at(NOW)));
        let desk = Desk::on_file(
            folder.path().join("shop.promodesk"),
            clock.clone(),
            Language::English,
        )
        .unwrap();
        Self {
            desk,
            clock,
            folder,
        }
    }

    /// A shop in the United States with a good score and free shipping, enrolled in nothing.
    pub fn with_shop() -> Self {
        let office = Self::empty();
        office.call("shop_save", json!({ "shop": shop() }));
        office
    }

    /// The shop with `products` products of three SKUs each: retail 20, 21 and 22 dollars,
    /// cost 5, stock 100; the first SKU was at 15 dollars ten days ago.
    pub fn with_catalogue(products: usize) -> Self {
        Self::with_products((0..products).map(product).collect())
    }

    /// A shop with one product, of whose three SKUs the first so many have no unit cost.
    pub fn with_costs_missing(unknown: usize) -> Self {
        let mut product = product(0);
        for sku in product.skus.iter_mut().take(unknown) {
            sku.unit_cost = None;
        }
        Self::with_products(vec![product])
    }

    fn with_products(rows: Vec<ProductRow>) -> Self {
        let mut office = Self::with_shop();
        office.seed(|cellar| {
            cellar
                .write("seed", Summary::new("seed"), at(NOW), |tx| {
                    let free = |row| {
                        let change = CatalogueChange::of(row);
                        accept_catalogue_change(change, None, &BTreeSet::new()).unwrap()
                    };
                    let changes: Vec<_> = rows.iter().map(free).collect();
                    catalogue::apply(tx, &changes)?;
                    for row in &rows {
                        let record = PriceRecord {
                            kind: PriceKind::Promotion,
                            price: dollars(1500),
                            from: at("2026-04-28T07:00:00Z"),
                            until: Some(at("2026-04-30T07:00:00Z")),
                        };
                        price_record::put(tx, &row.skus[0].id, &record)?;
                    }
                    Ok::<_, StoreError>(())
                })
                .unwrap();
        });
        office
    }

    /// Works on the file itself while no desk has it open.
    pub fn seed(&mut self, work: impl FnOnce(&Cellar)) {
        let aside = self.folder.path().join("aside.promodesk");
        self.desk = Desk::on_file(aside, self.clock.clone(), Language::English).unwrap();
        let cellar = Cellar::open(&self.file(), at(NOW)).unwrap();
        work(&cellar);
        drop(cellar);
        self.desk = Desk::on_file(self.file(), self.clock.clone(), Language::English).unwrap();
    }

    /// The shop's file.
    pub fn file(&self) -> PathBuf {
        self.folder.path().join("shop.promodesk")
    }

    /// A path beside the shop's file.
    #[allow(dead_code, reason = "rooms that write files use it")]
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// A command that must succeed.
    pub fn call(&self, name: &str, request: Value) -> Value {
        match self.try_call(name, request) {
            Ok(response) => response,
            Err(error) => panic!("{name}: {}", serde_json::to_string_pretty(&error).unwrap()),
        }
    }

    /// A command that must be refused, and must change nothing.
    pub fn refused(&self, name: &str, request: Value) -> CommandError {
        let before = self.revision();
        let error = self.try_call(name, request).expect_err(name);
        assert_eq!(
            self.revision(),
            before,
            "{name} was refused and changed the file"
        );
        error
    }

    /// A command, whatever it answers.
    pub fn try_call(&self, name: &str, request: Value) -> Result<Value, CommandError> {
        let response = self
            .desk
            .call(name, &request.to_string(), Language::English)?;
        Ok(serde_json::from_str(&response).unwrap())
    }

    /// A command in Chinese that must succeed.
    pub fn call_in_chinese(&self, name: &str, request: Value) -> Value {
        let response = self
            .desk
            .call(name, &request.to_string(), Language::SimplifiedChinese)
            .unwrap_or_else(|error| panic!("{name}: {error}"));
        serde_json::from_str(&response).unwrap()
    }

    /// What all data tables hold.
    pub fn digest(&self) -> String {
        let reading = Cellar::open_reading(&self.file()).unwrap();
        format!("{:?}", reading.read(digest).unwrap())
    }

    fn revision(&self) -> Option<i64> {
        let reading = Cellar::open_reading(&self.file()).ok()?;
        reading.read(|view| view.revision()).ok()
    }

    /// Joins Smart Promotion, store-wide.
    pub fn enrol(&self) {
        let mode = json!({ "mode": "store_wide" });
        self.call("smart_promotion_sign_up", mode.clone());
        let shown = self.call("smart_promotion_confirm_and_next", mode);
        let token = &shown["token"];
        self.call(
            "smart_promotion_confirm",
            json!({ "token": token, "acknowledged": [] }),
        );
    }

    /// Records an open campaign that does not ask for Smart Promotion, and gives its id.
    pub fn open_campaign(&self, change: impl FnOnce(&mut Value)) -> String {
        let mut campaign = self.call("campaign_template", json!({ "kind": "major" }));
        campaign["name"] = json!("Summer Sale");
        campaign["criteria"]["smart_promotion"] = json!({ "kind": "not" });
        change(&mut campaign);
        let saved = self.call("campaign_save", json!({ "campaign": campaign }));
        saved["id"].as_str().unwrap().to_owned()
    }

    /// Begins a draft with the first `products` products, stock 10, and gives its id.
    pub fn draft(&self, campaign: &str, products: usize) -> String {
        let head = self.call(
            "draft_open",
            json!({ "campaign_id": campaign, "again": [] }),
        );
        let draft = head["line"]["id"].as_str().unwrap().to_owned();
        let ids: Vec<String> = (0..products).map(product_id).collect();
        self.call(
            "draft_products",
            json!({ "draft_id": draft, "choice": { "kind": "ids", "product_ids": ids }, "include": true }),
        );
        self.call(
            "draft_fill",
            json!({ "draft_id": draft, "filter": everything(), "strategy": { "kind": "stock", "units": 10 },
                    "rounding": { "kind": "minor_unit" }, "only_empty": false, "fit": false, "preview": false }),
        );
        draft
    }
}

/// A filter that leaves every row.
pub fn everything() -> Value {
    json!({ "search": "", "rule": null, "field": null, "grade": null, "thin_margin": false })
}

/// The shop's settings.
pub fn shop() -> Value {
    serde_json::from_str(include_str!("../shop.json")).unwrap()
}

/// The id of a seeded product.
pub fn product_id(index: usize) -> String {
    format!("17293800000000{index:05}")
}

/// The id of a seeded SKU.
pub fn sku_id(product: usize, sku: usize) -> String {
    format!("17293900000{product:05}{sku:03}")
}

fn product(index: usize) -> ProductRow {
    ProductRow {
        id: product_id(index).into(),
        title: Some(format!("Travel mug {index}")),
        category: Some("Kitchen (600001)".to_owned()),
        brand: None,
        status: Some(ProductStatus::Active),
        status_if_new: None,
        skus: (0..3).map(|sku| sku_row(index, sku)).collect(),
    }
}

fn sku_row(product: usize, sku: usize) -> SkuRow {
    let retail = 2000 + 100 * i64::try_from(sku).unwrap();
    SkuRow {
        retail_price: Some(dollars(retail)),
        stock: Some(100),
        unit_cost: Some(dollars(500)),
        ..SkuRow::about(sku_id(product, sku).into())
    }
}

fn dollars(cents: i64) -> Money {
    Money::from_minor(cents, Currency::Usd)
}

/// The first rows of a draft's grid that a filter leaves.
pub fn rows(office: &Office, draft: &str, filter: Value) -> Value {
    let window = json!({ "offset": 0, "limit": 500 });
    office.call(
        "draft_rows",
        json!({ "draft_id": draft, "filter": filter, "window": window }),
    )
}

/// The platform recommends prices, in cents, for a campaign.
pub fn recommend(office: &mut Office, campaign: &str, prices: &[(String, i64)]) {
    let terms: Vec<StatedTerms> = prices
        .iter()
        .map(|(sku, cents)| StatedTerms {
            sku_id: sku.as_str().into(),
            price_range: StatedRange::default(),
            stock_range: StatedRange::default(),
            recommended_price: Some(dollars(*cents)),
            recommended: false,
        })
        .collect();
    office.seed(|cellar| {
        cellar
            .write("seed", Summary::new("seed"), at(NOW), |tx| {
                stated_terms::save(tx, &campaign.into(), StatedBy::Prefill, &terms)
            })
            .unwrap();
    });
}

/// Types a campaign price.
pub fn type_price(office: &Office, draft: &str, sku: &str, text: &str) -> Value {
    office.call(
        "draft_edit_cells",
        json!({ "draft_id": draft, "cells": [{ "sku_id": sku, "column": "campaign_price", "text": text }] }),
    )
}

/// Fills every row of a draft.
pub fn fill(office: &Office, draft: &str, strategy: Value) -> Value {
    office.call(
        "draft_fill",
        json!({ "draft_id": draft, "filter": everything(), "strategy": strategy,
                "rounding": { "kind": "minor_unit" }, "only_empty": false, "fit": false, "preview": false }),
    )
}

/// The rules that a row of the grid breaks, the hardest first.
pub fn rules_of(row: &Value) -> Vec<&str> {
    let findings = row["findings"].as_array().unwrap();
    findings
        .iter()
        .map(|finding| finding["rule"].as_str().unwrap())
        .collect()
}
