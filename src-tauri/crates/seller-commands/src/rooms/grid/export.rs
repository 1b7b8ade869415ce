//! The check of a draft as two lists for a spreadsheet.

use super::lists::{Lists, Written, units};
use crate::context::Context;
use crate::desk::Desk;
use crate::error::Answer;
use crate::trouble::{Trouble, file_answer};
use crate::wire::exports::{DraftExport, DraftExported};
use crate::workbench::Workbench;
use seller_exchange::FileError;
use seller_exchange::atomic::{Beside, Together};
use std::path::Path;

pub(crate) fn draft_export(
    desk: &Desk,
    context: &Context,
    request: DraftExport,
) -> Answer<DraftExported> {
    let named = |path: &str, error: FileError| {
        Trouble::from(file_answer(Path::new(path), &error, context.language))
    };
    let at_accepted = |error| named(&request.accepted, error);
    let at_refused = |error| named(&request.refused, error);
    desk.at_bench(context, &request.draft_id, |bench, _| {
        let mut accepted = Beside::begin(Path::new(&request.accepted)).map_err(at_accepted)?;
        let mut refused = Beside::begin(Path::new(&request.refused)).map_err(at_refused)?;
        let zone = bench.facts.shop.time_zone;
        let lists = Lists::begin(accepted.file(), refused.file(), zone);
        let written = lists
            .and_then(|lists| write(bench, lists))
            .map_err(at_accepted)?;
        let (accepted, refused) = (
            accepted.settle().map_err(at_accepted)?,
            refused.settle().map_err(at_refused)?,
        );
        // One new list beside an old one would say two things of one draft.
        let mut together = Together::default();
        together.place(accepted).map_err(at_accepted)?;
        together.place(refused).map_err(at_refused)?;
        together.stay();
        Ok(DraftExported {
            accepted: written.accepted,
            refused: written.refused,
        })
    })
}

fn write<W: std::io::Write>(bench: &Workbench, mut lists: Lists<W>) -> Result<Written, FileError> {
    for (at, product) in bench.draft.products.iter().enumerate() {
        let known = bench.facts.products.get(&product.product_id);
        let units = units(product, known, bench.terms.as_ref().ok());
        lists.take(product, known, bench.findings_of(at), &units)?;
    }
    lists.finish()
}
