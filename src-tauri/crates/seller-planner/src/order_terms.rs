//! What one order of a campaign is charged: rates, coupons, shipping, and in
//! which scenario.

use crate::minor_units::{WHOLE, cost, share};
use seller_domain::campaign::{Campaign, CampaignCoupon, CouponDiscount, CouponsRequired};
use seller_domain::shop::Shop;
use seller_domain::smart_promotion::{Enrolment, Mode};
use seller_domain::{CouponId, Currency, Money, Percent};
use seller_rulebook::{Facts, Policy};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use ts_rs::TS;

/// Which coupons are used and which fees fall due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
pub struct Scenario {
    /// Whether customers use the campaign's co-funded coupons.
    pub coupon: CouponUse,
    /// Whether the surcharge falls due beside the service fee (FE-05).
    pub fees: FeesCharged,
}

/// Whether customers use the campaign's co-funded coupons.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CouponUse {
    /// Nobody does.
    Unused,
    /// The customer does what leaves the seller least: uses the costliest coupon
    /// that the order reaches, or none (CF-02, CF-03).
    Worst,
}

/// Whether Smart Promotion's campaign surcharge falls due beside the service fee (FE-05).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FeesCharged {
    /// As the campaign's terms say: once, at the higher of the two rates, unless they say both.
    AsStated,
    /// Both.
    Both,
}

impl Scenario {
    /// The standard view of a plan: no coupon, fees as stated.
    pub const EXPECTED: Self = Self {
        coupon: CouponUse::Unused,
        fees: FeesCharged::AsStated,
    };
    /// The single order that leaves the seller least; what the margin floor holds for.
    pub const WORST_ORDER: Self = Self {
        coupon: CouponUse::Worst,
        fees: FeesCharged::AsStated,
    };
    /// All coupons used and both fees charged.
    pub const RISK: Self = Self {
        coupon: CouponUse::Worst,
        fees: FeesCharged::Both,
    };
}

/// The terms that every order of a campaign follows.
#[derive(Debug, Clone)]
pub struct OrderTerms {
    pub(crate) currency: Currency,
    pub(crate) in_campaign: Rates,
    pub(crate) outside: Rates,
    pub(crate) coupons: Vec<CouponTerms>,
    /// Orders from here ship free; none: no order does.
    pub(crate) free_from: Option<i64>,
    pub(crate) shipping_charge: i64,
    pub(crate) shipping_cost: i64,
    pub(crate) wanted_margin: i64,
}

/// Rates in basis points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Rates {
    pub service: i64,
    pub surcharge: i64,
    /// Both of them, or one charge at the higher rate.
    pub both: bool,
    pub smart_promotion: i64,
    pub referral: i64,
    pub affiliate: i64,
    /// The part of what the customer pays that is tax.
    pub tax: i64,
}

impl Rates {
    pub(crate) fn charged(self, fees: FeesCharged) -> Self {
        Self {
            both: self.both || fees == FeesCharged::Both,
            ..self
        }
    }
}

/// A co-funded coupon in minor units and basis points.
#[derive(Debug, Clone)]
pub(crate) struct CouponTerms {
    pub id: CouponId,
    pub minimum: i64,
    pub off: Off,
    pub seller_ratio: i64,
    pub seller_maximum: Option<i64>,
    pub quantity: Option<u32>,
}

#[derive(Debug, Clone, Copy)]
pub(crate) enum Off {
    Fixed(i64),
    Percentage { rate: i64, maximum: Option<i64> },
}

impl CouponTerms {
    /// Discount and the seller's share of it; none below the minimum purchase (FE-06).
    pub(crate) fn applied(&self, subtotal: i64) -> Option<(i64, i64)> {
        if subtotal < self.minimum {
            return None;
        }
        let off = match self.off {
            Off::Fixed(amount) => amount,
            Off::Percentage { rate, maximum } => {
                let off = share(rate, subtotal);
                maximum.map_or(off, |most| off.min(most))
            }
        };
        let discount = off.min(subtotal).max(0);
        let by_ratio = share(self.seller_ratio, discount);
        let seller = self
            .seller_maximum
            .map_or(by_ratio, |most| by_ratio.min(most));
        Some((discount, seller))
    }
}

/// Why an order cannot be reckoned.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum UnknownTerms {
    /// Neither the campaign nor the policy of the day states a figure.
    #[error("no rate is known for {0}; enter it in the campaign's terms")]
    NoFigure(&'static str),
    /// An amount has more digits than its currency.
    #[error("{what} is {value}, finer than the currency's smallest unit; enter a rounded amount")]
    TooFine {
        /// Which amount.
        what: &'static str,
        /// What it is.
        value: Money,
    },
}

impl OrderTerms {
    /// The terms of the campaign in `facts`. Coupons that the campaign asks for
    /// count whether they are registered yet or not; optional ones count once
    /// they are in `registered`. Tax is zero: see [`Self::with_tax`].
    pub fn of(
        facts: &Facts,
        policy: &Policy,
        registered: &[CouponId],
    ) -> Result<Self, UnknownTerms> {
        let shop = &facts.shop;
        let rates = (
            campaign_rates(facts, policy)?,
            everyday_rates(shop, &facts.enrolment),
        );
        let coupons = counted_coupons(&facts.campaign, registered)
            .map(coupon_terms)
            .collect::<Result<_, _>>()?;
        Self::with_rates(shop, rates, coupons)
    }

    /// The terms of orders outside of any campaign, for
    /// [`everyday_economics`](crate::profit::everyday_economics).
    ///
    /// # Errors
    /// [`UnknownTerms::TooFine`] for amounts of the shop with too many digits.
    pub fn everyday(shop: &Shop, enrolment: &Enrolment) -> Result<Self, UnknownTerms> {
        let outside = everyday_rates(shop, enrolment);
        Self::with_rates(shop, (outside, outside), Vec::new())
    }

    fn with_rates(
        shop: &Shop,
        (in_campaign, outside): (Rates, Rates),
        coupons: Vec<CouponTerms>,
    ) -> Result<Self, UnknownTerms> {
        let fee_terms = &shop.fee_terms;
        Ok(Self {
            currency: shop.currency,
            in_campaign,
            outside,
            coupons,
            free_from: shop
                .free_shipping_threshold
                .map(|money| exact("the free-shipping threshold", money))
                .transpose()?,
            shipping_charge: exact("the shipping charge", fee_terms.shipping_charge)?,
            shipping_cost: cost(fee_terms.shipping_cost).ok_or(UnknownTerms::TooFine {
                what: "the shipping cost",
                value: fee_terms.shipping_cost,
            })?,
            wanted_margin: fee_terms.wanted_margin.basis_points(),
        })
    }

    /// With another wanted margin than the shop's.
    pub fn with_wanted_margin(mut self, wanted: Percent) -> Self {
        self.wanted_margin = wanted.basis_points();
        self
    }

    /// Where prices include tax: which part of what the customer pays it is.
    /// It is no revenue, and neither referral fee nor commission is charged on it.
    pub fn with_tax(mut self, part_of_payment: Percent) -> Self {
        self.in_campaign.tax = part_of_payment.basis_points();
        self.outside.tax = self.in_campaign.tax;
        self
    }

    /// The terms for a product that may be left out of Smart Promotion. One that is gets none of the
    /// programme's discounts: in the co-funded mode its orders carry no rate, while the store-wide
    /// fee stays as it is (SP-07).
    pub fn leaving_out(&self, excluded: bool) -> Cow<'_, Self> {
        let undiscounted = self.outside.smart_promotion;
        if !excluded || self.in_campaign.smart_promotion == undiscounted {
            return Cow::Borrowed(self);
        }
        let mut terms = self.clone();
        terms.in_campaign.smart_promotion = undiscounted;
        Cow::Owned(terms)
    }

    /// The margin that the seller wants to keep, of the price after the extra discount.
    pub fn wanted_margin(&self) -> Percent {
        Percent::from_basis_points(self.wanted_margin)
    }
}

/// What orders in the campaign are charged. The service fee falls due while the
/// fee policy is in force; a policy that never meets the campaign charges nothing (FE-01).
fn campaign_rates(facts: &Facts, policy: &Policy) -> Result<Rates, UnknownTerms> {
    const SERVICE_FEE: &str = "campaign.service_fee_rate";
    let campaign = &facts.campaign;
    let fees = &campaign.fee_policy;
    let figure = |key| policy.percent(key).ok_or(UnknownTerms::NoFigure(key));
    let in_force = fees
        .effective
        .is_none_or(|period| period.overlaps(campaign.running));
    let service = match fees.service_fee_rate {
        _ if !in_force => Percent::ZERO,
        Some(rate) => rate,
        None => figure(SERVICE_FEE)?,
    };
    let enrolled = facts.enrolment.terms();
    let surcharge = match (enrolled, fees.smart_promotion_surcharge) {
        (None, _) => Percent::ZERO,
        (Some(_), Some(stated)) => stated,
        (Some(terms), None) => terms.campaign_surcharge,
    };
    Ok(Rates {
        service: service.basis_points(),
        surcharge: surcharge.basis_points(),
        both: fees.charges_surcharge_too,
        smart_promotion: enrolled.map_or(0, |terms| terms.applicable_rate().basis_points()),
        ..everyday_rates(&facts.shop, &facts.enrolment)
    })
}

/// What orders at the retail price are charged: no campaign fee; of Smart
/// Promotion only the store-wide fee, since nothing is discounted (SP-02).
fn everyday_rates(shop: &Shop, enrolment: &Enrolment) -> Rates {
    let store_wide = enrolment
        .terms()
        .filter(|terms| terms.mode == Mode::StoreWide);
    Rates {
        service: 0,
        surcharge: 0,
        both: false,
        smart_promotion: store_wide.map_or(0, |terms| terms.applicable_rate().basis_points()),
        referral: shop.fee_terms.referral_rate.basis_points(),
        affiliate: shop.fee_terms.affiliate_rate.basis_points(),
        tax: 0,
    }
}

fn counted_coupons<'a>(
    campaign: &'a Campaign,
    registered: &'a [CouponId],
) -> impl Iterator<Item = &'a CampaignCoupon> {
    let all = campaign.criteria.coupons == CouponsRequired::All;
    campaign
        .coupons
        .iter()
        .filter(move |coupon| all || registered.contains(&coupon.id))
}

fn coupon_terms(coupon: &CampaignCoupon) -> Result<CouponTerms, UnknownTerms> {
    let maximum = |what, money: Option<Money>| money.map(|money| exact(what, money)).transpose();
    Ok(CouponTerms {
        id: coupon.id.clone(),
        minimum: exact("a coupon's minimum purchase", coupon.minimum_purchase)?,
        off: match coupon.discount {
            CouponDiscount::Fixed { amount } => Off::Fixed(exact("a coupon's amount", amount)?),
            CouponDiscount::Percentage {
                rate,
                maximum: most,
            } => Off::Percentage {
                rate: rate.basis_points().min(WHOLE),
                maximum: maximum("a coupon's maximum discount", most)?,
            },
        },
        seller_ratio: coupon.seller_ratio.basis_points(),
        seller_maximum: maximum("a coupon's seller maximum", coupon.seller_maximum)?,
        quantity: coupon.quantity,
    })
}

fn exact(what: &'static str, value: Money) -> Result<i64, UnknownTerms> {
    value
        .to_minor()
        .ok_or(UnknownTerms::TooFine { what, value })
}
