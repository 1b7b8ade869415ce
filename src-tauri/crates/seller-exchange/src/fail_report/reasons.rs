//! The reasons of a refusal: several in one cell, in the seller's language or in English.

use crate::platform_text::{self, cap, raise};
use crate::values;
use seller_domain::campaign::StatedRange;
use seller_domain::market::Currency;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Reason {
    /// As the platform wrote it.
    pub text: String,
    /// What it is, where it is known.
    pub kind: ReasonKind,
}

/// What a reason says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ReasonKind {
    /// The price is outside of this range.
    PriceRange {
        /// The range.
        range: StatedRange,
    },
    /// The product is not on sale.
    ProductInactive,
    /// The platform knows no such SKU.
    SkuUnknown,
    /// Another SKU of the product was refused, and the product with it.
    SiblingRefused,
    /// Something else: the text says what.
    Other,
}

/// Splits a cell at its blank lines.
pub(super) fn split(cell: &str, currency: Currency) -> Vec<Reason> {
    let lines = cell.replace("\r\n", "\n").replace('\r', "\n");
    let mut reasons: Vec<String> = Vec::new();
    let mut open = false;
    for line in lines.lines().map(str::trim) {
        match (line.is_empty(), open) {
            (true, _) => open = false,
            (false, true) => {
                if let Some(last) = reasons.last_mut() {
                    last.push('\n');
                    last.push_str(line);
                }
            }
            (false, false) => {
                reasons.push(line.to_owned());
                open = true;
            }
        }
    }
    reasons
        .into_iter()
        .map(|text| Reason {
            kind: kind(&text, currency),
            text,
        })
        .collect()
}

fn kind(text: &str, currency: Currency) -> ReasonKind {
    let range = stated_range(text, currency);
    if !range.is_open() {
        return ReasonKind::PriceRange { range };
    }
    let lower = text.to_lowercase();
    let says = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    if says(UNKNOWN) {
        ReasonKind::SkuUnknown
    } else if says(SIBLING) {
        ReasonKind::SiblingRefused
    } else if says(INACTIVE) {
        ReasonKind::ProductInactive
    } else {
        ReasonKind::Other
    }
}

const UNKNOWN: &[&str] = &[
    "does not exist",
    "doesn't exist",
    "not exist",
    "cannot be found",
    "不存在",
    "tidak ada",
    "tidak ditemukan",
    "không tồn tại",
    "ไม่มีอยู่",
    "no existe",
    "não existe",
    "existiert nicht",
];
const SIBLING: &[&str] = &[
    "one of its sku",
    "other sku",
    "one of the sku",
    "another sku",
    "其他 sku",
    "其他sku",
    "部分 sku",
    "部分sku",
    "sku lain",
    "salah satu sku",
    "sku khác",
    "sku อื่น",
    "otro sku",
    "outro sku",
];
const INACTIVE: &[&str] = &[
    "not active",
    "inactive",
    "not live",
    "deactivated",
    "未上架",
    "已下架",
    "非在售",
    "不在售",
    "tidak aktif",
    "nonaktif",
    "không hoạt động",
    "ไม่ได้ใช้งาน",
    "no está activo",
    "não está ativo",
    "nicht aktiv",
];

/// One end of a range in words.
struct Comparison {
    words: &'static str,
    lower: bool,
    included: bool,
    /// Whether the words stand behind the amount.
    behind: bool,
}

const fn least(words: &'static str) -> Comparison {
    Comparison {
        words,
        lower: true,
        included: true,
        behind: false,
    }
}

const fn above(words: &'static str) -> Comparison {
    Comparison {
        words,
        lower: true,
        included: false,
        behind: false,
    }
}

const fn most(words: &'static str) -> Comparison {
    Comparison {
        words,
        lower: false,
        included: true,
        behind: false,
    }
}

const fn below(words: &'static str) -> Comparison {
    Comparison {
        words,
        lower: false,
        included: false,
        behind: false,
    }
}

/// Longer ones come before those that they begin with.
const COMPARISONS: &[Comparison] = &[
    least("greater than or equal to"),
    least("higher than or equal to"),
    least("more than or equal to"),
    least("no less than"),
    least("not less than"),
    least("at least"),
    most("less than or equal to"),
    most("lower than or equal to"),
    most("no more than"),
    most("not more than"),
    most("cannot exceed"),
    most("must not exceed"),
    most("at most"),
    most("not exceed"),
    above("greater than"),
    above("higher than"),
    above("more than"),
    below("less than"),
    below("lower than"),
    least("大于或等于"),
    least("大于等于"),
    least("不低于"),
    least("不小于"),
    least("至少"),
    most("小于或等于"),
    most("小于等于"),
    most("不高于"),
    most("不大于"),
    most("不超过"),
    most("不得超过"),
    most("最多"),
    above("大于"),
    above("高于"),
    below("小于"),
    below("低于"),
    least("lebih besar dari atau sama dengan"),
    least("lebih dari atau sama dengan"),
    least("lebih besar atau sama dengan"),
    least("minimal"),
    most("lebih kecil dari atau sama dengan"),
    most("kurang dari atau sama dengan"),
    most("lebih kecil atau sama dengan"),
    most("maksimal"),
    most("tidak boleh melebihi"),
    above("lebih besar dari"),
    above("lebih dari"),
    below("lebih kecil dari"),
    below("kurang dari"),
    least("lớn hơn hoặc bằng"),
    most("nhỏ hơn hoặc bằng"),
    most("thấp hơn hoặc bằng"),
    above("lớn hơn"),
    above("cao hơn"),
    below("nhỏ hơn"),
    below("thấp hơn"),
    least("มากกว่าหรือเท่ากับ"),
    most("น้อยกว่าหรือเท่ากับ"),
    above("มากกว่า"),
    below("น้อยกว่า"),
    least("mayor o igual que"),
    least("mayor o igual a"),
    most("menor o igual que"),
    most("menor o igual a"),
    above("mayor que"),
    below("menor que"),
    least("maior ou igual a"),
    most("menor ou igual a"),
    above("maior que"),
    below("menor que"),
    least("größer oder gleich"),
    least("mindestens"),
    most("kleiner oder gleich"),
    most("höchstens"),
    above("größer als"),
    below("kleiner als"),
    least("supérieur ou égal à"),
    most("inférieur ou égal à"),
    above("supérieur à"),
    below("inférieur à"),
    least("maggiore o uguale a"),
    most("minore o uguale a"),
    least(">="),
    least("≥"),
    most("<="),
    most("≤"),
    above(">"),
    below("<"),
    Comparison {
        words: "以上",
        lower: true,
        included: true,
        behind: true,
    },
    Comparison {
        words: "以下",
        lower: false,
        included: true,
        behind: true,
    },
    Comparison {
        words: "未満",
        lower: false,
        included: false,
        behind: true,
    },
];

/// The range that a sentence states, open if it states none.
fn stated_range(text: &str, currency: Currency) -> StatedRange {
    let lower = text
        .chars()
        .map(values::half_width)
        .collect::<String>()
        .to_lowercase();
    let mut range = StatedRange::default();
    let mut rest = lower.as_str();
    while let Some((at, comparison)) = next_comparison(rest) {
        let behind = &rest[at + comparison.words.len()..];
        let amount = if comparison.behind {
            last_amount(&rest[..at], currency)
        } else {
            first_amount(behind, currency)
        };
        if let Some(amount) = amount {
            if comparison.lower {
                raise(&mut range, amount, comparison.included);
            } else {
                cap(&mut range, amount, comparison.included);
            }
        }
        rest = behind;
    }
    range
}

fn next_comparison(text: &str) -> Option<(usize, &'static Comparison)> {
    COMPARISONS
        .iter()
        .filter_map(|comparison| text.find(comparison.words).map(|at| (at, comparison)))
        .min_by_key(|(at, comparison)| (*at, std::cmp::Reverse(comparison.words.len())))
}

/// How far from its words an amount may stand, in bytes: a currency sign and blanks.
const NEAR: usize = 16;

fn first_amount(text: &str, currency: Currency) -> Option<rust_decimal::Decimal> {
    let start = text
        .find(|c: char| c.is_ascii_digit())
        .filter(|start| *start <= NEAR)?;
    let digits = &text[start..];
    let end = digits
        .find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ','))
        .unwrap_or(digits.len());
    read_amount(&digits[..end], currency)
}

fn last_amount(text: &str, currency: Currency) -> Option<rust_decimal::Decimal> {
    let end = text.rfind(|c: char| c.is_ascii_digit())? + 1;
    if text.len() - end > NEAR {
        return None;
    }
    let start = text[..end]
        .rfind(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ','))
        .map_or(0, |at| {
            at + text[at..].chars().next().map_or(1, char::len_utf8)
        });
    read_amount(&text[start..end], currency)
}

fn read_amount(digits: &str, currency: Currency) -> Option<rust_decimal::Decimal> {
    platform_text::amount(digits.trim_matches(['.', ',']), currency).ok()
}
