//! Who is bidden to one meeting, where the texts describe people and name nobody: `les dirigeants des entreprises` for one,
//! `l’ensemble des opérateurs` for the other.
//!
//! Only whole groups oppose each other (`les élus`, not `des élus`), told with a verb of inviting, receiving or gathering, of one
//! moment and one place that both texts give. Two descriptions may be of the same people: that it is only perhaps one meeting seen
//! two ways is said with it. Lists of names are [`listed`](super::listed).

use std::collections::BTreeMap;
use std::ops::Range;

use super::company::{Company, Places};
use super::passage::{LONGEST, is_conditional, within};
use super::{ClashKind, Contradiction, Severity, Side, Topic, Why, shown};
use crate::compare::{Annotated, senses};
use crate::corpus::told::WEEKDAYS;
use crate::corpus::{Corpus, Document};
use crate::entities::{EntityKind, MentionForm};
use crate::facts::context::{Lexis, Stem, shared};
use crate::id::{DocumentId, EntityId};
use crate::span::Span;
use crate::text::{Language, Line, fold};
use crate::times::{Certainty, Day, TimeKind};

/// Gatherings of one moment and place that a gathering is held against.
const MET: usize = 24;
/// Words between a verb and the end of whom it bids.
const LONGEST_GROUP: usize = 12;

/// What is done to them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Bidding {
    Invite,
    Receive,
    Gather,
}

/// One group that is bidden somewhere at some time.
struct Gathering {
    document: DocumentId,
    sentence: Span,
    group: Span,
    /// Senses and stems of the group's words, sorted.
    stems: Vec<Stem>,
    bidding: Bidding,
    days: Vec<(Day, Day)>,
    places: Vec<EntityId>,
    company: Company,
}

/// Contradictions about who takes part.
pub(super) fn groups(corpus: &Corpus, found: Annotated) -> Vec<Contradiction> {
    let mut lexis = Lexis::default();
    let mut sense_of: BTreeMap<Stem, Stem> = BTreeMap::new();
    for language in [Language::French, Language::English] {
        let mut first: BTreeMap<u32, Stem> = BTreeMap::new();
        for (sense, word) in senses() {
            let stem = lexis.stem(&fold(word), language);
            sense_of.entry(stem).or_insert(*first.entry(sense).or_insert(stem));
        }
    }
    let mut gatherings: Vec<Gathering> = Vec::new();
    for document in &corpus.documents {
        for sentence in &document.sentences {
            gatherings.extend(in_sentence(document, sentence.span, found, &mut lexis, &sense_of));
        }
    }
    let mut by_place: BTreeMap<(Bidding, EntityId), Vec<usize>> = BTreeMap::new();
    for (at, gathering) in gatherings.iter().enumerate() {
        for place in &gathering.places {
            by_place.entry((gathering.bidding, *place)).or_default().push(at);
        }
    }
    let pairs = by_place.values().flat_map(|of| {
        let before = move |at: usize| of[at.saturating_sub(MET)..at].iter().map(move |other| (*other, of[at]));
        (0..of.len()).flat_map(before)
    });
    let mut met: Vec<(usize, usize)> = pairs.filter(|(a, b)| are_opposed(&gatherings, *a, *b)).collect();
    met.sort_unstable();
    met.dedup();
    met.into_iter().map(|(a, b)| contradiction(corpus, &gatherings[a], &gatherings[b])).collect()
}

fn are_opposed(all: &[Gathering], a: usize, b: usize) -> bool {
    let (a, b) = (&all[a], &all[b]);
    let meets = |x: &(Day, Day)| b.days.iter().any(|y| x.0 <= y.1 && y.0 <= x.1);
    // Who is bidden elsewhere in one article, in the words of the other, is bidden in both.
    let tells = |of: &Gathering, group: &Gathering| {
        let own = &all[all.partition_point(|own| own.document < of.document)..];
        own.iter().take_while(|own| own.document == of.document).any(|own| shared(&own.stems, &group.stems) > 0)
    };
    a.document != b.document && a.days.iter().all(meets) && a.company.may_meet(&b.company, Places::Differ) && !tells(a, b) && !tells(b, a)
}

fn contradiction(corpus: &Corpus, a: &Gathering, b: &Gathering) -> Contradiction {
    let said = |of: &Gathering| corpus.document(of.document).map_or_else(String::new, |document| shown(document, of.group));
    let side = |of: &Gathering| Side { document: of.document, sentence: of.sentence, at: of.group, value: said(of) };
    let (topic, why) = (Topic::Either(said(a), said(b)), Why::Groups(said(a), said(b)));
    Contradiction { kind: ClashKind::Names, severity: Severity::Medium, topic, sides: vec![side(a), side(b)], why }
}

/// The group of a sentence, where it has one, a moment and a place.
fn in_sentence(
    document: &Document,
    sentence: Span,
    found: Annotated,
    lexis: &mut Lexis,
    sense_of: &BTreeMap<Stem, Stem>,
) -> Option<Gathering> {
    let times = within(found.times.times_in(document.id), sentence, |time| time.span);
    let mentions = within(found.entities.mentions_in(document.id), sentence, |mention| mention.span);
    // Most sentences have no day: their words need not be read.
    if times.is_empty() || mentions.is_empty() || sentence.slice(document.text()).trim_end().ends_with('?') {
        return None;
    }
    let line = Line::of(document.text(), sentence);
    let (verb, bidding, group) = (0..line.len()).find_map(|at| Some((at, bidding(line.word(at))?, bidden(&line, at)?)))?;
    let verb = line.tokens[verb].span;
    let span = line.tokens[group.start].span.cover(line.tokens[group.end - 1].span);
    let dated = times.iter().filter(|time| time.kind == TimeKind::Date && time.certainty <= Certainty::Likely);
    let days = dated.filter_map(|time| Some((time.span, (time.earliest?, time.latest?))));
    let days = governed(days.filter(|(_, days)| days.1.0 - days.0.0 <= LONGEST), verb);
    let named = || mentions.iter().filter(|mention| mention.form == MentionForm::Name);
    let places = named().filter(|mention| mention.kind == EntityKind::Place).map(|mention| (mention.span, mention.entity));
    let places = governed(places, verb);
    // Whoever is named is no description.
    if days.is_empty() || places.is_empty() || named().any(|mention| mention.span.overlaps(span)) {
        return None;
    }
    let mut stems = lexis.stems_of(&line, group, document.language);
    stems.iter_mut().for_each(|stem| *stem = sense_of.get(stem).copied().unwrap_or(*stem));
    stems.sort_unstable();
    stems.dedup();
    let company = Company::of(found, document.id, sentence);
    (!stems.is_empty()).then_some(Gathering { document: document.id, sentence, group: span, stems, bidding, days, places, company })
}

/// What stands behind the verb, which says where and when as a rule; all of it where nothing does.
fn governed<T>(told: impl Iterator<Item = (Span, T)>, verb: Span) -> Vec<T> {
    let (behind, before): (Vec<_>, Vec<_>) = told.partition(|(span, _)| span.start > verb.start);
    let told = if behind.is_empty() { before } else { behind };
    told.into_iter().map(|(_, told)| told).collect()
}

/// What a form of a verb does to people, if it bids them.
fn bidding(word: &str) -> Option<Bidding> {
    const FORMS: &[(Bidding, &[&str], &[&str])] = &[
        (
            Bidding::Invite,
            &["invit", "convi", "convoqu"],
            &["e", "es", "ee", "ees", "ent", "er", "era", "eront", "ant", "ait", "aient", "a", "erent", "ed", "ing"],
        ),
        (
            Bidding::Receive,
            &["accueill"],
            &["e", "ent", "i", "is", "ie", "ies", "ir", "era", "eront", "ant", "ait", "aient", "it", "irent"],
        ),
        (
            Bidding::Receive,
            &["rec"],
            &["oit", "oivent", "u", "us", "ue", "ues", "evoir", "evra", "evront", "evait", "evaient", "evant", "ut", "urent", "eived"],
        ),
        (Bidding::Receive, &["host", "welcom"], &["ed", "s", "es", "ing"]),
        (Bidding::Gather, &["reun"], &["it", "i", "is", "ie", "ies", "ir", "ira", "iront", "issent", "issait", "issant", "irent"]),
        (Bidding::Gather, &["rassembl"], &["e", "es", "ee", "ees", "ent", "er", "era", "eront", "ant", "ait", "aient", "a"]),
        (Bidding::Gather, &["summon"], &["", "s", "ed", "ing"]),
    ];
    let is = |stem: &&str, endings: &[&str]| word.strip_prefix(*stem).is_some_and(|ending| endings.contains(&ending));
    FORMS.iter().find(|(_, stems, endings)| stems.iter().any(|stem| is(stem, endings))).map(|(bidding, ..)| *bidding)
}

const AUXILIARIES: &[&str] =
    &["est", "sont", "etait", "etaient", "sera", "seront", "fut", "furent", "ete", "is", "are", "was", "were", "been", "be"];

/// The words of the group that the verb at a place bids: what follows it, or what stands before its passive.
fn bidden(line: &Line<'_>, verb: usize) -> Option<Range<usize>> {
    const NOT: &[&str] = &["ne", "n", "pas", "si", "jamais", "not", "never", "if", "would", "could", "might", "may"];
    const NOUN_BEFORE: &[&str] = &["le", "la", "les", "l", "un", "une", "des", "du", "leur", "leurs", "son", "ses", "the"];
    let clause = clause(line, verb);
    if clause.clone().any(|at| NOT.contains(&line.word(at)) || is_conditional(line.word(at))) || NOUN_BEFORE.contains(&line.before(verb, 1))
    {
        return None;
    }
    let adverbs = (1..=3).take_while(|n| verb >= clause.start + n && !AUXILIARIES.contains(&line.before(verb, *n))).count();
    let passive = verb > clause.start + adverbs && AUXILIARIES.contains(&line.before(verb, adverbs + 1));
    if passive {
        let auxiliary = (clause.start..verb).find(|at| {
            AUXILIARIES.contains(&line.word(*at)) || matches!(line.word(*at), "ont" | "a" | "avaient" | "have" | "has" | "had" | "will")
        })?;
        let first = (clause.start..auxiliary).find(|at| whole(line, *at))?;
        let group = first..auxiliary;
        return (group.len() > 1 && group.len() <= LONGEST_GROUP && first == clause.start).then_some(group);
    }
    let first = verb + 1;
    if !line.tied(verb) || !whole(line, first) {
        return None;
    }
    let end = (first + 1..line.len().min(first + LONGEST_GROUP + 1)).find(|at| !line.tied(at - 1) || ends_group(line.word(*at)));
    let end = end.unwrap_or(line.len().min(first + LONGEST_GROUP + 1));
    (end > first + 1).then_some(first..end)
}

/// The clause around a word: what stands between marks and the words that open one.
fn clause(line: &Line<'_>, at: usize) -> Range<usize> {
    const OPENERS: &[&str] = &["et", "mais", "qui", "que", "dont", "ou", "and", "but", "who", "which", "that"];
    let first = (0..=at).rev().find(|at| *at == 0 || !line.tied(at - 1) || OPENERS.contains(&line.word(at - 1))).unwrap_or(0);
    let next = (at + 1..line.len()).find(|at| !line.tied(at - 1) || OPENERS.contains(&line.word(*at))).unwrap_or(line.len());
    first..next
}

/// Whether a whole group begins here: `les`, `tous les`, `l’ensemble des`.
fn whole(line: &Line<'_>, at: usize) -> bool {
    let all = |at: usize| matches!(line.word(at), "les" | "ses" | "leurs" | "the");
    all(at)
        || matches!(line.word(at), "tous" | "toutes" | "all") && all(at + 1)
        || line.reads(at, &["l", "ensemble", "des"])
        || line.reads(at, &["la", "totalite", "des"])
        || line.reads(at, &["all", "of", "the"])
}

/// Whether a word after a group belongs to it no more.
fn ends_group(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "a",
        "au",
        "aux",
        "en",
        "dans",
        "pour",
        "afin",
        "sur",
        "lors",
        "ce",
        "cet",
        "cette",
        "chez",
        "avec",
        "par",
        "pendant",
        "apres",
        "avant",
        "qui",
        "que",
        "dont",
        "ou",
        "hier",
        "demain",
        "to",
        "in",
        "at",
        "on",
        "for",
        "with",
        "by",
        "after",
        "before",
        "who",
        "which",
        "that",
        "this",
        "next",
        "last",
        "yesterday",
        "tomorrow",
    ];
    WORDS.contains(&word) || WEEKDAYS.iter().any(|names| names.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::super::fixture;
    use super::*;

    /// What is told otherwise in two articles of 5 March 2018.
    fn told(one: &str, other: &str) -> Vec<Vec<String>> {
        fixture::told(&[one, other].map(|text| (Some("2018-03-05"), text)), groups)
    }

    const NONE: &[Vec<String>] = &[];
    const OPERATORS: &str = "Les exploitants de remontées sont convoqués à Grenoble le 12 mars pour un échange.";

    #[test]
    fn two_descriptions_of_one_meeting_are_opposed_in_active_and_passive() {
        let maires = "Le préfet a convoqué les maires des stations à Grenoble le 12 mars.";
        assert_eq!(told(maires, OPERATORS), [["les maires des stations", "Les exploitants de remontées"]]);
        assert_eq!(told("Elle compte inviter tous les guides à Grenoble, le 12 mars.", OPERATORS).len(), 1);
        assert_eq!(
            told("The mayor invited all the shop owners to Leeds on 12 March.", "The landlords were invited to Leeds on 12 March.").len(),
            1
        );
    }

    #[test]
    fn what_is_partial_denied_elsewhere_or_said_in_other_words_is_not() {
        for other in [
            "Le préfet a convoqué des maires des stations à Grenoble le 12 mars.",
            "Le préfet n’a pas convoqué les maires des stations à Grenoble le 12 mars.",
            "Le préfet a convoqué les maires des stations à Chambéry le 12 mars.",
            "Le préfet a convoqué les maires des stations à Grenoble le 19 mars.",
            "Le préfet a convoqué les exploitants à Grenoble le 12 mars.",
            "Le préfet aurait convoqué les maires des stations à Grenoble le 12 mars.",
            "Le préfet a-t-il convoqué les maires des stations à Grenoble le 12 mars ?",
            "Le préfet a reçu les maires des stations à Grenoble le 12 mars.",
            "Les convoqués se rendront à Grenoble le 12 mars avec les maires.",
            "Le préfet a convoqué Paul Favre et les maires à Grenoble le 12 mars. Il a aussi invité les exploitants à Grenoble le 12 mars.",
        ] {
            assert_eq!(told(other, OPERATORS), NONE, "{other}");
        }
        assert_eq!(told("Le maire a reçu les salariés à Lens lundi.", "Les ouvriers ont été reçus à Lens lundi."), NONE);
    }
}
