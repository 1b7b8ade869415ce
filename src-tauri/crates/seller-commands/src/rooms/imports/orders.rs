//! Customers' orders: their columns are mapped like those of any import, and nothing is stored.

use super::content::Scene;
use super::preview;
use crate::context::Context;
use crate::desk::Desk;
use crate::error::{Answer, CommandError};
use crate::trouble::file_answer;
use crate::wire::imports::ImportTarget;
use seller_exchange::table::{Stated, Target};
use seller_store::shop;
use std::ops::ControlFlow;

/// Reads every row of an open import of orders, as its columns are mapped.
///
/// # Errors
/// Where the import is not open, is of something else, or leaves a question open.
pub(crate) fn each_order_row(
    desk: &Desk,
    context: &Context,
    import_id: &str,
    mut take: impl FnMut(Stated),
) -> Answer<()> {
    let import = desk.open_imports().find(import_id, context)?;
    let state = import.state();
    if state.target != Some(ImportTarget::Orders) {
        return Err(CommandError::invalid(
            "import_id",
            context.say("This file is not one of orders.", "该文件不是订单文件。"),
            context.say("Open it as orders.", "请将其作为订单打开。"),
        ));
    }
    let scene = Scene::new(
        context,
        desk.read(context, |view| Ok(shop::require(view)?))?,
    );
    if let Some(reason) = preview::blocked(&state.files, state.target.as_ref(), &scene) {
        return Err(CommandError::invalid(
            "import_id",
            reason,
            context.say("Answer that first.", "请先处理该问题。"),
        ));
    }
    for file in &state.files {
        let Some((table, mapping)) = file.mapped() else {
            continue;
        };
        let settings = file.settings(&scene.settings());
        table
            .read_rows(mapping, &[Target::Orders], &settings, |stated| {
                take(stated);
                ControlFlow::Continue(())
            })
            .map_err(|error| file_answer(&file.path, &error, context.language))?;
    }
    Ok(())
}

/// The refusal to apply what is only read.
pub(super) fn never_stored(context: &Context) -> CommandError {
    CommandError::invalid(
        "import_id",
        context.say(
            "Orders of customers are read and never stored.",
            "顾客订单只读取，不会保存。",
        ),
        context.say(
            "Choose a customer of them where coupons are tested.",
            "请在优惠券测试页选择其中的顾客。",
        ),
    )
}
