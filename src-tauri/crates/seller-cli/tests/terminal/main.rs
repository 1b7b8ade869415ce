//! The program as people script it: what it prints, how it exits, and what is left when it is
//! killed, pointed at the wrong file, or started twice.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

#[cfg(target_os = "linux")]
mod full;
mod imports;
#[cfg(target_os = "linux")]
mod injected;
mod killed;
mod languages;
#[cfg(target_os = "linux")]
mod large;
mod machines;
mod places;
mod planning;
#[cfg(target_os = "linux")]
mod scarce;
mod script;
mod several;
mod support;
