//! Stretches of time, and calendar days in the shop's zone.

#[cfg(test)]
mod tests;

use crate::clock::Instant;
use chrono::{
    Datelike, Days, LocalResult, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone,
    Timelike, Utc,
};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// From `start`, up to but not including `end`. Two periods that touch do not overlap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
pub struct Period {
    /// The first moment inside.
    #[ts(type = "string")]
    pub start: Instant,
    /// The first moment after.
    #[ts(type = "string")]
    pub end: Instant,
}

impl Period {
    /// From `start` up to `end`.
    pub fn new(start: Instant, end: Instant) -> Self {
        Self { start, end }
    }

    /// Whether it ends after it starts.
    pub fn is_forward(self) -> bool {
        self.start < self.end
    }

    /// Whether `at` lies inside.
    pub fn contains(self, at: Instant) -> bool {
        self.start <= at && at < self.end
    }

    /// Whether the two share a moment.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether it is over at `at`.
    pub fn is_over(self, at: Instant) -> bool {
        self.end <= at
    }
}

/// The shop's time zone, by its IANA name (`America/Los_Angeles`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
#[ts(type = "string")]
pub struct Zone(pub Tz);

impl Zone {
    /// The zone with this IANA name.
    pub fn named(name: &str) -> Option<Self> {
        name.parse().ok().map(Self)
    }

    /// The calendar day that `at` falls on in the shop.
    pub fn day_of(self, at: Instant) -> NaiveDate {
        at.with_timezone(&self.0).date_naive()
    }

    /// What the shop's clock on the wall shows at `at`.
    pub fn wall_clock(self, at: Instant) -> NaiveDateTime {
        at.with_timezone(&self.0).naive_local()
    }

    /// The minute that the shop's clock shows, as messages write it: 2026-05-10 14:05.
    pub fn minute_text(self, at: Instant) -> String {
        self.wall_clock(at).format("%Y-%m-%d %H:%M").to_string()
    }

    /// The first moment of a calendar day in the shop. Where the clocks skip
    /// midnight it is the first moment that exists.
    pub fn start_of(self, day: NaiveDate) -> Instant {
        self.at(day.and_time(NaiveTime::MIN))
    }

    /// The moment when the shop's clock shows `wall`. A time shown twice in
    /// autumn means the first one; a time skipped in spring the first after the gap.
    pub fn at(self, wall: NaiveDateTime) -> Instant {
        match self.0.from_local_datetime(&wall) {
            LocalResult::Single(at) | LocalResult::Ambiguous(at, _) => at.with_timezone(&Utc),
            LocalResult::None => self.after_gap(wall),
        }
    }

    /// The first moment after the gap that `wall` lies in. Clocks change on the full minute.
    fn after_gap(self, wall: NaiveDateTime) -> Instant {
        const LONGEST_GAP: i64 = 24 * 60;
        let minute = wall.with_second(0).and_then(|wall| wall.with_nanosecond(0));
        let minute = minute.unwrap_or(wall);
        (1..=LONGEST_GAP)
            .filter_map(|minutes| minute.checked_add_signed(TimeDelta::minutes(minutes)))
            .find_map(|later| self.0.from_local_datetime(&later).earliest())
            .map_or_else(|| Utc.from_utc_datetime(&wall), |at| at.with_timezone(&Utc))
    }

    /// `days` calendar days before `at`, at the same time on the wall.
    pub fn days_before(self, at: Instant, days: u32) -> Instant {
        let wall = self.wall_clock(at);
        wall.checked_sub_days(Days::new(days.into()))
            .map_or(at, |earlier| self.at(earlier))
    }

    /// `days` calendar days after `at`, at the same time on the wall.
    pub fn days_after(self, at: Instant, days: u32) -> Instant {
        let wall = self.wall_clock(at);
        wall.checked_add_days(Days::new(days.into()))
            .map_or(at, |later| self.at(later))
    }

    /// The year on the shop's calendar.
    pub fn year_of(self, at: Instant) -> i32 {
        self.day_of(at).year()
    }
}
