//! The platform's figures, by market and date, each with its source. No rule
//! has a number of its own; a campaign may state another one, then that holds.

mod figures;
#[cfg(test)]
mod tests;

pub use figures::FIGURES;

use crate::rule::Source;
use chrono::NaiveDate;
use seller_domain::campaign::AgainstRetail;
use seller_domain::price_history::{FirstRecord, LookBack, LookBackLevel, LookBackStart};
use seller_domain::shop::Score;
use seller_domain::{Currency, Market, Money, Percent};

/// A number or choice of the platform's policy.
#[derive(Debug)]
pub struct Figure {
    /// What it is: `campaign.look_back_days`.
    pub key: &'static str,
    /// The market that it holds in; none: every market.
    pub market: Option<Market>,
    /// The first day it holds, in the shop's zone (`2026-04-01`); none: since ever.
    pub from: Option<&'static str>,
    /// The first day it no longer holds; none: until further notice.
    pub until: Option<&'static str>,
    /// The figure.
    pub value: Value,
    /// Where it is stated.
    pub source: Source,
}

/// What a figure can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Value {
    /// A whole number: days, violations, points.
    Count(u32),
    /// Hundredths of a percent.
    BasisPoints(i64),
    /// Tenths of a score.
    ScoreTenths(i64),
    /// Minor units of the market's currency.
    MinorUnits(i64),
    /// A calendar day, ISO 8601.
    Day(&'static str),
    /// One of several named ways.
    Choice(&'static str),
}

/// The figures that hold for a shop on a day.
#[derive(Debug, Clone)]
pub struct Policy {
    currency: Currency,
    in_force: Vec<&'static Figure>,
}

impl Policy {
    /// What holds in `market` on `day`. A figure of the market goes before one for all markets,
    /// and of two that both hold, the one that came into force later.
    pub fn on(market: Market, currency: Currency, day: NaiveDate) -> Self {
        Self::of(FIGURES.iter(), market, currency, day)
    }

    fn of(
        figures: impl Iterator<Item = &'static Figure>,
        market: Market,
        currency: Currency,
        day: NaiveDate,
    ) -> Self {
        let mut in_force: Vec<_> = figures
            .filter(|figure| figure.market.is_none_or(|only| only == market))
            .filter(|figure| figure.from.and_then(iso_day).is_none_or(|from| from <= day))
            .filter(|figure| {
                figure
                    .until
                    .and_then(iso_day)
                    .is_none_or(|until| day < until)
            })
            .collect();
        in_force.sort_by_key(|figure| (figure.market.is_none(), std::cmp::Reverse(figure.from)));
        Self { currency, in_force }
    }

    /// The same policy with `figure` in force before any other of its key: to see what another
    /// reading of the sources would do.
    pub fn with(mut self, figure: &'static Figure) -> Self {
        self.in_force.insert(0, figure);
        self
    }

    /// The figure with this key, with its source.
    pub fn figure(&self, key: &str) -> Option<&'static Figure> {
        self.in_force
            .iter()
            .copied()
            .find(|figure| figure.key == key)
    }

    /// A whole number.
    pub fn count(&self, key: &str) -> Option<u32> {
        match self.figure(key)?.value {
            Value::Count(count) => Some(count),
            _ => None,
        }
    }

    /// A percentage.
    pub fn percent(&self, key: &str) -> Option<Percent> {
        match self.figure(key)?.value {
            Value::BasisPoints(points) => Some(Percent::from_basis_points(points)),
            _ => None,
        }
    }

    /// A score.
    pub fn score(&self, key: &str) -> Option<Score> {
        match self.figure(key)?.value {
            Value::ScoreTenths(tenths) => Some(Score::from_tenths(tenths)),
            _ => None,
        }
    }

    /// An amount in the shop's currency.
    pub fn money(&self, key: &str) -> Option<Money> {
        match self.figure(key)?.value {
            Value::MinorUnits(minor) => Some(Money::from_minor(minor, self.currency)),
            _ => None,
        }
    }

    /// A calendar day.
    pub fn day(&self, key: &str) -> Option<NaiveDate> {
        match self.figure(key)?.value {
            Value::Day(day) => iso_day(day),
            _ => None,
        }
    }

    /// A named way.
    pub fn choice(&self, key: &str) -> Option<&'static str> {
        match self.figure(key)?.value {
            Value::Choice(choice) => Some(choice),
            _ => None,
        }
    }

    /// How campaigns look back for the lowest price unless they say otherwise (RG-02).
    pub fn look_back(&self) -> Option<LookBack> {
        Some(LookBack {
            days: self.count("campaign.look_back_days")?,
            starts: match self.choice("campaign.look_back_starts")? {
                "same_time" => LookBackStart::SameTime,
                _ => LookBackStart::StartOfDay,
            },
            level: match self.choice("campaign.look_back_level")? {
                "product" => LookBackLevel::Product,
                _ => LookBackLevel::Sku,
            },
            first_record: match self.choice("campaign.look_back_first_record")? {
                "first_inside" => FirstRecord::FirstInside,
                _ => FirstRecord::InForceAtStart,
            },
        })
    }

    /// Whether a campaign price may equal the retail price (RG-04).
    pub fn against_retail(&self) -> Option<AgainstRetail> {
        Some(match self.choice("campaign.against_retail")? {
            "at_or_below" => AgainstRetail::AtOrBelow,
            _ => AgainstRetail::Below,
        })
    }
}

fn iso_day(text: &str) -> Option<NaiveDate> {
    text.parse().ok()
}
