//! Holds the floors of `src/lib.rs`: a floor uses only lower floors, and the engine's tree has no browser crate.
//!
//! Paths are read from the sources as text, not by a parser: `crate::search`, `use crate::{search, span}`, `super::search`
//! where that leaves the module, and `recoupe::search` in the commands. A path made by a macro would escape it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Every module of the crate's root with its floor, as drawn in `src/lib.rs`.
const FLOORS: &[(&str, u8)] = &[
    ("ui", 7),
    ("worker", 6),
    ("readers", 6),
    ("cli", 6),
    ("engine", 5),
    ("protocol", 5),
    ("export", 5),
    ("classroom", 5),
    ("concordance", 4),
    ("search", 4),
    ("compare", 4),
    ("shipped", 4),
    ("facts", 4),
    ("contradictions", 4),
    ("omissions", 4),
    ("quotes", 3),
    ("entities", 2),
    ("times", 2),
    ("figures", 2),
    ("import", 2),
    ("health", 2),
    ("corpus", 1),
    ("text", 1),
    ("notebook", 1),
    ("span", 0),
    ("id", 0),
    ("kind", 0),
    ("order", 0),
    ("groups", 0),
    ("locale", 0),
];

/// Steps within one floor that are meant: the engine answers in shapes of the protocol, which carries some of the exchange
/// format; questions for a class have shapes of the protocol; documents are made of text, and what is written beside them is kept with them, and quotes of it so many words; the shipped corpus comes compared; a figure is what belongs to no time; the readers ask like the engine
/// whether they run in a worker; a concordance is made of what the search finds; contradictions of what facts and lists were found, omissions of statements.
const NEIGHBOURS: &[(&str, &str)] = &[
    ("engine", "protocol"),
    ("engine", "export"),
    ("protocol", "export"),
    ("engine", "classroom"),
    ("classroom", "protocol"),
    ("corpus", "text"),
    ("corpus", "notebook"),
    ("notebook", "text"),
    ("readers", "worker"),
    ("shipped", "compare"),
    ("shipped", "facts"),
    ("figures", "times"),
    ("concordance", "search"),
    ("contradictions", "facts"),
    ("contradictions", "compare"),
    ("omissions", "compare"),
];

/// Steps down that are nevertheless closed: the page speaks to the engine through the protocol.
const CLOSED: &[(&str, &str)] = &[("ui", "engine"), ("ui", "export")];

/// Files that may take a closed step: one runs the engine on the page when no worker can be had, one gives the JavaScript
/// API its shapes, one writes the page in one file as it came.
const DOORS: &[(&str, &str)] = &[("ui/link.rs", "engine"), ("ui/api.rs", "export"), ("ui/origin.rs", "export")];

/// What only a browser has, by the beginning of the package's name.
const BROWSER_CRATES: &[&str] = &["wasm-bindgen", "web-sys", "js-sys", "serde-wasm-bindgen", "yew", "gloo", "console_error_panic_hook"];

#[test]
fn a_floor_uses_only_lower_floors() {
    let files = sources();
    assert!(files.len() > 15, "the sources were not found");
    let wrong: Vec<String> = files.iter().flat_map(|(name, text)| wrong_steps(name, text)).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_module_of_the_root_has_a_floor() {
    let root = fs::read_to_string(source_folder().join("lib.rs")).unwrap();
    let modules: Vec<&str> = root.lines().filter_map(|line| line.trim().strip_prefix("pub mod ")?.strip_suffix(';')).collect();
    assert!(modules.len() > 8, "{modules:?}");
    let homeless: Vec<_> = modules.iter().filter(|name| floor(name).is_none()).collect();
    assert!(homeless.is_empty(), "without a floor: {homeless:?}");
}

#[test]
fn the_engine_has_no_browser_crate() {
    let packages = tree(&["--no-default-features"]);
    assert!(packages.contains(&"serde".to_owned()), "the tree was not read: {packages:?}");
    assert_eq!(of_the_browser(&packages), Vec::<&String>::new());
    assert_eq!(of_the_browser(&tree(&[])), Vec::<&String>::new(), "by default the engine stands alone");
}

#[test]
fn the_worker_has_no_page() {
    let packages = tree(&["--no-default-features", "--features", "worker"]);
    assert!(!of_the_browser(&packages).is_empty(), "a worker needs some browser: {packages:?}");
    assert!(!packages.iter().any(|name| name == "yew"), "{packages:?}");
}

#[test]
fn the_check_sees_a_browser_crate() {
    let packages = tree(&["--no-default-features", "--features", "ui"]);
    for name in ["yew", "web-sys", "gloo"] {
        assert!(of_the_browser(&packages).iter().any(|found| *found == name), "{name} in {packages:?}");
    }
}

#[test]
fn the_check_sees_wrong_steps() {
    for (file, text) in [
        ("search.rs", "use crate::compare::Comparison;"),
        ("search/rank.rs", "use crate::engine::Engine;"),
        ("text/fold.rs", "pub(crate) use crate::{span::Span, corpus::Document};"),
        ("text.rs", "use crate::{\n    id,\n    search::{self, Query},\n};"),
        ("text.rs", "fn f() -> crate::corpus::Corpus { todo!() }"),
        ("text.rs", "use super::engine::Engine;"),
        ("text/fold.rs", "use super::super::engine;"),
        ("ui/app.rs", "use crate::engine::Engine;"),
        ("protocol.rs", "use crate::engine::Engine;"),
        ("bin/recoupe.rs", "use recoupe::ui::mount;"),
    ] {
        assert_eq!(wrong_steps(file, text).len(), 1, "{file}: {text}");
    }
}

#[test]
fn the_check_lets_right_steps_pass() {
    for (file, text) in [
        ("search.rs", "use crate::corpus::Corpus; use crate::search::rank; use super::span::Span;"),
        ("search.rs", "//! See crate::engine.\n/// crate::ui\nfn f() {} // crate::ui"),
        ("engine.rs", "use crate::{compare::{self, Finding}, protocol::Request, search};"),
        ("ui/views/results.rs", "use super::search; use crate::search::SearchResults;"),
        ("ui/link.rs", "use crate::engine::Engine;"),
        ("bin/page.rs", "recoupe::ui::mount();"),
    ] {
        assert_eq!(wrong_steps(file, text), Vec::<String>::new(), "{file}: {text}");
    }
}

fn floor(module: &str) -> Option<u8> {
    FLOORS.iter().find(|(name, _)| *name == module).map(|(_, floor)| *floor)
}

/// Each step of one file, named from `src`, that the floors forbid.
fn wrong_steps(file: &str, text: &str) -> Vec<String> {
    // The shell command stands beside the worker; the entries of the browser's modules above all.
    let home = match file {
        "lib.rs" | "bin/page.rs" | "bin/readers.rs" | "bin/one_file.rs" => return Vec::new(),
        _ if file.starts_with("bin/") => "cli",
        _ => file.split('/').next().unwrap_or(file).trim_end_matches(".rs"),
    };
    let mut found: Vec<&str> = modules_used(file, text).into_iter().filter(|used| !may_use(file, home, used)).collect();
    found.sort_unstable();
    found.dedup();
    found.into_iter().map(|used| format!("{file} uses {used}")).collect()
}

fn may_use(file: &str, home: &str, used: &str) -> bool {
    let (Some(from), Some(to)) = (floor(home), floor(used)) else { return false };
    let closed = CLOSED.contains(&(home, used)) && !DOORS.contains(&(file, used));
    home == used || NEIGHBOURS.contains(&(home, used)) || (to < from && !closed)
}

/// Modules of the root that the text names.
fn modules_used(file: &str, text: &str) -> Vec<&'static str> {
    let code: String =
        text.lines().map(|line| line.split_once("//").map_or(line, |(code, _)| code)).fold(String::new(), |all, line| all + line + "\n");
    let depth = file.matches('/').count() + 1;
    let to_root = "super::".repeat(depth);
    let mut used = Vec::new();
    for prefix in ["crate::", "recoupe::", &to_root] {
        for (at, _) in code.match_indices(prefix) {
            let inside_word = code[..at].ends_with(|before: char| before.is_alphanumeric() || before == '_' || before == ':');
            if !inside_word {
                used.extend(first_names(&code[at + prefix.len()..]).into_iter().filter_map(module_named));
            }
        }
    }
    used
}

fn module_named(name: &str) -> Option<&'static str> {
    FLOORS.iter().map(|(module, _)| *module).find(|module| *module == name)
}

/// What follows a path's root: one name, or the first name of every branch of a group in braces.
fn first_names(rest: &str) -> Vec<&str> {
    let name = |text: &str| text.find(|letter: char| !letter.is_alphanumeric() && letter != '_').unwrap_or(text.len());
    let Some(group) = rest.strip_prefix('{') else { return vec![&rest[..name(rest)]] };
    let (mut depth, mut branch, mut names) = (0, 0, Vec::new());
    for (at, letter) in group.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            ',' | '}' if depth == 0 => {
                let text = group[branch..at].trim_start();
                names.push(&text[..name(text)]);
                branch = at + 1;
                if letter == '}' {
                    break;
                }
            }
            _ => {}
        }
    }
    names
}

fn source_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// Every Rust file below `src`, by its path from there.
fn sources() -> Vec<(String, String)> {
    let (mut files, mut queue) = (Vec::new(), vec![source_folder()]);
    while let Some(path) = queue.pop() {
        if path.is_dir() {
            queue.extend(fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let name = path.strip_prefix(source_folder()).unwrap().to_string_lossy().replace('\\', "/");
            files.push((name, fs::read_to_string(path).unwrap()));
        }
    }
    files
}

/// The packages under this one with some features, tests' own left out.
fn tree(features: &[&str]) -> Vec<String> {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.current_dir(env!("CARGO_MANIFEST_DIR")).args(["tree", "--package", "recoupe", "--edges", "normal", "--prefix", "none"]);
    let answer = cargo.args(features).output().unwrap();
    assert!(answer.status.success(), "{}", String::from_utf8_lossy(&answer.stderr));
    String::from_utf8_lossy(&answer.stdout).lines().filter_map(|line| line.split_whitespace().next()).map(str::to_owned).collect()
}

fn of_the_browser(packages: &[String]) -> Vec<&String> {
    packages.iter().filter(|name| BROWSER_CRATES.iter().any(|browser| name.starts_with(browser))).collect()
}
