//! What travels between the desk and those who call it: requests and responses,
//! one file per room. TypeScript is generated from these types.

pub mod campaigns;
pub mod common;
pub mod coupon_book;
pub mod coupons;
pub mod drafts;
pub mod exports;
pub mod files;
pub mod funded;
pub mod funded_questions;
pub mod history;
pub mod imports;
pub mod overview;
pub mod partner_campaigns;
pub mod partner_products;
pub mod products;
pub mod registrations;
pub mod rulebook;
pub mod shop;
pub mod smart_promotion;
