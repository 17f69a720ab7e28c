//! What is known of an article, and how: stated in its text, given with it, or inferred for a reason that can be read.

use serde::{Deserialize, Serialize};

use super::corrections::Field;
use super::cues::{Cue, Cues};
use super::front_matter::{self, Key};
use super::printed::{self, Dates};
use super::reason::Reason;
use super::stamp;
use super::zones::{Zone, ZoneKind};
use super::{agency, byline, file_name, html, linked_data, outlet, tags};
use crate::span::Span;
use crate::text::{self, fold, words};

/// A value and how it is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact<T> {
    pub value: T,
    pub basis: Basis,
}

impl Fact<String> {
    /// The name without what stands behind it in brackets: `Le Monde (AFP)` is an article of `Le Monde`.
    pub fn short(&self) -> &str {
        self.value.split(" (").next().unwrap_or(&self.value)
    }
}

/// How a value is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "KeptBasis", into = "KeptBasis")]
pub enum Basis {
    /// The text says so, there.
    Stated(Span),
    /// It came with the article.
    Given,
    /// The reader says so.
    Corrected,
    /// A guess, with its reason and, for a date, the interval it lies in (ISO 8601).
    Inferred { earliest: Option<String>, latest: Option<String>, why: Reason },
}

/// [`Basis`] as it is kept: what is a mere sentence stands where sentences always stood, so that corpora kept before read as they did.
#[derive(Clone, Serialize, Deserialize)]
enum KeptBasis {
    Stated(Span),
    Given,
    Corrected,
    Inferred { earliest: Option<String>, latest: Option<String>, why: String },
    Reasoned { earliest: Option<String>, latest: Option<String>, why: Reason },
}

/// Metadata of one article. Dates are ISO 8601, as exact as known: `2015-02`, `2015-02-20`, `2015-02-20T11:20`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Metadata {
    pub title: Option<Fact<String>>,
    pub outlet: Option<Fact<String>>,
    pub authors: Vec<Fact<String>>,
    pub published: Option<Fact<String>>,
    pub updated: Option<Fact<String>>,
    pub agencies: Vec<Fact<String>>,
    pub url: Option<Fact<String>>,
    /// Dates on the page that are not that of the article.
    pub contradicted: Vec<Contradicted>,
}

/// A date that stands on the page and is not believed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contradicted {
    /// As it is written, or ISO 8601 where it was read as a date.
    pub value: String,
    pub span: Span,
    pub why: Reason,
}

impl From<KeptBasis> for Basis {
    fn from(kept: KeptBasis) -> Self {
        match kept {
            KeptBasis::Stated(span) => Self::Stated(span),
            KeptBasis::Given => Self::Given,
            KeptBasis::Corrected => Self::Corrected,
            KeptBasis::Inferred { earliest, latest, why } => Self::Inferred { earliest, latest, why: Reason::Sentence(why) },
            KeptBasis::Reasoned { earliest, latest, why } => Self::Inferred { earliest, latest, why },
        }
    }
}

impl From<Basis> for KeptBasis {
    fn from(basis: Basis) -> Self {
        match basis {
            Basis::Stated(span) => Self::Stated(span),
            Basis::Given => Self::Given,
            Basis::Corrected => Self::Corrected,
            Basis::Inferred { earliest, latest, why: Reason::Sentence(why) } => Self::Inferred { earliest, latest, why },
            Basis::Inferred { earliest, latest, why } => Self::Reasoned { earliest, latest, why },
        }
    }
}

impl<T> Fact<T> {
    pub fn stated(value: T, span: Span) -> Self {
        Self { value, basis: Basis::Stated(span) }
    }

    pub fn given(value: T) -> Self {
        Self { value, basis: Basis::Given }
    }

    /// True when nobody said so: it must look like a guess wherever it is shown.
    pub fn is_inferred(&self) -> bool {
        matches!(self.basis, Basis::Inferred { .. })
    }
}

impl Metadata {
    /// Puts what a reader says in the place of what was found. The language of a text is not kept here.
    pub fn correct(&mut self, field: Field, values: &[String]) {
        let facts = || values.iter().map(|value| Fact { value: value.clone(), basis: Basis::Corrected });
        match field {
            Field::Title => self.title = facts().next(),
            Field::Outlet => self.outlet = facts().next(),
            Field::Authors => self.authors = facts().collect(),
            Field::Published => self.published = facts().next(),
            Field::Updated => self.updated = facts().next(),
            Field::Agencies => self.agencies = facts().collect(),
            Field::Language => {}
        }
    }
}

/// What the text of `raw` states, joined with what was `given`. A given value wins, unless it is an inferred one and the
/// text states its own.
///
/// `text` is what is read of `raw`, with the same offsets; `name` is what the article is called, perhaps a file.
pub fn find(raw: &str, text: &str, zones: &[Zone], given: Metadata, name: &str) -> Metadata {
    let is_html = html::is_html(raw);
    let mut above = above(raw);
    let raw = text;
    let Dates { published, updated, mut contradicted } = printed::dates(raw, zones);
    printed::set_later_aside(&mut above.published, published.as_ref(), &mut contradicted);
    let named = file_name::facts(name);
    let found = Metadata {
        // What the writer of a text puts above it is its title; the head of a page names the site as well.
        title: if is_html { title(raw, zones).or(above.title) } else { above.title.or_else(|| title(raw, zones)) },
        outlet: above.outlet.or_else(|| outlet::find(raw, zones)),
        authors: Some(authors(raw, zones)).filter(|found| !found.is_empty()).unwrap_or(above.authors),
        published: above.published.or(published).or_else(|| printed::dateline(raw, zones)),
        updated: above.updated.or(updated),
        agencies: agencies(raw, zones, above.agencies),
        url: above.url.or_else(|| url(raw, zones)),
        contradicted,
    };
    let mut found = found;
    printed::set_after_change_aside(&mut found);
    Metadata {
        title: choose(given.title, found.title).or(named.title),
        outlet: choose(given.outlet, found.outlet).or(named.outlet),
        authors: choose_all(given.authors, found.authors),
        published: choose(given.published, found.published).or(named.published),
        updated: choose(given.updated, found.updated),
        contradicted: found.contradicted,
        agencies: choose_all(given.agencies, found.agencies),
        url: choose(given.url, found.url),
    }
}

/// What the front matter or the tags of the head state.
fn above(raw: &str) -> Metadata {
    let mut above = Metadata::default();
    let is_html = html::is_html(raw);
    let facts = if is_html { tags::head_facts(raw) } else { front_matter::read(raw).map(|f| f.facts).unwrap_or_default() };
    for (key, span) in facts {
        let text = || {
            let text = if is_html { linked_data::unescaped(span.slice(raw)) } else { front_matter::text(raw, span) };
            Fact::stated(squeeze(&html::plain(&text)), span)
        };
        let date = || stamp::all(raw, span).into_iter().next().map(|stamp| Fact::stated(stamp.value, stamp.span));
        match key {
            Key::Title => above.title = above.title.or_else(|| Some(text())),
            Key::Outlet => above.outlet = above.outlet.or_else(|| Some(text())),
            Key::Published => above.published = above.published.or_else(date),
            Key::Updated => above.updated = above.updated.or_else(date),
            Key::Agency => above.agencies.push(text()),
            Key::Url => above.url = above.url.or_else(|| Some(text())),
            // The front matter's authors are a zone of their own.
            Key::Author if is_html => {
                let whole = text();
                for name in byline::names(&whole.value) {
                    if above.authors.iter().all(|known| fold(&known.value) != fold(name)) {
                        above.authors.push(Fact::stated(name.to_owned(), span));
                    }
                }
                if let Some(agency) = agency::named(&whole.value).filter(|name| above.agencies.iter().all(|known| known.value != *name)) {
                    above.agencies.push(Fact::stated(agency.to_owned(), span));
                }
            }
            Key::Author | Key::Other => {}
        }
    }
    above
}

fn choose<T>(given: Option<Fact<T>>, found: Option<Fact<T>>) -> Option<Fact<T>> {
    match (given, found) {
        (Some(given), Some(found)) if given.is_inferred() => Some(found),
        (given, found) => given.or(found),
    }
}

fn choose_all<T>(given: Vec<Fact<T>>, found: Vec<Fact<T>>) -> Vec<Fact<T>> {
    let guessed = given.iter().all(Fact::is_inferred);
    if guessed && !found.is_empty() { found } else { given }
}

fn of_kind(zones: &[Zone], kind: ZoneKind) -> impl Iterator<Item = Span> {
    zones.iter().filter(move |zone| zone.kind == kind).map(|zone| zone.span)
}

fn title(raw: &str, zones: &[Zone]) -> Option<Fact<String>> {
    let spans: Vec<Span> = of_kind(zones, ZoneKind::Title).collect();
    let whole = spans.iter().copied().reduce(Span::cover)?;
    let text = spans.iter().map(|span| html::plain(span.slice(raw))).collect::<Vec<_>>().join(" ");
    let text = text.trim_start_matches(['#', '\u{feff}']).trim().trim_end_matches('#');
    Some(Fact::stated(squeeze(text), whole)).filter(|fact| !fact.value.is_empty())
}

/// White space made single plain spaces, except that a no-break space stays what it is.
pub(super) fn squeeze(text: &str) -> String {
    let text = text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '*' | '_'));
    let mut squeezed = String::with_capacity(text.len());
    for c in text::filling::stripped(text).chars() {
        let plain = c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}');
        if !plain {
            squeezed.push(c);
        } else if !squeezed.ends_with(char::is_whitespace) {
            squeezed.push(' ');
        }
    }
    squeezed
}

/// No page has more bylines; what has is no page.
const MANY: usize = 60;

/// Names in bylines: after `Par`, after the label `Auteur(s)`, or standing alone where no other byline names anybody.
fn authors(raw: &str, zones: &[Zone]) -> Vec<Fact<String>> {
    let (mut cued, mut alone) = (Vec::new(), Vec::new());
    let mut after_label = false;
    for span in of_kind(zones, ZoneKind::Byline).take(MANY) {
        let text = span.slice(raw);
        let words: Vec<String> = words(raw, span).map(|word| fold(word.slice(raw))).collect();
        let cue = Cues::get().of(&words).into_iter().find(|met| met.cue == Cue::Byline);
        let rest = match cue.and_then(|met| text::words(raw, span).nth(met.n_words - 1)) {
            Some(last) => raw[last.end as usize..span.end as usize].trim_start_matches(|c: char| !c.is_alphanumeric()),
            None => text,
        };
        let names = if cue.is_some() || after_label { &mut cued } else { &mut alone };
        for name in byline::names(rest) {
            let start = name.as_ptr() as usize - raw.as_ptr() as usize;
            let fact = Fact::stated(squeeze(&html::plain(name)), Span::new(start, start + name.len()));
            if !names.iter().any(|known: &Fact<String>| fold(&known.value) == fold(&fact.value)) {
                names.push(fact);
            }
        }
        after_label = cue.is_some() && rest.is_empty();
    }
    if cued.is_empty() { alone } else { cued }
}

/// Agencies that the article or its byline names: each once, at its first place.
fn agencies(raw: &str, zones: &[Zone], mut found: Vec<Fact<String>>) -> Vec<Fact<String>> {
    // Whoever stands in brackets at the head of a dispatch is an agency, known or not.
    if let Some(head) = printed::dateline_span(raw, zones) {
        let inner = head.slice(raw).rfind('(').map(|at| Span { start: head.start + u32::try_from(at).unwrap_or(0) + 1, end: head.end - 1 });
        let name = inner.filter(|span| span.slice(raw).chars().all(|c| c.is_uppercase() || c == '-') && (2..=8).contains(&span.len()));
        if let Some(span) = name.filter(|span| agency::mentions(raw, *span).is_empty()) {
            found.push(Fact::stated(span.slice(raw).to_owned(), span));
        }
    }
    // `Source : AMP` under the text.
    for span in of_kind(zones, ZoneKind::Boilerplate).chain(of_kind(zones, ZoneKind::Credit)).filter(|span| span.len() <= 40).take(MANY) {
        let text = span.slice(raw);
        let Some(name) = text.strip_prefix("Source").map(|rest| rest.trim_start_matches([' ', ':', '\u{a0}'])) else { continue };
        let start = span.end as usize - name.len();
        let acronym = Some(name).filter(|name| (2..=6).contains(&name.len()) && name.chars().all(char::is_uppercase));
        if let Some(known) = agency::named(name).or(acronym).filter(|known| found.iter().all(|fact| fact.value != *known)) {
            found.push(Fact::stated(known.to_owned(), Span::new(start, start + name.len())));
        }
    }
    let telling = |kind: ZoneKind| matches!(kind, ZoneKind::Lead | ZoneKind::Body | ZoneKind::Byline | ZoneKind::Date);
    for zone in zones.iter().filter(|zone| telling(zone.kind)) {
        for (name, span) in agency::mentions(raw, zone.span) {
            if !found.iter().any(|fact| fact.value == name) {
                found.push(Fact::stated(name.to_owned(), span));
            }
        }
    }
    found
}

/// An address on a line of its own, outside the article.
fn url(raw: &str, zones: &[Zone]) -> Option<Fact<String>> {
    of_kind(zones, ZoneKind::Boilerplate).take(200).find_map(|span| {
        let text = span.slice(raw);
        let at = text.find("https://").or_else(|| text.find("http://")).filter(|at| *at <= 12 && text.len() < 2_000)?;
        let length = text[at..].find(char::is_whitespace).unwrap_or(text.len() - at);
        let alone = at + length == text.len();
        let start = span.start as usize + at;
        alone.then(|| Fact::stated(text[at..].to_owned(), Span::new(start, start + length)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::zones;

    fn read(raw: &str, given: Metadata) -> Metadata {
        let zones = zones::find(raw, &given, &[]);
        let text = html::is_html(raw).then(|| crate::corpus::reading::of(raw, &zones));
        find(raw, text.as_deref().unwrap_or(raw), &zones, given, "")
    }

    fn value(fact: &Option<Fact<String>>) -> Option<&str> {
        fact.as_ref().map(|fact| fact.value.as_str())
    }

    const PAGE: &str = "Le pont est fermé\nPublié le 3 mars 2021 à 10h\nLe pont du Moulin est fermé aux camions depuis mardi, a annoncé la \
                        mairie de Saint-Brice dans un communiqué.";

    #[test]
    fn what_is_stated_points_at_its_place() {
        let found = read(PAGE, Metadata::default());
        let Some(Fact { value, basis: Basis::Stated(span) }) = found.published else { panic!("the page states its date") };
        assert_eq!((value.as_str(), span.slice(PAGE)), ("2021-03-03T10:00", "3 mars 2021 à 10h"));
    }

    #[test]
    fn a_reason_that_was_kept_as_a_sentence_reads_as_before() {
        let (earliest, latest, why) = (Some("2015".to_owned()), None::<String>, "parce que.".to_owned());
        let before = postcard::to_allocvec(&(3_u32, &earliest, &latest, &why)).expect("strings can be packed");
        let basis = Basis::Inferred { earliest, latest, why: why.into() };
        assert_eq!(postcard::from_bytes(&before), Ok(basis.clone()));
        assert_eq!(postcard::to_allocvec(&basis), Ok(before));
        let reasoned = Basis::Inferred { earliest: None, latest: None, why: Reason::DocumentDay };
        let kept = postcard::to_allocvec(&reasoned).expect("a reason can be packed");
        assert_eq!(postcard::from_bytes(&kept), Ok(reasoned));
    }

    #[test]
    fn a_given_value_wins_and_a_guess_yields_to_what_is_stated() {
        let guess = Basis::Inferred { earliest: None, latest: None, why: "parce que.".into() };
        let given = Metadata {
            title: Some(Fact::given("Autre titre".to_owned())),
            published: Some(Fact { value: "2020-01-01".to_owned(), basis: guess.clone() }),
            outlet: Some(Fact { value: "La Gazette".to_owned(), basis: guess }),
            ..Metadata::default()
        };
        let found = read(PAGE, given);
        assert_eq!(value(&found.title), Some("Autre titre"));
        assert_eq!(value(&found.published), Some("2021-03-03T10:00"));
        assert_eq!(value(&found.outlet), Some("La Gazette"));
    }

    #[test]
    fn a_crawlers_stamp_is_no_date_of_publication() {
        let found = read("date 2021-10 Le ministre a parlé jeudi devant la presse. Il a promis une réponse.", Metadata::default());
        assert_eq!(value(&found.published), None);
    }

    #[test]
    fn a_dispatch_states_its_day_before_the_dash() {
        let found = read("Un titre\n\nParis, le 3 mars 2021 – Le ministre a parlé devant la presse, lundi, à Paris.", Metadata::default());
        assert_eq!(value(&found.published), Some("2021-03-03"));
        let found = read("Un titre\n\nLe 3 mars 2021, le ministre a parlé devant la presse réunie à Paris.", Metadata::default());
        assert_eq!(value(&found.published), None);
    }

    #[test]
    fn an_outlet_that_the_article_only_cites_is_not_its_outlet() {
        let found =
            read("Un titre\n\nLe ministre l’a dit au Figaro et à La Gazette du Val, selon Le Monde et franceinfo.", Metadata::default());
        assert_eq!(value(&found.outlet), None);
    }

    #[test]
    fn a_page_of_html_states_what_its_linked_data_say() {
        let found = read(
            r#"<!doctype html><html><head><title>x</title><meta name="author" content="Le Fleuve"><meta property="og:title" content="Autre">
            <script type="application/ld+json">{"@type":"WebSite","name":"Le Fleuve"}</script>
            <script type="application/ld+json">{"@type":"NewsArticle","headline":"La cr\u00fbe","datePublished":"2021-03-12T14:05:00+01:00",
            "author":{"name":"Ana Petit"},"publisher":{"name":"Le Fleuve"}}</script></head><body><p>La rivière a débordé hier soir dans le centre.</p></body>"#,
            Metadata::default(),
        );
        assert_eq!(value(&found.published), Some("2021-03-12T14:05"));
        assert_eq!(value(&found.outlet), Some("Le Fleuve"));
        assert_eq!(found.authors.iter().map(|fact| fact.value.as_str()).collect::<Vec<_>>(), ["Ana Petit"]);
    }
}
