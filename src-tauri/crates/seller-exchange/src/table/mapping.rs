//! Which column means what: guessed from the names, corrected by the seller, remembered.

use super::fields::{Field, Target};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fmt::Write;
use ts_rs::TS;

/// The meaning of each column, in the order of the file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Mapping {
    /// What each column means; none: it is not read.
    pub columns: Vec<Option<Field>>,
}

impl Mapping {
    /// The column that means `field`.
    pub fn column(&self, field: Field) -> Option<u32> {
        let at = self
            .columns
            .iter()
            .position(|column| *column == Some(field))?;
        u32::try_from(at).ok()
    }

    /// Whether a column means `field`.
    pub fn has(&self, field: Field) -> bool {
        self.column(field).is_some()
    }
}

/// How sure a guess is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// The column has one of the field's names.
    Named,
    /// The name is close to one: to be shown to the seller before it is used.
    Similar,
}

/// A guess at a mapping.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Guess {
    /// The guessed meaning of each column.
    pub mapping: Mapping,
    /// How sure each one is; none where nothing is guessed.
    pub certainty: Vec<Option<Certainty>>,
    /// Fields that several columns could mean. None of these columns is mapped: the seller chooses.
    pub doubled: Vec<Field>,
    /// Fields that the targets need and no column means.
    pub missing: Vec<Field>,
}

impl Guess {
    /// Whether it can be used without asking.
    pub fn is_sure(&self) -> bool {
        self.doubled.is_empty()
            && self.missing.is_empty()
            && !self.certainty.contains(&Some(Certainty::Similar))
    }
}

/// Names less alike than this are not guessed.
const ALIKE: Likeness = Likeness(85);

/// How much two names are alike, in hundredths: 100 is the same name.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Likeness(usize);

impl Likeness {
    fn of(left: &str, right: &str) -> Self {
        let longest = left.chars().count().max(right.chars().count()).max(1);
        let steps = strsim::osa_distance(left, right).min(longest);
        Self((longest - steps) * 100 / longest)
    }
}

/// Guesses what the columns of `header` mean for `targets`, the most important first.
pub fn guess(header: &[String], targets: &[Target]) -> Guess {
    let names: Vec<String> = header.iter().map(|name| normalised(name)).collect();
    let mut fields: Vec<Field> = Vec::new();
    for field in targets.iter().flat_map(|target| target.fields()) {
        if !fields.contains(field) {
            fields.push(*field);
        }
    }
    let mut found = Guess {
        mapping: Mapping {
            columns: vec![None; header.len()],
        },
        certainty: vec![None; header.len()],
        doubled: Vec::new(),
        missing: Vec::new(),
    };
    // A key of ours beats any other name, a name beats likeness.
    for rank in [Rank::Key, Rank::Name, Rank::Like] {
        for field in &fields {
            if !found.mapping.has(*field) && !found.doubled.contains(field) {
                found.assign(*field, rank, &names);
            }
        }
    }
    for group in targets.iter().flat_map(|target| target.required()) {
        if !group.iter().any(|field| found.mapping.has(*field))
            && !found.missing.contains(&group[0])
        {
            found.missing.push(group[0]);
        }
    }
    found
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Rank {
    Key,
    Name,
    Like,
}

impl Guess {
    fn assign(&mut self, field: Field, rank: Rank, names: &[String]) {
        let fits = |name: &String| match rank {
            Rank::Key => *name == normalised(field.key()),
            Rank::Name => field.names().iter().any(|one| *name == normalised(one)),
            Rank::Like => field
                .names()
                .iter()
                .map(|one| normalised(one))
                .any(|one| name.chars().count() > 4 && Likeness::of(name, &one) >= ALIKE),
        };
        let free: Vec<usize> = names
            .iter()
            .enumerate()
            .filter(|(at, name)| {
                self.mapping.columns[*at].is_none() && !name.is_empty() && fits(name)
            })
            .map(|(at, _)| at)
            .collect();
        match free.as_slice() {
            [] => {}
            [only] => {
                self.mapping.columns[*only] = Some(field);
                self.certainty[*only] = Some(match rank {
                    Rank::Like => Certainty::Similar,
                    Rank::Key | Rank::Name => Certainty::Named,
                });
            }
            _ => self.doubled.push(field),
        }
    }
}

/// How many of the names are known for `targets`.
pub(super) fn known_names(header: &[String], targets: &[Target]) -> usize {
    header
        .iter()
        .map(|name| normalised(name))
        .filter(|name| {
            targets
                .iter()
                .flat_map(|target| target.fields())
                .any(|field| field.names().iter().any(|one| *name == normalised(one)))
        })
        .count()
}

/// A header's name without case, blanks and signs, full-width letters as plain ones.
pub fn normalised(name: &str) -> String {
    name.chars()
        .map(crate::values::half_width)
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// A short code for a header's layout, under which a mapping is remembered.
pub fn fingerprint(header: &[String]) -> String {
    let mut digest = Sha256::new();
    for name in header {
        digest.update(normalised(name).as_bytes());
        digest.update([0x1F]);
    }
    let mut code = String::new();
    for byte in digest.finalize().iter().take(12) {
        // Writing into a String cannot fail.
        let _ = write!(code, "{byte:02x}");
    }
    code
}
