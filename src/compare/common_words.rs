//! Words of any article: they carry matter, and say little about which event is told.
//!
//! In two short articles every word is rare, so that how often one stands in the corpus cannot tell `prendre` from `digue`. These
//! are words that any French or English newspaper uses on every page, whatever it tells; they weigh less from the start
//! (a background model, as in Zhai and Lafferty, A study of smoothing methods for language models, 2001). Deliberately no
//! word of a topic, however frequent topics make it.

use std::sync::LazyLock;

use super::vocabulary::stem;
use crate::order::Order;
use crate::text::Language;

/// Dictionary forms, divided by spaces.
const FRENCH: &str = "\
    accompagner afin agir ailleurs aimer ajouter aller ami an annee annoncer appeler appartenir apporter apprendre \
    arriver atteindre attendre aucun aujourd autour autant avenir avis base bas beau beaucoup besoin bon bout cadre cas \
    cause certain chance changer charge chef cher chercher chose cinq clair commencer compte compter concerner condition conduire \
    confier connaître conséquence considérer continuer contraire contrer côté coup cour cours court créer croire début \
    décider demain demander demeurer demi dernier derrière désormais devant devenir différent difficile dimanche direct dix donner \
    doute droit durant durer effet également élément ensemble ensuite entier entrer environ époque erreur espérer essayer état \
    événement éviter exemple expliquer fait faire falloir faux figurer fin finir fois fond force forme fort français france garder \
    général gens grand groupe gros haut heure hier histoire homme horaire idée image important impossible intérieur jamais janvier \
    jeudi jour journée jusque juste laisser lancer large lendemain lieu ligne liste loin long longtemps lourd lundi madame main \
    maintenant mal manière mardi marquer matière matin mauvais meilleur membre mener mercredi mettre milieu mille minute mise mode \
    moitié moment mois monde monsieur montrer moyen nature nécessaire niveau nombre nombreux nom nommer normal nouveau nuit objet \
    obtenir occuper ordre ouvrir parler part partie partir passer pays peine penser perdre permettre personne petit peuple place \
    plein plupart plusieurs point porter poser position possible pouvoir pratique premier prendre près présent présenter presser \
    presse prévoir principal prix problème prochain proche propos proposer propre public quatre question quinze quitter raison \
    rappeler récent recevoir reconnaître reconnaitre réduire regarder relation rendre reprendre reste rester retour retrouver \
    réunir revenir rien rôle rue samedi savoir second semaine sembler sens sentir série service seul servir simple situation six \
    soir solution sortir sorte sous souvent suite suivre sujet sûr système tant tard temps tenir tenter terme terre tête tirer tomber \
    toujours toucher tour tourner travail travailler trois trouver type unique utiliser valeur vendredi venir vie vieux ville vingt \
    visage vivre voici voilà voir voisin voix volonté vouloir vrai vue";
const ENGLISH: &str = "\
    able act add ago another area around ask back bad become begin believe best better big bring call case change come continue \
    country course day different early end even ever every example fact far feel few find first follow friday full general get give go \
    good great group hand happen hard help high home hour house however idea important include issue keep kind know large last late \
    lead leave let life like line little live local long look lot make man many matter mean member might moment monday month morning \
    move much must name national need never new next night nothing number off offer often old once one open order own part people \
    person place plan play point possible present problem public put question reason recent report result right run saturday see seem \
    set several show side since small something sometimes sort start state still story sunday system take talk tell thing think though \
    thursday time together try tuesday turn two use want way wednesday week well without woman word work world year yesterday";

/// Functions that stand before or behind names, in both languages: an account that brings a person brings the function too, so that it says
/// little more than the name.
const FUNCTIONS: &str = "\
    ministre ministère secrétaire président présidente vice-président maire préfet préfète procureur procureure juge avocat avocate député \
    sénateur sénatrice directeur directrice porte-parole parole pdg délégué déléguée conseiller conseillère commissaire commandant \
    colonel capitaine lieutenant professeur professeure docteur chercheur chercheuse historien historienne ambassadeur consul \
    gouverneur premier première général adjoint adjointe minister president mayor prosecutor judge lawyer director spokesman spokeswoman \
    secretary senator governor commissioner colonel captain professor";

/// Stems of words of functions, sorted.
pub(super) fn functions() -> &'static [String] {
    static STEMS: LazyLock<Vec<String>> = LazyLock::new(|| {
        let of = |language| FUNCTIONS.split_whitespace().map(move |word| stem(language, word));
        let mut stems: Vec<String> = of(Language::French).chain(of(Language::English)).collect();
        stems.order();
        stems.dedup();
        stems
    });
    &STEMS
}

/// Stems of these words, sorted.
pub(super) fn stems() -> &'static [String] {
    static STEMS: LazyLock<Vec<String>> = LazyLock::new(|| {
        let of = |language, words: &'static str| words.split(' ').map(move |word| stem(language, word));
        let mut stems: Vec<String> = of(Language::French, FRENCH).chain(of(Language::English, ENGLISH)).collect();
        stems.order();
        stems.dedup();
        stems
    });
    &STEMS
}
