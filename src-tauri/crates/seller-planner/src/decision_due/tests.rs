use super::*;
use crate::scene::facts;
use chrono::{TimeZone, Utc};

#[test]
fn five_business_days_skip_the_weekend_and_the_holiday() {
    let facts = facts();
    let zone = facts.shop.time_zone;
    let due = |year, month, day, hour| {
        let at = Utc.with_ymd_and_hms(year, month, day, hour, 0, 0).unwrap();
        price_edit_due(at, zone, &facts.policy())
            .unwrap()
            .to_string()
    };
    // A Wednesday; Monday 25 May 2026 is Memorial Day.
    assert_eq!(due(2026, 5, 20, 18), "2026-05-28");
    // Still Tuesday in the shop.
    assert_eq!(due(2026, 5, 20, 3), "2026-05-27");
}
