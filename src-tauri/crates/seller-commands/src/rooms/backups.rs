//! Backups: list, make, restore.

use crate::context::Context;
use crate::desk::{Desk, Open, open};
use crate::error::Answer;
use crate::rooms::shop::desk_state;
use crate::trouble::store_answer;
use crate::wire::common::Nothing;
use crate::wire::files::{BackupLine, BackupNow, BackupRestore, Backups};
use crate::wire::shop::DeskState;
use seller_store::StoreError;
use seller_store::backup::{self, BackupFile, BackupReason};
use std::path::{Path, PathBuf};

pub(crate) fn backup_list(desk: &Desk, context: &Context, _: Nothing) -> Answer<Backups> {
    let backups =
        backup_lines(&file_in_use(desk)).map_err(|error| store_answer(&error, context.language))?;
    Ok(Backups { backups })
}

pub(crate) fn backup_now(desk: &Desk, context: &Context, request: BackupNow) -> Answer<BackupLine> {
    let cellar = desk.cellar(context)?;
    let made = match request.path {
        None => cellar
            .back_up(BackupReason::Asked, context.now)
            .map(|made| line(&made)),
        Some(path) => {
            let target = PathBuf::from(&path);
            cellar.copy_to(&target, context.now).map(|()| BackupLine {
                bytes: std::fs::metadata(&target)
                    .map(|file| file.len())
                    .unwrap_or(0),
                path,
                made_at: context.now,
                reason: reason_word(BackupReason::Asked).to_owned(),
                verified: true,
            })
        }
    };
    made.map_err(|error| store_answer(&error, context.language))
}

pub(crate) fn backup_restore(
    desk: &Desk,
    context: &Context,
    request: BackupRestore,
) -> Answer<DeskState> {
    let path = file_in_use(desk);
    let is_sample = matches!(
        &*desk.opened(),
        Open::Shop {
            is_sample: true,
            ..
        }
    );
    let mut outcome = Ok(());
    desk.reopen(|| {
        outcome = backup::restore(&path, Path::new(&request.path), context.now).map(|_| ());
        open(&path, is_sample, context.now)
    });
    outcome.map_err(|error| store_answer(&error, context.language))?;
    desk_state(desk, context, Nothing {})
}

fn file_in_use(desk: &Desk) -> PathBuf {
    match &*desk.opened() {
        Open::Shop { cellar, .. } => cellar.path().to_owned(),
        Open::Broken { path, .. } => path.clone(),
        Open::Nothing => desk.place().own(),
    }
}

/// The backups of a shop's file, the newest first.
pub(crate) fn backup_lines(path: &Path) -> Result<Vec<BackupLine>, StoreError> {
    Ok(backup::list(path)?.iter().map(line).collect())
}

fn line(made: &BackupFile) -> BackupLine {
    BackupLine {
        path: made.path.display().to_string(),
        made_at: made.made_at,
        reason: reason_word(made.reason).to_owned(),
        bytes: made.bytes,
        // Backups that fail their check are removed where they are made.
        verified: true,
    }
}

fn reason_word(reason: BackupReason) -> &'static str {
    match reason {
        BackupReason::Start => "start",
        BackupReason::Migration => "migration",
        BackupReason::Restore => "restore",
        BackupReason::Asked => "asked",
    }
}
