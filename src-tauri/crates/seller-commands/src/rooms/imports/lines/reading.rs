//! Reading imports whose rows stand for themselves.

use super::super::content::{Place, Reason, Refusals, Scene, each_stated};
use super::super::file::SourceFile;
use super::{Line, Lines, What, coupons, decisions, partners, prices};
use crate::error::{Answer, CommandError};
use crate::progress::Running;
use crate::trouble::file_answer;
use crate::wire::imports::ImportTarget;
use seller_domain::ProductId;
use seller_domain::registration::{DraftSku, ProductState};
use seller_exchange::stated::StatedRow;
use seller_exchange::trouble::{FileKind, RowProblem, Trouble as Wrong};
use seller_exchange::{fail_report, prefill, price_template};
use std::collections::HashMap;

impl Lines {
    /// Reads all files.
    pub fn read(
        files: &[SourceFile],
        target: &ImportTarget,
        scene: &Scene,
        running: &Running<'_>,
        refusals: Refusals,
    ) -> Answer<Self> {
        let mut lines = Self {
            target: target.clone(),
            rows: Vec::new(),
            refusals,
        };
        for (at, source) in files.iter().enumerate() {
            if source.by_mapping(target) {
                let mut rows = Vec::new();
                let mut refusals = std::mem::take(&mut lines.refusals);
                each_stated(
                    files,
                    at,
                    target,
                    scene,
                    running,
                    &mut refusals,
                    |row, refusals| {
                        if let Ok(row) = row {
                            take(target, at, row, scene, &mut rows, refusals);
                        }
                    },
                )?;
                lines.refusals = refusals;
                lines.rows.append(&mut rows);
            } else {
                running.step("reading", at, Some(files.len()))?;
                lines.read_platform_file(at, source, scene)?;
            }
        }
        prices::close_by_the_next(&mut lines.rows);
        lines.refuse_repeated();
        coupons::compare(&mut lines.rows);
        Ok(lines)
    }

    /// A workbook of the platform, whose columns go by their names.
    fn read_platform_file(&mut self, at: usize, source: &SourceFile, scene: &Scene) -> Answer<()> {
        let file = u32::try_from(at).unwrap_or(u32::MAX);
        let named = |error| file_answer(&source.path, &error, scene.context.language);
        let currency = scene.shop.currency;
        let mut keep = |row: u32, what: What| {
            let place = Place { file, row };
            self.rows.push(Line { place, what });
        };
        let problems = match source.kind {
            FileKind::CampaignPrefill => {
                let read = prefill::read(&source.input, currency).map_err(named)?;
                for row in read.rows {
                    let terms = Box::new(row.terms());
                    keep(row.row, What::Terms(terms, row.product_id));
                }
                read.problems
            }
            FileKind::FailReport => {
                let read = fail_report::read(&source.input, currency).map_err(named)?;
                for row in read.rows {
                    keep(row.row, What::Failed(Box::new(row)));
                }
                read.problems
            }
            FileKind::PriceTemplate => {
                let read = price_template::read(&source.input, currency).map_err(named)?;
                for (number, row) in read.rows {
                    let entry = DraftSku {
                        sku_id: row.sku_id,
                        campaign_price: row.campaign_price,
                        campaign_stock: row.campaign_stock,
                        extra_discount: None,
                    };
                    keep(number, What::Plan(entry, None));
                }
                read.problems
            }
            _ => return Err(CommandError::bug("a file that no target reads")),
        };
        self.refusals.take(file, problems);
        Ok(())
    }

    /// A SKU or product that an earlier row is about already is refused by name.
    fn refuse_repeated(&mut self) {
        let mut first: HashMap<String, Place> = HashMap::new();
        let mut kept = Vec::with_capacity(self.rows.len());
        let mut states: HashMap<ProductId, ProductState> = HashMap::new();
        for line in self.rows.drain(..) {
            let (id, repeated) = match &line.what {
                What::Price { sku, record } => {
                    (format!("{sku} {:?} {}", record.kind, record.from), true)
                }
                What::Cost { sku, code, .. } => (
                    match (sku, code) {
                        (Some(sku), _) => sku.to_string(),
                        (None, code) => format!("code {}", code.as_deref().unwrap_or_default()),
                    },
                    true,
                ),
                What::Terms(terms, _) => (terms.sku_id.to_string(), true),
                What::Plan(entry, _) => (entry.sku_id.to_string(), true),
                What::Coupon(stated, _) => (coupons::key(stated), true),
                What::PartnerCampaign(stated) => (partners::campaign_key(stated), true),
                What::PartnerDecision(decided) => (partners::decision_key(decided), true),
                What::Failed(failed) => (failed.sku_id.to_string(), true),
                // Lists of registrations name a product once for each of its SKUs.
                What::Decision(product, state) => {
                    let differs = states
                        .entry(product.clone())
                        .or_insert_with(|| state.clone())
                        != state;
                    (product.to_string(), differs)
                }
            };
            match first.get(&id) {
                Some(other) if repeated => {
                    let first_row = other.row;
                    let shown = id.split(' ').next().unwrap_or_default();
                    let trouble = Wrong::Repeated { first_row };
                    let problem = RowProblem::cell(line.place.row, "id", shown, trouble);
                    self.refusals.push(line.place, vec![Reason::Read(problem)]);
                }
                _ => {
                    first.entry(id).or_insert(line.place);
                    kept.push(line);
                }
            }
        }
        self.rows = kept;
    }
}

/// Takes a row of a mapped table.
fn take(
    target: &ImportTarget,
    file: usize,
    row: StatedRow,
    scene: &Scene,
    rows: &mut Vec<Line>,
    refusals: &mut Refusals,
) {
    let place = Place {
        file: u32::try_from(file).unwrap_or(u32::MAX),
        row: row.row,
    };
    let what = match target {
        ImportTarget::Costs => Some(What::Cost {
            sku: row.sku_id,
            code: row.seller_sku.filter(|code| !code.trim().is_empty()),
            unit_cost: row.unit_cost,
            shipping_charge: row.shipping_charge,
        }),
        ImportTarget::PriceHistory => prices::of_row(row, scene),
        ImportTarget::Plan { .. } => row.sku_id.map(|sku_id| {
            let entry = DraftSku {
                sku_id,
                campaign_price: row.campaign_price,
                campaign_stock: row.campaign_stock,
                extra_discount: row.extra_discount,
            };
            What::Plan(entry, row.tier)
        }),
        ImportTarget::Decisions { .. } => decisions::of_row(row),
        ImportTarget::Coupons => coupons::of_row(row),
        ImportTarget::PartnerCampaigns => partners::campaign_of_row(row),
        ImportTarget::PartnerProducts { .. } => partners::decision_of_row(row),
        _ => None,
    };
    match what {
        Some(what) => rows.push(Line { place, what }),
        None => {
            let problem = RowProblem::whole_row(place.row, Wrong::MissingValue);
            refusals.push(place, vec![Reason::Read(problem)]);
        }
    }
}
