//! What the kinds of things are called: letter of the label, one, several.

use crate::entities::EntityKind;
use crate::say;

pub fn name(kind: EntityKind) -> (&'static str, &'static str, &'static str) {
    match kind {
        EntityKind::Person => say!(("P", "personne", "Personnes"), ("P", "person", "People")),
        EntityKind::Organisation => say!(("O", "organisation", "Organisations"), ("O", "organisation", "Organisations")),
        EntityKind::Place => say!(("L", "lieu", "Lieux"), ("L", "place", "Places")),
        EntityKind::Media => say!(("M", "média", "Médias"), ("M", "media", "Media")),
        EntityKind::Group => say!(("G", "groupe", "Groupes"), ("G", "group", "Groups")),
        EntityKind::Event => say!(("É", "événement", "Événements"), ("E", "event", "Events")),
        EntityKind::Law => say!(("Loi", "texte de loi", "Lois"), ("Law", "law", "Laws")),
        EntityKind::Product => {
            say!(("S", "service ou produit", "Services et produits"), ("S", "service or product", "Services and products"))
        }
    }
}
