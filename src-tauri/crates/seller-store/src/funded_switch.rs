//! The switches of TikTok-funded promotions: how they were moved, one after the other (PF-01).

use crate::error::StoreError;
use crate::values::{instant_text, json, parse_json, parse_word, read_instant, text, word};
use crate::view::{Tx, View};
use rusqlite::params;
use seller_domain::funded_promotion::{Switching, Timeline};
use seller_rulebook::Accepted;

/// A switch that was moved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Whose, where to, when.
    pub switching: Switching,
    /// The rules whose warnings were acknowledged with it.
    pub acknowledged: Vec<String>,
}

/// Every switch that was ever moved, the first first.
pub fn log(view: &View<'_>) -> Result<Vec<Step>, StoreError> {
    let mut select = view.statement(
        "SELECT funded_type, moved_to, at, acknowledged FROM funded_switch ORDER BY seq",
    )?;
    let mut rows = select.query([])?;
    let mut steps = Vec::new();
    while let Some(row) = rows.next()? {
        steps.push(Step {
            switching: Switching {
                funded_type: parse_word("type of TikTok-funded promotions", text(row, 0)?)?,
                to: parse_word("position of a switch", text(row, 1)?)?,
                at: read_instant(row, 2)?,
            },
            acknowledged: parse_json("acknowledged warnings", text(row, 3)?)?,
        });
    }
    Ok(steps)
}

/// How the switches stood, when.
pub fn timeline(view: &View<'_>) -> Result<Timeline, StoreError> {
    let steps = log(view)?;
    Ok(Timeline::new(
        steps.into_iter().map(|step| step.switching).collect(),
    ))
}

/// Moves a switch.
pub fn append(tx: &Tx<'_>, accepted: &Accepted<Switching>) -> Result<(), StoreError> {
    let switching = accepted.get();
    let acknowledged: Vec<&str> = accepted.acknowledged().iter().copied().collect();
    tx.statement(
        "INSERT INTO funded_switch (funded_type, moved_to, at, acknowledged) \
         VALUES (?1, ?2, ?3, ?4)",
    )?
    .execute(params![
        word("type of TikTok-funded promotions", &switching.funded_type)?,
        word("position of a switch", &switching.to)?,
        instant_text(switching.at),
        json("acknowledged warnings", &acknowledged)?,
    ])?;
    Ok(())
}
