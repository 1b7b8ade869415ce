//! The stamp: what blocks is refused, what warns is acknowledged, all of it is told at once.

use crate::scene::Scene;
use seller_domain::Money;
use seller_domain::catalogue::{CatalogueChange, ProductRow, SkuRow};
use seller_domain::partner_campaign::{JoinedStateKind, Joining};
use seller_domain::registration::Draft;
use seller_domain::seller_coupon::{CouponOrigin, SellerCoupon};
use seller_domain::smart_promotion::Mode;
use seller_rulebook::accepted::Acknowledged;
use seller_rulebook::cases::PlacesHeld;
use seller_rulebook::review::{
    accept_catalogue_change, accept_coupon, accept_enrolment, accept_joining, accept_passing,
    accept_registration, accept_switch,
};
use seller_rulebook::{Accepted, Refused};
use std::borrow::Cow;
use std::collections::BTreeSet;

fn register(scene: &str, acknowledged: &[&str]) -> Result<Accepted<Draft>, Box<Refused>> {
    let scene = Scene::read(&format!("{scene}\n{ONE_PRODUCT}"));
    let acknowledged: Acknowledged = acknowledged.iter().map(ToString::to_string).collect();
    accept_registration(scene.draft(), &scene.facts(), &acknowledged)
}

fn rules(refused: &Refused) -> BTreeSet<&'static str> {
    refused
        .review
        .findings()
        .map(|found| found.rule.id)
        .collect()
}

const ONE_PRODUCT: &str = r#"
[[products]]
id = "P1"
state = "withdrawn"
[[products.skus]]
id = "S1"
retail = "20.00"
price = "15.00"
"#;

const NO_SCORE: &str = "[shop]\nsps = \"\"\n";

#[test]
fn an_ordinary_registration_is_accepted_without_acknowledging_anything() {
    let accepted = register("", &[]).unwrap();
    assert!(accepted.acknowledged().is_empty());
    assert_eq!(accepted.get().products.len(), 1);
}

#[test]
fn a_warning_refuses_until_it_is_acknowledged_by_its_own_id() {
    for acknowledged in [&[][..], &["CE-02", "SP-01"]] {
        let refused = register(NO_SCORE, acknowledged).unwrap_err();
        assert_eq!(refused.unacknowledged, BTreeSet::from(["CE-01"]));
        assert_eq!(rules(&refused), BTreeSet::from(["CE-01"]));
    }
    let accepted = register(NO_SCORE, &["CE-01", "CE-05"]).unwrap();
    assert_eq!(*accepted.acknowledged(), BTreeSet::from(["CE-01"]));
}

#[test]
fn a_block_cannot_be_acknowledged_away() {
    let refused = register("[shop]\nsps = \"3.4\"\n", &["CE-01"]).unwrap_err();
    assert_eq!(rules(&refused), BTreeSet::from(["CE-01"]));
    assert!(refused.unacknowledged.is_empty());
}

#[test]
fn a_refusal_names_every_failing_rule_at_once() {
    let refused = register(
        r#"
now = "2026-06-01T12:00:00Z"
registered_coupons = []
[shop]
sps = "2.4"
violations = 3
free_shipping_threshold = "30.01"
[smart_promotion]
mode = "none"
[campaign]
coupons = ["K1"]
accepted_products = 1
"#,
        &[],
    )
    .unwrap_err();
    assert_eq!(
        rules(&refused),
        BTreeSet::from([
            "SP-01", "CE-01", "CE-02", "CE-03", "CE-04", "CE-05", "CE-06"
        ])
    );
    assert_eq!(refused.unacknowledged, BTreeSet::from(["CE-05"]));
}

#[test]
fn an_explanation_neither_refuses_nor_asks() {
    let scene = r#"
now = "2026-05-21T07:00:00Z"
[campaign]
re_registration_deadline = "2026-05-25T07:00:00Z"
"#;
    let accepted = register(scene, &[]).unwrap();
    assert!(accepted.acknowledged().is_empty());
}

#[test]
fn an_enrolment_is_stamped_by_the_same_rule() {
    let low_score = r#"
[shop]
sps = "3.4"
[smart_promotion]
mode = "none"
[enrolling]
mode = "store_wide"
step = "confirm"
taken = "confirm_and_next"
"#;
    let enrol = |text: &str, acknowledged: &[&str]| {
        let acknowledged = acknowledged.iter().map(ToString::to_string).collect();
        Scene::read(text).enrolling_case(|case| accept_enrolment(case, &acknowledged))
    };
    let refused = enrol(low_score, &[]).unwrap_err();
    assert_eq!(refused.unacknowledged, BTreeSet::from(["SP-10"]));
    let accepted = enrol(low_score, &["SP-10"]).unwrap();
    assert_eq!(
        accepted.get().terms().map(|terms| terms.mode),
        Some(Mode::StoreWide)
    );
    // Whatever step is named: what is stored is what *Confirm* joins.
    for step in ["sign_up", "confirm"] {
        let skipping = low_score
            .replace("taken = \"confirm_and_next\"", "")
            .replace("step = \"confirm\"", &format!("step = \"{step}\""));
        let refused = enrol(&skipping, &["SP-10"]).unwrap_err();
        assert_eq!(rules(&refused), BTreeSet::from(["SP-04", "SP-10"]));
    }
}

fn save(scene: &str, acknowledged: &[&str]) -> Result<SellerCoupon, Box<Refused>> {
    let acknowledged = acknowledged.iter().map(ToString::to_string).collect();
    Scene::read(scene)
        .coupon_case(|case| accept_coupon(case, &acknowledged))
        .map(Accepted::into_inner)
}

#[test]
fn an_ordinary_coupon_is_saved_once_the_addon_warning_is_acknowledged() {
    let refused = save("[coupon.terms]", &[]).unwrap_err();
    assert_eq!(refused.unacknowledged, BTreeSet::from(["CP-26"]));
    assert_eq!(rules(&refused), BTreeSet::from(["CP-26"]));
    let coupon = save("[coupon.terms]", &["CP-26"]).unwrap();
    assert_eq!(coupon.terms.name, "Coupon K1");
    assert_eq!(coupon.origin, CouponOrigin::Planned);
}

#[test]
fn a_coupon_is_refused_with_every_failing_rule_at_once() {
    let scene = r#"
[coupon.terms]
kind = "promo_code"
name = ""
period = []
amount = ""
quantity = "0"
products = []
claims = 2
claim_code = "A"
"#;
    let refused = save(scene, &[]).unwrap_err();
    assert_eq!(
        rules(&refused),
        BTreeSet::from([
            "CP-01", "CP-04", "CP-09", "CP-10", "CP-19", "CP-20", "CP-21", "CP-22"
        ])
    );
}

#[test]
fn an_edit_of_a_running_coupon_is_judged_by_what_it_changes() {
    let old = "[coupon.before]\namount = \"0.20\"\nscope_unstated = true\n";
    let edit = |quantity: &str| {
        let terms = "amount = \"0.20\"\nscope_unstated = true";
        save(
            &format!("[coupon.terms]\n{terms}\nquantity = \"{quantity}\"\n{old}"),
            &[],
        )
    };
    assert_eq!(edit("150").unwrap().terms.quantity.unwrap().get(), 150);
    assert_eq!(rules(&edit("50").unwrap_err()), BTreeSet::from(["CP-27"]));
    assert_eq!(
        rules(&edit("150.5").unwrap_err()),
        BTreeSet::from(["CP-09"])
    );
}

#[test]
fn what_passes_is_accepted_and_what_is_refused_is_left_out() {
    let text = r#"
[[products]]
id = "P1"
[[products.skus]]
id = "S1"
retail = "20.00"
price = "15.00"
[[products]]
id = "P2"
[[products.skus]]
id = "S2"
retail = "20.00"
price = "0.00"
"#;
    let scene = Scene::read(text);
    let none = Acknowledged::new();
    let sifted = accept_passing(&scene.draft(), &scene.facts(), &none).unwrap();
    let blocks: Vec<bool> = sifted
        .review
        .products
        .iter()
        .map(|findings| findings.iter().any(|finding| finding.blocks()))
        .collect();
    assert_eq!(blocks, [false, true]);
    let kept = sifted.accepted.unwrap().into_inner();
    let ids: Vec<&str> = kept
        .products
        .iter()
        .map(|kept| kept.product_id.as_str())
        .collect();
    assert_eq!(ids, ["P1"]);
}

#[test]
fn a_shop_that_may_not_take_part_and_an_open_warning_refuse_what_passes_too() {
    let scene = Scene::read(&format!("[shop]\nsps = \"3.4\"\n{ONE_PRODUCT}"));
    let refused = accept_passing(&scene.draft(), &scene.facts(), &Acknowledged::new());
    assert_eq!(rules(&refused.unwrap_err()), BTreeSet::from(["CE-01"]));
    let scene = Scene::read(&format!("{NO_SCORE}{ONE_PRODUCT}"));
    let refused = accept_passing(&scene.draft(), &scene.facts(), &Acknowledged::new());
    assert_eq!(
        refused.unwrap_err().unacknowledged,
        BTreeSet::from(["CE-01"])
    );
}

fn join(scene: &str, acknowledged: &[&str]) -> Result<Joining, Box<Refused>> {
    let acknowledged = acknowledged.iter().map(ToString::to_string).collect();
    Scene::read(scene)
        .join_case(|case| accept_joining(case, &acknowledged))
        .map(Accepted::into_inner)
}

#[test]
fn samples_are_promised_only_once_their_cost_is_acknowledged() {
    let scene = "[partner]\nsamples = \"4\"\n[[partner.products]]\nid = \"P1\"\n[[partner.products]]\nid = \"P1\"\n";
    let refused = join(scene, &["AF-05"]).unwrap_err();
    assert_eq!(refused.unacknowledged, BTreeSet::from(["AF-06"]));
    let joining = join(scene, &["AF-06"]).unwrap();
    let products: Vec<_> = joining
        .products
        .iter()
        .map(|product| {
            (
                product.product_id.as_str(),
                product.samples.set,
                product.state.kind(),
            )
        })
        .collect();
    assert_eq!(products, [("P1", 4, JoinedStateKind::Pending)]);
}

#[test]
fn joining_is_refused_with_every_failing_rule_at_once() {
    let scene = r#"
now = "2026-05-20T07:00:00Z"
[partner]
scope = "not_selected"
minimum_rate = "30"
rate = "29"
samples = "1.5"
email = "mia"
phone = "12"
[[partner.products]]
id = "P1"
state = "approved"
[[partner.products]]
id = "P2"
unknown = true
"#;
    let refused = join(scene, &["AF-06"]).unwrap_err();
    assert_eq!(
        rules(&refused),
        BTreeSet::from(["AF-03", "AF-04", "AF-05", "AF-08", "AF-10"])
    );
    let count = |id: &str| {
        let found = refused.review.findings();
        found.filter(|finding| finding.rule.id == id).count()
    };
    assert_eq!(
        ["AF-03", "AF-04", "AF-05", "AF-08", "AF-10"].map(count),
        [2, 2, 1, 1, 2]
    );
}

fn switch(
    scene: &str,
    acknowledged: &[&str],
) -> Result<Accepted<seller_domain::funded_promotion::Switching>, Box<Refused>> {
    let acknowledged = acknowledged.iter().map(ToString::to_string).collect();
    Scene::read(scene).switch_case(|case| accept_switch(case, &acknowledged))
}

#[test]
fn a_switch_is_refused_with_every_failing_rule_at_once() {
    let scene = r#"
[switching]
type = "product_coupons"
to = "on"
confirmation = "missing"
moved = [["off", "2026-05-09T12:00:00Z"]]
except_brands = ["Lumo"]
"#;
    let refused = switch(scene, &[]).unwrap_err();
    assert_eq!(rules(&refused), BTreeSet::from(["PF-02", "PF-03", "PF-06"]));
    assert_eq!(refused.unacknowledged, BTreeSet::from(["PF-06"]));
}

#[test]
fn a_switch_that_was_moved_days_ago_is_moved_once_the_warning_is_acknowledged() {
    let scene = r#"
[switching]
type = "product_coupons"
to = "on"
moved = [["off", "2026-05-09T12:00:00Z"]]
"#;
    let refused = switch(scene, &["PF-05"]).unwrap_err();
    assert_eq!(rules(&refused), BTreeSet::from(["PF-06"]));
    let moved = switch(scene, &["PF-06"]).unwrap();
    assert_eq!(*moved.acknowledged(), BTreeSet::from(["PF-06"]));
}

#[test]
fn a_change_of_the_catalogue_is_judged_by_the_places_that_the_product_holds() {
    let text = r#"
[[products]]
id = "P1"
category = "Beauty"
[[products.skus]]
id = "S1"
retail = "20.00"
[[products.skus]]
id = "S2"
retail = "20.00"
"#;
    let facts = Scene::read(text).facts();
    let known = &facts.products[&"P1".into()];
    let skus: Vec<_> = known.skus.iter().map(|known| known.sku.clone()).collect();
    let held = PlacesHeld {
        now: facts.now,
        zone: facts.shop.time_zone,
        campaigns: &[&facts.campaign],
        product: &known.product,
        skus: &skus,
    };
    let change = |say: &dyn Fn(&mut ProductRow), gone: &[&str]| {
        let mut row = ProductRow::of_skus("P1".into(), vec![SkuRow::about("S1".into())]);
        say(&mut row);
        CatalogueChange {
            row: Cow::Owned(row),
            gone: gone.iter().map(|id| (*id).into()).collect(),
        }
    };
    let judge = |change: &CatalogueChange<'static>, held, acknowledged: &[&str]| {
        let acknowledged = acknowledged.iter().map(ToString::to_string).collect();
        accept_catalogue_change(change.clone(), held, &acknowledged)
            .map(Accepted::into_inner)
            .map_err(|refused| rules(&refused))
    };
    let moved = change(&|row| row.category = Some("Toys".to_owned()), &["S2"]);
    let both = BTreeSet::from(["RG-19", "RG-20"]);
    assert_eq!(judge(&moved, Some(&held), &["RG-19"]), Err(both));
    assert_eq!(judge(&moved, None, &[]), Ok(moved.clone()));
    let dearer = facts.shop.currency;
    let dearer = change(
        &|row| row.skus[0].retail_price = Some(Money::from_minor(2100, dearer)),
        &[],
    );
    let warned = BTreeSet::from(["RG-19"]);
    assert_eq!(judge(&dearer, Some(&held), &[]), Err(warned));
    assert_eq!(judge(&dearer, Some(&held), &["RG-19"]), Ok(dearer.clone()));
    let stocked = change(&|row| row.skus[0].stock = Some(7), &[]);
    assert_eq!(judge(&stocked, Some(&held), &[]), Ok(stocked.clone()));
}
