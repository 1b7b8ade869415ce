//! Loads what a registration is checked against, in a few passes over the
//! tables, each in the order of products.

mod beside;
mod brought;

pub use brought::{Brought, unheard_of};

use crate::error::StoreError;
use crate::price_record::LastRead;
use crate::registration_product::{self, LIVE, read_state};
use crate::stated_terms::{self, narrowed};
use crate::values::{LastInstant, instant_text, read_instant, read_instant_opt, read_money, text};
use crate::view::View;
use crate::{campaign, draft_rows, price_record, product, shop, sku, smart_promotion};
use chrono::Duration;
use rusqlite::{Row, params};
use seller_domain::price_history::{PriceKind, PriceRecord};
use seller_domain::{CampaignId, Currency, DraftId, Instant, Period, ProductId};
use seller_rulebook::facts::{Facts, OtherPlan, ProductFacts, SkuFacts};
use std::collections::HashMap;

/// No campaign looks back further; its own look-back counts where it does.
const LONGEST_LOOK_BACK_DAYS: u32 = 366;

/// Which products the facts are about.
#[derive(Debug, Clone, Copy)]
pub enum Scope<'a> {
    /// None: the shop against the campaign.
    Shop,
    /// All products of a draft.
    Draft(&'a DraftId),
    /// These.
    Products(&'a [ProductId]),
}

/// Everything known for a check of `campaign` at `now`.
///
/// Inside a write it is read there, so that check and save cannot disagree.
///
/// # Errors
/// [`StoreError::NoShop`], [`StoreError::Absent`] for an unknown campaign or draft.
pub fn load(
    view: &View<'_>,
    campaign: &CampaignId,
    scope: Scope<'_>,
    now: Instant,
) -> Result<Facts, StoreError> {
    let mut facts = Facts {
        now,
        shop: shop::require(view)?,
        enrolment: smart_promotion::enrolment(view)?,
        campaign: campaign::require(view, campaign)?,
        accepted_products: usize::try_from(registration_product::accepted_in(view, campaign)?)
            .unwrap_or(usize::MAX),
        products: HashMap::new(),
    };
    let ids = match scope {
        Scope::Shop => return Ok(facts),
        Scope::Draft(draft) => draft_rows::product_ids(view, draft)?,
        Scope::Products(ids) => ids.to_vec(),
    };
    facts.products = products(view, &facts, ids)?;
    Ok(facts)
}

/// What is known of more products, beside the shop and the campaign of `facts`.
pub fn products(
    view: &View<'_>,
    facts: &Facts,
    mut ids: Vec<ProductId>,
) -> Result<HashMap<ProductId, ProductFacts>, StoreError> {
    ids.sort_unstable();
    ids.dedup();
    let loading = Loading {
        view,
        now: facts.now,
        campaign: &facts.campaign,
        currency: view.currency()?,
        reach: Reach::of(view, &ids)?,
        ids,
    };
    let mut products = loading.products()?;
    loading.skus(&mut products)?;
    loading.records(&mut products)?;
    loading.stated(&mut products)?;
    loading.states(&mut products)?;
    loading.elsewhere(&mut products)?;
    loading.replaced_prices(&mut products)?;
    loading.exclusions(&mut products)?;
    Ok(products
        .into_iter()
        .map(|mut product| {
            for sku in &mut product.skus {
                sku.history.sort_by_key(|record| record.from);
            }
            (product.product.id.clone(), product)
        })
        .collect())
}

/// How the rows of many products are reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reach {
    /// One after the other: they are few among many.
    One,
    /// In one pass from the first to the last: most in between are wanted.
    Range,
}

/// A pass pays when at least one product in so many is wanted.
const WORTH_A_PASS: usize = 8;

impl Reach {
    fn of(view: &View<'_>, ids: &[ProductId]) -> Result<Self, StoreError> {
        let (Some(first), Some(last)) = (ids.first(), ids.last()) else {
            return Ok(Self::One);
        };
        // Counting stops where the answer is clear.
        let enough = ids.len().saturating_mul(WORTH_A_PASS);
        let between: usize = view
            .statement(
                "SELECT count(*) FROM (SELECT 1 FROM product WHERE id BETWEEN ?1 AND ?2 LIMIT ?3)",
            )?
            .query_row(
                params![
                    first.as_str(),
                    last.as_str(),
                    i64::try_from(enough).unwrap_or(i64::MAX)
                ],
                |row| row.get::<_, i64>(0),
            )?
            .try_into()
            .unwrap_or(usize::MAX);
        Ok(if between < enough {
            Self::Range
        } else {
            Self::One
        })
    }
}

/// One loading of the facts of some products.
struct Loading<'a> {
    view: &'a View<'a>,
    now: Instant,
    campaign: &'a seller_domain::campaign::Campaign,
    currency: Currency,
    reach: Reach,
    /// In order, each once.
    ids: Vec<ProductId>,
}

impl Loading<'_> {
    /// Shows `see` every row of the wanted products in the order of product
    /// ids. `sql` holds `{}` where the product column is compared; the first
    /// column is the product id, further parameters come after the third.
    fn each(
        &self,
        column: &str,
        sql: &str,
        further: &[&str],
        mut see: impl FnMut(&Row<'_>) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let condition = format!("{column} BETWEEN ?1 AND ?2");
        let mut select = self.view.statement(&sql.replace("{}", &condition))?;
        for (index, value) in (3..).zip(further) {
            select.raw_bind_parameter(index, value)?;
        }
        let mut pass = |first: &ProductId, last: &ProductId| -> Result<(), StoreError> {
            select.raw_bind_parameter(1, first.as_str())?;
            select.raw_bind_parameter(2, last.as_str())?;
            let mut rows = select.raw_query();
            while let Some(row) = rows.next()? {
                see(row)?;
            }
            Ok(())
        };
        match (self.reach, self.ids.first(), self.ids.last()) {
            (Reach::Range, Some(first), Some(last)) => pass(first, last),
            _ => self.ids.iter().try_for_each(|id| pass(id, id)),
        }
    }

    fn products(&self) -> Result<Vec<ProductFacts>, StoreError> {
        let mut found = Vec::with_capacity(self.ids.len());
        let mut wanted = Cursor::over(self.ids.iter().map(ProductId::as_str));
        self.each(
            "id",
            "SELECT id, title, category, brand, active FROM product WHERE {} ORDER BY id",
            &[],
            |row| {
                if wanted.reach(text(row, 0)?).is_some() {
                    found.push(ProductFacts {
                        product: product::read(row, 0)?,
                        skus: Vec::new(),
                        excluded: false,
                        state: None,
                    });
                }
                Ok(())
            },
        )?;
        Ok(found)
    }

    fn skus(&self, products: &mut [ProductFacts]) -> Result<(), StoreError> {
        let mut place = Walk::default();
        let mut since = LastInstant::default();
        self.each(
            "product_id",
            &format!(
                "SELECT product_id, {}, sku.retail_since, sku.discount_since FROM sku \
                 WHERE {{}} AND removed = 0 ORDER BY product_id, id",
                sku::COLUMNS
            ),
            &[],
            |row| {
                let Some(index) = place.product(products, text(row, 0)?) else {
                    return Ok(());
                };
                let sku = sku::read(row, 1, self.currency)?;
                // One more comes from the records of most.
                let mut history = Vec::with_capacity(2);
                history.push(PriceRecord {
                    kind: PriceKind::Retail,
                    price: sku.retail_price,
                    from: since.read(text(row, 11)?)?,
                    until: None,
                });
                if let (Some(price), Some(from)) = (sku.discount_price, read_instant_opt(row, 12)?)
                {
                    history.push(PriceRecord {
                        kind: PriceKind::Discount,
                        price,
                        from,
                        until: None,
                    });
                }
                products[index].skus.push(SkuFacts {
                    sku,
                    history,
                    stated: None,
                    elsewhere: Vec::new(),
                });
                Ok(())
            },
        )
    }

    fn records(&self, products: &mut [ProductFacts]) -> Result<(), StoreError> {
        let mut place = Walk::default();
        let mut last = LastRead::default();
        let earliest = instant_text(self.look_back_start());
        self.each(
            "product_id",
            "SELECT product_id, sku_id, kind, from_at, until_at, price FROM price_record \
             WHERE {} AND (until_at IS NULL OR until_at > ?3) ORDER BY product_id, sku_id",
            &[&earliest],
            |row| {
                if let Some(sku) = place.sku(products, text(row, 0)?, text(row, 1)?) {
                    let record = price_record::read_with(row, 2, self.currency, &mut last)?;
                    sku.history.push(record);
                }
                Ok(())
            },
        )
    }

    /// A day more than needed: the look-back itself counts days in the shop's zone.
    fn look_back_start(&self) -> Instant {
        let own = self.campaign.pricing.look_back.map_or(0, |look| look.days);
        let days = own.max(LONGEST_LOOK_BACK_DAYS) + 1;
        self.now
            .checked_sub_signed(Duration::days(days.into()))
            .unwrap_or(Instant::MIN_UTC)
    }

    fn stated(&self, products: &mut [ProductFacts]) -> Result<(), StoreError> {
        let campaign = self.campaign.id.as_str();
        let anything: bool = self
            .view
            .statement("SELECT EXISTS (SELECT 1 FROM stated_terms WHERE campaign_id = ?1)")?
            .query_row([campaign], |row| row.get(0))?;
        if !anything {
            return Ok(());
        }
        let mut select = self.view.statement(&format!(
            "SELECT {} FROM stated_terms WHERE campaign_id = ?1 AND sku_id = ?2 \
             ORDER BY stated_at, source",
            stated_terms::COLUMNS
        ))?;
        for facts in products.iter_mut().flat_map(|product| &mut product.skus) {
            let mut rows = select.query([campaign, facts.sku.id.as_str()])?;
            while let Some(row) = rows.next()? {
                let terms = stated_terms::read_terms(row, self.currency)?;
                facts.stated = Some(match facts.stated.take() {
                    Some(earlier) => narrowed(earlier, terms),
                    None => terms,
                });
            }
        }
        Ok(())
    }

    fn states(&self, products: &mut [ProductFacts]) -> Result<(), StoreError> {
        let mut place = Walk::default();
        self.each(
            "product_id",
            "SELECT product_id, state, reason, change FROM registration_product \
             WHERE campaign_id = ?3 AND {} AND latest = 1 ORDER BY product_id",
            &[self.campaign.id.as_str()],
            |row| {
                if let Some(index) = place.product(products, text(row, 0)?) {
                    products[index].state = Some(read_state(row, 1)?);
                }
                Ok(())
            },
        )
    }

    /// Registrations in other campaigns: plans that hold a place, and prices
    /// that were in force. In this campaign the prices of products that are out
    /// of it again were in force as well.
    fn elsewhere(&self, products: &mut [ProductFacts]) -> Result<(), StoreError> {
        let mut others = HashMap::new();
        let mut place = Walk::default();
        let earliest = instant_text(self.look_back_start());
        self.each(
            "rs.product_id",
            &format!(
                "SELECT rs.product_id, rs.sku_id, r.campaign_id, rs.campaign_price, \
                   rs.campaign_stock, r.submitted_at, rp.state, rp.state_since, rp.state IN {LIVE} \
                 FROM registration_sku rs JOIN registration r ON r.number = rs.number \
                 JOIN campaign c ON c.id = r.campaign_id AND c.running_end > ?4 \
                 JOIN registration_product rp ON rp.campaign_id = r.campaign_id \
                   AND rp.product_id = rs.product_id AND rp.number = rs.number \
                   AND (c.id <> ?3 OR rp.state = 'withdrawn') \
                 WHERE {{}} AND rp.state IN ('pending', 'registered', 'sku_error', 'withdrawn') \
                 ORDER BY rs.product_id, rs.sku_id, rs.number"
            ),
            &[self.campaign.id.as_str(), &earliest],
            |row| {
                let Some(facts) = place.sku(products, text(row, 0)?, text(row, 1)?) else {
                    return Ok(());
                };
                let id = text(row, 2)?;
                if !others.contains_key(id) {
                    let other = campaign::require(self.view, &CampaignId::new(id))?;
                    others.insert(id.to_owned(), other);
                }
                let other = &others[id];
                let price = read_money(row, 3, self.currency)?;
                if row.get(8)? && !other.running.is_over(self.now) {
                    facts.elsewhere.push(OtherPlan {
                        campaign_id: other.id.clone(),
                        campaign_name: other.name.clone(),
                        running: other.running,
                        price,
                        pending: text(row, 6)? == "pending",
                        stock: row.get(4)?,
                        submitted_at: read_instant(row, 5)?,
                    });
                }
                let in_force = in_force(other.running, text(row, 6)?, read_instant(row, 7)?);
                facts.history.extend(in_force.map(|period| PriceRecord {
                    kind: PriceKind::Campaign,
                    price,
                    from: period.start,
                    until: Some(period.end),
                }));
                Ok(())
            },
        )
    }
}

/// While which a registered price was, or will be, charged: the campaign's
/// running, cut short where the product was withdrawn. A pending product has
/// no price in force.
fn in_force(running: Period, state: &str, since: Instant) -> Option<Period> {
    match state {
        "registered" | "sku_error" => Some(running),
        "withdrawn" => {
            let cut = Period::new(running.start, running.end.min(since));
            cut.is_forward().then_some(cut)
        }
        _ => None,
    }
}

/// Walks along ids that are in order, beside rows that are in the same order.
struct Cursor<'a, I: Iterator<Item = &'a str>> {
    ids: I,
    current: Option<&'a str>,
}

impl<'a, I: Iterator<Item = &'a str>> Cursor<'a, I> {
    fn over(mut ids: I) -> Self {
        let current = ids.next();
        Self { ids, current }
    }

    /// Whether `id` is among them.
    fn reach(&mut self, id: &str) -> Option<()> {
        while let Some(current) = self.current {
            if current >= id {
                return (current == id).then_some(());
            }
            self.current = self.ids.next();
        }
        None
    }
}

/// Walks along the products and their SKUs, beside rows in the same order.
#[derive(Default)]
struct Walk {
    product: usize,
    sku: usize,
}

impl Walk {
    fn product(&mut self, products: &[ProductFacts], id: &str) -> Option<usize> {
        while let Some(product) = products.get(self.product) {
            let current = product.product.id.as_str();
            if current >= id {
                return (current == id).then_some(self.product);
            }
            self.product += 1;
            self.sku = 0;
        }
        None
    }

    fn sku<'p>(
        &mut self,
        products: &'p mut [ProductFacts],
        product: &str,
        sku: &str,
    ) -> Option<&'p mut SkuFacts> {
        let index = self.product(products, product)?;
        let skus = &mut products.get_mut(index)?.skus;
        while self.sku < skus.len() && skus[self.sku].sku.id.as_str() < sku {
            self.sku += 1;
        }
        skus.get_mut(self.sku)
            .filter(|facts| facts.sku.id.as_str() == sku)
    }
}
