//! Who said what: quotations between marks, in dialogue and told, with their speakers, and the same utterance in several
//! articles.
//!
//! `tokens` lay out words and signs, `marks` and `dialogue` find what is quoted, `scene` shows the sentences around it; `cue`
//! reads the verb of speech (`verbs`, `unlisted`) with its subject (`phrase`), `incise` the same inside the marks; `people`
//! says whom a pronoun means (`before`, `description`), `beside` what stands near, `attribute` puts it together, `kind` judges
//! (`clause`), `indirect` finds speech without marks, `medium` the outlet, `utterances` joins. No model and no parser: lists
//! and rules of grammar, the same for every corpus.
//! Whether the words were really spoken is not asked.

mod attribute;
mod before;
mod beside;
mod cited;
mod clause;
mod cue;
mod description;
mod dialogue;
mod follow;
mod grammar;
mod incise;
mod indirect;
mod kind;
mod likeness;
#[cfg(test)]
mod likeness_tests;
mod marks;
mod medium;
mod people;
mod phrase;
mod scene;
#[cfg(test)]
mod tests;
mod tokens;
mod unlisted;
mod utterances;
mod verbs;

use serde::{Deserialize, Serialize};

use crate::corpus::{Corpus, Document, ZoneKind};
use crate::entities::EntityIndex;
use crate::id::{DocumentId, EntityId};
use crate::order::Order;
use crate::span::Span;
use scene::Scene;
use tokens::Lexis;
use utterances::{Content, Heading};
pub use verbs::Stance;

/// Place of a quotation in [`QuoteIndex::quotes`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct QuoteId(pub u32);

/// Place of an utterance in [`QuoteIndex::utterances`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct UtteranceId(pub u32);

/// What sort of words are quoted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum QuoteKind {
    /// A clause with a verb of its own.
    Direct,
    /// A phrase that completes the writer's sentence.
    Partial,
    /// Marks of distance: nobody is said to have spoken the words.
    Scare,
    /// The title of a work or a report.
    Title,
    /// Told without marks.
    Indirect,
}

impl QuoteKind {
    /// The label of the exchange format.
    pub fn label(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Partial => "partial",
            Self::Scare => "scare",
            Self::Title => "title",
            Self::Indirect => "indirect",
        }
    }
}

/// How a quotation is closed. The middle two are damage of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Closing {
    Paired,
    /// By a mark of another sort: `"Oui »`.
    Mismatched,
    /// Nothing closes it: where it ends is a guess.
    Missing,
    /// A dash of dialogue has no closing mark.
    Dash,
    /// Indirect speech has no marks.
    None,
}

/// How sure it is who speaks, surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Certainty {
    /// Named beside the verb of speech.
    Named,
    /// Described beside it, and named nowhere.
    Described,
    /// A pronoun or a function for which somebody named before stands.
    Resolved,
    /// The quotation goes on with the last one.
    Inherited,
    /// Likely from what stands near; to be shown as uncertain.
    Guessed,
}

/// Who speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Speaker {
    /// Whoever is named; `None` for a source that is only described.
    pub entity: Option<EntityId>,
    /// The words that say who speaks; of a source without name its description, wherever in the article that stands.
    pub mention: Span,
    pub certainty: Certainty,
}

/// The outlet through which something was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Medium {
    pub entity: EntityId,
    pub mention: Span,
}

/// One quotation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quote {
    pub document: DocumentId,
    /// With its marks.
    pub span: Span,
    /// Between its marks, without padding.
    pub inner: Span,
    /// What was said: `inner` without clauses of attribution, one span a paragraph at least.
    pub parts: Vec<Span>,
    pub kind: QuoteKind,
    pub closing: Closing,
    pub speaker: Option<Speaker>,
    /// The verb of speech or the viewpoint that attributes it.
    pub verb: Option<Span>,
    /// Of the verb.
    pub stance: Option<Stance>,
    pub medium: Option<Medium>,
    /// The quotation that holds this one.
    pub within: Option<QuoteId>,
    /// The quotation with which this one goes on.
    pub continues: Option<QuoteId>,
    pub utterance: Option<UtteranceId>,
}

/// How a version stands to the fullest one of its utterance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Relation {
    Full,
    /// One stretch of it.
    Cut,
    /// Distant stretches joined as if they were one.
    Spliced,
    Reworded,
    Indirect,
}

impl Relation {
    /// The label of the exchange format.
    pub fn label(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Cut => "cut",
            Self::Spliced => "spliced",
            Self::Reworded => "reworded",
            Self::Indirect => "indirect",
        }
    }
}

/// One quotation as a version of an utterance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Version {
    pub quote: QuoteId,
    pub relation: Relation,
}

/// What was said once and quoted at least twice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Utterance {
    pub id: UtteranceId,
    /// The fullest first.
    pub versions: Vec<Version>,
}

/// All quotations of a corpus.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuoteIndex {
    /// By document, then start, then longest first.
    pub quotes: Vec<Quote>,
    pub utterances: Vec<Utterance>,
}

/// The quotations of all articles as each article tells them.
struct Said {
    quotes: Vec<Quote>,
    /// Of each what it says.
    contents: Vec<Content>,
    /// Of each word how much it tells.
    rarity: Vec<f32>,
}

impl QuoteIndex {
    /// Finds the quotations of `corpus`; `entities` are its own.
    pub fn build(corpus: &Corpus, entities: &EntityIndex) -> Self {
        let Said { mut quotes, contents, rarity } = Self::said(corpus, entities);
        cited::name(corpus, entities, &mut quotes, &contents);
        name_all_headings(&mut quotes, &contents);
        let utterances = utterances::group(&mut quotes, &contents, &rarity, entities);
        name_repeated(&mut quotes, &utterances);
        // Whom the same words in another article name, a heading is by too.
        name_all_headings(&mut quotes, &contents);
        Self { quotes, utterances }
    }

    fn said(corpus: &Corpus, entities: &EntityIndex) -> Said {
        let (mut lexis, mut quotes, mut contents) = (Lexis::new(), Vec::new(), Vec::new());
        for document in &corpus.documents {
            read(document, entities, &mut lexis, &mut quotes, &mut contents);
        }
        Said { quotes, contents, rarity: lexis.rarity() }
    }

    /// The quotations of one document, in order.
    pub fn quotes_in(&self, document: DocumentId) -> &[Quote] {
        let start = self.quotes.partition_point(|quote| quote.document < document);
        let end = self.quotes.partition_point(|quote| quote.document <= document);
        &self.quotes[start..end]
    }

    pub fn quote(&self, id: QuoteId) -> Option<&Quote> {
        self.quotes.get(id.0 as usize)
    }

    /// How a quotation stands to the fullest version of its utterance.
    pub fn relation(&self, id: QuoteId) -> Option<Relation> {
        let utterance = self.quote(id)?.utterance?;
        let versions = &self.utterances.get(utterance.0 as usize)?.versions;
        versions.iter().find(|version| version.quote == id).map(|version| version.relation)
    }
}

/// `« Rien n’est prêt »` as a headline: whoever says it in the article says it there.
fn name_repeated(quotes: &mut [Quote], utterances: &[Utterance]) {
    let is_spoken = |quote: &Quote| matches!(quote.kind, QuoteKind::Direct | QuoteKind::Partial);
    for utterance in utterances {
        let mut known: Vec<(DocumentId, Speaker)> = Vec::new();
        for quote in utterance.versions.iter().map(|version| &quotes[version.quote.0 as usize]) {
            known.extend(quote.speaker.map(|speaker| (quote.document, speaker)));
        }
        for version in &utterance.versions {
            let quote = &mut quotes[version.quote.0 as usize];
            if quote.speaker.is_none() && is_spoken(quote) {
                let own = known.iter().find(|(document, _)| *document == quote.document);
                quote.speaker = own.map(|(_, speaker)| Speaker { certainty: Certainty::Guessed, ..*speaker });
            }
        }
    }
}

/// Adds the quotations of one document.
fn read<'a>(document: &'a Document, entities: &EntityIndex, lexis: &mut Lexis<'a>, quotes: &mut Vec<Quote>, contents: &mut Vec<Content>) {
    let (tokens, paragraphs) = lexis.read(document);
    if tokens.is_empty() {
        return;
    }
    let ends = scene::sentence_ends(document, &tokens);
    let marked = marks::quotations(&tokens, &paragraphs, &ends);
    let scene = Scene::new(document, entities, lexis, (tokens, paragraphs), marked);
    let mut lines = dialogue::lines(&scene);
    lines.extend(dialogue::turns(&scene));
    let mut scene = if lines.is_empty() {
        scene
    } else {
        let marked = scene.marked.iter().cloned().chain(lines).collect();
        scene.with(marks::nest(marked))
    };
    let mut people = people::People::of(&scene);
    let mut found = attribute::quotes(&mut scene, &mut people);
    found.extend(indirect::quotes(&scene, &mut people));
    let first = quotes.len();
    quotes.extend(in_order(found, first));
    contents.extend(quotes[first..].iter().map(|quote| content(&scene, quote)));
}

/// Names the headings of each article by its text.
fn name_all_headings(quotes: &mut [Quote], contents: &[Content]) {
    let mut rest = contents;
    for own in quotes.chunk_by_mut(|a, b| a.document == b.document) {
        let (own_contents, behind) = rest.split_at(own.len());
        name_headings(own, own_contents);
        rest = behind;
    }
}

/// Headings of one article that are looked at: bounds the work.
const HEADINGS: usize = 64;

/// `« Très éprouvé »` as a heading is cut from a quotation of the text: whoever says it there says it here, and some words without a verb are a
/// part of what is said. `quotes` are of one article.
fn name_headings(quotes: &mut [Quote], contents: &[Content]) {
    let unnamed = |quote: &Quote| quote.speaker.is_none() && !matches!(quote.kind, QuoteKind::Title | QuoteKind::Indirect);
    let headings = (0..quotes.len()).filter(|at| contents[*at].heading.is_some() && unnamed(&quotes[*at]));
    for at in headings.take(HEADINGS).collect::<Vec<_>>() {
        let (words, n_stems) = (&contents[at].words, contents[at].stems.len());
        if words.len() < 2 || n_stems == 0 {
            continue;
        }
        let holds = |other: &usize| {
            let is_text = quotes[*other].kind != QuoteKind::Scare && contents[*other].heading.is_none();
            is_text && quotes[*other].speaker.is_some() && contents[*other].words.windows(words.len()).any(|run| run == words)
        };
        let Some(speaker) = (0..quotes.len()).find(holds).and_then(|other| quotes[other].speaker) else { continue };
        let quote = &mut quotes[at];
        quote.kind = if contents[at].heading == Some(Heading::Clause) { QuoteKind::Direct } else { QuoteKind::Partial };
        quote.speaker = Some(Speaker { certainty: Certainty::Guessed, ..speaker });
    }
}

/// Quotations of one document in order, with what points at them moved along; `first` is the place of the first.
fn in_order(found: Vec<Quote>, first: usize) -> Vec<Quote> {
    let mut order: Vec<usize> = (0..found.len()).collect();
    order.order_by_key(|at| (found[*at].span.start, std::cmp::Reverse(found[*at].span.end)));
    let mut places = vec![0; found.len()];
    for (place, at) in order.iter().enumerate() {
        places[*at] = place;
    }
    let moved = |id: QuoteId| QuoteId(u32::try_from(first + places[id.0 as usize]).expect("fewer quotations than bytes"));
    let mut sorted: Vec<Quote> =
        found.into_iter().map(|quote| Quote { within: quote.within.map(moved), continues: quote.continues.map(moved), ..quote }).collect();
    sorted.order_by_key(|quote| (quote.span.start, std::cmp::Reverse(quote.span.end)));
    sorted
}

/// Tokens of a heading between dashes at most.
const BETWEEN_DASHES: usize = 16;

/// `- "Rien vu" -`: how agencies set a heading in running text.
fn is_between_dashes(scene: &Scene, paragraph: tokens::Paragraph) -> bool {
    let is_dash = |at: usize| matches!(scene.sign(at), Some('-' | '–' | '—'));
    let n = paragraph.end - paragraph.first;
    (3..=BETWEEN_DASHES).contains(&n) && is_dash(paragraph.first) && is_dash(paragraph.end - 1)
}

fn content(scene: &Scene, quote: &Quote) -> Content {
    let mut content = Content::default();
    let (first, end) = (scene.token_at(quote.inner.start), scene.token_behind(quote.inner));
    let paragraph = scene.paragraph(first);
    if matches!(paragraph.kind, ZoneKind::Heading | ZoneKind::Title) || is_between_dashes(scene, *paragraph) {
        content.heading = Some(if clause::has_verb(scene, first, end) { Heading::Clause } else { Heading::Words });
    }
    content.by_somebody = quote.speaker.is_some_and(|speaker| {
        let first = scene.token_at(speaker.mention.start);
        speaker.entity.is_none()
            && matches!(scene.lower(first), "un" | "une" | "des" | "plusieurs" | "certains" | "a" | "an" | "some" | "several")
    });
    for part in &quote.parts {
        for at in scene.token_at(part.start)..scene.token_behind(*part) {
            if scene.is_word(at) {
                content.words.push(scene.word(at).folded);
                content.stems.extend(scene.word(at).stem);
                content.roots.extend(scene.word(at).root);
                content.numbers.extend(grammar::number(scene.lower(at)));
            }
        }
    }
    content
}
