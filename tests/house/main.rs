//! The rules of the house, checked on its sources and its dependency graph.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod commands;
mod corridor;
mod page;
mod sources;
mod window_policy;
