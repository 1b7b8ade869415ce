//! A file to read: on disk or in memory, opened as often as a reader needs it.

use crate::limits;
use crate::trouble::{FileError, Trouble};
use std::fs::File;
use std::io::{Cursor, Read, Seek};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Where the bytes of a file come from.
#[derive(Debug, Clone)]
pub enum Input {
    /// A file on disk.
    Path(PathBuf),
    /// Bytes in memory.
    Bytes(Arc<[u8]>),
}

impl From<&Path> for Input {
    fn from(path: &Path) -> Self {
        Self::Path(path.to_owned())
    }
}

impl From<PathBuf> for Input {
    fn from(path: PathBuf) -> Self {
        Self::Path(path)
    }
}

impl From<Vec<u8>> for Input {
    fn from(bytes: Vec<u8>) -> Self {
        Self::Bytes(bytes.into())
    }
}

impl From<&[u8]> for Input {
    fn from(bytes: &[u8]) -> Self {
        Self::Bytes(bytes.into())
    }
}

/// Bytes that can be read from any place.
pub(crate) trait ReadSeek: Read + Seek {}
impl<T: Read + Seek> ReadSeek for T {}

/// An opened file.
pub(crate) type Opened = Box<dyn ReadSeek>;

impl Input {
    /// Opens it at its first byte. Too large and empty files are refused here.
    pub(crate) fn open(&self) -> Result<Opened, FileError> {
        let size = self.size()?;
        if size == 0 {
            return Err(Trouble::EmptyFile.into());
        }
        if size > limits::FILE_BYTES {
            return Err(Trouble::FileTooLarge {
                limit_megabytes: (limits::FILE_BYTES >> 20) as u32,
            }
            .into());
        }
        Ok(match self {
            Self::Path(path) => Box::new(File::open(path).map_err(unreadable)?),
            Self::Bytes(bytes) => Box::new(Cursor::new(Arc::clone(bytes))),
        })
    }

    /// How many bytes it has.
    pub(crate) fn size(&self) -> Result<u64, FileError> {
        match self {
            Self::Path(path) => {
                let about = std::fs::metadata(path).map_err(unreadable)?;
                if about.is_file() {
                    Ok(about.len())
                } else {
                    Err(Trouble::NotATable.into())
                }
            }
            Self::Bytes(bytes) => Ok(bytes.len() as u64),
        }
    }
}

/// The error of a file that the system does not let be read.
pub(crate) fn unreadable(error: std::io::Error) -> FileError {
    Trouble::CannotRead {
        reason: error.into(),
    }
    .into()
}
