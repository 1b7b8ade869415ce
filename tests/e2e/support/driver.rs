//! Starts WebKitWebDriver and, through it, the window.

use std::env;
use std::fs::{self, File};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use promodesk_tests::root;
use rustix::process::Pid;
use serde_json::json;

/// The driver with everything it started.
pub struct Driver {
    child: Child,
    errors: PathBuf,
}

impl Driver {
    /// What the window wrote to standard error.
    pub fn words(&self) -> String {
        fs::read_to_string(&self.errors).unwrap_or_default()
    }

    /// The process of the window that the driver opened.
    pub fn window_process(&self) -> Pid {
        self.find_window().expect("the window is open")
    }

    /// Whether the window that the driver opened has not ended.
    pub fn has_a_window(&self) -> bool {
        self.find_window().is_some()
    }

    /// It is of the driver's group and runs the window's program.
    fn find_window(&self) -> Option<Pid> {
        let group = self.child.id().to_string();
        let program = window();
        let processes = fs::read_dir("/proc").unwrap().flatten();
        let mut ids = processes.filter_map(|at| at.file_name().to_str()?.parse::<i32>().ok());
        let found = ids.find(|id| {
            let state = fs::read_to_string(format!("/proc/{id}/stat")).unwrap_or_default();
            let after_the_name = state.rsplit(')').next().unwrap_or_default();
            let of_group = after_the_name.split_whitespace().nth(2) == Some(&group);
            // One that ended and was not asked for yet has no program any more.
            of_group && fs::read_link(format!("/proc/{id}/exe")).is_ok_and(|exe| exe == program)
        });
        found.and_then(Pid::from_raw)
    }

    /// The driver leaves the window open when it is killed soon after a session, and a window that
    /// stays holds the test's output open: so the whole process group ends.
    pub fn end(&mut self) {
        let id = i32::try_from(self.child.id()).unwrap_or_default();
        if let Some(group) = Pid::from_raw(id) {
            let _ = rustix::process::kill_process_group(group, rustix::process::Signal::KILL);
        }
        let _ = self.child.wait();
    }

    /// Ends the driver after its window was closed, and waits for the helpers the window leaves
    /// behind: they write down what the page remembers after the window is gone.
    pub async fn end_after_the_window(&mut self) {
        let id = i32::try_from(self.child.id()).unwrap_or_default();
        let _ = self.child.kill();
        let _ = self.child.wait();
        let Some(group) = Pid::from_raw(id) else {
            return;
        };
        let deadline = Instant::now() + Duration::from_secs(10);
        while rustix::process::test_kill_process_group(group).is_ok() && Instant::now() < deadline {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        let _ = rustix::process::kill_process_group(group, rustix::process::Signal::KILL);
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        self.end();
    }
}

/// Where the window keeps its shops in this home.
pub fn data_folder(home: &Path) -> PathBuf {
    home.join("promodesk")
}

/// Where answers to file dialogs are left.
pub fn dialogs_folder(home: &Path) -> PathBuf {
    home.join("dialogs")
}

/// Opens the window in a home of its own, at a fixed moment.
pub async fn open_window(home: &Path, now: &str) -> (Driver, Client) {
    assert!(
        env::var_os("DISPLAY").is_some() || env::var_os("WAYLAND_DISPLAY").is_some(),
        "there is no display to open the window on; `cargo xtask test --only window-tests` brings one"
    );
    let window = window();
    fs::create_dir_all(dialogs_folder(home)).unwrap();
    let port = free_port();
    let driver = start(home, now, port);
    let started = Instant::now();
    while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
        assert!(
            started.elapsed() < Duration::from_secs(20),
            "WebKitWebDriver does not listen: {}",
            driver.words()
        );
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    let wanted = json!({"webkitgtk:browserOptions": {"binary": window, "args": []}});
    let client = ClientBuilder::new(HttpConnector::new())
        .capabilities(wanted.as_object().unwrap().clone())
        .connect(&format!("http://127.0.0.1:{port}"))
        .await;
    match client {
        Ok(client) => (driver, client),
        Err(error) => panic!("the window does not open: {error}\n{}", driver.words()),
    }
}

/// The built window: named by the caretaker, or beside the test's own binary.
fn window() -> PathBuf {
    let window = env::var_os("PROMODESK_WINDOW").map_or_else(
        || {
            let test = env::current_exe().unwrap();
            test.ancestors().nth(2).unwrap().join("promodesk")
        },
        PathBuf::from,
    );
    assert!(
        window.is_file(),
        "{} is missing: `cargo build --package promodesk` makes it",
        window.display()
    );
    window.canonicalize().unwrap()
}

/// The window is a child of the driver and inherits this environment.
fn start(home: &Path, now: &str, port: u16) -> Driver {
    let errors = home.join("stderr.log");
    let child = Command::new("WebKitWebDriver")
        .arg(format!("--port={port}"))
        .env("TAURI_WEBVIEW_AUTOMATION", "true")
        .env("PROMODESK_DATA_DIR", data_folder(home))
        .env("PROMODESK_TEST_DIALOGS", dialogs_folder(home))
        .env("PROMODESK_TEST_NOW", now)
        // No bus of anyone: GTK would start daemons that outlive the test, and a second window
        // would hand over to the first.
        .env("DBUS_SESSION_BUS_ADDRESS", "disabled:")
        .env("NO_AT_BRIDGE", "1")
        .env("MESA_SHADER_CACHE_DISABLE", "true")
        .env("LANG", "C.UTF-8")
        .env("HOME", home)
        .env("XDG_DATA_HOME", home.join("data"))
        .env("XDG_CONFIG_HOME", home.join("config"))
        .env("XDG_CACHE_HOME", home.join("cache"))
        .current_dir(root())
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(
            File::options()
                .create(true)
                .append(true)
                .open(&errors)
                .unwrap(),
        )
        .process_group(0)
        .spawn()
        .expect("WebKitWebDriver starts (Debian: webkit2gtk-driver)");
    Driver { child, errors }
}

fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    listener.local_addr().unwrap().port()
}
