//! Whether a copy fits on its disk: asked before it is begun, and named when it does not.

use crate::error::StoreError;
use std::io;
use std::path::{Path, PathBuf};

/// What a copy takes beside its own pages: its journal, and the folder that names it.
const BESIDE: u64 = 256 << 10;

/// How many bytes this user may still write on the disk of a folder.
///
/// # Errors
/// Where the system does not tell.
pub fn free(folder: &Path) -> io::Result<u64> {
    #[cfg(test)]
    if let Some(pretended) = tests::PRETENDED.get() {
        return Ok(pretended);
    }
    fs4::available_space(folder)
}

/// Refuses where `needed` bytes do not fit on the disk of `folder`. Where the system does not
/// tell, writing will.
pub(crate) fn require(folder: &Path, needed: u64) -> Result<(), StoreError> {
    let needed = needed + BESIDE;
    match free(folder) {
        Ok(free) if free < needed => Err(StoreError::NoRoom {
            folder: folder.to_owned(),
            needed: Some(needed),
            free,
        }),
        _ => Ok(()),
    }
}

/// A full disk with the place and what is free there; other errors as they are.
pub(crate) fn named(error: StoreError, path: &Path, needed: Option<u64>) -> StoreError {
    let folder = folder_of(path);
    match (error, free(&folder)) {
        (StoreError::DiskFull, Ok(free)) => StoreError::NoRoom {
            folder,
            needed,
            free,
        },
        (error, _) => error,
    }
}

/// The folder that a file is in.
pub(crate) fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    }
}

/// Bytes as people read them: `12.3 MB`. What is needed is rounded up, what is free down.
pub fn megabytes(bytes: u64, up: bool) -> String {
    let tenth = 100_000;
    let tenths = if up {
        bytes.div_ceil(tenth)
    } else {
        bytes / tenth
    };
    format!("{}.{} MB", tenths / 10, tenths % 10)
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use std::cell::Cell;

    thread_local! {
        /// What this thread takes for the free space of every disk.
        pub(crate) static PRETENDED: Cell<Option<u64>> = const { Cell::new(None) };
    }

    #[test]
    fn megabytes_are_rounded_to_the_safe_side() {
        assert_eq!(megabytes(0, true), "0.0 MB");
        assert_eq!(megabytes(1, true), "0.1 MB");
        assert_eq!(megabytes(199_999, false), "0.1 MB");
        assert_eq!(megabytes(12_345_678, true), "12.4 MB");
        assert_eq!(megabytes(12_345_678, false), "12.3 MB");
    }

    #[test]
    fn what_is_free_is_asked_of_the_system() {
        let folder = tempfile::tempdir().unwrap();
        assert!(free(folder.path()).unwrap() > 0);
        assert!(free(&folder.path().join("none")).is_err());
        require(folder.path(), 1).unwrap();
        require(folder.path(), u64::MAX - BESIDE).unwrap_err();
    }
}
