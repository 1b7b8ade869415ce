use super::{Strategy, *};
use crate::order_terms::OrderTerms;
use crate::profit::tests::any_charged_facts;
use crate::remembered_price::last_campaign_prices;
use crate::repair::apply;
use crate::scene::*;
use proptest::prelude::*;
use proptest::strategy::Strategy as _;
use seller_domain::Currency;
use seller_domain::campaign::{AgainstRetail, RangeEnd, StatedRange, StatedTerms};
use seller_domain::price_history::{PriceKind, PriceRecord};
use seller_rulebook::SkuFacts;

fn facts_with(skus: Vec<SkuFacts>) -> Facts {
    let mut facts = facts();
    facts.campaign.pricing.against_retail = Some(AgainstRetail::AtOrBelow);
    put(&mut facts, 1, skus);
    facts
}

fn plain(strategy: Strategy) -> Fill {
    Fill {
        strategy,
        rounding: Rounding::MinorUnit,
        beyond: Beyond::NotSet,
        only: Selection::All,
    }
}

fn outcomes(facts: &Facts, how: &Fill) -> Vec<Outcome> {
    let draft = draft(facts);
    let last = last_campaign_prices(&draft, facts);
    let filled = fill(&draft, facts, how, &last).unwrap();
    filled.into_iter().map(|filled| filled.outcome).collect()
}

fn set(price: &str) -> Outcome {
    Outcome::Set {
        price: usd(price),
        keeps_margin: None,
        fitted: false,
    }
}

fn ninety_nine() -> Rounding {
    Rounding::Ending {
        ending: usd("0.99"),
        every: usd("1"),
    }
}

fn stated(lower: Option<&str>, upper: Option<&str>) -> Option<StatedTerms> {
    let end = |text: &str| RangeEnd {
        value: usd(text).amount(),
        included: true,
    };
    Some(StatedTerms {
        sku_id: "P1S1".into(),
        price_range: StatedRange {
            lower: lower.map(end),
            upper: upper.map(end),
        },
        stock_range: StatedRange::default(),
        recommended_price: None,
        recommended: false,
    })
}

#[test]
fn a_percentage_off_rounds_down_so_that_at_least_so_much_is_off() {
    let facts = facts_with(vec![sku(1, 1, "19.99", None)]);
    let mut how = plain(Strategy::PercentOff { off: percent("30") });
    // 13.993.
    assert_eq!(outcomes(&facts, &how), [set("13.99")]);
    how.rounding = Rounding::Step { step: usd("0.05") };
    assert_eq!(outcomes(&facts, &how), [set("13.95")]);
    how.rounding = ninety_nine();
    assert_eq!(outcomes(&facts, &how), [set("13.99")]);
    how.strategy = Strategy::PercentOff { off: percent("33") };
    assert_eq!(outcomes(&facts, &how), [set("12.99")]);
}

#[test]
fn rounding_goes_up_where_only_that_keeps_the_margin() {
    let facts = facts_with(vec![sku(1, 1, "20", Some("13.50"))]);
    let mut how = plain(Strategy::PercentOff { off: percent("31") });
    how.rounding = Rounding::Step { step: usd("1") };
    // 13.80: 13 is below the cost, 14 is not.
    let kept = Outcome::Set {
        price: usd("14"),
        keeps_margin: Some(true),
        fitted: false,
    };
    assert_eq!(outcomes(&facts, &how), [kept]);
}

#[test]
fn a_price_that_a_rule_would_refuse_is_not_set_unless_it_may_be_fitted() {
    let mut one = sku(1, 1, "20", None);
    one.history.push(PriceRecord {
        kind: PriceKind::Discount,
        price: usd("12"),
        from: day(5, 1),
        until: Some(day(5, 2)),
    });
    let facts = facts_with(vec![one]);
    let mut how = plain(Strategy::PercentOff { off: percent("10") });
    let ceiling = LegalEnd {
        price: usd("12"),
        rule: "RG-02",
    };
    let why = NotSet::AboveCeiling {
        aim: usd("18"),
        ceiling,
    };
    assert_eq!(outcomes(&facts, &how), [Outcome::NotSet { why }]);
    how.beyond = Beyond::Fitted;
    let fitted = Outcome::Set {
        price: usd("12"),
        keeps_margin: None,
        fitted: true,
    };
    assert_eq!(outcomes(&facts, &how), [fitted]);
}

#[test]
fn a_recommended_price_is_taken_where_the_rules_allow_it() {
    let recommending = |number, price: Option<&str>| {
        let mut known = sku(1, number, "20", None);
        known.stated = stated(Some("5"), Some("18")).map(|stated| StatedTerms {
            recommended_price: price.map(usd),
            ..stated
        });
        known
    };
    let facts = facts_with(vec![
        recommending(1, Some("16.40")),
        recommending(2, Some("18.01")),
        recommending(3, None),
    ]);
    let ceiling = LegalEnd {
        price: usd("18"),
        rule: "RG-03",
    };
    let aim = usd("18.01");
    let above = NotSet::AboveCeiling { aim, ceiling };
    let none = NotSet::NoRecommendation;
    assert_eq!(
        outcomes(&facts, &plain(Strategy::Recommended)),
        [
            set("16.40"),
            Outcome::NotSet { why: above },
            Outcome::NotSet { why: none }
        ]
    );
}

#[test]
fn as_deep_as_the_margin_allows_stops_at_the_legal_floor() {
    let mut cheap = sku(1, 1, "20", Some("1"));
    cheap.stated = stated(Some("5"), None);
    let facts = facts_with(vec![
        cheap,
        sku(1, 2, "20", Some("8")),
        sku(1, 3, "20", None),
        sku(1, 4, "20", Some("17")),
    ]);
    let kept = |price| Outcome::Set {
        price: usd(price),
        keeps_margin: Some(true),
        fitted: false,
    };
    let mut how = plain(Strategy::AsDeepAsMargin {
        margin: Some(percent("20")),
    });
    let too_dear = NotSet::NoLegalPriceKeepsMargin {
        ceiling: LegalEnd {
            price: usd("20"),
            rule: "RG-02",
        },
    };
    assert_eq!(
        outcomes(&facts, &how),
        [
            kept("5"),
            kept("10"),
            Outcome::NotSet {
                why: NotSet::NoUnitCost
            },
            Outcome::NotSet { why: too_dear },
        ]
    );
    how.rounding = ninety_nine();
    assert_eq!(outcomes(&facts, &how)[..2], [kept("5.99"), kept("10.99")]);
}

#[test]
fn under_the_ceiling_rounds_down() {
    let mut one = sku(1, 1, "20", None);
    one.stated = stated(Some("17.50"), Some("18"));
    let facts = facts_with(vec![one]);
    let mut how = plain(Strategy::UnderCeiling { by: None });
    assert_eq!(outcomes(&facts, &how), [set("18")]);
    how.strategy = Strategy::UnderCeiling {
        by: Some(usd("0.01")),
    };
    assert_eq!(outcomes(&facts, &how), [set("17.99")]);
    how.rounding = Rounding::Step { step: usd("1") };
    let why = NotSet::NoRoundPrice { aim: usd("17.99") };
    assert_eq!(outcomes(&facts, &how), [Outcome::NotSet { why }]);
    how.strategy = Strategy::UnderCeiling { by: Some(usd("1")) };
    let why = NotSet::BelowFloor {
        aim: usd("17"),
        floor: LegalEnd {
            price: usd("17.50"),
            rule: "RG-03",
        },
    };
    assert_eq!(outcomes(&facts, &how), [Outcome::NotSet { why }]);
}

#[test]
fn an_empty_corridor_names_both_rules() {
    let mut one = sku(1, 1, "20", None);
    one.stated = stated(Some("25"), None);
    let facts = facts_with(vec![one]);
    let why = NotSet::EmptyCorridor {
        floor: LegalEnd {
            price: usd("25"),
            rule: "RG-03",
        },
        ceiling: LegalEnd {
            price: usd("20"),
            rule: "RG-02",
        },
    };
    let how = plain(Strategy::UnderCeiling { by: None });
    assert_eq!(outcomes(&facts, &how), [Outcome::NotSet { why }]);
}

#[test]
fn as_last_time_takes_the_remembered_price() {
    let mut one = sku(1, 1, "20", None);
    one.history.push(PriceRecord {
        kind: PriceKind::Campaign,
        price: usd("14.50"),
        from: day(2, 1),
        until: Some(day(2, 8)),
    });
    let facts = facts_with(vec![one, sku(1, 2, "20", None)]);
    let how = plain(Strategy::AsLastTime);
    let why = NotSet::NoLastPrice;
    assert_eq!(
        outcomes(&facts, &how),
        [set("14.50"), Outcome::NotSet { why }]
    );
}

#[test]
fn only_the_selected_skus_are_filled() {
    let facts = facts_with(vec![sku(1, 1, "20", None), sku(1, 2, "20", None)]);
    let draft = draft(&facts);
    let mut how = plain(Strategy::UnderCeiling { by: None });
    how.only = Selection::These {
        sku_ids: HashSet::from(["P1S1".into()]),
    };
    let filled = fill(&draft, &facts, &how, &HashMap::new()).unwrap();
    assert_eq!(filled.len(), 1);
    assert_eq!(filled[0].sku_id, "P1S1".into());
}

#[test]
fn what_makes_no_sense_is_refused_by_name() {
    let facts = facts_with(Vec::new());
    let refusal = |how: &Fill| {
        fill(&draft(&facts), &facts, how, &HashMap::new())
            .unwrap_err()
            .to_string()
    };
    let mut how = plain(Strategy::PercentOff {
        off: percent("100"),
    });
    assert_eq!(
        refusal(&how),
        "100 % off leaves no price; enter a discount from 0 to below 100 %"
    );
    how.strategy = Strategy::AsLastTime;
    how.rounding = Rounding::Ending {
        ending: usd("1"),
        every: usd("1"),
    };
    assert_eq!(
        refusal(&how),
        "prices cannot end in 1.00 USD of every 1.00 USD; the ending is 0 or more and smaller than the stretch, both in the shop's currency"
    );
    how.rounding = Rounding::Step {
        step: Money::from_minor(1_000, Currency::Vnd),
    };
    assert!(refusal(&how).contains("1000 VND"));
}

#[test]
fn every_offered_rounding_makes_sense_in_its_currency() {
    for currency in Currency::ALL {
        for rounding in Rounding::offered(currency) {
            assert!(rounding.grid(currency).is_ok(), "{rounding:?}");
        }
    }
    let dong = Rounding::offered(Currency::Vnd);
    let ending = Rounding::Ending {
        ending: Money::from_minor(900, Currency::Vnd),
        every: Money::from_minor(1_000, Currency::Vnd),
    };
    assert!(dong.contains(&ending));
}

fn any_strategy() -> impl proptest::strategy::Strategy<Value = Strategy> {
    prop_oneof![
        (0i64..9_900).prop_map(|points| Strategy::PercentOff {
            off: Percent::from_basis_points(points)
        }),
        proptest::option::of(0i64..6_000).prop_map(|points| Strategy::AsDeepAsMargin {
            margin: points.map(Percent::from_basis_points)
        }),
        proptest::option::of(0i64..500).prop_map(|cents| Strategy::UnderCeiling {
            by: cents.map(|cents| Money::from_minor(cents, Currency::Usd))
        }),
        Just(Strategy::AsLastTime),
        Just(Strategy::Recommended),
    ]
}

proptest! {
    #[test]
    fn no_strategy_with_any_rounding_sets_a_price_that_the_book_refuses(
        mut facts in any_charged_facts(),
        strategy in any_strategy(),
        rounding in 0usize..7,
        fitted in any::<bool>(),
        skus in proptest::collection::vec(
            (1i64..9_000, proptest::option::of(1i64..9_000), proptest::option::of(1i64..9_000),
             proptest::option::of(1i64..9_000), proptest::option::of(0i64..5_000), 0i64..3_000,
             proptest::option::of(1i64..9_000)),
            1..12,
        ),
    ) {
        let cents = |cents: i64| Money::from_minor(cents, Currency::Usd);
        let skus = skus.into_iter().enumerate().map(|(index, (retail, low, floor, last, cost, extra, recommended))| {
            let mut known = sku(1, index, "1", None);
            known.sku.retail_price = cents(retail);
            known.sku.unit_cost = cost.map(cents);
            let record = |kind, price, from, until| PriceRecord { kind, price: cents(price), from, until: Some(until) };
            known.history.clear();
            known.history.extend(low.map(|low| record(PriceKind::Discount, low, day(5, 1), day(5, 3))));
            known.history.extend(last.map(|last| record(PriceKind::Campaign, last, day(2, 1), day(2, 8))));
            known.stated = stated(floor.map(|floor| cents(floor).plain()).as_deref(), None).map(|stated| StatedTerms {
                recommended_price: recommended.map(cents),
                ..stated
            });
            (known, extra)
        });
        let (known, extras): (Vec<_>, Vec<_>) = skus.unzip();
        put(&mut facts, 1, known);
        let mut draft = draft(&facts);
        for (entry, extra) in draft.products[0].skus.iter_mut().zip(extras) {
            entry.extra_discount = Some(Percent::from_basis_points(extra));
        }
        let offered = Rounding::offered(Currency::Usd);
        let how = Fill {
            strategy,
            rounding: offered[rounding % offered.len()],
            beyond: if fitted { Beyond::Fitted } else { Beyond::NotSet },
            only: Selection::All,
        };
        let last = last_campaign_prices(&draft, &facts);
        let filled = fill(&draft, &facts, &how, &last).unwrap();
        prop_assert_eq!(filled.len(), draft.products[0].skus.len());
        apply(&mut draft, &edits(&filled)).unwrap();

        let grid = how.rounding.grid(Currency::Usd).unwrap();
        let policy = facts.policy();
        let mut terms = OrderTerms::of(&facts, &policy, &[]).unwrap();
        if let Strategy::AsDeepAsMargin { margin: Some(margin) } = strategy {
            terms = terms.with_wanted_margin(margin);
        }
        let review = review::review_registration(&draft, &facts);
        for (case, filled) in sku_cases(&draft.products[0], Setting::new(&facts, &policy)).zip(&filled) {
            let refusals = review.findings().filter(|finding| {
                finding.blocks()
                    && finding.fault.field == "campaign_price"
                    && finding.place.sku_id.as_ref() == Some(&filled.sku_id)
            });
            if let Outcome::Set { price, keeps_margin, .. } = filled.outcome {
                prop_assert_eq!(refusals.count(), 0);
                prop_assert!(review::corridor(&case).allows(price));
                let minor = price.to_minor().unwrap();
                prop_assert_eq!(grid.at_or_below(minor), Some(minor));
                let kept = costing(&case).map(|costing| terms.keeps_margin(costing, HELD_FOR, minor));
                prop_assert_eq!(keeps_margin, kept);
                if matches!(strategy, Strategy::AsDeepAsMargin { .. }) {
                    prop_assert_eq!(keeps_margin, Some(true));
                }
            } else {
                prop_assert_eq!(case.entry.campaign_price, None);
            }
        }
    }
}
