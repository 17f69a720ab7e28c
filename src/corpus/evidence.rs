//! What bounds the day on which an article was published, each bound with its reason, which a reader can check.
//!
//! An article is bounded by the dates it names, by the days that other articles of the same event give to its weekdays,
//! and by text that it shares. Durations (`il y a un an`) and words in quotation marks bound nothing.

use super::calendar::Day;
use super::dating::{Interval, Known};
use super::document::Document;
use super::doubt;
use super::kinship::{Clue, Kinship};
use super::moment::{Mark, When};
use super::reason::{Bound, Side, Witness};
use super::tense::Aim;
use super::usage::{self, Corroboration};
use crate::order::Order;

/// How sure a constraint is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// The article says so with its year.
    Stated,
    /// A year is filled in.
    Completed,
    /// Another article says which day a weekday is.
    Linked,
    /// Much text in common.
    Shared,
    /// The name of the file.
    Named,
}

/// Surest first.
pub(super) const CLASSES: [Class; 5] = [Class::Stated, Class::Completed, Class::Linked, Class::Shared, Class::Named];

/// A bound on the day of publication.
pub(super) struct Constraint {
    pub class: Class,
    pub interval: Interval,
    /// The likeliest day, and how much it counts beside other guesses.
    pub guess: Option<Day>,
    pub rank: u8,
    /// Place of the sentence that says so.
    pub sentence: usize,
    /// It is the day of the last change.
    pub is_change: bool,
    pub why: Bound,
}

/// Which day each clue means, as far as known.
pub(super) type Anchors = Vec<Option<Day>>;

/// Percent of the telling words near two clues that they must share to tell of one event: for a weekday, which agrees by
/// chance one time in seven; for `hier`, which agrees with any day; for `aujourd’hui`, which often only means `nowadays`,
/// as much as a sentence taken over.
const SAME_EVENT: u32 = 28;
const SAME_EVENT_DEICTIC: u32 = 60;
const SAME_WORDS: u32 = 100;
/// Percent of common text that makes two articles one dispatch: less is a quotation or a background paragraph.
const ONE_DISPATCH: usize = 25;
/// One weekday in common with articles of an event that goes on for longer says nothing.
const N_DAYS_OF_DOUBT: i32 = 35;
/// Articles of one event that are further apart tell nothing about a year.
const N_DAYS_OF_EVENT: i32 = 200;

/// Which day each clue means where its article has a day, or its words say it all.
pub(super) fn anchors(kinship: &Kinship, known: &[Known]) -> Anchors {
    let day = |clue: &Clue| match known[clue.document].interval().and_then(Interval::ends) {
        Some((first, last)) => usage::resolve(&clue.moment, first).filter(|day| usage::resolve(&clue.moment, last) == Some(*day)),
        None => usage::absolute(&clue.moment),
    };
    kinship.clues.iter().map(day).collect()
}

/// All that bounds the day of the document at `place`.
pub(super) fn constraints(documents: &[Document], place: usize, kinship: &Kinship, known: &[Known], anchors: &Anchors) -> Vec<Constraint> {
    let document = &documents[place];
    let from = kinship.clues.partition_point(|clue| clue.document < place);
    let to = kinship.clues.partition_point(|clue| clue.document <= place);
    let scene = Scene { documents, kinship, known, anchors, place };
    let mut found: Vec<Constraint> = of_page(document).into_iter().collect();
    found.extend((from..to).filter_map(|at| scene.dated(at)));
    let of_others = scene.around(from..to);
    found.extend((from..to).filter_map(|at| scene.completed(at, of_others)));
    let meetings: Vec<Meeting> = (from..to).filter_map(|at| scene.meeting(from..to, at)).collect();
    let corroboration = Corroboration::of(&meetings, kinship, of_others.map(|(around, _)| around));
    let tells = !matches!(corroboration, Corroboration::Alone(n_days) if n_days > N_DAYS_OF_DOUBT);
    found.extend(meetings.iter().filter(|_| tells).map(|meeting| scene.linked(meeting, corroboration)));
    found.extend(scene.shared());
    found
}

/// What the page around the article says: its last change, when it was collected, and the name of its file.
fn of_page(document: &Document) -> Vec<Constraint> {
    let until = |last: Day, why: Bound| Constraint {
        class: Class::Stated,
        interval: Interval { first: None, last: Some(last) },
        guess: None,
        rank: 0,
        sentence: usize::MAX,
        is_change: false,
        why,
    };
    let mut found = Vec::new();
    if let Some((_, last)) = document.metadata.updated.as_ref().and_then(|updated| Day::range_of(&updated.value)) {
        found.push(Constraint { guess: Some(last), rank: 4, is_change: true, ..until(last, Bound::Changed(last)) });
    }
    if let Some(stamp) = doubt::crawl_stamp(document) {
        found.push(until(stamp.last, Bound::Collected(stamp.last)));
    }
    let named = document.metadata.published.as_ref().filter(|fact| super::file_name::tells_date(&document.name, &fact.value));
    if let Some((first, last)) = named.and_then(|fact| Day::range_of(&fact.value)) {
        let interval = Interval::new(first, last);
        found.push(Constraint { class: Class::Named, interval, guess: Some(first), rank: 3, ..until(last, Bound::FileNamed(first)) });
    }
    found
}

/// A weekday of one article, its day, and the clue of another article that says so.
struct Meeting {
    at: usize,
    day: Day,
    other: usize,
    score: u32,
}

impl Corroboration {
    fn of(meetings: &[Meeting], kinship: &Kinship, around: Option<Interval>) -> Self {
        let taken_over = |meeting: &Meeting| meeting.score >= SAME_WORDS;
        let another = |meeting: &Meeting| {
            let when = |meeting: &Meeting| kinship.clues[meeting.at].moment.when;
            meetings.iter().any(|other| when(other) != when(meeting) && (other.day.0 - meeting.day.0).abs() < 7)
        };
        if meetings.iter().any(|meeting| taken_over(meeting) || another(meeting)) {
            return Self::Sure;
        }
        // An event that goes on for weeks has many Mondays.
        let n_days = around.and_then(Interval::ends).map_or(0, |(first, last)| last.0 - first.0);
        Self::Alone(7 * (1 + n_days / 7))
    }
}

/// One document among the others.
struct Scene<'a> {
    documents: &'a [Document],
    kinship: &'a Kinship,
    known: &'a [Known],
    anchors: &'a Anchors,
    place: usize,
}

impl<'a> Scene<'a> {
    fn clue(&self, at: usize) -> &'a Clue {
        &self.kinship.clues[at]
    }

    /// The words of a clue.
    fn words(&self, clue: usize) -> String {
        let clue = self.clue(clue);
        super::metadata::squeeze(clue.moment.span.slice(self.documents[clue.document].text()))
    }

    /// The article of another clue, with the clue: a date that has its year needs no day of publication.
    fn told(&self, clue: usize) -> Witness {
        let place = self.clue(clue).document;
        let known = if usage::absolute(&self.clue(clue).moment).is_some() { Known::Nothing } else { self.known[place] };
        Witness { words: Some(self.words(clue)), ..self.witness(place, known) }
    }

    /// Another article.
    fn witness(&self, place: usize, known: Known) -> Witness {
        let document = &self.documents[place];
        Witness {
            words: None,
            outlet: document.metadata.outlet.as_ref().map(|outlet| outlet.value.clone()),
            name: document.name.clone(),
            is_inferred: matches!(known, Known::Inferred(_)),
        }
    }

    /// From a date with its year: the article follows what it tells and precedes what it announces.
    fn dated(&self, at: usize) -> Option<Constraint> {
        let clue = self.clue(at);
        let moment = &clue.moment;
        let (first, last) = match moment.when {
            When::Date { year: Some(year), month, day, .. } => Day::of(year, month, day).map(|day| (day, day))?,
            When::Month { year: Some(year), month } => Day::month(year, month)?,
            _ => return None,
        };
        let words = self.words(at);
        let (class, interval, guess, why) = match (moment.mark, moment.aim) {
            (Mark::This, _) if first == last && !moment.quoted => {
                (Class::Stated, Interval::new(first.plus(-6), last.plus(6)), Some(first), Bound::Near { words })
            }
            (_, Aim::Past) => {
                let interval = Interval { first: Some(first), last: None };
                (Class::Stated, interval, Some(first).filter(|_| first == last), Bound::Past { words })
            }
            (_, Aim::Future) if !moment.quoted => {
                (Class::Completed, Interval { first: None, last: Some(last) }, None, Bound::Announced { words })
            }
            _ => return None,
        };
        Some(Constraint { class, interval, guess, rank: 2, sentence: clue.sentence, is_change: false, why })
    }

    /// The days of the articles that tell of the same: the year of a day without one is theirs.
    fn around(&self, clues: std::ops::Range<usize>) -> Option<(Interval, usize)> {
        let mut nearest: Option<(u32, usize)> = None;
        let mut all: Option<(Day, Day)> = None;
        let linked = clues.flat_map(|at| self.kinship.links[at].iter()).map(|link| (link.score, self.clue(link.clue).document));
        let shared = self.others().map(|(other, percent)| (u32::try_from(percent).unwrap_or(0) + 50, other));
        for (score, other) in linked.chain(shared).filter(|(score, _)| *score >= SAME_EVENT) {
            let days = self.known[other].interval().filter(|days| days.is_narrow()).and_then(Interval::ends);
            let Some((first, last)) = days else { continue };
            all = Some(all.map_or((first, last), |(a, b)| (a.min(first), b.max(last))));
            // A date that is stated is the better witness.
            let score = if matches!(self.known[other], Known::Said(_)) { score + 1000 } else { score };
            if nearest.is_none_or(|(best, _)| score > best) {
                nearest = Some((score, other));
            }
        }
        let (first, last) = all?;
        Some((Interval::new(first, last), nearest?.1))
    }

    /// Documents that share text with this one, and how much.
    fn others(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        let from = self.kinship.shared.partition_point(|shared| shared.document < self.place);
        let of_this = self.kinship.shared[from..].iter().take_while(|shared| shared.document == self.place);
        of_this.map(|shared| (shared.other, shared.percent))
    }

    /// From a day or a month without its year, when what else is known leaves one year.
    fn completed(&self, at: usize, around: Option<(Interval, usize)>) -> Option<Constraint> {
        let clue = self.clue(at);
        let moment = &clue.moment;
        let is_open = matches!(moment.when, When::Date { year: None, .. } | When::Month { year: None, .. });
        if !is_open || moment.quoted || moment.aim == Aim::Unclear {
            return None;
        }
        // Another article names this very day in the same event.
        let of_link = self.kinship.links[at].iter().filter(|link| link.score >= SAME_EVENT).find_map(|link| {
            let day = self.anchors[link.clue]?;
            let (year, month, of_month) = day.date();
            let same = match moment.when {
                When::Date { month: m, day: d, .. } => (m, d) == (month, of_month),
                When::Month { month: m, .. } => m == month,
                _ => false,
            };
            same.then(|| (year, self.told(link.clue)))
        });
        let (year, witness) = of_link.or_else(|| {
            let (near, other) = around.filter(|(near, _)| near.ends().is_some_and(|(first, last)| last.0 - first.0 <= N_DAYS_OF_EVENT))?;
            Some((usage::year_near(moment, near)?, self.witness(other, self.known[other])))
        })?;
        let (first, last) = usage::days_in(moment, year)?;
        let (interval, guess) = usage::allowed(moment, first, last);
        let why = Bound::OfYear { words: self.words(at), year, witness };
        Some(Constraint { class: Class::Completed, interval, guess, rank: 1, sentence: clue.sentence, is_change: false, why })
    }

    /// Which day a weekday or `hier` is by what other articles tell, unless two days have as much for them.
    fn meeting(&self, clues: std::ops::Range<usize>, at: usize) -> Option<Meeting> {
        let moment = &self.clue(at).moment;
        if moment.quoted {
            return None;
        }
        let threshold = match moment.when {
            When::Deictic(0) => SAME_WORDS,
            When::Deictic(_) => SAME_EVENT_DEICTIC,
            _ => SAME_EVENT,
        };
        // The same words of the article, in all their places, have one day.
        let alike = clues.filter(|other| {
            let other = &self.clue(*other).moment;
            other.when == moment.when && other.mark == moment.mark && !other.quoted
        });
        let mut votes: Vec<(Day, u32)> = Vec::new();
        for link in alike.flat_map(|clue| self.kinship.links[clue].iter()).filter(|link| link.score >= threshold) {
            let Some(day) = self.anchors[link.clue].filter(|day| usage::fits(moment.when, *day)) else { continue };
            match votes.iter_mut().find(|(known, _)| *known == day) {
                Some(vote) => vote.1 = vote.1.max(link.score),
                None => votes.push((day, link.score)),
            }
        }
        votes.order_by_key(|(day, score)| (std::cmp::Reverse(*score), *day));
        let (day, score) = *votes.first()?;
        if votes.get(1).is_some_and(|(_, second)| second * 5 > score * 4) {
            return None;
        }
        let link = self.kinship.links[at].iter().find(|link| link.score >= threshold && self.anchors[link.clue] == Some(day))?;
        Some(Meeting { at, day, other: link.clue, score: link.score })
    }

    fn linked(&self, meeting: &Meeting, corroboration: Corroboration) -> Constraint {
        let Meeting { at, day, other, .. } = *meeting;
        let clue = self.clue(at);
        let (interval, guess) = usage::week(&clue.moment, day, corroboration);
        let side = if clue.moment.aim == Aim::Future { Side::Ahead } else { Side::Told };
        let why = Bound::Means { words: self.words(at), day, side, witness: self.told(other) };
        Constraint { class: Class::Linked, interval, guess: Some(guess), rank: 5, sentence: clue.sentence, is_change: false, why }
    }

    /// From text in common with articles of a known day: a dispatch runs for some days.
    fn shared(&self) -> Option<Constraint> {
        let narrow = |other: usize| self.known[other].interval().and_then(Interval::ends).filter(|(a, b)| b.0 - a.0 <= 2);
        let dated = self
            .others()
            .filter(|(_, percent)| *percent >= ONE_DISPATCH)
            .filter_map(|(other, percent)| Some((percent, other, narrow(other)?)));
        let (_, other, (first, last)) = dated.max_by_key(|(percent, other, _)| (*percent, std::cmp::Reverse(*other)))?;
        let why = Bound::SharedText { witness: self.witness(other, self.known[other]), day: first };
        let interval = Interval::new(first.plus(-4), last.plus(7));
        Some(Constraint { class: Class::Shared, interval, guess: Some(first), rank: 3, sentence: usize::MAX, is_change: false, why })
    }
}
