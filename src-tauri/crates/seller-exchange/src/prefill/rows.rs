//! Where each row goes when others are dropped.

use crate::row::split_reference;

/// The last row that a sheet can have: a range that ends there means the whole column.
const LAST: u32 = 1_048_576;

/// The rows that are dropped, in their order.
#[derive(Debug, Default)]
pub(super) struct RowMap {
    dropped: Vec<u32>,
}

impl RowMap {
    /// The map that drops these rows.
    pub(super) fn dropping(mut rows: Vec<u32>) -> Self {
        rows.sort_unstable();
        rows.dedup();
        Self { dropped: rows }
    }

    /// Whether every row stays where it is.
    pub(super) fn is_identity(&self) -> bool {
        self.dropped.is_empty()
    }

    /// How many rows are dropped.
    pub(super) fn dropped(&self) -> usize {
        self.dropped.len()
    }

    fn before(&self, row: u32) -> u32 {
        self.dropped.partition_point(|dropped| *dropped < row) as u32
    }

    /// The new number of a row; none if it is dropped.
    pub(super) fn row(&self, row: u32) -> Option<u32> {
        match self.dropped.binary_search(&row) {
            Ok(_) => None,
            Err(before) => Some(row - before as u32),
        }
    }

    /// The new first and last row of a range; none if all of it is dropped.
    pub(super) fn span(&self, first: u32, last: u32) -> Option<(u32, u32)> {
        let new_first = first - self.before(first);
        let new_last = if last == LAST {
            LAST
        } else {
            last - self.before(last + 1)
        };
        (new_first <= new_last).then_some((new_first, new_last))
    }

    /// A reference such as `G3` or `A1:J9`; none if all of it is dropped.
    pub(super) fn range(&self, text: &str) -> Option<String> {
        let mut ends = text.split(':');
        let (first, last) = (ends.next()?, ends.next());
        if ends.next().is_some() {
            return Some(text.to_owned());
        }
        let Some((column, row)) = split_reference(first) else {
            // A whole column stays.
            return Some(text.to_owned());
        };
        let letters = crate::row::column_letters;
        match last.and_then(split_reference) {
            None => Some(format!("{}{}", letters(column), self.row(row)?)),
            Some((last_column, last_row)) => {
                let (first, last) = self.span(row, last_row)?;
                Some(format!(
                    "{}{first}:{}{last}",
                    letters(column),
                    letters(last_column)
                ))
            }
        }
    }

    /// A list of references with blanks between; none if all of them are dropped.
    pub(super) fn ranges(&self, list: &str) -> Option<String> {
        let kept: Vec<String> = list
            .split_ascii_whitespace()
            .filter_map(|one| self.range(one))
            .collect();
        (!kept.is_empty()).then(|| kept.join(" "))
    }
}

#[cfg(test)]
mod tests {
    use super::RowMap;

    #[test]
    fn ranges_shrink_move_and_vanish_with_their_rows() {
        let map = RowMap::dropping(vec![4, 3, 7, 4]);
        assert_eq!(map.dropped(), 3);
        assert_eq!(
            [2, 3, 5, 6, 7, 8].map(|row| map.row(row)),
            [Some(2), None, Some(3), Some(4), None, Some(5)]
        );
        for (range, expected) in [
            ("A1:J1", Some("A1:J1")),
            ("A2:P9", Some("A2:P6")),
            ("G3:G4", None),
            ("G3:G5", Some("G3:G3")),
            ("G4", None),
            ("G8", Some("G5")),
            ("G3:G1048576", Some("G3:G1048576")),
            ("A:C", Some("A:C")),
        ] {
            assert_eq!(map.range(range).as_deref(), expected, "{range}");
        }
        assert_eq!(map.ranges("G3:G4 K3:K9 G7").as_deref(), Some("K3:K6"));
        assert_eq!(map.ranges("G3:G4 G7"), None);
    }
}
