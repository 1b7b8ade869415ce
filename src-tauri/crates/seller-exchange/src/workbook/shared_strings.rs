//! The texts that the cells of a workbook share.

use super::package::Part;
use super::xml::{Event, Events, cell_too_large};
use crate::limits;
use crate::trouble::{FileError, Trouble};
use std::collections::BTreeSet;

/// The texts, in one buffer. What the part says about their number is not believed.
#[derive(Debug, Default)]
pub(super) struct SharedStrings {
    text: String,
    ends: Vec<u32>,
}

impl SharedStrings {
    /// Reads the texts; only the `wanted` ones are kept, if any are named.
    pub(super) fn read(part: Part<'_>, wanted: Option<&BTreeSet<u32>>) -> Result<Self, FileError> {
        let name = part.name().to_owned();
        let mut events = Events::new(part);
        let mut strings = Self::default();
        let mut keep = false;
        let mut in_text = false;
        let mut phonetic = 0u32;
        let mut last_wanted = wanted.and_then(|set| set.last().copied());
        while let Some(event) = events.next()? {
            match event {
                Event::Open {
                    name: "si", empty, ..
                } => {
                    let index = strings.ends.len() as u32;
                    keep = wanted.is_none_or(|set| set.contains(&index));
                    if empty {
                        strings.close();
                    }
                }
                Event::Close { name: "si" } => {
                    strings.close();
                    if let Some(last) = &mut last_wanted
                        && strings.ends.len() as u32 > *last
                    {
                        break;
                    }
                }
                Event::Open {
                    name: "rPh", empty, ..
                } => phonetic += u32::from(!empty),
                Event::Close { name: "rPh" } => phonetic = phonetic.saturating_sub(1),
                Event::Open {
                    name: "t", empty, ..
                } => in_text = !empty && phonetic == 0,
                Event::Close { name: "t" } => in_text = false,
                Event::Text(text) if in_text && keep => strings.text.push_str(text),
                Event::Char(character) if in_text && keep => strings.text.push(character),
                _ => {}
            }
            if strings.open_bytes() > limits::CELL_BYTES {
                return Err(cell_too_large());
            }
            if strings.text.len() > limits::SHARED_TEXT_BYTES
                || strings.ends.len() * size_of::<u32>() > limits::SHARED_TEXT_BYTES
            {
                return Err(Trouble::UnpacksTooLarge { part: name }.into());
            }
        }
        Ok(strings)
    }

    /// The text with this number.
    pub(super) fn get(&self, index: u32) -> Option<&str> {
        let index = index as usize;
        let end = *self.ends.get(index)? as usize;
        let start = index
            .checked_sub(1)
            .map_or(0, |before| self.ends[before] as usize);
        Some(&self.text[start..end])
    }

    fn open_bytes(&self) -> usize {
        self.text.len() - self.ends.last().map_or(0, |end| *end as usize)
    }

    fn close(&mut self) {
        self.ends.push(self.text.len() as u32);
    }
}
