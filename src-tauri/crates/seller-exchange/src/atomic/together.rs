//! Files that take their places together with something else that can still fail.
//!
//! A file takes its place in one rename, two files in two, and a database commits by itself: one
//! of them can succeed and the next one fail. So what was in a place is kept beside it, and comes
//! back unless it is said in the end that all of it stays. A process that is killed in between
//! leaves whole files everywhere: the new ones in their places, the earlier ones beside them under
//! names that begin with `.promodesk-` and end with `.before`.

use super::{Beside, Settled, folder_of, sync_folder};
use crate::export::unwritable;
use crate::trouble::{FileError, Hindrance, Trouble};
use std::io;
use std::path::{Path, PathBuf};
use tempfile::{Builder, TempPath};

/// Files that took their places for now. If this goes before they were told to stay, what was
/// there comes back.
#[derive(Debug, Default)]
pub struct Together {
    placed: Vec<Placed>,
}

#[derive(Debug)]
struct Placed {
    target: PathBuf,
    /// What was there, under a name of its own; none where there was nothing.
    before: Option<TempPath>,
}

/// A place in which what was there could not be put back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stranded {
    /// The place.
    pub target: PathBuf,
    /// Where what was there lies now, whole; none where nothing was there, so that what lies in
    /// the place is a file too many.
    pub before: Option<PathBuf>,
    /// Why.
    pub reason: Hindrance,
}

impl Together {
    /// Puts a file in the place of its target and keeps what was there.
    ///
    /// # Errors
    /// If it cannot: the place is what it was, and nothing is left of the file.
    pub fn place(&mut self, file: Settled) -> Result<(), FileError> {
        let Settled(Beside { file, target }) = file;
        let before = keep(&target)?;
        file.into_named()
            .persist(&target)
            .map_err(|error| unwritable(error.error))?;
        sync_folder(folder_of(&target));
        self.placed.push(Placed { target, before });
        Ok(())
    }

    /// They stay. What was there before goes.
    pub fn stay(mut self) {
        self.placed.clear();
    }

    /// Puts back what was there, the last first, and says where that cannot be done.
    pub fn give_back(mut self) -> Vec<Stranded> {
        self.take_away()
    }

    fn take_away(&mut self) -> Vec<Stranded> {
        let last_first = self.placed.drain(..).rev();
        last_first
            .filter_map(|placed| placed.give_back().err())
            .collect()
    }
}

impl Drop for Together {
    fn drop(&mut self) {
        // Nobody is left to be told; what cannot be put back is kept under its own name.
        let _ = self.take_away();
    }
}

impl Placed {
    fn give_back(self) -> Result<(), Stranded> {
        let Self { target, before } = self;
        let put_back = match before {
            Some(before) => before.persist(&target).map_err(|failed| {
                let path = failed.path.to_path_buf();
                // Where even that fails the file is left as it is, which is what is wanted.
                let kept = failed.path.keep().unwrap_or(path);
                (Some(kept), failed.error)
            }),
            None => match std::fs::remove_file(&target) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => Err((None, error)),
                _ => Ok(()),
            },
        };
        sync_folder(folder_of(&target));
        put_back.map_err(|(before, error)| Stranded {
            target,
            before,
            reason: error.into(),
        })
    }
}

/// Gives what is in a place a second name beside it.
fn keep(target: &Path) -> Result<Option<TempPath>, FileError> {
    match std::fs::symlink_metadata(target) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(unwritable(error)),
        Ok(_) if target.is_dir() => {
            let reason = Hindrance::IsAFolder;
            return Err(Trouble::CannotWrite { reason }.into());
        }
        Ok(_) => {}
    }
    let kept = Builder::new()
        .prefix(".promodesk-")
        .suffix(".before")
        .make_in(folder_of(target), |beside| {
            // Not every file system gives a file two names.
            std::fs::hard_link(target, beside).or_else(|_| copy(target, beside))
        })
        .map_err(unwritable)?;
    Ok(Some(kept.into_temp_path()))
}

fn copy(target: &Path, beside: &Path) -> io::Result<()> {
    std::fs::copy(target, beside)?;
    std::fs::File::open(beside)?.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;
    use seller_domain::Language;
    use std::fs;
    use std::io::Write;

    fn settled(target: &Path, text: &str) -> Settled {
        let mut beside = Beside::begin(target).unwrap();
        beside.file().write_all(text.as_bytes()).unwrap();
        beside.settle().unwrap()
    }

    fn listed(folder: &Path) -> Vec<(String, String)> {
        let mut files: Vec<_> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| {
                let path = entry.unwrap().path();
                let name = path.file_name().unwrap().to_string_lossy().into_owned();
                (name, fs::read_to_string(path).unwrap_or_default())
            })
            .collect();
        files.sort();
        files
    }

    fn pair(name: &str, text: &str) -> (String, String) {
        (name.to_owned(), text.to_owned())
    }

    /// `old.csv` with an earlier text, and both files in their places.
    fn placed(folder: &Path) -> Together {
        let old = folder.join("old.csv");
        fs::write(&old, "earlier").unwrap();
        let mut together = Together::default();
        together.place(settled(&old, "new one")).unwrap();
        let second = settled(&folder.join("second.csv"), "new two");
        together.place(second).unwrap();
        let now: Vec<_> = listed(folder)
            .into_iter()
            .filter(|(name, _)| name.ends_with(".csv"))
            .collect();
        assert_eq!(
            now,
            [pair("old.csv", "new one"), pair("second.csv", "new two")]
        );
        together
    }

    #[test]
    fn files_that_stay_leave_nothing_beside_them() {
        let folder = tempfile::tempdir().unwrap();
        placed(folder.path()).stay();
        assert_eq!(
            listed(folder.path()),
            [pair("old.csv", "new one"), pair("second.csv", "new two")]
        );
    }

    #[test]
    fn what_was_there_comes_back_by_word_and_without_one() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(placed(folder.path()).give_back(), []);
        assert_eq!(listed(folder.path()), [pair("old.csv", "earlier")]);
        drop(placed(folder.path()));
        assert_eq!(listed(folder.path()), [pair("old.csv", "earlier")]);
    }

    #[test]
    fn two_files_for_one_place_are_taken_away_in_their_order() {
        let folder = tempfile::tempdir().unwrap();
        let mut together = placed(folder.path());
        let again = settled(&folder.path().join("old.csv"), "new three");
        together.place(again).unwrap();
        assert_eq!(together.give_back(), []);
        assert_eq!(listed(folder.path()), [pair("old.csv", "earlier")]);
    }

    #[test]
    fn a_place_that_became_a_folder_refuses_and_the_others_come_back() {
        let folder = tempfile::tempdir().unwrap();
        let mut together = placed(folder.path());
        let target = folder.path().join("third.csv");
        let third = settled(&target, "new three");
        fs::create_dir(&target).unwrap();
        let error = together.place(third).unwrap_err();
        assert_eq!(
            *error.trouble,
            Trouble::CannotWrite {
                reason: Hindrance::IsAFolder
            }
        );
        assert_eq!(together.give_back(), []);
        assert_eq!(
            listed(folder.path()),
            [pair("old.csv", "earlier"), pair("third.csv", "")]
        );
    }

    #[test]
    fn what_cannot_be_put_back_is_kept_and_named() {
        let folder = tempfile::tempdir().unwrap();
        let together = placed(folder.path());
        for name in ["old.csv", "second.csv"] {
            let target = folder.path().join(name);
            fs::remove_file(&target).unwrap();
            fs::create_dir_all(target.join("in the way")).unwrap();
        }
        let stranded = together.give_back();
        assert_eq!(stranded.len(), 2);
        assert_eq!(stranded[0].target, folder.path().join("second.csv"));
        assert_eq!(stranded[0].before, None);
        assert_eq!(stranded[1].target, folder.path().join("old.csv"));
        let kept = stranded[1].before.as_ref().unwrap();
        assert_eq!(fs::read_to_string(kept).unwrap(), "earlier");
        assert!(
            stranded
                .iter()
                .all(|place| !place.reason.text(Language::English).is_empty())
        );
    }

    #[test]
    fn where_a_file_has_one_name_only_it_is_copied() {
        let folder = tempfile::tempdir().unwrap();
        let (one, other) = (folder.path().join("one"), folder.path().join("other"));
        fs::write(&one, "whole").unwrap();
        copy(&one, &other).unwrap();
        assert_eq!(fs::read_to_string(other).unwrap(), "whole");
    }
}
