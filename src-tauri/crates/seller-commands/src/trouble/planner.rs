//! What the planner says is wrong, in the language of the call.

use super::sentence;
use crate::nouns::noun;
use seller_domain::Language;
use seller_planner::UnknownTerms;
use seller_planner::profit::NotAPrice;
use seller_planner::strategy::{CannotFill, NoRounding};

/// Why an order cannot be reckoned.
pub(crate) fn terms_words(why: &UnknownTerms, language: Language) -> String {
    in_words(why, language, terms_in_chinese)
}

fn terms_in_chinese(why: &UnknownTerms) -> String {
    match why {
        UnknownTerms::NoFigure(_) => {
            "活动条款和当日的平台规定都没有给出费率，请在活动条款中填写".to_owned()
        }
        UnknownTerms::TooFine { what, value } => format!(
            "{}为 {value}，比店铺货币的最小单位更细，请填写取整后的金额",
            noun(what, Language::SimplifiedChinese)
        ),
    }
}

/// Why no order can be reckoned with a price.
pub(crate) fn price_words(why: &NotAPrice, language: Language) -> String {
    in_words(why, language, |why| match why {
        NotAPrice::TooFine(price) => format!("{price} 比其货币的最小单位更细，请将价格取整"),
        NotAPrice::Foreign { price, shop } => {
            format!("{price} 不是店铺货币 {shop} 的金额，请以 {shop} 填写价格")
        }
    })
}

/// Why nothing can be filled.
pub(crate) fn fill_words(why: &CannotFill, language: Language) -> String {
    in_words(why, language, |why| match why {
        CannotFill::Terms(why) => terms_in_chinese(why),
        CannotFill::Rounding(NoRounding::Step(step)) => {
            format!("价格不能按 {step} 的间隔取整；间隔至少为店铺货币的最小单位")
        }
        CannotFill::Rounding(NoRounding::Ending { ending, every }) => format!(
            "价格不能以每 {every} 中的 {ending} 结尾；结尾须不小于 0 且小于该间隔，两者均以店铺货币计"
        ),
        CannotFill::Discount(off) => {
            format!("降价 {off}% 后没有价格；请填写不小于 0% 且小于 100% 的折扣")
        }
        CannotFill::Distance(by) => {
            format!("不能低于上限 {by}；与上限的差额须不小于 0，且为店铺货币最小单位的整数倍")
        }
    })
}

fn in_words<E: std::error::Error>(
    why: &E,
    language: Language,
    chinese: impl FnOnce(&E) -> String,
) -> String {
    match language {
        Language::English => sentence(&why.to_string()),
        Language::SimplifiedChinese => chinese(why) + "。",
    }
}
