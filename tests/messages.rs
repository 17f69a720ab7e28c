//! Holds that the page speaks in all its languages: no component has words of its own, they are all in `src/ui/messages`, where a
//! message has both forms or does not compile; and that both forms are what they should be.
//!
//! Words are found in the sources as text: a literal outside a comment or a test that has a letter which only prose has, begins like a sentence, or is
//! said aloud by an element. What is no message (names of keys, classes, addresses) has neither.

use std::fs;
use std::path::{Path, PathBuf};

/// Keys of a keyboard, names of events and of methods, forms of date, values of attributes: what nobody reads.
const NOT_SAID: &[&str] = &[
    "Enter",
    "Escape",
    "ArrowDown",
    "ArrowUp",
    "ArrowLeft",
    "ArrowRight",
    "Home",
    "End",
    "PageUp",
    "PageDown",
    "Tab",
    "Backspace",
    "Delete",
    "Files",
    "BODY",
    "INPUT",
    "TEXTAREA",
    "SELECT",
    "Recoupe",
    "Recoupe.",
    "THIRD-PARTY.txt",
    "TEI",
    "CSV",
    "JSON",
    "Windows-1252",
    "QuotaExceededError",
];

#[test]
fn no_literal_text_stands_in_a_component() {
    let files = sources(&folder());
    assert!(files.len() > 60, "the page's sources were not found");
    let mut found = Vec::new();
    for (name, text) in &files {
        if name.starts_with("messages") {
            continue;
        }
        found.extend(said(text).into_iter().map(|words| format!("{name}: {words}")));
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn every_figure_of_the_card_stands_in_the_readme() {
    let readme = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap();
    let about = fs::read_to_string(folder().join("messages/about.rs")).unwrap();
    let card = about.split("pub fn card()").nth(1).and_then(|rest| rest.split("\n}").next()).expect("the card is there");
    let outside: String = card.split('"').step_by(2).collect();
    let tokens = outside.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').skip(1);
    let figures: Vec<u32> = tokens.filter_map(|token| token.replace('_', "").parse().ok()).filter(|figure| *figure > 100).collect();
    assert_eq!(figures.len(), 20, "{figures:?}");
    for figure in figures {
        let (whole, tenths) = (figure / 10, figure % 10);
        let forms = [format!("{whole}.{tenths}"), format!("{whole} %")];
        assert!(forms.iter().take(if tenths == 0 { 2 } else { 1 }).any(|form| readme.contains(form)), "{figure} tenths of a percent");
    }
}

#[test]
fn what_is_said_is_told_from_what_is_not() {
    for (code, n) in [
        (r#"html! { <p>{ "Aucun passage" }</p> }"#, 1),
        (r#"html! { <p>{ "rien" }</p> }"#, 1),
        (r#"html! { <nav aria-label="Vues"> }"#, 1),
        (r#"html! { <p title="vue"> }"#, 1),
        (r#"let to = if last { "page" } else { "true" };"#, 0),
        (r#"lines.push_str(&format!("M{start} 10H{}", end))"#, 0),
        (r#"format!("au plus tôt")"#, 1),
        (r#"html! { <p class="count wide" role="status">{ " " }{ "\u{a0}" }</p> }"#, 0),
        (r#"event.key() == "Enter""#, 0),
        (r#"let ending = if is_page { "html" } else { "txt" };"#, 0),
        (r#"expect("an article has a name")"#, 0),
        ("// « Un commentaire »\n/// « doc »", 0),
        ("fn a() {}\n#[cfg(test)]\nmod tests { const A: &str = \"Éléphant\"; }", 0),
    ] {
        assert_eq!(said(code).len(), n, "{code}");
    }
}

/// Literals of the code that a reader would read.
fn said(text: &str) -> Vec<String> {
    let code = text.split("#[cfg(test)]").next().unwrap_or_default();
    let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.flat_map(literals).filter(|(before, words)| is_said(before, words)).map(|(_, words)| words.to_owned()).collect()
}

/// Each literal of a line, with what stands before it.
fn literals(line: &str) -> Vec<(&str, &str)> {
    let (mut found, mut at) = (Vec::new(), 0);
    while let Some(open) = line[at..].find('"').map(|open| at + open) {
        if line[..open].ends_with('\'') {
            at = open + 1;
            continue;
        }
        let mut end = open + 1;
        while let Some(c) = line[end..].chars().next() {
            match c {
                '"' => break,
                '\\' => end += 1 + line[end + 1..].chars().next().map_or(0, char::len_utf8),
                _ => end += c.len_utf8(),
            }
        }
        let end = end.min(line.len());
        found.push((&line[..open], &line[open + 1..end]));
        at = (end + 1).min(line.len());
    }
    found
}

fn is_said(before: &str, words: &str) -> bool {
    let plain = unescaped(words);
    let letters = |text: &str| text.chars().any(char::is_alphabetic);
    if !letters(&plain) || NOT_SAID.contains(&plain.as_str()) || before.ends_with("expect(") {
        return false;
    }
    let prose = plain.contains(|c: char| "éèêàùçôîûœÉÀ’«»…“”".contains(c));
    // `M 10H` is the path of a drawing.
    let second = plain.chars().nth(1);
    let begins = second.is_some_and(char::is_lowercase) || second == Some(' ') && plain.chars().skip(2).take(2).all(char::is_alphabetic);
    let sentence = plain.starts_with(char::is_uppercase) && begins;
    let before = before.trim_end();
    // A block of code has its condition before it.
    let in_element = before.strip_suffix('{').map(str::trim_end).is_some_and(|outer| outer.is_empty() || outer.ends_with(['>', '}', '{']));
    let aloud = ["aria-label=", "title=", "placeholder=", "alt=", "aria-description=", "aria-roledescription="]
        .iter()
        .any(|name| before.ends_with(name));
    // A path of a drawing has letters, and no word.
    let has_word = plain.split(|c: char| !c.is_alphabetic()).any(|word| word.chars().count() > 1);
    prose || has_word && (sentence || in_element || aloud)
}

/// Without what stands for a sign or a value.
fn unescaped(words: &str) -> String {
    let mut plain = String::new();
    let mut rest = words;
    while let Some(at) = rest.find(['\\', '{']) {
        plain.push_str(&rest[..at]);
        let escaped = rest[at..].starts_with('\\') && !rest[at..].starts_with("\\u");
        let end = if escaped { at + 2 } else { rest[at..].find('}').map_or(rest.len(), |end| at + end + 1) };
        if !rest[at..].starts_with('\\') {
            plain.push(' ');
        }
        rest = rest.get(end..).unwrap_or_default();
    }
    plain + rest
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/ui")
}

/// Name from `src/ui` and text of every source.
fn sources(folder: &Path) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut queue = vec![folder.to_owned()];
    while let Some(at) = queue.pop() {
        for entry in fs::read_dir(at).unwrap().map(|entry| entry.unwrap().path()) {
            if entry.is_dir() {
                queue.push(entry);
            } else if entry.extension().is_some_and(|ending| ending == "rs") {
                let name = entry.strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
                found.push((name, fs::read_to_string(&entry).unwrap()));
            }
        }
    }
    found.sort();
    found
}
