//! A rule's page: Markdown with fixed sections, prose and message templates in
//! every language, and examples that the tests run.

use seller_domain::Language;
use std::collections::BTreeMap;

/// The sections of a page, in order.
///
/// Prose stands once in each language, the Chinese section after the English one. What has a single
/// heading names the language line by line: `zh.what:` in a message, `zh:` under an example's heading.
pub const SECTIONS: [Section; 5] = [
    Section::prose("What it checks", "检查内容"),
    Section::prose("Why the platform asks for it", "平台为何这样要求"),
    Section::of_lines("Message"),
    Section::prose("How to repair it", "如何修复"),
    Section::of_lines("Examples"),
];

/// A section that every page has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Section {
    /// Its heading in English.
    pub english: &'static str,
    /// Its heading in Chinese; none for a section that is written line by line.
    pub chinese: Option<&'static str>,
}

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
    /// Its heading in Chinese: the line `zh:` under the heading.
    pub chinese: Option<&'a str>,
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

impl Section {
    const fn prose(english: &'static str, chinese: &'static str) -> Self {
        Self {
            english,
            chinese: Some(chinese),
        }
    }

    const fn of_lines(english: &'static str) -> Self {
        Self {
            english,
            chinese: None,
        }
    }
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
        self.under(heading).map(|(_, body)| body)
    }

    /// What a seller reads in a language: the sections of prose, heading and text.
    pub fn prose(&self, language: Language) -> impl Iterator<Item = (&'a str, &'a str)> {
        SECTIONS.iter().filter_map(move |section| {
            let chinese = section.chinese?;
            let heading = match language {
                Language::English => section.english,
                Language::SimplifiedChinese => chinese,
            };
            self.under(heading).or_else(|| self.under(section.english))
        })
    }

    fn under(&self, heading: &str) -> Option<(&'a str, &'a str)> {
        let mut sections = self.sections.iter();
        sections.find(|(title, _)| *title == heading).copied()
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

impl<'a> Example<'a> {
    /// The heading in a language.
    pub fn title_in(&self, language: Language) -> &'a str {
        match language {
            Language::English => self.title,
            Language::SimplifiedChinese => self.chinese.unwrap_or(self.title),
        }
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
        chinese: body
            .lines()
            .next()
            .and_then(|line| line.strip_prefix("zh: "))
            .map(str::trim),
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

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "# Price too high\n\n## What it checks\nThe price.\n\n## 检查内容\n价格。\n\n\
        ## How to repair it\nLower it.\n\n## Examples\n\n### Found: a cent\nzh: 一分\n```scene\n```\n\n\
        ### Clean: none\n```scene\nzh: 1\n```\n";

    #[test]
    fn prose_is_read_in_the_asked_language_and_in_english_where_it_is_not_translated() {
        let page = Page::read(PAGE);
        let english: Vec<_> = page.prose(Language::English).collect();
        assert_eq!(
            english,
            [
                ("What it checks", "The price."),
                ("How to repair it", "Lower it.")
            ]
        );
        let chinese: Vec<_> = page.prose(Language::SimplifiedChinese).collect();
        assert_eq!(
            chinese,
            [("检查内容", "价格。"), ("How to repair it", "Lower it.")]
        );
    }

    #[test]
    fn the_chinese_heading_of_an_example_is_the_line_under_the_english_one() {
        let page = Page::read(PAGE);
        let titles = |language| -> Vec<_> {
            let examples = page.examples();
            examples.iter().map(|one| one.title_in(language)).collect()
        };
        assert_eq!(titles(Language::English), ["a cent", "none"]);
        assert_eq!(titles(Language::SimplifiedChinese), ["一分", "none"]);
    }
}
