//! Every rule of the platform that the product enforces: its id, its sources,
//! the figures it uses, its check, the bound it sets and the repair it offers.
//!
//! The rulebook is pure: facts and the time go in, findings come out. It is
//! also the only place that can stamp something as [`Accepted`], which the
//! store's writes ask for.
//!
//! To add a rule: `cargo xtask new-rule FAMILY stem`, fill in the pair of files,
//! run the tests of this crate.

pub mod accepted;
pub mod book;
pub mod bound;
pub mod cases;
pub mod claim_code;
pub mod coupon_cases;
pub mod facts;
pub mod finding;
pub mod funded_cases;
pub mod lowest_price;
pub mod message;
pub mod page;
pub mod partner_cases;
pub mod policy;
pub mod repair;
pub mod review;
pub mod rule;
pub mod rules;
pub mod stock;
pub mod worked;

pub use accepted::{Accepted, Refused};
pub use bound::{Bound, Bounds, Corridor};
pub use coupon_cases::CouponFacts;
pub use facts::{Facts, ProductFacts, SkuFacts};
pub use finding::{Edit, Fault, Finding, Param, Place, Verdict};
pub use partner_cases::{OwnCampaignFacts, PartnerFacts, PartnerProductFacts};
pub use policy::Policy;
pub use review::Review;
pub use rule::{Check, Grade, Rule, Source};
