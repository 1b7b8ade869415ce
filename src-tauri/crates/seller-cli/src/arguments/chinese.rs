//! The command line in Chinese: every text of its help. Names of commands, options and values stay.

mod mistake;
#[cfg(test)]
mod tests;

pub use mistake::InChinese;

use clap::builder::StyledStr;
use clap::{Arg, Command};
use std::fmt::Write;

/// A command, by its name, and what it does.
static COMMANDS: [(&str, &str); 13] = [
    (
        "seller-cli",
        "终端中的 Promodesk。回答以 JSON 写到标准输出；退出码 0 表示完成（无论 `check` 发现什么），2 表示规则拒绝或命令行无法解析，1 表示其他错误",
    ),
    (
        "call",
        "用 JSON 请求调用一个命令；它留待继续的内容只有 `script` 能接着处理",
    ),
    (
        "script",
        "一次调用多个命令，直到第一个失败的为止；每个回答占一行",
    ),
    ("commands", "列出所有命令及其请求和响应的格式"),
    ("explain", "解释一条规则：seller-cli explain RG-02"),
    (
        "import",
        "把文件作为一步导入：工作簿、CSV，可一次多个。能导入的都导入，被拒绝的行会显示",
    ),
    (
        "plan",
        "用一张表格规划活动：导入商品目录、价格和计划，检查并提交通过的商品，写出两份列表。\
         店铺和活动须已存在或另行给出，不作任何假设",
    ),
    ("check", "检查活动的草稿，显示规则的结论"),
    ("register", "提交活动的草稿"),
    ("export", "把活动的报名写入文件"),
    ("backup", "制作经过验证的备份"),
    ("demo", "在示例店铺上完成主要流程，并把文件写入文件夹"),
    ("help", "显示本说明或某个命令的说明"),
];

/// An argument: the command that takes it (any, where there is none), its id, what stands for its
/// value, and what it is for.
type ArgumentText = (&'static str, &'static str, &'static str, &'static str);

/// Of two that fit, the first counts.
static ARGUMENTS: [ArgumentText; 35] = [
    ("", "db", "文件", "店铺的数据库文件"),
    (
        "",
        "now",
        "时刻",
        "工作的时刻，代替系统时间，如 2026-05-10T12:00:00Z",
    ),
    ("", "lang", "语言", "回答、说明和错误的语言"),
    ("", "help", "", "显示说明：-h 为摘要，--help 为全文"),
    ("", "version", "", "显示版本"),
    (
        "call",
        "name",
        "名称",
        "命令；`seller-cli commands` 列出全部",
    ),
    ("call", "request", "请求", "请求；`-` 表示从标准输入读取"),
    (
        "commands",
        "types",
        "",
        "同时显示所有格式的 TypeScript 声明",
    ),
    ("explain", "rule", "规则", "规则的编号"),
    (
        "script",
        "script",
        "文件",
        "每行为一个命令及其 JSON 请求的文件；`-` 表示从标准输入读取并逐行回答。\
         文字 $/名称 代表上一个回答中的该部分，$3/名称 代表第 3 行回答中的该部分；\
         以 $ 开头的文字请写 $$。以 # 开头的行会跳过",
    ),
    ("import", "files", "文件", "要导入的文件"),
    ("import", "into", "内容", "各行的内容；省略时自动识别"),
    (
        "import",
        "campaign",
        "活动",
        "活动的编号，用于预填表、审核结果、失败报告或加入合作伙伴活动的商品",
    ),
    ("import", "draft", "草稿", "草稿的编号，用于计划"),
    (
        "import",
        "column",
        "标题=字段",
        "一列的内容：标题（或 # 加列号）、等号、字段；不写字段则跳过该列，可多次给出",
    ),
    ("import", "decimal", "符号", "小数点的写法"),
    ("import", "encoding", "编码", "文件的文字编码，各文件相同"),
    ("import", "day_order", "顺序", "日期中日和月的先后"),
    (
        "import",
        "complete",
        "",
        "表格列出了其商品的全部 SKU：未列出的视为已删除",
    ),
    ("import", "preview", "", "只显示会发生什么，不保存任何内容"),
    (
        "import",
        "refused",
        "文件",
        "把所有被拒绝的行及其原因写到哪里，CSV 格式",
    ),
    ("import", "rows", "行数", "每种情况最多显示多少行"),
    ("", "acknowledged", "规则", "已确认其警告的规则，可多次给出"),
    ("", "campaign", "活动", "活动的编号"),
    (
        "plan",
        "file",
        "文件",
        "表格：商品目录、最低价、成本、活动价、库存、额外折扣",
    ),
    (
        "plan",
        "terms",
        "文件",
        "先记录的活动的条款文件，即 `campaign_save` 的请求",
    ),
    (
        "plan",
        "shop",
        "文件",
        "先设置的店铺的设置文件，即 `shop_save` 的请求",
    ),
    (
        "plan",
        "coupons",
        "优惠券",
        "一并报名的活动优惠券，可多次给出",
    ),
    ("plan", "accepted", "文件", "通过的行写到哪里，含金额"),
    ("plan", "refused", "文件", "被拒绝的行写到哪里，含规则"),
    ("export", "path", "文件", "要写入的文件"),
    ("export", "format", "格式", "导出的格式"),
    (
        "export",
        "source",
        "文件",
        "下载的预填表，用于格式 `prefill`",
    ),
    ("backup", "path", "文件", "写到哪里；省略时存为自动备份"),
    ("demo", "out", "文件夹", "示例店铺和导出的文件放在哪里"),
];

/// A value that an argument may have, and what it means.
static VALUES: [(&str, &str, &str); 23] = [
    ("into", "catalogue", "商品和 SKU"),
    ("into", "costs", "单位成本"),
    ("into", "price-history", "价格历史"),
    ("into", "prefill", "预填表的内容"),
    ("into", "plan", "草稿的活动价"),
    ("into", "decisions", "平台的审核结果"),
    ("into", "coupons", "平台的优惠券列表"),
    ("into", "partner-campaigns", "联盟合作伙伴的活动"),
    ("into", "partner-products", "加入合作伙伴活动的商品的进展"),
    ("into", "fail-report", "失败报告"),
    ("decimal", "point", "点：1,234.56"),
    ("decimal", "comma", "逗号：1.234,56"),
    ("encoding", "utf-8", "UTF-8，有无字节顺序标记均可"),
    ("encoding", "gb18030", "GB18030，包括 GBK 和 GB2312"),
    ("encoding", "utf-16le", "UTF-16，低位字节在前"),
    ("encoding", "utf-16be", "UTF-16，高位字节在前"),
    ("encoding", "windows-1252", "西欧 Windows 文字"),
    ("day_order", "day-first", "日在前：03/04 为 4 月 3 日"),
    ("day_order", "month-first", "月在前：03/04 为 3 月 4 日"),
    ("format", "csv", "列固定的 CSV"),
    ("format", "price-template", "平台的价格模板"),
    ("format", "prefill", "您自己的预填表，已填好"),
    ("format", "evidence", "供存档的存证表"),
];

/// The command with all under it, as its help is read in Chinese.
pub fn command(mut english: Command) -> Command {
    // What every command has of itself, `help` and `--help`, is there to be translated from now on.
    english.build();
    translated(english)
}

fn translated(command: Command) -> Command {
    let name = command.get_name().to_owned();
    let about = COMMANDS.iter().find(|(of, _)| *of == name);
    let command = match about {
        Some((_, about)) => command.about(*about),
        None => command,
    };
    let mut command = command
        .subcommand_value_name("命令")
        .mut_args(|argument| explained(&name, argument))
        .mut_subcommands(translated);
    let page = page(&mut command);
    command.help_template(page)
}

/// What help consists of, with its headings.
fn page(command: &mut Command) -> String {
    let mut page = format!("{{about-with-newline}}\n{}", usage(&command.render_usage()));
    let heading = command.get_styles().get_header();
    let (places, options): (Vec<&Arg>, Vec<&Arg>) = command
        .get_arguments()
        .partition(|argument| argument.is_positional());
    for (title, content, some) in [
        ("命令", "{subcommands}", command.has_subcommands()),
        ("参数", "{positionals}", !places.is_empty()),
        ("选项", "{options}", !options.is_empty()),
    ] {
        if some {
            let _ = write!(page, "\n\n{heading}{title}：{heading:#}\n{content}");
        }
    }
    page
}

/// How a command is written, of which two words are not the asker's own.
fn usage(english: &StyledStr) -> String {
    let english = english.ansi().to_string();
    english
        .replacen("Usage:", "用法：", 1)
        .replacen(' ', "", 1)
        .replacen("[OPTIONS]", "[选项]", 1)
}

fn explained(command: &str, argument: Arg) -> Arg {
    let Some((_, id, placeholder, purpose)) = text_of(command, argument.get_id().as_str()) else {
        return argument;
    };
    if !argument.get_action().takes_values() {
        return argument.help(*purpose).long_help(*purpose);
    }
    let (brief, full) = purposes(&argument, id, purpose);
    argument
        .value_name(*placeholder)
        .hide_default_value(true)
        .hide_possible_values(true)
        .help(brief)
        .long_help(full)
}

fn text_of(command: &str, id: &str) -> Option<&'static ArgumentText> {
    ARGUMENTS
        .iter()
        .find(|(of, named, ..)| *named == id && ["", command].contains(of))
}

/// What an argument is for, with its default and its possible values: in a line, and in full.
fn purposes(argument: &Arg, id: &str, purpose: &str) -> (String, String) {
    let values = argument.get_possible_values();
    let names: Vec<&str> = values.iter().map(|value| value.get_name()).collect();
    let meanings: Vec<String> = VALUES
        .iter()
        .filter(|(of, name, _)| *of == id && names.contains(name))
        .map(|(_, name, meaning)| format!("\n- {name}：{meaning}"))
        .collect();
    let defaults = argument.get_default_values().iter();
    let defaults: Vec<_> = defaults.map(|value| value.to_string_lossy()).collect();
    let default = (!defaults.is_empty()).then(|| format!("[默认：{}]", defaults.join(" ")));
    let choice = (!names.is_empty()).then(|| format!("[可选值：{}]", names.join("、")));
    let explained = (!meanings.is_empty()).then(|| format!("可选值：{}", meanings.concat()));
    let joined = |notes: [Option<String>; 2], between: &str| {
        let notes = notes.into_iter().flatten();
        notes.fold(purpose.to_owned(), |all, note| all + between + &note)
    };
    (
        joined([default.clone(), choice.clone()], " "),
        joined([explained.or(choice), default], "\n\n"),
    )
}
