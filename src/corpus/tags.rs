//! HTML in tokens, and what a tag says of its text by class. One pass, no going back: a broken page costs no more.

use super::front_matter::Key;
use super::lines::Hint;
use super::{linked_data, outlet};
use crate::span::Span;

/// A piece of a page of HTML.
pub(crate) enum Token {
    Text(Span),
    /// Comment, declaration, script or style with its content.
    Markup(Span),
    Open {
        span: Span,
        name: String,
        closed: bool,
    },
    Close {
        span: Span,
        name: String,
    },
}

/// Elements whose content is no text.
const RAW: [&str; 2] = ["script", "style"];

/// The tokens of `raw`, in order; together they hold all of it.
pub(crate) fn tokens(raw: &str) -> Vec<Token> {
    let bytes = raw.as_bytes();
    let mut found = Vec::new();
    let (mut at, mut text) = (0, 0);
    // Once an attribute's quotation mark is never closed, marks mean nothing any more; once `>` is not met, tags neither.
    let mut marks_hold = true;
    while let Some(open) = raw[at..].find('<').map(|i| at + i) {
        let rest = &raw[open..];
        let end = if rest.starts_with("<!--") {
            Some(rest.find("-->").map_or(raw.len(), |i| open + i + 3))
        } else if bytes.get(open + 1).is_some_and(|b| b.is_ascii_alphabetic() || matches!(b, b'/' | b'!' | b'?')) {
            let quoted = if marks_hold { end_of_tag(bytes, open) } else { None };
            marks_hold &= quoted.is_some();
            match quoted.or_else(|| rest.find('>').map(|i| open + i + 1)) {
                Some(end) => Some(end),
                None => break,
            }
        } else {
            None
        };
        let Some(end) = end else {
            at = open + 1;
            continue;
        };
        if text < open {
            found.push(Token::Text(Span::new(text, open)));
        }
        let mut token_end = end;
        let span = Span::new(open, end);
        let closing = rest.starts_with("</");
        let name = name_of(&raw[open + 1 + usize::from(closing)..end]);
        if name.is_empty() {
            found.push(Token::Markup(span));
        } else if closing {
            found.push(Token::Close { span, name });
        } else if RAW.contains(&name.as_str()) && !raw[..end].ends_with("/>") {
            token_end = end_of_raw(raw, end, &name);
            found.push(Token::Markup(Span::new(open, token_end)));
        } else {
            found.push(Token::Open { span, name, closed: raw[..end].ends_with("/>") });
        }
        at = token_end;
        text = token_end;
    }
    if text < raw.len() {
        found.push(Token::Text(Span::new(text, raw.len())));
    }
    found
}

/// After the `>` that ends the tag at `open`, quoted attributes passed over.
fn end_of_tag(bytes: &[u8], open: usize) -> Option<usize> {
    let mut mark = None;
    let mut value = false;
    for (i, &b) in bytes.iter().enumerate().skip(open + 1) {
        match (mark, b) {
            (None, b'>') => return Some(i + 1),
            // A mark opens a value only after `=`: an apostrophe elsewhere is a slip.
            (None, b'"' | b'\'') if value => mark = Some(b),
            (Some(m), b) if m == b => mark = None,
            _ => {}
        }
        value = b == b'=' || value && b.is_ascii_whitespace();
    }
    None
}

/// After the closing tag of a script or style; all that is left when there is none.
fn end_of_raw(raw: &str, from: usize, name: &str) -> usize {
    let mut at = from;
    while let Some(i) = raw[at..].find("</") {
        let tail = &raw[at + i + 2..];
        if tail.get(..name.len()).is_some_and(|tail| tail.eq_ignore_ascii_case(name)) {
            return tail.find('>').map_or(raw.len(), |end| at + i + 2 + end + 1);
        }
        at += i + 2;
    }
    raw.len()
}

fn name_of(tag: &str) -> String {
    tag.bytes().take_while(|b| b.is_ascii_alphanumeric() || *b == b'-').map(|b| char::from(b.to_ascii_lowercase())).collect()
}

/// What the attributes of a tag say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Said {
    pub hint: Hint,
    /// The word that says furniture.
    pub furniture: Option<&'static str>,
    /// The text of the article: `articleBody`, `entry-content`.
    pub text: bool,
}

const FURNITURE: &[&str] = &[
    "share",
    "sharing",
    "social",
    "newsletter",
    "comment",
    "comments",
    "commentaires",
    "cookie",
    "cookies",
    "consent",
    "menu",
    "nav",
    "navbar",
    "navigation",
    "footer",
    "sidebar",
    "breadcrumb",
    "breadcrumbs",
    "ariane",
    "promo",
    "ad",
    "ads",
    "advert",
    "advertisement",
    "pub",
    "publicite",
    "banner",
    "bandeau",
    "paywall",
    "abonnement",
    "tags",
    "popular",
    "trending",
    "partage",
    "tools",
    "outils",
    "widget",
    "subscribe",
    "subscription",
    "donate",
    "donation",
    "don",
    "dons",
    "toolbar",
    "pagination",
    "login",
    "skip",
    "sponsored",
    "legal",
    "mentions",
    "signup",
    "optin",
    "optout",
    "gdpr",
    "rgpd",
    "privacy",
    "taboola",
    "outbrain",
    "teads",
    "advertising",
    "annonce",
    "mostread",
    "popin",
    "popup",
    "modal",
    "overlay",
    "submeta",
    "contributions",
    "contribution",
    "epic",
    "appel",
    "jetpack",
    "masthead",
    "topbar",
    "colophon",
    "cta",
    "partager",
    "reseaux",
    "recirculation",
    "hidden",
];
/// Beginnings of words that say the same: `sharedaddy`, `socialbar`, `newsletters`.
const FURNITURE_STEMS: [&str; 9] = ["share", "social", "newsletter", "comment", "cookie", "breadcrumb", "footer", "subscri", "sidebar"];
/// Two words of which say that the text of the article stands here: `article-content`, `post_body`, `entry-content`.
const TEXT_OF: [&str; 11] = ["article", "post", "entry", "story", "news", "page", "single", "node", "main", "actu", "billet"];
const TEXT: [&str; 9] = ["body", "content", "text", "texte", "corps", "contenu", "articlebody", "articletext", "bodytext"];
const RELATED: &[&str] =
    &["related", "similar", "recommended", "recommendations", "readmore", "readalso", "lireaussi", "associes", "aussi"];
const BYLINE: &[&str] = &["author", "authors", "auteur", "auteurs", "byline", "signature", "writer"];
const DATE: &[&str] =
    &["date", "dates", "published", "datepublished", "datemodified", "pubdate", "timestamp", "datetime", "dateline", "publication"];
const CAPTION: &[&str] = &["caption", "legende", "figcaption"];
const CREDIT: &[&str] = &["credit", "credits", "copyright"];
const LEAD: &[&str] = &["lead", "lede", "chapo", "chapeau", "standfirst", "dek"];

/// What classes, identifiers and roles say.
pub(super) fn says(tag: &str) -> Said {
    let mut said = Said::default();
    for name in ["class=", "id=", "itemprop=", "rel=", "role=", "property="] {
        let Some(value) = attribute(tag, name) else { continue };
        for class in value.split_ascii_whitespace() {
            let mut of = false;
            each_word(class, |word| {
                said.text |= TEXT.contains(&word) && (of || word.len() > 8);
                of = TEXT_OF.contains(&word);
                if said.furniture.is_none() {
                    said.furniture = furniture_word(word);
                }
                if said.hint == Hint::None {
                    said.hint = hint_of(word);
                }
            });
        }
    }
    let unseen = attribute(tag, "style=").is_some_and(|style| style.replace(' ', "").contains("display:none"));
    if unseen || attribute(tag, "aria-hidden=") == Some("true") {
        said.furniture = said.furniture.or(Some("hidden"));
    }
    said
}

/// The words of a class in small letters; `relatedContent` and `related-content` are two.
fn each_word(class: &str, mut read: impl FnMut(&str)) {
    let mut word = String::new();
    let mut small = false;
    for c in class.chars().chain(['-']) {
        if !c.is_ascii_alphanumeric() || c.is_ascii_uppercase() && small {
            if word.len() > 1 {
                read(&word);
            }
            word.clear();
        }
        if c.is_ascii_alphanumeric() {
            word.push(c.to_ascii_lowercase());
        }
        small = c.is_ascii_lowercase();
    }
}

fn furniture_word(word: &str) -> Option<&'static str> {
    let stem = || FURNITURE_STEMS.iter().find(|stem| word.starts_with(**stem));
    FURNITURE.iter().find(|known| **known == word).or_else(stem).copied()
}

fn hint_of(word: &str) -> Hint {
    let of = |words: &[&str]| words.contains(&word);
    match () {
        () if of(RELATED) || word.starts_with("related") => Hint::Related,
        () if of(BYLINE) => Hint::Byline,
        () if of(DATE) => Hint::Date,
        () if of(CAPTION) => Hint::Caption,
        () if of(CREDIT) => Hint::Credit,
        () if of(LEAD) => Hint::Lead,
        () => Hint::None,
    }
}

/// The value of an attribute, `name` with its `=`.
pub(crate) fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let mut from = 0;
    let at = loop {
        let at = from + tag.get(from..)?.find(name)?;
        if tag[..at].ends_with(|c: char| c.is_ascii_whitespace() || c == '"' || c == '\'') {
            break at + name.len();
        }
        from = at + name.len();
    };
    let value = &tag[at..];
    match value.chars().next()? {
        mark @ ('"' | '\'') => value[1..].split(mark).next(),
        _ => value.split(|c: char| c.is_ascii_whitespace() || c == '>').next(),
    }
}

/// What the `meta` tags of the head and the linked data state; of one thing, what the linked data say comes first.
pub(super) fn head_facts(raw: &str) -> Vec<(Key, Span)> {
    const NAMES: [(&str, Key); 13] = [
        ("og:title", Key::Title),
        ("og:site_name", Key::Outlet),
        ("application-name", Key::Outlet),
        ("article:published_time", Key::Published),
        ("datepublished", Key::Published),
        ("date", Key::Published),
        ("article:modified_time", Key::Updated),
        ("og:updated_time", Key::Updated),
        ("datemodified", Key::Updated),
        ("og:url", Key::Url),
        ("author", Key::Author),
        ("article:author", Key::Author),
        ("parsely-author", Key::Author),
    ];
    let (mut found, mut linked) = (Vec::new(), Vec::new());
    let mut tokens = tokens(raw).into_iter().peekable();
    let mut house = None;
    while let Some(token) = tokens.next() {
        let (span, name) = match token {
            Token::Open { span, name, .. } => (span, name),
            Token::Markup(span) => {
                let script = span.slice(raw);
                let tag = script.split_inclusive('>').next().unwrap_or_default();
                if linked.is_empty() && attribute(tag, "type=").is_some_and(|kind| kind.eq_ignore_ascii_case("application/ld+json")) {
                    linked = linked_data::facts(raw, span);
                }
                continue;
            }
            _ => continue,
        };
        let tag = span.slice(raw);
        if name == "title"
            && house.is_none()
            && let Some(Token::Text(title)) = tokens.peek()
        {
            house = outlet::behind_title(raw, *title).map(|span| (Key::Outlet, span));
        }
        if name == "meta"
            && let Some(said) = ["property=", "name=", "itemprop="].iter().find_map(|name| attribute(tag, name))
            && let Some((_, key)) = NAMES.iter().find(|(known, _)| said.eq_ignore_ascii_case(known))
            && let Some(value) = attribute(tag, "content=").filter(|value| !value.trim().is_empty())
        {
            let start = value.as_ptr() as usize - raw.as_ptr() as usize;
            found.push((*key, Span::new(start, start + value.len())));
        }
    }
    linked.extend(found);
    linked.extend(house);
    linked
}

/// The character that a reference names.
pub(super) fn character(name: &str) -> Option<char> {
    const NAMED: [(&str, char); 44] = [
        ("amp", '&'),
        ("lt", '<'),
        ("gt", '>'),
        ("quot", '"'),
        ("apos", '\''),
        ("nbsp", '\u{a0}'),
        ("laquo", '«'),
        ("raquo", '»'),
        ("ldquo", '“'),
        ("rdquo", '”'),
        ("lsquo", '‘'),
        ("rsquo", '’'),
        ("hellip", '…'),
        ("ndash", '–'),
        ("mdash", '—'),
        ("euro", '€'),
        ("copy", '©'),
        ("eacute", 'é'),
        ("egrave", 'è'),
        ("ecirc", 'ê'),
        ("euml", 'ë'),
        ("agrave", 'à'),
        ("acirc", 'â'),
        ("ccedil", 'ç'),
        ("icirc", 'î'),
        ("iuml", 'ï'),
        ("ocirc", 'ô'),
        ("ouml", 'ö'),
        ("ugrave", 'ù'),
        ("ucirc", 'û'),
        ("uuml", 'ü'),
        ("oelig", 'œ'),
        ("aelig", 'æ'),
        ("Eacute", 'É'),
        ("Egrave", 'È'),
        ("Ecirc", 'Ê'),
        ("Agrave", 'À'),
        ("Acirc", 'Â'),
        ("Ccedil", 'Ç'),
        ("Icirc", 'Î'),
        ("Ocirc", 'Ô'),
        ("OElig", 'Œ'),
        ("deg", '°'),
        ("middot", '·'),
    ];
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(code);
    }
    NAMED.iter().find(|(known, _)| *known == name).map(|(_, c)| *c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(raw: &str) -> String {
        tokens(raw)
            .into_iter()
            .map(|token| match token {
                Token::Text(span) => format!("[{}]", span.slice(raw)),
                Token::Markup(span) => format!("#{}#", span.slice(raw)),
                Token::Open { name, .. } => format!("+{name}"),
                Token::Close { name, .. } => format!("-{name}"),
            })
            .collect()
    }

    #[test]
    fn scripts_and_comments_are_one_piece() {
        assert_eq!(
            shown("<p>a<script>if (a<b) '</p>'</script>b<!-- <p> -->c"),
            "+p[a]#<script>if (a<b) '</p>'</script>#[b]#<!-- <p> -->#[c]"
        );
        assert_eq!(shown("a<script>b"), "[a]#<script>b#");
    }

    #[test]
    fn broken_tags_are_text_or_end_somewhere() {
        assert_eq!(shown("2 < 3 et a<b"), "[2 < 3 et a<b]");
        assert_eq!(shown("<a title=\"x > y\">z</a>"), "+a[z]-a");
        assert_eq!(shown("<a title=\"x>y</a>"), "+a[y]-a");
    }

    #[test]
    fn references_name_characters() {
        assert_eq!(["eacute", "#233", "#xE9", "rien"].map(character), [Some('é'), Some('é'), Some('é'), None]);
    }

    #[test]
    fn attributes_are_read_with_and_without_marks() {
        assert_eq!(attribute("<div class=menu id='a b'>", "class="), Some("menu"));
        assert_eq!(attribute("<div data-class=\"x\" class=\"y\">", "class="), Some("y"));
        assert_eq!(attribute("<div>", "class="), None);
    }
}
