//! Partner campaigns, what joined them, and campaigns of the seller's own in the file.

use super::support::{at, digest, now, percent, product_id, shop_file, stock_up, write, write_at};
use crate::partner_product::{self, Act, Filter, Tally};
use crate::{
    Cellar, StoreError, Summary, own_campaign, own_campaign_draft, partner_campaign,
    partner_join_draft, shop,
};
use seller_domain::catalogue::ProductStatus;
use seller_domain::partner_campaign::{
    Contact, CreatorFormat, CreatorPreferences, JoinDraft, JoinedProduct, JoinedState,
    JoinedStateKind, Joining, Openness, OwnCampaign, OwnCampaignDraft, OwnTerms, PartnerCampaign,
    SampleCosts, SellerScope,
};
use seller_domain::{Period, ProductId};
use seller_rulebook::Accepted;
use seller_rulebook::partner_cases::{
    JoinCase, OwnCampaignActCase, OwnCampaignCase, OwnCampaignFacts, PartnerAct, PartnerActCase,
    PartnerFacts, PartnerProductFacts,
};
use seller_rulebook::review::{
    accept_joining, accept_own_campaign, accept_partner_act, accept_partner_joined,
};
use std::collections::{BTreeSet, HashMap};

fn campaign(id: &str) -> PartnerCampaign {
    PartnerCampaign {
        id: id.into(),
        name: format!("Creators {id}"),
        details: "Live every Friday".to_owned(),
        registration: Period::new(at("2026-11-01T08:00:00Z"), at("2026-11-28T08:00:00Z")),
        running: Period::new(at("2026-12-01T08:00:00Z"), at("2027-01-01T08:00:00Z")),
        minimum_rate: Some(percent("12.5")),
        partner: "Bright Agency".to_owned(),
        partner_contact: "hello@bright.example".to_owned(),
        scope: SellerScope::SelectedSellers {
            this_shop: Some(true),
        },
        note: String::new(),
    }
}

fn catalogue(cellar: &Cellar, products: usize) {
    // Numbered from 0 on.
    stock_up(cellar, products + 1, 1);
}

/// Accepted for products that are on sale; `state` is where they stand.
fn accepted(
    cellar: &Cellar,
    draft: &JoinDraft,
    state: Option<JoinedStateKind>,
) -> Accepted<Joining> {
    let facts = PartnerFacts {
        now: now(),
        shop: cellar.read(shop::require).unwrap(),
        campaign: campaign(draft.campaign_id.as_str()),
        products: draft
            .products
            .iter()
            .map(|id| {
                let facts = PartnerProductFacts {
                    status: ProductStatus::Active,
                    state,
                    costs: SampleCosts::default(),
                };
                (id.clone(), facts)
            })
            .collect(),
    };
    let policy = facts.policy();
    let case = JoinCase {
        facts: &facts,
        policy: &policy,
        draft,
    };
    accept_joining(&case, &BTreeSet::from(["AF-06".to_owned()])).unwrap()
}

fn draft(products: &[ProductId]) -> JoinDraft {
    let mut draft = JoinDraft::new("A1".into());
    draft.products = products.to_vec();
    draft.rate = Some(percent("20"));
    draft.samples = Some(5.into());
    draft.contact = Contact {
        email: "mia@sunny.example".to_owned(),
        ..Contact::default()
    };
    draft
}

fn done(cellar: &Cellar, product: &ProductId, act: &PartnerAct) -> Accepted<JoinedProduct> {
    let shop = cellar.read(shop::require).unwrap();
    let policy =
        seller_rulebook::Policy::on(shop.market, shop.currency, shop.time_zone.day_of(now()));
    let joined = cellar
        .read(|view| partner_product::require(view, &"A1".into(), product))
        .unwrap();
    let case = PartnerActCase {
        now: now(),
        shop: &shop,
        policy: &policy,
        campaign: &campaign("A1"),
        product: &joined,
        costs: SampleCosts::default(),
        act,
    };
    accept_partner_act(&case, &BTreeSet::from(["AF-06".to_owned()])).unwrap()
}

fn act(cellar: &Cellar, product: &ProductId, act: PartnerAct, event: Act) -> bool {
    let accepted = done(cellar, product, &act);
    write(cellar, |tx| partner_product::update(tx, &accepted, event)).value
}

#[test]
fn a_campaign_comes_back_with_everything_it_has() {
    let (_place, cellar) = shop_file();
    let scopes = [
        SellerScope::AllSellers,
        SellerScope::SelectedSellers { this_shop: None },
        SellerScope::SelectedSellers {
            this_shop: Some(false),
        },
        SellerScope::SelectedSellers {
            this_shop: Some(true),
        },
    ];
    for scope in scopes {
        let wanted = PartnerCampaign {
            scope,
            minimum_rate: None,
            ..campaign("A1")
        };
        assert!(write(&cellar, |tx| partner_campaign::save(tx, &wanted)).value);
        let again = write(&cellar, |tx| partner_campaign::save(tx, &wanted));
        assert!(!again.value && again.entry.is_none());
        let found = cellar.read(|view| partner_campaign::require(view, &"A1".into()));
        assert_eq!(found.unwrap(), wanted);
    }
    let by_name = cellar.read(|view| partner_campaign::by_name(view, " creators a1"));
    assert_eq!(by_name.unwrap().unwrap().id.as_str(), "A1");
    write(&cellar, |tx| {
        partner_join_draft::keep(tx, &draft(&[product_id(1)]))?;
        partner_campaign::delete(tx, &"A1".into())
    });
    assert!(cellar.read(partner_campaign::all).unwrap().is_empty());
}

#[test]
fn a_registration_is_decided_changed_and_submitted_again() {
    let (_place, cellar) = shop_file();
    catalogue(&cellar, 3);
    write(&cellar, |tx| partner_campaign::save(tx, &campaign("A1")));
    let (first, second) = (product_id(1), product_id(2));
    let mut entered = draft(&[first.clone(), second.clone()]);
    entered.own_terms.insert(
        second.clone(),
        OwnTerms {
            rate: Some(percent("30")),
            samples: Some(0.into()),
        },
    );
    let joining = accepted(&cellar, &entered, None);
    let submitted = write(&cellar, |tx| partner_product::submit(tx, &joining));
    assert_eq!(submitted.value, 2);
    let again = cellar.write("test", Summary::new("test"), now(), |tx| {
        partner_product::submit(tx, &joining)
    });
    assert!(
        matches!(again, Err(StoreError::StillRegistered { .. })),
        "{again:?}"
    );
    let reject = PartnerAct::Become {
        to: JoinedState::Rejected {
            reason: "too few reviews".to_owned(),
        },
    };
    assert!(act(&cellar, &first, reject, Act::Recorded));
    let approve = PartnerAct::Become {
        to: JoinedState::Approved,
    };
    assert!(act(&cellar, &second, approve, Act::Recorded));
    let samples = PartnerAct::SetSamples { to: 9.into() };
    assert!(act(&cellar, &second, samples.clone(), Act::SamplesChanged));
    assert!(!act(&cellar, &second, samples, Act::SamplesChanged));
    let noted = PartnerAct::NoteSamplesApproved { to: 4.into() };
    assert!(act(&cellar, &second, noted, Act::SamplesApproved));
    let tally = cellar.read(|view| partner_product::tally(view, &"A1".into()));
    assert_eq!(
        tally.unwrap(),
        Tally {
            approved: 1,
            rejected: 1,
            samples_set: 14,
            samples_approved: 4,
            ..Tally::default()
        }
    );
    let once_more = draft(std::slice::from_ref(&first));
    let joining = accepted(&cellar, &once_more, Some(JoinedStateKind::Rejected));
    let later = at("2026-11-22T10:00:00Z");
    write_at(&cellar, later, |tx| partner_product::submit(tx, &joining));
    let found = cellar
        .read(|view| partner_product::require(view, &"A1".into(), &first))
        .unwrap();
    assert_eq!(found.state, JoinedState::Pending);
    let events = cellar
        .read(|view| partner_product::events(view, &"A1".into(), &first))
        .unwrap();
    let acts: Vec<_> = events
        .iter()
        .map(|event| (event.act, event.before.state.kind()))
        .collect();
    assert_eq!(
        acts,
        [
            (Act::Recorded, JoinedStateKind::Pending),
            (Act::SubmittedAgain, JoinedStateKind::Rejected)
        ]
    );
    let (contact, _) = cellar
        .read(|view| partner_product::contact(view, &"A1".into()))
        .unwrap()
        .unwrap();
    assert_eq!(contact.email, "mia@sunny.example");
}

#[test]
fn lists_filter_by_campaign_state_and_words() {
    let (_place, cellar) = shop_file();
    catalogue(&cellar, 3);
    write(&cellar, |tx| partner_campaign::save(tx, &campaign("A1")));
    let products: Vec<_> = (1..=3).map(product_id).collect();
    let joining = accepted(&cellar, &draft(&products), None);
    write(&cellar, |tx| partner_product::submit(tx, &joining));
    let approve = PartnerAct::Become {
        to: JoinedState::Approved,
    };
    act(&cellar, &products[1], approve, Act::Recorded);
    let found = |filter: Filter| {
        cellar
            .read(|view| {
                let page = partner_product::page(view, &filter, (0, 10))?;
                let ids = partner_product::ids(view, &filter)?;
                assert_eq!(page.len(), ids.len());
                assert_eq!(partner_product::count(view, &filter)? as usize, ids.len());
                Ok::<_, StoreError>(ids)
            })
            .unwrap()
    };
    assert_eq!(found(Filter::default()), products);
    let pending = Filter {
        state: Some(JoinedStateKind::Pending),
        campaign_id: Some("A1".into()),
        text: String::new(),
    };
    assert_eq!(found(pending), [products[0].clone(), products[2].clone()]);
    let nothing = Filter {
        text: "%".to_owned(),
        ..Filter::default()
    };
    assert!(found(nothing).is_empty());
    let facts = cellar
        .read(|view| partner_product::facts(view, Some(&"A1".into()), &products[1]))
        .unwrap()
        .unwrap();
    assert_eq!(facts.state, Some(JoinedStateKind::Approved));
    let unknown = cellar.read(|view| partner_product::facts(view, None, &"X".into()));
    assert!(unknown.unwrap().is_none());
}

fn published(cellar: &Cellar, openness: Openness) -> Accepted<OwnCampaign> {
    let facts = OwnCampaignFacts {
        now: now(),
        shop: cellar.read(shop::require).unwrap(),
        products: HashMap::from([(product_id(1), ProductStatus::Active)]),
    };
    let policy = facts.policy();
    let draft = OwnCampaignDraft {
        title: "Creators wanted".to_owned(),
        registration: Some(campaign("A1").registration),
        running: Some(campaign("A1").running),
        openness,
        products: vec![product_id(1), product_id(1)],
        rate: Some(percent("15")),
        preferences: CreatorPreferences {
            followers_at_least: Some(10_000),
            formats: vec![CreatorFormat::Live],
            wishes: "Beauty".to_owned(),
        },
        ..OwnCampaignDraft::new("O1".into())
    };
    let case = OwnCampaignCase {
        facts: &facts,
        policy: &policy,
        draft: &draft,
    };
    accept_own_campaign(&case, &BTreeSet::new()).unwrap()
}

#[test]
fn an_own_campaign_comes_back_with_partners_selected_and_joined() {
    let (_place, cellar) = shop_file();
    catalogue(&cellar, 1);
    let selected = Openness::SelectedPartners {
        partners: vec!["Bright Agency".to_owned(), "Night Agency".to_owned()],
    };
    let accepted = published(&cellar, selected);
    write(&cellar, |tx| own_campaign::publish(tx, &accepted));
    let mut wanted = accepted.get().clone();
    wanted.terms.products.dedup();
    let found = cellar
        .read(|view| own_campaign::require(view, &"O1".into()))
        .unwrap();
    assert_eq!(found, wanted);
    let joined = accept_partner_joined(
        &OwnCampaignActCase {
            now: now(),
            campaign: &found,
            partner: "night agency",
        },
        &BTreeSet::new(),
    )
    .unwrap();
    write(&cellar, |tx| own_campaign::record_joined(tx, &joined));
    let (found, products) = cellar.read(own_campaign::all).unwrap().remove(0);
    assert_eq!(products, 1);
    let names: Vec<_> = found
        .joined
        .iter()
        .map(|one| one.partner.as_str())
        .collect();
    assert_eq!(names, ["Night Agency"]);
}

#[test]
fn undo_restores_the_file_after_everything_that_partners_bring() {
    let (_place, cellar) = shop_file();
    catalogue(&cellar, 2);
    write(&cellar, |tx| partner_campaign::save(tx, &campaign("A1")));
    let before = digest(&cellar);
    let joining = accepted(&cellar, &draft(&[product_id(1)]), None);
    write(&cellar, |tx| partner_product::submit(tx, &joining));
    let own = published(&cellar, Openness::AllPartners);
    write(&cellar, |tx| {
        own_campaign_draft::keep(tx, &OwnCampaignDraft::new("O2".into()))?;
        own_campaign::publish(tx, &own)
    });
    assert_ne!(digest(&cellar), before);
    for _ in 0..2 {
        cellar.undo().unwrap();
    }
    assert_eq!(digest(&cellar), before);
}
