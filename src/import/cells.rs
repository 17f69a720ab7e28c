//! What a cell of a table says once it is plain: a text with its title, names of people, a line.
//!
//! Cells hold plain text, pages of HTML, or plain text with some tags in it, as content systems export them. The first two
//! stay as they are; the third is made a page, so that its tags are no words.

use std::borrow::Cow;

use crate::corpus::page;
use crate::text::fold;
use crate::text::markup::escaped;

/// The text of an article with its title above, as a page has it: HTML stays HTML.
pub(super) fn body(text: &str, title: Option<&str>) -> String {
    let is_page = page::is_html(text);
    let text: Cow<'_, str> = if is_page {
        Cow::Borrowed(text)
    } else if has_tags(text) {
        Cow::Owned(format!("<div>{text}</div>"))
    } else {
        page::plain(text)
    };
    let Some(title) = title else { return text.into_owned() };
    let is_html = is_page || matches!(&text, Cow::Owned(text) if text.starts_with("<div>"));
    let beginning = if is_html { shown(&text, 2_000) } else { text.chars().take(2_000).collect() };
    if begins_with(&beginning, title) {
        text.into_owned()
    } else if is_html {
        format!("<h1>{}</h1>\n{text}", escaped(title))
    } else {
        format!("{title}\n\n{text}")
    }
}

/// The first characters that a page of HTML shows.
fn shown(html: &str, n_bytes: usize) -> String {
    let start = &html[..html.floor_char_boundary(n_bytes)];
    let text = page::tokens(start).into_iter().filter_map(|token| match token {
        page::Token::Text(span) => Some(span.slice(start)),
        _ => None,
    });
    page::plain(&text.collect::<String>()).into_owned()
}

/// True when the text opens with its title: as its first line, or in so many words that no sentence does so by chance.
fn begins_with(text: &str, title: &str) -> bool {
    const MANY_WORDS: usize = 6;
    let (title_letters, first_line) = (letters(title), text.trim_start().lines().next().unwrap_or_default());
    letters(first_line) == title_letters || title.split_whitespace().count() >= MANY_WORDS && letters(text).starts_with(&title_letters)
}

/// Letters and digits alone, to compare a title with how a text begins.
fn letters(text: &str) -> String {
    fold(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// True when a text that does not begin as a page of HTML has tags of one nevertheless.
fn has_tags(text: &str) -> bool {
    const TAGS: [&str; 13] = ["p", "br", "b", "i", "a", "em", "strong", "span", "div", "h2", "h3", "ul", "blockquote"];
    let is_tag = |rest: &str| {
        let name: String = rest.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).take(12).collect();
        let ends = rest.trim_start_matches('/')[name.len()..].starts_with([' ', '>', '/', '\n']);
        ends && TAGS.contains(&name.to_ascii_lowercase().as_str())
    };
    text.match_indices('<').any(|(at, _)| is_tag(&text[at + 1..])) && text.contains('>')
}

/// Those who signed: names in a cell such as `Ana Petit, Luc Mas`, or the cell as it is.
pub(super) fn people(cell: &str) -> Vec<String> {
    let cell = cell.trim().trim_matches(['[', ']', '"', '\'']);
    let cell = ["Par ", "par ", "By ", "by ", "PAR ", "BY ", "From "].iter().find_map(|start| cell.strip_prefix(start)).unwrap_or(cell);
    let pieces: Vec<&str> =
        cell.split([';', '|', '\n']).flat_map(|piece| piece.split("', '")).map(str::trim).filter(|piece| !piece.is_empty()).collect();
    let mut found = Vec::new();
    for piece in pieces {
        let names = page::names(piece);
        match names.is_empty() || !page::is_names(piece) {
            true => found.push(one_line(piece)),
            false => found.extend(names.into_iter().map(str::to_owned)),
        }
    }
    found.into_iter().filter(|name| name.chars().count() <= 120).collect()
}

/// Without tags, references and breaks of lines.
pub(super) fn one_line(cell: &str) -> String {
    let text = if cell.contains('<') && has_tags(cell) { Cow::Owned(shown(cell, cell.len())) } else { page::plain(cell) };
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
