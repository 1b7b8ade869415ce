//! What an import would do, in numbers, findings and rows.

use super::State;
use super::content::{Content, Place, Reason, RefusedRow, Scene};
use super::file::SourceFile;
use super::{targets, words};
use crate::context::Context;
use crate::error::CommandError;
use crate::rooms::products::registered::SkuError;
use crate::trouble::Trouble;
use crate::views::Views;
use crate::wire::common::Page;
use crate::wire::imports::{
    ImportChange, ImportCounts, ImportPreview, ImportRow, ImportRows, ImportTarget, RowFate,
};
use seller_domain::ProductId;
use seller_domain::catalogue::Sku;
use seller_exchange::table::{Field, Question};
use seller_rulebook::accepted::Acknowledged;
use seller_rulebook::{Finding, Grade, Refused, Review};
use seller_store::View;
use std::collections::{BTreeSet, HashSet};

/// So many findings travel with a preview.
const FINDINGS: usize = 500;

/// What every row of an import would do to the data as they were.
#[derive(Default)]
pub(super) struct Judged {
    /// The writes the file had seen.
    pub revision: i64,
    /// By row, in the order in which they were read.
    pub fates: Vec<RowFate>,
    /// All rows, also those that could not be read.
    pub counts: ImportCounts,
    /// What the book says of changes of registered products.
    pub findings: Vec<Finding>,
    /// Products whose rows are refused, because their category would change (RG-20).
    pub kept_as_they_are: HashSet<ProductId>,
    /// SKUs that complete files no longer name.
    pub gone: Vec<Gone>,
    /// Products that come into SKU error by it (RG-19), with what changed.
    pub errors: Vec<SkuError>,
}

/// A SKU that a complete file no longer names.
pub(super) struct Gone {
    /// Its product, by its position in the import.
    pub product: u32,
    /// As it is held.
    pub sku: Sku,
}

impl Judged {
    /// Counts the rows by what happens to them.
    pub fn count(&mut self, refused_before: u32) {
        let mut counts = ImportCounts {
            refused: refused_before,
            removed: u32::try_from(self.gone.len()).unwrap_or(u32::MAX),
            ..ImportCounts::default()
        };
        for fate in &self.fates {
            match fate {
                RowFate::New => counts.new += 1,
                RowFate::Changed => counts.changed += 1,
                RowFate::Unchanged => counts.unchanged += 1,
                RowFate::Refused => counts.refused += 1,
                // No row of a file: counted above.
                RowFate::Removed => {}
            }
        }
        self.counts = counts;
    }

    /// Whether nothing was written since. What is said of registered products also
    /// depends on the time, so it is looked at again where there is any.
    pub fn still_holds(&self, view: &View<'_>, _: &Scene) -> Result<bool, Trouble> {
        Ok(self.findings.is_empty() && self.revision == view.revision()?)
    }
}

/// The sentence why an import cannot be applied yet.
pub(super) fn blocked(
    files: &[SourceFile],
    target: Option<&ImportTarget>,
    scene: &Scene,
) -> Option<String> {
    let context = &scene.context;
    if let Some(file) = files.iter().find(|file| file.is_unreadable()) {
        let name = &file.name;
        return Some(context.say(
            format!("{name}: say in which encoding its text is written."),
            format!("{name}：请选择文件的文字编码。"),
        ));
    }
    let Some(target) = target else {
        return Some(context.say(
            "Say what these files are for: where that can be told from the files, it is about a campaign or a draft.",
            "请说明这些文件的用途；部分文件须指定活动或草稿。",
        ));
    };
    files.iter().find_map(|file| {
        let name = &file.name;
        if let Some(wrong) = file.unfit(target) {
            let language = context.language;
            return Some(format!(
                "{name}: {} {}",
                wrong.reason(language),
                wrong.remedy(language)
            ));
        }
        if let Some(group) = file.missing(target).first() {
            let fields: Vec<String> = group
                .iter()
                .map(|field| words::field(*field, context))
                .collect();
            return Some(context.say(
                format!("{name}: no column is mapped to {}.", fields.join(" or ")),
                format!("{name}：没有列映射到“{}”。", fields.join("”或“")),
            ));
        }
        let heading = |column: u32| {
            let header = file.mapped().map(|(table, _)| table.header());
            header
                .and_then(|header| header.get(column as usize).cloned())
                .unwrap_or_default()
        };
        file.questions(&scene.settings())
            .first()
            .map(|question| match question {
                Question::DecimalMark { column } => context.say(
                    format!("{name}: say whether the numbers of \"{}\" have a decimal point or a decimal comma.", heading(*column)),
                    format!("{name}：请说明“{}”列的小数点是点还是逗号。", heading(*column)),
                ),
                Question::DayOrder { column } => context.say(
                    format!("{name}: say whether the day or the month comes first in the dates of \"{}\".", heading(*column)),
                    format!("{name}：请说明“{}”列的日期是日在前还是月在前。", heading(*column)),
                ),
            })
    })
}

/// The sentence about an import of which no row can be taken.
pub(super) fn nothing_to_take(counts: &ImportCounts, context: &Context) -> Option<String> {
    let taken = counts.new + counts.changed + counts.unchanged + counts.removed;
    (taken == 0).then(|| {
        context.say(
            "No row of these files can be taken.",
            "这些文件中没有可导入的行。",
        )
    })
}

/// The refusal of an import without a target.
pub(super) fn no_target(context: &Context) -> CommandError {
    CommandError::invalid(
        "target",
        context.say(
            "It is not said what the files are for.",
            "尚未说明文件的用途。",
        ),
        context.say("Choose it.", "请选择。"),
    )
}

/// The preview as it travels.
pub(super) fn preview(
    state: &State,
    id: &str,
    scene: &Scene,
    blocked: Option<String>,
) -> ImportPreview {
    let judged = state.judged.as_ref();
    let counts = judged
        .map(|judged| judged.counts.clone())
        .unwrap_or_default();
    let stored = state.target.as_ref().is_none_or(targets::is_stored);
    let blocked_by =
        blocked.or_else(|| nothing_to_take(&counts, &scene.context).filter(|_| stored));
    let mut views = Views::new(scene.context.scribe(&scene.shop));
    let findings = judged.map_or(&[][..], |judged| &judged.findings);
    let mut files: Vec<_> = state
        .files
        .iter()
        .map(|file| file.view(&scene.settings(), state.target.as_ref()))
        .collect();
    if let Some(content) = &state.content {
        for (at, file) in files.iter_mut().enumerate() {
            if file.rows == 0 {
                file.rows = rows_of(content, judged, at);
            }
        }
    }
    ImportPreview {
        import_id: id.to_owned(),
        target: state.target.clone(),
        files,
        counts,
        blocked_by,
        notes: notes(state, scene),
        findings: views.findings(findings.iter().take(FINDINGS)),
    }
}

fn notes(state: &State, scene: &Scene) -> Vec<String> {
    let nameless = state.content.as_ref().map_or(0, Content::nameless);
    if nameless == 0 {
        return Vec::new();
    }
    vec![scene.context.say(
        format!(
            "{nameless} refused rows do not say which SKU they are about, so no SKU is taken for deleted. Correct them to see which are."
        ),
        format!("有 {nameless} 行被拒绝且无法得知其 SKU，因此不会将任何 SKU 视为已删除。请更正后再查看。"),
    )]
}

fn rows_of(content: &Content, judged: Option<&Judged>, file: usize) -> u32 {
    let read = judged.map_or(0, |judged| judged.fates.len());
    let of_file = |place: Place| place.file as usize == file;
    let taken = (0..read).filter(|row| of_file(content.place(*row))).count();
    let refused = content
        .refusals()
        .listed
        .iter()
        .filter(|row| of_file(row.place))
        .count();
    u32::try_from(taken + refused).unwrap_or(u32::MAX)
}

/// Refuses an import whose warnings nobody acknowledged.
pub(super) fn require_acknowledged(
    judged: &Judged,
    scene: &Scene,
    acknowledged: &Acknowledged,
) -> Result<(), Trouble> {
    let unacknowledged: BTreeSet<&'static str> = judged
        .findings
        .iter()
        .filter(|finding| finding.grade == Grade::Warn)
        .map(|finding| finding.rule.id)
        .filter(|id| !acknowledged.contains(*id))
        .collect();
    if unacknowledged.is_empty() {
        return Ok(());
    }
    let refused = Refused {
        review: Review {
            overall: judged.findings.clone(),
            products: Vec::new(),
        },
        unacknowledged,
    };
    Err(Views::new(scene.context.scribe(&scene.shop))
        .refused(&refused)
        .into())
}

/// A page of rows, in the order of the files.
pub(super) fn page(
    state: &State,
    view: &View<'_>,
    scene: &Scene,
    request: &ImportRows,
) -> Result<Page<ImportRow>, Trouble> {
    let (Some(content), Some(judged)) = (&state.content, &state.judged) else {
        return Ok(Page {
            total: 0,
            rows: Vec::new(),
        });
    };
    let wanted = |fate: RowFate| request.fate.is_none_or(|only| only == fate);
    let taken = (0..judged.fates.len())
        .filter(|row| wanted(judged.fates[*row]))
        .map(|row| (content.place(row), Entry::Read(row)));
    let refused = content
        .refusals()
        .listed
        .iter()
        .filter(|_| wanted(RowFate::Refused))
        .map(|row| (row.place, Entry::Refused(row)));
    let gone = judged
        .gone
        .iter()
        .filter(|_| wanted(RowFate::Removed))
        .map(|gone| (content.gone_from(gone), Entry::Gone(gone)));
    let mut all: Vec<(Place, Entry<'_>)> = taken.chain(refused).chain(gone).collect();
    all.sort_by_key(|(place, _)| *place);
    let total = u32::try_from(all.len()).unwrap_or(u32::MAX);
    let window = request.window;
    let rows = all
        .into_iter()
        .skip(window.offset as usize)
        .take(window.limit.min(500) as usize)
        .map(|(place, entry)| match entry {
            Entry::Read(row) => content.show(view, scene, judged, row),
            Entry::Refused(row) => Ok(refused_row(row, &state.files, &scene.context)),
            Entry::Gone(gone) => gone_row(place, gone, view, &scene.context),
        })
        .collect::<Result<_, _>>()?;
    Ok(Page { total, rows })
}

enum Entry<'a> {
    Read(usize),
    Refused(&'a RefusedRow),
    Gone(&'a Gone),
}

/// A row that was refused while reading, in words.
pub(super) fn refused_row(row: &RefusedRow, files: &[SourceFile], context: &Context) -> ImportRow {
    ImportRow {
        file: row.place.file,
        row: row.place.row,
        fate: RowFate::Refused,
        id: None,
        title: None,
        changes: row
            .why
            .iter()
            .map(|why| reason(why, files, context))
            .collect(),
    }
}

/// A SKU that goes, at the first row of its product.
fn gone_row(
    place: Place,
    gone: &Gone,
    view: &View<'_>,
    context: &Context,
) -> Result<ImportRow, Trouble> {
    let sku = &gone.sku;
    let held = seller_store::product::find(view, &sku.product_id)?;
    let name = match sku.variation.is_empty() {
        true => sku.id.to_string(),
        false => sku.variation.clone(),
    };
    Ok(ImportRow {
        file: place.file,
        row: place.row,
        fate: RowFate::Removed,
        id: Some(sku.id.to_string()),
        title: held.map(|held| held.title),
        changes: vec![ImportChange {
            column: words::field(Field::SkuId, context),
            before: Some(name),
            after: None,
            reason: Some(context.say(
                "The file names the product's SKUs, and this one no more: it was deleted.",
                "文件列出了该商品的 SKU，其中已没有此 SKU，视为已删除。",
            )),
            remedy: Some(context.say(
                "If it still exists on the platform, export the catalogue again.",
                "如平台上仍有该 SKU，请重新导出商品目录。",
            )),
        }],
    })
}

fn reason(why: &Reason, files: &[SourceFile], context: &Context) -> ImportChange {
    match why {
        Reason::Read(problem) => ImportChange {
            column: problem.column.clone().unwrap_or_default(),
            before: None,
            after: problem.value.clone(),
            reason: Some(problem.trouble.reason(context.language)),
            remedy: Some(problem.trouble.remedy(context.language)),
        },
        Reason::OtherFile {
            field,
            value,
            other,
        } => {
            let name = files
                .get(other.file as usize)
                .map_or("", |file| file.name.as_str());
            ImportChange {
                column: words::field(*field, context),
                before: None,
                after: Some(value.clone()),
                reason: Some(context.say(
                    format!("Row {} of {name} says something else.", other.row),
                    format!("{name} 第 {} 行的内容不同。", other.row),
                )),
                remedy: Some(context.say(
                    "Make both rows say the same, or leave one of the files out.",
                    "请使两行一致，或去掉其中一个文件。",
                )),
            }
        }
    }
}
