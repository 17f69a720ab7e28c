//! Dates that are not exact, and words between marks.

use crate::say;

pub use crate::corpus::calendar::ENGLISH_MONTHS;
pub use crate::locale::in_marks;

pub fn between(a: &str, b: &str) -> String {
    say!(format!("entre le {a} et le {b}"), format!("between {a} and {b}"))
}

pub fn at_the_earliest(day: &str) -> String {
    say!(format!("au plus tôt le {day}"), format!("{day} at the earliest"))
}

pub fn at_the_latest(day: &str) -> String {
    say!(format!("au plus tard le {day}"), format!("{day} at the latest"))
}

/// Near a day.
pub fn about_the(day: &str) -> String {
    say!(format!("vers le {day}"), format!("about {day}"))
}

/// In a month or near it.
pub fn about(month: &str) -> String {
    say!(format!("vers {month}"), format!("about {month}"))
}

pub fn undated() -> &'static str {
    say!("sans date", "undated")
}

/// Why a value is a guess.
pub fn inferred(between: &str, why: &str) -> String {
    say!(format!("Déduit, non écrit dans la page : {between}{why}"), format!("Inferred, not written in the page: {between}{why}"))
}

/// Between a thing and what is said of it.
pub fn colon() -> &'static str {
    say!("\u{a0}: ", ": ")
}
