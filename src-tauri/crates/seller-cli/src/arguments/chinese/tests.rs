use super::*;
use crate::arguments::Arguments;
use clap::CommandFactory;
use clap::error::{ContextKind, ContextValue, Error, ErrorFormatter, ErrorKind, RichFormatter};
use std::collections::BTreeSet;

fn chinese() -> Command {
    command(Arguments::command())
}

fn english() -> Command {
    let mut command = Arguments::command();
    command.build();
    command
}

/// The command and everything under it.
fn tree(command: &Command) -> Vec<&Command> {
    let under = command.get_subcommands().flat_map(tree);
    [command].into_iter().chain(under).collect()
}

fn is_chinese(text: &str) -> bool {
    text.chars()
        .any(|letter| ('\u{4e00}'..='\u{9fff}').contains(&letter))
}

/// What stays as it is in every language: the names of commands, options and values, and a few more.
fn names() -> BTreeSet<String> {
    let others = [
        "Promodesk",
        "JSON",
        "CSV",
        "SKU",
        "TypeScript",
        "UTF",
        "RG",
        "GB",
        "GBK",
        "Windows",
        "save",
    ];
    let mut names: BTreeSet<String> = others.map(str::to_owned).into();
    for command in tree(&english()) {
        names.insert(command.get_name().to_owned());
        for argument in command.get_arguments() {
            names.extend(argument.get_long().map(str::to_owned));
            let values = argument.get_possible_values();
            names.extend(values.iter().flat_map(|value| words(value.get_name())));
        }
    }
    names
}

/// The words of English in a text, apart from names and from what was said.
fn english_words(text: &str, said: &[&str]) -> Vec<String> {
    let names = names();
    words(text)
        .filter(|word| word.len() > 1 && !names.contains(word))
        .filter(|word| !said.iter().any(|said| said.contains(word)))
        .collect()
}

/// The words of a text: letters, with lines between them.
fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|letter: char| !letter.is_ascii_alphabetic() && letter != '-')
        .map(|word| word.trim_matches('-').to_owned())
}

/// What the program tells whoever says these words.
fn told<F: ErrorFormatter>(command: Command, words: &[&str]) -> Error<F> {
    let words = ["seller-cli"].iter().chain(words);
    command.try_get_matches_from(words).unwrap_err().apply()
}

fn told_in_chinese(words: &[&str]) -> Error<InChinese> {
    told(chinese(), words)
}

#[test]
fn every_command_argument_and_value_has_a_chinese_text() {
    let (all, original) = (chinese(), english());
    let commands = tree(&all);
    assert_eq!(
        commands.len(),
        25,
        "the program, 11 commands, help, 12 below it"
    );
    let mut arguments = 0;
    for (command, original) in commands.into_iter().zip(tree(&original)) {
        let name = command.get_name();
        let about = command.get_about().unwrap().to_string();
        assert!(is_chinese(&about), "{name}: {about}");
        assert_eq!(command.get_long_about(), None, "{name}");
        for (argument, original) in command.get_arguments().zip(original.get_arguments()) {
            let id = argument.get_id();
            let brief = argument.get_help().unwrap().to_string();
            let full = argument.get_long_help().unwrap().to_string();
            assert!(is_chinese(&brief), "{name} {id}: {brief}");
            assert!(is_chinese(&full), "{name} {id}: {full}");
            arguments += 1;
            if original.get_action().takes_values() {
                values_are_told(argument, original, &brief, &full);
            }
        }
    }
    assert_eq!(
        arguments,
        5 + 11 * 4 + 35,
        "the program's, what every command takes, their own"
    );
}

fn values_are_told(argument: &Arg, original: &Arg, brief: &str, full: &str) {
    let placeholders = argument.get_value_names().unwrap();
    assert!(
        placeholders.iter().all(|name| is_chinese(name)),
        "{argument}"
    );
    for default in original.get_default_values() {
        let default = format!("[默认：{}]", default.to_string_lossy());
        assert!(
            brief.contains(&default) && full.contains(&default),
            "{full}"
        );
    }
    for value in original.get_possible_values() {
        let name = value.get_name();
        assert!(brief.contains(name) && full.contains(name), "{full}");
        if value.get_help().is_some() {
            let (_, meaning) = full.split_once(&format!("\n- {name}：")).unwrap();
            assert!(is_chinese(meaning.lines().next().unwrap()), "{full}");
        }
    }
}

#[test]
fn no_text_is_left_over_and_none_is_said_twice() {
    let all = english();
    let commands = tree(&all);
    let arguments: Vec<(&str, &Arg)> = commands
        .iter()
        .flat_map(|command| {
            command
                .get_arguments()
                .map(|argument| (command.get_name(), argument))
        })
        .collect();
    let of_commands: BTreeSet<&str> = commands.iter().map(|command| command.get_name()).collect();
    assert_eq!(of_commands, COMMANDS.iter().map(|(of, _)| *of).collect());
    let of_arguments: BTreeSet<&ArgumentText> = arguments
        .iter()
        .filter_map(|(command, argument)| text_of(command, argument.get_id().as_str()))
        .collect();
    assert_eq!(of_arguments, ARGUMENTS.iter().collect());
    let of_values: BTreeSet<(String, String)> = arguments
        .iter()
        .flat_map(|(_, argument)| {
            let values = argument.get_possible_values().into_iter();
            let explained = values.filter(|value| value.get_help().is_some());
            explained.map(|value| (argument.get_id().to_string(), value.get_name().to_owned()))
        })
        .collect();
    let texts = VALUES
        .iter()
        .map(|(of, name, _)| ((*of).to_owned(), (*name).to_owned()));
    assert_eq!(of_values, texts.collect());

    let about = COMMANDS.iter().map(|(_, text)| text);
    let purposes = ARGUMENTS.iter().map(|(.., text)| text);
    let meanings = VALUES.iter().map(|(.., text)| text);
    let said: Vec<_> = about.chain(purposes).chain(meanings).collect();
    assert_eq!(said.iter().collect::<BTreeSet<_>>().len(), said.len());
}

/// The options that a page of help explains.
fn options(page: &str) -> Vec<&str> {
    let lines = page.lines().map(str::trim_start);
    let options = lines.filter(|line| line.starts_with('-') && !line.starts_with("- "));
    let long = options.filter_map(|line| line.find("--").map(|at| &line[at..]));
    long.filter_map(|option| option.split(' ').next()).collect()
}

#[test]
fn help_is_whole_in_both_languages() {
    let all = english();
    let under = all.get_subcommands().map(Command::get_name);
    let under = under.filter(|name| *name != "help").map(|name| vec![name]);
    for command in under.chain([vec![]]) {
        let path = [vec!["seller-cli"], command.clone()].concat().join(" ");
        for asked in ["-h", "--help"] {
            let words = [command.clone(), vec![asked]].concat();
            let page = told_in_chinese(&words);
            assert_eq!(page.kind(), ErrorKind::DisplayHelp, "{words:?}");
            assert_eq!(page.exit_code(), 0, "{words:?}");
            let page = page.to_string();
            assert_eq!(english_words(&page, &[]), [""; 0], "{page}");
            assert!(page.contains(&format!("\n用法：{path} ")), "{page}");
            let original = told::<RichFormatter>(english(), &words).to_string();
            assert!(
                original.contains(&format!("\nUsage: {path} ")),
                "{original}"
            );
            assert!(!is_chinese(&original), "{original}");
            assert_eq!(options(&page), options(&original), "{page}");
            assert!(options(&page).len() >= 4, "{page}");
        }
    }
}

#[test]
fn help_is_set_out_as_in_english() {
    assert_eq!(
        told_in_chinese(&["export", "-h"]).to_string(),
        "\
把活动的报名写入文件

用法：seller-cli export [选项] <活动> <文件>

参数：
  <活动>  活动的编号
  <文件>  要写入的文件

选项：
      --format <格式>  导出的格式 [默认：csv] [可选值：csv、price-template、prefill、evidence]
      --source <文件>  下载的预填表，用于格式 `prefill`
      --db <文件>      店铺的数据库文件
      --now <时刻>     工作的时刻，代替系统时间，如 2026-05-10T12:00:00Z
      --lang <语言>    回答、说明和错误的语言 [默认：en] [可选值：en、zh-CN]
  -h, --help           显示说明：-h 为摘要，--help 为全文
"
    );
    let overview = told_in_chinese(&["--help"]).to_string();
    assert_eq!(told_in_chinese(&[]).to_string(), overview);
    assert_eq!(told_in_chinese(&["help"]).to_string(), overview);
    let below = told_in_chinese(&["help", "help"]).to_string();
    assert_eq!(english_words(&below, &[]), [""; 0], "{below}");
}

/// What was said, what kind of mistake it is, and what is told before usage and further help.
const MISTAKES: [(&[&str], ErrorKind, &str); 25] = [
    (
        &["chekc"],
        ErrorKind::InvalidSubcommand,
        "没有命令“chekc”\n\n  提示：是否想写“check”？",
    ),
    (
        &["nonsense"],
        ErrorKind::InvalidSubcommand,
        "没有命令“nonsense”",
    ),
    (
        &["help", "nonsense"],
        ErrorKind::InvalidSubcommand,
        "没有命令“nonsense”",
    ),
    (
        &["--lang", "zh-CN"],
        ErrorKind::MissingSubcommand,
        "“seller-cli”之后缺少命令\n  [命令：call、script、commands、explain、import、plan、check、register、\
         export、backup、demo、help]",
    ),
    (
        &["commands", "--type"],
        ErrorKind::UnknownArgument,
        "此处不接受参数“--type”\n\n  提示：是否想写“--types”？",
    ),
    (
        &["check", "7", "8"],
        ErrorKind::UnknownArgument,
        "此处不接受参数“8”",
    ),
    (
        &["check", "7", "-x"],
        ErrorKind::UnknownArgument,
        "此处不接受参数“-x”\n\n  提示：如果这是一个值，请写“-- -x”",
    ),
    (
        &["--format", "csv", "export", "7", "out.csv"],
        ErrorKind::UnknownArgument,
        "此处不接受参数“--format”\n\n  提示：可以写“export --format”",
    ),
    (
        &["--", "check"],
        ErrorKind::UnknownArgument,
        "此处不接受参数“check”\n\n  提示：“check”是命令，请去掉它前面的“--”",
    ),
    (
        &["import"],
        ErrorKind::MissingRequiredArgument,
        "缺少必需的参数“<文件>...”",
    ),
    (
        &["import", "a.csv", "--campaign", "7"],
        ErrorKind::MissingRequiredArgument,
        "缺少必需的参数“--into <内容>”",
    ),
    (
        &["import", "a.csv", "--draft", "7"],
        ErrorKind::MissingRequiredArgument,
        "缺少必需的参数“--into <内容>”",
    ),
    (
        &["plan"],
        ErrorKind::MissingRequiredArgument,
        "缺少必需的参数“--accepted <文件>”、“--refused <文件>”、“--campaign <活动>”、“<文件>”",
    ),
    (
        &["export", "7", "out.csv", "--format", "cvs"],
        ErrorKind::InvalidValue,
        "“cvs”不能作为参数“--format <格式>”的值\n  [可选值：csv、price-template、prefill、evidence]",
    ),
    (
        &["export", "7", "out.csv", "--format", "evidenc"],
        ErrorKind::InvalidValue,
        "“evidenc”不能作为参数“--format <格式>”的值\n  [可选值：csv、price-template、prefill、evidence]\
         \n\n  提示：是否想写“evidence”？",
    ),
    (
        &["--lang", "fr", "commands"],
        ErrorKind::InvalidValue,
        "“fr”不能作为参数“--lang <语言>”的值\n  [可选值：en、zh-CN]",
    ),
    (
        &["export", "7", "out.csv", "--format"],
        ErrorKind::InvalidValue,
        "参数“--format <格式>”缺少值\n  [可选值：csv、price-template、prefill、evidence]",
    ),
    (
        &["--db", "--lang"],
        ErrorKind::InvalidValue,
        "参数“--db <文件>”缺少值",
    ),
    (
        &["import", ""],
        ErrorKind::InvalidValue,
        "参数“<文件>...”缺少值",
    ),
    (
        &["--now", "yesterday", "commands"],
        ErrorKind::ValueValidation,
        "“yesterday”不能作为参数“--now <时刻>”的值\n  [工作的时刻，代替系统时间，如 2026-05-10T12:00:00Z]",
    ),
    (
        &["commands", "--types=yes"],
        ErrorKind::TooManyValues,
        "参数“--types”不接受值“yes”",
    ),
    (
        &["--db", "a", "--db", "b", "commands"],
        ErrorKind::ArgumentConflict,
        "参数“--db <文件>”只能给出一次",
    ),
    (
        &["plan", "--campaign", "7", "--terms", "terms.json", "a.csv"],
        ErrorKind::ArgumentConflict,
        "参数“--campaign <活动>”不能与“--terms <文件>”同时使用",
    ),
    (
        &["commands", "--types", "--types"],
        ErrorKind::ArgumentConflict,
        "参数“--types”只能给出一次",
    ),
    (
        &["backup", "--lang=zh-CN", "--lang=en"],
        ErrorKind::ArgumentConflict,
        "参数“--lang <语言>”只能给出一次",
    ),
];

#[test]
fn every_mistake_is_named_with_what_is_allowed() {
    for (words, kind, wanted) in MISTAKES {
        let mistake = told_in_chinese(words);
        assert_eq!(mistake.kind(), kind, "{words:?}");
        assert_eq!(mistake.exit_code(), 2, "{words:?}");
        let told = mistake.to_string();
        assert_eq!(english_words(&told, words), [""; 0], "{told}");
        let told = told
            .strip_suffix("\n\n完整说明：--lang zh-CN --help\n")
            .unwrap();
        let (told, usage) = told
            .split_once("\n\n用法：")
            .unwrap_or((told, "seller-cli "));
        assert!(usage.starts_with("seller-cli "), "{words:?}: {usage}");
        assert_eq!(told, format!("错误：{wanted}"), "{words:?}");
    }
}

#[cfg(unix)]
#[test]
fn words_that_are_no_text_are_a_mistake_of_their_own() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;

    let words = ["seller-cli", "call"].map(OsStr::new);
    let words = words.into_iter().chain([OsStr::from_bytes(b"\xff")]);
    let mistake: Error<InChinese> = chinese().try_get_matches_from(words).unwrap_err().apply();
    assert_eq!(mistake.kind(), ErrorKind::InvalidUtf8);
    assert_eq!(
        mistake.to_string(),
        "错误：命令行中有不是 UTF-8 的文字；除文件和文件夹外，都须为 UTF-8\n\n\
         用法：seller-cli call [选项] <名称> [请求]\n\n完整说明：--lang zh-CN --help\n"
    );
}

#[test]
fn every_kind_of_mistake_that_can_be_made_is_among_them() {
    let made: Vec<ErrorKind> = MISTAKES.iter().map(|(_, kind, _)| *kind).collect();
    for kind in [
        ErrorKind::InvalidValue,
        ErrorKind::UnknownArgument,
        ErrorKind::InvalidSubcommand,
        ErrorKind::ValueValidation,
        ErrorKind::TooManyValues,
        ErrorKind::ArgumentConflict,
        ErrorKind::MissingRequiredArgument,
        ErrorKind::MissingSubcommand,
    ] {
        assert!(made.contains(&kind), "{kind:?}");
    }
    // The others need an argument that wants an equals sign, or more values than one.
    for command in tree(&english()) {
        for argument in command.get_arguments() {
            assert!(!argument.is_require_equals_set(), "{argument}");
            let least = argument.get_num_args().unwrap().min_values();
            assert!(least <= 1, "{argument}");
        }
    }
}

#[test]
fn a_mistake_that_nobody_can_make_yet_is_told_too() {
    let first_line = |kind, named: &[(ContextKind, &str)]| {
        let mut mistake: Error<InChinese> = Error::new(kind);
        for (context, word) in named {
            mistake.insert(*context, ContextValue::String((*word).to_owned()));
        }
        mistake.to_string().lines().next().unwrap().to_owned()
    };
    let argument = (ContextKind::InvalidArg, "--draft <草稿>");
    for kind in [
        ErrorKind::NoEquals,
        ErrorKind::TooFewValues,
        ErrorKind::WrongNumberOfValues,
    ] {
        assert_eq!(
            first_line(kind, &[argument]),
            "错误：无法理解命令行中的参数“--draft <草稿>”"
        );
    }
}

#[test]
fn the_version_is_told_alike() {
    let version = told_in_chinese(&["--version"]);
    assert_eq!(version.kind(), ErrorKind::DisplayVersion);
    assert_eq!(version.exit_code(), 0);
    let wanted = concat!("seller-cli ", env!("CARGO_PKG_VERSION"), "\n");
    assert_eq!(version.to_string(), wanted);
}
