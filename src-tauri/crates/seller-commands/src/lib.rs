//! The desk: one function per command, the list declared once, the shapes that
//! travel, and three kinds of "no": findings, errors to act on, and bugs.

mod desk;
mod error;
mod list;
mod rooms;
mod shapes;
pub mod wire;

pub use desk::Desk;
pub use error::{Answer, CommandError};
pub use seller_domain::{Clock, FixedClock, Instant, Language};
pub use shapes::{COMMANDS, Shape, typescript};
