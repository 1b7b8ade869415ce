//! The two lists take their places inside the write, before it is committed.
//!
//! Two renames and a commit are three steps, each of which can fail. The lists come first: if one
//! of them cannot take its place, or the commit fails, the earlier lists come back and nothing is
//! registered, so the command can simply be given again. The other way round a registration would
//! stand without its lists, and giving the command again would make others: its products hold
//! places by then and are refused (CE-04). Everything that tends to fail has happened by the time
//! the first list takes its place: both are whole and on the disk under names of their own.
//!
//! If the process is killed between the first rename and the commit, nothing is registered and
//! lists of what would have been may be in place; the earlier ones lie beside them.

use crate::context::Context;
use crate::error::{Answer, CommandError};
use crate::trouble::file_answer;
use crate::wire::imports::PlanRegister;
use seller_exchange::atomic::{Settled, Stranded, Together};
use std::path::{Path, PathBuf};

/// The places of the lists in one write.
pub(super) struct Places<'a> {
    context: &'a Context,
    together: Together,
    /// A list has been on its way to its place.
    pub reached: bool,
}

impl Places<'_> {
    /// Puts a list in its place for as long as the write succeeds.
    pub fn take(&mut self, list: Settled, path: &str) -> Answer<()> {
        self.reached = true;
        let language = self.context.language;
        let placed = self.together.place(list);
        placed.map_err(|error| file_answer(Path::new(path), &error, language))
    }
}

/// Why a write failed, and whether it came as far as the lists.
pub(super) struct Failed {
    pub error: CommandError,
    pub reached_lists: bool,
}

/// Does a write in which lists take their places. If all of it succeeds they stay; otherwise what
/// was there comes back.
pub(super) fn with_places<R>(
    context: &Context,
    write: impl FnOnce(&mut Places<'_>) -> Answer<R>,
) -> Result<R, Failed> {
    let mut places = Places {
        context,
        together: Together::default(),
        reached: false,
    };
    let written = write(&mut places);
    let Places {
        together, reached, ..
    } = places;
    match written {
        Ok(done) => {
            together.stay();
            Ok(done)
        }
        Err(error) => Err(Failed {
            error: match together.give_back().first() {
                None => error,
                Some(stranded) => left_behind(stranded, &error, context),
            },
            reached_lists: reached,
        }),
    }
}

/// The write failed, and an earlier list could not be put back either.
fn left_behind(stranded: &Stranded, why: &CommandError, context: &Context) -> CommandError {
    let name = |path: &Path| {
        let name = path.file_name().unwrap_or(path.as_os_str());
        name.to_string_lossy().into_owned()
    };
    let Stranded { target, reason, .. } = stranded;
    let reason = reason.text(context.language);
    let message = context.say(
        format!("Nothing was registered ({why}), but the list in this place is not what it was before: it could not be put back ({reason})."),
        format!("未作任何报名（{why}），但该位置的列表与之前不同：无法恢复原文件（{reason}）。"),
    );
    let remedy = match &stranded.before {
        Some(before) => {
            let before = name(before);
            context.say(
                format!("The earlier list is whole; it lies in the same folder as {before}: give it its name back."),
                format!("原列表完好，在同一文件夹中，名为 {before}：请改回原来的名称。"),
            )
        }
        None => context.say(
            "There was no list before: delete it, its rows are not registered.",
            "此前没有该列表：请将其删除，其中的内容并未报名。",
        ),
    };
    CommandError::File {
        file: name(target),
        place: String::new(),
        message,
        remedy,
    }
}

/// Refuses lists that would take each other's place, the table's or that of the shop's file.
pub(super) fn require_apart(request: &PlanRegister, shop: &Path, context: &Context) -> Answer<()> {
    let same = |one: &str, other: &Path| place_of(Path::new(one)) == place_of(other);
    let taken = |field, path: &str, by: (&str, &str)| {
        CommandError::invalid(
            field,
            context.say(
                format!("{path} is {}; a list cannot take its place.", by.0),
                format!("{path} 是{}，列表不能取代它。", by.1),
            ),
            context.say(
                "Choose another name for the list.",
                "请为列表选择其他名称。",
            ),
        )
    };
    for (field, list) in [
        ("accepted", &request.accepted),
        ("refused", &request.refused),
    ] {
        if same(list, Path::new(&request.path)) {
            return Err(taken(field, list, ("the table itself", "该表格本身")));
        }
        if same(list, shop) {
            return Err(taken(field, list, ("the shop's file", "店铺文件")));
        }
    }
    if same(&request.refused, Path::new(&request.accepted)) {
        let other = ("the place of the other list", "另一个列表的位置");
        return Err(taken("refused", &request.refused, other));
    }
    Ok(())
}

/// A place under the one name that all ways of naming it share.
fn place_of(path: &Path) -> PathBuf {
    if let Ok(whole) = path.canonicalize() {
        return whole;
    }
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    match (folder.canonicalize(), path.file_name()) {
        (Ok(folder), Some(name)) => folder.join(name),
        _ => path.to_owned(),
    }
}
