//! The days from which a text counts: that of its publication, and the one of which it speaks at that place.

use super::Day;
use crate::corpus::told::Quotation;
use crate::corpus::{Basis, Document};

/// What is known at one place of one article.
pub(super) struct Scene {
    /// The day of publication, the likeliest where it is inferred.
    pub published: Option<Day>,
    /// The first and last day on which it may have been.
    pub ends: Option<(Day, Day)>,
    /// The last day named outside quotation marks that was there already.
    day: Option<Day>,
    /// A day to come, or on which somebody only spoke: it holds in its sentence.
    aside: Option<Day>,
    /// The day to come of the sentence before.
    ahead: Option<Day>,
    /// The first day of the last week, month or year that was named since.
    stretch: Option<Day>,
    /// The last day named stands for the night that begins on it: `dans la nuit de samedi à dimanche … vers 3 heures`.
    night: bool,
    pub quotation: Quotation,
}

/// A quotation is about these days before the article at most; its `aujourd’hui` is otherwise that of the article.
const N_DAYS_OF_SPEECH: i32 = 6;

impl Scene {
    pub(super) fn of(document: &Document) -> Self {
        let range = |iso: &str| Day::range_of(iso);
        let published = document.metadata.published.as_ref();
        let stated = published.and_then(|fact| range(&fact.value));
        let ends = published.and_then(|fact| match &fact.basis {
            Basis::Inferred { earliest, latest, .. } => {
                let first = earliest.as_deref().and_then(range).or(stated)?.0;
                let last = latest.as_deref().and_then(range).or(stated)?.1;
                Some((first, last))
            }
            _ => stated,
        });
        // Of a month only the last day has seen all that is told.
        Self {
            published: stated.map(|(_, last)| last),
            ends,
            day: None,
            aside: None,
            ahead: None,
            stretch: None,
            night: false,
            quotation: Quotation::default(),
        }
    }

    /// Quotation marks are closed where a paragraph ends, whatever stands there.
    pub(super) fn begin_paragraph(&mut self) {
        self.quotation = Quotation::default();
    }

    /// What stands in a line of date is not what the text speaks of.
    pub(super) fn leave(&mut self) {
        (self.day, self.aside, self.stretch) = (None, None, None);
    }

    pub(super) fn begin_sentence(&mut self) {
        self.ahead = self.aside.take();
    }

    /// `Il parlera lundi. La réunion est prévue à 18 heures`: what is to come goes on with the day to come.
    pub(super) fn go_on_ahead(&mut self) {
        self.aside = self.aside.or(self.ahead.filter(|ahead| self.day().is_none_or(|day| day < *ahead)));
    }

    /// The text now speaks of this day.
    pub(super) fn tell(&mut self, day: Day) {
        (self.day, self.aside, self.stretch) = (Some(day), None, None);
    }

    /// Whether the day just told is that of a night.
    pub(super) fn tell_night(&mut self, night: bool) {
        self.night = night;
    }

    pub(super) fn is_night(&self) -> bool {
        self.night
    }

    /// The sentence speaks of this day besides.
    pub(super) fn tell_aside(&mut self, day: Day) {
        self.aside = Some(day);
    }

    /// The text now speaks of a stretch that begins on this day.
    pub(super) fn tell_stretch(&mut self, first: Day) {
        self.stretch = Some(first);
    }

    /// The day from which whole weeks, months and years are counted on.
    pub(super) fn stretch(&self) -> Option<Day> {
        self.stretch.or(self.day())
    }

    /// The day of which the text speaks, if it has named one.
    pub(super) fn day(&self) -> Option<Day> {
        self.aside.or(self.day)
    }

    /// The day from which `hier` and `vendredi` count at this place: in somebody's words the day on which they were said.
    pub(super) fn spoken(&self) -> Option<Day> {
        let published = self.published?;
        let said = self.day.filter(|day| self.quotation.is_open() && (0..=N_DAYS_OF_SPEECH).contains(&(published.0 - day.0)));
        said.or(Some(published))
    }
}
