//! The campaign service fee (FE-01 … FE-05).

use crate::allotment::allot;
use crate::campaign::Campaign;
use crate::clock::Instant;
use crate::ids::CampaignId;
use crate::money::Money;
use crate::percent::Percent;
use crate::period::Period;

/// What the campaign service fee is charged on (FE-01).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CampaignSales {
    /// Campaign price times quantity.
    pub gross_sales: Money,
    /// What the seller takes off; the platform's part of a co-funded coupon is none of it (FE-07).
    pub seller_discount: Money,
    /// What the customer pays for shipping.
    pub shipping_paid: Money,
}

impl CampaignSales {
    /// What the rate is taken of; never below zero.
    pub fn base(self) -> Money {
        (self.goods() + self.shipping_paid).or_zero()
    }

    /// What the goods sold for after the seller's discounts: the order's GMV.
    pub fn goods(self) -> Money {
        self.gross_sales - self.seller_discount
    }
}

/// Campaign service fee: rate × (gross sales − seller discount + shipping paid) (FE-01).
pub fn campaign_service_fee(rate: Percent, sales: CampaignSales) -> Money {
    rate.of(sales.base()).rounded_half_up()
}

/// The extra discount on a campaign price, rounded half up (RG-08, FE-01).
pub fn extra_discount_amount(campaign_price: Money, extra: Option<Percent>) -> Money {
    extra.map_or(Money::zero(campaign_price.currency()), |rate| {
        rate.of(campaign_price).rounded_half_up()
    })
}

/// Which orders a campaign charges its service fee on (FE-01, FE-03).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChargedOrders {
    /// When the campaign runs.
    pub running: Period,
    /// When its fee policy is in force; none: while it runs.
    pub effective: Option<Period>,
    /// When the withdrawal of the product was approved; a request alone changes nothing.
    pub withdrawn_at: Option<Instant>,
}

impl ChargedOrders {
    /// Those of a campaign that a product is in, or was in until its withdrawal was approved.
    pub fn of(campaign: &Campaign, withdrawn_at: Option<Instant>) -> Self {
        Self {
            running: campaign.running,
            effective: campaign.fee_policy.effective,
            withdrawn_at,
        }
    }

    /// Whether an order placed at `placed` carries the fee.
    pub fn include(self, placed: Instant) -> bool {
        self.running.contains(placed)
            && self.effective.is_none_or(|policy| policy.contains(placed))
            && self.withdrawn_at.is_none_or(|approved| placed < approved)
    }
}

/// A campaign that a product is registered in, as an order meets it (FE-02).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CampaignOffer {
    /// The campaign.
    pub campaign_id: CampaignId,
    /// The campaign price of one unit.
    pub price: Money,
    /// Its service fee rate.
    pub rate: Percent,
}

/// Of several campaigns that a product is in, the one that it sells in: the lowest price wins,
/// and of equal ones the first (FE-02).
pub fn applicable_campaign(offers: &[CampaignOffer]) -> Option<&CampaignOffer> {
    offers.iter().min_by_key(|offer| offer.price.amount())
}

/// A line of an order whose product is in campaigns (FE-02).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CampaignLine {
    /// Units bought.
    pub quantity: u32,
    /// What the seller takes off the line.
    pub seller_discount: Money,
    /// The campaigns that the product is in; none: the line carries no campaign fee.
    pub offers: Vec<CampaignOffer>,
}

/// The one campaign service fee of an order (FE-02): every line counts once, at the price and the
/// rate of its applicable campaign. What the customer pays for shipping is allotted to the lines
/// in campaigns by their sales; the sum is rounded once.
pub fn order_service_fee(lines: &[CampaignLine], shipping_paid: Money) -> Money {
    let charged: Vec<(Percent, Money, Money)> = lines
        .iter()
        .filter_map(|line| {
            let offer = applicable_campaign(&line.offers)?;
            let sales = offer.price * line.quantity.into();
            Some((offer.rate, sales, line.seller_discount))
        })
        .collect();
    let sales: Vec<Money> = charged.iter().map(|(_, sales, _)| *sales).collect();
    let shipping = allot(shipping_paid, &sales);
    let zero = Money::zero(shipping_paid.currency());
    let parts = charged.iter().zip(shipping);
    let fee = parts.fold(zero, |fee, ((rate, sales, discount), shipping)| {
        fee + rate.of((*sales - *discount + shipping).or_zero())
    });
    fee.rounded_half_up()
}

/// What is left of a fee when the order is cancelled or returned as a whole (FE-04).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReturnedFee {
    /// What comes back.
    pub refunded: Money,
    /// What the seller bears.
    pub borne: Money,
}

/// The fee of an order that was cancelled or returned: nothing is charged any more, and what was
/// `charged` already comes back if the campaign's refund policy says so (FE-04).
pub fn returned_order_fee(charged: Money, refunds_returned_orders: bool) -> ReturnedFee {
    let nothing = Money::zero(charged.currency());
    let (refunded, borne) = if refunds_returned_orders {
        (charged, nothing)
    } else {
        (nothing, charged)
    };
    ReturnedFee { refunded, borne }
}

/// The rates that a campaign order meets (FE-05).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CampaignRates {
    /// The campaign service fee.
    pub service: Percent,
    /// What Smart Promotion adds in the campaign; zero for a shop outside the programme.
    pub surcharge: Percent,
    /// Whether both are charged: a risk scenario.
    pub both: bool,
}

/// What a campaign order is charged beside the programme's own fee (FE-05).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CampaignCharges {
    /// On goods and shipping, as [`campaign_service_fee`].
    pub service_fee: Money,
    /// On the goods alone, as the programme's fee; only in the risk scenario.
    pub surcharge: Money,
}

/// Campaign service fee and Smart Promotion surcharge of an order. In the standard view they are
/// one charge, at the higher of the two rates; in the risk scenario each is charged (FE-05).
pub fn campaign_charges(rates: CampaignRates, sales: CampaignSales) -> CampaignCharges {
    if rates.both {
        CampaignCharges {
            service_fee: campaign_service_fee(rates.service, sales),
            surcharge: rates
                .surcharge
                .of(sales.goods().or_zero())
                .rounded_half_up(),
        }
    } else {
        let once = rates.service.max(rates.surcharge);
        CampaignCharges {
            service_fee: campaign_service_fee(once, sales),
            surcharge: Money::zero(sales.gross_sales.currency()),
        }
    }
}
