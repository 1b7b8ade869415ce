//! One story in one window: start it, tell the story, stop it, and see that nothing was left over.

mod access;
mod beat;
mod driver;
mod finding;
mod pictures;
mod seller;

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use fantoccini::Client;
use rustix::process::Signal;
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::sync::RwLock;

use driver::Driver;

pub use beat::{FROZEN, STUTTER, Standstill, never_stands_still};
pub use seller::{Language, Theme};

/// How long one story may take. The slowest looks at every page; a window that hangs must not hold
/// everything up.
const STORY: Duration = Duration::from_secs(600);

/// The moment at which stories happen, unless they choose their own.
pub const NOW: &str = "2026-11-21T08:00:00Z";

/// A window with a folder of its own: nothing is shared with another test.
pub struct App {
    client: Client,
    driver: Driver,
    home: TempDir,
    now: String,
}

/// Opens a window at [`NOW`], tells a story in it and closes it again.
pub async fn story(tell: impl AsyncFnOnce(&mut App)) {
    story_at(NOW, tell).await;
}

/// The same at another moment.
pub async fn story_at(now: &str, tell: impl AsyncFnOnce(&mut App)) {
    let _beside_others = MACHINE.read().await;
    tells(now, tell).await;
}

/// A story that measures: no other window is open meanwhile.
pub async fn story_alone_at(now: &str, tell: impl AsyncFnOnce(&mut App)) {
    let _alone = MACHINE.write().await;
    tells(now, tell).await;
}

/// What stories share.
static MACHINE: RwLock<()> = RwLock::const_new(());

async fn tells(now: &str, tell: impl AsyncFnOnce(&mut App)) {
    let told = async {
        let mut app = App::open(tempfile::tempdir().unwrap(), now).await;
        tell(&mut app).await;
        if !app.is_gone().await {
            app.assert_no_complaints().await;
            app.close().await;
        }
    };
    tokio::time::timeout(STORY, told)
        .await
        .expect("the story ends in time");
}

impl App {
    async fn open(home: TempDir, now: &str) -> Self {
        let (driver, client) = driver::open_window(home.path(), now).await;
        let app = Self {
            client,
            driver,
            home,
            now: now.to_owned(),
        };
        app.until(
            "the page is drawn",
            "return document.querySelector('#root > *') !== null",
        )
        .await;
        app.run(COLLECT_COMPLAINTS, &[]).await;
        app
    }

    /// Sets up a shop of the seller's own without the wizard, for stories that begin later.
    pub async fn has_a_shop(&self, name: &str) {
        let choices = self.asks("shop_choices", json!({})).await;
        let mut shop = choices["template"].clone();
        shop["name"] = name.into();
        shop["sps"] = "4.2".into();
        self.asks("shop_save", json!({"shop": shop})).await;
        self.run("location.reload()", &[]).await;
        self.shows("shop-name", name).await;
        self.run(COLLECT_COMPLAINTS, &[]).await;
    }

    /// Asks the desk in English, as the page does; a refusal ends the test.
    pub async fn asks(&self, name: &str, request: Value) -> Value {
        let payload = json!({"request": request, "language": "en"});
        match self.invoke(name, payload).await {
            Ok(answer) => answer,
            Err(refusal) => self.fail(&format!("{name} is refused: {refusal}")).await,
        }
    }

    /// Closes the window as the seller does and opens it again over the same folders.
    pub async fn reopen(&mut self) {
        self.closes_the_window().await;
        self.opens_again().await;
    }

    /// Opens the window over the same folders after it ended.
    pub async fn opens_again(&mut self) {
        self.driver.end_after_the_window().await;
        let (driver, client) = driver::open_window(self.home.path(), &self.now).await;
        (self.driver, self.client) = (driver, client);
        self.until(
            "the page is drawn",
            "return document.querySelector('#root > *') !== null",
        )
        .await;
        self.run(COLLECT_COMPLAINTS, &[]).await;
    }

    /// The same after some time: the window opens again at another moment.
    pub async fn comes_back_at(&mut self, now: &str) {
        now.clone_into(&mut self.now);
        self.reopen().await;
    }

    /// Whether the window was closed.
    async fn is_gone(&self) -> bool {
        self.client.execute("return 1", vec![]).await.is_err()
    }

    /// Closes the window as the page does when the seller presses its close button, and waits
    /// until it is gone.
    pub async fn closes_the_window(&self) {
        // The window may be gone before it can answer.
        let close = "window.__TAURI_INTERNALS__.invoke('window_close')";
        let _ = self.client.execute(close, vec![]).await;
        let mut patience = Patience::new();
        while !self.is_gone().await {
            if patience.is_over(self).await {
                self.fail("the window does not close").await;
            }
        }
    }

    /// Sends a signal to the window's process, as the system does when a session ends.
    pub fn signals_the_window(&self, signal: Signal) {
        let window = self.driver.window_process();
        rustix::process::kill_process(window, signal).unwrap();
    }

    /// Waits until the window's process has ended, which it may do at any moment.
    pub async fn waits_until_it_ended(&self) {
        let deadline = Instant::now() + LONG;
        while self.driver.has_a_window() {
            assert!(Instant::now() < deadline, "the window does not end");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Everything in the window's log.
    pub fn log(&self) -> String {
        let files = std::fs::read_dir(self.data().join("logs")).unwrap();
        let files = files.map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap());
        files.collect()
    }

    async fn close(self) {
        let _ = self.client.close().await;
    }

    /// A folder of this story, for files to import and to write.
    pub fn files(&self) -> PathBuf {
        let files = self.home.path().join("files");
        std::fs::create_dir_all(&files).unwrap();
        files
    }

    /// Where this window keeps its shops.
    pub fn data(&self) -> PathBuf {
        driver::data_folder(self.home.path())
    }

    /// Answers the next file dialog with these paths; none cancels it.
    pub fn answer_next_dialog(&self, paths: &[&Path]) {
        let lines: Vec<_> = paths.iter().map(|path| path.to_string_lossy()).collect();
        let folder = driver::dialogs_folder(self.home.path());
        std::fs::write(folder.join("next"), lines.join("\n")).unwrap();
    }

    /// Calls a command as the page does: `Ok` with the answer, `Err` with the refusal.
    pub async fn invoke(&self, name: &str, payload: Value) -> Result<Value, Value> {
        let answer = self.run_async(INVOKE, &[name.into(), payload]).await;
        match answer.get("refused") {
            Some(refusal) => Err(refusal.clone()),
            None => Ok(answer["answer"].clone()),
        }
    }

    /// Runs JavaScript in the page.
    pub async fn run(&self, script: &str, words: &[Value]) -> Value {
        match self.client.execute(script, words.to_vec()).await {
            Ok(value) => value,
            Err(error) => {
                self.fail(&format!("the page cannot run a script: {error}"))
                    .await
            }
        }
    }

    /// The same, with `done` as the script's last argument to call with the result.
    pub async fn run_async(&self, script: &str, words: &[Value]) -> Value {
        match self.client.execute_async(script, words.to_vec()).await {
            Ok(value) => value,
            Err(error) => {
                self.fail(&format!("the page cannot run a script: {error}"))
                    .await
            }
        }
    }

    /// Waits until a script returns `true`.
    pub async fn until(&self, what: &str, script: &str) {
        self.until_within(PATIENCE, what, script).await;
    }

    /// The same, for work that takes its time.
    pub async fn until_within(&self, time: Duration, what: &str, script: &str) {
        let mut patience = Patience::of(time);
        while self.run(script, &[]).await != Value::Bool(true) {
            if patience.is_over(self).await {
                self.fail(&format!("waited in vain until {what}")).await;
            }
        }
    }

    /// Nothing broke the content policy and no error went unhandled while the story was told.
    async fn assert_no_complaints(&self) {
        let complaints = self.run("return window.__complaints", &[]).await;
        assert_eq!(complaints, Value::Array(Vec::new()), "the page complained");
    }

    /// Ends the test with a picture and the words on the page.
    async fn fail(&self, why: &str) -> ! {
        let seen = self
            .client
            .execute(
                "return location.href + '\\n' + document.body.innerText",
                vec![],
            )
            .await;
        let thread = std::thread::current();
        let name = thread.name().unwrap_or("story").replace("::", "-");
        let picture = self.take_picture(&format!("failed-{name}")).await;
        let page = seen.ok().and_then(|page| page.as_str().map(str::to_owned));
        panic!(
            "{why}\n--- the page ({picture}) ---\n{}\n--- standard error ---\n{}\n--- log ---\n{}",
            page.unwrap_or_default(),
            self.driver.words(),
            self.log()
        );
    }
}

/// How long the page may take to show what it is asked for.
const PATIENCE: Duration = Duration::from_secs(20);

/// How long it may take to end what it is at.
const LONG: Duration = Duration::from_secs(120);

/// When waiting ends.
struct Patience(tokio::time::Instant);

impl Patience {
    fn new() -> Self {
        Self::of(PATIENCE)
    }

    fn of(time: Duration) -> Self {
        Self(tokio::time::Instant::now() + time)
    }

    /// Lets the page draw; `true` when there is no more time. A web view nobody looks at may leave
    /// its transitions standing, so a frame is asked for.
    async fn is_over(&mut self, app: &App) -> bool {
        tokio::time::sleep(Duration::from_millis(40)).await;
        let _ = app.client.execute_async(NEXT_FRAME, vec![]).await;
        tokio::time::Instant::now() >= self.0
    }
}

const NEXT_FRAME: &str = "
    const done = arguments[0];
    requestAnimationFrame(() => done(null));
    setTimeout(() => done(null), 200);";

const COLLECT_COMPLAINTS: &str = "
    window.__complaints = [];
    const complain = (text) => window.__complaints.push(text);
    document.addEventListener('securitypolicyviolation',
      (e) => complain(`policy: ${e.violatedDirective} ${e.blockedURI} ${e.sourceFile}`));
    window.addEventListener('error', (e) => {
      // The browser's own note that an observer will be called in the next frame.
      if (!String(e.message).includes('ResizeObserver loop')) complain(`error: ${e.message}`);
    });
    window.addEventListener('unhandledrejection', (e) => complain(`rejection: ${e.reason}`));";

const INVOKE: &str = "
    const [name, payload, done] = arguments;
    window.__TAURI_INTERNALS__.invoke(name, payload)
      .then((answer) => done({ answer: answer ?? null }), (refused) => done({ refused }));";
