//! Which products a coupon names: looked for, filtered, pasted, read from a file (CP-10).

use super::{number, policy, shape};
use crate::context::Context;
use crate::desk::Desk;
use crate::error::{Answer, CommandError};
use crate::rooms::named_products::{MOST_UNKNOWN, Named, by_words};
use crate::trouble::{Trouble, file_answer};
use crate::wire::common::Page;
use crate::wire::coupons::{
    CouponCandidate, CouponCandidates, CouponProductChoice, CouponProductFilter, CouponProducts,
    CouponProductsChanged, CouponProductsChosen,
};
use seller_domain::ProductId;
use seller_domain::catalogue::ProductStatus;
use seller_domain::seller_coupon::CouponScope;
use seller_exchange::{Input, id_list};
use seller_store::product::{self, Filter, Only};
use seller_store::{View, shop, sku};
use std::collections::BTreeSet;
use std::path::Path;

/// So many rows travel at once.
const MOST_ROWS: u32 = 500;

pub(crate) fn coupon_product_candidates(
    desk: &Desk,
    context: &Context,
    request: CouponCandidates,
) -> Answer<Page<CouponCandidate>> {
    desk.read(context, |view| {
        let named = named(&request.scope);
        let window = request.window;
        let ids = matching(view, &request.filter, &named)?;
        let shown = ids
            .iter()
            .skip(window.offset as usize)
            .take(window.limit.min(MOST_ROWS) as usize);
        let rows = shown
            .map(|id| candidate(view, context, id, &named))
            .collect::<Result<_, Trouble>>()?;
        Ok(Page {
            total: number(ids.len()),
            rows,
        })
    })
}

fn named(scope: &CouponScope) -> BTreeSet<ProductId> {
    match scope {
        CouponScope::Products { ids } => ids.iter().cloned().collect(),
        CouponScope::WholeShop | CouponScope::Unstated => BTreeSet::new(),
    }
}

pub(crate) fn matching(
    view: &View<'_>,
    filter: &CouponProductFilter,
    named: &BTreeSet<ProductId>,
) -> Result<Vec<ProductId>, Trouble> {
    let text = filter.search.trim().to_owned();
    let is_narrowed = !text.is_empty() || filter.category.is_some() || filter.status.is_some();
    // What the catalogue does not know is shown too, so that it can be taken out.
    if filter.only == CouponProductChoice::Named && !is_narrowed {
        return Ok(named.iter().cloned().collect());
    }
    let mut ids = product::ids(
        view,
        &Filter {
            text,
            only: match filter.status {
                None => Only::All,
                Some(ProductStatus::Active) => Only::Active,
                Some(ProductStatus::Inactive) => Only::Inactive,
            },
            category: filter.category.clone(),
        },
    )?;
    match filter.only {
        CouponProductChoice::All => {}
        CouponProductChoice::NotNamed => ids.retain(|id| !named.contains(id)),
        CouponProductChoice::Named => ids.retain(|id| named.contains(id)),
    }
    Ok(ids)
}

pub(crate) fn candidate(
    view: &View<'_>,
    context: &Context,
    id: &ProductId,
    named: &BTreeSet<ProductId>,
) -> Result<CouponCandidate, Trouble> {
    let product = product::find(view, id)?;
    let mut prices: Vec<_> = sku::of_product(view, id)?
        .into_iter()
        .filter(|sku| !sku.removed)
        .map(|sku| sku.retail_price)
        .collect();
    prices.sort_by_key(|price| price.amount());
    let obstacle = match &product {
        None => Some(context.say(
            "The catalogue does not know this product.",
            "商品目录中没有该商品。",
        )),
        Some(product) if product.status != ProductStatus::Active => {
            Some(context.say("Not on sale.", "未在售。"))
        }
        Some(_) => None,
    };
    let (title, category) = product.map_or_else(Default::default, |product| {
        (product.title, product.category)
    });
    Ok(CouponCandidate {
        product_id: id.clone(),
        title,
        category,
        retail_from: prices.first().copied(),
        retail_to: prices.last().copied(),
        named: named.contains(id),
        obstacle,
    })
}

pub(crate) fn coupon_products(
    desk: &Desk,
    context: &Context,
    request: CouponProducts,
) -> Answer<CouponProductsChanged> {
    desk.read(context, |view| {
        let shop = shop::require(view)?;
        let limit = shape::products_at_most(request.coupon_kind, &policy(&shop, context));
        let mut named = named(&request.scope);
        if matches!(request.choice, CouponProductsChosen::WholeShop) {
            return Ok(whole_shop(named.len()));
        }
        let chosen = chosen(view, context, &request.choice, &named)?;
        let changed = chosen
            .products
            .iter()
            .filter(|id| match request.include {
                true => named.insert((*id).clone()),
                false => named.remove(*id),
            })
            .count();
        let beyond_limit = limit.map_or(0, |limit| number(named.len()).saturating_sub(limit));
        Ok(CouponProductsChanged {
            changed: number(changed),
            unchanged: number(chosen.products.len() - changed),
            unknown_count: number(chosen.unknown.len()),
            unknown: chosen.unknown.into_iter().take(MOST_UNKNOWN).collect(),
            beyond_limit,
            scope: CouponScope::Products {
                ids: named.into_iter().collect(),
            },
        })
    })
}

fn whole_shop(were_named: usize) -> CouponProductsChanged {
    CouponProductsChanged {
        scope: CouponScope::WholeShop,
        changed: number(were_named),
        unchanged: 0,
        unknown: Vec::new(),
        unknown_count: 0,
        beyond_limit: 0,
    }
}

pub(crate) fn chosen(
    view: &View<'_>,
    context: &Context,
    choice: &CouponProductsChosen,
    named: &BTreeSet<ProductId>,
) -> Result<Named, Trouble> {
    match choice {
        CouponProductsChosen::Ids { product_ids } => by_words(
            view,
            named,
            product_ids.iter().map(|id| id.as_str().to_owned()),
        ),
        CouponProductsChosen::Pasted { text } => by_words(view, named, id_list::words(text)),
        CouponProductsChosen::File { path } => {
            let path = Path::new(path);
            let words = id_list::read(&Input::from(path))
                .map_err(|error| file_answer(path, &error, context.language))?;
            if words.is_empty() {
                return Err(empty_file(path, context).into());
            }
            by_words(view, named, words)
        }
        CouponProductsChosen::Matching { filter } => Ok(Named {
            products: matching(view, filter, named)?.into_iter().collect(),
            unknown: Vec::new(),
        }),
        CouponProductsChosen::WholeShop => Ok(Named::default()),
    }
}

fn empty_file(path: &Path, context: &Context) -> CommandError {
    let name = path.file_name().unwrap_or(path.as_os_str());
    CommandError::File {
        file: name.to_string_lossy().into_owned(),
        place: String::new(),
        message: context.say("The file has no ids.", "文件中没有任何 ID。"),
        remedy: context.say(
            "Choose a list with ids of products or SKUs, or seller's codes.",
            "请选择包含商品 ID、SKU ID 或商家编码的列表。",
        ),
    }
}
