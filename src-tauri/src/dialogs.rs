//! Native file dialogs. The page names the kind of file and the title; it has no dialog of its own.

use std::path::{Path, PathBuf};

use seller_commands::{CommandError, Language};
use serde::Deserialize;
use tauri::{AppHandle, Manager, Runtime};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder, FilePath};

use crate::MAIN;

/// What the seller is about to pick.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq)]
#[serde(rename_all = "camelCase")]
pub enum FileKind {
    /// Workbooks of the platform, such as batch edit or prefill.
    Workbook,
    /// Any table: CSV and its relatives, or a workbook.
    Table,
    /// A comma-separated file to write.
    Csv,
    /// A workbook to write.
    Xlsx,
    /// A picture to write.
    Png,
    /// A backup of a shop.
    Backup,
}

impl FileKind {
    fn extensions(self) -> &'static [&'static str] {
        match self {
            Self::Workbook => &["xlsx", "xlsm"],
            Self::Table => &["csv", "tsv", "txt", "xlsx", "xlsm"],
            Self::Csv => &["csv"],
            Self::Xlsx => &["xlsx"],
            Self::Png => &["png"],
            Self::Backup => &["promodesk"],
        }
    }

    /// The filter's label needs no language: it is the list itself.
    fn label(self) -> String {
        let extensions = self.extensions().iter();
        let patterns: Vec<String> = extensions.map(|end| format!("*.{end}")).collect();
        patterns.join(", ")
    }
}

/// Existing files to read; empty when the seller cancels.
#[tauri::command]
pub async fn window_pick_files<R: Runtime>(
    app: AppHandle<R>,
    kind: FileKind,
    several: bool,
    title: String,
    language: Language,
) -> Result<Vec<String>, CommandError> {
    #[cfg(debug_assertions)]
    if let Some(answer) = rehearsal::answer() {
        return texts(answer, language);
    }
    let dialog = dialog(&app, title).add_filter(kind.label(), kind.extensions());
    let picked = if several {
        dialog.blocking_pick_files().unwrap_or_default()
    } else {
        Vec::from_iter(dialog.blocking_pick_file())
    };
    texts(picked.into_iter().filter_map(local), language)
}

/// A folder; `None` when the seller cancels.
#[tauri::command]
pub async fn window_pick_folder<R: Runtime>(
    app: AppHandle<R>,
    title: String,
    language: Language,
) -> Result<Option<String>, CommandError> {
    #[cfg(debug_assertions)]
    if let Some(answer) = rehearsal::answer() {
        return Ok(texts(answer, language)?.pop());
    }
    let picked = dialog(&app, title).blocking_pick_folder();
    picked
        .and_then(local)
        .map(|path| text(path, language))
        .transpose()
}

/// A place to write a file; `None` when the seller cancels.
#[tauri::command]
pub async fn window_pick_save<R: Runtime>(
    app: AppHandle<R>,
    kind: FileKind,
    suggested: String,
    title: String,
    language: Language,
) -> Result<Option<String>, CommandError> {
    #[cfg(debug_assertions)]
    if let Some(answer) = rehearsal::answer() {
        return Ok(texts(answer, language)?.pop());
    }
    let picked = dialog(&app, title)
        .add_filter(kind.label(), kind.extensions())
        .set_file_name(file_name(&suggested))
        .set_can_create_directories(true)
        .blocking_save_file();
    let picked = picked
        .and_then(local)
        .map(|path| with_extension(path, kind));
    picked.map(|path| text(path, language)).transpose()
}

fn dialog<R: Runtime>(app: &AppHandle<R>, title: String) -> FileDialogBuilder<R> {
    let dialog = app.dialog().file().set_title(title);
    match app.get_webview_window(MAIN) {
        Some(window) => dialog.set_parent(&window),
        None => dialog,
    }
}

/// Desktop dialogs answer with paths, never with the URLs of phones.
fn local(picked: FilePath) -> Option<PathBuf> {
    picked.into_path().ok()
}

/// A suggestion is a name, not a path: a campaign called "3/8 Sale" must not name a folder.
fn file_name(suggested: &str) -> String {
    let harmless = |letter: char| match letter {
        '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' => '-',
        control if control.is_control() => '-',
        other => other,
    };
    suggested.chars().map(harmless).collect()
}

/// Adds the ending the seller left out, unless that names another file that exists: the dialog
/// asked about overwriting the name as typed and no other.
fn with_extension(path: PathBuf, kind: FileKind) -> PathBuf {
    let ends_right = path
        .extension()
        .and_then(|end| end.to_str())
        .is_some_and(|end| kind.extensions().contains(&end.to_lowercase().as_str()));
    let (Some(end), false) = (kind.extensions().first(), ends_right) else {
        return path;
    };
    let mut longer = path.clone().into_os_string();
    longer.push(".");
    longer.push(end);
    let longer = PathBuf::from(longer);
    if longer.exists() { path } else { longer }
}

fn texts(
    paths: impl IntoIterator<Item = PathBuf>,
    language: Language,
) -> Result<Vec<String>, CommandError> {
    paths.into_iter().map(|path| text(path, language)).collect()
}

/// The operating system allows names that are no text; the page cannot hold one.
fn text(path: PathBuf, language: Language) -> Result<String, CommandError> {
    if let Some(text) = Path::to_str(&path) {
        return Ok(text.to_owned());
    }
    let name = path.file_name().unwrap_or(path.as_os_str());
    let name = name.to_string_lossy();
    let (message, remedy) = match language {
        Language::English => (
            format!("The name of \"{name}\", or of a folder it is in, is no valid text."),
            "Rename it and pick it again.",
        ),
        Language::SimplifiedChinese => (
            format!("“{name}”或其所在文件夹的名称不是有效文本。"),
            "请重命名后重新选择。",
        ),
    };
    Err(CommandError::Invalid {
        field: "path".to_owned(),
        message,
        remedy: remedy.to_owned(),
    })
}

/// Answers in place of the seller. WebDriver cannot see native dialogs, so a test leaves the answer
/// in a folder; builds for sellers do not contain this.
#[cfg(debug_assertions)]
mod rehearsal {
    use std::path::PathBuf;
    use std::{env, fs};

    /// The folder whose file `next` holds the paths to answer, one a line. The file is taken away
    /// by the dialog it answers; without it the dialog is cancelled.
    const VARIABLE: &str = "PROMODESK_TEST_DIALOGS";

    /// `None` when no test is rehearsing.
    pub fn answer() -> Option<Vec<PathBuf>> {
        let next = PathBuf::from(env::var_os(VARIABLE)?).join("next");
        let lines = fs::read_to_string(&next).unwrap_or_default();
        let _ = fs::remove_file(next);
        Some(lines.lines().map(PathBuf::from).collect())
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use seller_commands::Language;
    use serde_json::json;

    use super::{FileKind, file_name, text, with_extension};

    #[test]
    fn a_suggested_name_cannot_leave_its_folder() {
        assert_eq!(file_name("3/8 Sale: ..\\x"), "3-8 Sale- ..-x");
        assert_eq!(file_name("五月大促.csv"), "五月大促.csv");
    }

    #[test]
    fn the_ending_left_out_is_added() {
        let folder = tempfile::tempdir().unwrap();
        let typed = folder.path().join("May 5.5 sale");
        assert_eq!(
            with_extension(typed, FileKind::Csv),
            folder.path().join("May 5.5 sale.csv")
        );
    }

    #[test]
    fn an_ending_that_fits_stays_as_typed() {
        let typed = PathBuf::from("/nowhere/prices.XLSX");
        assert_eq!(with_extension(typed.clone(), FileKind::Xlsx), typed);
    }

    #[test]
    fn adding_the_ending_never_names_a_file_nobody_agreed_to_overwrite() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("may.csv"), "kept").unwrap();
        let typed = folder.path().join("may");
        assert_eq!(with_extension(typed.clone(), FileKind::Csv), typed);
    }

    #[test]
    fn the_filter_is_labelled_by_its_endings() {
        assert_eq!(FileKind::Workbook.label(), "*.xlsx, *.xlsm");
    }

    #[test]
    #[cfg(unix)]
    fn a_name_that_is_no_text_is_refused_by_name_as_the_desk_refuses() {
        use std::os::unix::ffi::OsStringExt;
        let picked = |name: &[u8]| PathBuf::from(std::ffi::OsString::from_vec(name.to_vec()));
        let said = |language| {
            let refused = text(picked(b"/shop/a\xff.csv"), language).unwrap_err();
            serde_json::to_value(refused).unwrap()
        };
        assert_eq!(
            said(Language::English),
            json!({
                "kind": "invalid",
                "field": "path",
                "message": "The name of \"a\u{fffd}.csv\", or of a folder it is in, is no valid text.",
                "remedy": "Rename it and pick it again.",
            })
        );
        assert_eq!(
            said(Language::SimplifiedChinese),
            json!({
                "kind": "invalid",
                "field": "path",
                "message": "“a\u{fffd}.csv”或其所在文件夹的名称不是有效文本。",
                "remedy": "请重命名后重新选择。",
            })
        );
        let good = text(picked("/shop/五月.csv".as_bytes()), Language::English);
        assert_eq!(good.unwrap(), "/shop/五月.csv");
    }
}
