//! What the browser recorded behind the page's back: its console and every request it sent.

use std::fmt;

use serde_json::{Value, json};

use crate::page::Page;

/// The driver forgets an entry once it told it; here all are kept.
#[derive(Default)]
pub struct Record {
    console: Vec<ConsoleEntry>,
    requests: Vec<String>,
}

/// One line of the console, whoever wrote it: the page, its worker, the network, the page policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConsoleEntry {
    /// `SEVERE` (an error), `WARNING`, `INFO`, `DEBUG`.
    pub level: String,
    pub source: String,
    pub text: String,
}

impl fmt::Display for ConsoleEntry {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} {}: {}", self.level, self.source, self.text)
    }
}

impl Page {
    /// The console since the page was opened.
    pub fn console(&self) -> Vec<ConsoleEntry> {
        let mut record = self.record.borrow_mut();
        for entry in self.log("browser") {
            let text = |name: &str| entry[name].as_str().unwrap_or_default().to_owned();
            record.console.push(ConsoleEntry { level: text("level"), source: text("source"), text: text("message") });
        }
        record.console.clone()
    }

    /// The errors and warnings of the console.
    pub fn complaints(&self) -> Vec<ConsoleEntry> {
        self.console().into_iter().filter(|entry| entry.level == "SEVERE" || entry.level == "WARNING").collect()
    }

    /// Fails when the console holds an error or a warning.
    #[track_caller]
    pub fn assert_quiet(&self) {
        let complaints: Vec<String> = self.complaints().iter().map(ToString::to_string).collect();
        assert!(complaints.is_empty(), "the console complains: {complaints:#?}");
    }

    /// Waits until an error or a warning of the console holds these words, where one is meant to come.
    #[track_caller]
    pub fn wait_for_complaint(&self, words: &str) {
        self.wait_that(|page| page.complaints().iter().any(|entry| entry.text.contains(words)), &format!("a complaint of “{words}”"));
    }

    /// The address of every request that the page sent since it was opened, to whatever origin, blocked ones too.
    pub fn requests(&self) -> Vec<String> {
        let mut record = self.record.borrow_mut();
        for entry in self.log("performance") {
            let Some(message) = entry["message"].as_str().and_then(|text| serde_json::from_str::<Value>(text).ok()) else { continue };
            let event = &message["message"];
            // The browser's own pages are no page of ours.
            let own = event["params"]["documentURL"].as_str().is_some_and(|address| address.starts_with("chrome:"));
            if event["method"] == json!("Network.requestWillBeSent") && !own {
                record.requests.extend(event["params"]["request"]["url"].as_str().map(str::to_owned));
            }
        }
        record.requests.clone()
    }

    /// What reached the server, from page and worker, as `GET /path`.
    pub fn arrivals(&self) -> Vec<String> {
        self.server.requests()
    }

    /// The requests that went to another origin; of a page on the disk, to anything but itself.
    pub fn foreign_requests(&self) -> Vec<String> {
        let own = &self.home;
        let inside = |address: &String| {
            address.starts_with(own.as_str()) || ["data:", "blob:", "about:"].iter().any(|kind| address.starts_with(kind))
        };
        self.requests().into_iter().filter(|address| !inside(address)).collect()
    }

    /// Runs some actions and fails when one of them made the page, or its worker, send a request.
    #[track_caller]
    pub fn assert_sends_nothing(&self, actions: impl FnOnce(&Page)) {
        let (before, arrived) = (self.requests().len(), self.arrivals().len());
        actions(self);
        let (after, arrivals) = (self.requests(), self.arrivals());
        assert!(after.len() == before && arrivals.len() == arrived, "sent: {:#?}\narrived: {:#?}", &after[before..], &arrivals[arrived..]);
    }

    fn log(&self, kind: &str) -> Vec<Value> {
        match self.driver.post("se/log", &json!({ "type": kind })) {
            Ok(Value::Array(entries)) => entries,
            Ok(other) => panic!("the {kind} log is {other}"),
            Err(error) => panic!("no {kind} log: {error}"),
        }
    }
}
