//! Files that go out: registrations in four forms.

mod submitted;

use crate::context::Context;
use crate::desk::Desk;
use crate::error::{Answer, CommandError};
use crate::standing::standing;
use crate::trouble::{Trouble, file_answer};
use crate::wire::exports::{Export, ExportFormat, Exported};
use crate::wire::registrations::ProductStanding;
use seller_domain::registration::ProductState;
use seller_domain::{Language, SkuId};
use seller_exchange::atomic::{self, PartFile};
use seller_exchange::export::unwritable;
use seller_exchange::lists::{self, Value};
use seller_exchange::prefill::{Fill, fill_in_place};
use seller_exchange::price_template::{self, PriceRow};
use seller_exchange::registrations_csv::{self, RegistrationRow};
use seller_exchange::stated::DecidedState;
use seller_exchange::{FileError, Hindrance, Input};
use seller_store::View;
use std::collections::HashMap;
use std::io::BufWriter;
use std::path::Path;
use submitted::{Submissions, SubmittedSku};

pub(crate) fn export_registrations(
    desk: &Desk,
    context: &Context,
    request: Export,
) -> Answer<Exported> {
    desk.read(context, |view| {
        // The platform's workbooks take what holds a place; our own lists tell what became of all.
        let submissions = match request.format {
            ExportFormat::Csv | ExportFormat::Evidence => Submissions::all,
            ExportFormat::PriceTemplate | ExportFormat::Prefill { .. } => Submissions::live,
        }(view, &request.campaign_id)?;
        if submissions.is_empty() {
            return Err(CommandError::invalid(
                "campaign_id",
                context.say(
                    "No product holds a place in this campaign.",
                    "该活动中没有已报名的商品。",
                ),
                context.say("Submit a registration first.", "请先提交报名。"),
            )
            .into());
        }
        let path = Path::new(&request.path);
        match &request.format {
            ExportFormat::Csv => csv(&submissions, path, context),
            ExportFormat::PriceTemplate => template(&submissions, path, context),
            ExportFormat::Prefill { source } => {
                prefill(&submissions, Path::new(source), path, context)
            }
            ExportFormat::Evidence => evidence(view, &submissions, path, context),
        }
    })
}

/// Writes rows that are read one after the other: nothing is collected.
fn write(
    submissions: &Submissions<'_>,
    path: &Path,
    context: &Context,
    fill: impl FnOnce(&mut PartFile, &mut dyn Iterator<Item = SubmittedSku>) -> Result<(), FileError>,
) -> Result<Exported, Trouble> {
    let mut rows = submissions.rows();
    let mut count = 0u32;
    let written = atomic::write(path, |file| {
        fill(file, &mut rows.by_ref().inspect(|_| count += 1))?;
        // A file that ends early must not take the place of a whole one.
        match rows.has_failed() {
            true => Err(seller_exchange::Trouble::CannotWrite {
                reason: Hindrance::RowsUnread,
            }
            .into()),
            false => Ok(()),
        }
    });
    rows.finish()?;
    written.map_err(|error| file_answer(path, &error, context.language))?;
    Ok(Exported {
        path: path.display().to_string(),
        rows: count,
        dropped: 0,
        notes: Vec::new(),
    })
}

fn csv(submissions: &Submissions<'_>, path: &Path, context: &Context) -> Result<Exported, Trouble> {
    write(submissions, path, context, |file, rows| {
        let rows = rows.map(|row| registration_row(submissions, row, context.language));
        let target = BufWriter::new(file);
        flushed(registrations_csv::write(
            target,
            rows,
            submissions.shop.currency,
            submissions.shop.time_zone,
        ))
    })
}

/// The rest of what is buffered reaches the file, or the failure is named.
pub(super) fn flushed(
    written: Result<BufWriter<&mut PartFile>, FileError>,
) -> Result<(), FileError> {
    use std::io::Write;
    written?.flush().map_err(unwritable)
}

fn registration_row(
    submissions: &Submissions<'_>,
    row: SubmittedSku,
    language: Language,
) -> RegistrationRow {
    let (state, reason) = match standing(&row.state, language) {
        ProductStanding::Pending => (DecidedState::Pending, String::new()),
        ProductStanding::Registered => (DecidedState::Registered, String::new()),
        ProductStanding::Rejected { reason } => (DecidedState::Rejected, reason),
        ProductStanding::SkuError { reason } => (DecidedState::SkuError, reason),
        ProductStanding::Withdrawn => (DecidedState::Withdrawn, String::new()),
    };
    let decided = row.state != ProductState::Pending;
    RegistrationRow {
        campaign_id: submissions.campaign.id.clone(),
        campaign: submissions.campaign.name.clone(),
        state,
        reason,
        product_id: row.sku.product_id,
        sku_id: row.sku.sku_id,
        title: row.title,
        variation: row.variation,
        seller_sku: row.seller_sku,
        tier: row.tier,
        retail_price: Some(row.sku.retail_price),
        campaign_price: Some(row.sku.campaign_price),
        campaign_stock: Some(row.sku.campaign_stock.into()),
        extra_discount: row.sku.extra_discount,
        submitted_at: Some(row.submitted_at),
        decided_at: decided.then_some(row.state_since),
    }
}

fn template(
    submissions: &Submissions<'_>,
    path: &Path,
    context: &Context,
) -> Result<Exported, Trouble> {
    let mut exported = write(submissions, path, context, |file, rows| {
        let rows = rows.filter(goes_up).map(|row| PriceRow {
            product_id: row.sku.product_id,
            sku_id: row.sku.sku_id,
            campaign_price: Some(row.sku.campaign_price),
            campaign_stock: Some(row.sku.campaign_stock.into()),
        });
        price_template::write(file, rows, true)
    })?;
    let left_out = submissions.count(|row| !goes_up(row))?;
    exported.rows -= left_out;
    exported.notes.extend(in_error(left_out, context));
    Ok(exported)
}

/// A product in SKU error cannot take part until it is registered again (RG-19).
fn goes_up(row: &SubmittedSku) -> bool {
    !matches!(row.state, ProductState::SkuError { .. })
}

fn in_error(skus: u32, context: &Context) -> Option<String> {
    (skus > 0).then(|| {
        context.say(
            format!("{skus} SKUs of products in SKU error are left out: withdraw and register them again first."),
            format!("未包含处于 SKU 异常的 {skus} 个 SKU：请先撤回并重新报名。"),
        )
    })
}

fn prefill(
    submissions: &Submissions<'_>,
    source: &Path,
    path: &Path,
    context: &Context,
) -> Result<Exported, Trouble> {
    let mut fills: HashMap<SkuId, Fill> = HashMap::new();
    let mut left_out = 0;
    let mut rows = submissions.rows();
    for row in rows.by_ref() {
        if !goes_up(&row) {
            left_out += 1;
            continue;
        }
        let fill = Fill {
            campaign_price: row.sku.campaign_price,
            campaign_stock: Some(row.sku.campaign_stock.into()),
        };
        fills.insert(row.sku.sku_id, fill);
    }
    rows.finish()?;
    let filled = fill_in_place(&Input::from(source), path, &fills).map_err(|error| {
        use seller_exchange::Trouble as Wrong;
        let of_target = matches!(
            *error.trouble,
            Wrong::CannotWrite { .. } | Wrong::DiskFull { .. }
        );
        let named = if of_target { path } else { source };
        file_answer(named, &error, context.language)
    })?;
    let mut notes: Vec<String> = in_error(left_out, context).into_iter().collect();
    if !filled.missing.is_empty() {
        let some: Vec<&str> = filled.missing.iter().take(5).map(SkuId::as_str).collect();
        let (count, some) = (filled.missing.len(), some.join(", "));
        notes.push(context.say(
            format!("{count} registered SKUs are not in the workbook: {some}. Download it again, or use the price template for them."),
            format!("工作簿中没有 {count} 个已报名的 SKU：{some}。请重新下载工作簿，或改用价格模板。"),
        ));
    }
    if !filled.takes_stock {
        notes.push(context.say(
            "The workbook has no column for the campaign stock; only prices were filled in.",
            "工作簿没有活动库存列，仅填写了价格。",
        ));
    }
    Ok(Exported {
        path: path.display().to_string(),
        rows: filled.kept,
        dropped: filled.dropped,
        notes,
    })
}

/// The columns of the evidence sheet: terms, prices, money, acknowledged warnings.
const EVIDENCE: [&str; 24] = [
    "campaign_id",
    "campaign",
    "registration_start",
    "registration_end",
    "running_start",
    "running_end",
    "submitted_at",
    "acknowledged_rules",
    "product_id",
    "sku_id",
    "title",
    "variation",
    "tier",
    "state",
    "reason",
    "currency",
    "retail_price",
    "campaign_price",
    "campaign_stock",
    "extra_discount_percent",
    "unit_cost",
    "planned_fees",
    "planned_margin",
    "exported_at",
];

fn evidence(
    view: &View<'_>,
    submissions: &Submissions<'_>,
    path: &Path,
    context: &Context,
) -> Result<Exported, Trouble> {
    let acknowledged: HashMap<i64, String> =
        seller_store::registration::of_campaign(view, &submissions.campaign.id)?
            .into_iter()
            .map(|submission| (submission.number, submission.acknowledged.join(" ")))
            .collect();
    write(submissions, path, context, |file, rows| {
        let rows = rows.map(|row| evidence_row(submissions, row, &acknowledged, context));
        let zone = submissions.shop.time_zone;
        flushed(lists::evidence(BufWriter::new(file), &EVIDENCE, rows, zone))
    })
}

fn evidence_row(
    submissions: &Submissions<'_>,
    row: SubmittedSku,
    acknowledged: &HashMap<i64, String>,
    context: &Context,
) -> Vec<Value> {
    let money = |money: Option<seller_domain::Money>| money.map_or(Value::Empty, Value::Money);
    let campaign = &submissions.campaign;
    let rules = acknowledged.get(&row.number).cloned().unwrap_or_default();
    let planned = row.sku.planned;
    let (unit_cost, extra) = (row.sku.unit_cost, row.sku.extra_discount);
    let written = registration_row(submissions, row, context.language);
    let tier = match written.tier {
        seller_domain::campaign::Tier::Featured => "featured",
        seller_domain::campaign::Tier::Regular => "regular",
    };
    vec![
        Value::Text(campaign.id.to_string()),
        Value::Text(campaign.name.clone()),
        Value::Moment(campaign.registration.start),
        Value::Moment(campaign.registration.end),
        Value::Moment(campaign.running.start),
        Value::Moment(campaign.running.end),
        written.submitted_at.map_or(Value::Empty, Value::Moment),
        Value::Text(rules),
        Value::Text(written.product_id.to_string()),
        Value::Text(written.sku_id.to_string()),
        Value::Text(written.title),
        Value::Text(written.variation),
        Value::Text(tier.to_owned()),
        Value::Text(written.state.key().to_owned()),
        Value::Text(written.reason),
        Value::Text(submissions.shop.currency.code().to_owned()),
        money(written.retail_price),
        money(written.campaign_price),
        written.campaign_stock.map_or(Value::Empty, Value::Number),
        extra.map_or(Value::Empty, Value::Percent),
        money(unit_cost),
        money(planned.map(|plan| plan.fees)),
        money(planned.and_then(|plan| plan.margin)),
        Value::Moment(context.now),
    ]
}
