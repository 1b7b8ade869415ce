//! The files sellers have: bytes in, rows out, and back.
//!
//! Every reader takes an [`Input`], reads it in bounded memory and names what it
//! refuses with place, value, reason and remedy ([`trouble`]). Readers find their
//! way by content and by column names, never by file names or positions. The
//! time zone and the currency are passed in.

pub mod batch_edit;
pub mod delimited;
pub mod export;
mod headed;
pub mod input;
pub mod limits;
pub mod moments;
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
pub use trouble::{FileError, FileKind, Place, Problems, RowProblem, Trouble};
