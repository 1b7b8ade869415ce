//! The rows of an import as they were read, and what is done with them.

use super::catalogue::Catalogue;
use super::file::SourceFile;
use super::lines::Lines;
use super::preview::{Gone, Judged};
use super::targets;
use crate::context::Context;
use crate::error::{Answer, CommandError};
use crate::progress::Running;
use crate::rooms::products::registered::Registered;
use crate::trouble::{Trouble, file_answer};
use crate::wire::imports::{ImportRow, ImportTarget};
use seller_domain::shop::Shop;
use seller_exchange::batch_edit;
use seller_exchange::stated::{About, StatedRow};
use seller_exchange::table::{Field, Settings, Stated};
use seller_exchange::trouble::{FileKind, Problems, RowProblem};
use seller_rulebook::accepted::Acknowledged;
use seller_store::{Tx, View};
use std::ops::{ControlFlow, Range};

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

/// The refused rows: a stretch of them in full, all of them counted.
#[derive(Debug)]
pub(super) struct Refusals {
    pub listed: Vec<RefusedRow>,
    pub total: u32,
    stretch: Range<u32>,
}

impl Default for Refusals {
    fn default() -> Self {
        Self::of(0..Self::STRETCH)
    }
}

impl Refusals {
    /// So many are kept in full at a time.
    pub const STRETCH: u32 = 10_000;

    /// Keeps those of a stretch, by their position in the order of reading.
    pub fn of(stretch: Range<u32>) -> Self {
        Self {
            listed: Vec::new(),
            total: 0,
            stretch,
        }
    }

    pub fn push(&mut self, place: Place, why: Vec<Reason>) {
        if self.stretch.contains(&self.total) {
            self.listed.push(RefusedRow { place, why });
        }
        self.total += 1;
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
        refusals: Refusals,
    ) -> Answer<Self> {
        if *target == ImportTarget::Catalogue {
            let read = Catalogue::read(files, scene, running, refusals)?;
            return Ok(Self::Catalogue(Box::new(read)));
        }
        let read = Lines::read(files, target, scene, running, refusals)?;
        Ok(Self::Lines(read))
    }

    /// Where the product of a SKU that goes stands first.
    pub fn gone_from(&self, gone: &Gone) -> Place {
        match self {
            Self::Catalogue(catalogue) => catalogue.first_place(gone.product),
            Self::Lines(_) => Place { file: 0, row: 0 },
        }
    }

    /// Rows of complete files that leave open which SKU they are about.
    pub fn nameless(&self) -> u32 {
        match self {
            Self::Catalogue(catalogue) => catalogue.nameless,
            Self::Lines(_) => 0,
        }
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
        acknowledged: &Acknowledged,
        running: &Running<'_>,
    ) -> Result<u32, Trouble> {
        match self {
            Self::Catalogue(catalogue) => {
                let registered = Registered::load(tx, scene.context.now, scene.shop.time_zone)?;
                catalogue.write(tx, scene, judged, (&registered, acknowledged), running)
            }
            Self::Lines(lines) => lines.write(tx, scene, judged, running),
        }
    }
}

/// Reads the rows of a file that is mapped, or of a batch edit workbook. Of a row that is
/// refused `take` learns what it is about.
pub(super) fn each_stated(
    files: &[SourceFile],
    at: usize,
    target: &ImportTarget,
    scene: &Scene,
    running: &Running<'_>,
    refusals: &mut Refusals,
    mut take: impl FnMut(Result<StatedRow, About>, &mut Refusals),
) -> Answer<()> {
    let source = &files[at];
    let file = u32::try_from(at).unwrap_or(u32::MAX);
    let total = source.mapped().map(|(table, _)| table.rows() as usize);
    let mut done = 0usize;
    let mut stopped = None;
    running.step("reading", 0, total)?;
    let sink = |stated| {
        if done.is_multiple_of(STEP)
            && let Err(stop) = running.step("reading", done, total)
        {
            stopped = Some(stop);
            return ControlFlow::Break(());
        }
        done += 1;
        match stated {
            Stated::Row(row) => take(Ok(*row), refusals),
            Stated::Refused(problems, about) => {
                let row = problems.first().map_or(0, |problem| problem.row);
                let why = problems.into_iter().map(Reason::Read).collect();
                refusals.push(Place { file, row }, why);
                take(Err(about), refusals);
            }
        }
        ControlFlow::Continue(())
    };
    let read = if source.kind == FileKind::BatchEdit {
        batch_edit::read_rows(&source.input, scene.shop.currency, sink).map(drop)
    } else {
        let (Some((table, mapping)), Some(kind)) = (source.mapped(), targets::kind(target)) else {
            return Err(CommandError::bug("a file without a mapping"));
        };
        table.read_rows(mapping, &[kind], &source.settings(&scene.settings()), sink)
    };
    read.map_err(|error| file_answer(&source.path, &error, scene.context.language))?;
    stopped.map_or(Ok(()), Err)
}
