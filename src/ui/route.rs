//! Addresses: where in the page a reader is, written in the fragment, so that reload, back and a copied link bring it back.
//!
//! ```text
//! #/panorama
//! #/lire/003.txt?q=délai&h=2&e=org:google&p=568-890      a passage can also bring its words: see `cited`
//! #/comparer/002.txt/003.txt?p=568-890
//! #/comparer/titres   #/comparer/mots?par=media               pages over all articles: see `across`
//! #/index            #/index/per:bernard-cazeneuve?a=003.txt            see also `listing` and `among`
//! #/chercher?q=délai&s=date&n=40       #/chercher/aide
//! #/corpus           #/corpus/003.txt
//! #/concordance?q=délai&tri=gauche&largeur=12            the researcher's tools: see `tool`
//! #/citations?qui=…  #/citations/003.txt/2043           who is quoted, one utterance: see `ledger`
//! #/chiffres?verdict=real&a=003.txt&jusque=2015-02-21  figures, what happened by day: see `told`
//! #/chronologie?certitude=probable
//! #/a-propos                                             what the page says of itself, and its keys
//! #/notes?etiquette=Lieu&a=003.txt&de=Ana                   what the reader noted: see `noted`
//! #/revue            #/projection?n=3                    what was collected; one finding at a time
//! #/classe/voix?graine=3                                 for a class: see `classroom`
//! ```
//! `ailleurs=oui` the passage `p` is looked for in the other articles, `jusque` articles that appeared later are set aside, `q` query, `h` which hit of the open article (from 1), `e` selected entity, `p` selected passage (bytes of the raw text;
//! of the first article when comparing), `a` article whose passages come first, `s` how results are sorted, `n` how many
//! articles of them (or which finding, from 1) are shown, `masque` what is hidden of where articles come from, `suivi` what is followed
//! from view to view (see `followed`).

use std::rc::Rc;

use super::across::Across;
use super::among::Among;
use super::cited::Cited;
use super::classroom::Classroom;
use super::followed::Followed;
use super::ledger::Ledger;
use super::listing::Listing;
use super::noted::Noted;
use super::told::{Days, Figures};
use super::tool::Tool;
use crate::corpus::Mask;
use crate::protocol::Sorting;
use crate::span::Span;
use crate::ui::messages::errors;

/// Where a reader is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Place {
    pub view: View,
    pub query: String,
    /// Which hit of the open article is current, from 1; 0 for none.
    pub hit: usize,
    /// Slug of the selected entity.
    pub entity: Option<String>,
    pub passage: Option<Span>,
    /// Of an article that is read, the words of the passage, where the address brought them.
    pub cited: Option<Rc<Cited>>,
    /// The selected passage is looked for in the other articles.
    pub elsewhere: bool,
    pub sorting: Sorting,
    /// How many articles of the results are shown; 0 for as many as at first.
    pub shown: u32,
    /// What is known is what had appeared by then: a day or a minute, ISO 8601.
    pub until: Option<String>,
    /// Of the index, which names it lists and how.
    pub listing: Listing,
    /// Of an entity, which of its mentions are shown.
    pub among: Among,
    /// What is to be hidden of where articles come from, where the address says so.
    pub mask: Option<Mask>,
    /// What is followed from view to view.
    pub followed: Option<Followed>,
}

/// Which page is open. Articles are called by name, entities by slug.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum View {
    #[default]
    Panorama,
    /// One article; the first when no name is given.
    Read(Option<String>),
    /// Two articles; the engine's choice when none is given.
    Compare(Option<(String, String)>),
    /// What all articles tell, side by side.
    Across(Across),
    /// All entities.
    Index,
    /// One entity, with the article whose passages come first.
    Entity { slug: String, article: Option<String> },
    /// What a query found in all articles.
    Results,
    /// One of the researcher's tools over the query.
    Tool(Tool),
    /// Who is quoted, and the quotations.
    Quotes(Ledger),
    /// One utterance with its versions: that of the quotation which begins here.
    Utterance { article: String, start: u32 },
    /// Figures × articles.
    Figures(Figures),
    /// What happened, by day, and what was published.
    Days(Days),
    /// How one searches.
    Help,
    /// What the page says of itself.
    About,
    /// What is loaded, and the way to bring one's own.
    Corpus,
    /// One article to correct.
    Record(String),
    /// What the reader noted.
    Notes(Noted),
    /// What the reader collected.
    Review,
    /// One finding at a time, for a projector; [`Place::shown`] says which.
    Projector,
    /// What a class does with the corpus.
    Class(Classroom),
}

impl View {
    /// The view without how its tool is set: a reader who sets a tool stays on its page.
    pub fn page(&self) -> Self {
        match self {
            Self::Tool(tool) => Self::Tool(tool.page()),
            Self::Quotes(ledger) => Self::Quotes(ledger.page()),
            Self::Across(across) => Self::Across(across.page()),
            Self::Figures(_) => Self::Figures(Figures::default()),
            Self::Days(_) => Self::Days(Days::default()),
            Self::Notes(_) => Self::Notes(Noted::default()),
            Self::Class(classroom) => Self::Class(Classroom::of(classroom.page.clone())),
            view => view.clone(),
        }
    }
}

/// A fragment that means nothing here; a sentence for the reader.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", errors::leads_nowhere(.shown))]
pub struct UnknownAddress {
    shown: String,
}

/// Longest query kept in an address; the engine reads no more of it anyway.
pub const LONGEST_QUERY: usize = 2_000;
/// How orders are called in an address; that of relevance is not told.
const SORTINGS: &[(&str, Sorting)] = &[("date", Sorting::Oldest), ("recent", Sorting::Newest), ("source", Sorting::Outlet)];
/// How much of an unknown address is shown.
const SHOWN: usize = 80;

impl Place {
    pub fn of(view: View) -> Self {
        Self { view, ..Self::default() }
    }

    /// The article `name`, opened.
    pub fn read(name: &str) -> Self {
        Self::of(View::Read(Some(name.to_owned())))
    }

    #[must_use]
    pub fn with_query(mut self, query: &str) -> Self {
        query.clone_into(&mut self.query);
        self
    }

    #[must_use]
    pub fn with_hit(mut self, hit: usize) -> Self {
        self.hit = hit;
        self
    }

    #[must_use]
    pub fn with_entity(mut self, slug: Option<&str>) -> Self {
        self.entity = slug.map(str::to_owned);
        self
    }

    #[must_use]
    pub fn with_passage(mut self, passage: Option<Span>) -> Self {
        (self.passage, self.cited) = (passage, None);
        self
    }

    /// The words of the passage go along, to find it by on other texts.
    #[must_use]
    pub fn with_cited(mut self, cited: Cited) -> Self {
        self.cited = Some(Rc::new(cited));
        self
    }

    /// The passage `span` of the open article, looked for in the others.
    #[must_use]
    pub fn with_elsewhere(self, span: Span) -> Self {
        Self { elsewhere: true, ..self.with_passage(Some(span)) }
    }

    #[must_use]
    pub fn with_sorting(mut self, sorting: Sorting) -> Self {
        self.sorting = sorting;
        self
    }

    #[must_use]
    pub fn with_shown(mut self, shown: u32) -> Self {
        self.shown = shown;
        self
    }

    #[must_use]
    pub fn with_until(mut self, until: Option<&str>) -> Self {
        self.until = until.map(str::to_owned);
        self
    }

    #[must_use]
    pub fn with_listing(mut self, listing: Listing) -> Self {
        self.listing = listing;
        self
    }

    #[must_use]
    pub fn with_among(mut self, among: Among) -> Self {
        self.among = among;
        self
    }

    #[must_use]
    pub fn with_mask(mut self, mask: Option<Mask>) -> Self {
        self.mask = mask;
        self
    }

    /// What is selected here, or still followed.
    pub fn selection(&self) -> Option<Followed> {
        let passage = |article: &str, span| Followed::Passage { article: article.to_owned(), span };
        match (&self.view, &self.entity, self.passage) {
            (View::Entity { slug, .. }, ..) | (_, Some(slug), _) => Some(Followed::Entity(slug.clone())),
            (View::Read(Some(name)), _, Some(span)) | (View::Compare(Some((name, _))), _, Some(span)) => Some(passage(name, span)),
            (View::Utterance { article, start }, ..) => Some(passage(article, Span { start: *start, end: *start + 1 })),
            _ => self.followed.clone(),
        }
    }

    /// A view to which what is selected `here` goes along: it opens there where the view can open it, and is followed elsewhere.
    #[must_use]
    pub fn following(mut self, here: &Self) -> Self {
        match (&self.view, here.selection()) {
            (View::Read(None), Some(Followed::Passage { article, span })) => {
                (self.view, self.passage) = (View::Read(Some(article)), Some(span));
            }
            (View::Read(_), Some(Followed::Entity(slug))) => self.entity = Some(slug),
            (_, followed) => self.followed = followed,
        }
        self
    }

    /// The fragment, with its `#`.
    pub fn fragment(&self) -> String {
        let path = match &self.view {
            View::Panorama => "panorama".to_owned(),
            View::Read(None) => "lire".to_owned(),
            View::Read(Some(name)) => format!("lire/{}", encode(name)),
            View::Compare(None) => "comparer".to_owned(),
            View::Compare(Some((a, b))) => format!("comparer/{}/{}", encode(a), encode(b)),
            View::Across(across) => format!("comparer/{}", across.word()),
            View::Index => "index".to_owned(),
            View::Entity { slug, .. } => format!("index/{}", encode(slug)),
            View::Results => "chercher".to_owned(),
            View::Tool(tool) => tool.path().to_owned(),
            View::Quotes(_) => "citations".to_owned(),
            View::Utterance { article, start } => format!("citations/{}/{start}", encode(article)),
            View::Figures(_) => "chiffres".to_owned(),
            View::Days(_) => "chronologie".to_owned(),
            View::Help => "chercher/aide".to_owned(),
            View::About => "a-propos".to_owned(),
            View::Corpus => "corpus".to_owned(),
            View::Record(name) => format!("corpus/{}", encode(name)),
            View::Notes(_) => "notes".to_owned(),
            View::Review => "revue".to_owned(),
            View::Projector => "projection".to_owned(),
            View::Class(classroom) => format!("classe{}", classroom.path(&encode)),
        };
        let mut pairs = form_urlencoded::Serializer::new(String::new());
        let mut pair = |key: &str, value: &str| {
            pairs.append_pair(key, value);
        };
        match &self.view {
            View::Tool(tool) => tool.write(&mut pair),
            View::Quotes(ledger) => ledger.write(&mut pair),
            View::Across(across) => across.write(&mut pair),
            View::Figures(figures) => figures.write(&mut pair),
            View::Days(days) => days.write(&mut pair),
            View::Notes(noted) => noted.write(&mut pair),
            View::Class(classroom) => classroom.write(&mut pair),
            View::Index => self.listing.write(&mut pair),
            View::Entity { .. } => self.among.write(&mut pair),
            _ => {}
        }
        if !self.query.is_empty() {
            pairs.append_pair("q", &self.query.chars().take(LONGEST_QUERY).collect::<String>());
        }
        if self.hit > 0 {
            pairs.append_pair("h", &self.hit.to_string());
        }
        if let Some(slug) = &self.entity {
            pairs.append_pair("e", slug);
        }
        if let Some(span) = self.passage {
            pairs.append_pair("p", &format!("{}-{}", span.start, span.end));
        }
        if let Some(cited) = &self.cited {
            cited.write(&mut |key, value| {
                pairs.append_pair(key, value);
            });
        }
        if self.elsewhere {
            pairs.append_pair("ailleurs", "oui");
        }
        if let Some((word, _)) = SORTINGS.iter().find(|(_, sorting)| *sorting == self.sorting) {
            pairs.append_pair("s", word);
        }
        if let Some(until) = &self.until {
            pairs.append_pair("jusque", until);
        }
        if self.shown > 0 {
            pairs.append_pair("n", &self.shown.to_string());
        }
        if let Some(mask) = self.mask {
            pairs.append_pair("masque", mask.label());
        }
        if let Some(followed) = &self.followed {
            pairs.append_pair("suivi", &followed.written());
        }
        if let View::Entity { article: Some(name), .. } = &self.view {
            pairs.append_pair("a", name);
        }
        let query = pairs.finish();
        if query.is_empty() { format!("#/{path}") } else { format!("#/{path}?{query}") }
    }

    /// Reads a fragment, with or without its `#`. An empty one is the first view.
    ///
    /// # Errors
    /// When it names no view of this page.
    pub fn parse(fragment: &str) -> Result<Self, UnknownAddress> {
        let unknown = || UnknownAddress { shown: fragment.chars().take(SHOWN).collect() };
        let address = fragment.strip_prefix('#').unwrap_or(fragment);
        if address.is_empty() || address == "/" {
            return Ok(Self::default());
        }
        let (path, pairs) = address.split_once('?').unwrap_or((address, ""));
        let segments: Vec<String> = path.strip_prefix('/').ok_or_else(unknown)?.split('/').map(decode).collect();
        let words: Vec<&str> = segments.iter().map(String::as_str).collect();
        let mut place = Self::of(match *words.as_slice() {
            ["panorama"] => View::Panorama,
            ["lire"] => View::Read(None),
            ["lire", name] => View::Read(Some(name.to_owned())),
            ["comparer"] => View::Compare(None),
            ["comparer", word] => View::Across(Across::at(word).ok_or_else(unknown)?),
            ["comparer", a, b] => View::Compare(Some((a.to_owned(), b.to_owned()))),
            ["index"] => View::Index,
            ["index", slug] => View::Entity { slug: slug.to_owned(), article: None },
            ["chercher"] => View::Results,
            ["chiffres"] => View::Figures(Figures::default()),
            ["chronologie"] => View::Days(Days::default()),
            ["chercher", "aide"] => View::Help,
            ["a-propos"] => View::About,
            ["citations"] => View::Quotes(Ledger::default()),
            ["citations", article, start] => View::Utterance { article: article.to_owned(), start: start.parse().map_err(|_| unknown())? },
            ["corpus"] => View::Corpus,
            ["corpus", name] => View::Record(name.to_owned()),
            ["notes"] => View::Notes(Noted::default()),
            ["revue"] => View::Review,
            ["projection"] => View::Projector,
            ["classe", ref rest @ ..] => View::Class(Classroom::at(rest).ok_or_else(unknown)?),
            _ => View::Tool(Tool::at(&words).ok_or_else(unknown)?),
        });
        for (key, value) in form_urlencoded::parse(pairs.as_bytes()) {
            place.take_pair(&key, &value);
        }
        Ok(place)
    }

    /// Takes one pair of an address; unknown or damaged ones are left out.
    fn take_pair(&mut self, key: &str, value: &str) {
        let taken = match &mut self.view {
            View::Tool(tool) => tool.take(key, value),
            View::Quotes(ledger) => ledger.take(key, value),
            View::Across(across) => across.take(key, value),
            View::Figures(figures) => figures.take(key, value),
            View::Days(days) => days.take(key, value),
            View::Notes(noted) => noted.take(key, value),
            View::Class(classroom) => classroom.take(key, value),
            View::Index => self.listing.take(key, value),
            View::Entity { .. } => self.among.take(key, value),
            View::Read(Some(_)) => Cited::take(&mut self.cited, key, value),
            _ => false,
        };
        if taken {
            return;
        }
        match key {
            "q" => self.query = value.chars().take(LONGEST_QUERY).collect(),
            "h" => self.hit = value.parse().unwrap_or(0),
            "e" => self.entity = Some(value.to_owned()),
            "p" => self.passage = parse_span(value),
            "ailleurs" => self.elsewhere = value == "oui",
            "s" => self.sorting = SORTINGS.iter().find(|(word, _)| *word == value).map_or(Sorting::Relevance, |(_, sorting)| *sorting),
            "jusque" => self.until = super::format::is_iso(value).then(|| value.to_owned()),
            "n" => self.shown = value.parse().unwrap_or(0),
            "masque" => self.mask = Mask::of_label(value),
            "suivi" => self.followed = Some(Followed::read(value)),
            "a" => {
                if let View::Entity { article, .. } = &mut self.view {
                    *article = Some(value.to_owned());
                }
            }
            _ => {}
        }
    }
}

/// Reads a passage as addresses write it: its first byte and the one behind it.
pub(super) fn parse_span(value: &str) -> Option<Span> {
    let (start, end) = value.split_once('-')?;
    let span = Span { start: start.parse().ok()?, end: end.parse().ok()? };
    (span.start <= span.end).then_some(span)
}

fn encode(segment: &str) -> String {
    form_urlencoded::byte_serialize(segment.as_bytes()).collect()
}

fn decode(segment: &str) -> String {
    let pair = format!("={segment}");
    form_urlencoded::parse(pair.as_bytes()).next().map(|(_, value)| value.into_owned()).unwrap_or_default()
}

#[cfg(test)]
#[path = "../../tests/browser/src/views.rs"]
mod walked;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contradictions::ClashKind;
    use crate::protocol::ActivityKind;
    use crate::ui::classroom::ClassPage;
    use crate::ui::opposed::{Disagreements, Silences};
    use crate::ui::stated::Statements;
    use proptest::prelude::*;

    fn round_trip(place: &Place) {
        assert_eq!(Place::parse(&place.fragment()).as_ref(), Ok(place), "{}", place.fragment());
    }

    #[test]
    fn every_view_reads_back_from_its_address() {
        let views = [
            View::Panorama,
            View::Read(None),
            View::Read(Some("a/b ? é&#.txt".to_owned())),
            View::Compare(None),
            View::Compare(Some(("a b".to_owned(), "c+d".to_owned()))),
            View::Compare(Some(("titres".to_owned(), "mots".to_owned()))),
            View::Across(Across::CommonText(Some("a b.txt".to_owned()))),
            View::Across(Across::Statements(Statements {
                manner: Some(crate::compare::Manner::Otherwise),
                told_by: Some("a b.txt".to_owned()),
                absent_from: Some("c&d".to_owned()),
                page: 2,
            })),
            View::Across(Across::Disagreements(Disagreements { kind: Some(ClashKind::Place), article: Some("a b.txt".to_owned()) })),
            View::Across(Across::Silences(Silences { article: Some("a&b".to_owned()), told_by: Some("c".to_owned()) })),
            View::Across(Across::Titles(0)),
            View::Index,
            View::Entity { slug: "per:x".to_owned(), article: Some("003.txt".to_owned()) },
            View::Results,
            View::Tool(Tool::default()),
            View::Quotes(Ledger::default()),
            View::Quotes(Ledger {
                voice: Some("source:a b.txt:un « témoin »".to_owned()),
                article: Some("a/b ?.txt".to_owned()),
                kind: Some(crate::quotes::QuoteKind::Indirect),
                stance: Some(crate::quotes::Stance::Insisting),
                n_voices: 60,
                n_quotes: 40,
            }),
            View::Utterance { article: "a/b ?.txt".to_owned(), start: 2_043 },
            View::Figures(Figures { verdict: Some(crate::facts::Verdict::Conflict), article: Some("a b.txt".to_owned()) }),
            View::Days(Days { certainty: Some(crate::times::Certainty::Likely), article: None }),
            View::Help,
            View::About,
            View::Corpus,
            View::Record("a b/c.txt".to_owned()),
            View::Notes(Noted {
                label: Some("À vérifier & co".to_owned()),
                article: Some("a b.txt".to_owned()),
                author: Some("Ana & Bo".to_owned()),
            }),
            View::Review,
            View::Projector,
            View::Class(Classroom::default()),
            View::Class(Classroom { seed: 7, n: 4, ..Classroom::of(ClassPage::Activity(ActivityKind::Speaker)) }),
            View::Class(Classroom::of(ClassPage::FiveW(Some("a/b ?.txt".to_owned())))),
            View::Class(Classroom {
                with: vec![ActivityKind::Order, ActivityKind::Dates],
                words: 300,
                ..Classroom::of(ClassPage::Worksheet)
            }),
            View::Class(Classroom::of(ClassPage::Key)),
        ];
        for view in views {
            round_trip(&Place::of(view.clone()));
            let shown = if matches!(view, View::Quotes(_) | View::Class(_)) { 0 } else { 40 };
            round_trip(
                &Place::of(view)
                    .with_query("« l’été » & 50 %")
                    .with_hit(3)
                    .with_entity(Some("org:a&b"))
                    .with_elsewhere(Span::new(4, 9))
                    .with_sorting(Sorting::Newest)
                    .with_until(Some("2015-02-21T12:30"))
                    .with_shown(shown)
                    .with_mask(Some(Mask::Names)),
            );
        }
    }

    /// One list of patterns, read twice: the compiler holds that it names every page, and the test that each is walked through.
    macro_rules! pages {
        ($($pattern:pat => $name:literal),* $(,)?) => {
            const PAGES: &[&str] = &[$($name),*];
            fn page_name(view: &View) -> &'static str {
                match view { $($pattern => $name),* }
            }
        };
    }

    pages! {
        View::Panorama => "panorama",
        View::Read(_) => "lire",
        View::Compare(_) => "comparer",
        View::Across(Across::Statements(_)) => "statements",
        View::Across(Across::CommonText(_)) => "common text",
        View::Across(Across::Disagreements(_)) => "disagreements",
        View::Across(Across::Silences(_)) => "silences",
        View::Across(Across::Words(_)) => "words",
        View::Across(Across::Titles(_)) => "titles",
        View::Across(Across::Distances(_)) => "distances",
        View::Index => "index",
        View::Entity { .. } => "entity",
        View::Results => "results",
        View::Tool(Tool::Lines { .. }) => "concordance",
        View::Tool(Tool::Dispersion) => "dispersion",
        View::Tool(Tool::Surroundings { .. }) => "surroundings",
        View::Tool(Tool::Frequencies(_)) => "frequencies",
        View::Quotes(_) => "quotes",
        View::Utterance { .. } => "utterance",
        View::Figures(_) => "figures",
        View::Days(_) => "days",
        View::Help => "help",
        View::About => "about",
        View::Corpus => "corpus",
        View::Record(_) => "record",
        View::Notes(_) => "notes",
        View::Review => "review",
        View::Projector => "projector",
        View::Class(Classroom { page: ClassPage::Lesson, .. }) => "lesson",
        View::Class(Classroom { page: ClassPage::Activity(ActivityKind::Teller), .. }) => "teller",
        View::Class(Classroom { page: ClassPage::Activity(ActivityKind::Speaker), .. }) => "speaker",
        View::Class(Classroom { page: ClassPage::Activity(ActivityKind::Figure), .. }) => "figure",
        View::Class(Classroom { page: ClassPage::Activity(ActivityKind::Reach), .. }) => "reach",
        View::Class(Classroom { page: ClassPage::Activity(ActivityKind::Quotations), .. }) => "quotations",
        View::Class(Classroom { page: ClassPage::Activity(ActivityKind::Sources), .. }) => "sources",
        View::Class(Classroom { page: ClassPage::Activity(ActivityKind::Dates), .. }) => "dates",
        View::Class(Classroom { page: ClassPage::Activity(ActivityKind::Headlines), .. }) => "headlines",
        View::Class(Classroom { page: ClassPage::Activity(ActivityKind::Order), .. }) => "order",
        View::Class(Classroom { page: ClassPage::FiveW(_), .. }) => "five questions",
        View::Class(Classroom { page: ClassPage::Worksheet, .. }) => "worksheet",
        View::Class(Classroom { page: ClassPage::Key, .. }) => "key",
    }

    #[test]
    fn the_browser_tests_and_the_pictures_forget_no_page() {
        let walked: Vec<&str> = super::walked::VIEWS
            .iter()
            .map(|(name, fragment)| {
                let place = Place::parse(fragment).unwrap_or_else(|error| panic!("{name}: {error}"));
                page_name(&place.view)
            })
            .collect();
        let forgotten: Vec<&&str> = PAGES.iter().filter(|page| !walked.contains(page)).collect();
        assert!(forgotten.is_empty(), "not in tests/browser/src/views.rs: {forgotten:?}");
    }

    /// Links are in other people's pages: what was once an address stays one. Lines are added with each new kind and never taken away.
    #[test]
    fn addresses_that_were_once_given_lead_where_they_led() {
        let read = |name: &str| Place::read(name);
        let given = [
            ("#/panorama", Place::default()),
            ("#/lire/003.txt?q=d%C3%A9lai&h=2", read("003.txt").with_query("délai").with_hit(2)),
            (
                "#/lire/003.txt?e=org%3Agoogle&p=568-890",
                read("003.txt").with_entity(Some("org:google")).with_passage(Some(Span::new(568, 890))),
            ),
            (
                "#/lire/a%20b.txt?p=12-90&mots=Le+port%2C+a-t-il&fin=de+la+ville&avant=Hier.+&apres=.+Le+bac&corpus=00ff12ab",
                read("a b.txt").with_passage(Some(Span::new(12, 90))).with_cited(Cited::told([
                    "Le port, a-t-il",
                    "de la ville",
                    "Hier. ",
                    ". Le bac",
                    "00ff12ab",
                ])),
            ),
            ("#/lire/003.txt?p=568-700&ailleurs=oui", read("003.txt").with_elsewhere(Span::new(568, 700))),
            ("#/comparer/002.txt/003.txt", Place::of(View::Compare(Some(("002.txt".to_owned(), "003.txt".to_owned()))))),
            (
                "#/index/per:bernard-cazeneuve?a=003.txt",
                Place::of(View::Entity { slug: "per:bernard-cazeneuve".to_owned(), article: Some("003.txt".to_owned()) }),
            ),
            (
                "#/chercher?q=terrorisme&s=date&n=40",
                Place::of(View::Results).with_query("terrorisme").with_sorting(Sorting::Oldest).with_shown(40),
            ),
            ("#/citations/003.txt/2043", Place::of(View::Utterance { article: "003.txt".to_owned(), start: 2_043 })),
            ("#/chiffres?jusque=2015-02-21", Place::of(View::Figures(Figures::default())).with_until(Some("2015-02-21"))),
            ("#/chronologie", Place::of(View::Days(Days::default()))),
            ("#/comparer/titres", Place::of(View::Across(Across::Titles(0)))),
            ("#/corpus/003.txt", Place::of(View::Record("003.txt".to_owned()))),
            ("#/a-propos", Place::of(View::About)),
            ("#/notes?etiquette=Lieu", Place::of(View::Notes(Noted { label: Some("Lieu".to_owned()), ..Noted::default() }))),
            ("#/revue", Place::of(View::Review)),
            ("#/projection?n=3", Place::of(View::Projector).with_shown(3)),
            (
                "#/classe/voix?graine=3&n=5&masque=outlets",
                Place::of(View::Class(Classroom { seed: 3, n: 5, ..Classroom::of(ClassPage::Activity(ActivityKind::Speaker)) }))
                    .with_mask(Some(Mask::Outlets)),
            ),
        ];
        for (fragment, place) in given {
            assert_eq!(Place::parse(fragment).as_ref(), Ok(&place), "{fragment}");
        }
    }

    #[test]
    fn what_is_selected_goes_along_and_opens_where_a_view_can_open_it() {
        let passage = Place::read("003.txt").with_passage(Some(Span { start: 568, end: 890 }));
        let statements = Place::of(View::Across(Across::Statements(Statements::default()))).following(&passage);
        assert_eq!(statements.fragment(), "#/comparer/enonces?suivi=003.txt*568-890");
        round_trip(&statements);
        assert_eq!(Place::of(View::Read(None)).following(&statements), passage);
        let name = Place::read("003.txt").with_entity(Some("org:google"));
        let index = Place::of(View::Index).following(&name);
        assert_eq!(index.followed, Some(Followed::Entity("org:google".to_owned())));
        assert_eq!(Place::of(View::Read(None)).following(&index).entity.as_deref(), Some("org:google"));
        let newer = index.with_entity(Some("per:x"));
        assert_eq!(Place::of(View::Panorama).following(&newer).followed, Some(Followed::Entity("per:x".to_owned())));
    }

    #[test]
    fn an_unknown_address_is_said_and_cut() {
        assert!(Place::parse("#/nulle-part").is_err());
        assert!(Place::parse("#panorama").is_err());
        assert!(Place::parse("#/citations/003.txt/x").is_err());
        assert!(Place::parse("#/comparer/nulle-part").is_err());
        let long = format!("#/{}", "x".repeat(10_000));
        assert!(Place::parse(&long).expect_err("no such view").to_string().chars().count() < 200);
    }

    #[test]
    fn damaged_pairs_are_left_out() {
        let place = Place::parse("#/lire/003.txt?h=-2&p=9-4&zz=1&q=%FF").expect("the view is known");
        assert_eq!((place.hit, place.passage), (0, None));
        // What stands around no words finds nothing.
        let place = Place::parse("#/lire/003.txt?p=4-9&avant=x&corpus=y").expect("the view is known");
        assert_eq!((place.cited.is_some_and(|cited| !cited.is_empty()), place.passage), (false, Some(Span::new(4, 9))));
    }

    proptest! {
        #[test]
        fn any_query_and_name_read_back(query in "\\PC{0,60}", name in "[^\u{0}]{1,30}") {
            round_trip(&Place::read(&name).with_query(&query));
        }

        #[test]
        fn no_fragment_makes_it_panic(fragment in "\\PC{0,80}") {
            let _ = Place::parse(&fragment);
        }
    }
}
