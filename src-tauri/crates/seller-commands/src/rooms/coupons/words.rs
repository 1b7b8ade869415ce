//! Coupons in words: types, fields, terms, from what to what they changed.

use super::so_many;
use crate::context::Context;
use crate::wire::coupon_book::{CouponFieldChange, CouponTermWords};
use seller_domain::Zone;
use seller_domain::campaign::CouponDiscount;
use seller_domain::seller_coupon::{
    Audience, ClaimLimit, CouponField, CouponKind, CouponScope, CouponTerms, Validity,
};
use seller_domain::{Instant, Period};
use seller_rulebook::message::{count_text, money_text};

/// The type's name on the platform.
pub(super) fn kind_name(kind: CouponKind, context: &Context) -> String {
    match kind {
        CouponKind::Standard => context.say("Standard coupon", "普通优惠券"),
        CouponKind::Follower => context.say("Follower coupon", "粉丝优惠券"),
        CouponKind::Review => context.say("Review coupon", "评价优惠券"),
        CouponKind::Chat => context.say("Chat coupon", "聊天优惠券"),
        CouponKind::PromoCode => context.say("Promo code", "优惠码"),
    }
}

/// What the type is for.
pub(super) fn kind_about(kind: CouponKind, context: &Context) -> String {
    match kind {
        CouponKind::Standard => context.say(
            "Claimed on product pages and in LIVE, by all customers or a group of them.",
            "在商品页和直播间领取，面向所有顾客或部分顾客。",
        ),
        CouponKind::Follower => context.say(
            "Shown to new followers of the shop or its LIVE; once for each customer's life.",
            "展示给店铺或直播间的新粉丝；每位顾客终身一次。",
        ),
        CouponKind::Review => context.say(
            "Earned by a detailed review with picture or video of a chosen product.",
            "为所选商品撰写带图片或视频的详细评价后获得。",
        ),
        CouponKind::Chat => context.say(
            "Sent to one customer in the chat.",
            "在聊天中发送给一位顾客。",
        ),
        CouponKind::PromoCode => context.say(
            "A code that customers enter at checkout. It is created on the desktop, not in the mobile app.",
            "顾客结账时输入的代码。只能在电脑端创建，不能在手机应用中创建。",
        ),
    }
}

/// The field's name on the platform.
pub(super) fn field_name(field: CouponField, kind: CouponKind, context: &Context) -> String {
    let is_code = kind == CouponKind::PromoCode;
    match field {
        CouponField::Name => context.say("Name", "名称"),
        CouponField::ClaimCode => context.say("Claim code", "领取码"),
        CouponField::Period if is_code => context.say("Active dates", "生效时间"),
        CouponField::Period => context.say("Claim period", "领取时间"),
        CouponField::Validity => context.say("Validity", "有效期"),
        CouponField::Audience => context.say("Audience", "目标人群"),
        CouponField::Customer => context.say("Customer", "顾客"),
        CouponField::Amount => context.say("Fixed amount", "固定金额"),
        CouponField::Rate => context.say("Percentage", "百分比"),
        CouponField::MaximumDiscount => context.say("Maximum discount", "最高优惠"),
        CouponField::MinimumSpend => context.say("Minimum spend", "最低消费"),
        CouponField::Quantity if is_code => context.say("Usage quantity", "可用数量"),
        CouponField::Quantity => context.say("Claimable quantity", "可领数量"),
        CouponField::ClaimsPerCustomer => context.say("Claims per customer", "每位顾客可领"),
        CouponField::Scope => context.say("Applies to", "适用范围"),
    }
}

/// A moment on the shop's clock; seconds only where they are not full minutes.
pub(super) fn moment(at: Instant, zone: Zone) -> String {
    match at.timestamp() % 60 {
        0 => zone.minute_text(at),
        _ => zone.wall_clock(at).format("%Y-%m-%d %H:%M:%S").to_string(),
    }
}

/// A period on the shop's clock.
pub(super) fn period(period: Period, zone: Zone) -> String {
    format!(
        "{} – {}",
        moment(period.start, zone),
        moment(period.end, zone)
    )
}

/// What a coupon takes off, in a few words.
pub(super) fn discount(discount: CouponDiscount, context: &Context) -> String {
    match discount {
        CouponDiscount::Fixed { amount } => {
            let amount = money_text(amount);
            context.say(format!("{amount} off"), format!("立减 {amount}"))
        }
        CouponDiscount::Percentage { rate, maximum } => {
            let off = context.say(format!("{rate} % off"), format!("减 {rate} %"));
            match maximum.map(money_text) {
                Some(most) => context.say(
                    format!("{off}, at most {most}"),
                    format!("{off}，最高 {most}"),
                ),
                None => off,
            }
        }
    }
}

/// The value of a field in words; none where the coupon has none.
fn value(
    terms: &CouponTerms,
    products: usize,
    field: CouponField,
    zone: Zone,
    context: &Context,
) -> Option<String> {
    match field {
        CouponField::Name => Some(terms.name.clone()),
        CouponField::ClaimCode => terms.claim_code.clone(),
        CouponField::Period => Some(period(terms.period, zone)),
        CouponField::Validity => terms.validity.map(|validity| match validity {
            Validity::DaysAfterClaim { days } => context.say(
                format!("{} after claiming", so_many(days as usize, "day", "days")),
                format!("领取后 {days} 天"),
            ),
            Validity::Dates { period: dates } => period(dates, zone),
        }),
        CouponField::Audience => terms
            .audience
            .map(|audience| audience_name(audience, context)),
        CouponField::Customer => terms.customer.clone(),
        CouponField::Amount => match terms.discount {
            CouponDiscount::Fixed { amount } => Some(money_text(amount)),
            CouponDiscount::Percentage { .. } => None,
        },
        CouponField::Rate => match terms.discount {
            CouponDiscount::Percentage { rate, .. } => Some(format!("{rate} %")),
            CouponDiscount::Fixed { .. } => None,
        },
        CouponField::MaximumDiscount => match terms.discount {
            CouponDiscount::Percentage { maximum, .. } => maximum.map(money_text),
            CouponDiscount::Fixed { .. } => None,
        },
        CouponField::MinimumSpend => terms.minimum_spend.map(money_text),
        CouponField::Quantity => terms.quantity.map(|quantity| count_text(quantity.get())),
        CouponField::ClaimsPerCustomer => terms.claims_per_customer.map(|limit| match limit {
            ClaimLimit::AtMost { times } => count_text(times),
            ClaimLimit::Unlimited => context.say("Unlimited", "不限"),
        }),
        CouponField::Scope => match &terms.scope {
            CouponScope::WholeShop => Some(context.say("The whole shop", "全店")),
            CouponScope::Products { .. } => Some(context.say(
                so_many(products, "product", "products"),
                format!("{} 个商品", count_text(products)),
            )),
            CouponScope::Unstated => None,
        },
    }
}

/// The name of an audience.
pub(super) fn audience_name(audience: Audience, context: &Context) -> String {
    match audience {
        Audience::All => context.say("All customers", "所有顾客"),
        Audience::New => context.say("New customers", "新顾客"),
        Audience::Existing => context.say("Existing customers", "老顾客"),
        Audience::Repeat => context.say("Repeat customers", "复购顾客"),
    }
}

/// The terms, a line a field.
pub(super) fn terms(terms: &CouponTerms, zone: Zone, context: &Context) -> Vec<CouponTermWords> {
    CouponField::ALL
        .into_iter()
        .filter_map(|field| {
            let value = value(terms, named(terms).len(), field, zone, context)?;
            Some(CouponTermWords {
                field,
                name: field_name(field, terms.kind, context),
                value,
            })
        })
        .collect()
}

fn named(terms: &CouponTerms) -> &[seller_domain::ProductId] {
    match &terms.scope {
        CouponScope::Products { ids } => ids,
        CouponScope::WholeShop | CouponScope::Unstated => &[],
    }
}

/// The fields that differ, from what to what.
pub(crate) fn changes(
    before: &CouponTerms,
    after: &CouponTerms,
    zone: Zone,
    context: &Context,
) -> Vec<CouponFieldChange> {
    let words = |terms: &CouponTerms, field| {
        value(terms, named(terms).len(), field, zone, context).unwrap_or_default()
    };
    let mut changed: Vec<CouponFieldChange> = CouponField::ALL
        .into_iter()
        .map(|field| CouponFieldChange {
            name: field_name(field, after.kind, context),
            before: words(before, field),
            after: words(after, field),
        })
        .filter(|change| change.before != change.after)
        .collect();
    let (old, new) = (named(before), named(after));
    if old != new && old.len() == new.len() && !old.is_empty() {
        // The same number of other products: the count alone would not show it.
        changed.push(CouponFieldChange {
            name: field_name(CouponField::Scope, after.kind, context),
            before: listed(old, new),
            after: listed(new, old),
        });
    }
    changed
}

/// The first few products of `of` that are not in `others`.
fn listed(of: &[seller_domain::ProductId], others: &[seller_domain::ProductId]) -> String {
    const SHOWN: usize = 5;
    let missing: Vec<&str> = of
        .iter()
        .filter(|id| !others.contains(id))
        .map(seller_domain::ProductId::as_str)
        .collect();
    let mut text = missing[..missing.len().min(SHOWN)].join(", ");
    if missing.len() > SHOWN {
        text.push_str(" …");
    }
    text
}
