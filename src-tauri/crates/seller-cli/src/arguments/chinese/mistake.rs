//! A mistake on the command line, told in Chinese: what was wrong, with which value, what is
//! allowed, what to do.

use super::{ARGUMENTS, usage};
use clap::builder::{StyledStr, Styles};
use clap::error::{ContextKind, ContextValue, Error, ErrorFormatter, ErrorKind};
use std::fmt::Write;

/// Tells clap's errors in Chinese. Help and the version are told before they come here.
#[derive(Debug)]
pub enum InChinese {}

const STYLES: Styles = Styles::styled();

impl ErrorFormatter for InChinese {
    fn format_error(error: &Error<Self>) -> StyledStr {
        let (bad, good) = (STYLES.get_error(), STYLES.get_valid());
        let mut told = format!("{bad}错误：{bad:#}{}", Mistake(error).said());
        let tips: String = Mistake(error)
            .tips()
            .map(|tip| format!("\n  {good}提示：{good:#}{tip}"))
            .collect();
        if !tips.is_empty() {
            let _ = write!(told, "\n{tips}");
        }
        if let Some(ContextValue::StyledStr(english)) = error.get(ContextKind::Usage) {
            let _ = write!(told, "\n\n{}", usage(english));
        }
        let more = STYLES.get_literal();
        let _ = writeln!(told, "\n\n完整说明：{more}--lang zh-CN --help{more:#}");
        told.into()
    }
}

struct Mistake<'a>(&'a Error<InChinese>);

impl Mistake<'_> {
    /// What was wrong, and what is allowed.
    fn said(&self) -> String {
        let argument = self.quoted(ContextKind::InvalidArg);
        let value = self.quoted(ContextKind::InvalidValue);
        let command = self.quoted(ContextKind::InvalidSubcommand);
        match self.0.kind() {
            ErrorKind::InvalidSubcommand => format!("没有命令{command}"),
            ErrorKind::MissingSubcommand => format!(
                "{command}之后缺少命令{}",
                self.listed("命令", ContextKind::ValidSubcommand)
            ),
            ErrorKind::UnknownArgument => format!("此处不接受参数{argument}"),
            ErrorKind::MissingRequiredArgument => format!("缺少必需的参数{argument}"),
            ErrorKind::ArgumentConflict => match self.quoted(ContextKind::PriorArg) {
                prior if prior == argument => format!("参数{argument}只能给出一次"),
                prior => format!("参数{argument}不能与{prior}同时使用"),
            },
            ErrorKind::InvalidValue => {
                let choice = self.listed("可选值", ContextKind::ValidValue);
                match self.words(ContextKind::InvalidValue) {
                    [none] if none.is_empty() => format!("参数{argument}缺少值{choice}"),
                    _ => format!("{value}不能作为参数{argument}的值{choice}"),
                }
            }
            ErrorKind::ValueValidation => {
                format!("{value}不能作为参数{argument}的值{}", self.purpose())
            }
            ErrorKind::TooManyValues => format!("参数{argument}不接受值{value}"),
            ErrorKind::InvalidUtf8 => {
                "命令行中有不是 UTF-8 的文字；除文件和文件夹外，都须为 UTF-8".to_owned()
            }
            _ => format!("无法理解命令行中的参数{argument}"),
        }
    }

    /// What may have been meant.
    fn tips(&self) -> impl Iterator<Item = String> {
        let similar = [
            ContextKind::SuggestedSubcommand,
            ContextKind::SuggestedArg,
            ContextKind::SuggestedValue,
        ];
        let similar = similar.into_iter().map(|kind| self.quoted(kind));
        let similar = similar.filter(|words| !words.is_empty());
        let other = match self.0.get(ContextKind::Suggested) {
            Some(ContextValue::StyledStrs(tips)) => tips.as_slice(),
            _ => &[],
        };
        let other = other.iter().filter_map(written_instead);
        similar
            .map(|words| format!("是否想写{words}？"))
            .chain(other.map(|words| match words.as_str() {
                // Only what is a command is proposed as it stands: a `--` hides it.
                command if [command] == self.words(ContextKind::InvalidArg) => {
                    format!("{}是命令，请去掉它前面的{}", quoted(command), quoted("--"))
                }
                value if value.starts_with("-- ") => {
                    format!("如果这是一个值，请写{}", quoted(value))
                }
                elsewhere => format!("可以写{}", quoted(elsewhere)),
            }))
    }

    /// What the argument is for says what its value can be.
    fn purpose(&self) -> String {
        let shown = self.words(ContextKind::InvalidArg).concat();
        let named = shown.strip_prefix("--").unwrap_or_default();
        let text = ARGUMENTS
            .iter()
            .find(|(_, id, ..)| named.split(' ').next() == Some(id));
        text.map_or_else(String::new, |(.., purpose)| format!("\n  [{purpose}]"))
    }

    fn listed(&self, title: &str, kind: ContextKind) -> String {
        match self.words(kind) {
            [] => String::new(),
            words => format!("\n  [{title}：{}]", words.join("、")),
        }
    }

    fn quoted(&self, kind: ContextKind) -> String {
        let words = self.words(kind).iter().map(|word| quoted(word));
        words.collect::<Vec<_>>().join("、")
    }

    fn words(&self, kind: ContextKind) -> &[String] {
        match self.0.get(kind) {
            Some(ContextValue::String(word)) => std::slice::from_ref(word),
            Some(ContextValue::Strings(words)) => words,
            _ => &[],
        }
    }
}

fn quoted(word: &str) -> String {
    let shown = STYLES.get_literal();
    format!("“{shown}{word}{shown:#}”")
}

/// What a tip proposes: clap keeps tips as English sentences, in which that part alone is marked
/// as valid.
fn written_instead(tip: &StyledStr) -> Option<String> {
    let marked = STYLES.get_valid();
    let tip = tip.ansi().to_string();
    let (_, from) = tip.split_once(&marked.to_string())?;
    let (words, _) = from.split_once(&format!("{marked:#}"))?;
    Some(words.to_owned())
}
