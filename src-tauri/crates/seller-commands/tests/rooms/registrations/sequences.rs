//! Whatever becomes of submitted products, in whatever order: what is over stays over, a campaign
//! price moves by an approved request alone, a refusal changes nothing, and undo leads back exactly.

use super::{approved, decide, one, price, rejected, submitted, withdraw};
use crate::support::{Office, product_id};
use proptest::prelude::*;
use serde_json::{Value, json};

const PRODUCTS: usize = 3;

/// Something that a seller may try.
#[derive(Debug, Clone)]
enum Try {
    Decide(Option<usize>, bool),
    AskPrice(usize, u32),
    /// The request with this number among all that were made.
    DecidePrice(usize, bool),
    Withdraw(&'static str, Vec<usize>),
    DecideWithdrawal(usize, bool),
}

fn some_products() -> impl Strategy<Value = Vec<usize>> {
    prop::collection::btree_set(0..PRODUCTS, 1..=PRODUCTS)
        .prop_map(|chosen| chosen.into_iter().collect())
}

fn a_try() -> impl Strategy<Value = Try> {
    let scope = prop::sample::select(vec!["product", "campaign", "extra_discount"]);
    prop_oneof![
        3 => (prop::option::of(0..PRODUCTS), any::<bool>())
            .prop_map(|(which, yes)| Try::Decide(which, yes)),
        3 => (0..PRODUCTS, 900_u32..1_300).prop_map(|(which, cents)| Try::AskPrice(which, cents)),
        2 => (0..4_usize, any::<bool>()).prop_map(|(which, yes)| Try::DecidePrice(which, yes)),
        2 => (scope, some_products()).prop_map(|(scope, which)| Try::Withdraw(scope, which)),
        2 => (0..3_usize, any::<bool>()).prop_map(|(which, yes)| Try::DecideWithdrawal(which, yes)),
    ]
}

fn verdict(yes: bool) -> Value {
    if yes {
        approved()
    } else {
        rejected("Too late")
    }
}

/// What was asked for so far.
#[derive(Default)]
struct Asked {
    prices: Vec<Value>,
    withdrawals: Vec<Value>,
}

impl Asked {
    fn remember(&mut self, name: &str, answer: &Value) {
        match name {
            "price_edit_request" => {
                let requests = answer["requests"].as_array().unwrap();
                self.prices
                    .extend(requests.iter().map(|request| request["id"].clone()));
            }
            "withdrawal_request" => self.withdrawals.push(answer["id"].clone()),
            _ => {}
        }
    }
}

impl Try {
    fn request(&self, campaign: &str, asked: &Asked) -> (&'static str, Value) {
        let id = |of: &[Value], which: usize| of.get(which).cloned().unwrap_or(json!("none"));
        match self {
            Self::Decide(which, yes) => {
                let products = which.map_or(Value::Null, |which| json!([product_id(which)]));
                let request = decide(campaign, products, verdict(*yes));
                ("registration_decide", request)
            }
            Self::AskPrice(which, cents) => {
                let text = format!("{}.{:02} USD", cents / 100, cents % 100);
                ("price_edit_request", price(campaign, *which, &text))
            }
            Self::DecidePrice(which, yes) => {
                let id = id(&asked.prices, *which);
                let request = json!({ "id": id, "verdict": verdict(*yes) });
                ("price_edit_decide", request)
            }
            Self::Withdraw(scope, which) => {
                let which: &[usize] = if *scope == "campaign" { &[] } else { which };
                ("withdrawal_request", withdraw(campaign, scope, which))
            }
            Self::DecideWithdrawal(which, yes) => {
                let id = id(&asked.withdrawals, *which);
                let request = json!({ "id": id, "verdict": verdict(*yes) });
                ("withdrawal_decide", request)
            }
        }
    }
}

/// State and first campaign price of every product.
fn held(office: &Office, campaign: &str) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    (0..PRODUCTS)
        .map(|product| {
            let detail = office.call("registration_get", one(campaign, product));
            (
                text(&detail["product"]["state"]["kind"]),
                text(&detail["skus"][0]["campaign_price"]),
            )
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn products_follow_what_was_decided_and_every_step_is_taken_back(
        tries in prop::collection::vec(a_try(), 1..16),
    ) {
        let (office, campaign) = submitted(|_| {});
        let mut asked = Asked::default();
        let mut digests = vec![office.digest()];
        for one in &tries {
            let before = held(&office, &campaign);
            let (name, request) = one.request(&campaign, &asked);
            let answer = office.try_call(name, request);
            let after = held(&office, &campaign);
            let Ok(answer) = answer else {
                prop_assert_eq!(after, before);
                prop_assert_eq!(Some(&office.digest()), digests.last());
                continue;
            };
            asked.remember(name, &answer);
            for ((state, price), (now, price_now)) in before.iter().zip(&after) {
                prop_assert!(state != "withdrawn" || now == "withdrawn", "{one:?}");
                let moves = matches!(one, Try::DecidePrice(_, true));
                prop_assert!(price == price_now || moves, "{one:?}: {price} became {price_now}");
            }
            let digest = office.digest();
            if digests.last() != Some(&digest) {
                digests.push(digest);
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
