//! What stands behind the rows of a sheet: filters, merged cells, formats, validations,
//! links. Ranges follow their rows; what has lost all of its rows goes.

use super::formula::{self, Shift};
use super::sheet_xml::{NotASheet, Plan, with_attribute};
use crate::row::split_reference;
use crate::workbook::xml;
use quick_xml::Reader;
use quick_xml::escape::escape;
use quick_xml::events::Event;

/// Deeper nesting is no sheet.
const DEEPEST: usize = 64;

/// Rewrites everything after the rows, or a whole part that holds ranges, such as a table.
pub(super) fn rewrite(source: &str, plan: &Plan<'_>) -> Result<String, NotASheet> {
    if plan.map.is_identity() {
        return Ok(source.to_owned());
    }
    let nodes = parse(source)?;
    let mut out = String::with_capacity(source.len());
    for node in &nodes {
        node.write(plan, None, &mut out);
    }
    Ok(out)
}

/// A piece of the source: an element with what is in it, or anything else as it stands.
enum Node<'s> {
    Raw(&'s str),
    Element {
        open: &'s str,
        inner: Vec<Node<'s>>,
        close: &'s str,
    },
}

fn parse(source: &str) -> Result<Vec<Node<'_>>, NotASheet> {
    let mut reader = Reader::from_str(source);
    // The piece ends with the close tag of an element that opened before it.
    reader.config_mut().allow_unmatched_ends = true;
    reader.config_mut().check_end_names = false;
    let mut open: Vec<(&str, Vec<Node<'_>>)> = vec![("", Vec::new())];
    loop {
        let start = reader.buffer_position() as usize;
        let event = reader.read_event()?;
        let raw = &source[start..reader.buffer_position() as usize];
        match event {
            Event::Start(_) if open.len() > DEEPEST => return Err(NotASheet),
            Event::Start(_) => open.push((raw, Vec::new())),
            Event::End(_) if open.len() > 1 => {
                if let Some((tag, inner)) = open.pop() {
                    add(
                        &mut open,
                        Node::Element {
                            open: tag,
                            inner,
                            close: raw,
                        },
                    );
                }
            }
            Event::Empty(_) => {
                add(
                    &mut open,
                    Node::Element {
                        open: raw,
                        inner: Vec::new(),
                        close: "",
                    },
                );
            }
            Event::DocType(_) => return Err(NotASheet),
            Event::Eof => break,
            _ => add(&mut open, Node::Raw(raw)),
        }
    }
    match open.pop() {
        Some((_, nodes)) if open.is_empty() => Ok(nodes),
        _ => Err(NotASheet),
    }
}

fn add<'s>(open: &mut [(&'s str, Vec<Node<'s>>)], node: Node<'s>) {
    if let Some((_, inner)) = open.last_mut() {
        inner.push(node);
    }
}

impl Node<'_> {
    fn name(&self) -> &str {
        let Self::Element { open, .. } = self else {
            return "";
        };
        let tag = open.trim_start_matches('<');
        let end = tag
            .find(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>'))
            .unwrap_or(tag.len());
        xml::local(&tag[..end])
    }

    fn attribute(&self, name: &str) -> Option<&str> {
        let Self::Element { open, .. } = self else {
            return None;
        };
        let attributes = open.find(|c: char| c.is_ascii_whitespace())?;
        xml::attribute(&open[attributes..], name)
    }

    /// The ranges that it is about: an attribute of its own, or an element `sqref` in it.
    fn ranges(&self) -> Option<String> {
        if let Some(list) = self.attribute("sqref").or_else(|| self.attribute("ref")) {
            return Some(list.to_owned());
        }
        let Self::Element { inner, .. } = self else {
            return None;
        };
        let list = inner.iter().find(|node| node.name() == "sqref")?;
        Some(list.text())
    }

    fn text(&self) -> String {
        match self {
            Self::Raw(text) => (*text).to_owned(),
            Self::Element { inner, .. } => inner.iter().map(Node::text).collect(),
        }
    }

    /// Whether it loses all of its rows.
    fn goes(&self, plan: &Plan<'_>) -> bool {
        self.ranges()
            .is_some_and(|list| plan.map.ranges(&list).is_none())
    }

    /// `carried`: how far the first cell of the element around moved.
    fn write(&self, plan: &Plan<'_>, carried: Option<i64>, out: &mut String) {
        let Self::Element { open, inner, close } = self else {
            out.push_str(&self.text());
            return;
        };
        if self.goes(plan) {
            return;
        }
        let name = self.name();
        match name {
            "formula" | "formula1" | "formula2" | "f" => {
                return self.write_formula(plan, carried, out);
            }
            "sqref" => {
                let moved = plan.map.ranges(&self.text()).unwrap_or_else(|| self.text());
                out.push_str(open);
                out.push_str(&moved);
                out.push_str(close);
                return;
            }
            _ => {}
        }
        let kept = inner.iter().filter(|node| !node.goes(plan)).count();
        let lost = inner.len() - kept;
        let elements = |node: &&Node<'_>| matches!(node, Node::Element { .. }) && !node.goes(plan);
        let left = inner.iter().filter(elements).count();
        if lost > 0 && left == 0 {
            return;
        }
        out.push_str(&self.open_tag(plan, (lost > 0).then_some(left)));
        let carried = self
            .ranges()
            .and_then(|list| moved_by(&list, plan))
            .or(carried);
        for node in inner {
            node.write(plan, carried, out);
        }
        out.push_str(close);
    }

    /// The tag with its ranges moved, and with the number of elements that are left in it.
    fn open_tag(&self, plan: &Plan<'_>, left: Option<usize>) -> String {
        let Self::Element { open, .. } = self else {
            return String::new();
        };
        let mut tag = (*open).to_owned();
        for name in ["ref", "sqref"] {
            if let Some(moved) = self.attribute(name).and_then(|list| plan.map.ranges(list)) {
                tag = with_attribute(&tag, name, &moved);
            }
        }
        if let Some(left) = left.filter(|_| self.attribute("count").is_some()) {
            tag = with_attribute(&tag, "count", &left.to_string());
        }
        tag
    }

    fn write_formula(&self, plan: &Plan<'_>, carried: Option<i64>, out: &mut String) {
        let Self::Element { open, close, .. } = self else {
            return;
        };
        let shift = Shift {
            map: plan.map,
            sheet: plan.sheet,
            own: true,
            carried,
        };
        let raw = self.text();
        let moved = xml::unescaped(&raw)
            .and_then(|text| formula::moved(&text, &shift).filter(|moved| *moved != text));
        out.push_str(open);
        match moved {
            Some(moved) => out.push_str(&escape(moved.as_str())),
            None => out.push_str(&raw),
        }
        out.push_str(close);
    }
}

/// How far the first cell of these ranges moves.
fn moved_by(list: &str, plan: &Plan<'_>) -> Option<i64> {
    let first = |list: &str| {
        let range = list.split_ascii_whitespace().next()?;
        let cell = range.split(':').next()?;
        split_reference(cell).map(|(_, row)| i64::from(row))
    };
    Some(first(&plan.map.ranges(list)?)? - first(list)?)
}
