//! Whether some words are a clause with a finite verb of its own, or a phrase that completes somebody else's sentence.
//!
//! Without a tagger: subject pronouns, the frequent verbs, endings that only verbs have, and whatever stands behind `ne`.
//! Verbs of relative clauses do not count. A noun in `-ent` or `-ons` may be taken for a verb; the words beside it decide.

use super::grammar::{Class, Pronoun};
use super::scene::Scene;
use super::tokens::Joint;
use crate::text::{Language, WordSet};

/// Finite forms of frequent verbs, third person and first plural, French and English.
static FINITE: WordSet = WordSet::new(
    "est sont était étaient sera seront serait seraient soit soient fut furent ont avait avaient aura auront aurait auraient \
    ait aient doit doivent devait devaient devra devront devrait devraient peut peuvent pouvait pouvaient pourra pourront pourrait pourraient faut \
    fallait faudra faudrait va vont allait allaient ira iront fait font faisait feront fera veut veulent voulait voudrait sait savent savait vient \
    viennent venait tient tiennent prend prennent prenait met mettent reste restent restait semble semblent existe existent devient deviennent voit \
    voient voyait passe passent donne donnent permet permettent compte comptent marche marchent attend attendent disparaît paraît suffit faudrait \
    vaut valent agit risque risquent manque manquent mérite méritent continue arrive arrivent commence commencent coûte coûtent tombe tombent suis \
    sommes êtes ai avons avez dois devons devez peux pouvons pouvez sais savons vais allons fais faisons veux voulons crois \
    is are was were will would can could has have had do does did must should may might isn aren wasn don doesn won didn shall \
    ve ll re knows knew needs need got gets goes went makes made wants want comes came takes took gives gave",
);

/// True when `lower` can only be a finite verb, or nearly so.
fn is_finite(lower: &str) -> bool {
    let ends = |endings: &[&str]| endings.iter().any(|ending| lower.len() > ending.len() + 2 && lower.ends_with(ending));
    if FINITE.contains(lower) {
        return true;
    }
    if matches!(
        lower,
        "lait"
            | "souhait"
            | "extrait"
            | "portrait"
            | "retrait"
            | "attrait"
            | "parfait"
            | "trait"
            | "opéra"
            | "caméra"
            | "front"
            | "extra"
            | "ultra"
    ) {
        return false;
    }
    ends(&[
        "aient", "eront", "iront", "dront", "erait", "irait", "drait", "èrent", "erai", "irai", "erons", "irons", "issent", "vront",
        "tront",
    ]) || (lower.len() > 4 && lower.ends_with("ait") && !lower.ends_with("fait"))
        || (lower.len() > 4 && ["era", "ira", "vra", "dra", "tra"].iter().any(|ending| lower.ends_with(ending)))
}

/// True when the tokens from `first` to `end` hold a verb of a main clause.
pub(super) fn has_verb(scene: &Scene, first: usize, end: usize) -> bool {
    // Inside a relative or subordinate clause, up to the next sign or the verb behind.
    let mut below = false;
    let mut verbs_below = 0;
    for at in first..end {
        if let Some(sign) = scene.sign(at) {
            if matches!(sign, ',' | ';' | '.' | '!' | '?' | ':' | '…') {
                below = false;
            }
            continue;
        }
        let class = scene.class(at);
        if matches!(class, Class::Relative | Class::Subordinator | Class::That) && at > first {
            // `qui` has its verb right behind.
            (below, verbs_below) = (true, usize::from(scene.lower(at) == "qui"));
            continue;
        }
        if !is_verb(scene, first, at, end) {
            continue;
        }
        if !below {
            return true;
        }
        verbs_below += 1;
        // `ceux qui basculent dans … le font`: the second verb behind `qui` is that of the main clause.
        if verbs_below == 2 && !matches!(scene.class(at - 1), Class::Conjunction) && !follows_verb(scene, first, at) {
            return true;
        }
    }
    false
}

/// True when the words begin with a verb whose subject stands before the mark: `l’entreprise « se réserve le droit »`.
pub(super) fn begins_with_verb(scene: &Scene, first: usize) -> bool {
    let small = scene.tokens.get(first).is_some_and(|token| !token.capital && token.sign.is_none());
    let reflexive = matches!(scene.lower(first), "se" | "s" | "ne" | "n");
    small && (reflexive || is_finite(scene.lower(first)))
}

/// An auxiliary and its participle are one verb; verbs joined by `et`, `ou` are of one clause.
fn follows_verb(scene: &Scene, first: usize, at: usize) -> bool {
    let lowest = first.max(at.saturating_sub(3));
    (lowest..at).any(|place| {
        matches!(scene.class(place), Class::Conjunction | Class::Relative | Class::That)
            || is_finite(scene.lower(place))
            || scene.sign(place).is_some()
    })
}

fn is_verb(scene: &Scene, first: usize, at: usize, end: usize) -> bool {
    let lower = scene.lower(at);
    let before = at.checked_sub(1).filter(|before| *before >= first);
    let class_before = before.map(|before| scene.class(before));
    let behind_determiner =
        matches!(class_before, Some(Class::Determiner(_) | Class::Preposition)) && before.is_some_and(|before| scene.lower(before) != "ce");
    match scene.class(at) {
        // `j’irai`, `nous accueillons`, `on parle`: a subject with a word behind it.
        Class::Dialogue | Class::Pronoun(Pronoun::Anybody | Pronoun::Masculine | Pronoun::Feminine | Pronoun::Plural) => {
            let object = matches!(class_before, Some(Class::Preposition | Class::Conjunction))
                && matches!(lower, "nous" | "vous" | "lui" | "moi" | "eux" | "elle" | "elles");
            return at + 1 < end && scene.is_word(at + 1) && !object && !matches!(lower, "moi" | "toi" | "eux" | "lui");
        }
        Class::Negation if matches!(lower, "ne" | "n") => {
            return scene.is_word(at + 1) && at + 1 < end && !matches!(scene.lower(at + 1), "pas" | "plus" | "jamais" | "rien" | "serait");
        }
        _ => {}
    }
    if lower == "a" && scene.class(at) == Class::Auxiliary {
        let participle = scene.lower(at + 1);
        let past =
            ["é", "i", "u", "is", "it", "rt", "ée", "és"].iter().any(|ending| participle.ends_with(ending)) || is_between_word(participle);
        return at > first && at + 1 < end && past && scene.class(at + 1) != Class::Preposition;
    }
    // `c’est`, `ça marche`, `it's`.
    if matches!(lower, "ça" | "cela" | "c") && at + 1 < end {
        let that_is = scene.lower(at + 2) == "à" && scene.lower(at + 3) == "dire";
        return scene.is_word(at + 1) && !that_is && (lower != "c" || scene.joint(at + 1) == Joint::Apostrophe);
    }
    if is_finite(lower) && scene.lower(at + 2) != "dire" {
        return !behind_determiner || scene.is_clitic(at - 1);
    }
    // `falling demand`: in English a form without ending is a noun as often.
    let noun = scene.document.language == Language::English
        && !matches!(class_before, Some(Class::Dialogue | Class::Pronoun(_)))
        && !matches!(lower, "say" | "says" | "tells" | "believes" | "thinks");
    let speaks = scene.verb(at).is_some_and(|verb| matches!(verb.form, super::verbs::Form::Finite)) && !behind_determiner && !noun;
    let plural_before = before.is_some_and(|before| scene.lower(before).ends_with(['s', 'x']) && scene.class(before) == Class::Other);
    let plural = lower.len() > 4 && lower.ends_with("ent") && !lower.ends_with("ment") && plural_before && !is_adjective(lower);
    // `trouvons des solutions`: an imperative begins the clause.
    let imperative = at == first
        && lower.len() > 5
        && (lower.ends_with("ons") && !lower.ends_with("ions") || lower.ends_with("ez"))
        && !behind_determiner;
    speaks && at > first || plural || imperative
}

fn is_between_word(lower: &str) -> bool {
    matches!(lower, "pas" | "été" | "toujours" | "jamais" | "bien" | "déjà" | "plus" | "rien" | "tout")
}

fn is_adjective(lower: &str) -> bool {
    matches!(
        lower,
        "urgent"
            | "récent"
            | "différent"
            | "présent"
            | "absent"
            | "violent"
            | "évident"
            | "prudent"
            | "permanent"
            | "souvent"
            | "cent"
            | "argent"
            | "président"
    )
}
