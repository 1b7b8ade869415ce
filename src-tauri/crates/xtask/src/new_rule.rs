//! `cargo xtask new-rule FAMILY stem`.
use crate::home::Home;
use crate::{Chore, Trouble};
pub const CHORE: Chore = Chore {
    name: "new-rule",
    usage: "new-rule FAMILY stem",
    about: "",
    work,
};
fn work(_: &Home, _: &[String]) -> Result<(), Trouble> {
    Err(Trouble::new(""))
}
