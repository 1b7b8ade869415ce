//! Tests on real files in folders of their own.

mod backups;
mod brought;
mod catalogue;
mod drafts;
mod faults;
mod funded_switches;
mod history;
mod migrations;
mod opening;
mod partner_campaigns;
mod registrations;
mod seller_coupons;
mod support;
mod tables;
