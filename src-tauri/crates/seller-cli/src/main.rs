//! seller-cli
fn main() {}
