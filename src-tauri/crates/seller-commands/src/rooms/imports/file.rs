//! A file of an import: what it is, and what its columns mean.

mod mapping;
mod view;

use super::targets::{guessed, required};
use crate::context::Context;
use crate::error::Answer;
use crate::trouble::file_answer;
use crate::wire::imports::{ImportTarget, MappingOrigin};
use seller_exchange::delimited::TextEncoding;
use seller_exchange::moments::DayOrder;
use seller_exchange::sniff;
use seller_exchange::table::{Choices, Field, Mapping, Question, Settings, Table};
use seller_exchange::trouble::{FileKind, Trouble as Wrong};
use seller_exchange::values::DecimalMark;
use seller_exchange::{FileError, Input};
use std::path::PathBuf;

/// A file of an import.
pub(super) struct SourceFile {
    pub path: PathBuf,
    pub input: Input,
    pub name: String,
    pub kind: FileKind,
    table: Option<Table>,
    mapping: Mapping,
    origins: Vec<MappingOrigin>,
    mark: Option<DecimalMark>,
    order: Option<DayOrder>,
    /// What the file itself showed, where it is text.
    encoding_shown: Option<TextEncoding>,
    encoding_chosen: Option<TextEncoding>,
    /// Whether the seller says that a table names every SKU of its products.
    complete: bool,
    /// The sheet by which a workbook was recognised.
    sheet: Option<String>,
    /// Data rows, once they were read.
    pub rows: u32,
}
impl SourceFile {
    /// Recognises a file and looks it through.
    pub fn open(path: &str, context: &Context) -> Answer<Self> {
        Self::looked_at(path, context, Table::open)
    }

    /// Recognises a file and looks at its first rows.
    pub fn glance(path: &str, context: &Context) -> Answer<Self> {
        Self::looked_at(path, context, Table::glance)
    }

    fn looked_at(
        path: &str,
        context: &Context,
        look: fn(&Input, &Choices) -> Result<Table, FileError>,
    ) -> Answer<Self> {
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
        let choices = Choices {
            encoding: None,
            sheet: recognised.sheet.clone(),
        };
        let table = match kind {
            FileKind::BatchEdit => None,
            _ => match look(&input, &choices) {
                // Which one it is the seller says in the preview.
                Err(error) if *error.trouble == Wrong::EncodingUnclear => None,
                table => Some(table.map_err(named)?),
            },
        };
        let encoding_shown = table.as_ref().and_then(Table::encoding);
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
            order: None,
            encoding_shown,
            encoding_chosen: None,
            complete: false,
            sheet: recognised.sheet,
            rows,
            path,
        })
    }

    /// Reads a text table in the encoding that the seller names. If it cannot be, the file
    /// stays as it was.
    pub fn decode_as(&mut self, encoding: TextEncoding, context: &Context) -> Answer<()> {
        if self
            .table
            .as_ref()
            .is_some_and(|table| table.encoding().is_none())
        {
            return Ok(());
        }
        let choices = Choices {
            encoding: Some(encoding),
            sheet: self.sheet.clone(),
        };
        let table = Table::open(&self.input, &choices)
            .map_err(|error| file_answer(&self.path, &error, context.language))?;
        self.rows = table.rows();
        self.table = Some(table);
        self.encoding_chosen = Some(encoding);
        Ok(())
    }

    /// Whether every row was looked at.
    pub fn is_looked_through(&self) -> bool {
        self.table.as_ref().is_none_or(Table::is_looked_through)
    }

    /// The encoding in use.
    pub fn encoding(&self) -> Option<TextEncoding> {
        self.table.as_ref().and_then(Table::encoding)
    }

    /// Whether nothing can be read before the seller names the encoding.
    pub fn is_unreadable(&self) -> bool {
        self.table.is_none() && self.kind != FileKind::BatchEdit
    }

    /// Whether it names every SKU of its products.
    pub fn lists_every_sku(&self) -> bool {
        self.kind == FileKind::BatchEdit || self.complete
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
            T::Costs
            | T::PriceHistory
            | T::Plan { .. }
            | T::Decisions { .. }
            | T::Coupons
            | T::Orders
            | T::PartnerCampaigns
            | T::PartnerProducts { .. } => {
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

    /// What only the seller can say.
    pub fn questions(&self, settings: &Settings) -> Vec<Question> {
        match self.mapped() {
            Some((table, mapping)) => table.questions(mapping, &self.settings(settings)),
            None => Vec::new(),
        }
    }

    /// The shop's settings with what the seller said of this file.
    pub fn settings(&self, settings: &Settings) -> Settings {
        Settings {
            decimal_mark: self.mark,
            day_order: self.order,
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
