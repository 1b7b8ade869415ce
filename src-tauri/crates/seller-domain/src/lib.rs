//! Words and arithmetic of a TikTok Shop seller's promotions: money, time, the
//! shop, its catalogue, campaigns, registrations, coupons, TikTok-funded promotions and fees.
//!
//! Everything here is plain data and exact arithmetic. No file, no SQL, no
//! window, no clock of its own: whoever needs the time passes it in.

pub mod allotment;
pub mod business_days;
pub mod campaign;
pub mod catalogue;
pub mod clock;
pub mod fees;
pub mod funded_promotion;
pub mod ids;
pub mod language;
pub mod market;
pub mod money;
pub mod partner_campaign;
pub mod percent;
pub mod period;
pub mod price_history;
pub mod registration;
pub mod seller_coupon;
pub mod shop;
pub mod smart_promotion;

pub use clock::{Clock, FixedClock, Instant};
pub use ids::{
    CampaignId, CouponId, DraftId, EntryId, OwnCampaignId, PartnerCampaignId, ProductId,
    SellerCouponId, SkuId,
};
pub use language::Language;
pub use market::{Currency, Market};
pub use money::Money;
pub use percent::Percent;
pub use period::{Period, Zone};
