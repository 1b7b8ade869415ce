use super::*;
use crate::scene::*;

fn terms(mode: Mode, exempted: Option<&str>) -> Terms {
    Terms {
        mode,
        service_package: String::new(),
        fee_rate: percent("3.5"),
        exempted_rate: exempted.map(percent),
        campaign_surcharge: percent("1"),
    }
}

#[test]
fn the_store_wide_rate_is_charged_on_all_sales() {
    let cost = smart_promotion_cost(&terms(Mode::StoreWide, None), usd("50000"), None).unwrap();
    assert_eq!((cost.base, cost.amount), (usd("50000"), usd("1750")));
    assert_eq!(cost.without_exemption, None);
}

#[test]
fn an_exemption_shows_what_it_saves() {
    let terms = terms(Mode::StoreWide, Some("2"));
    let cost = smart_promotion_cost(&terms, usd("50000"), None).unwrap();
    assert_eq!((cost.rate, cost.amount), (percent("2"), usd("1000")));
    assert_eq!(cost.without_exemption, Some(usd("1750")));
}

#[test]
fn the_co_funded_rate_needs_to_know_the_discounted_sales() {
    let terms = terms(Mode::CoFunded, None);
    assert_eq!(smart_promotion_cost(&terms, usd("50000"), None), None);
    let cost = smart_promotion_cost(&terms, usd("50000"), Some(usd("20000"))).unwrap();
    assert_eq!((cost.base, cost.amount), (usd("20000"), usd("700")));
}
