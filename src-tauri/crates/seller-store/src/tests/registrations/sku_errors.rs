//! Products in SKU error: they keep their places, and what brought them there.

use super::super::support::*;
use super::{c1, draft_of, ready, submit};
use crate::{product, registration_product};
use seller_domain::catalogue::SkuChange;
use seller_domain::registration::{ProductState, SkuErrorReason};

#[test]
fn a_product_in_sku_error_keeps_its_place_and_is_found_in_the_catalogue() {
    let (_place, cellar) = ready();
    submit(&cellar, "r1", draft_of("c1", &[0, 1], "11"));
    let broken = ProductState::SkuError {
        reason: "retail price changed".to_owned().into(),
    };
    write(&cellar, |tx| {
        registration_product::set_state(tx, &c1(), &[product_id(1)], &broken)
    });
    let filter = product::Filter {
        text: String::new(),
        only: product::Only::InSkuError,
        category: None,
    };
    let found = cellar
        .read(|view| product::page(view, &filter, 0, 10))
        .unwrap();
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].product.id, product_id(1));
    assert_eq!(found[0].campaigns, 1);
    assert_eq!(
        cellar
            .read(|view| registration_product::live_campaigns(view, &product_id(1)))
            .unwrap(),
        [c1()]
    );
}

#[test]
fn a_change_of_the_catalogue_is_kept_as_what_it_is_and_the_platform_s_words_as_they_are() {
    let (_place, cellar) = ready();
    submit(&cellar, "r1", draft_of("c1", &[0, 1], "11"));
    let sku_id = || sku_id(0, 0);
    let changes = [
        SkuChange::RetailPrice {
            sku_id: sku_id(),
            retail_price: usd("24.99"),
        },
        SkuChange::Edited { sku_id: sku_id() },
        SkuChange::Added { sku_id: sku_id() },
        SkuChange::Deleted { sku_id: sku_id() },
    ];
    let reasons = changes
        .map(|change| SkuErrorReason::Changed { change })
        .into_iter()
        .chain([SkuErrorReason::from("SKU 信息已变更".to_owned())]);
    for reason in reasons {
        let broken = ProductState::SkuError { reason };
        for moved in [1, 0] {
            let changed = write(&cellar, |tx| {
                registration_product::set_state(tx, &c1(), &[product_id(0)], &broken)
            });
            assert_eq!(changed.value, moved, "{broken:?}");
        }
        let held = cellar.read(|view| registration_product::state(view, &c1(), &product_id(0)));
        assert_eq!(held.unwrap(), Some(broken));
    }
}
