//! Tests on real files in folders of their own.

mod catalogue;
mod drafts;
mod history;
mod opening;
mod registrations;
mod support;
mod tables;
