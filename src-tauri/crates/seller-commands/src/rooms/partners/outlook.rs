//! What a rate leaves of each product: at retail, and at the campaign prices that it is
//! registered with while creators sell (AF-05, AF-06).

use super::joining::{facts, sample_words};
use super::{MOST_ROWS, number};
use crate::context::Context;
use crate::desk::Desk;
use crate::error::{Answer, CommandError};
use crate::trouble::{Trouble, price_words, terms_words};
use crate::wire::drafts::FeeLine;
use crate::wire::partner_campaigns::{
    JoinOutlook, JoinOutlookLine, JoinOutlookShown, JoinProductGet, JoinProductShown, JoinSale,
};
use crate::workbench::{fee_key, fee_name};
use seller_domain::catalogue::Sku;
use seller_domain::partner_campaign::{SampleCosts, SamplesPromised, whole_samples};
use seller_domain::{Language, Money, Percent, Period, ProductId, SkuId};
use seller_planner::partner_campaign::{
    PlannedSale, ProductAtRate, SaleAtRate, SkuAtRate, product_at_rate, sku_at_rate,
};
use seller_planner::{OrderTerms, Scenario};
use seller_rulebook::message::count_text;
use seller_store::facts::{self as campaign_facts, Scope};
use seller_store::{
    View, campaign, partner_campaign, product, registration, registration_sku, shop, sku,
    smart_promotion,
};
use std::collections::{HashMap, HashSet};

/// What orders are charged, and the campaign prices that run while creators sell.
struct Prices {
    language: Language,
    everyday: OrderTerms,
    campaigns: Vec<(String, OrderTerms)>,
    /// The campaign by its place, the price, the extra discount.
    planned: HashMap<SkuId, Vec<(usize, Money, Option<Percent>)>>,
}

impl Prices {
    fn of(view: &View<'_>, context: &Context, running: Period) -> Result<Self, Trouble> {
        let shop = shop::require(view)?;
        let unknown = |why: seller_planner::UnknownTerms| {
            CommandError::invalid(
                "fee_terms",
                terms_words(&why, context.language),
                context.say(
                    "Complete the shop's and the campaign's terms.",
                    "请补全店铺和活动的条款。",
                ),
            )
        };
        let everyday =
            OrderTerms::everyday(&shop, &smart_promotion::enrolment(view)?).map_err(unknown)?;
        let mut prices = Self {
            language: context.language,
            everyday,
            campaigns: Vec::new(),
            planned: HashMap::new(),
        };
        for campaign in campaign::overlapping(view, running)? {
            if campaign.running.is_over(context.now) {
                continue;
            }
            let facts = campaign_facts::load(view, &campaign.id, Scope::Shop, context.now)?;
            let registered: Vec<_> = registration::of_campaign(view, &campaign.id)?
                .into_iter()
                .flat_map(|submission| submission.coupons)
                .collect();
            let terms = OrderTerms::of(&facts, &facts.policy(), &registered).map_err(unknown)?;
            let place = prices.campaigns.len();
            prices.campaigns.push((campaign.name, terms));
            registration_sku::each_live(view, &campaign.id, |submitted| {
                prices.planned.entry(submitted.sku_id).or_default().push((
                    place,
                    submitted.campaign_price,
                    submitted.extra_discount,
                ));
                Ok::<_, Trouble>(())
            })?;
        }
        Ok(prices)
    }

    /// What a rate leaves of a SKU, in the order of each campaign that pays least.
    fn at_rate(&self, sku: &Sku, rate: Percent) -> Result<SkuAtRate, Trouble> {
        let registered = self.planned.get(&sku.id).map_or(&[][..], Vec::as_slice);
        let planned: Vec<_> = registered
            .iter()
            .map(|(place, price, extra_discount)| {
                let (campaign, terms) = &self.campaigns[*place];
                PlannedSale {
                    campaign,
                    price: *price,
                    extra_discount: *extra_discount,
                    terms,
                }
            })
            .collect();
        sku_at_rate(sku, rate, &self.everyday, &planned, Scenario::WORST_ORDER).map_err(|why| {
            CommandError::invalid("price", price_words(&why, self.language), "").into()
        })
    }

    fn product(&self, skus: Vec<Sku>, rate: Percent) -> Result<Vec<(Sku, SkuAtRate)>, Trouble> {
        skus.into_iter()
            .filter(|sku| !sku.removed)
            .map(|sku| {
                let seen = self.at_rate(&sku, rate)?;
                Ok((sku, seen))
            })
            .collect()
    }
}

fn summed(skus: &[(Sku, SkuAtRate)]) -> ProductAtRate {
    let seen: Vec<SkuAtRate> = skus.iter().map(|(_, seen)| seen.clone()).collect();
    product_at_rate(&seen)
}

pub(crate) fn partner_join_outlook(
    desk: &Desk,
    context: &Context,
    request: JoinOutlook,
) -> Answer<JoinOutlookShown> {
    desk.read(context, |view| {
        let draft = &request.draft;
        let facts = facts(view, context, draft)?;
        let prices = Prices::of(view, context, facts.campaign.running)?;
        let known = |id: &&ProductId| facts.products.contains_key(*id);
        let mut skus = skus_of(view, &draft.distinct().filter(known).collect())?;
        let mut lines = Vec::new();
        for id in draft.distinct().filter(known) {
            let Some(rate) = draft.rate_of(id) else {
                continue;
            };
            let of_product = skus.remove(id).unwrap_or_default();
            lines.push(JoinOutlookLine {
                at_rate: summed(&prices.product(of_product, rate)?),
                product_id: id.clone(),
                title: String::new(),
                rate,
                samples: draft.samples_of(id).and_then(whole_samples),
                sample_costs: facts
                    .products
                    .get(id)
                    .map_or_else(SampleCosts::default, |known| known.costs),
            });
        }
        lines.sort_by_key(|line| {
            let least = least_left(&line.at_rate);
            (least.is_none(), least.map(Money::amount))
        });
        let promised = facts.promised(draft);
        let mut shown = totals(&lines, promised);
        shown.words = said(&shown, context);
        shown.words.push(sample_words(&promised, context));
        let window = request.window;
        shown.rows = lines
            .into_iter()
            .skip(window.offset as usize)
            .take(window.limit.min(MOST_ROWS) as usize)
            .collect();
        for row in &mut shown.rows {
            row.title = title(view, &row.product_id)?;
        }
        Ok(shown)
    })
}

/// So many products are looked up one by one; more are found in one pass over the catalogue.
const SINGLY: usize = 500;

/// The SKUs of products.
fn skus_of(
    view: &View<'_>,
    products: &HashSet<&ProductId>,
) -> Result<HashMap<ProductId, Vec<Sku>>, Trouble> {
    let mut skus: HashMap<ProductId, Vec<Sku>> = HashMap::with_capacity(products.len());
    if products.len() <= SINGLY {
        for id in products {
            skus.insert((*id).clone(), sku::of_product(view, id)?);
        }
        return Ok(skus);
    }
    sku::each(view, |sku| {
        if products.contains(&sku.product_id) {
            skus.entry(sku.product_id.clone()).or_default().push(sku);
        }
        Ok(())
    })?;
    Ok(skus)
}

fn title(view: &View<'_>, id: &ProductId) -> Result<String, Trouble> {
    Ok(product::find(view, id)?.map_or_else(String::new, |product| product.title))
}

/// The least that any sale of the product leaves; none where no cost is known.
fn least_left(at_rate: &ProductAtRate) -> Option<Money> {
    let sales = [&at_rate.worst_at_retail, &at_rate.worst_in_campaign];
    let left = sales.into_iter().flatten().map(|worst| worst.left);
    left.min_by_key(|left| left.amount())
}

fn totals(lines: &[JoinOutlookLine], promised: SamplesPromised) -> JoinOutlookShown {
    let count = |is_so: &dyn Fn(&ProductAtRate) -> bool| {
        number(lines.iter().filter(|line| is_so(&line.at_rate)).count())
    };
    let known = |at: &ProductAtRate| at.cost_unknown < at.skus;
    let all_keep = lines
        .iter()
        .filter(|line| known(&line.at_rate))
        .map(|line| line.at_rate.no_loss_up_to)
        .collect::<Option<Vec<_>>>();
    JoinOutlookShown {
        total: number(lines.len()),
        rows: Vec::new(),
        losing_at_retail: count(&|at| at.losing_at_retail > 0),
        losing_in_campaign: count(&|at| at.losing_in_campaign > 0),
        cost_unknown: count(&|at| at.cost_unknown > 0),
        no_loss_up_to: all_keep.and_then(|rates| rates.into_iter().min()),
        promised,
        words: Vec::new(),
    }
}

fn said(shown: &JoinOutlookShown, context: &Context) -> Vec<String> {
    let mut words = Vec::new();
    let retail = count_text(shown.losing_at_retail);
    let campaign = count_text(shown.losing_in_campaign);
    if shown.losing_at_retail > 0 {
        words.push(context.say(
            format!("At retail {retail} products are sold at a loss at this rate."),
            format!("按零售价，{retail} 个商品在该佣金率下亏损。"),
        ));
    }
    if shown.losing_in_campaign > 0 {
        words.push(context.say(
            format!("At the campaign prices they are registered with, {campaign} products are sold at a loss."),
            format!("按已报名的活动价，{campaign} 个商品亏损。"),
        ));
    }
    if let Some(rate) = shown.no_loss_up_to {
        words.push(context.say(
            format!("No product whose cost is known is sold at a loss up to {rate} %."),
            format!("佣金率不超过 {rate} % 时，成本已知的商品均不亏损。"),
        ));
    }
    if shown.cost_unknown > 0 {
        let unknown = count_text(shown.cost_unknown);
        words.push(context.say(
            format!(
                "Products of which some cost is not known, so that nothing can be said: {unknown}."
            ),
            format!("{unknown} 个商品有未知成本，无法判断。"),
        ));
    }
    words
}

pub(crate) fn partner_join_product(
    desk: &Desk,
    context: &Context,
    request: JoinProductGet,
) -> Answer<JoinProductShown> {
    desk.read(context, |view| {
        let campaign = partner_campaign::require(view, &request.campaign_id)?;
        let id = &request.product_id;
        if product::find(view, id)?.is_none() {
            return Err(CommandError::not_found("product", id, context.language).into());
        }
        let prices = Prices::of(view, context, campaign.running)?;
        let skus = prices.product(sku::of_product(view, id)?, request.rate)?;
        Ok(JoinProductShown {
            title: title(view, id)?,
            at_rate: summed(&skus),
            sales: skus
                .iter()
                .flat_map(|(sku, seen)| seen.sales().map(move |sold| sale(sku, sold, context)))
                .collect(),
        })
    })
}

fn sale(sku: &Sku, sold: &SaleAtRate, context: &Context) -> JoinSale {
    let unit = &sold.unit;
    let of_coupon = unit.coupon.as_ref().map_or_else(
        || Money::zero(unit.price.currency()),
        |part| part.seller_share,
    );
    JoinSale {
        sku_id: sku.id.clone(),
        variation: sku.variation.clone(),
        campaign: sold.campaign.clone(),
        price: unit.price,
        discounts: unit.extra_discount + of_coupon,
        fees: unit
            .fees
            .iter()
            .map(|fee| FeeLine {
                key: fee_key(fee.name).to_owned(),
                name: fee_name(fee.name, context),
                base: Some(fee.base),
                rate: Some(fee.rate),
                amount: fee.amount,
            })
            .collect(),
        shipping_cost: unit.shipping_cost,
        unit_cost: unit.unit_cost,
        left: unit.margin,
        break_even: sold.break_even,
    }
}
