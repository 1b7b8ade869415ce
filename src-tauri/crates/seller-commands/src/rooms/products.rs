//! The catalogue: products, their SKUs and prices, and changes to single SKUs.

mod edit;
pub(crate) mod registered;

pub(crate) use edit::sku_edit;

use crate::context::Context;
use crate::desk::Desk;
use crate::error::{Answer, CommandError};
use crate::standing::standing;
use crate::trouble::Trouble;
use crate::wire::common::{Nothing, Page};
use crate::wire::products::{
    ProductCategories, ProductCategory, ProductDetail, ProductFilter, ProductGet, ProductLine,
    ProductPage, ProductRegistration, SkuDetail,
};
use seller_domain::catalogue::Sku;
use seller_domain::price_history::LookBack;
use seller_domain::shop::Shop;
use seller_domain::{Period, ProductId};
use seller_planner::OrderTerms;
use seller_planner::profit::everyday_economics;
use seller_rulebook::Policy;
use seller_store::product::{self, Filter, Only};
use seller_store::{
    View, campaign, price_record, registration_product, shop, sku, smart_promotion,
};

pub(crate) fn product_categories(
    desk: &Desk,
    context: &Context,
    _: Nothing,
) -> Answer<ProductCategories> {
    desk.read(context, |view| {
        let categories = product::categories(view)?
            .into_iter()
            .filter(|(name, _)| !name.is_empty())
            .map(|(name, products)| ProductCategory { name, products })
            .collect();
        Ok(ProductCategories { categories })
    })
}

pub(crate) fn product_page(
    desk: &Desk,
    context: &Context,
    request: ProductPage,
) -> Answer<Page<ProductLine>> {
    desk.read(context, |view| {
        let filter = Filter {
            text: request.search.clone(),
            only: match request.only {
                ProductFilter::All => Only::All,
                ProductFilter::Active => Only::Active,
                ProductFilter::Inactive => Only::Inactive,
                ProductFilter::WithoutCost => Only::WithoutCost,
                ProductFilter::InSkuError => Only::InSkuError,
            },
            category: None,
        };
        let window = request.window;
        let lines = product::page(view, &filter, window.offset, window.limit.min(500))?;
        Ok(Page {
            total: product::count(view, &filter)?,
            rows: lines
                .into_iter()
                .map(|line| {
                    let campaigns = registration_product::live_campaigns(view, &line.product.id)?;
                    Ok(ProductLine {
                        skus: line.skus,
                        retail_from: line.retail.map(|(lowest, _)| lowest),
                        retail_to: line.retail.map(|(_, highest)| highest),
                        stock: line
                            .stock
                            .map(|units| u32::try_from(units).unwrap_or(u32::MAX)),
                        skus_without_cost: line.skus_without_cost,
                        campaigns: u32::try_from(campaigns.len()).unwrap_or(u32::MAX),
                        product: line.product,
                    })
                })
                .collect::<Result<_, Trouble>>()?,
        })
    })
}

pub(crate) fn product_get(
    desk: &Desk,
    context: &Context,
    request: ProductGet,
) -> Answer<ProductDetail> {
    desk.read(context, |view| detail(view, context, &request.product_id))
}

/// A product with everything known of it.
fn detail(view: &View<'_>, context: &Context, id: &ProductId) -> Result<ProductDetail, Trouble> {
    let product = product::find(view, id)?
        .ok_or_else(|| CommandError::not_found("product", id, context.language))?;
    let shop = shop::require(view)?;
    let lens = Lens::of(view, &shop, context)?;
    let skus = sku::of_product(view, id)?
        .into_iter()
        .filter(|sku| !sku.removed)
        .map(|sku| lens.sku(view, sku))
        .collect::<Result<_, Trouble>>()?;
    Ok(ProductDetail {
        skus,
        registrations: registrations(view, context, id)?,
        product,
    })
}

/// What the prices of SKUs are looked at with.
struct Lens {
    terms: OrderTerms,
    look_back: Option<(LookBack, Period)>,
}

impl Lens {
    fn of(view: &View<'_>, shop: &Shop, context: &Context) -> Result<Self, Trouble> {
        let policy = Policy::on(
            shop.market,
            shop.currency,
            shop.time_zone.day_of(context.now),
        );
        let enrolment = smart_promotion::enrolment(view)?;
        let terms = OrderTerms::everyday(shop, &enrolment).map_err(|missing| {
            CommandError::invalid(
                "fee_terms",
                crate::trouble::terms_words(&missing, context.language),
                context.say("Correct it in the shop's settings.", "请在店铺设置中更正。"),
            )
        })?;
        Ok(Self {
            terms,
            look_back: policy
                .look_back()
                .map(|look_back| (look_back, look_back.window(context.now, shop.time_zone))),
        })
    }

    fn sku(&self, view: &View<'_>, sku: Sku) -> Result<SkuDetail, Trouble> {
        let history = price_record::of_sku(view, &sku.id)?;
        let lowest = self
            .look_back
            .and_then(|(look_back, window)| look_back.lowest(&history, window))
            .map(|record| record.price);
        let unit = everyday_economics(&sku, &self.terms).ok();
        Ok(SkuDetail {
            lowest,
            margin_at_retail: unit.as_ref().and_then(|unit| unit.margin),
            margin_percent: unit.as_ref().and_then(|unit| unit.margin_percent),
            history,
            look_back: self.look_back.map(|(_, window)| window),
            sku,
        })
    }
}

fn registrations(
    view: &View<'_>,
    context: &Context,
    id: &ProductId,
) -> Result<Vec<ProductRegistration>, Trouble> {
    let filter = registration_product::Filter {
        product_id: Some(id.clone()),
        ..registration_product::Filter::default()
    };
    registration_product::page(view, &filter, 0, 500)?
        .into_iter()
        .map(|line| {
            let campaign = campaign::require(view, &line.campaign_id)?;
            Ok(ProductRegistration {
                campaign_id: campaign.id,
                campaign_name: campaign.name,
                running: campaign.running,
                state: standing(&line.state, context.language),
            })
        })
        .collect()
}
