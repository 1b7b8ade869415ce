//! Which cells of a workbook show dates, and what date a number stands for.

use super::package::Part;
use super::xml::{self, Event, Events};
use crate::limits;
use crate::trouble::FileError;
use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use rust_decimal::{Decimal, RoundingStrategy, prelude::ToPrimitive};
use std::collections::BTreeSet;

/// The styles of a workbook that show a number as a date.
#[derive(Debug, Default)]
pub(super) struct DateStyles {
    styles: BTreeSet<u32>,
    first_day_1904: bool,
}

impl DateStyles {
    /// Reads the styles part.
    pub(super) fn read(part: Part<'_>, first_day_1904: bool) -> Result<Self, FileError> {
        let mut events = Events::new(part);
        let mut formats: BTreeSet<u32> = BTreeSet::new();
        let mut found = Self {
            first_day_1904,
            ..Self::default()
        };
        let mut in_cell_styles = false;
        let mut style = 0;
        while let Some(event) = events.next()? {
            match event {
                Event::Open {
                    name: "numFmt",
                    attributes,
                    ..
                } => {
                    let id = xml::attribute(attributes, "numFmtId").and_then(|id| id.parse().ok());
                    let code = xml::attribute(attributes, "formatCode").and_then(xml::unescaped);
                    if let (Some(id), Some(code)) = (id, code)
                        && shows_date(&code)
                    {
                        formats.insert(id);
                    }
                }
                Event::Open {
                    name: "cellXfs",
                    empty,
                    ..
                } => in_cell_styles = !empty,
                Event::Close { name: "cellXfs" } => in_cell_styles = false,
                Event::Open {
                    name: "xf",
                    attributes,
                    ..
                } if in_cell_styles => {
                    let format = xml::attribute(attributes, "numFmtId")
                        .and_then(|id| id.parse::<u32>().ok())
                        .unwrap_or(0);
                    if is_built_in_date(format) || formats.contains(&format) {
                        found.styles.insert(style);
                    }
                    style += 1;
                }
                _ => {}
            }
            if formats.len().max(found.styles.len()) > limits::COLUMNS * 100 {
                return Err(events.damaged());
            }
        }
        Ok(found)
    }

    /// Whether a style shows numbers as dates.
    pub(super) fn shows_date(&self, style: u32) -> bool {
        self.styles.contains(&style)
    }

    /// The date and time that `serial` stands for, in ISO 8601 without zone; none if it is out of range.
    pub(super) fn date(&self, serial: Decimal) -> Option<String> {
        let at = self.moment(serial)?;
        Some(if at.time() == NaiveTime::MIN {
            at.format("%Y-%m-%d").to_string()
        } else {
            at.format("%Y-%m-%dT%H:%M:%S").to_string()
        })
    }

    fn moment(&self, serial: Decimal) -> Option<NaiveDateTime> {
        if serial < Decimal::ONE || serial > Decimal::from(2_958_465) {
            return None;
        }
        let days = serial.trunc();
        let seconds = ((serial - days) * Decimal::from(86_400))
            .round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero)
            .to_i64()?;
        let days = days.to_u64()?;
        // Spreadsheets believe that 1900 had a 29 February: before it days count from one later.
        let first = match (self.first_day_1904, days) {
            (true, _) => NaiveDate::from_ymd_opt(1904, 1, 1)?,
            (false, ..60) => NaiveDate::from_ymd_opt(1899, 12, 31)?,
            (false, _) => NaiveDate::from_ymd_opt(1899, 12, 30)?,
        };
        first
            .checked_add_days(Days::new(days))?
            .and_time(NaiveTime::MIN)
            .checked_add_signed(TimeDelta::seconds(seconds))
    }
}

fn is_built_in_date(format: u32) -> bool {
    matches!(format, 14..=22 | 27..=36 | 45..=47 | 50..=58)
}

/// Whether a number format has a part of a date or time outside of quotes and brackets.
fn shows_date(code: &str) -> bool {
    let mut chars = code.chars();
    let mut in_quotes = false;
    let mut in_brackets = false;
    while let Some(c) = chars.next() {
        match c {
            '\\' | '_' | '*' => {
                chars.next();
            }
            '"' => in_quotes = !in_quotes,
            '[' if !in_quotes => in_brackets = true,
            ']' => in_brackets = false,
            'd' | 'D' | 'm' | 'M' | 'y' | 'Y' | 'h' | 'H' | 's' | 'S'
                if !in_quotes && !in_brackets =>
            {
                return true;
            }
            _ => {}
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn serial_numbers_become_the_dates_that_spreadsheets_show() {
        let styles = DateStyles::default();
        let date = |serial: &str| styles.date(serial.parse().unwrap());
        assert_eq!(date("1").as_deref(), Some("1900-01-01"));
        assert_eq!(date("59").as_deref(), Some("1900-02-28"));
        assert_eq!(date("61").as_deref(), Some("1900-03-01"));
        assert_eq!(date("46082").as_deref(), Some("2026-03-01"));
        assert_eq!(date("46082.75").as_deref(), Some("2026-03-01T18:00:00"));
        assert_eq!(
            date("46082.4999999999").as_deref(),
            Some("2026-03-01T12:00:00")
        );
        assert_eq!(date("0"), None);
        assert_eq!(date("2958466"), None);
    }

    #[test]
    fn a_date_format_is_told_from_a_price_format() {
        for code in [
            "yyyy-mm-dd",
            "d/m/yy",
            "h:mm AM/PM",
            "[$-409]d mmm yy",
            "[hh]:mm",
        ] {
            assert!(shows_date(code), "{code}");
        }
        for code in [
            "0.00",
            "#,##0",
            "\"SKU\"0",
            "[Red]0.00",
            "\\d0",
            "@",
            "_d0",
            "General",
        ] {
            assert!(!shows_date(code), "{code}");
        }
    }
}
