//! The real window, driven as a seller would through WebKitWebDriver, on Linux.
//!
//! Runs by name only (`cargo xtask test --only window-tests`), since it needs a built window and a
//! screen; without either it fails and says so, it never passes by looking away.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod coupon_book;
mod coupons;
mod ending;
mod follow_up;
mod funded;
mod keyboard;
mod large;
mod large_picker;
mod main_job;
mod many_coupons;
mod pages;
mod partners;
mod prefill;
mod refusals;
mod shop;
mod support;
mod whole_job;
mod window;
