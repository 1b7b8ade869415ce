//! XML of a workbook part, event by event, within bounded memory.

use super::package::{Part, damaged};
use crate::limits;
use crate::trouble::{FileError, Trouble};
use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::Event as Raw;

/// What comes next in a part. Names come without their prefix.
#[derive(Debug)]
pub(crate) enum Event<'a> {
    /// An element opens; an empty one closes at once, without an event of its own.
    Open {
        name: &'a str,
        attributes: &'a str,
        empty: bool,
    },
    /// An element closes.
    Close { name: &'a str },
    /// Text, unescaped, perhaps only a piece of it.
    Text(&'a str),
    /// A character that was written as a reference.
    Char(char),
}

/// The events of a part.
pub(crate) struct Events<'p> {
    reader: Reader<Part<'p>>,
    buffer: Vec<u8>,
    part: String,
}

impl<'p> Events<'p> {
    pub(crate) fn new(part: Part<'p>) -> Self {
        let name = part.name().to_owned();
        let mut reader = Reader::from_reader(part);
        reader.config_mut().check_end_names = false;
        Self {
            reader,
            buffer: Vec::with_capacity(1024),
            part: name,
        }
    }

    /// The next event; none at the end of the part.
    pub(crate) fn next(&mut self) -> Result<Option<Event<'_>>, FileError> {
        // Comments and instructions are skipped. Their bytes are in the buffer until
        // the next round, and no event may borrow it before: hence the two steps.
        loop {
            self.buffer.clear();
            self.reader.get_mut().renew();
            let seen = match self.reader.read_event_into(&mut self.buffer) {
                Ok(Raw::Comment(_) | Raw::PI(_) | Raw::Decl(_)) => continue,
                Ok(Raw::Eof) => return Ok(None),
                Ok(Raw::DocType(_)) => return Err(self.forbidden()),
                Ok(Raw::GeneralRef(reference)) => Seen::Char(character(&reference)),
                Ok(Raw::Start(_)) => Seen::Tag { empty: false },
                Ok(Raw::Empty(_)) => Seen::Tag { empty: true },
                Ok(Raw::End(_)) => Seen::Close,
                Ok(Raw::Text(_)) => Seen::Text,
                Ok(Raw::CData(_)) => Seen::CData,
                Err(_) => return Err(self.error()),
            };
            return self.event(seen).map(Some);
        }
    }

    fn event(&self, seen: Seen) -> Result<Event<'_>, FileError> {
        let text = || std::str::from_utf8(&self.buffer).map_err(|_| damaged(&self.part));
        match seen {
            Seen::Char(Some(character)) => Ok(Event::Char(character)),
            Seen::Char(None) => Err(self.forbidden()),
            Seen::Text => Ok(Event::Text(text()?)),
            Seen::CData => {
                let text = text()?;
                let inner = text.strip_prefix("<![CDATA[").unwrap_or(text);
                Ok(Event::Text(inner.strip_suffix("]]>").unwrap_or(inner)))
            }
            Seen::Tag { empty } => {
                let tag = bare(text()?);
                let tag = if empty {
                    tag.strip_suffix('/').unwrap_or(tag)
                } else {
                    tag
                };
                let end = tag
                    .find(|c: char| c.is_ascii_whitespace())
                    .unwrap_or(tag.len());
                let (name, attributes) = tag.split_at(end);
                Ok(Event::Open {
                    name: local(name),
                    attributes,
                    empty,
                })
            }
            Seen::Close => {
                let tag = bare(text()?);
                let name = tag.strip_prefix('/').unwrap_or(tag).trim_end();
                Ok(Event::Close { name: local(name) })
            }
        }
    }

    fn forbidden(&self) -> FileError {
        Trouble::ForbiddenXml {
            part: self.part.clone(),
        }
        .into()
    }

    fn error(&mut self) -> FileError {
        let source = self.reader.get_mut();
        if source.unpacks_too_large() {
            Trouble::UnpacksTooLarge {
                part: self.part.clone(),
            }
            .into()
        } else if source.event_too_large() {
            cell_too_large()
        } else {
            damaged(&self.part)
        }
    }

    /// The error that the part is damaged.
    pub(crate) fn damaged(&self) -> FileError {
        damaged(&self.part)
    }
}

/// The error of a cell with too much text, its place to be added.
pub(crate) fn cell_too_large() -> FileError {
    Trouble::CellTooLarge {
        limit_kilobytes: (limits::CELL_BYTES >> 10) as u32,
    }
    .into()
}

enum Seen {
    Tag { empty: bool },
    Close,
    Text,
    CData,
    Char(Option<char>),
}

fn character(reference: &quick_xml::events::BytesRef<'_>) -> Option<char> {
    match reference.resolve_char_ref() {
        Ok(Some(character)) => Some(character),
        Ok(None) => resolve_predefined_entity(reference).and_then(|text| text.chars().next()),
        Err(_) => None,
    }
}

fn bare(tag: &str) -> &str {
    let tag = tag.strip_prefix('<').unwrap_or(tag);
    tag.strip_suffix('>').unwrap_or(tag)
}

/// A name without its prefix.
pub(crate) fn local(name: &str) -> &str {
    memchr::memrchr(b':', name.as_bytes()).map_or(name, |at| &name[at + 1..])
}

/// The value of an attribute as it is written, found by its name without prefix.
pub(crate) fn attribute<'a>(attributes: &'a str, wanted: &str) -> Option<&'a str> {
    Attributes(attributes)
        .find(|(name, _)| local(name) == wanted)
        .map(|(_, value)| value)
}

/// The attributes of a tag, names and values as they are written.
pub(crate) struct Attributes<'a>(pub(crate) &'a str);

impl<'a> Iterator for Attributes<'a> {
    type Item = (&'a str, &'a str);

    fn next(&mut self) -> Option<Self::Item> {
        let rest = self.0.trim_ascii_start();
        let (name, rest) = rest.split_once('=')?;
        let rest = rest.trim_ascii_start();
        let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        let (value, rest) = rest.get(1..)?.split_once(quote)?;
        self.0 = rest;
        Some((name.trim_ascii_end(), value))
    }
}

/// The text of an attribute or element without its escapes; none if it has unknown ones.
pub(crate) fn unescaped(text: &str) -> Option<String> {
    quick_xml::escape::unescape(text)
        .ok()
        .map(std::borrow::Cow::into_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_are_found_whatever_quotes_and_blanks() {
        let tag = " r='B2'  t = \"s\" x:s=\"a r=&quot;C3&quot; 'q'\" ";
        assert_eq!(attribute(tag, "r"), Some("B2"));
        assert_eq!(attribute(tag, "t"), Some("s"));
        assert_eq!(attribute(tag, "s"), Some("a r=&quot;C3&quot; 'q'"));
        assert_eq!(attribute(tag, "C3"), None);
        assert_eq!(attribute(" r=", "r"), None);
        assert_eq!(attribute(" r", "r"), None);
    }
}
