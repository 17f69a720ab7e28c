//! What is known of an article in one line, and what of it is a guess.

use crate::say;

/// By a guess; `day` says how exact it is.
pub fn published(day: &str) -> String {
    say!(format!("publié {day}"), format!("published {day}"))
}

pub fn published_on(day: &str) -> String {
    say!(format!("publié le {day}"), format!("published {day}"))
}

pub fn no_day() -> &'static str {
    say!("sans date de publication", "no date of publication")
}

pub fn updated_on(day: &str) -> String {
    say!(format!("mis à jour le {day}"), format!("updated {day}"))
}

pub fn after_agency(agency: &str) -> String {
    say!(format!("d’après {agency}"), format!("after {agency}"))
}

pub fn why_inferred() -> &'static str {
    say!("Pourquoi «\u{a0}déduit\u{a0}»\u{a0}?", "Why “inferred”?")
}

/// Beside a value.
pub fn inferred() -> &'static str {
    say!(" déduit", " inferred")
}

/// Beside the name of an outlet, read aloud.
pub fn outlet_inferred() -> &'static str {
    say!(" (source déduite)", " (outlet inferred)")
}

pub fn title() -> &'static str {
    say!("Titre", "Title")
}

pub fn outlet() -> &'static str {
    say!("Source", "Outlet")
}

pub fn publication() -> &'static str {
    say!("Publication", "Publication")
}

pub fn update() -> &'static str {
    say!("Mise à jour", "Update")
}

pub fn agency() -> &'static str {
    say!("Agence", "Agency")
}
