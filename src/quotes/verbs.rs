//! Verbs of speech in all the forms in which the third person speaks, made from infinitives by rules.
//!
//! The list is `corpus/cues/speech.txt`, by stance. Forms keep their accents: `déclare` speaks now, `déclaré` needs an
//! auxiliary. Other persons are not made: who is reported is never I or you.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use crate::say;

/// What the choice of the verb tells beyond that somebody spoke.
///
/// The first five are a scale of how the writer stands to what is said: reports it, presents it as true, leaves it to the
/// speaker, shows the speaker pressing it, doubts it. Asking stands beside the scale: nothing is said to be true.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Stance {
    /// `dit`, `déclare`, `ajoute`.
    Neutral,
    /// `explique`, `rappelle`, `reconnaît`.
    Explaining,
    /// `affirme`, `estime`, `regrette`.
    Claiming,
    /// `martèle`, `dénonce`.
    Insisting,
    /// `prétend`.
    Doubting,
    /// `demande`, `souhaite`.
    Asking,
}

impl Stance {
    /// The verb that stands for it, as it is said to the reader.
    pub fn label(self) -> &'static str {
        match self {
            Self::Neutral => say!("dit", "says"),
            Self::Explaining => say!("explique", "explains"),
            Self::Claiming => say!("affirme", "asserts"),
            Self::Insisting => say!("martèle", "insists"),
            Self::Doubting => say!("prétend", "alleges"),
            Self::Asking => say!("demande", "asks"),
        }
    }
}

/// The form of a verb, as far as it matters for who is its subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// Has a subject of its own: `dit`, `martelait`, `said`.
    Finite,
    /// Needs an auxiliary: `déclaré`.
    Participle,
    /// Finite or participle: `dit`, `said`.
    Either,
    /// `soulignant`.
    Gerund,
    Infinitive,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Verb {
    pub form: Form,
    pub stance: Stance,
    /// Only speaks with a reflexive pronoun: `s’amuse`, `se souvient`.
    pub reflexive: bool,
}

/// The verb of speech that `lower`, in lower case with its accents, is a form of.
pub(super) fn verb(lower: &str) -> Option<Verb> {
    static FORMS: LazyLock<HashMap<String, Verb>> = LazyLock::new(forms);
    FORMS.get(lower).copied()
}

fn forms() -> HashMap<String, Verb> {
    let mut made = HashMap::new();
    let (mut stance, mut english) = (Stance::Neutral, false);
    for line in include_str!("../../corpus/cues/speech.txt").lines().filter(|line| !line.starts_with('#')) {
        if let Some(label) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            english = label.ends_with(":en");
            stance = section(label.trim_end_matches(":en"));
            continue;
        }
        for listed in line.split_whitespace() {
            let bare = listed.strip_prefix("s'").or_else(|| listed.strip_prefix("se_"));
            let reflexive = bare.is_some();
            let mut add = |stem: &str, ending: &str, form| {
                let known = made.entry(format!("{stem}{ending}")).or_insert(Verb { form, stance, reflexive });
                if matches!((known.form, form), (Form::Finite, Form::Participle) | (Form::Participle, Form::Finite)) {
                    known.form = Form::Either;
                }
                // `rappeler` speaks with and without pronoun.
                known.reflexive &= reflexive;
            };
            match english {
                true => inflect_english(listed, &mut add),
                false => inflect(bare.unwrap_or(listed), &mut add),
            }
        }
    }
    made
}

fn section(label: &str) -> Stance {
    match label {
        "explaining" => Stance::Explaining,
        "claiming" => Stance::Claiming,
        "insisting" => Stance::Insisting,
        "doubting" => Stance::Doubting,
        "asking" => Stance::Asking,
        _ => Stance::Neutral,
    }
}

type Add<'a> = &'a mut dyn FnMut(&str, &str, Form);

/// Endings of one conjugation: present singular and plural, imperfect stem, simple past singular and plural, future stem,
/// participle.
struct Pattern {
    infinitive: &'static str,
    present: [&'static str; 2],
    imperfect: &'static str,
    past: [&'static str; 2],
    future: &'static str,
    participle: &'static str,
}

const fn pattern(
    infinitive: &'static str,
    present: [&'static str; 2],
    imperfect: &'static str,
    past: [&'static str; 2],
    future: &'static str,
    participle: &'static str,
) -> Pattern {
    Pattern { infinitive, present, imperfect, past, future, participle }
}

/// Verbs that are not in `-er`, by the ending of the infinitive, longer endings first.
const PATTERNS: [Pattern; 20] = [
    pattern("contredire", ["contredit", "contredisent"], "contredis", ["contredit", "contredirent"], "contredir", "contredit"),
    pattern("connaître", ["connaît", "connaissent"], "connaiss", ["connut", "connurent"], "connaîtr", "connu"),
    pattern("émouvoir", ["émeut", "émeuvent"], "émouv", ["émut", "émurent"], "émouvr", "ému"),
    pattern("vouloir", ["veut", "veulent"], "voul", ["voulut", "voulurent"], "voudr", "voulu"),
    pattern("prendre", ["prend", "prennent"], "pren", ["prit", "prirent"], "prendr", "pris"),
    pattern("mettre", ["met", "mettent"], "mett", ["mit", "mirent"], "mettr", "mis"),
    pattern("suivre", ["suit", "suivent"], "suiv", ["suivit", "suivirent"], "suivr", "suivi"),
    pattern("crire", ["crit", "crivent"], "criv", ["crivit", "crivirent"], "crir", "crit"),
    pattern("clure", ["clut", "cluent"], "clu", ["clut", "clurent"], "clur", "clu"),
    pattern("rompre", ["rompt", "rompent"], "romp", ["rompit", "rompirent"], "rompr", "rompu"),
    pattern("croire", ["croit", "croient"], "croy", ["crut", "crurent"], "croir", "cru"),
    pattern("oindre", ["oint", "oignent"], "oign", ["oignit", "oignirent"], "oindr", "oint"),
    pattern("indre", ["int", "ignent"], "ign", ["ignit", "ignirent"], "indr", "int"),
    pattern("entir", ["ent", "entent"], "ent", ["entit", "entirent"], "entir", "enti"),
    pattern("enir", ["ient", "iennent"], "en", ["int", "inrent"], "iendr", "enu"),
    pattern("dire", ["dit", "disent"], "dis", ["dit", "dirent"], "dir", "dit"),
    pattern("lire", ["lit", "lisent"], "lis", ["lut", "lurent"], "lir", "lu"),
    pattern("rire", ["rit", "rient"], "ri", ["rit", "rirent"], "rir", "ri"),
    pattern("dre", ["d", "dent"], "d", ["dit", "dirent"], "dr", "du"),
    pattern("ir", ["it", "issent"], "iss", ["it", "irent"], "ir", "i"),
];

/// Forms of a French infinitive.
fn inflect(infinitive: &str, add: Add) {
    add(infinitive, "", Form::Infinitive);
    if let Some(stem) = infinitive.strip_suffix("er") {
        return inflect_first_group(stem, add);
    }
    let Some((pattern, stem)) = PATTERNS.iter().find_map(|pattern| Some((pattern, infinitive.strip_suffix(pattern.infinitive)?))) else {
        return;
    };
    let finite = |ending: &str, add: Add| add(stem, ending, Form::Finite);
    pattern.present.iter().chain(&pattern.past).for_each(|ending| finite(ending, add));
    if pattern.infinitive == "connaître" {
        finite("connait", add);
    }
    let imperfect = format!("{stem}{}", pattern.imperfect);
    add(&imperfect, "ant", Form::Gerund);
    ["ait", "aient"].iter().for_each(|ending| add(&imperfect, ending, Form::Finite));
    let future = format!("{stem}{}", pattern.future);
    ["a", "ont", "ait", "aient"].iter().for_each(|ending| add(&future, ending, Form::Finite));
    let participle = format!("{stem}{}", pattern.participle);
    ["", "e", "s", "es"].iter().for_each(|ending| add(&participle, ending, Form::Participle));
}

fn inflect_first_group(stem: &str, add: Add) {
    let before_a = match stem.chars().last() {
        Some('c') => format!("{}ç", &stem[..stem.len() - 1]),
        Some('g') => format!("{stem}e"),
        _ => stem.to_owned(),
    };
    let mute = before_mute(stem);
    ["e", "ent"].iter().for_each(|ending| add(&mute, ending, Form::Finite));
    ["a", "ait", "aient"].iter().for_each(|ending| add(&before_a, ending, Form::Finite));
    add(stem, "èrent", Form::Finite);
    for future in [&mute, stem] {
        ["era", "eront", "erait", "eraient"].iter().for_each(|ending| add(future, ending, Form::Finite));
    }
    ["é", "ée", "és", "ées"].iter().for_each(|ending| add(stem, ending, Form::Participle));
    add(&before_a, "ant", Form::Gerund);
}

/// The stem before an `e` that is not heard: `rappell`, `répèt`, `appui`.
fn before_mute(stem: &str) -> String {
    if let Some(base) = stem.strip_suffix("uy") {
        return format!("{base}ui");
    }
    let mut letters = stem.char_indices().rev();
    let (Some((_, consonant)), Some((at, vowel))) = (letters.next(), letters.next()) else { return stem.to_owned() };
    let doubled = stem.ends_with("appel") || stem.ends_with("jet");
    match vowel {
        'e' if doubled => format!("{stem}{consonant}"),
        'e' | 'é' if !"aeéiouy".contains(consonant) => format!("{}è{}", &stem[..at], consonant),
        _ => stem.to_owned(),
    }
}

/// Forms of an English infinitive: `say=said`, `write=wrote:written`, or regular.
fn inflect_english(listed: &str, add: Add) {
    let (infinitive, irregular) = listed.split_once('=').unwrap_or((listed, ""));
    let stem = infinitive.strip_suffix('e').unwrap_or(infinitive);
    let sibilant = infinitive.ends_with("sh") || infinitive.ends_with("ss") || infinitive.ends_with("ch");
    match infinitive.strip_suffix('y').filter(|base| !base.ends_with('a')) {
        Some(base) => add(base, "ies", Form::Finite),
        None => add(infinitive, if sibilant { "es" } else { "s" }, Form::Finite),
    }
    let past = irregular.split(':').filter(|past| !past.is_empty());
    past.for_each(|past| add(past, "", Form::Either));
    if irregular.is_empty() {
        add(stem, "ed", Form::Either);
    }
    add(stem, "ing", Form::Gerund);
    if let Some(double) = irregular.strip_suffix("ed").filter(|double| !double.ends_with('i')) {
        add(double, "ing", Form::Gerund);
    }
    // `critics say`: behind `to` alone it is an infinitive.
    add(infinitive, "", Form::Finite);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(form: Form, words: &str) {
        for word in words.split(' ') {
            assert_eq!(verb(word).map(|verb| verb.form), Some(form), "{word}");
        }
    }

    #[test]
    fn french_verbs_are_inflected_by_rule() {
        check(Form::Finite, "martèle martelait rappelle rappellera répète annonça soutient soutenait prétend répondit reconnaît craignait");
        check(Form::Finite, "conclurent poursuivent voudrait admet écrivait avertit appuie exige dirent lancèrent");
        check(Form::Participle, "déclaré martelé rappelée reconnu soutenu admis répondu promis");
        check(Form::Either, "dit décrit plaint");
        check(Form::Gerund, "soulignant annonçant exigeant prétendant avertissant craignant disant");
        check(Form::Infinitive, "exhorter prétendre");
    }

    #[test]
    fn english_verbs_are_inflected_by_rule() {
        check(Form::Either, "said told warned denied admitted described wrote");
        check(Form::Gerund, "saying describing admitting");
        check(Form::Finite, "says tells denies stresses");
    }

    #[test]
    fn the_stance_is_that_of_the_section() {
        let stances = ["dit", "explique", "affirme", "martèle", "prétend", "souhaite"].map(|word| verb(word).map(|verb| verb.stance));
        let scale = [Stance::Neutral, Stance::Explaining, Stance::Claiming, Stance::Insisting, Stance::Doubting, Stance::Asking];
        assert_eq!(stances, scale.map(Some));
    }

    #[test]
    fn other_words_do_not_speak() {
        assert!(["table", "scierie", "est", "mange"].iter().all(|word| verb(word).is_none()));
    }
}
