//! Calling the desk and reporting what it answers.

use seller_commands::{CommandError, Desk, Language};
use serde_json::Value;
use std::io::{Read, Write};
use std::path::Path;
use std::process::ExitCode;

/// Calls commands in one language.
pub struct Caller<'a> {
    desk: &'a Desk,
    language: Language,
}

/// Why the program ends without success.
pub enum Failure {
    /// The desk said no.
    Answer(Box<CommandError>),
    /// The words on the command line cannot be used.
    Usage(String),
    /// The desk said no to a line of a script, which is answered in a line.
    InALine(Box<CommandError>),
}

impl Failure {
    /// The words on the command line cannot be used.
    pub fn usage(words: impl Into<String>) -> Self {
        Self::Usage(words.into())
    }

    /// The same, said in one line.
    pub fn in_a_line(self) -> Self {
        match self {
            Self::Answer(error) => Self::InALine(error),
            other => other,
        }
    }

    /// Prints the error as JSON: 2 when the rules refuse, otherwise 1.
    pub fn report(self) -> ExitCode {
        let (error, json) = match self {
            Self::Answer(error) => {
                let json = serde_json::to_string_pretty(&*error);
                (error, json)
            }
            Self::InALine(error) => {
                let json = serde_json::to_string(&*error);
                (error, json)
            }
            Self::Usage(words) => {
                remark(&words);
                return ExitCode::FAILURE;
            }
        };
        say(&json.unwrap_or_else(|_| error.to_string()));
        match *error {
            CommandError::Refused { .. } => ExitCode::from(2),
            _ => ExitCode::FAILURE,
        }
    }
}

impl From<CommandError> for Failure {
    fn from(error: CommandError) -> Self {
        Self::Answer(Box::new(error))
    }
}

impl<'a> Caller<'a> {
    /// For one desk.
    pub fn new(desk: &'a Desk, language: Language) -> Self {
        Self { desk, language }
    }

    /// A sentence in the language of messages.
    pub fn told(&self, english: impl Into<String>, chinese: impl Into<String>) -> String {
        told(self.language, english, chinese)
    }

    /// A path as it travels.
    pub fn path<'p>(&self, path: &'p Path) -> Result<&'p str, Failure> {
        path.to_str().ok_or_else(|| {
            let name = path.display();
            Failure::usage(self.told(
                format!("{name}: the name is not UTF-8 text; rename it or its folder"),
                format!("{name}：名称不是 UTF-8 文字，请将文件或文件夹改名"),
            ))
        })
    }

    /// Calls a command and gives its response.
    pub fn call(&self, name: &str, request: &Value) -> Result<Value, Failure> {
        let response = self.desk.call(name, &request.to_string(), self.language)?;
        serde_json::from_str(&response).map_err(|why| Failure::usage(why.to_string()))
    }

    /// Calls a command and gives its response as it comes, in one line.
    pub fn answer(&self, name: &str, request: &str) -> Result<String, Failure> {
        Ok(self.desk.call(name, request, self.language)?)
    }

    /// Calls a command and prints its response as it comes.
    pub fn print(&self, name: &str, request: &str) -> Result<(), Failure> {
        say(&self.answer(name, request)?);
        Ok(())
    }

    /// Calls a command and prints its response in lines.
    pub fn show(&self, name: &str, request: &Value) -> Result<Value, Failure> {
        let response = self.call(name, request)?;
        say(&format!("{response:#}"));
        Ok(response)
    }
}

/// A sentence in the language that messages are asked for in.
pub fn told(language: Language, english: impl Into<String>, chinese: impl Into<String>) -> String {
    match language {
        Language::English => english.into(),
        Language::SimplifiedChinese => chinese.into(),
    }
}

/// The request: as given, or from standard input.
pub fn request(given: String, language: Language) -> Result<String, Failure> {
    if given != "-" {
        return Ok(given);
    }
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text).map_err(|why| {
        Failure::usage(told(
            language,
            format!("standard input cannot be read: {why}"),
            "无法读取标准输入，或其内容不是 UTF-8 文字",
        ))
    })?;
    Ok(text)
}

/// Prints a line; a reader that has gone away is no fault.
pub fn say(line: &str) {
    let _ = writeln!(std::io::stdout(), "{line}");
}

/// Says something beside the answer, on standard error.
pub fn remark(words: &str) {
    let _ = writeln!(std::io::stderr(), "seller-cli: {words}");
}
