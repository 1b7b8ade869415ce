//! Claim codes: the shop's prefix, generated codes, taken ones, and the card to share.

use super::{policy, words};
use crate::context::Context;
use crate::desk::Desk;
use crate::error::{Answer, CommandError};
use crate::trouble::Trouble;
use crate::wire::common::Nothing;
use crate::wire::coupon_book::CouponCard;
use crate::wire::coupons::{
    CouponCode, CouponCodeTaken, CouponGet, CouponSettings, CouponSettingsSave, CouponTakenCode,
};
use seller_domain::Zone;
use seller_domain::seller_coupon::{
    AddonCoupons, ClaimPrefix, CouponScope, CouponState, SellerCoupon, full_claim_code,
};
use seller_domain::shop::Shop;
use seller_rulebook::Policy;
use seller_rulebook::claim_code::{NoCode, generated, prefix_of};
use seller_rulebook::message::money_text;
use seller_store::{View, fresh_number, seller_coupon, setting, shop, taken_claim_code};

const PREFIX: &str = "coupons.prefix";
const ADDONS: &str = "coupons.addons";
/// No platform prefix is longer; what is entered beyond it is a slip.
const LONGEST_PREFIX: usize = 8;

/// What stands before the shop's claim codes.
pub(super) fn prefix(
    view: &View<'_>,
    shop: &Shop,
    policy: &Policy,
) -> Result<ClaimPrefix, Trouble> {
    Ok(match entered_prefix(view)? {
        Some(entered) => ClaimPrefix::entered(&entered),
        None => prefix_of(&shop.name, policy),
    })
}

fn entered_prefix(view: &View<'_>) -> Result<Option<String>, Trouble> {
    Ok(setting::get::<Option<String>>(view, PREFIX)?.flatten())
}

/// Whether the platform may create addon coupons for the shop (CP-26).
pub(super) fn addons(view: &View<'_>) -> Result<AddonCoupons, Trouble> {
    Ok(setting::get(view, ADDONS)?.unwrap_or_default())
}

pub(crate) fn coupon_settings(
    desk: &Desk,
    context: &Context,
    _: Nothing,
) -> Answer<CouponSettings> {
    desk.read(context, |view| settings(view, context))
}

fn settings(view: &View<'_>, context: &Context) -> Result<CouponSettings, Trouble> {
    let shop = shop::require(view)?;
    Ok(CouponSettings {
        prefix: prefix(view, &shop, &policy(&shop, context))?,
        entered_prefix: entered_prefix(view)?,
        addon_coupons: addons(view)?,
        taken_codes: taken_claim_code::all(view)?
            .into_iter()
            .map(|taken| CouponTakenCode {
                claim_code: taken.claim_code,
                noted_at: taken.noted_at,
            })
            .collect(),
    })
}

pub(crate) fn coupon_settings_save(
    desk: &Desk,
    context: &Context,
    request: CouponSettingsSave,
) -> Answer<CouponSettings> {
    let entered = request
        .entered_prefix
        .map(|text| text.trim().to_uppercase())
        .filter(|text| !text.is_empty());
    if let Some(text) = &entered
        && (text.chars().count() > LONGEST_PREFIX || !text.chars().all(char::is_alphanumeric))
    {
        return Err(CommandError::invalid(
            "entered_prefix",
            context.say(
                format!("\"{text}\" is no prefix."),
                format!("“{text}”不是有效的前缀。"),
            ),
            context.say(
                format!("Enter the letters and digits that Seller Center shows before the code, at most {LONGEST_PREFIX}, or leave it empty."),
                format!("请输入卖家中心在代码前显示的字母和数字（最多 {LONGEST_PREFIX} 个），或留空。"),
            ),
        ));
    }
    desk.write(context, "coupon_settings_save", |tx| {
        setting::set(tx, PREFIX, &entered)?;
        setting::set(tx, ADDONS, &request.addon_coupons)?;
        settings(tx, context)
    })
}

pub(crate) fn coupon_code_suggest(
    desk: &Desk,
    context: &Context,
    _: Nothing,
) -> Answer<CouponCode> {
    desk.read(context, |view| {
        let shop = shop::require(view)?;
        let policy = policy(&shop, context);
        let prefix = prefix(view, &shop, &policy)?;
        let mut in_use: Vec<String> = seller_coupon::others(view, context.now)?
            .into_iter()
            .filter(|coupon| coupon.state.is_live())
            .filter_map(|coupon| coupon.claim_code)
            .collect();
        let taken = taken_claim_code::all(view)?;
        in_use.extend(taken.into_iter().map(|taken| taken.claim_code));
        let claim_code = generated(
            || fresh_number(context.now),
            &prefix,
            in_use.iter().map(String::as_str),
            &policy,
        )
        .map_err(|why| no_code(why, context))?;
        Ok(CouponCode {
            full_claim_code: full_claim_code(&prefix, &claim_code),
            claim_code,
        })
    })
}

fn no_code(why: NoCode, context: &Context) -> CommandError {
    CommandError::invalid(
        "claim_code",
        match why {
            NoCode::NoLength => context.say(
                "The length of claim codes is not known for this market.",
                "该市场的领取码长度未知。",
            ),
            NoCode::NoneFree => context.say("No free code was found.", "没有找到可用的领取码。"),
        },
        context.say("Enter a code yourself.", "请自行输入领取码。"),
    )
}

pub(crate) fn coupon_code_taken(
    desk: &Desk,
    context: &Context,
    request: CouponCodeTaken,
) -> Answer<CouponSettings> {
    let code = request.claim_code.trim();
    if code.is_empty() {
        return Err(CommandError::invalid(
            "claim_code",
            context.say("The code is empty.", "领取码为空。"),
            context.say(
                "Enter the part behind the prefix.",
                "请输入前缀之后的部分。",
            ),
        ));
    }
    desk.write(context, "coupon_code_taken", |tx| {
        if request.taken {
            taken_claim_code::note(tx, code)?;
        } else {
            taken_claim_code::forget(tx, code)?;
        }
        settings(tx, context)
    })
}

pub(crate) fn coupon_card(
    desk: &Desk,
    context: &Context,
    request: CouponGet,
) -> Answer<CouponCard> {
    desk.read(context, |view| {
        let shop = shop::require(view)?;
        let coupon = seller_coupon::require(view, &request.coupon_id)?;
        let prefix = prefix(view, &shop, &policy(&shop, context))?;
        let Some(code) = &coupon.terms.claim_code else {
            return Err(not_a_code(&coupon, context).into());
        };
        Ok(card(
            &shop,
            &coupon,
            full_claim_code(&prefix, code),
            context,
        ))
    })
}

fn not_a_code(coupon: &SellerCoupon, context: &Context) -> CommandError {
    let name = &coupon.terms.name;
    CommandError::invalid(
        "coupon_id",
        context.say(
            format!("{name} has no claim code to share."),
            format!("{name} 没有可分享的领取码。"),
        ),
        context.say("Choose a promo code.", "请选择一个优惠码。"),
    )
}

fn card(shop: &Shop, coupon: &SellerCoupon, code: String, context: &Context) -> CouponCard {
    let zone = shop.time_zone;
    let terms = &coupon.terms;
    let headline = words::discount(terms.discount, context);
    let mut lines = vec![match terms.minimum_spend.map(money_text) {
        Some(least) => context.say(
            format!("On orders from {least}"),
            format!("订单满 {least} 可用"),
        ),
        None => context.say("No minimum spend", "无最低消费"),
    }];
    lines.push(match &terms.scope {
        CouponScope::WholeShop => context.say("On everything in the shop", "全店可用"),
        CouponScope::Products { .. } | CouponScope::Unstated => {
            context.say("On selected products", "指定商品可用")
        }
    });
    lines.push(works_in(coupon, zone, context));
    let text = format!("{}: {headline}\n{code}\n{}", shop.name, lines.join("\n"));
    CouponCard {
        shop: shop.name.clone(),
        full_claim_code: code,
        headline,
        lines,
        text,
        caution: caution(coupon, zone, context),
    }
}

fn works_in(coupon: &SellerCoupon, zone: Zone, context: &Context) -> String {
    let period = words::period(coupon.terms.period, zone);
    let zone = zone.0.name();
    context.say(
        format!("Valid {period} ({zone})"),
        format!("有效时间 {period}（{zone}）"),
    )
}

/// Why the code does not work now; empty where it does (CP-30).
fn caution(coupon: &SellerCoupon, zone: Zone, context: &Context) -> String {
    let period = coupon.terms.period;
    match coupon.state(context.now) {
        CouponState::Upcoming => {
            let from = words::moment(period.start, zone);
            context.say(
                format!("The code does not work before {from}."),
                format!("该代码在 {from} 之前无法使用。"),
            )
        }
        CouponState::Ended => {
            let until = words::moment(period.end, zone);
            context.say(
                format!("The code has not worked since {until}."),
                format!("该代码自 {until} 起已失效。"),
            )
        }
        CouponState::Deactivated => context.say(
            "The code was deactivated and works no more.",
            "该代码已停用，无法再使用。",
        ),
        CouponState::Ongoing | CouponState::Draft => String::new(),
    }
}
