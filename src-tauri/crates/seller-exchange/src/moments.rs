//! Dates and times of a table, in the shop's zone where the file names none.

use crate::row::{Cell, CellKind};
use crate::trouble::Trouble;
use crate::values;
use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use seller_domain::{Instant, Zone};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which comes first in a date such as `03/04/2026`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DayOrder {
    /// 3 April.
    DayFirst,
    /// 4 March.
    MonthFirst,
}

/// Reads a date or time: ISO 8601 with or without offset, `2026/3/31 18:00`,
/// `2026年3月31日`, and, where the column shows which comes first, `31/3/2026`.
/// A date alone is the first moment of that day.
pub(crate) fn moment(
    cell: Cell<'_>,
    zone: Zone,
    order: Option<DayOrder>,
) -> Result<Instant, Trouble> {
    let text = values::plain(values::sound(cell)?);
    if cell.kind == CellKind::Number {
        return Err(Trouble::NotADate);
    }
    if let Ok(at) = DateTime::parse_from_rfc3339(&text) {
        return Ok(at.with_timezone(&Utc));
    }
    let (date, time) = split(&text);
    let day = day(date, order)?;
    let time = match time {
        None => NaiveTime::MIN,
        Some(time) => clock(time).ok_or(Trouble::NotADate)?,
    };
    Ok(zone.at(NaiveDateTime::new(day, time)))
}

fn split(text: &str) -> (&str, Option<&str>) {
    match text.find(['T', ' ']) {
        Some(at) => (&text[..at], Some(text[at + 1..].trim())),
        None => (text, None),
    }
}

fn clock(text: &str) -> Option<NaiveTime> {
    ["%H:%M:%S", "%H:%M", "%H:%M:%S%.f"]
        .into_iter()
        .find_map(|form| NaiveTime::parse_from_str(text, form).ok())
}

fn day(text: &str, order: Option<DayOrder>) -> Result<NaiveDate, Trouble> {
    let (first, middle, last) = parts(text).ok_or(Trouble::NotADate)?;
    let (year, month, day) = if first > 31 {
        (first, middle, last)
    } else {
        match shape(text) {
            Some(Shape::Certain(DayOrder::DayFirst)) => (last, middle, first),
            Some(Shape::Certain(DayOrder::MonthFirst)) => (last, first, middle),
            Some(Shape::Either) => match order {
                Some(DayOrder::DayFirst) => (last, middle, first),
                Some(DayOrder::MonthFirst) => (last, first, middle),
                None => return Err(Trouble::DateUnclear),
            },
            None => return Err(Trouble::NotADate),
        }
    };
    let year = i32::try_from(year).map_err(|_| Trouble::NotADate)?;
    if !(1970..=2200).contains(&year) {
        return Err(Trouble::NotADate);
    }
    NaiveDate::from_ymd_opt(year, month, day).ok_or(Trouble::NotADate)
}

fn parts(text: &str) -> Option<(u32, u32, u32)> {
    let text = text.strip_suffix('日').unwrap_or(text);
    let mut steps = text.split(['-', '/', '.', '年', '月']).map(|step| {
        let plain = (1..=4).contains(&step.len()) && step.bytes().all(|b| b.is_ascii_digit());
        if plain { step.parse().ok() } else { None }
    });
    let found = (steps.next()??, steps.next()??, steps.next()??);
    steps.next().is_none().then_some(found)
}

/// What one date tells about its column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// It can only be read this way.
    Certain(DayOrder),
    /// Day and month may be either way round.
    Either,
}

/// Looks at a date whose year comes last; none for any other text.
pub(crate) fn shape(text: &str) -> Option<Shape> {
    let (first, middle, last) = parts(split(text).0)?;
    match (first, middle, last) {
        (13..=31, 1..=12, 1000..) => Some(Shape::Certain(DayOrder::DayFirst)),
        (1..=12, 13..=31, 1000..) => Some(Shape::Certain(DayOrder::MonthFirst)),
        (1..=12, 1..=12, 1000..) if first == middle => Some(Shape::Certain(DayOrder::DayFirst)),
        (1..=12, 1..=12, 1000..) => Some(Shape::Either),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, order: Option<DayOrder>) -> Result<String, Trouble> {
        let zone = Zone::named("America/Los_Angeles").unwrap();
        let cell = Cell {
            column: 0,
            kind: CellKind::Text,
            text,
        };
        moment(cell, zone, order).map(|at| at.to_rfc3339())
    }

    #[test]
    fn dates_without_zone_are_the_shops() {
        for (text, at) in [
            ("2026-03-31", "2026-03-31T07:00:00+00:00"),
            ("2026-03-31 18:00", "2026-04-01T01:00:00+00:00"),
            ("2026-03-31T18:00:05", "2026-04-01T01:00:05+00:00"),
            ("2026-03-31T18:00:05+08:00", "2026-03-31T10:00:05+00:00"),
            ("2026-03-31T18:00:05Z", "2026-03-31T18:00:05+00:00"),
            ("2026/3/31", "2026-03-31T07:00:00+00:00"),
            ("2026年3月31日", "2026-03-31T07:00:00+00:00"),
            ("２０２６-０３-３１", "2026-03-31T07:00:00+00:00"),
            ("31/3/2026", "2026-03-31T07:00:00+00:00"),
            ("3/31/2026 9:30", "2026-03-31T16:30:00+00:00"),
        ] {
            assert_eq!(read(text, None).as_deref(), Ok(at), "{text}");
        }
    }

    #[test]
    fn a_date_that_may_be_either_way_round_is_asked_for() {
        assert_eq!(read("03/04/2026", None), Err(Trouble::DateUnclear));
        let april = read("03/04/2026", Some(DayOrder::DayFirst));
        assert_eq!(april.as_deref(), Ok("2026-04-03T07:00:00+00:00"));
        let march = read("03/04/2026", Some(DayOrder::MonthFirst));
        assert_eq!(march.as_deref(), Ok("2026-03-04T08:00:00+00:00"));
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in [
            "",
            "soon",
            "2026-02-30",
            "2026-13-01",
            "31/31/2026",
            "2026",
            "20260331",
            "0026-01-01",
            "2026-03-31 25:00",
            "46082",
        ] {
            assert_eq!(read(text, None), Err(Trouble::NotADate), "{text}");
        }
    }
}
