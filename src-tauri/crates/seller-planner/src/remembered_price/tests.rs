use super::*;
use crate::scene::*;
use chrono::{TimeZone, Utc};
use proptest::prelude::*;
use seller_domain::price_history::{FirstRecord, LookBackLevel, LookBackStart, PriceRecord};
use seller_rulebook::facts::OtherPlan;

fn plan(name: &str, price: &str, submitted: Instant) -> OtherPlan {
    OtherPlan {
        campaign_id: name.into(),
        campaign_name: name.to_owned(),
        running: Period::new(day(3, 1), day(3, 8)),
        price: usd(price),
        pending: false,
        stock: 5,
        submitted_at: submitted,
    }
}

#[test]
fn the_registration_submitted_last_is_remembered() {
    let mut known = sku(1, 1, "20", None);
    assert_eq!(last_campaign_price(&known), None);
    known.history.push(PriceRecord {
        kind: PriceKind::Campaign,
        price: usd("12"),
        from: day(1, 5),
        until: Some(day(1, 9)),
    });
    let remembered = last_campaign_price(&known).unwrap();
    assert_eq!((remembered.price, remembered.since), (usd("12"), day(1, 5)));
    known.elsewhere = vec![
        plan("Spring", "14", day(2, 20)),
        plan("Winter", "13", day(1, 20)),
    ];
    let remembered = last_campaign_price(&known).unwrap();
    assert_eq!(remembered.price, usd("14"));
    assert_eq!(remembered.campaign.as_deref(), Some("Spring"));
}

fn look_back(days: u32, starts: LookBackStart) -> LookBack {
    LookBack {
        days,
        starts,
        level: LookBackLevel::Sku,
        first_record: FirstRecord::InForceAtStart,
    }
}

#[test]
fn a_price_is_a_ceiling_for_thirty_days_after_the_last_day_of_its_campaign() {
    let zone = Zone::named("America/Los_Angeles").unwrap();
    // Up to midnight of 8 June in the shop.
    let running = Period::new(
        day(6, 1),
        Utc.with_ymd_and_hms(2026, 6, 8, 7, 0, 0).unwrap(),
    );
    let look_back = look_back(30, LookBackStart::StartOfDay);
    let ceiling = later_ceiling(usd("14"), running, look_back, zone).unwrap();
    assert_eq!(ceiling.from, day(6, 1));
    assert_eq!(ceiling.last_day.to_string(), "2026-07-07");
}

proptest! {
    #[test]
    fn the_ceiling_lasts_as_long_as_the_look_back_sees_the_price(
        start in 0i64..400_000, length in 1i64..30_000, days in 1u32..120, zone in 0usize..3,
    ) {
        let zones = ["America/Los_Angeles", "Asia/Ho_Chi_Minh", "Europe/London"];
        let zone = Zone::named(zones[zone]).unwrap();
        let at = |minutes| day(1, 1) + chrono::Duration::minutes(minutes);
        let running = Period::new(at(start), at(start + length));
        let how = look_back(days, LookBackStart::StartOfDay);
        let record = PriceRecord {
            kind: PriceKind::Campaign,
            price: usd("14"),
            from: running.start,
            until: Some(running.end),
        };
        let sees = |registered| how.lowest([&record], how.window(registered, zone)).is_some();
        let last = later_ceiling(usd("14"), running, how, zone).unwrap().last_day;
        let noon = |day: NaiveDate| zone.at(day.and_hms_opt(12, 0, 0).unwrap());
        prop_assert!(sees(noon(last)));
        prop_assert!(!sees(noon(last.succ_opt().unwrap())));
    }
}
