//! Undo and redo: any command, any size, over restarts.

use super::support::*;
use crate::draft_rows::{self, Place};
use crate::history::{self, EntryState};
use crate::{
    Cellar, StoreError, Summary, campaign, catalogue, draft, exclusion, setting, sku,
    smart_promotion,
};
use proptest::prelude::*;
use seller_domain::campaign::Tier;
use seller_domain::registration::{DraftProduct, DraftSku};
use seller_domain::smart_promotion::{Exclusion, Mode, Terms};
use seller_domain::{Currency, Money};

#[test]
fn an_import_is_one_step_and_its_undo_leaves_the_file_as_before() {
    let (_place, cellar) = shop_file();
    let before = digest(&cellar);
    stock_up(&cellar, 300, 4);
    let after = digest(&cellar);
    assert_eq!(cellar.read(history::count).unwrap(), 2);
    let undone = cellar.undo().unwrap().unwrap();
    assert_eq!(undone.rows, 1500);
    assert_eq!(undone.tables["sku"], 1200);
    assert_eq!(undone.state, EntryState::Undone);
    assert_eq!(digest(&cellar), before);
    assert_eq!(cellar.read(sku::count).unwrap(), 0);
    let redone = cellar.redo().unwrap().unwrap();
    assert_eq!(redone.seq, undone.seq);
    assert_eq!(digest(&cellar), after);
    assert_eq!(cellar.redo().unwrap(), None);
}

#[test]
fn undo_survives_a_restart_and_redo_another_one() {
    let (place, cellar) = shop_file();
    let before = digest(&cellar);
    stock_up(&cellar, 3, 2);
    let after = digest(&cellar);
    drop(cellar);
    let cellar = Cellar::open(&place.file, now()).unwrap();
    cellar.undo().unwrap().unwrap();
    assert_eq!(digest(&cellar), before);
    drop(cellar);
    let cellar = Cellar::open(&place.file, now()).unwrap();
    cellar.redo().unwrap().unwrap();
    assert_eq!(digest(&cellar), after);
}

#[test]
fn a_new_step_supersedes_what_was_taken_back() {
    let (_place, cellar) = shop_file();
    write(&cellar, |tx| setting::set(tx, "a", &1));
    write(&cellar, |tx| setting::set(tx, "a", &2));
    cellar.undo().unwrap();
    cellar.undo().unwrap();
    write(&cellar, |tx| setting::set(tx, "a", &3));
    let states: Vec<_> = cellar
        .read(|view| history::page(view, 0, 10))
        .unwrap()
        .into_iter()
        .map(|entry| (entry.seq, entry.state))
        .collect();
    assert_eq!(
        states,
        [
            (4, EntryState::Done),
            (3, EntryState::Superseded),
            (2, EntryState::Superseded),
            (1, EntryState::Done),
        ]
    );
    assert_eq!(cellar.redo().unwrap(), None);
    assert_eq!(cellar.undo().unwrap().unwrap().seq, 4);
    assert_eq!(cellar.undo().unwrap().unwrap().seq, 1);
    assert_eq!(cellar.undo().unwrap(), None);
}

#[test]
fn a_write_that_changes_nothing_is_no_step() {
    let (_place, cellar) = shop_file();
    write(&cellar, |tx| setting::set(tx, "a", &1));
    let revision = cellar.read(|view| view.revision()).unwrap();
    let nothing = write(&cellar, |_| Ok(()));
    assert_eq!(nothing.entry, None);
    assert_eq!(cellar.read(|view| view.revision()).unwrap(), revision);
    let there_and_back = write(&cellar, |tx| {
        setting::set(tx, "a", &2)?;
        setting::set(tx, "a", &1)
    });
    assert_eq!(there_and_back.entry, None);
    assert_eq!(cellar.read(history::count).unwrap(), 2);
}

#[test]
fn an_error_and_a_panic_take_everything_back_and_the_next_command_works() {
    let (_place, cellar) = shop_file();
    let before = digest(&cellar);
    let failed: Result<_, StoreError> = cellar.write("import", Summary::new("s"), now(), |tx| {
        bring(tx, &[product_row(1, 5)])?;
        Err::<(), _>(StoreError::Busy)
    });
    assert!(matches!(failed, Err(StoreError::Busy)));
    assert_eq!(digest(&cellar), before);
    let panicked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        let _: Result<crate::Written<()>, StoreError> =
            cellar.write("import", Summary::new("s"), now(), |tx| {
                bring(tx, &[product_row(1, 5)])?;
                panic!("a fault of the program")
            });
    }));
    assert!(panicked.is_err());
    assert_eq!(digest(&cellar), before);
    stock_up(&cellar, 1, 1);
    cellar.undo().unwrap().unwrap();
    assert_eq!(digest(&cellar), before);
}

#[test]
fn a_summary_can_be_said_once_the_numbers_are_known() {
    let (_place, cellar) = shop_file();
    let written = write(&cellar, |tx| {
        let applied = bring(tx, &[product_row(0, 2)])?;
        tx.summarise(Summary::with(
            "catalogue_imported",
            serde_json::json!({"new": applied.skus.new}),
        ));
        Ok(())
    });
    let entry = written.entry.unwrap();
    assert_eq!(entry.summary.key, "catalogue_imported");
    let kept = cellar.read(|view| history::page(view, 0, 1)).unwrap();
    assert_eq!(kept, [entry]);
    assert_eq!(kept[0].summary.params["new"], 2);
}

#[test]
fn steps_keep_their_order_under_a_clock_set_back_and_say_so() {
    let (_place, cellar) = shop_file();
    write_at(&cellar, at("2028-11-21T10:00:00Z"), |tx| {
        setting::set(tx, "a", &1)
    });
    write_at(&cellar, at("2026-11-20T10:00:00Z"), |tx| {
        setting::set(tx, "a", &2)
    });
    let newest = cellar.read(history::next_undo).unwrap().unwrap();
    assert_eq!(newest.seq, 3);
    assert!(newest.clock_went_back);
    cellar.undo().unwrap();
    let value: Option<u32> = cellar.read(|view| setting::get(view, "a")).unwrap();
    assert_eq!(value, Some(1));
}

#[test]
fn an_undo_that_meets_other_data_is_refused_and_changes_nothing() {
    let (place, cellar) = shop_file();
    write(&cellar, |tx| setting::set(tx, "a", &1));
    drop(cellar);
    let foreign = rusqlite::Connection::open(&place.file).unwrap();
    foreign
        .execute("UPDATE setting SET value = '7'", [])
        .unwrap();
    drop(foreign);
    let cellar = Cellar::open(&place.file, now()).unwrap();
    let before = digest(&cellar);
    let refused = cellar.undo().unwrap_err();
    assert_eq!(
        refused.to_string(),
        "this step cannot be undone or redone: a row of setting was changed since; nothing was changed"
    );
    assert_eq!(digest(&cellar), before);
    assert_eq!(
        cellar.read(history::next_undo).unwrap().unwrap().state,
        EntryState::Done
    );
}

#[test]
fn a_step_of_an_older_schema_is_refused() {
    let (place, cellar) = shop_file();
    drop(cellar);
    let foreign = rusqlite::Connection::open(&place.file).unwrap();
    foreign
        .execute("UPDATE history SET schema_version = 1", [])
        .unwrap();
    drop(foreign);
    let cellar = Cellar::open(&place.file, now()).unwrap();
    let refused = cellar.undo().unwrap_err().to_string();
    assert!(
        refused.contains("older version of the program"),
        "{refused}"
    );
}

#[derive(Debug, Clone)]
enum Deed {
    Import(usize, usize),
    Reprice(usize, i64),
    Remove(usize),
    Campaign(u8, String),
    Forget(u8),
    Set(u8, i32),
    Plan(u8, usize, i64),
    LeaveOut(u8, usize),
    Discard(u8),
    Exclude(usize),
    Readmit(usize),
    Enrol(bool),
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        (0..6usize, 1..4usize).prop_map(|(product, skus)| Deed::Import(product, skus)),
        (0..6usize, 1..9999i64).prop_map(|(product, price)| Deed::Reprice(product, price)),
        (0..6usize).prop_map(Deed::Remove),
        (0..3u8, "[a-z%_']{1,8}").prop_map(|(id, name)| Deed::Campaign(id, name)),
        (0..3u8).prop_map(Deed::Forget),
        (0..3u8, any::<i32>()).prop_map(|(name, value)| Deed::Set(name, value)),
        (0..3u8, 0..6usize, 1..9999i64)
            .prop_map(|(id, product, price)| Deed::Plan(id, product, price)),
        (0..3u8, 0..6usize).prop_map(|(id, product)| Deed::LeaveOut(id, product)),
        (0..3u8).prop_map(Deed::Discard),
        (0..6usize).prop_map(Deed::Exclude),
        (0..6usize).prop_map(Deed::Readmit),
        any::<bool>().prop_map(Deed::Enrol),
    ]
}

fn perform(cellar: &Cellar, step: usize, deed: &Deed) {
    let time = now() + chrono::Duration::minutes(step as i64);
    // A deed that does not fit what is there is refused: that is part of the sequence.
    let _ = cellar.write("deed", Summary::new("deed"), time, |tx| match deed {
        Deed::Import(product, skus) => bring(tx, &[product_row(*product, *skus)]).map(|_| ()),
        Deed::Reprice(product, price) => {
            let mut row = product_row(*product, 1);
            row.skus[0].retail_price = Some(seller_domain::Money::from_minor(
                *price,
                seller_domain::Currency::Usd,
            ));
            row.skus[0].discount_price = Some((price % 2 == 0).then(|| usd("1.50")));
            bring(tx, &[row]).map(|_| ())
        }
        Deed::Remove(product) => {
            catalogue::apply(tx, &[without(*product, &[sku_id(*product, 0)])]).map(|_| ())
        }
        Deed::Campaign(id, name) => {
            let mut made = super::support::campaign(&format!("c{id}"));
            made.name.clone_from(name);
            campaign::save(tx, &made)
        }
        Deed::Forget(id) => campaign::delete(tx, &format!("c{id}").into()),
        Deed::Set(name, value) => setting::set(tx, &format!("s{name}"), value),
        Deed::Plan(id, product, price) => {
            let (campaign, id) = (format!("c{id}").into(), format!("d{id}").into());
            campaign::require(tx, &campaign)?;
            if draft::open_for(tx, &campaign)?.is_none() {
                draft::create(tx, &id, &campaign)?;
            }
            let entry = DraftSku {
                sku_id: sku_id(*product, 0),
                campaign_price: Some(Money::from_minor(*price, Currency::Usd)),
                campaign_stock: None,
                extra_discount: None,
            };
            let planned = DraftProduct {
                product_id: product_id(*product),
                tier: Tier::Regular,
                skus: vec![entry],
            };
            draft_rows::put_products(tx, &id, &[planned])
        }
        Deed::LeaveOut(id, product) => {
            let place = Place {
                product_id: product_id(*product),
                sku_id: sku_id(*product, 0),
            };
            draft_rows::include_skus(tx, &format!("d{id}").into(), &[place], false).map(|_| ())
        }
        Deed::Discard(id) => draft::delete(tx, &format!("d{id}").into()),
        Deed::Exclude(product) => exclusion::save(
            tx,
            &Exclusion {
                product_id: product_id(*product),
                requested_at: time,
                confirmed_at: None,
            },
        ),
        Deed::Readmit(product) => exclusion::remove(tx, &product_id(*product)).map(|_| ()),
        Deed::Enrol(joins) => {
            let terms = Terms {
                mode: Mode::StoreWide,
                service_package: "Growth".to_owned(),
                fee_rate: percent("3.5"),
                exempted_rate: None,
                campaign_surcharge: percent("1"),
            };
            let step = if *joins {
                joined_under(&terms, time)
            } else {
                left_under(&terms, time)
            };
            smart_promotion::append(tx, &step)
        }
    });
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn undoing_everything_is_the_start_and_redoing_everything_is_the_end(
        deeds in prop::collection::vec(deed(), 1..24)
    ) {
        let place = place();
        let cellar = Cellar::create(&place.file, now()).unwrap();
        let mut states = vec![digest(&cellar)];
        write(&cellar, |tx| crate::shop::save(tx, &sample_shop()));
        states.push(digest(&cellar));
        for (step, deed) in deeds.iter().enumerate() {
            perform(&cellar, step, deed);
            let state = digest(&cellar);
            if states.last() != Some(&state) {
                states.push(state);
            }
        }
        let end = states.len() - 1;
        for state in states[..end].iter().rev() {
            prop_assert!(cellar.undo().unwrap().is_some());
            prop_assert_eq!(&digest(&cellar), state);
        }
        prop_assert!(cellar.undo().unwrap().is_none());
        for state in &states[1..] {
            prop_assert!(cellar.redo().unwrap().is_some());
            prop_assert_eq!(&digest(&cellar), state);
        }
        prop_assert!(cellar.redo().unwrap().is_none());
    }
}
