//! The truth of the pages of two public test sets, carried over to the lines of the page.
//!
//! `mozilla/readability` keeps with every page the text of its article: a line that stands there is article, another is
//! furniture. `adbar/trafilatura` names a few phrases of a page that belong to the article and a few that do not: only the
//! lines that hold them are known. Neither set has the title, the names and the date of a page in its text: what the rules
//! take for those stays unknown, and so does what stands between title and text.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use recoupe::corpus::ZoneKind;
use recoupe::corpus::training::{Sample, samples};

use super::page::{Form, Page, Truth};

/// An article of fewer words is a test of one trait of HTML.
const WORDS: usize = 120;
/// Lines of so many words are known wherever they stand; shorter ones where the text goes on with them.
const LONG: usize = 5;
/// So many words of a line are compared.
const COMPARED: usize = 40;

/// The pages of readability's test set, under `folder/test/test-pages`.
///
/// # Errors
/// When the folder does not read.
pub fn of_readability(folder: &Path) -> Result<Vec<Page>> {
    let mut pages = Vec::new();
    for path in sorted(&folder.join("test/test-pages"))? {
        let source = fs::read(path.join("source.html")).with_context(|| path.display().to_string())?;
        let expected = fs::read(path.join("expected.html")).with_context(|| path.display().to_string())?;
        let text = String::from_utf8_lossy(&source).into_owned();
        let expected = words(&stripped(&String::from_utf8_lossy(&expected)));
        let lorem = expected.windows(2).any(|pair| pair[0] == "lorem" && pair[1] == "ipsum");
        if expected.len() < WORDS || lorem {
            continue;
        }
        let lines = samples(&text);
        let truths = aligned(&text, &lines, &expected);
        let (n, chars) =
            lines.iter().zip(&truths).filter(|(_, t)| **t == Truth::Article).fold((0, 0), |(n, c), (l, _)| (n + 1, c + l.n_chars));
        if chars < n * 60 {
            continue;
        }
        pages.push(page(name_of(&path), text, &lines, &truths));
    }
    Ok(pages)
}

/// The pages of trafilatura's test set, under `folder/tests`.
///
/// # Errors
/// When the folder or its list of phrases does not read.
pub fn of_trafilatura(folder: &Path) -> Result<Vec<Page>> {
    let tests = folder.join("tests");
    let list = fs::read_to_string(tests.join("evaldata.json")).context("trafilatura's evaldata.json")?;
    let entries: BTreeMap<String, serde_json::Value> = serde_json::from_str(&list)?;
    let mut pages = Vec::new();
    for entry in entries.values() {
        let phrases = |key: &str| -> Vec<String> {
            let all = entry[key].as_array().into_iter().flatten();
            all.filter_map(|phrase| phrase.as_str()).map(spaced).filter(|phrase| !phrase.is_empty()).collect()
        };
        let file = entry["file"].as_str().unwrap_or_default();
        let Some(bytes) = ["cache", "eval"].iter().find_map(|at| fs::read(tests.join(at).join(file)).ok()) else { continue };
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let lines = samples(&text);
        let truths = said(&lines, &phrases("with"), &phrases("without"));
        pages.push(page(file.to_owned(), text, &lines, &truths));
    }
    Ok(pages)
}

fn sorted(folder: &Path) -> Result<Vec<std::path::PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| folder.display().to_string())?;
    let mut paths = entries.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<_>, _>>()?;
    paths.retain(|path| path.is_dir());
    paths.sort();
    Ok(paths)
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn page(name: String, text: String, lines: &[Sample], truths: &[Truth]) -> Page {
    let mut truth = vec![Truth::Unknown; text.len()];
    for (line, known) in lines.iter().zip(truths) {
        truth[line.span.range()].fill(*known);
    }
    Page { name, form: Form::Html, text, truth, forgotten: 0 }
}

/// True for what the test sets leave out of the text and we do not.
fn is_apart(kind: ZoneKind) -> bool {
    matches!(kind, ZoneKind::Title | ZoneKind::Byline | ZoneKind::Date | ZoneKind::Credit | ZoneKind::Section)
}

/// Which lines stand in the expected text.
fn aligned(text: &str, lines: &[Sample], expected: &[String]) -> Vec<Truth> {
    let mut places: BTreeMap<(&str, &str), Vec<usize>> = BTreeMap::new();
    for (at, pair) in expected.windows(2).enumerate() {
        places.entry((&pair[0], &pair[1])).or_default().push(at);
    }
    let mut cursor = 0;
    let mut found: Vec<bool> = Vec::new();
    for line in lines {
        let all = words(&stripped(&text[line.span.range()]));
        let words = &all[..all.len().min(COMPARED)];
        let same = |at: usize| expected.get(at..at + words.len()).is_some_and(|there| agree(there, words));
        let at = if words.is_empty() {
            None
        } else if words.len() < LONG {
            (cursor..cursor + 4).find(|at| expected.get(*at..at + words.len()).is_some_and(|there| there == words))
        } else {
            let here = places.get(&(words[0].as_str(), words[1].as_str())).map_or(&[][..], Vec::as_slice);
            let ahead = here.iter().copied().find(|at| *at >= cursor && same(*at));
            ahead.or_else(|| here.iter().copied().find(|at| same(*at)))
        };
        cursor = at.map_or(cursor, |at| at + all.len());
        found.push(at.is_some());
    }
    let first = found.iter().zip(lines).position(|(found, line)| *found && line.n_chars >= 80).unwrap_or(0);
    let title = lines[..first].iter().rposition(|line| line.kind == ZoneKind::Title).unwrap_or(first);
    let truth = |(i, line): (usize, &Sample)| match found[i] {
        _ if is_apart(line.kind) => Truth::Unknown,
        true => Truth::Article,
        false if (title..first).contains(&i) || line.kind == ZoneKind::Caption => Truth::Unknown,
        false => Truth::Furniture,
    };
    lines.iter().enumerate().map(truth).collect()
}

/// True when nine words of ten are the same.
fn agree(there: &[String], words: &[String]) -> bool {
    let n = there.iter().zip(words).filter(|(a, b)| a == b).count();
    n * 10 >= words.len() * 9
}

/// Which lines hold phrases of the article, and which phrases of the furniture.
fn said(lines: &[Sample], with: &[String], without: &[String]) -> Vec<Truth> {
    let truth = |line: &Sample| {
        let text = spaced(&line.text);
        let is = with.iter().any(|phrase| text.contains(phrase));
        let other = without.iter().any(|phrase| text.contains(phrase) && text.len() <= phrase.len() * 3 + 20);
        match (is, other) {
            _ if is_apart(line.kind) => Truth::Unknown,
            (true, false) => Truth::Article,
            (false, true) => Truth::Furniture,
            _ => Truth::Unknown,
        }
    };
    lines.iter().map(truth).collect()
}

fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

/// The text of a piece of HTML: tags of blocks are blanks, others nothing; references are their characters.
pub fn stripped(html: &str) -> String {
    const INLINE: [&str; 24] = [
        "a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "font", "i", "ins", "kbd", "mark", "q", "s", "samp", "small", "span",
        "strike", "strong", "sub", "sup", "u", "wbr",
    ];
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(open) = rest.find('<') {
        text.push_str(&rest[..open]);
        rest = &rest[open..];
        let raw = ["script", "style"].iter().find(|name| rest[1..].get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name)));
        let end = match raw {
            _ if rest.starts_with("<!--") => rest.find("-->").map(|at| at + 3),
            Some(name) => rest.to_ascii_lowercase().find(&format!("</{name}")).and_then(|at| rest[at..].find('>').map(|end| at + end + 1)),
            None if rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?')) => {
                rest.find('>').map(|at| at + 1)
            }
            None => {
                text.push('<');
                rest = &rest[1..];
                continue;
            }
        };
        let Some(end) = end else { break };
        let name: String = rest[1..].trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
        if !INLINE.contains(&name.to_ascii_lowercase().as_str()) {
            text.push(' ');
        }
        rest = &rest[end..];
    }
    text.push_str(rest);
    resolved(&text)
}

fn resolved(text: &str) -> String {
    let mut found = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        found.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.bytes().take(10).position(|byte| byte == b';');
        let c = end.and_then(|end| match &rest[1..end] {
            "nbsp" => Some('\u{a0}'),
            "amp" => Some('&'),
            "lt" => Some('<'),
            "gt" => Some('>'),
            "quot" => Some('"'),
            "apos" | "rsquo" => Some('’'),
            "eacute" => Some('é'),
            "egrave" => Some('è'),
            "agrave" => Some('à'),
            "laquo" => Some('«'),
            "raquo" => Some('»'),
            "ndash" => Some('–'),
            "mdash" => Some('—'),
            number => {
                let hexadecimal = number.strip_prefix("#x").or_else(|| number.strip_prefix("#X"));
                let value = hexadecimal.map(|digits| u32::from_str_radix(digits, 16)).or_else(|| number.strip_prefix('#').map(str::parse));
                value.and_then(Result::ok).and_then(char::from_u32)
            }
        });
        match (c, end) {
            (Some(c), Some(end)) => {
                found.push(c);
                rest = &rest[end + 1..];
            }
            _ => {
                found.push('&');
                rest = &rest[1..];
            }
        }
    }
    found.push_str(rest);
    found
}
