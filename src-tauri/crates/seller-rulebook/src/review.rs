//! Running the book: all rules over a registration, an enrolment, a change.
//! Every failing rule is reported, none hides another.

mod catalogue;
mod corridors;
mod coupons;
mod funded;
mod grouped;
mod partners;
mod registration;

pub use catalogue::{accept_catalogue_change, review_catalogue_change};
pub use corridors::{corridor, stock_corridor};
pub(crate) use corridors::{leave_out, nearest_legal_price, nearest_legal_stock};
pub use coupons::{
    ClaimDecision, accept_coupon, accept_coupon_act, decide_claims, review_coupon,
    review_coupon_act,
};
pub use funded::{accept_switch, review_switch};
pub use partners::{
    accept_joining, accept_own_campaign, accept_partner_act, accept_partner_joined, review_joining,
    review_own_campaign, review_partner_act, review_partner_entry, review_partner_joined,
};
pub use registration::{
    Sifted, accept_passing, accept_price_edit, accept_registration, eligibility, review_price_edit,
    review_price_editing, review_product, review_registration,
};

pub use crate::rules::funded_promotions::{
    SwitchConsequences, funded_promotions_offered, incentive_on_live_flash_price,
    prices_may_differ_until, switch_consequences,
};
pub use crate::rules::smart_promotion::{LeavingConsequences, leaving_consequences};

use crate::accepted::{Accepted, Acknowledged, Refused};
use crate::cases::{EnrolmentCase, EnrolmentStep, LeavingCase};
use crate::finding::{Finding, Place, Verdict};
use crate::rule::Rule;
use grouped::{CHECKS, Checks};
use seller_domain::smart_promotion::Enrolment;

/// What the book says of something: findings about the whole and findings by product.
#[derive(Debug, Clone, Default)]
pub struct Review {
    /// About the shop, the campaign or the draft as a whole.
    pub overall: Vec<Finding>,
    /// About products and their SKUs, in the order of the draft.
    pub products: Vec<Vec<Finding>>,
}

impl Review {
    /// All findings: those about the whole first.
    pub fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.overall.iter().chain(self.products.iter().flatten())
    }

    /// Whether nothing refuses and nothing has to be acknowledged.
    pub fn blocks(&self) -> bool {
        self.findings().any(Finding::blocks)
    }
}

/// Checks a step of joining Smart Promotion.
pub fn review_enrolment(case: &EnrolmentCase<'_>) -> Review {
    overall(&CHECKS.enrolling, |check| check(case))
}

/// Accepts joining, or says why not. Joining is the step *Confirm*, which is judged whatever step
/// the case names, and what is joined is the mode of the terms. What comes out is what is to be
/// stored.
///
/// # Errors
/// [`Refused`] with all findings, and the warnings that nobody acknowledged.
pub fn accept_enrolment(
    case: &EnrolmentCase<'_>,
    acknowledged: &Acknowledged,
) -> Result<Accepted<Enrolment>, Box<Refused>> {
    let confirming = EnrolmentCase {
        mode: case.terms.mode,
        step: EnrolmentStep::Confirm,
        ..*case
    };
    let joined = Enrolment::Enrolled {
        terms: case.terms.clone(),
        since: case.now,
    };
    Accepted::stamp(joined, review_enrolment(&confirming), acknowledged)
}

/// Checks leaving Smart Promotion.
pub fn review_leaving(case: &LeavingCase<'_>) -> Review {
    overall(&CHECKS.leaving, |check| check(case))
}

/// Accepts leaving, or says what has to be acknowledged. What comes out is what is to be stored.
///
/// # Errors
/// [`Refused`] with all findings, and the warnings that nobody acknowledged.
pub fn accept_leaving(
    case: &LeavingCase<'_>,
    acknowledged: &Acknowledged,
) -> Result<Accepted<Enrolment>, Box<Refused>> {
    let left = Enrolment::Left {
        terms: case.terms.clone(),
        at: case.now,
    };
    Accepted::stamp(left, review_leaving(case), acknowledged)
}

fn overall<F>(checks: &Checks<F>, run: impl Fn(&F) -> Verdict) -> Review {
    let mut review = Review::default();
    for (rule, check) in checks {
        collect(&mut review.overall, rule, run(check), Place::default);
    }
    review
}

/// Most verdicts pass: the place is only written down for the others.
fn collect(
    into: &mut Vec<Finding>,
    rule: &'static Rule,
    verdict: Verdict,
    place: impl Fn() -> Place,
) {
    if let Verdict::Fail(faults) = verdict {
        into.extend(
            faults
                .into_iter()
                .map(|fault| Finding::new(rule, place(), fault)),
        );
    }
}
