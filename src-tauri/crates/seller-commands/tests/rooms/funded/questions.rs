//! Questions about orders and their worked answers.

use super::switch;
use crate::support::{Office, at};
use seller_commands::CommandError;
use serde_json::{Value, json};

fn invalid(error: CommandError) -> String {
    match error {
        CommandError::Invalid { field, .. } => field,
        other => panic!("{other:?}"),
    }
}

fn free() -> Value {
    json!({ "kind": "free" })
}

fn up_to(amount: &str) -> Value {
    json!({ "kind": "up_to", "amount": amount })
}

#[test]
fn of_a_shipping_fee_of_7_tiktok_pays_4_and_the_seller_3() {
    let office = Office::with_shop();
    let asked = |at: Value| json!({ "fee": "7.00 USD", "tiktok": up_to("4.00 USD"), "seller": free(), "at": at });
    let answer = office.call("funded_shipping", asked(Value::Null));
    assert_eq!(
        answer["split"],
        json!({ "tiktok": "4.00 USD", "seller": "3.00 USD", "buyer": "0.00 USD" })
    );
    assert_eq!(
        answer["steps"],
        json!([
            "TikTok's part comes off first: $4.00 of $7.00; $3.00 is left.",
            "Your shipping discount covers $3.00 of it.",
            "The buyer pays $0.00."
        ])
    );
    switch(&office, "shipping_fee_discounts", "off", &[]);
    let answer = office.call("funded_shipping", asked(Value::Null));
    assert_eq!(answer["switched_off"], true);
    assert_eq!(answer["split"]["seller"], "7.00 USD");
    // Orders from before it was left.
    let answer = office.call("funded_shipping", asked(json!("2026-05-10T11:59:59Z")));
    assert_eq!(answer["split"]["tiktok"], "4.00 USD");
    // What has not come yet stays as it is.
    let answer = office.call("funded_shipping", asked(json!("2026-07-01T00:00:00Z")));
    assert_eq!(answer["switched_off"], true);
    for (field, value) in [
        ("fee", json!("7.00 GBP")),
        ("fee", json!("-1.00 USD")),
        ("fee", json!("7.005 USD")),
        ("tiktok", up_to("4.00 EUR")),
        ("seller", up_to("-0.01 USD")),
    ] {
        let mut request = asked(Value::Null);
        request[field] = value;
        assert_eq!(invalid(office.refused("funded_shipping", request)), field);
    }
}

fn product(change: impl FnOnce(&mut Value)) -> Value {
    let mut seen = json!({
        "seller_price": "20.00 USD",
        "flash_deal": { "price": "15.00 USD", "live_only": false },
        "incentive": { "discount": { "kind": "percentage", "rate": "10", "maximum": null },
                       "limited_to": "everyone" },
        "in_live": false, "new_customer": false
    });
    change(&mut seen);
    json!({ "seen": seen, "at": null })
}

#[test]
fn a_flash_deal_wins_over_an_incentive_except_in_a_live() {
    let office = Office::with_shop();
    let price = |request: Value| {
        let answer = office.call("funded_price", request);
        let seen = &answer["seen"];
        (
            seen["price"].as_str().unwrap().to_owned(),
            seen["reason"].as_str().unwrap().to_owned(),
        )
    };
    let is = |price: &str, reason: &str| (price.to_owned(), reason.to_owned());
    assert_eq!(price(product(|_| {})), is("15.00 USD", "flash_deal_wins"));
    let without = product(|seen| seen["flash_deal"] = Value::Null);
    assert_eq!(price(without.clone()), is("18.00 USD", "applied"));
    let live = product(|seen| {
        seen["flash_deal"]["live_only"] = json!(true);
        seen["in_live"] = json!(true);
    });
    assert_eq!(price(live), is("13.50 USD", "applied"));
    let new = product(|seen| {
        seen["flash_deal"] = Value::Null;
        seen["incentive"]["limited_to"] = json!("new_customers");
    });
    assert_eq!(price(new), is("20.00 USD", "new_customers_only"));
    switch(&office, "product_incentives", "off", &[]);
    assert_eq!(price(without), is("20.00 USD", "switched_off"));
    for (field, request) in [
        (
            "seen.seller_price",
            product(|seen| seen["seller_price"] = json!("0.00 USD")),
        ),
        (
            "seen.flash_deal.price",
            product(|seen| seen["flash_deal"]["price"] = json!("15.00 JPY")),
        ),
        (
            "seen.incentive.discount",
            product(|seen| seen["incentive"]["discount"]["rate"] = json!("100.01")),
        ),
    ] {
        assert_eq!(invalid(office.refused("funded_price", request)), field);
    }
}

#[test]
fn a_coupon_comes_back_after_cancelling_or_a_full_refund_while_it_is_valid() {
    let office = Office::with_shop();
    let asked = |outcome: &str, ended_at: Value| {
        let request = json!({ "outcome": outcome, "ended_at": ended_at,
                              "valid_until": "2026-06-01T07:00:00Z" });
        office.call("funded_coupon_return", request)
    };
    let kind = |answer: &Value| answer["coupon"]["kind"].as_str().unwrap().to_owned();
    let cancelled = asked("closed", Value::Null);
    assert_eq!(kind(&cancelled), "usable");
    assert_eq!(
        cancelled["steps"][1],
        "The customer gets the coupon back and can use it until 2026-06-01 00:00."
    );
    let refunded = asked("fully_refunded", json!("2026-06-01T06:59:59Z"));
    assert_eq!(kind(&refunded), "usable");
    let late = asked("fully_refunded", json!("2026-06-01T07:00:00Z"));
    assert_eq!(
        (kind(&late), &late["usable"]),
        ("expired".to_owned(), &json!(false))
    );
    assert_eq!(kind(&asked("partly_refunded", Value::Null)), "used_up");
    assert_eq!(kind(&asked("kept", Value::Null)), "used_up");
    // The clock decides where no moment is named.
    office.clock.set(at("2026-06-02T00:00:00Z"));
    assert_eq!(kind(&asked("closed", Value::Null)), "expired");
}

fn order(change: impl FnOnce(&mut Value)) -> Value {
    let mut order = json!({
        "units": 3, "goods": "100.00 USD", "incentive": "10.00 USD",
        "seller_promotion": "5.00 USD", "seller_coupon": "7.00 USD",
        "buy_more": { "condition": { "kind": "units", "at_least": 2 },
                      "discount": { "kind": "percentage", "rate": "20", "maximum": null } },
        "coupon": { "minimum_spend": "78.00 USD",
                    "discount": { "kind": "percentage", "rate": "10", "maximum": null } },
        "shipping_fee": "7.00 USD", "tiktok_shipping": up_to("4.00 USD"),
        "seller_shipping": free()
    });
    change(&mut order);
    json!({ "order": order, "at": null })
}

#[test]
fn an_order_shows_what_tiktok_pays_type_by_type() {
    let office = Office::with_shop();
    let amounts = |answer: &Value| -> Vec<String> {
        let parts = answer["parts"].as_array().unwrap().iter();
        parts
            .map(|part| part["part"]["amount"].as_str().unwrap().to_owned())
            .collect()
    };
    let answer = office.call("funded_order", order(|_| {}));
    assert_eq!(
        amounts(&answer),
        ["6.00 USD", "10.00 USD", "18.00 USD", "4.00 USD"]
    );
    assert_eq!(answer["tiktok"], "38.00 USD");
    assert_eq!(answer["seller"], "15.00 USD");
    assert_eq!(answer["buyer"], "54.00 USD");
    let short = office.call("funded_order", order(|order| order["units"] = json!(1)));
    assert_eq!(
        short["parts"][2]["in_words"],
        "The order needs 1 more to reach the condition."
    );
    switch(&office, "product_incentives", "off", &[]);
    switch(&office, "shipping_fee_discounts", "off", &[]);
    let answer = office.call("funded_order", order(|_| {}));
    assert_eq!(
        amounts(&answer),
        ["6.80 USD", "0.00 USD", "20.00 USD", "0.00 USD"]
    );
    assert_eq!(
        answer["parts"][1]["in_words"],
        "The shop has opted out of the type."
    );
    for (field, request) in [
        ("order.units", order(|order| order["units"] = json!(0))),
        (
            "order.goods",
            order(|order| order["goods"] = json!("100.00 EUR")),
        ),
        (
            "order.seller_coupon",
            order(|order| order["seller_coupon"] = json!("500.00 USD")),
        ),
        (
            "order.buy_more.discount",
            order(|order| order["buy_more"]["discount"]["rate"] = json!("-1")),
        ),
        (
            "order.coupon.minimum_spend",
            order(|order| order["coupon"]["minimum_spend"] = json!("-1.00 USD")),
        ),
    ] {
        assert_eq!(invalid(office.refused("funded_order", request)), field);
    }
}
