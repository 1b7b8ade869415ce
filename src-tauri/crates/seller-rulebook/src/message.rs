//! Findings in words: the templates of a page filled with what the check found.

mod terms;

use crate::finding::{Finding, Param};
use crate::page::Page;
use crate::rule::Rule;
use seller_domain::{Currency, Language, Money, Zone};

/// What a finding says to the seller.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// What is wrong, with the figures.
    pub what: String,
    /// Why the platform asks for it.
    pub why: String,
    /// What to do.
    pub action: String,
}

/// Writes messages in one language for one shop.
#[derive(Debug, Clone, Copy)]
pub struct Scribe {
    language: Language,
    zone: Zone,
}

impl Scribe {
    /// For a shop whose moments are shown in `zone`.
    pub fn new(language: Language, zone: Zone) -> Self {
        Self { language, zone }
    }

    /// The words of a finding.
    pub fn message(self, finding: &Finding) -> Message {
        let page = Page::read(finding.rule.page);
        self.message_on(&page, finding)
    }

    /// The words of a finding whose page has been read already.
    pub fn message_on(self, page: &Page<'_>, finding: &Finding) -> Message {
        let part = |part| {
            let template = page.template(part, finding.fault.variant, self.language);
            self.filled(template.unwrap_or_default(), finding)
        };
        Message {
            what: part("what"),
            why: part("why"),
            action: part("do"),
        }
    }

    /// The title of a rule.
    pub fn title(self, rule: &Rule) -> String {
        Page::read(rule.page).title_in(self.language).to_owned()
    }

    fn filled(self, template: &str, finding: &Finding) -> String {
        let mut text = String::with_capacity(template.len() + 32);
        let mut rest = template;
        while let Some((before, after)) = rest.split_once('{') {
            let Some((name, tail)) = after.split_once('}') else {
                break;
            };
            text.push_str(before);
            match self.word(name, finding) {
                Some(word) => text.push_str(&word),
                None => {
                    text.push('{');
                    text.push_str(name);
                    text.push('}');
                }
            }
            rest = tail;
        }
        text.push_str(rest);
        text
    }

    fn word(self, name: &str, finding: &Finding) -> Option<String> {
        let fault = &finding.fault;
        let param = match name {
            "limit" => fault.limit.as_ref(),
            "value" => fault.value.as_ref(),
            "gap" => fault.gap.as_ref(),
            "sku" => return finding.place.sku_id.as_ref().map(ToString::to_string),
            "product" => return finding.place.product_id.as_ref().map(ToString::to_string),
            _ => fault
                .params
                .iter()
                .find(|(key, _)| *key == name)
                .map(|(_, param)| param),
        };
        param.map(|param| self.param(param))
    }

    /// A parameter in words.
    pub fn param(self, param: &Param) -> String {
        match param {
            Param::Money(money) => money_text(*money),
            Param::Percent(percent) => format!("{percent} %"),
            Param::Number(number) => number.normalize().to_string(),
            Param::Score(score) => score.to_string(),
            Param::Instant(at) => self
                .zone
                .wall_clock(*at)
                .format("%Y-%m-%d %H:%M")
                .to_string(),
            Param::Day(day) => day.to_string(),
            Param::Text(text) => text.clone(),
            Param::Term(key) => terms::term(key, self.language).to_owned(),
            Param::List(items) => {
                let items: Vec<_> = items.iter().map(|item| self.param(item)).collect();
                let comma = match self.language {
                    Language::English => ", ",
                    Language::SimplifiedChinese => "、",
                };
                items.join(comma)
            }
        }
    }
}

/// An amount as the platform's pages show it: `$19.99`, `Rp110000`.
pub fn money_text(money: Money) -> String {
    let sign = match money.currency() {
        Currency::Usd => "$",
        Currency::Gbp => "£",
        Currency::Eur => "€",
        Currency::Mxn => "MX$",
        Currency::Brl => "R$",
        Currency::Jpy => "¥",
        Currency::Idr => "Rp",
        Currency::Myr => "RM",
        Currency::Php => "₱",
        Currency::Sgd => "S$",
        Currency::Thb => "฿",
        Currency::Vnd => "₫",
    };
    match money.plain().strip_prefix('-') {
        Some(amount) => format!("−{sign}{amount}"),
        None => format!("{sign}{}", money.plain()),
    }
}
