//! Where things lie, and how programs are started there.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The repository.
pub struct Home {
    root: PathBuf,
}

impl Home {
    /// Finds the repository from the place this crate was compiled in.
    pub fn find() -> Self {
        let crate_folder = Path::new(env!("CARGO_MANIFEST_DIR"));
        let root = crate_folder.ancestors().nth(3).unwrap_or(crate_folder);
        Self { root: root.into() }
    }

    /// A path below the root.
    pub fn path(&self, below: impl AsRef<Path>) -> PathBuf {
        self.root.join(below)
    }

    /// The page's sources.
    pub fn ui(&self) -> PathBuf {
        self.path("ui")
    }

    /// Cargo's target folder.
    pub fn target(&self) -> PathBuf {
        match env::var_os("CARGO_TARGET_DIR") {
            Some(folder) => self.root.join(folder),
            None => self.path("target"),
        }
    }

    /// A built program, such as `promodesk`, of a profile's folder (`debug` or `release`).
    pub fn program(&self, profile: &str, name: &str) -> PathBuf {
        let file = format!("{name}{}", env::consts::EXE_SUFFIX);
        self.target().join(profile).join(file)
    }

    /// A command that starts in the root.
    pub fn command(&self, program: &str, arguments: &[&str]) -> Command {
        let mut command = Command::new(program);
        command.args(arguments).current_dir(&self.root);
        command
    }

    /// Cargo, in the root.
    pub fn cargo(&self, arguments: &[&str]) -> Command {
        self.command(
            &env::var("CARGO").unwrap_or_else(|_| "cargo".into()),
            arguments,
        )
    }

    /// npm, in `ui/`.
    pub fn npm(&self, arguments: &[&str]) -> Command {
        let program = if cfg!(windows) { "npm.cmd" } else { "npm" };
        let mut command = self.command(program, arguments);
        command.current_dir(self.ui());
        command
    }
}
