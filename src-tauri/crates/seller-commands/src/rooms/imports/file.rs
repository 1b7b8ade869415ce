//! A file of an import: what it is, and what its columns mean.

use crate::context::Context;
use crate::error::{Answer, CommandError};
use crate::trouble::file_answer;
use crate::wire::imports::{DecimalMark, ImportColumn, ImportFile, ImportTarget, MappingOrigin};
use seller_exchange::sniff;
use seller_exchange::table::{Choices, Field, Mapping, Question, Settings, Table, Target};
use seller_exchange::trouble::{FileKind, Trouble as Wrong};
use seller_exchange::{FileError, Input, values};
use seller_store::{StoreError, Tx, View, column_mapping};
use serde::{Deserialize, Serialize};
use std::path::PathBuf;

/// How many values of a column are shown.
const SAMPLES: usize = 4;

/// A file of an import.
pub(super) struct SourceFile {
    pub path: PathBuf,
    pub input: Input,
    pub name: String,
    pub kind: FileKind,
    table: Option<Table>,
    mapping: Mapping,
    origins: Vec<MappingOrigin>,
    mark: Option<values::DecimalMark>,
    /// Data rows, once they were read.
    pub rows: u32,
}

/// A mapping as it is remembered.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Remembered {
    fields: Vec<Option<Field>>,
    decimal_mark: Option<values::DecimalMark>,
}

impl SourceFile {
    /// Recognises a file.
    pub fn open(path: &str, context: &Context) -> Answer<Self> {
        let path = PathBuf::from(path);
        let named = |error: FileError| file_answer(&path, &error, context.language);
        let input = Input::from(path.as_path());
        let recognised = sniff::recognise(&input).map_err(named)?;
        let kind = recognised.kind;
        if kind == FileKind::Settlement {
            return Err(named(
                Wrong::WrongKind {
                    found: kind,
                    wanted: FileKind::Table,
                }
                .into(),
            ));
        }
        let table = match kind {
            FileKind::BatchEdit => None,
            _ => {
                let choices = Choices {
                    encoding: None,
                    sheet: recognised.sheet,
                };
                Some(Table::open(&input, &choices).map_err(named)?)
            }
        };
        let rows = table.as_ref().map_or(0, Table::rows);
        let name = path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default();
        Ok(Self {
            input,
            name,
            kind,
            table,
            mapping: Mapping::default(),
            origins: Vec::new(),
            mark: None,
            rows,
            path,
        })
    }

    /// Whether it is read column by column, as the mapping says.
    pub fn by_mapping(&self, target: &ImportTarget) -> bool {
        use ImportTarget as T;
        !matches!(
            (self.kind, target),
            (FileKind::BatchEdit, _)
                | (FileKind::CampaignPrefill, T::Prefill { .. })
                | (FileKind::FailReport, T::FailReport { .. })
                | (FileKind::PriceTemplate, T::Plan { .. })
        )
    }

    /// Why the file cannot become this.
    pub fn unfit(&self, target: &ImportTarget) -> Option<Wrong> {
        use ImportTarget as T;
        let wanted = match target {
            T::Prefill { .. } => FileKind::CampaignPrefill,
            T::FailReport { .. } => FileKind::FailReport,
            T::Catalogue => return None,
            T::Costs | T::PriceHistory | T::Plan { .. } | T::Decisions { .. } => {
                let unfit = self.kind == FileKind::BatchEdit;
                return unfit.then_some(Wrong::WrongKind {
                    found: self.kind,
                    wanted: FileKind::Table,
                });
            }
        };
        (self.kind != wanted).then_some(Wrong::WrongKind {
            found: self.kind,
            wanted,
        })
    }

    /// Whether it is a table whose columns the seller may map.
    pub fn is_table(&self) -> bool {
        self.table.is_some() && !self.origins.is_empty()
    }

    /// Whether any column has a meaning.
    pub fn is_mapped(&self) -> bool {
        self.mapping.columns.iter().any(Option::is_some)
    }

    /// The table and its mapping.
    pub fn mapped(&self) -> Option<(&Table, &Mapping)> {
        self.table.as_ref().map(|table| (table, &self.mapping))
    }

    /// What the seller chose last for tables with these headings.
    pub fn remembered(
        &self,
        view: &View<'_>,
        target: &ImportTarget,
    ) -> Result<Option<Remembered>, StoreError> {
        match &self.table {
            Some(table) => column_mapping::find(view, &table.fingerprint(), purpose(target)),
            None => Ok(None),
        }
    }

    /// Keeps the mapping for tables with these headings.
    pub fn remember(&self, tx: &Tx<'_>, target: &ImportTarget) -> Result<(), StoreError> {
        let Some(table) = &self.table else {
            return Ok(());
        };
        let mapping = Remembered {
            fields: self.mapping.columns.clone(),
            decimal_mark: self.mark,
        };
        column_mapping::save(tx, &table.fingerprint(), purpose(target), &mapping)
    }

    /// Maps the columns for a target: as remembered, or as the headings say.
    pub fn map_for(&mut self, target: &ImportTarget, remembered: Option<Remembered>) {
        self.mapping = Mapping::default();
        self.origins.clear();
        self.mark = None;
        let fits = self.by_mapping(target);
        let Some(table) = self.table.as_ref().filter(|_| fits) else {
            return;
        };
        let width = table.header().len();
        let known = fields_of(target);
        match remembered {
            Some(kept) if kept.fields.len() == width => {
                self.mapping.columns = kept.fields;
                self.mark = kept.decimal_mark;
                self.origins = vec![MappingOrigin::Remembered; width];
            }
            _ => {
                let guess = table.guess(guessed(target));
                self.mapping = guess.mapping;
                self.origins = vec![MappingOrigin::Guessed; width];
            }
        }
        for column in &mut self.mapping.columns {
            *column = column.filter(|field| known.contains(field));
        }
    }

    /// Takes the seller's mapping.
    pub fn choose(
        &mut self,
        target: &ImportTarget,
        fields: &[Option<String>],
        mark: Option<DecimalMark>,
        context: &Context,
    ) -> Answer<()> {
        let Some(table) = &self.table else {
            return Ok(());
        };
        let width = table.header().len();
        if fields.len() != width {
            return Err(CommandError::invalid(
                "fields",
                context.say(
                    format!(
                        "The file has {width} columns, {} were mapped.",
                        fields.len()
                    ),
                    format!("文件有 {width} 列，但映射了 {} 列。", fields.len()),
                ),
                context.say("Map every column, or pass it over.", "请映射或跳过每一列。"),
            ));
        }
        let known = fields_of(target);
        let mut chosen: Vec<Option<Field>> = Vec::with_capacity(width);
        for key in fields {
            let field = match key {
                None => None,
                Some(key) => Some(*known.iter().find(|field| field.key() == key).ok_or_else(
                    || {
                        CommandError::invalid(
                            "fields",
                            context.say(
                                format!("\"{key}\" is no field of this import."),
                                format!("“{key}”不是此导入的字段。"),
                            ),
                            context.say("Choose one of the offered fields.", "请选择列出的字段。"),
                        )
                    },
                )?),
            };
            if field.is_some() && chosen.contains(&field) {
                let key = key.as_deref().unwrap_or_default();
                return Err(CommandError::invalid(
                    "fields",
                    context.say(
                        format!("Two columns are mapped to {key}."),
                        format!("有两列都映射到 {key}。"),
                    ),
                    context.say("Keep one of them.", "请只保留其中一列。"),
                ));
            }
            chosen.push(field);
        }
        self.origins = vec![MappingOrigin::Chosen; width];
        self.mapping.columns = chosen;
        if let Some(mark) = mark {
            self.mark = Some(match mark {
                DecimalMark::Point => values::DecimalMark::Point,
                DecimalMark::Comma => values::DecimalMark::Comma,
            });
        }
        Ok(())
    }

    /// What only the seller can say.
    pub fn questions(&self, settings: &Settings) -> Vec<Question> {
        match self.mapped() {
            Some((table, mapping)) => table.questions(mapping, &self.settings(settings)),
            None => Vec::new(),
        }
    }

    /// The shop's settings with this file's decimal mark.
    pub fn settings(&self, settings: &Settings) -> Settings {
        Settings {
            decimal_mark: self.mark,
            ..*settings
        }
    }

    /// Required fields that no column fills, by groups of which one is enough.
    pub fn missing(&self, target: &ImportTarget) -> Vec<&'static [Field]> {
        if !self.by_mapping(target) {
            return Vec::new();
        }
        required(target)
            .iter()
            .filter(|group| !group.iter().any(|field| self.mapping.has(*field)))
            .copied()
            .collect()
    }

    /// The heading of a field, or its key.
    pub fn heading(&self, field: Field) -> String {
        let heading = self.mapped().and_then(|(table, mapping)| {
            let at = mapping.column(field)?;
            table.header().get(at as usize).cloned()
        });
        heading.unwrap_or_else(|| {
            let keys = seller_exchange::batch_edit::KEYS;
            let known = keys.iter().find(|(_, known)| *known == field);
            known.map_or(field.key(), |(key, _)| *key).to_owned()
        })
    }

    /// Whether the file says whether products are on sale.
    pub fn states_status(&self) -> bool {
        self.kind == FileKind::BatchEdit || self.mapping.has(Field::Status)
    }

    /// As it travels.
    pub fn view(&self, settings: &Settings) -> ImportFile {
        let unclear = self
            .questions(settings)
            .iter()
            .any(|question| matches!(question, Question::DecimalMark { .. }));
        ImportFile {
            name: self.name.clone(),
            format: match self.kind {
                FileKind::BatchEdit => "batch_edit",
                FileKind::CampaignPrefill => "prefill",
                FileKind::PriceTemplate => "price_template",
                FileKind::FailReport => "fail_report",
                FileKind::Settlement => "settlement",
                FileKind::Registrations | FileKind::Table => "table",
            }
            .to_owned(),
            rows: self.rows,
            encoding: self
                .table
                .as_ref()
                .and_then(Table::encoding)
                .map(|encoding| encoding.label().to_owned()),
            columns: self.columns(),
            decimal_mark_unclear: unclear,
            decimal_mark: self.mark.map(|mark| match mark {
                values::DecimalMark::Point => DecimalMark::Point,
                values::DecimalMark::Comma => DecimalMark::Comma,
            }),
        }
    }

    fn columns(&self) -> Vec<ImportColumn> {
        let Some(table) = self.table.as_ref().filter(|_| self.is_table()) else {
            return Vec::new();
        };
        let samples = |column: usize| {
            let cells = table.sample().iter().filter_map(|row| row.get(column));
            cells
                .filter(|text| !text.trim().is_empty())
                .take(SAMPLES)
                .map(|text| seller_exchange::trouble::shortened(text))
                .collect()
        };
        table
            .header()
            .iter()
            .enumerate()
            .map(|(at, heading)| ImportColumn {
                index: u32::try_from(at).unwrap_or(u32::MAX),
                heading: heading.clone(),
                field: self
                    .mapping
                    .columns
                    .get(at)
                    .copied()
                    .flatten()
                    .map(|field| field.key().to_owned()),
                from: self.origins[at],
                samples: samples(at),
            })
            .collect()
    }
}

/// What all of the files look like; none where they differ or have to be asked about.
pub(super) fn common_target(files: &[SourceFile]) -> Option<ImportTarget> {
    let first = files.first()?.natural_target()?;
    files
        .iter()
        .all(|file| file.natural_target().as_ref() == Some(&first))
        .then_some(first)
}

impl SourceFile {
    fn natural_target(&self) -> Option<ImportTarget> {
        match self.kind {
            FileKind::BatchEdit => return Some(ImportTarget::Catalogue),
            FileKind::Table => {}
            // These are about a campaign or a draft, which has to be named.
            _ => return None,
        }
        let table = self.table.as_ref()?;
        [
            ImportTarget::Catalogue,
            ImportTarget::Costs,
            ImportTarget::PriceHistory,
        ]
        .into_iter()
        .find(|target| {
            let guess = table.guess(guessed(target));
            required(target)
                .iter()
                .all(|group| group.iter().any(|field| guess.mapping.has(*field)))
        })
    }
}

/// The fields that the columns can be mapped to.
pub(super) fn fields_of(target: &ImportTarget) -> Vec<Field> {
    let mut fields: Vec<Field> = kind(target).map_or(Vec::new(), |kind| kind.fields().to_vec());
    if *target == ImportTarget::Catalogue {
        fields.push(Field::Low30Days);
    }
    fields
}

/// The fields that have to be mapped, by groups of which one is enough.
pub(super) fn required(target: &ImportTarget) -> &'static [&'static [Field]] {
    kind(target).map_or(&[], Target::required)
}

/// The table reader's word for a target; none for the platform's own files.
pub(super) fn kind(target: &ImportTarget) -> Option<Target> {
    match target {
        ImportTarget::Catalogue => Some(Target::Catalogue),
        ImportTarget::Costs => Some(Target::Costs),
        ImportTarget::PriceHistory => Some(Target::PriceHistory),
        ImportTarget::Plan { .. } => Some(Target::Plan),
        ImportTarget::Decisions { .. } => Some(Target::Decisions),
        ImportTarget::Prefill { .. } | ImportTarget::FailReport { .. } => None,
    }
}

fn guessed(target: &ImportTarget) -> &'static [Target] {
    match kind(target) {
        Some(Target::Catalogue) => &[Target::Catalogue, Target::PriceHistory],
        Some(Target::Costs) => &[Target::Costs],
        Some(Target::PriceHistory) => &[Target::PriceHistory],
        Some(Target::Plan) => &[Target::Plan],
        Some(Target::Decisions) => &[Target::Decisions],
        None => &[],
    }
}

fn purpose(target: &ImportTarget) -> &'static str {
    match target {
        ImportTarget::Catalogue => "catalogue",
        ImportTarget::Costs => "costs",
        ImportTarget::PriceHistory => "price_history",
        ImportTarget::Prefill { .. } => "prefill",
        ImportTarget::Plan { .. } => "plan",
        ImportTarget::Decisions { .. } => "decisions",
        ImportTarget::FailReport { .. } => "fail_report",
    }
}
