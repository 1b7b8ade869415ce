//! Which products a coupon names: looked for, filtered, pasted, read from a file (CP-10).

use super::{number, policy, shape};
use crate::context::Context;
use crate::desk::Desk;
use crate::error::{Answer, CommandError};
use crate::trouble::{Trouble, file_answer};
use crate::wire::common::Page;
use crate::wire::coupons::{
    CouponCandidate, CouponCandidates, CouponProductChoice, CouponProductFilter, CouponProducts,
    CouponProductsChanged, CouponProductsChosen,
};
use seller_domain::catalogue::ProductStatus;
use seller_domain::seller_coupon::CouponScope;
use seller_domain::{ProductId, SkuId};
use seller_exchange::{Input, id_list};
use seller_store::product::{self, Filter, Only};
use seller_store::{View, shop, sku};
use std::collections::{BTreeSet, HashMap};
use std::path::Path;

/// So many rows travel at once.
const MOST_ROWS: u32 = 500;
/// So many words that are in no catalogue travel.
const MOST_UNKNOWN: usize = 100;

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

fn matching(
    view: &View<'_>,
    filter: &CouponProductFilter,
    named: &BTreeSet<ProductId>,
) -> Result<Vec<ProductId>, Trouble> {
    let text = filter.search.trim().to_owned();
    let found = |only| {
        let text = text.clone();
        product::ids(view, &Filter { text, only })
    };
    Ok(match filter.only {
        CouponProductChoice::OnSale => found(Only::Active)?,
        CouponProductChoice::NotNamed => {
            let mut ids = found(Only::Active)?;
            ids.retain(|id| !named.contains(id));
            ids
        }
        // What the catalogue does not know is shown too, so that it can be taken out.
        CouponProductChoice::Named if text.is_empty() => named.iter().cloned().collect(),
        CouponProductChoice::Named => {
            let mut ids = found(Only::All)?;
            ids.retain(|id| named.contains(id));
            ids
        }
    })
}

fn candidate(
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
            "商品表中没有该商品。",
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

/// Products and words that are none.
#[derive(Default)]
struct Chosen {
    products: BTreeSet<ProductId>,
    unknown: Vec<String>,
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

fn chosen(
    view: &View<'_>,
    context: &Context,
    choice: &CouponProductsChosen,
    named: &BTreeSet<ProductId>,
) -> Result<Chosen, Trouble> {
    match choice {
        CouponProductsChosen::Ids { product_ids } => known(
            view,
            named,
            product_ids.iter().map(|id| id.as_str().to_owned()),
        ),
        CouponProductsChosen::Pasted { text } => known(view, named, id_list::words(text)),
        CouponProductsChosen::File { path } => {
            let path = Path::new(path);
            let words = id_list::read(&Input::from(path))
                .map_err(|error| file_answer(path, &error, context.language))?;
            if words.is_empty() {
                return Err(empty_file(path, context).into());
            }
            known(view, named, words)
        }
        CouponProductsChosen::Matching { filter } => Ok(Chosen {
            products: matching(view, filter, named)?.into_iter().collect(),
            unknown: Vec::new(),
        }),
        CouponProductsChosen::WholeShop => Ok(Chosen::default()),
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

/// The products that words mean: ids of products or SKUs, or the seller's codes.
fn known(
    view: &View<'_>,
    named: &BTreeSet<ProductId>,
    words: impl IntoIterator<Item = String>,
) -> Result<Chosen, Trouble> {
    let mut chosen = Chosen::default();
    let mut others = Vec::new();
    let mut seen = BTreeSet::new();
    for word in words {
        if !seen.insert(word.clone()) {
            continue;
        }
        let id = ProductId::new(word.as_str());
        // What is named already can be taken out, known or not.
        if named.contains(&id) || product::find(view, &id)?.is_some() {
            chosen.products.insert(id);
        } else if let Some(sku) = sku::find(view, &SkuId::new(word.as_str()))? {
            chosen.products.insert(sku.product_id);
        } else {
            others.push(word);
        }
    }
    if others.is_empty() {
        return Ok(chosen);
    }
    let mut by_code: HashMap<String, BTreeSet<ProductId>> = HashMap::new();
    sku::each(view, |sku| {
        if !sku.removed && !sku.seller_sku.is_empty() {
            by_code
                .entry(sku.seller_sku)
                .or_default()
                .insert(sku.product_id);
        }
        Ok(())
    })?;
    for word in others {
        match by_code.get(&word) {
            Some(products) => chosen.products.extend(products.iter().cloned()),
            None => chosen.unknown.push(word),
        }
    }
    Ok(chosen)
}
