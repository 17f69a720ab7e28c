//! Exports of press bases as blocks of text, each with the elements and classes it stands in.
//!
//! Their pages say by class what is title, date or text, so no layout has to be guessed. The reader of pages gives the
//! tokens; here they become blocks. A page nested deeper than any export costs nothing more.

use crate::corpus::page::{Token, attribute, plain, tokens};
use crate::span::Span;

/// One stretch of text between block elements.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Block {
    /// White space made single, references resolved.
    pub text: String,
    /// The elements around its first word with their classes and identifiers, as ` article header p.title #hd `.
    pub path: String,
    /// The address that a link in it leads to.
    pub href: Option<String>,
}

impl Block {
    /// True when the block stands in an element of this class, name or identifier, written with its `.` or `#`.
    pub fn is_in(&self, wanted: &str) -> bool {
        let at_start = wanted.starts_with(['.', '#']);
        self.path.match_indices(wanted).any(|(at, _)| {
            let starts = at_start || self.path[..at].ends_with(' ');
            starts && self.path[at + wanted.len()..].starts_with([' ', '.', '#'])
        })
    }
}

/// The parts of `raw` that begin with tags that `starts` knows by name and source, each in blocks. What stands before the
/// first is left aside.
pub(super) fn parts(raw: &str, starts: impl Fn(&str, &str) -> bool) -> Vec<Vec<Block>> {
    let tokens = tokens(raw);
    let opens = |token: &Token| matches!(token, Token::Open { span, name, .. } if starts(name, span.slice(raw)));
    let firsts: Vec<usize> = (0..tokens.len()).filter(|place| opens(&tokens[*place])).collect();
    let ends = firsts.iter().skip(1).copied().chain([tokens.len()]);
    firsts.iter().zip(ends).map(|(start, end)| blocks(raw, &tokens[*start..end])).collect()
}

/// All of `raw` in blocks.
pub(super) fn whole(raw: &str) -> Vec<Block> {
    blocks(raw, &tokens(raw))
}

/// Elements deeper than this are not told apart.
const DEEPEST: usize = 48;

const VOID: [&str; 8] = ["img", "hr", "meta", "link", "input", "wbr", "col", "base"];
const INLINE: [&str; 18] =
    ["a", "b", "i", "u", "em", "strong", "mark", "small", "sub", "sup", "font", "abbr", "cite", "q", "s", "time", "tt", "ins"];
/// Inline elements of these classes say what their text is; others only how it looks.
const TELLING: [&str; 6] = ["docpublicationname", "docheader", "doctitresoussection", "titrearticlevisu", "headline", "author"];

#[derive(Default)]
struct Reader<'a> {
    raw: &'a str,
    /// Name, length of the path before it, and whether its end is the end of a block.
    stack: Vec<(&'a str, usize, bool)>,
    /// Open elements that are too deep to be told apart.
    n_deeper: usize,
    path: String,
    text: String,
    /// The path where `text` began.
    began: String,
    href: Option<String>,
    blocks: Vec<Block>,
}

fn blocks(raw: &str, tokens: &[Token]) -> Vec<Block> {
    let mut reader = Reader { raw, path: " ".to_owned(), ..Reader::default() };
    for token in tokens {
        match token {
            Token::Text(span) => reader.text(&plain(span.slice(raw))),
            Token::Markup(_) => {}
            Token::Open { span, name, closed } => reader.open(name, *span, *closed),
            Token::Close { name, .. } => reader.close(name),
        }
    }
    reader.flush();
    reader.blocks
}

impl<'a> Reader<'a> {
    fn text(&mut self, text: &str) {
        if self.began.is_empty() && !text.trim().is_empty() {
            self.began.clone_from(&self.path);
        }
        self.text.push_str(text);
    }

    fn open(&mut self, name: &'a str, span: Span, closed: bool) {
        let tag = span.slice(self.raw);
        let lower = tag.to_ascii_lowercase();
        let class = attribute_of(tag, &lower, "class=").unwrap_or_default();
        let telling = || TELLING.iter().any(|known| class.to_ascii_lowercase().contains(known));
        let block = !INLINE.contains(&name) && name != "span" || telling();
        if block {
            self.flush();
        }
        if name == "a" && self.href.is_none() {
            self.href =
                attribute_of(tag, &lower, "href=").map(|href| plain(href).trim().to_owned()).filter(|href| href.starts_with("http"));
        }
        if closed || name == "br" || VOID.contains(&name) {
            return;
        }
        // A paragraph ends where the next begins.
        if name == "p" && self.stack.last().is_some_and(|top| top.0 == "p") {
            self.pop();
        }
        if self.stack.len() == DEEPEST {
            self.n_deeper += 1;
            return;
        }
        self.stack.push((name, self.path.len(), block));
        self.path.push_str(name);
        for class in class.split_ascii_whitespace().take(6) {
            self.path.push('.');
            self.path.extend(class.chars().take(60));
        }
        if let Some(id) = attribute_of(tag, &lower, "id=") {
            self.path.push('#');
            self.path.extend(id.chars().take(60));
        }
        self.path.push(' ');
    }

    fn close(&mut self, name: &str) {
        if self.n_deeper > 0 {
            self.n_deeper -= 1;
            return;
        }
        let Some(place) = self.stack.iter().rposition(|element| element.0 == name) else {
            // `</p>` alone stands for an empty paragraph.
            if name == "p" {
                self.flush();
            }
            return;
        };
        while self.stack.len() > place {
            self.pop();
        }
    }

    fn pop(&mut self) {
        let Some((_, path, block)) = self.stack.pop() else { return };
        if block {
            self.flush();
        }
        self.path.truncate(path);
    }

    fn flush(&mut self) {
        let text = self.text.split_whitespace().collect::<Vec<_>>().join(" ");
        self.text.clear();
        let (href, path) = (self.href.take(), std::mem::take(&mut self.began));
        if !text.is_empty() {
            self.blocks.push(Block { text, path, href });
        }
    }
}

/// The value of an attribute whatever the case of its name: `lower` is `tag` in small letters.
fn attribute_of<'a>(tag: &'a str, lower: &str, name: &str) -> Option<&'a str> {
    let found = attribute(lower, name)?;
    let at = found.as_ptr() as usize - lower.as_ptr() as usize;
    tag.get(at..at + found.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn blocks_know_what_they_stand_in() {
        let raw = "<DIV CLASS=\"titre x\" id=hd><p>Un <b>gras</b>&nbsp;mot<p>Deux <SPAN class='DocHeader'>le 3</SPAN></div>fin<br>trois";
        let blocks = whole(raw);
        let shown: Vec<(&str, bool, bool)> =
            blocks.iter().map(|block| (block.text.as_str(), block.is_in(".titre"), block.is_in(".DocHeader"))).collect();
        assert_eq!(
            shown,
            [("Un gras mot", true, false), ("Deux", true, false), ("le 3", true, true), ("fin", false, false), ("trois", false, false)]
        );
        assert!(blocks[0].is_in("#hd") && blocks[0].is_in("p") && !blocks[0].is_in("titre"));
    }

    #[test]
    fn deep_pages_do_not_grow_their_paths() {
        let raw = "<div class=\"a\">".repeat(50_000) + "x" + &"</div>".repeat(50_000) + "<p>y";
        let blocks = whole(&raw);
        assert_eq!(blocks.len(), 2);
        assert!(blocks[0].path.len() < 1_000);
        assert_eq!(blocks[1].path, " p ");
    }

    proptest! {
        #[test]
        fn any_page_becomes_blocks(raw in "(<p>|</p>|<div class=\"é\">|</div>|<BR>|<a href=\"http://x\">|</a>|<span|[a-zé<>&; ]){0,60}") {
            prop_assert!(whole(&raw).iter().all(|block| !block.text.is_empty()));
        }
    }
}
