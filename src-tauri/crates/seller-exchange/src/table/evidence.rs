//! What the cells of a column tell, taken together.

use crate::moments::{self, DayOrder, Shape};
use crate::values::{self, DecimalMark, Hint, NumberStyle};
use seller_domain::market::Currency;

/// What the cells of one column have told so far.
#[derive(Debug, Clone, Default)]
pub(super) struct Evidence {
    point: bool,
    comma: bool,
    either_point: bool,
    either_comma: bool,
    day_first: bool,
    month_first: bool,
    either_date: bool,
}

/// Longer texts are no numbers and no dates.
const LONGEST: usize = 40;

impl Evidence {
    /// Looks at one more cell.
    pub(super) fn weigh(&mut self, text: &str) {
        if text.len() > LONGEST {
            return;
        }
        let mut digits = false;
        let mut marks = false;
        let mut separators = 0;
        let mut others = false;
        for byte in text.bytes() {
            match byte {
                b'0'..=b'9' => digits = true,
                b',' | b'.' | b'/' => {
                    marks = true;
                    separators += 1;
                }
                b'-' | b':' => separators += 1,
                b' ' | b'+' => {}
                _ => others = true,
            }
        }
        if !others {
            // A date has two separators at least.
            match separators {
                _ if !(digits && marks) => {}
                1 => self.learn_mark(text.trim()),
                _ => self.learn(text.trim()),
            }
            return;
        }
        // Only full-width digits and marks are not ASCII.
        if !(digits && marks) && text.is_ascii() {
            return;
        }
        // Perhaps a currency sign or full-width digits: few cells come here with a mark.
        let plain = values::plain(text);
        let bare = plain
            .trim_matches(|c: char| !c.is_ascii_digit() && !matches!(c, '-' | '+' | '.' | ','));
        let numeric = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | ' ' | '-' | '+');
        if bare.contains(['.', ',']) && bare.chars().all(numeric) {
            self.learn(bare.trim_matches('.'));
        }
    }

    fn learn(&mut self, text: &str) {
        match moments::shape(text) {
            Some(Shape::Certain(DayOrder::DayFirst)) => self.day_first = true,
            Some(Shape::Certain(DayOrder::MonthFirst)) => self.month_first = true,
            Some(Shape::Either) => self.either_date = true,
            None if text.contains(['/', ':']) => {}
            None => self.learn_mark(text),
        }
    }

    fn learn_mark(&mut self, number: &str) {
        match values::hint(number) {
            Hint::Certain(DecimalMark::Point) => self.point = true,
            Hint::Certain(DecimalMark::Comma) => self.comma = true,
            Hint::Either(DecimalMark::Point) => self.either_point = true,
            Hint::Either(DecimalMark::Comma) => self.either_comma = true,
            Hint::None => {}
        }
    }

    /// The decimal mark that every marked number of the column agrees on.
    fn certain(&self) -> Option<DecimalMark> {
        match (self.point, self.comma) {
            (true, false) => Some(DecimalMark::Point),
            (false, true) => Some(DecimalMark::Comma),
            _ => None,
        }
    }

    fn has_unclear_numbers(&self) -> bool {
        self.either_point || self.either_comma
    }

    /// Which of day and month comes first, where the column shows it.
    fn day_order(&self) -> Option<DayOrder> {
        match (self.day_first, self.month_first) {
            (true, false) => Some(DayOrder::DayFirst),
            (false, true) => Some(DayOrder::MonthFirst),
            _ => None,
        }
    }

    /// Whether it has numbers with a decimal comma, and none with a decimal point.
    pub(super) fn has_decimal_commas(&self) -> bool {
        self.certain() == Some(DecimalMark::Comma)
    }

    /// Whether any number has a mark.
    pub(super) fn has_marks(&self) -> bool {
        self.point || self.comma || self.has_unclear_numbers()
    }

    /// Whether any date is written by numbers, the year last.
    pub(super) fn has_dates_by_numbers(&self) -> bool {
        self.day_first || self.month_first || self.either_date
    }

    /// Whether it has dates that may be either way round.
    pub(super) fn has_unclear_dates(&self) -> bool {
        self.either_date
    }
}

/// How the numbers of a column are read.
///
/// The column's own numbers decide. Where they are all of the kind `1,234`, the other
/// number columns of the file decide, for one program wrote them all; where those do not tell
/// either, a currency without minor unit leaves only thousands. Else it is unclear.
pub(super) fn number_style<'a>(
    column: &Evidence,
    file: impl Iterator<Item = &'a Evidence> + Clone,
    currency: Currency,
) -> NumberStyle {
    if let Some(mark) = column.certain() {
        return NumberStyle::Marked(mark);
    }
    if column.point && column.comma {
        return NumberStyle::Unclear;
    }
    if !column.has_unclear_numbers() {
        return NumberStyle::Marked(DecimalMark::Point);
    }
    if column.either_point && column.either_comma {
        return NumberStyle::Unclear;
    }
    let point = file.clone().any(|other| other.point);
    let comma = file.clone().any(|other| other.comma);
    match (point, comma) {
        (true, false) => NumberStyle::Marked(DecimalMark::Point),
        (false, true) => NumberStyle::Marked(DecimalMark::Comma),
        _ if currency.minor_digits() == 0 => NumberStyle::Marked(if column.either_point {
            DecimalMark::Comma
        } else {
            DecimalMark::Point
        }),
        _ => NumberStyle::Unclear,
    }
}

/// Which of day and month comes first in a column: as it shows itself or, where it does not,
/// as the other date columns of the file agree.
pub(super) fn day_order<'a>(
    column: &Evidence,
    file: impl Iterator<Item = &'a Evidence>,
) -> Option<DayOrder> {
    if column.day_first && column.month_first {
        return None;
    }
    column.day_order().or_else(|| {
        let mut all = Evidence::default();
        for other in file {
            all.day_first |= other.day_first;
            all.month_first |= other.month_first;
        }
        all.day_order()
    })
}
