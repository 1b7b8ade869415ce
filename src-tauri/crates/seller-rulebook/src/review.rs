//! Running the book: all rules over a registration, an enrolment, a change.
//! Every failing rule is reported, none hides another.

mod registration;

pub use registration::{
    accept_price_edit, accept_registration, corridor, eligibility, review_price_edit,
    review_product, review_registration,
};

use crate::accepted::{Accepted, Acknowledged, Refused};
use crate::book::rules;
use crate::cases::{CatalogueChangeCase, EnrolmentCase, LeavingCase};
use crate::finding::{Finding, Place, Verdict};
use crate::rule::{Check, Rule};

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
    overall(|check| match check {
        Check::Enrolling(check) => Some(check(case)),
        _ => None,
    })
}

/// Accepts a step of joining, or says why not.
pub fn accept_enrolment<T>(
    what: T,
    case: &EnrolmentCase<'_>,
    acknowledged: &Acknowledged,
) -> Result<Accepted<T>, Box<Refused>> {
    Accepted::stamp(what, review_enrolment(case), acknowledged)
}

/// Checks leaving Smart Promotion.
pub fn review_leaving(case: &LeavingCase<'_>) -> Review {
    overall(|check| match check {
        Check::Leaving(check) => Some(check(case)),
        _ => None,
    })
}

/// Accepts leaving, or says what has to be acknowledged.
pub fn accept_leaving<T>(
    what: T,
    case: &LeavingCase<'_>,
    acknowledged: &Acknowledged,
) -> Result<Accepted<T>, Box<Refused>> {
    Accepted::stamp(what, review_leaving(case), acknowledged)
}

/// Checks what a change of the catalogue does to a registered product.
pub fn review_catalogue_change(case: &CatalogueChangeCase<'_>) -> Vec<Finding> {
    let place = Place {
        product_id: Some(case.before.0.id.clone()),
        sku_id: None,
    };
    let mut findings = Vec::new();
    for (rule, check) in checks() {
        if let Check::CatalogueChange(check) = check {
            collect(&mut findings, rule, &place, check(case));
        }
    }
    findings
}

fn overall(run: impl Fn(&Check) -> Option<Verdict>) -> Review {
    let mut review = Review::default();
    for (rule, check) in checks() {
        if let Some(verdict) = run(check) {
            collect(&mut review.overall, rule, &Place::default(), verdict);
        }
    }
    review
}

fn checks() -> impl Iterator<Item = (&'static Rule, &'static Check)> {
    rules().flat_map(|rule| rule.checks.iter().map(move |check| (rule, check)))
}

fn collect(into: &mut Vec<Finding>, rule: &'static Rule, place: &Place, verdict: Verdict) {
    if let Verdict::Fail(faults) = verdict {
        into.extend(
            faults
                .into_iter()
                .map(|fault| Finding::new(rule, place.clone(), fault)),
        );
    }
}
