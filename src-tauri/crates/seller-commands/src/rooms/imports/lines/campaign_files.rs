//! What the platform states about SKUs of a campaign: prefill workbooks and fail reports.

use super::super::content::Scene;
use super::super::words;
use super::decisions::word;
use super::{Seen, What, known, unknown_sku};
use crate::trouble::Trouble;
use seller_domain::campaign::{RangeEnd, StatedRange, StatedTerms};
use seller_domain::registration::ProductState;
use seller_domain::{CampaignId, ProductId};
use seller_exchange::fail_report::FailedSku;
use seller_exchange::table::Field;
use seller_store::platform_reason::{self, Row};
use seller_store::stated_terms::{self, StatedBy};
use seller_store::{Tx, View, product, registration_product, sku};
use std::collections::BTreeMap;

pub(super) fn look_at_terms(
    view: &View<'_>,
    scene: &Scene,
    campaign: &CampaignId,
    terms: &StatedTerms,
    product_id: &ProductId,
) -> Result<Seen, Trouble> {
    let context = &scene.context;
    let id = &terms.sku_id;
    let Some((held, title)) = known(view, id)? else {
        return Ok(unknown_sku(id, scene));
    };
    if held.product_id != *product_id {
        let why = words::refusal(
            Field::ProductId,
            Some(product_id.to_string()),
            context.say(
                format!("The SKU belongs to product {}.", held.product_id),
                format!("该 SKU 属于商品 {}。", held.product_id),
            ),
            context.say("Import the catalogue again.", "请重新导入商品目录。"),
            context,
        );
        return Ok(Seen::refused(id, why));
    }
    let before = stated(view, campaign, terms, StatedBy::Prefill)?;
    if before.as_ref() == Some(terms) {
        return Ok(Seen::of(id, title, false, Vec::new()));
    }
    let range = |terms: &StatedTerms| range_words(terms.price_range);
    let stock = |terms: &StatedTerms| range_words(terms.stock_range);
    let price = |terms: &StatedTerms| terms.recommended_price.map(|price| price.to_string());
    let recommended = context.say("Recommended price", "推荐价格");
    let price_range = context.say("Campaign price range", "活动价范围");
    let stock_range = context.say("Campaign stock range", "活动库存范围");
    let changes = [
        (price_range, before.as_ref().and_then(range), range(terms)),
        (stock_range, before.as_ref().and_then(stock), stock(terms)),
        (recommended, before.as_ref().and_then(price), price(terms)),
    ]
    .into_iter()
    .filter(|(_, before, after)| before != after)
    .map(
        |(column, before, after)| crate::wire::imports::ImportChange {
            column,
            before,
            after,
            reason: None,
            remedy: None,
        },
    )
    .collect::<Vec<_>>();
    let mut seen = Seen::of(id, title, before.is_none(), changes);
    if before.is_none() {
        seen.fate = crate::wire::imports::RowFate::New;
    }
    Ok(seen)
}

fn stated(
    view: &View<'_>,
    campaign: &CampaignId,
    terms: &StatedTerms,
    by: StatedBy,
) -> Result<Option<StatedTerms>, Trouble> {
    let all = stated_terms::of_sku(view, campaign, &terms.sku_id)?;
    Ok(all
        .into_iter()
        .find(|stated| stated.by == by)
        .map(|stated| stated.terms))
}

/// A range as the platform writes it; none if it is open.
fn range_words(range: StatedRange) -> Option<String> {
    let end = |end: Option<RangeEnd>, open: &str, closed: &str| {
        end.map(|end| {
            let sign = if end.included { closed } else { open };
            format!("{sign} {}", end.value.normalize())
        })
    };
    let ends: Vec<String> = [end(range.lower, ">", "≥"), end(range.upper, "<", "≤")]
        .into_iter()
        .flatten()
        .collect();
    (!ends.is_empty()).then(|| ends.join(", "))
}

pub(super) fn write_terms(
    tx: &Tx<'_>,
    campaign: &CampaignId,
    terms: &StatedTerms,
) -> Result<(), Trouble> {
    stated_terms::save(tx, campaign, StatedBy::Prefill, std::slice::from_ref(terms))?;
    Ok(())
}

pub(super) fn look_at_failure(
    view: &View<'_>,
    scene: &Scene,
    campaign: &CampaignId,
    failed: &FailedSku,
) -> Result<Seen, Trouble> {
    let context = &scene.context;
    let id = &failed.sku_id;
    let Some(product_id) = product_of(view, failed)? else {
        return Ok(unknown_sku(id, scene));
    };
    let title = product::find(view, &product_id)?.map(|product| product.title);
    let state = registration_product::state(view, campaign, &product_id)?;
    let known: Vec<String> = platform_reason::of_product(view, campaign, &product_id)?
        .into_iter()
        .filter(|reason| reason.sku_id.as_ref() == Some(id))
        .map(|reason| reason.reason)
        .collect();
    let terms = ceiling(failed);
    let before = stated(view, campaign, &terms, StatedBy::FailReport)?;
    let mut changes = Vec::new();
    let said = reasons(failed);
    if known != said {
        let before = (!known.is_empty()).then(|| known.join("\n"));
        let after = Some(said.join("\n"));
        changes.push(words::change(Field::Reason, before, after, context));
    }
    let range = range_words(terms.price_range);
    if range.is_some() && before.as_ref() != Some(&terms) {
        let before = before.and_then(|before| range_words(before.price_range));
        changes.push(words::change(Field::CampaignPrice, before, range, context));
    }
    if let Some(state) = state.filter(is_refused_now) {
        let after = ProductState::Rejected {
            reason: String::new(),
        };
        let (before, after) = (word(&state, context), word(&after, context));
        changes.push(words::change(
            Field::State,
            Some(before),
            Some(after),
            context,
        ));
    }
    Ok(Seen::of(id, title, known.is_empty(), changes))
}

/// A product that was submitted and holds a place is refused by the report.
fn is_refused_now(state: &ProductState) -> bool {
    matches!(state, ProductState::Pending | ProductState::Registered)
}

fn product_of(view: &View<'_>, failed: &FailedSku) -> Result<Option<ProductId>, Trouble> {
    if let Some(id) = &failed.product_id
        && product::find(view, id)?.is_some()
    {
        return Ok(Some(id.clone()));
    }
    Ok(sku::find(view, &failed.sku_id)?.map(|sku| sku.product_id))
}

fn reasons(failed: &FailedSku) -> Vec<String> {
    failed
        .reasons
        .iter()
        .map(|reason| reason.text.clone())
        .collect()
}

/// The stated maximum as the SKU's ceiling (RG-03).
fn ceiling(failed: &FailedSku) -> StatedTerms {
    StatedTerms {
        sku_id: failed.sku_id.clone(),
        price_range: failed.price_range(),
        stock_range: StatedRange::default(),
        recommended_price: None,
        recommended: false,
    }
}

pub(super) fn write_failures(
    tx: &Tx<'_>,
    campaign: &CampaignId,
    rows: &[&What],
) -> Result<(), Trouble> {
    let mut said: BTreeMap<ProductId, Vec<String>> = BTreeMap::new();
    let mut report = Vec::new();
    let mut terms = Vec::new();
    for what in rows {
        let What::Failed(failed) = what else { continue };
        let Some(product_id) = product_of(tx, failed)? else {
            continue;
        };
        let of_product = said.entry(product_id.clone()).or_default();
        for reason in reasons(failed) {
            if !of_product.contains(&reason) {
                of_product.push(reason);
            }
        }
        let ceiling = ceiling(failed);
        if range_words(ceiling.price_range).is_some() {
            terms.push(ceiling);
        }
        report.push(Row {
            product_id,
            sku_id: Some(failed.sku_id.clone()),
            reasons: reasons(failed),
        });
    }
    platform_reason::save(tx, campaign, &report)?;
    stated_terms::save(tx, campaign, StatedBy::FailReport, &terms)?;
    for (product_id, reasons) in said {
        let state = registration_product::state(tx, campaign, &product_id)?;
        if state.as_ref().is_some_and(is_refused_now) {
            let rejected = ProductState::Rejected {
                reason: reasons.join("\n"),
            };
            let product = std::slice::from_ref(&product_id);
            registration_product::set_state(tx, campaign, product, &rejected)?;
        }
    }
    Ok(())
}
