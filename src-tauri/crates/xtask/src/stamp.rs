//! Remembers what a step last worked on, so that a second run can leave it out.

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::io;
use std::path::{Path, PathBuf};

use crate::Trouble;
use crate::home::Home;

/// The fingerprint of a step's inputs beside the one of its last success.
pub struct Stamp {
    file: PathBuf,
    now: String,
}

impl Stamp {
    /// Fingerprints files and whole folders by their contents, and any words that matter too.
    /// Folders named in `except` are passed over.
    pub fn of(
        home: &Home,
        step: &str,
        inputs: &[PathBuf],
        except: &[&str],
        words: &str,
    ) -> Result<Self, Trouble> {
        let mut hasher = DefaultHasher::new();
        words.hash(&mut hasher);
        for input in inputs {
            add(&mut hasher, input, except).map_err(|error| {
                Trouble::new(format!("{} cannot be read: {error}", input.display()))
            })?;
        }
        Ok(Self {
            file: home.target().join("xtask").join(step),
            now: format!("{:016x}", hasher.finish()),
        })
    }

    /// Whether the step last succeeded on the very same inputs.
    pub fn is_current(&self) -> bool {
        fs::read_to_string(&self.file).is_ok_and(|last| last == self.now)
    }

    /// The step succeeded.
    pub fn keep(&self) -> Result<(), Trouble> {
        let written = match self.file.parent() {
            Some(folder) => {
                fs::create_dir_all(folder).and_then(|()| fs::write(&self.file, &self.now))
            }
            None => Ok(()),
        };
        written.map_err(|error| {
            Trouble::new(format!(
                "{} cannot be written: {error}",
                self.file.display()
            ))
        })
    }
}

fn add(hasher: &mut DefaultHasher, path: &Path, except: &[&str]) -> io::Result<()> {
    let name = path.file_name().unwrap_or_default();
    if except.iter().any(|other| name == *other) {
        return Ok(());
    }
    name.hash(hasher);
    if !path.is_dir() {
        fs::read(path)?.hash(hasher);
        return Ok(());
    }
    let mut entries: Vec<PathBuf> = fs::read_dir(path)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<io::Result<_>>()?;
    entries.sort();
    entries.len().hash(hasher);
    entries
        .iter()
        .try_for_each(|entry| add(hasher, entry, except))
}
