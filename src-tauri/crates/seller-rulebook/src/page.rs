//! A rule's page: Markdown with fixed sections, message templates in every
//! language, and examples that the tests run.

use seller_domain::Language;
use std::collections::BTreeMap;

/// The sections of a page, in order.
pub const SECTIONS: [&str; 5] = [
    "What it checks",
    "Why the platform asks for it",
    "Message",
    "How to repair it",
    "Examples",
];

/// A page, taken apart.
#[derive(Debug, Clone)]
pub struct Page<'a> {
    /// The heading: the fault or the subject in words.
    pub title: &'a str,
    /// The sections by heading, in the order they stand.
    pub sections: Vec<(&'a str, &'a str)>,
    messages: BTreeMap<&'a str, &'a str>,
}

/// One example of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example<'a> {
    /// What it shows.
    pub kind: ExampleKind,
    /// Its heading, without the kind.
    pub title: &'a str,
    /// The fenced blocks by their name: `scene`, `findings`, `given`, `result`.
    pub blocks: BTreeMap<&'a str, &'a str>,
}

/// What an example shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExampleKind {
    /// The rule is broken.
    Found,
    /// The rule holds.
    Clean,
    /// The last case that holds or the first that does not.
    Boundary,
    /// A computation and its result.
    Worked,
}

impl<'a> Page<'a> {
    /// Takes a page apart. Pages are compiled in, so what is missing shows in the tests.
    pub fn read(text: &'a str) -> Self {
        let title = text
            .lines()
            .next()
            .and_then(|line| line.strip_prefix("# "))
            .unwrap_or("");
        let sections: Vec<_> = split_at_headings(text, "## ").collect();
        let messages = sections
            .iter()
            .filter(|(heading, _)| *heading == "Message")
            .flat_map(|(_, body)| body.lines())
            .filter_map(|line| line.split_once(": "))
            .map(|(key, template)| (key.trim(), template.trim()))
            .collect();
        Self {
            title,
            sections,
            messages,
        }
    }

    /// The title in a language.
    pub fn title_in(&self, language: Language) -> &'a str {
        match language {
            Language::English => self.title,
            Language::SimplifiedChinese => {
                self.template("title", "", language).unwrap_or(self.title)
            }
        }
    }

    /// A message template: `what`, `why` or `do` of a variant (empty for the only one).
    pub fn template(&self, part: &str, variant: &str, language: Language) -> Option<&'a str> {
        let tongue = match language {
            Language::English => "en",
            Language::SimplifiedChinese => "zh",
        };
        let key = format!("{tongue}.{part}");
        let specific = (!variant.is_empty()).then(|| format!("{key}.{variant}"));
        specific
            .and_then(|specific| self.messages.get(specific.as_str()).copied())
            .or_else(|| self.messages.get(key.as_str()).copied())
    }

    /// The keys of all message templates: `en.what`, `zh.do.above_retail`.
    pub fn template_keys(&self) -> impl Iterator<Item = &'a str> {
        self.messages.keys().copied()
    }

    /// The text of a section.
    pub fn section(&self, heading: &str) -> Option<&'a str> {
        self.sections
            .iter()
            .find(|(title, _)| *title == heading)
            .map(|(_, body)| *body)
    }

    /// The examples, in order.
    pub fn examples(&self) -> Vec<Example<'a>> {
        let Some(body) = self.section("Examples") else {
            return Vec::new();
        };
        split_at_headings(body, "### ")
            .filter_map(|(heading, body)| example(heading, body))
            .collect()
    }
}

fn example<'a>(heading: &'a str, body: &'a str) -> Option<Example<'a>> {
    let (kind, title) = heading.split_once(':')?;
    let kind = match kind {
        "Found" => ExampleKind::Found,
        "Clean" => ExampleKind::Clean,
        "Boundary" => ExampleKind::Boundary,
        "Worked" => ExampleKind::Worked,
        _ => return None,
    };
    let mut blocks = BTreeMap::new();
    let mut rest = body;
    while let Some(start) = rest.find("```") {
        let fenced = &rest[start + 3..];
        let Some((name, after)) = fenced.split_once('\n') else {
            break;
        };
        let Some(end) = after.find("```") else { break };
        blocks.insert(name.trim(), &after[..end]);
        rest = &after[end + 3..];
    }
    Some(Example {
        kind,
        title: title.trim(),
        blocks,
    })
}

/// The parts of `text` under headings that begin with `mark`.
fn split_at_headings<'a>(text: &'a str, mark: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
    let starts: Vec<usize> = text
        .match_indices(mark)
        .map(|(at, _)| at)
        .filter(|at| *at == 0 || text.as_bytes()[at - 1] == b'\n')
        .collect();
    let ends: Vec<usize> = starts.iter().skip(1).copied().chain([text.len()]).collect();
    starts.into_iter().zip(ends).map(move |(start, end)| {
        let part = &text[start + mark.len()..end];
        let (heading, body) = part.split_once('\n').unwrap_or((part, ""));
        (heading.trim(), body.trim())
    })
}
