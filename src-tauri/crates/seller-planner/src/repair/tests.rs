use super::*;
use crate::scene::*;
use proptest::prelude::*;
use rust_decimal::Decimal;
use seller_domain::campaign::{Tier, TierTerms};
use seller_domain::{Currency, Money, Percent};
use seller_rulebook::review::review_registration;

fn shop(skus: usize) -> (Facts, Draft) {
    let mut facts = facts();
    let known = (1..=skus).map(|number| sku(1, number, "20", None));
    put(&mut facts, 1, known.collect());
    let mut draft = draft(&facts);
    for entry in &mut draft.products[0].skus {
        entry.campaign_price = Some(usd("15"));
    }
    (facts, draft)
}

fn repair(draft: &Draft, facts: &Facts, choice: &RepairChoice) -> RepairPlan {
    plan_repair(draft, facts, &review_registration(draft, facts), choice)
}

fn about_products(draft: &Draft, facts: &Facts) -> Vec<&'static str> {
    let review = review_registration(draft, facts);
    let findings = review.products.iter().flatten();
    findings.map(|finding| finding.rule.id).collect()
}

#[test]
fn a_price_that_breaks_two_rules_is_set_once() {
    let (mut facts, mut draft) = shop(2);
    facts.campaign.tiers = vec![TierTerms {
        tier: Tier::Regular,
        minimum_discount: Some(percent("10")),
        maximum_price: None,
        minimum_stock: None,
    }];
    draft.products[0].skus[0].campaign_price = Some(usd("25"));
    let plan = repair(&draft, &facts, &RepairChoice::all());
    assert_eq!(
        plan.edits,
        [Edit::SetCampaignPrice {
            sku_id: "P1S1".into(),
            to: usd("18")
        }]
    );
    for rule in ["RG-02", "RG-04", "RG-09"] {
        assert_eq!(plan.clears.get(rule), Some(&1), "{rule}");
    }
    apply(&mut draft, &plan.edits).unwrap();
    assert_eq!(about_products(&draft, &facts), Vec::<&str>::new());
}

#[test]
fn the_choice_of_a_rule_clears_others_besides() {
    let (facts, mut draft) = shop(1);
    draft.products[0].skus[0].campaign_price = Some(usd("25"));
    let plan = repair(&draft, &facts, &RepairChoice::rule("RG-02"));
    assert_eq!(plan.cleared(), 1);
    assert_eq!(plan.clears_besides.get("RG-04"), Some(&1));
}

#[test]
fn discounts_of_a_product_are_raised_or_cleared_without_conflict() {
    let (facts, mut draft) = shop(3);
    let skus = &mut draft.products[0].skus;
    skus[0].extra_discount = Some(percent("2"));
    skus[1].extra_discount = Some(percent("0"));
    let plan = repair(&draft, &facts, &RepairChoice::all());
    assert_eq!(
        plan.edits,
        [Edit::SetExtraDiscount {
            product_id: "P1".into(),
            to: None
        }]
    );
    apply(&mut draft, &plan.edits).unwrap();
    assert_eq!(about_products(&draft, &facts), Vec::<&str>::new());
}

#[test]
fn nothing_is_left_out_unless_that_is_allowed() {
    let (facts, mut draft) = shop(2);
    draft.products[0].skus[1].sku_id = "gone".into();
    let careful = repair(&draft, &facts, &RepairChoice::all());
    assert_eq!(careful.edits, []);
    let stays = |rule: &str| {
        let stay = careful
            .stays
            .iter()
            .find(|stay| stay.finding.rule.id == rule);
        stay.map(|stay| stay.why.clone())
    };
    assert_eq!(stays("RG-13"), Some(WhyNot::OnlyByLeavingOut));
    assert_eq!(stays("RG-12"), Some(WhyNot::NoRepair));
    let thorough = repair(&draft, &facts, &RepairChoice::all().leaving_out());
    assert_eq!(
        thorough.edits,
        [Edit::RemoveSku {
            sku_id: "gone".into()
        }]
    );
    assert_eq!(thorough.clears.get("RG-12"), Some(&1));
}

#[test]
fn a_product_is_taken_again_once_its_failing_sku_is_repaired() {
    let (facts, mut draft) = shop(2);
    draft.products[0].skus[1].campaign_price = Some(usd("25"));
    assert!(about_products(&draft, &facts).contains(&"RG-12"));
    let plan = repair(&draft, &facts, &RepairChoice::rule("RG-02"));
    assert_eq!(plan.clears_besides.get("RG-12"), Some(&1));
    apply(&mut draft, &plan.edits).unwrap();
    assert_eq!(about_products(&draft, &facts), Vec::<&str>::new());
}

#[test]
fn an_empty_corridor_can_only_be_left_out() {
    let (mut facts, mut draft) = shop(2);
    let known = facts.products.get_mut(&"P1".into()).unwrap();
    known.skus[0].sku.retail_price = usd("0.01");
    known.skus[0].history.clear();
    draft.products[0].skus[0].campaign_price = Some(usd("0.01"));
    let careful = repair(&draft, &facts, &RepairChoice::all());
    assert_eq!(careful.edits, []);
    assert!(
        careful
            .stays
            .iter()
            .any(|stays| stays.why == WhyNot::OnlyByLeavingOut)
    );
    let thorough = repair(&draft, &facts, &RepairChoice::all().leaving_out());
    assert_eq!(
        thorough.edits,
        [Edit::RemoveSku {
            sku_id: "P1S1".into()
        }]
    );
}

#[test]
fn edits_of_something_else_are_refused_whole() {
    let (_, mut draft) = shop(1);
    let before = draft.clone();
    let edits = [
        Edit::SetCampaignPrice {
            sku_id: "P1S1".into(),
            to: usd("9"),
        },
        Edit::RemoveSku {
            sku_id: "other".into(),
        },
    ];
    let refused = apply(&mut draft, &edits).unwrap_err();
    assert_eq!(refused.0, edits[1]);
    assert_eq!(draft, before);
}

#[test]
fn a_product_that_loses_its_last_sku_leaves_the_draft() {
    let (mut facts, _) = shop(2);
    put(&mut facts, 2, vec![sku(2, 1, "20", None)]);
    let mut draft = draft(&facts);
    let edits = ["P1S2", "P1S1"].map(|id| Edit::RemoveSku { sku_id: id.into() });
    apply(&mut draft, &edits).unwrap();
    assert_eq!(draft.products.len(), 1);
    assert_eq!(draft.products[0].product_id, "P2".into());
}

proptest! {
    #[test]
    fn a_bulk_repair_clears_what_it_promises_and_brings_no_refusal(
        minimum_discount in proptest::option::of(0i64..6_000),
        minimum_stock in proptest::option::of(1u32..50),
        rules in proptest::option::of(proptest::sample::subsequence(
            vec!["RG-01", "RG-02", "RG-03", "RG-04", "RG-05", "RG-06", "RG-07", "RG-08", "RG-09", "RG-12", "RG-13"], 1..5)),
        may_leave_out in any::<bool>(),
        products in proptest::collection::vec(proptest::collection::vec(
            (1i64..3_000, proptest::option::of(-100i64..40_000), proptest::option::of(-5i64..2_500),
             proptest::option::of(-200i64..12_000), prop_oneof![9 => Just(true), 1 => Just(false)]),
            1..5), 1..4),
    ) {
        let mut facts = facts();
        facts.campaign.tiers = vec![TierTerms {
            tier: Tier::Regular,
            minimum_discount: minimum_discount.map(Percent::from_basis_points),
            maximum_price: None,
            minimum_stock,
        }];
        for (product, skus) in products.iter().enumerate() {
            let known = skus.iter().enumerate().map(|(number, (retail, ..))| {
                let retail = Money::from_minor(*retail, Currency::Usd).plain();
                sku(product, number, &retail, None)
            });
            put(&mut facts, product, known.collect());
        }
        let mut draft = draft(&facts);
        for (entry, skus) in draft.products.iter_mut().zip(&products) {
            for (entry, (_, price, stock, extra, known)) in entry.skus.iter_mut().zip(skus) {
                // Tenths of a cent: some prices are too fine.
                entry.campaign_price = price.map(|mils| Money::new(Decimal::new(mils, 3), Currency::Usd));
                entry.campaign_stock = stock.map(|tenths| Decimal::new(tenths * 10, 1));
                entry.extra_discount = extra.map(Percent::from_basis_points);
                if !known {
                    entry.sku_id = format!("{}-gone", entry.sku_id).into();
                }
            }
        }
        let choice = RepairChoice {
            rules: rules.map(|rules| rules.into_iter().map(str::to_owned).collect()),
            may_leave_out,
            ..RepairChoice::default()
        };
        let before = review_registration(&draft, &facts);
        let plan = plan_repair(&draft, &facts, &before, &choice);
        let mut repaired = draft.clone();
        apply(&mut repaired, &plan.edits).unwrap();
        let after = review_registration(&repaired, &facts);

        let chosen = |review: &Review| review.findings().filter(|finding| choice.covers(finding)).count();
        let old: Vec<Finding> = before.findings().cloned().collect();
        let new: Vec<Finding> = after.findings().cloned().collect();
        prop_assert_eq!(new_refusals(&old, &new), BTreeSet::new());
        prop_assert_eq!(plan.cleared() + plan.stays.len(), chosen(&before));
        let left: HashSet<Key<'_>> = new.iter().map(key).collect();
        for stays in &plan.stays {
            prop_assert!(left.contains(&key(&stays.finding)), "{:?}", stays.finding);
        }
        let gone = old.iter().filter(|finding| choice.covers(finding) && !left.contains(&key(finding)));
        prop_assert_eq!(gone.count(), plan.cleared());
        // Applied once it is stable: the same choice finds nothing more to do.
        let again = plan_repair(&repaired, &facts, &after, &choice);
        prop_assert_eq!(again.edits, Vec::new());
    }
}
