//! The rows of an import as they were read, and what is done with them.

use super::catalogue::Catalogue;
use super::file::SourceFile;
use super::lines::Lines;
use super::preview::Judged;
use super::targets;
use crate::context::Context;
use crate::error::{Answer, CommandError};
use crate::progress::Running;
use crate::trouble::{Trouble, file_answer};
use crate::wire::imports::{ImportRow, ImportTarget};
use seller_domain::shop::Shop;
use seller_exchange::batch_edit;
use seller_exchange::stated::StatedRow;
use seller_exchange::table::{Field, Settings, Stated};
use seller_exchange::trouble::{FileKind, Problems, RowProblem};
use seller_store::{Tx, View};
use std::ops::ControlFlow;

/// Progress is said, and the wish to stop looked for, every so many rows.
pub(super) const STEP: usize = 2_000;

/// What an import is read and compared with.
pub(super) struct Scene {
    pub context: Context,
    pub shop: Shop,
}

impl Scene {
    pub fn new(context: &Context, shop: Shop) -> Self {
        Self {
            context: *context,
            shop,
        }
    }

    /// How numbers and dates are read.
    pub fn settings(&self) -> Settings {
        Settings {
            currency: self.shop.currency,
            zone: self.shop.time_zone,
            decimal_mark: None,
            day_order: None,
        }
    }
}

/// Where a row stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    /// The file, by its position.
    pub file: u32,
    /// The row as a spreadsheet counts.
    pub row: u32,
}

/// A row that could not be read, or that contradicts another one.
#[derive(Debug)]
pub(super) struct RefusedRow {
    pub place: Place,
    pub why: Vec<Reason>,
}

/// Why a row is refused before anything is compared.
#[derive(Debug)]
pub(super) enum Reason {
    /// As the reader says.
    Read(RowProblem),
    /// Another file of the import says otherwise.
    OtherFile {
        /// What about.
        field: Field,
        /// What this row says.
        value: String,
        /// The other row.
        other: Place,
    },
}

/// The refused rows: the first ones in full, all of them counted.
#[derive(Debug, Default)]
pub(super) struct Refusals {
    pub listed: Vec<RefusedRow>,
    pub total: u32,
}

impl Refusals {
    pub fn push(&mut self, place: Place, why: Vec<Reason>) {
        self.total += 1;
        if self.listed.len() < Problems::KEPT {
            self.listed.push(RefusedRow { place, why });
        }
    }

    /// Takes over what a reader refused, by rows.
    pub fn take(&mut self, file: u32, problems: Problems) {
        let rows = problems.rows;
        let before = self.total;
        let mut by_row: Vec<(u32, Vec<Reason>)> = Vec::new();
        for problem in problems.listed {
            match by_row.last_mut() {
                Some((row, why)) if *row == problem.row => why.push(Reason::Read(problem)),
                _ => by_row.push((problem.row, vec![Reason::Read(problem)])),
            }
        }
        for (row, why) in by_row {
            self.push(Place { file, row }, why);
        }
        self.total = before + rows;
    }
}

/// The rows of an import.
pub(super) enum Content {
    /// Products and SKUs.
    Catalogue(Box<Catalogue>),
    /// Rows that stand for themselves: costs, prices, terms, decisions.
    Lines(Lines),
}

impl Content {
    /// Reads all rows of all files.
    pub fn read(
        files: &[SourceFile],
        target: &ImportTarget,
        scene: &Scene,
        running: &Running<'_>,
    ) -> Answer<Self> {
        if *target == ImportTarget::Catalogue {
            return Ok(Self::Catalogue(Box::new(Catalogue::read(
                files, scene, running,
            )?)));
        }
        Ok(Self::Lines(Lines::read(files, target, scene, running)?))
    }

    /// What every row would do.
    pub fn judge(
        &self,
        view: &View<'_>,
        scene: &Scene,
        files: &[SourceFile],
        running: &Running<'_>,
    ) -> Result<Judged, Trouble> {
        match self {
            Self::Catalogue(catalogue) => catalogue.judge(view, scene, files, running),
            Self::Lines(lines) => lines.judge(view, scene, running),
        }
    }

    /// The places of the rows that were read, in the order of [`Judged::fates`].
    pub fn place(&self, row: usize) -> Place {
        match self {
            Self::Catalogue(catalogue) => catalogue.place(row),
            Self::Lines(lines) => lines.place(row),
        }
    }

    /// The rows that were refused while reading.
    pub fn refusals(&self) -> &Refusals {
        match self {
            Self::Catalogue(catalogue) => &catalogue.refusals,
            Self::Lines(lines) => &lines.refusals,
        }
    }

    /// One row in words.
    pub fn show(
        &self,
        view: &View<'_>,
        scene: &Scene,
        judged: &Judged,
        row: usize,
    ) -> Result<ImportRow, Trouble> {
        match self {
            Self::Catalogue(catalogue) => catalogue.show(view, scene, judged, row),
            Self::Lines(lines) => lines.show(view, scene, judged, row),
        }
    }

    /// Writes what is new or changes. Returns how many products are in SKU error now.
    pub fn write(
        &self,
        tx: &Tx<'_>,
        scene: &Scene,
        judged: &Judged,
        running: &Running<'_>,
    ) -> Result<u32, Trouble> {
        match self {
            Self::Catalogue(catalogue) => catalogue.write(tx, scene, judged, running),
            Self::Lines(lines) => lines.write(tx, scene, judged, running),
        }
    }
}

/// Reads the rows of a file that is mapped, or of a batch edit workbook.
pub(super) fn each_stated(
    files: &[SourceFile],
    at: usize,
    target: &ImportTarget,
    scene: &Scene,
    running: &Running<'_>,
    refusals: &mut Refusals,
    mut take: impl FnMut(StatedRow, &mut Refusals),
) -> Answer<()> {
    let source = &files[at];
    let file = u32::try_from(at).unwrap_or(u32::MAX);
    let named = |error| file_answer(&source.path, &error, scene.context.language);
    running.step("reading", 0, None)?;
    if source.kind == FileKind::BatchEdit {
        let read = batch_edit::read(&source.input, scene.shop.currency).map_err(named)?;
        refusals.take(file, read.problems);
        for (done, row) in read.rows.into_iter().enumerate() {
            if done % STEP == 0 {
                running.step("reading", done, None)?;
            }
            take(row, refusals);
        }
        return Ok(());
    }
    let (Some((table, mapping)), Some(kind)) = (source.mapped(), targets::kind(target)) else {
        return Err(CommandError::bug("a file without a mapping"));
    };
    let (mut done, total) = (0usize, table.rows() as usize);
    let mut stopped = None;
    let settings = source.settings(&scene.settings());
    table
        .read_rows(mapping, &[kind], &settings, |stated| {
            if done.is_multiple_of(STEP)
                && let Err(stop) = running.step("reading", done, Some(total))
            {
                stopped = Some(stop);
                return ControlFlow::Break(());
            }
            done += 1;
            match stated {
                Stated::Row(row) => take(*row, refusals),
                Stated::Refused(problems) => {
                    let row = problems.first().map_or(0, |problem| problem.row);
                    let why = problems.into_iter().map(Reason::Read).collect();
                    refusals.push(Place { file, row }, why);
                }
            }
            ControlFlow::Continue(())
        })
        .map_err(named)?;
    stopped.map_or(Ok(()), Err)
}
