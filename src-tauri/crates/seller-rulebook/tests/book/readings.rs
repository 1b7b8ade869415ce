//! Other readings of the sources, taken through the policy.

use crate::scene::Scene;
use seller_domain::Language;
use seller_rulebook::finding::Mark;
use seller_rulebook::message::Scribe;
use seller_rulebook::policy::{Figure, Value};
use seller_rulebook::review::eligibility;
use seller_rulebook::rule::Source;
use seller_rulebook::{Policy, Verdict};

const fn other(key: &'static str, value: Value) -> Figure {
    Figure {
        key,
        market: None,
        from: None,
        until: None,
        value,
        source: Source::house("Another reading."),
    }
}

static MAJOR_ONLY: Figure = other("smart_promotion.required_scope", Value::Choice("major"));
static FROM_MARCH: Figure = other("smart_promotion.required_from", Value::Day("2026-03-01"));

fn smart_promotion(scene: &str, policy: impl Fn(Policy) -> Policy) -> Verdict {
    let facts = Scene::read(scene).facts();
    let policy = policy(facts.policy());
    let lines = eligibility(&facts, &policy, None);
    let line = lines.into_iter().find(|(rule, _)| rule.id == "SP-01");
    line.unwrap().1.verdict
}

fn unenrolled(kind: &str) -> String {
    format!("[smart_promotion]\nmode = \"none\"\n[campaign]\nkind = \"{kind}\"\n")
}

#[test]
fn with_the_narrow_scope_only_major_and_integrated_campaigns_ask_for_smart_promotion() {
    let narrow = |policy: Policy| policy.with(&MAJOR_ONLY);
    for kind in ["major", "integrated"] {
        let verdict = smart_promotion(&unenrolled(kind), narrow);
        assert!(matches!(verdict, Verdict::Fail(_)), "{kind}");
    }
    for kind in ["weekly", "shop_tab", "flash_sale"] {
        let verdict = smart_promotion(&unenrolled(kind), narrow);
        assert_eq!(verdict, Verdict::NotApplicable, "{kind}");
        let wide = smart_promotion(&unenrolled(kind), |policy| policy);
        assert!(matches!(wide, Verdict::Fail(_)), "{kind}");
    }
}

#[test]
fn with_march_as_the_beginning_a_campaign_of_march_asks_for_smart_promotion() {
    let scene = r#"
now = "2026-03-02T12:00:00Z"
[smart_promotion]
mode = "none"
[campaign]
registration = ["2026-03-01T08:00:00Z", "2026-03-05T08:00:00Z"]
running = ["2026-03-10T07:00:00Z", "2026-03-12T07:00:00Z"]
"#;
    assert_eq!(
        smart_promotion(scene, |policy| policy),
        Verdict::NotApplicable
    );
    let march = smart_promotion(scene, |policy| policy.with(&FROM_MARCH));
    assert!(matches!(march, Verdict::Fail(_)));
}

#[test]
fn the_eligibility_page_shows_all_criteria_with_required_and_actual() {
    let scene = Scene::read(
        r#"
now = "2026-05-10T12:00:00Z"
[shop]
sps = "2.4"
violations = 3
free_shipping_threshold = "35.00"
[smart_promotion]
mode = "none"
[campaign]
coupons = ["K1", "K2"]
accepted_products = 2
"#,
    );
    let lines = scene.eligibility(Scribe::new(Language::English, scene.zone()));
    let shown: Vec<_> = lines
        .iter()
        .map(|line| {
            (
                line.title.as_str(),
                line.required.as_deref().unwrap_or("–"),
                line.actual.as_deref().unwrap_or("–"),
                line.mark,
            )
        })
        .collect();
    assert_eq!(
        shown,
        [
            (
                "Join program: Smart Promotion",
                "enrolled, in one of these modes: store-wide GMV, co-funded",
                "not enrolled",
                Mark::Failed
            ),
            (
                "Shop Performance Score (SPS)",
                "at least 3.5",
                "2.4",
                Mark::Failed
            ),
            (
                "Free shipping",
                "on orders from $30.00 or less",
                "$35.00",
                Mark::Failed
            ),
            (
                "Campaign coupons",
                "all registered: Coupon K1, Coupon K2",
                "–",
                Mark::NotApplicable
            ),
            (
                "Registration window",
                "2026-05-01 00:00 to 2026-05-20 00:00",
                "2026-05-10 05:00",
                Mark::Met
            ),
            (
                "Shop Performance Score while taking part",
                "at least 3.0; under 2.5 participation ends",
                "2.4",
                Mark::Remarked
            ),
            (
                "Violations for prohibited content or products",
                "fewer than 3 in 30 days",
                "3",
                Mark::Failed
            ),
        ]
    );
}

#[test]
fn a_criterion_without_its_fact_is_neither_ticked_nor_failed() {
    let facts = Scene::read("[campaign]\ncoupons = [\"K1\"]\n").facts();
    let lines = eligibility(&facts, &facts.policy(), None);
    let of = |id: &str| {
        let line = lines.iter().find(|(rule, _)| rule.id == id);
        line.unwrap().1.verdict.clone()
    };
    assert_eq!(of("CE-03"), Verdict::NotApplicable);
    assert_eq!(of("CE-05"), Verdict::NotApplicable);
    assert_eq!(of("CE-01"), Verdict::Pass);
}
