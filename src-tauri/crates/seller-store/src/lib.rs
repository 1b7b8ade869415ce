//! seller-store
