//! Paragraphs that begin with a dash: lines of a dialogue, and which of them only ask.
//!
//! Dashes also begin the items of a list. A line is dialogue when somebody is said to speak in it, when it asks or calls,
//! or when it says I, we or you; a hyphen, the usual mark of lists, needs a verb of speech. Beside lines that ask twice any
//! line with a dash is dialogue. An interview is a dialogue whose questions nobody is said to ask: all else in it is said by
//! the only person named right before it, or the one whom the article names most, unless the line names somebody.
//!
//! Turns of an interview may also be told by labels alone: `Jeanne Rey : Rien.`

use std::collections::BTreeMap;

use super::grammar::Class;
use super::incise;
use super::kind;
use super::marks::{Marked, Sort};
use super::scene::Scene;
use super::{Certainty, Closing, Speaker};
use crate::corpus::ZoneKind;
use crate::entities::EntityKind;
use crate::id::EntityId;
use crate::order::Order;
use crate::span::Span;

/// Lines that ask, from which the others beside them are answers.
const QUESTIONS: usize = 2;

/// Lines of dialogue without marks of their own, in order.
pub(super) fn lines(scene: &Scene) -> Vec<Marked> {
    let lines = |liveliness| scene.paragraphs.iter().filter_map(move |paragraph| line(scene, paragraph.first, paragraph.end, liveliness));
    let lively: Vec<Marked> = lines(Liveliness::Needed).collect();
    let asking: Vec<u32> = lively.iter().filter(|line| ends_asking(scene, line)).map(|line| scene.tokens[line.first].paragraph).collect();
    // What stands right behind a question answers it.
    let answers = |line: &Marked| {
        let paragraph = scene.tokens[line.first].paragraph;
        paragraph.checked_sub(1).is_some_and(|before| asking.binary_search(&before).is_ok())
    };
    let is_lively = |line: &Marked| lively.binary_search_by_key(&line.first, |lively| lively.first).is_ok();
    // A hyphen is the usual mark of lists.
    let given = |line: &Marked| asking.len() >= QUESTIONS && line.first.checked_sub(1).is_some_and(|dash| scene.sign(dash) != Some('-'));
    lines(Liveliness::Given).filter(|line| is_lively(line) || answers(line) || given(line)).collect()
}

/// Whether a line has to show that it is spoken.
#[derive(Clone, Copy, PartialEq)]
enum Liveliness {
    Needed,
    Given,
}

fn line(scene: &Scene, dash: usize, end: usize, liveliness: Liveliness) -> Option<Marked> {
    let sign = scene.sign(dash).filter(|sign| matches!(sign, '—' | '–' | '-' | '―'))?;
    let first = dash + 1;
    let marked = scene.marked.binary_search_by_key(&first, |marked| marked.first).is_ok();
    if first >= end || !scene.is_outside(first) || marked {
        return None;
    }
    let incises = incise::find(scene, first, end);
    // What closes the line is outside: `— Oui, dit-il.`
    let closes = incises.last().filter(|incise| incise.end + 1 >= end);
    let stop = closes.map_or(end, |incise| incise.first + usize::from(asks(scene, incise.first)));
    let lively = || liveliness == Liveliness::Given || (first..end).any(|at| asks(scene, at) || scene.class(at) == Class::Dialogue);
    let stop = stop.max(first + 1);
    // `- Vous partez ?`, and a hyphen begins the next paragraph too.
    let addresses = || (first..stop).any(|at| matches!(scene.lower(at), "vous" | "votre" | "vos" | "tu" | "you" | "your"));
    let asked = || scene.sign(stop - 1) == Some('?') && addresses() && scene.sign(end) == Some('-');
    let hyphened = sign == '-' && (liveliness == Liveliness::Given || asked());
    if !(!incises.is_empty() || sign != '-' && lively() || hyphened) {
        return None;
    }
    Some(Marked { first, end: stop, parts: vec![(first, stop)], closing: Closing::Dash, sort: Sort::Dash, within: None })
}

fn asks(scene: &Scene, at: usize) -> bool {
    matches!(scene.sign(at), Some('?' | '!'))
}

fn ends_asking(scene: &Scene, marked: &Marked) -> bool {
    kind::inside(marked).1.checked_sub(1).is_some_and(|last| scene.sign(last) == Some('?'))
}

/// Words of a label at most: `Jean-Paul Le Goff :`.
const LABEL: usize = 6;

/// `France Bleu : Que s’est-il passé ?`, `Jeanne Rey : Rien.`: turns of an interview that only a label tells, in order. A label comes back, and another
/// takes turns with it; one of them asks.
pub(super) fn turns(scene: &Scene) -> Vec<Marked> {
    let mut by_label: BTreeMap<&str, Vec<Marked>> = BTreeMap::new();
    for paragraph in &scene.paragraphs {
        if let Some((label, turn)) = turn(scene, paragraph.first, paragraph.end) {
            by_label.entry(label).or_default().push(turn);
        }
    }
    by_label.retain(|_, turns| turns.len() > 1);
    let asking = by_label.values().flatten().filter(|turn| ends_asking(scene, turn)).count();
    if by_label.len() < 2 || asking < QUESTIONS {
        return Vec::new();
    }
    let mut turns: Vec<Marked> = by_label.into_values().flatten().collect();
    turns.order_by_key(|turn| turn.first);
    turns
}

fn turn<'s>(scene: &'s Scene, first: usize, end: usize) -> Option<(&'s str, Marked)> {
    let colon = (first + 1..end.min(first + LABEL + 1)).find(|at| scene.sign(*at) == Some(':'))?;
    let named =
        |at: usize| scene.is_word(at) && (scene.tokens[at].capital || matches!(scene.lower(at), "de" | "du" | "des" | "la" | "le" | "d"));
    let said = colon + 1;
    let unmarked = said < end && scene.is_outside(said) && scene.is_word(said);
    if !unmarked || !scene.tokens[first].capital || !(first..colon).all(named) {
        return None;
    }
    let label = scene.span(first, colon).slice(scene.document.text());
    let turn = Marked { first: said, end, parts: vec![(said, end)], closing: Closing::Dash, sort: Sort::Label, within: None };
    Some((label, turn))
}

/// Whose label stands before a turn; one letter (`Q`, `R`) is nobody’s name.
pub(super) fn labelled(scene: &Scene, marked: &Marked) -> Option<Speaker> {
    let (first, colon) = (scene.paragraph(marked.first).first, marked.first - 1);
    let mention = scene.span(first, colon);
    let entity = scene.mention_from(first).filter(|known| known.span.end == mention.end).map(|known| known.entity);
    let certainty = if entity.is_some() { Certainty::Named } else { Certainty::Described };
    (mention.end - mention.start > 1).then_some(Speaker { entity, mention, certainty })
}

/// Who answers in an interview, and which lines only ask.
pub(super) struct Interview {
    answers: EntityId,
    /// Where the answering person is named first.
    named: Span,
    /// Places of the lines that ask, in order.
    asking: Vec<usize>,
}

impl Interview {
    /// The interview that an article is, if it is one.
    pub fn of(scene: &Scene) -> Option<Self> {
        let lines: Vec<usize> = (0..scene.marked.len()).filter(|at| scene.marked[*at].sort == Sort::Dash).collect();
        let first = scene.marked[*lines.first()?].first;
        let mut asking = Vec::new();
        // Whoever asks and whoever answers take turns; a line that asks shows whose turn it is.
        let mut turn_asks = true;
        for at in &lines {
            let asks = ends_asking(scene, &scene.marked[*at]);
            if asks || turn_asks && !has_speaker(scene, *at) {
                asking.push(*at);
                turn_asks = false;
            } else {
                turn_asks = true;
            }
        }
        let questions = asking.iter().filter(|at| ends_asking(scene, &scene.marked[**at])).count();
        let anonymous = asking.iter().all(|at| !has_speaker(scene, *at));
        if questions < QUESTIONS || !anonymous || asking.len() == lines.len() {
            return None;
        }
        let (answers, named) = most_named(scene, first)?;
        Some(Self { answers, named, asking })
    }

    pub fn speaker(&self) -> Speaker {
        Speaker { entity: Some(self.answers), mention: self.named, certainty: Certainty::Guessed }
    }

    pub fn asks(&self, at: usize) -> bool {
        self.asking.binary_search(&at).is_ok()
    }
}

/// True when a clause in the line or behind it says who speaks.
fn has_speaker(scene: &Scene, at: usize) -> bool {
    let marked = &scene.marked[at];
    let paragraph = scene.paragraph(marked.first);
    incise::find(scene, marked.first, paragraph.end).iter().any(|incise| incise.cue.subject.is_some())
}

/// The only person who is named right before token `end`, else the one named most before it, a headline counted twice; whoever asked is left
/// out: `recueilli par`.
fn most_named(scene: &Scene, end: usize) -> Option<(EntityId, Span)> {
    let dash = scene.paragraph(end).first;
    let before = dash.checked_sub(1).map_or(dash, |last| scene.paragraph(last).first);
    let near = named(scene, before, end);
    let best = match near.len() {
        1 => near.into_iter().next(),
        // Of two that are named as often the one named first.
        _ => named(scene, 0, end).into_iter().min_by_key(|(_, (n, span))| (std::cmp::Reverse(*n), span.start)),
    };
    best.map(|(entity, (_, span))| (entity, span))
}

/// How often each person is named from token `from` to `end`, and where first.
fn named(scene: &Scene, from: usize, end: usize) -> BTreeMap<EntityId, (u32, Span)> {
    let mut named: BTreeMap<EntityId, (u32, Span)> = BTreeMap::new();
    let before = scene.mentions.iter().skip_while(|mention| scene.token_at(mention.span.start) < from);
    let before = before.take_while(|mention| scene.token_at(mention.span.start) < end);
    for mention in before.filter(|mention| mention.kind == EntityKind::Person) {
        let at = scene.token_at(mention.span.start);
        if at.checked_sub(1).is_some_and(|before| matches!(scene.lower(before), "par" | "by")) {
            continue;
        }
        let weight = if scene.paragraph(at).kind == ZoneKind::Title { 2 } else { 1 };
        named.entry(mention.entity).or_insert((0, mention.span)).0 += weight;
    }
    named
}
