//! What a write changes, recorded in stretches: one that is kept needs no memory any more.

use crate::changes::{Changes, Counts, Recorder};
use crate::error::StoreError;
use crate::history::{self, Entry, Summary};
use rusqlite::Connection;
use seller_domain::Instant;
use std::thread::{self, JoinHandle};

/// The recording of one write.
pub(crate) struct Recording<'c> {
    conn: &'c Connection,
    command: String,
    now: Instant,
    recorder: &'c Recorder,
    /// How many rows the connection had changed when it began.
    before: u64,
    /// The last stretch, which is packed while the write goes on.
    packing: Option<JoinHandle<Packed>>,
    /// The step as far as it is kept.
    begun: Option<Entry>,
}

type Packed = Result<Option<(Changes, Counts)>, StoreError>;

impl<'c> Recording<'c> {
    /// Records what is changed through `conn` from now on.
    pub(crate) fn begin(
        conn: &'c Connection,
        recorder: &'c Recorder,
        command: &str,
        now: Instant,
    ) -> Self {
        recorder.start();
        Self {
            conn,
            command: command.to_owned(),
            now,
            recorder,
            before: conn.total_changes(),
            packing: None,
            begun: None,
        }
    }

    /// Keeps what was changed since the last stretch.
    pub(crate) fn keep(&mut self, summary: &Summary) -> Result<(), StoreError> {
        let stretch = self.recorder.take();
        self.keep_packed(summary)?;
        if !stretch.is_empty() {
            self.packing = Some(thread::spawn(move || stretch.pack()));
        }
        Ok(())
    }

    fn keep_packed(&mut self, summary: &Summary) -> Result<(), StoreError> {
        let packed = match self.packing.take().map(JoinHandle::join) {
            None => return Ok(()),
            Some(Ok(packed)) => packed?,
            Some(Err(panic)) => std::panic::resume_unwind(panic),
        };
        self.store(packed, summary)
    }

    fn store(
        &mut self,
        packed: Option<(Changes, Counts)>,
        summary: &Summary,
    ) -> Result<(), StoreError> {
        let Some((changes, tables)) = packed else {
            return Ok(());
        };
        let step = (&changes, tables);
        match &mut self.begun {
            Some(entry) => history::add(self.conn, entry, step)?,
            None => {
                let begun = history::append(self.conn, &self.command, summary, step, self.now)?;
                self.begun = Some(begun);
            }
        }
        Ok(())
    }

    /// Ends the recording; none if nothing changed.
    ///
    /// # Errors
    /// [`StoreError::Unrecorded`] where the history would not hold all that was written.
    pub(crate) fn finish(mut self, summary: &Summary) -> Result<Option<Entry>, StoreError> {
        let (written, recorded) = (
            self.conn.total_changes() - self.before,
            self.recorder.seen(),
        );
        if written != recorded {
            return Err(StoreError::Unrecorded { written, recorded });
        }
        let last = self.recorder.take();
        self.keep_packed(summary)?;
        let in_parts = self.begun.is_some();
        self.store(last.pack()?, summary)?;
        let mut entry = self.begun.take();
        if let Some(entry) = entry.as_mut().filter(|_| in_parts) {
            summary.clone_into(&mut entry.summary);
            history::complete(self.conn, entry)?;
        }
        Ok(entry)
    }
}

impl Drop for Recording<'_> {
    fn drop(&mut self) {
        self.recorder.stop();
    }
}
