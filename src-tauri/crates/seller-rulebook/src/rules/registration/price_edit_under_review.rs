//! RG-17: no price edit while a co-funded product is under review and its subsidy is not applied.

use crate::cases::PriceEditCase;
use crate::finding::{Edit, Fault, Verdict};
use crate::rule::{Check, Grade, Rule, Source};
use seller_domain::campaign::Subsidy;
use seller_domain::registration::ProductState;

/// The rule.
pub static RULE: Rule = Rule {
    id: "RG-17",
    name: "price_edit_under_review",
    grade: Grade::Block,
    sources: &[Source::integrated_campaigns(
        "In co-funded subsidy campaigns the price cannot be edited while the status is Under Review and the platform's subsidy is not applied yet; it can once the status is Approved.",
    ).zh("在共同出资补贴活动中，状态为审核中且平台补贴尚未生效时不能修改价格；状态变为已通过后即可修改。")],
    figures: &[],
    page: include_str!("price_edit_under_review.md"),
    checks: &[Check::PriceEdit(check)],
};

fn check(case: &PriceEditCase<'_>) -> Verdict {
    if case.change.is_some_and(|change| change.from == change.to) {
        return Verdict::NotApplicable;
    }
    match case.setting.facts.campaign.subsidy {
        Subsidy::None => Verdict::NotApplicable,
        Subsidy::Applied => Verdict::Pass,
        Subsidy::Pending => Verdict::fail_if(*case.state == ProductState::Pending, || {
            let fault = Fault::at("campaign_price");
            match case.change {
                None => fault,
                Some(change) => fault
                    .variant("change")
                    .limit(change.from)
                    .value(change.to)
                    .repair(Edit::SetCampaignPrice {
                        sku_id: change.sku_id.clone(),
                        to: change.from,
                    }),
            }
        }),
    }
}
