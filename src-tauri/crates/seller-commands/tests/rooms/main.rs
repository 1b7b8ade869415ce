//! The desk's commands on real database files, room by room.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod campaigns;
mod grid;
mod imports;
mod overview;
mod registrations;
mod sample;
mod smart_promotion;
mod support;
