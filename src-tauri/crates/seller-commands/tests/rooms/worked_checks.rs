//! The platform's worked examples of fees and coupons, as a seller sees them in a row of the grid.

use crate::support::{Office, product_id, sku_id, type_price};
use serde_json::{Value, json};

/// A draft with one SKU at a retail price of 400, outside Smart Promotion; orders ship for 5.
fn priced(change: impl FnOnce(&mut Value)) -> (Office, String) {
    let office = Office::with_catalogue(1);
    let mut shop = crate::support::shop();
    shop["free_shipping_threshold"] = Value::Null;
    shop["fee_terms"]["shipping_charge"] = json!("5.00 USD");
    office.call("shop_save", json!({ "shop": shop }));
    office.call(
        "sku_edit",
        json!({ "sku_id": sku_id(0, 0), "retail_price": "400.00 USD", "unit_cost": null,
                "stock": null, "acknowledged": [] }),
    );
    let campaign = office.open_campaign(|campaign| {
        campaign["extra_discount_minimum"] = json!("5");
        change(campaign);
    });
    let draft = office.draft(&campaign, 1);
    (office, draft)
}

/// The line of the row's money with this key: its base and its amount.
fn line(office: &Office, draft: &str, price: &str, key: &str) -> Option<(Value, Value)> {
    type_price(office, draft, &sku_id(0, 0), price);
    let detail = office.call(
        "draft_row",
        json!({ "draft_id": draft, "sku_id": sku_id(0, 0) }),
    );
    let lines = detail["fees"].as_array().unwrap();
    let found = lines.iter().find(|line| line["key"] == key)?;
    Some((found["base"].clone(), found["amount"].clone()))
}

#[test]
fn the_campaign_fee_is_one_percent_of_sales_less_discount_plus_shipping() {
    let (office, draft) = priced(|_| {});
    office.call(
        "draft_extra_discount",
        json!({ "draft_id": draft, "product_ids": [product_id(0)], "extra_discount": "10" }),
    );
    // 100 − 10, + 5 shipping.
    assert_eq!(
        line(&office, &draft, "100", "campaign_service_fee"),
        Some((json!("95.00 USD"), json!("-0.95 USD")))
    );
}

#[test]
fn a_co_funded_coupon_is_split_from_its_minimum_up_to_its_maximum() {
    let (office, draft) = priced(|campaign| {
        campaign["coupons"] = json!([{
            "id": "co-1", "name": "20 % from 100", "target": "all_customers",
            "discount": { "kind": "percentage", "rate": "20", "maximum": "50.00 USD" },
            "seller_ratio": "50", "seller_maximum": null,
            "minimum_purchase": "100.00 USD", "quantity": null,
        }]);
    });
    let share = |price: &str| {
        let line = line(&office, &draft, price, "coupon_seller_share");
        line.map(|(_, amount)| amount)
    };
    assert_eq!(share("99.99"), None);
    assert_eq!(share("100"), Some(json!("-10.00 USD")));
    assert_eq!(share("250"), Some(json!("-25.00 USD")));
    assert_eq!(share("300"), Some(json!("-25.00 USD")));
    // Only the seller's part is a seller discount: 300 − 25, + 5 shipping.
    assert_eq!(
        line(&office, &draft, "300", "campaign_service_fee"),
        Some((json!("280.00 USD"), json!("-2.80 USD")))
    );
}

#[test]
fn ten_dollars_off_cost_each_side_five() {
    let (office, draft) = priced(|campaign| {
        campaign["coupons"] = json!([{
            "id": "co-1", "name": "10 off", "target": "all_customers",
            "discount": { "kind": "fixed", "amount": "10.00 USD" },
            "seller_ratio": "50", "seller_maximum": null,
            "minimum_purchase": "0.00 USD", "quantity": null,
        }]);
    });
    let share = line(&office, &draft, "60", "coupon_seller_share");
    assert_eq!(share.map(|(_, amount)| amount), Some(json!("-5.00 USD")));
}

#[test]
fn a_product_left_out_of_the_co_funded_programme_carries_no_floating_rate() {
    let (office, draft) = priced(|_| {});
    let terms = json!({ "mode": "co_funded", "service_package": "Growth", "fee_rate": "5",
                        "exempted_rate": null, "campaign_surcharge": "1" });
    office.call("smart_promotion_offer_save", json!({ "terms": terms }));
    office.call("smart_promotion_sign_up", json!({ "mode": "co_funded" }));
    let shown = office.call(
        "smart_promotion_confirm_and_next",
        json!({ "mode": "co_funded" }),
    );
    office.call(
        "smart_promotion_confirm",
        json!({ "token": shown["token"], "acknowledged": [] }),
    );
    let fee = || line(&office, &draft, "100", "smart_promotion_fee");
    let charged = Some((json!("100.00 USD"), json!("-5.00 USD")));
    assert_eq!(fee(), charged);
    let exclusion = |change: &str| {
        office.call(
            "exclusion_change",
            json!({ "product_ids": [product_id(0)], "change": change }),
        );
    };
    exclusion("request");
    assert_eq!(fee(), charged);
    exclusion("confirm");
    assert_eq!(fee(), None);
}
