//! The words on the command line: what may be said, and in which language help and mistakes are told.

mod chinese;

use crate::job::Job;
use chinese::InChinese;
use clap::error::Error;
use clap::{CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};
use seller_commands::{Instant, Language};
use std::ffi::OsString;
use std::path::PathBuf;

/// Promodesk in a terminal. Answers are JSON on standard output; the exit code is 0 when it is done,
/// whatever `check` finds, 2 when the rules refuse or an argument is unknown, missing or out of
/// place, 1 for anything else.
#[derive(Debug, Parser)]
#[command(name = "seller-cli", version, next_display_order = 900)]
pub struct Arguments {
    /// The shop's database file.
    #[arg(long, global = true, value_name = "FILE")]
    pub db: Option<PathBuf>,
    /// The time to work at, instead of the system's: 2026-05-10T12:00:00Z.
    #[arg(long, global = true, value_name = "INSTANT")]
    pub now: Option<Instant>,
    /// The language of answers, help and errors.
    #[arg(long, global = true, value_name = "TAG", default_value = "en")]
    lang: Tongue,
    #[command(subcommand)]
    pub action: Action,
}

/// What is to be done.
#[derive(Debug, Subcommand)]
pub enum Action {
    /// Calls a command of the desk with a JSON request; what it leaves open only `script` can go
    /// on with.
    Call {
        /// The command; `seller-cli commands` lists all.
        name: String,
        /// The request; `-` reads it from standard input.
        #[arg(default_value = "{}")]
        request: String,
    },
    /// Calls several commands in one go, up to the first that fails; each answer is a line.
    Script {
        /// A file with a command and its JSON request on each line; `-` reads standard input and
        /// answers line by line.
        ///
        /// A text $/import_id stands for that part of the answer before, $3/import_id for that of
        /// line 3; $$ begins a text with one $. Lines that begin with # are passed over.
        script: PathBuf,
    },
    /// Lists the commands with their requests and responses.
    Commands {
        /// Print the TypeScript of every shape as well.
        #[arg(long)]
        types: bool,
    },
    /// Explains a rule: seller-cli explain RG-02.
    Explain {
        /// The rule's id.
        rule: String,
    },
    #[command(flatten)]
    Job(Job),
    /// Runs the main job on the sample shop and writes its files into a folder.
    Demo {
        /// Where the sample shop and the exported files go.
        #[arg(long, value_name = "FOLDER")]
        out: PathBuf,
    },
}

/// A language, by its tag.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Tongue {
    #[value(name = "en")]
    English,
    #[value(name = "zh-CN", alias = "zh")]
    SimplifiedChinese,
}

impl Arguments {
    /// What the program was started with. Help and mistakes are told here, and end it: help on
    /// standard output with 0, a mistake on standard error with 2.
    pub fn read() -> Self {
        let words: Vec<OsString> = std::env::args_os().collect();
        match asked_in(&words) {
            Language::English => Self::try_parse_from(words).unwrap_or_else(|told| told.exit()),
            Language::SimplifiedChinese => {
                Self::read_in_chinese(&words).unwrap_or_else(|told| told.exit())
            }
        }
    }

    /// The language of what is answered.
    pub fn language(&self) -> Language {
        self.lang.language()
    }

    fn read_in_chinese(words: &[OsString]) -> Result<Self, Error<InChinese>> {
        let command = chinese::command(Self::command());
        let matches = command.try_get_matches_from(words);
        matches
            .and_then(|matches| Self::from_arg_matches(&matches))
            .map_err(Error::apply)
    }
}

impl Tongue {
    fn language(self) -> Language {
        match self {
            Self::English => Language::English,
            Self::SimplifiedChinese => Language::SimplifiedChinese,
        }
    }
}

/// The language that the words ask for, found without understanding the others: a mistake among
/// them is told in it. Of several, the last counts that names a language.
fn asked_in(words: &[OsString]) -> Language {
    let words = words.iter().map(|word| word.to_str().unwrap_or_default());
    let mut asked = Language::English;
    let mut before = "";
    for word in words.take_while(|word| *word != "--") {
        let tag = word.strip_prefix("--lang=").unwrap_or(word);
        if (tag != word || before == "--lang")
            && let Ok(tongue) = Tongue::from_str(tag, false)
        {
            asked = tongue.language();
        }
        before = word;
    }
    asked
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(line: &str) -> Language {
        let words: Vec<OsString> = line.split(' ').map(OsString::from).collect();
        asked_in(&words)
    }

    #[test]
    fn the_language_is_found_among_words_that_cannot_be_read() {
        for line in [
            "seller-cli --lang zh-CN nonsense",
            "seller-cli nonsense --lang zh",
            "seller-cli --lang=zh-CN",
            "seller-cli check --lang=zh --db",
            "seller-cli --lang en check 1 --lang zh-CN",
            "seller-cli --lang zh-CN check 1 --lang fr",
        ] {
            assert_eq!(asked(line), Language::SimplifiedChinese, "{line}");
        }
        for line in [
            "seller-cli",
            "seller-cli zh-CN",
            "seller-cli --lang",
            "seller-cli --lang zh_CN",
            "seller-cli --lang= zh-CN",
            "seller-cli --language zh-CN",
            "seller-cli --lang zh-CN check 1 --lang en",
            "seller-cli import -- --lang zh-CN",
            "seller-cli import -- --lang=zh-CN",
        ] {
            assert_eq!(asked(line), Language::English, "{line}");
        }
    }

    #[test]
    fn what_is_found_is_what_is_read() {
        for line in [
            "seller-cli commands",
            "seller-cli commands --lang en",
            "seller-cli --lang=zh commands",
            "seller-cli --lang en commands --lang zh-CN",
            "seller-cli --lang zh-CN commands --lang en",
        ] {
            let read = Arguments::try_parse_from(line.split(' ')).unwrap();
            assert_eq!(read.language(), asked(line), "{line}");
        }
    }
}
