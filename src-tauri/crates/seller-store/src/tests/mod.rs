//! Tests on real files in folders of their own.

mod catalogue;
mod history;
mod opening;
mod support;
mod tables;
