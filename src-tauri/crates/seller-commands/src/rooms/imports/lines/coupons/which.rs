//! Which coupon a row of the platform's list is about, so that no two rows are taken for one.

use super::super::super::content::Scene;
use super::super::{Line, What};
use crate::rooms::coupons;
use crate::trouble::Trouble;
use seller_domain::seller_coupon::{CouponKind, SellerCoupon, same_claim_code};
use seller_domain::{Period, SellerCouponId};
use seller_exchange::stated::StatedCoupon;
use seller_store::{View, seller_coupon};
use std::collections::{HashMap, HashSet};

/// What a row has in common with other rows of the import. One coupon that is held is never taken
/// for two rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Alike {
    /// No other row has its name and type, or its claim code.
    None,
    /// Another row has them too: only its very period tells which coupon it is.
    InName,
    /// Another row has its period, too: only its id tells.
    InAll,
}

fn lower(text: &Option<Box<str>>) -> String {
    text.as_deref().unwrap_or_default().trim().to_lowercase()
}

/// What tells rows about coupons apart.
pub(in super::super) fn key(stated: &StatedCoupon) -> String {
    match &stated.id {
        Some(id) => format!("coupon {id}"),
        None => format!("{}\u{0}{:?}", lower(&stated.name), stated.start),
    }
}

/// Says of every row what it has in common with the others.
pub(in super::super) fn compare(rows: &mut [Line]) {
    let mut named: HashMap<String, u32> = HashMap::new();
    let mut by_id = HashSet::new();
    let coupon = |line: &Line| match &line.what {
        What::Coupon(stated, _) => {
            Some((names(stated), stated.start, stated.end, stated.id.is_some()))
        }
        _ => None,
    };
    for (names, start, end, has_id) in rows.iter().filter_map(coupon) {
        for name in names {
            if has_id {
                by_id.insert((name.clone(), start, end));
            }
            *named.entry(name).or_default() += 1;
        }
    }
    let mut met = HashSet::new();
    for line in rows {
        let Some((names, start, end, has_id)) = coupon(line) else {
            continue;
        };
        let several = names.iter().any(|name| named[name] > 1);
        // Of rows that are alike in all, one with an id goes first.
        let mut repeats = false;
        for name in names {
            let same = (name, start, end);
            repeats |= !has_id && by_id.contains(&same);
            repeats |= !met.insert(same);
        }
        if let What::Coupon(_, alike) = &mut line.what {
            *alike = match (several, repeats) {
                (false, _) => Alike::None,
                (true, false) => Alike::InName,
                (true, true) => Alike::InAll,
            };
        }
    }
}

/// What a coupon can be found by without its id.
fn names(stated: &StatedCoupon) -> Vec<String> {
    let code = lower(
        &stated
            .own_code
            .clone()
            .or_else(|| stated.claim_code.clone()),
    );
    let code = (stated.kind == Some(CouponKind::PromoCode) && !code.is_empty())
        .then(|| format!("code {code}"));
    let name = format!("{:?} {}", stated.kind, lower(&stated.name));
    [name].into_iter().chain(code).collect()
}

/// Which coupon a row is about.
pub(super) enum Held {
    New,
    Is(Box<SellerCoupon>),
    /// So many coupons fit.
    OneOf(usize),
}

impl Held {
    pub fn found(self) -> Option<SellerCoupon> {
        match self {
            Self::Is(coupon) => Some(*coupon),
            Self::New | Self::OneOf(_) => None,
        }
    }
}

/// The coupon that the row is about: by the platform's id or ours, by its claim code, by its name
/// and type. Without an id its period has to be the same, or to overlap where nothing else fits.
pub(super) fn held(
    view: &View<'_>,
    scene: &Scene,
    stated: &StatedCoupon,
    alike: Alike,
) -> Result<Held, Trouble> {
    let is = |found| Ok(Held::Is(Box::new(found)));
    if let Some(id) = stated.id.as_deref() {
        if let Some(found) = seller_coupon::by_platform_id(view, id)? {
            return is(found);
        }
        if let Some(found) = seller_coupon::find(view, &SellerCouponId::new(id))? {
            return is(found);
        }
    }
    if alike == Alike::InAll {
        return Ok(Held::New);
    }
    let code = own_code(view, scene, stated)?;
    if stated.kind == Some(CouponKind::PromoCode)
        && let Some(code) = &code
        && let Some(found) = seller_coupon::by_live_code(view, code, scene.context.now)?
        && nearness(&found, stated, alike).is_some()
        && (stated.id.is_none() || seller_coupon::platform_id(view, &found.id)?.is_none())
    {
        return is(found);
    }
    let name = stated.name.as_deref().unwrap_or_default();
    let mut fitting = Vec::new();
    for found in seller_coupon::by_name(view, name)? {
        let same_kind = Some(found.terms.kind) == stated.kind;
        let other_code = match (&code, &found.terms.claim_code) {
            (Some(code), Some(ours)) => !same_claim_code(code, ours),
            _ => false,
        };
        let Some(near) = nearness(&found, stated, alike).filter(|_| same_kind && !other_code)
        else {
            continue;
        };
        if stated.id.is_none() || seller_coupon::platform_id(view, &found.id)?.is_none() {
            fitting.push((near, found));
        }
    }
    // Two coupons can have had the same name one after the other.
    if fitting.iter().any(|(near, _)| *near == Nearness::Same) {
        fitting.retain(|(near, _)| *near == Nearness::Same);
    }
    match (fitting.pop(), fitting.len()) {
        (None, _) => Ok(Held::New),
        (Some((_, found)), 0) => is(found),
        (Some(_), others) => Ok(Held::OneOf(others + 1)),
    }
}

/// How the period of a coupon lies to the one that a row states.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Nearness {
    Same,
    Overlapping,
}

/// None where it cannot be the coupon of the row.
fn nearness(found: &SellerCoupon, stated: &StatedCoupon, alike: Alike) -> Option<Nearness> {
    let (Some(start), Some(end)) = (stated.start, stated.end) else {
        return Some(Nearness::Overlapping);
    };
    let (period, ours) = (Period::new(start, end), found.terms.period);
    if period == ours {
        return Some(Nearness::Same);
    }
    (alike == Alike::None && ours.overlaps(period)).then_some(Nearness::Overlapping)
}

/// The seller's part of the stated code, or what is left of the whole one behind the prefix.
pub(super) fn own_code(
    view: &View<'_>,
    scene: &Scene,
    stated: &StatedCoupon,
) -> Result<Option<String>, Trouble> {
    if let Some(own) = stated.own_code.as_deref() {
        return Ok(Some(own.to_owned()));
    }
    let Some(code) = stated.claim_code.as_deref().map(str::trim) else {
        return Ok(None);
    };
    let prefix = coupons::claim_prefix(view, &scene.shop, &scene.context)?.text;
    let begins = code
        .get(..prefix.len())
        .is_some_and(|start| same_claim_code(start, &prefix));
    let own = match begins && code.len() > prefix.len() {
        true => &code[prefix.len()..],
        false => code,
    };
    Ok((!own.is_empty()).then(|| own.to_owned()))
}
