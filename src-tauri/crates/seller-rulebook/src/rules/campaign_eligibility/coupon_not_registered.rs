//! CE-03: all coupons of the campaign are registered.

use crate::cases::ShopCase;
use crate::finding::{Criterion, Edit, Fault, Param, Verdict};
use crate::rule::{Check, Grade, Rule, Source};
use seller_domain::campaign::{CampaignCoupon, CouponsRequired};

/// The rule.
pub static RULE: Rule = Rule {
    id: "CE-03",
    name: "coupon_not_registered",
    grade: Grade::Block,
    sources: &[Source::integrated_campaigns(
        "All coupons have to be registered in order to enrol.",
    )
    .zh("必须报名全部优惠券才能参加。")],
    figures: &[],
    page: include_str!("coupon_not_registered.md"),
    checks: &[Check::Shop(check)],
};

const FIELD: &str = "coupons";

fn check(case: &ShopCase<'_>) -> Criterion {
    let campaign = &case.facts.campaign;
    let optional = campaign.criteria.coupons == CouponsRequired::Optional;
    if optional || campaign.coupons.is_empty() {
        return Criterion::not_applicable(FIELD);
    }
    let asked = Criterion::asks(FIELD, names(&campaign.coupons));
    let Some(chosen) = case.coupons else {
        return asked;
    };
    let (registered, missing): (Vec<_>, Vec<_>) = campaign
        .coupons
        .iter()
        .partition(|coupon| chosen.contains(&coupon.id));
    let actual = if registered.is_empty() {
        Param::Term("none")
    } else {
        names(registered)
    };
    let fault = || {
        let fault = Fault::at(FIELD)
            .limit(names(&campaign.coupons))
            .value(actual.clone())
            .gap(names(missing.iter().copied()));
        missing.iter().fold(fault, |fault, coupon| {
            fault.repair(Edit::RegisterCoupon {
                coupon_id: coupon.id.clone(),
            })
        })
    };
    asked
        .has(actual.clone())
        .verdict(Verdict::fail_if(!missing.is_empty(), fault))
}

fn names<'a>(coupons: impl IntoIterator<Item = &'a CampaignCoupon>) -> Param {
    Param::List(
        coupons
            .into_iter()
            .map(|coupon| Param::Text(coupon.name.clone()))
            .collect(),
    )
}
