use super::*;
use crate::scene::*;

fn planned(campaign: &str, from: u32, to: u32, price: &str) -> PlannedPrice {
    PlannedPrice {
        sku_id: "S1".into(),
        campaign_id: campaign.into(),
        running: Period::new(day(6, from), day(6, to)),
        price: usd(price),
    }
}

#[test]
fn campaigns_that_overlap_at_different_prices_conflict() {
    let plans = [
        planned("B", 5, 12, "14"),
        planned("A", 1, 8, "15"),
        planned("C", 12, 20, "13"),
    ];
    let conflicts = price_conflicts(&plans);
    assert_eq!(
        conflicts,
        [PriceConflict {
            sku_id: "S1".into(),
            campaigns: ["A".into(), "B".into()],
            prices: [usd("15"), usd("14")],
            both_run: Period::new(day(6, 5), day(6, 8)),
        }]
    );
}

#[test]
fn equal_prices_other_skus_and_the_same_campaign_do_not_conflict() {
    let mut other = planned("B", 1, 8, "14");
    other.sku_id = "S2".into();
    let plans = [
        planned("A", 1, 8, "15"),
        planned("C", 1, 8, "15"),
        planned("A", 2, 6, "9"),
        other,
    ];
    let conflicts = price_conflicts(&plans);
    assert_eq!(conflicts.len(), 1);
    assert_eq!(conflicts[0].campaigns, ["C".into(), "A".into()]);
}
