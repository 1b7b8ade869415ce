//! The switches of TikTok-funded promotions in the file, and the rows of campaigns.

use super::support::{at, campaign, digest, now, sample_shop, shop_file, write, write_at};
use crate::campaign_rows::{self, Origin};
use crate::{Cellar, StoreError, Summary, campaign as campaigns, funded_switch};
use seller_domain::funded_promotion::{
    FundedType, Position, Switching, Timeline, WantedExceptions,
};
use seller_domain::{CampaignId, Instant};
use seller_rulebook::funded_cases::{SwitchCase, SwitchConfirmation};
use seller_rulebook::review::accept_switch;
use seller_rulebook::{Accepted, Policy};
use std::collections::BTreeSet;

fn accepted(cellar: &Cellar, to: Position, moment: Instant) -> Accepted<Switching> {
    let shop = sample_shop();
    let policy = Policy::on(shop.market, shop.currency, shop.time_zone.day_of(moment));
    let timeline = cellar.read(funded_switch::timeline).unwrap();
    let case = SwitchCase {
        now: moment,
        shop: &shop,
        policy: &policy,
        timeline: &timeline,
        funded_type: FundedType::BuyMoreSaveMore,
        to,
        except: &WantedExceptions::default(),
        confirmation: SwitchConfirmation::Given,
        campaigns: &[],
    };
    accept_switch(&case, &BTreeSet::from(["PF-06".to_owned()])).unwrap()
}

#[test]
fn every_switching_is_kept_in_its_order_and_undo_takes_it_back() {
    let (_place, cellar) = shop_file();
    let empty = cellar.read(funded_switch::timeline).unwrap();
    assert_eq!(empty, Timeline::default());
    let first = now();
    let second = at("2026-11-22T10:00:00Z");
    let untouched = digest(&cellar);
    let off = accepted(&cellar, Position::Off, first);
    write_at(&cellar, first, |tx| funded_switch::append(tx, &off));
    let left = digest(&cellar);
    let on = accepted(&cellar, Position::On, second);
    write_at(&cellar, second, |tx| funded_switch::append(tx, &on));
    let joined = digest(&cellar);
    let log = cellar.read(funded_switch::log).unwrap();
    let moved = |to, at| Switching {
        funded_type: FundedType::BuyMoreSaveMore,
        to,
        at,
    };
    let kept: Vec<_> = log.iter().map(|step| step.switching).collect();
    assert_eq!(
        kept,
        [moved(Position::Off, first), moved(Position::On, second)]
    );
    assert_eq!(log[0].acknowledged, [""; 0]);
    assert_eq!(log[1].acknowledged, ["PF-06"]);
    cellar.undo().unwrap();
    assert_eq!(digest(&cellar), left);
    cellar.undo().unwrap();
    assert_eq!(digest(&cellar), untouched);
    cellar.redo().unwrap();
    cellar.redo().unwrap();
    assert_eq!(digest(&cellar), joined);
}

#[test]
fn the_schema_refuses_types_and_positions_that_do_not_exist() {
    let (_place, cellar) = shop_file();
    for (funded_type, to) in [("gift_cards", "off"), ("product_coupons", "half")] {
        let refused = cellar.write("test", Summary::new("test"), now(), |tx| {
            tx.conn().execute(
                "INSERT INTO funded_switch (funded_type, moved_to, at, acknowledged) \
                 VALUES (?1, ?2, '2026-11-21T10:00:00.000Z', '[]')",
                [funded_type, to],
            )?;
            Ok::<_, StoreError>(())
        });
        assert!(
            matches!(refused, Err(StoreError::Constraint { .. })),
            "{refused:?}"
        );
    }
}

#[test]
fn a_campaign_without_anything_of_the_shop_has_no_rows() {
    let (_place, cellar) = shop_file();
    write(&cellar, |tx| campaigns::save(tx, &campaign("c1")));
    let id = CampaignId::from("c1");
    for origin in Origin::ALL {
        let counted = cellar.read(|view| campaign_rows::count(view, &id, origin));
        assert_eq!(counted.unwrap(), 0);
        let page = cellar.read(|view| campaign_rows::page(view, &id, origin, (0, 10)));
        assert_eq!(page.unwrap(), []);
    }
}
