//! seller-planner
