use super::*;
use crate::ids::ProductId;
use crate::market::Currency;
use crate::money::Money;
use proptest::prelude::*;

fn at(text: &str) -> Instant {
    text.parse().unwrap()
}

fn usd(text: &str) -> Money {
    Money::parse(text, Currency::Usd).unwrap()
}

fn campaign() -> PartnerCampaign {
    PartnerCampaign {
        id: "A1".into(),
        name: "Autumn creators".to_owned(),
        details: String::new(),
        registration: Period::new(at("2026-05-01T07:00:00Z"), at("2026-05-20T07:00:00Z")),
        running: Period::new(at("2026-06-01T07:00:00Z"), at("2026-07-01T07:00:00Z")),
        minimum_rate: Some(Percent::whole(15)),
        partner: "Bright Agency".to_owned(),
        partner_contact: "hello@bright.example".to_owned(),
        scope: SellerScope::AllSellers,
        note: String::new(),
    }
}

fn draft(products: &[&str]) -> JoinDraft {
    JoinDraft {
        products: products.iter().map(|id| ProductId::from(*id)).collect(),
        rate: Some(Percent::whole(20)),
        samples: Some(3.into()),
        ..JoinDraft::new("A1".into())
    }
}

#[test]
fn a_campaign_passes_through_its_stages_at_the_edges_of_its_periods() {
    let stage = |moment| campaign().stage(at(moment));
    assert_eq!(stage("2026-05-01T06:59:59Z"), PartnerStage::Announced);
    assert_eq!(stage("2026-05-01T07:00:00Z"), PartnerStage::Open);
    assert_eq!(stage("2026-05-20T06:59:59Z"), PartnerStage::Open);
    assert_eq!(
        stage("2026-05-20T07:00:00Z"),
        PartnerStage::RegistrationOver
    );
    assert_eq!(
        stage("2026-07-01T06:59:59Z"),
        PartnerStage::RegistrationOver
    );
    assert_eq!(stage("2026-07-01T07:00:00Z"), PartnerStage::Ended);
}

#[test]
fn a_product_has_the_terms_of_all_unless_it_has_its_own() {
    let mut draft = draft(&["P1", "P2"]);
    draft.apply(&PartnerChange::ProductRate {
        product_id: "P2".into(),
        to: Percent::whole(25),
    });
    let joined = draft.registered(at("2026-05-10T12:00:00Z")).unwrap();
    let terms: Vec<_> = joined
        .products
        .iter()
        .map(|product| (product.rate, product.samples.set, product.state.kind()))
        .collect();
    assert_eq!(
        terms,
        [
            (Percent::whole(20), 3, JoinedStateKind::Pending),
            (Percent::whole(25), 3, JoinedStateKind::Pending)
        ]
    );
    draft.rate = None;
    let unfinished = draft.registered(at("2026-05-10T12:00:00Z")).unwrap_err();
    assert_eq!(
        unfinished.to_string(),
        "P1 has no rate yet; fill it in before submitting"
    );
    draft.leave_out(&["P1".into(), "P2".into()]);
    assert!(draft.products.is_empty() && draft.own_terms.is_empty());
}

#[test]
fn samples_are_whole_numbers_from_nought_on() {
    let whole = |text: &str| whole_samples(text.parse().unwrap());
    assert_eq!(whole("0"), Some(0));
    assert_eq!(whole("7.0"), Some(7));
    assert_eq!(whole("0.5"), None);
    assert_eq!(whole("-1"), None);
    assert_eq!(whole("4294967296"), None);
    let samples = Samples {
        set: 5,
        approved: 2,
    };
    assert_eq!(samples.left(), 3);
}

#[test]
fn promised_samples_cost_between_the_cheapest_and_the_dearest_sku() {
    let mut draft = draft(&["P1", "P2", "P3", "P4"]);
    draft.own_terms.insert(
        "P4".into(),
        OwnTerms {
            rate: None,
            samples: Some(0.into()),
        },
    );
    let costs = |id: &ProductId| match id.as_str() {
        "P1" => SampleCosts::default()
            .and(Some(usd("2.50")))
            .and(Some(usd("4"))),
        "P2" => SampleCosts::default().and(Some(usd("1"))).and(None),
        _ => SampleCosts::default().and(None),
    };
    let promised = samples_promised(&draft, usd("0"), costs);
    assert_eq!(
        promised,
        SamplesPromised {
            samples: 9,
            known_products: 1,
            unknown_products: 2,
            at_least: usd("10.50"),
            at_most: usd("15"),
        }
    );
}

#[test]
fn a_commission_is_charged_on_what_coupons_and_tax_leave() {
    let rate = Percent::whole(15);
    let charged = |price, coupons, tax| affiliate_commission(rate, usd(price), usd(coupons), tax);
    assert_eq!(charged("19.99", "0", usd("0")), usd("3.00"));
    assert_eq!(charged("20", "5", usd("1")), usd("2.10"));
    assert_eq!(charged("4", "5", usd("0")), usd("0"));
    // Half a cent goes up.
    assert_eq!(charged("0.10", "0", usd("0")), usd("0.02"));
}

#[test]
fn a_state_goes_only_where_the_partner_or_the_seller_can_bring_it() {
    let mut ways = Vec::new();
    for from in JoinedStateKind::ALL {
        ways.extend(from.next().iter().map(|to| (from, *to)));
    }
    use JoinedStateKind::*;
    assert_eq!(
        ways,
        [
            (Pending, Approved),
            (Pending, Rejected),
            (Approved, PendingClosed),
            (PendingClosed, Closed),
            (PendingClosed, Approved)
        ]
    );
}

#[test]
fn selected_partners_are_known_by_name_whatever_the_case() {
    let open = Openness::SelectedPartners {
        partners: vec![" Bright Agency ".into(), "bright agency".into(), " ".into()],
    };
    let tidied = Openness::SelectedPartners {
        partners: vec!["Bright Agency".into()],
    };
    assert_eq!(open.tidied(), tidied);
    assert!(tidied.admits("BRIGHT agency "));
    assert!(!tidied.admits("Bright"));
    assert!(Openness::AllPartners.admits("anyone"));
}

#[test]
fn an_own_campaign_lacks_its_first_missing_field() {
    let mut draft = OwnCampaignDraft::new("O1".into());
    let missing = |draft: &OwnCampaignDraft| draft.terms().unwrap_err().0;
    assert_eq!(missing(&draft), OwnCampaignField::Registration);
    draft.registration = Some(campaign().registration);
    assert_eq!(missing(&draft), OwnCampaignField::Running);
    draft.running = Some(campaign().running);
    assert_eq!(missing(&draft), OwnCampaignField::Rate);
    draft.rate = Some(Percent::whole(10));
    draft.title = "  Creators wanted ".to_owned();
    assert_eq!(draft.terms().unwrap().title, "Creators wanted");
}

proptest! {
    #[test]
    fn a_commission_never_passes_what_is_left_of_the_price(
        rate in 0i64..=100, price in 0i64..1_000_000, coupons in 0i64..1_000_000, tax in 0i64..1_000,
    ) {
        let money = |minor| Money::from_minor(minor, Currency::Usd);
        let charged = affiliate_commission(Percent::whole(rate), money(price), money(coupons), money(tax));
        prop_assert!(charged >= money(0));
        prop_assert!(charged <= money((price - coupons - tax).max(0)));
    }
}
