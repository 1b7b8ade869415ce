//! One file per room: the functions behind the commands.

pub(crate) mod backups;
pub(crate) mod campaigns;
pub(crate) mod coupons;
pub(crate) mod drafts;
pub(crate) mod exports;
mod field_problems;
pub(crate) mod funded;
pub(crate) mod grid;
pub(crate) mod history;
pub(crate) mod imports;
pub(crate) mod named_products;
pub(crate) mod overview;
pub(crate) mod partners;
pub(crate) mod products;
pub(crate) mod progress;
pub(crate) mod registrations;
pub(crate) mod rulebook;
pub(crate) mod shop;
pub(crate) mod smart_promotion;
