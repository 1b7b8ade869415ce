//! seller-rulebook
