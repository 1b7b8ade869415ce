//! Several commands in one process, so that one can go on from what another left open.

use crate::call::{Caller, Failure, remark, say};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;

/// The answers so far, by the lines that asked for them.
#[derive(Default)]
struct Answers(BTreeMap<usize, String>);

/// Calls the commands of a script, a line each, and prints an answer for each, a line too. The
/// first that fails ends it.
pub fn run(caller: &Caller<'_>, script: &Path) -> Result<(), Failure> {
    let mut lines: Box<dyn BufRead> = if script.as_os_str() == "-" {
        Box::new(std::io::stdin().lock())
    } else {
        Box::new(BufReader::new(
            File::open(script).map_err(|why| unread(caller, script, &why))?,
        ))
    };
    let mut answers = Answers::default();
    let mut line = String::new();
    for number in 1.. {
        line.clear();
        let read = lines.read_line(&mut line);
        if read.map_err(|why| unread(caller, script, &why))? == 0 {
            break;
        }
        let words = line.trim().trim_start_matches('\u{feff}');
        if words.is_empty() || words.starts_with('#') {
            continue;
        }
        let answer = call(caller, words, &answers).map_err(|failure| {
            remark(&caller.told(
                format!("line {number} ends the script: {words}"),
                format!("脚本在第 {number} 行结束：{words}"),
            ));
            failure.in_a_line()
        })?;
        say(&answer);
        answers.0.insert(number, answer);
    }
    Ok(())
}

fn call(caller: &Caller<'_>, words: &str, answers: &Answers) -> Result<String, Failure> {
    let (name, request) = words
        .split_once(char::is_whitespace)
        .unwrap_or((words, "{}"));
    // What is no JSON the desk refuses in its own words.
    match serde_json::from_str::<Value>(request) {
        Ok(mut filled) => {
            answers.fill(caller, &mut filled)?;
            caller.answer(name, &filled.to_string())
        }
        Err(_) => caller.answer(name, request),
    }
}

impl Answers {
    /// Puts what earlier lines answered in place of what refers to it: `$/import_id` is of the
    /// answer before, `$3/files/0/name` of line 3. `$$` begins a text with one `$`.
    fn fill(&self, caller: &Caller<'_>, value: &mut Value) -> Result<(), Failure> {
        match value {
            Value::Array(values) => values
                .iter_mut()
                .try_for_each(|value| self.fill(caller, value)),
            Value::Object(fields) => fields
                .values_mut()
                .try_for_each(|value| self.fill(caller, value)),
            Value::String(text) => {
                if text.starts_with("$$") {
                    text.remove(0);
                } else if let Some((line, pointer)) = reference(text) {
                    let answer = self.find(line);
                    let part = answer.and_then(|answer| answer.pointer(pointer).cloned());
                    *value = part.ok_or_else(|| nothing_there(caller, text))?;
                }
                Ok(())
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => Ok(()),
        }
    }

    fn find(&self, line: Option<usize>) -> Option<Value> {
        let answer = match line {
            Some(line) => self.0.get(&line),
            None => self.0.values().next_back(),
        };
        serde_json::from_str(answer?).ok()
    }
}

/// The line and the place in its answer, where a text is a reference.
fn reference(text: &str) -> Option<(Option<usize>, &str)> {
    let said = text.strip_prefix('$')?;
    let (line, _) = said.split_once('/')?;
    let pointer = &said[line.len()..];
    match line {
        "" => Some((None, pointer)),
        line => Some((Some(line.parse().ok()?), pointer)),
    }
}

fn nothing_there(caller: &Caller<'_>, text: &str) -> Failure {
    Failure::usage(caller.told(
        format!("no earlier line answered {text}; write ${text} where the text itself is meant"),
        format!("前面的行没有回答 {text}；如指该文字本身，请写 ${text}"),
    ))
}

fn unread(caller: &Caller<'_>, script: &Path, why: &std::io::Error) -> Failure {
    let name = script.display();
    Failure::usage(caller.told(
        format!("{name} cannot be read: {why}"),
        format!("无法读取 {name}，或其内容不是 UTF-8 文字"),
    ))
}
