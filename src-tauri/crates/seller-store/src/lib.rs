//! The shop's database: one file, one writer, history with undo, backups.
//!
//! [`Cellar`] opens the file. [`Cellar::read`] hands out a [`View`],
//! [`Cellar::write`] a [`Tx`]; the modules, one for each table, read through
//! the former and write through the latter. Every write is one transaction and
//! one step of the [`history`].
//!
//! What a rule can refuse is written by functions that take it
//! [accepted](seller_rulebook::Accepted):
//!
//! ```
//! use seller_domain::catalogue::CatalogueChange;
//! use seller_domain::registration::WantedPrices;
//! use seller_domain::smart_promotion::Enrolment;
//! use seller_rulebook::Accepted;
//! use seller_store::{StoreError, Tx, catalogue, price_edit, smart_promotion};
//!
//! fn join(tx: &Tx<'_>, enrolment: &Accepted<Enrolment>) -> Result<(), StoreError> {
//!     smart_promotion::append(tx, enrolment)
//! }
//!
//! fn ask(tx: &Tx<'_>, prices: &Accepted<WantedPrices>) -> Result<(), StoreError> {
//!     price_edit::insert(tx, prices, String::new).map(drop)
//! }
//!
//! fn change(
//!     tx: &Tx<'_>,
//!     changes: &[Accepted<CatalogueChange<'_>>],
//! ) -> Result<(), StoreError> {
//!     catalogue::apply(tx, changes).map(drop)
//! }
//! ```
//!
//! What was not checked does not compile there:
//!
//! ```compile_fail,E0308
//! use seller_domain::smart_promotion::Enrolment;
//! use seller_store::{StoreError, Tx, smart_promotion};
//!
//! fn join(tx: &Tx<'_>, enrolment: &Enrolment) -> Result<(), StoreError> {
//!     smart_promotion::append(tx, enrolment)
//! }
//! ```
//!
//! ```compile_fail,E0308
//! use seller_domain::registration::WantedPrices;
//! use seller_store::{StoreError, Tx, price_edit};
//!
//! fn ask(tx: &Tx<'_>, prices: &WantedPrices) -> Result<(), StoreError> {
//!     price_edit::insert(tx, prices, String::new).map(drop)
//! }
//! ```
//!
//! ```compile_fail,E0308
//! use seller_domain::catalogue::CatalogueChange;
//! use seller_store::{StoreError, Tx, catalogue};
//!
//! fn change(tx: &Tx<'_>, changes: &[CatalogueChange<'_>]) -> Result<(), StoreError> {
//!     catalogue::apply(tx, changes).map(drop)
//! }
//! ```

pub mod backup;
pub mod campaign;
pub mod campaign_rows;
pub mod catalogue;
mod cellar;
mod changes;
pub mod column_mapping;
pub mod confirmation;
pub mod coupon_draft;
pub mod coupon_event;
mod digest;
pub mod draft;
pub mod draft_rows;
mod error;
pub mod exclusion;
pub mod facts;
pub mod funded_switch;
pub mod history;
mod ids;
mod lock;
mod migrate;
mod opening;
pub mod own_campaign;
pub mod own_campaign_draft;
pub mod partner_campaign;
pub mod partner_join_draft;
pub mod partner_product;
pub mod platform_reason;
pub mod price_edit;
pub mod price_record;
pub mod product;
pub mod recommendation_choice;
mod recording;
pub mod registration;
pub mod registration_product;
pub mod registration_sku;
pub mod seller_coupon;
pub mod setting;
pub mod shop;
pub mod sku;
pub mod smart_promotion;
pub mod space;
pub mod stated_terms;
pub mod taken_claim_code;
mod values;
mod view;
pub mod withdrawal;

pub use cellar::{Cellar, Opening, Written};
pub use digest::digest;
pub use error::{
    Damage, FileAct, NotAShop, OpenError, RowMismatch, StepObstacle, StoreError, StuckStep,
};
pub use history::Summary;
pub use ids::{fresh_id, fresh_number};
pub use view::{Tx, View};

#[cfg(test)]
mod tests;
