//! What other parts of a workbook say about the rows of one sheet: the order of
//! calculation, and names that stand for ranges.

use super::formula::{self, Shift};
use super::rows::RowMap;
use super::sheet_xml::{NotASheet, with_attribute};
use crate::row::{column_letters, split_reference};
use crate::workbook::xml;
use quick_xml::Reader;
use quick_xml::escape::escape;
use quick_xml::events::Event;
use std::collections::BTreeSet;

/// The order of calculation without the cells that hold no formula any more; none if no cell is left.
pub(super) fn chain(
    source: &str,
    sheet: &str,
    map: &RowMap,
    formulas: &BTreeSet<(u32, u32)>,
) -> Result<Option<String>, NotASheet> {
    let mut sheet_now = String::new();
    let mut left = 0;
    let changed = edit(source, |name, tag| {
        if name != "c" {
            return Edit::Keep;
        }
        let attributes = tag.trim_start_matches('<');
        let stated = xml::attribute(attributes_of(attributes), "i").map(str::to_owned);
        let repeats = stated.is_none();
        if let Some(stated) = stated {
            sheet_now = stated;
        }
        if sheet_now != sheet {
            left += 1;
            return if repeats {
                Edit::Replace(with_sheet(tag, &sheet_now))
            } else {
                Edit::Keep
            };
        }
        let place = xml::attribute(attributes_of(attributes), "r").and_then(split_reference);
        let moved = place.and_then(|(column, row)| Some((map.row(row)?, column)));
        match moved.filter(|cell| formulas.contains(cell)) {
            None => Edit::Remove,
            Some((row, column)) => {
                left += 1;
                let tag = with_attribute(tag, "r", &format!("{}{row}", column_letters(column)));
                Edit::Replace(if repeats {
                    with_sheet(&tag, &sheet_now)
                } else {
                    tag
                })
            }
        }
    })?;
    Ok((left > 0).then_some(changed))
}

/// A cell of the chain that says itself which sheet it is on.
fn with_sheet(tag: &str, sheet: &str) -> String {
    let end = tag.trim_end_matches('>').trim_end_matches('/').len();
    format!("{} i=\"{sheet}\"{}", tag[..end].trim_end(), &tag[end..])
}

/// The list of sheets with every name moved that stands for rows of `sheet`.
pub(super) fn names(source: &str, sheet: &str, map: &RowMap) -> Result<String, NotASheet> {
    let mut reader = Reader::from_str(source);
    reader.config_mut().check_end_names = false;
    let mut out = String::with_capacity(source.len());
    let mut copied = 0;
    loop {
        match reader.read_event()? {
            Event::Start(tag) if xml::local(tag.name().as_ref()) == "definedName" => {
                let span = reader.read_to_end(tag.name())?;
                let (start, end) = (span.start as usize, span.end as usize);
                let text = xml::unescaped(&source[start..end]);
                let shift = Shift {
                    map,
                    sheet,
                    own: false,
                    carried: None,
                };
                let moved = text
                    .and_then(|text| formula::moved(&text, &shift).filter(|moved| *moved != text));
                if let Some(moved) = moved {
                    out.push_str(&source[copied..start]);
                    out.push_str(&escape(moved.as_str()));
                    copied = end;
                }
            }
            Event::DocType(_) => return Err(NotASheet),
            Event::Eof => break,
            _ => {}
        }
    }
    out.push_str(&source[copied..]);
    Ok(out)
}

/// A list of parts or relations without the entry that names `part` in `attribute`.
pub(super) fn without(source: &str, attribute: &str, part: &str) -> Result<String, NotASheet> {
    edit(source, |_, tag| {
        let names = xml::attribute(attributes_of(tag), attribute)
            .is_some_and(|named| named.rsplit('/').next() == part.rsplit('/').next());
        if names { Edit::Remove } else { Edit::Keep }
    })
}

fn attributes_of(tag: &str) -> &str {
    tag.find(|c: char| c.is_ascii_whitespace())
        .map_or("", |at| &tag[at..])
}

enum Edit {
    Keep,
    Remove,
    Replace(String),
}

/// Copies the source; each empty element is kept, removed or replaced.
fn edit(source: &str, mut choose: impl FnMut(&str, &str) -> Edit) -> Result<String, NotASheet> {
    let mut reader = Reader::from_str(source);
    reader.config_mut().check_end_names = false;
    let mut out = String::with_capacity(source.len());
    let mut copied = 0;
    loop {
        let start = reader.buffer_position() as usize;
        let event = reader.read_event()?;
        let (name, end) = match &event {
            Event::Empty(tag) => (tag.name(), reader.buffer_position() as usize),
            Event::Start(tag)
                if matches!(
                    xml::local(tag.name().as_ref()),
                    "c" | "Override" | "Relationship"
                ) =>
            {
                let end = reader.read_to_end(tag.name())?.end as usize;
                let close = source[end..]
                    .find('>')
                    .map_or(source.len(), |at| end + at + 1);
                (tag.name(), close)
            }
            Event::DocType(_) => return Err(NotASheet),
            Event::Eof => break,
            _ => continue,
        };
        let edit = choose(xml::local(name.as_ref()), &source[start..end]);
        let Edit::Keep = edit else {
            out.push_str(&source[copied..start]);
            if let Edit::Replace(tag) = edit {
                out.push_str(&tag);
            }
            copied = end;
            continue;
        };
    }
    out.push_str(&source[copied..]);
    Ok(out)
}
