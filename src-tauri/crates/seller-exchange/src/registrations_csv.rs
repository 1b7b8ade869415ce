//! Registrations as a table of our own, which imports again without loss.

use crate::delimited::{self, Line};
use crate::export::{CsvTable, original};
use crate::input::Input;
use crate::moments;
use crate::row::{Cell, CellKind, Row};
use crate::stated::DecidedState;
use crate::trouble::{FileError, Place, RowProblem, Trouble};
use crate::values::{self, DecimalMark, NumberStyle};
use rust_decimal::Decimal;
use seller_domain::campaign::Tier;
use seller_domain::market::Currency;
use seller_domain::{CampaignId, Instant, Money, Percent, ProductId, SkuId, Zone};
use std::io::Write;
use std::ops::ControlFlow;

/// One registered SKU.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegistrationRow {
    /// Our id of the campaign.
    pub campaign_id: CampaignId,
    /// The campaign's name.
    pub campaign: String,
    /// The product.
    pub product_id: ProductId,
    /// The SKU.
    pub sku_id: SkuId,
    /// The product's title.
    pub title: String,
    /// The SKU's variation.
    pub variation: String,
    /// The seller's own code.
    pub seller_sku: String,
    /// Which requirement list it is checked against.
    pub tier: Tier,
    /// Where the product stands.
    pub state: DecidedState,
    /// The platform's reason, where it refused.
    pub reason: String,
    /// The retail price when it was registered.
    pub retail_price: Option<Money>,
    /// The campaign price.
    pub campaign_price: Option<Money>,
    /// The campaign stock.
    pub campaign_stock: Option<Decimal>,
    /// The extra discount.
    pub extra_discount: Option<Percent>,
    /// When it was submitted.
    pub submitted_at: Option<Instant>,
    /// When the platform decided.
    pub decided_at: Option<Instant>,
}

/// The keys of the columns, in their order. A key is never renamed; new ones come last.
pub const KEYS: [&str; 17] = [
    "campaign_id",
    "campaign",
    "product_id",
    "sku_id",
    "title",
    "variation",
    "seller_sku",
    "tier",
    "state",
    "reason",
    "currency",
    "retail_price",
    "campaign_price",
    "campaign_stock",
    "extra_discount_percent",
    "submitted_at",
    "decided_at",
];

/// Writes registrations, one row per SKU, moments in the shop's zone.
pub fn write<W: Write>(
    target: W,
    rows: impl IntoIterator<Item = RegistrationRow>,
    currency: Currency,
    zone: Zone,
) -> Result<W, FileError> {
    let mut table = CsvTable::new(target, &KEYS, zone)?;
    for row in rows {
        table
            .text(row.campaign_id.as_str())
            .text(&row.campaign)
            .text(row.product_id.as_str())
            .text(row.sku_id.as_str())
            .text(&row.title)
            .text(&row.variation)
            .text(&row.seller_sku)
            .text(tier_key(row.tier))
            .text(row.state.key())
            .text(&row.reason)
            .text(currency.code())
            .money(row.retail_price)
            .money(row.campaign_price)
            .number(row.campaign_stock)
            .percent(row.extra_discount)
            .moment(row.submitted_at)
            .moment(row.decided_at)
            .end_row()?;
    }
    table.finish()
}

/// Whether these column names are those of such a table.
pub(crate) fn is_header(names: &[&str]) -> bool {
    KEYS.iter().all(|key| names.contains(key))
}

/// Reads registrations back; a row is given to `sink`, or what is wrong with it.
pub fn read(
    input: &Input,
    currency: Currency,
    zone: Zone,
    mut sink: impl FnMut(Result<RegistrationRow, Vec<RowProblem>>) -> ControlFlow<()>,
) -> Result<(), FileError> {
    let dialect = delimited::recognise(input, None)?;
    let mut columns: Option<Columns> = None;
    delimited::read_rows(input, dialect, |line| {
        let row = match line {
            Line::Row(row) => row,
            Line::Refused(problem) => return Ok(sink(Err(vec![problem]))),
        };
        match &columns {
            None => columns = Some(Columns::of(row)?),
            Some(columns) => return Ok(sink(columns.read(row, currency, zone))),
        }
        Ok(ControlFlow::Continue(()))
    })
}

fn tier_key(tier: Tier) -> &'static str {
    match tier {
        Tier::Featured => "featured",
        Tier::Regular => "regular",
    }
}

/// Where each key's column is.
struct Columns([u32; KEYS.len()]);

impl Columns {
    fn of(row: &Row) -> Result<Self, FileError> {
        let mut at = [u32::MAX; KEYS.len()];
        let mut missing = Vec::new();
        for (slot, key) in at.iter_mut().zip(KEYS) {
            match row.cells().find(|cell| cell.text.trim() == key) {
                Some(cell) => *slot = cell.column,
                None => missing.push(key.to_owned()),
            }
        }
        if missing.is_empty() {
            Ok(Self(at))
        } else {
            let trouble = Trouble::MissingColumns { columns: missing };
            Err(FileError::at(Place::row(row.number()), trouble))
        }
    }

    fn read(
        &self,
        row: &Row,
        currency: Currency,
        zone: Zone,
    ) -> Result<RegistrationRow, Vec<RowProblem>> {
        let mut cells = Cells {
            columns: self,
            row,
            problems: Vec::new(),
        };
        let text = |cells: &Cells<'_>, key| original(cells.cell(key).text).to_owned();
        let amount = |cell: Cell<'_>| values::amount(cell, POINT, currency);
        let moment = |cell: Cell<'_>| moments::moment(cell, zone, None);
        let id = |cell: Cell<'_>| {
            let cell = Cell {
                text: original(cell.text),
                ..cell
            };
            values::id(cell).map(str::to_owned)
        };
        cells.check_currency(currency);
        let read = RegistrationRow {
            campaign_id: cells.required("campaign_id", id).unwrap_or_default().into(),
            campaign: text(&cells, "campaign"),
            product_id: cells.required("product_id", id).unwrap_or_default().into(),
            sku_id: cells.required("sku_id", id).unwrap_or_default().into(),
            title: text(&cells, "title"),
            variation: text(&cells, "variation"),
            seller_sku: text(&cells, "seller_sku"),
            tier: cells
                .required("tier", crate::stated::tier)
                .unwrap_or(Tier::Regular),
            state: cells
                .required("state", crate::stated::state)
                .unwrap_or(DecidedState::Pending),
            reason: text(&cells, "reason"),
            retail_price: cells.optional("retail_price", amount),
            campaign_price: cells.optional("campaign_price", amount),
            campaign_stock: cells.optional("campaign_stock", |cell| values::decimal(cell, POINT)),
            extra_discount: cells.optional("extra_discount_percent", |cell| {
                values::percent(cell, POINT)
            }),
            submitted_at: cells.optional("submitted_at", moment),
            decided_at: cells.optional("decided_at", moment),
        };
        if cells.problems.is_empty() {
            Ok(read)
        } else {
            Err(cells.problems)
        }
    }
}

const POINT: NumberStyle = NumberStyle::Marked(DecimalMark::Point);

/// The cells of one row, and what is wrong with them.
struct Cells<'a> {
    columns: &'a Columns,
    row: &'a Row,
    problems: Vec<RowProblem>,
}

impl<'a> Cells<'a> {
    fn cell(&self, key: &str) -> Cell<'a> {
        let at = KEYS
            .iter()
            .position(|one| *one == key)
            .map_or(u32::MAX, |at| self.columns.0[at]);
        let empty = Cell {
            column: at,
            kind: CellKind::Text,
            text: "",
        };
        self.row.cell(at).unwrap_or(empty)
    }

    fn optional<T>(
        &mut self,
        key: &str,
        read: impl Fn(Cell<'a>) -> Result<T, Trouble>,
    ) -> Option<T> {
        let cell = self.cell(key);
        if cell.text.trim().is_empty() {
            return None;
        }
        read(cell).map_err(|trouble| self.refuse(key, trouble)).ok()
    }

    fn required<T>(
        &mut self,
        key: &str,
        read: impl Fn(Cell<'a>) -> Result<T, Trouble>,
    ) -> Option<T> {
        if self.cell(key).text.trim().is_empty() {
            self.refuse(key, Trouble::MissingValue);
        }
        self.optional(key, read)
    }

    fn check_currency(&mut self, currency: Currency) {
        let code = self.cell("currency").text.trim();
        if !code.is_empty() && code != currency.code() {
            let expected = currency.code().to_owned();
            self.refuse("currency", Trouble::OtherCurrency { expected });
        }
    }

    fn refuse(&mut self, key: &str, trouble: Trouble) {
        let problem = RowProblem::cell(self.row.number(), key, self.cell(key).text, trouble);
        self.problems.push(problem);
    }
}

#[cfg(test)]
mod tests;
