//! AF-05: the total commission rate is a whole percentage in the platform's range and meets the
//! partner's requirement.

use super::shared::yes_or_no;
use crate::finding::{Fault, Verdict};
use crate::partner_cases::{
    JoinCase, JoinProductCase, OwnCampaignCase, PartnerAct, PartnerActCase,
};
use crate::policy::Policy;
use crate::rule::{Check, Grade, Rule, Source};
use crate::worked::{Given, Worked};
use rust_decimal::{Decimal, prelude::ToPrimitive};
use seller_domain::Percent;
use seller_domain::partner_campaign::{
    JoinField, OwnCampaignField, PartnerChange, affiliate_commission,
};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AF-05",
    name: "commission_rate_out_of_range",
    grade: Grade::Block,
    sources: &[
        Source::affiliate_campaigns(
            "The seller sets the total commission rate for affiliate partners and creators; a campaign shows its commission requirement.",
        ).zh("卖家设置联盟合作伙伴与达人合计的总佣金率；活动会显示其佣金要求。"),
        Source::public("Commission rates are whole percentages from 1 % to 80 %.").zh("佣金率为 1% 至 80% 的整数百分比。"),
    ],
    figures: &["affiliate.rate_at_least", "affiliate.rate_at_most"],
    page: include_str!("commission_rate_out_of_range.md"),
    checks: &[
        Check::Joining(check),
        Check::JoiningProduct(check_product),
        Check::PartnerAct(act),
        Check::OwnCampaign(own_campaign),
        Check::Value(work),
    ],
};

const FIELD: &str = JoinField::Rate.as_str();

fn check(case: &JoinCase<'_>) -> Verdict {
    let Some(rate) = case.draft.rate else {
        return Verdict::NotApplicable;
    };
    let limits = Limits::of(case.policy, case.facts.campaign.minimum_rate);
    limits.verdict(FIELD, rate, |to| PartnerChange::Rate { to })
}

/// Products with a rate of their own.
fn check_product(case: &JoinProductCase<'_>) -> Verdict {
    let join = &case.join;
    let own = join.draft.own_terms.get(case.product_id);
    let Some(rate) = own.and_then(|own| own.rate) else {
        return Verdict::NotApplicable;
    };
    let limits = Limits::of(join.policy, join.facts.campaign.minimum_rate);
    limits.verdict(FIELD, rate, |to| PartnerChange::ProductRate {
        product_id: case.product_id.clone(),
        to,
    })
}

fn act(case: &PartnerActCase<'_>) -> Verdict {
    let PartnerAct::SetRate { to: rate } = case.act else {
        return Verdict::NotApplicable;
    };
    let limits = Limits::of(case.policy, case.campaign.minimum_rate);
    limits.verdict(FIELD, *rate, |to| PartnerChange::ProductRate {
        product_id: case.product.product_id.clone(),
        to,
    })
}

fn own_campaign(case: &OwnCampaignCase<'_>) -> Verdict {
    let Some(rate) = case.draft.rate else {
        return Verdict::NotApplicable;
    };
    let limits = Limits::of(case.policy, None);
    limits.verdict(OwnCampaignField::Rate.as_str(), rate, |to| {
        PartnerChange::Rate { to }
    })
}

/// What a rate is held against.
struct Limits {
    /// The platform's least.
    least: Option<Percent>,
    /// The platform's most.
    most: Option<Percent>,
    /// What the partner asks for.
    requirement: Option<Percent>,
}

impl Limits {
    fn of(policy: &Policy, requirement: Option<Percent>) -> Self {
        Self {
            least: policy.percent("affiliate.rate_at_least"),
            most: policy.percent("affiliate.rate_at_most"),
            requirement,
        }
    }

    /// The bound that binds from below.
    fn floor(&self) -> Option<(&'static str, Percent)> {
        let asked = self.requirement.map(|asked| ("below_requirement", asked));
        match (self.least.map(|least| ("too_low", least)), asked) {
            (Some(least), Some(asked)) if asked.1 > least.1 => Some(asked),
            (least, asked) => least.or(asked),
        }
    }

    /// The nearest rate that is allowed; none where the partner asks for more than the platform
    /// takes.
    fn nearest(&self, rate: Percent) -> Option<Percent> {
        let up = |rate: Percent| rate.value().ceil();
        let least = self.floor().map_or(Decimal::ZERO, |(_, floor)| up(floor));
        let most = self.most.map_or(Decimal::ONE_HUNDRED, Percent::value);
        let wanted = up(rate).max(least).min(most.floor());
        (wanted >= least)
            .then(|| wanted.to_i64().map(Percent::whole))
            .flatten()
    }

    fn verdict(
        &self,
        field: &'static str,
        rate: Percent,
        change: impl Fn(Percent) -> PartnerChange,
    ) -> Verdict {
        let fault = |variant| {
            Fault::at(field)
                .variant(variant)
                .value(rate)
                .partner_changes(self.nearest(rate).map(&change))
        };
        let off = |bound: Percent| (bound.value() - rate.value()).abs();
        let mut faults = Vec::new();
        if !rate.value().fract().is_zero() {
            faults.push(fault("not_whole"));
        }
        if let Some((variant, floor)) = self.floor().filter(|(_, floor)| rate < *floor) {
            faults.push(fault(variant).limit(floor).gap(off(floor)));
        }
        if let Some(most) = self.most.filter(|most| rate > *most) {
            faults.push(fault("too_high").limit(most).gap(off(most)));
        }
        if faults.is_empty() {
            return Verdict::Pass;
        }
        Verdict::Fail(faults)
    }
}

/// What partner and creator get together, on its own base.
fn work(given: &Given) -> Worked {
    let (price, coupons, tax) = (
        given.money("price")?,
        given.money("coupons")?,
        given.money("tax")?,
    );
    let rate = given.percent("rate")?;
    let requirement = given.optional_as("requirement")?;
    let commission = affiliate_commission(rate, price, coupons, tax);
    Ok(vec![
        ("base", (price - coupons - tax).or_zero().to_string()),
        ("commission", commission.to_string()),
        (
            "meets_requirement",
            yes_or_no(requirement.is_none_or(|asked| rate >= asked)),
        ),
    ])
}
