//! Asking the rulebook about one part after the other, and writing the two lists.

use super::super::catalogue::Catalogue;
use super::super::content::Scene;
use crate::error::{Answer, CommandError};
use crate::rooms::grid::lists::{Lists, Written, units};
use crate::rooms::grid::submit::kept;
use crate::trouble::{Trouble, file_answer};
use crate::views::Views;
use seller_domain::registration::Draft;
use seller_domain::{ProductId, SkuId};
use seller_exchange::FileError;
use seller_exchange::atomic::{Beside, PartFile, Settled};
use seller_planner::OrderTerms;
use seller_rulebook::accepted::Acknowledged;
use seller_rulebook::facts::ProductFacts;
use seller_rulebook::review::accept_passing;
use seller_rulebook::{Accepted, Facts};
use seller_store::facts::Brought;
use seller_store::registration::Planned;
use std::collections::{HashMap, HashSet};
use std::path::Path;
use std::sync::mpsc::{Receiver, Sender};

/// A part, with what it is checked against.
pub(super) struct Checked {
    pub draft: Draft,
    pub facts: Facts,
    /// What was read of it, written by now.
    pub written: Catalogue,
    /// Products that nothing is known of but what was written; the facts do not have them yet.
    pub fresh: HashSet<ProductId>,
}

/// What of a part can be registered.
pub(super) struct Passed {
    pub accepted: Accepted<Draft>,
    pub facts: Facts,
    pub planned: HashMap<SkuId, Planned>,
}

/// The two lists, whole, under names of their own.
pub(super) struct Listed {
    pub accepted: Settled,
    pub refused: Settled,
    pub counts: Written,
}

/// What the review goes by.
pub(super) struct Reviewing<'a> {
    pub scene: &'a Scene,
    pub brought: Brought,
    pub acknowledged: Acknowledged,
    pub paths: [&'a str; 2],
}

impl Reviewing<'_> {
    /// Until no part comes any more, or one is refused as a whole.
    pub fn run(
        &self,
        parts: &Receiver<Checked>,
        pass: &Sender<Passed>,
        (mut accepted, mut refused): (Beside, Beside),
    ) -> Answer<Listed> {
        let mut lists = Lists::begin(accepted.file(), refused.file(), self.scene.shop.time_zone)
            .map_err(|error| self.unwritten(0, &error))?;
        for part in parts {
            if let Some(passed) = self.review(part, &mut lists)?
                && pass.send(passed).is_err()
            {
                break;
            }
        }
        let counts = lists.finish().map_err(|error| self.unwritten(0, &error))?;
        Ok(Listed {
            accepted: accepted
                .settle()
                .map_err(|error| self.unwritten(0, &error))?,
            refused: refused
                .settle()
                .map_err(|error| self.unwritten(1, &error))?,
            counts,
        })
    }

    fn review(&self, part: Checked, lists: &mut Lists<&mut PartFile>) -> Answer<Option<Passed>> {
        let Checked {
            draft,
            mut facts,
            written,
            fresh,
        } = part;
        facts.products.extend(self.known(&written, &fresh)?);
        drop(written);
        let sifted = accept_passing(&draft, &facts, &self.acknowledged).map_err(|refused| {
            Views::new(self.scene.context.scribe(&facts.shop)).refused(&refused)
        })?;
        let terms = OrderTerms::of(&facts, &facts.policy(), &draft.coupons).ok();
        let mut planned = HashMap::new();
        for (product, findings) in draft.products.iter().zip(&sifted.review.products) {
            let known = facts.products.get(&product.product_id);
            let units = units(product, known, terms.as_ref());
            lists
                .take(product, known, findings, &units)
                .map_err(|error| self.unwritten(0, &error))?;
            for (sku, unit) in product.skus.iter().zip(units) {
                planned.extend(unit.map(|unit| (sku.sku_id.clone(), kept(&unit))));
            }
        }
        Ok(sifted.accepted.map(|accepted| Passed {
            accepted,
            facts,
            planned,
        }))
    }

    /// What is known of the products that were brought just now.
    fn known(
        &self,
        written: &Catalogue,
        fresh: &HashSet<ProductId>,
    ) -> Answer<Vec<(ProductId, ProductFacts)>> {
        written
            .products_with_lows(self.scene)
            .filter(|(row, _)| fresh.contains(&row.id))
            .map(|(row, lows)| Ok((row.id.clone(), self.brought.facts(row, lows)?)))
            .collect::<Result<_, Trouble>>()
            .map_err(|trouble| trouble.answer(self.scene.context.language))
    }

    fn unwritten(&self, list: usize, error: &FileError) -> CommandError {
        file_answer(
            Path::new(self.paths[list]),
            error,
            self.scene.context.language,
        )
    }
}
