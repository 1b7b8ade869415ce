//! Whether the shop may register, criterion by criterion (CE-07, SP-03).

use crate::context::Context;
use crate::desk::Desk;
use crate::error::Answer;
use crate::trouble::Trouble;
use crate::views::Views;
use crate::wire::campaigns::{
    CampaignGet, CriterionLine, Eligibility, EligibilityState, Tick, WayOut,
};
use seller_domain::campaign::Campaign;
use seller_rulebook::finding::{Criterion, Place};
use seller_rulebook::review::eligibility;
use seller_rulebook::{Finding, Grade, Rule, Verdict};
use seller_store::facts::{self, Scope};
use seller_store::{View, draft};

pub(crate) fn campaign_eligibility(
    desk: &Desk,
    context: &Context,
    request: CampaignGet,
) -> Answer<Eligibility> {
    desk.read(context, |view| {
        let facts = facts::load(view, &request.campaign_id, Scope::Shop, context.now)?;
        let draft = draft::open_for(view, &request.campaign_id)?;
        let coupons = draft
            .map(|id| draft::head(view, &id))
            .transpose()?
            .map(|head| head.coupons);
        let criteria = eligibility(&facts, &facts.policy(), coupons.as_deref());
        let scribe = context.scribe(&facts.shop);
        let mut views = Views::new(scribe);
        let lines = criteria.iter().map(|(rule, criterion)| {
            let findings = findings(rule, criterion);
            let words = scribe.criterion(rule, criterion);
            CriterionLine {
                rule: rule.id.to_owned(),
                title: words.title,
                required: words.required,
                actual: words.actual,
                tick: tick(criterion, &findings),
                way: (!findings.is_empty())
                    .then(|| way_out(criterion.field))
                    .flatten(),
                findings: views.findings(&findings),
            }
        });
        Ok(Eligibility {
            state: overall(&eligibility(&facts, &facts.policy(), None)),
            criteria: lines.collect(),
            checked_at: context.now,
        })
    })
}

/// Whether the shop may register, and in a line why not. Coupons that the draft still lacks are
/// chosen while registering (CE-03): they do not close the campaign to the shop.
pub(super) fn state(
    view: &View<'_>,
    context: &Context,
    campaign: &Campaign,
) -> Result<(EligibilityState, Option<String>), Trouble> {
    let facts = facts::load(view, &campaign.id, Scope::Shop, context.now)?;
    let criteria = eligibility(&facts, &facts.policy(), None);
    let mut views = Views::new(context.scribe(&facts.shop));
    let because = criteria
        .iter()
        .flat_map(|(rule, criterion)| findings(rule, criterion))
        .find(Finding::blocks)
        .map(|finding| views.what(&finding));
    Ok((overall(&criteria), because))
}

type Criteria = Vec<(&'static Rule, Criterion)>;

fn findings(rule: &'static Rule, criterion: &Criterion) -> Vec<Finding> {
    let faults = criterion.verdict.clone().faults();
    faults
        .into_iter()
        .map(|fault| Finding::new(rule, Place::default(), fault))
        .collect()
}

fn overall(criteria: &Criteria) -> EligibilityState {
    let found: Vec<Grade> = criteria
        .iter()
        .flat_map(|(rule, criterion)| findings(rule, criterion))
        .map(|finding| finding.grade)
        .collect();
    if found.contains(&Grade::Block) {
        EligibilityState::Ineligible
    } else if found.contains(&Grade::Warn) {
        EligibilityState::EligibleWithWarnings
    } else {
        EligibilityState::Eligible
    }
}

fn tick(criterion: &Criterion, findings: &[Finding]) -> Tick {
    match criterion.verdict {
        Verdict::NotApplicable => Tick::NotApplicable,
        Verdict::Pass => Tick::Met,
        Verdict::Fail(_) if findings.iter().any(Finding::blocks) => Tick::NotMet,
        Verdict::Fail(_) => Tick::Warned,
    }
}

/// Where the shop can do something about a criterion, by the field that it names.
fn way_out(field: &str) -> Option<WayOut> {
    if field.starts_with("smart_promotion") || field.starts_with("enrolment") {
        Some(WayOut::SmartPromotion)
    } else if field.starts_with("shop") {
        Some(WayOut::ShopSettings)
    } else if field.starts_with("coupons") {
        Some(WayOut::Coupons)
    } else {
        None
    }
}
