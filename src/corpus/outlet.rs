//! Who published: the name that the page's own furniture calls itself by.
//!
//! Articles name many papers; only what stands around the article counts: `© La Gazette 2021`, `Faites un don à …`,
//! `La newsletter …`, `votre compte …`, a known name alone on a line. Each is one voice, the most named wins; a page that
//! says nothing has no outlet.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use super::metadata::{Fact, squeeze};
use super::zones::{Zone, ZoneKind};
use crate::span::Span;
use crate::text::{fold, words};

/// So many pieces of furniture tell who published, if any do.
const MANY: usize = 1_000;

/// What stands before the name of the house, folded words.
const BEFORE: &[&str] = &[
    "la newsletter",
    "la newsletter de",
    "la newsletter du",
    "les newsletters de",
    "les newsletters du",
    "newsletter de",
    "newsletter du",
    "newsletter quotidienne de",
    "newsletter hebdomadaire de",
    "newsletter hebdomadaire du",
    "un don a",
    "don au",
    "soutenez",
    "je soutiens",
    "abonnez vous a",
    "abonnez vous au",
    "compte",
    "application",
    "l application de",
    "avec votre soutien",
    "suivez",
    "suivre",
    "retrouvez",
    "tous droits reserves",
    "copyright",
    "subscribe to",
    "support",
    "follow",
    "more from",
    "source",
    "all rights reserved",
    "to the",
];

/// What may follow a name that has no capital (`compte machin pour commenter`).
const AFTER: &[&str] = &["pour", "afin", "ou", "to"];

/// Words of the trade: a name that begins a page and holds one is a house.
const TRADE: &[&str] = &[
    "journal",
    "gazette",
    "courrier",
    "depeche",
    "tribune",
    "times",
    "herald",
    "post",
    "news",
    "info",
    "infos",
    "radio",
    "presse",
    "telegramme",
    "republicain",
    "republicaine",
    "progres",
    "nouvelle",
    "nouvelles",
    "libre",
    "quotidien",
    "hebdo",
    "observer",
    "chronicle",
    "daily",
    "voix",
    "matin",
    "soir",
    "monde",
    "echo",
    "echos",
    "eclaireur",
    "independant",
    "messager",
    "guardian",
    "telegraph",
    "independent",
    "standard",
    "mail",
    "reporter",
    "mirror",
    "star",
    "bulletin",
    "argus",
    "phare",
    "petit",
    "tele",
    "tv",
    "actu",
    "press",
    "magazine",
    "media",
    "agence",
    "agency",
    "examiner",
    "inquirer",
    "sentinel",
    "dispatch",
    "register",
    "gazzette",
    "revue",
    "feuille",
];

/// Names of houses, as they are written, with what they are without their spaces.
fn houses() -> &'static [(String, &'static str)] {
    static HOUSES: OnceLock<Vec<(String, &'static str)>> = OnceLock::new();
    HOUSES.get_or_init(|| {
        let names = include_str!("../../corpus/outlets.txt").lines().filter(|line| !line.starts_with('#') && line.len() > 3);
        names.map(|name| (key(name).replace(' ', ""), name)).collect()
    })
}

/// The known house that `text` names and nothing else, spaces or none: `lemonde`.
pub(super) fn named(text: &str) -> Option<&'static str> {
    let key = key(text).replace(' ', "");
    houses().iter().find(|(house, _)| *house == key).map(|(_, name)| *name)
}

fn known() -> &'static BTreeSet<String> {
    static KNOWN: OnceLock<BTreeSet<String>> = OnceLock::new();
    KNOWN.get_or_init(|| {
        include_str!("../../corpus/outlets.txt").lines().filter(|l| !l.starts_with('#')).map(key).filter(|k| !k.is_empty()).collect()
    })
}

fn key(text: &str) -> String {
    words(text, Span::of(text)).map(|w| fold(w.slice(text))).collect::<Vec<_>>().join(" ")
}

/// The outlet that the furniture of the page names, with the place where it does so first.
pub(super) fn find(raw: &str, zones: &[Zone]) -> Option<Fact<String>> {
    let mut voices: Vec<(String, Span, u32)> = Vec::new();
    let mut vote = |span: Span, weight: u32| {
        let key = key(span.slice(raw));
        if key.len() < 2 || super::agency::named(span.slice(raw)).is_some() {
            return;
        }
        match voices.iter_mut().find(|(name, ..)| *name == key) {
            Some(voice) => voice.2 += weight,
            None => voices.push((key, span, weight)),
        }
    };
    let title = zones.iter().position(|zone| zone.kind == ZoneKind::Title);
    let silent = |kind: ZoneKind| kind.is_article() || matches!(kind, ZoneKind::Related | ZoneKind::Markup | ZoneKind::Credit);
    // `La Gazette — 3 mars 2021`, under the title.
    let above_date = |place: usize| zones.get(place + 1).is_some_and(|next| next.kind == ZoneKind::Date);
    for (place, zone) in zones.iter().enumerate().filter(|(_, zone)| !silent(zone.kind) && zone.span.len() <= 1_000).take(MANY) {
        let text = zone.span.slice(raw);
        let alone = before_bar(raw, zone.span);
        let alone = before_place(raw, alone).unwrap_or(alone);
        if known().contains(&key(alone.slice(raw))) {
            vote(alone, 2);
        } else if (title.is_none_or(|title| place < title) || above_date(place)) && is_house(alone.slice(raw)) {
            vote(alone, 1);
        }
        if zone.kind == ZoneKind::Byline {
            // `Par Radio Littoral`, `Le Courrier avec AFP`
            let house = text.strip_prefix("Par ").or_else(|| text.strip_prefix("By ")).unwrap_or(text);
            let start = zone.span.end as usize - house.len();
            let house = [" avec ", " with ", " (avec"].iter().find_map(|cue| house.find(cue)).map_or(house, |at| &house[..at]);
            if is_house(house) && super::byline::names(house).is_empty() && !house.contains(':') {
                vote(Span::new(start, start + house.len()), 1);
            }
        }
        if zone.kind == ZoneKind::Boilerplate || zone.kind == ZoneKind::Byline {
            for (span, weight) in introduced(raw, zone.span) {
                vote(span, weight);
            }
        }
        if let Some(at) = text.find(['©', '|']).filter(|_| zone.kind == ZoneKind::Boilerplate) {
            let rest =
                Span::new(zone.span.start as usize + at + text[at..].chars().next().map_or(0, char::len_utf8), zone.span.end as usize);
            if let Some(span) = name_at(raw, rest) {
                vote(span, 2);
            }
        }
    }
    let best = voices.iter().map(|voice| voice.2).max()?;
    let (_, span, _) = voices.into_iter().find(|voice| voice.2 == best)?;
    Some(Fact::stated(squeeze(&super::html::plain(span.slice(raw))), span))
}

/// The house behind the last bar or dash of a page's title: `Un titre - La Gazette`.
pub(super) fn behind_title(raw: &str, title: Span) -> Option<Span> {
    let text = title.slice(raw);
    let (at, bar) = [" | ", " - ", " – ", " — ", " • ", " · "].iter().filter_map(|bar| Some((text.rfind(bar)?, bar))).max()?;
    let span = Span::new(title.start as usize + at + bar.len(), title.end as usize).trim(raw);
    let name = span.slice(raw);
    (known().contains(&key(name)) || is_house(name)).then_some(span)
}

/// The zone up to the first bar or bullet.
fn before_bar(raw: &str, span: Span) -> Span {
    let length = span.slice(raw).find(['|', '•', '·']).unwrap_or(span.len());
    Span::new(span.start as usize, span.start as usize + length).trim(raw)
}

/// A known house before its town: `Ouest-France, Rennes`, `Le Courrier de l’Ouest – Angers`.
fn before_place(raw: &str, span: Span) -> Option<Span> {
    let text = span.slice(raw);
    let (at, mark) = [", ", " – ", " — ", " - ", " ("].iter().filter_map(|mark| Some((text.find(mark)?, mark.len()))).min()?;
    let place = &text[at + mark..];
    let is_place = place.split_whitespace().count() <= 3 && place.starts_with(char::is_uppercase) && !place.contains(['.', '!', '?']);
    let house = Span::new(span.start as usize, span.start as usize + at);
    (is_place && known().contains(&key(house.slice(raw)))).then_some(house)
}

/// A few words with capitals, one of them of the trade.
fn is_house(text: &str) -> bool {
    let words: Vec<String> = words(text, Span::of(text)).map(|w| fold(w.slice(text))).collect();
    (2..=6).contains(&words.len())
        // What a text is, not who publishes it.
        && !matches!(words[0].as_str(), "communique" | "dossier" | "conference" | "point")
        && text.starts_with(char::is_uppercase)
        && !text.ends_with(['.', '?', '!', ':'])
        && !text.contains('/')
        && !text.contains(" - ")
        && words.iter().any(|word| TRADE.contains(&word.as_str()))
        && text.split_whitespace().last().is_some_and(|word| word.contains(char::is_uppercase))
}

/// Names that stand after one of the words that introduce them.
fn introduced(raw: &str, span: Span) -> Vec<(Span, u32)> {
    let all: Vec<(String, Span)> = words(raw, span).map(|w| (fold(w.slice(raw)), w)).collect();
    let mut found = Vec::new();
    for at in 1..all.len() {
        let introduces = |cue: &&str| {
            let cue: Vec<&str> = cue.split(' ').collect();
            at >= cue.len() && cue.iter().zip(&all[at - cue.len()..at]).all(|(a, (b, _))| a == b)
        };
        if !BEFORE.iter().any(introduces) {
            continue;
        }
        let rest = Span { start: all[at].1.start, end: span.end };
        if let Some(name) = name_at(raw, rest) {
            // `Source : AMP` names an agency.
            let agency = all[at - 1].0 == "source" && name.slice(raw).chars().all(char::is_uppercase);
            found.extend((!agency).then_some((name, 1)));
        } else if all[at - 1].0 == "compte" && all.get(at + 1).is_none_or(|next| AFTER.contains(&next.0.as_str())) && all[at].0.len() > 3 {
            // The account belongs to the site itself, not to the house behind it.
            found.push((all[at].1, 4));
        }
    }
    found
}

/// The run of words with capitals at the start of `within`: `France-Soir`, `La Gazette du Val`. Particles go on inside;
/// a year before it is passed over.
fn name_at(raw: &str, within: Span) -> Option<Span> {
    const INSIDE: [&str; 9] = ["de", "du", "des", "d", "la", "le", "l", "of", "en"];
    let mut span: Option<Span> = None;
    let mut previous = within.start;
    let (mut n_words, mut last_capital) = (0, within.start);
    for word in words(raw, within).take(9) {
        let text = word.slice(raw);
        let gap = &raw[previous as usize..word.start as usize];
        let joined = span.is_none() || matches!(gap, " " | "\u{a0}" | "\u{202f}" | "-" | "’" | "'" | " & ");
        if span.is_none() && text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit()) {
            previous = word.end;
            continue;
        }
        let capital = text.starts_with(char::is_uppercase) || span.is_some() && text.bytes().all(|b| b.is_ascii_digit()) && text.len() < 3;
        let goes_on = capital || span.is_some() && INSIDE.contains(&fold(text).as_str());
        if !joined || !goes_on || n_words >= 6 {
            break;
        }
        if capital {
            last_capital = word.end;
        }
        span = Some(Span { start: span.map_or(word.start, |s| s.start), end: word.end });
        previous = word.end;
        n_words += 1;
    }
    let name = Span { start: span?.start, end: last_capital };
    let vague =
        ["nous", "tous", "vous", "toute", "notre", "nos", "votre", "la", "le", "les", "the", "us", "all", "reproduction", "newsletter"];
    (name.len() >= 2 && !vague.contains(&key(name.slice(raw)).as_str())).then_some(name)
}
