//! The draft that is being priced, kept in memory between commands: its rows,
//! its facts and what the book says of each, so that one edit checks one product.

mod filter;
mod rows;

pub(crate) use filter::Rows;
pub(crate) use rows::{fee_key, fee_name, plain, unit_lines};

use crate::context::Context;
use crate::desk::Desk;
use crate::error::{Answer, CommandError};
use crate::trouble::Trouble;
use crate::views::Views;
use crate::wire::drafts::{DraftSummary, RowFilter};
use seller_domain::registration::{Draft, DraftProduct};
use seller_domain::{DraftId, Instant, ProductId, SkuId};
use seller_planner::repair::apply;
use seller_planner::{OrderTerms, UnknownTerms};
use seller_rulebook::cases::Setting;
use seller_rulebook::finding::Edit;
use seller_rulebook::review::{review_product, review_registration};
use seller_rulebook::{Facts, Finding, Policy, Review};
use seller_store::draft_rows::{self, Cells};
use seller_store::facts::{self, Scope};
use seller_store::{Cellar, View, draft};
use std::collections::{HashMap, HashSet};

/// Facts that are older than this are read again: windows open and close.
const FRESH_SECONDS: i64 = 60;

/// A draft with its facts and its review.
pub(crate) struct Workbench {
    /// The draft as it is stored.
    pub draft: Draft,
    /// What it is checked against.
    pub facts: Facts,
    /// The figures of the day.
    pub policy: Policy,
    /// What the book says of it.
    pub review: Review,
    /// The terms of an order; none where a rate is missing, with the reason.
    pub terms: Result<OrderTerms, UnknownTerms>,
    places: Places,
    revision: i64,
    shown: Option<(RowFilter, Rows)>,
}

impl Workbench {
    fn load(view: &View<'_>, id: &DraftId, now: Instant) -> Result<Self, Trouble> {
        let head = draft::head(view, id)?;
        let draft = draft_rows::load(view, id)?;
        let facts = facts::load(view, &head.campaign_id, Scope::Draft(id), now)?;
        let policy = facts.policy();
        let review = review_registration(&draft, &facts);
        let terms = OrderTerms::of(&facts, &policy, &draft.coupons);
        let places = Places::of(&draft);
        let revision = view.revision()?;
        Ok(Self {
            draft,
            facts,
            policy,
            review,
            terms,
            places,
            revision,
            shown: None,
        })
    }

    fn serves(&self, id: &DraftId, revision: i64, now: Instant) -> bool {
        let age = (now - self.facts.now).num_seconds();
        self.draft.id == *id && self.revision == revision && (0..=FRESH_SECONDS).contains(&age)
    }

    /// The surroundings of every check.
    pub fn setting(&self) -> Setting<'_> {
        Setting::new(&self.facts, &self.policy)
    }

    /// Where a SKU stands in the draft: product and SKU.
    pub fn place(&self, sku_id: &SkuId) -> Option<(usize, usize)> {
        self.places.skus.get(sku_id).copied()
    }

    /// Where a product stands in the draft.
    pub fn product_place(&self, product_id: &ProductId) -> Option<usize> {
        self.places.products.get(product_id).copied()
    }

    /// Takes over cells that were stored, and checks the products they belong to again.
    pub fn take_cells(&mut self, cells: &[Cells], revision: i64) {
        let mut touched = HashSet::new();
        for cell in cells {
            let Some((product, sku)) = self.place(&cell.place.sku_id) else {
                continue;
            };
            let entry = &mut self.draft.products[product].skus[sku];
            if let Some(price) = cell.campaign_price {
                entry.campaign_price = price;
            }
            if let Some(stock) = cell.campaign_stock {
                entry.campaign_stock = stock;
            }
            if let Some(extra) = cell.extra_discount {
                entry.extra_discount = extra;
            }
            touched.insert(product);
        }
        self.check_again(&touched);
        self.revision = revision;
        self.shown = None;
    }

    /// Takes products out that were removed from the stored draft.
    fn take_out(&mut self, gone: &HashSet<&ProductId>, revision: i64) {
        let stays = |product: &DraftProduct| !gone.contains(&product.product_id);
        let findings = std::mem::take(&mut self.review.products);
        let kept = self.draft.products.iter().zip(findings);
        self.review.products = kept
            .filter(|(product, _)| stays(product))
            .map(|(_, findings)| findings)
            .collect();
        self.draft.products.retain(stays);
        self.places = Places::of(&self.draft);
        self.revision = revision;
        self.shown = None;
    }

    /// Takes over repairs that were stored, and checks the products they changed again. Where
    /// they do not fit the draft at hand it stays as it was, and is loaded anew when asked for.
    pub fn take_edits(&mut self, edits: &[Edit], revision: i64) {
        let touched: HashSet<ProductId> = edits
            .iter()
            .filter_map(|edit| self.product_of(edit))
            .collect();
        let before: Vec<ProductId> = (self.draft.products.iter())
            .map(|product| product.product_id.clone())
            .collect();
        if apply(&mut self.draft, edits).is_err() {
            return;
        }
        // Products leave, but none changes its place among the others.
        let mut checked = before
            .into_iter()
            .zip(std::mem::take(&mut self.review.products));
        self.review.products = (self.draft.products.iter())
            .map(|product| {
                let held = checked.find(|(id, _)| *id == product.product_id);
                held.map(|(_, findings)| findings).unwrap_or_default()
            })
            .collect();
        self.places = Places::of(&self.draft);
        let touched = touched.iter().filter_map(|id| self.product_place(id));
        let touched = touched.collect();
        self.check_again(&touched);
        self.revision = revision;
        self.shown = None;
    }

    /// The product that an edit changes; none for one of the draft as a whole.
    fn product_of(&self, edit: &Edit) -> Option<ProductId> {
        match edit {
            Edit::SetCampaignPrice { sku_id, .. }
            | Edit::SetCampaignStock { sku_id, .. }
            | Edit::RaiseExtraDiscount { sku_id, .. }
            | Edit::RemoveSku { sku_id } => {
                let (product, _) = self.place(sku_id)?;
                Some(self.draft.products[product].product_id.clone())
            }
            Edit::SetExtraDiscount { product_id, .. }
            | Edit::SetTier { product_id, .. }
            | Edit::RemoveProduct { product_id } => Some(product_id.clone()),
            Edit::RegisterCoupon { .. } => None,
        }
    }

    fn check_again(&mut self, products: &HashSet<usize>) {
        // Many products are checked side by side, a few one after the other.
        if products.len() > 64 {
            self.review = review_registration(&self.draft, &self.facts);
            return;
        }
        let setting = Setting::new(&self.facts, &self.policy);
        for &index in products {
            self.review.products[index] = review_product(&self.draft.products[index], setting);
        }
    }

    /// What the book says of the draft, in numbers.
    pub fn summary(&self, context: &Context) -> DraftSummary {
        let mut views = Views::new(context.scribe(&self.facts.shop));
        let skus = self
            .draft
            .products
            .iter()
            .map(|product| product.skus.len())
            .sum::<usize>();
        let priceless =
            |product: &&seller_domain::registration::DraftSku| product.campaign_price.is_none();
        DraftSummary {
            products: count(self.draft.products.len()),
            skus: count(skus),
            skus_in_order: count(self.skus_in_order()),
            skus_without_price: count(
                self.draft
                    .products
                    .iter()
                    .flat_map(|product| &product.skus)
                    .filter(priceless)
                    .count(),
            ),
            counts: views.counts(self.review.findings()),
            overall: views.findings(&self.review.overall),
        }
    }

    fn skus_in_order(&self) -> usize {
        let products = self.draft.products.iter().zip(&self.review.products);
        products
            .map(|(product, findings)| {
                let blocks = || findings.iter().filter(|finding| finding.blocks());
                if blocks().any(|finding| finding.place.sku_id.is_none()) {
                    return 0;
                }
                let failing: HashSet<&SkuId> = blocks()
                    .filter_map(|finding| finding.place.sku_id.as_ref())
                    .collect();
                product.skus.len() - failing.len().min(product.skus.len())
            })
            .sum()
    }

    /// The products with a finding that refuses them.
    pub fn refused_products(&self) -> Vec<ProductId> {
        let products = self.draft.products.iter().zip(&self.review.products);
        products
            .filter(|(_, findings)| findings.iter().any(Finding::blocks))
            .map(|(product, _)| product.product_id.clone())
            .collect()
    }

    /// The findings of one product.
    pub fn findings_of(&self, product: usize) -> &[Finding] {
        &self.review.products[product]
    }
}

/// Where products and SKUs stand in the draft.
struct Places {
    products: HashMap<ProductId, usize>,
    skus: HashMap<SkuId, (usize, usize)>,
}

impl Places {
    fn of(draft: &Draft) -> Self {
        let mut places = Self {
            products: HashMap::with_capacity(draft.products.len()),
            skus: HashMap::new(),
        };
        for (at, product) in draft.products.iter().enumerate() {
            places.products.insert(product.product_id.clone(), at);
            for (position, sku) in product.skus.iter().enumerate() {
                places.skus.insert(sku.sku_id.clone(), (at, position));
            }
        }
        places
    }
}

/// A number as it travels.
pub(crate) fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

impl Desk {
    /// After products were removed from a draft by the write that followed `revision`: the
    /// draft at hand goes on without them. Otherwise it is loaded anew when it is asked for.
    pub(crate) fn bench_without(&self, id: &DraftId, gone: &[ProductId], revision: i64) {
        if let Some(bench) = self.workbench().as_mut()
            && bench.draft.id == *id
            && bench.revision == revision
        {
            // A write is one revision.
            bench.take_out(&gone.iter().collect(), revision + 1);
        }
    }

    /// Works on a draft as it is stored now; loads it if it is not at hand.
    pub(crate) fn at_bench<R>(
        &self,
        context: &Context,
        id: &DraftId,
        work: impl FnOnce(&mut Workbench, &Cellar) -> Result<R, Trouble>,
    ) -> Answer<R> {
        let cellar = self.cellar(context)?;
        let mut bench = self.workbench();
        let loaded = cellar.read(|view| {
            let revision = view.revision()?;
            if !bench
                .as_ref()
                .is_some_and(|bench| bench.serves(id, revision, context.now))
            {
                // The old one goes first: two of them need twice the memory.
                *bench = None;
                *bench = Some(Workbench::load(view, id, context.now)?);
            }
            Ok(())
        });
        let done = loaded.and_then(|()| match bench.as_mut() {
            Some(bench) => work(bench, &cellar),
            None => Err(CommandError::bug("no draft on the workbench").into()),
        });
        done.map_err(|trouble: Trouble| trouble.at(&cellar).answer(context.language))
    }
}
