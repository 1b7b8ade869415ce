use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn policy(market: Market) -> Policy {
    Policy::on(market, market.currency(), day("2026-05-10"))
}

#[test]
fn the_figures_of_the_united_states_are_those_of_the_sources() {
    let us = policy(Market::Us);
    assert_eq!(
        us.day("smart_promotion.required_from"),
        Some(day("2026-04-01"))
    );
    assert_eq!(
        us.percent("smart_promotion.store_wide_rate"),
        Some(Percent::from_basis_points(350))
    );
    assert_eq!(us.count("smart_promotion.points_per_unit"), Some(100));
    assert_eq!(
        us.score("campaign.minimum_sps"),
        Some(Score::from_tenths(35))
    );
    assert_eq!(
        us.money("campaign.free_shipping_threshold_at_most"),
        Some(Money::from_minor(3000, Currency::Usd))
    );
    assert_eq!(
        us.percent("campaign.service_fee_rate"),
        Some(Percent::whole(1))
    );
    assert_eq!(us.count("campaign.look_back_days"), Some(30));
}

#[test]
fn a_figure_of_one_market_holds_in_no_other() {
    let gb = policy(Market::Gb);
    assert_eq!(gb.money("campaign.free_shipping_threshold_at_most"), None);
    assert_eq!(
        gb.score("campaign.minimum_sps"),
        Some(Score::from_tenths(35))
    );
}

#[test]
fn a_figure_is_only_read_as_what_it_is() {
    let us = policy(Market::Us);
    assert_eq!(us.count("campaign.service_fee_rate"), None);
    assert_eq!(us.percent("campaign.look_back_days"), None);
    assert_eq!(us.count("no.such_figure"), None);
}

#[test]
fn of_two_figures_in_force_the_markets_own_and_then_the_later_one_holds() {
    const DRAFT: Figure = Figure {
        key: "test.rate",
        market: None,
        from: Some("2026-01-01"),
        until: None,
        value: Value::BasisPoints(100),
        source: crate::rule::Source::house("A figure."),
    };
    static EARLY: Figure = DRAFT;
    static LATER: Figure = Figure {
        from: Some("2026-05-10"),
        value: Value::BasisPoints(200),
        ..DRAFT
    };
    static OWN: Figure = Figure {
        market: Some(Market::Us),
        until: Some("2026-07-01"),
        value: Value::BasisPoints(300),
        ..DRAFT
    };
    let rate = |figures: &[&'static Figure], on: &str| {
        Policy::of(figures.iter().copied(), Market::Us, Currency::Usd, day(on))
            .percent("test.rate")
            .map(Percent::basis_points)
    };
    assert_eq!(rate(&[&EARLY, &LATER], "2026-05-09"), Some(100));
    assert_eq!(rate(&[&EARLY, &LATER], "2026-05-10"), Some(200));
    assert_eq!(rate(&[&LATER, &OWN], "2026-05-10"), Some(300));
    assert_eq!(rate(&[&OWN], "2025-12-31"), None);
    assert_eq!(rate(&[&OWN], "2026-06-30"), Some(300));
    assert_eq!(rate(&[&OWN], "2026-07-01"), None);
}
