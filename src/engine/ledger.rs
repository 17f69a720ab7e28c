//! Answers who is quoted, how much, in which article, and shows the quotations.

use std::rc::Rc;

use super::voices::{Voices, Who, clipped, is_spoken, shown};
use super::{Engine, n_of};
use crate::compare::{Finding, Join};
use crate::corpus::Document;
use crate::health::{Damage, Issue, IssueKind};
use crate::id::DocumentId;
use crate::order::Order;
use crate::protocol::{
    Excerpt, KINDS, LedgerRequest, LedgerView, QuoteCard, QuoteMark, SHOWN_SHARED, STANCES, Shared, Speaker, Tally, UtteranceCard, Voice,
};
use crate::quotes::{Closing, Quote, QuoteId, QuoteKind, Relation, Utterance};
use crate::span::Span;
use crate::text::fold;

/// Bytes of a passage before its quotation, and in all: three lines, and some twelve.
const BEFORE: u32 = 240;
const LONGEST_PASSAGE: u32 = 1_000;
/// Words from which an utterance in several versions is worth a sentence of the first view.
const TELLING: usize = 7;
/// Letters of an utterance in a list.
const LONGEST_SHARED: usize = 280;

impl Engine {
    /// Voices and words of all quotations, counted when first asked for.
    pub(super) fn voices(&mut self) -> Rc<Voices> {
        let kept = self.memo.voices.take().unwrap_or_else(|| Rc::new(Voices::of(&self.corpus, &self.quotes)));
        self.memo.voices.insert(kept).clone()
    }

    pub(super) fn ledger(&mut self, request: &LedgerRequest) -> LedgerView {
        let voices = self.voices();
        let chosen = request.voice.as_ref().map(|key| voices.who.iter().position(|who| self.key(who) == *key).map_or(u32::MAX, n_of));
        let mut view = LedgerView::default();
        let mut rows: Vec<Voice> = (0..voices.who.len()).map(|place| self.voice(&voices, place)).collect();
        for (at, quote) in self.quotes.quotes.iter().enumerate() {
            let meets = Meets::of(request, quote, chosen.is_none_or(|voice| voices.of_quote[at] == voice));
            view.count_kinds(quote, &meets);
            if !(meets.article && meets.kind && meets.stance) {
                continue;
            }
            let tally = voices.tally(quote, at);
            view.total.add(tally);
            rows[voices.of_quote[at] as usize].add(quote.document, tally);
            add_to(&mut view.articles, quote.document, tally);
            if meets.voice {
                if view.n_quotes < request.n_quotes {
                    view.quotes.extend(self.quote_card(&voices, at));
                }
                view.n_quotes += 1;
            }
        }
        view.chosen = chosen.and_then(|voice| rows.get(voice as usize).cloned());
        rows.retain(|voice| voice.tally.n_quotes > 0);
        view.n_voices = n_of(rows.len());
        view.n_named = n_of(rows.iter().filter(|voice| voice.kind.is_some()).count());
        let nobody = Who::nobody();
        rows.order_by_key(|voice| (voice.key == nobody, std::cmp::Reverse((voice.tally.n_words, voice.tally.n_quotes)), voice.key.clone()));
        rows.truncate(request.n_voices as usize);
        view.voices = rows;
        if request.voice.is_none() && request.article.is_none() && request.kind.is_none() && request.stance.is_none() {
            let mut shared = self.shared(&voices);
            view.n_shared = n_of(shared.len());
            shared.truncate(SHOWN_SHARED);
            view.shared = shared;
        }
        view
    }

    /// What several articles quote between marks, most articles first.
    pub(super) fn shared(&self, voices: &Voices) -> Vec<Shared> {
        let mut found: Vec<Shared> = self.quotes.utterances.iter().filter_map(|utterance| self.shared_of(voices, utterance)).collect();
        // Of equals the one that was changed most, then the longest.
        found.order_by_key(|shared| {
            (std::cmp::Reverse((shared.card.n_articles, shared.n_wordings, shared.text.len())), shared.card.document, shared.card.start)
        });
        found
    }

    /// The utterances of more than a few words that several articles quote, as [`Engine::shared`] sorts them.
    pub(super) fn most_shared(&mut self) -> Vec<Shared> {
        let voices = self.voices();
        let mut shared = self.shared(&voices);
        shared.retain(|shared| shared.text.split(' ').count() >= TELLING);
        shared
    }

    /// The first of them that is not quoted in the same words everywhere.
    pub(super) fn in_versions(&self, shared: &[Shared]) -> Option<Finding> {
        let told = |shared: &&Shared| shared.n_wordings > 1;
        let most = shared.iter().find(told)?;
        let fullest = self.quotes.quotes_in(most.card.document).iter().find(|quote| quote.span.start == most.card.start)?;
        Some(Finding::Versions {
            document: most.card.document,
            start: most.card.start,
            speaker: fullest.speaker.and_then(|speaker| speaker.entity),
            n_articles: most.card.n_articles,
            n_wordings: most.n_wordings,
            seam: if most.n_spliced > 0 { Join::Spliced } else { Join::None },
        })
    }

    /// The issues of the health report, with the quotations whose marks do not meet where it does not say so already.
    pub(super) fn with_marks(&self, mut issues: Vec<Issue>) -> Vec<Issue> {
        for document in &self.corpus.documents {
            for (closing, damage) in [(Closing::Missing, Damage::UnpairedMark), (Closing::Mismatched, Damage::MismatchedMarks)] {
                let told = |issue: &Issue| {
                    issue.document == document.id && matches!(&issue.kind, IssueKind::Damaged { first, .. } if *first == damage)
                };
                let mut spans = self.quotes.quotes_in(document.id).iter().filter(|quote| quote.closing == closing).map(|quote| quote.span);
                if let Some(first) = spans.next()
                    && !issues.iter().any(told)
                {
                    let n = 1 + spans.count();
                    issues.push(Issue { document: document.id, span: Some(first), kind: IssueKind::Damaged { first: damage, n } });
                }
            }
        }
        issues.order_by_key(|issue| issue.document);
        issues
    }

    fn shared_of(&self, voices: &Voices, utterance: &Utterance) -> Option<Shared> {
        let first = utterance.versions.first()?.quote;
        let card = self.utterance_card(first)?;
        if card.n_articles < 2 {
            return None;
        }
        let quote = self.quotes.quote(first).filter(|quote| quote.kind != QuoteKind::Indirect)?;
        let document = self.corpus.document(quote.document)?;
        let text = quote.parts.iter().map(|part| shown(document, *part)).collect::<Vec<_>>().join(" ");
        let speaker = self.speaker(voices, first.0 as usize).map(|speaker| speaker.name);
        let of = |relation: Relation| utterance.versions.iter().filter(|version| version.relation == relation).count();
        let n_wordings = self.n_wordings(utterance);
        Some(Shared { card, speaker, text: clipped(&text, LONGEST_SHARED), n_wordings, n_spliced: n_of(of(Relation::Spliced)) })
    }

    /// How many different wordings an utterance has: versions of the same words are one.
    fn n_wordings(&self, utterance: &Utterance) -> u32 {
        let words = |quote: &Quote| {
            let document = self.corpus.document(quote.document)?;
            Some(fold(&quote.parts.iter().map(|part| shown(document, *part)).collect::<Vec<_>>().join(" ")))
        };
        // The first is the fullest, whatever it is called.
        let others = utterance.versions.iter().skip(1).filter(|version| version.relation != Relation::Full);
        let mut wordings: Vec<String> = others.filter_map(|version| words(self.quotes.quote(version.quote)?)).collect();
        wordings.order();
        wordings.dedup();
        n_of(wordings.len() + 1)
    }

    fn key(&self, who: &Who) -> String {
        match who {
            Who::Named(id) => self.entities.entity(*id).map_or_else(Who::nobody, |entity| entity.slug.clone()),
            Who::Described(key) => key.clone(),
            Who::Nobody => Who::nobody(),
        }
    }

    fn voice(&self, voices: &Voices, place: usize) -> Voice {
        let who = &voices.who[place];
        let entity = if let Who::Named(id) = who { self.entities.entity(*id) } else { None };
        let name = entity.map_or_else(|| voices.described[place].clone(), |entity| entity.name.clone());
        Voice { key: self.key(who), name, kind: entity.map(|entity| entity.kind), tally: Tally::default(), articles: Vec::new() }
    }

    fn speaker(&self, voices: &Voices, at: usize) -> Option<Speaker> {
        let quote = &self.quotes.quotes[at];
        let (speaker, document) = (quote.speaker?, self.corpus.document(quote.document)?);
        let Voice { key, name, kind, .. } = self.voice(voices, voices.of_quote[at] as usize);
        let mention = clipped(&shown(document, speaker.mention), LONGEST_SHARED);
        Some(Speaker { key, name, named: kind.is_some(), mention, certainty: speaker.certainty })
    }

    /// The utterance of a quotation, when it has other versions.
    pub(super) fn utterance_card(&self, id: QuoteId) -> Option<UtteranceCard> {
        let utterance = self.quotes.utterances.get(self.quotes.quote(id)?.utterance?.0 as usize)?;
        let fullest = self.quotes.quote(utterance.versions.first()?.quote)?;
        let mut articles: Vec<DocumentId> =
            utterance.versions.iter().filter_map(|version| Some(self.quotes.quote(version.quote)?.document)).collect();
        articles.order();
        articles.dedup();
        Some(UtteranceCard {
            document: fullest.document,
            start: fullest.span.start,
            n_versions: n_of(utterance.versions.len()),
            n_articles: n_of(articles.len()),
            relation: self.quotes.relation(id)?,
        })
    }

    pub(super) fn quote_mark(&self, voices: &Voices, at: usize) -> Option<QuoteMark> {
        let quote = self.quotes.quotes.get(at)?;
        let document = self.corpus.document(quote.document)?;
        let words = |span: Span| clipped(&shown(document, span), LONGEST_SHARED);
        Some(QuoteMark {
            document: quote.document,
            span: quote.span,
            parts: quote.parts.clone(),
            kind: quote.kind,
            closing: quote.closing,
            speaker: self.speaker(voices, at),
            verb: quote.verb.map(words),
            stance: quote.stance,
            medium: quote.medium.and_then(|medium| Some(self.entities.entity(medium.entity)?.name.clone())),
            n_words: voices.n_words[at],
            utterance: self.utterance_card(QuoteId(n_of(at))),
        })
    }

    /// The quotations of one article.
    pub(super) fn quote_marks(&mut self, id: DocumentId) -> Vec<QuoteMark> {
        let voices = self.voices();
        let first = self.quotes.quotes.partition_point(|quote| quote.document < id);
        let n = self.quotes.quotes_in(id).len();
        (first..first + n).filter_map(|at| self.quote_mark(&voices, at)).collect()
    }

    fn quote_card(&self, voices: &Voices, at: usize) -> Option<QuoteCard> {
        let quote = self.quotes.quotes.get(at)?;
        let document = self.corpus.document(quote.document)?;
        Some(QuoteCard { mark: self.quote_mark(voices, at)?, passage: excerpt(document, quote) })
    }
}

/// Which conditions a quotation meets.
struct Meets {
    article: bool,
    kind: bool,
    stance: bool,
    voice: bool,
}

impl Meets {
    fn of(request: &LedgerRequest, quote: &Quote, voice: bool) -> Self {
        Self {
            article: request.article.is_none_or(|article| article == quote.document),
            kind: request.kind.map_or(is_spoken(quote), |kind| kind == quote.kind),
            stance: request.stance.is_none_or(|stance| quote.stance == Some(stance)),
            voice,
        }
    }
}

impl LedgerView {
    /// Counts a quotation under each condition but that of the count itself.
    fn count_kinds(&mut self, quote: &Quote, meets: &Meets) {
        if meets.article && meets.stance && meets.voice {
            let kinds = KINDS.iter().zip(&mut self.kinds).filter(|(kind, _)| **kind == quote.kind);
            kinds.for_each(|(_, n)| *n += 1);
        }
        if meets.article && meets.kind && meets.voice {
            let stances = STANCES.iter().zip(&mut self.stances).filter(|(stance, _)| Some(**stance) == quote.stance);
            stances.for_each(|(_, n)| *n += 1);
        }
    }
}

impl Voice {
    fn add(&mut self, document: DocumentId, tally: Tally) {
        self.tally.add(tally);
        add_to(&mut self.articles, document, tally);
    }
}

/// Adds to the count of an article; quotations come in order of articles.
fn add_to(articles: &mut Vec<(DocumentId, Tally)>, document: DocumentId, tally: Tally) {
    match articles.last_mut() {
        Some((last, sum)) if *last == document => sum.add(tally),
        _ => articles.push((document, tally)),
    }
}

/// A quotation with the sentences in which it stands and those of who speaks, where that is near.
pub(super) fn excerpt(document: &Document, quote: &Quote) -> Excerpt {
    let raw = document.text();
    let near = |span: &Span| span.start.abs_diff(quote.span.start) < BEFORE || span.start.abs_diff(quote.span.end) < BEFORE;
    let mention = quote.speaker.map(|speaker| speaker.mention);
    let held = [quote.verb, mention].into_iter().flatten().filter(near).fold(quote.span, Span::cover);
    let sentence = |at: u32| document.sentence_at(at).map(|at| document.sentences[at].span);
    let whole = [sentence(held.start), sentence(held.end.saturating_sub(1))].into_iter().flatten().fold(held, Span::cover);
    let start = cut_at(raw, whole.start.max(quote.span.start.saturating_sub(BEFORE)), whole.start);
    let end = cut_at(raw, whole.end.min(start + LONGEST_PASSAGE), whole.end);
    let span = Span { start, end };
    let mark = Span { start: quote.span.start.clamp(start, end), end: quote.span.end.clamp(start, end) };
    Excerpt { span, text: span.slice(raw).to_owned(), mark, cut_before: start > whole.start, cut_after: end < whole.end }
}

/// The place `at`, moved back to the beginning of a word; `edge` is no cut.
fn cut_at(raw: &str, at: u32, edge: u32) -> u32 {
    if at == edge {
        return at;
    }
    let mut at = at as usize;
    while !raw.is_char_boundary(at) {
        at -= 1;
    }
    let back = raw[..at].char_indices().rev().take(40).find(|(_, c)| c.is_whitespace()).map_or(at, |(place, c)| place + c.len_utf8());
    u32::try_from(back).expect("a place in a text of fewer than 4 GB")
}
