//! The package of a workbook: a zip file with named parts, guarded against bombs.

use super::xml;
use crate::input::{Input, Opened};
use crate::limits;
use crate::trouble::{FileError, Trouble};
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};
use zip::ZipArchive;
use zip::read::ZipFile;
use zip::result::ZipError;

/// An opened package.
pub(crate) struct Package {
    archive: ZipArchive<BufReader<Opened>>,
    names: Vec<String>,
}

impl Package {
    /// Opens a package after a look at how many parts it claims to have, how large they
    /// claim to be, and whether they are locked.
    pub(crate) fn open(input: &Input) -> Result<Self, FileError> {
        let mut opened = input.open()?;
        refuse_crowds(&mut opened).map_err(crate::input::unreadable)??;
        let mut archive = ZipArchive::new(BufReader::new(opened)).map_err(unzippable)?;
        let mut names = Vec::with_capacity(archive.len());
        let mut unpacked = 0u64;
        for index in 0..archive.len() {
            let entry = archive.by_index_raw(index).map_err(unzippable)?;
            let name = entry.name().map_err(unzippable)?.replace('\\', "/");
            if entry.encrypted() {
                return Err(Trouble::Encrypted.into());
            }
            if entry.enclosed_name().is_none() || name.split('/').any(|step| step == "..") {
                return Err(Trouble::UnsafePart.into());
            }
            unpacked = unpacked.saturating_add(entry.size());
            let ratio = entry.size() / entry.compressed_size().max(1);
            if unpacked > limits::UNPACKED_BYTES
                || (entry.size() > limits::UNPACK_ALWAYS && ratio > limits::UNPACK_RATIO)
            {
                return Err(Trouble::UnpacksTooLarge { part: name }.into());
            }
            names.push(name);
        }
        Ok(Self { archive, names })
    }

    /// The names of the parts, in the order of the package.
    pub(crate) fn names(&self) -> &[String] {
        &self.names
    }

    fn index(&self, part: &str) -> Option<usize> {
        let part = part.trim_start_matches('/');
        self.names
            .iter()
            .position(|name| name.eq_ignore_ascii_case(part))
    }

    /// Whether there is such a part.
    pub(crate) fn has(&self, part: &str) -> bool {
        self.index(part).is_some()
    }

    /// How many bytes a part says it unpacks to.
    pub(crate) fn size(&mut self, part: &str) -> u64 {
        self.index(part)
            .and_then(|index| self.archive.by_index_raw(index).ok())
            .map_or(0, |entry| entry.size())
    }

    /// Opens a part for reading.
    pub(crate) fn part(&mut self, part: &str) -> Result<Part<'_>, FileError> {
        let index = self.index(part).ok_or_else(|| damaged(part))?;
        let name = self.names[index].clone();
        let entry = self.archive.by_index(index).map_err(unzippable)?;
        Ok(Part {
            name,
            left: entry.size(),
            source: BufReader::with_capacity(32 << 10, entry),
            event: 0,
            overrun: false,
        })
    }

    /// Reads a part that is at most `limit` bytes whole.
    pub(crate) fn bytes(&mut self, part: &str, limit: u64) -> Result<Vec<u8>, FileError> {
        let too_large = || {
            FileError::from(Trouble::UnpacksTooLarge {
                part: part.to_owned(),
            })
        };
        if self.size(part) > limit {
            return Err(too_large());
        }
        let mut reader = self.part(part)?.source.take(limit + 1);
        let mut bytes = Vec::new();
        reader.read_to_end(&mut bytes).map_err(|_| damaged(part))?;
        if bytes.len() as u64 > limit {
            return Err(too_large());
        }
        Ok(bytes)
    }

    /// The zip file itself, to copy parts as they are.
    pub(crate) fn archive(&mut self) -> &mut ZipArchive<BufReader<Opened>> {
        &mut self.archive
    }
}

/// A part that is being read. It ends with an error when it unpacks to more than it
/// said, or when one event of its XML grows beyond what a cell may hold.
pub(crate) struct Part<'p> {
    name: String,
    source: BufReader<ZipFile<'p, BufReader<Opened>>>,
    left: u64,
    event: usize,
    overrun: bool,
}

/// The markup around a cell's text.
const MARKUP: usize = 64 << 10;

impl Part<'_> {
    /// The part's name.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// The next event of the XML begins.
    pub(crate) fn renew(&mut self) {
        self.event = 0;
    }

    pub(crate) fn unpacks_too_large(&self) -> bool {
        self.overrun
    }

    pub(crate) fn event_too_large(&self) -> bool {
        self.event > limits::CELL_BYTES + MARKUP
    }
}

impl Read for Part<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let available = self.fill_buf()?;
        let read = available.len().min(into.len());
        into[..read].copy_from_slice(&available[..read]);
        self.consume(read);
        Ok(read)
    }
}

impl BufRead for Part<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.overrun || self.event_too_large() {
            return Err(io::Error::from(io::ErrorKind::FileTooLarge));
        }
        let available = self.source.fill_buf()?;
        if available.len() as u64 > self.left {
            self.overrun = true;
            return Err(io::Error::from(io::ErrorKind::FileTooLarge));
        }
        Ok(available)
    }

    fn consume(&mut self, count: usize) {
        self.left = self.left.saturating_sub(count as u64);
        self.event += count;
        self.source.consume(count);
    }
}

/// The error that a part is damaged.
pub(crate) fn damaged(part: &str) -> FileError {
    Trouble::BrokenWorkbook {
        part: part.to_owned(),
    }
    .into()
}

fn unzippable(error: ZipError) -> FileError {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => Trouble::Encrypted.into(),
        ZipError::Io(error) if error.kind() == io::ErrorKind::PermissionDenied => {
            crate::input::unreadable(error)
        }
        _ => damaged("zip"),
    }
}

const TAIL: u64 = 66 << 10;

/// Refuses a package that claims more parts than any honest one, before its directory is read.
fn refuse_crowds(opened: &mut Opened) -> io::Result<Result<(), FileError>> {
    let size = opened.seek(SeekFrom::End(0))?;
    opened.seek(SeekFrom::Start(size.saturating_sub(TAIL)))?;
    let mut tail = Vec::new();
    opened.take(TAIL).read_to_end(&mut tail)?;
    opened.seek(SeekFrom::Start(0))?;
    let claims = |signature: &[u8], at: usize, width: usize| {
        memchr::memmem::find_iter(&tail, signature)
            .filter_map(|start| tail.get(start + at..start + at + width))
            .map(|bytes| {
                bytes
                    .iter()
                    .rev()
                    .fold(0u64, |sum, byte| (sum << 8) | u64::from(*byte))
            })
            .filter(|count| *count != 0xFFFF)
            .max()
            .unwrap_or(0)
    };
    let most = claims(b"PK\x05\x06", 10, 2).max(claims(b"PK\x06\x06", 32, 8));
    if most > limits::PARTS {
        let limit = limits::PARTS as u32;
        return Ok(Err(Trouble::TooManyParts { limit }.into()));
    }
    Ok(Ok(()))
}

/// A relation from one part to another.
#[derive(Debug)]
pub(crate) struct Relation {
    pub(crate) id: String,
    /// The last step of its type: `worksheet`, `styles`.
    pub(crate) kind: String,
    /// The part, as the package names it.
    pub(crate) target: String,
}

/// The part that lists the sheets.
pub(crate) fn main_part(package: &mut Package) -> Result<String, FileError> {
    if package.has("_rels/.rels") {
        let relations = relations(package, "")?;
        let main = relations
            .into_iter()
            .find(|one| one.kind == "officeDocument");
        if let Some(main) = main.filter(|main| package.has(&main.target)) {
            return Ok(main.target);
        }
    }
    let usual = "xl/workbook.xml";
    if package.has(usual) {
        Ok(usual.to_owned())
    } else {
        Err(Trouble::NotATable.into())
    }
}

/// The part that holds the relations of `part`.
pub(crate) fn relations_part(part: &str) -> String {
    match part.rsplit_once('/') {
        Some((folder, name)) => format!("{folder}/_rels/{name}.rels"),
        None => format!("_rels/{part}.rels"),
    }
}

/// The relations of a part.
pub(crate) fn relations(package: &mut Package, part: &str) -> Result<Vec<Relation>, FileError> {
    let source = relations_part(part);
    let folder = part.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut found = Vec::new();
    if !package.has(&source) {
        return Ok(found);
    }
    let mut events = xml::Events::new(package.part(&source)?);
    while let Some(event) = events.next()? {
        let xml::Event::Open {
            name: "Relationship",
            attributes,
            ..
        } = event
        else {
            continue;
        };
        let text = |name| xml::attribute(attributes, name).and_then(xml::unescaped);
        if text("TargetMode").is_some_and(|mode| mode.eq_ignore_ascii_case("external")) {
            continue;
        }
        let (Some(id), Some(kind), Some(target)) = (text("Id"), text("Type"), text("Target"))
        else {
            continue;
        };
        if found.len() as u64 >= limits::PARTS {
            return Err(damaged(&source));
        }
        found.push(Relation {
            id,
            kind: kind.rsplit('/').next().unwrap_or_default().to_owned(),
            target: resolved(folder, &target),
        });
    }
    Ok(found)
}

fn resolved(folder: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut steps: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            "." | "" => {}
            ".." => {
                steps.pop();
            }
            step => steps.push(step),
        }
    }
    steps.join("/")
}
