//! Business days in the United States: weekdays that are no federal holiday (RG-16).
//!
//! The holidays are those of 5 U.S.C. § 6103; one that falls on a Saturday is
//! observed on the Friday before, one on a Sunday on the Monday after.

#[cfg(test)]
mod tests;

use chrono::{Datelike, Days, NaiveDate, Weekday};

/// The day that is `days` business days after `day`.
pub fn business_days_after(day: NaiveDate, days: u32) -> NaiveDate {
    let mut date = day;
    let mut left = days;
    while left > 0 {
        let Some(next) = date.checked_add_days(Days::new(1)) else {
            return date;
        };
        date = next;
        if is_business_day(date) {
            left -= 1;
        }
    }
    date
}

/// Whether banks and offices of the federation work on `day`.
pub fn is_business_day(day: NaiveDate) -> bool {
    !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && !is_federal_holiday(day)
}

fn is_federal_holiday(day: NaiveDate) -> bool {
    // New Year's Day of the next year can be observed on 31 December.
    [day.year(), day.year() + 1]
        .into_iter()
        .flat_map(observed_holidays)
        .any(|holiday| holiday == day)
}

fn observed_holidays(year: i32) -> impl Iterator<Item = NaiveDate> {
    let fixed = [(1, 1), (6, 19), (7, 4), (11, 11), (12, 25)]
        .into_iter()
        .filter_map(move |(month, day)| NaiveDate::from_ymd_opt(year, month, day))
        .filter_map(observed);
    let floating = [
        (1, Weekday::Mon, 3),
        (2, Weekday::Mon, 3),
        (9, Weekday::Mon, 1),
        (10, Weekday::Mon, 2),
        (11, Weekday::Thu, 4),
    ]
    .into_iter()
    .filter_map(move |(month, weekday, nth)| {
        NaiveDate::from_weekday_of_month_opt(year, month, weekday, nth)
    });
    fixed.chain(floating).chain(memorial_day(year))
}

/// The last Monday of May.
fn memorial_day(year: i32) -> Option<NaiveDate> {
    NaiveDate::from_weekday_of_month_opt(year, 5, Weekday::Mon, 5)
        .or_else(|| NaiveDate::from_weekday_of_month_opt(year, 5, Weekday::Mon, 4))
}

fn observed(holiday: NaiveDate) -> Option<NaiveDate> {
    match holiday.weekday() {
        Weekday::Sat => holiday.pred_opt(),
        Weekday::Sun => holiday.succ_opt(),
        _ => Some(holiday),
    }
}
