//! Invented articles in which passages that say the same are marked: `{p1|…}`, `{p1 f2|…}`.
//!
//! A file holds the articles of one event, each behind a line `== day of publication`. Passages of two articles that have one
//! label say the same; the letter says how: `q` one quotation, `p` in other words, `f` one fact. `x` marks look-alikes,
//! which are not the same.

/// One article of an event.
pub struct MarkedArticle {
    pub name: String,
    pub published: String,
    pub text: String,
    /// Label, first byte and end.
    pub marks: Vec<(String, usize, usize)>,
}

/// The articles of a file called `event`.
pub fn read(event: &str, content: &str) -> Vec<MarkedArticle> {
    let articles = content.split("== ").filter(|article| !article.trim().is_empty());
    articles.zip(0..).map(|(article, n)| one(&format!("{event}{n}"), article)).collect()
}

fn one(name: &str, article: &str) -> MarkedArticle {
    let (published, marked) = article.split_once('\n').expect("the first line says when it was published");
    let (mut text, mut open, mut marks) = (String::new(), Vec::new(), Vec::new());
    let mut rest = marked;
    while let Some(at) = rest.find(['{', '}']) {
        text.push_str(&rest[..at]);
        let brace = rest.as_bytes()[at];
        rest = &rest[at + 1..];
        if brace == b'{' {
            let (labels, behind) = rest.split_once('|').expect("a label ends");
            rest = behind;
            open.push((text.len(), labels));
        } else {
            let (start, labels) = open.pop().expect("braces are paired");
            marks.extend(labels.split(' ').map(|label| (label.to_owned(), start, text.len())));
        }
    }
    text.push_str(rest);
    MarkedArticle { name: name.to_owned(), published: published.trim().to_owned(), text: text.trim_end().to_owned(), marks }
}
