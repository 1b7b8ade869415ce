//! The file that is written beside its target. When its disk is full, what is still to come is
//! counted instead of written, so that the error names how much room the whole file takes.

use super::is_full;
use std::io::{self, Seek, SeekFrom, Write};
use tempfile::NamedTempFile;

/// A file without its final name yet.
#[derive(Debug)]
pub struct PartFile {
    file: NamedTempFile,
    counted: Option<Counted>,
}

/// What a file would be if it had room.
#[derive(Debug, Clone, Copy)]
struct Counted {
    at: u64,
    end: u64,
}

impl Counted {
    fn pass(&mut self, bytes: usize) -> usize {
        self.at = self.at.saturating_add(bytes as u64);
        self.end = self.end.max(self.at);
        bytes
    }

    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let (from, by) = match to {
            SeekFrom::Start(at) => (at, 0),
            SeekFrom::Current(by) => (self.at, by),
            SeekFrom::End(by) => (self.end, by),
        };
        let before_the_start = io::ErrorKind::InvalidInput;
        self.at = from.checked_add_signed(by).ok_or(before_the_start)?;
        Ok(self.at)
    }
}

impl PartFile {
    pub(super) fn new(file: NamedTempFile) -> Self {
        Self {
            file,
            counted: None,
        }
    }

    /// How many bytes the whole file takes, if they did not all find room.
    pub(super) fn too_large(&self) -> Option<u64> {
        self.counted.map(|counted| counted.end)
    }

    /// Waits until everything is on the disk.
    pub(super) fn sync(&mut self) -> io::Result<()> {
        self.flush()?;
        let synced = self.file.as_file().sync_all();
        if synced.as_ref().is_err_and(is_full) {
            // Some file systems look for room only now.
            let end = self.file.as_file().metadata()?.len();
            self.counted = Some(Counted { at: end, end });
        }
        synced
    }

    pub(super) fn into_named(self) -> NamedTempFile {
        self.file
    }

    /// Gives the room back and counts from now on.
    fn begin_to_count(&mut self) -> io::Result<&mut Counted> {
        let file = self.file.as_file_mut();
        let (at, end) = (file.stream_position()?, file.metadata()?.len());
        // It goes with the file in any case; only the room comes back later then.
        let _ = file.set_len(0);
        Ok(self.counted.insert(Counted { at, end }))
    }
}

impl Write for PartFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if let Some(counted) = &mut self.counted {
            return Ok(counted.pass(bytes.len()));
        }
        match self.file.as_file_mut().write(bytes) {
            Err(error) if is_full(&error) => Ok(self.begin_to_count()?.pass(bytes.len())),
            written => written,
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.as_file_mut().flush()
    }
}

impl Seek for PartFile {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        match &mut self.counted {
            Some(counted) => counted.seek(to),
            None => self.file.as_file_mut().seek(to),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn full_after(text: &[u8]) -> PartFile {
        let mut part = PartFile::new(NamedTempFile::new().unwrap());
        part.write_all(text).unwrap();
        part.begin_to_count().unwrap();
        part
    }

    #[test]
    fn what_finds_no_room_is_counted_and_gives_back_what_it_had() {
        let mut part = full_after(b"12345");
        assert_eq!(part.too_large(), Some(5));
        part.write_all(&[0; 1000]).unwrap();
        assert_eq!(part.too_large(), Some(1005));
        assert_eq!(part.file.as_file().metadata().unwrap().len(), 0);
    }

    #[test]
    fn what_is_written_over_is_counted_once() {
        let mut part = full_after(b"12345");
        part.write_all(&[0; 100]).unwrap();
        assert_eq!(part.seek(SeekFrom::Start(2)).unwrap(), 2);
        part.write_all(&[0; 10]).unwrap();
        assert_eq!(part.stream_position().unwrap(), 12);
        assert_eq!(part.too_large(), Some(105));
        assert_eq!(part.seek(SeekFrom::End(-5)).unwrap(), 100);
        part.write_all(&[0; 6]).unwrap();
        assert_eq!(part.too_large(), Some(106));
        assert_eq!(part.seek(SeekFrom::Current(-6)).unwrap(), 100);
        part.seek(SeekFrom::Current(-101)).unwrap_err();
    }

    #[test]
    fn a_file_that_finds_room_is_not_counted() {
        let mut part = PartFile::new(NamedTempFile::new().unwrap());
        part.write_all(b"12345").unwrap();
        part.sync().unwrap();
        assert_eq!(part.too_large(), None);
        assert_eq!(part.file.as_file().metadata().unwrap().len(), 5);
    }
}
