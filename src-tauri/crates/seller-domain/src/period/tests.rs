use super::*;
use proptest::prelude::*;

fn at(text: &str) -> Instant {
    text.parse().unwrap()
}

fn zone(name: &str) -> Zone {
    Zone::named(name).unwrap()
}

fn wall(text: &str) -> NaiveDateTime {
    text.parse().unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn a_period_holds_its_start_and_not_its_end() {
    let period = Period::new(at("2026-06-01T07:00:00Z"), at("2026-06-08T07:00:00Z"));
    assert!(period.is_forward());
    assert!(!period.contains(at("2026-06-01T06:59:59Z")));
    assert!(period.contains(at("2026-06-01T07:00:00Z")));
    assert!(period.contains(at("2026-06-08T06:59:59Z")));
    assert!(!period.contains(at("2026-06-08T07:00:00Z")));
    assert!(!period.is_over(at("2026-06-08T06:59:59Z")));
    assert!(period.is_over(at("2026-06-08T07:00:00Z")));
}

#[test]
fn periods_that_touch_do_not_overlap() {
    let noon = at("2026-06-01T12:00:00Z");
    let second = TimeDelta::seconds(1);
    let before = Period::new(noon - TimeDelta::days(1), noon);
    let after = Period::new(noon, noon + TimeDelta::days(1));
    assert!(!before.overlaps(after) && !after.overlaps(before));
    let reaching = Period::new(before.start, noon + second);
    assert!(reaching.overlaps(after) && after.overlaps(reaching));
}

#[test]
fn a_day_begins_at_midnight_of_the_shop() {
    for (name, start) in [
        ("America/Los_Angeles", "2026-04-01T07:00:00Z"),
        ("Europe/London", "2026-03-31T23:00:00Z"),
        ("Asia/Shanghai", "2026-03-31T16:00:00Z"),
        ("Asia/Kathmandu", "2026-03-31T18:15:00Z"),
        ("Pacific/Pago_Pago", "2026-04-01T11:00:00Z"),
        ("UTC", "2026-04-01T00:00:00Z"),
    ] {
        let zone = zone(name);
        let start = at(start);
        assert_eq!(zone.start_of(day("2026-04-01")), start, "{name}");
        assert_eq!(zone.day_of(start), day("2026-04-01"), "{name}");
        assert_eq!(
            zone.day_of(start - TimeDelta::seconds(1)),
            day("2026-03-31"),
            "{name}"
        );
    }
}

#[test]
fn a_time_that_is_skipped_in_spring_is_the_first_after_the_gap() {
    let los_angeles = zone("America/Los_Angeles");
    let after = at("2026-03-08T10:00:00Z");
    for skipped in [
        "2026-03-08T02:00:00",
        "2026-03-08T02:10:00",
        "2026-03-08T02:30:20.5",
        "2026-03-08T02:59:59",
    ] {
        assert_eq!(los_angeles.at(wall(skipped)), after, "{skipped}");
    }
    assert_eq!(los_angeles.at(wall("2026-03-08T03:00:00")), after);
    assert_eq!(
        los_angeles.at(wall("2026-03-08T01:59:59")),
        after - TimeDelta::seconds(1)
    );
}

#[test]
fn a_time_that_is_shown_twice_in_autumn_is_the_first() {
    let los_angeles = zone("America/Los_Angeles");
    assert_eq!(
        los_angeles.at(wall("2026-11-01T01:30:00")),
        at("2026-11-01T08:30:00Z")
    );
    assert_eq!(
        los_angeles.wall_clock(at("2026-11-01T09:30:00Z")),
        wall("2026-11-01T01:30:00")
    );
}

#[test]
fn a_day_without_midnight_begins_when_its_clock_begins() {
    // Beirut skips midnight itself, Samoa skipped the whole of 30 December 2011.
    assert_eq!(
        zone("Asia/Beirut").start_of(day("2024-03-31")),
        at("2024-03-30T22:00:00Z")
    );
    assert_eq!(
        zone("Pacific/Apia").start_of(day("2011-12-30")),
        zone("Pacific/Apia").start_of(day("2011-12-31"))
    );
}

#[test]
fn calendar_days_keep_the_time_on_the_wall_when_the_clocks_change() {
    let los_angeles = zone("America/Los_Angeles");
    let noon = los_angeles.at(wall("2026-03-20T12:00:00"));
    let before = los_angeles.days_before(noon, 30);
    assert_eq!(los_angeles.wall_clock(before), wall("2026-02-18T12:00:00"));
    assert_eq!(noon - before, TimeDelta::hours(30 * 24 - 1));
    assert_eq!(los_angeles.days_after(before, 30), noon);
    let autumn = los_angeles.at(wall("2026-10-20T12:00:00"));
    assert_eq!(
        los_angeles.days_after(autumn, 30) - autumn,
        TimeDelta::hours(30 * 24 + 1)
    );
}

#[test]
fn the_year_is_that_of_the_shop() {
    let at = at("2027-01-01T03:00:00Z");
    assert_eq!(zone("America/Los_Angeles").year_of(at), 2026);
    assert_eq!(zone("Asia/Shanghai").year_of(at), 2027);
}

#[test]
fn an_unknown_zone_is_none() {
    assert_eq!(Zone::named("Mars/Olympus_Mons"), None);
    assert_eq!(Zone::named(""), None);
}

fn moments() -> impl Strategy<Value = Instant> {
    // 2000 to 2040.
    (946_684_800i64..2_208_988_800).prop_map(|seconds| Utc.timestamp_opt(seconds, 0).unwrap())
}

fn zones() -> impl Strategy<Value = Zone> {
    prop::sample::select(vec![
        "America/Los_Angeles",
        "America/Sao_Paulo",
        "Europe/London",
        "Africa/Cairo",
        "Asia/Beirut",
        "Asia/Kathmandu",
        "Asia/Shanghai",
        "Australia/Lord_Howe",
        "Pacific/Apia",
        "Pacific/Pago_Pago",
        "UTC",
    ])
    .prop_map(zone)
}

proptest! {
    #[test]
    fn the_clock_on_the_wall_leads_back_to_the_moment_or_its_twin(at in moments(), zone in zones()) {
        let back = zone.at(zone.wall_clock(at));
        prop_assert_eq!(zone.wall_clock(back), zone.wall_clock(at));
        // The first of two: an hour earlier, or half of one on Lord Howe.
        prop_assert!(back <= at && at - back <= TimeDelta::hours(1));
    }

    #[test]
    fn every_moment_lies_between_the_starts_of_its_day_and_the_next(at in moments(), zone in zones()) {
        let today = zone.day_of(at);
        prop_assert!(zone.start_of(today) <= at);
        prop_assert!(at < zone.start_of(today + Days::new(1)));
    }

    #[test]
    fn days_before_counts_calendar_days(at in moments(), zone in zones(), days in 0u32..400) {
        let earlier = zone.days_before(at, days);
        let expected = zone.day_of(at) - Days::new(days.into());
        // A day that a zone skipped altogether gives the next one.
        let found = zone.day_of(earlier);
        prop_assert!(found == expected || zone.day_of(zone.start_of(expected)) == found);
    }

    #[test]
    fn overlap_is_a_shared_moment(start in 0i64..50, length in 1i64..20, other in 0i64..50, other_length in 1i64..20) {
        let moment = |hour: i64| Utc.timestamp_opt(hour * 3600, 0).unwrap();
        let one = Period::new(moment(start), moment(start + length));
        let two = Period::new(moment(other), moment(other + other_length));
        let shared = (0..80).any(|hour| one.contains(moment(hour)) && two.contains(moment(hour)));
        prop_assert_eq!(one.overlaps(two), shared);
        prop_assert_eq!(two.overlaps(one), shared);
    }
}
