//! seller-domain
