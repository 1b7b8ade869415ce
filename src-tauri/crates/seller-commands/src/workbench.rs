//! The draft that is being priced, kept in memory between commands.

/// A draft with its facts and its review.
pub(crate) struct Workbench {}
