//! Registrations with partner campaigns as CSV with stable columns.

use super::number;
use crate::context::Context;
use crate::desk::Desk;
use crate::error::{Answer, CommandError};
use crate::rooms::exports::flushed;
use crate::trouble::file_answer;
use crate::wire::exports::Exported;
use crate::wire::partner_products::PartnerExport;
use seller_domain::partner_campaign::{JoinedState, JoinedStateKind};
use seller_exchange::atomic;
use seller_exchange::lists::{self, Value};
use seller_store::partner_product::{self, Filter, Listed};
use seller_store::{partner_campaign, shop};
use std::io::BufWriter;
use std::path::Path;

const COLUMNS: [&str; 13] = [
    "partner_campaign_id",
    "partner_campaign",
    "product_id",
    "title",
    "commission_percent",
    "sample_quantity",
    "samples_approved",
    "samples_left",
    "partner_state",
    "reason",
    "submitted_at",
    "decided_at",
    "contact_email",
];

pub(crate) fn partner_export(
    desk: &Desk,
    context: &Context,
    request: PartnerExport,
) -> Answer<Exported> {
    let path = Path::new(&request.path);
    desk.read(context, |view| {
        let zone = shop::require(view)?.time_zone;
        if let Some(id) = &request.campaign_id {
            partner_campaign::require(view, id)?;
        }
        let filter = Filter {
            campaign_id: request.campaign_id.clone(),
            ..Filter::default()
        };
        let listed = partner_product::page(view, &filter, (0, u32::MAX))?;
        if listed.is_empty() {
            return Err(nothing(context).into());
        }
        let mut emails = std::collections::HashMap::new();
        for one in &listed {
            let id = &one.product.campaign_id;
            if !emails.contains_key(id) {
                let contact = partner_product::contact(view, id)?;
                let email = contact.map_or_else(String::new, |(contact, _)| contact.email);
                emails.insert(id.clone(), email);
            }
        }
        let count = number(listed.len());
        let rows = listed.iter().map(|one| {
            let email = emails.get(&one.product.campaign_id).map(String::as_str);
            row(one, email.unwrap_or_default())
        });
        atomic::write(path, |file| {
            flushed(lists::evidence(BufWriter::new(file), &COLUMNS, rows, zone))
        })
        .map_err(|error| file_answer(path, &error, context.language))?;
        Ok(Exported {
            path: path.display().to_string(),
            rows: count,
            dropped: 0,
            notes: Vec::new(),
        })
    })
}

fn nothing(context: &Context) -> CommandError {
    CommandError::invalid(
        "campaign_id",
        context.say(
            "No product was registered with a partner campaign.",
            "尚未在合作活动中报名任何商品。",
        ),
        context.say("Join a campaign first.", "请先参加活动。"),
    )
}

fn row(listed: &Listed, email: &str) -> Vec<Value> {
    let product = &listed.product;
    let text = |text: &str| Value::Text(text.to_owned());
    let count = |count: u32| Value::Number(count.into());
    let reason = match &product.state {
        JoinedState::Rejected { reason } => reason.as_str(),
        _ => "",
    };
    vec![
        text(product.campaign_id.as_str()),
        text(&listed.campaign),
        text(product.product_id.as_str()),
        text(&listed.title),
        Value::Percent(product.rate),
        count(product.samples.set),
        count(product.samples.approved),
        count(product.samples.left()),
        text(state_key(product.state.kind())),
        text(reason),
        Value::Moment(product.submitted_at),
        product.decided_at.map_or(Value::Empty, Value::Moment),
        text(email),
    ]
}

/// The state as files keep it.
fn state_key(state: JoinedStateKind) -> &'static str {
    match state {
        JoinedStateKind::Pending => "pending",
        JoinedStateKind::Approved => "approved",
        JoinedStateKind::Rejected => "rejected",
        JoinedStateKind::PendingClosed => "pending_closed",
        JoinedStateKind::Closed => "closed",
    }
}
