//! Closing: the page may keep its drafts first, and a command under way ends before the window does.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tauri::{AppHandle, Manager, Runtime, State, Window, WindowEvent};

use crate::MAIN;
use crate::notices::{Notice, Page};
use crate::running::Running;

/// How long the page may take to answer before the window closes without it: a page that hangs
/// must not keep the window open.
const PATIENCE: Duration = Duration::from_secs(3);

/// Where the window stands between open and gone.
#[derive(Default)]
pub struct Closing(Mutex<Progress>);

#[derive(Clone, Copy, Debug, Default, PartialEq)]
enum Progress {
    #[default]
    Open,
    /// The page was asked. The number tells this question from earlier ones.
    Asked(u32),
    Leaving,
}

impl Closing {
    fn lock(&self) -> MutexGuard<'_, Progress> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Marks the question as put; `None` while an earlier one is open.
    fn ask(&self, number: u32) -> Option<u32> {
        let mut progress = self.lock();
        match *progress {
            Progress::Open => {
                *progress = Progress::Asked(number);
                Some(number)
            }
            Progress::Asked(_) | Progress::Leaving => None,
        }
    }

    fn keep_open(&self) {
        let mut progress = self.lock();
        if let Progress::Asked(_) = *progress {
            *progress = Progress::Open;
        }
    }

    /// Whether the caller is the one to close the window.
    fn leave(&self) -> bool {
        std::mem::replace(&mut *self.lock(), Progress::Leaving) != Progress::Leaving
    }

    /// Whether question `number` stayed without an answer, so that the caller is to close.
    fn leave_unanswered(&self, number: u32) -> bool {
        let mut progress = self.lock();
        let unanswered = *progress == Progress::Asked(number);
        if unanswered {
            *progress = Progress::Leaving;
        }
        unanswered
    }
}

/// Turns the close button into a question to the page.
pub fn on_window_event<R: Runtime>(window: &Window<R>, event: &WindowEvent) {
    let WindowEvent::CloseRequested { api, .. } = event else {
        return;
    };
    api.prevent_close();
    let app = window.app_handle().clone();
    if window.state::<Page>().tell(Notice::CloseRequested) {
        wait_for_the_page(app);
    } else if window.state::<Closing>().leave() {
        close_when_idle(app);
    }
}

fn wait_for_the_page<R: Runtime>(app: AppHandle<R>) {
    static QUESTIONS: std::sync::atomic::AtomicU32 = std::sync::atomic::AtomicU32::new(0);
    let number = QUESTIONS.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
    if app.state::<Closing>().ask(number).is_none() {
        return;
    }
    std::thread::spawn(move || {
        std::thread::sleep(PATIENCE);
        if app.state::<Closing>().leave_unanswered(number) {
            tracing::warn!("the page did not answer the wish to close");
            close_when_idle(app);
        }
    });
}

/// Waiting blocks, so it has a thread of its own.
fn close_when_idle<R: Runtime>(app: AppHandle<R>) {
    std::thread::spawn(move || {
        app.state::<Running>().wait_until_idle();
        if let Some(window) = app.get_webview_window(MAIN) {
            let _ = window.destroy();
        }
    });
}

/// The page has kept what it needs: closes the window as soon as no command is under way.
#[tauri::command]
pub fn window_close<R: Runtime>(app: AppHandle<R>, closing: State<'_, Closing>) {
    if closing.leave() {
        close_when_idle(app.clone());
    }
}

/// The seller decided to stay.
#[tauri::command]
pub fn window_keep_open(closing: State<'_, Closing>) {
    closing.keep_open();
}

#[cfg(test)]
mod tests {
    use super::Closing;

    #[test]
    fn a_question_without_an_answer_closes_the_window_once() {
        let closing = Closing::default();
        assert_eq!(closing.ask(1), Some(1));
        assert_eq!(closing.ask(2), None);
        assert!(closing.leave_unanswered(1));
        assert!(!closing.leave_unanswered(1));
        assert!(!closing.leave());
    }

    #[test]
    fn staying_lets_the_old_question_lapse_and_a_new_one_be_put() {
        let closing = Closing::default();
        assert_eq!(closing.ask(1), Some(1));
        closing.keep_open();
        assert!(!closing.leave_unanswered(1));
        assert_eq!(closing.ask(2), Some(2));
        assert!(!closing.leave_unanswered(1));
        assert!(closing.leave());
    }

    #[test]
    fn nobody_stays_after_the_window_began_to_close() {
        let closing = Closing::default();
        assert!(closing.leave());
        closing.keep_open();
        assert_eq!(closing.ask(1), None);
    }
}
