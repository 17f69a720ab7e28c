//! The page as the browser hands it to a screen reader: the accessibility tree, in the order in which it is read.

use serde_json::{Value, json};

use crate::Page;

/// What is read out of one element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    pub role: String,
    pub name: String,
    /// The element, for the browser's own commands.
    element: i64,
}

impl Page {
    /// All that a screen reader meets, in order; what it is not told of is left out.
    #[track_caller]
    pub fn tree(&self) -> Vec<Node> {
        let answer = self.driver.developer("Accessibility.getFullAXTree", &json!({}));
        let nodes = answer["nodes"].as_array().expect("a page has a tree");
        let by_id = |id: &Value| nodes.iter().find(|node| node["nodeId"] == *id);
        let mut read = Vec::new();
        let mut open: Vec<&Value> = nodes.first().into_iter().collect();
        while let Some(node) = open.pop() {
            let children = node["childIds"].as_array().map(Vec::as_slice).unwrap_or_default();
            open.extend(children.iter().rev().filter_map(by_id));
            if node["ignored"] != true {
                let word = |key: &str| node[key]["value"].as_str().unwrap_or_default().trim().to_owned();
                read.push(Node { role: word("role"), name: word("name"), element: node["backendDOMNodeId"].as_i64().unwrap_or_default() });
            }
        }
        read
    }

    /// Waits for something of this role whose name holds these words, and gives it.
    #[track_caller]
    pub fn find_in_tree(&self, role: &str, words: &str) -> Node {
        for _ in 0..60 {
            let found = self.tree().into_iter().find(|node| node.role == role && node.name.contains(words));
            if let Some(node) = found {
                return node;
            }
            std::thread::sleep(std::time::Duration::from_millis(250));
        }
        let read: Vec<String> = self.tree().into_iter().map(|node| format!("{} “{}”", node.role, node.name)).collect();
        panic!("no {role} “{words}” in:\n{}", read.join("\n"));
    }

    /// Puts the focus on it, as a screen reader does before it acts.
    #[track_caller]
    pub fn focus_in_tree(&self, role: &str, words: &str) {
        let node = self.find_in_tree(role, words);
        self.driver.developer("DOM.focus", &json!({ "backendNodeId": node.element }));
    }

    /// Acts on it.
    #[track_caller]
    pub fn act_in_tree(&self, role: &str, words: &str) {
        self.focus_in_tree(role, words);
        self.press("Enter");
    }
}
