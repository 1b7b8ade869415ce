//! The desk: one function per command, the list declared once, the shapes that
//! travel, and three kinds of "no": findings, errors to act on, and bugs.

mod context;
mod desk;
mod error;
mod list;
mod nouns;
mod progress;
mod rooms;
mod sample;
mod shapes;
mod standing;
mod trouble;
mod views;
pub mod wire;
mod workbench;

pub use desk::Desk;
pub use error::{Answer, CommandError};
pub use rooms::rulebook::explain;
pub use seller_domain::{Clock, FixedClock, Instant, Language};
pub use shapes::{COMMANDS, Shape, typescript};
