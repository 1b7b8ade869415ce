//! What the window tells the page unasked: files dragged over it, and the wish to close.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use serde::Serialize;
use tauri::ipc::Channel;
use tauri::{DragDropEvent, Manager, Runtime, State, Window, WindowEvent};

/// One thing told to the page.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Notice {
    /// Files are held over the window.
    FilesOver { count: usize },
    /// They were carried away again.
    FilesGone,
    /// They were let go. Paths that are no valid text are counted, not guessed.
    FilesDropped {
        paths: Vec<String>,
        unreadable: usize,
    },
    /// The seller wants to close the window. The page keeps its drafts and answers with
    /// `window_close` or `window_keep_open`.
    CloseRequested,
}

/// The page's ear: empty until it calls `window_listen`.
#[derive(Default)]
pub struct Page(Mutex<Option<Channel<Notice>>>);

impl Page {
    /// Tells the page; `false` when it does not listen.
    pub fn tell(&self, notice: Notice) -> bool {
        let channel = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        channel
            .as_ref()
            .is_some_and(|channel| channel.send(notice).is_ok())
    }
}

/// From now on the page hears every [`Notice`] through this channel; a second call replaces the
/// first, as after a reload.
#[tauri::command]
pub fn window_listen(page: State<'_, Page>, channel: Channel<Notice>) {
    *page.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(channel);
}

/// Passes drag and drop on.
pub fn on_window_event<R: Runtime>(window: &Window<R>, event: &WindowEvent) {
    if let WindowEvent::DragDrop(event) = event
        && let Some(notice) = notice_of(event)
    {
        window.state::<Page>().tell(notice);
    }
}

fn notice_of(event: &DragDropEvent) -> Option<Notice> {
    match event {
        DragDropEvent::Enter { paths, .. } => Some(Notice::FilesOver { count: paths.len() }),
        DragDropEvent::Drop { paths, .. } => Some(dropped(paths)),
        DragDropEvent::Leave => Some(Notice::FilesGone),
        // Sent for every step of the pointer; the page needs none of them.
        _ => None,
    }
}

fn dropped(paths: &[PathBuf]) -> Notice {
    let readable: Vec<String> = paths
        .iter()
        .filter_map(|path| Path::to_str(path).map(str::to_owned))
        .collect();
    Notice::FilesDropped {
        unreadable: paths.len() - readable.len(),
        paths: readable,
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use serde_json::json;
    use tauri::{DragDropEvent, PhysicalPosition};

    use super::{Notice, notice_of};

    const HERE: PhysicalPosition<f64> = PhysicalPosition::new(10.0, 20.0);

    #[test]
    fn dropped_files_reach_the_page_as_paths() {
        let paths = vec![PathBuf::from("/shop/五月.xlsx"), PathBuf::from("/b.csv")];
        let notice = notice_of(&DragDropEvent::Drop {
            paths,
            position: HERE,
        })
        .unwrap();
        assert_eq!(
            serde_json::to_value(notice).unwrap(),
            json!({"kind": "filesDropped", "paths": ["/shop/五月.xlsx", "/b.csv"], "unreadable": 0})
        );
    }

    #[test]
    #[cfg(unix)]
    fn a_file_name_that_is_no_text_is_counted() {
        use std::os::unix::ffi::OsStringExt;
        let broken = PathBuf::from(std::ffi::OsString::from_vec(vec![0xff, 0xfe]));
        let paths = vec![broken, PathBuf::from("/b.csv")];
        assert_eq!(
            notice_of(&DragDropEvent::Drop {
                paths,
                position: HERE
            }),
            Some(Notice::FilesDropped {
                paths: vec!["/b.csv".into()],
                unreadable: 1
            })
        );
    }

    #[test]
    fn steps_of_the_pointer_are_not_passed_on() {
        assert_eq!(notice_of(&DragDropEvent::Over { position: HERE }), None);
    }
}
