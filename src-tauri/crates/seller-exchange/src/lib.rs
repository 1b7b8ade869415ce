//! The files sellers have: bytes in, rows out, and back.
//!
//! Every reader takes an [`Input`], reads it in bounded memory and names what it
//! refuses with place, value, reason and remedy ([`trouble`]). Readers find their
//! way by content and by column names, never by file names or positions. The
//! time zone and the currency are passed in.

pub mod atomic;
pub mod batch_edit;
pub mod delimited;
pub mod export;
pub mod fail_report;
mod headed;
pub mod id_list;
pub mod input;
pub mod limits;
pub mod lists;
pub mod moments;
#[cfg(test)]
mod mutations;
mod platform_text;
pub mod prefill;
pub mod price_template;
pub mod registrations_csv;
pub mod row;
#[cfg(any(test, feature = "samples"))]
pub mod samples;
pub mod sniff;
pub mod stated;
pub mod table;
pub mod trouble;
pub mod values;
pub mod workbook;

pub use input::Input;
pub use platform_text::{Alone, range as stated_range};
pub use trouble::{FileError, FileKind, Hindrance, Place, Problems, RowProblem, Trouble};
