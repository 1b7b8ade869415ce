//! The rule book's pages.

use crate::context::Context;
use crate::desk::{Desk, Open};
use crate::error::{Answer, CommandError};
use crate::views::source_view;
use crate::wire::common::Nothing;
use crate::wire::rulebook::{
    FigureLine, RuleExample, RuleFamily, RuleGet, RuleIndex, RuleLine, RulePage, RuleSection,
};
use seller_domain::Market;
use seller_domain::shop::Shop;
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
            .map(|rule| rule_line(rule, context))
            .collect(),
    });
    Ok(RuleIndex {
        families: families.collect(),
    })
}

pub(crate) fn rule_page(desk: &Desk, context: &Context, request: RuleGet) -> Answer<RulePage> {
    let rule = book::rule(&request.id)
        .ok_or_else(|| CommandError::not_found("rule", &request.id, context.language))?;
    let page = Page::read(rule.page);
    let shop = open_shop(desk, context)?;
    let sections = page
        .sections
        .iter()
        .filter(|(heading, _)| !matches!(*heading, "Message" | "Examples"));
    Ok(RulePage {
        line: rule_line(rule, context),
        sections: sections
            .map(|(heading, text)| RuleSection {
                heading: (*heading).to_owned(),
                text: (*text).to_owned(),
            })
            .collect(),
        sources: rule.sources.iter().map(source_view).collect(),
        figures: FIGURES
            .iter()
            .filter(|figure| rule.figures.contains(&figure.key))
            .map(|figure| figure_line(figure, shop.as_ref(), context))
            .collect(),
        examples: page.examples().iter().map(example).collect(),
    })
}

fn open_shop(desk: &Desk, context: &Context) -> Answer<Option<Shop>> {
    if !matches!(&*desk.opened(), Open::Shop { .. }) {
        return Ok(None);
    }
    desk.read(context, |view| Ok(shop::load(view)?))
}

fn rule_line(rule: &Rule, context: &Context) -> RuleLine {
    RuleLine {
        id: rule.id.to_owned(),
        name: rule.name.to_owned(),
        title: Page::read(rule.page).title_in(context.language).to_owned(),
        grade: rule.grade,
    }
}

fn figure_line(figure: &'static Figure, shop: Option<&Shop>, context: &Context) -> FigureLine {
    let in_force = shop.is_some_and(|shop| {
        let today = shop.time_zone.day_of(context.now);
        let policy = Policy::on(shop.market, shop.currency, today);
        policy
            .figure(figure.key)
            .is_some_and(|found| std::ptr::eq(found, figure))
    });
    FigureLine {
        key: figure.key.to_owned(),
        market: figure
            .market
            .map(|market| format!("{market:?}").to_uppercase()),
        from: figure.from.map(str::to_owned),
        until: figure.until.map(str::to_owned),
        value: figure_text(figure),
        in_force,
        source: source_view(&figure.source),
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

fn example(example: &Example<'_>) -> RuleExample {
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
        title: example.title.to_owned(),
        given: block(["scene", "given"]),
        answer: block(["findings", "result"]),
    }
}
