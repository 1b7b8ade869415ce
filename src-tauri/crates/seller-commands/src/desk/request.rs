//! What is wrong with the JSON of a request, in Simplified Chinese.

use serde_json::error::Category;

/// The fault with the name that it is about and its place. The reader of JSON speaks English alone;
/// what it names stands between backticks.
pub(super) fn chinese(why: &serde_json::Error) -> String {
    let text = why.to_string();
    let name = text.split('`').nth(1).unwrap_or_default();
    let fault = match why.classify() {
        Category::Syntax | Category::Eof | Category::Io => "不是完整有效的 JSON".to_owned(),
        Category::Data if text.starts_with("missing field") => format!("缺少字段“{name}”"),
        Category::Data if text.starts_with("unknown field") => format!("没有字段“{name}”"),
        Category::Data if text.starts_with("duplicate field") => format!("字段“{name}”重复"),
        Category::Data if text.starts_with("unknown variant") => format!("“{name}”不在可选值之中"),
        Category::Data => "有字段的值不是要求的类型或格式".to_owned(),
    };
    let (line, column) = (why.line(), why.column());
    format!("{fault}（第 {line} 行第 {column} 列）")
}

#[cfg(test)]
mod tests {
    use super::chinese;
    use crate::wire::common::Window;

    fn said(json: &str) -> String {
        chinese(&serde_json::from_str::<Window>(json).unwrap_err())
    }

    #[test]
    fn a_request_that_cannot_be_read_names_field_and_place() {
        assert_eq!(
            said(r#"{"offset":0}"#),
            "缺少字段“limit”（第 1 行第 12 列）"
        );
        assert_eq!(
            said(r#"{"offset":0,"limit":1,"size":2}"#),
            "没有字段“size”（第 1 行第 28 列）"
        );
        assert_eq!(
            said(r#"{"offset":"0","limit":1}"#),
            "有字段的值不是要求的类型或格式（第 1 行第 13 列）"
        );
        assert_eq!(said("{"), "不是完整有效的 JSON（第 1 行第 1 列）");
    }
}
