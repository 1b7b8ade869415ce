//! seller-exchange
