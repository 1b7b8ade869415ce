//! The draft that the sample seller left open: every mistake the book knows
//! of, all of it repairable in bulk.

use super::campaigns::{FREE_SHIPPING, HOLIDAY};
use super::goods::{Goods, change};
use super::story::just_now;
use super::{Teller, cents};
use crate::trouble::Trouble;
use rust_decimal::Decimal;
use seller_domain::campaign::Tier;
use seller_domain::catalogue::CatalogueChange;
use seller_domain::registration::{DraftProduct, DraftSku};
use seller_domain::{CampaignId, CouponId, DraftId, Money, Percent};
use seller_store::{draft, draft_rows};

/// Well priced.
const CLEAN: [usize; 9] = [40, 42, 45, 49, 61, 62, 64, 65, 67];
/// Registered in campaigns that run at the same time.
const ELSEWHERE: [usize; 4] = [8, 16, 20, 28];
/// Each with a mistake of its own.
const FAULTY: [usize; 17] = [
    41, 44, 46, 48, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 63, 66,
];
/// Pasted from an old list; the catalogue does not know it.
const UNKNOWN: &str = "1729999999999999999";

pub(super) fn leave(teller: &Teller<'_>, goods: &Goods) -> Result<(), Trouble> {
    begin_another(teller, goods)?;
    let id = DraftId::from("sample-draft");
    teller.at(just_now(teller.now), |tx| {
        draft::create(tx, &id, &CampaignId::from(HOLIDAY))?;
        draft::set_coupons(
            tx,
            &id,
            &["sample-coupon-5", "sample-coupon-20"].map(CouponId::from),
        )?;
        let mut products: Vec<DraftProduct> = CLEAN
            .into_iter()
            .chain(ELSEWHERE)
            .chain(FAULTY)
            .map(|product| entry(goods, product))
            .collect();
        products.push(unknown());
        draft_rows::put_products(tx, &id, &products)?;
        // The last variation of one product was deleted after it had been priced.
        let gone = goods.rows[60].skus.len() - 1;
        let gone = vec![goods.sku_id(60, gone)];
        change(tx, CatalogueChange::gone(goods.id(60), gone))
    })
}

/// Begun for a campaign that is closed to the shop, its coupon not registered yet.
fn begin_another(teller: &Teller<'_>, goods: &Goods) -> Result<(), Trouble> {
    let id = DraftId::from("sample-draft-2");
    teller.at(teller.hour(-1, 8), |tx| {
        draft::create(tx, &id, &CampaignId::from(FREE_SHIPPING))?;
        let products = [75, 80].map(|product| entry(goods, product));
        Ok(draft_rows::put_products(tx, &id, &products)?)
    })
}

fn entry(goods: &Goods, product: usize) -> DraftProduct {
    DraftProduct {
        product_id: goods.id(product),
        tier: if matches!(product, 57 | 67) {
            Tier::Featured
        } else {
            Tier::Regular
        },
        skus: (0..goods.rows[product].skus.len())
            .map(|sku| DraftSku {
                sku_id: goods.sku_id(product, sku),
                campaign_price: price(goods, product, sku),
                campaign_stock: stock(goods, product, sku),
                extra_discount: extra(product, sku),
            })
            .collect(),
    }
}

fn price(goods: &Goods, product: usize, sku: usize) -> Option<Money> {
    let retail = goods.retail(product, sku);
    let off = |percent: i64| Some(cents(retail * percent / 100));
    match (product, sku) {
        // Not entered yet.
        (52, 0..3) => None,
        // Above the low of the last 30 days.
        (41 | 46, _) => off(90),
        // Above the seller's own discount, above retail, nothing at all, below it.
        (44, _) => off(93),
        (48, _) => Some(cents(retail + 100)),
        (50, 0) => Some(cents(0)),
        (50, 1) => Some(cents(-100)),
        // Half a cent.
        (51, 0..2) => off(70).map(|price| price + Money::new(Decimal::new(5, 3), price.currency())),
        // Too little off for its tier.
        (57, _) => off(90),
        (63 | 66, _) => off(97),
        (67, _) => off(76),
        _ => off(74),
    }
}

fn stock(goods: &Goods, product: usize, sku: usize) -> Option<Decimal> {
    let available = goods.rows[product].skus[sku].stock.unwrap_or(0);
    let entered = match (product, sku) {
        (54, 0) => Decimal::ZERO,
        (54, 1) => Decimal::new(25, 1),
        (54, 2) => Decimal::from(available + 50),
        (54, 3) => return None,
        // All there is, while another campaign holds some of it.
        (28, _) => Decimal::from(available),
        (57, _) => Decimal::from(5),
        (67, _) => Decimal::from(25),
        _ => Decimal::from(12),
    };
    Some(entered)
}

fn extra(product: usize, sku: usize) -> Option<Percent> {
    match (product, sku) {
        (55, 0..2) => Some(Percent::whole(5)),
        (56, _) => Some(Percent::whole(1)),
        (66, _) => Some(Percent::ZERO),
        (42, _) => Some(Percent::whole(4)),
        _ => None,
    }
}

fn unknown() -> DraftProduct {
    DraftProduct {
        product_id: UNKNOWN.into(),
        tier: Tier::Regular,
        skus: vec![DraftSku {
            sku_id: "1729999999999999998".into(),
            campaign_price: Some(cents(9_99)),
            campaign_stock: Some(Decimal::from(10)),
            extra_discount: None,
        }],
    }
}
