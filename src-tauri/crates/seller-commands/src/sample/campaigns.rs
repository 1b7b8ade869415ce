//! The campaigns of the sample shop: every kind, every phase.

use super::{Teller, cents};
use crate::trouble::Trouble;
use seller_domain::campaign::{
    Approval, Campaign, CampaignCoupon, CampaignKind, CouponDiscount, CouponTarget, Criteria,
    FeePolicy, Pricing, Subsidy, Tier, TierTerms,
};
use seller_domain::{CampaignId, Percent, Period};
use seller_store::{Tx, campaign};

/// Over.
pub(super) const SCHOOL: &str = "sample-school";
/// Running, with products in every state.
pub(super) const FLASH: &str = "sample-flash";
/// Registration has closed, not begun.
pub(super) const SHOP_TAB: &str = "sample-shop-tab";
/// Open; registered at once.
pub(super) const WEEKLY: &str = "sample-weekly";
/// Open and integrated: the draft is for it.
pub(super) const HOLIDAY: &str = "sample-holiday";
const CYBER: &str = "sample-cyber";
/// Open, and closed to the shop for its shipping terms.
pub(super) const FREE_SHIPPING: &str = "sample-free-shipping";

pub(super) fn record(tx: &Tx<'_>, teller: &Teller<'_>) -> Result<(), Trouble> {
    for recorded in all(teller) {
        campaign::save(tx, &recorded)?;
    }
    Ok(())
}

fn all(teller: &Teller<'_>) -> Vec<Campaign> {
    let days = |from, until| Period::new(teller.day(from), teller.day(until));
    let plain = |id: &str, name: &str, kind, registration, running| Campaign {
        id: CampaignId::from(id),
        name: name.to_owned(),
        kind,
        sub_campaigns: Vec::new(),
        registration,
        re_registration_deadline: None,
        running,
        criteria: Criteria::default(),
        pricing: Pricing::default(),
        tiers: Vec::new(),
        extra_discount_minimum: None,
        coupons: Vec::new(),
        subsidy: Subsidy::None,
        approval: Approval::Reviewed,
        fee_policy: FeePolicy::default(),
        note: String::new(),
    };
    use CampaignKind::{FlashSale, Integrated, Major, ShopTab, Weekly};
    vec![
        plain(
            SCHOOL,
            "Back to School",
            Major,
            days(-75, -55),
            days(-50, -43),
        ),
        Campaign {
            re_registration_deadline: Some(teller.day(4)),
            extra_discount_minimum: Some(Percent::whole(2)),
            subsidy: Subsidy::Pending,
            note: "Prices of products under review cannot be edited until the subsidy is applied."
                .to_owned(),
            ..plain(
                FLASH,
                "Premium Flash Days",
                FlashSale,
                days(-30, -5),
                days(-3, 11),
            )
        },
        plain(
            SHOP_TAB,
            "Shop Tab Picks",
            ShopTab,
            days(-20, -2),
            days(3, 9),
        ),
        Campaign {
            approval: Approval::AtOnce,
            ..plain(WEEKLY, "Weekly Deals", Weekly, days(-2, 3), days(4, 12))
        },
        holiday(plain(
            HOLIDAY,
            "Holiday Mega Sale",
            Integrated,
            days(-4, 6),
            days(10, 17),
        )),
        plain(CYBER, "Cyber Flash", FlashSale, days(3, 8), days(18, 20)),
        Campaign {
            coupons: coupons().drain(..1).collect(),
            criteria: Criteria {
                free_shipping_threshold_at_most: Some(cents(10_00)),
                ..Criteria::default()
            },
            ..plain(
                FREE_SHIPPING,
                "Free Shipping Week",
                Major,
                days(-3, 5),
                days(21, 28),
            )
        },
    ]
}

fn holiday(plain: Campaign) -> Campaign {
    Campaign {
        sub_campaigns: ["Early Bird", "Main Event", "Last Call"]
            .map(str::to_owned)
            .to_vec(),
        tiers: vec![
            TierTerms {
                tier: Tier::Featured,
                minimum_discount: Some(Percent::whole(20)),
                maximum_price: Some(cents(60_00)),
                minimum_stock: Some(20),
            },
            TierTerms {
                tier: Tier::Regular,
                minimum_discount: Some(Percent::whole(5)),
                maximum_price: None,
                minimum_stock: None,
            },
        ],
        extra_discount_minimum: Some(Percent::whole(3)),
        coupons: coupons(),
        subsidy: Subsidy::Pending,
        note: "One registration covers all three sales.".to_owned(),
        ..plain
    }
}

fn coupons() -> Vec<CampaignCoupon> {
    vec![
        CampaignCoupon {
            id: "sample-coupon-5".into(),
            name: "$5 off $40".to_owned(),
            discount: CouponDiscount::Fixed {
                amount: cents(5_00),
            },
            target: CouponTarget::AllCustomers,
            seller_ratio: Percent::whole(50),
            seller_maximum: None,
            minimum_purchase: cents(40_00),
            quantity: Some(2_000),
        },
        CampaignCoupon {
            id: "sample-coupon-20".into(),
            name: "20% off $60, up to $25".to_owned(),
            discount: CouponDiscount::Percentage {
                rate: Percent::whole(20),
                maximum: Some(cents(25_00)),
            },
            target: CouponTarget::SelectedCustomers,
            seller_ratio: Percent::whole(40),
            seller_maximum: Some(cents(8_00)),
            minimum_purchase: cents(60_00),
            quantity: None,
        },
    ]
}
