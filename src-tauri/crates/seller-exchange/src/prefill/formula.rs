//! References inside of formulas, when rows go.

use super::rows::RowMap;

/// How the rows of references change.
pub(super) struct Shift<'a> {
    /// Where rows go.
    pub(super) map: &'a RowMap,
    /// The name of the sheet whose rows go.
    pub(super) sheet: &'a str,
    /// Whether references without a sheet's name mean that sheet.
    pub(super) own: bool,
    /// How far references without `$` move together with the cell that holds them; none:
    /// each goes where its row goes.
    pub(super) carried: Option<i64>,
}

/// The formula with its references moved; none if one of them points to a dropped row.
pub(super) fn moved(formula: &str, shift: &Shift<'_>) -> Option<String> {
    let mut out = String::with_capacity(formula.len());
    let mut rest = formula;
    let mut of_sheet = shift.own;
    while let Some(first) = rest.chars().next() {
        match first {
            '"' => copy_quoted(&mut rest, &mut out, '"'),
            '\'' => {
                let before = rest;
                copy_quoted(&mut rest, &mut out, '\'');
                let name = before[1..before.len() - rest.len()]
                    .trim_end_matches('\'')
                    .replace("''", "'");
                if let Some(after) = rest.strip_prefix('!') {
                    out.push('!');
                    rest = after;
                    of_sheet = name.eq_ignore_ascii_case(shift.sheet);
                    continue;
                }
            }
            '[' => {
                // A table's columns or another workbook: neither is one of our rows.
                let end = closing(rest);
                out.push_str(&rest[..end]);
                rest = &rest[end..];
                if rest.starts_with(is_word) {
                    let end = word_end(rest);
                    out.push_str(&rest[..end]);
                    rest = &rest[end..];
                    if let Some(after) = rest.strip_prefix('!') {
                        out.push('!');
                        rest = after;
                        of_sheet = false;
                        continue;
                    }
                }
            }
            _ if is_word(first) => {
                let end = word_end(rest);
                let (word, after) = rest.split_at(end);
                if let Some(behind) = after.strip_prefix('!') {
                    out.push_str(word);
                    out.push('!');
                    rest = behind;
                    of_sheet = word.eq_ignore_ascii_case(shift.sheet);
                    continue;
                }
                rest = reference(word, after, of_sheet, shift, &mut out)?;
            }
            _ => {
                out.push(first);
                rest = &rest[first.len_utf8()..];
            }
        }
        of_sheet = shift.own;
    }
    Some(out)
}

/// Writes a word, moved if it is a reference to the sheet; gives what comes after it.
fn reference<'f>(
    word: &str,
    after: &'f str,
    of_sheet: bool,
    shift: &Shift<'_>,
    out: &mut String,
) -> Option<&'f str> {
    let first = Reference::of(word).filter(|_| of_sheet && !after.starts_with('('));
    let Some(first) = first else {
        out.push_str(word);
        return Some(after);
    };
    let second = after.strip_prefix(':').and_then(|behind| {
        let end = word_end(behind);
        Reference::of(&behind[..end])
            .filter(|second| second.column.is_empty() == first.column.is_empty())
            .map(|second| (second, &behind[end..]))
    });
    match second {
        Some((second, behind)) => {
            let (top, bottom) = match (first.carried(shift), second.carried(shift)) {
                (None, None) => shift.map.span(first.row, second.row)?,
                (top, bottom) => (
                    top.or_else(|| shift.map.row(first.row))?,
                    bottom.or_else(|| shift.map.row(second.row))?,
                ),
            };
            first.write(top, out);
            out.push(':');
            second.write(bottom, out);
            Some(behind)
        }
        // A number alone is no reference.
        None if first.column.is_empty() => {
            out.push_str(word);
            Some(after)
        }
        None => {
            let row = first.carried(shift).or_else(|| shift.map.row(first.row))?;
            first.write(row, out);
            Some(after)
        }
    }
}

/// `$B$7`, `B7`, or `$7` of a range of whole rows.
struct Reference<'f> {
    column: &'f str,
    absolute: bool,
    row: u32,
}

impl<'f> Reference<'f> {
    fn of(word: &'f str) -> Option<Self> {
        let digits = word.find(|c: char| c.is_ascii_digit())?;
        let (head, row) = word.split_at(digits);
        let (column, absolute) = match head.strip_suffix('$') {
            Some(column) => (column, true),
            None => (head, false),
        };
        let letters = column.strip_prefix('$').unwrap_or(column);
        let plain = letters.len() <= 3 && letters.bytes().all(|b| b.is_ascii_alphabetic());
        let row: u32 = row
            .parse()
            .ok()
            .filter(|row| (1..=1_048_576).contains(row))?;
        (plain && !(letters.is_empty() && column.starts_with('$'))).then_some(Self {
            column,
            absolute,
            row,
        })
    }

    fn carried(&self, shift: &Shift<'_>) -> Option<u32> {
        let by = shift.carried.filter(|_| !self.absolute)?;
        u32::try_from(i64::from(self.row) + by)
            .ok()
            .filter(|row| *row > 0)
    }

    fn write(&self, row: u32, out: &mut String) {
        out.push_str(self.column);
        if self.absolute {
            out.push('$');
        }
        out.push_str(&row.to_string());
    }
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '$' | '_' | '.' | '\\' | '?')
}

fn word_end(text: &str) -> usize {
    text.find(|c| !is_word(c)).unwrap_or(text.len())
}

fn copy_quoted(rest: &mut &str, out: &mut String, quote: char) {
    let mut end = 1;
    loop {
        match rest[end..].find(quote) {
            None => {
                end = rest.len();
                break;
            }
            Some(at) if rest[end + at + 1..].starts_with(quote) => end += at + 2,
            Some(at) => {
                end += at + 1;
                break;
            }
        }
    }
    out.push_str(&rest[..end]);
    *rest = &rest[end..];
}

fn closing(text: &str) -> usize {
    let mut depth = 0u32;
    for (at, c) in text.char_indices() {
        match c {
            '[' => depth += 1,
            ']' => {
                depth -= 1;
                if depth == 0 {
                    return at + 1;
                }
            }
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_follow_their_rows_and_nothing_else_changes() {
        let map = RowMap::dropping(vec![3, 4, 7]);
        let own = Shift {
            map: &map,
            sheet: "Sheet1",
            own: true,
            carried: None,
        };
        for (formula, expected) in [
            ("E5*0.9", Some("E3*0.9")),
            ("$E$5+E6-Other!E5", Some("$E$3+E4-Other!E5")),
            ("SUM(E3:E8)", Some("SUM(E3:E5)")),
            (
                "Sheet1!E5&'Sheet1'!E6&'She''et'!E5",
                Some("Sheet1!E3&'Sheet1'!E4&'She''et'!E5"),
            ),
            ("[1]Sheet1!E5+E5", Some("[1]Sheet1!E5+E3")),
            (
                "IF(A5=\"E5 \"\"E6\"\"\",LOG10(5),Table1[E5])",
                Some("IF(A3=\"E5 \"\"E6\"\"\",LOG10(5),Table1[E5])"),
            ),
            ("E3", None),
            ("SUM(E3:E4)", None),
            ("SUM(A:A)+SUM(5:6)", Some("SUM(A:A)+SUM(3:4)")),
            ("my.name5+价格5", Some("my.name5+价格5")),
            ("ROUND(E5,2)", Some("ROUND(E3,2)")),
            ("\"open", Some("\"open")),
            ("XFE5x+[open", Some("XFE5x+[open")),
        ] {
            assert_eq!(moved(formula, &own).as_deref(), expected, "{formula}");
        }
        let elsewhere = Shift { own: false, ..own };
        assert_eq!(
            moved("Sheet1!$A$2:$P$9,A5", &elsewhere).as_deref(),
            Some("Sheet1!$A$2:$P$6,A5")
        );
        assert_eq!(
            moved("Sheet1!$1:$2", &elsewhere).as_deref(),
            Some("Sheet1!$1:$2")
        );
    }

    #[test]
    fn references_of_a_conditional_format_move_with_its_first_cell() {
        let map = RowMap::dropping(vec![3, 4]);
        let carried = Shift {
            map: &map,
            sheet: "Sheet1",
            own: true,
            carried: Some(-2),
        };
        assert_eq!(moved("$E5>$F$9", &carried).as_deref(), Some("$E3>$F$7"));
    }
}
