//! RG-19: changing prices or SKUs of a registered product puts it into SKU error.

use crate::cases::CatalogueChangeCase;
use crate::finding::{Fault, Param, Verdict};
use crate::rule::{Check, Grade, Rule, Source};
use seller_domain::campaign::Campaign;
use seller_domain::catalogue::Sku;

/// The rule.
pub static RULE: Rule = Rule {
    id: "RG-19",
    name: "catalogue_change_of_registered_product",
    grade: Grade::Warn,
    sources: &[Source::integrated_campaigns(
        "Editing the retail price and adding, deleting or editing SKUs of a registered product triggers a SKU error; the product has to be withdrawn and registered again before the deadline.",
    ).zh("修改已报名商品的零售价，或新增、删除、编辑其 SKU，会触发 SKU 异常；须在截止时间之前撤回并重新报名。")],
    figures: &[],
    page: include_str!("catalogue_change_of_registered_product.md"),
    checks: &[Check::CatalogueChange(check)],
};

fn check(case: &CatalogueChangeCase<'_>) -> Verdict {
    let concerned: Vec<&Campaign> = case
        .campaigns
        .iter()
        .copied()
        .filter(|campaign| !campaign.running.is_over(case.now))
        .collect();
    if concerned.is_empty() {
        return Verdict::NotApplicable;
    }
    let changes = changes(case.before.1, case.after.1);
    let faults: Vec<_> = concerned
        .into_iter()
        .flat_map(|campaign| changes.iter().map(|change| fault(case, campaign, change)))
        .collect();
    if faults.is_empty() {
        return Verdict::Pass;
    }
    Verdict::Fail(faults)
}

fn fault(case: &CatalogueChangeCase<'_>, campaign: &Campaign, change: &Change<'_>) -> Fault {
    let deadline = campaign.re_registration_ends();
    let fault = Fault::at(change.field())
        .on(change.sku().id.clone())
        .limit(deadline)
        .because("change", Param::Term(change.term()))
        .because("campaign", campaign.name.clone());
    let fault = match change {
        Change::RetailPrice(sku) => fault.value(sku.retail_price),
        Change::Edited(_) | Change::Added(_) | Change::Deleted(_) => fault,
    };
    if case.now < deadline {
        fault.gap(deadline - case.now)
    } else {
        fault.variant("after_deadline")
    }
}

/// What changed about a SKU that matters to a campaign. Stock, costs and discounts do not.
enum Change<'a> {
    RetailPrice(&'a Sku),
    Edited(&'a Sku),
    Added(&'a Sku),
    Deleted(&'a Sku),
}

fn changes<'a>(before: &'a [Sku], after: &'a [Sku]) -> Vec<Change<'a>> {
    let find =
        |skus: &'a [Sku], wanted: &Sku| skus.iter().find(|sku| sku.id == wanted.id && !sku.removed);
    let mut changes = Vec::new();
    for old in before.iter().filter(|sku| !sku.removed) {
        let Some(new) = find(after, old) else {
            changes.push(Change::Deleted(old));
            continue;
        };
        if new.retail_price != old.retail_price {
            changes.push(Change::RetailPrice(new));
        }
        if new.variation != old.variation || new.seller_sku != old.seller_sku {
            changes.push(Change::Edited(new));
        }
    }
    let added = after
        .iter()
        .filter(|sku| !sku.removed && find(before, sku).is_none());
    changes.extend(added.map(Change::Added));
    changes
}

impl Change<'_> {
    fn sku(&self) -> &Sku {
        match self {
            Self::RetailPrice(sku) | Self::Edited(sku) | Self::Added(sku) | Self::Deleted(sku) => {
                sku
            }
        }
    }

    fn field(&self) -> &'static str {
        match self {
            Self::RetailPrice(_) => "retail_price",
            Self::Edited(_) => "variation",
            Self::Added(_) | Self::Deleted(_) => "sku",
        }
    }

    fn term(&self) -> &'static str {
        match self {
            Self::RetailPrice(_) => "retail_price_changed",
            Self::Edited(_) => "sku_edited",
            Self::Added(_) => "sku_added",
            Self::Deleted(_) => "sku_deleted",
        }
    }
}
