//! What the inflected forms of one word have in common.
//!
//! Snowball (Porter, <https://snowballstem.org/algorithms/french/stemmer.html>) also brings together words that are derived
//! from each other: it gives `terrorisme` and `terroriste`, `journal` and `journaliste` one stem. Who compares articles asks
//! for the forms of a word, not for its relatives, so French words with a derivational ending only lose their plural here;
//! all others go through Snowball. Stems are folded: they meet whatever the accents. A stem is a key, never shown.

use std::borrow::Cow;

use waken_snowball::SnowballEnv;
use waken_snowball::algorithms::{english_stemmer, french_stemmer};

use super::{Language, fold};

/// Endings that make another word out of a word, without the plural.
const DERIVED: &[&str] =
    &["isme", "iste", "ique", "able", "ible", "ateur", "atrice", "tion", "sion", "ité", "ance", "ence", "ment", "age", "erie"];

/// A derivational ending is one only if a word of at least so many letters remains: `page` and `liste` are whole words.
const SHORTEST_BASE: usize = 3;

/// Endings of the simple past, which Snowball cuts off short nouns too: without this `délai` and `délit` would be one word.
const RARE: &[&str] = &["ai", "as", "a", "it"];

/// A stem of fewer letters is believed only if no [`RARE`] ending was cut. At 0 all are believed; growing, more verbs lose
/// their simple past, which the press hardly uses.
const SHORTEST_STEM: usize = 4;

/// Words that end in `s` and would be another word without it.
const SINGULAR_IN_S: &[&str] =
    &["bois", "cours", "fois", "mais", "mars", "mois", "moins", "nous", "paris", "plus", "puis", "sous", "tous", "trois", "vers", "vous"];

/// Plurals in `x` of words in `eu`; other words in `eux` are adjectives.
const PLURAL_IN_X: &[&str] = &["adieux", "aveux", "cheveux", "enjeux", "feux", "jeux", "lieux", "milieux", "neveux", "vœux", "voeux"];

/// Nouns and adjectives in `ent`; other words in `ent`, but not in `ment`, are taken for verbs in the plural, which Snowball
/// leaves as they are.
const NOUNS_IN_ENT: &str = "absent accent accident adhérent adolescent agent antécédent ardent argent cent client cohérent compétent \
    concurrent conscient content continent convalescent couvent dent différent dissident décent excellent fréquent \
    imminent impatient incident inconscient indifférent innocent insolent intelligent négligent occident opulent \
    orient parent patient permanent prudent précédent présent président pénitent récent récipient référent régent \
    résident serpent souvent strident succulent talent torrent transparent turbulent urgent vent violent virulent \
    équivalent évident";

/// Feminine forms that Snowball leaves apart from the masculine. Whoever asks for one asks for the other.
const FEMININE: &[(&str, &str)] = &[
    ("nouvelle", "nouveau"),
    ("nouvel", "nouveau"),
    ("belle", "beau"),
    ("vieille", "vieux"),
    ("vieil", "vieux"),
    ("folle", "fou"),
    ("douce", "doux"),
    ("fausse", "faux"),
    ("blanche", "blanc"),
    ("franche", "franc"),
    ("fraîche", "frais"),
    ("sèche", "sec"),
    ("longue", "long"),
    ("grosse", "gros"),
    ("basse", "bas"),
    ("gentille", "gentil"),
    ("publique", "public"),
];

/// Endings of the feminine of words in `er`, where Snowball knows only `ière`: `conseillère`, `étrangère`, `bouchère`. After other
/// letters it is no feminine: `colère`, `frère`, `ministère`.
const FEMININE_OF_ER: &[&str] = &["llère", "gère", "chère"];

/// Endings of verbs in `ier` that are not those of a participle in `i`, as in `finie`, `établie`.
const VERBS_IN_IE: &[&str] = &["fie", "cie", "ublie"];
const VOWELS: [char; 6] = ['a', 'e', 'i', 'o', 'u', 'y'];

/// Plurals of verbs that Snowball cuts off by itself.
const PLURAL_OF_VERB: &[&str] = &["aient", "èrent", "issent"];

/// A word of fewer letters that ends in `s` is no plural: `pas`, `ans`.
const SHORTEST_PLURAL: usize = 4;

/// What Snowball makes of `word`, given in lower case with its accents.
pub fn snowball(language: Language, word: &str) -> Cow<'_, str> {
    let mut env = SnowballEnv::create(word);
    match language {
        Language::French => french_stemmer::stem(&mut env),
        Language::English => english_stemmer::stem(&mut env),
    };
    env.get_current()
}

/// Stems the words of one language.
pub struct Stems {
    language: Language,
}

impl Stems {
    pub fn of(language: Language) -> Self {
        Self { language }
    }

    /// The folded stem of `word`, given in lower case with its accents.
    pub fn stem(&self, word: &str) -> String {
        match self.language {
            Language::English => fold(&snowball(self.language, word)),
            Language::French => {
                let singular = masculine(singular(word));
                let derived = DERIVED.iter().filter_map(|ending| singular.strip_suffix(ending));
                if derived.into_iter().any(|base| base.chars().count() >= SHORTEST_BASE) {
                    return fold(&singular);
                }
                let verb = verb(&singular);
                let stem = snowball(self.language, &verb);
                let kept = stem.chars().count();
                let cut: String = singular.chars().skip(kept).collect();
                if kept < SHORTEST_STEM && RARE.contains(&cut.as_str()) {
                    return fold(&singular);
                }
                one_gender(fold(&stem))
            }
        }
    }
}

/// `électrice` as `électeur`, `comprise` as `compris` without its `s`, and what is listed.
fn masculine(word: Cow<'_, str>) -> Cow<'_, str> {
    if let Some((_, masculine)) = FEMININE.iter().find(|(feminine, _)| *feminine == word) {
        // The masculine has lost its `s` as if that were a plural.
        return singular(masculine);
    }
    if FEMININE_OF_ER.iter().any(|ending| word.ends_with(ending)) {
        return Cow::Owned(format!("{}er", word.trim_end_matches("ère")));
    }
    if let Some(base) = word.strip_suffix("trice") {
        return Cow::Owned(format!("{base}teur"));
    }
    let participle = word.len() > "mise".len() && (word.ends_with("prise") || word.ends_with("mise") || word.ends_with("quise"));
    if participle { Cow::Owned(word[..word.len() - "se".len()].to_owned()) } else { word }
}

/// One ending for both: `vendeux` (of `vendeuse`) and `vendeur`, `actif` and `activ`, `turqu` and `turc`.
fn one_gender(mut stem: String) -> String {
    const ENDINGS: [(&str, &str); 5] = [("eux", "eur"), ("if", "iv"), ("ef", "ev"), ("euf", "euv"), ("rqu", "rc")];
    if let Some((from, to)) = ENDINGS.iter().find(|(from, _)| stem.ends_with(from)) {
        stem.truncate(stem.len() - from.len());
        stem.push_str(to);
    }
    if stem.ends_with("cqu") {
        stem.truncate(stem.len() - "qu".len());
    }
    stem
}

/// The word without its plural. Snowball leaves the `s` after `a`, `i`, `o`, `u`: `lois`, `euros`, `élus` would stand alone.
fn singular(word: &str) -> Cow<'_, str> {
    if word.ends_with("eux") && PLURAL_IN_X.contains(&word) {
        return Cow::Borrowed(&word[..word.len() - 1]);
    }
    let keeps = word.ends_with("ss") || word.chars().count() < SHORTEST_PLURAL || SINGULAR_IN_S.contains(&word);
    match word.strip_suffix('s') {
        Some(singular) if !keeps => Cow::Borrowed(singular),
        _ => Cow::Borrowed(word),
    }
}

/// `annoncent` as `annonce`, `oublient` and `publie` as `oublier` and `publier`, of which Snowball would cut off another letter.
fn verb(word: &str) -> Cow<'_, str> {
    let base = third_person(word);
    let is_plural = base.len() < word.len() && base.strip_suffix("ie").is_some_and(|base| !base.ends_with(VOWELS));
    if is_plural || VERBS_IN_IE.iter().any(|ending| base.ends_with(ending)) { Cow::Owned(format!("{base}r")) } else { Cow::Borrowed(base) }
}

fn third_person(word: &str) -> &str {
    let is_cut = PLURAL_OF_VERB.iter().any(|ending| word.ends_with(ending));
    let is_verb = word.ends_with("ent") && !is_cut && !NOUNS_IN_ENT.split(' ').any(|noun| noun == word);
    if is_verb { &word[..word.len() - "nt".len()] } else { word }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(language: Language, words: &[&str]) -> bool {
        let stems = Stems::of(language);
        words.iter().all(|word| stems.stem(word) == stems.stem(words[0]))
    }

    #[test]
    fn inflected_forms_meet() {
        assert!(same(Language::French, &["contenu", "contenus", "contenue"]));
        assert!(same(Language::French, &["journal", "journaux"]));
        assert!(same(Language::French, &["loi", "lois"]));
        assert!(same(Language::French, &["euro", "euros"]));
        assert!(same(Language::French, &["enjeu", "enjeux"]));
        assert!(same(Language::French, &["blessé", "blessées", "blesser"]));
        assert!(same(Language::French, &["grève", "grèves"]));
        assert!(same(Language::French, &["voter", "votent", "vote"]));
        assert!(same(Language::French, &["résident", "résidents", "résidente"]));
        assert!(same(Language::French, &["fermer", "fermera", "fermé", "fermées"]));
        assert!(same(
            Language::French,
            &["chercher", "cherche", "cherchent", "cherchaient", "cherchait", "cherchèrent", "cherchez", "cherchant"]
        ));
        assert!(same(Language::French, &["oublier", "oublie", "oublient", "oublié", "oubliées", "oubliait", "oublieront"]));
        assert!(same(Language::French, &["associer", "associe", "associent", "associée", "associait"]));
        assert!(same(Language::French, &["étudier", "étudient", "étudié", "étudiait"]));
        assert!(same(Language::French, &["finie", "fini", "finies"]));
        assert!(same(Language::French, &["grandir", "grandissent", "grandissaient", "grandit", "grandira", "grandi"]));
        assert!(same(Language::French, &["pompiste", "pompistes"]));
        assert!(same(Language::English, &["strike", "strikes", "striking"]));
    }

    #[test]
    fn feminine_and_masculine_meet() {
        let pairs = "ouvert ouverte,fermé fermée,fini finie,vendu vendue,voisin voisine,petit petite,vendeur vendeuse,menteur menteuse,\
            actif active,sportif sportive,premier première,policier policière,ouvrier ouvrière,officiel officielle,européen européenne,\
            italien italienne,nouveau nouvelle,local locaux,heureux heureuse,étranger étrangère,léger légère,bref brève,neuf neuve,conseiller conseillère,boucher bouchère,passager passagère,\
            public publique,grec grecque,complet complète,discret discrète,secret secrète,inquiet inquiète,bon bonne,breton bretonne,\
            directeur directrice,électeur électrice,blanc blanche,turc turque,franc franche,long longue,ancien ancienne,gros grosse,\
            doux douce,faux fausse,fou folle,beau belle,pareil pareille,gentil gentille,mis mise,pris prise,écrit écrite,inscrit inscrite,\
            détruit détruite,mort morte,connu connue,élu élue,reçu reçue,lu lue,suspect suspecte,prudent prudente,absent absente,général générale";
        let stems = Stems::of(Language::French);
        let apart = pairs.split(',').map(|pair| pair.trim().split_once(' ').expect("two forms"));
        let apart: Vec<_> = apart.filter(|(a, b)| stems.stem(a) != stems.stem(b)).collect();
        assert!(apart.is_empty(), "{apart:?}");
    }

    #[test]
    fn derived_words_stay_apart() {
        assert!(!same(Language::French, &["mois", "moi"]));
        assert!(!same(Language::French, &["tourisme", "touriste"]));
        assert!(!same(Language::French, &["journal", "journaliste"]));
        assert!(!same(Language::French, &["inonder", "inondation"]));
        assert!(!same(Language::French, &["ministre", "ministère"]));
        assert!(!same(Language::French, &["délai", "délit"]));
        assert!(!same(Language::French, &["école", "écolier"]));
        assert!(!same(Language::French, &["police", "policier"]));
        assert!(!same(Language::French, &["colère", "coller"]));
        assert!(!same(Language::French, &["frère", "frères", "freiner"]));
    }
}
