//! seller-commands
