//! The words of the invented articles, with the forms that each has: written by hand, as a reader knows them.

/// Forms of one word, as they stand in texts of its language.
pub type Family = &'static [&'static str];

pub const FRENCH: &[Family] = &[
    &["maire", "maires"],
    &["port", "ports"],
    &["pont", "ponts"],
    &["fermé", "fermée", "fermer", "ferme"],
    &["école", "écoles"],
    &["île", "îles"],
    &["quai", "quais"],
    &["gare", "gares"],
    &["usine", "usines"],
    &["grève", "grèves"],
    &["crue", "crues"],
    &["grue", "grues"],
    &["inondation", "inondations"],
    &["cyber"],
    &["attaque", "attaques"],
    &["cyberattaque", "cyberattaques"],
    &["nord"],
    &["œuvre", "œuvres"],
    &["aujourd’hui"],
    &["voisin", "voisins"],
];

pub const ENGLISH: &[Family] = &[
    &["mayor", "mayors"],
    &["harbour", "harbours"],
    &["school", "schools"],
    &["closed", "closing", "closes"],
    &["strike", "strikes", "striking"],
    &["storm", "storms"],
    &["cloud", "clouds"],
    &["town", "towns"],
    &["tower", "towers"],
    &["bank", "banks"],
    &["tank", "tanks"],
];

/// Pairs that are written with a hyphen, as one word, or apart.
pub const COMPOUNDS: &[(&str, &str)] = &[("cyber", "attaque"), ("nord", "quai"), ("grue", "port")];

pub const FRENCH_GRAMMAR: &[&str] = &["le", "la", "de", "du", "et", "les", "dans", "un"];
pub const ENGLISH_GRAMMAR: &[&str] = &["the", "of", "and", "in", "a"];

/// Letters as one types them without thinking: no accents, no capitals, no ligatures.
pub fn fold(word: &str) -> String {
    let mut folded = String::new();
    for c in word.chars().flat_map(char::to_lowercase) {
        match c {
            'à' | 'â' => folded.push('a'),
            'é' | 'è' | 'ê' => folded.push('e'),
            'î' => folded.push('i'),
            'œ' => folded.push_str("oe"),
            '\'' | '’' | '\u{301}' | '\u{300}' | '\u{302}' => {}
            c => folded.push(c),
        }
    }
    folded
}

/// The other forms of a word in `families`, folded; none for a word that no family has.
pub fn forms(families: &[Family], folded: &str) -> Vec<String> {
    let family = families.iter().find(|family| family.iter().any(|form| fold(form) == folded));
    family.into_iter().flat_map(|family| family.iter().map(|form| fold(form))).filter(|form| form != folded).collect()
}

pub fn is_grammar(folded: &str) -> bool {
    FRENCH_GRAMMAR.contains(&folded) || ENGLISH_GRAMMAR.contains(&folded)
}
