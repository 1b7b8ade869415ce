//! Single changes of what stands in the affiliate wizards: the steps of repairs.

use super::{ContactField, JoinDraft, OwnCampaignDraft};
use crate::ids::ProductId;
use crate::percent::Percent;
use crate::period::Period;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One change of a draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "field", rename_all = "snake_case")]
pub enum PartnerChange {
    /// Another rate for all products.
    Rate {
        /// The rate.
        to: Percent,
    },
    /// Other samples for all products.
    Samples {
        /// How many.
        to: u32,
    },
    /// Another rate for one product; of a joined product too.
    ProductRate {
        /// The product.
        product_id: ProductId,
        /// The rate.
        to: Percent,
    },
    /// Other samples for one product; of a joined product too.
    ProductSamples {
        /// The product.
        product_id: ProductId,
        /// How many.
        to: u32,
    },
    /// Fewer products.
    LeaveOutProducts {
        /// Those that go.
        ids: Vec<ProductId>,
    },
    /// Another part of the contact.
    Contact {
        /// Which part.
        part: ContactField,
        /// What it is; empty clears it.
        to: String,
    },
    /// Another title.
    Title {
        /// The title.
        to: String,
    },
    /// Another description.
    Description {
        /// The description.
        to: String,
    },
    /// Another period for partners to join.
    Registration {
        /// The period.
        to: Period,
    },
    /// Another campaign period.
    Running {
        /// The period.
        to: Period,
    },
}

impl JoinDraft {
    /// Makes all `changes`; products that many of them leave out go in one pass.
    pub fn apply_all(&mut self, changes: &[PartnerChange]) {
        let mut gone = Vec::new();
        for change in changes {
            match change {
                PartnerChange::LeaveOutProducts { ids } => gone.extend_from_slice(ids),
                other => self.apply(other),
            }
        }
        if !gone.is_empty() {
            self.leave_out(&gone);
        }
    }

    /// Makes `change`; what a registration does not have stays unchanged.
    pub fn apply(&mut self, change: &PartnerChange) {
        match change {
            PartnerChange::Rate { to } => self.rate = Some(*to),
            PartnerChange::Samples { to } => self.samples = Some((*to).into()),
            PartnerChange::ProductRate { product_id, to } => {
                let own = self.own_terms.entry(product_id.clone()).or_default();
                own.rate = Some(*to);
            }
            PartnerChange::ProductSamples { product_id, to } => {
                let own = self.own_terms.entry(product_id.clone()).or_default();
                own.samples = Some((*to).into());
            }
            PartnerChange::LeaveOutProducts { ids } => self.leave_out(ids),
            PartnerChange::Contact { part, to } => self.contact.set(*part, to.clone()),
            PartnerChange::Title { .. }
            | PartnerChange::Description { .. }
            | PartnerChange::Registration { .. }
            | PartnerChange::Running { .. } => {}
        }
    }
}

impl OwnCampaignDraft {
    /// Makes `change`; what a campaign does not have stays unchanged.
    pub fn apply(&mut self, change: &PartnerChange) {
        match change {
            PartnerChange::Rate { to } => self.rate = Some(*to),
            PartnerChange::LeaveOutProducts { ids } => {
                self.products.retain(|id| !ids.contains(id));
            }
            PartnerChange::Title { to } => self.title.clone_from(to),
            PartnerChange::Description { to } => self.description.clone_from(to),
            PartnerChange::Registration { to } => self.registration = Some(*to),
            PartnerChange::Running { to } => self.running = Some(*to),
            PartnerChange::Samples { .. }
            | PartnerChange::ProductRate { .. }
            | PartnerChange::ProductSamples { .. }
            | PartnerChange::Contact { .. } => {}
        }
    }
}
