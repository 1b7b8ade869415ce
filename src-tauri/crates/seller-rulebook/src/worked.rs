//! Computations with a right answer, and the worked examples that show them.

use seller_domain::{Money, Percent};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

/// The named quantities that a worked example gives.
#[derive(Debug, Clone, Default)]
pub struct Given {
    quantities: BTreeMap<String, String>,
    used: RefCell<BTreeSet<String>>,
}

/// The named results of a computation, or what was missing or unreadable.
pub type Worked = Result<Vec<(&'static str, String)>, NotWorked>;

/// Why a computation has no answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotWorked {
    /// A quantity is not given.
    #[error("{0} is not given")]
    Missing(&'static str),
    /// A quantity cannot be read.
    #[error("{name} = \"{text}\" cannot be read: {why}")]
    Unreadable {
        /// The quantity.
        name: &'static str,
        /// What stands there.
        text: String,
        /// Why not.
        why: String,
    },
}

impl Given {
    /// Reads `name = value` lines; blank lines are passed over.
    pub fn read(lines: &str) -> Self {
        let pair = |line: &str| {
            let (name, value) = line.split_once('=')?;
            Some((name.trim().to_owned(), value.trim().to_owned()))
        };
        Self {
            quantities: lines.lines().filter_map(pair).collect(),
            used: RefCell::default(),
        }
    }

    /// The text of a quantity.
    pub fn text(&self, name: &'static str) -> Result<&str, NotWorked> {
        self.optional(name).ok_or(NotWorked::Missing(name))
    }

    /// The text of a quantity that may be left out.
    pub fn optional(&self, name: &str) -> Option<&str> {
        self.used.borrow_mut().insert(name.to_owned());
        self.quantities.get(name).map(String::as_str)
    }

    /// A quantity of a type that can be read from text.
    pub fn read_as<T: std::str::FromStr<Err: std::fmt::Display>>(
        &self,
        name: &'static str,
    ) -> Result<T, NotWorked> {
        let text = self.text(name)?;
        text.parse().map_err(|why: T::Err| NotWorked::Unreadable {
            name,
            text: text.to_owned(),
            why: why.to_string(),
        })
    }

    /// Like [`Self::read_as`], for a quantity that may be left out.
    pub fn optional_as<T: std::str::FromStr<Err: std::fmt::Display>>(
        &self,
        name: &'static str,
    ) -> Result<Option<T>, NotWorked> {
        self.optional(name).map(|_| self.read_as(name)).transpose()
    }

    /// An amount: `19.99 USD`.
    pub fn money(&self, name: &'static str) -> Result<Money, NotWorked> {
        self.read_as(name)
    }

    /// A percentage: `3.5`.
    pub fn percent(&self, name: &'static str) -> Result<Percent, NotWorked> {
        self.read_as(name)
    }

    /// One of several named ways.
    pub fn choice<T: Copy>(&self, name: &'static str, ways: &[(&str, T)]) -> Result<T, NotWorked> {
        let text = self.text(name)?;
        let way = ways.iter().find(|(way, _)| *way == text);
        way.map(|(_, choice)| *choice)
            .ok_or_else(|| NotWorked::Unreadable {
                name,
                text: text.to_owned(),
                why: format!(
                    "it is one of {}",
                    ways.iter()
                        .map(|(way, _)| *way)
                        .collect::<Vec<_>>()
                        .join(", ")
                ),
            })
    }

    /// Several of them, with commas between: `10.00 USD, 5.00 USD`; none for an empty text.
    pub fn list_of<T: std::str::FromStr<Err: std::fmt::Display>>(
        &self,
        name: &'static str,
    ) -> Result<Vec<T>, NotWorked> {
        let text = self.text(name)?;
        let items = text
            .split(',')
            .map(str::trim)
            .filter(|item| !item.is_empty());
        items
            .map(|item| {
                item.parse().map_err(|why: T::Err| NotWorked::Unreadable {
                    name,
                    text: item.to_owned(),
                    why: why.to_string(),
                })
            })
            .collect()
    }

    /// Whether something holds: `yes` or `no`.
    pub fn holds(&self, name: &'static str) -> Result<bool, NotWorked> {
        self.choice(name, &[("yes", true), ("no", false)])
    }

    /// The names that were given and never asked for.
    pub fn in_vain(&self) -> Vec<&str> {
        let used = self.used.borrow();
        let names = self.quantities.keys().map(String::as_str);
        names.filter(|name| !used.contains(*name)).collect()
    }
}
