//! Writing files so that a crash or a full disk leaves the old one whole.

mod part;
mod together;

pub use part::PartFile;
pub use together::{Stranded, Together};

use crate::export::unwritable;
use crate::trouble::{FileError, Hindrance, Trouble};
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use tempfile::Builder;

/// Writes `target` by way of a file beside it, which takes its name once everything is on the disk.
/// If anything fails, `target` is what it was before and nothing is left beside it.
pub fn write(
    target: &Path,
    fill: impl FnOnce(&mut PartFile) -> Result<(), FileError>,
) -> Result<(), FileError> {
    let mut beside = Beside::begin(target)?;
    fill(beside.file())?;
    beside.settle()?.take_place()
}

/// A file that is being written beside the one whose place it will take. If it goes before
/// that, nothing is left of it.
#[derive(Debug)]
pub struct Beside {
    file: PartFile,
    target: PathBuf,
}

impl Beside {
    /// Begins a file beside `target`.
    pub fn begin(target: &Path) -> Result<Self, FileError> {
        if target.is_dir() || target.file_name().is_none() {
            let reason = Hindrance::IsAFolder;
            return Err(Trouble::CannotWrite { reason }.into());
        }
        let file = Builder::new()
            .prefix(".promodesk-")
            .suffix(".part")
            .tempfile_in(folder_of(target))
            .map_err(unwritable)?;
        Ok(Self {
            file: PartFile::new(file),
            target: target.to_owned(),
        })
    }

    /// What is written to. Where its disk is full it only counts, which [`Beside::settle`] says.
    pub fn file(&mut self) -> &mut PartFile {
        &mut self.file
    }

    /// Waits until everything is on the disk: what is left to do hardly fails.
    ///
    /// # Errors
    /// [`Trouble::DiskFull`] with the size of the file, once all of it was written or counted.
    pub fn settle(mut self) -> Result<Settled, FileError> {
        let synced = match self.file.too_large() {
            None => self.file.sync(),
            Some(_) => Ok(()),
        };
        match (self.file.too_large(), synced) {
            (None, Ok(())) => Ok(Settled(self)),
            (None, Err(error)) => Err(unwritable(error)),
            (needed, _) => Err(Trouble::DiskFull { needed }.into()),
        }
    }
}

/// A file that is whole and on the disk, under a name of its own.
#[derive(Debug)]
pub struct Settled(Beside);

impl Settled {
    /// Puts the file in the place of its target.
    pub fn take_place(self) -> Result<(), FileError> {
        let Beside { file, target } = self.0;
        file.into_named()
            .persist(&target)
            .map_err(|error| unwritable(error.error))?;
        sync_folder(folder_of(&target));
        Ok(())
    }
}

/// Whether there is no room, or none that this user may take.
pub(crate) fn is_full(error: &io::Error) -> bool {
    use io::ErrorKind as Kind;
    matches!(
        error.kind(),
        Kind::StorageFull | Kind::QuotaExceeded | Kind::WriteZero
    )
}

fn folder_of(target: &Path) -> &Path {
    match target.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// The new name is safe once the folder is. Not every file system can do that: then it is as
/// safe as that system makes it.
#[cfg(unix)]
fn sync_folder(folder: &Path) {
    if let Ok(folder) = File::open(folder) {
        // The file itself is complete and synced, so a failure here loses nothing.
        let _ = folder.sync_all();
    }
}

#[cfg(not(unix))]
fn sync_folder(_: &Path) {}

/// Longest file name, in bytes: a few are left for a number that a system may add.
const LONGEST: usize = 120;

/// A file name made of any text: without separators, signs that a system refuses, line breaks,
/// invisible marks of direction, reserved names or blanks at its ends. `extension` comes behind.
pub fn safe_file_name(text: &str, extension: &str) -> String {
    let mut name = String::new();
    for c in text.chars() {
        let refused = c.is_control()
            || matches!(c, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|')
            || matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}');
        let c = if refused || c.is_whitespace() { '_' } else { c };
        if c == '_' && name.ends_with('_') {
            continue;
        }
        if name.len() + c.len_utf8() > LONGEST {
            break;
        }
        name.push(c);
    }
    let mut name = name.trim_matches(['.', '_', ' ', '-']).to_owned();
    if name.is_empty() {
        name.push_str("export");
    }
    let stem = name
        .split('.')
        .next()
        .unwrap_or_default()
        .to_ascii_uppercase();
    let numbered = |prefix| {
        stem.strip_prefix(prefix).is_some_and(|rest| {
            rest.len() == 1 && rest != "0" && rest.bytes().all(|b| b.is_ascii_digit())
        })
    };
    if matches!(stem.as_str(), "CON" | "PRN" | "AUX" | "NUL") || numbered("COM") || numbered("LPT")
    {
        name.insert(0, '_');
    }
    format!("{name}.{extension}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    fn listed(folder: &Path) -> Vec<String> {
        let mut names: Vec<_> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn a_file_is_replaced_whole_or_not_at_all() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("out.csv");
        write(&target, |file| file.write_all(b"old").map_err(unwritable)).unwrap();
        let error = write(&target, |file| {
            file.write_all(b"half").map_err(unwritable)?;
            Err(Trouble::DiskFull { needed: None }.into())
        });
        let full = Trouble::DiskFull { needed: None };
        assert_eq!(*error.unwrap_err().trouble, full);
        assert_eq!(std::fs::read(&target).unwrap(), b"old");
        write(&target, |file| file.write_all(b"new").map_err(unwritable)).unwrap();
        assert_eq!(std::fs::read(&target).unwrap(), b"new");
        assert_eq!(listed(folder.path()), ["out.csv"]);
    }

    #[test]
    fn a_folder_and_a_missing_folder_are_refused_by_name() {
        let folder = tempfile::tempdir().unwrap();
        let error = write(folder.path(), |_| Ok(())).unwrap_err();
        assert_eq!(
            *error.trouble,
            Trouble::CannotWrite {
                reason: Hindrance::IsAFolder
            }
        );
        let error = write(&folder.path().join("none/out.csv"), |_| Ok(())).unwrap_err();
        assert_eq!(
            *error.trouble,
            Trouble::CannotWrite {
                reason: Hindrance::NotFound
            }
        );
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_full_disk_is_named() {
        let mut full = File::options().write(true).open("/dev/full").unwrap();
        let error = full
            .write_all(&[0; 8192])
            .and_then(|()| full.flush())
            .unwrap_err();
        let full = Trouble::DiskFull { needed: None };
        assert_eq!(*unwritable(error).trouble, full);
    }

    #[test]
    fn any_text_makes_a_safe_file_name() {
        for (text, name) in [
            ("Spring Sale 2026", "Spring_Sale_2026.csv"),
            ("../../etc/passwd", "etc_passwd.csv"),
            ("a|b\nc\\d:e", "a_b_c_d_e.csv"),
            ("CON", "_CON.csv"),
            ("com1.backup", "_com1.backup.csv"),
            ("COM0", "COM0.csv"),
            ("春季 大促!", "春季_大促!.csv"),
            ("", "export.csv"),
            (" ... ", "export.csv"),
            ("x\u{202E}vsc", "x_vsc.csv"),
        ] {
            assert_eq!(safe_file_name(text, "csv"), name);
        }
        let long = safe_file_name(&"促".repeat(300), "csv");
        assert_eq!(long.len(), 120 + 4);
    }
}
