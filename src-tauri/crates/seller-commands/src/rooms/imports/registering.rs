//! A campaign planned and registered from one table: catalogue, prices and plan are read in one
//! pass, written, checked and registered part by part in one step, and what passes and what is
//! refused goes into two lists.
//!
//! Three threads hand the parts on: one reads the file, this one is at the shop's file, one asks
//! the rulebook. Nothing is kept of a part that is done.
//!
//! The lists are written beside their places and take them before the write is committed; see
//! [`placing`] for why in this order.

mod placing;
mod reading;
mod reviewing;
#[cfg(test)]
mod tests;

use super::content::Scene;
use super::file::SourceFile;
use super::preview;
use crate::context::Context;
use crate::desk::Desk;
use crate::error::{Answer, CommandError};
use crate::progress::Running;
use crate::rooms::products::registered::Registered;
use crate::trouble::{Trouble, file_answer};
use crate::wire::imports::{ImportRow, ImportTarget, PlanRegister, PlanRegistered, RowFate};
use placing::Failed;
use reading::{Order, Part};
use reviewing::{Checked, Listed, Passed, Reviewing};
use seller_domain::registration::Draft;
use seller_domain::{DraftId, ProductId};
use seller_exchange::atomic::Beside;
use seller_exchange::trouble::{FileKind, Trouble as Wrong};
use seller_rulebook::Facts;
use seller_rulebook::accepted::Acknowledged;
use seller_store::facts::{self, Brought, Scope};
use seller_store::registration::{self, Submission};
use seller_store::{Summary, Tx, fresh_id, shop};
use serde_json::json;
use std::collections::HashSet;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, channel, sync_channel};
use std::thread;

/// So many parts wait for a thread at most.
const AHEAD: usize = 2;

pub(crate) fn plan_register(
    desk: &Desk,
    context: &Context,
    request: PlanRegister,
) -> Answer<PlanRegistered> {
    let running = desk.job.begin(context, "plan_register", "reading");
    placing::require_apart(&request, desk.cellar(context)?.path(), context)?;
    let glanced = SourceFile::glance(&request.path, context)?;
    let looked_through = glanced.is_looked_through();
    let planned = match plan_from(desk, context, &request, &running, glanced) {
        // The first rows may have misled about the others.
        Err(failed) if !looked_through && failed.may_be_misled() => {
            let source = SourceFile::open(&request.path, context)?;
            plan_from(desk, context, &request, &running, source)
        }
        done => done,
    };
    planned.map_err(|failed| failed.error)
}

impl Failed {
    /// Whether another reading of the file may do better.
    fn may_be_misled(&self) -> bool {
        !self.reached_lists && !matches!(self.error, CommandError::Cancelled { .. })
    }
}

impl From<CommandError> for Failed {
    fn from(error: CommandError) -> Self {
        Self {
            error,
            reached_lists: false,
        }
    }
}

fn plan_from(
    desk: &Desk,
    context: &Context,
    request: &PlanRegister,
    running: &Running<'_>,
    mut source: SourceFile,
) -> Result<PlanRegistered, Failed> {
    let scene = desk.read(context, |view| {
        let [catalogue, plan] = both_targets();
        let as_catalogue = source.remembered(view, &catalogue)?;
        let as_plan = source.remembered(view, &plan)?;
        source.map_for_both((&catalogue, as_catalogue), (&plan, as_plan), context)?;
        Ok(Scene::new(context, shop::require(view)?))
    })?;
    require_readable(&source, &scene)?;
    let planning = Planning {
        context,
        request,
        source: &source,
        scene: &scene,
        running,
        scattered: AtomicBool::new(false),
    };
    match planning.run(desk, Order::AsItStands) {
        Err(_) if planning.scattered.load(Ordering::Relaxed) => planning.run(desk, Order::Gathered),
        done => done,
    }
}

/// What the columns can mean. Which draft a plan is for changes nothing about that.
fn both_targets() -> [ImportTarget; 2] {
    let plan = ImportTarget::Plan {
        draft_id: DraftId::from(String::new()),
    };
    [ImportTarget::Catalogue, plan]
}

fn require_readable(source: &SourceFile, scene: &Scene) -> Answer<()> {
    let context = &scene.context;
    if source.kind != FileKind::Table {
        let wrong = Wrong::WrongKind {
            found: source.kind,
            wanted: FileKind::Table,
        };
        return Err(file_answer(&source.path, &wrong.into(), context.language));
    }
    let files = std::slice::from_ref(source);
    match preview::blocked(files, Some(&ImportTarget::Catalogue), scene) {
        None => Ok(()),
        Some(reason) => Err(CommandError::invalid(
            "path",
            reason,
            context.say(
                "Answer that in an import of the file, or change the file.",
                "请在导入该文件时说明，或更改文件。",
            ),
        )),
    }
}

/// The refusal of a row, and with it of the file: nothing of it was taken.
fn refused_row(source: &SourceFile, row: &ImportRow, context: &Context) -> CommandError {
    let (reason, remedy, column, value) = match row.changes.first() {
        Some(change) => (
            change.reason.clone(),
            change.remedy.clone(),
            change.column.as_str(),
            change.after.clone(),
        ),
        None => (None, None, "", None),
    };
    let mut place = context.say(format!("row {}", row.row), format!("第 {} 行", row.row));
    if !column.is_empty() {
        place = format!("{place}, {column}");
    }
    let reason =
        reason.unwrap_or_else(|| context.say("The row cannot be taken.", "该行无法导入。"));
    CommandError::File {
        file: source.name.clone(),
        place,
        message: match value.filter(|value| !value.is_empty()) {
            Some(value) => format!("\"{value}\": {reason}"),
            None => reason,
        },
        remedy: remedy.unwrap_or_else(|| {
            context.say("Correct the row, or take it out.", "请更正或删除该行。")
        }),
    }
}

fn no_rows(context: &Context) -> CommandError {
    CommandError::invalid(
        "path",
        context.say("The table has no rows.", "该表格没有数据行。"),
        context.say("Choose another one.", "请选择其他文件。"),
    )
}

/// One running of the command.
struct Planning<'a> {
    context: &'a Context,
    request: &'a PlanRegister,
    source: &'a SourceFile,
    scene: &'a Scene,
    running: &'a Running<'a>,
    /// The rows of a product turned out not to stand together.
    scattered: AtomicBool,
}

impl Planning<'_> {
    fn run(&self, desk: &Desk, order: Order) -> Result<PlanRegistered, Failed> {
        let PlanRegister {
            accepted, refused, ..
        } = self.request;
        let files = (self.beside(accepted)?, self.beside(refused)?);
        placing::with_places(self.context, |places| {
            desk.write(self.context, "plan_register", |tx| {
                let (listed, mut done) = self.write(tx, order, files)?;
                done.accepted = listed.counts.accepted;
                done.refused = listed.counts.refused;
                places.take(listed.accepted, accepted)?;
                places.take(listed.refused, refused)?;
                Ok(done)
            })
        })
    }

    fn beside(&self, path: &str) -> Answer<Beside> {
        let path = Path::new(path);
        Beside::begin(path).map_err(|error| file_answer(path, &error, self.context.language))
    }

    /// Everything that is done in the write. What is begun beside it ends with it.
    fn write(
        &self,
        tx: &Tx<'_>,
        order: Order,
        files: (Beside, Beside),
    ) -> Result<(Listed, PlanRegistered), Trouble> {
        let now = self.context.now;
        let facts = facts::load(tx, &self.request.campaign_id, Scope::Shop, now)?;
        let registered = Registered::load(tx, now, self.scene.shop.time_zone)?;
        let acknowledged: Acknowledged = self.request.acknowledged.iter().cloned().collect();
        thread::scope(|scope| {
            let (parts, read) = sync_channel(AHEAD);
            let reader = self.reader(order);
            scope.spawn(move || reader.run(&parts));
            let (to_review, waiting) = sync_channel(AHEAD);
            let (pass, passed) = channel();
            let reviewing = Reviewing {
                scene: self.scene,
                brought: Brought::by(tx)?,
                acknowledged: acknowledged.clone(),
                paths: [&self.request.accepted, &self.request.refused],
            };
            let reviewer = scope.spawn(move || reviewing.run(&waiting, &pass, files));
            let mut writing = Writing {
                planning: self,
                tx,
                facts,
                registered,
                acknowledged,
                passed,
                id: fresh_id(now),
                submission: None,
                sku_errors: 0,
                rows: 0,
            };
            let written = writing.parts(&read, to_review);
            // Whoever still reads finds nobody who takes it.
            drop(read);
            // Where the reviewer has stopped, it knows why.
            let listed = match reviewer.join() {
                Ok(listed) => listed.map_err(Trouble::from),
                Err(panic) => std::panic::resume_unwind(panic),
            };
            match written {
                Ok(true) => {}
                Ok(false) => {
                    listed?;
                    return Err(CommandError::bug("the review stopped early").into());
                }
                Err(trouble) => return Err(trouble),
            }
            Ok((listed?, writing.finish()?))
        })
    }
}

/// What is done at the shop's file.
struct Writing<'a, 'c> {
    planning: &'a Planning<'a>,
    tx: &'a Tx<'c>,
    facts: Facts,
    registered: Registered,
    acknowledged: Acknowledged,
    passed: Receiver<Passed>,
    id: String,
    submission: Option<Submission>,
    sku_errors: u32,
    rows: usize,
}

impl Writing<'_, '_> {
    /// Takes all parts; false where the reviewer has stopped.
    fn parts(
        &mut self,
        read: &Receiver<Answer<Part>>,
        to_review: SyncSender<Checked>,
    ) -> Result<bool, Trouble> {
        let Planning {
            source, running, ..
        } = self.planning;
        let total = (source.is_looked_through()).then_some(source.rows as usize);
        for part in read {
            running.part("writing", self.rows, total)?;
            let part = part?;
            self.rows += part.catalogue.rows();
            let fresh = self.unheard_of(&part)?;
            self.write(&part)?;
            if to_review.send(self.check(part, fresh)?).is_err() {
                return Ok(false);
            }
            while let Ok(passed) = self.passed.try_recv() {
                self.register(&passed)?;
            }
            self.tx.keep_so_far()?;
        }
        drop(to_review);
        while let Ok(passed) = self.passed.recv() {
            self.register(&passed)?;
        }
        Ok(true)
    }

    /// The products of a part that the shop's file says nothing of yet.
    fn unheard_of(&self, part: &Part) -> Result<HashSet<ProductId>, Trouble> {
        let ids = part.plan.iter().map(|product| &product.product_id);
        Ok(facts::unheard_of(self.tx, &self.facts.campaign.id, ids)?)
    }

    /// Brings a part into the catalogue. A row that cannot be taken refuses the file.
    fn write(&mut self, part: &Part) -> Result<(), Trouble> {
        let Planning {
            scene,
            running,
            source,
            ..
        } = self.planning;
        let catalogue = &part.catalogue;
        let judged = catalogue.judge_beside(self.tx, scene, &self.registered, running)?;
        let refused = judged
            .fates
            .iter()
            .position(|fate| *fate == RowFate::Refused);
        if let Some(at) = refused {
            let row = catalogue.show(self.tx, scene, &judged, at)?;
            return Err(refused_row(source, &row, &scene.context).into());
        }
        preview::require_acknowledged(&judged, scene, &self.acknowledged)?;
        let checking = (&self.registered, &self.acknowledged);
        self.sku_errors += catalogue.write(self.tx, scene, &judged, checking, running)?;
        Ok(())
    }

    /// The part as a draft, with what it is checked against: read where it was written. What is
    /// known of `fresh` products was all written just now.
    fn check(&self, part: Part, fresh: HashSet<ProductId>) -> Result<Checked, Trouble> {
        let ids = (part.plan.iter())
            .map(|product| &product.product_id)
            .filter(|id| !fresh.contains(*id))
            .cloned()
            .collect();
        Ok(Checked {
            facts: Facts {
                now: self.facts.now,
                shop: self.facts.shop.clone(),
                enrolment: self.facts.enrolment.clone(),
                campaign: self.facts.campaign.clone(),
                accepted_products: self.facts.accepted_products,
                products: facts::products(self.tx, &self.facts, ids)?,
            },
            draft: Draft {
                id: DraftId::from(self.id.clone()),
                campaign_id: self.facts.campaign.id.clone(),
                coupons: self.planning.request.coupons.clone(),
                products: part.plan,
            },
            written: part.catalogue,
            fresh,
        })
    }

    fn register(&mut self, passed: &Passed) -> Result<(), Trouble> {
        registration::add(
            self.tx,
            &mut self.submission,
            &self.id,
            &passed.accepted,
            &passed.facts,
            |_, entry| passed.planned.get(&entry.sku_id).copied(),
        )?;
        Ok(())
    }

    fn finish(self) -> Result<PlanRegistered, Trouble> {
        if self.rows == 0 {
            return Err(no_rows(self.planning.context).into());
        }
        let (mut products, mut skus) = (0, 0);
        if let Some(submission) = &self.submission {
            registration::complete(self.tx, submission)?;
            (products, skus) = (submission.products, submission.skus);
        }
        self.tx.summarise(Summary::with(
            "plan_register",
            json!({ "rows": self.rows, "products": products, "skus": skus }),
        ));
        Ok(PlanRegistered {
            accepted: 0,
            refused: 0,
            products,
            skus,
            sku_errors: self.sku_errors,
        })
    }
}
