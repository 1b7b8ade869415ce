//! Questions about orders, answered while the switches stand as they stood at the moment asked for.

mod steps;

use super::{Setting, words};
use crate::context::Context;
use crate::desk::Desk;
use crate::error::{Answer, CommandError};
use crate::trouble::{Trouble, sentence};
use crate::wire::funded_questions::{
    FundedCouponAnswer, FundedCouponQuestion, FundedOrderAnswer, FundedOrderQuestion,
    FundedPartView, FundedPriceAnswer, FundedPriceQuestion, FundedShippingAnswer,
    FundedShippingQuestion,
};
use seller_domain::campaign::CouponDiscount;
use seller_domain::funded_promotion::coupon_return::{CouponReturn, returned_coupon};
use seller_domain::funded_promotion::order::{BuyCondition, FundedOrder, NotAnOrder, split_order};
use seller_domain::funded_promotion::price::seen_price;
use seller_domain::funded_promotion::shipping::{ShippingOffer, split_shipping};
use seller_domain::funded_promotion::{FundedType, Position};
use seller_domain::{Currency, Instant, Money, Percent};
use seller_rulebook::review::incentive_on_live_flash_price;

pub(crate) fn funded_shipping(
    desk: &Desk,
    context: &Context,
    request: FundedShippingQuestion,
) -> Answer<FundedShippingAnswer> {
    desk.read(context, |view| {
        let setting = Setting::offered(view, context)?;
        let entered = Entered::new(&setting, context);
        entered.amount("fee", request.fee)?;
        entered.shipping("tiktok", request.tiktok)?;
        entered.shipping("seller", request.seller)?;
        let switched_off = setting.is_off(FundedType::ShippingFeeDiscounts, request.at, context);
        let tiktok = if switched_off {
            ShippingOffer::Nothing
        } else {
            request.tiktok
        };
        let split = split_shipping(request.fee, tiktok, request.seller);
        Ok(FundedShippingAnswer {
            split,
            switched_off,
            steps: steps::shipping(request.fee, split, switched_off, context),
        })
    })
}

pub(crate) fn funded_price(
    desk: &Desk,
    context: &Context,
    request: FundedPriceQuestion,
) -> Answer<FundedPriceAnswer> {
    desk.read(context, |view| {
        let setting = Setting::offered(view, context)?;
        let entered = Entered::new(&setting, context);
        let seen = &request.seen;
        entered.price("seen.seller_price", seen.seller_price)?;
        if let Some(deal) = &seen.flash_deal {
            entered.price("seen.flash_deal.price", deal.price)?;
        }
        if let Some(incentive) = &seen.incentive {
            entered.discount("seen.incentive.discount", incentive.discount)?;
        }
        let on_live = incentive_on_live_flash_price(&setting.policy)
            .ok_or_else(|| CommandError::bug("no figure for LIVE Flash Deals"))?;
        let off = setting.is_off(FundedType::ProductIncentives, request.at, context);
        let answer = seen_price(seen, !off, on_live);
        Ok(FundedPriceAnswer {
            seen: answer,
            steps: steps::price(answer, context),
        })
    })
}

pub(crate) fn funded_coupon_return(
    desk: &Desk,
    context: &Context,
    request: FundedCouponQuestion,
) -> Answer<FundedCouponAnswer> {
    desk.read(context, |view| {
        let setting = Setting::offered(view, context)?;
        let ended_at = request.ended_at.unwrap_or(context.now);
        let coupon = returned_coupon(request.outcome, ended_at, request.valid_until);
        Ok(FundedCouponAnswer {
            coupon,
            usable: matches!(coupon, CouponReturn::Usable { .. }),
            steps: steps::coupon(request.outcome, coupon, setting.shop.time_zone, context),
        })
    })
}

pub(crate) fn funded_order(
    desk: &Desk,
    context: &Context,
    request: FundedOrderQuestion,
) -> Answer<FundedOrderAnswer> {
    desk.read(context, |view| {
        let setting = Setting::offered(view, context)?;
        let entered = Entered::new(&setting, context);
        entered.order(&request.order)?;
        let on: Vec<FundedType> = FundedType::ALL
            .into_iter()
            .filter(|each| !setting.is_off(*each, request.at, context))
            .collect();
        let split = split_order(&request.order, &on).map_err(|why| entered.not_an_order(why))?;
        let view = |part: seller_domain::funded_promotion::order::FundedPart| FundedPartView {
            name: words::name(part.funded_type, context),
            in_words: steps::part(part, context),
            part,
        };
        Ok(FundedOrderAnswer {
            parts: split.parts.into_iter().map(view).collect(),
            tiktok: split.tiktok,
            seller: split.seller,
            buyer_goods: split.buyer_goods,
            buyer_shipping: split.buyer_shipping,
            buyer: split.buyer,
        })
    })
}

impl Setting {
    /// Whether a type was switched off at a moment, or is now.
    fn is_off(&self, funded_type: FundedType, at: Option<Instant>, context: &Context) -> bool {
        let standing = match at {
            Some(at) if at < context.now => self.timeline.standing_at(funded_type, at),
            // What has not come yet stays as it is.
            _ => self.timeline.standing(funded_type),
        };
        standing.position == Position::Off
    }
}

/// Takes what was entered in a question, or names what cannot be.
struct Entered<'a> {
    currency: Currency,
    context: &'a Context,
}

impl<'a> Entered<'a> {
    fn new(setting: &Setting, context: &'a Context) -> Self {
        Self {
            currency: setting.shop.currency,
            context,
        }
    }

    /// An amount of the shop's currency, not below zero, no finer than its minor unit.
    fn amount(&self, field: &str, money: Money) -> Result<(), CommandError> {
        let refuse = |english: String, chinese: String| {
            Err(CommandError::invalid(
                field,
                self.context.say(english, chinese),
                self.context.say(
                    format!("Enter an amount in {}, like 4.00.", self.currency),
                    format!("请填写以 {} 计的金额，例如 4.00。", self.currency),
                ),
            ))
        };
        if money.currency() != self.currency {
            return refuse(
                format!("{money} is not in the shop's currency {}.", self.currency),
                format!("{money} 不是店铺货币 {}。", self.currency),
            );
        }
        if money.is_negative() {
            return refuse(
                format!("{money} is below zero."),
                format!("{money} 小于零。"),
            );
        }
        if !money.fits_minor_unit() {
            return refuse(
                format!(
                    "{money} is finer than the smallest unit of {}.",
                    self.currency
                ),
                format!("{money} 小于 {} 的最小单位。", self.currency),
            );
        }
        Ok(())
    }

    /// An amount above zero.
    fn price(&self, field: &str, money: Money) -> Result<(), CommandError> {
        self.amount(field, money)?;
        if money.is_positive() {
            return Ok(());
        }
        Err(CommandError::invalid(
            field,
            self.context.say("A price is above 0.", "价格须大于 0。"),
            self.context.say("Enter the price.", "请填写价格。"),
        ))
    }

    fn shipping(&self, field: &str, offer: ShippingOffer) -> Result<(), CommandError> {
        match offer {
            ShippingOffer::UpTo { amount } => self.amount(field, amount),
            ShippingOffer::Nothing | ShippingOffer::Free => Ok(()),
        }
    }

    fn discount(&self, field: &str, discount: CouponDiscount) -> Result<(), CommandError> {
        match discount {
            CouponDiscount::Fixed { amount } => self.amount(field, amount),
            CouponDiscount::Percentage { rate, maximum } => {
                if rate < Percent::ZERO || rate > Percent::HUNDRED {
                    return Err(CommandError::invalid(
                        field,
                        self.context.say(
                            format!("{rate} % is not between 0 and 100."),
                            format!("{rate} % 不在 0 至 100 之间。"),
                        ),
                        self.context.say(
                            "Enter a percentage up to 100.",
                            "请填写不超过 100 的百分比。",
                        ),
                    ));
                }
                maximum.map_or(Ok(()), |most| self.amount(field, most))
            }
        }
    }

    fn order(&self, order: &FundedOrder) -> Result<(), CommandError> {
        for (field, money) in [
            ("order.goods", order.goods),
            ("order.incentive", order.incentive),
            ("order.seller_promotion", order.seller_promotion),
            ("order.seller_coupon", order.seller_coupon),
            ("order.shipping_fee", order.shipping_fee),
        ] {
            self.amount(field, money)?;
        }
        self.shipping("order.tiktok_shipping", order.tiktok_shipping)?;
        self.shipping("order.seller_shipping", order.seller_shipping)?;
        if let Some(buy_more) = &order.buy_more {
            self.discount("order.buy_more.discount", buy_more.discount)?;
            if let BuyCondition::Amount { at_least } = buy_more.condition {
                self.amount("order.buy_more.condition", at_least)?;
            }
        }
        if let Some(coupon) = &order.coupon {
            self.discount("order.coupon.discount", coupon.discount)?;
            self.amount("order.coupon.minimum_spend", coupon.minimum_spend)?;
        }
        Ok(())
    }

    fn not_an_order(&self, why: NotAnOrder) -> Trouble {
        let field = match why {
            NotAnOrder::NoUnits => "units",
            NotAnOrder::BelowZero { field, .. } | NotAnOrder::MoreThanLeft { field, .. } => field,
        };
        let chinese = match why {
            NotAnOrder::NoUnits => "订单至少有一件商品。".to_owned(),
            NotAnOrder::BelowZero { value, .. } => format!("{value} 小于零。"),
            NotAnOrder::MoreThanLeft { value, left, .. } => {
                format!("优惠 {value} 超过了商品剩余金额 {left}。")
            }
        };
        CommandError::invalid(
            format!("order.{field}"),
            self.context.say(sentence(&why.to_string()), chinese),
            self.context.say(
                "Enter an order that can be placed.",
                "请填写可以下单的订单。",
            ),
        )
        .into()
    }
}
