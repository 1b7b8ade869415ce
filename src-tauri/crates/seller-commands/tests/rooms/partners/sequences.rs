//! Whatever is done with registered products, in whatever order: no state is skipped, no rate moves
//! once approved, no more samples are approved than were set, a refusal changes nothing, and undo
//! leads back exactly.

use super::{campaign, deciding, draft, join, listed, submitting};
use crate::support::{Office, product_id};
use proptest::prelude::*;
use seller_domain::partner_campaign::JoinedStateKind as State;
use serde_json::{Value, json};
use std::collections::BTreeMap;

const PRODUCTS: usize = 3;

/// Something that a seller may try.
#[derive(Debug, Clone)]
enum Try {
    Decide(Vec<usize>, State),
    DecideAll(State, State),
    Rate(Vec<usize>, u32),
    Samples(Vec<usize>, u32),
    Approved(usize, u32),
    RegisterAgain(Vec<usize>, u32),
}

fn some_products() -> impl Strategy<Value = Vec<usize>> {
    prop::collection::btree_set(0..PRODUCTS, 1..=PRODUCTS)
        .prop_map(|chosen| chosen.into_iter().collect())
}

fn a_state() -> impl Strategy<Value = State> {
    prop::sample::select(State::ALL.to_vec())
}

fn a_try() -> impl Strategy<Value = Try> {
    prop_oneof![
        4 => (some_products(), a_state()).prop_map(|(which, to)| Try::Decide(which, to)),
        2 => (a_state(), a_state()).prop_map(|(from, to)| Try::DecideAll(from, to)),
        1 => (some_products(), 10_u32..85).prop_map(|(which, to)| Try::Rate(which, to)),
        1 => (some_products(), 0_u32..8).prop_map(|(which, to)| Try::Samples(which, to)),
        1 => (0..PRODUCTS, 0_u32..8).prop_map(|(which, to)| Try::Approved(which, to)),
        2 => (some_products(), 15_u32..40).prop_map(|(which, to)| Try::RegisterAgain(which, to)),
    ]
}

fn ids(which: &[usize]) -> Value {
    let ids: Vec<String> = which.iter().copied().map(product_id).collect();
    json!(ids)
}

fn chosen(which: &[usize]) -> Value {
    json!({ "kind": "ids", "product_ids": ids(which) })
}

impl Try {
    fn request(&self, office: &Office, id: &str) -> (&'static str, Value) {
        match self {
            Self::Decide(which, to) => {
                let to = json!(to);
                let request = deciding(id, chosen(which), to.as_str().unwrap());
                ("partner_product_decide", request)
            }
            Self::DecideAll(from, to) => {
                let (which, to) = (json!({ "kind": "in_state", "state": from }), json!(to));
                let request = deciding(id, which, to.as_str().unwrap());
                ("partner_product_decide", request)
            }
            Self::Rate(which, to) => (
                "partner_product_rate",
                json!({ "campaign_id": id, "which": chosen(which), "rate": to.to_string() }),
            ),
            Self::Samples(which, to) => (
                "partner_product_samples",
                json!({ "campaign_id": id, "which": chosen(which), "samples": to.to_string(),
                        "acknowledged": ["AF-06"] }),
            ),
            Self::Approved(which, to) => (
                "partner_samples_approved",
                json!({ "campaign_id": id, "product_id": product_id(*which),
                        "approved": to.to_string() }),
            ),
            Self::RegisterAgain(which, rate) => {
                let mut draft = draft(office, id, 0);
                draft["products"] = ids(which);
                draft["rate"] = json!(rate.to_string());
                ("partner_join_submit", submitting(&draft))
            }
        }
    }
}

/// What is held of a product.
#[derive(Debug, Clone, PartialEq)]
struct Held {
    state: State,
    rate: String,
    set: u64,
    approved: u64,
}

fn held(office: &Office, id: &str) -> BTreeMap<String, Held> {
    let list = listed(office, id);
    let rows = list["rows"].as_array().unwrap().iter();
    rows.map(|row| {
        let product = &row["product"];
        let held = Held {
            state: serde_json::from_value(product["state"]["kind"].clone()).unwrap(),
            rate: product["rate"].as_str().unwrap().to_owned(),
            set: product["samples"]["set"].as_u64().unwrap(),
            approved: product["samples"]["approved"].as_u64().unwrap(),
        };
        (product["product_id"].as_str().unwrap().to_owned(), held)
    })
    .collect()
}

/// Whether a product can have come from one to the other in one step.
fn follows(before: &Held, after: &Held) -> bool {
    let left = matches!(before.state, State::Rejected | State::Closed);
    if left && after.state == State::Pending {
        // Registered again: rate and samples are new.
        return after.approved == 0;
    }
    let moved = before.state == after.state || before.state.next().contains(&after.state);
    let frozen = before.state == State::Pending || before.rate == after.rate;
    moved && frozen && after.approved <= after.set
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn products_go_their_way_step_by_step_and_back(tries in prop::collection::vec(a_try(), 1..14)) {
        let office = Office::with_catalogue(PRODUCTS);
        let id = campaign(&office, |_| {});
        join(&office, &id, PRODUCTS);
        let mut digests = vec![office.digest()];
        for one in &tries {
            let before = held(&office, &id);
            let (name, request) = one.request(&office, &id);
            match office.try_call(name, request) {
                Ok(_) => {
                    let after = held(&office, &id);
                    for (product, was) in &before {
                        let is = &after[product];
                        prop_assert!(follows(was, is), "{one:?}: {was:?} became {is:?}");
                    }
                    let digest = office.digest();
                    if digests.last() != Some(&digest) {
                        digests.push(digest);
                    }
                }
                Err(_) => prop_assert_eq!(held(&office, &id), before),
            }
        }
        while digests.len() > 1 {
            prop_assert_eq!(Some(&office.digest()), digests.last());
            digests.pop();
            office.call("history_undo", json!({}));
        }
        prop_assert_eq!(Some(&office.digest()), digests.last());
    }
}
