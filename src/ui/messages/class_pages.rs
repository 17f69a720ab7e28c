//! The pages for a class, what each is called, and the link that opens one.

use crate::say;

pub fn pages() -> &'static str {
    say!("Pages pour la classe", "Pages for the class")
}

pub fn lesson() -> &'static str {
    say!("Le cours", "The lesson")
}

pub fn five_questions() -> &'static str {
    say!("Les cinq questions", "The five questions")
}

pub fn worksheet() -> &'static str {
    say!("Fiche", "Worksheet")
}

pub fn key() -> &'static str {
    say!("Corrigé", "Answer key")
}

/// The part with the link and the code.
pub fn link_title() -> &'static str {
    say!("Lien et code pour la classe", "Link and code for the class")
}

pub fn link() -> &'static str {
    say!("Lien vers cette page", "Link to this page")
}

/// What the code is, for who does not see it; the link stands beside it.
pub fn code(link: &str) -> String {
    say!(format!("Code QR qui ouvre {link}"), format!("QR code that opens {link}"))
}

pub fn enlarge() -> &'static str {
    say!("Code en grand", "Large code")
}

pub fn what_it_opens() -> &'static str {
    say!(
        "Qui l’ouvre a les mêmes questions que vous\u{a0}; personne ne reçoit vos réponses.",
        "Whoever opens it has the same questions as you; nobody receives your answers."
    )
}

pub fn link_hides() -> &'static str {
    say!("Les médias y sont cachés, comme ici.", "The outlets are hidden there, as here.")
}

pub fn without_corrections() -> &'static str {
    say!(
        "Il ouvre le corpus livré, sans les corrections que vous avez faites ici.",
        "It opens the corpus that ships, without the corrections that you made here."
    )
}

/// Where the corpus is nobody else's.
pub fn own_corpus() -> &'static str {
    say!(
        "Ce corpus n’est que dans ce navigateur\u{a0}: un lien ouvrirait ailleurs un autre corpus. Enregistrez l’explorateur en un seul fichier (page Corpus), donnez ce fichier à la classe, et ajoutez derrière son adresse\u{a0}:",
        "This corpus is in this browser only: elsewhere a link would open another corpus. Save the explorer as a single file (page Corpus), hand that file to the class, and add behind its address:"
    )
}

pub fn to_corpus() -> &'static str {
    say!("Enregistrer l’explorateur", "Save the explorer")
}

/// Where the page is a file.
pub fn from_a_file() -> &'static str {
    say!(
        "Cette page est un fichier sur cet ordinateur\u{a0}: un lien vers elle ne mène nulle part ailleurs. Donnez le fichier (clé USB, espace de classe)\u{a0}; ajouté derrière son adresse, ceci ouvre cette page\u{a0}:",
        "This page is a file on this computer: a link to it leads nowhere elsewhere. Hand out the file (USB stick, class folder); added behind its address, this opens this page:"
    )
}

pub fn behind_the_address() -> &'static str {
    say!("À ajouter derrière l’adresse du fichier", "To be added behind the file’s address")
}

pub fn too_long() -> &'static str {
    say!("Ce lien est trop long pour un code QR\u{a0}: copiez-le.", "This link is too long for a QR code: copy it.")
}
