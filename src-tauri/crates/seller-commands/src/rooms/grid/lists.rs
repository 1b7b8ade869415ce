//! What the rulebook says of a plan as two lists for a spreadsheet: what passes, with its money,
//! and what does not, with the rules that refuse it. Unlike a submission they judge every SKU by
//! itself: a SKU that is refused only because of another one of its product (RG-12) stands among
//! those that pass.

use seller_domain::fees::extra_discount_amount;
use seller_domain::registration::{DraftProduct, DraftSku};
use seller_domain::{SkuId, Zone};
use seller_exchange::FileError;
use seller_exchange::export::CsvTable;
use seller_planner::profit::{FeeName, UnitEconomics, unit_economics};
use seller_planner::{OrderTerms, Scenario};
use seller_rulebook::facts::ProductFacts;
use seller_rulebook::{Check, Finding};
use std::fmt::Write as _;
use std::io::Write;

const ACCEPTED: [&str; 9] = [
    "product_id",
    "sku_id",
    "title",
    "campaign_price",
    "campaign_stock",
    "extra_discount_percent",
    "extra_discount",
    "campaign_service_fee",
    "left_before_other_fees",
];
const REFUSED: [&str; 4] = ["product_id", "sku_id", "title", "rules"];

/// Writes both lists, product by product.
pub(crate) struct Lists<W: Write> {
    accepted: CsvTable<W>,
    refused: CsvTable<W>,
    written: Written,
    rules: String,
}

/// How many rows stand in the lists.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Written {
    /// Rows that pass.
    pub accepted: u32,
    /// Rows that are refused.
    pub refused: u32,
}

impl<W: Write> Lists<W> {
    /// Begins the lists.
    pub fn begin(accepted: W, refused: W, zone: Zone) -> Result<Self, FileError> {
        Ok(Self {
            accepted: CsvTable::new(accepted, &ACCEPTED, zone)?,
            refused: CsvTable::new(refused, &REFUSED, zone)?,
            written: Written::default(),
            rules: String::new(),
        })
    }

    /// Writes the SKUs of a product, with what is found of it and its units' money.
    pub fn take(
        &mut self,
        product: &DraftProduct,
        known: Option<&ProductFacts>,
        findings: &[Finding],
        units: &[Option<UnitEconomics>],
    ) -> Result<(), FileError> {
        let title = known.map_or("", |known| known.product.title.as_str());
        for (sku, unit) in product.skus.iter().zip(units) {
            self.rules.clear();
            for finding in own_refusals(findings, &sku.sku_id) {
                if !self.rules.is_empty() {
                    self.rules.push('|');
                }
                self.rules.push_str(finding.rule.id);
                if !finding.fault.variant.is_empty() {
                    // Writing to a text cannot fail.
                    let _ = write!(self.rules, ":{}", finding.fault.variant);
                }
            }
            if self.rules.is_empty() {
                self.accept(product, sku, title, unit.as_ref())?;
            } else {
                self.refuse(product, sku, title)?;
            }
        }
        Ok(())
    }

    fn accept(
        &mut self,
        product: &DraftProduct,
        sku: &DraftSku,
        title: &str,
        unit: Option<&UnitEconomics>,
    ) -> Result<(), FileError> {
        let Some(price) = sku.campaign_price else {
            return Ok(());
        };
        let discount = extra_discount_amount(price, sku.extra_discount);
        let fee = unit.and_then(|unit| {
            let mut fees = unit.fees.iter();
            fees.find(|fee| fee.name == FeeName::CampaignService)
                .map(|service| service.amount)
        });
        let cost = unit.and_then(|unit| unit.unit_cost);
        let left = fee
            .zip(cost)
            .map(|(fee, cost)| price - discount - fee - cost);
        self.accepted
            .text(product.product_id.as_str())
            .text(sku.sku_id.as_str())
            .text(title)
            .money(Some(price))
            .number(sku.campaign_stock)
            .percent(sku.extra_discount)
            .money(Some(discount))
            .money(fee)
            .money(left);
        self.written.accepted += 1;
        self.accepted.end_row()
    }

    fn refuse(
        &mut self,
        product: &DraftProduct,
        sku: &DraftSku,
        title: &str,
    ) -> Result<(), FileError> {
        self.refused
            .text(product.product_id.as_str())
            .text(sku.sku_id.as_str())
            .text(title)
            .text(&self.rules);
        self.written.refused += 1;
        self.refused.end_row()
    }

    /// Ends the lists.
    pub fn finish(self) -> Result<Written, FileError> {
        self.accepted.finish()?;
        self.refused.finish()?;
        Ok(self.written)
    }
}

/// What one unit of each SKU leaves in an ordinary order; none where that cannot be told.
pub(crate) fn units(
    product: &DraftProduct,
    known: Option<&ProductFacts>,
    terms: Option<&OrderTerms>,
) -> Vec<Option<UnitEconomics>> {
    let Some((known, terms)) = known.zip(terms) else {
        return vec![None; product.skus.len()];
    };
    let terms = terms.leaving_out(known.excluded);
    let unit = |entry| unit(entry, known, &terms);
    product.skus.iter().map(unit).collect()
}

/// What one unit of a SKU leaves by the terms of its product.
pub(crate) fn unit(
    entry: &DraftSku,
    known: &ProductFacts,
    terms: &OrderTerms,
) -> Option<UnitEconomics> {
    let mut skus = known.skus.iter();
    let known = skus.find(|known| known.sku.id == entry.sku_id)?;
    let (price, extra) = (entry.campaign_price?, entry.extra_discount);
    unit_economics(&known.sku, price, extra, terms, Scenario::EXPECTED).ok()
}

/// The findings that refuse a SKU for its own sake.
fn own_refusals<'f>(
    findings: &'f [Finding],
    sku_id: &'f SkuId,
) -> impl Iterator<Item = &'f Finding> {
    let of_siblings = |finding: &&Finding| {
        let mut checks = finding.rule.checks.iter();
        !checks.any(|check| matches!(check, Check::Siblings(_)))
    };
    findings
        .iter()
        .filter(move |finding| (finding.place.sku_id.as_ref()).is_none_or(|place| place == sku_id))
        .filter(|finding| finding.blocks())
        .filter(of_siblings)
}
