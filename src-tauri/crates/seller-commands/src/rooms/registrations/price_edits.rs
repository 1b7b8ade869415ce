//! New prices for registered SKUs: checked, asked for, decided (RG-16, RG-17).

use super::{decided_at, decision, line_of, refuse_decided, wrong_state};
use crate::context::Context;
use crate::desk::Desk;
use crate::error::{Answer, CommandError};
use crate::trouble::Trouble;
use crate::views::Views;
use crate::wire::common::Checked;
use crate::wire::registrations::{
    Changed, PriceEdit, PriceEditSent, PriceEditView, RequestDecide, WantedPrice,
};
use chrono::NaiveDate;
use rust_decimal::Decimal;
use seller_domain::business_days::business_days_after;
use seller_domain::campaign::StatedRange;
use seller_domain::registration::{Decision, DraftProduct, DraftSku, ProductState};
use seller_domain::{CampaignId, Instant, Money, ProductId, SkuId, Zone};
use seller_rulebook::accepted::Acknowledged;
use seller_rulebook::review::{accept_price_edit, review_price_edit};
use seller_rulebook::{Facts, Policy};
use seller_store::facts::{self, Scope};
use seller_store::{
    StoreError, Summary, Tx, View, fresh_id, price_edit, registration_product, registration_sku,
};
use serde_json::json;
use std::collections::BTreeMap;

/// An edit of the prices of one product, with what it is checked against.
pub(crate) struct Edit {
    entry: DraftProduct,
    state: ProductState,
    registered: Vec<(SkuId, Money)>,
    facts: Facts,
}

impl Edit {
    pub(crate) fn load(
        view: &View<'_>,
        context: &Context,
        campaign: &CampaignId,
        product: &ProductId,
        prices: &[WantedPrice],
    ) -> Result<Self, Trouble> {
        let wanted = wanted(prices, context)?;
        let line = line_of(view, context, campaign, product)?;
        let mut facts = facts::load(
            view,
            campaign,
            Scope::Products(std::slice::from_ref(product)),
            context.now,
        )?;
        let submitted = registration_sku::of_product(view, campaign, product)?;
        let mut skus = Vec::new();
        let mut registered = Vec::new();
        for (sku_id, price) in wanted {
            let sku = submitted
                .iter()
                .find(|sku| sku.sku_id == sku_id)
                .ok_or_else(|| StoreError::Absent {
                    what: "registered SKU",
                    id: sku_id.to_string(),
                })?;
            if sku.campaign_price == price {
                continue;
            }
            registered.push((sku_id.clone(), sku.campaign_price));
            skus.push(DraftSku {
                sku_id,
                campaign_price: Some(price),
                campaign_stock: Some(Decimal::from(sku.campaign_stock)),
                extra_discount: None,
            });
        }
        leave_stock_alone(&mut facts);
        Ok(Self {
            entry: DraftProduct {
                product_id: product.clone(),
                tier: line.tier,
                skus,
            },
            state: line.state,
            registered,
            facts,
        })
    }

    /// Whether any price differs from the registered one.
    pub(super) fn changes(&self) -> bool {
        !self.entry.skus.is_empty()
    }

    fn check(&self, context: &Context) -> Checked {
        if !self.changes() {
            return Checked {
                findings: Vec::new(),
            };
        }
        let review = review_price_edit(&self.entry, &self.state, &self.registered, &self.facts);
        Checked {
            findings: Views::new(context.scribe(&self.facts.shop)).findings(review.findings()),
        }
    }

    /// Sends the requests if the book accepts the prices; `name` gives their ids.
    pub(crate) fn send(
        self,
        tx: &Tx<'_>,
        context: &Context,
        acknowledged: &Acknowledged,
        name: impl FnMut() -> String,
    ) -> Result<Vec<PriceEditView>, Trouble> {
        if !self.changes() {
            return Err(nothing_changes(context).into());
        }
        let facts = &self.facts;
        let accepted = accept_price_edit(
            &self.entry,
            &self.state,
            &self.registered,
            facts,
            acknowledged,
        )
        .map_err(|refused| Views::new(context.scribe(&facts.shop)).refused(&refused))?;
        let requests = price_edit::insert(tx, &accepted, name)?;
        let views = requests.into_iter().map(|request| view(request, facts));
        views.collect()
    }
}

/// The stock of a registered SKU was accepted and is set aside: an edit of the
/// price does not ask for it again, however little is left in the shop by now.
fn leave_stock_alone(facts: &mut Facts) {
    for known in facts
        .products
        .values_mut()
        .flat_map(|product| &mut product.skus)
    {
        known.sku.stock = None;
        if let Some(stated) = &mut known.stated {
            stated.stock_range = StatedRange::default();
        }
    }
    for tier in &mut facts.campaign.tiers {
        tier.minimum_stock = None;
    }
}

fn wanted(
    prices: &[WantedPrice],
    context: &Context,
) -> Result<BTreeMap<SkuId, Money>, CommandError> {
    let mut wanted = BTreeMap::new();
    for price in prices {
        if wanted.insert(price.sku_id.clone(), price.price).is_some() {
            return Err(CommandError::invalid(
                "prices",
                context.say(
                    format!("SKU {} has two prices.", price.sku_id),
                    format!("SKU {} 有两个价格。", price.sku_id),
                ),
                context.say("Name each SKU once.", "每个 SKU 只能填写一次。"),
            ));
        }
    }
    Ok(wanted)
}

fn nothing_changes(context: &Context) -> CommandError {
    CommandError::invalid(
        "prices",
        context.say(
            "None of these prices differs from the registered one.",
            "这些价格与已报名的价格相同。",
        ),
        context.say(
            "Enter a new price for at least one SKU.",
            "请至少为一个 SKU 填写新价格。",
        ),
    )
}

pub(crate) fn price_edit_check(
    desk: &Desk,
    context: &Context,
    request: PriceEdit,
) -> Answer<Checked> {
    desk.read(context, |view| {
        let edit = Edit::load(
            view,
            context,
            &request.campaign_id,
            &request.product_id,
            &request.prices,
        )?;
        Ok(edit.check(context))
    })
}

pub(crate) fn price_edit_request(
    desk: &Desk,
    context: &Context,
    request: PriceEdit,
) -> Answer<PriceEditSent> {
    let acknowledged: Acknowledged = request.acknowledged.iter().cloned().collect();
    desk.write(context, "price_edit_request", |tx| {
        let edit = Edit::load(
            tx,
            context,
            &request.campaign_id,
            &request.product_id,
            &request.prices,
        )?;
        let requests = edit.send(tx, context, &acknowledged, || fresh_id(context.now))?;
        tx.summarise(Summary::with(
            "price_edit_request",
            json!({ "skus": requests.len() }),
        ));
        Ok(PriceEditSent { requests })
    })
}

pub(crate) fn price_edit_decide(
    desk: &Desk,
    context: &Context,
    request: RequestDecide,
) -> Answer<Changed> {
    let decided = decision(request.verdict, context)?;
    desk.write(context, "price_edit_decide", |tx| {
        let edit = price_edit::require(tx, &request.id)?;
        refuse_decided(&edit.request.decision, context)?;
        let state = registration_product::state(tx, &edit.campaign_id, &edit.product_id)?;
        match state {
            Some(state) if decided == Decision::Approved && !state.is_live() => {
                return Err(wrong_state(&edit.product_id, &state, context).into());
            }
            _ => {}
        }
        let at = decided_at(tx, context, request.decided_at, edit.request.requested_at)?;
        price_edit::decide(tx, &request.id, &decided, at)?;
        Ok(Changed { changed: 1 })
    })
}

/// A request as it travels, with the day by which it is typically decided.
pub(super) fn view(edit: price_edit::PriceEdit, facts: &Facts) -> Result<PriceEditView, Trouble> {
    let due = due_day(
        &facts.policy(),
        edit.request.requested_at,
        facts.shop.time_zone,
    )
    .ok_or_else(|| CommandError::bug("the policy names no time for price requests"))?;
    Ok(PriceEditView {
        id: edit.id,
        sku_id: edit.sku_id,
        from: edit.from,
        to: edit.to,
        request: edit.request,
        due,
    })
}

/// The day by which a request is typically decided (RG-16).
pub(crate) fn due_day(policy: &Policy, requested_at: Instant, zone: Zone) -> Option<NaiveDate> {
    let days = policy.count("campaign.price_edit_business_days")?;
    Some(business_days_after(zone.day_of(requested_at), days))
}
