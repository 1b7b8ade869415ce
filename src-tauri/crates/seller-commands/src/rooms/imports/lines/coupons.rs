//! The platform's list of coupons: what it says of ours, and coupons that the plan did not
//! create (CP-26, CP-28).

mod which;

pub(super) use which::{Alike, compare, key};

use super::super::content::Scene;
use super::super::words;
use super::{Seen, What};
use crate::context::Context;
use crate::rooms::coupons;
use crate::trouble::Trouble;
use crate::wire::imports::ImportChange;
use seller_domain::Period;
use seller_domain::seller_coupon::{
    CouponField, CouponOrigin, CouponResults, CouponScope, CouponTerms, SellerCoupon,
    is_addon_name, same_claim_code,
};
use seller_exchange::stated::{StatedCoupon, StatedRow, StatedStatus};
use seller_exchange::table::Field;
use seller_rulebook::message::{count_text, money_text};
use seller_store::coupon_event::Act;
use seller_store::{Tx, View, fresh_id, seller_coupon};
use std::num::NonZeroU32;
use which::{Held, held, own_code};

/// The coupon of a row; none if the row states none.
pub(super) fn of_row(row: StatedRow) -> Option<What> {
    row.coupon.map(|stated| What::Coupon(stated, Alike::None))
}

pub(super) fn look(
    view: &View<'_>,
    scene: &Scene,
    stated: &StatedCoupon,
    alike: Alike,
) -> Result<Seen, Trouble> {
    let context = &scene.context;
    let name = stated.name.as_deref().unwrap_or_default().trim().to_owned();
    let shown = stated.id.as_deref().unwrap_or(&name).to_owned();
    let before = match held(view, scene, stated, alike)? {
        Held::OneOf(several) => return Ok(Seen::refused(shown, ambiguous(name, several, context))),
        held => held.found(),
    };
    let after = match merged(before.as_ref(), stated, scene, view)? {
        Ok(after) => after,
        Err(refused) => return Ok(Seen::refused(shown, refused)),
    };
    let Some(before) = before else {
        let flag = coupons::flag(&after, scene.shop.currency, context).unwrap_or_else(|| {
            context.say("Not created here; it is over.", "非在此创建，已结束。")
        });
        let change = words::change(Field::CouponName, None, Some(flag), context);
        return Ok(Seen::of(shown, Some(name), true, vec![change]));
    };
    let mut changes = changed(&before, &after, scene);
    let known = seller_coupon::platform_id(view, &before.id)?;
    if let Some(id) = stated.id.as_deref()
        && known.as_deref() != Some(id)
        && id != before.id.as_str()
    {
        let id = Some(id.to_owned());
        changes.push(words::change(Field::CouponId, known, id, context));
    }
    Ok(Seen::of(shown, Some(name), false, changes))
}

fn ambiguous(name: String, several: usize, context: &Context) -> ImportChange {
    let several = count_text(several);
    words::refusal(
        Field::CouponName,
        Some(name),
        context.say(
            format!("{several} coupons of this name and type are held in this time; the row does not say which it is."),
            format!("该时间内有 {several} 张同名同类型的优惠券，无法确定该行是哪一张。"),
        ),
        context.say(
            "Map the column with the coupon ids, or import a list that has them.",
            "请映射优惠券 ID 列，或导入含有 ID 的列表。",
        ),
        context,
    )
}

/// The coupon with what the row says; or why the row cannot be taken.
fn merged(
    before: Option<&SellerCoupon>,
    stated: &StatedCoupon,
    scene: &Scene,
    view: &View<'_>,
) -> Result<Result<SellerCoupon, ImportChange>, Trouble> {
    let context = &scene.context;
    let (Some(kind), Some(discount)) = (stated.kind, stated.discount()) else {
        return Ok(Err(words::refusal(
            Field::CouponDiscount,
            None,
            context.say(
                "The row states no type, or not exactly one of amount and percentage.",
                "该行未说明类型，或金额与百分比不是恰好一个。",
            ),
            context.say(
                "Correct the row, or map the columns that have them.",
                "请更正该行，或映射相应的列。",
            ),
            context,
        )));
    };
    let (Some(name), Some(start), Some(end)) = (&stated.name, stated.start, stated.end) else {
        return Ok(Err(words::missing("coupon", context)));
    };
    let period = Period::new(start, end);
    if !period.is_forward() {
        return Ok(Err(words::refusal(
            Field::CouponEnd,
            None,
            context.say(
                "The period ends before it begins.",
                "时间段的结束早于开始。",
            ),
            context.say("Correct the dates.", "请更正日期。"),
            context,
        )));
    }
    if let Some((named, said)) = stated.lost_products() {
        return Ok(Err(lost_products(named, said, context)));
    }
    let code = own_code(view, scene, stated)?.filter(|_| kind.has(CouponField::ClaimCode));
    let known = before.map(|before| &before.terms);
    let terms = CouponTerms {
        kind,
        name: name.trim().to_owned(),
        period,
        validity: stated
            .validity()
            .filter(|_| kind.has(CouponField::Validity))
            .or_else(|| known.and_then(|terms| terms.validity)),
        audience: stated
            .audience
            .filter(|_| kind.has(CouponField::Audience))
            .or_else(|| known.and_then(|terms| terms.audience)),
        customer: stated
            .customer
            .as_deref()
            .filter(|_| kind.has(CouponField::Customer))
            .map(str::to_owned)
            .or_else(|| known.and_then(|terms| terms.customer.clone())),
        discount,
        minimum_spend: stated
            .minimum_spend
            .filter(|least| least.is_positive())
            .or_else(|| known.and_then(|terms| terms.minimum_spend)),
        quantity: stated
            .quantity
            .and_then(NonZeroU32::new)
            .or_else(|| known.and_then(|terms| terms.quantity)),
        claims_per_customer: stated
            .claims_per_customer
            .filter(|_| kind.has(CouponField::ClaimsPerCustomer))
            .or_else(|| known.and_then(|terms| terms.claims_per_customer)),
        scope: stated
            .scope()
            .or_else(|| known.map(|terms| terms.scope.clone()))
            .unwrap_or(CouponScope::Unstated),
        // A code is kept as the seller wrote it where only its case differs.
        claim_code: match (code, known.and_then(|terms| terms.claim_code.clone())) {
            (Some(code), Some(ours)) if same_claim_code(&code, &ours) => Some(ours),
            (Some(code), _) => Some(code),
            (None, ours) => ours,
        },
    };
    Ok(Ok(SellerCoupon {
        id: before.map_or_else(|| fresh_id(context.now).into(), |before| before.id.clone()),
        origin: before.map_or_else(|| origin(&terms.name), |before| before.origin),
        terms,
        recorded_at: before.map_or(context.now, |before| before.recorded_at),
        deactivated_at: deactivated_at(before, stated, period, context),
        sent_at: before.and_then(|before| before.sent_at),
        results: results(before, stated, context),
    }))
}

fn lost_products(named: usize, said: u32, context: &Context) -> ImportChange {
    let (named, said) = (count_text(named), count_text(said));
    words::refusal(
        Field::CouponProducts,
        Some(named.clone()),
        context.say(
            format!("Products: the row counts {said} and names {named}."),
            format!("商品：该行注明 {said} 个，实际列出 {named} 个。"),
        ),
        context.say(
            "A spreadsheet cuts long cells: import the file as it was exported.",
            "电子表格会截断过长的单元格：请导入未经编辑的导出文件。",
        ),
        context,
    )
}

fn origin(name: &str) -> CouponOrigin {
    match is_addon_name(name) {
        true => CouponOrigin::Addon { came_with: None },
        false => CouponOrigin::Imported,
    }
}

/// The platform ended it: it says so, or calls it over before its period is.
fn deactivated_at(
    before: Option<&SellerCoupon>,
    stated: &StatedCoupon,
    period: Period,
    context: &Context,
) -> Option<seller_domain::Instant> {
    let known = before.and_then(|before| before.deactivated_at);
    let stopped = match stated.status {
        Some(StatedStatus::Deactivated) => true,
        Some(StatedStatus::Ended) => !period.is_over(context.now),
        _ => false,
    };
    known.or_else(|| stopped.then_some(context.now))
}

/// What the list says of the results; the same figures keep the time when they were first read.
fn results(
    before: Option<&SellerCoupon>,
    stated: &StatedCoupon,
    context: &Context,
) -> Option<CouponResults> {
    let known = before.and_then(|before| before.results.clone());
    let fresh = CouponResults {
        claimed: stated
            .claimed
            .or(known.as_ref().and_then(|old| old.claimed)),
        used: stated.used.or(known.as_ref().and_then(|old| old.used)),
        sales: stated.sales.or(known.as_ref().and_then(|old| old.sales)),
        spend: stated.spend.or(known.as_ref().and_then(|old| old.spend)),
        as_of: context.now,
    };
    let is_empty = fresh.claimed.is_none()
        && fresh.used.is_none()
        && fresh.sales.is_none()
        && fresh.spend.is_none();
    match known {
        Some(known) if same_figures(&known, &fresh) => Some(known),
        _ if is_empty => None,
        _ => Some(fresh),
    }
}

fn same_figures(one: &CouponResults, other: &CouponResults) -> bool {
    (one.claimed, one.used, one.sales, one.spend)
        == (other.claimed, other.used, other.sales, other.spend)
}

fn changed(before: &SellerCoupon, after: &SellerCoupon, scene: &Scene) -> Vec<ImportChange> {
    let context = &scene.context;
    let mut changes: Vec<ImportChange> =
        coupons::term_changes(&before.terms, &after.terms, scene.shop.time_zone, context)
            .into_iter()
            .map(|change| ImportChange {
                column: change.name,
                before: Some(change.before).filter(|text| !text.is_empty()),
                after: Some(change.after).filter(|text| !text.is_empty()),
                reason: None,
                remedy: None,
            })
            .collect();
    let mut differs = |field, before: Option<String>, after: Option<String>| {
        if before != after {
            changes.push(words::change(field, before, after, context));
        }
    };
    let count = |count: Option<u32>| count.map(count_text);
    let (old, new) = (before.results.as_ref(), after.results.as_ref());
    differs(
        Field::ClaimedCount,
        count(old.and_then(|old| old.claimed)),
        count(new.and_then(|new| new.claimed)),
    );
    differs(
        Field::UsedCount,
        count(old.and_then(|old| old.used)),
        count(new.and_then(|new| new.used)),
    );
    differs(
        Field::CouponSales,
        old.and_then(|old| old.sales).map(money_text),
        new.and_then(|new| new.sales).map(money_text),
    );
    differs(
        Field::CouponSpend,
        old.and_then(|old| old.spend).map(money_text),
        new.and_then(|new| new.spend).map(money_text),
    );
    let stopped = |coupon: &SellerCoupon| {
        coupon
            .deactivated_at
            .map(|_| context.say("Deactivated", "已停用"))
    };
    differs(Field::CouponStatus, stopped(before), stopped(after));
    changes
}

pub(super) fn write(
    tx: &Tx<'_>,
    scene: &Scene,
    stated: &StatedCoupon,
    alike: Alike,
) -> Result<(), Trouble> {
    let before = held(tx, scene, stated, alike)?.found();
    // A row that cannot be taken was refused when it was looked at.
    if let Ok(coupon) = merged(before.as_ref(), stated, scene, tx)? {
        let id = stated.id.as_deref().filter(|id| *id != coupon.id.as_str());
        seller_coupon::record(tx, &coupon, id, Act::Imported)?;
    }
    Ok(())
}
