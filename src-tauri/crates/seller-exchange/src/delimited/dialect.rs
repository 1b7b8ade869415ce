//! Which character separates the cells of a text table.

use csv_core::{ReadRecordResult, ReaderBuilder};

/// How much of a file is looked at.
pub(super) const HEAD_BYTES: usize = 64 << 10;
const RECORDS: usize = 30;

/// What stands between two cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Separator {
    /// `,`
    Comma,
    /// `;`
    Semicolon,
    /// A tab.
    Tab,
}

impl Separator {
    const ALL: [Self; 3] = [Self::Comma, Self::Semicolon, Self::Tab];

    /// The character.
    pub fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
        }
    }

    fn from_byte(byte: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.byte() == byte)
    }
}

/// The separator of a table that begins with `head`, and whether its first line only names it.
pub(super) fn separator(head: &[u8]) -> (Separator, bool) {
    if let Some(named) = named(head) {
        return (named, true);
    }
    let best = Separator::ALL
        .into_iter()
        .max_by_key(|separator| (score(head, *separator), std::cmp::Reverse(*separator as u8)));
    (best.unwrap_or(Separator::Comma), false)
}

fn named(head: &[u8]) -> Option<Separator> {
    let line = head.split(|b| matches!(b, b'\r' | b'\n')).next()?;
    let line = line.strip_prefix(b"\"").unwrap_or(line);
    let line = line.strip_suffix(b"\"").unwrap_or(line);
    match line.split_at_checked(4)? {
        (key, &[byte]) if key.eq_ignore_ascii_case(b"sep=") => Separator::from_byte(byte),
        _ => None,
    }
}

/// How many of the first rows have as many cells as the first one, times the cells.
fn score(head: &[u8], separator: Separator) -> usize {
    let mut parser = ReaderBuilder::new().delimiter(separator.byte()).build();
    let mut text = vec![0; head.len() + 1];
    let mut ends = vec![0; head.len() + 2];
    let mut rest = head;
    let mut counts = Vec::new();
    let mut cells = 0;
    while counts.len() < RECORDS {
        let (result, read, _, ended) = parser.read_record(rest, &mut text, &mut ends);
        rest = &rest[read..];
        cells += ended;
        match result {
            ReadRecordResult::Record => counts.push(std::mem::take(&mut cells)),
            // The head may end within a record: only whole ones count.
            _ => break,
        }
    }
    if counts.is_empty() {
        counts.push(cells + 1);
    }
    let Some(most) = counts.iter().copied().max().filter(|most| *most > 1) else {
        return 0;
    };
    counts.iter().filter(|count| **count == most).count() * most.min(100)
}
