//! Files in the shapes that sellers have, made up for tests.
//!
//! Nothing here was exported by a shop. The writer is its own, so that files can
//! lie, overflow and break where a good writer would not.

mod book;
mod hostile;
mod shapes;

pub use book::{Book, Style, Tab, Value};
pub use hostile::{
    bomb, bomb_that_lies, crowd, encrypted, entity_expansion, escaping_part, giant_side_sheet,
    legacy, lone_far_cell,
};
pub use shapes::{
    BatchEditOptions, FailRow, PrefillRow, SampleSku, batch_edit, fail_report, prefill,
    price_template,
};
