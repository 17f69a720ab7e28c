//! Reads the values of fields: what is asked of an article as a whole, of the place of words, or of another layer.

use super::field::{self, FieldName, Value};
use super::layer::Layer;
use super::lex::opens_phrase;
use super::notice::{NoticeKind, Notices};
use super::period::{self, Period, PeriodError, Turn};
use super::query::{Annotated, Called, Filter, PlaceKind};
use super::term;
use crate::span::Span;

/// A field as it was typed.
#[derive(Clone, Copy, Debug)]
pub struct FieldText<'q> {
    pub query: &'q str,
    pub name: FieldName,
    /// Its value, without quotation marks.
    pub value: Span,
    /// All of it.
    pub span: Span,
    /// Whether the value may go on.
    pub typed: Value,
}

impl<'q> FieldText<'q> {
    pub fn text(&self) -> &'q str {
        self.value.slice(self.query)
    }

    /// The name as it was typed.
    fn name(&self) -> String {
        let typed = self.span.slice(self.query);
        typed.split([':', '：']).next().unwrap_or(typed).trim().to_owned()
    }

    /// Tells that there is no value. At the end of the query somebody is about to type it.
    pub fn tell_empty(&self, notices: &mut Notices<'_>) {
        let kind = NoticeKind::EmptyValue { field: self.name() };
        if self.query[self.span.end as usize..].trim().is_empty() {
            notices.tell(kind, self.span);
        } else {
            notices.mend(kind, self.span, self.span, "");
        }
    }

    /// A value in quotation marks is all of a name; one that is still open may go on.
    fn called(&self) -> Called {
        let (before, after) = (&self.query[..self.value.start as usize], &self.query[self.value.end as usize..self.span.end as usize]);
        if before.trim_end().ends_with(opens_phrase) && !after.trim_start().is_empty() { Called::Exactly } else { Called::Partly }
    }

    /// The folded words of the value.
    pub fn key(&self, notices: &mut Notices<'_>) -> Option<Vec<String>> {
        let key = match self.name {
            FieldName::Figure => term::figure(self.text()),
            FieldName::Outlet | FieldName::Author => term::name(self.text()),
            _ => term::folded(self.text()),
        };
        if key.is_empty() {
            self.tell_empty(notices);
            return None;
        }
        Some(key)
    }

    /// The names of articles that the value lists.
    pub fn articles(&self, notices: &mut Notices<'_>) -> Vec<String> {
        let names: Vec<String> = self.text().split(',').map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect();
        if names.is_empty() {
            self.tell_empty(notices);
        }
        names
    }

    pub fn place(&self, notices: &mut Notices<'_>) -> Option<PlaceKind> {
        let place = field::place(self.text(), self.typed);
        if place.is_none() {
            self.tell_unknown(notices);
        }
        place
    }

    /// What must be true of an article as a whole.
    pub fn filter(&self, notices: &mut Notices<'_>) -> Option<Filter> {
        match self.name {
            FieldName::Outlet => self.key(notices).map(|key| Filter::Outlet(key, self.called())),
            FieldName::Author => self.key(notices).map(|key| Filter::Author(key, self.called())),
            _ => self.period(notices),
        }
    }

    fn period(&self, notices: &mut Notices<'_>) -> Option<Filter> {
        if self.is_on_its_way() {
            self.tell_empty(notices);
            return None;
        }
        match period::read(self.text()) {
            Ok(Period { first, last, order }) => {
                if order == Turn::Reversed
                    && let Some((from, to)) = period::ends(self.text())
                {
                    notices.mend(NoticeKind::ReversedPeriod, self.value, self.value, &format!("{to}..{from}"));
                }
                Some(Filter::Published { first, last })
            }
            Err(why) => {
                self.tell_date(why, notices);
                None
            }
        }
    }

    /// What another layer found.
    pub fn annotation(&self, notices: &mut Notices<'_>) -> Option<Annotated> {
        let (layer, key) = match self.name {
            FieldName::Type => match field::entity_type(self.text(), self.typed) {
                Some(name) => (Layer::EntityType, vec![name.to_owned()]),
                None => {
                    self.tell_unknown(notices);
                    return None;
                }
            },
            FieldName::When if self.is_on_its_way() => {
                self.tell_empty(notices);
                return None;
            }
            FieldName::When => match period::date(self.text()) {
                Ok(date) => (Layer::Day, vec![date]),
                Err(why) => {
                    self.tell_date(why, notices);
                    return None;
                }
            },
            FieldName::Figure => (Layer::Figure, self.key(notices)?),
            FieldName::Speaker => (Layer::Speaker, self.key(notices)?),
            _ => (Layer::Entity, self.key(notices)?),
        };
        Some(Annotated { layer, key, called: self.called() })
    }

    /// True of a date that somebody has only begun to type: `201`, `2015-`, `2015-02..`.
    fn is_on_its_way(&self) -> bool {
        let text = self.text();
        let last = text.rsplit("..").next().unwrap_or(text);
        let (digits, rest) = last.split_at(last.find(|c: char| !c.is_ascii_digit()).unwrap_or(last.len()));
        text.is_empty()
            || self.typed == Value::Unfinished && !digits.is_empty() && (rest.is_empty() && digits.len() < 4 || rest.ends_with('-'))
    }

    fn tell_unknown(&self, notices: &mut Notices<'_>) {
        if self.value.is_empty() {
            return self.tell_empty(notices);
        }
        let value = self.text().chars().take(40).collect();
        let known = self.name.values().into_iter().map(str::to_owned).collect();
        let kind = NoticeKind::UnknownValue { field: self.name(), value, known };
        match field::near_value(self.name, self.text()) {
            Some(value) => notices.mend(kind, self.value, self.value, value),
            None => notices.mend(kind, self.value, self.span, ""),
        }
    }

    fn tell_date(&self, why: PeriodError, notices: &mut Notices<'_>) {
        let kind = match why {
            PeriodError::NotRead => NoticeKind::DateNotRead { value: self.text().chars().take(40).collect() },
            PeriodError::NoSuchMonth(month) => NoticeKind::NoSuchMonth { month },
            PeriodError::NoSuchDay(day) => NoticeKind::NoSuchDay { day },
        };
        // Without the month or day that there is not; what is no date at all goes.
        let year = self.text().get(..4).filter(|year| year.bytes().all(|byte| byte.is_ascii_digit()) && why != PeriodError::NotRead);
        match year {
            Some(year) => notices.mend(kind, self.value, self.value, year),
            None => notices.mend(kind, self.value, self.span, ""),
        }
    }
}

/// True for fields that are looked up as words are.
pub fn is_found(name: FieldName) -> bool {
    matches!(name, FieldName::Entity | FieldName::Type | FieldName::Figure | FieldName::When)
}
