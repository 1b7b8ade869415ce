//! From a draft to a registration, and what becomes of it.

mod sku_errors;

use super::support::*;
use crate::facts::{self, Scope};
use crate::platform_reason::{self, Row};
use crate::recommendation_choice::{self, Choice};
use crate::registration::{self, Planned, Submission};
use crate::registration_product::{self, Filter};
use crate::stated_terms::{self, StatedBy};
use crate::{
    Cellar, StoreError, Summary, Tx, campaign, price_edit, price_record, registration_sku,
    smart_promotion, withdrawal,
};
use rust_decimal::Decimal;
use seller_domain::campaign::{Approval, StatedRange, StatedTerms, Tier};
use seller_domain::price_history::{PriceKind, PriceRecord};
use seller_domain::registration::{
    Decision, Draft, DraftProduct, DraftSku, ProductState, WithdrawalScope,
};
use seller_domain::smart_promotion::{Enrolment, Mode, Terms};
use seller_domain::{CampaignId, Instant, Period};
use seller_rulebook::Accepted;
use seller_rulebook::review::accept_registration;

/// A shop that may register, with four products of two SKUs at 20.00 and 20.01.
fn ready() -> (Place, Cellar) {
    let (place, cellar) = shop_file();
    stock_up(&cellar, 4, 2);
    let terms = Terms {
        mode: Mode::StoreWide,
        service_package: "Growth".to_owned(),
        fee_rate: percent("3.5"),
        exempted_rate: None,
        campaign_surcharge: percent("1"),
    };
    write(&cellar, |tx| {
        smart_promotion::append(tx, &joined_under(&terms, now()))?;
        campaign::save(tx, &campaign("c1"))
    });
    (place, cellar)
}

fn entry(number: usize, index: usize, price: &str) -> DraftSku {
    DraftSku {
        sku_id: sku_id(number, index),
        campaign_price: Some(usd(price)),
        campaign_stock: Some(Decimal::from(5)),
        extra_discount: Some(percent("10")),
    }
}

fn draft_of(campaign: &str, products: &[usize], price: &str) -> Draft {
    Draft {
        id: "d".into(),
        campaign_id: campaign.into(),
        coupons: Vec::new(),
        products: products
            .iter()
            .map(|number| DraftProduct {
                product_id: product_id(*number),
                tier: Tier::Regular,
                skus: vec![entry(*number, 1, price), entry(*number, 0, price)],
            })
            .collect(),
    }
}

fn submit_at(
    cellar: &Cellar,
    id: &str,
    draft: Draft,
    time: Instant,
) -> Result<Submission, StoreError> {
    let written = cellar.write("draft_submit", Summary::new("s"), time, |tx| {
        let ids: Vec<_> = draft
            .products
            .iter()
            .map(|product| product.product_id.clone())
            .collect();
        let facts = facts::load(tx, &draft.campaign_id, Scope::Products(&ids), time)?;
        let acknowledged = seller_rulebook::book::rules()
            .map(|rule| rule.id.to_owned())
            .collect();
        let accepted: Accepted<Draft> = accept_registration(draft.clone(), &facts, &acknowledged)
            .unwrap_or_else(|refused| panic!("{:?}", refused.review));
        registration::insert(tx, id, &accepted, &facts, |_, entry| {
            Some(Planned {
                fees: usd("1.20"),
                margin: (entry.sku_id == sku_id(0, 0)).then(|| usd("-0.35")),
            })
        })
    })?;
    Ok(written.value)
}

fn submit(cellar: &Cellar, id: &str, draft: Draft) -> Submission {
    submit_at(cellar, id, draft, now()).unwrap()
}

fn lines(cellar: &Cellar, filter: &Filter) -> Vec<registration_product::Line> {
    let lines = cellar
        .read(|view| registration_product::page(view, filter, 0, 100))
        .unwrap();
    let count = cellar
        .read(|view| registration_product::count(view, filter))
        .unwrap();
    assert_eq!(lines.len() as u32, count);
    lines
}

fn c1() -> CampaignId {
    "c1".into()
}

#[test]
fn what_was_submitted_comes_back_pending_with_its_planned_money() {
    let (_place, cellar) = ready();
    let submitted = submit(&cellar, "r1", draft_of("c1", &[2, 0], "11.49"));
    assert_eq!((submitted.products, submitted.skus), (2, 4));
    assert_eq!(
        cellar
            .read(|view| registration::of_campaign(view, &c1()))
            .unwrap(),
        [submitted]
    );
    let found = lines(&cellar, &Filter::default());
    let short: Vec<_> = found
        .iter()
        .map(|line| (&line.product_id, &line.state, line.skus, line.prices))
        .collect();
    let prices = Some((usd("11.49"), usd("11.49")));
    assert_eq!(
        short,
        [
            (&product_id(0), &ProductState::Pending, 2, prices),
            (&product_id(2), &ProductState::Pending, 2, prices),
        ]
    );
    let skus = cellar
        .read(|view| registration_sku::of_product(view, &c1(), &product_id(0)))
        .unwrap();
    assert_eq!(skus[0].sku_id, sku_id(0, 0));
    assert_eq!(skus[0].campaign_stock, 5);
    assert_eq!(skus[0].extra_discount, Some(percent("10")));
    assert_eq!(skus[0].retail_price, usd("20"));
    assert_eq!(skus[0].unit_cost, Some(usd("7.25")));
    assert_eq!(
        skus[0].planned,
        Some(Planned {
            fees: usd("1.20"),
            margin: Some(usd("-0.35"))
        })
    );
    assert_eq!(skus[1].planned.unwrap().margin, None);
    let mut exported = Vec::new();
    cellar
        .read(|view| {
            registration_sku::each_live(view, &c1(), |sku| {
                exported.push(sku.sku_id);
                Ok::<_, StoreError>(())
            })
        })
        .unwrap();
    assert_eq!(
        exported,
        [sku_id(0, 0), sku_id(0, 1), sku_id(2, 0), sku_id(2, 1)]
    );
    assert_eq!(
        cellar
            .read(|view| registration_sku::last_prices(view, &[product_id(2)]))
            .unwrap()[&sku_id(2, 1)],
        usd("11.49")
    );
}

#[test]
fn a_campaign_without_review_registers_at_once() {
    let (_place, cellar) = ready();
    let mut direct = campaign("c1");
    direct.approval = Approval::AtOnce;
    write(&cellar, |tx| campaign::save(tx, &direct));
    submit(&cellar, "r1", draft_of("c1", &[0], "11"));
    assert_eq!(
        lines(&cellar, &Filter::default())[0].state,
        ProductState::Registered
    );
}

#[test]
fn a_product_that_holds_a_place_is_not_registered_twice_and_nothing_is_written() {
    let (_place, cellar) = ready();
    submit(&cellar, "r1", draft_of("c1", &[1], "11"));
    let before = digest(&cellar);
    let twice = cellar.write("draft_submit", Summary::new("s"), now(), |tx| {
        let draft = draft_of("c1", &[0, 1], "10");
        // Accepted with facts from before the first submission.
        let mut facts = facts::load(
            tx,
            &c1(),
            Scope::Products(&[product_id(0), product_id(1)]),
            now(),
        )?;
        for product in facts.products.values_mut() {
            product.state = None;
        }
        let acknowledged = seller_rulebook::book::rules()
            .map(|rule| rule.id.to_owned())
            .collect();
        let accepted = accept_registration(draft, &facts, &acknowledged).unwrap();
        registration::insert(tx, "r2", &accepted, &facts, |_, _| None)
    });
    assert_eq!(
        twice.unwrap_err().to_string(),
        "product 1729380000000000001 is registered already (pending); withdraw it first"
    );
    assert_eq!(digest(&cellar), before);
}

#[test]
fn decisions_move_products_and_a_rejected_one_can_be_registered_again() {
    let (_place, cellar) = ready();
    submit(&cellar, "r1", draft_of("c1", &[0, 1, 2], "11"));
    let rejected = ProductState::Rejected {
        reason: "Campaign price is too high".to_owned(),
    };
    let decided = write_at(&cellar, at("2026-11-23T00:00:00Z"), |tx| {
        registration_product::set_state(tx, &c1(), &[product_id(0)], &rejected)?;
        registration_product::set_state(
            tx,
            &c1(),
            &[product_id(1), product_id(9)],
            &ProductState::Registered,
        )
    });
    assert_eq!(decided.value, 1);
    let state = |number| {
        cellar
            .read(|view| registration_product::state(view, &c1(), &product_id(number)))
            .unwrap()
    };
    assert_eq!(state(0), Some(rejected.clone()));
    assert_eq!(state(1), Some(ProductState::Registered));
    assert_eq!(state(3), None);
    assert_eq!(
        cellar
            .read(|view| registration_product::live_in(view, &c1()))
            .unwrap(),
        2
    );
    assert_eq!(
        cellar
            .read(|view| registration_product::in_state(view, &c1(), &ProductState::Pending))
            .unwrap(),
        [product_id(2)]
    );
    let filter = Filter {
        state: Some(ProductState::Rejected {
            reason: String::new(),
        }),
        ..Filter::default()
    };
    assert_eq!(lines(&cellar, &filter).len(), 1);

    let before = digest(&cellar);
    let again = submit(&cellar, "r2", draft_of("c1", &[0], "9.50"));
    assert_eq!(again.number, 2);
    assert_eq!(state(0), Some(ProductState::Pending));
    let skus = cellar
        .read(|view| registration_sku::of_product(view, &c1(), &product_id(0)))
        .unwrap();
    assert_eq!(skus[0].campaign_price, usd("9.50"));
    assert_eq!(lines(&cellar, &Filter::default()).len(), 3);
    let after = digest(&cellar);
    cellar.undo().unwrap().unwrap();
    assert_eq!(digest(&cellar), before);
    assert_eq!(state(0), Some(rejected));
    cellar.redo().unwrap().unwrap();
    assert_eq!(digest(&cellar), after);
}

#[test]
fn an_approved_price_request_is_in_force_and_a_refused_one_is_not() {
    let (_place, cellar) = ready();
    submit(&cellar, "r1", draft_of("c1", &[0], "11"));
    write(&cellar, |tx| {
        for (id, index, price) in [("e0", 0, "10.80"), ("e1", 0, "10.50"), ("e2", 1, "9")] {
            ask(tx, id, &c1(), (0, index), price)?;
        }
        Ok(())
    });
    let open = cellar.read(price_edit::open).unwrap();
    let short: Vec<_> = open
        .iter()
        .map(|edit| (edit.id.as_str(), edit.from, edit.to))
        .collect();
    assert_eq!(
        short,
        [("e1", usd("11"), usd("10.50")), ("e2", usd("11"), usd("9"))]
    );
    assert_eq!(lines(&cellar, &Filter::default())[0].open_requests, 2);
    let refusal = Decision::Refused {
        reason: "no".to_owned(),
    };
    let later = at("2026-11-25T00:00:00Z");
    write_at(&cellar, later, |tx| {
        price_edit::decide(tx, "e1", &Decision::Approved, later)?;
        price_edit::decide(tx, "e2", &refusal, later)
    });
    let prices: Vec<_> = cellar
        .read(|view| registration_sku::of_product(view, &c1(), &product_id(0)))
        .unwrap()
        .into_iter()
        .map(|sku| sku.campaign_price)
        .collect();
    assert_eq!(prices, [usd("10.50"), usd("11")]);
    let edits = cellar
        .read(|view| price_edit::of_product(view, &c1(), &product_id(0)))
        .unwrap();
    assert_eq!(edits[0].request.decision, refusal);
    assert_eq!(edits[1].request.decided_at, Some(later));
    let unknown = cellar.write("x", Summary::new("s"), now(), |tx| {
        ask(tx, "e9", &c1(), (3, 0), "1")
    });
    assert_eq!(
        unknown.unwrap_err().to_string(),
        "there is no registered SKU 1729390000000003000"
    );
}

#[test]
fn the_three_withdrawals_do_what_they_say_once_they_are_approved() {
    let (_place, cellar) = ready();
    submit(&cellar, "r1", draft_of("c1", &[0, 1, 2], "11"));
    let ask = |id: &str, scope, products: &[_]| {
        write(&cellar, |tx| {
            withdrawal::insert(tx, id, &c1(), scope, products)
        })
        .value
    };
    let approved_at = at("2026-11-25T00:00:00Z");
    let decide = |id: &str, decision| {
        let decide = |tx: &Tx<'_>| withdrawal::decide(tx, id, &decision, approved_at);
        write(&cellar, decide).value
    };
    let live = || {
        cellar
            .read(|view| registration_product::live_in(view, &c1()))
            .unwrap()
    };
    ask("w1", WithdrawalScope::ExtraDiscount, &[product_id(0)]);
    ask("w2", WithdrawalScope::Product, &[product_id(1)]);
    assert_eq!(live(), 3);
    assert_eq!(cellar.read(withdrawal::open).unwrap().len(), 2);
    decide("w1", Decision::Approved);
    decide("w2", Decision::Approved);
    assert_eq!(live(), 2);
    let out = Filter {
        state: Some(ProductState::Withdrawn),
        ..Filter::default()
    };
    let since: Vec<_> = lines(&cellar, &out)
        .into_iter()
        .map(|line| (line.product_id, line.state_since))
        .collect();
    assert_eq!(since, [(product_id(1), approved_at)]);
    let extra: Vec<_> = cellar
        .read(|view| registration_sku::of_product(view, &c1(), &product_id(0)))
        .unwrap()
        .into_iter()
        .map(|sku| sku.extra_discount)
        .collect();
    assert_eq!(extra, [None, None]);
    let whole = ask("w3", WithdrawalScope::Campaign, &[]);
    assert_eq!(whole.products, [product_id(0), product_id(2)]);
    decide(
        "w3",
        Decision::Refused {
            reason: "too late".to_owned(),
        },
    );
    assert_eq!(live(), 2);
    ask("w4", WithdrawalScope::Campaign, &[]);
    decide("w4", Decision::Approved);
    assert_eq!(live(), 0);
    let nothing = cellar.write("x", Summary::new("s"), now(), |tx| {
        withdrawal::insert(tx, "w5", &c1(), WithdrawalScope::Campaign, &[])
    });
    assert!(matches!(nothing, Err(StoreError::Absent { .. })));
    assert_eq!(
        cellar
            .read(|view| withdrawal::of_product(view, &c1(), &product_id(2)))
            .unwrap()
            .len(),
        2
    );
}

#[test]
fn choices_and_reasons_are_replaced_by_later_ones() {
    let (_place, cellar) = ready();
    let row = |reasons: &[&str]| Row {
        product_id: product_id(0),
        sku_id: Some(sku_id(0, 0)),
        reasons: reasons.iter().map(|reason| (*reason).to_owned()).collect(),
    };
    let other = Row {
        product_id: product_id(0),
        sku_id: None,
        reasons: vec!["Product not active".to_owned()],
    };
    write(&cellar, |tx| {
        recommendation_choice::save(tx, &c1(), &sku_id(0, 0), Choice::Edited, Some(usd("9.99")))?;
        recommendation_choice::save(tx, &c1(), &sku_id(0, 0), Choice::Dismissed, None)?;
        platform_reason::save(tx, &c1(), &[row(&["a", "b"]), other])?;
        platform_reason::save(tx, &c1(), &[row(&["c"])])
    });
    let chosen = cellar
        .read(|view| recommendation_choice::of_campaign(view, &c1()))
        .unwrap();
    assert_eq!(chosen.len(), 1);
    assert_eq!(
        (chosen[0].choice, chosen[0].price),
        (Choice::Dismissed, None)
    );
    let reasons: Vec<_> = cellar
        .read(|view| platform_reason::of_product(view, &c1(), &product_id(0)))
        .unwrap()
        .into_iter()
        .map(|reason| (reason.sku_id, reason.reason))
        .collect();
    assert_eq!(
        reasons,
        [
            (None, "Product not active".to_owned()),
            (Some(sku_id(0, 0)), "c".to_owned())
        ]
    );
}

#[test]
fn facts_hold_everything_that_a_check_asks_for() {
    let (_place, cellar) = ready();
    let mut other = campaign("c2");
    other.running = Period::new(at("2026-12-10T00:00:00Z"), at("2026-12-20T00:00:00Z"));
    let mut past = campaign("c0");
    past.registration = Period::new(at("2026-10-01T00:00:00Z"), at("2026-10-20T00:00:00Z"));
    past.running = Period::new(at("2026-11-01T00:00:00Z"), at("2026-11-08T00:00:00Z"));
    let promotion = PriceRecord {
        kind: PriceKind::Promotion,
        price: usd("14"),
        from: at("2026-11-10T00:00:00Z"),
        until: Some(at("2026-11-12T00:00:00Z")),
    };
    let forgotten = PriceRecord {
        from: at("2020-01-01T00:00:00Z"),
        until: Some(at("2020-02-01T00:00:00Z")),
        ..promotion.clone()
    };
    let stated = StatedTerms {
        sku_id: sku_id(0, 0),
        price_range: StatedRange::at_most(Decimal::from(12)),
        stock_range: StatedRange::default(),
        recommended_price: Some(usd("11.50")),
        recommended: true,
    };
    write(&cellar, |tx| {
        campaign::save(tx, &other)?;
        campaign::save(tx, &past)?;
        price_record::put(tx, &sku_id(0, 0), &promotion)?;
        price_record::put(tx, &sku_id(0, 0), &forgotten)?;
        stated_terms::save(tx, &c1(), StatedBy::Prefill, std::slice::from_ref(&stated))?;
        let narrower = StatedTerms {
            price_range: StatedRange::at_most(Decimal::from(11)),
            recommended_price: None,
            ..stated.clone()
        };
        stated_terms::save(tx, &c1(), StatedBy::FailReport, &[narrower])
    });
    submit_at(
        &cellar,
        "r0",
        draft_of("c0", &[0], "13"),
        at("2026-10-10T00:00:00Z"),
    )
    .unwrap();
    write(&cellar, |tx| {
        registration_product::set_state(
            tx,
            &"c0".into(),
            &[product_id(0)],
            &ProductState::Registered,
        )
    });
    submit(&cellar, "r2", draft_of("c2", &[0], "12.50"));
    submit(&cellar, "r1", draft_of("c1", &[1], "11"));

    let facts = cellar
        .read(|view| {
            facts::load(
                view,
                &c1(),
                Scope::Products(&[
                    product_id(1),
                    product_id(0),
                    "unknown".into(),
                    product_id(0),
                ]),
                now(),
            )
        })
        .unwrap();
    assert_eq!(facts.shop, sample_shop());
    assert!(matches!(facts.enrolment, Enrolment::Enrolled { .. }));
    assert_eq!(facts.campaign, campaign("c1"));
    // The product of the campaign is pending; accepted it counts.
    assert_eq!(facts.accepted_products, 0);
    let accepted = cellar.write("decide", Summary::new("s"), now(), |tx| {
        registration_product::set_state(tx, &c1(), &[product_id(1)], &ProductState::Registered)?;
        registration_product::accepted_in(tx, &c1())
    });
    assert_eq!(accepted.unwrap().value, 1);
    assert_eq!(facts.products.len(), 2);
    assert_eq!(
        facts.products[&product_id(1)].state,
        Some(ProductState::Pending)
    );
    let product = &facts.products[&product_id(0)];
    assert_eq!(product.state, None);
    assert_eq!(product.skus.len(), 2);
    let sku = &product.skus[0];
    assert_eq!(sku.sku.id, sku_id(0, 0));
    assert_eq!(sku.sku.unit_cost, Some(usd("7.25")));
    let history: Vec<_> = sku
        .history
        .iter()
        .map(|record| (record.kind, record.price))
        .collect();
    assert_eq!(
        history,
        [
            (PriceKind::Campaign, usd("13")),
            (PriceKind::Promotion, usd("14")),
            (PriceKind::Retail, usd("20")),
        ]
    );
    assert_eq!(
        sku.stated.as_ref().unwrap().price_range,
        StatedRange::at_most(Decimal::from(11))
    );
    assert_eq!(
        sku.stated.as_ref().unwrap().recommended_price,
        Some(usd("11.50"))
    );
    assert_eq!(sku.elsewhere.len(), 1);
    assert_eq!(sku.elsewhere[0].campaign_id, "c2".into());
    assert_eq!(sku.elsewhere[0].price, usd("12.50"));
    assert_eq!(sku.elsewhere[0].stock, 5);
    assert_eq!(sku.elsewhere[0].running, other.running);
    assert_eq!(product.skus[1].stated, None);
}

#[test]
fn facts_are_the_same_whether_products_are_reached_one_by_one_or_in_a_pass() {
    let (_place, cellar) = ready();
    let rows: Vec<_> = (10..60).map(|number| product_row(number, 3)).collect();
    write(&cellar, |tx| {
        bring(tx, &rows)?;
        campaign::save(tx, &campaign("c2"))
    });
    submit(&cellar, "r2", draft_of("c2", &[0, 1], "12.50"));
    let all: Vec<_> = rows
        .iter()
        .map(|row| row.id.clone())
        .chain([product_id(0), product_id(1), product_id(3)])
        .collect();
    let load = |ids: &[_]| {
        cellar
            .read(|view| facts::load(view, &c1(), Scope::Products(ids), now()))
            .unwrap()
    };
    let together = load(&all);
    assert_eq!(together.products.len(), 53);
    for id in &all {
        let alone = load(std::slice::from_ref(id));
        assert_eq!(
            format!("{:?}", alone.products[id]),
            format!("{:?}", together.products[id])
        );
    }
    let far_apart = [product_id(0), product_id(59)];
    let two = load(&far_apart);
    assert_eq!(two.products.len(), 2);
    for id in &far_apart {
        assert_eq!(
            format!("{:?}", two.products[id]),
            format!("{:?}", together.products[id])
        );
    }
}

#[test]
fn a_withdrawn_price_was_in_force_until_the_withdrawal() {
    let (_place, cellar) = ready();
    let mut past = campaign("c0");
    past.registration = Period::new(at("2026-10-01T00:00:00Z"), at("2026-10-20T00:00:00Z"));
    past.running = Period::new(at("2026-11-01T00:00:00Z"), at("2026-11-20T00:00:00Z"));
    write(&cellar, |tx| campaign::save(tx, &past));
    submit_at(
        &cellar,
        "r0",
        draft_of("c0", &[0, 1], "13"),
        at("2026-10-10T00:00:00Z"),
    )
    .unwrap();
    for (number, day) in [(0, "2026-11-05T00:00:00Z"), (1, "2026-10-15T00:00:00Z")] {
        write_at(&cellar, at(day), |tx| {
            registration_product::set_state(
                tx,
                &"c0".into(),
                &[product_id(number)],
                &ProductState::Withdrawn,
            )
        });
    }
    let facts = cellar
        .read(|view| {
            let ids = [product_id(0), product_id(1)];
            facts::load(view, &c1(), Scope::Products(&ids), now())
        })
        .unwrap();
    let campaign_price = |number| {
        facts.products[&product_id(number)].skus[0]
            .history
            .iter()
            .find(|record| record.kind == PriceKind::Campaign)
            .map(|record| record.until)
    };
    assert_eq!(campaign_price(0), Some(Some(at("2026-11-05T00:00:00Z"))));
    assert_eq!(campaign_price(1), None);
}

#[test]
fn a_price_that_an_edit_replaced_was_in_force_until_then() {
    let (_place, cellar) = ready();
    let mut past = campaign("c0");
    past.registration = Period::new(at("2026-10-01T00:00:00Z"), at("2026-10-20T00:00:00Z"));
    past.running = Period::new(at("2026-11-01T00:00:00Z"), at("2026-11-20T00:00:00Z"));
    past.approval = Approval::AtOnce;
    write(&cellar, |tx| campaign::save(tx, &past));
    let early = at("2026-10-10T00:00:00Z");
    submit_at(&cellar, "r0", draft_of("c0", &[0, 1], "11"), early).unwrap();
    let edited = [
        ("e0", 0, "12", "2026-10-25T00:00:00Z"),
        ("e1", 1, "12", "2026-11-05T00:00:00Z"),
    ];
    for (id, number, price, day) in edited {
        write_at(&cellar, at(day), |tx| {
            ask(tx, id, &"c0".into(), (number, 0), price)?;
            price_edit::decide(tx, id, &Decision::Approved, tx.now())
        });
    }
    let charged = |seen_from: &str, number| {
        let ids = [product_id(0), product_id(1)];
        let facts = cellar
            .read(|view| facts::load(view, &seen_from.into(), Scope::Products(&ids), now()))
            .unwrap();
        let history = facts.products[&product_id(number)].skus[0].history.clone();
        let campaigns = history
            .into_iter()
            .filter(|record| record.kind == PriceKind::Campaign);
        let mut charged: Vec<_> = campaigns
            .map(|record| (record.price, record.until))
            .collect();
        charged.sort_by_key(|(price, _)| price.amount());
        charged
    };
    let end = Some(past.running.end);
    // Before the campaign began nothing was sold at the first price.
    assert_eq!(charged("c1", 0), [(usd("12"), end)]);
    let until = Some(at("2026-11-05T00:00:00Z"));
    assert_eq!(charged("c1", 1), [(usd("11"), until), (usd("12"), end)]);
    // Its own campaign counts once the product is out of it.
    assert_eq!(charged("c0", 1), []);
    let out = at("2026-11-10T00:00:00Z");
    write_at(&cellar, out, |tx| {
        let out = ProductState::Withdrawn;
        registration_product::set_state(tx, &"c0".into(), &[product_id(1)], &out)
    });
    assert_eq!(
        charged("c0", 1),
        [(usd("11"), until), (usd("12"), Some(out))]
    );
}

#[test]
fn exclusions_count_once_they_are_in_force() {
    use crate::exclusion;
    use seller_domain::smart_promotion::Exclusion;
    let (_place, cellar) = ready();
    for (number, confirmed_at) in [(0, None), (2, Some(now()))] {
        let exclusion = Exclusion {
            product_id: product_id(number),
            requested_at: now(),
            confirmed_at,
        };
        write(&cellar, |tx| exclusion::save(tx, &exclusion));
    }
    let ids: Vec<_> = (0..4).map(product_id).collect();
    let facts = cellar
        .read(|view| facts::load(view, &c1(), Scope::Products(&ids), now()))
        .unwrap();
    let excluded: Vec<bool> = ids.iter().map(|id| facts.products[id].excluded).collect();
    assert_eq!(excluded, [false, false, true, false]);
}

#[test]
fn campaigns_at_the_same_time_with_other_prices_are_a_conflict() {
    let (_place, cellar) = ready();
    let mut second = campaign("c2");
    second.running.start = at("2026-12-11T00:00:00Z");
    second.running.end = at("2026-12-20T00:00:00Z");
    let mut after = campaign("c3");
    after.running = Period::new(second.running.end, at("2026-12-30T00:00:00Z"));
    write(&cellar, |tx| {
        campaign::save(tx, &second)?;
        campaign::save(tx, &after)
    });
    submit(&cellar, "r1", draft_of("c1", &[0, 1, 2], "11"));
    let mut cheaper = draft_of("c2", &[0, 1], "10");
    cheaper.products[1].skus[0].campaign_price = Some(usd("11"));
    submit(&cellar, "r2", cheaper);
    submit(&cellar, "r3", draft_of("c3", &[0], "9"));
    assert_eq!(
        cellar.read(registration_sku::conflicts).unwrap(),
        [registration_sku::Conflict {
            first: "c1".into(),
            second: "c2".into(),
            skus: 3
        }]
    );
}
