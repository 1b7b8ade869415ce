//! Products that are left out of Smart Promotion: asked for, in force, taken back (SP-07).

use super::number;
use crate::context::Context;
use crate::desk::Desk;
use crate::error::{Answer, CommandError};
use crate::trouble::{Trouble, file_answer};
use crate::wire::common::Page;
use crate::wire::exports::{ExclusionExport, Exported};
use crate::wire::registrations::Changed;
use crate::wire::smart_promotion::{ExclusionChange, ExclusionLine, ExclusionPage, ExclusionStep};
use seller_domain::ProductId;
use seller_domain::smart_promotion::Exclusion;
use seller_exchange::{atomic, lists};
use seller_store::{StoreError, Summary, Tx, View, exclusion, product, shop};
use serde_json::json;
use std::collections::{BTreeSet, HashMap};
use std::path::Path;

pub(crate) fn exclusion_page(
    desk: &Desk,
    context: &Context,
    request: ExclusionPage,
) -> Answer<Page<ExclusionLine>> {
    desk.read(context, |view| {
        let all = exclusion::all(view)?;
        let window = request.window;
        let shown = all
            .iter()
            .skip(window.offset as usize)
            .take(window.limit.min(500) as usize);
        Ok(Page {
            total: number(all.len()),
            rows: shown
                .map(|exclusion| {
                    Ok(ExclusionLine {
                        exclusion: exclusion.clone(),
                        title: title(view, &exclusion.product_id)?,
                    })
                })
                .collect::<Result<_, Trouble>>()?,
        })
    })
}

fn title(view: &View<'_>, id: &ProductId) -> Result<String, Trouble> {
    Ok(product::find(view, id)?.map_or_else(String::new, |product| product.title))
}

pub(crate) fn exclusion_change(
    desk: &Desk,
    context: &Context,
    request: ExclusionChange,
) -> Answer<Changed> {
    desk.write(context, "exclusion_change", |tx| {
        let listed: HashMap<ProductId, Exclusion> = exclusion::all(tx)?
            .into_iter()
            .map(|exclusion| (exclusion.product_id.clone(), exclusion))
            .collect();
        let wanted: BTreeSet<&ProductId> = request.product_ids.iter().collect();
        let mut changed = 0u32;
        for id in wanted {
            changed += u32::from(step(tx, context, id, listed.get(id), request.change)?);
        }
        tx.summarise(Summary::with(
            "exclusion_change",
            json!({ "products": changed }),
        ));
        Ok(Changed { changed })
    })
}

/// Takes one product a step on. Returns whether that changed anything.
fn step(
    tx: &Tx<'_>,
    context: &Context,
    id: &ProductId,
    listed: Option<&Exclusion>,
    step: ExclusionStep,
) -> Result<bool, Trouble> {
    match (step, listed) {
        (ExclusionStep::Request, Some(_)) => Ok(false),
        (ExclusionStep::Request, None) => {
            if product::find(tx, id)?.is_none() {
                return Err(StoreError::Absent {
                    what: "product",
                    id: id.to_string(),
                }
                .into());
            }
            let asked = Exclusion {
                product_id: id.clone(),
                requested_at: context.now,
                confirmed_at: None,
            };
            exclusion::save(tx, &asked)?;
            Ok(true)
        }
        (ExclusionStep::Confirm, Some(exclusion)) if exclusion.confirmed_at.is_some() => Ok(false),
        (ExclusionStep::Confirm, Some(exclusion)) => {
            let confirmed = Exclusion {
                confirmed_at: Some(context.now),
                ..exclusion.clone()
            };
            exclusion::save(tx, &confirmed)?;
            Ok(true)
        }
        (ExclusionStep::Remove, Some(_)) => Ok(exclusion::remove(tx, id)?),
        (ExclusionStep::Confirm | ExclusionStep::Remove, None) => {
            Err(not_asked_for(id, context).into())
        }
    }
}

fn not_asked_for(id: &ProductId, context: &Context) -> CommandError {
    CommandError::invalid(
        "product_ids",
        context.say(
            format!("No exclusion was asked for product {id}."),
            format!("尚未申请排除商品 {id}。"),
        ),
        context.say(
            "Ask for the exclusion first, or leave the product out of the choice.",
            "请先申请排除，或取消选择该商品。",
        ),
    )
}

pub(crate) fn exclusion_export(
    desk: &Desk,
    context: &Context,
    request: ExclusionExport,
) -> Answer<Exported> {
    let (zone, asked) = desk.read(context, |view| {
        let asked = exclusion::all(view)?
            .into_iter()
            .filter(|exclusion| exclusion.confirmed_at.is_none())
            .map(|exclusion| {
                Ok(lists::Exclusion {
                    title: title(view, &exclusion.product_id)?,
                    product_id: exclusion.product_id,
                    state: lists::ExclusionState::Requested,
                    requested_at: exclusion.requested_at,
                    confirmed_at: None,
                    note: String::new(),
                })
            })
            .collect::<Result<Vec<_>, Trouble>>()?;
        Ok((shop::require(view)?.time_zone, asked))
    })?;
    if asked.is_empty() {
        return Err(CommandError::invalid(
            "",
            context.say(
                "No exclusion waits for the account manager.",
                "没有等待客户经理处理的排除申请。",
            ),
            context.say(
                "Ask for an exclusion first, then write the list.",
                "请先申请排除商品，再导出列表。",
            ),
        ));
    }
    let rows = number(asked.len());
    let path = Path::new(&request.path);
    atomic::write(path, |file| lists::exclusions(file, asked, zone).map(drop))
        .map_err(|error| file_answer(path, &error, context.language))?;
    Ok(Exported {
        path: request.path,
        rows,
        dropped: 0,
        notes: Vec::new(),
    })
}
