//! Handles that tables are read and written through.

use crate::error::StoreError;
use crate::history::{Entry, Summary};
use crate::recording::Recording;
use crate::values::instant_text;
use rusqlite::{CachedStatement, Connection, OptionalExtension};
use seller_domain::{Currency, Instant};
use std::cell::{Cell, RefCell};
use std::ops::Deref;

/// One consistent state of the file, to read.
pub struct View<'c> {
    conn: &'c Connection,
    currency: Cell<Option<Currency>>,
}

impl<'c> View<'c> {
    pub(crate) fn new(conn: &'c Connection) -> Self {
        Self {
            conn,
            currency: Cell::new(None),
        }
    }

    pub(crate) fn conn(&self) -> &'c Connection {
        self.conn
    }

    /// A statement that is prepared once and kept.
    pub(crate) fn statement(&self, sql: &str) -> Result<CachedStatement<'c>, StoreError> {
        Ok(self.conn.prepare_cached(sql)?)
    }

    /// The currency of all money in the file.
    ///
    /// # Errors
    /// [`StoreError::NoShop`] before the shop is set up.
    pub fn currency(&self) -> Result<Currency, StoreError> {
        if let Some(known) = self.currency.get() {
            return Ok(known);
        }
        let code: Option<String> = self
            .statement("SELECT currency FROM shop")?
            .query_row([], |row| row.get(0))
            .optional()?;
        let code = code.ok_or(StoreError::NoShop)?;
        let currency =
            Currency::from_code(&code).ok_or_else(|| StoreError::unreadable("currency", &code))?;
        self.currency.set(Some(currency));
        Ok(currency)
    }

    /// How many writes the file has seen: it grows with every one, undo included.
    pub fn revision(&self) -> Result<i64, StoreError> {
        Ok(self
            .statement("SELECT revision FROM cellar")?
            .query_row([], |row| row.get(0))?)
    }
}

/// A running write: what is read through it sees what it has written.
pub struct Tx<'c> {
    view: View<'c>,
    now: Instant,
    now_text: String,
    summary: RefCell<Summary>,
    recording: RefCell<Recording<'c>>,
}

impl<'c> Tx<'c> {
    pub(crate) fn new(
        conn: &'c Connection,
        recording: Recording<'c>,
        now: Instant,
        summary: Summary,
    ) -> Self {
        Self {
            view: View::new(conn),
            now,
            now_text: instant_text(now),
            summary: RefCell::new(summary),
            recording: RefCell::new(recording),
        }
    }

    /// The command's time.
    pub fn now(&self) -> Instant {
        self.now
    }

    /// The command's time as it stands in the file.
    pub(crate) fn now_text(&self) -> &str {
        &self.now_text
    }

    /// Replaces the line that the history will show, once the command knows its numbers.
    pub fn summarise(&self, summary: Summary) {
        *self.summary.borrow_mut() = summary;
    }

    /// Keeps what was changed so far in the history's step, so that a long write needs no
    /// memory for it. The step stays one: it is taken back as a whole.
    pub fn keep_so_far(&self) -> Result<(), StoreError> {
        self.recording.borrow_mut().keep(&self.summary.borrow())
    }

    /// Ends the recording; none if nothing changed.
    pub(crate) fn finish(self) -> Result<Option<Entry>, StoreError> {
        self.recording
            .into_inner()
            .finish(&self.summary.into_inner())
    }

    /// Forgets the currency: the shop was just saved.
    pub(crate) fn shop_changed(&self) {
        self.view.currency.set(None);
    }
}

impl<'c> Deref for Tx<'c> {
    type Target = View<'c>;

    fn deref(&self) -> &View<'c> {
        &self.view
    }
}
