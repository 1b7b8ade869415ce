//! What a table shows by itself of how its values are written, and what it leaves open.

use super::evidence::Evidence;
use super::{Mapping, Settings, Table, style};
use crate::moments::DayOrder;
use crate::values::{DecimalMark, NumberStyle};

impl Table {
    /// What the columns of `mapping` show by themselves, whatever the seller said.
    pub fn recognised(&self, mapping: &Mapping, settings: &Settings) -> Recognised {
        let alone = Settings {
            decimal_mark: None,
            day_order: None,
            ..*settings
        };
        let mut marks = Vec::new();
        let mut orders = Vec::new();
        for (at, field) in mapping.columns.iter().enumerate() {
            let (Some(field), Some(evidence)) = (field, self.evidence.get(at)) else {
                continue;
            };
            let (style, order) = style(&self.evidence, at, mapping, &alone);
            if field.is_number() && evidence.has_marks() {
                marks.push(match style {
                    NumberStyle::Marked(mark) => Some(mark),
                    NumberStyle::Unclear => None,
                });
            }
            if field.is_moment() && evidence.has_dates_by_numbers() {
                orders.push(order);
            }
        }
        Recognised {
            shows_marks: !marks.is_empty(),
            decimal_mark: agreed(&marks),
            shows_orders: !orders.is_empty(),
            day_order: agreed(&orders),
        }
    }

    /// Which columns of `mapping` cannot be read before the seller has said something: what can
    /// be read in two ways, and decimal commas, which are read only where the seller says so.
    pub fn questions(&self, mapping: &Mapping, settings: &Settings) -> Vec<Question> {
        questions(&self.evidence, mapping, settings)
    }
}

/// What columns that show this leave open.
pub(super) fn questions(
    evidence: &[Evidence],
    mapping: &Mapping,
    settings: &Settings,
) -> Vec<Question> {
    let mut questions = Vec::new();
    for (at, field) in mapping.columns.iter().enumerate() {
        let (Some(field), Some(own)) = (field, evidence.get(at)) else {
            continue;
        };
        let (style, order) = style(evidence, at, mapping, settings);
        let column = at as u32;
        // A program that takes a comma for a thousands mark makes 1250 of 12,50.
        let undeclared = settings.decimal_mark.is_none() && own.has_decimal_commas();
        if field.is_number() && (style == NumberStyle::Unclear || undeclared) {
            questions.push(Question::DecimalMark { column });
        }
        if field.is_moment() && order.is_none() && own.has_unclear_dates() {
            questions.push(Question::DayOrder { column });
        }
    }
    questions
}

/// What the columns of a table show by themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recognised {
    /// Whether any number has a mark.
    pub shows_marks: bool,
    /// The decimal mark that all columns agree on.
    pub decimal_mark: Option<DecimalMark>,
    /// Whether any date is written by numbers, the year last.
    pub shows_orders: bool,
    /// Which of day and month comes first, where all columns agree.
    pub day_order: Option<DayOrder>,
}

fn agreed<T: Copy + PartialEq>(said: &[Option<T>]) -> Option<T> {
    let first = *said.first()?;
    first.filter(|_| said.iter().all(|other| *other == first))
}

/// Something that only the seller can say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Question {
    /// Whether the column's numbers have a decimal point or a decimal comma.
    DecimalMark {
        /// The column, the first one is 0.
        column: u32,
    },
    /// Whether the column's dates begin with the day or the month.
    DayOrder {
        /// The column, the first one is 0.
        column: u32,
    },
}
