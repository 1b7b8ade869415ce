//! The desk's commands on real database files, room by room.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod backups;
mod beginning;
mod campaigns;
mod coupons;
mod drafts;
mod exporting;
mod filling;
mod forms;
mod funded;
mod grid;
mod history;
mod hostile;
mod import_choices;
mod import_hostile;
mod import_removals;
mod importing;
mod imports;
mod overview;
mod partners;
mod planning;
mod registrations;
mod rulebook;
mod sample;
mod smart_promotion;
mod support;
mod worked_checks;
