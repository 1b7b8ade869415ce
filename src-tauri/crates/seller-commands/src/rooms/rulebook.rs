//! The rule book's pages.

use crate::context::Context;
use crate::desk::{Desk, Open};
use crate::error::{Answer, CommandError};
use crate::views::{source_view, sources};
use crate::wire::common::Nothing;
use crate::wire::rulebook::{
    FigureLine, RuleExample, RuleFamily, RuleGet, RuleIndex, RuleLine, RulePage, RuleSection,
};
use seller_domain::shop::Shop;
use seller_domain::{Language, Market};
use seller_rulebook::page::{Example, ExampleKind, Page};
use seller_rulebook::policy::{FIGURES, Figure, Value};
use seller_rulebook::{Policy, Rule, book};
use seller_store::shop;

pub(crate) fn rule_index(_: &Desk, context: &Context, _: Nothing) -> Answer<RuleIndex> {
    let families = book::families().iter().map(|family| RuleFamily {
        prefix: family.prefix.to_owned(),
        title: context.say(family.title.0, family.title.1),
        rules: family
            .rules
            .iter()
            .map(|rule| rule_line(rule, context.language))
            .collect(),
    });
    Ok(RuleIndex {
        families: families.collect(),
    })
}

pub(crate) fn rule_page(desk: &Desk, context: &Context, request: RuleGet) -> Answer<RulePage> {
    let policy = open_shop(desk, context)?.map(|shop| {
        let today = shop.time_zone.day_of(context.now);
        Policy::on(shop.market, shop.currency, today)
    });
    page_of(&request.id, policy.as_ref(), context.language)
}

/// A rule's page for whoever has no shop at hand: it shows every figure and none as in force.
///
/// # Errors
/// An id that no rule has.
pub fn explain(id: &str, language: Language) -> Result<RulePage, CommandError> {
    page_of(id, None, language)
}

fn page_of(id: &str, policy: Option<&Policy>, language: Language) -> Answer<RulePage> {
    let rule = book::rule(id).ok_or_else(|| CommandError::not_found("rule", id, language))?;
    let page = Page::read(rule.page);
    let prose = page.prose(language).map(|(heading, text)| RuleSection {
        heading: heading.to_owned(),
        text: text.to_owned(),
    });
    let examples = page.examples();
    Ok(RulePage {
        line: rule_line(rule, language),
        sections: prose.collect(),
        sources: sources(rule, language),
        figures: FIGURES
            .iter()
            .filter(|figure| rule.figures.contains(&figure.key))
            .map(|figure| figure_line(figure, policy, language))
            .collect(),
        examples: examples.iter().map(|one| example(one, language)).collect(),
    })
}

fn open_shop(desk: &Desk, context: &Context) -> Answer<Option<Shop>> {
    if !matches!(&*desk.opened(), Open::Shop { .. }) {
        return Ok(None);
    }
    desk.read(context, |view| Ok(shop::load(view)?))
}

fn rule_line(rule: &Rule, language: Language) -> RuleLine {
    RuleLine {
        id: rule.id.to_owned(),
        name: rule.name.to_owned(),
        title: Page::read(rule.page).title_in(language).to_owned(),
        grade: rule.grade,
    }
}

fn figure_line(figure: &'static Figure, policy: Option<&Policy>, language: Language) -> FigureLine {
    let in_force = policy
        .and_then(|policy| policy.figure(figure.key))
        .is_some_and(|found| std::ptr::eq(found, figure));
    FigureLine {
        key: figure.key.to_owned(),
        market: figure
            .market
            .map(|market| format!("{market:?}").to_uppercase()),
        from: figure.from.map(str::to_owned),
        until: figure.until.map(str::to_owned),
        value: figure_text(figure),
        in_force,
        source: source_view(&figure.source, language),
    }
}

fn figure_text(figure: &Figure) -> String {
    match figure.value {
        Value::Count(count) => count.to_string(),
        Value::BasisPoints(points) => {
            format!("{} %", seller_domain::Percent::from_basis_points(points))
        }
        Value::ScoreTenths(tenths) => seller_domain::shop::Score::from_tenths(tenths).to_string(),
        Value::MinorUnits(minor) => {
            let currency = figure.market.unwrap_or(Market::Us).currency();
            seller_domain::Money::from_minor(minor, currency).to_string()
        }
        Value::Day(day) | Value::Choice(day) => day.to_owned(),
    }
}

fn example(example: &Example<'_>, language: Language) -> RuleExample {
    let block = |names: [&str; 2]| {
        let found = names.iter().find_map(|name| example.blocks.get(name));
        found
            .map(|text| text.trim_end().to_owned())
            .unwrap_or_default()
    };
    RuleExample {
        kind: match example.kind {
            ExampleKind::Found => "found",
            ExampleKind::Clean => "clean",
            ExampleKind::Boundary => "boundary",
            ExampleKind::Worked => "worked",
        }
        .to_owned(),
        title: example.title_in(language).to_owned(),
        given: block(["scene", "given"]),
        answer: block(["findings", "result"]),
    }
}
