//! What the rules of TikTok-funded promotions share: words, and the orders of worked examples.

use crate::finding::Param;
use crate::worked::{Given, NotWorked};
use seller_domain::Money;
use seller_domain::campaign::CouponDiscount;
use seller_domain::funded_promotion::FundedType;
use seller_domain::funded_promotion::order::{
    BuyCondition, BuyMore, FundedOrder, FundedReason, PlatformCoupon,
};
use seller_domain::funded_promotion::shipping::ShippingOffer;

/// A type as a word of a message.
pub(super) fn type_term(funded_type: FundedType) -> Param {
    Param::Term(funded_type.as_str())
}

/// What a worked example takes off: `{name}_off = 20.00 USD` or `{name}_rate = 20`, where either stands.
fn discount(
    given: &Given,
    off: &'static str,
    rate: &'static str,
    most: &'static str,
) -> Result<Option<CouponDiscount>, NotWorked> {
    if let Some(amount) = given.optional_as(off)? {
        return Ok(Some(CouponDiscount::Fixed { amount }));
    }
    let Some(rate) = given.optional_as(rate)? else {
        return Ok(None);
    };
    let maximum = given.optional_as(most)?;
    Ok(Some(CouponDiscount::Percentage { rate, maximum }))
}

/// `incentive_off` or `incentive_rate`.
pub(super) fn incentive(given: &Given) -> Result<Option<CouponDiscount>, NotWorked> {
    discount(
        given,
        "incentive_off",
        "incentive_rate",
        "incentive_maximum",
    )
}

/// What takes off a shipping fee: `free`, an amount, or nothing where it is left out.
pub(super) fn shipping_offer(
    given: &Given,
    name: &'static str,
) -> Result<ShippingOffer, NotWorked> {
    match given.optional(name) {
        None => Ok(ShippingOffer::Nothing),
        Some("free") => Ok(ShippingOffer::Free),
        Some(_) => Ok(ShippingOffer::UpTo {
            amount: given.money(name)?,
        }),
    }
}

/// An order: `units` and `goods`, and whatever promotion is on it.
pub(super) fn order(given: &Given) -> Result<FundedOrder, NotWorked> {
    let goods = given.money("goods")?;
    let amount = |name| -> Result<Money, NotWorked> {
        let given: Option<Money> = given.optional_as(name)?;
        Ok(given.unwrap_or(Money::zero(goods.currency())))
    };
    Ok(FundedOrder {
        units: given.read_as("units")?,
        goods,
        incentive: amount("incentive")?,
        seller_promotion: amount("seller_promotion")?,
        seller_coupon: amount("seller_coupon")?,
        buy_more: buy_more(given)?,
        coupon: match discount(given, "coupon_off", "coupon_rate", "coupon_maximum")? {
            None => None,
            Some(discount) => Some(PlatformCoupon {
                minimum_spend: given.money("coupon_minimum")?,
                discount,
            }),
        },
        shipping_fee: amount("fee")?,
        tiktok_shipping: shipping_offer(given, "tiktok")?,
        seller_shipping: shipping_offer(given, "seller")?,
    })
}

fn buy_more(given: &Given) -> Result<Option<BuyMore>, NotWorked> {
    let Some(discount) = discount(given, "buy_more_off", "buy_more_rate", "buy_more_maximum")?
    else {
        return Ok(None);
    };
    let condition = match given.optional_as("buy_units")? {
        Some(at_least) => BuyCondition::Units { at_least },
        None => BuyCondition::Amount {
            at_least: given.money("buy_for")?,
        },
    };
    Ok(Some(BuyMore {
        condition,
        discount,
    }))
}

/// Why a type pays, in a word.
pub(super) fn reason(reason: FundedReason) -> String {
    match reason {
        FundedReason::Applied => "applied".to_owned(),
        FundedReason::NotOffered => "not offered".to_owned(),
        FundedReason::SwitchedOff => "switched off".to_owned(),
        FundedReason::UnitsMissing { missing } => format!("{missing} more to buy"),
        FundedReason::AmountMissing { missing } => format!("{missing} more to spend"),
        FundedReason::NothingLeft => "nothing left".to_owned(),
    }
}
