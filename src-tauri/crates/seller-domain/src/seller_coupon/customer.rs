//! What is known of a customer, to say which coupons they get (CP-11, CP-13 … CP-17, CP-23).

use super::CouponKind;
use crate::clock::Instant;
use crate::ids::{ProductId, SellerCouponId};
use crate::period::Zone;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use unicode_segmentation::UnicodeSegmentation;

/// A customer's history with the shop, typed in or read from an order file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CustomerRecord {
    /// The name in the chat; chat coupons are compared with it. May be empty.
    pub name: String,
    /// Orders, in any order.
    pub orders: Vec<CustomerOrder>,
    /// When the customer followed the shop or its LIVE, each time.
    pub follows: Vec<Follow>,
    /// Product reviews.
    pub reviews: Vec<CustomerReview>,
    /// Seller coupons claimed so far.
    pub claims: Vec<CouponClaim>,
}

/// An order of a customer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CustomerOrder {
    /// The platform's id, or any text that tells orders apart.
    pub id: String,
    /// When it was placed.
    #[ts(type = "string")]
    pub placed_at: Instant,
    /// When it was paid; none: never.
    #[ts(type = "string | null")]
    pub paid_at: Option<Instant>,
    /// Whether it was refunded later. A refund does not undo the purchase (CP-13).
    pub refunded: bool,
    /// What was bought.
    pub products: Vec<ProductId>,
}

/// A stretch of following.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Follow {
    /// What was followed.
    pub target: FollowTarget,
    /// Since when.
    #[ts(type = "string")]
    pub since: Instant,
    /// When it was unfollowed; none: not yet.
    #[ts(type = "string | null")]
    pub until: Option<Instant>,
}

/// What a customer can follow. The two count together (CP-14).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FollowTarget {
    /// The shop.
    Shop,
    /// The shop's LIVE.
    Live,
}

/// A product review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CustomerReview {
    /// The order that the product came with.
    pub order_id: String,
    /// The product.
    pub product_id: ProductId,
    /// When it was submitted.
    #[ts(type = "string")]
    pub submitted_at: Instant,
    /// How many words it has ([`words_in`]).
    pub words: u32,
    /// Whether it has a picture or a video.
    pub has_media: bool,
    /// Whether the platform approved it. The rating does not matter (CP-15).
    pub approved: bool,
}

/// A coupon that the customer claimed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CouponClaim {
    /// The coupon; it may be one that is no longer known here.
    pub coupon_id: SellerCouponId,
    /// Its type.
    pub kind: CouponKind,
    /// When.
    #[ts(type = "string")]
    pub at: Instant,
    /// The reviewed order that earned it; review coupons only (CP-17).
    pub earned_by: Option<String>,
    /// The order that it was used on; none: not used yet (CP-23).
    pub used_on: Option<String>,
}

impl CustomerRecord {
    /// Orders that were placed and paid by `now`. Unpaid orders change nothing (CP-13).
    pub fn paid_orders(&self, now: Instant) -> impl Iterator<Item = &CustomerOrder> {
        self.orders
            .iter()
            .filter(move |order| order.paid_at.is_some_and(|paid| paid <= now))
    }

    /// The first payment by `now`, which ended being new (CP-13).
    pub fn first_payment(&self, now: Instant) -> Option<Instant> {
        self.paid_orders(now)
            .filter_map(|order| order.paid_at)
            .min()
    }

    /// The two paid orders that lie closest together, and how many calendar days of the shop lie
    /// between them; none with fewer than two (CP-11).
    pub fn closest_orders(&self, now: Instant, zone: Zone) -> Option<ClosestOrders<'_>> {
        let mut orders: Vec<_> = self.paid_orders(now).collect();
        orders.sort_by_key(|order| order.placed_at);
        orders
            .windows(2)
            .filter_map(|pair| match pair {
                [first, second] => {
                    let days = zone.day_of(second.placed_at) - zone.day_of(first.placed_at);
                    Some(ClosestOrders {
                        first,
                        second,
                        days: u32::try_from(days.num_days()).unwrap_or(0),
                    })
                }
                _ => None,
            })
            .min_by_key(|pair| pair.days)
    }

    /// The first time that the customer followed the shop or its LIVE (CP-14).
    pub fn first_follow(&self) -> Option<&Follow> {
        self.follows.iter().min_by_key(|follow| follow.since)
    }

    /// Whether the customer follows the shop or its LIVE at `now`.
    pub fn follows_at(&self, now: Instant) -> bool {
        self.follows
            .iter()
            .any(|follow| follow.since <= now && follow.until.is_none_or(|until| now < until))
    }

    /// The order with this id.
    pub fn order(&self, id: &str) -> Option<&CustomerOrder> {
        self.orders.iter().find(|order| order.id == id)
    }

    /// How often the customer claimed a coupon by `now`.
    pub fn claims_of(&self, coupon: &SellerCouponId, now: Instant) -> usize {
        self.claims
            .iter()
            .filter(|claim| claim.coupon_id == *coupon && claim.at <= now)
            .count()
    }
}

/// Two orders of a customer with none between them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClosestOrders<'a> {
    /// The earlier one.
    pub first: &'a CustomerOrder,
    /// The later one.
    pub second: &'a CustomerOrder,
    /// Calendar days of the shop from one to the other; 0 on the same day.
    pub days: u32,
}

/// The words of a review, by the word boundaries of Unicode (UAX #29): what has a letter or a
/// digit (CP-15). Chinese is written without spaces, so each of its characters is a word.
pub fn words_in(text: &str) -> usize {
    text.unicode_words().count()
}
