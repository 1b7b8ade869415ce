//! What is wrong with a form, field by field, until all of it has been looked at.

use crate::context::Context;
use crate::error::CommandError;
use crate::wire::campaigns::FieldProblem;
use seller_domain::{Currency, Language, Money, Percent};

/// The faults that were found so far.
pub(super) struct FieldProblems<'a> {
    context: &'a Context,
    found: Vec<FieldProblem>,
}

impl<'a> FieldProblems<'a> {
    /// Nothing has been looked at yet.
    pub fn new(context: &'a Context) -> Self {
        let found = Vec::new();
        Self { context, found }
    }

    /// A fault: what is wrong with which value, and what to do, in both languages.
    pub fn add(&mut self, field: impl Into<String>, what: (&str, &str), action: (&str, &str)) {
        self.found.push(FieldProblem {
            field: field.into(),
            what: self.context.say(what.0, what.1),
            action: self.context.say(action.0, action.1),
        });
    }

    /// A name of 1 to `longest` characters. `of` says whose name it is.
    pub fn name(&mut self, name: &str, longest: usize, of: (&str, &str)) {
        let letters = name.trim().chars().count();
        if (1..=longest).contains(&letters) && !name.contains('\0') {
            return;
        }
        let (what, action) = match name.contains('\0') {
            true => (
                (
                    format!("The {}'s name holds a NUL character.", of.0),
                    format!("{}名称含有 NUL 字符。", of.1),
                ),
                ("Remove it.".to_owned(), "请将其删除。".to_owned()),
            ),
            false => (
                (
                    format!("The {}'s name has {letters} characters.", of.0),
                    format!("{}名称有 {letters} 个字符。", of.1),
                ),
                (
                    format!("Enter 1 to {longest} characters."),
                    format!("请填写 1 至 {longest} 个字符。"),
                ),
            ),
        };
        self.add("name", (&what.0, &what.1), (&action.0, &action.1));
    }

    /// An amount of zero or more in the shop's currency.
    pub fn amount(&mut self, field: &str, amount: Option<Money>, currency: Currency) {
        let Some(amount) = amount else { return };
        if amount.currency() == currency && !amount.is_negative() && amount.fits_minor_unit() {
            return;
        }
        let digits = currency.minor_digits();
        let action = (
            match digits {
                0 => format!("Enter zero or more in {currency}, without digits after the point."),
                _ => format!(
                    "Enter zero or more in {currency}, with at most {digits} digits after the point."
                ),
            },
            match digits {
                0 => format!("请填写不小于零的 {currency} 金额，不带小数。"),
                _ => format!("请填写不小于零的 {currency} 金额，小数最多 {digits} 位。"),
            },
        );
        self.add(
            field,
            (
                &format!("{amount} cannot be taken here."),
                &format!("不能填写 {amount}。"),
            ),
            (&action.0, &action.1),
        );
    }

    /// A share of 0 to 100 %.
    pub fn share(&mut self, field: &str, rate: Option<Percent>) {
        let Some(rate) = rate else { return };
        if (Percent::ZERO..=Percent::HUNDRED).contains(&rate) {
            return;
        }
        self.add(
            field,
            (
                &format!("{rate} % is not a share."),
                &format!("{rate}% 不是有效的比例。"),
            ),
            ("Enter 0 to 100.", "请填写 0 至 100。"),
        );
    }

    /// All of them.
    pub fn found(self) -> Vec<FieldProblem> {
        self.found
    }

    /// The refusal, at the field of the first fault; of several each is told with its field and its
    /// remedy. None where nothing is wrong.
    pub fn refusal(mut self) -> Result<(), CommandError> {
        if self.found.is_empty() {
            return Ok(());
        }
        let first = self.found.remove(0);
        let mut what = first.what;
        for FieldProblem {
            field,
            what: other,
            action,
        } in &self.found
        {
            what += &match self.context.language {
                Language::English => format!(" {field}: {other} {action}"),
                Language::SimplifiedChinese => format!("{field}：{other}{action}"),
            };
        }
        Err(CommandError::invalid(first.field, what, first.action))
    }
}
