//! What a row of the platform's list of coupons states.

use super::{Words, word};
use crate::moments::{self, DayOrder};
use crate::row::Cell;
use crate::table::Field;
use crate::trouble::Trouble;
use crate::values::{self, NumberStyle};
use seller_domain::campaign::CouponDiscount;
use seller_domain::market::Currency;
use seller_domain::seller_coupon::CouponKind;
use seller_domain::{Instant, Money, Percent, Zone};

/// What a row states of a coupon. What is none has no column in the file, or its cell is empty.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct StatedCoupon {
    /// The platform's id, or ours.
    pub id: Option<Box<str>>,
    /// The name.
    pub name: Option<Box<str>>,
    /// The type.
    pub kind: Option<CouponKind>,
    /// Where it stands.
    pub status: Option<StatedStatus>,
    /// When its claim period begins.
    pub start: Option<Instant>,
    /// When it ends.
    pub end: Option<Instant>,
    /// What it takes off, as an amount.
    pub amount: Option<Money>,
    /// What it takes off, as a percentage.
    pub rate: Option<Percent>,
    /// The most that a percentage takes off.
    pub maximum: Option<Money>,
    /// The least order.
    pub minimum_spend: Option<Money>,
    /// How many there are.
    pub quantity: Option<u32>,
    /// The code that customers enter.
    pub claim_code: Option<Box<str>>,
    /// How many were claimed.
    pub claimed: Option<u32>,
    /// How many were used.
    pub used: Option<u32>,
    /// Sales of the orders that used it.
    pub sales: Option<Money>,
    /// What the seller gave.
    pub spend: Option<Money>,
}

impl StatedCoupon {
    /// What it takes off; none unless exactly one of amount and percentage is stated.
    pub fn discount(&self) -> Option<CouponDiscount> {
        match (self.amount, self.rate) {
            (Some(amount), None) => Some(CouponDiscount::Fixed { amount }),
            (None, Some(rate)) => Some(CouponDiscount::Percentage {
                rate,
                maximum: self.maximum,
            }),
            _ => None,
        }
    }
}

/// Where a coupon stands, as the platform's list says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum StatedStatus {
    /// To come.
    Upcoming,
    /// In its period.
    Ongoing,
    /// Over.
    Ended,
    /// Stopped or cancelled.
    Deactivated,
}

const KINDS: Words<CouponKind> = &[
    (
        CouponKind::Standard,
        &[
            "standard",
            "standard coupon",
            "regular coupon",
            "普通优惠券",
            "普通券",
        ],
    ),
    (
        CouponKind::Follower,
        &[
            "follower",
            "follower coupon",
            "new follower coupon",
            "关注优惠券",
            "关注券",
        ],
    ),
    (
        CouponKind::Review,
        &["review", "review coupon", "评价优惠券", "评价券"],
    ),
    (
        CouponKind::Chat,
        &["chat", "chat coupon", "聊天优惠券", "聊天券"],
    ),
    (
        CouponKind::PromoCode,
        &[
            "promo_code",
            "promo code coupon",
            "code",
            "优惠码",
            "优惠码优惠券",
        ],
    ),
];

const STATUSES: Words<StatedStatus> = &[
    (
        StatedStatus::Upcoming,
        &["upcoming", "not started", "scheduled", "未开始", "即将开始"],
    ),
    (
        StatedStatus::Ongoing,
        &["ongoing", "active", "live", "进行中", "生效中"],
    ),
    (
        StatedStatus::Ended,
        &["ended", "expired", "finished", "已结束", "已过期"],
    ),
    (
        StatedStatus::Deactivated,
        &[
            "deactivated",
            "cancelled",
            "canceled",
            "terminated",
            "已停用",
            "已取消",
            "已终止",
        ],
    ),
];

/// Takes a filled cell of a column about coupons.
pub(super) fn take(
    to: &mut StatedCoupon,
    field: Field,
    cell: Cell<'_>,
    (style, order): (NumberStyle, Option<DayOrder>),
    (currency, zone): (Currency, Zone),
) -> Result<(), Trouble> {
    use Field as F;
    let text = || values::sound(cell).map(|text| Some(text.into()));
    let price = || values::price(cell, style, currency).map(Some);
    match field {
        F::CouponId => to.id = Some(values::id(cell)?.into()),
        F::CouponName => to.name = text()?,
        F::ClaimCode => to.claim_code = text()?,
        F::CouponKind => to.kind = Some(word(cell, KINDS)?),
        F::CouponStatus => to.status = Some(word(cell, STATUSES)?),
        F::CouponStart => to.start = Some(moments::moment(cell, zone, order)?),
        F::CouponEnd => to.end = Some(moments::moment(cell, zone, order)?),
        F::CouponDiscount => take_discount(to, cell, style, currency)?,
        F::CouponAmount => to.amount = price()?,
        F::CouponRate => to.rate = Some(values::percent(cell, style)?),
        F::CouponMaximum => to.maximum = price()?,
        F::MinimumSpend => to.minimum_spend = price()?,
        F::CouponQuantity => to.quantity = Some(values::count(cell, style)?),
        F::ClaimedCount => to.claimed = Some(values::count(cell, style)?),
        F::UsedCount => to.used = Some(values::count(cell, style)?),
        F::CouponSales => to.sales = price()?,
        F::CouponSpend => to.spend = price()?,
        _ => {}
    }
    Ok(())
}

/// `10 %`, `10% off`, `$5`, `$5.00 OFF`: the sign of the percentage tells which.
fn take_discount(
    to: &mut StatedCoupon,
    cell: Cell<'_>,
    style: NumberStyle,
    currency: Currency,
) -> Result<(), Trouble> {
    let whole = values::sound(cell)?;
    let lower = whole.to_lowercase();
    let bare = match lower.strip_suffix("off") {
        Some(before) => whole[..before.len()].trim_end(),
        None => whole,
    };
    let cell = Cell { text: bare, ..cell };
    if bare.contains(['%', '％']) {
        to.rate = Some(values::percent(cell, style)?);
    } else {
        to.amount = Some(values::price(cell, style, currency)?);
    }
    Ok(())
}
