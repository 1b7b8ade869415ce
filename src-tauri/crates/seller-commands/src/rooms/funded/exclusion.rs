//! "Can I leave out this product?": the plain answer and the ways that exist (PF-03).

use super::{Setting, words};
use crate::context::Context;
use crate::desk::Desk;
use crate::error::{Answer, CommandError};
use crate::views::Views;
use crate::wire::funded::{FundedExclusion, FundedExclusionAnswer};
use seller_domain::funded_promotion::Position;
use seller_rulebook::funded_cases::{SwitchCase, SwitchConfirmation};
use seller_rulebook::review::review_switch;

pub(crate) fn funded_exclusion(
    desk: &Desk,
    context: &Context,
    request: FundedExclusion,
) -> Answer<FundedExclusionAnswer> {
    if request.except.is_empty() {
        return Err(nothing_named(context));
    }
    desk.read(context, |view| {
        let setting = Setting::offered(view, context)?;
        // Asked of leaving a type that is on: what else the book says of that is not the question.
        let case = SwitchCase {
            now: context.now,
            shop: &setting.shop,
            policy: &setting.policy,
            timeline: &setting.timeline,
            funded_type: request.funded_type,
            to: Position::Off,
            except: &request.except,
            confirmation: SwitchConfirmation::Asked,
            campaigns: &[],
        };
        let mut findings = review_switch(&case).overall;
        findings.retain(|found| found.fault.field.starts_with("except."));
        let possible = !findings.iter().any(|found| found.blocks());
        Ok(FundedExclusionAnswer {
            possible,
            answer: words::exclusion_answer(request.funded_type, context),
            findings: Views::new(context.scribe(&setting.shop)).findings(&findings),
            ways: words::ways(request.funded_type, context),
        })
    })
}

fn nothing_named(context: &Context) -> CommandError {
    CommandError::invalid(
        "except",
        context.say(
            "Neither a product nor a brand is named.",
            "未指定商品或品牌。",
        ),
        context.say(
            "Name the products or brands that you ask about.",
            "请填写要询问的商品或品牌。",
        ),
    )
}
