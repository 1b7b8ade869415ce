//! What the product writes as CSV: RFC 4180 in UTF-8 with a byte order mark, so that
//! spreadsheets read it; one header of stable English keys; decimals with a point;
//! moments in ISO 8601 with the shop's offset.
//!
//! Texts that a spreadsheet would run as a formula get a `'` in front. So do texts that
//! already look like such a neutralised one, which makes it possible to take exactly
//! one `'` off again: what is exported imports without loss.

use crate::atomic::is_full;
use crate::trouble::{FileError, Trouble};
use csv::{QuoteStyle, Terminator, WriterBuilder};
use rust_decimal::Decimal;
use seller_domain::{Instant, Money, Percent, Zone};
use std::borrow::Cow;
use std::io::{self, Write};

/// Writes a table row by row.
pub struct CsvTable<W: Write> {
    writer: csv::Writer<W>,
    zone: Zone,
    record: csv::StringRecord,
}

impl<W: Write> CsvTable<W> {
    /// Begins a table with these column keys; moments are written in `zone`.
    pub fn new(mut target: W, keys: &[&str], zone: Zone) -> Result<Self, FileError> {
        target.write_all(b"\xEF\xBB\xBF").map_err(unwritable)?;
        let mut writer = WriterBuilder::new()
            .terminator(Terminator::CRLF)
            // Texts are quoted whether they need it or not: then no other separator
            // that a spreadsheet may be set to can open them.
            .quote_style(QuoteStyle::NonNumeric)
            .from_writer(target);
        writer
            .write_record(keys)
            .map_err(|error| unwritable(error.into()))?;
        Ok(Self {
            writer,
            zone,
            record: csv::StringRecord::new(),
        })
    }

    /// A cell of text.
    pub fn text(&mut self, text: &str) -> &mut Self {
        self.record.push_field(&neutralised(text));
        self
    }

    /// A cell with a word of our own or an id: neutralised like any text.
    pub fn word(&mut self, word: Option<&str>) -> &mut Self {
        self.text(word.unwrap_or_default())
    }

    /// A cell with an amount, without its currency.
    pub fn money(&mut self, money: Option<Money>) -> &mut Self {
        self.record
            .push_field(&money.map(Money::plain).unwrap_or_default());
        self
    }

    /// A cell with a number.
    pub fn number(&mut self, number: Option<Decimal>) -> &mut Self {
        self.record
            .push_field(&number.map(|number| number.to_string()).unwrap_or_default());
        self
    }

    /// A cell with a percentage, without its sign.
    pub fn percent(&mut self, percent: Option<Percent>) -> &mut Self {
        self.record.push_field(
            &percent
                .map(|percent| percent.to_string())
                .unwrap_or_default(),
        );
        self
    }

    /// A cell with a moment.
    pub fn moment(&mut self, at: Option<Instant>) -> &mut Self {
        let text = at.map(|at| at.with_timezone(&self.zone.0).to_rfc3339());
        self.record.push_field(&text.unwrap_or_default());
        self
    }

    /// Ends the row.
    pub fn end_row(&mut self) -> Result<(), FileError> {
        let written = self.writer.write_record(&self.record);
        self.record.clear();
        written.map_err(|error| unwritable(error.into()))
    }

    /// Ends the table and gives back what it was written to.
    pub fn finish(self) -> Result<W, FileError> {
        self.writer
            .into_inner()
            .map_err(|error| unwritable(error.into_error()))
    }
}

/// The error of a file that the system does not let be written.
pub fn unwritable(error: io::Error) -> FileError {
    if is_full(&error) {
        return Trouble::DiskFull { needed: None }.into();
    }
    let reason = error.into();
    Trouble::CannotWrite { reason }.into()
}

/// Whether a spreadsheet may take a text that begins like this for a formula.
fn runs(first: char) -> bool {
    matches!(
        first,
        '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '\0' | '＝' | '＋' | '－' | '＠'
    )
}

fn looks_neutralised_or_runs(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(runs)
}

/// The text as it is written: one `'` in front where a spreadsheet would run it.
pub fn neutralised(text: &str) -> Cow<'_, str> {
    if looks_neutralised_or_runs(text) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// The text as it was before it was written.
pub fn original(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if looks_neutralised_or_runs(rest) => rest,
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn formulas_get_a_quote_and_lookalikes_another() {
        for (text, written) in [
            ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
            ("+1", "'+1"),
            ("-2 pack", "'-2 pack"),
            ("@x", "'@x"),
            ("\tx", "'\tx"),
            ("\rx", "'\rx"),
            ("\nx", "'\nx"),
            ("\0x", "'\0x"),
            ("＝1", "'＝1"),
            ("＋1", "'＋1"),
            ("－1", "'－1"),
            ("＠x", "'＠x"),
            ("'=1", "''=1"),
            ("''=1", "'''=1"),
            ("'tis", "'tis"),
            ("it's", "it's"),
            ("", ""),
            ("'", "'"),
            ("\";=1+2", "\";=1+2"),
        ] {
            assert_eq!(neutralised(text), written);
            assert_eq!(original(written), text);
        }
    }

    proptest! {
        #[test]
        fn any_text_comes_back(text in "['=+@\\-a\\t\\r\\n\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}\u{4E2D}]{0,6}") {
            let written = neutralised(&text).into_owned();
            prop_assert!(!written.starts_with(runs));
            prop_assert_eq!(original(&written), text.as_str());
        }
    }
}
