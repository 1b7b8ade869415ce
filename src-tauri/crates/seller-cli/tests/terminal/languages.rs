//! Help and mistakes on the command line, in the language that is asked for.

use crate::support::program;

/// The exit code, standard output, standard error.
fn ran(words: &[&str]) -> (Option<i32>, String, String) {
    let output = program().args(words).output().unwrap();
    let [said, trouble] =
        [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap());
    (output.status.code(), said, trouble)
}

#[test]
fn help_goes_to_standard_output_in_the_language_asked_for() {
    for (words, line) in [
        (&["help"][..], "Usage: seller-cli [OPTIONS] <COMMAND>"),
        (
            &["check", "--help"],
            "Usage: seller-cli check [OPTIONS] <CAMPAIGN>",
        ),
        (
            &["--lang", "zh-CN", "help"],
            "用法：seller-cli [选项] <命令>",
        ),
        (
            &["check", "--help", "--lang", "zh"],
            "用法：seller-cli check [选项] <活动>",
        ),
        (
            &["--lang=zh-CN", "help", "check"],
            "用法：seller-cli check [选项] <活动>",
        ),
    ] {
        let (code, said, trouble) = ran(words);
        assert_eq!((code, trouble.as_str()), (Some(0), ""), "{words:?}");
        assert!(said.lines().any(|said| said == line), "{words:?}: {said}");
    }
}

#[test]
fn a_mistake_goes_to_standard_error_in_the_language_asked_for() {
    for (words, line) in [
        (&["chekc"][..], "error: unrecognized subcommand 'chekc'"),
        (
            &["--lang", "fr", "commands"],
            "error: invalid value 'fr' for '--lang <TAG>'",
        ),
        (&["--lang", "zh-CN", "chekc"], "错误：没有命令“chekc”"),
        (&["chekc", "--lang=zh"], "错误：没有命令“chekc”"),
        (
            &["import", "--lang", "zh-CN"],
            "错误：缺少必需的参数“<文件>...”",
        ),
        (
            &["--lang", "zh-CN", "help", "chekc"],
            "错误：没有命令“chekc”",
        ),
    ] {
        let (code, said, trouble) = ran(words);
        assert_eq!((code, said.as_str()), (Some(2), ""), "{words:?}");
        assert_eq!(trouble.lines().next(), Some(line), "{words:?}");
    }
}

#[test]
fn what_is_missing_for_a_command_is_named_as_its_help_names_it() {
    for (words, line) in [
        (
            &["check", "7"][..],
            "seller-cli: name the shop's file: --db FILE\n",
        ),
        (
            &["check", "7", "--lang", "zh-CN"],
            "seller-cli: 请指定店铺文件：--db 文件\n",
        ),
    ] {
        assert_eq!(
            ran(words),
            (Some(1), String::new(), line.to_owned()),
            "{words:?}"
        );
    }
}
