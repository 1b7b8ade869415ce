//! Every table gives back what was put into it, and refuses what cannot be.

use super::support::*;
use crate::confirmation::{self, Confirmation};
use crate::stated_terms::{self, StatedBy};
use crate::{
    StoreError, campaign, column_mapping, exclusion, price_record, setting, shop, smart_promotion,
};
use rust_decimal::Decimal;
use seller_domain::campaign::{
    CampaignCoupon, CouponDiscount, CouponTarget, RangeEnd, StatedRange, StatedTerms, Tier,
    TierTerms,
};
use seller_domain::price_history::{PriceKind, PriceRecord};
use seller_domain::smart_promotion::{Enrolment, Exclusion, Mode, Terms};
use seller_domain::{CouponId, Currency, Money, Percent};

#[test]
fn a_shop_comes_back_as_it_was_saved() {
    let (_place, cellar) = shop_file();
    assert_eq!(cellar.read(shop::load).unwrap(), Some(sample_shop()));
    let mut changed = sample_shop();
    changed.sps = None;
    changed.name = "שלום 太阳".to_owned();
    write(&cellar, |tx| shop::save(tx, &changed));
    assert_eq!(cellar.read(shop::require).unwrap(), changed);
}

#[test]
fn a_currency_can_be_changed_until_there_are_prices() {
    let (_place, cellar) = shop_file();
    let mut euros = sample_shop();
    let eur = |text| Money::parse(text, Currency::Eur).unwrap();
    euros.currency = Currency::Eur;
    euros.free_shipping_threshold = None;
    euros.monthly_gmv = None;
    euros.fee_terms.shipping_cost = eur("3");
    euros.fee_terms.shipping_charge = eur("4");
    write(&cellar, |tx| shop::save(tx, &euros));
    write(&cellar, |tx| shop::save(tx, &sample_shop()));
    stock_up(&cellar, 1, 1);
    let refused = cellar.write("shop_save", crate::Summary::new("s"), now(), |tx| {
        shop::save(tx, &euros)
    });
    assert!(
        matches!(&refused, Err(StoreError::CurrencyFixed { shop, wanted }) if shop == "USD" && wanted == "EUR"),
        "{refused:?}"
    );
}

#[test]
fn money_in_another_currency_or_finer_than_a_cent_is_refused_by_name() {
    let (_place, cellar) = shop_file();
    let mut finer = sample_shop();
    finer.fee_terms.shipping_cost = usd("3.405");
    let refused = cellar.write("shop_save", crate::Summary::new("s"), now(), |tx| {
        shop::save(tx, &finer)
    });
    assert_eq!(
        refused.unwrap_err().to_string(),
        "the shipping cost is 3.405 USD, which is finer than can be kept"
    );
    let mut other = sample_shop();
    other.fee_terms.shipping_cost = Money::parse("3", Currency::Vnd).unwrap();
    let refused = cellar.write("shop_save", crate::Summary::new("s"), now(), |tx| {
        shop::save(tx, &other)
    });
    assert_eq!(
        refused.unwrap_err().to_string(),
        "the shipping cost is in VND, but the shop sells in USD"
    );
    assert_eq!(cellar.read(shop::require).unwrap(), sample_shop());
}

#[test]
fn a_percentage_finer_than_a_basis_point_is_refused() {
    let (_place, cellar) = shop_file();
    let mut finer = sample_shop();
    finer.fee_terms.referral_rate = Percent::off(usd("3"), usd("2")).unwrap();
    write(&cellar, |tx| shop::save(tx, &finer));
    assert_eq!(
        cellar.read(shop::require).unwrap().fee_terms.referral_rate,
        percent("33.33")
    );
}

#[test]
fn a_campaign_comes_back_with_all_its_terms() {
    let (_place, cellar) = shop_file();
    let mut full = campaign("c1");
    full.sub_campaigns = vec!["Deals".to_owned(), "Live".to_owned()];
    full.re_registration_deadline = Some(at("2026-12-02T08:30:00Z"));
    full.tiers = vec![TierTerms {
        tier: Tier::Featured,
        minimum_discount: Some(percent("20")),
        maximum_price: Some(usd("49.99")),
        minimum_stock: Some(30),
    }];
    full.coupons = vec![CampaignCoupon {
        id: CouponId::from("k1"),
        name: "20 % up to 50".to_owned(),
        discount: CouponDiscount::Percentage {
            rate: percent("20"),
            maximum: Some(usd("50")),
        },
        target: CouponTarget::AllCustomers,
        seller_ratio: percent("50"),
        seller_maximum: None,
        minimum_purchase: usd("100"),
        quantity: Some(1000),
    }];
    let plain = campaign("c0");
    write(&cellar, |tx| {
        campaign::save(tx, &full)?;
        campaign::save(tx, &plain)
    });
    assert_eq!(
        cellar.read(|view| campaign::find(view, &full.id)).unwrap(),
        Some(full.clone())
    );
    assert_eq!(cellar.read(campaign::all).unwrap(), [plain, full.clone()]);
    let later = seller_domain::Period::new(full.running.end, at("2027-01-01T00:00:00Z"));
    assert_eq!(
        cellar
            .read(|view| campaign::overlapping(view, later))
            .unwrap(),
        []
    );
}

#[test]
fn a_campaign_that_ends_before_it_starts_does_not_fit_the_file() {
    let (_place, cellar) = shop_file();
    let mut backwards = campaign("c1");
    backwards.running.end = backwards.running.start;
    let refused = cellar.write("campaign_save", crate::Summary::new("s"), now(), |tx| {
        campaign::save(tx, &backwards)
    });
    assert!(
        matches!(&refused, Err(StoreError::Constraint { detail }) if detail.contains("running_start < running_end")),
        "{refused:?}"
    );
}

#[test]
fn deleting_a_campaign_takes_what_was_stated_for_it() {
    let (_place, cellar) = shop_file();
    write(&cellar, |tx| {
        campaign::save(tx, &campaign("c1"))?;
        stated_terms::save(tx, &"c1".into(), StatedBy::Prefill, &[stated("1")])
    });
    write(&cellar, |tx| campaign::delete(tx, &"c1".into()));
    assert_eq!(cellar.read(campaign::all).unwrap(), []);
    let gone = cellar.write("campaign_delete", crate::Summary::new("s"), now(), |tx| {
        campaign::delete(tx, &"c1".into())
    });
    assert_eq!(gone.unwrap_err().to_string(), "there is no campaign c1");
}

fn stated(sku: &str) -> StatedTerms {
    StatedTerms {
        sku_id: sku.into(),
        price_range: StatedRange {
            lower: Some(RangeEnd {
                value: Decimal::ONE,
                included: true,
            }),
            upper: Some(RangeEnd {
                value: Decimal::new(99_000_005, 3),
                included: false,
            }),
        },
        stock_range: StatedRange::at_least(Decimal::from(6)),
        recommended_price: Some(usd("12.345")),
        recommended: true,
    }
}

#[test]
fn stated_terms_come_back_by_source_and_are_replaced_by_the_same_source() {
    let (_place, cellar) = shop_file();
    let mut report = stated("1");
    report.price_range = StatedRange::at_most(Decimal::from(15));
    report.recommended = false;
    write(&cellar, |tx| {
        campaign::save(tx, &campaign("c1"))?;
        stated_terms::save(
            tx,
            &"c1".into(),
            StatedBy::Prefill,
            &[stated("1"), stated("2")],
        )?;
        stated_terms::save(tx, &"c1".into(), StatedBy::FailReport, &[stated("1")])?;
        stated_terms::save(tx, &"c1".into(), StatedBy::FailReport, &[report.clone()])
    });
    let held = cellar
        .read(|view| stated_terms::of_sku(view, &"c1".into(), &"1".into()))
        .unwrap();
    let by: Vec<_> = held
        .iter()
        .map(|stated| (stated.by, &stated.terms))
        .collect();
    assert_eq!(
        by,
        [
            (StatedBy::FailReport, &report),
            (StatedBy::Prefill, &stated("1"))
        ]
    );
    assert_eq!(
        cellar
            .read(|view| stated_terms::recommended(view, &"c1".into()))
            .unwrap(),
        ["1".into(), "2".into()]
    );
}

#[test]
fn two_sources_hold_together_at_their_narrower_ends() {
    let mut earlier = stated("1");
    earlier.price_range.upper = Some(RangeEnd {
        value: Decimal::from(15),
        included: true,
    });
    let mut later = stated("1");
    later.price_range = StatedRange {
        lower: Some(RangeEnd {
            value: Decimal::from(3),
            included: false,
        }),
        upper: Some(RangeEnd {
            value: Decimal::from(15),
            included: false,
        }),
    };
    later.recommended_price = None;
    let both = stated_terms::narrowed(earlier, later);
    assert_eq!(both.price_range.to_string(), ">3 and <15");
    assert_eq!(both.stock_range.to_string(), ">=6");
    assert_eq!(both.recommended_price, Some(usd("12.345")));
}

fn terms(mode: Mode) -> Terms {
    Terms {
        mode,
        service_package: "Growth".to_owned(),
        fee_rate: percent("3.5"),
        exempted_rate: Some(percent("2.75")),
        campaign_surcharge: percent("1"),
    }
}

#[test]
fn the_last_step_of_the_log_is_where_the_shop_stands() {
    let (_place, cellar) = shop_file();
    assert_eq!(
        cellar.read(smart_promotion::enrolment).unwrap(),
        Enrolment::Never
    );
    let joined = Enrolment::Enrolled {
        terms: terms(Mode::StoreWide),
        since: now(),
    };
    let later = at("2026-12-01T00:00:00Z");
    let left = Enrolment::Left {
        terms: terms(Mode::StoreWide),
        at: later,
    };
    write(&cellar, |tx| {
        smart_promotion::save_offered(tx, &terms(Mode::CoFunded))?;
        smart_promotion::append(tx, &joined_under(&terms(Mode::StoreWide), now()))
    });
    assert_eq!(cellar.read(smart_promotion::enrolment).unwrap(), joined);
    write(&cellar, |tx| {
        smart_promotion::append(tx, &left_under(&terms(Mode::StoreWide), later))
    });
    assert_eq!(cellar.read(smart_promotion::enrolment).unwrap(), left);
    assert_eq!(cellar.read(smart_promotion::log).unwrap(), [joined, left]);
    let offer = |mode| {
        cellar
            .read(|view| smart_promotion::offered(view, mode))
            .unwrap()
    };
    assert_eq!(offer(Mode::CoFunded), Some(terms(Mode::CoFunded)));
    assert_eq!(offer(Mode::StoreWide), None);
}

#[test]
fn exclusions_are_requested_confirmed_and_removed() {
    let (_place, cellar) = shop_file();
    let requested = Exclusion {
        product_id: product_id(1),
        requested_at: now(),
        confirmed_at: None,
    };
    let confirmed = Exclusion {
        confirmed_at: Some(at("2026-11-22T10:00:00Z")),
        ..requested.clone()
    };
    write(&cellar, |tx| exclusion::save(tx, &requested));
    assert_eq!(cellar.read(exclusion::all).unwrap(), [requested]);
    write(&cellar, |tx| exclusion::save(tx, &confirmed));
    assert_eq!(cellar.read(exclusion::all).unwrap(), [confirmed]);
    assert!(write(&cellar, |tx| exclusion::remove(tx, &product_id(1))).value);
    assert!(!write(&cellar, |tx| exclusion::remove(tx, &product_id(1))).value);
}

#[test]
fn settings_and_column_mappings_are_kept_by_name() {
    let (_place, cellar) = shop_file();
    write(&cellar, |tx| {
        setting::set(tx, "rounding", &"0.99")?;
        column_mapping::save(tx, "abc", "costs", &vec![Some("sku_id"), None])
    });
    let rounding: Option<String> = cellar.read(|view| setting::get(view, "rounding")).unwrap();
    assert_eq!(rounding.as_deref(), Some("0.99"));
    let mapping: Option<Vec<Option<String>>> = cellar
        .read(|view| column_mapping::find(view, "abc", "costs"))
        .unwrap();
    assert_eq!(mapping, Some(vec![Some("sku_id".to_owned()), None]));
    let other: Option<Vec<Option<String>>> = cellar
        .read(|view| column_mapping::find(view, "abc", "catalogue"))
        .unwrap();
    assert_eq!(other, None);
    let wrong: Result<Option<u32>, StoreError> = cellar.read(|view| setting::get(view, "rounding"));
    assert!(matches!(
        wrong,
        Err(StoreError::Unreadable {
            what: "setting",
            ..
        })
    ));
}

#[test]
fn price_records_say_whether_they_were_new() {
    let (_place, cellar) = shop_file();
    stock_up(&cellar, 1, 1);
    let record = PriceRecord {
        kind: PriceKind::Promotion,
        price: usd("11.49"),
        from: at("2026-10-01T00:00:00Z"),
        until: Some(at("2026-10-08T00:00:00Z")),
    };
    let longer = PriceRecord {
        until: None,
        ..record.clone()
    };
    let put = |record: &PriceRecord| {
        write(&cellar, |tx| price_record::put(tx, &sku_id(0, 0), record)).value
    };
    assert_eq!(put(&record), price_record::Recorded::New);
    assert_eq!(put(&record), price_record::Recorded::Unchanged);
    assert_eq!(put(&longer), price_record::Recorded::Changed);
    let retail = PriceRecord {
        kind: PriceKind::Retail,
        price: usd("20"),
        from: now(),
        until: None,
    };
    assert_eq!(
        cellar
            .read(|view| price_record::of_sku(view, &sku_id(0, 0)))
            .unwrap(),
        [longer, retail]
    );
}

#[test]
fn a_price_record_of_an_unknown_sku_is_refused() {
    let (_place, cellar) = shop_file();
    let record = PriceRecord {
        kind: PriceKind::Retail,
        price: usd("1"),
        from: now(),
        until: None,
    };
    let refused = cellar.write("import", crate::Summary::new("s"), now(), |tx| {
        price_record::put(tx, &"9".into(), &record)
    });
    assert_eq!(refused.unwrap_err().to_string(), "there is no SKU 9");
}

#[test]
fn a_token_is_good_once_and_only_for_the_terms_that_were_shown() {
    let (_place, cellar) = shop_file();
    let token = cellar
        .offer_confirmation("enrol", &terms(Mode::StoreWide), now())
        .unwrap();
    let take = |purpose: &str, token: &str, mode: Mode| {
        write(&cellar, |tx| {
            confirmation::take(tx, purpose, token, &terms(mode))
        })
        .value
    };
    assert_eq!(
        take("leave", &token, Mode::StoreWide),
        Confirmation::Unknown
    );
    assert_eq!(
        take("enrol", "no such", Mode::StoreWide),
        Confirmation::Unknown
    );
    assert_eq!(
        take("enrol", &token, Mode::CoFunded),
        Confirmation::TermsChanged
    );
    assert_eq!(
        take("enrol", &token, Mode::StoreWide),
        Confirmation::Confirmed
    );
    assert_eq!(
        take("enrol", &token, Mode::StoreWide),
        Confirmation::Unknown
    );
}

#[test]
fn a_token_stays_good_when_the_write_it_confirms_fails() {
    let (_place, cellar) = shop_file();
    let token = cellar.offer_confirmation("leave", &1, now()).unwrap();
    let failed: Result<_, StoreError> =
        cellar.write("leave", crate::Summary::new("s"), now(), |tx| {
            confirmation::take(tx, "leave", &token, &1)?;
            Err::<(), _>(StoreError::Busy)
        });
    assert!(failed.is_err());
    let again = write(&cellar, |tx| confirmation::take(tx, "leave", &token, &1));
    assert_eq!(again.value, Confirmation::Confirmed);
    assert_eq!(again.entry, None);
}
