//! What a row of the platform's list of coupons states.

use super::{Words, word};
use crate::export::original;
use crate::moments::{self, DayOrder};
use crate::row::Cell;
use crate::table::Field;
use crate::trouble::Trouble;
use crate::values::{self, NumberStyle};
use seller_domain::campaign::CouponDiscount;
use seller_domain::market::Currency;
use seller_domain::seller_coupon::{Audience, ClaimLimit, CouponKind, CouponScope, Validity};
use seller_domain::{Instant, Money, Percent, Period, ProductId, Zone};

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
    /// How many days a claimed one can be used.
    pub validity_days: Option<u32>,
    /// From when a claimed one can be used.
    pub validity_start: Option<Instant>,
    /// Until when.
    pub validity_end: Option<Instant>,
    /// Who can claim it.
    pub audience: Option<Audience>,
    /// The customer of a chat coupon.
    pub customer: Option<Box<str>>,
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
    /// How often one customer can claim it.
    pub claims_per_customer: Option<ClaimLimit>,
    /// Whether it applies to the whole shop or to products.
    pub applies_to: Option<AppliesTo>,
    /// The products that it names.
    pub products: Vec<ProductId>,
    /// How many those are.
    pub product_count: Option<u32>,
    /// The seller's part of the code that customers enter.
    pub own_code: Option<Box<str>>,
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

    /// How long a claimed one can be used; none unless days or both dates are stated.
    pub fn validity(&self) -> Option<Validity> {
        match (self.validity_days, self.validity_start, self.validity_end) {
            (Some(days), _, _) => Some(Validity::DaysAfterClaim { days }),
            (None, Some(start), Some(end)) => Some(Validity::Dates {
                period: Period::new(start, end),
            }),
            _ => None,
        }
    }

    /// What it applies to, the products in the order of their ids; none where it is not stated.
    pub fn scope(&self) -> Option<CouponScope> {
        if !self.products.is_empty() {
            let mut ids = self.products.clone();
            ids.sort_unstable();
            ids.dedup();
            return Some(CouponScope::Products { ids });
        }
        match self.applies_to {
            Some(AppliesTo::WholeShop) => Some(CouponScope::WholeShop),
            Some(AppliesTo::Products) | None => None,
        }
    }

    /// How many products the row names and how many it says it names, where the two differ: a
    /// spreadsheet cuts long cells.
    pub fn lost_products(&self) -> Option<(usize, u32)> {
        let named = self.products.len();
        let said = self.product_count?;
        (u32::try_from(named).ok() != Some(said)).then_some((named, said))
    }
}

/// What a coupon applies to, as a list says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AppliesTo {
    /// Everything in the shop.
    WholeShop,
    /// Some products.
    Products,
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

const AUDIENCES: Words<Audience> = &[
    (
        Audience::All,
        &["all", "all customers", "everyone", "所有顾客", "全部顾客"],
    ),
    (
        Audience::New,
        &["new", "new customers", "new customer", "新顾客", "新客"],
    ),
    (
        Audience::Existing,
        &[
            "existing",
            "existing customers",
            "existing customer",
            "老顾客",
            "老客",
        ],
    ),
    (
        Audience::Repeat,
        &["repeat", "repeat customers", "repeat customer", "复购顾客"],
    ),
];

const SCOPES: Words<AppliesTo> = &[
    (
        AppliesTo::WholeShop,
        &[
            "whole_shop",
            "whole shop",
            "entire shop",
            "all products",
            "全店",
            "全部商品",
        ],
    ),
    (
        AppliesTo::Products,
        &[
            "products",
            "specific products",
            "selected products",
            "指定商品",
        ],
    ),
];

const UNLIMITED: Words<ClaimLimit> = &[(
    ClaimLimit::Unlimited,
    &["unlimited", "no limit", "不限", "无限制"],
)];

/// Takes a filled cell of a column about coupons.
pub(super) fn take(
    to: &mut StatedCoupon,
    field: Field,
    cell: Cell<'_>,
    (style, order): (NumberStyle, Option<DayOrder>),
    (currency, zone): (Currency, Zone),
) -> Result<(), Trouble> {
    use Field as F;
    // Our own export puts a sign before texts that a spreadsheet would run.
    let text = || values::sound(cell).map(|text| Some(original(text).into()));
    let moment = || moments::moment(cell, zone, order).map(Some);
    let price = || values::price(cell, style, currency).map(Some);
    match field {
        F::CouponId => to.id = Some(values::id(cell)?.into()),
        F::CouponName => to.name = text()?,
        F::ClaimCode => to.claim_code = text()?,
        F::OwnClaimCode => to.own_code = text()?,
        F::CouponKind => to.kind = Some(word(cell, KINDS)?),
        F::CouponStatus => to.status = Some(word(cell, STATUSES)?),
        F::CouponStart => to.start = moment()?,
        F::CouponEnd => to.end = moment()?,
        F::ValidityDays => to.validity_days = Some(values::count(cell, style)?),
        F::ValidityStart => to.validity_start = moment()?,
        F::ValidityEnd => to.validity_end = moment()?,
        F::CouponAudience => to.audience = Some(word(cell, AUDIENCES)?),
        F::ChatCustomer => to.customer = text()?,
        F::ClaimsPerCustomer => to.claims_per_customer = Some(claim_limit(cell, style)?),
        F::CouponScope => to.applies_to = Some(word(cell, SCOPES)?),
        F::CouponProducts => to.products = products(cell)?,
        F::CouponProductCount => to.product_count = Some(values::count(cell, style)?),
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

/// A number, or a word for "as often as one likes".
fn claim_limit(cell: Cell<'_>, style: NumberStyle) -> Result<ClaimLimit, Trouble> {
    word(cell, UNLIMITED).or_else(|_| {
        let times = values::count(cell, style)?;
        Ok(ClaimLimit::AtMost { times })
    })
}

/// Ids with blanks, commas or lines between them.
fn products(cell: Cell<'_>) -> Result<Vec<ProductId>, Trouble> {
    values::sound(cell)?
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '，' | '；'))
        .filter(|id| !id.is_empty())
        .map(|text| values::id(Cell { text, ..cell }).map(ProductId::new))
        .collect()
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
