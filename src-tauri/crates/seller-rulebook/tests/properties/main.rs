//! What holds for every registration, not only for the examples of the pages:
//! corridor, check and repair never disagree.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod coupons;
mod world;

use proptest::prelude::*;
use rust_decimal::Decimal;
use seller_domain::registration::{Draft, DraftProduct};
use seller_domain::{Currency, Money};
use seller_rulebook::cases::{ProductCase, Setting};
use seller_rulebook::finding::Edit;
use seller_rulebook::repair::repaired;
use seller_rulebook::review::{corridor, review_product, review_registration, stock_corridor};
use seller_rulebook::rule::Check;
use seller_rulebook::{Facts, Finding};
use std::collections::BTreeSet;
use world::world;

/// Findings about one product, as far as two reviews can be compared.
fn told(findings: &[Finding]) -> Vec<String> {
    findings
        .iter()
        .map(|found| format!("{} {:?} {:?}", found.rule.id, found.place, found.fault))
        .collect()
}

fn bounds_prices(finding: &Finding) -> bool {
    let price = |check: &Check| matches!(check, Check::Price(_));
    finding.fault.field == "campaign_price" && finding.rule.checks.iter().any(price)
}

fn bounds_stock(finding: &Finding) -> bool {
    let stock = |check: &Check| matches!(check, Check::Stock(_));
    finding.fault.field == "campaign_stock" && finding.rule.checks.iter().any(stock)
}

/// The places that a rule refuses.
fn refused(findings: &[Finding]) -> BTreeSet<String> {
    findings
        .iter()
        .filter(|found| found.blocks())
        .map(|found| format!("{} {:?}", found.rule.id, found.place))
        .collect()
}

fn review(product: &DraftProduct, facts: &Facts) -> Vec<Finding> {
    let policy = facts.policy();
    review_product(product, Setting::new(facts, &policy))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn a_price_is_in_the_corridor_exactly_if_no_rule_finds_fault_with_it((draft, facts) in world()) {
        let policy = facts.policy();
        let setting = Setting::new(&facts, &policy);
        for entry in &draft.products {
            let findings = review_product(entry, setting);
            let product = ProductCase::new(setting, entry);
            for sku in &entry.skus {
                let Some(price) = sku.campaign_price else { continue };
                let at_it = |found: &&Finding| found.place.sku_id.as_ref() == Some(&sku.sku_id);
                let faulty = findings
                    .iter()
                    .filter(at_it)
                    .any(|found| bounds_prices(found) || found.rule.id == "RG-06");
                prop_assert_eq!(corridor(&product.sku(sku)).allows(price), !faulty, "{}", price);
            }
        }
    }

    #[test]
    fn a_whole_stock_is_between_the_limits_exactly_if_no_rule_finds_fault_with_it((draft, facts) in world()) {
        let policy = facts.policy();
        let setting = Setting::new(&facts, &policy);
        for entry in &draft.products {
            let findings = review_product(entry, setting);
            let product = ProductCase::new(setting, entry);
            for sku in &entry.skus {
                let corridor = stock_corridor(&product.sku(sku));
                let Some(stock) = sku.campaign_stock.filter(|stock| stock.fract().is_zero()) else {
                    continue;
                };
                let inside = corridor.least.is_none_or(|(least, _)| stock >= Decimal::from(least))
                    && corridor.most.is_none_or(|(most, _)| stock <= Decimal::from(most));
                let faulty = findings.iter().any(|found| {
                    found.place.sku_id.as_ref() == Some(&sku.sku_id) && bounds_stock(found)
                });
                prop_assert_eq!(inside, !faulty, "{}", stock);
            }
        }
    }

    #[test]
    fn the_floor_is_at_most_the_ceiling_and_both_are_legal_unless_the_corridor_is_empty((draft, facts) in world()) {
        let policy = facts.policy();
        let setting = Setting::new(&facts, &policy);
        for entry in &draft.products {
            let product = ProductCase::new(setting, entry);
            for sku in &entry.skus {
                let corridor = corridor(&product.sku(sku));
                let floor = corridor.floor.unwrap().price;
                prop_assert!(floor.is_positive());
                let Some(ceiling) = corridor.ceiling else { continue };
                prop_assert_eq!(corridor.is_empty(), floor > ceiling.price);
                prop_assert_eq!(corridor.allows(floor), !corridor.is_empty());
                prop_assert_eq!(corridor.allows(ceiling.price), !corridor.is_empty());
            }
        }
    }

    #[test]
    fn the_repair_of_a_price_is_the_nearest_legal_one_or_leaves_the_sku_out((draft, facts) in world()) {
        let policy = facts.policy();
        let setting = Setting::new(&facts, &policy);
        for entry in &draft.products {
            let product = ProductCase::new(setting, entry);
            for found in review_product(entry, setting).iter().filter(|found| bounds_prices(found)) {
                let id = found.place.sku_id.as_ref().unwrap();
                let sku = entry.skus.iter().find(|sku| sku.sku_id == *id).unwrap();
                let corridor = corridor(&product.sku(sku));
                match &found.fault.repair[0] {
                    Edit::SetCampaignPrice { to, .. } => {
                        prop_assert!(corridor.allows(*to));
                        let wanted = sku.campaign_price.unwrap();
                        if let (false, Some(ceiling)) = (wanted.is_positive(), corridor.ceiling) {
                            prop_assert_eq!(*to, ceiling.price);
                            continue;
                        }
                        let away = |price: Money| (price - wanted).amount().abs();
                        let unit = Money::minor_unit(Currency::Usd);
                        for other in [*to + unit, *to - unit] {
                            prop_assert!(!corridor.allows(other) || away(other) >= away(*to));
                        }
                    }
                    Edit::RemoveSku { sku_id } => {
                        prop_assert_eq!(sku_id, id);
                        prop_assert!(corridor.is_empty());
                    }
                    other => prop_assert!(false, "{:?}", other),
                }
            }
        }
    }

    #[test]
    fn a_repair_clears_its_finding_and_refuses_nothing_new((draft, facts) in world()) {
        for entry in &draft.products {
            let before = review(entry, &facts);
            for found in before.iter().filter(|found| !found.fault.repair.is_empty()) {
                let after = repaired(entry.clone(), &found.fault.repair)
                    .map(|entry| review(&entry, &facts))
                    .unwrap_or_default();
                let same = |left: &&Finding| {
                    left.rule.id == found.rule.id
                        && left.place == found.place
                        && left.fault.field == found.fault.field
                };
                prop_assert!(after.iter().find(same).is_none(), "{:?} stays", found.fault);
                // A SKU that is in order again shares the fate of its siblings, which it had before.
                let new: Vec<_> = refused(&after)
                    .difference(&refused(&before))
                    .filter(|refusal| !refusal.starts_with("RG-12"))
                    .cloned()
                    .collect();
                prop_assert!(new.is_empty(), "{:?} brings {:?}", found.fault.repair, new);
            }
        }
    }

    #[test]
    fn repairing_again_and_again_ends_without_a_refusal((draft, facts) in world()) {
        for entry in &draft.products {
            let mut left = Some(entry.clone());
            // Each pass repairs a finding for good; a product has fewer than 200 of them.
            for _ in 0..200 {
                let Some(entry) = left.take() else { break };
                let findings = review(&entry, &facts);
                let next = findings
                    .iter()
                    .find(|found| found.blocks() && !found.fault.repair.is_empty());
                let Some(next) = next else {
                    prop_assert!(refused(&findings).is_empty(), "{:?}", refused(&findings));
                    break;
                };
                left = repaired(entry, &next.fault.repair);
            }
            prop_assert!(left.is_none(), "still repairing");
        }
    }

    #[test]
    fn a_product_is_judged_by_itself((draft, facts) in world()) {
        let whole = review_registration(&draft, &facts);
        prop_assert_eq!(whole.products.len(), draft.products.len());
        for (entry, findings) in draft.products.iter().zip(&whole.products) {
            prop_assert_eq!(told(&review(entry, &facts)), told(findings));
            let alone = Draft {
                products: vec![entry.clone()],
                ..draft.clone()
            };
            let alone = review_registration(&alone, &facts);
            prop_assert_eq!(told(&alone.products[0]), told(findings));
        }
    }
}
