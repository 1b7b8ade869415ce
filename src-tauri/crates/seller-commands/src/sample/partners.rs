//! The sample seller's affiliate campaigns: agencies' at every stage, one that the shop is not
//! selected for, products in every state, a draft, and two of the seller's own.

use super::Teller;
use super::goods::Goods;
use super::story::just_now;
use crate::error::CommandError;
use crate::trouble::Trouble;
use seller_domain::catalogue::ProductStatus;
use seller_domain::partner_campaign::{
    Contact, CreatorFormat, JoinDraft, JoinedState, Openness, OwnCampaignDraft, OwnTerms,
    PartnerCampaign, SampleCosts, SellerScope,
};
use seller_domain::{PartnerCampaignId, Percent, Period, ProductId};
use seller_rulebook::partner_cases::{
    JoinCase, OwnCampaignActCase, OwnCampaignCase, PartnerAct, PartnerActCase,
};
use seller_rulebook::review::{
    accept_joining, accept_own_campaign, accept_partner_act, accept_partner_joined,
};
use seller_rulebook::{OwnCampaignFacts, PartnerFacts, Refused};
use seller_store::partner_product::{self, Act};
use seller_store::{
    Tx, own_campaign, own_campaign_draft, partner_campaign, partner_join_draft, product,
};
use std::collections::{BTreeSet, HashMap};

const GLOW: &str = "sample-partner-glow";
const KITCHEN: &str = "sample-partner-kitchen";

/// Everything that happened with affiliate partners up to today.
pub(super) fn meet(teller: &Teller<'_>, goods: &Goods) -> Result<(), Trouble> {
    teller.at(teller.hour(-25, 9), |tx| record(tx, teller))?;
    teller.at(teller.hour(-20, 10), |tx| join(tx, teller, goods))?;
    teller.at(teller.hour(-16, 11), |tx| decide(tx, teller, goods))?;
    teller.at(teller.hour(-8, 9), |tx| open_own(tx, teller, goods))?;
    teller.at(teller.hour(-5, 14), |tx| close(tx, teller, goods))?;
    teller.at(just_now(teller.now), |tx| leave_drafts(tx, teller, goods))
}

/// Name, partner, days of registration, days of the campaign, least rate, scope.
type Plan = (
    &'static str,
    &'static str,
    &'static str,
    (i64, i64),
    (i64, i64),
    Option<i64>,
    SellerScope,
);

fn plans() -> [Plan; 5] {
    let selected = |this_shop| SellerScope::SelectedSellers { this_shop };
    [
        (
            GLOW,
            "Glow creators",
            "Bright Agency",
            (-24, 6),
            (-10, 40),
            Some(12),
            SellerScope::AllSellers,
        ),
        (
            KITCHEN,
            "Kitchen LIVE week",
            "Night & Day Media",
            (-3, 2),
            (7, 21),
            Some(18),
            selected(Some(true)),
        ),
        (
            "sample-partner-gifts",
            "Holiday gifts",
            "Bright Agency",
            (10, 30),
            (35, 60),
            Some(15),
            SellerScope::AllSellers,
        ),
        (
            "sample-partner-luxe",
            "Luxe picks",
            "Maison Creators",
            (-5, 12),
            (15, 45),
            Some(25),
            selected(Some(false)),
        ),
        (
            "sample-partner-past",
            "Back to school with creators",
            "Campus Partners",
            (-90, -70),
            (-65, -35),
            None,
            selected(None),
        ),
    ]
}

fn record(tx: &Tx<'_>, teller: &Teller<'_>) -> Result<(), Trouble> {
    for (id, name, partner, registration, running, rate, scope) in plans() {
        let days = |(from, until)| Period::new(teller.day(from), teller.day(until));
        let campaign = PartnerCampaign {
            id: id.into(),
            name: name.to_owned(),
            details: "Short videos and LIVE sessions with matched creators.".to_owned(),
            registration: days(registration),
            running: days(running),
            minimum_rate: rate.map(Percent::whole),
            partner: partner.to_owned(),
            partner_contact: "creators@partner.example".to_owned(),
            scope,
            note: String::new(),
        };
        partner_campaign::save(tx, &campaign)?;
    }
    Ok(())
}

/// Products on sale, beginning with one.
fn on_sale(
    tx: &Tx<'_>,
    goods: &Goods,
    first: usize,
    count: usize,
) -> Result<Vec<ProductId>, Trouble> {
    let mut found = Vec::with_capacity(count);
    for id in goods.ids(first..120) {
        let known = product::find(tx, &id)?;
        if found.len() < count && known.is_some_and(|one| one.status == ProductStatus::Active) {
            found.push(id);
        }
    }
    Ok(found)
}

fn contact() -> Contact {
    Contact {
        email: "hello@sunny-corner.example".to_owned(),
        messenger: "sunnycorner".to_owned(),
        phone: "+1 415 555 0134".to_owned(),
    }
}

/// What the sample seller lets pass.
fn acknowledged() -> BTreeSet<String> {
    BTreeSet::from(["AF-06".to_owned()])
}

fn told(refused: Box<Refused>) -> Trouble {
    CommandError::bug(format!("{refused:?}")).into()
}

fn draft(tx: &Tx<'_>, goods: &Goods) -> Result<JoinDraft, Trouble> {
    let mut draft = JoinDraft::new(GLOW.into());
    draft.products = on_sale(tx, goods, 30, 14)?;
    draft.rate = Some(Percent::whole(15));
    draft.samples = Some(4.into());
    if let Some(last) = draft.products.last() {
        let own = OwnTerms {
            rate: Some(Percent::whole(22)),
            samples: Some(10.into()),
        };
        draft.own_terms.insert(last.clone(), own);
    }
    draft.contact = contact();
    Ok(draft)
}

/// Submits as the desk does: through the book.
fn join(tx: &Tx<'_>, teller: &Teller<'_>, goods: &Goods) -> Result<(), Trouble> {
    let draft = draft(tx, goods)?;
    let mut facts = PartnerFacts {
        now: tx.now(),
        shop: teller.shop.clone(),
        campaign: partner_campaign::require(tx, &draft.campaign_id)?,
        products: HashMap::new(),
    };
    for id in &draft.products {
        if let Some(known) = partner_product::facts(tx, Some(&draft.campaign_id), id)? {
            facts.products.insert(id.clone(), known);
        }
    }
    let policy = facts.policy();
    let case = JoinCase {
        facts: &facts,
        policy: &policy,
        draft: &draft,
    };
    let accepted = accept_joining(&case, &acknowledged()).map_err(told)?;
    partner_product::submit(tx, &accepted)?;
    Ok(())
}

fn act(
    tx: &Tx<'_>,
    teller: &Teller<'_>,
    id: &ProductId,
    act: PartnerAct,
    event: Act,
) -> Result<(), Trouble> {
    let campaign_id = PartnerCampaignId::from(GLOW);
    let campaign = partner_campaign::require(tx, &campaign_id)?;
    let product = partner_product::require(tx, &campaign_id, id)?;
    let shop = &teller.shop;
    let policy =
        seller_rulebook::Policy::on(shop.market, shop.currency, shop.time_zone.day_of(tx.now()));
    let case = PartnerActCase {
        now: tx.now(),
        shop,
        policy: &policy,
        campaign: &campaign,
        product: &product,
        costs: SampleCosts::default(),
        act: &act,
    };
    let accepted = accept_partner_act(&case, &acknowledged()).map_err(told)?;
    partner_product::update(tx, &accepted, event)?;
    Ok(())
}

fn becomes(to: JoinedState) -> PartnerAct {
    PartnerAct::Become { to }
}

/// Nine are approved, two rejected, three still wait.
fn decide(tx: &Tx<'_>, teller: &Teller<'_>, goods: &Goods) -> Result<(), Trouble> {
    let products = draft(tx, goods)?.products;
    for (place, id) in products.iter().enumerate().take(11) {
        let to = match place {
            0..9 => JoinedState::Approved,
            _ => JoinedState::Rejected {
                reason: "Too few reviews".to_owned(),
            },
        };
        act(tx, teller, id, becomes(to), Act::Recorded)?;
    }
    for (id, approved) in products.iter().zip([4u32, 3, 1]) {
        let to = approved.into();
        let noted = PartnerAct::NoteSamplesApproved { to };
        act(tx, teller, id, noted, Act::SamplesApproved)?;
    }
    Ok(())
}

/// Two are to be closed; the partner has consented to one.
fn close(tx: &Tx<'_>, teller: &Teller<'_>, goods: &Goods) -> Result<(), Trouble> {
    let products = draft(tx, goods)?.products;
    for id in &products[7..9] {
        let asked = becomes(JoinedState::PendingClosed);
        act(tx, teller, id, asked, Act::Recorded)?;
    }
    let closed = becomes(JoinedState::Closed);
    act(tx, teller, &products[8], closed, Act::Recorded)?;
    let more = PartnerAct::SetSamples { to: 6.into() };
    act(tx, teller, &products[0], more, Act::SamplesChanged)
}

fn own(tx: &Tx<'_>, teller: &Teller<'_>, goods: &Goods) -> Result<OwnCampaignDraft, Trouble> {
    let mut draft = OwnCampaignDraft::new("sample-own-1".into());
    draft.title = "Sunny Corner looks for creators".to_owned();
    draft.description = "Unboxings and room tours; samples on request.".to_owned();
    draft.registration = Some(Period::new(teller.day(-8), teller.day(20)));
    draft.running = Some(Period::new(teller.day(-1), teller.day(60)));
    draft.openness = Openness::SelectedPartners {
        partners: vec!["Bright Agency".to_owned(), "Campus Partners".to_owned()],
    };
    draft.products = on_sale(tx, goods, 50, 6)?;
    draft.rate = Some(Percent::whole(14));
    draft.preferences.followers_at_least = Some(5_000);
    draft.preferences.formats = vec![CreatorFormat::Video, CreatorFormat::Live];
    Ok(draft)
}

fn open_own(tx: &Tx<'_>, teller: &Teller<'_>, goods: &Goods) -> Result<(), Trouble> {
    let draft = own(tx, teller, goods)?;
    let facts = OwnCampaignFacts {
        now: tx.now(),
        shop: teller.shop.clone(),
        products: draft
            .products
            .iter()
            .map(|id| (id.clone(), ProductStatus::Active))
            .collect(),
    };
    let case = OwnCampaignCase {
        facts: &facts,
        policy: &facts.policy(),
        draft: &draft,
    };
    let accepted = accept_own_campaign(&case, &BTreeSet::new()).map_err(told)?;
    own_campaign::publish(tx, &accepted)?;
    let joins = OwnCampaignActCase {
        now: tx.now(),
        campaign: accepted.get(),
        partner: "Bright Agency",
    };
    let accepted = accept_partner_joined(&joins, &BTreeSet::new()).map_err(told)?;
    Ok(own_campaign::record_joined(tx, &accepted)?)
}

/// A registration below the requirement, and a campaign without products.
fn leave_drafts(tx: &Tx<'_>, teller: &Teller<'_>, goods: &Goods) -> Result<(), Trouble> {
    let mut join = JoinDraft::new(KITCHEN.into());
    join.products = on_sale(tx, goods, 60, 8)?;
    join.rate = Some(Percent::whole(15));
    join.samples = Some(2.into());
    join.contact = contact();
    partner_join_draft::keep(tx, &join)?;
    let mut own = own(tx, teller, goods)?;
    own.id = "sample-own-2".into();
    own.title = "Spring cleaning".to_owned();
    own.openness = Openness::AllPartners;
    own.products = Vec::new();
    Ok(own_campaign_draft::keep(tx, &own)?)
}
