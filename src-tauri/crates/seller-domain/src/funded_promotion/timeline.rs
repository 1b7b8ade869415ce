//! How the switches stood, when (PF-01, PF-04).

use super::{FundedType, Position};
use crate::clock::Instant;
use crate::period::Period;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One switch that was moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Switching {
    /// Whose switch.
    pub funded_type: FundedType,
    /// Where it was moved to.
    pub to: Position,
    /// When.
    #[ts(type = "string")]
    pub at: Instant,
}

/// How a switch stands, and since when.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Standing {
    /// How it stands.
    pub position: Position,
    /// Since when; none: it was never moved.
    #[ts(type = "string | null")]
    pub since: Option<Instant>,
}

impl Standing {
    const AT_FIRST: Self = Self {
        position: Position::On,
        since: None,
    };
}

/// A stretch of time in which a switch stood one way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Stretch {
    /// From when until when.
    pub period: Period,
    /// How it stood.
    pub position: Position,
}

/// Every switch that was ever moved, in the order in which it was done.
///
/// The order counts, not the clock, which may have been set back: of the switchings up to a
/// moment the one done last holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Timeline {
    switchings: Vec<Switching>,
}

impl Timeline {
    /// Of switchings in the order in which they were done.
    pub fn new(switchings: Vec<Switching>) -> Self {
        Self { switchings }
    }

    /// The switchings, the first first.
    pub fn switchings(&self) -> &[Switching] {
        &self.switchings
    }

    /// The switchings of one type, the first first.
    pub fn of(&self, funded_type: FundedType) -> impl DoubleEndedIterator<Item = &Switching> {
        self.switchings
            .iter()
            .filter(move |switching| switching.funded_type == funded_type)
    }

    /// How a type stands after everything that was done.
    pub fn standing(&self, funded_type: FundedType) -> Standing {
        standing(self.of(funded_type).next_back())
    }

    /// How a type stood at a moment; the first moment of a switching is after it.
    pub fn standing_at(&self, funded_type: FundedType, at: Instant) -> Standing {
        standing(self.of(funded_type).rfind(|switching| switching.at <= at))
    }

    /// The types that were on at a moment, in their order.
    pub fn on_at(&self, at: Instant) -> Vec<FundedType> {
        let on =
            |funded_type: &FundedType| self.standing_at(*funded_type, at).position == Position::On;
        FundedType::ALL.into_iter().filter(on).collect()
    }

    /// How a type stands through `period`: stretches that follow each other without a gap, each
    /// the other way than the one before. What has not come yet stays as it is. Nothing for a
    /// period that does not go forward.
    pub fn during(&self, funded_type: FundedType, period: Period) -> Vec<Stretch> {
        if !period.is_forward() {
            return Vec::new();
        }
        let inside = |at: &Instant| period.start < *at && *at < period.end;
        let moved = self.of(funded_type).map(|switching| switching.at);
        let mut starts: Vec<Instant> = moved.filter(inside).collect();
        starts.push(period.start);
        starts.sort_unstable();
        starts.dedup();
        let mut stretches: Vec<Stretch> = Vec::new();
        for start in starts {
            let position = self.standing_at(funded_type, start).position;
            match stretches.last_mut() {
                Some(last) if last.position == position => {}
                Some(last) => {
                    last.period.end = start;
                    stretches.push(Stretch {
                        period: Period::new(start, period.end),
                        position,
                    });
                }
                None => stretches.push(Stretch { period, position }),
            }
        }
        stretches
    }
}

fn standing(last: Option<&Switching>) -> Standing {
    last.map_or(Standing::AT_FIRST, |last| Standing {
        position: last.to,
        since: Some(last.at),
    })
}
