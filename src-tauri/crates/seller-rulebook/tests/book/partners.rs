//! Scenes of affiliate partner campaigns: what they do not say is an open campaign for all
//! sellers, joined with one product on sale, or an ordinary campaign of the seller's own.

use crate::scene::Scene;
use seller_domain::catalogue::ProductStatus;
use seller_domain::partner_campaign::*;
use seller_domain::{Instant, Percent, Period, ProductId};
use seller_rulebook::Finding;
use seller_rulebook::partner_cases::*;
use seller_rulebook::review::*;
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Debug, Clone, Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub struct PartnerScene {
    registration: Option<[Instant; 2]>,
    minimum_rate: Option<String>,
    /// `selected`, `not_selected`, `not_noted`; absent: all sellers.
    scope: Option<String>,
    products: Option<Vec<ProductText>>,
    /// Empty: not entered.
    rate: Option<String>,
    /// Empty: not entered.
    samples: Option<String>,
    email: Option<String>,
    messenger: String,
    phone: String,
    act: Option<ActText>,
    own: Option<OwnText>,
    #[serde(skip)]
    changes: Vec<PartnerChange>,
}

#[derive(Debug, Clone, Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct ProductText {
    id: String,
    unknown: bool,
    status: Option<ProductStatus>,
    state: Option<JoinedStateKind>,
    /// Unit costs of its SKUs; empty: unknown.
    costs: Option<Vec<String>>,
    rate: Option<String>,
    samples: Option<String>,
}

#[derive(Debug, Clone, Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct ActText {
    state: Option<JoinedStateKind>,
    rate: Option<String>,
    set: u32,
    approved: u32,
    costs: Option<Vec<String>>,
    becomes: Option<JoinedStateKind>,
    new_rate: Option<String>,
    new_samples: Option<String>,
    now_approved: Option<String>,
}

#[derive(Debug, Clone, Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct OwnText {
    title: Option<String>,
    /// A title of so many characters.
    title_of: Option<usize>,
    description_of: usize,
    /// Empty: not entered.
    registration: Option<Vec<Instant>>,
    /// Empty: not entered.
    running: Option<Vec<Instant>>,
    /// Absent: all partners.
    selected: Option<Vec<String>>,
    products: Option<Vec<String>>,
    unknown_products: Vec<String>,
    inactive_products: Vec<String>,
    /// Empty: not entered.
    rate: Option<String>,
    /// A partner that joins the published campaign.
    partner: Option<String>,
    joined: Vec<String>,
}

fn at(text: &str) -> Instant {
    text.parse().unwrap()
}

fn entered<T: std::str::FromStr<Err: std::fmt::Debug>>(
    text: Option<&str>,
    otherwise: &str,
) -> Option<T> {
    let text = text.unwrap_or(otherwise);
    (!text.is_empty()).then(|| text.parse().unwrap())
}

impl PartnerScene {
    pub fn findings(&self, scene: &Scene) -> Vec<Finding> {
        if let Some(own) = &self.own {
            return own.findings(scene, &self.changes);
        }
        let facts = self.facts(scene);
        let policy = facts.policy();
        if let Some(text) = &self.act {
            let product = text.product();
            let case = PartnerActCase {
                now: facts.now,
                shop: &facts.shop,
                policy: &policy,
                campaign: &facts.campaign,
                product: &product,
                costs: costs(scene, &text.costs),
                act: &text.act(&self.changes),
            };
            return review_partner_act(&case).findings().cloned().collect();
        }
        let case = JoinCase {
            facts: &facts,
            policy: &policy,
            draft: &self.draft(),
        };
        review_joining(&case).findings().cloned().collect()
    }

    pub fn join_case<T>(&self, scene: &Scene, with: impl FnOnce(&JoinCase<'_>) -> T) -> T {
        let facts = self.facts(scene);
        with(&JoinCase {
            facts: &facts,
            policy: &facts.policy(),
            draft: &self.draft(),
        })
    }

    pub fn changed(&self, changes: &[PartnerChange]) -> Self {
        let mut scene = self.clone();
        scene.changes.extend(changes.iter().cloned());
        scene
    }

    fn products(&self) -> Vec<ProductText> {
        let one = || ProductText {
            id: "P1".to_owned(),
            ..ProductText::default()
        };
        self.products.clone().unwrap_or_else(|| vec![one()])
    }

    fn draft(&self) -> JoinDraft {
        let products = self.products();
        let own = |product: &ProductText| OwnTerms {
            rate: entered(product.rate.as_deref(), ""),
            samples: entered(product.samples.as_deref(), ""),
        };
        let mut draft = JoinDraft {
            campaign_id: "A1".into(),
            products: products
                .iter()
                .map(|text| text.id.as_str().into())
                .collect(),
            rate: entered(self.rate.as_deref(), "20"),
            samples: entered(self.samples.as_deref(), "0"),
            own_terms: products
                .iter()
                .map(|text| (text.id.as_str().into(), own(text)))
                .collect::<BTreeMap<ProductId, OwnTerms>>(),
            contact: Contact {
                email: self
                    .email
                    .clone()
                    .unwrap_or_else(|| "mia@sunny.example".to_owned()),
                messenger: self.messenger.clone(),
                phone: self.phone.clone(),
            },
        };
        for change in &self.changes {
            draft.apply(change);
        }
        draft
    }

    fn facts(&self, scene: &Scene) -> PartnerFacts {
        let facts = |text: &ProductText| PartnerProductFacts {
            status: text.status.unwrap_or(ProductStatus::Active),
            state: text.state,
            costs: costs(scene, &text.costs),
        };
        let [start, end] = self
            .registration
            .unwrap_or([at("2026-05-01T07:00:00Z"), at("2026-05-20T07:00:00Z")]);
        PartnerFacts {
            now: scene.now(),
            shop: scene.shop(),
            campaign: PartnerCampaign {
                id: "A1".into(),
                name: "Summer creators".to_owned(),
                details: String::new(),
                registration: Period::new(start, end),
                running: Period::new(at("2026-06-01T07:00:00Z"), at("2026-07-01T07:00:00Z")),
                minimum_rate: entered(self.minimum_rate.as_deref(), ""),
                partner: "Bright Agency".to_owned(),
                partner_contact: "hello@bright.example".to_owned(),
                scope: match self.scope.as_deref() {
                    None => SellerScope::AllSellers,
                    Some(text) => SellerScope::SelectedSellers {
                        this_shop: match text {
                            "selected" => Some(true),
                            "not_selected" => Some(false),
                            "not_noted" => None,
                            other => panic!("no scope {other}"),
                        },
                    },
                },
                note: String::new(),
            },
            products: self
                .products()
                .iter()
                .filter(|text| !text.unknown)
                .map(|text| (text.id.as_str().into(), facts(text)))
                .collect(),
        }
    }
}

fn costs(scene: &Scene, texts: &Option<Vec<String>>) -> SampleCosts {
    let otherwise = vec!["5.00".to_owned()];
    let texts = texts.as_ref().unwrap_or(&otherwise);
    texts.iter().fold(SampleCosts::default(), |costs, text| {
        costs.and((!text.is_empty()).then(|| scene.money(text)))
    })
}

fn state(kind: JoinedStateKind) -> JoinedState {
    match kind {
        JoinedStateKind::Pending => JoinedState::Pending,
        JoinedStateKind::Approved => JoinedState::Approved,
        JoinedStateKind::Rejected => JoinedState::Rejected {
            reason: "low stock".to_owned(),
        },
        JoinedStateKind::PendingClosed => JoinedState::PendingClosed,
        JoinedStateKind::Closed => JoinedState::Closed,
    }
}

impl ActText {
    fn product(&self) -> JoinedProduct {
        JoinedProduct {
            campaign_id: "A1".into(),
            product_id: "P1".into(),
            rate: entered(self.rate.as_deref(), "20").unwrap(),
            samples: Samples {
                set: self.set,
                approved: self.approved,
            },
            state: state(self.state.unwrap_or(JoinedStateKind::Approved)),
            submitted_at: at("2026-05-02T12:00:00Z"),
            decided_at: None,
        }
    }

    fn act(&self, changes: &[PartnerChange]) -> PartnerAct {
        let mut act = if let Some(to) = self.becomes {
            PartnerAct::Become { to: state(to) }
        } else if let Some(to) = entered::<Percent>(self.new_rate.as_deref(), "") {
            PartnerAct::SetRate { to }
        } else if let Some(to) = entered(self.new_samples.as_deref(), "") {
            PartnerAct::SetSamples { to }
        } else {
            let to = entered(self.now_approved.as_deref(), "").expect("an act");
            PartnerAct::NoteSamplesApproved { to }
        };
        for change in changes {
            act = match change {
                PartnerChange::ProductRate { to, .. } => PartnerAct::SetRate { to: *to },
                PartnerChange::ProductSamples { to, .. } => {
                    PartnerAct::SetSamples { to: (*to).into() }
                }
                other => panic!("{other:?} repairs no act"),
            };
        }
        act
    }
}

impl OwnText {
    fn findings(&self, scene: &Scene, changes: &[PartnerChange]) -> Vec<Finding> {
        let mut draft = self.draft();
        for change in changes {
            draft.apply(change);
        }
        if let Some(partner) = &self.partner {
            let campaign = OwnCampaign {
                id: draft.id.clone(),
                terms: draft.terms().unwrap(),
                published_at: at("2026-05-01T00:00:00Z"),
                joined: self.joined.iter().map(joined).collect(),
            };
            let case = OwnCampaignActCase {
                now: scene.now(),
                campaign: &campaign,
                partner,
            };
            return review_partner_joined(&case).overall;
        }
        let unknown = |id: &ProductId| self.unknown_products.iter().any(|one| one == id.as_str());
        let status =
            |id: &ProductId| match self.inactive_products.iter().any(|one| one == id.as_str()) {
                true => ProductStatus::Inactive,
                false => ProductStatus::Active,
            };
        let facts = OwnCampaignFacts {
            now: scene.now(),
            shop: scene.shop(),
            products: draft
                .products
                .iter()
                .filter(|id| !unknown(id))
                .map(|id| (id.clone(), status(id)))
                .collect(),
        };
        let case = OwnCampaignCase {
            facts: &facts,
            policy: &facts.policy(),
            draft: &draft,
        };
        review_own_campaign(&case).overall
    }

    fn draft(&self) -> OwnCampaignDraft {
        let period = |given: &Option<Vec<Instant>>, otherwise: [&str; 2]| match given.as_deref() {
            None => Some(Period::new(at(otherwise[0]), at(otherwise[1]))),
            Some([start, end]) => Some(Period::new(*start, *end)),
            Some(_) => None,
        };
        let title = self.title.clone().unwrap_or_else(|| "Creators".to_owned());
        let products = self
            .products
            .clone()
            .unwrap_or_else(|| vec!["P1".to_owned()]);
        OwnCampaignDraft {
            title: self.title_of.map_or(title, |length| "ä".repeat(length)),
            description: "界".repeat(self.description_of),
            registration: period(
                &self.registration,
                ["2026-05-01T07:00:00Z", "2026-05-20T07:00:00Z"],
            ),
            running: period(
                &self.running,
                ["2026-06-01T07:00:00Z", "2026-07-01T07:00:00Z"],
            ),
            openness: match &self.selected {
                None => Openness::AllPartners,
                Some(partners) => Openness::SelectedPartners {
                    partners: partners.clone(),
                },
            },
            products: products.iter().map(|id| id.as_str().into()).collect(),
            rate: entered(self.rate.as_deref(), "15"),
            ..OwnCampaignDraft::new("O1".into())
        }
    }
}

fn joined(name: impl Into<String>) -> PartnerJoined {
    PartnerJoined {
        partner: name.into(),
        at: at("2026-05-05T00:00:00Z"),
    }
}
