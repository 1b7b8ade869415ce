//! What axe-core says about the page.

use std::fs;

use promodesk_tests::root;
use serde_json::Value;

use super::App;

impl App {
    /// Serious and critical violations, as `rule: element`.
    pub async fn axe(&self) -> Vec<String> {
        let path = root().join("ui/node_modules/axe-core/axe.min.js");
        let axe = fs::read_to_string(path).expect("axe-core is installed with the page's packages");
        // The driver's scripts are not bound by the page's policy.
        self.run(&axe, &[]).await;
        let found: Value = self.run_async(SERIOUS, &[]).await;
        serde_json::from_value(found).unwrap()
    }

    /// The same without what only the price grid's library can mend: it puts a scroll box between
    /// the grid and its rows. Every price can also be changed where a row is opened.
    pub async fn axe_but_for_the_grid(&self) -> Vec<String> {
        let mut found = self.axe().await;
        found.retain(|one| !one.starts_with("aria-required-children: <revo-grid"));
        found
    }

    /// Asserts that axe finds nothing serious.
    pub async fn assert_accessible(&self) {
        assert_eq!(self.axe().await, [""; 0]);
    }
}

const SERIOUS: &str = "
    const done = arguments[0];
    const grave = (one) => one.impact === 'serious' || one.impact === 'critical';
    window.axe.run(document, { resultTypes: ['violations'] }).then(
      (result) => done(result.violations.filter(grave).flatMap(
        (one) => one.nodes.map((node) => `${one.id}: ${node.html}`))),
      (error) => done([`axe failed: ${error}`]));";
