//! CE-04 over random windows: the line of the shop and the products never disagree.

use crate::scene::Scene;
use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;

/// Noon of the usual scene, so many hours later.
fn hour(hours: i64) -> DateTime<Utc> {
    let origin: DateTime<Utc> = "2026-05-10T12:00:00Z".parse().unwrap();
    origin + TimeDelta::hours(hours)
}

fn scene(now: i64, window: (i64, i64), deadline: Option<i64>, state: Option<&str>) -> Scene {
    let text = |hours| hour(hours).to_rfc3339();
    let deadline = deadline.map_or(String::new(), |at| {
        format!("re_registration_deadline = \"{}\"\n", text(at))
    });
    let state = state.map_or(String::new(), |state| format!("state = \"{state}\"\n"));
    Scene::read(&format!(
        "now = \"{}\"\n[campaign]\nregistration = [\"{}\", \"{}\"]\n{deadline}\
         [[products]]\nid = \"P1\"\n{state}[[products.skus]]\nid = \"S1\"\nprice = \"15.00\"\n",
        text(now),
        text(window.0),
        text(window.1),
    ))
}

fn refused(scene: &Scene) -> bool {
    let found = scene.findings();
    found
        .iter()
        .any(|finding| finding.rule.id == "CE-04" && finding.blocks())
}

proptest! {
    #[test]
    fn a_new_product_is_taken_exactly_inside_the_window(
        now in -50i64..150, start in 0i64..50, length in 1i64..50, deadline in prop::option::of(0i64..150),
    ) {
        let window = (start, start + length);
        let inside = (window.0..window.1).contains(&now);
        prop_assert_eq!(refused(&scene(now, window, deadline, None)), !inside);
    }

    #[test]
    fn a_product_comes_back_from_the_opening_until_its_deadline(
        now in -50i64..150, start in 0i64..50, length in 1i64..50, deadline in prop::option::of(0i64..150),
        state in prop::sample::select(vec!["withdrawn", "rejected"]),
    ) {
        let window = (start, start + length);
        let in_time = now >= start && now < deadline.unwrap_or(window.1);
        prop_assert_eq!(refused(&scene(now, window, deadline, Some(state))), !in_time);
    }

    #[test]
    fn a_product_that_holds_its_place_never_comes_in_twice(
        now in -50i64..150, start in 0i64..50, length in 1i64..50, deadline in prop::option::of(0i64..150),
        state in prop::sample::select(vec!["pending", "registered", "sku_error"]),
    ) {
        prop_assert!(refused(&scene(now, (start, start + length), deadline, Some(state))));
    }
}
