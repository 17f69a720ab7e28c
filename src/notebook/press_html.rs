//! A press review as one page that holds all it needs: no script, nothing fetched, legible on a screen and on paper.

use std::fmt::Write;

use super::press::{guesses, references, see_chart, unknown_source};
use super::source::safe_address;
use super::{Cutting, Press, Slip};
use crate::locale;
use crate::text::markup::escaped;

/// Colours follow the reader's system; on paper all is black.
const STYLE: &str = ":root{color-scheme:light dark}body{max-width:44rem;margin:2rem auto;padding:0 1rem;font:1.05rem/1.55 Charter,Georgia,serif;\
overflow-wrap:anywhere}h1{line-height:1.2;margin-bottom:.3rem}h2{margin:2rem 0 .5rem;line-height:1.25}.kind{margin:1.6rem 0 0}\
blockquote{margin:.5rem 0 .2rem;padding-left:1rem;border-left:3px solid}.from,.context,.gone,.colophon,ol small{font:.9rem/1.45 system-ui,sans-serif}\
.from{margin:.1rem 0 .6rem 1.2rem}.gone{font-style:italic}.colophon{margin-top:2rem;border-top:1px solid;padding-top:.5rem}\
figure{margin:.8rem 0}svg{max-width:100%;height:auto}table{border-collapse:collapse;\
font:.85rem/1.35 system-ui,sans-serif;margin-top:.5rem}th,td{border:1px solid;padding:.15rem .4rem;text-align:left;vertical-align:top;font-weight:400;overflow-wrap:normal}\
a{color:inherit}li{margin:.4rem 0}@media print{body{margin:0;max-width:none;font-size:11pt}.cut:not(:has(figure)),li,svg,tr{break-inside:avoid}h2,.kind{break-after:avoid}}";

/// The whole review.
pub fn html(press: &Press) -> String {
    let title = escaped(&press.title);
    let language = locale::current().code();
    let mut out = format!(
        "<!doctype html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n"
    );
    if !press.context.is_empty() {
        let _ = writeln!(out, "<p class=\"context\">{}</p>", escaped(&press.context));
    }
    for slip in &press.slips {
        let _ = match slip {
            Slip::Heading(words) => writeln!(out, "<h2>{}</h2>", escaped(words)),
            Slip::Words(words) => writeln!(out, "<p>{}</p>", escaped(words.trim()).replace('\n', "<br>")),
            Slip::Cutting(cutting) => {
                cut(press, cutting, &mut out);
                Ok(())
            }
        };
    }
    if !press.sources.is_empty() {
        let _ = writeln!(out, "<h2>{}</h2>\n<ol>", references());
        press.sources.iter().for_each(|share| {
            let reference = share.source.reference(&escaped);
            let known = if reference.is_empty() { escaped(unknown_source()) } else { reference };
            let url = share.source.url.as_deref().and_then(safe_address);
            let url = url.map_or_else(String::new, |url| format!(" <a href=\"{0}\">{0}</a>.", escaped(&url)));
            let (language, title, said) = (escaped(&share.source.language), escaped(&share.source.title), escaped(&share.said));
            let _ = writeln!(out, "<li><cite lang=\"{language}\">{title}</cite>. {known}.{url} <small>{said}</small></li>");
        });
        out.push_str("</ol>\n");
        if press.has_doubt() {
            let _ = writeln!(out, "<p class=\"context\">{}</p>", escaped(guesses()));
        }
    }
    let _ = write!(out, "<p class=\"colophon\">{}</p>\n</main>\n</body>\n</html>\n", escaped(&press.colophon));
    out
}

fn cut(press: &Press, cutting: &Cutting, out: &mut String) {
    let said = if cutting.said.is_empty() { String::new() } else { format!(" · {}", escaped(&cutting.said)) };
    let _ = writeln!(out, "<div class=\"cut\">\n<p class=\"kind\"><b>{}. {}</b>{said}</p>", cutting.number, escaped(&cutting.kind));
    for fragment in &cutting.fragments {
        let language = fragment.source.and_then(|at| press.sources.get(at)).map_or("", |share| &share.source.language);
        let _ = writeln!(out, "<blockquote lang=\"{}\">{}</blockquote>", escaped(language), escaped(&fragment.words));
        if let Some((reference, number)) = press.reference(fragment, &escaped) {
            let reference = match fragment.link.as_deref().and_then(safe_address) {
                Some(link) => format!("<a href=\"{}\">{reference}</a>", escaped(&link)),
                None => reference,
            };
            let _ = writeln!(out, "<p class=\"from\">{reference} [{number}]</p>");
        }
        if let Some(gone) = &fragment.gone {
            let _ = writeln!(out, "<p class=\"gone\">{}</p>", escaped(gone));
        }
    }
    if let Some(drawing) = &cutting.drawing {
        let label = if cutting.said.is_empty() { &cutting.kind } else { &cutting.said };
        let _ = writeln!(out, "<figure>\n{}\n", drawing.svg(label));
        table(&drawing.rows, out);
        out.push_str("</figure>\n");
    }
    if let Some(link) = cutting.link.as_deref().and_then(safe_address) {
        let _ = writeln!(out, "<p class=\"from\"><a href=\"{}\">{}</a></p>", escaped(&link), see_chart());
    }
    out.push_str("</div>\n");
}

/// Heads and rows.
fn table(rows: &[Vec<String>], out: &mut String) {
    let Some((heads, rows)) = rows.split_first() else { return };
    let heads: String = heads.iter().map(|head| format!("<th scope=\"col\">{}</th>", escaped(head))).collect();
    let _ = writeln!(out, "<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>");
    for row in rows {
        let cells = row.iter().enumerate().map(|(at, cell)| {
            let cell = escaped(cell);
            if at == 0 { format!("<th scope=\"row\">{cell}</th>") } else { format!("<td>{cell}</td>") }
        });
        let _ = writeln!(out, "<tr>{}</tr>", cells.collect::<String>());
    }
    out.push_str("</tbody>\n</table>\n");
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::press::tests::saying;
    use super::*;

    /// What of the page is not words: its tags without the address of a link and without what they are called.
    fn tags(page: &str) -> Vec<String> {
        let within = page.split('<').skip(1).map(|tag| tag.split('>').next().unwrap_or_default());
        let unnamed = |tag: &str| match tag.split_once("aria-label=\"") {
            Some((before, named)) => [before, named.split_once('"').map_or("", |(_, rest)| rest)].concat(),
            None => tag.to_owned(),
        };
        within.map(|tag| unnamed(tag.split("href=").next().unwrap_or_default())).collect()
    }

    #[test]
    fn hostile_words_are_only_words() {
        for words in ["<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onclick='x", "</style><b>", "&lt;b&gt;"] {
            let page = html(&saying(words));
            assert_eq!(tags(&page), tags(&html(&saying("mot"))), "{words}");
            assert!(!page.contains("<script") && !page.contains("javascript:") && !page.contains("<img"));
        }
    }

    #[test]
    fn the_page_holds_all_it_needs() {
        let page = html(&saying("mot"));
        assert!(page.starts_with("<!doctype html>") && page.contains("<html lang=\"fr\">") && page.ends_with("</html>\n"));
        assert!(!page.contains("<script") && !page.contains("<link") && !page.contains("src="));
        assert!(page.contains("<blockquote lang=\"fr\">mot</blockquote>"));
    }

    proptest! {
        #[test]
        fn no_words_add_a_tag_or_end_an_attribute(words in "[a-z<>&\"'=/! \\\\;#-]{1,60}") {
            let (hostile, benign) = (html(&saying(&words)), html(&saying("mot")));
            prop_assert_eq!(tags(&hostile), tags(&benign));
            prop_assert_eq!(hostile.matches('"').count(), benign.matches('"').count());
        }
    }
}
