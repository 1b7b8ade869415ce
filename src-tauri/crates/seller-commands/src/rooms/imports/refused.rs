//! All refused rows of an import as a file, however many there are.

use super::State;
use super::content::{Content, Refusals, Scene};
use super::preview::{Judged, refused_row};
use crate::context::Context;
use crate::desk::Desk;
use crate::error::Answer;
use crate::progress::Running;
use crate::trouble::{Trouble, file_answer};
use crate::wire::exports::Exported;
use crate::wire::imports::{ImportRefusedExport, ImportRow, RowFate};
use seller_exchange::atomic::{self, PartFile};
use seller_exchange::export::{CsvTable, unwritable};
use seller_exchange::{FileError, Hindrance};
use seller_store::{View, shop};
use std::io::{BufWriter, Write};
use std::path::Path;

/// The columns of the file.
const KEYS: [&str; 7] = ["file", "row", "id", "column", "value", "reason", "remedy"];

pub(crate) fn import_refused_export(
    desk: &Desk,
    context: &Context,
    request: ImportRefusedExport,
) -> Answer<Exported> {
    let import = desk.open_imports().find(&request.import_id, context)?;
    let running = desk.job.begin(context, "import_refused_export", "writing");
    let state = import.state();
    let path = Path::new(&request.path);
    let rows = desk.read(context, |view| {
        let scene = Scene::new(context, shop::require(view)?);
        let mut stopped = None;
        let mut rows = 0;
        let written = atomic::write(path, |file| {
            let mut list = List::new(file, &state, &scene)?;
            match list.write(view, &running) {
                Ok(()) => {
                    rows = list.rows;
                    list.finish()
                }
                Err(trouble) => {
                    let error = trouble.in_file();
                    stopped = trouble.of_desk();
                    Err(error)
                }
            }
        });
        match stopped {
            Some(trouble) => Err(trouble),
            None => written
                .map(|()| rows)
                .map_err(|error| file_answer(path, &error, context.language).into()),
        }
    })?;
    Ok(Exported {
        path: request.path,
        rows,
        dropped: 0,
        notes: Vec::new(),
    })
}

/// The file as it is written.
struct List<'a> {
    state: &'a State,
    scene: &'a Scene,
    table: CsvTable<BufWriter<&'a mut PartFile>>,
    rows: u32,
}

/// Why the file stays unwritten.
enum Unwritten {
    /// It cannot be written.
    File(FileError),
    /// Its rows cannot be had.
    Desk(Trouble),
}

impl Unwritten {
    fn in_file(&self) -> FileError {
        match self {
            Self::File(error) => error.clone(),
            Self::Desk(_) => seller_exchange::Trouble::CannotWrite {
                reason: Hindrance::RowsUnread,
            }
            .into(),
        }
    }

    fn of_desk(self) -> Option<Trouble> {
        match self {
            Self::File(_) => None,
            Self::Desk(trouble) => Some(trouble),
        }
    }
}

impl From<FileError> for Unwritten {
    fn from(error: FileError) -> Self {
        Self::File(error)
    }
}

impl From<Trouble> for Unwritten {
    fn from(trouble: Trouble) -> Self {
        Self::Desk(trouble)
    }
}

impl<'a> List<'a> {
    fn new(file: &'a mut PartFile, state: &'a State, scene: &'a Scene) -> Result<Self, FileError> {
        let table = CsvTable::new(BufWriter::new(file), &KEYS, scene.shop.time_zone)?;
        Ok(Self {
            state,
            scene,
            table,
            rows: 0,
        })
    }

    fn write(&mut self, view: &View<'_>, running: &Running<'_>) -> Result<(), Unwritten> {
        let state = self.state;
        if let (Some(content), Some(judged)) = (&state.content, &state.judged) {
            self.unread(content, running)?;
            self.refused_by_comparison(view, content, judged)?;
        }
        Ok(())
    }

    /// The rows that were refused while reading. Beyond the first stretch the files are read
    /// again, stretch by stretch, so that a file of wrong rows only takes no memory.
    fn unread(&mut self, content: &Content, running: &Running<'_>) -> Result<(), Unwritten> {
        self.stretch(content)?;
        let (Some(target), total) = (&self.state.target, content.refusals().total) else {
            return Ok(());
        };
        let mut from = Refusals::STRETCH;
        while from < total {
            let stretch = Refusals::of(from..from.saturating_add(Refusals::STRETCH));
            let again = Content::read(&self.state.files, target, self.scene, running, stretch)
                .map_err(Trouble::from)?;
            self.stretch(&again)?;
            from = from.saturating_add(Refusals::STRETCH);
        }
        Ok(())
    }

    fn stretch(&mut self, content: &Content) -> Result<(), FileError> {
        for row in &content.refusals().listed {
            self.put(&refused_row(row, &self.state.files, &self.scene.context))?;
        }
        Ok(())
    }

    /// The rows that were read, and do not fit what is held.
    fn refused_by_comparison(
        &mut self,
        view: &View<'_>,
        content: &Content,
        judged: &Judged,
    ) -> Result<(), Unwritten> {
        for (row, fate) in judged.fates.iter().enumerate() {
            if *fate == RowFate::Refused {
                let shown = content.show(view, self.scene, judged, row)?;
                self.put(&shown)?;
            }
        }
        Ok(())
    }

    /// One line for each reason.
    fn put(&mut self, row: &ImportRow) -> Result<(), FileError> {
        self.rows += 1;
        let file = self.state.files.get(row.file as usize);
        for why in &row.changes {
            self.table
                .text(file.map_or("", |file| file.name.as_str()))
                .number(Some(row.row.into()))
                .text(row.id.as_deref().unwrap_or_default())
                .text(&why.column)
                .text(why.after.as_deref().unwrap_or_default())
                .text(why.reason.as_deref().unwrap_or_default())
                .text(why.remedy.as_deref().unwrap_or_default())
                .end_row()?;
        }
        Ok(())
    }

    fn finish(self) -> Result<(), FileError> {
        let mut file = self.table.finish()?;
        file.flush().map_err(unwritable)
    }
}
