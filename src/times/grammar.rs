//! Reads a sentence from left to right: at each place the longest sort of expression first.

use super::expression::{Expression, Found, Hour};
use super::scene::Scene;
use super::{Time, calendar, clock, durations, habits, place, ranges, relative};
use crate::corpus::Document;
use crate::corpus::told::{Aim, Mark, Quotation, When, aim};
use crate::span::Span;
use crate::text::token::Joint;
use crate::text::{Language, Line};

/// Puts the expressions of one sentence into `times`.
pub(super) fn read(document: &Document, sentence: Span, scene: &mut Scene, times: &mut Vec<Time>) {
    let text = document.text();
    let line = Line::of(text, sentence);
    scene.begin_sentence();
    let (mut at, mut passed) = (0, sentence.start as usize);
    // Behind the last expression: what is before belongs to it.
    let mut free = 0;
    let mut apposed = false;
    while at < line.len() {
        let start = line.tokens[at].span.start as usize;
        scene.quotation.pass(&text[passed..start]);
        passed = start;
        let Some(mut found) = expression(&line, at, document.language).filter(|found| found.next > found.first) else {
            at += 1;
            continue;
        };
        found.first = found.first.max(free);
        if is_nowadays(&line, &found, scene, document.language) {
            found.expression = Expression::Reference("PRESENT_REF");
        }
        let aim = aim_of(&line, &found, document.language);
        if aim == Aim::Future && matches!(found.expression, Expression::Hour(_)) {
            scene.go_on_ahead();
        }
        // `« …, a dit hier le préfet »`: in a clause of attribution the writer counts.
        let quotation = scene.quotation;
        if quotation.is_open() && attributes(&line, found.first) {
            scene.quotation = Quotation::default();
        }
        let (time, day) = place::place(document.id, line.span(found.first, found.next), &found.expression, scene, aim);
        scene.quotation = quotation;
        if let Some(day) = day.filter(|_| !scene.quotation.is_open()) {
            let aside = aim == Aim::Future || is_limit(&line, found.first) || is_day_of_speech(&line, found.first) && scene.day().is_some();
            if aside {
                scene.tell_aside(day)
            } else {
                scene.tell(day)
            }
            scene.tell_night(matches!(found.expression, Expression::Moment { hour: Some(Hour::Part("NI")), .. }));
        }
        if let (Some(first), Expression::Of { .. } | Expression::Year(_) | Expression::Part { .. }) = (time.earliest, &found.expression)
            && !scene.quotation.is_open()
            && aim != Aim::Future
        {
            scene.tell_stretch(first);
        }
        if let Some(last) = times.last_mut().filter(|_| apposed && free > 0 && line.joint(free - 1) == Joint::Comma && found.first == free)
        {
            // `La veille, jeudi 19`: the same day, told exactly.
            if day.is_some() {
                (last.value, last.earliest, last.latest) = (time.value.clone(), time.earliest, time.latest);
            }
        }
        apposed = matches!(found.expression, Expression::DayOfScene { .. });
        times.push(time);
        at = found.next.max(at + 1);
        free = at;
    }
    scene.quotation.pass(&text[passed..sentence.end as usize]);
}

/// What begins at a place; its article may stand before.
fn expression(line: &Line<'_>, at: usize, language: Language) -> Option<Found> {
    ranges::read(line, at, language)
        .or_else(|| hour(line, at, language))
        .or_else(|| habits::read(line, at, language))
        .or_else(|| durations::read(line, at, language))
        .or_else(|| relative::read(line, at, language))
        .or_else(|| calendar::read(line, at, language))
}

fn hour(line: &Line<'_>, at: usize, language: Language) -> Option<Found> {
    if is_glued(line, at) {
        return None;
    }
    if let Some((hour, next)) = clock::bare_part(line, at).filter(|_| language == Language::French) {
        return Found::new(Expression::Hour(hour), at, next);
    }
    let (hour, next) = clock::hour(line, at, language)?;
    let first = if matches!(line.before(at, 1), "vers" | "around" | "about") && line.spaced(at - 1) { at - 1 } else { at };
    Found::new(Expression::Hour(hour), first, next)
}

/// A part of a name or of a longer figure: `A320-2015`, `3.2015`.
pub(super) fn is_glued(line: &Line<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    match line.joint(before) {
        Joint::Hyphen => !matches!(line.word(before), "mi" | "mid" | "pre" | "post" | "ex"),
        Joint::Glued(mark) => !matches!(mark, '(' | '«' | '"' | '“' | '[' | '—' | '–'),
        _ => false,
    }
}

/// `depuis le 14 mai`, `avant lundi`: where something begins or ends, not when it happens.
fn is_limit(line: &Line<'_>, first: usize) -> bool {
    const LIMITS: &[&str] = &["depuis", "avant", "jusqu", "since", "until", "before", "ici"];
    (1..=2).any(|n| first >= n && LIMITS.contains(&line.before(first, n)))
}

/// `a-t-elle dit lundi`, `said Wednesday`: the day of the words, not that of which they tell.
fn is_day_of_speech(line: &Line<'_>, first: usize) -> bool {
    const SPEECH: &[&str] = &[
        "dit", "declare", "indique", "precise", "explique", "affirme", "rapporte", "ajoute", "souligne", "confie", "raconte", "said",
        "told", "added", "reported", "wrote", "tweete", "rappele", "assure", "publie", "publiee", "publies",
    ];
    (1..=3).any(|n| first >= n && SPEECH.contains(&line.before(first, n)))
}

/// `, a précisé hier`, `, disait-il lundi`: a verb before its subject, behind a comma.
fn attributes(line: &Line<'_>, first: usize) -> bool {
    const FURTHEST: usize = 6;
    let comma = (first.saturating_sub(FURTHEST)..first).rev().find(|at| *at > 0 && line.joint(at - 1) == Joint::Comma);
    let Some(begins) = comma else { return false };
    let past = matches!(line.word(begins), "a" | "ont" | "avait" | "avaient") && line.written(begins) != "à";
    let hyphened = (begins + 1..first)
        .any(|at| line.joint(at - 1) == Joint::Hyphen && matches!(line.word(at), "il" | "elle" | "ils" | "elles" | "on" | "t"));
    past && first > begins + 1 || hyphened
}

/// Which way the sentence looks at that place.
fn aim_of(line: &Line<'_>, found: &Found, language: Language) -> Aim {
    let mark = match &found.expression {
        Expression::Moment { mark, .. } | Expression::Season { mark, .. } | Expression::Of { mark, .. } => *mark,
        _ => Mark::None,
    };
    match mark {
        Mark::Last => Aim::Past,
        Mark::Next => Aim::Future,
        Mark::None | Mark::This => aim(line.text, &line.tokens, found.first, found.next, language),
    }
}

/// `aujourd’hui` that means these times, not this day: at the head of what somebody says, beside a verb of state, with `encore`.
fn is_nowadays(line: &Line<'_>, found: &Found, scene: &Scene, language: Language) -> bool {
    const STATES: [&str; 22] = [
        "compte",
        "comptent",
        "est",
        "sont",
        "reste",
        "restent",
        "represente",
        "representent",
        "emploie",
        "emploient",
        "vit",
        "vivent",
        "existe",
        "existent",
        "possede",
        "dispose",
        "peut",
        "peuvent",
        "regroupe",
        "abrite",
        "vaut",
        "is",
    ];
    let today = matches!(found.expression, Expression::Moment { when: When::Deictic(0), hour: None, .. });
    let first = found.first;
    if !today || !matches!(line.word(first), "aujourd" | "today") {
        return false;
    }
    let before = line.before(first, 1);
    if matches!(before, "encore" | "jusqu") || line.word(found.next) == "encore" && line.spaced(found.next - 1) {
        return true;
    }
    let told = aim(line.text, &line.tokens, first, found.next, language) != Aim::Unclear;
    let opens = first == 0 || line.gap(first - 1).contains(['«', '“', '"', ':']);
    if opens {
        return scene.quotation.is_open() || !told;
    }
    let participle = |word: &str| word.len() > 3 && (word.ends_with('e') || word.ends_with("es")) && line.written(found.next).contains('é');
    STATES.contains(&before) && !participle(line.word(found.next))
}
