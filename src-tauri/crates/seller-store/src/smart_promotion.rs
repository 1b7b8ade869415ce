//! The Smart Promotion programme: the terms on offer, and the log of joining
//! and leaving, whose last row is where the shop stands.

use crate::error::StoreError;
use crate::values::{
    instant_text, parse_word, points, points_opt, read_instant, read_percent, read_percent_opt,
    text, word,
};
use crate::view::{Tx, View};
use rusqlite::{Row, params};
use seller_domain::smart_promotion::{Enrolment, Mode, Terms};
use seller_rulebook::Accepted;

/// `mode, service_package, fee_rate, exempted_rate, campaign_surcharge` from column `at` on.
fn read_terms(row: &Row<'_>, at: usize) -> Result<Terms, StoreError> {
    Ok(Terms {
        mode: parse_word::<Mode>("mode of Smart Promotion", text(row, at)?)?,
        service_package: row.get(at + 1)?,
        fee_rate: read_percent(row, at + 2)?,
        exempted_rate: read_percent_opt(row, at + 3)?,
        campaign_surcharge: read_percent(row, at + 4)?,
    })
}

/// The terms that the platform offers the shop in this mode, as recorded.
pub fn offered(view: &View<'_>, mode: Mode) -> Result<Option<Terms>, StoreError> {
    let mut select = view.statement(
        "SELECT mode, service_package, fee_rate, exempted_rate, campaign_surcharge \
         FROM programme_terms WHERE mode = ?1",
    )?;
    let mut rows = select.query([word("mode of Smart Promotion", &mode)?])?;
    rows.next()?.map(|row| read_terms(row, 0)).transpose()
}

/// Records the terms that the platform offers in their mode.
pub fn save_offered(tx: &Tx<'_>, terms: &Terms) -> Result<(), StoreError> {
    tx.statement(
        "INSERT INTO programme_terms (mode, service_package, fee_rate, exempted_rate, \
         campaign_surcharge) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (mode) DO UPDATE SET \
         service_package = ?2, fee_rate = ?3, exempted_rate = ?4, campaign_surcharge = ?5",
    )?
    .execute(params![
        word("mode of Smart Promotion", &terms.mode)?,
        terms.service_package,
        points("the fee rate", terms.fee_rate)?,
        points_opt("the exempted rate", terms.exempted_rate)?,
        points("the campaign surcharge", terms.campaign_surcharge)?,
    ])?;
    Ok(())
}

/// Where the shop stands in the programme.
pub fn enrolment(view: &View<'_>) -> Result<Enrolment, StoreError> {
    Ok(log(view)?.pop().unwrap_or(Enrolment::Never))
}

/// Every joining and leaving, in order.
pub fn log(view: &View<'_>) -> Result<Vec<Enrolment>, StoreError> {
    let mut select = view.statement(
        "SELECT step, at, mode, service_package, fee_rate, exempted_rate, campaign_surcharge \
         FROM enrolment ORDER BY seq",
    )?;
    let mut rows = select.query([])?;
    let mut steps = Vec::new();
    while let Some(row) = rows.next()? {
        let at = read_instant(row, 1)?;
        let terms = read_terms(row, 2)?;
        steps.push(match text(row, 0)? {
            "enrolled" => Enrolment::Enrolled { terms, since: at },
            "left" => Enrolment::Left { terms, at },
            other => return Err(StoreError::unreadable("step of the enrolment", other)),
        });
    }
    Ok(steps)
}

/// Adds joining or leaving to the log. [`Enrolment::Never`] is the empty log and adds none.
pub fn append(tx: &Tx<'_>, accepted: &Accepted<Enrolment>) -> Result<(), StoreError> {
    let (name, at, terms) = match accepted.get() {
        Enrolment::Never => return Ok(()),
        Enrolment::Enrolled { terms, since } => ("enrolled", since, terms),
        Enrolment::Left { terms, at } => ("left", at, terms),
    };
    tx.statement(
        "INSERT INTO enrolment (step, at, mode, service_package, fee_rate, exempted_rate, \
         campaign_surcharge) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?
    .execute(params![
        name,
        instant_text(*at),
        word("mode of Smart Promotion", &terms.mode)?,
        terms.service_package,
        points("the fee rate", terms.fee_rate)?,
        points_opt("the exempted rate", terms.exempted_rate)?,
        points("the campaign surcharge", terms.campaign_surcharge)?,
    ])?;
    Ok(())
}
