//! The accessibility checker, run in the page as it stands.

use std::fs;

use serde_json::{Value, json};

use crate::page::Page;

/// Every rule that is on by default, and the size of targets, which is not.
const RUN: &str = "axe.run(document, { rules: { 'target-size': { enabled: true } }, resultTypes: ['violations'] })
    .then((result) => result.violations.map((one) => [one.id + ': ' + one.help,
        ...one.nodes.slice(0, 5).map((node) => '  ' + node.target.join(' ') + '  ' + node.html.slice(0, 160)
            + '\\n    ' + node.failureSummary.replaceAll('\\n', ' '))].join('\\n')))";

impl Page {
    /// What the checker finds wrong in the page as it stands, one text a rule.
    #[track_caller]
    pub fn axe(&self) -> Vec<String> {
        if self.eval("typeof axe") == json!("undefined") {
            let file = xtask::browser::axe_source();
            let source = fs::read_to_string(&file).unwrap_or_else(|_| panic!("no {}: `cargo xtask test` fetches it", file.display()));
            self.command("execute/sync", &json!({ "script": source, "args": [] }));
        }
        // Half-faded colours are no one's contrast.
        self.wait_until("document.getAnimations().every((one) => one.playState !== 'running' || one.effect.getComputedTiming().iterations === Infinity)");
        match self.settle(RUN) {
            Ok(Value::Array(found)) => found.iter().map(|text| text.as_str().unwrap_or_default().to_owned()).collect(),
            other => panic!("the checker does not run: {other:?}"),
        }
    }

    /// Fails when the checker finds something.
    #[track_caller]
    pub fn assert_accessible(&self) {
        let found = self.axe();
        assert!(found.is_empty(), "at {}:\n{}", self.fragment(), found.join("\n"));
    }
}
