//! One process writes a file. Others are told so, and may read beside it.

use crate::error::{FileAct, OpenError};
use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};

/// Holds the file for this process until it is dropped or the process dies.
#[derive(Debug)]
pub(crate) struct InstanceLock {
    file: File,
}

impl InstanceLock {
    /// Takes the lock of the shop file at `path`, or says who is in the way.
    pub(crate) fn take(path: &Path) -> Result<Self, OpenError> {
        let beside = lock_path(path);
        let file = private(OpenOptions::new().create(true).truncate(false).write(true))
            .open(&beside)
            .map_err(|error| OpenError::io(FileAct::CreatingLockFile, &beside, error))?;
        match file.try_lock() {
            Ok(()) => Ok(Self { file }),
            Err(TryLockError::WouldBlock) => Err(OpenError::AlreadyOpen {
                path: path.to_owned(),
            }),
            Err(TryLockError::Error(error)) => {
                Err(OpenError::io(FileAct::LockingShopFile, &beside, error))
            }
        }
    }
}

impl Drop for InstanceLock {
    /// Lets go at once: a child that was being started at this moment may
    /// still hold a copy of the handle.
    fn drop(&mut self) {
        if let Err(error) = self.file.unlock() {
            // Closing the handle lets go as well.
            tracing::debug!(%error, "the lock was not released by hand");
        }
    }
}

/// `shop.promodesk` has its lock in `shop.promodesk.lock`.
fn lock_path(path: &Path) -> PathBuf {
    with_suffix(path, ".lock")
}

/// The path with something added to its name: SQLite's `-wal`, our `.lock`.
pub(crate) fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

/// Files of the shop are for its user alone.
pub(crate) fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
    options
}

/// Makes a folder, and those above it that are missing, for this user alone.
pub(crate) fn private_folder(folder: &Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}
