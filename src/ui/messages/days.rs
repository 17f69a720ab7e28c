//! What happened by day, what was published, and what was known by then.

use crate::locale::in_marks;
use crate::say;
use crate::times::{Certainty, Day};
use crate::ui::format;
use crate::ui::messages::counts;

/// Name of the file.
pub fn file() -> &'static str {
    say!("chronologie", "timeline")
}

pub fn other_moments(n: usize) -> String {
    let moments = format::count(n, say!("autre moment", "other moment"), say!("autres moments", "other moments"));
    say!(
        format!("Et {moments}, que moins d’articles racontent\u{a0}: le fichier les donne tous."),
        format!("And {moments}, told by fewer articles: the file gives them all.")
    )
}

/// From one day to another, or on one.
fn stretch(first: Day, last: Day) -> String {
    let (a, b) = (format::date(&first.iso()), format::date(&last.iso()));
    match first == last {
        true => say!(format!("le {a}"), format!("on {a}")),
        false => say!(format!("du {a} au {b}"), format!("from {a} to {b}")),
    }
}

/// How many moments are placed on the calendar, between which days, and which most articles tell.
pub fn placed(n: usize, first: Day, last: Day, most: &str) -> String {
    let moments = format::count(n, say!("moment placé", "moment placed"), say!("moments placés", "moments placed"));
    let between = stretch(first, last);
    say!(format!("{moments} sur le calendrier, {between}.{most}"), format!("{moments} in the calendar, {between}.{most}"))
}

pub fn most_told(when: &str, n_articles: usize) -> String {
    let articles = counts::n_articles(n_articles);
    say!(format!(" Le plus raconté\u{a0}: {when}, par {articles}."), format!(" Most told: {when}, by {articles}."))
}

pub fn none_placed() -> &'static str {
    say!("Aucun moment n’est placé sur le calendrier.", "No moment is placed in the calendar.")
}

pub fn dates_inferred(n: usize) -> String {
    let articles = counts::n_articles(n);
    match n {
        0 => String::new(),
        1 => say!(" La date d’un article est déduite.", " The date of one article is inferred.").to_owned(),
        _ => say!(format!(" La date de {articles} est déduite."), format!(" The date of {articles} is inferred.")),
    }
}

pub fn undated(n: usize) -> String {
    let articles = counts::n_articles(n);
    match n {
        0 => String::new(),
        1 => say!(" Un article n’a pas de date.", " One article has no date.").to_owned(),
        _ => say!(format!(" {articles} n’ont pas de date."), format!(" {articles} have no date.")),
    }
}

/// A moment on the line, with what happened.
pub fn moment(when: &str, what: &str) -> String {
    say!(format!("{when}\u{a0}: {what}"), format!("{when}: {what}"))
}

/// A day or a stretch of days in words.
pub fn days(first: Day, last: Day) -> String {
    let (a, b) = (first.iso(), last.iso());
    let is_month = a.get(..7) == b.get(..7) && a.ends_with("-01") && last.plus(1).iso().ends_with("-01");
    match () {
        () if first == last => format::date(&a),
        () if is_month => format::date(a.get(..7).unwrap_or(&a)),
        () => {
            let (a, b) = (format::date(&a), format::date(&b));
            say!(format!("du {a} au {b}"), format!("{a} to {b}"))
        }
    }
}

/// `20 févr. 2015`; `20 Feb 2015`.
pub fn short(day: Day) -> String {
    const FRENCH: [&str; 12] = ["janv.", "févr.", "mars", "avril", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."];
    const ENGLISH: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"];
    let (year, month, of_month) = day.date();
    let month = say!(FRENCH, ENGLISH).get(month as usize - 1).copied().unwrap_or_default();
    let first = if of_month == 1 { say!("er", "") } else { "" };
    format!("{of_month}{first}\u{a0}{month}\u{a0}{year}")
}

/// A gap in words: `12 jours`, `3 mois`, `2 ans`.
pub fn gap(n_days: i32) -> String {
    let (n, (one, many)) = match n_days {
        ..62 => (n_days, say!(("jour", "jours"), ("day", "days"))),
        62..730 => (n_days / 30, say!(("mois", "mois"), ("month", "months"))),
        _ => (n_days / 365, say!(("an", "ans"), ("year", "years"))),
    };
    format::count(usize::try_from(n).unwrap_or_default(), one, many)
}

pub fn what_was_known() -> &'static str {
    say!("Ce qu’on savait", "What was known")
}

pub fn everything() -> &'static str {
    say!("tout, aujourd’hui", "everything, today")
}

/// What is known is what had appeared by this moment.
pub fn known_on(moment: &str) -> String {
    say!(format!("le {moment}"), format!("on {moment}"))
}

pub fn dates() -> &'static str {
    say!("Dates", "Dates")
}

pub fn certainty_choice() -> &'static str {
    say!("Certitude", "Certainty")
}

/// How sure a day is, as a choice.
pub fn certainty(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Written => say!("Écrites en entier", "Written in full"),
        Certainty::Resolved => say!("Comptées", "Counted"),
        Certainty::Likely | Certainty::Vague => say!("Probables", "Probable"),
    }
}

pub fn legend() -> &'static str {
    say!(
        "Un rond est un moment, d’autant plus gros que plus d’articles le racontent\u{a0}; un carré, une parution. Creux et pointillé\u{a0}: la date n’est que déduite ou probable. Les longs vides sont coupés (//), leur durée est écrite au-dessus.",
        "A circle is a moment, the larger the more articles tell it; a square, a publication. Hollow and dotted: the date is only inferred or probable. Long gaps are cut (//), with their length written above."
    )
}

pub fn as_table() -> &'static str {
    say!("Chronologie en tableau", "Timeline as a table")
}

pub fn in_calendar_order() -> &'static str {
    say!(
        "Les mêmes moments et les mêmes parutions, dans l’ordre du calendrier",
        "The same moments and the same publications, in the order of the calendar"
    )
}

pub fn heads() -> [&'static str; 2] {
    say!(["Quand", "Ce qui s’est passé, ou a paru"], ["When", "What happened, or was published"])
}

/// An article, and the words by which it says when.
pub fn written_in(article: &str, surface: &str) -> String {
    format!("{article} · {}", in_marks(surface))
}

pub fn probable_date() -> &'static str {
    say!("date probable", "probable date")
}

pub fn other_passages(n: usize) -> String {
    format::count(n, say!("autre passage", "other passage"), say!("autres passages", "other passages"))
}

pub fn publication() -> &'static str {
    say!("Parution", "Publication")
}

pub fn scrollable() -> &'static str {
    say!("Ligne du temps, à faire défiler", "Timeline, to be scrolled")
}

pub fn what_happened() -> &'static str {
    say!("Ce qui s’est passé", "What happened")
}

pub fn what_was_published() -> &'static str {
    say!("Ce qui a paru", "What was published")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{self, Locale};

    #[test]
    fn days_are_said_in_both_languages() {
        let day = |month, day| Day::of(2015, month, day).expect("the day exists");
        let said = || [days(day(2, 1), day(2, 28)), days(day(2, 1), day(3, 2)), short(day(2, 1)), gap(1), gap(897)];
        assert_eq!(
            said().map(|text| text.replace('\u{a0}', " ")),
            ["février 2015", "du 1er février 2015 au 2 mars 2015", "1er févr. 2015", "1 jour", "2 ans"]
        );
        locale::set(Locale::English);
        assert_eq!(
            said().map(|text| text.replace('\u{a0}', " ")),
            ["February 2015", "1 February 2015 to 2 March 2015", "1 Feb 2015", "1 day", "2 years"]
        );
        assert_eq!(placed(1, day(2, 1), day(2, 1), "").replace('\u{a0}', " "), "1 moment placed in the calendar, on 1 February 2015.");
        locale::set(Locale::French);
    }
}
