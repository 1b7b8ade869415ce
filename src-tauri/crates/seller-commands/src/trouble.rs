//! What can go wrong inside a command, before it is put into the words of the call's language.

use crate::error::CommandError;
use crate::nouns::noun;
use seller_domain::Language;
use seller_exchange::FileError;
use seller_store::{OpenError, StoreError};
use std::path::Path;

/// Why the body of a command stopped.
#[derive(Debug)]
pub(crate) enum Trouble {
    /// The shop's file.
    Store(StoreError),
    /// Anything that has its words already.
    Answer(CommandError),
}

impl From<StoreError> for Trouble {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<CommandError> for Trouble {
    fn from(error: CommandError) -> Self {
        Self::Answer(error)
    }
}

impl Trouble {
    /// The answer in the language of the call.
    pub fn answer(self, language: Language) -> CommandError {
        match self {
            Self::Answer(error) => error,
            Self::Store(error) => store_answer(&error, language),
        }
    }
}

/// What the store says, in the language of the call.
pub(crate) fn store_answer(error: &StoreError, language: Language) -> CommandError {
    match error {
        StoreError::NoShop => CommandError::no_shop(language),
        StoreError::Absent { what, id } => CommandError::not_found(what, id, language),
        StoreError::Database(_) | StoreError::Unreadable { .. } | StoreError::Unrecorded { .. } => {
            CommandError::bug(error.for_the_log())
        }
        StoreError::OtherCurrency { .. }
        | StoreError::CurrencyFixed { .. }
        | StoreError::TooFine { .. }
        | StoreError::Incomplete { .. }
        | StoreError::Elsewhere { .. }
        | StoreError::StillRegistered { .. }
        | StoreError::CodeInUse { .. } => {
            let (message, remedy) = match language {
                Language::English => (sentence(&error.to_string()), error.advice().to_owned()),
                Language::SimplifiedChinese => value_chinese(error),
            };
            CommandError::Invalid {
                field: String::new(),
                message,
                remedy,
            }
        }
        _ => {
            tracing::warn!(error = error.for_the_log(), "the shop file");
            let (message, remedy) = match language {
                Language::English => (sentence(&error.to_string()), error.advice().to_owned()),
                Language::SimplifiedChinese => store_chinese(error),
            };
            CommandError::Storage { message, remedy }
        }
    }
}

/// What is wrong with a value.
fn value_chinese(error: &StoreError) -> (String, String) {
    let name = |what| noun(what, Language::SimplifiedChinese);
    let message = match error {
        StoreError::OtherCurrency { what, found, shop } => {
            format!("{}的币种为 {found}，而店铺币种为 {shop}。", name(what))
        }
        StoreError::CurrencyFixed { shop, wanted } => {
            format!("店铺币种为 {shop}，已有以 {shop} 记录的价格，不能改为 {wanted}。")
        }
        StoreError::TooFine { what, value } => {
            format!("{}为 {value}，小数位数过多，无法保存。", name(what))
        }
        StoreError::Incomplete { what, id, missing } => {
            format!("新的{} {id} 缺少{}。", name(what), name(missing))
        }
        StoreError::Elsewhere { sku_id, product_id } => {
            format!("SKU {sku_id} 属于商品 {product_id}。")
        }
        StoreError::StillRegistered { product_id, .. } => {
            format!("商品 {product_id} 已报名，请先撤回。")
        }
        StoreError::CodeInUse { claim_code, coupon } => {
            format!("领取码 {claim_code} 已被尚未结束的优惠码“{coupon}”使用。")
        }
        // The others are about the file.
        _ => return store_chinese(error),
    };
    let remedy = match error {
        StoreError::CurrencyFixed { .. } => "其他币种的店铺请新建一个店铺文件。",
        _ => "请更正后重试。",
    };
    (message, remedy.to_owned())
}

fn store_chinese(error: &StoreError) -> (String, String) {
    let (message, remedy) = match error {
        StoreError::DiskFull => (
            "磁盘已满，未作任何更改。",
            "请清理磁盘空间后重试，无需重启程序。",
        ),
        StoreError::Disk { .. } | StoreError::Io { .. } => (
            "无法读写磁盘，未作任何更改。",
            "请检查磁盘是否已连接且完好，然后重试。",
        ),
        StoreError::Corrupt { .. } => (
            "店铺文件已损坏。",
            "请恢复最新的备份，损坏的文件会保留在旁边。",
        ),
        StoreError::Busy => (
            "另一个程序占用了店铺文件，未作任何更改。",
            "请关闭该程序后重试。",
        ),
        StoreError::ReadOnly => (
            "店铺文件以只读方式打开，未作任何更改。",
            "请关闭另一个窗口，或允许当前用户写入该文件后重新打开。",
        ),
        StoreError::CannotStep { .. } => (
            "该步骤无法撤销或重做，未作任何更改。",
            "如必须撤销，请恢复该步骤之前的备份。",
        ),
        StoreError::Backup { .. } => ("该备份无法使用，未作任何更改。", "请选择其他备份。"),
        _ => ("数据不符合店铺文件的要求，未作任何更改。", "请更正后重试。"),
    };
    (format!("{message}（{error}）"), remedy.to_owned())
}

/// Why a shop's file cannot be opened: the problem and the remedy.
pub(crate) fn open_words(error: &OpenError, language: Language) -> (String, String) {
    let english = (sentence(&error.to_string()), error.advice().to_owned());
    if language == Language::English {
        return english;
    }
    let (problem, remedy) = match error {
        OpenError::Missing { .. } => (
            "找不到店铺文件。",
            "请设置店铺以新建文件，或选择已有的店铺文件。",
        ),
        OpenError::Exists { .. } => ("该位置已有文件。", "请打开该文件，或为新文件另选名称。"),
        OpenError::AlreadyOpen { .. } => (
            "店铺文件已在其他窗口或终端中打开。",
            "请在已打开的窗口中继续，或先将其关闭。",
        ),
        OpenError::Newer { .. } => (
            "店铺文件由更新版本的 Promodesk 写入。",
            "请安装更新的版本后再打开，文件未被更改。",
        ),
        OpenError::Foreign { .. } => (
            "这不是 Promodesk 店铺文件。",
            "请选择其他文件，文件未被更改。",
        ),
        OpenError::Corrupt { .. } => ("店铺文件已损坏。", "请恢复最新的备份；损坏的文件会保留。"),
        OpenError::OtherSchema { .. } => (
            "店铺文件由其他构建版本创建。",
            "请用原版本打开，或恢复本版本的备份。",
        ),
        OpenError::Migration { .. } => (
            "店铺文件无法升级，已保持原样。",
            "请继续使用旧版本打开，并反馈此信息。",
        ),
        OpenError::SqliteTooOld { .. } => {
            ("内置的 SQLite 版本过旧。", "请安装官方版本的 Promodesk。")
        }
        OpenError::Io { .. } | OpenError::Store { .. } => {
            ("无法打开店铺文件。", "请检查磁盘与权限后重试。")
        }
    };
    (format!("{problem}（{error}）"), remedy.to_owned())
}

/// An error's words as a sentence.
pub(crate) fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    let Some(first) = letters.next() else {
        return String::new();
    };
    let mut sentence: String = first.to_uppercase().chain(letters).collect();
    if !sentence.ends_with('.') {
        sentence.push('.');
    }
    sentence
}

/// Why a file could not be read or written, in the language of the call.
pub(crate) fn file_answer(path: &Path, error: &FileError, language: Language) -> CommandError {
    let place = &error.place;
    let mut parts: Vec<String> = place.sheet.iter().cloned().collect();
    parts.extend(place.row.map(|row| match language {
        Language::English => format!("row {row}"),
        Language::SimplifiedChinese => format!("第 {row} 行"),
    }));
    parts.extend(place.column.iter().cloned());
    CommandError::File {
        file: path
            .file_name()
            .unwrap_or(path.as_os_str())
            .to_string_lossy()
            .into_owned(),
        place: parts.join(", "),
        message: error.trouble.reason(language),
        remedy: error.trouble.remedy(language),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Three small Latin letters in a row are English: ids, codes and currencies have none.
    fn english_in(text: &str) -> bool {
        text.as_bytes()
            .windows(3)
            .any(|three| three.iter().all(u8::is_ascii_lowercase))
    }

    #[test]
    fn what_is_wrong_with_a_value_is_said_in_chinese_throughout() {
        let id = || "1729380000000000001".to_owned();
        let usd = || "USD".to_owned();
        for error in [
            StoreError::Absent {
                what: "registered product in campaign",
                id: id(),
            },
            StoreError::OtherCurrency {
                what: "the unit cost",
                found: "EUR".to_owned(),
                shop: usd(),
            },
            StoreError::CurrencyFixed {
                shop: usd(),
                wanted: "GBP".to_owned(),
            },
            StoreError::TooFine {
                what: "the campaign price",
                value: "12.345 USD".to_owned(),
            },
            StoreError::Incomplete {
                what: "SKU",
                id: id(),
                missing: "retail price",
            },
            StoreError::Elsewhere {
                sku_id: id(),
                product_id: id(),
            },
            StoreError::StillRegistered {
                product_id: id(),
                state: "pending".to_owned(),
            },
            StoreError::CodeInUse {
                claim_code: "SUNNY7".to_owned(),
                coupon: "NEWS".to_owned(),
            },
        ] {
            let said = match store_answer(&error, Language::SimplifiedChinese) {
                CommandError::Invalid {
                    message, remedy, ..
                } => message + &remedy,
                CommandError::NotFound { message, .. } => message,
                other => panic!("{error}: {other:?}"),
            };
            assert!(!english_in(&said), "{said}");
        }
    }
}
