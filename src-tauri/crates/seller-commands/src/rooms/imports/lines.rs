//! Imports whose rows stand for themselves: costs, prices, terms, plans, decisions.

mod campaign_files;
mod costs;
mod coupons;
mod decisions;
mod partners;
mod plan;
mod prices;
mod reading;

use super::content::{Place, Refusals, STEP, Scene};
use super::preview::Judged;
use crate::error::CommandError;
use crate::progress::Running;
use crate::rooms::products::registered::Registered;
use crate::trouble::Trouble;
use crate::wire::imports::{ImportChange, ImportRow, ImportTarget, RowFate};
use coupons::Alike;
use plan::Beside;
use seller_domain::campaign::StatedTerms;
use seller_domain::campaign::Tier;
use seller_domain::catalogue::Sku;
use seller_domain::price_history::{PriceKind, PriceRecord};
use seller_domain::registration::{DraftSku, ProductState};
use seller_domain::{Instant, Money, ProductId, SkuId};
use seller_exchange::fail_report;
use seller_exchange::stated::{StatedCoupon, StatedPartner};
use seller_store::{Tx, View, campaign, draft, partner_campaign, product, sku};
use std::collections::HashMap;

/// The rows of such an import.
pub(super) struct Lines {
    target: ImportTarget,
    rows: Vec<Line>,
    pub(super) refusals: Refusals,
}

struct Line {
    place: Place,
    what: What,
}

/// What a row states.
enum What {
    /// Costs of a SKU, found by its id or by the seller's code.
    Cost {
        sku: Option<SkuId>,
        code: Option<Box<str>>,
        unit_cost: Option<Money>,
        shipping_charge: Option<Money>,
    },
    /// A price of the past.
    Price { sku: SkuId, record: PriceRecord },
    /// What the platform takes of a SKU.
    Terms(Box<StatedTerms>, ProductId),
    /// Entries of a draft.
    Plan(DraftSku, Option<Tier>),
    /// The platform's decision.
    Decision(ProductId, ProductState),
    /// A coupon of the platform's list, and what it has in common with other rows.
    Coupon(Box<StatedCoupon>, Alike),
    /// A campaign of an affiliate partner.
    PartnerCampaign(Box<StatedPartner>),
    /// What became of a product that joined one.
    PartnerDecision(Box<partners::Decided>),
    /// A refused price.
    Failed(Box<fail_report::FailedSku>),
}

/// What a row would do.
struct Seen {
    fate: RowFate,
    id: String,
    title: Option<String>,
    changes: Vec<ImportChange>,
}

impl Seen {
    fn refused(id: impl ToString, why: ImportChange) -> Self {
        Self {
            fate: RowFate::Refused,
            id: id.to_string(),
            title: None,
            changes: vec![why],
        }
    }

    /// What is there is what comes, or it changes.
    fn of(
        id: impl ToString,
        title: Option<String>,
        is_new: bool,
        changes: Vec<ImportChange>,
    ) -> Self {
        let fate = match (changes.is_empty(), is_new) {
            (true, _) => RowFate::Unchanged,
            (false, true) => RowFate::New,
            (false, false) => RowFate::Changed,
        };
        Self {
            fate,
            id: id.to_string(),
            title,
            changes,
        }
    }
}

/// The seller's codes, where rows go by them.
type Codes = HashMap<String, Vec<SkuId>>;

impl Lines {
    /// Where a row stands.
    pub fn place(&self, row: usize) -> Place {
        self.rows[row].place
    }

    /// What every row would do.
    pub fn judge(
        &self,
        view: &View<'_>,
        scene: &Scene,
        running: &Running<'_>,
    ) -> Result<Judged, Trouble> {
        self.require_target(view)?;
        let codes = self.codes(view)?;
        let mut beside = match &self.target {
            ImportTarget::Plan { draft_id } => Some(Beside::of(view, draft_id)),
            _ => None,
        };
        let mut judged = Judged {
            revision: view.revision()?,
            ..Judged::default()
        };
        for (done, line) in self.rows.iter().enumerate() {
            if done.is_multiple_of(STEP) {
                running.step("comparing", done, Some(self.rows.len()))?;
            }
            judged.fates.push(match (&line.what, &mut beside) {
                (What::Plan(entry, tier), Some(beside)) => beside.fate(entry, *tier)?,
                _ => self.look(view, scene, &codes, line)?.fate,
            });
        }
        judged.count(self.refusals.total);
        Ok(judged)
    }

    /// The campaign or draft that the rows are for has to be there.
    fn require_target(&self, view: &View<'_>) -> Result<(), Trouble> {
        match &self.target {
            ImportTarget::Prefill { campaign_id }
            | ImportTarget::Decisions { campaign_id }
            | ImportTarget::FailReport { campaign_id } => {
                campaign::require(view, campaign_id)?;
            }
            ImportTarget::Plan { draft_id } => {
                draft::head(view, draft_id)?;
            }
            ImportTarget::PartnerProducts { campaign_id } => {
                partner_campaign::require(view, campaign_id)?;
            }
            ImportTarget::Catalogue
            | ImportTarget::Costs
            | ImportTarget::PriceHistory
            | ImportTarget::PartnerCampaigns
            | ImportTarget::Coupons
            | ImportTarget::Orders => {}
        }
        Ok(())
    }

    fn codes(&self, view: &View<'_>) -> Result<Codes, Trouble> {
        let by_code = |line: &Line| matches!(&line.what, What::Cost { sku: None, .. });
        let mut codes = Codes::new();
        if self.rows.iter().any(by_code) {
            sku::each(view, |sku| {
                if !sku.removed && !sku.seller_sku.is_empty() {
                    codes.entry(sku.seller_sku).or_default().push(sku.id);
                }
                Ok(())
            })?;
        }
        Ok(codes)
    }

    fn look(
        &self,
        view: &View<'_>,
        scene: &Scene,
        codes: &Codes,
        line: &Line,
    ) -> Result<Seen, Trouble> {
        match (&line.what, &self.target) {
            (What::Cost { .. }, _) => costs::look(view, scene, codes, &line.what),
            (What::Price { sku, record }, _) => prices::look(view, scene, sku, record),
            (What::Plan(entry, tier), ImportTarget::Plan { draft_id }) => {
                plan::look(view, scene, draft_id, entry, *tier)
            }
            (What::Terms(terms, product), ImportTarget::Prefill { campaign_id }) => {
                campaign_files::look_at_terms(view, scene, campaign_id, terms, product)
            }
            (What::Failed(failed), ImportTarget::FailReport { campaign_id }) => {
                campaign_files::look_at_failure(view, scene, campaign_id, failed)
            }
            (What::Decision(product, state), ImportTarget::Decisions { campaign_id }) => {
                decisions::look(view, scene, campaign_id, product, state)
            }
            (What::Coupon(stated, alike), _) => coupons::look(view, scene, stated, *alike),
            (What::PartnerCampaign(stated), _) => partners::look_at_campaign(view, scene, stated),
            (What::PartnerDecision(decided), ImportTarget::PartnerProducts { campaign_id }) => {
                partners::look_at_decision(view, scene, campaign_id, decided)
            }
            _ => Err(CommandError::bug("a row of another import").into()),
        }
    }

    /// One row in words.
    pub fn show(
        &self,
        view: &View<'_>,
        scene: &Scene,
        _: &Judged,
        row: usize,
    ) -> Result<ImportRow, Trouble> {
        let line = &self.rows[row];
        let codes = match &line.what {
            What::Cost { sku: None, .. } => self.codes(view)?,
            _ => Codes::new(),
        };
        let seen = self.look(view, scene, &codes, line)?;
        Ok(ImportRow {
            file: line.place.file,
            row: line.place.row,
            fate: seen.fate,
            id: Some(seen.id),
            title: seen.title,
            changes: seen.changes,
        })
    }

    /// Writes what is new or changes.
    pub fn write(
        &self,
        tx: &Tx<'_>,
        scene: &Scene,
        judged: &Judged,
        running: &Running<'_>,
    ) -> Result<u32, Trouble> {
        let codes = self.codes(tx)?;
        let registered = Registered::load(tx, scene.context.now, scene.shop.time_zone)?;
        let wanted: Vec<&What> = self
            .rows
            .iter()
            .zip(&judged.fates)
            .filter(|(_, fate)| matches!(fate, RowFate::New | RowFate::Changed))
            .map(|(line, _)| &line.what)
            .collect();
        match &self.target {
            ImportTarget::Plan { draft_id } => {
                plan::write(tx, draft_id, &wanted, running)?;
                return Ok(0);
            }
            ImportTarget::FailReport { campaign_id } => {
                running.step("writing", 0, Some(wanted.len()))?;
                campaign_files::write_failures(tx, campaign_id, &wanted)?;
                return Ok(0);
            }
            _ => {}
        }
        for (done, what) in wanted.iter().enumerate() {
            if done.is_multiple_of(STEP) {
                running.step("writing", done, Some(wanted.len()))?;
            }
            match (what, &self.target) {
                (What::Cost { .. }, _) => {
                    costs::write(tx, scene, &registered, &codes, what)?;
                }
                (What::Price { sku, record }, _) => prices::write(tx, scene, sku, record)?,
                (What::Terms(terms, _), ImportTarget::Prefill { campaign_id }) => {
                    campaign_files::write_terms(tx, campaign_id, terms)?;
                }
                (What::Decision(product, state), ImportTarget::Decisions { campaign_id }) => {
                    decisions::write(tx, campaign_id, product, state)?;
                }
                (What::Coupon(stated, alike), _) => coupons::write(tx, scene, stated, *alike)?,
                (What::PartnerCampaign(stated), _) => partners::write_campaign(tx, scene, stated)?,
                (What::PartnerDecision(decided), ImportTarget::PartnerProducts { campaign_id }) => {
                    partners::write_decision(tx, scene, campaign_id, decided)?;
                }
                _ => return Err(CommandError::bug("a row of another import").into()),
            }
        }
        Ok(0)
    }
}

/// The SKU, if the catalogue has it, and its product's title.
pub(super) fn known(view: &View<'_>, id: &SkuId) -> Result<Option<(Sku, Option<String>)>, Trouble> {
    let Some(found) = sku::find(view, id)?.filter(|sku| !sku.removed) else {
        return Ok(None);
    };
    let title = product::find(view, &found.product_id)?.map(|product| product.title);
    Ok(Some((found, title)))
}

/// The refusal of a SKU that the catalogue does not have.
fn unknown_sku(id: &SkuId, scene: &Scene) -> Seen {
    let context = &scene.context;
    Seen::refused(
        id,
        super::words::refusal(
            seller_exchange::table::Field::SkuId,
            Some(id.to_string()),
            context.say("The catalogue has no such SKU.", "商品目录中没有该 SKU。"),
            context.say(
                "Import the catalogue first, or correct the id.",
                "请先导入商品目录，或更正该 ID。",
            ),
            context,
        ),
    )
}

/// A kind of price and when it began, to find the next one by.
type Since = (PriceKind, Instant);
