//! The shop: one row.

use crate::error::StoreError;
use crate::values::{
    minor, minor_opt, parse_word, points, read_money, read_money_opt, read_percent, text, word,
};
use crate::view::{Tx, View};
use rusqlite::params;
use seller_domain::period::Zone;
use seller_domain::shop::{FeeTerms, Score, Shop};
use seller_domain::{Currency, Market};
use std::str::FromStr;

/// The shop; none before it is set up.
pub fn load(view: &View<'_>) -> Result<Option<Shop>, StoreError> {
    let mut select = view.statement(
        "SELECT name, market, currency, time_zone, sps, violations, free_shipping_threshold, \
         average_order_value, monthly_gmv, referral_rate, affiliate_rate, shipping_cost, \
         shipping_charge, wanted_margin FROM shop",
    )?;
    let mut rows = select.query([])?;
    let Some(row) = rows.next()? else {
        return Ok(None);
    };
    let currency = view.currency()?;
    let zone = text(row, 3)?;
    Ok(Some(Shop {
        name: row.get(0)?,
        market: parse_word::<Market>("market", text(row, 1)?)?,
        currency,
        time_zone: Zone::named(zone).ok_or_else(|| StoreError::unreadable("time zone", zone))?,
        sps: crate::values::opt_text(row, 4)?
            .map(|score| {
                Score::from_str(score)
                    .map_err(|_| StoreError::unreadable("Shop Performance Score", score))
            })
            .transpose()?,
        violations: row.get(5)?,
        free_shipping_threshold: read_money_opt(row, 6, currency)?,
        average_order_value: read_money_opt(row, 7, currency)?,
        monthly_gmv: read_money_opt(row, 8, currency)?,
        fee_terms: FeeTerms {
            referral_rate: read_percent(row, 9)?,
            affiliate_rate: read_percent(row, 10)?,
            shipping_cost: read_money(row, 11, currency)?,
            shipping_charge: read_money(row, 12, currency)?,
            wanted_margin: read_percent(row, 13)?,
        },
    }))
}

/// The shop, which most commands cannot do without.
///
/// # Errors
/// [`StoreError::NoShop`] before it is set up.
pub fn require(view: &View<'_>) -> Result<Shop, StoreError> {
    load(view)?.ok_or(StoreError::NoShop)
}

/// Sets the shop up, or changes it.
///
/// # Errors
/// [`StoreError::CurrencyFixed`] where another currency is given and prices are recorded.
pub fn save(tx: &Tx<'_>, shop: &Shop) -> Result<(), StoreError> {
    refuse_other_currency(tx, shop.currency)?;
    let of = shop.currency;
    let fees = &shop.fee_terms;
    tx.statement(
        "INSERT INTO shop (one, name, market, currency, time_zone, sps, violations, \
         free_shipping_threshold, average_order_value, monthly_gmv, referral_rate, \
         affiliate_rate, shipping_cost, shipping_charge, wanted_margin) \
         VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14) \
         ON CONFLICT (one) DO UPDATE SET name = ?1, market = ?2, currency = ?3, time_zone = ?4, \
         sps = ?5, violations = ?6, free_shipping_threshold = ?7, average_order_value = ?8, \
         monthly_gmv = ?9, referral_rate = ?10, affiliate_rate = ?11, shipping_cost = ?12, \
         shipping_charge = ?13, wanted_margin = ?14",
    )?
    .execute(params![
        shop.name,
        word("market", &shop.market)?,
        of.code(),
        shop.time_zone.0.name(),
        shop.sps.map(|score| score.to_string()),
        shop.violations,
        minor_opt(
            "the free-shipping threshold",
            shop.free_shipping_threshold,
            of
        )?,
        minor_opt("the average order value", shop.average_order_value, of)?,
        minor_opt("the monthly GMV", shop.monthly_gmv, of)?,
        points("the referral rate", fees.referral_rate)?,
        points("the affiliate rate", fees.affiliate_rate)?,
        minor("the shipping cost", fees.shipping_cost, of)?,
        minor("the shipping charge", fees.shipping_charge, of)?,
        points("the wanted margin", fees.wanted_margin)?,
    ])?;
    tx.shop_changed();
    Ok(())
}

fn refuse_other_currency(tx: &Tx<'_>, wanted: Currency) -> Result<(), StoreError> {
    let shop = match tx.currency() {
        Ok(currency) if currency != wanted => currency,
        Ok(_) | Err(StoreError::NoShop) => return Ok(()),
        Err(error) => return Err(error),
    };
    let priced: bool = tx
        .statement("SELECT EXISTS (SELECT 1 FROM sku) OR EXISTS (SELECT 1 FROM campaign)")?
        .query_row([], |row| row.get(0))?;
    if priced {
        Err(StoreError::CurrencyFixed {
            shop: shop.to_string(),
            wanted: wanted.to_string(),
        })
    } else {
        Ok(())
    }
}
