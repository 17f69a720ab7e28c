//! Charts as files.

use super::counts::n_articles;
use crate::say;

pub fn svg() -> &'static str {
    say!("SVG", "SVG")
}

pub fn png() -> &'static str {
    say!("PNG", "PNG")
}

/// What is read out behind the form.
pub fn of_chart() -> &'static str {
    say!("\u{a0}: enregistrer ce graphique", ": save this chart")
}

/// Where a chart comes from, in one line.
pub fn provenance(title: Option<&str>, n: usize, day: &str) -> String {
    let of = n_articles(n);
    let made = say!(format!("fait avec Recoupe le {day}"), format!("made with Recoupe on {day}"));
    title.into_iter().chain([&*of, &*made]).collect::<Vec<_>>().join(" · ")
}

/// In a frame that may be shut to files: browsers do not say so.
pub fn maybe_saved() -> &'static str {
    say!(
        "Image faite. Si rien n’est enregistré, c’est que ce cadre ne laisse passer aucun fichier\u{a0}: ouvrez la page seule.",
        "Picture made. If nothing is saved, this frame lets no file through: open the page by itself."
    )
}

pub fn no_png() -> &'static str {
    say!("Ce navigateur ne dessine pas de PNG ici\u{a0}: prenez le SVG.", "This browser draws no PNG here: take the SVG.")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{self, Locale};

    #[test]
    fn a_chart_says_where_it_comes_from_in_both_languages() {
        assert_eq!(provenance(Some("La crue"), 5, "3\u{a0}mai 2026"), "La crue · 5\u{a0}articles · fait avec Recoupe le 3\u{a0}mai 2026");
        locale::set(Locale::English);
        assert_eq!(provenance(None, 1, "3\u{a0}May 2026"), "1\u{a0}article · made with Recoupe on 3\u{a0}May 2026");
        locale::set(Locale::French);
    }
}
