//! Drafts: what was typed comes back, in the order it was brought in.

use super::support::*;
use crate::draft_rows::{self, Cells, Place};
use crate::{StoreError, Summary, campaign, draft, history};
use rust_decimal::Decimal;
use seller_domain::campaign::Tier;
use seller_domain::registration::{DraftProduct, DraftSku};
use seller_domain::{CouponId, DraftId};

fn draft_file() -> (super::support::Place, crate::Cellar, DraftId) {
    let (place, cellar) = shop_file();
    let id = DraftId::from("d1");
    write(&cellar, |tx| {
        campaign::save(tx, &campaign("c1"))?;
        draft::create(tx, &id, &"c1".into())
    });
    (place, cellar, id)
}

fn entry(sku: &str, price: Option<&str>) -> DraftSku {
    DraftSku {
        sku_id: sku.into(),
        campaign_price: price.map(usd),
        campaign_stock: Some(Decimal::new(105, 1)),
        extra_discount: Some(percent("0")),
    }
}

fn product(id: &str, skus: Vec<DraftSku>) -> DraftProduct {
    DraftProduct {
        product_id: id.into(),
        tier: Tier::Regular,
        skus,
    }
}

fn place(product: &str, sku: &str) -> Place {
    Place {
        product_id: product.into(),
        sku_id: sku.into(),
    }
}

#[test]
fn a_draft_comes_back_as_it_was_typed_in_the_order_it_was_brought_in() {
    let (_place, cellar, id) = draft_file();
    let mut blank = entry("s0", None);
    blank.campaign_stock = None;
    blank.extra_discount = None;
    let products = vec![
        product(
            "p9",
            vec![entry("s2", Some("12.345")), entry("s1", Some("7.5"))],
        ),
        product("p1", vec![blank]),
        product("p5", Vec::new()),
    ];
    let coupons = [CouponId::from("k2"), CouponId::from("k1")];
    write(&cellar, |tx| {
        draft_rows::put_products(tx, &id, &products)?;
        draft::set_coupons(tx, &id, &coupons)
    });
    let loaded = cellar.read(|view| draft_rows::load(view, &id)).unwrap();
    assert_eq!(loaded.products, products);
    assert_eq!(loaded.coupons, coupons);
    assert_eq!(loaded.campaign_id.as_str(), "c1");
    for wanted in &products {
        let one = cellar
            .read(|view| draft_rows::product(view, &id, &wanted.product_id))
            .unwrap();
        assert_eq!(one.as_ref(), Some(wanted));
    }
    assert_eq!(
        cellar
            .read(|view| draft_rows::product_ids(view, &id))
            .unwrap(),
        ["p9".into(), "p1".into(), "p5".into()]
    );
}

#[test]
fn cells_are_entered_kept_and_cleared_one_by_one() {
    let (_place, cellar, id) = draft_file();
    write(&cellar, |tx| {
        draft_rows::put_products(
            tx,
            &id,
            &[product(
                "p1",
                vec![entry("s1", Some("9")), entry("s2", Some("8"))],
            )],
        )
    });
    let cells = [
        Cells {
            campaign_price: Some(None),
            ..Cells::of(place("p1", "s1"))
        },
        Cells {
            campaign_price: Some(Some(usd("7.25"))),
            campaign_stock: Some(Some(Decimal::from(12))),
            extra_discount: Some(None),
            ..Cells::of(place("p1", "s2"))
        },
        Cells::of(place("p1", "unknown")),
    ];
    let written = write(&cellar, |tx| draft_rows::set_cells(tx, &id, &cells));
    assert_eq!(written.value, 2);
    let loaded = cellar.read(|view| draft_rows::load(view, &id)).unwrap();
    assert_eq!(
        loaded.products[0].skus,
        [
            entry("s1", None),
            DraftSku {
                sku_id: "s2".into(),
                campaign_price: Some(usd("7.25")),
                campaign_stock: Some(Decimal::from(12)),
                extra_discount: None,
            }
        ]
    );
}

#[test]
fn a_sku_that_was_left_out_comes_back_with_its_price() {
    let (_place, cellar, id) = draft_file();
    write(&cellar, |tx| {
        draft_rows::put_products(
            tx,
            &id,
            &[product(
                "p1",
                vec![entry("s1", Some("9")), entry("s2", Some("8"))],
            )],
        )
    });
    let out = [place("p1", "s1"), place("p1", "s1"), place("p2", "s9")];
    let changed = write(&cellar, |tx| draft_rows::include_skus(tx, &id, &out, false));
    assert_eq!(changed.value, 1);
    let loaded = cellar.read(|view| draft_rows::load(view, &id)).unwrap();
    assert_eq!(loaded.products[0].skus, [entry("s2", Some("8"))]);
    assert_eq!(
        cellar.read(|view| draft_rows::left_out(view, &id)).unwrap(),
        [("p1".into(), entry("s1", Some("9")))]
    );
    let head = cellar.read(|view| draft::head(view, &id)).unwrap();
    assert_eq!((head.products, head.skus), (1, 1));
    write(&cellar, |tx| draft_rows::include_skus(tx, &id, &out, true));
    let loaded = cellar.read(|view| draft_rows::load(view, &id)).unwrap();
    assert_eq!(
        loaded.products[0].skus,
        [entry("s1", Some("9")), entry("s2", Some("8"))]
    );
}

#[test]
fn products_are_put_into_a_tier_replaced_and_taken_out() {
    let (_place, cellar, id) = draft_file();
    let two = [
        product("p1", vec![entry("s1", Some("9"))]),
        product("p2", vec![entry("s2", Some("8"))]),
    ];
    write(&cellar, |tx| draft_rows::put_products(tx, &id, &two));
    let changed = write(&cellar, |tx| {
        draft_rows::set_tier(tx, &id, &["p1".into(), "p7".into()], Tier::Featured)
    });
    assert_eq!(changed.value, 1);
    write(&cellar, |tx| {
        draft_rows::put_products(tx, &id, &[product("p1", vec![entry("s1", Some("5"))])])
    });
    let removed = write(&cellar, |tx| {
        draft_rows::remove_products(tx, &id, &["p2".into(), "p2".into()])
    });
    assert_eq!(removed.value, 1);
    let loaded = cellar.read(|view| draft_rows::load(view, &id)).unwrap();
    assert_eq!(
        loaded.products,
        [product("p1", vec![entry("s1", Some("5"))])]
    );
}

#[test]
fn the_product_of_a_sku_is_found_also_if_the_catalogue_does_not_know_it() {
    let (_place, cellar, id) = draft_file();
    stock_up(&cellar, 1, 1);
    let known = sku_id(0, 0);
    write(&cellar, |tx| {
        draft_rows::put_products(
            tx,
            &id,
            &[
                product(product_id(0).as_str(), vec![entry(known.as_str(), None)]),
                product("p1", vec![entry("s1", None)]),
            ],
        )
    });
    let found = |sku: &str| {
        cellar
            .read(|view| draft_rows::product_of(view, &id, &sku.into()))
            .unwrap()
    };
    assert_eq!(found(known.as_str()), Some(product_id(0)));
    assert_eq!(found("s1"), Some("p1".into()));
    assert_eq!(found("s2"), None);
}

#[test]
fn a_campaign_has_one_open_draft_and_more_once_it_is_submitted() {
    let (_place, cellar, id) = draft_file();
    assert_eq!(
        cellar
            .read(|view| draft::open_for(view, &"c1".into()))
            .unwrap(),
        Some(id.clone())
    );
    let second = cellar.write("draft_open", Summary::new("s"), now(), |tx| {
        draft::create(tx, &"d2".into(), &"c1".into())
    });
    assert!(
        matches!(second, Err(StoreError::Constraint { .. })),
        "{second:?}"
    );
    write(&cellar, |tx| draft::close(tx, &id));
    assert!(
        cellar
            .read(|view| draft::head(view, &id))
            .unwrap()
            .submitted
    );
    assert_eq!(cellar.read(draft::open).unwrap(), []);
    write(&cellar, |tx| draft::create(tx, &"d2".into(), &"c1".into()));
    let open = cellar.read(draft::open).unwrap();
    assert_eq!(open.len(), 1);
    assert_eq!(open[0].id, "d2".into());
}

#[test]
fn deleting_a_draft_can_be_undone_and_an_unknown_one_is_named() {
    let (_place, cellar, id) = draft_file();
    write(&cellar, |tx| {
        draft_rows::put_products(tx, &id, &[product("p1", vec![entry("s1", Some("9"))])])
    });
    let before = digest(&cellar);
    write(&cellar, |tx| draft::delete(tx, &id));
    let gone = cellar.read(|view| draft::head(view, &id)).unwrap_err();
    assert_eq!(gone.to_string(), "there is no draft d1");
    let gone = cellar.write("x", Summary::new("s"), now(), |tx| {
        draft_rows::set_cells(tx, &id, &[])
    });
    assert_eq!(gone.unwrap_err().to_string(), "there is no draft d1");
    cellar.undo().unwrap().unwrap();
    assert_eq!(digest(&cellar), before);
    assert_eq!(cellar.read(history::count).unwrap(), 4);
}
