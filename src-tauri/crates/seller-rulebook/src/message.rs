//! Findings in words: the templates of a page filled with what the check found.

mod terms;
#[cfg(test)]
mod tests;

use crate::finding::{Criterion, Finding, Mark, Param, Place};
use crate::page::Page;
use crate::rule::Rule;
use rust_decimal::Decimal;
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

/// A line of the eligibility page in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CriterionLine {
    /// What it is about.
    pub title: String,
    /// What the campaign asks; none where it asks nothing.
    pub required: Option<String>,
    /// What the shop has; none where nothing is known yet.
    pub actual: Option<String>,
    /// Whether it is ticked.
    pub mark: Mark,
    /// Why it is not ticked, one for each fault.
    pub messages: Vec<Message>,
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

    /// The language that it writes in.
    pub fn language(self) -> Language {
        self.language
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
            filled(template.unwrap_or_default(), |name| {
                match name.split_once(':') {
                    Some((counted, forms)) => form(param(counted, finding)?, forms),
                    None => self.word(name, finding),
                }
            })
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

    fn word(self, name: &str, finding: &Finding) -> Option<String> {
        match name {
            "sku" => finding.place.sku_id.as_ref().map(ToString::to_string),
            "product" => finding.place.product_id.as_ref().map(ToString::to_string),
            _ => param(name, finding).map(|param| self.param(param)),
        }
    }

    /// A line of the eligibility page in words (CE-07).
    pub fn criterion(self, rule: &'static Rule, criterion: &Criterion) -> CriterionLine {
        let page = Page::read(rule.page);
        let part = |part: &str, own: &Option<Param>| {
            let own = own.as_ref()?;
            let template = page.template(part, "", self.language);
            Some(template.map_or_else(
                || self.param(own),
                |template| {
                    filled(template, |name| {
                        let param = if name == part {
                            Some(own)
                        } else {
                            named(&criterion.params, name)
                        };
                        param.map(|param| self.param(param))
                    })
                },
            ))
        };
        let messages = criterion
            .verdict
            .clone()
            .faults()
            .into_iter()
            .map(|fault| self.message_on(&page, &Finding::new(rule, Place::default(), fault)));
        let title = page.template("criterion", "", self.language);
        CriterionLine {
            title: title
                .unwrap_or_else(|| page.title_in(self.language))
                .to_owned(),
            required: part("required", &criterion.required),
            actual: part("actual", &criterion.actual),
            mark: criterion.mark(rule),
            messages: messages.collect(),
        }
    }

    fn span(self, span: chrono::TimeDelta) -> String {
        let minutes = span.abs().num_minutes();
        let (days, hours, minutes) = (minutes / 1440, minutes / 60 % 24, minutes % 60);
        let seconds = span.abs().num_seconds();
        let in_language = |english, chinese| match self.language {
            Language::English => english,
            Language::SimplifiedChinese => chinese,
        };
        let units = [
            (days, if days == 1 { "day" } else { "days" }, "天"),
            (hours, "h", "小时"),
            (minutes, "min", "分钟"),
        ];
        let parts: Vec<_> = units
            .into_iter()
            .filter(|(count, ..)| *count > 0)
            .take(2)
            .map(|(count, english, chinese)| format!("{count} {}", in_language(english, chinese)))
            .collect();
        if parts.is_empty() {
            format!("{seconds} {}", in_language("s", "秒"))
        } else {
            parts.join(" ")
        }
    }

    /// A parameter in words.
    pub fn param(self, param: &Param) -> String {
        match param {
            Param::Money(money) => money_text(*money),
            Param::Percent(percent) => format!("{percent} %"),
            Param::Number(number) => grouped(&number.normalize().to_string()),
            Param::Score(score) => score.to_string(),
            Param::Instant(at) => self.zone.minute_text(*at),
            Param::Day(day) => day.to_string(),
            Param::Text(text) => text.clone(),
            // An unknown word stays a placeholder, which the tests over the book find.
            Param::Term(key) => {
                terms::term(key, self.language).map_or_else(|| format!("{{{key}}}"), str::to_owned)
            }
            Param::Span(span) => self.span(*span),
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

fn param<'a>(name: &str, finding: &'a Finding) -> Option<&'a Param> {
    let fault = &finding.fault;
    match name {
        "limit" => fault.limit.as_ref(),
        "value" => fault.value.as_ref(),
        "gap" => fault.gap.as_ref(),
        _ => named(&fault.params, name),
    }
}

/// What `{value:day|days}` stands for: the first form beside one, the second beside any other
/// number.
fn form(counted: &Param, forms: &str) -> Option<String> {
    let (one, many) = forms.split_once('|')?;
    let Param::Number(number) = counted else {
        return None;
    };
    Some(if *number == Decimal::ONE { one } else { many }.to_owned())
}

fn named<'a>(params: &'a [(&'static str, Param)], name: &str) -> Option<&'a Param> {
    params
        .iter()
        .find(|(key, _)| *key == name)
        .map(|(_, param)| param)
}

/// `template` with its `{names}` replaced; a name without a word stays as it is.
fn filled(template: &str, word: impl Fn(&str) -> Option<String>) -> String {
    let mut text = String::with_capacity(template.len() + 32);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, tail)) = after.split_once('}') else {
            break;
        };
        text.push_str(before);
        match word(name) {
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

/// An amount as the platform's pages show it: `$19.99`, `$1,250.00`, `Rp110,000`.
pub fn money_text(money: Money) -> String {
    let sign = money_sign(money.currency());
    match money.plain().strip_prefix('-') {
        Some(amount) => format!("−{sign}{}", grouped(amount)),
        None => format!("{sign}{}", grouped(&money.plain())),
    }
}

/// A count as sentences say it, in both languages: `1,250`.
pub fn count_text(count: impl TryInto<u64>) -> String {
    grouped(&count.try_into().unwrap_or(u64::MAX).to_string())
}

/// Puts a comma between every three digits before the decimal point.
fn grouped(number: &str) -> String {
    let (whole, fraction) = number.split_at(number.find('.').unwrap_or(number.len()));
    let digits = whole.trim_start_matches('-').len();
    let mut text = String::with_capacity(number.len() + digits / 3);
    for (at, character) in whole.chars().enumerate() {
        let left = whole.len() - at;
        if left < digits && left.is_multiple_of(3) {
            text.push(',');
        }
        text.push(character);
    }
    text.push_str(fraction);
    text
}

/// The sign of a currency on the platform's pages.
pub fn money_sign(currency: Currency) -> &'static str {
    match currency {
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
    }
}
