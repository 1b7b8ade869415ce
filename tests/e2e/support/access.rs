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
