//! The list of coupons, and one coupon with all that happened to it (CP-25, CP-28).

use super::{code_of, codes, policy, shape, words};
use crate::context::Context;
use crate::desk::Desk;
use crate::error::Answer;
use crate::trouble::Trouble;
use crate::wire::coupon_book::{
    CouponCounts, CouponDetail, CouponEventView, CouponFilter, CouponLine, CouponList, CouponMay,
    CouponPage,
};
use crate::wire::coupons::CouponGet;
use seller_domain::seller_coupon::{
    ClaimPrefix, CouponField, CouponKind, CouponOrigin, CouponScope, CouponState, CouponTerms,
    SellerCoupon, full_claim_code,
};
use seller_domain::shop::Shop;
use seller_domain::{Currency, SellerCouponId};
use seller_planner::seller_coupon::liability;
use seller_rulebook::message::money_text;
use seller_store::coupon_draft::Kept;
use seller_store::coupon_event::{self, Act, Event};
use seller_store::seller_coupon::{self, Filter, Listed, Order};
use seller_store::{View, coupon_draft, shop};

/// So many rows travel at once.
const MOST_ROWS: u32 = 500;

/// What every line needs.
pub(super) struct Lines {
    pub(super) shop: Shop,
    pub(super) prefix: ClaimPrefix,
    context: Context,
}

impl Lines {
    pub(super) fn new(view: &View<'_>, context: &Context) -> Result<Self, Trouble> {
        let shop = shop::require(view)?;
        Ok(Self {
            prefix: codes::prefix(view, &shop, &policy(&shop, context))?,
            shop,
            context: *context,
        })
    }

    /// A coupon of a list.
    pub(super) fn line(&self, listed: &Listed) -> CouponLine {
        let coupon = &listed.coupon;
        let terms = &coupon.terms;
        let state = coupon.state(self.context.now);
        CouponLine {
            id: coupon.id.clone(),
            name: terms.name.clone(),
            kind: terms.kind,
            state,
            period: Some(terms.period),
            discount: Some(terms.discount),
            minimum_spend: terms.minimum_spend,
            quantity: terms.quantity.map(|quantity| quantity.get()),
            audience: terms.audience,
            customer: terms.customer.clone(),
            full_claim_code: terms
                .claim_code
                .as_deref()
                .map(|code| full_claim_code(&self.prefix, code)),
            products: matches!(terms.scope, CouponScope::Products { .. })
                .then_some(listed.products),
            origin: Some(coupon.origin),
            flag: flag(coupon, self.shop.currency, &self.context),
            liability: Some(liability(coupon, self.context.now, self.shop.currency)),
            estimated_spend: listed.estimated_spend,
            results: coupon.results.clone(),
        }
    }

    /// A draft.
    fn draft_line(&self, kept: &Kept) -> CouponLine {
        let draft = &kept.draft;
        CouponLine {
            id: draft.id.clone(),
            name: draft.name.trim().to_owned(),
            kind: draft.kind,
            state: CouponState::Draft,
            period: draft.period,
            discount: draft.discount(),
            minimum_spend: draft.minimum_spend,
            quantity: draft.whole_quantity().map(|quantity| quantity.get()),
            audience: draft
                .kind
                .has(CouponField::Audience)
                .then_some(draft.audience),
            customer: draft
                .kind
                .has(CouponField::Customer)
                .then(|| draft.customer.trim().to_owned()),
            full_claim_code: code_of(draft).map(|code| full_claim_code(&self.prefix, code)),
            products: match &draft.scope {
                CouponScope::Products { ids } => Some(super::number(ids.len())),
                CouponScope::WholeShop | CouponScope::Unstated => None,
            },
            origin: None,
            flag: None,
            liability: None,
            estimated_spend: None,
            results: None,
        }
    }

    /// The store's filter: codes are found with and without the prefix.
    pub(super) fn filter(&self, filter: &CouponFilter) -> Filter {
        let text = filter.search.trim();
        let prefix = self.prefix.text.to_lowercase();
        let code = text
            .to_lowercase()
            .strip_prefix(&prefix)
            .filter(|rest| !prefix.is_empty() && !rest.is_empty())
            .map(str::to_owned);
        Filter {
            text: text.to_owned(),
            code,
            kind: filter.kind,
            state: filter.state,
            only_unplanned: filter.only_unplanned,
        }
    }
}

/// Why a live coupon is flagged that the plan did not create, and what it can still cost (CP-26).
pub(crate) fn flag(coupon: &SellerCoupon, currency: Currency, context: &Context) -> Option<String> {
    if !coupon.is_live(context.now) || coupon.origin == CouponOrigin::Planned {
        return None;
    }
    let is_addon = matches!(coupon.origin, CouponOrigin::Addon { .. });
    let what = match is_addon {
        true => context.say(
            "Created by the platform beside something of yours.",
            "由平台随您的其他活动自动创建。",
        ),
        false => context.say("Not created here.", "非在此创建。"),
    };
    let liability = liability(coupon, context.now, currency);
    let cost = match (liability.at_most.map(money_text), liability.left) {
        (Some(most), _) => context.say(
            format!("It can still cost {most}."),
            format!("最多还会花费 {most}。"),
        ),
        (None, None) => context.say(
            "What it can cost is not known: the quantity is not stated.",
            "花费未知：未说明数量。",
        ),
        (None, Some(_)) => context.say(
            "What it can cost has no limit: the percentage has no maximum.",
            "花费没有上限：百分比未设最高优惠。",
        ),
    };
    Some(match context.language {
        seller_domain::Language::English => format!("{what} {cost}"),
        seller_domain::Language::SimplifiedChinese => format!("{what}{cost}"),
    })
}

pub(crate) fn coupon_page(
    desk: &Desk,
    context: &Context,
    request: CouponPage,
) -> Answer<CouponList> {
    desk.read(context, |view| {
        let lines = Lines::new(view, context)?;
        let window = request.window;
        let (offset, limit) = (window.offset, window.limit.min(MOST_ROWS));
        let counts = counts(view, context)?;
        if request.filter.state == Some(CouponState::Draft) {
            let drafts = drafts(view, &lines, &request.filter)?;
            return Ok(CouponList {
                total: super::number(drafts.len()),
                rows: drafts
                    .into_iter()
                    .skip(offset as usize)
                    .take(limit as usize)
                    .collect(),
                counts,
            });
        }
        let filter = lines.filter(&request.filter);
        let listed = seller_coupon::page(
            view,
            &filter,
            context.now,
            Order::LiveFirst,
            (offset, limit),
        )?;
        Ok(CouponList {
            total: seller_coupon::count(view, &filter, context.now)?,
            rows: listed.iter().map(|listed| lines.line(listed)).collect(),
            counts,
        })
    })
}

fn drafts(
    view: &View<'_>,
    lines: &Lines,
    filter: &CouponFilter,
) -> Result<Vec<CouponLine>, Trouble> {
    let wanted = filter.search.trim().to_lowercase();
    let has = |text: &str| text.to_lowercase().contains(&wanted);
    Ok(coupon_draft::all(view)?
        .iter()
        .map(|kept| lines.draft_line(kept))
        .filter(|line| filter.kind.is_none_or(|kind| line.kind == kind))
        .filter(|line| !filter.only_unplanned && matches_draft(line, has))
        .collect())
}

fn matches_draft(line: &CouponLine, has: impl Fn(&str) -> bool) -> bool {
    has(&line.name)
        || line.full_claim_code.as_deref().is_some_and(&has)
        || line.customer.as_deref().is_some_and(&has)
}

fn counts(view: &View<'_>, context: &Context) -> Result<CouponCounts, Trouble> {
    let counts = seller_coupon::counts(view, context.now)?;
    Ok(CouponCounts {
        draft: coupon_draft::count(view)?,
        upcoming: counts.upcoming,
        ongoing: counts.ongoing,
        ended: counts.ended,
        deactivated: counts.deactivated,
        unplanned: counts.unplanned,
        addon: counts.addon,
    })
}

pub(crate) fn coupon_get(
    desk: &Desk,
    context: &Context,
    request: CouponGet,
) -> Answer<CouponDetail> {
    desk.read(context, |view| detail(view, context, &request.coupon_id))
}

/// One coupon with all that happened to it.
pub(super) fn detail(
    view: &View<'_>,
    context: &Context,
    id: &SellerCouponId,
) -> Result<CouponDetail, Trouble> {
    let lines = Lines::new(view, context)?;
    let listed = Listed {
        estimated_spend: seller_coupon::estimated_spend(view, id)?,
        ..alone(seller_coupon::require(view, id)?)
    };
    let events = coupon_event::of_coupon(view, id)?;
    let zone = lines.shop.time_zone;
    let coupon = &listed.coupon;
    Ok(CouponDetail {
        line: lines.line(&listed),
        terms: words::terms(&coupon.terms, zone, context),
        may: may(coupon, context),
        estimated_spend: listed.estimated_spend,
        history: history(&events, &coupon.terms, &lines),
        coupon: listed.coupon,
    })
}

/// A coupon as a list would have it, its estimate aside.
pub(super) fn alone(coupon: SellerCoupon) -> Listed {
    Listed {
        products: match &coupon.terms.scope {
            CouponScope::Products { ids } => super::number(ids.len()),
            CouponScope::WholeShop | CouponScope::Unstated => 0,
        },
        estimated_spend: None,
        coupon,
    }
}

fn may(coupon: &SellerCoupon, context: &Context) -> CouponMay {
    let state = coupon.state(context.now);
    let fields = coupon.terms.kind.fields();
    CouponMay {
        edit: match state {
            CouponState::Upcoming => fields,
            CouponState::Ongoing => fields
                .into_iter()
                .filter(|field| !shape::freezes(*field))
                .collect(),
            CouponState::Draft | CouponState::Ended | CouponState::Deactivated => Vec::new(),
        },
        deactivate: state.is_live(),
        send: state.is_live() && coupon.terms.kind == CouponKind::Chat && coupon.sent_at.is_none(),
    }
}

/// What happened, the latest first. The terms after a change are those before the next one.
fn history(events: &[Event], now: &CouponTerms, lines: &Lines) -> Vec<CouponEventView> {
    let mut after = now;
    let mut shown = Vec::with_capacity(events.len());
    for event in events.iter().rev() {
        let changes = event.before.as_ref().map_or_else(Vec::new, |before| {
            words::changes(before, after, lines.shop.time_zone, &lines.context)
        });
        shown.push(CouponEventView {
            at: event.at,
            what: what(event.act, event.before.is_some(), &lines.context),
            changes,
            acknowledged: event.acknowledged.clone(),
        });
        after = event.before.as_ref().unwrap_or(after);
    }
    shown
}

fn what(act: Act, changed: bool, context: &Context) -> String {
    match act {
        Act::Created => context.say("Created", "创建"),
        Act::Recorded => context.say("Recorded as it stands on the platform", "按平台现状记录"),
        Act::Imported if changed => context.say("Changed by the platform's list", "由平台列表更新"),
        Act::Imported => context.say("Imported from the platform's list", "从平台列表导入"),
        Act::Edited => context.say("Edited", "编辑"),
        Act::Deactivated => context.say("Deactivated", "停用"),
        Act::Sent => context.say("Sent to the customer", "已发送给顾客"),
    }
}
