//! FE-08: money is exact, every rounding is named, line shares add up.

use crate::rule::{Check, Grade, Rule, Source};
use crate::worked::{Given, Worked};
use seller_domain::Money;
use seller_domain::allotment::allot;

/// The rule.
pub static RULE: Rule = Rule {
    id: "FE-08",
    name: "exact_money",
    grade: Grade::Capability,
    sources: &[Source::house(
        "Money is decimal and exact, every rounding has a name, and the shares of lines add up to the order.",
    ).zh("金额是精确的十进制数，每次取整都有明确的方式，各行之和等于订单金额。")],
    figures: &[],
    page: include_str!("exact_money.md"),
    checks: &[Check::Capability, Check::Value(work)],
};

fn work(given: &Given) -> Worked {
    let lines: Vec<Money> = given.list_of("lines")?;
    let shares = allot(given.money("total")?, &lines);
    let shown: Vec<_> = shares.iter().map(ToString::to_string).collect();
    Ok(vec![("shares", shown.join(", "))])
}
