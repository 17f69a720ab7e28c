//! What speaks for two stretches of text saying the same: stems, senses and entities, each with a weight; days, figures and
//! speakers beside them.
//!
//! What words speak for is found once for each article; the rest follows what a reader may correct. A stretch is a run of clauses
//! of one sentence. A sentence that begins with a pronoun also speaks of the first person that the sentence before names. What
//! is alike enough to be shown is not decided here.

use super::annotated::Annotated;
use super::prepare::{Prepared, Token};
use super::reuse::NAME;
use super::vocabulary::Vocabulary;
use crate::corpus::Document;
use crate::entities::{EntityKind, MentionForm};
use crate::id::EntityId;
use crate::order::Order;
use crate::span::Span;
use crate::text;

/// What an entity is worth against a word that is as rare: its name is often among the words already.
const ENTITY: f32 = 0.6;
/// What part of a word's evidence is its sense; at 0 senses count nothing, at 1 any two words of one sense are the same.
const SENSE: f32 = 0.4;
/// What a person is worth of whom only a pronoun speaks.
const PRONOUN: f32 = 0.5;
/// Words of a sentence that is shown whole, whatever part of it says the same: a reader reads it at once.
const SHORT: usize = 40;
/// Part of a longer sentence from which it is shown whole.
const MOSTLY: f32 = 0.7;
/// Entities are numbered behind stems and senses.
const FIRST_ENTITY: u32 = 1 << 31;

/// One thing that speaks for a clause: a stem, a sense, or an entity.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    /// Stems first, then senses, then entities.
    number: u32,
    weight: f32,
    worth: f32,
    sort: Sort,
}

/// What a piece says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    /// Who or where.
    Name,
    /// A word whose sense is a piece of its own.
    Form,
    /// What else is said.
    Said,
    /// The same, by its sense.
    Sense,
}

/// What the words of one article speak for, found once.
#[derive(Clone, Debug, Default)]
pub(super) struct Matter {
    /// For each segment its clauses, each with its pieces.
    clauses: Vec<Vec<Vec<Piece>>>,
}

/// The same with what is known today.
pub(super) struct Evidence<'a> {
    document: &'a Prepared,
    matter: &'a Matter,
    /// Segment, clause and piece, in order.
    entities: Vec<(usize, usize, Piece)>,
    /// Of each segment, with the length of its vector.
    wholes: Vec<(Vec<Piece>, f32)>,
    /// Each piece with each segment that has it, sorted.
    holders: Vec<(u32, u32)>,
    pub marks: Marks,
}

/// Days, figures and speakers of one article.
#[derive(Clone, Debug, Default)]
pub(super) struct Marks {
    /// Where, first and last day.
    pub days: Vec<(Span, i32, i32)>,
    pub figures: Vec<FigureMark>,
    pub speakers: Vec<(Span, EntityId)>,
}

/// A figure in an article: its value as a text, and what it counts.
#[derive(Clone, Debug)]
pub(super) struct FigureMark {
    pub span: Span,
    pub value: crate::figures::Value,
    pub counted: Option<u32>,
    pub rough: bool,
}

/// Clauses `from..to` of a segment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Stretch {
    pub segment: usize,
    pub from: usize,
    pub to: usize,
}

/// What two stretches have in common.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Likeness {
    pub cosine: f32,
    pub worth: f32,
    /// What the common names are worth, as a part of what the names of the stretch with more of them are worth.
    pub names: f32,
    /// Common pieces that say something else than who or where.
    pub n_said: u32,
    /// Common senses.
    pub n_senses: u32,
    /// The same of rare pieces only: squares of what each is worth.
    pub rare: f32,
    /// Words of the same form among them: at 0 what is alike are names and senses only.
    pub words: f32,
}

impl Matter {
    pub fn of(document: &Prepared, vocabulary: &Vocabulary) -> Self {
        let mut matter = Self::default();
        for (segment, starts) in document.segments.iter().zip(&document.clauses) {
            let ends = starts[1..].iter().copied().chain([segment.end - segment.first]);
            let of_clause = |(from, to): (&usize, usize)| {
                let tokens = document.tokens[segment.first + from..segment.first + to].iter().filter(|token| token.content);
                tokens.flat_map(|token| Piece::of(token, vocabulary)).collect()
            };
            matter.clauses.push(starts.iter().zip(ends).map(of_clause).collect());
        }
        matter
    }
}

impl Piece {
    /// A word is evidence by its stem and, where it is known, its sense; together they weigh as much as any word.
    fn of(token: &Token, vocabulary: &Vocabulary) -> impl Iterator<Item = Self> {
        let weight = vocabulary.telling(token.stem) * if token.name_like { NAME } else { 1.0 };
        let sense = vocabulary.sense(token.stem).filter(|_| !token.name_like);
        let share = if sense.is_some() { SENSE } else { 0.0 };
        let piece = |number, share: f32, sort| Self { number, weight: weight * share.sqrt(), worth: weight * share, sort };
        let sort = match sense {
            _ if token.name_like => Sort::Name,
            Some(_) => Sort::Form,
            None => Sort::Said,
        };
        let stem = piece(token.stem, 1.0 - share, sort);
        [Some(stem), sense.map(|sense| piece(vocabulary.n_stems() + sense, share, Sort::Sense))].into_iter().flatten()
    }

    /// What it is worth, 0 to 1.
    pub fn worth(&self) -> f32 {
        self.worth
    }

    fn entity(id: EntityId, weight: f32) -> Self {
        Self { number: FIRST_ENTITY + id.0, weight, worth: weight, sort: Sort::Name }
    }
}

impl<'a> Evidence<'a> {
    pub fn of(vocabulary: &Vocabulary, annotated: Annotated, document: &Document, (prepared, matter): (&'a Prepared, &'a Matter)) -> Self {
        let entities = entities(vocabulary, annotated, document, prepared);
        let marks = Marks::of(annotated, document);
        let mut found = Self { document: prepared, matter, entities, wholes: Vec::new(), holders: Vec::new(), marks };
        for segment in 0..prepared.segments.len() {
            let pieces = found.pieces(found.whole(segment));
            let place = u32::try_from(segment).expect("fewer sentences than bytes");
            found.holders.extend(pieces.iter().map(|piece| (piece.number, place)));
            let norm = pieces.iter().map(|piece| piece.weight * piece.weight).sum::<f32>().sqrt();
            found.wholes.push((pieces, norm));
        }
        found.holders.order();
        found
    }

    /// The pieces of a segment, by number.
    pub fn of_segment(&self, segment: usize) -> &[Piece] {
        &self.wholes[segment].0
    }

    pub fn n_segments(&self) -> usize {
        self.wholes.len()
    }

    /// Segments with a piece, in order; none when they are more than `most`.
    pub fn holders(&self, piece: &Piece, most: usize) -> &[(u32, u32)] {
        let start = self.holders.partition_point(|(number, _)| *number < piece.number);
        let n = self.holders[start..].iter().take(most + 1).take_while(|(number, _)| *number == piece.number).count();
        if n > most { &[] } else { &self.holders[start..start + n] }
    }

    /// Part of the words of a stretch that stand between quotation marks.
    pub fn quoted(&self, stretch: Stretch) -> f32 {
        let tokens = self.tokens(stretch);
        tokens.iter().filter(|token| token.quotation.is_some()).count() as f32 / tokens.len().max(1) as f32
    }

    /// What a reader is shown of a stretch: the whole sentence, unless that says much else.
    pub fn shown(&self, stretch: Stretch) -> Span {
        let whole = self.whole(stretch.segment);
        let (n_words, n_shown) = (self.tokens(whole).len(), self.tokens(stretch).len());
        let is_whole = n_words <= SHORT || n_shown as f32 >= MOSTLY * n_words as f32;
        self.span(if is_whole { whole } else { stretch })
    }

    /// A score of 0 for each clause.
    pub fn no_scores(&self) -> Vec<Vec<f32>> {
        self.matter.clauses.iter().map(|clauses| vec![0.0; clauses.len()]).collect()
    }

    pub fn whole(&self, segment: usize) -> Stretch {
        Stretch { segment, from: 0, to: self.matter.clauses[segment].len() }
    }

    /// The clauses of a segment that a span touches.
    pub fn touched(&self, segment: usize, span: Span) -> Option<Stretch> {
        let n = self.matter.clauses[segment].len();
        let clause = |at: usize| self.span(Stretch { segment, from: at, to: at + 1 });
        let from = (0..n).find(|at| clause(*at).overlaps(span))?;
        let to = (from..n).rev().find(|at| clause(*at).overlaps(span))? + 1;
        Some(Stretch { segment, from, to })
    }

    /// Distinct pieces of a stretch, by number; a piece that is a name in one place is one.
    pub fn pieces(&self, stretch: Stretch) -> Vec<Piece> {
        let mut pieces: Vec<Piece> = self.matter.clauses[stretch.segment][stretch.from..stretch.to].concat();
        let first = self.entities.partition_point(|(segment, clause, _)| (*segment, *clause) < (stretch.segment, stretch.from));
        let named = self.entities[first..].iter().take_while(|(segment, clause, _)| (*segment, *clause) < (stretch.segment, stretch.to));
        pieces.extend(named.map(|(.., piece)| piece));
        pieces.order_by(|x, y| x.number.cmp(&y.number).then(y.weight.total_cmp(&x.weight)));
        pieces.dedup_by_key(|piece| piece.number);
        pieces
    }

    /// Number of content words of a stretch that are no part of a name.
    pub fn n_said(&self, stretch: Stretch) -> usize {
        let tokens = self.tokens(stretch);
        tokens.iter().filter(|token| token.content && !token.name_like).count()
    }

    pub fn tokens(&self, stretch: Stretch) -> &'a [Token] {
        let segment = &self.document.segments[stretch.segment];
        let starts = &self.document.clauses[stretch.segment];
        let end = starts.get(stretch.to).map_or(segment.end, |start| segment.first + start);
        &self.document.tokens[segment.first + starts[stretch.from]..end]
    }

    /// What a reader sees of a stretch.
    pub fn span(&self, stretch: Stretch) -> Span {
        let segment = &self.document.segments[stretch.segment];
        let starts = &self.document.clauses[stretch.segment];
        let tokens = &self.document.tokens;
        let mut span = segment.span;
        // Where a stretch begins or ends with a quotation, the mark is part of it.
        if stretch.from > 0 {
            let first = segment.first + starts[stretch.from];
            span.start = self.document.quotation_from(first).map_or(tokens[first].span.start, |quotation| quotation.outer.start);
        }
        if stretch.to < starts.len() {
            let last = segment.first + starts[stretch.to] - 1;
            span.end = self.document.quotation_to(last).map_or(tokens[last].span.end, |quotation| quotation.outer.end);
        }
        span
    }
}

/// Descriptions less sure than this are common nouns that another sentence or article resolves.
const LOOSE: f32 = 0.45;

/// Entities by segment and clause, in order.
fn entities(vocabulary: &Vocabulary, annotated: Annotated, document: &Document, prepared: &Prepared) -> Vec<(usize, usize, Piece)> {
    let mut found = Vec::new();
    // The first person that each segment names.
    let mut first_person: Vec<Option<Piece>> = vec![None; prepared.segments.len()];
    for mention in annotated.entities.mentions_in(document.id) {
        let token = prepared.tokens.partition_point(|token| token.span.start < mention.span.start);
        // `l’île`, `le club` stand in most sentences of an article, and are told by their words.
        let loose = mention.form == MentionForm::Nominal && mention.confidence < LOOSE;
        if token == prepared.tokens.len() || loose {
            continue;
        }
        let segment = prepared.segment_of(token) as usize;
        let place = token - prepared.segments[segment].first;
        let clause = prepared.clauses[segment].partition_point(|start| *start <= place) - 1;
        let frequency = annotated.entities.entity(mention.entity).map_or(1, |entity| entity.n_total());
        let weight = ENTITY * vocabulary.weight_of_frequency(frequency);
        let piece = Piece::entity(mention.entity, weight);
        if mention.kind == EntityKind::Person {
            first_person[segment].get_or_insert(piece);
        }
        // A description that is longer than its head says more than who is meant; its words are pieces too.
        let weight = if mention.form == MentionForm::Name { weight } else { weight.min(ENTITY) };
        found.push((segment, clause, Piece { weight, worth: weight, ..piece }));
    }
    for (segment, before) in (1..prepared.segments.len()).zip(&first_person) {
        let Some(before) = before.filter(|_| first_person[segment].is_none()) else { continue };
        if opens_with_pronoun(document.text(), prepared, segment) {
            let weight = before.weight * PRONOUN;
            found.push((segment, 0, Piece { weight, worth: weight, ..before }));
        }
    }
    found.order_by_key(|(segment, clause, piece)| (*segment, *clause, piece.number));
    found
}

fn opens_with_pronoun(raw: &str, prepared: &Prepared, segment: usize) -> bool {
    const PRONOUNS: &[&str] = &["il", "elle", "ils", "elles", "he", "she", "they"];
    let tokens = &prepared.tokens[prepared.segments[segment].first..prepared.segments[segment].end];
    tokens.first().is_some_and(|token| !token.content && PRONOUNS.contains(&text::fold(token.span.slice(raw)).as_str()))
}

impl Marks {
    fn of(annotated: Annotated, document: &Document) -> Self {
        let times = annotated.times.times_in(document.id).iter();
        let days = times.filter_map(|time| {
            let (first, last) = time.earliest.zip(time.latest)?;
            (time.kind == crate::times::TimeKind::Date).then_some((time.span, first.0, last.0))
        });
        let figures = annotated.figures.figures_in(document.id).iter().map(|figure| FigureMark {
            span: figure.span,
            value: figure.value,
            counted: counted(figure),
            rough: figure.approximate || figure.bound.is_some(),
        });
        let quotes = annotated.quotes.quotes_in(document.id).iter();
        let speakers = quotes.filter_map(|quote| Some((quote.span, quote.speaker.as_ref()?.entity?)));
        Self { days: days.collect(), figures: figures.collect(), speakers: speakers.collect() }
    }
}

/// What a figure counts as a number, so that figures are compared quickly.
fn counted(figure: &crate::figures::Figure) -> Option<u32> {
    let key = figure.counted.as_ref().map(|counted| counted.key.as_str()).or(figure.unit.as_deref())?;
    // FNV-1a, as in `src/id.rs`.
    Some(key.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)))
}

/// How much two lists of pieces, sorted by number, have in common.
pub(super) fn likeness(a: &[Piece], b: &[Piece]) -> Likeness {
    let norm = |pieces: &[Piece]| pieces.iter().map(|piece| piece.weight * piece.weight).sum::<f32>();
    let named = |pieces: &[Piece]| pieces.iter().filter(|piece| piece.sort == Sort::Name).map(|piece| piece.worth).sum::<f32>();
    let mut likeness = Likeness::default();
    let mut squares = 0.0;
    let mut rest = b;
    for x in a {
        while let [first, others @ ..] = rest
            && first.number < x.number
        {
            rest = others;
        }
        let Some(y) = rest.first().filter(|y| y.number == x.number) else { continue };
        let worth = x.worth.min(y.worth);
        squares += x.weight * y.weight;
        likeness.worth += worth;
        likeness.rare += worth * worth;
        match if x.sort == Sort::Name { x.sort } else { y.sort } {
            Sort::Name => likeness.names += worth,
            Sort::Form => likeness.words += worth,
            Sort::Said => {
                likeness.words += worth;
                likeness.n_said += 1;
            }
            Sort::Sense => {
                likeness.n_said += 1;
                likeness.n_senses += 1;
            }
        }
    }
    let norms = (norm(a) * norm(b)).sqrt();
    likeness.cosine = if norms > 0.0 { squares / norms } else { 0.0 };
    // Two that name nobody neither agree nor disagree.
    let most = named(a).max(named(b));
    likeness.names = if most > 0.0 { (likeness.names / most).min(1.0) } else { 0.5 };
    likeness
}
