//! Prices of the past.

use super::super::catalogue::low_record;
use super::super::content::Scene;
use super::super::words;
use super::{Line, Seen, Since, What, known, unknown_sku};
use crate::trouble::Trouble;
use crate::wire::imports::RowFate;
use seller_domain::price_history::{PriceKind, PriceRecord};
use seller_domain::{Instant, SkuId};
use seller_exchange::stated::StatedRow;
use seller_exchange::table::Field;
use seller_store::price_record::{self, Recorded};
use seller_store::{Tx, View};
use std::collections::HashMap;

/// The price that a row states; none if it lacks the price or when it began.
pub(super) fn of_row(row: StatedRow, scene: &Scene) -> Option<What> {
    let sku = row.sku_id?;
    let record = match (row.history_price, row.history_from, row.low_30d) {
        (Some(price), Some(from), _) => PriceRecord {
            // A list of prices without kinds is one of retail prices.
            kind: row.history_kind.unwrap_or(PriceKind::Retail),
            price,
            from,
            until: row.history_until,
        },
        (None, _, Some(low)) => low_record(low, scene),
        _ => return None,
    };
    Some(What::Price { sku, record })
}

/// A price whose end is not stated ended where the next one of its kind began.
pub(super) fn close_by_the_next(rows: &mut [Line]) {
    let mut starts: HashMap<SkuId, Vec<Since>> = HashMap::new();
    for line in rows.iter() {
        if let What::Price { sku, record } = &line.what {
            let since = (record.kind, record.from);
            starts.entry(sku.clone()).or_default().push(since);
        }
    }
    for line in rows {
        let What::Price { sku, record } = &mut line.what else {
            continue;
        };
        if record.until.is_none() {
            let later = starts.get(sku).into_iter().flatten();
            record.until = later
                .filter(|(kind, from)| *kind == record.kind && *from > record.from)
                .map(|(_, from)| *from)
                .min();
        }
    }
}

pub(super) fn look(
    view: &View<'_>,
    scene: &Scene,
    id: &SkuId,
    record: &PriceRecord,
) -> Result<Seen, Trouble> {
    let Some((held, title)) = known(view, id)? else {
        return Ok(unknown_sku(id, scene));
    };
    let context = &scene.context;
    let refuse = |field, english: &str, chinese: &str, remedy: (&str, &str)| {
        let why = words::refusal(
            field,
            None,
            context.say(english, chinese),
            context.say(remedy.0, remedy.1),
            context,
        );
        Seen::refused(id, why)
    };
    let record = match ended(view, id, record)? {
        End::Known(record) => record,
        End::InForce => return Ok(Seen::of(id, title, false, Vec::new())),
        End::Unknown => {
            return Ok(refuse(
                Field::HistoryUntil,
                "It is not said when this price ended, and no later price tells.",
                "未说明该价格何时结束，也没有后续价格可供推断。",
                ("Fill in when it ended.", "请填写结束时间。"),
            ));
        }
    };
    if record.until.is_some_and(|until| until <= record.from) {
        return Ok(refuse(
            Field::HistoryUntil,
            "The price ended before it began.",
            "结束时间早于开始时间。",
            ("Correct one of the two.", "请更正其中一个。"),
        ));
    }
    let standing = price_record::standing(view, &held.product_id, id, &record)?;
    let day = |at: Instant| scene.shop.time_zone.minute_text(at);
    let mut changes = vec![words::change(
        Field::HistoryPrice,
        None,
        Some(record.price.to_string()),
        context,
    )];
    changes.push(words::change(
        Field::HistoryFrom,
        None,
        Some(day(record.from)),
        context,
    ));
    changes.extend(
        record
            .until
            .map(|until| words::change(Field::HistoryUntil, None, Some(day(until)), context)),
    );
    let mut seen = Seen::of(id, title, standing == Recorded::New, changes);
    if standing == Recorded::Unchanged {
        seen.fate = RowFate::Unchanged;
        seen.changes.clear();
    }
    Ok(seen)
}

/// When a price ended.
enum End {
    /// As the record says now.
    Known(PriceRecord),
    /// It is the one in force, which the catalogue has.
    InForce,
    /// Nothing tells.
    Unknown,
}

fn ended(view: &View<'_>, id: &SkuId, record: &PriceRecord) -> Result<End, Trouble> {
    if record.until.is_some() {
        return Ok(End::Known(record.clone()));
    }
    let in_force = price_record::of_sku(view, id)?
        .into_iter()
        .find(|known| known.kind == record.kind && known.until.is_none());
    Ok(match in_force {
        Some(known) if known.from > record.from => End::Known(PriceRecord {
            until: Some(known.from),
            ..record.clone()
        }),
        Some(known) if known.price == record.price => End::InForce,
        _ => End::Unknown,
    })
}

pub(super) fn write(
    tx: &Tx<'_>,
    _: &Scene,
    id: &SkuId,
    record: &PriceRecord,
) -> Result<(), Trouble> {
    if let End::Known(record) = ended(tx, id, record)? {
        price_record::put(tx, id, &record)?;
    }
    Ok(())
}
