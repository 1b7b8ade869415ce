//! Where shops are kept: a folder with the seller's own and the sample, or one file.

use seller_domain::Instant;
use seller_store::{Cellar, OpenError};
use std::path::{Path, PathBuf};
use std::sync::Arc;

const OWN: &str = "shop.promodesk";
const SAMPLE: &str = "sample.promodesk";

/// Where shops are kept.
#[derive(Debug)]
pub(crate) enum Place {
    /// The window's data folder.
    Folder(PathBuf),
    /// A file that the terminal named.
    File(PathBuf),
}

/// What is open.
pub(crate) enum Open {
    /// No shop yet.
    Nothing,
    /// A shop.
    Shop {
        /// Its file.
        cellar: Arc<Cellar>,
        /// Whether it is the sample.
        is_sample: bool,
    },
    /// A file that cannot be opened.
    Broken {
        /// The file.
        path: PathBuf,
        /// Why.
        error: OpenError,
    },
}

impl Place {
    /// The file of the seller's own shop.
    pub fn own(&self) -> PathBuf {
        match self {
            Self::Folder(folder) => folder.join(OWN),
            Self::File(file) => file.clone(),
        }
    }

    /// The file of the sample shop; beside a named file it carries that file's name.
    pub fn sample(&self) -> PathBuf {
        match self {
            Self::Folder(folder) => folder.join(SAMPLE),
            Self::File(file) => file.with_extension(SAMPLE),
        }
    }

    /// Opens the seller's own shop; where there is none, the sample if it was explored before.
    pub fn open_first(&self, now: Instant) -> Open {
        let own = self.own();
        match self {
            Self::Folder(_) if !own.exists() && self.sample().exists() => {
                open(&self.sample(), true, now)
            }
            _ => open(&own, false, now),
        }
    }
}

/// Opens a file; a missing one is no fault.
pub(crate) fn open(path: &Path, is_sample: bool, now: Instant) -> Open {
    match Cellar::open(path, now) {
        Ok(cellar) => {
            if let Err(error) = cellar.back_up_if_changed(now) {
                tracing::warn!(%error, "no backup was made at start");
            }
            Open::Shop {
                cellar: Arc::new(cellar),
                is_sample,
            }
        }
        Err(OpenError::Missing { .. }) => Open::Nothing,
        Err(error) => {
            tracing::error!(%error, "the shop file cannot be opened");
            Open::Broken {
                path: path.to_owned(),
                error,
            }
        }
    }
}
