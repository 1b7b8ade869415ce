//! Where a submitted product stands, as it travels: with its reason in the words of the call's
//! language. What the file keeps is what changed, or what the platform said.

use crate::wire::registrations::ProductStanding;
use seller_domain::Language;
use seller_domain::catalogue::SkuChange;
use seller_domain::registration::{ProductState, SkuErrorReason};
use seller_rulebook::message::money_text;

/// A state with its reason in words.
pub(crate) fn standing(state: &ProductState, language: Language) -> ProductStanding {
    match state {
        ProductState::Pending => ProductStanding::Pending,
        ProductState::Registered => ProductStanding::Registered,
        ProductState::Rejected { reason } => ProductStanding::Rejected {
            reason: reason.clone(),
        },
        ProductState::SkuError { reason } => ProductStanding::SkuError {
            reason: sku_error_words(reason, language),
        },
        ProductState::Withdrawn => ProductStanding::Withdrawn,
    }
}

/// Why a product is in SKU error (RG-19): what changed, or what the platform says as it says it.
pub(crate) fn sku_error_words(reason: &SkuErrorReason, language: Language) -> String {
    let change = match reason {
        SkuErrorReason::Stated { text } => return text.clone(),
        SkuErrorReason::Changed { change } => change,
    };
    let sku = change.sku_id();
    let (english, chinese) = match change {
        SkuChange::RetailPrice { retail_price, .. } => {
            let price = money_text(*retail_price);
            (
                format!("The retail price of SKU {sku} was changed to {price}."),
                format!("SKU {sku} 的零售价改为 {price}。"),
            )
        }
        SkuChange::Edited { .. } => (
            format!("The variation or the seller SKU of SKU {sku} was changed."),
            format!("SKU {sku} 的规格或商家 SKU 有改动。"),
        ),
        SkuChange::Added { .. } => (
            format!("SKU {sku} was added."),
            format!("新增了 SKU {sku}。"),
        ),
        SkuChange::Deleted { .. } => (
            format!("SKU {sku} was deleted."),
            format!("删除了 SKU {sku}。"),
        ),
    };
    match language {
        Language::English => english,
        Language::SimplifiedChinese => chinese,
    }
}

/// Whether `stated` is what our own export says of the `held` state, in either language: read back,
/// it tells nothing new.
pub(crate) fn is_told_by(held: &ProductState, stated: &ProductState) -> bool {
    let (
        ProductState::SkuError { reason: held },
        ProductState::SkuError {
            reason: SkuErrorReason::Stated { text },
        },
    ) = (held, stated)
    else {
        return held == stated;
    };
    [Language::English, Language::SimplifiedChinese]
        .into_iter()
        .any(|language| sku_error_words(held, language) == *text)
}
