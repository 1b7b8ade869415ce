//! A glance at a campaign's prefill workbook: what it says before its campaign is recorded.

use super::lines::known;
use crate::context::Context;
use crate::desk::Desk;
use crate::error::Answer;
use crate::trouble::file_answer;
use crate::wire::imports::{PrefillGlance, PrefillGlanced};
use seller_domain::ProductId;
use seller_exchange::prefill::{self, PrefillRow};
use seller_exchange::trouble::{FileKind, Trouble as Wrong};
use seller_exchange::{FileError, Input, sniff};
use seller_store::shop;
use std::collections::HashSet;
use std::path::Path;

/// So many letters of the platform's note are shown.
const NOTE: usize = 2_000;

pub(crate) fn prefill_glance(
    desk: &Desk,
    context: &Context,
    request: PrefillGlance,
) -> Answer<PrefillGlanced> {
    let path = Path::new(&request.path);
    let named = |error: FileError| file_answer(path, &error, context.language);
    let shop = desk.read(context, |view| Ok(shop::require(view)?))?;
    let input = Input::from(path);
    let found = sniff::recognise(&input).map_err(named)?.kind;
    if found != FileKind::CampaignPrefill {
        let wanted = FileKind::CampaignPrefill;
        return Err(named(Wrong::WrongKind { found, wanted }.into()));
    }
    let read = prefill::read(&input, shop.currency).map_err(named)?;
    let known_skus = desk.read(context, |view| {
        let mut held = 0;
        for PrefillRow {
            sku_id, product_id, ..
        } in &read.rows
        {
            let sku = known(view, sku_id)?;
            held += u32::from(sku.is_some_and(|(sku, _)| sku.product_id == *product_id));
        }
        Ok(held)
    })?;
    let products: HashSet<&ProductId> = read.rows.iter().map(|row| &row.product_id).collect();
    let mut glanced = PrefillGlanced {
        name: path
            .file_name()
            .unwrap_or(path.as_os_str())
            .to_string_lossy()
            .into_owned(),
        note: read.note.chars().take(NOTE).collect(),
        products: count(products.len()),
        skus: count(read.rows.len()),
        known_skus,
        refused: read.problems.rows,
        notes: Vec::new(),
    };
    glanced.notes = notes(&glanced, context);
    Ok(glanced)
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

/// What stands in the way of importing every row.
fn notes(glanced: &PrefillGlanced, context: &Context) -> Vec<String> {
    let PrefillGlanced {
        skus,
        known_skus,
        refused,
        ..
    } = *glanced;
    let unknown = skus - known_skus;
    let mut notes = Vec::new();
    if skus == 0 && refused == 0 {
        notes.push(context.say(
            "The workbook lists no SKU. Download it again for this campaign.",
            "该文件未列出任何 SKU，请重新下载该活动的文件。",
        ));
    }
    if unknown > 0 && known_skus == 0 {
        notes.push(context.say(
            "The catalogue holds none of its SKUs. Import the catalogue first; until then every row is refused.",
            "商品目录中没有其中任何 SKU。请先导入商品目录，否则所有行都会被拒绝。",
        ));
    } else if unknown > 0 {
        notes.push(context.say(
            format!("SKUs that the catalogue does not hold: {unknown}. Their rows are refused until the catalogue is imported again."),
            format!("商品目录中没有的 SKU：{unknown} 个。重新导入商品目录之前，这些行会被拒绝。"),
        ));
    }
    if refused > 0 {
        notes.push(context.say(
            format!(
                "Rows that cannot be read: {refused}. The import's preview says why, row by row."
            ),
            format!("无法读取的行：{refused} 行。导入预览会逐行说明原因。"),
        ));
    }
    notes
}
