//! What is done with registered products, one by one or in bulk: all of it or nothing
//! (AF-05 … AF-08).

use super::joined::detail;
use super::number;
use crate::context::Context;
use crate::desk::Desk;
use crate::error::{Answer, CommandError};
use crate::trouble::Trouble;
use crate::views::Views;
use crate::wire::partner_products::{
    JoinedChoice, JoinedDecide, JoinedDetail, JoinedRate, JoinedSamples, JoinedSamplesApproved,
};
use crate::wire::registrations::Changed;
use rust_decimal::Decimal;
use seller_domain::money::parse_decimal;
use seller_domain::partner_campaign::{JoinedState, JoinedStateKind, SampleCosts};
use seller_domain::{PartnerCampaignId, ProductId};
use seller_rulebook::accepted::Acknowledged;
use seller_rulebook::partner_cases::{PartnerAct, PartnerActCase};
use seller_rulebook::review::accept_partner_act;
use seller_rulebook::{Policy, Refused, Review};
use seller_store::partner_product::{self, Act, Filter};
use seller_store::{Summary, Tx, partner_campaign, shop};
use serde_json::json;
use std::collections::BTreeSet;

pub(crate) fn partner_product_decide(
    desk: &Desk,
    context: &Context,
    request: JoinedDecide,
) -> Answer<Changed> {
    let to = match request.to {
        JoinedStateKind::Pending => JoinedState::Pending,
        JoinedStateKind::Approved => JoinedState::Approved,
        JoinedStateKind::Rejected => JoinedState::Rejected {
            reason: request.reason.trim().to_owned(),
        },
        JoinedStateKind::PendingClosed => JoinedState::PendingClosed,
        JoinedStateKind::Closed => JoinedState::Closed,
    };
    let doing = Doing {
        campaign_id: request.campaign_id,
        act: PartnerAct::Become { to },
        event: Act::Recorded,
        acknowledged: Acknowledged::new(),
    };
    doing.all(desk, context, "partner_product_decide", &request.which)
}

pub(crate) fn partner_product_rate(
    desk: &Desk,
    context: &Context,
    request: JoinedRate,
) -> Answer<Changed> {
    let doing = Doing {
        campaign_id: request.campaign_id,
        act: PartnerAct::SetRate { to: request.rate },
        event: Act::RateChanged,
        acknowledged: Acknowledged::new(),
    };
    doing.all(desk, context, "partner_product_rate", &request.which)
}

pub(crate) fn partner_product_samples(
    desk: &Desk,
    context: &Context,
    request: JoinedSamples,
) -> Answer<Changed> {
    let doing = Doing {
        campaign_id: request.campaign_id,
        act: PartnerAct::SetSamples {
            to: entered("samples", &request.samples, context)?,
        },
        event: Act::SamplesChanged,
        acknowledged: request.acknowledged.into_iter().collect(),
    };
    doing.all(desk, context, "partner_product_samples", &request.which)
}

pub(crate) fn partner_samples_approved(
    desk: &Desk,
    context: &Context,
    request: JoinedSamplesApproved,
) -> Answer<JoinedDetail> {
    let doing = Doing {
        campaign_id: request.campaign_id.clone(),
        act: PartnerAct::NoteSamplesApproved {
            to: entered("approved", &request.approved, context)?,
        },
        event: Act::SamplesApproved,
        acknowledged: Acknowledged::new(),
    };
    let id = request.product_id;
    desk.write(context, "partner_samples_approved", |tx| {
        doing.carried_out(tx, context, std::slice::from_ref(&id))?;
        detail(tx, context, &request.campaign_id, &id)
    })
}

/// A number as it was typed.
fn entered(field: &str, text: &str, context: &Context) -> Answer<Decimal> {
    let typed = text.trim();
    parse_decimal(typed).map_err(|_| {
        let shown: String = typed.chars().take(40).collect();
        CommandError::invalid(
            field,
            context.say(
                format!("\"{shown}\" is not a number."),
                format!("“{shown}”不是数字。"),
            ),
            context.say("Enter a whole number.", "请填写整数。"),
        )
    })
}

/// What is done with each of several products.
struct Doing {
    campaign_id: PartnerCampaignId,
    act: PartnerAct,
    event: Act,
    acknowledged: Acknowledged,
}

impl Doing {
    fn all(
        &self,
        desk: &Desk,
        context: &Context,
        command: &str,
        which: &JoinedChoice,
    ) -> Answer<Changed> {
        desk.write(context, command, |tx| {
            let products = self.chosen(tx, context, which)?;
            let changed = self.carried_out(tx, context, &products)?;
            tx.summarise(Summary::with(command, json!({ "products": changed })));
            Ok(Changed { changed })
        })
    }

    fn chosen(
        &self,
        tx: &Tx<'_>,
        context: &Context,
        which: &JoinedChoice,
    ) -> Result<Vec<ProductId>, Trouble> {
        partner_campaign::require(tx, &self.campaign_id)?;
        let products = match which {
            JoinedChoice::Ids { product_ids } => {
                let each_once: BTreeSet<&ProductId> = product_ids.iter().collect();
                each_once.into_iter().cloned().collect()
            }
            JoinedChoice::InState { state } => partner_product::ids(
                tx,
                &Filter {
                    campaign_id: Some(self.campaign_id.clone()),
                    state: Some(*state),
                    text: String::new(),
                },
            )?,
        };
        if products.is_empty() {
            return Err(CommandError::invalid(
                "which",
                context.say("No product is chosen.", "尚未选择商品。"),
                context.say("Choose at least one product.", "请至少选择一个商品。"),
            )
            .into());
        }
        Ok(products)
    }

    /// Does it with every product, or with none if one is refused. Returns how many changed.
    fn carried_out(
        &self,
        tx: &Tx<'_>,
        context: &Context,
        products: &[ProductId],
    ) -> Result<u32, Trouble> {
        let shop = shop::require(tx)?;
        let policy = Policy::on(
            shop.market,
            shop.currency,
            shop.time_zone.day_of(context.now),
        );
        let campaign = partner_campaign::require(tx, &self.campaign_id)?;
        let mut refusals = Refused {
            review: Review::default(),
            unacknowledged: BTreeSet::new(),
        };
        let mut changed = 0;
        for id in products {
            let product = partner_product::require(tx, &self.campaign_id, id)?;
            let known = partner_product::facts(tx, None, id)?;
            let case = PartnerActCase {
                now: context.now,
                shop: &shop,
                policy: &policy,
                campaign: &campaign,
                product: &product,
                costs: known.map_or_else(SampleCosts::default, |known| known.costs),
                act: &self.act,
            };
            match accept_partner_act(&case, &self.acknowledged) {
                Ok(accepted) => {
                    changed += usize::from(partner_product::update(tx, &accepted, self.event)?);
                }
                // The transaction is given up in the end; all refusals are told.
                Err(refused) => {
                    refusals.review.products.extend(refused.review.products);
                    refusals.unacknowledged.extend(refused.unacknowledged);
                }
            }
        }
        if refusals.review.products.is_empty() {
            return Ok(number(changed));
        }
        Err(Views::new(context.scribe(&shop)).refused(&refusals).into())
    }
}
