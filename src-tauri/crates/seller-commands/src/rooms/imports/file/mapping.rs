//! What the columns of a file mean: as remembered, as guessed, as the seller says.

use super::super::targets::{fields_of, guessed, purpose};
use super::super::words;
use super::SourceFile;
use crate::context::Context;
use crate::error::{Answer, CommandError};
use crate::wire::imports::{ImportRemap, ImportTarget, MappingOrigin};
use seller_exchange::moments::DayOrder;
use seller_exchange::table::{Field, Mapping};
use seller_exchange::values::DecimalMark;
use seller_store::{StoreError, Tx, View, column_mapping};
use serde::{Deserialize, Serialize};

/// A mapping as it is remembered.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(in crate::rooms::imports) struct Remembered {
    fields: Vec<Option<Field>>,
    decimal_mark: Option<DecimalMark>,
    #[serde(default)]
    day_order: Option<DayOrder>,
}

impl SourceFile {
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
            day_order: self.order,
        };
        column_mapping::save(tx, &table.fingerprint(), purpose(target), &mapping)
    }

    /// Maps the columns for a target: as remembered, or as the headings say.
    pub fn map_for(&mut self, target: &ImportTarget, remembered: Option<Remembered>) {
        self.mapping = Mapping::default();
        self.origins.clear();
        self.mark = None;
        self.order = None;
        self.complete = false;
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
                self.order = kept.day_order;
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

    /// Maps the columns for two targets at once.
    ///
    /// # Errors
    /// Where they take a column for different things.
    pub fn map_for_both(
        &mut self,
        (target, remembered): (&ImportTarget, Option<Remembered>),
        (other, remembered_of_other): (&ImportTarget, Option<Remembered>),
        context: &Context,
    ) -> Answer<()> {
        self.map_for(other, remembered_of_other);
        let (columns, mark, order) = (self.mapping.columns.clone(), self.mark, self.order);
        self.map_for(target, remembered);
        self.mark = self.mark.or(mark);
        self.order = self.order.or(order);
        for (at, (column, also)) in self.mapping.columns.iter_mut().zip(columns).enumerate() {
            match (&column, also) {
                (Some(one), Some(two)) if *one != two => {
                    let name = self.table.as_ref().and_then(|table| table.header().get(at));
                    let name = name.map_or("", String::as_str);
                    let (one, two) = (words::field(*one, context), words::field(two, context));
                    return Err(CommandError::invalid(
                        "path",
                        context.say(
                            format!("The column \"{name}\" is mapped to {one} and to {two}."),
                            format!("“{name}”列同时映射到“{one}”和“{two}”。"),
                        ),
                        context.say(
                            "Map it the same way in both imports of this file.",
                            "请在该文件的两种导入中使用相同的映射。",
                        ),
                    ));
                }
                _ => *column = column.or(also),
            }
        }
        Ok(())
    }

    /// Takes the seller's mapping.
    pub fn choose(
        &mut self,
        target: &ImportTarget,
        request: &ImportRemap,
        context: &Context,
    ) -> Answer<()> {
        let Some(table) = &self.table else {
            return Ok(());
        };
        let fields = &request.fields;
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
        self.mark = request.decimal_mark.or(self.mark);
        self.order = request.day_order.or(self.order);
        if let Some(complete) = request.lists_every_sku {
            self.complete = complete && *target == ImportTarget::Catalogue;
        }
        Ok(())
    }
}
