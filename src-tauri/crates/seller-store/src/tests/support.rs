//! A shop, its file, and what the tests fill it with.

use crate::catalogue::{self, Applied};
use crate::facts::{self, Scope};
use crate::{
    Cellar, StoreError, Summary, Tx, Written, price_edit, registration_product, registration_sku,
    shop,
};
use rust_decimal::Decimal;
use seller_domain::campaign::{
    Approval, Campaign, CampaignKind, Criteria, FeePolicy, Pricing, Subsidy, Tier,
};
use seller_domain::catalogue::{CatalogueChange, ProductRow, ProductStatus, SkuRow};
use seller_domain::period::Zone;
use seller_domain::registration::{DraftProduct, DraftSku, ProductState};
use seller_domain::shop::{FeeTerms, Score, Shop};
use seller_domain::smart_promotion::{Enrolment, Terms};
use seller_domain::{
    CampaignId, Currency, Instant, Market, Money, Percent, Period, ProductId, SkuId,
};
use seller_rulebook::cases::{EnrolmentCase, EnrolmentStep, LeavingCase};
use seller_rulebook::review::{
    accept_catalogue_change, accept_enrolment, accept_leaving, accept_price_edit,
};
use seller_rulebook::{Accepted, Policy};
use std::collections::BTreeSet;
use std::path::PathBuf;
use tempfile::TempDir;

/// A file in a folder that goes with it.
pub(crate) struct Place {
    pub(crate) folder: TempDir,
    pub(crate) file: PathBuf,
}

pub(crate) fn place() -> Place {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("shop.promodesk");
    Place { folder, file }
}

/// A new file with a shop in it.
pub(crate) fn shop_file() -> (Place, Cellar) {
    let place = place();
    let cellar = Cellar::create(&place.file, now()).unwrap();
    write(&cellar, |tx| shop::save(tx, &sample_shop()));
    (place, cellar)
}

pub(crate) fn at(text: &str) -> Instant {
    text.parse().unwrap()
}

pub(crate) fn now() -> Instant {
    at("2026-11-21T10:00:00Z")
}

pub(crate) fn usd(text: &str) -> Money {
    Money::parse(text, Currency::Usd).unwrap()
}

pub(crate) fn percent(text: &str) -> Percent {
    Percent::parse(text).unwrap()
}

pub(crate) fn write<R>(
    cellar: &Cellar,
    work: impl FnOnce(&Tx<'_>) -> Result<R, StoreError>,
) -> Written<R> {
    write_at(cellar, now(), work)
}

pub(crate) fn write_at<R>(
    cellar: &Cellar,
    at: Instant,
    work: impl FnOnce(&Tx<'_>) -> Result<R, StoreError>,
) -> Written<R> {
    cellar
        .write("test_command", Summary::new("tested"), at, work)
        .unwrap()
}

pub(crate) fn digest(cellar: &Cellar) -> String {
    cellar.read(crate::digest).unwrap()
}

pub(crate) fn sample_shop() -> Shop {
    Shop {
        name: "Sunny Side".to_owned(),
        market: Market::Us,
        currency: Currency::Usd,
        time_zone: Zone::named("America/Los_Angeles").unwrap(),
        sps: Some(Score::from_tenths(41)),
        violations: 1,
        free_shipping_threshold: Some(usd("25")),
        average_order_value: None,
        monthly_gmv: Some(usd("12000.50")),
        fee_terms: FeeTerms {
            referral_rate: percent("6"),
            affiliate_rate: percent("12.5"),
            shipping_cost: usd("3.40"),
            shipping_charge: usd("4.99"),
            wanted_margin: percent("15"),
        },
    }
}

pub(crate) fn campaign(id: &str) -> Campaign {
    Campaign {
        id: CampaignId::from(id),
        name: format!("Campaign {id}"),
        kind: CampaignKind::Major,
        sub_campaigns: Vec::new(),
        registration: Period::new(at("2026-11-01T00:00:00Z"), at("2026-12-01T00:00:00Z")),
        re_registration_deadline: None,
        running: Period::new(at("2026-12-05T00:00:00Z"), at("2026-12-12T00:00:00Z")),
        criteria: Criteria::default(),
        pricing: Pricing::default(),
        tiers: Vec::new(),
        extra_discount_minimum: Some(percent("5")),
        coupons: Vec::new(),
        subsidy: Subsidy::None,
        approval: Approval::Reviewed,
        fee_policy: FeePolicy::default(),
        note: String::new(),
    }
}

/// Brings products that hold no place in any campaign.
pub(crate) fn bring(tx: &Tx<'_>, rows: &[ProductRow]) -> Result<Applied, StoreError> {
    let changes: Vec<_> = rows.iter().map(CatalogueChange::of).map(free).collect();
    catalogue::apply(tx, &changes)
}

/// A change of a product that holds no place in any campaign.
pub(crate) fn free(change: CatalogueChange<'_>) -> Accepted<CatalogueChange<'_>> {
    accept_catalogue_change(change, None, &BTreeSet::new()).unwrap()
}

/// These SKUs of a product are gone.
pub(crate) fn without(product: usize, gone: &[SkuId]) -> Accepted<CatalogueChange<'static>> {
    free(CatalogueChange::gone(product_id(product), gone.to_vec()))
}

/// Joining under these terms, accepted by the book.
pub(crate) fn joined_under(terms: &Terms, at: Instant) -> Accepted<Enrolment> {
    let shop = sample_shop();
    let case = EnrolmentCase {
        now: at,
        shop: &shop,
        enrolment: &Enrolment::Never,
        policy: &Policy::on(shop.market, shop.currency, shop.time_zone.day_of(at)),
        mode: terms.mode,
        step: EnrolmentStep::Confirm,
        taken: Some(EnrolmentStep::ConfirmAndNext),
        terms,
        shown: Some(terms),
    };
    accept_enrolment(&case, &BTreeSet::new()).unwrap()
}

/// Leaving these terms, accepted by the book.
pub(crate) fn left_under(terms: &Terms, at: Instant) -> Accepted<Enrolment> {
    let case = LeavingCase {
        now: at,
        shop: &sample_shop(),
        terms,
        running: &[],
        upcoming: &[],
    };
    accept_leaving(&case, &BTreeSet::new()).unwrap()
}

/// Product number `number` with `skus` SKUs at 20.00 and a bit.
pub(crate) fn product_row(number: usize, skus: usize) -> ProductRow {
    ProductRow {
        id: product_id(number),
        title: Some(format!("Waterproof Ring Light, Pack of {number}")),
        category: Some("Phones & Electronics (601739)".to_owned()),
        brand: Some(String::new()),
        status: Some(ProductStatus::Active),
        status_if_new: None,
        skus: (0..skus)
            .map(|index| SkuRow {
                variation: Some(format!("Sage, Green {index}")),
                seller_sku: Some(format!("RL-{number}-{index}")),
                retail_price: Some(usd("20.00") + Money::from_minor(index as i64, Currency::Usd)),
                stock: Some(50),
                unit_cost: Some(usd("7.25")),
                ..SkuRow::about(sku_id(number, index))
            })
            .collect(),
    }
}

pub(crate) fn product_id(number: usize) -> ProductId {
    ProductId::from(format!("1729380{number:012}"))
}

pub(crate) fn sku_id(number: usize, index: usize) -> SkuId {
    SkuId::from(format!("1729390{number:09}{index:03}"))
}

/// Imports `products` products with `skus` SKUs each.
pub(crate) fn stock_up(cellar: &Cellar, products: usize, skus: usize) {
    let rows: Vec<_> = (0..products)
        .map(|number| product_row(number, skus))
        .collect();
    write(cellar, |tx| bring(tx, &rows));
}

/// Asks for a new price of a SKU as the book allows it.
pub(crate) fn ask(
    tx: &Tx<'_>,
    id: &str,
    campaign: &CampaignId,
    (number, index): (usize, usize),
    price: &str,
) -> Result<(), StoreError> {
    let product = product_id(number);
    let ids = std::slice::from_ref(&product);
    let facts = facts::load(tx, campaign, Scope::Products(ids), tx.now())?;
    let state = registration_product::state(tx, campaign, &product)?;
    let registered: Vec<_> = registration_sku::of_product(tx, campaign, &product)?
        .into_iter()
        .map(|sku| (sku.sku_id, sku.campaign_price))
        .collect();
    let wanted = DraftProduct {
        product_id: product,
        tier: Tier::Regular,
        skus: vec![DraftSku {
            sku_id: sku_id(number, index),
            campaign_price: Some(usd(price)),
            campaign_stock: Some(Decimal::from(5)),
            extra_discount: None,
        }],
    };
    let every_warning = seller_rulebook::book::rules()
        .map(|rule| rule.id.to_owned())
        .collect();
    let state = state.unwrap_or(ProductState::Pending);
    let accepted = accept_price_edit(&wanted, &state, &registered, &facts, &every_warning)
        .unwrap_or_else(|refused| panic!("{:?}", refused.review));
    price_edit::insert(tx, &accepted, || id.to_owned()).map(drop)
}
