//! AF-09: a campaign of the seller's own has a title, periods, products and partners that can join.

use super::shared::not_on_sale;
use crate::finding::{Fault, Param, Verdict};
use crate::partner_cases::{OwnCampaignActCase, OwnCampaignCase};
use crate::rule::{Check, Grade, Rule, Source};
use seller_domain::partner_campaign::{Openness, OwnCampaignField, PartnerChange};
use seller_domain::{Period, ProductId};
use std::collections::BTreeSet;

/// The rule.
pub static RULE: Rule = Rule {
    id: "AF-09",
    name: "own_campaign_out_of_limits",
    grade: Grade::Block,
    sources: &[
        Source::affiliate_campaigns(
            "A seller opens a campaign to all partners or selects specific ones, registers products, sets the commission rate and indicates preferences for creators; once it is published, partners can join.",
        ).zh("卖家可向所有合作伙伴开放活动或指定合作伙伴，报名商品，设置佣金率，并注明对达人的偏好；发布之后合作伙伴即可加入。"),
        Source::public(
            "The title has at most 50 characters, the description at most 1,000; periods have 1 to 360 days.",
        ).zh("标题最多 50 个字符，描述最多 1,000 个字符；时间段为 1 至 360 天。"),
        Source::house(
            "Days are calendar days of the shop; a partner can have joined from the first moment of the registration period on.",
        ).zh("天数按店铺的自然日计算；合作伙伴自报名期开始的那一刻起即可加入。"),
    ],
    figures: &[
        "affiliate.title_characters_at_most",
        "affiliate.description_characters_at_most",
        "affiliate.period_days_at_least",
        "affiliate.period_days_at_most",
    ],
    page: include_str!("own_campaign_out_of_limits.md"),
    checks: &[Check::OwnCampaign(check), Check::OwnCampaignAct(act)],
};

/// More than this would not be read; the count says the rest.
const NAMED: usize = 10;

fn check(case: &OwnCampaignCase<'_>) -> Verdict {
    use OwnCampaignField as Field;
    let draft = case.draft;
    let title = draft.title.trim();
    let mut faults = Vec::new();
    if title.is_empty() {
        faults.push(Fault::at(Field::Title.as_str()).variant("no_title"));
    }
    let most = |key| case.policy.count(key);
    faults.extend(too_long(
        (Field::Title, "title_too_long"),
        title,
        most("affiliate.title_characters_at_most"),
    ));
    faults.extend(too_long(
        (Field::Description, "description_too_long"),
        draft.description.trim(),
        most("affiliate.description_characters_at_most"),
    ));
    faults.extend(period(case, Field::Registration, draft.registration));
    faults.extend(period(case, Field::Running, draft.running));
    if let Openness::SelectedPartners { partners } = draft.openness.tidied()
        && partners.is_empty()
    {
        faults.push(Fault::at(Field::Openness.as_str()).variant("no_partner"));
    }
    faults.extend(products(case));
    if draft.rate.is_none() {
        faults.push(Fault::at(Field::Rate.as_str()).variant("no_rate"));
    }
    if faults.is_empty() {
        return Verdict::Pass;
    }
    Verdict::Fail(faults)
}

fn too_long(
    (field, variant): (OwnCampaignField, &'static str),
    text: &str,
    most: Option<u32>,
) -> Option<Fault> {
    let length = text.chars().count();
    let most = usize::try_from(most?).ok()?;
    (length > most).then(|| {
        Fault::at(field.as_str())
            .variant(variant)
            .limit(most)
            .value(length)
            .gap(length - most)
    })
}

fn period(
    case: &OwnCampaignCase<'_>,
    field: OwnCampaignField,
    period: Option<Period>,
) -> Option<Fault> {
    let fault = |variant| Fault::at(field.as_str()).variant(variant);
    let Some(period) = period else {
        return Some(fault("no_period"));
    };
    if !period.is_forward() {
        let backwards = fault("backwards").limit(period.start);
        return Some(backwards.value(period.end));
    }
    if period.is_over(case.facts.now) {
        let over = fault("period_over").limit(case.facts.now);
        return Some(over.value(period.end));
    }
    let end = |days| case.zone().days_after(period.start, days);
    let bounded = |variant, days: u32| {
        let to = Period::new(period.start, end(days));
        let change = match field {
            OwnCampaignField::Registration => PartnerChange::Registration { to },
            _ => PartnerChange::Running { to },
        };
        // A period that would be over would only be refused again.
        let repair = (!to.is_over(case.facts.now)).then_some(change);
        fault(variant)
            .limit(days)
            .value(period.end - period.start)
            .gap((period.end - to.end).abs())
            .partner_changes(repair)
    };
    let least = case.policy.count("affiliate.period_days_at_least");
    if let Some(days) = least.filter(|days| period.end < end(*days)) {
        return Some(bounded("too_short", days));
    }
    let most = case.policy.count("affiliate.period_days_at_most");
    most.filter(|days| period.end > end(*days))
        .map(|days| bounded("too_long", days))
}

fn products(case: &OwnCampaignCase<'_>) -> Vec<Fault> {
    let chosen: BTreeSet<&ProductId> = case.draft.products.iter().collect();
    let fault = |variant| Fault::at(OwnCampaignField::Products.as_str()).variant(variant);
    if chosen.is_empty() {
        return vec![fault("no_products")];
    }
    let of_status = |wanted| -> Vec<ProductId> {
        let status = |id: &ProductId| case.facts.products.get(id).copied();
        let named = chosen.iter().copied();
        named
            .filter(|id| not_on_sale(status(id)) == Some(wanted))
            .cloned()
            .collect()
    };
    let mut faults = Vec::new();
    for variant in ["unknown_product", "not_on_sale"] {
        let ids = of_status(variant);
        if ids.is_empty() {
            continue;
        }
        let shown = ids.iter().take(NAMED).map(Param::from).collect();
        let some_left = ids.len() < chosen.len();
        faults.push(
            fault(variant)
                .value(Param::List(shown))
                .gap(ids.len())
                .partner_changes(some_left.then_some(PartnerChange::LeaveOutProducts { ids })),
        );
    }
    faults
}

fn act(case: &OwnCampaignActCase<'_>) -> Verdict {
    let terms = &case.campaign.terms;
    let partner = case.partner.trim();
    let fault = |variant| Fault::at("partner").variant(variant);
    if partner.is_empty() {
        return Verdict::Fail(vec![fault("partner_unnamed")]);
    }
    let mut faults = Vec::new();
    if case.now < terms.registration.start {
        let early = fault("not_open").limit(terms.registration.start);
        faults.push(early.gap(terms.registration.start - case.now));
    }
    if !terms.openness.admits(partner) {
        faults.push(fault("not_selected").value(partner));
    }
    if case.campaign.has_joined(partner) {
        faults.push(fault("joined_already").value(partner));
    }
    if faults.is_empty() {
        return Verdict::Pass;
    }
    Verdict::Fail(faults)
}
