//! Files that are damaged or mean harm.
