use super::*;
use crate::market::Currency;
use chrono::TimeDelta;
use proptest::prelude::*;

const USUAL: LookBack = LookBack {
    days: 30,
    starts: LookBackStart::StartOfDay,
    level: LookBackLevel::Sku,
    first_record: FirstRecord::InForceAtStart,
};

fn at(text: &str) -> Instant {
    text.parse().unwrap()
}

fn record(minor: i64, from: &str, until: Option<&str>) -> PriceRecord {
    PriceRecord {
        kind: PriceKind::Retail,
        price: Money::from_minor(minor, Currency::Usd),
        from: at(from),
        until: until.map(at),
    }
}

fn los_angeles() -> Zone {
    Zone::named("America/Los_Angeles").unwrap()
}

fn low(look_back: LookBack, history: &[PriceRecord], registered: &str) -> Option<i64> {
    let window = look_back.window(at(registered), los_angeles());
    look_back
        .lowest(history, window)
        .and_then(|record| record.price.to_minor())
}

#[test]
fn the_window_begins_at_midnight_of_the_shop_so_many_days_before() {
    let registered = at("2026-05-10T12:00:00Z");
    let window = USUAL.window(registered, los_angeles());
    assert_eq!(window.start, at("2026-04-10T07:00:00Z"));
    assert_eq!(window.end, registered);
    let to_the_hour = LookBack {
        starts: LookBackStart::SameTime,
        ..USUAL
    };
    let window = to_the_hour.window(registered, los_angeles());
    assert_eq!(window.start, at("2026-04-10T12:00:00Z"));
}

#[test]
fn the_window_keeps_to_calendar_days_when_the_clocks_change() {
    // 20 March is summer time, 18 February was not.
    let registered = at("2026-03-20T19:00:00Z");
    let window = USUAL.window(registered, los_angeles());
    assert_eq!(window.start, at("2026-02-18T08:00:00Z"));
    let to_the_hour = LookBack {
        starts: LookBackStart::SameTime,
        ..USUAL
    };
    let window = to_the_hour.window(registered, los_angeles());
    assert_eq!(window.start, at("2026-02-18T20:00:00Z"));
}

#[test]
fn a_price_that_ended_as_the_window_opens_does_not_count_and_a_second_more_does() {
    let ended = |until| [record(900, "2026-03-01T00:00:00Z", Some(until))];
    let registered = "2026-05-10T12:00:00Z";
    assert_eq!(low(USUAL, &ended("2026-04-10T07:00:00Z"), registered), None);
    assert_eq!(
        low(USUAL, &ended("2026-04-10T07:00:01Z"), registered),
        Some(900)
    );
}

#[test]
fn a_price_that_begins_when_the_registration_is_made_is_a_plan() {
    let from = |from| [record(900, from, None)];
    let registered = "2026-05-10T12:00:00Z";
    assert_eq!(low(USUAL, &from("2026-05-10T12:00:00Z"), registered), None);
    assert_eq!(
        low(USUAL, &from("2026-05-10T11:59:59Z"), registered),
        Some(900)
    );
}

#[test]
fn a_price_in_force_when_the_window_opens_counts_unless_the_campaign_says_otherwise() {
    let history = [
        record(900, "2026-01-01T00:00:00Z", Some("2026-04-20T00:00:00Z")),
        record(1100, "2026-04-20T00:00:00Z", None),
    ];
    let registered = "2026-05-10T12:00:00Z";
    assert_eq!(low(USUAL, &history, registered), Some(900));
    let inside_only = LookBack {
        first_record: FirstRecord::FirstInside,
        ..USUAL
    };
    assert_eq!(low(inside_only, &history, registered), Some(1100));
    assert_eq!(low(inside_only, &history[..1], registered), None);
}

#[test]
fn a_longer_look_back_sees_further() {
    let history = [
        record(900, "2026-02-01T00:00:00Z", Some("2026-02-02T00:00:00Z")),
        record(1100, "2026-02-02T00:00:00Z", None),
    ];
    let registered = "2026-05-10T12:00:00Z";
    assert_eq!(low(USUAL, &history, registered), Some(1100));
    let longer = LookBack { days: 120, ..USUAL };
    assert_eq!(low(longer, &history, registered), Some(900));
}

#[test]
fn of_equal_lows_the_earlier_is_named() {
    let history = [
        record(900, "2026-05-02T00:00:00Z", Some("2026-05-03T00:00:00Z")),
        record(900, "2026-04-20T00:00:00Z", Some("2026-04-21T00:00:00Z")),
    ];
    let window = USUAL.window(at("2026-05-10T12:00:00Z"), los_angeles());
    let lowest = USUAL.lowest(&history, window).unwrap();
    assert_eq!(lowest.from, at("2026-04-20T00:00:00Z"));
    assert_eq!(low(USUAL, &[], "2026-05-10T12:00:00Z"), None);
}

#[test]
fn the_last_day_that_sees_a_price_is_the_day_before_the_first_that_does_not() {
    let records = [
        // Ends at midnight, at noon, and around both changes of the clocks.
        record(1200, "2026-05-01T00:00:00Z", Some("2026-05-08T07:00:00Z")),
        record(1200, "2026-05-01T00:00:00Z", Some("2026-05-08T19:00:00Z")),
        record(1200, "2026-03-01T08:00:00Z", Some("2026-03-08T10:30:00Z")),
        record(1200, "2026-10-25T07:00:00Z", Some("2026-11-01T08:30:00Z")),
    ];
    let zone = los_angeles();
    for record in records {
        for first_record in [FirstRecord::InForceAtStart, FirstRecord::FirstInside] {
            let look_back = LookBack {
                first_record,
                ..USUAL
            };
            let seen_on = |day: NaiveDate| {
                let noon = zone.at(day.and_hms_opt(12, 0, 0).unwrap());
                let window = look_back.window(noon, zone);
                look_back.lowest([&record], window).is_some()
            };
            let last = look_back.last_day_seen(&record, zone).unwrap();
            assert!(seen_on(last), "{record:?} {first_record:?} on {last}");
            let next = last.succ_opt().unwrap();
            assert!(!seen_on(next), "{record:?} {first_record:?} on {next}");
        }
    }
}

#[test]
fn counted_from_the_hour_a_price_is_seen_until_that_hour_of_its_last_day() {
    let look_back = LookBack {
        starts: LookBackStart::SameTime,
        ..USUAL
    };
    let sold = [record(
        1200,
        "2026-05-01T00:00:00Z",
        Some("2026-05-08T19:00:00Z"),
    )];
    assert_eq!(
        look_back.last_day_seen(&sold[0], los_angeles()),
        NaiveDate::from_ymd_opt(2026, 6, 7)
    );
    assert_eq!(low(look_back, &sold, "2026-06-07T18:59:59Z"), Some(1200));
    assert_eq!(low(look_back, &sold, "2026-06-07T19:00:00Z"), None);
}

#[test]
fn a_price_that_lasts_has_no_last_day() {
    let lasting = record(1200, "2026-05-01T00:00:00Z", None);
    assert_eq!(USUAL.last_day_seen(&lasting, los_angeles()), None);
}

proptest! {
    #[test]
    fn the_low_is_the_lowest_price_of_any_hour_in_the_window(
        prices in prop::collection::vec((1i64..5000, 0i64..2000, 1i64..600), 0..12),
        days in 1u32..60,
    ) {
        let origin = at("2026-01-01T00:00:00Z");
        let hour = |hours: i64| origin + TimeDelta::hours(hours);
        let history: Vec<PriceRecord> = prices
            .iter()
            .map(|(minor, from, length)| PriceRecord {
                kind: PriceKind::Discount,
                price: Money::from_minor(*minor, Currency::Usd),
                from: hour(*from),
                until: Some(hour(from + length)),
            })
            .collect();
        let utc = Zone::named("UTC").unwrap();
        let look_back = LookBack { days, ..USUAL };
        let window = look_back.window(hour(1500), utc);
        let found = look_back.lowest(&history, window).and_then(|record| record.price.to_minor());
        let exact = (0..1500)
            .filter(|h| window.contains(hour(*h)))
            .flat_map(|h| prices.iter().filter(move |(_, from, length)| *from <= h && h < from + length))
            .map(|(minor, ..)| *minor)
            .min();
        prop_assert_eq!(found, exact);
    }
}
