//! The tour of a first visit.

use crate::say;

pub fn title() -> &'static str {
    say!("Visite", "Tour")
}

pub fn first_visit() -> &'static str {
    say!("Première visite\u{a0}?", "First visit?")
}

pub fn start(n: usize) -> String {
    say!(format!("Faire le tour en {n} étapes"), format!("Take the tour, {n} stops"))
}

pub fn decline() -> &'static str {
    say!("Non merci", "No, thank you")
}

pub fn count(at: usize, n: usize) -> String {
    say!(format!("Étape {at} sur {n}."), format!("Stop {at} of {n}."))
}

pub fn on() -> &'static str {
    say!("Suite", "Next")
}

pub fn again() -> &'static str {
    say!("Faire le tour de la page", "Take the tour of the page")
}

pub fn back() -> &'static str {
    say!("Retour", "Back")
}

pub fn leave() -> &'static str {
    say!("Quitter la visite", "Leave the tour")
}

pub fn end() -> &'static str {
    say!("Terminer", "Finish")
}

pub fn stops() -> [&'static str; 5] {
    say!(
        [
            "Tous les articles d’un coup d’œil. Tout ce qui est souligné, chaque case et chaque part ouvre les phrases dont elle est faite.",
            "Un article. Choisissez une phrase\u{a0}: le panneau dit où les autres la racontent, et ce qui y diffère. Les repères se cachent et se montrent.",
            "Deux articles côte à côte, ou tous ensemble\u{a0}: énoncés, désaccords, silences, texte commun, titres.",
            "Qui est nommé, qui est cité, les dates, les chiffres, les mots. La recherche, en haut, répond à chaque lettre.",
            "Vos articles\u{a0}: déposez des fichiers n’importe où dans la page. Corrigez, gardez, publiez\u{a0}; rien ne quitte l’onglet.",
        ],
        [
            "All articles at a glance. Whatever is underlined, each cell and each share opens the sentences it is made of.",
            "One article. Choose a sentence: the panel says where the others tell it, and what differs there. Marks can be hidden and shown.",
            "Two articles side by side, or all together: statements, disagreements, silences, common text, headlines.",
            "Who is named, who is quoted, dates, figures, words. The search above answers at every letter.",
            "Your articles: drop files anywhere on the page. Correct, keep, publish; nothing leaves the tab.",
        ]
    )
}
