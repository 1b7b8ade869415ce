//! The steps of the shop: what each command changed, and the way back.
//!
//! The order is that of the steps' numbers. The clock is only shown: it may
//! have been set back.

use crate::changes::{Changes, Counts};
use crate::error::{StepObstacle, StoreError, StuckStep};
use crate::ids::fresh_id;
use crate::migrate::schema_version;
use crate::values::{flag, instant_text, json, parse_json, read_instant, text};
use crate::view::View;
use rusqlite::{Connection, OptionalExtension, Row, params};
use seller_domain::{EntryId, Instant};
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeMap;

/// The line that the history shows for a step, in a form that any language can
/// be made of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// Which sentence: `catalogue_imported`.
    pub key: String,
    /// What stands in it, a JSON object: `{"skus": 100000}`. No titles, no prices.
    pub params: Value,
}

impl Summary {
    /// A sentence without numbers.
    pub fn new(key: impl Into<String>) -> Self {
        Self::with(key, Value::Object(serde_json::Map::new()))
    }

    /// A sentence with its numbers.
    pub fn with(key: impl Into<String>, params: Value) -> Self {
        Self {
            key: key.into(),
            params,
        }
    }
}

/// Whether a step stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum EntryState {
    /// It stands.
    Done,
    /// It was taken back and can be redone.
    Undone,
    /// It was taken back, and something else was done instead.
    Superseded,
}

impl EntryState {
    fn read(word: &str) -> Result<Self, StoreError> {
        match word {
            "done" => Ok(Self::Done),
            "undone" => Ok(Self::Undone),
            "superseded" => Ok(Self::Superseded),
            other => Err(StoreError::unreadable("state of a step", other)),
        }
    }
}

/// One step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// Its number: what came later has a larger one.
    pub seq: i64,
    /// Its id.
    pub id: EntryId,
    /// When it was done.
    pub at: Instant,
    /// The command that did it.
    pub command: String,
    /// What to show.
    pub summary: Summary,
    /// How many rows it changed.
    pub rows: u64,
    /// Of which tables.
    pub tables: BTreeMap<String, u64>,
    /// The clock showed an earlier time than at the step before.
    pub clock_went_back: bool,
    /// Whether it stands.
    pub state: EntryState,
}

const COLUMNS: &str = "seq, id, at, command, summary_key, summary_params, row_count, \
                       table_counts, clock_went_back, state";

fn read(row: &Row<'_>) -> Result<Entry, StoreError> {
    Ok(Entry {
        seq: row.get(0)?,
        id: EntryId::new(text(row, 1)?),
        at: read_instant(row, 2)?,
        command: row.get(3)?,
        summary: Summary {
            key: row.get(4)?,
            params: parse_json("summary of a step", text(row, 5)?)?,
        },
        rows: row.get::<_, i64>(6)?.unsigned_abs(),
        tables: parse_json("row counts of a step", text(row, 7)?)?,
        clock_went_back: flag(row, 8)?,
        state: EntryState::read(text(row, 9)?)?,
    })
}

/// A page of the history, the latest step first.
pub fn page(view: &View<'_>, offset: u32, limit: u32) -> Result<Vec<Entry>, StoreError> {
    let mut select = view.statement(&format!(
        "SELECT {COLUMNS} FROM history ORDER BY seq DESC LIMIT ?2 OFFSET ?1"
    ))?;
    let mut rows = select.query(params![offset, limit])?;
    let mut entries = Vec::new();
    while let Some(row) = rows.next()? {
        entries.push(read(row)?);
    }
    Ok(entries)
}

/// How many steps the history has.
pub fn count(view: &View<'_>) -> Result<u32, StoreError> {
    Ok(view
        .statement("SELECT count(*) FROM history")?
        .query_row([], |row| row.get(0))?)
}

/// The step that an undo would take back.
pub fn next_undo(view: &View<'_>) -> Result<Option<Entry>, StoreError> {
    one(view.conn(), "state = 'done' ORDER BY seq DESC LIMIT 1")
}

/// The step that a redo would do again.
pub fn next_redo(view: &View<'_>) -> Result<Option<Entry>, StoreError> {
    one(view.conn(), "state = 'undone' ORDER BY seq LIMIT 1")
}

fn one(conn: &Connection, which: &str) -> Result<Option<Entry>, StoreError> {
    let mut select =
        conn.prepare_cached(&format!("SELECT {COLUMNS} FROM history WHERE {which}"))?;
    let mut rows = select.query([])?;
    rows.next()?.map(read).transpose()
}

/// Adds a step with its changes; what could be redone cannot any more.
pub(crate) fn append(
    conn: &Connection,
    command: &str,
    summary: &Summary,
    (changes, tables): (&Changes, Counts),
    now: Instant,
) -> Result<Entry, StoreError> {
    drop_redo_tail(conn)?;
    let rows: u64 = tables.values().sum();
    let stored_rows = i64::try_from(rows).map_err(|_| StoreError::unreadable("row count", rows))?;
    let before: Option<String> = conn
        .prepare_cached("SELECT at FROM history ORDER BY seq DESC LIMIT 1")?
        .query_row([], |row| row.get(0))
        .optional()?;
    let at = instant_text(now);
    let clock_went_back = before.is_some_and(|before| at < before);
    let id = EntryId::new(fresh_id(now));
    conn.prepare_cached(
        "INSERT INTO history (id, at, command, summary_key, summary_params, row_count, \
         table_counts, schema_version, clock_went_back, state) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 'done')",
    )?
    .execute(params![
        id.as_str(),
        at,
        command,
        summary.key,
        json("summary of a step", &summary.params)?,
        stored_rows,
        json("row counts of a step", &tables)?,
        schema_version(conn)?,
        clock_went_back,
    ])?;
    let seq = conn.last_insert_rowid();
    changes.save(conn, seq)?;
    Ok(Entry {
        seq,
        id,
        at: now,
        command: command.to_owned(),
        summary: summary.clone(),
        rows,
        tables,
        clock_went_back,
        state: EntryState::Done,
    })
}

/// Adds another stretch of changes to a step that is being done.
pub(crate) fn add(
    conn: &Connection,
    entry: &mut Entry,
    (changes, tables): (&Changes, Counts),
) -> Result<(), StoreError> {
    Changes::end_stretch(conn, entry.seq)?;
    changes.save(conn, entry.seq)?;
    for (table, rows) in tables {
        entry.rows += rows;
        *entry.tables.entry(table).or_default() += rows;
    }
    Ok(())
}

/// Puts down what a step of several stretches has become. A row that several of them changed
/// counts in each.
pub(crate) fn complete(conn: &Connection, entry: &Entry) -> Result<(), StoreError> {
    let rows =
        i64::try_from(entry.rows).map_err(|_| StoreError::unreadable("row count", entry.rows))?;
    conn.prepare_cached(
        "UPDATE history SET summary_key = ?2, summary_params = ?3, row_count = ?4, \
         table_counts = ?5 WHERE seq = ?1",
    )?
    .execute(params![
        entry.seq,
        entry.summary.key,
        json("summary of a step", &entry.summary.params)?,
        rows,
        json("row counts of a step", &entry.tables)?,
    ])?;
    Ok(())
}

fn drop_redo_tail(conn: &Connection) -> Result<(), StoreError> {
    let tail: bool = conn
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM history WHERE state = 'undone')")?
        .query_row([], |row| row.get(0))?;
    if tail {
        conn.execute(
            "DELETE FROM history_part WHERE seq IN (SELECT seq FROM history WHERE state = 'undone')",
            [],
        )?;
        conn.execute(
            "UPDATE history SET state = 'superseded' WHERE state = 'undone'",
            [],
        )?;
    }
    Ok(())
}

/// Which way a step goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Direction {
    Back,
    Forth,
}

/// Takes the last step back, or does the last one taken back again; none if
/// there is no such step.
pub(crate) fn step(conn: &Connection, direction: Direction) -> Result<Option<Entry>, StoreError> {
    let view = View::new(conn);
    let found = match direction {
        Direction::Back => next_undo(&view)?,
        Direction::Forth => next_redo(&view)?,
    };
    let Some(entry) = found else {
        return Ok(None);
    };
    require_same_schema(conn, &entry)?;
    let recorded = Changes::load(conn, entry.seq)?;
    if recorded.is_empty() {
        return Err(cannot(&entry, StuckStep::Forgotten));
    }
    let before = conn.total_changes();
    match direction {
        Direction::Back => {
            (recorded.iter().rev()).try_for_each(|stretch| stretch.inverted()?.apply(conn))?
        }
        Direction::Forth => recorded
            .iter()
            .try_for_each(|stretch| stretch.apply(conn))?,
    }
    // SQLite skips a table that it does not find without a word.
    if conn.total_changes() - before != entry.rows {
        return Err(cannot(&entry, StuckStep::Incomplete));
    }
    let (word, state) = match direction {
        Direction::Back => ("undone", EntryState::Undone),
        Direction::Forth => ("done", EntryState::Done),
    };
    conn.prepare_cached("UPDATE history SET state = ?1 WHERE seq = ?2")?
        .execute(params![word, entry.seq])?;
    Ok(Some(Entry { state, ..entry }))
}

fn require_same_schema(conn: &Connection, entry: &Entry) -> Result<(), StoreError> {
    let then: i64 = conn
        .prepare_cached("SELECT schema_version FROM history WHERE seq = ?1")?
        .query_row([entry.seq], |row| row.get(0))?;
    if then == schema_version(conn)? {
        Ok(())
    } else {
        Err(cannot(entry, StuckStep::OlderProgram))
    }
}

fn cannot(entry: &Entry, why: StuckStep) -> StoreError {
    StoreError::CannotStep {
        reason: StepObstacle::Step {
            seq: entry.seq,
            command: entry.command.clone(),
            why,
        },
    }
}
