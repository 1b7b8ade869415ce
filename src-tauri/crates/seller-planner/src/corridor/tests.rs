use super::*;
use crate::scene::*;
use seller_domain::campaign::{AgainstRetail, StatedRange, StatedTerms};
use seller_domain::price_history::{PriceKind, PriceRecord};
use seller_rulebook::{Facts, SkuFacts};

fn corridor_of(change: impl FnOnce(&mut Facts, &mut SkuFacts)) -> SkuCorridor {
    let mut facts = facts();
    facts.shop.fee_terms.wanted_margin = percent("20");
    let mut known = sku(1, 1, "20", Some("8"));
    change(&mut facts, &mut known);
    put(&mut facts, 1, vec![known]);
    let policy = facts.policy();
    let terms = OrderTerms::of(&facts, &policy, &[]).unwrap();
    let draft = draft(&facts);
    let setting = Setting::new(&facts, &policy);
    let mut corridors = product_corridors(&draft.products[0], setting, &terms);
    assert_eq!(corridors.len(), 1);
    corridors.remove(0).1
}

#[test]
fn the_legal_ends_name_their_rules() {
    let corridor = corridor_of(|_, _| {});
    let floor = LegalEnd {
        price: usd("0.01"),
        rule: "RG-04",
    };
    let ceiling = LegalEnd {
        price: usd("19.99"),
        rule: "RG-04",
    };
    assert_eq!(corridor.floor, Some(floor));
    assert_eq!(corridor.ceiling, Some(ceiling));
    assert!(!corridor.empty);
    assert_eq!(corridor.retail, Some(usd("20")));
    assert_eq!(
        (corridor.low, corridor.low_since),
        (Some(usd("20")), Some(day(1, 1)))
    );
}

#[test]
fn the_margin_floor_is_where_the_wanted_margin_is_reached() {
    let corridor = corridor_of(|_, _| {});
    assert_eq!(corridor.margin_floor, MarginFloor::At { price: usd("10") });
    assert_eq!(corridor.deepest, Some(usd("10")));
    let counting = CountingFloor {
        price: Some(usd("10")),
        by: FloorBy::Margin,
    };
    assert_eq!(corridor.counting_floor(), counting);
}

#[test]
fn a_margin_floor_above_the_ceiling_leaves_no_price_worth_it() {
    let corridor = corridor_of(|facts, known| {
        facts.campaign.pricing.against_retail = Some(AgainstRetail::AtOrBelow);
        known.history.push(PriceRecord {
            kind: PriceKind::Promotion,
            price: usd("9.50"),
            from: day(5, 1),
            until: Some(day(5, 3)),
        });
    });
    assert_eq!(corridor.margin_floor.price(), Some(usd("10")));
    assert_eq!(corridor.deepest, None);
    let ceiling = LegalEnd {
        price: usd("9.50"),
        rule: "RG-02",
    };
    assert_eq!(corridor.ceiling, Some(ceiling));
    assert_eq!(corridor.low, Some(usd("9.50")));
    let counting = CountingFloor {
        price: Some(usd("10")),
        by: FloorBy::MarginAboveCeiling,
    };
    assert_eq!(corridor.counting_floor(), counting);
}

#[test]
fn the_deepest_price_is_not_below_the_legal_floor() {
    let corridor = corridor_of(|_, known| {
        known.stated = Some(StatedTerms {
            sku_id: "P1S1".into(),
            price_range: StatedRange::at_least(usd("12").amount()),
            stock_range: StatedRange::default(),
            recommended_price: Some(usd("13")),
            recommended: true,
        });
    });
    assert_eq!(corridor.margin_floor.price(), Some(usd("10")));
    assert_eq!(corridor.deepest, Some(usd("12")));
    assert_eq!(corridor.recommended, Some(usd("13")));
    let counting = CountingFloor {
        price: Some(usd("12")),
        by: FloorBy::Rules,
    };
    assert_eq!(corridor.counting_floor(), counting);
}

#[test]
fn without_a_margin_floor_the_reason_is_said() {
    let unknown = corridor_of(|_, known| known.sku.unit_cost = None);
    assert_eq!(unknown.margin_floor, MarginFloor::NoUnitCost);
    let legal = unknown.floor.map(|end| end.price);
    let counting = unknown.counting_floor();
    assert_eq!(
        (counting.price, counting.by),
        (legal, FloorBy::RulesCostUnknown)
    );
    let greedy = corridor_of(|facts, _| facts.shop.fee_terms.wanted_margin = percent("99"));
    assert_eq!(greedy.margin_floor, MarginFloor::OutOfReach);
    let counting = greedy.counting_floor();
    assert_eq!(
        (counting.price, counting.by),
        (legal, FloorBy::RulesMarginOutOfReach)
    );
}

#[test]
fn an_empty_corridor_says_so() {
    let corridor = corridor_of(|_, known| {
        known.stated = Some(StatedTerms {
            sku_id: "P1S1".into(),
            price_range: StatedRange::at_least(usd("25").amount()),
            stock_range: StatedRange::default(),
            recommended_price: None,
            recommended: false,
        });
    });
    assert!(corridor.empty);
    assert_eq!(corridor.floor.map(|end| end.rule), Some("RG-03"));
    assert_eq!(corridor.deepest, None);
}
