//! What a reader corrects: data, replayed over the machine's result each time, so that undo is to drop the last.
//!
//! Articles are called by name. A correction for an article that is gone is passed over and reported, not an error: the rest
//! still holds. Spans are bytes of the text as it stands when the correction is replayed, after the ones before it.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::article::Article;
use super::naming::Naming;
use super::zones::{Zone, ZoneKind};
use crate::span::Span;

/// One thing that a reader corrected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Correction {
    /// A field of the metadata. No value: nothing is known. Only authors and agencies have more than one.
    Field { article: String, field: Field, values: Vec<String> },
    /// What a stretch of the page is for; its paragraphs stay apart.
    Zone { article: String, span: Span, kind: ZoneKind },
    /// One text becomes two: what stands from `at` on is called `second`.
    Split { article: String, at: u32, second: String },
    /// Two texts become one, under the name of the first.
    Join { first: String, second: String },
    /// The article leaves the corpus.
    Remove { article: String },
    /// What is named, once all articles are as corrected.
    Name(Naming),
    /// One that this version does not know, as JSON: passed over, and handed on as it is.
    Unknown(String),
}

/// A field of the metadata that a reader can correct.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Field {
    Title,
    Outlet,
    Authors,
    /// ISO 8601, as exact as known.
    Published,
    Updated,
    Agencies,
    /// ISO 639-1.
    Language,
}

/// An article with what was corrected in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Amended {
    pub article: Article,
    /// The last value of each field that was corrected, in the order of [`Field`].
    pub fields: Vec<(Field, Vec<String>)>,
    /// Stretches of its text and what they are for, oldest first.
    pub zones: Vec<Zone>,
}

/// Between two texts that were joined.
const JOINT: &str = "\n\n";

impl From<Article> for Amended {
    fn from(article: Article) -> Self {
        Self { article, fields: Vec::new(), zones: Vec::new() }
    }
}

/// The articles after all corrections, and the places in the list of those that fit nothing.
pub fn replay(articles: &[Article], corrections: &[Correction]) -> (Vec<Amended>, Vec<usize>) {
    let mut amended: Vec<Amended> = articles.iter().cloned().map(Amended::from).collect();
    let passed_over =
        corrections.iter().enumerate().filter(|(_, correction)| apply(&mut amended, correction).is_none()).map(|(at, _)| at).collect();
    (amended, passed_over)
}

/// Applies one correction, or changes nothing.
fn apply(all: &mut Vec<Amended>, correction: &Correction) -> Option<()> {
    let place = |all: &[Amended], name: &str| all.iter().position(|one| one.article.name == name);
    match correction {
        Correction::Field { article, field, values } => {
            let at = place(all, article)?;
            all[at].set(*field, values.clone());
        }
        Correction::Zone { article, span, kind } => {
            let at = place(all, article)?;
            all[at].article.text.get(span.range()).filter(|stretch| !stretch.trim().is_empty())?;
            all[at].zones.push(Zone { span: *span, kind: *kind });
        }
        Correction::Split { article, at: cut, second } => {
            let at = place(all, article)?;
            if place(all, second).is_some() {
                return None;
            }
            let after = all[at].split(*cut, second)?;
            all.insert(at + 1, after);
        }
        Correction::Join { first, second } => {
            let at = place(all, first)?;
            let other = place(all, second).filter(|other| *other != at)?;
            let joined = all[other].clone();
            all[at].join(joined);
            all.remove(other);
        }
        Correction::Remove { article } => {
            let at = place(all, article).filter(|_| all.len() > 1)?;
            all.remove(at);
        }
        // Names are found in the articles as they are after all this.
        Correction::Name(_) => {}
        Correction::Unknown(_) => return None,
    }
    Some(())
}

impl Correction {
    /// The same for articles that are called otherwise: each name is what `rename` makes of it.
    pub fn renamed(mut self, rename: &dyn Fn(&str) -> String) -> Self {
        let names: Vec<&mut String> = match &mut self {
            Self::Field { article, .. } | Self::Zone { article, .. } | Self::Remove { article } => vec![article],
            Self::Split { article: first, second, .. } | Self::Join { first, second } => vec![first, second],
            Self::Name(naming) => naming.spots_mut().iter_mut().map(|spot| &mut spot.article).collect(),
            Self::Unknown(_) => Vec::new(),
        };
        names.into_iter().for_each(|name| *name = rename(name));
        self
    }
}

impl Amended {
    fn set(&mut self, field: Field, values: Vec<String>) {
        match self.fields.binary_search_by_key(&field, |(known, _)| *known) {
            Ok(at) => self.fields[at].1 = values,
            Err(at) => self.fields.insert(at, (field, values)),
        }
    }

    /// Cuts off what stands from `cut` on. What was said about the whole stays with the first part.
    fn split(&mut self, cut: u32, name: &str) -> Option<Self> {
        let text = self.article.text.clone();
        let (before, after) = text.split_at_checked(cut as usize)?;
        if before.trim().is_empty() || after.trim().is_empty() || name.trim().is_empty() {
            return None;
        }
        let (mut ours, mut theirs) = (Vec::new(), Vec::new());
        for zone in self.zones.drain(..) {
            let Zone { span, kind } = zone;
            if span.start < cut {
                ours.push(Zone { span: Span { start: span.start, end: span.end.min(cut) }, kind });
            }
            if span.end > cut {
                theirs.push(Zone { span: Span { start: span.start.max(cut) - cut, end: span.end - cut }, kind });
            }
        }
        let (before, after): (Rc<str>, Rc<str>) = (before.into(), after.into());
        self.zones = ours;
        self.article.text = before;
        let given = super::metadata::Metadata { outlet: self.article.given.outlet.clone(), ..Default::default() };
        let article = Article { name: name.to_owned(), text: after, given, origin: self.article.origin.clone() };
        Some(Self { article, fields: Vec::new(), zones: theirs })
    }

    fn join(&mut self, other: Self) {
        let shift = u32::try_from(self.article.text.len() + JOINT.len()).unwrap_or(u32::MAX);
        self.article.text = [&*self.article.text, JOINT, &*other.article.text].concat().into();
        let shifted = |zone: Zone| Zone { span: Span { start: zone.span.start + shift, end: zone.span.end + shift }, kind: zone.kind };
        self.zones.extend(other.zones.into_iter().map(shifted));
    }
}

/// Zones with `painted` stretches laid over them: each piece of a zone under a stretch takes its kind. Markup stays markup.
pub(super) fn repaint(raw: &str, zones: Vec<Zone>, painted: &[Zone]) -> Vec<Zone> {
    painted.iter().fold(zones, |zones, paint| {
        let mut result = Vec::with_capacity(zones.len() + 2);
        for zone in zones {
            if zone.kind == ZoneKind::Markup || !zone.span.overlaps(paint.span) {
                result.push(zone);
                continue;
            }
            let inside = Span { start: zone.span.start.max(paint.span.start), end: zone.span.end.min(paint.span.end) };
            let pieces = [
                (Span { start: zone.span.start, end: inside.start }, zone.kind),
                (inside, paint.kind),
                (Span { start: inside.end, end: zone.span.end }, zone.kind),
            ];
            let whole = |(span, kind): (Span, ZoneKind)| Zone { span: span.trim(raw), kind };
            result.extend(pieces.into_iter().map(whole).filter(|zone| !zone.span.is_empty()));
        }
        result
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(amended: &[Amended]) -> Vec<(&str, &str)> {
        amended.iter().map(|one| (&*one.article.name, &*one.article.text)).collect()
    }

    #[test]
    fn a_text_cut_in_two_and_joined_again_reads_as_before() {
        let articles = [Article::new("a", "Un.\n\nDeux."), Article::new("b", "Trois.")];
        let cut = Correction::Split { article: "a".to_owned(), at: 5, second: "a (2)".to_owned() };
        let (amended, lost) = replay(&articles, std::slice::from_ref(&cut));
        assert_eq!((texts(&amended), lost), (vec![("a", "Un.\n\n"), ("a (2)", "Deux."), ("b", "Trois.")], vec![]));
        let join = Correction::Join { first: "a".to_owned(), second: "a (2)".to_owned() };
        let (amended, lost) = replay(&articles, &[cut, join]);
        assert_eq!((texts(&amended), lost), (vec![("a", "Un.\n\n\n\nDeux."), ("b", "Trois.")], vec![]));
    }

    #[test]
    fn zones_follow_their_words_through_a_cut_and_a_join() {
        let articles = [Article::new("a", "Un.\n\nDeux.")];
        let zone = Correction::Zone { article: "a".to_owned(), span: Span::new(0, 10), kind: ZoneKind::Related };
        let cut = Correction::Split { article: "a".to_owned(), at: 5, second: "z".to_owned() };
        let join = Correction::Join { first: "z".to_owned(), second: "a".to_owned() };
        let (amended, _) = replay(&articles, &[zone, cut, join]);
        let marked: Vec<&str> = amended[0].zones.iter().map(|zone| zone.span.slice(&amended[0].article.text)).collect();
        assert_eq!((texts(&amended), marked), (vec![("z", "Deux.\n\nUn.\n\n")], vec!["Deux.", "Un.\n\n"]));
    }

    #[test]
    fn what_fits_nothing_is_passed_over_and_counted() {
        let articles = [Article::new("a", "Été."), Article::new("b", "Deux.")];
        let name = || "a".to_owned();
        let wrong = [
            Correction::Remove { article: "z".to_owned() },
            Correction::Zone { article: name(), span: Span { start: 0, end: 1 }, kind: ZoneKind::Body },
            Correction::Zone { article: name(), span: Span { start: 3, end: 90 }, kind: ZoneKind::Body },
            Correction::Split { article: name(), at: 1, second: "c".to_owned() },
            Correction::Split { article: name(), at: 2, second: "b".to_owned() },
            Correction::Join { first: name(), second: name() },
        ];
        let (amended, lost) = replay(&articles, &wrong);
        assert_eq!((amended, lost), (articles.map(Amended::from).to_vec(), (0..wrong.len()).collect()));
    }

    #[test]
    fn the_last_article_stays() {
        let articles = [Article::new("a", "Un.")];
        assert_eq!(replay(&articles, &[Correction::Remove { article: "a".to_owned() }]).1, [0]);
    }

    #[test]
    fn the_last_word_on_a_field_counts() {
        let set = |value: &str| Correction::Field { article: "a".to_owned(), field: Field::Title, values: vec![value.to_owned()] };
        let (amended, _) = replay(&[Article::new("a", "Un.")], &[set("x"), set("y")]);
        assert_eq!(amended[0].fields, [(Field::Title, vec!["y".to_owned()])]);
    }
}
