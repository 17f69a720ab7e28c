//! The lines that put the explorer into another page.

use crate::say;

pub fn title() -> &'static str {
    say!("Intégrer dans une autre page", "Embed in another page")
}

pub fn part() -> &'static str {
    say!("Ce qui est montré", "What is shown")
}

/// What can be shown alone, with its word in the address of the frame; empty for the explorer as it stands.
pub fn parts() -> [(&'static str, &'static str); 6] {
    [
        ("", say!("tout l’explorateur", "the whole explorer")),
        ("bare", say!("la vue choisie, sans la barre", "the chosen view, without the bar")),
        ("grid", say!("le tableau des noms", "the grid of names")),
        ("findings", say!("ce qui se recoupe", "what is shared")),
        ("headlines", say!("les titres", "the headlines")),
        ("opening", say!("les phrases d’ouverture", "the opening sentences")),
    ]
}

pub fn height() -> &'static str {
    say!("Hauteur, en pixels", "Height, in pixels")
}

pub fn snippet() -> &'static str {
    say!("Lignes à coller", "Lines to paste")
}

pub fn preview() -> &'static str {
    say!("Aperçu dans un onglet", "Preview in a tab")
}

pub fn publish_first() -> &'static str {
    say!(
        "Ce corpus n’est que dans ce navigateur\u{a0}: enregistrez d’abord l’explorateur, mettez le fichier sur votre site, et remplacez l’adresse.",
        "This corpus is in this browser only: save the explorer first, put the file on your site, and replace the address."
    )
}

/// Where a corpus will be that is on no site yet.
pub fn elsewhere() -> &'static str {
    say!("https://…/explorateur.html", "https://…/explorer.html")
}

pub fn fallback() -> &'static str {
    say!("Ouvrir l’explorateur", "Open the explorer")
}

pub fn export_as() -> &'static str {
    say!("Autres formes", "Other forms")
}

pub fn exchange() -> &'static str {
    say!("Tout ce qui est trouvé (.zip)", "All that is found (.zip)")
}

pub fn annotations() -> &'static str {
    say!("Annotations W3C", "W3C annotations")
}

pub fn review() -> &'static str {
    say!("Revue de presse (.md)", "Press review (.md)")
}
