use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// As the Office of Personnel Management publishes them.
const HOLIDAYS: [&str; 23] = [
    "2026-01-01",
    "2026-01-19",
    "2026-02-16",
    "2026-05-25",
    "2026-06-19",
    "2026-07-03",
    "2026-09-07",
    "2026-10-12",
    "2026-11-11",
    "2026-11-26",
    "2026-12-25",
    "2027-01-01",
    "2027-01-18",
    "2027-02-15",
    "2027-05-31",
    "2027-06-18",
    "2027-07-05",
    "2027-09-06",
    "2027-10-11",
    "2027-11-11",
    "2027-11-25",
    "2027-12-24",
    "2027-12-31",
];

#[test]
fn business_days_of_two_years_are_weekdays_without_the_published_holidays() {
    let holidays = HOLIDAYS.map(day);
    let all = day("2026-01-01")
        .iter_days()
        .take_while(|d| *d < day("2028-01-01"));
    let mut free_weekdays = 0;
    for date in all {
        let weekend = matches!(date.weekday(), Weekday::Sat | Weekday::Sun);
        let expected = !weekend && !holidays.contains(&date);
        assert_eq!(is_business_day(date), expected, "{date}");
        free_weekdays += u32::from(!weekend && !expected);
    }
    assert_eq!(free_weekdays, 23);
}

#[test]
fn a_request_is_due_after_five_business_days() {
    for (asked, due) in [
        // A Monday to the next; a Friday over one weekend.
        ("2026-06-08", "2026-06-15"),
        ("2026-06-05", "2026-06-12"),
        // Over Juneteenth; over Thanksgiving; over Christmas and New Year.
        ("2026-06-15", "2026-06-23"),
        ("2026-11-23", "2026-12-01"),
        ("2026-12-24", "2027-01-04"),
        // Asked on a Saturday.
        ("2026-06-06", "2026-06-12"),
    ] {
        assert_eq!(business_days_after(day(asked), 5), day(due), "{asked}");
    }
}

#[test]
fn no_business_day_later_is_the_same_day() {
    assert_eq!(business_days_after(day("2026-06-06"), 0), day("2026-06-06"));
}

#[test]
fn the_end_of_the_calendar_is_reached_without_a_panic() {
    assert_eq!(business_days_after(NaiveDate::MAX, 5), NaiveDate::MAX);
}

proptest::proptest! {
    #[test]
    fn exactly_so_many_business_days_lie_between(offset in 0u64..4000, days in 0u32..60) {
        let start = day("2024-01-01") + Days::new(offset);
        let end = business_days_after(start, days);
        let between = start.iter_days().skip(1).take_while(|d| *d <= end);
        let counted = between.filter(|d| is_business_day(*d)).count();
        proptest::prop_assert_eq!(counted, days as usize);
        proptest::prop_assert!(days == 0 || is_business_day(end));
    }
}
