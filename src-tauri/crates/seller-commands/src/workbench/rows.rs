//! One row of the grid: what is known, what is legal, what it leaves.

use super::Workbench;
use crate::context::Context;
use crate::views::Views;
use crate::wire::drafts::{CorridorView, FeeLine, GridRow, RowFinding};
use seller_domain::Money;
use seller_planner::corridor::SkuCorridor;
use seller_planner::profit::{FeeName, UnitEconomics, everyday_economics, unit_economics};
use seller_planner::{Scenario, sku_corridor};
use seller_rulebook::cases::ProductCase;
use seller_rulebook::{Finding, SkuFacts, review};

impl Workbench {
    /// The facts of a SKU; none if the catalogue does not know it.
    pub fn known(&self, product: usize, sku: usize) -> Option<&SkuFacts> {
        let entry = &self.draft.products[product];
        let wanted = &entry.skus[sku].sku_id;
        let known = self.facts.products.get(&entry.product_id)?;
        known.skus.iter().find(|known| known.sku.id == *wanted)
    }

    /// Whether a product is left out of Smart Promotion (SP-07).
    pub fn left_out(&self, product: usize) -> bool {
        let id = &self.draft.products[product].product_id;
        let known = self.facts.products.get(id);
        known.is_some_and(|known| known.excluded)
    }

    /// What one unit leaves at its campaign price.
    pub fn economics(&self, product: usize, sku: usize) -> Option<UnitEconomics> {
        let entry = &self.draft.products[product].skus[sku];
        let (price, terms) = (entry.campaign_price?, self.terms.as_ref().ok()?);
        let known = self.known(product, sku)?;
        unit_economics(
            &known.sku,
            price,
            entry.extra_discount,
            &terms.leaving_out(self.left_out(product)),
            Scenario::WORST_ORDER,
        )
        .ok()
    }

    /// A row of the grid with its verdict.
    pub fn row(&self, product: usize, sku: usize, views: &mut Views) -> GridRow {
        let entry = &self.draft.products[product];
        let cell = &entry.skus[sku];
        let facts = self.facts.products.get(&entry.product_id);
        let known = self.known(product, sku);
        let corridor = self.corridor(product, sku);
        let unit = self.economics(product, sku);
        let everyday = known
            .zip(self.terms.as_ref().ok())
            .and_then(|(known, terms)| everyday_economics(&known.sku, terms).ok());
        let fees = unit
            .as_ref()
            .map(|unit| sum(unit.price, unit.fees.iter().map(|fee| fee.amount)));
        GridRow {
            sku_id: cell.sku_id.clone(),
            product_id: entry.product_id.clone(),
            title: facts
                .map(|facts| facts.product.title.clone())
                .unwrap_or_default(),
            variation: known
                .map(|known| known.sku.variation.clone())
                .unwrap_or_default(),
            seller_sku: known
                .map(|known| known.sku.seller_sku.clone())
                .unwrap_or_default(),
            tier: entry.tier,
            retail_price: known.map(|known| known.sku.retail_price),
            discount_price: known.and_then(|known| known.sku.discount_price),
            lowest_price: corridor.low,
            recommended_price: corridor.recommended,
            corridor: corridor_view(&corridor),
            campaign_price: cell.campaign_price,
            campaign_stock: cell
                .campaign_stock
                .map(|stock| stock.normalize().to_string()),
            extra_discount: cell.extra_discount,
            available_stock: known.and_then(|known| known.sku.stock),
            unit_cost: known.and_then(|known| known.sku.unit_cost),
            fees,
            margin: unit.as_ref().and_then(|unit| unit.margin),
            margin_percent: unit.as_ref().and_then(|unit| unit.margin_percent),
            margin_at_retail: everyday.and_then(|unit| unit.margin),
            findings: self.row_findings(product, sku, views),
        }
    }

    fn corridor(&self, product: usize, sku: usize) -> SkuCorridor {
        let entry = &self.draft.products[product];
        let case = ProductCase::new(self.setting(), entry).sku(&entry.skus[sku]);
        match &self.terms {
            Ok(terms) => sku_corridor(&case, terms),
            Err(_) => legal_only(&review::corridor(&case)),
        }
    }

    fn row_findings(&self, product: usize, sku: usize, views: &mut Views) -> Vec<RowFinding> {
        let mut findings: Vec<&Finding> = self.findings_at(product, sku).collect();
        findings.sort_by_key(|finding| finding.grade);
        findings
            .into_iter()
            .map(|finding| RowFinding {
                rule: finding.rule.id.to_owned(),
                grade: finding.grade,
                field: finding.fault.field.to_owned(),
                what: views.what(finding),
            })
            .collect()
    }

    /// The findings about a SKU or about its product as a whole.
    pub fn findings_at(&self, product: usize, sku: usize) -> impl Iterator<Item = &Finding> {
        let sku_id = &self.draft.products[product].skus[sku].sku_id;
        let here = move |finding: &&Finding| {
            finding
                .place
                .sku_id
                .as_ref()
                .is_none_or(|place| place == sku_id)
        };
        self.findings_of(product).iter().filter(here)
    }
}

/// The corridor without its margin floor, where the terms of an order are incomplete.
fn legal_only(legal: &seller_rulebook::Corridor) -> SkuCorridor {
    SkuCorridor {
        floor: legal.floor.map(Into::into),
        ceiling: legal.ceiling.map(Into::into),
        empty: legal.is_empty(),
        margin_floor: seller_planner::corridor::MarginFloor::UnknownTerms,
        deepest: None,
        recommended: None,
        retail: None,
        discount: None,
        low: None,
        low_since: None,
        last_time: None,
    }
}

fn corridor_view(corridor: &SkuCorridor) -> CorridorView {
    let counting = corridor.counting_floor();
    CorridorView {
        floor: corridor.floor.map(|end| end.price),
        floor_rule: corridor.floor.map(|end| end.rule.to_owned()),
        ceiling: corridor.ceiling.map(|end| end.price),
        ceiling_rule: corridor.ceiling.map(|end| end.rule.to_owned()),
        margin_floor: corridor.margin_floor.price(),
        counting_floor: counting.price,
        counting_floor_by: counting.by,
        is_empty: corridor.empty,
    }
}

/// A line whose amount is no rate of anything.
pub(crate) fn plain(key: &str, name: String, amount: Money) -> FeeLine {
    FeeLine {
        key: key.to_owned(),
        name,
        base: None,
        rate: None,
        amount,
    }
}

/// Every line between the price of a unit and its margin.
pub(crate) fn unit_lines(unit: &UnitEconomics, context: &Context) -> Vec<FeeLine> {
    let zero = Money::zero(unit.price.currency());
    let coupon = unit
        .coupon
        .as_ref()
        .map_or(zero, |coupon| coupon.seller_share);
    let mut lines = vec![
        plain(
            "campaign_price",
            context.say("Campaign price", "活动价"),
            unit.price,
        ),
        plain(
            "extra_discount",
            context.say("Extra discount", "额外折扣"),
            -unit.extra_discount,
        ),
        plain(
            "coupon_seller_share",
            context.say("Your share of the coupon", "优惠券商家承担"),
            -coupon,
        ),
        plain("tax", context.say("Tax", "税"), -unit.tax),
    ];
    lines.extend(unit.fees.iter().map(|fee| FeeLine {
        key: fee_key(fee.name).to_owned(),
        name: fee_name(fee.name, context),
        base: Some(fee.base),
        rate: Some(fee.rate),
        amount: -fee.amount,
    }));
    lines.push(plain(
        "shipping_cost",
        context.say("Shipping", "运费成本"),
        -unit.shipping_cost,
    ));
    lines.push(plain(
        "payout",
        context.say("Payout", "结算金额"),
        unit.payout,
    ));
    if let (Some(cost), Some(margin)) = (unit.unit_cost, unit.margin) {
        lines.push(plain(
            "unit_cost",
            context.say("Unit cost", "单件成本"),
            -cost,
        ));
        lines.push(plain(
            "margin",
            context.say("Left over", "剩余利润"),
            margin,
        ));
    }
    lines.retain(|line| !line.amount.is_zero() || matches!(line.key.as_str(), "payout" | "margin"));
    lines
}

/// The key of a fee.
pub(crate) fn fee_key(fee: FeeName) -> &'static str {
    match fee {
        FeeName::CampaignService => "campaign_service_fee",
        FeeName::SmartPromotionSurcharge => "smart_promotion_surcharge",
        FeeName::SmartPromotion => "smart_promotion_fee",
        FeeName::Referral => "referral_fee",
        FeeName::AffiliateCommission => "affiliate_commission",
    }
}

/// The name of a fee.
pub(crate) fn fee_name(fee: FeeName, context: &Context) -> String {
    match fee {
        FeeName::CampaignService => context.say("Campaign service fee", "活动服务费"),
        FeeName::SmartPromotionSurcharge => {
            context.say("Smart Promotion surcharge", "智能促销活动附加费")
        }
        FeeName::SmartPromotion => context.say("Smart Promotion fee", "智能促销服务费"),
        FeeName::Referral => context.say("Referral fee", "平台佣金"),
        FeeName::AffiliateCommission => context.say("Affiliate commission", "联盟佣金"),
    }
}

fn sum(like: Money, amounts: impl Iterator<Item = Money>) -> Money {
    amounts.fold(Money::zero(like.currency()), |sum, amount| sum + amount)
}
