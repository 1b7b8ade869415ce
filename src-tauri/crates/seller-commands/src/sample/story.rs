//! What happened in the sample shop: prices, registrations, decisions, changes.

use super::campaigns::{FLASH, HOLIDAY, SCHOOL, SHOP_TAB, WEEKLY};
use super::goods::Goods;
use super::{Teller, cents};
use crate::context::Context;
use crate::error::CommandError;
use crate::rooms::grid;
use crate::rooms::registrations::Edit as PriceEdit;
use crate::trouble::Trouble;
use crate::wire::registrations::WantedPrice;
use chrono::TimeDelta;
use rust_decimal::Decimal;
use seller_domain::campaign::{RangeEnd, StatedRange, StatedTerms, Tier};
use seller_domain::catalogue::SkuChange;
use seller_domain::price_history::{PriceKind, PriceRecord};
use seller_domain::registration::{
    Decision, Draft, DraftProduct, DraftSku, ProductState, SkuErrorReason, WithdrawalScope,
};
use seller_domain::shop::Shop;
use seller_domain::smart_promotion::{Enrolment, Exclusion, Mode, Terms};
use seller_domain::{CampaignId, DraftId, Instant, Language, Percent, ProductId};
use seller_planner::repair::apply;
use seller_planner::{RepairChoice, plan_repair};
use seller_rulebook::accepted::Acknowledged;
use seller_rulebook::cases::{EnrolmentCase, EnrolmentStep};
use seller_rulebook::review::{accept_enrolment, accept_registration, review_registration};
use seller_rulebook::{Grade, Policy, book};
use seller_store::facts::{self, Scope};
use seller_store::recommendation_choice::{self, Choice};
use seller_store::stated_terms::{self, StatedBy};
use seller_store::{
    Tx, exclusion, platform_reason, price_edit, price_record, registration, registration_product,
    smart_promotion, withdrawal,
};
use std::collections::BTreeSet;

/// The shop joins Smart Promotion, store-wide.
pub(super) fn join(tx: &Tx<'_>, shop: &Shop) -> Result<(), Trouble> {
    let policy = Policy::on(shop.market, shop.currency, shop.time_zone.day_of(tx.now()));
    let surcharge = policy.percent("smart_promotion.campaign_surcharge");
    let terms = |mode, package: &str, rate| Terms {
        mode,
        service_package: package.to_owned(),
        fee_rate: rate,
        exempted_rate: None,
        campaign_surcharge: surcharge.unwrap_or(Percent::whole(1)),
    };
    let rate = policy.percent("smart_promotion.store_wide_rate");
    let store_wide = terms(
        Mode::StoreWide,
        "Growth Package",
        rate.unwrap_or(Percent::from_basis_points(350)),
    );
    smart_promotion::save_offered(tx, &store_wide)?;
    let co_funded = terms(Mode::CoFunded, "Co-funded Package", Percent::whole(5));
    smart_promotion::save_offered(tx, &co_funded)?;
    let case = EnrolmentCase {
        now: tx.now(),
        shop,
        enrolment: &Enrolment::Never,
        policy: &policy,
        mode: Mode::StoreWide,
        step: EnrolmentStep::Confirm,
        taken: Some(EnrolmentStep::ConfirmAndNext),
        terms: &store_wide,
        shown: Some(&store_wide),
    };
    let accepted = accept_enrolment(&case, &BTreeSet::new())
        .map_err(|_| CommandError::bug("the sample shop cannot join Smart Promotion"))?;
    smart_promotion::append(tx, &accepted)?;
    Ok(())
}

/// Everything between joining and today.
pub(super) fn happen(teller: &Teller<'_>, goods: &mut Goods) -> Result<(), Trouble> {
    let school = CampaignId::from(SCHOOL);
    teller.at(teller.hour(-60, 10), |tx| {
        register(tx, "sample-registration-1", &school, goods, 0..8, 75)
    })?;
    teller.at(teller.hour(-57, 15), |tx| {
        let approved = goods.ids(0..8);
        registration_product::set_state(tx, &school, &approved, &ProductState::Registered)?;
        Ok(())
    })?;
    teller.at(teller.hour(-40, 9), |tx| {
        (0..120)
            .step_by(11)
            .try_for_each(|product| goods.raise(tx, product, 200))
    })?;
    teller.at(teller.hour(-20, 9), |tx| earlier_prices(tx, teller, goods))?;
    running_campaign(teller, goods)?;
    closed_campaign(teller, goods)?;
    teller.at(teller.hour(-1, 7), |tx| {
        let weekly = CampaignId::from(WEEKLY);
        register(tx, "sample-registration-4", &weekly, goods, 28..33, 78)?;
        // Also in the running campaign, at another price: the draft cannot meet both.
        register(tx, "sample-registration-5", &weekly, goods, 20..21, 70)?;
        stated(tx, goods)
    })
}

/// Promotions of the seller's own, before and within the usual look-back.
fn earlier_prices(tx: &Tx<'_>, teller: &Teller<'_>, goods: &Goods) -> Result<(), Trouble> {
    for product in 40..120 {
        let (from, until, percent) = match product % 5 {
            0 => (-48, -45, 70),
            1 => (-14, -11, 80),
            2 => (-33, -28, 88),
            _ => continue,
        };
        for sku in 0..goods.rows[product].skus.len() {
            let record = PriceRecord {
                kind: PriceKind::Promotion,
                price: cents(goods.retail(product, sku) * percent / 100),
                from: teller.day(from),
                until: Some(teller.day(until)),
            };
            price_record::put(tx, &goods.sku_id(product, sku), &record)?;
        }
    }
    for product in [100, 101] {
        let asked = Exclusion {
            product_id: goods.id(product),
            requested_at: tx.now(),
            confirmed_at: Some(teller.hour(-18, 12)),
        };
        exclusion::save(tx, &asked)?;
    }
    Ok(())
}

/// The running campaign: a product in every state, requests of every kind.
fn running_campaign(teller: &Teller<'_>, goods: &mut Goods) -> Result<(), Trouble> {
    let flash = CampaignId::from(FLASH);
    teller.at(teller.hour(-9, 11), |tx| {
        register(tx, "sample-registration-2", &flash, goods, 8..24, 80)
    })?;
    teller.at(teller.hour(-6, 16), |tx| {
        let rejected = ProductState::Rejected {
            reason: "The main image shows a price.".to_owned(),
        };
        let set = |products: Vec<ProductId>, state: &ProductState| {
            registration_product::set_state(tx, &flash, &products, state)
        };
        set(goods.ids(8..20), &ProductState::Registered)?;
        set(goods.ids([22, 23]), &rejected)?;
        let report = goods
            .ids([22, 23])
            .into_iter()
            .map(|product_id| platform_reason::Row {
                product_id,
                sku_id: None,
                reasons: vec!["The main image shows a price.".to_owned()],
            });
        platform_reason::save(tx, &flash, &report.collect::<Vec<_>>())?;
        Ok(())
    })?;
    teller.at(teller.hour(-4, 9), |tx| requests(tx, &flash, goods))?;
    teller.at(teller.hour(-2, 13), |tx| {
        let at = tx.now();
        price_edit::decide(tx, "sample-price-1", &Decision::Approved, at)?;
        let refused = Decision::Refused {
            reason: "Above the campaign's price level.".to_owned(),
        };
        price_edit::decide(tx, "sample-price-2", &refused, at)?;
        withdrawal::decide(tx, "sample-withdrawal-1", &Decision::Approved, at)?;
        Ok(())
    })?;
    teller.at(teller.hour(-1, 6), |tx| {
        goods.raise(tx, 15, 300)?;
        into_error(tx, &flash, goods, 15)
    })
}

fn requests(tx: &Tx<'_>, flash: &CampaignId, goods: &Goods) -> Result<(), Trouble> {
    let context = Context {
        now: tx.now(),
        language: Language::English,
    };
    for (number, product) in (1..=4).zip([9, 10, 11, 12]) {
        let wanted = WantedPrice {
            sku_id: goods.sku_id(product, 0),
            price: cents(goods.retail(product, 0) * 70 / 100),
        };
        let edit = PriceEdit::load(tx, &context, flash, &goods.id(product), &[wanted])?;
        let name = || format!("sample-price-{number}");
        edit.send(tx, &context, &every_warning(), name)?;
    }
    let ask = |id: &str, scope, product| {
        withdrawal::insert(tx, id, flash, scope, &goods.ids([product])).map(drop)
    };
    ask("sample-withdrawal-1", WithdrawalScope::Product, 18)?;
    ask("sample-withdrawal-2", WithdrawalScope::Product, 19)?;
    ask("sample-withdrawal-3", WithdrawalScope::ExtraDiscount, 14)?;
    Ok(())
}

/// A campaign that shares products with the running one, and lets nobody register again.
fn closed_campaign(teller: &Teller<'_>, goods: &mut Goods) -> Result<(), Trouble> {
    let shop_tab = CampaignId::from(SHOP_TAB);
    teller.at(teller.hour(-3, 10), |tx| {
        register(tx, "sample-registration-3", &shop_tab, goods, 16..28, 72)
    })?;
    teller.at(teller.hour(-1, 5), |tx| {
        let approved = goods.ids(16..26);
        registration_product::set_state(tx, &shop_tab, &approved, &ProductState::Registered)?;
        for product in [102, 103] {
            exclusion::save(
                tx,
                &Exclusion {
                    product_id: goods.id(product),
                    requested_at: tx.now(),
                    confirmed_at: None,
                },
            )?;
        }
        goods.raise(tx, 24, 300)?;
        into_error(tx, &shop_tab, goods, 24)
    })
}

fn into_error(
    tx: &Tx<'_>,
    campaign: &CampaignId,
    goods: &Goods,
    product: usize,
) -> Result<(), Trouble> {
    let reason = SkuErrorReason::Changed {
        change: SkuChange::RetailPrice {
            sku_id: goods.sku_id(product, 0),
            retail_price: cents(goods.retail(product, 0)),
        },
    };
    let ids = goods.ids([product]);
    registration_product::set_state(tx, campaign, &ids, &ProductState::SkuError { reason })?;
    Ok(())
}

/// Registers products at a share of their retail price; what the book refuses
/// is repaired first, as a seller would.
fn register(
    tx: &Tx<'_>,
    id: &str,
    campaign: &CampaignId,
    goods: &Goods,
    products: std::ops::Range<usize>,
    percent: i64,
) -> Result<(), Trouble> {
    let ids = goods.ids(products.clone());
    let facts = facts::load(tx, campaign, Scope::Products(&ids), tx.now())?;
    let offers_extra = facts.campaign.extra_discount_minimum;
    let mut draft = Draft {
        id: DraftId::from(id),
        campaign_id: campaign.clone(),
        coupons: Vec::new(),
        products: products
            .map(|product| DraftProduct {
                product_id: goods.id(product),
                tier: Tier::Regular,
                skus: (0..goods.rows[product].skus.len())
                    .map(|sku| DraftSku {
                        sku_id: goods.sku_id(product, sku),
                        campaign_price: Some(cents(goods.retail(product, sku) * percent / 100)),
                        campaign_stock: Some(Decimal::from(15)),
                        extra_discount: offers_extra.filter(|_| product == 14),
                    })
                    .collect(),
            })
            .collect(),
    };
    let refusing = book::rules().filter(|rule| rule.grade == Grade::Block);
    let choice = RepairChoice {
        rules: Some(refusing.map(|rule| rule.id.to_owned()).collect()),
        ..RepairChoice::all().leaving_out()
    };
    let plan = plan_repair(
        &draft,
        &facts,
        &review_registration(&draft, &facts),
        &choice,
    );
    apply(&mut draft, &plan.edits)
        .map_err(|_| CommandError::bug("a repair of the sample does not fit"))?;
    let accepted = accept_registration(draft, &facts, &every_warning()).map_err(|refused| {
        let rules: Vec<_> = refused
            .review
            .findings()
            .map(|found| found.rule.id)
            .collect();
        CommandError::bug(format!("{id} of the sample is refused by {rules:?}"))
    })?;
    let planned = grid::planned(&facts, accepted.get());
    registration::insert(tx, id, &accepted, &facts, planned)?;
    Ok(())
}

/// A seller who reads and takes every warning.
pub(super) fn every_warning() -> Acknowledged {
    book::rules().map(|rule| rule.id.to_owned()).collect()
}

/// What the prefill workbook of the open campaign said.
fn stated(tx: &Tx<'_>, goods: &Goods) -> Result<(), Trouble> {
    let holiday = CampaignId::from(HOLIDAY);
    let share = |retail: i64, percent: i64| cents(retail * percent / 100);
    let mut terms = Vec::new();
    for product in 40..72 {
        for sku in 0..goods.rows[product].skus.len() {
            let retail = goods.retail(product, sku);
            let most = if product == 58 { 60 } else { 95 };
            let least_stock = if product == 59 { 30 } else { 1 };
            terms.push(StatedTerms {
                sku_id: goods.sku_id(product, sku),
                price_range: StatedRange {
                    lower: Some(RangeEnd {
                        value: Decimal::ONE,
                        included: true,
                    }),
                    upper: Some(RangeEnd {
                        value: share(retail, most).amount(),
                        included: true,
                    }),
                },
                stock_range: StatedRange::at_least(Decimal::from(least_stock)),
                recommended_price: (product % 3 != 0).then(|| share(retail, 72)),
                recommended: true,
            });
        }
    }
    stated_terms::save(tx, &holiday, StatedBy::Prefill, &terms)?;
    let price = share(goods.retail(40, 0), 72);
    recommendation_choice::save(
        tx,
        &holiday,
        &goods.sku_id(40, 0),
        Choice::Accepted,
        Some(price),
    )?;
    recommendation_choice::save(tx, &holiday, &goods.sku_id(41, 0), Choice::Dismissed, None)?;
    Ok(())
}

/// A moment shortly before now.
pub(super) fn just_now(now: Instant) -> Instant {
    now - TimeDelta::minutes(30)
}
