//! Tests over the whole book: every rule, every page, every example.
//!
//! `UPDATE=1 cargo test -p seller-rulebook` rewrites the findings and results
//! that the examples expect; read the difference as a reviewer.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod coupons;
mod examples;
mod funded;
mod languages;
mod notation;
mod partners;
mod readings;
mod registry;
mod scene;
mod stamping;
mod windows;
