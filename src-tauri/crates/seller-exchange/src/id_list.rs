//! Lists of ids and seller's codes: pasted, or in a file of any kind.

use crate::delimited::{self, Line};
use crate::input::Input;
use crate::sniff;
use crate::table::{Choices, Settings, Stated, Table, Target};
use crate::trouble::FileError;
use crate::values::DecimalMark;
use seller_domain::Zone;
use seller_domain::market::Currency;
use std::ops::ControlFlow;

/// The words of a text: what stands between blanks, commas and semicolons.
pub fn words(text: &str) -> Vec<String> {
    let between = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '，' | '；' | '、');
    text.split(between)
        .map(|word| word.trim_matches(['"', '\'']))
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The ids of a file: the column of product ids, SKU ids or seller's codes of a table that has
/// one; else every word of a text.
///
/// An id that a spreadsheet rounded comes back as it stands: nothing has such an id.
///
/// # Errors
/// What makes a file no table and no text.
pub fn read(input: &Input) -> Result<Vec<String>, FileError> {
    let table = Table::open(input, &Choices::default());
    if let Ok(table) = &table {
        let guess = table.guess(&[Target::Products]);
        if guess.missing.is_empty() {
            return of_table(table, &guess.mapping);
        }
    }
    if sniff::is_package(input)? {
        // A workbook whose columns have other names has no ids that can be told.
        return table.map(|_| Vec::new());
    }
    let mut found = Vec::new();
    let dialect = delimited::recognise(input, None)?;
    delimited::read_rows(input, dialect, |line| {
        if let Line::Row(row) = line {
            found.extend(row.cells().flat_map(|cell| words(cell.text)));
        }
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(found)
}

fn of_table(table: &Table, mapping: &crate::table::Mapping) -> Result<Vec<String>, FileError> {
    // Ids have no decimal mark, no currency and no day.
    let settings = Settings {
        currency: Currency::Usd,
        zone: Zone(chrono_tz::UTC),
        decimal_mark: Some(DecimalMark::Point),
        day_order: None,
    };
    let mut found = Vec::new();
    table.read_rows(mapping, &[Target::Products], &settings, |stated| {
        match stated {
            Stated::Row(row) => {
                let product = row.product_id.map(|id| id.to_string());
                let sku = row.sku_id.map(|id| id.to_string());
                let code = row.seller_sku.map(String::from);
                let one = [product, sku, code].into_iter().flatten();
                found.extend(one.filter(|word| !word.trim().is_empty()).take(1));
            }
            Stated::Refused(problems, _) => {
                found.extend(
                    problems
                        .into_iter()
                        .take(1)
                        .filter_map(|problem| problem.value),
                );
            }
        }
        ControlFlow::Continue(())
    })?;
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Vec<String> {
        read(&Input::from(text.as_bytes())).unwrap()
    }

    #[test]
    fn words_stand_between_blanks_commas_and_lines() {
        assert_eq!(
            words(" 12,34; 56\n\"78\"\t，90 "),
            ["12", "34", "56", "78", "90"]
        );
        assert_eq!(words(" ,\n"), Vec::<String>::new());
    }

    #[test]
    fn a_table_gives_its_column_of_ids_and_a_plain_list_every_word() {
        assert_eq!(
            of("Title,Product ID\nMug,1729\nCup,1730\n"),
            ["1729", "1730"]
        );
        assert_eq!(of("1729\n1730\n1731\n"), ["1729", "1730", "1731"]);
        assert_eq!(of("1729,1730\n"), ["1729", "1730"]);
    }

    #[test]
    fn an_id_that_a_spreadsheet_rounded_is_kept_as_it_stands() {
        assert_eq!(of("Product ID\n1.72938E+18\n"), ["1.72938E+18"]);
    }
}
