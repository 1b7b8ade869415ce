//! How the examples write findings and repairs: one line each.

use seller_rulebook::finding::Edit;
use seller_rulebook::{Finding, Param};
use std::fmt::Write;

/// The findings of one rule as the pages write them.
pub fn findings(found: &[&Finding]) -> String {
    let mut text = String::new();
    for finding in found {
        let _ = writeln!(text, "{}", line(finding));
        for edit in &finding.fault.repair {
            let _ = writeln!(text, "repair {}", edit_text(edit));
        }
        for change in &finding.fault.changes {
            let _ = writeln!(text, "repair {}", change_text(change));
        }
        for change in &finding.fault.partner_changes {
            let _ = writeln!(text, "repair {}", change_text(change));
        }
    }
    text
}

fn line(finding: &Finding) -> String {
    let grade = serde_json::to_value(finding.grade).unwrap();
    let mut line = format!("{} {}", finding.rule.id, grade.as_str().unwrap());
    for id in [
        finding.place.product_id.as_ref().map(ToString::to_string),
        finding.place.sku_id.as_ref().map(ToString::to_string),
    ]
    .into_iter()
    .flatten()
    {
        let _ = write!(line, " {id}");
    }
    let _ = write!(line, " {}", finding.fault.field);
    if !finding.fault.variant.is_empty() {
        let _ = write!(line, " ({})", finding.fault.variant);
    }
    let figures = [
        ("limit", &finding.fault.limit),
        ("value", &finding.fault.value),
        ("gap", &finding.fault.gap),
    ];
    for (name, param) in figures {
        if let Some(param) = param {
            let _ = write!(line, " {name}={}", param_text(param));
        }
    }
    line
}

fn param_text(param: &Param) -> String {
    match param {
        Param::Money(money) => money.to_string(),
        Param::Percent(percent) => format!("{percent}%"),
        Param::Number(number) => number.normalize().to_string(),
        Param::Score(score) => score.to_string(),
        Param::Instant(at) => at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true),
        Param::Day(day) => day.to_string(),
        Param::Span(span) => span.to_string(),
        Param::Text(text) => format!("{text:?}"),
        Param::Term(key) => (*key).to_owned(),
        Param::List(items) => items.iter().map(param_text).collect::<Vec<_>>().join("+"),
    }
}

fn edit_text(edit: &Edit) -> String {
    match edit {
        Edit::SetCampaignPrice { sku_id, to } => format!("set_campaign_price {sku_id} = {to}"),
        Edit::SetCampaignStock { sku_id, to } => format!("set_campaign_stock {sku_id} = {to}"),
        Edit::SetExtraDiscount {
            product_id,
            to: Some(to),
        } => {
            format!("set_extra_discount {product_id} = {to}%")
        }
        Edit::SetExtraDiscount {
            product_id,
            to: None,
        } => {
            format!("clear_extra_discount {product_id}")
        }
        Edit::RaiseExtraDiscount { sku_id, to } => format!("raise_extra_discount {sku_id} = {to}%"),
        Edit::SetTier { product_id, to } => format!("set_tier {product_id} = {to:?}"),
        Edit::RemoveSku { sku_id } => format!("remove_sku {sku_id}"),
        Edit::RemoveProduct { product_id } => format!("remove_product {product_id}"),
        Edit::RegisterCoupon { coupon_id } => format!("register_coupon {coupon_id}"),
    }
}

fn change_text(change: &impl serde::Serialize) -> String {
    let json = serde_json::to_value(change).unwrap();
    let field = json["field"].as_str().unwrap();
    match json.get("to").or(json.get("ids")) {
        Some(serde_json::Value::String(to)) => format!("{field} = {to}"),
        Some(to) => format!("{field} = {to}"),
        None => field.to_owned(),
    }
}
