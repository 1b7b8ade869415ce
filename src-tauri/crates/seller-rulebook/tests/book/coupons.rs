//! Scenes of seller coupons: what they do not say is an ordinary coupon of its type, and
//! every chosen product is in the catalogue.

use crate::scene::Scene;
use seller_domain::catalogue::ProductStatus;
use seller_domain::seller_coupon::*;
use seller_domain::{Instant, Period, ProductId};
use seller_rulebook::claim_code::prefix_of;
use seller_rulebook::coupon_cases::*;
use seller_rulebook::review::*;
use seller_rulebook::{CouponFacts, Finding};
use serde::Deserialize;

#[derive(Debug, Clone, Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub struct CouponScene {
    /// The coupon in the wizard; with `act` or `customer` one that was created.
    terms: CouponText,
    /// The coupon before the edit.
    before: Option<CouponText>,
    others: Vec<CouponText>,
    taken_codes: Vec<String>,
    shop_name: Option<String>,
    /// Empty: not known.
    average_order_value: Option<String>,
    addons_turned_off: bool,
    /// Products that the catalogue does not have.
    unknown_products: Vec<String>,
    /// `deactivate`, `send`.
    act: Option<String>,
    customer: Option<CustomerText>,
    #[serde(skip)]
    changes: Vec<CouponChange>,
}

#[derive(Debug, Clone, Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct CouponText {
    id: Option<String>,
    kind: Option<CouponKind>,
    name: Option<String>,
    /// Empty: not entered.
    period: Option<Vec<Instant>>,
    days: Option<u32>,
    dates: Option<[Instant; 2]>,
    no_validity: bool,
    audience: Option<Audience>,
    customer: Option<String>,
    /// Empty: not entered.
    amount: Option<String>,
    rate: Option<String>,
    maximum: Option<String>,
    /// Empty: no minimum.
    minimum_spend: Option<String>,
    quantity: Option<String>,
    /// 0 is 0; absent: once.
    claims: Option<u32>,
    unlimited_claims: bool,
    products: Option<Vec<String>>,
    /// P1, P2, … up to this one.
    products_up_to: Option<usize>,
    scope_unstated: bool,
    claim_code: Option<String>,
    deactivated_at: Option<Instant>,
    claimed: Option<u32>,
}

#[derive(Debug, Clone, Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct CustomerText {
    name: String,
    orders: Vec<CustomerOrder>,
    follows: Vec<Follow>,
    reviews: Vec<CustomerReview>,
    claims: Vec<CouponClaim>,
}

fn at(text: &str) -> Instant {
    text.parse().unwrap()
}

impl CouponScene {
    pub fn findings(&self, scene: &Scene) -> Vec<Finding> {
        let facts = self.facts(scene);
        let policy = facts.policy();
        if let Some(act) = &self.act {
            let act = match act.as_str() {
                "deactivate" => CouponAct::Deactivate,
                "send" => CouponAct::Send,
                other => panic!("no act {other}"),
            };
            let coupon = &self.created(scene, &self.terms);
            let now = facts.now;
            return review_coupon_act(&CouponActCase { now, coupon, act }).overall;
        }
        if let Some(text) = &self.customer {
            let text = text.clone();
            let customer = CustomerRecord {
                name: text.name,
                orders: text.orders,
                follows: text.follows,
                reviews: text.reviews,
                claims: text.claims,
            };
            let coupon = self.created(scene, &self.terms);
            let zone = facts.shop.time_zone;
            let decided = decide_claims([&coupon], &customer, &policy, facts.now, zone);
            return decided.into_iter().flat_map(|one| one.reasons).collect();
        }
        self.case(scene, |case| review_coupon(case).overall)
    }

    pub fn case<T>(&self, scene: &Scene, with: impl FnOnce(&CouponCase<'_>) -> T) -> T {
        let facts = self.facts(scene);
        let before = self.before.as_ref().map(|text| self.created(scene, text));
        let draft = self.draft(scene);
        with(&CouponCase {
            facts: &facts,
            policy: &facts.policy(),
            draft: &draft,
            before: before.as_ref(),
        })
    }

    pub fn changed(&self, changes: &[CouponChange]) -> Self {
        let mut scene = self.clone();
        scene.changes.extend(changes.iter().cloned());
        scene
    }

    fn draft(&self, scene: &Scene) -> CouponDraft {
        let mut draft = self.terms.draft(scene);
        for change in &self.changes {
            draft.apply(change);
        }
        draft
    }

    fn facts(&self, scene: &Scene) -> CouponFacts {
        let now = scene.now();
        let mut shop = scene.shop();
        if let Some(name) = &self.shop_name {
            name.clone_into(&mut shop.name);
        }
        if let Some(average) = &self.average_order_value {
            shop.average_order_value = (!average.is_empty()).then(|| scene.money(average));
        }
        let others = self.others.iter().enumerate().map(|(number, text)| {
            let mut coupon = self.created(scene, text);
            if text.id.is_none() {
                coupon.id = format!("other-{number}").into();
            }
            OtherCoupon::of(&coupon, now)
        });
        let known = |id: &ProductId| !self.unknown_products.iter().any(|gone| gone == id.as_str());
        let products = match self.draft(scene).scope {
            CouponScope::Products { ids } => ids,
            _ => Vec::new(),
        };
        let mut facts = CouponFacts {
            now,
            prefix: ClaimPrefix::entered("SUNN"),
            addons: if self.addons_turned_off {
                AddonCoupons::TurnedOff
            } else {
                AddonCoupons::MayAppear
            },
            others: others.collect(),
            taken_codes: self
                .taken_codes
                .iter()
                .map(|code| TakenCode {
                    claim_code: code.clone(),
                    noted_at: at("2026-05-02T12:00:00Z"),
                })
                .collect(),
            products: products
                .into_iter()
                .filter(known)
                .map(|id| (id, ProductStatus::Active))
                .collect(),
            shop,
        };
        facts.prefix = prefix_of(&facts.shop.name, &facts.policy());
        facts
    }

    fn created(&self, scene: &Scene, text: &CouponText) -> SellerCoupon {
        let draft = text.draft(scene);
        let terms = draft.terms().unwrap_or_else(|why| panic!("{why}"));
        SellerCoupon {
            id: draft.id,
            terms,
            origin: CouponOrigin::Planned,
            recorded_at: at("2026-04-01T00:00:00Z"),
            deactivated_at: text.deactivated_at,
            sent_at: None,
            results: text.claimed.map(|claimed| CouponResults {
                claimed: Some(claimed),
                used: None,
                sales: None,
                spend: None,
                as_of: at("2026-05-09T00:00:00Z"),
            }),
        }
    }
}

impl CouponText {
    fn draft(&self, scene: &Scene) -> CouponDraft {
        let kind = self.kind.unwrap_or(CouponKind::Standard);
        let id = self.id.as_deref().unwrap_or("K1");
        let entered = |text: &Option<String>, otherwise: &str| {
            let text = text.as_deref().unwrap_or(otherwise).to_owned();
            (!text.is_empty()).then(|| scene.money(&text))
        };
        let otherwise = if self.rate.is_some() { "" } else { "5.00" };
        CouponDraft {
            name: self.name.clone().unwrap_or_else(|| format!("Coupon {id}")),
            period: self.period(kind),
            validity: match (self.no_validity, self.dates) {
                (true, _) => None,
                (false, Some([start, end])) => Some(Validity::Dates {
                    period: Period::new(start, end),
                }),
                (false, None) => Some(Validity::DaysAfterClaim {
                    days: self.days.unwrap_or(14),
                }),
            },
            audience: self.audience.unwrap_or(Audience::All),
            customer: self.customer.clone().unwrap_or_else(|| "Mia".to_owned()),
            amount: entered(&self.amount, otherwise),
            rate: self.rate.as_deref().map(|text| text.parse().unwrap()),
            maximum_discount: entered(&self.maximum, ""),
            minimum_spend: entered(&self.minimum_spend, "30.00"),
            quantity: match self.quantity.as_deref() {
                Some("") => None,
                text => Some(text.unwrap_or("100").parse().unwrap()),
            },
            claims_per_customer: if self.unlimited_claims {
                ClaimLimit::Unlimited
            } else {
                ClaimLimit::AtMost {
                    times: self.claims.unwrap_or(1),
                }
            },
            scope: self.scope(),
            claim_code: self
                .claim_code
                .clone()
                .unwrap_or_else(|| "SAVE10".to_owned()),
            ..CouponDraft::new(id.into(), kind)
        }
    }

    fn period(&self, kind: CouponKind) -> Option<Period> {
        match self.period.as_deref() {
            Some([start, end]) => Some(Period::new(*start, *end)),
            Some(_) => None,
            None if kind == CouponKind::PromoCode => Some(Period::new(
                at("2026-05-05T07:00:00Z"),
                at("2026-05-20T07:00:00Z"),
            )),
            None => Some(Period::new(
                at("2026-05-01T07:00:00Z"),
                at("2026-07-01T07:00:00Z"),
            )),
        }
    }

    fn scope(&self) -> CouponScope {
        let ids = match (&self.products, self.products_up_to) {
            _ if self.scope_unstated => return CouponScope::Unstated,
            (Some(ids), _) => ids.iter().map(|id| id.as_str().into()).collect(),
            (None, Some(last)) => (1..=last)
                .map(|number| format!("P{number}").into())
                .collect(),
            (None, None) => return CouponScope::WholeShop,
        };
        CouponScope::Products { ids }
    }
}
