//! Bytes to characters: which encoding a text table is in, and reading it as UTF-8.

use crate::input::{Input, Opened};
use crate::trouble::{FileError, Trouble};
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Decoder, DecoderResult, Encoding, GB18030, UTF_16BE, UTF_16LE, WINDOWS_1252};
use serde::{Deserialize, Serialize};
use std::io::{self, Read};
use ts_rs::TS;

/// How the characters of a text table are written as bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TextEncoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// UTF-16, the low byte first.
    Utf16Le,
    /// UTF-16, the high byte first.
    Utf16Be,
    /// GB18030, which holds GBK and GB2312.
    Gb18030,
    /// Western European Windows text; only if the seller says so.
    Windows1252,
}

impl TextEncoding {
    /// Its usual name.
    pub fn label(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le => "UTF-16LE",
            Self::Utf16Be => "UTF-16BE",
            Self::Gb18030 => "GB18030",
            Self::Windows1252 => "Windows-1252",
        }
    }

    fn coding(self) -> Option<&'static Encoding> {
        match self {
            Self::Utf8 => None,
            Self::Utf16Le => Some(UTF_16LE),
            Self::Utf16Be => Some(UTF_16BE),
            Self::Gb18030 => Some(GB18030),
            Self::Windows1252 => Some(WINDOWS_1252),
        }
    }

    fn of_mark(head: &[u8]) -> Option<Self> {
        match head {
            [0xEF, 0xBB, 0xBF, ..] => Some(Self::Utf8),
            [0xFF, 0xFE, ..] => Some(Self::Utf16Le),
            [0xFE, 0xFF, ..] => Some(Self::Utf16Be),
            _ => None,
        }
    }
}

const CHUNK: usize = 64 << 10;
/// How much of a file the detector is shown.
const SHOWN: u64 = 4 << 20;

/// Tells the encoding of a text table, or refuses to guess.
pub(super) fn recognise(input: &Input) -> Result<TextEncoding, FileError> {
    let mut opened = input.open()?;
    let mut head = vec![0; 4 << 10];
    let read = fill(&mut opened, &mut head).map_err(crate::input::unreadable)?;
    head.truncate(read);
    if let Some(marked) = TextEncoding::of_mark(&head) {
        return Ok(marked);
    }
    if let Some(unmarked) = utf_16_without_mark(&head) {
        return Ok(unmarked);
    }
    if head.contains(&0) && looks_binary(&head) {
        return Err(Trouble::NotATable.into());
    }
    let seen = survey(input.open()?).map_err(crate::input::unreadable)?;
    if seen.wrong == 0 || seen.wrong * 20 <= seen.right {
        return Ok(TextEncoding::Utf8);
    }
    let chinese = looks_chinese(input.open()?).map_err(crate::input::unreadable)?;
    if chinese && decodes(input.open()?, TextEncoding::Gb18030) {
        return Ok(TextEncoding::Gb18030);
    }
    Err(Trouble::EncodingUnclear.into())
}

/// Text tables hold separators, digits and line ends, which in UTF-16 leave a NUL in
/// one half of the pairs and never in the other.
fn utf_16_without_mark(head: &[u8]) -> Option<TextEncoding> {
    let pairs = head.len() / 2;
    let nuls = |half: usize| {
        head.iter()
            .skip(half)
            .step_by(2)
            .filter(|b| **b == 0)
            .count()
    };
    let (first, second) = (nuls(0), nuls(1));
    match (first * 10 > pairs, second * 10 > pairs) {
        (false, true) if first == 0 => Some(TextEncoding::Utf16Le),
        (true, false) if second == 0 => Some(TextEncoding::Utf16Be),
        _ => None,
    }
}

fn looks_binary(head: &[u8]) -> bool {
    let odd = head
        .iter()
        .filter(|b| **b < 0x20 && !matches!(b, b'\t' | b'\n' | b'\r' | 0x1B))
        .count();
    odd * 20 > head.len()
}

#[derive(Default)]
struct Survey {
    /// Sequences of several bytes that are UTF-8.
    right: u64,
    /// Sequences that are not.
    wrong: u64,
}

/// Reads the whole file once as UTF-8.
fn survey(mut opened: Opened) -> io::Result<Survey> {
    let mut seen = Survey::default();
    let mut chunk = vec![0; CHUNK];
    let mut kept = 0;
    loop {
        let read = fill(&mut opened, &mut chunk[kept..])?;
        kept = count_sequences(&mut chunk[..kept + read], read == 0, &mut seen);
        if read == 0 {
            return Ok(seen);
        }
    }
}

/// Whether the detector takes the beginning of a file for simplified Chinese.
fn looks_chinese(opened: Opened) -> io::Result<bool> {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    let mut shown = Vec::new();
    opened.take(SHOWN).read_to_end(&mut shown)?;
    detector.feed(&shown, true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    Ok(guess == encoding_rs::GBK || guess == GB18030)
}

/// Counts the sequences of `bytes` and moves an unfinished one to the front; gives its length.
fn count_sequences(bytes: &mut [u8], last: bool, seen: &mut Survey) -> usize {
    let mut at = 0;
    while at < bytes.len() {
        match std::str::from_utf8(&bytes[at..]) {
            Ok(text) => {
                seen.right += sequences(text);
                return 0;
            }
            Err(error) => {
                let valid = at + error.valid_up_to();
                seen.right += std::str::from_utf8(&bytes[at..valid]).map_or(0, sequences);
                match error.error_len() {
                    None if !last => {
                        let rest = bytes.len() - valid;
                        bytes.copy_within(valid.., 0);
                        return rest;
                    }
                    None => {
                        seen.wrong += 1;
                        return 0;
                    }
                    Some(length) => {
                        seen.wrong += 1;
                        at = valid + length;
                    }
                }
            }
        }
    }
    0
}

fn sequences(text: &str) -> u64 {
    if text.is_ascii() {
        return 0;
    }
    text.bytes().filter(|byte| *byte >= 0xC0).count() as u64
}

fn decodes(opened: Opened, encoding: TextEncoding) -> bool {
    let mut decoded = Decoded::new(opened, encoding);
    let mut chunk = vec![0; CHUNK];
    loop {
        match decoded.read(&mut chunk) {
            Ok(0) => return true,
            Ok(_) => {}
            Err(_) => return false,
        }
    }
}

fn fill(from: &mut impl Read, into: &mut [u8]) -> io::Result<usize> {
    let mut filled = 0;
    while filled < into.len() {
        match from.read(&mut into[filled..]) {
            Ok(0) => break,
            Ok(read) => filled += read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(filled)
}

/// A file read as UTF-8, without its byte order mark. UTF-8 itself passes through unchecked.
pub(super) struct Decoded<R> {
    source: R,
    decoder: Option<Decoder>,
    raw: Vec<u8>,
    at: usize,
    filled: usize,
    started: bool,
    finished: bool,
    malformed: bool,
}

impl<R: Read> Decoded<R> {
    pub(super) fn new(source: R, encoding: TextEncoding) -> Self {
        Self {
            source,
            decoder: encoding
                .coding()
                .map(Encoding::new_decoder_with_bom_removal),
            raw: vec![0; CHUNK],
            at: 0,
            filled: 0,
            started: false,
            finished: false,
            malformed: false,
        }
    }

    /// Reads the next characters; 0 at the end. Characters before a malformed one come first.
    pub(super) fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let Some(decoder) = &mut self.decoder else {
            return self.read_plain(into);
        };
        loop {
            if self.malformed {
                return Err(io::Error::from(io::ErrorKind::InvalidData));
            }
            if self.at == self.filled && !self.finished {
                self.at = 0;
                self.filled = fill(&mut self.source, &mut self.raw)?;
                self.finished = self.filled == 0;
            }
            let (result, read, wrote) = decoder.decode_to_utf8_without_replacement(
                &self.raw[self.at..self.filled],
                into,
                self.finished,
            );
            self.at += read;
            let done = match result {
                DecoderResult::Malformed(..) => {
                    self.malformed = true;
                    false
                }
                DecoderResult::InputEmpty => self.finished,
                DecoderResult::OutputFull => false,
            };
            if wrote > 0 || done {
                if done {
                    // A decoder must not be used again after its last bytes.
                    self.decoder = None;
                }
                return Ok(wrote);
            }
        }
    }

    fn read_plain(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.finished {
            return Ok(0);
        }
        let mut read = fill(&mut self.source, into)?;
        if !self.started && into[..read].starts_with(b"\xEF\xBB\xBF") {
            into.copy_within(3..read, 0);
            read -= 3;
        }
        self.started = true;
        self.finished = read == 0;
        Ok(read)
    }
}

/// What an error of [`Decoded::read`] means.
pub(super) fn trouble(error: io::Error, encoding: TextEncoding) -> Trouble {
    if error.kind() == io::ErrorKind::InvalidData {
        Trouble::WrongBytes {
            encoding: encoding.label().to_owned(),
        }
    } else {
        Trouble::CannotRead {
            reason: error.into(),
        }
    }
}
