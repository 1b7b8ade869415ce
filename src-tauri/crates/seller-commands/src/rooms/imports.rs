//! Importing files: recognise, map, preview, apply as one step of the history.

mod catalogue;
mod content;
mod file;
mod glance;
mod lines;
mod orders;
mod preview;
mod refused;
mod registering;
mod targets;
mod words;

use crate::context::Context;
use crate::desk::Desk;
use crate::error::{Answer, CommandError};
use crate::progress::Running;
use crate::trouble::Trouble;
use crate::wire::common::{Nothing, Page};
use crate::wire::imports::{
    ImportApply, ImportClose, ImportDone, ImportFieldChoices, ImportFields, ImportOpen,
    ImportPreview, ImportRemap, ImportRow, ImportRows, ImportTarget,
};
use content::{Content, Refusals, Scene};
use file::SourceFile;
use preview::Judged;
use seller_exchange::delimited::TextEncoding;
use seller_store::{Summary, fresh_id, shop};
use serde_json::json;
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard};

/// So many imports are kept open; the oldest goes when one more is opened.
const KEPT: usize = 3;

/// The imports that are open: read, not yet applied.
#[derive(Default)]
pub(crate) struct OpenImports {
    imports: VecDeque<Arc<Import>>,
}

struct Import {
    id: String,
    state: Mutex<State>,
}

/// The files of an import and what their rows would do.
struct State {
    files: Vec<SourceFile>,
    target: Option<ImportTarget>,
    content: Option<Content>,
    /// What the rows would do to the data as it was then.
    judged: Option<Judged>,
}

impl Import {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state
            .lock()
            .unwrap_or_else(|poisoned| poisoned.into_inner())
    }
}

impl OpenImports {
    fn keep(&mut self, import: Arc<Import>) {
        while self.imports.len() >= KEPT {
            self.imports.pop_front();
        }
        self.imports.push_back(import);
    }

    fn find(&self, id: &str, context: &Context) -> Answer<Arc<Import>> {
        self.imports
            .iter()
            .find(|import| import.id == id)
            .cloned()
            .ok_or_else(|| CommandError::Outdated {
                message: context.say(
                    "This import is no longer open. Choose the files again.",
                    "该导入已关闭，请重新选择文件。",
                ),
            })
    }
}

pub(crate) fn import_open(
    desk: &Desk,
    context: &Context,
    request: ImportOpen,
) -> Answer<ImportPreview> {
    if request.paths.is_empty() {
        return Err(CommandError::invalid(
            "paths",
            context.say("No file was chosen.", "尚未选择文件。"),
            context.say("Choose at least one file.", "请至少选择一个文件。"),
        ));
    }
    let running = desk.job.begin(context, "import_open", "reading");
    let mut files = Vec::with_capacity(request.paths.len());
    for (done, path) in request.paths.iter().enumerate() {
        running.step("reading", done, Some(request.paths.len()))?;
        files.push(SourceFile::open(path, context)?);
    }
    let target = request.target.or_else(|| file::common_target(&files));
    let mut state = State {
        files,
        target,
        content: None,
        judged: None,
    };
    desk.read(context, |view| {
        let remembered = |file: &SourceFile, target: &ImportTarget| file.remembered(view, target);
        if let Some(target) = &state.target {
            for file in &mut state.files {
                let mapping = remembered(file, target)?;
                file.map_for(target, mapping);
            }
        }
        Ok(())
    })?;
    let id = fresh_id(context.now);
    let preview = state.read_and_judge(desk, context, &id, &running)?;
    desk.open_imports().keep(Arc::new(Import {
        id,
        state: Mutex::new(state),
    }));
    Ok(preview)
}

impl State {
    /// Reads all rows with the mappings as they are, and compares them with what is held.
    fn read_and_judge(
        &mut self,
        desk: &Desk,
        context: &Context,
        id: &str,
        running: &Running<'_>,
    ) -> Answer<ImportPreview> {
        self.content = None;
        self.judged = None;
        let scene = desk.read(context, |view| {
            Ok(Scene::new(context, shop::require(view)?))
        })?;
        let blocked = preview::blocked(&self.files, self.target.as_ref(), &scene);
        let stored = self
            .target
            .as_ref()
            .filter(|target| targets::is_stored(target));
        if let (Some(target), None) = (stored, &blocked) {
            let content = Content::read(&self.files, target, &scene, running, Refusals::default())?;
            self.content = Some(content);
            self.judge(desk, &scene, running)?;
        }
        Ok(preview::preview(self, id, &scene, blocked))
    }

    fn judge(&mut self, desk: &Desk, scene: &Scene, running: &Running<'_>) -> Answer<()> {
        let Some(content) = &self.content else {
            return Ok(());
        };
        let judged = desk.read(&scene.context, |view| {
            content.judge(view, scene, &self.files, running)
        })?;
        self.judged = Some(judged);
        Ok(())
    }
}

pub(crate) fn import_fields(
    _: &Desk,
    context: &Context,
    request: ImportFields,
) -> Answer<ImportFieldChoices> {
    Ok(words::choices(&request.target, context))
}

pub(crate) fn import_remap(
    desk: &Desk,
    context: &Context,
    request: ImportRemap,
) -> Answer<ImportPreview> {
    let import = desk.open_imports().find(&request.import_id, context)?;
    let running = desk.job.begin(context, "import_remap", "reading");
    let mut state = import.state();
    state.remap(desk, context, &request)?;
    state.read_and_judge(desk, context, &import.id, &running)
}

impl State {
    /// Reads a file in another encoding: its headings are others, so its columns are mapped
    /// anew.
    fn decode(
        &mut self,
        desk: &Desk,
        context: &Context,
        at: usize,
        encoding: TextEncoding,
        target: Option<&ImportTarget>,
    ) -> Answer<()> {
        self.files[at].decode_as(encoding, context)?;
        self.target = target
            .cloned()
            .or_else(|| self.target.take())
            .or_else(|| file::common_target(&self.files));
        let Some(target) = &self.target else {
            return Ok(());
        };
        desk.read(context, |view| {
            for file in &mut self.files {
                if file.encoding() == Some(encoding) {
                    let remembered = file.remembered(view, target)?;
                    file.map_for(target, remembered);
                }
            }
            Ok(())
        })
    }

    fn remap(&mut self, desk: &Desk, context: &Context, request: &ImportRemap) -> Answer<()> {
        let at = request.file as usize;
        if at >= self.files.len() {
            return Err(CommandError::not_found(
                "file",
                request.file,
                context.language,
            ));
        }
        if let Some(encoding) = request.encoding
            && self.files[at].encoding() != Some(encoding)
        {
            return self.decode(desk, context, at, encoding, request.target.as_ref());
        }
        let target = request.target.clone().or_else(|| self.target.clone());
        let Some(target) = target else {
            return Err(preview::no_target(context));
        };
        if self.target.as_ref() != Some(&target) {
            desk.read(context, |view| {
                for file in &mut self.files {
                    let remembered = file.remembered(view, &target)?;
                    file.map_for(&target, remembered);
                }
                Ok(())
            })?;
        }
        let same_as_before = self.target.is_some() && self.target.as_ref() == Some(&target);
        self.target = Some(target.clone());
        let file = &mut self.files[at];
        if same_as_before || request.fields.iter().any(Option::is_some) && !file.is_mapped() {
            file.choose(&target, request, context)?;
        }
        let file = &self.files[at];
        if file.is_table() && request.remember != Some(false) {
            desk.write(
                context,
                "import_remap",
                |tx| Ok(file.remember(tx, &target)?),
            )?;
        }
        Ok(())
    }
}

pub(crate) fn import_rows(
    desk: &Desk,
    context: &Context,
    request: ImportRows,
) -> Answer<Page<ImportRow>> {
    let import = desk.open_imports().find(&request.import_id, context)?;
    let mut state = import.state();
    let (revision, shop) =
        desk.read(context, |view| Ok((view.revision()?, shop::require(view)?)))?;
    let scene = Scene::new(context, shop);
    if state
        .judged
        .as_ref()
        .is_some_and(|judged| judged.revision != revision)
    {
        let running = desk.job.begin(context, "import_rows", "comparing");
        state.judge(desk, &scene, &running)?;
    }
    desk.read(context, |view| {
        preview::page(&state, view, &scene, &request)
    })
}

pub(crate) fn import_apply(
    desk: &Desk,
    context: &Context,
    request: ImportApply,
) -> Answer<ImportDone> {
    let import = desk.open_imports().find(&request.import_id, context)?;
    let running = desk.job.begin(context, "import_apply", "comparing");
    let done = {
        let state = import.state();
        if state.target == Some(ImportTarget::Orders) {
            return Err(orders::never_stored(context));
        }
        let shop = desk.read(context, |view| Ok(shop::require(view)?))?;
        let scene = Scene::new(context, shop);
        if let Some(reason) = preview::blocked(&state.files, state.target.as_ref(), &scene) {
            return Err(CommandError::invalid(
                "import_id",
                reason,
                context.say("Answer that first.", "请先处理该问题。"),
            ));
        }
        desk.write(context, "import_apply", |tx| {
            let Some(content) = &state.content else {
                return Err(CommandError::bug("an import without rows").into());
            };
            let fresh;
            let judged = match &state.judged {
                // Nothing was written since the preview: it still holds.
                Some(judged) if judged.still_holds(tx, &scene)? => judged,
                _ => {
                    fresh = content.judge(tx, &scene, &state.files, &running)?;
                    &fresh
                }
            };
            if let Some(reason) = preview::nothing_to_take(&judged.counts, context) {
                let remedy = context.say(
                    "Correct the files, or choose others.",
                    "请更正文件，或选择其他文件。",
                );
                return Err(CommandError::invalid("import_id", reason, remedy).into());
            }
            let acknowledged = request.acknowledged.iter().cloned().collect();
            preview::require_acknowledged(judged, &scene, &acknowledged)?;
            let sku_errors = content.write(tx, &scene, judged, &acknowledged, &running)?;
            let counts = judged.counts.clone();
            let rows = counts.new + counts.changed + counts.unchanged;
            let gone = counts.removed;
            let said =
                json!({ "rows": rows, "new": counts.new, "changed": counts.changed, "gone": gone });
            let name = if gone == 0 {
                "import_apply"
            } else {
                "import_apply_gone"
            };
            tx.summarise(Summary::with(name, said));
            Ok::<_, Trouble>(ImportDone { counts, sku_errors })
        })?
    };
    desk.open_imports()
        .imports
        .retain(|open| open.id != request.import_id);
    Ok(done)
}

pub(crate) use glance::prefill_glance;
pub(crate) use orders::each_order_row;
pub(crate) use refused::import_refused_export;
pub(crate) use registering::plan_register;

pub(crate) fn import_close(desk: &Desk, _: &Context, request: ImportClose) -> Answer<Nothing> {
    desk.open_imports()
        .imports
        .retain(|open| open.id != request.import_id);
    Ok(Nothing {})
}
