//! Reading the table product by product, in parts.

use super::super::catalogue::{Catalogue, reading::Building};
use super::super::content::{Place, Scene};
use super::super::content::{Reason, Refusals, STEP};
use super::super::file::SourceFile;
use super::super::preview;
use super::{Planning, refused_row};
use crate::error::{Answer, CommandError};
use crate::trouble::file_answer;
use seller_domain::ProductId;
use seller_domain::campaign::Tier;
use seller_domain::registration::{DraftProduct, DraftSku};
use seller_exchange::stated::StatedRow;
use seller_exchange::table::{Glance, Stated, Target};
use std::collections::{HashMap, HashSet};
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::SyncSender;

/// Some products of the table, with what it plans for them.
pub(super) struct Part {
    pub catalogue: Catalogue,
    /// In the order of the catalogue's products.
    pub plan: Vec<DraftProduct>,
}

/// How the rows come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    /// As they stand: those of a product have to stand together.
    AsItStands,
    /// Those of a product are looked for in all of the file, which has to fit into memory.
    Gathered,
}

/// Reads the table and hands its parts on.
pub(super) struct Reader<'a> {
    source: &'a SourceFile,
    scene: &'a Scene,
    order: Order,
    scattered: &'a AtomicBool,
}

impl Planning<'_> {
    pub(super) fn reader(&self, order: Order) -> Reader<'_> {
        Reader {
            source: self.source,
            scene: self.scene,
            order,
            scattered: &self.scattered,
        }
    }
}

impl Reader<'_> {
    /// Until the file ends, a row cannot be taken or nobody takes a part any more.
    pub fn run(&self, parts: &SyncSender<Answer<Part>>) {
        let mut filling = Filling {
            reader: self,
            parts,
            building: Building::default(),
            plan: Vec::new(),
            rows: 0,
            seen: Seen::default(),
        };
        let read = match self.order {
            Order::AsItStands => self.each(|row| filling.take(row)),
            Order::Gathered => self
                .gathered()
                .and_then(|rows| rows.into_iter().try_for_each(|row| filling.take(row))),
        };
        let read = read.and_then(|()| filling.hand_on());
        if let Err(Stop::Because(error)) = read {
            // Where nobody takes it, the command has failed already.
            let _ = parts.send(Err(*error));
        }
    }

    fn each(&self, mut take: impl FnMut(StatedRow) -> Result<(), Stop>) -> Result<(), Stop> {
        let Some((table, mapping)) = self.source.mapped() else {
            return Err(CommandError::bug("a plan without a table").into());
        };
        let settings = self.source.settings(&self.scene.settings());
        let targets = [Target::Catalogue, Target::Plan];
        let mut stopped = None;
        let read = table.read_glanced(mapping, &targets, &settings, |stated| {
            let taken = match stated {
                Stated::Row(row) => take(*row),
                Stated::Refused(problems, _) => {
                    let row = problems.first().map_or(0, |problem| problem.row);
                    Err(self.refused(row, problems.into_iter().map(Reason::Read).collect()))
                }
            };
            match taken {
                Ok(()) => ControlFlow::Continue(()),
                Err(stop) => {
                    stopped = Some(stop);
                    ControlFlow::Break(())
                }
            }
        });
        let language = self.scene.context.language;
        let glance = read.map_err(|error| file_answer(&self.source.path, &error, language))?;
        match (stopped, glance) {
            (Some(stop), _) => Err(stop),
            (None, Glance::Right) => Ok(()),
            (None, Glance::Misled) => Err(CommandError::bug("a table that misled").into()),
        }
    }

    /// All rows, those of a product together where the first of them stands.
    fn gathered(&self) -> Result<Vec<StatedRow>, Stop> {
        let mut places: HashMap<ProductId, usize> = HashMap::new();
        let mut rows = Vec::new();
        self.each(|row| {
            let free = places.len();
            let place = row
                .product_id
                .clone()
                .map(|id| *places.entry(id).or_insert(free));
            rows.push((place, row));
            Ok(())
        })?;
        rows.sort_by_key(|(place, _)| *place);
        Ok(rows.into_iter().map(|(_, row)| row).collect())
    }

    fn refused(&self, row: u32, why: Vec<Reason>) -> Stop {
        let row = super::super::content::RefusedRow {
            place: Place { file: 0, row },
            why,
        };
        let context = &self.scene.context;
        let files = std::slice::from_ref(self.source);
        let shown = preview::refused_row(&row, files, context);
        refused_row(self.source, &shown, context).into()
    }
}

/// Why reading stops before the end.
enum Stop {
    /// Something is wrong with the file.
    Because(Box<CommandError>),
    /// Nobody takes the parts any more.
    NobodyThere,
}

impl From<CommandError> for Stop {
    fn from(error: CommandError) -> Self {
        Self::Because(Box::new(error))
    }
}

/// The part that is being read.
struct Filling<'a> {
    reader: &'a Reader<'a>,
    parts: &'a SyncSender<Answer<Part>>,
    building: Building,
    plan: Vec<DraftProduct>,
    rows: usize,
    seen: Seen,
}

impl Filling<'_> {
    fn take(&mut self, row: StatedRow) -> Result<(), Stop> {
        let (Some(product_id), Some(sku_id)) = (row.product_id.clone(), row.sku_id.clone()) else {
            return Err(CommandError::bug("a row without the ids that it needs").into());
        };
        let last = self.plan.last().map(|product| &product.product_id);
        if last != Some(&product_id) {
            if self.rows >= STEP {
                self.hand_on()?;
            }
            if !self.seen.is_first(&product_id) {
                self.reader.scattered.store(true, Ordering::Relaxed);
                return Err(CommandError::bug("the rows of a product stand apart").into());
            }
            self.plan.push(DraftProduct {
                product_id,
                tier: Tier::Regular,
                skus: Vec::new(),
            });
        }
        if let Some(product) = self.plan.last_mut() {
            product.tier = row.tier.unwrap_or(product.tier);
            product.skus.push(DraftSku {
                sku_id,
                campaign_price: row.campaign_price,
                campaign_stock: row.campaign_stock,
                extra_discount: row.extra_discount,
            });
        }
        self.rows += 1;
        let mut refusals = Refusals::default();
        self.building
            .take(0, self.reader.source, row, &mut refusals);
        match refusals.listed.pop() {
            Some(refused) => Err(self.reader.refused(refused.place.row, refused.why)),
            None => Ok(()),
        }
    }

    fn hand_on(&mut self) -> Result<(), Stop> {
        if self.rows == 0 {
            return Ok(());
        }
        self.rows = 0;
        let part = Part {
            catalogue: std::mem::take(&mut self.building).finish(),
            plan: std::mem::take(&mut self.plan),
        };
        self.parts.send(Ok(part)).map_err(|_| Stop::NobodyThere)
    }
}

/// The products that have come. Ids of the platform are numbers, which need little memory.
#[derive(Default)]
struct Seen {
    numbers: HashSet<u64>,
    others: HashSet<ProductId>,
}

impl Seen {
    fn is_first(&mut self, id: &ProductId) -> bool {
        let number = id.as_str().parse().ok();
        // `007` and `7` are two ids.
        match number.filter(|number: &u64| number.to_string() == id.as_str()) {
            Some(number) => self.numbers.insert(number),
            None => self.others.insert(id.clone()),
        }
    }
}
