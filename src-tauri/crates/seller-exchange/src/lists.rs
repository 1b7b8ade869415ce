//! Lists to send or to keep: the exclusion requests of Smart Promotion, and evidence.

use crate::export::CsvTable;
use crate::trouble::FileError;
use rust_decimal::Decimal;
use seller_domain::{Instant, Money, Percent, ProductId, Zone};
use std::io::Write;

/// A product that is to be left out of Smart Promotion (SP-07).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exclusion {
    /// The product.
    pub product_id: ProductId,
    /// Its title.
    pub title: String,
    /// Whether it is only asked for or in force already.
    pub state: ExclusionState,
    /// When it was asked for.
    pub requested_at: Instant,
    /// When the account manager confirmed it.
    pub confirmed_at: Option<Instant>,
    /// What the seller noted.
    pub note: String,
}

/// How far an exclusion has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ExclusionState {
    /// Asked for.
    Requested,
    /// In force.
    InForce,
}

/// Writes the exclusions, to be sent to the account manager.
pub fn exclusions<W: Write>(
    target: W,
    rows: impl IntoIterator<Item = Exclusion>,
    zone: Zone,
) -> Result<W, FileError> {
    let keys = [
        "product_id",
        "title",
        "state",
        "requested_at",
        "confirmed_at",
        "note",
    ];
    let mut table = CsvTable::new(target, &keys, zone)?;
    for row in rows {
        let state = match row.state {
            ExclusionState::Requested => "requested",
            ExclusionState::InForce => "in_force",
        };
        table
            .text(row.product_id.as_str())
            .text(&row.title)
            .text(state)
            .moment(Some(row.requested_at))
            .moment(row.confirmed_at)
            .text(&row.note)
            .end_row()?;
    }
    table.finish()
}

/// A value of a table of evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Nothing.
    Empty,
    /// Text, ids too.
    Text(String),
    /// An amount; its currency belongs into a column of its own.
    Money(Money),
    /// A number.
    Number(Decimal),
    /// A percentage.
    Percent(Percent),
    /// A moment.
    Moment(Instant),
}

/// Writes any table: the column keys, then the rows. Amounts and numbers stay numbers, texts are neutralised.
pub fn evidence<W: Write>(
    target: W,
    keys: &[&str],
    rows: impl IntoIterator<Item = Vec<Value>>,
    zone: Zone,
) -> Result<W, FileError> {
    let mut table = CsvTable::new(target, keys, zone)?;
    for row in rows {
        for value in row {
            match value {
                Value::Empty => table.text(""),
                Value::Text(text) => table.text(&text),
                Value::Money(money) => table.money(Some(money)),
                Value::Number(number) => table.number(Some(number)),
                Value::Percent(percent) => table.percent(Some(percent)),
                Value::Moment(at) => table.moment(Some(at)),
            };
        }
        table.end_row()?;
    }
    table.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{TimeZone, Utc};
    use seller_domain::market::Currency;

    fn zone() -> Zone {
        Zone::named("America/Los_Angeles").unwrap()
    }

    #[test]
    fn exclusions_are_listed_with_their_state() {
        let asked = Exclusion {
            product_id: "1729380000000000123".into(),
            title: "=HYPERLINK(\"x\")".into(),
            state: ExclusionState::Requested,
            requested_at: Utc.with_ymd_and_hms(2026, 3, 8, 12, 0, 0).unwrap(),
            confirmed_at: None,
            note: String::new(),
        };
        let bytes = exclusions(Vec::new(), [asked], zone()).unwrap();
        assert_eq!(
            String::from_utf8(bytes).unwrap(),
            "\u{FEFF}\"product_id\",\"title\",\"state\",\"requested_at\",\"confirmed_at\",\"note\"\r\n\
             1729380000000000123,\"'=HYPERLINK(\"\"x\"\")\",\"requested\",\"2026-03-08T05:00:00-07:00\",\"\",\"\"\r\n"
        );
    }

    #[test]
    fn a_negative_amount_is_a_number_and_a_text_that_begins_like_one_is_not() {
        let row = vec![
            Value::Money(Money::from_minor(-320, Currency::Usd)),
            Value::Text("-20°C".into()),
            Value::Percent(Percent::whole(5)),
            Value::Empty,
        ];
        let bytes = evidence(
            Vec::new(),
            &["margin", "title", "rate", "note"],
            [row],
            zone(),
        )
        .unwrap();
        let text = String::from_utf8(bytes).unwrap();
        assert!(text.ends_with("\r\n-3.20,\"'-20°C\",5,\"\"\r\n"), "{text}");
    }
}
