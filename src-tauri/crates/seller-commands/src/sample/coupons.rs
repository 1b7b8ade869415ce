//! The sample seller's coupons: every type and every state, one draft, and two that the plan did
//! not create, one of them an addon.

use super::goods::Goods;
use super::story::just_now;
use super::{Teller, cents};
use crate::trouble::Trouble;
use seller_domain::seller_coupon::{
    AddonCoupons, Audience, CouponDraft, CouponKind, CouponOrigin, CouponResults, CouponScope,
    SellerCoupon, Validity,
};
use seller_domain::{Money, Percent, Period, SellerCouponId};
use seller_rulebook::CouponFacts;
use seller_rulebook::claim_code::prefix_of;
use seller_rulebook::coupon_cases::{CouponAct, CouponActCase, CouponCase};
use seller_rulebook::review::{accept_coupon, accept_coupon_act};
use seller_store::coupon_event::Act;
use seller_store::{Tx, coupon_draft, product, seller_coupon};
use std::collections::{BTreeSet, HashMap};

/// Warnings that the sample seller lets pass.
const ACKNOWLEDGED: [&str; 2] = ["CP-07", "CP-26"];

/// What tells the coupons apart: days are counted from today.
struct Plan {
    id: u32,
    kind: CouponKind,
    name: &'static str,
    created: i64,
    days: (i64, i64),
    takes_off: TakesOff,
    minimum_spend: i64,
    quantity: u32,
}

enum TakesOff {
    Cents(i64),
    Percent { rate: i64, most: i64 },
}

use CouponKind::{Chat, Follower, PromoCode, Review, Standard};
use TakesOff::{Cents, Percent as Rate};

const PLANS: [Plan; 12] = [
    plan(
        1,
        Standard,
        "Autumn welcome",
        -75,
        (-74, -30),
        Cents(5_00),
        40_00,
        400,
    ),
    plan(
        2,
        Standard,
        "Everyone saves",
        -20,
        (-19, 30),
        Rate {
            rate: 10,
            most: 8_00,
        },
        35_00,
        1_000,
    ),
    plan(
        3,
        Standard,
        "Welcome gift",
        -2,
        (3, 45),
        Cents(6_00),
        45_00,
        300,
    ),
    plan(
        4,
        Standard,
        "Too generous",
        -15,
        (-14, 20),
        Rate {
            rate: 40,
            most: 25_00,
        },
        30_00,
        500,
    ),
    plan(
        5,
        Follower,
        "Thanks for following",
        -40,
        (-39, 60),
        Cents(5_00),
        30_00,
        800,
    ),
    plan(
        6,
        Review,
        "Write and save",
        -80,
        (-79, -45),
        Cents(3_00),
        20_00,
        200,
    ),
    plan(
        7,
        Review,
        "Write and save again",
        -11,
        (-10, 50),
        Cents(4_00),
        25_00,
        200,
    ),
    plan(
        8,
        Chat,
        "For the late parcel",
        -6,
        (-5, 30),
        Cents(8_00),
        20_00,
        1,
    ),
    plan(
        9,
        Chat,
        "For the next order",
        -1,
        (1, 40),
        Cents(5_00),
        25_00,
        1,
    ),
    plan(
        10,
        PromoCode,
        "LIVE on Friday",
        -25,
        (-24, -10),
        Rate {
            rate: 15,
            most: 12_00,
        },
        30_00,
        150,
    ),
    plan(
        11,
        PromoCode,
        "Newsletter",
        -6,
        (-5, 20),
        Cents(7_00),
        50_00,
        250,
    ),
    plan(
        12,
        PromoCode,
        "Creator code",
        -3,
        (4, 25),
        Rate {
            rate: 20,
            most: 10_00,
        },
        40_00,
        100,
    ),
];

#[expect(clippy::too_many_arguments, reason = "a row of the table above")]
const fn plan(
    id: u32,
    kind: CouponKind,
    name: &'static str,
    created: i64,
    days: (i64, i64),
    takes_off: TakesOff,
    minimum_spend: i64,
    quantity: u32,
) -> Plan {
    Plan {
        id,
        kind,
        name,
        created,
        days,
        takes_off,
        minimum_spend,
        quantity,
    }
}

/// Creates the coupons at their times, stops one, sends one, and finds two of others.
pub(super) fn issue(teller: &Teller<'_>, goods: &Goods) -> Result<(), Trouble> {
    for plan in &PLANS {
        let draft = plan.draft(teller, goods);
        teller.at(teller.hour(plan.created, 9), |tx| save(tx, teller, &draft))?;
    }
    teller.at(teller.hour(-9, 17), |tx| {
        act(tx, &coupon_id(4), CouponAct::Deactivate, Act::Deactivated)
    })?;
    teller.at(teller.hour(-5, 10), |tx| {
        act(tx, &coupon_id(8), CouponAct::Send, Act::Sent)
    })?;
    teller.at(just_now(teller.now), |tx| {
        find_on_the_platform(tx, teller)?;
        leave_a_draft(tx, teller)
    })
}

impl Plan {
    fn draft(&self, teller: &Teller<'_>, goods: &Goods) -> CouponDraft {
        let mut draft = CouponDraft::new(coupon_id(self.id), self.kind);
        draft.name = self.name.to_owned();
        draft.period = Some(Period::new(
            teller.day(self.days.0),
            teller.day(self.days.1),
        ));
        draft.validity = Some(Validity::DaysAfterClaim { days: 14 });
        match self.takes_off {
            Cents(amount) => draft.amount = Some(cents(amount)),
            Rate { rate, most } => {
                draft.rate = Some(Percent::whole(rate));
                draft.maximum_discount = Some(cents(most));
            }
        }
        draft.minimum_spend = Some(cents(self.minimum_spend));
        draft.quantity = Some(self.quantity.into());
        match (self.kind, self.id) {
            (Standard, 1 | 3) => draft.audience = Audience::New,
            (Chat, _) => draft.customer = format!("mia_{}", 80 + self.id),
            (PromoCode, 10) => draft.claim_code = "LIVE15".to_owned(),
            (PromoCode, 11) => draft.claim_code = "NEWS7".to_owned(),
            (PromoCode, _) => draft.claim_code = "CREATE20".to_owned(),
            (Review, _) => {
                let products = goods.rows.iter().take(24);
                draft.scope = CouponScope::Products {
                    ids: products.map(|row| row.id.clone()).collect(),
                };
            }
            _ => {}
        }
        draft
    }
}

fn coupon_id(number: u32) -> SellerCouponId {
    format!("sample-seller-coupon-{number}").into()
}

/// Saves as the desk does: through the book.
fn save(tx: &Tx<'_>, teller: &Teller<'_>, draft: &CouponDraft) -> Result<(), Trouble> {
    let facts = facts(tx, teller, draft)?;
    let policy = facts.policy();
    let case = CouponCase {
        facts: &facts,
        policy: &policy,
        draft,
        before: None,
    };
    let accepted = accept_coupon(&case, &acknowledged())
        .map_err(|refused| crate::error::CommandError::bug(format!("{refused:?}")))?;
    let average = teller.shop.average_order_value;
    let spend = seller_planner::seller_coupon::draft_spend(draft, average);
    seller_coupon::insert(tx, &accepted, spend.and_then(|spend| spend.estimated))?;
    Ok(())
}

fn acknowledged() -> BTreeSet<String> {
    ACKNOWLEDGED.map(str::to_owned).into()
}

fn facts(tx: &Tx<'_>, teller: &Teller<'_>, draft: &CouponDraft) -> Result<CouponFacts, Trouble> {
    let now = tx.now();
    let mut products = HashMap::new();
    if let CouponScope::Products { ids } = &draft.scope {
        for id in ids {
            if let Some(product) = product::find(tx, id)? {
                products.insert(product.id, product.status);
            }
        }
    }
    let mut facts = CouponFacts {
        now,
        shop: teller.shop.clone(),
        prefix: seller_domain::seller_coupon::ClaimPrefix::entered(""),
        addons: AddonCoupons::MayAppear,
        others: seller_coupon::others(tx, now)?,
        taken_codes: Vec::new(),
        products,
    };
    facts.prefix = prefix_of(&facts.shop.name, &facts.policy());
    Ok(facts)
}

fn act(tx: &Tx<'_>, id: &SellerCouponId, act: CouponAct, event: Act) -> Result<(), Trouble> {
    let coupon = seller_coupon::require(tx, id)?;
    let case = CouponActCase {
        now: tx.now(),
        coupon: &coupon,
        act,
    };
    let accepted = accept_coupon_act(&case, &acknowledged())
        .map_err(|refused| crate::error::CommandError::bug(format!("{refused:?}")))?;
    seller_coupon::update(tx, &accepted, event)?;
    Ok(())
}

/// What the platform's list brought: results of ours, and coupons that nobody planned.
fn find_on_the_platform(tx: &Tx<'_>, teller: &Teller<'_>) -> Result<(), Trouble> {
    let as_of = tx.now();
    let results = |claimed, used, sales, spend| CouponResults {
        claimed: Some(claimed),
        used: Some(used),
        sales: Some(cents(sales)),
        spend: Some(cents(spend)),
        as_of,
    };
    let known = [
        (1, "7459900000000001001", results(322, 118, 649_000, 59_000)),
        (2, "7459900000000001002", results(261, 74, 318_850, 27_140)),
        (6, "7459900000000001006", results(41, 19, 61_240, 5700)),
        (7, "7459900000000001007", results(22, 6, 20_410, 2400)),
        (10, "7459900000000001010", results(90, 63, 290_500, 40_275)),
    ];
    for (number, platform_id, results) in known {
        let coupon = SellerCoupon {
            results: Some(results),
            ..seller_coupon::require(tx, &coupon_id(number))?
        };
        seller_coupon::record(tx, &coupon, Some(platform_id), Act::Imported)?;
    }
    let mut addon = CouponDraft::new(coupon_id(20), Standard);
    addon.name = "SC_addon_20opt".to_owned();
    addon.period = Some(Period::new(teller.day(-19), teller.day(14)));
    addon.rate = Some(Percent::whole(12));
    addon.maximum_discount = Some(cents(600));
    addon.quantity = Some(900.into());
    let origin = CouponOrigin::Addon { came_with: None };
    let found = results(84, 31, 114_000, 12_830);
    unplanned(tx, &addon, origin, found, "7459900000000002001")?;
    let mut agency = CouponDraft::new(coupon_id(21), Follower);
    agency.name = "Agency push".to_owned();
    agency.period = Some(Period::new(teller.day(2), teller.day(42)));
    agency.amount = Some(cents(400));
    agency.minimum_spend = Some(cents(2000));
    agency.quantity = Some(300.into());
    let none = results(0, 0, 0, 0);
    unplanned(
        tx,
        &agency,
        CouponOrigin::Imported,
        none,
        "7459900000000002002",
    )
}

fn unplanned(
    tx: &Tx<'_>,
    draft: &CouponDraft,
    origin: CouponOrigin,
    results: CouponResults,
    platform_id: &str,
) -> Result<(), Trouble> {
    let mut terms = draft.terms().map_err(crate::error::CommandError::bug)?;
    terms.scope = CouponScope::Unstated;
    let coupon = SellerCoupon {
        id: draft.id.clone(),
        terms,
        origin,
        recorded_at: tx.now(),
        deactivated_at: None,
        sent_at: None,
        results: Some(results),
    };
    seller_coupon::record(tx, &coupon, Some(platform_id), Act::Imported)?;
    Ok(())
}

/// A slip in the making: a fixed amount without a minimum spend.
fn leave_a_draft(tx: &Tx<'_>, teller: &Teller<'_>) -> Result<(), Trouble> {
    let mut draft = CouponDraft::new(coupon_id(30), PromoCode);
    draft.name = "Weekend".to_owned();
    draft.period = Some(Period::new(teller.day(5), teller.day(8)));
    draft.amount = Some(Money::from_minor(1000, teller.shop.currency));
    draft.claim_code = "news7".to_owned();
    Ok(coupon_draft::keep(tx, &draft)?)
}
