//! Running the book over affiliate partner campaigns: joining one, what is done
//! with a product that joined, publishing one of the seller's own.

use super::grouped::CHECKS;
use super::{Review, collect, overall};
use crate::accepted::{Accepted, Acknowledged, Refused};
use crate::finding::Place;
use crate::partner_cases::{
    JoinCase, JoinProductCase, OwnCampaignActCase, OwnCampaignCase, PartnerAct, PartnerActCase,
    PartnerEntryCase,
};
use seller_domain::ProductId;
use seller_domain::partner_campaign::{
    JoinedProduct, Joining, OwnCampaign, PartnerJoined, whole_samples,
};

/// Whether a campaign takes products of the shop now: what its list shows (AF-04).
pub fn review_partner_entry(case: &PartnerEntryCase<'_>) -> Review {
    overall(&CHECKS.partner_entry, |check| check(case))
}

/// Checks a registration as it stands in the wizard.
pub fn review_joining(case: &JoinCase<'_>) -> Review {
    let mut review = review_partner_entry(&PartnerEntryCase {
        now: case.facts.now,
        campaign: &case.facts.campaign,
    });
    for (rule, check) in &CHECKS.joining {
        collect(&mut review.overall, rule, check(case), Place::default);
    }
    review
        .overall
        .sort_by(|one, other| one.rule.id.cmp(other.rule.id));
    review.products = case
        .draft
        .products
        .iter()
        .map(|product_id| {
            let of_product = JoinProductCase {
                join: *case,
                product_id,
            };
            let mut findings = Vec::new();
            for (rule, check) in &CHECKS.joining_products {
                collect(&mut findings, rule, check(&of_product), || at(product_id));
            }
            findings
        })
        .collect();
    review
}

fn at(product_id: &ProductId) -> Place {
    Place {
        product_id: Some(product_id.clone()),
        sku_id: None,
    }
}

/// Accepts a registration, or says why not. What comes out is what is to be stored, each product
/// once.
///
/// # Errors
/// [`Refused`] with all findings, and the warnings that nobody acknowledged.
pub fn accept_joining(
    case: &JoinCase<'_>,
    acknowledged: &Acknowledged,
) -> Result<Accepted<Joining>, Box<Refused>> {
    let review = review_joining(case);
    match case.draft.registered(case.facts.now) {
        Ok(joining) => Accepted::stamp(joining, review, acknowledged),
        Err(_) => Err(refused(review)),
    }
}

/// What cannot even be built is refused by the rules that name what it lacks.
fn refused(review: Review) -> Box<Refused> {
    Box::new(Refused {
        review,
        unacknowledged: Default::default(),
    })
}

/// Checks something that is done with a product that joined.
pub fn review_partner_act(case: &PartnerActCase<'_>) -> Review {
    let mut review = Review::default();
    let mut findings = Vec::new();
    for (rule, check) in &CHECKS.partner_acts {
        collect(&mut findings, rule, check(case), || {
            at(&case.product.product_id)
        });
    }
    review.products.push(findings);
    review
}

/// Accepts what is done with a product, or says why not. What comes out is the product afterwards.
///
/// # Errors
/// [`Refused`] with all findings, and the warnings that nobody acknowledged.
pub fn accept_partner_act(
    case: &PartnerActCase<'_>,
    acknowledged: &Acknowledged,
) -> Result<Accepted<JoinedProduct>, Box<Refused>> {
    let review = review_partner_act(case);
    let mut product = case.product.clone();
    match case.act {
        PartnerAct::Become { to } => {
            product.state = to.clone();
            product.decided_at = Some(case.now);
        }
        PartnerAct::SetRate { to } => product.rate = *to,
        PartnerAct::SetSamples { to } => match whole_samples(*to) {
            Some(set) => product.samples.set = set,
            None => return Err(refused(review)),
        },
        PartnerAct::NoteSamplesApproved { to } => match whole_samples(*to) {
            Some(approved) => product.samples.approved = approved,
            None => return Err(refused(review)),
        },
    }
    Accepted::stamp(product, review, acknowledged)
}

/// Checks a campaign of the seller's own as it stands in the wizard.
pub fn review_own_campaign(case: &OwnCampaignCase<'_>) -> Review {
    overall(&CHECKS.own_campaigns, |check| check(case))
}

/// Accepts the publication of a campaign, or says why not.
///
/// # Errors
/// [`Refused`] with all findings, and the warnings that nobody acknowledged.
pub fn accept_own_campaign(
    case: &OwnCampaignCase<'_>,
    acknowledged: &Acknowledged,
) -> Result<Accepted<OwnCampaign>, Box<Refused>> {
    let review = review_own_campaign(case);
    let Ok(terms) = case.draft.terms() else {
        return Err(refused(review));
    };
    let campaign = OwnCampaign {
        id: case.draft.id.clone(),
        terms,
        published_at: case.facts.now,
        joined: Vec::new(),
    };
    Accepted::stamp(campaign, review, acknowledged)
}

/// Checks that a partner joins a campaign of the seller's own.
pub fn review_partner_joined(case: &OwnCampaignActCase<'_>) -> Review {
    overall(&CHECKS.own_campaign_acts, |check| check(case))
}

/// Accepts a partner that joins, or says why not. What comes out is the campaign afterwards.
///
/// # Errors
/// [`Refused`] with all findings.
pub fn accept_partner_joined(
    case: &OwnCampaignActCase<'_>,
    acknowledged: &Acknowledged,
) -> Result<Accepted<OwnCampaign>, Box<Refused>> {
    let mut campaign = case.campaign.clone();
    campaign.joined.push(PartnerJoined {
        partner: case.partner.trim().to_owned(),
        at: case.now,
    });
    Accepted::stamp(campaign, review_partner_joined(case), acknowledged)
}
