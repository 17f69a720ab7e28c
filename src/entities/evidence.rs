//! What speaks for each kind of a candidate: votes from gazetteer, first names, the words beside it, its own shape.
//!
//! Votes are added, the highest sum wins, so that a further source (a trained tagger) is one more sum. The weights were
//! set by hand and checked on a year of encyclopaedia news: 3 and more is proof, 1 a good hint, below 0.5 a habit.

use super::EntityKind;
use super::candidate::is_particle;
use super::lexicon::{self, Cue, Cues};
use super::tokens::{Line, Shape, Token};
use crate::text::Language;

/// A sum for each kind.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Votes([f32; 8]);

impl Votes {
    pub fn add(&mut self, kind: EntityKind, weight: f32) {
        self.0[kind as usize] += weight;
    }

    pub fn of(&self, kind: EntityKind) -> f32 {
        self.0[kind as usize]
    }

    pub fn add_all(&mut self, other: &Votes, weight: f32) {
        for (sum, more) in self.0.iter_mut().zip(other.0) {
            *sum += more * weight;
        }
    }

    /// The kind with the highest sum, the first of equals, and that sum.
    pub fn best(&self) -> (EntityKind, f32) {
        let mut best = (EntityKind::ALL[0], self.0[0]);
        for (kind, sum) in EntityKind::ALL.into_iter().zip(self.0) {
            if sum > best.1 {
                best = (kind, sum);
            }
        }
        best
    }

    /// How far the best stands above the second.
    pub fn margin(&self) -> f32 {
        let (kind, best) = self.best();
        EntityKind::ALL.into_iter().filter(|k| *k != kind).map(|k| best - self.of(k)).fold(f32::MAX, f32::min)
    }
}

/// Nouns that name the kind of the name that follows.
const NOUN_CUES: [(Cue, EntityKind, f32); 8] = [
    (Cue::Group, EntityKind::Group, 2.5),
    (Cue::Media, EntityKind::Media, 2.0),
    (Cue::Organisation, EntityKind::Organisation, 2.0),
    (Cue::Place, EntityKind::Place, 2.0),
    (Cue::Product, EntityKind::Product, 2.0),
    (Cue::Event, EntityKind::Event, 1.5),
    (Cue::Law, EntityKind::Law, 1.5),
    (Cue::Function, EntityKind::Person, 1.5),
];

/// Small words before a lone name and what they make of it: counted on French news, where a preposition of place is
/// followed by a place nine times in ten, an article hardly ever by a person.
fn small_word(key: &str) -> &'static [(EntityKind, f32)] {
    use EntityKind::{Media, Organisation as Org, Person, Place, Product};
    match key {
        "en" => &[(Place, 1.3)],
        "a" | "at" => &[(Place, 1.0)],
        "au" | "aux" => &[(Place, 0.7), (Org, 0.1), (Person, -0.5)],
        "in" => &[(Place, 1.0)],
        "vers" | "depuis" => &[(Place, 1.0)],
        "dans" => &[(Place, 0.5)],
        "entre" => &[(Place, 0.3)],
        "de" | "d" | "of" => &[(Place, 0.5), (Person, 0.1)],
        "du" => &[(Place, 0.4), (Org, 0.3), (Person, -0.5)],
        "des" => &[(Place, 0.2), (Org, 0.3), (Person, -0.5)],
        "la" | "l" => &[(Place, 0.6), (Org, 0.4), (Person, -0.7)],
        "le" => &[(Place, 0.4), (Org, 0.4), (Person, -0.6)],
        "les" => &[(Org, 0.5), (Place, 0.2), (Person, -0.6)],
        "the" => &[(Org, 0.5), (Person, -0.5)],
        "chez" => &[(Org, 1.0), (Person, 0.2)],
        "sur" | "via" => &[(Product, 0.3), (Media, 0.2), (Place, 0.2)],
        "par" | "que" | "avec" | "by" | "comme" | "pour" => &[(Person, 0.3)],
        "selon" => &[(Person, 0.3), (Media, 0.2), (Org, 0.2)],
        _ => &[],
    }
}

/// Adds what the words around `first..end` say.
pub(super) fn context(line: &Line, first: usize, end: usize, votes: &mut Votes) {
    before(line, first, end - first, votes);
    after(line, end, votes);
}

fn before(line: &Line, first: usize, length: usize, votes: &mut Votes) {
    let lexicon = lexicon::shipped();
    let tokens = &line.tokens;
    let mut at = first;
    while at > 0 && matches!(&*tokens[at - 1].key, "«" | "\"" | "“" | "(" | "'" | "‘" | "l") && tokens[at - 1].key != "(" {
        if tokens[at - 1].key == "l" {
            break;
        }
        at -= 1;
    }
    let Some(last) = at.checked_sub(1) else { return };
    let word = tokens[last].key.as_str();
    // `a` is the French `à`, folded, but an English article.
    let silent = line.language == Language::English && word == "a";
    if length <= 2 && !silent {
        for (kind, weight) in small_word(word) {
            // `à Abou Dabi`: a person who is not introduced by a first name rarely follows.
            let place = *kind == EntityKind::Place && matches!(word, "a" | "en" | "in" | "at" | "vers" | "depuis");
            let weight = if length == 1 || place { *weight } else { weight * 0.7 };
            votes.add(*kind, weight);
        }
    }
    let earlier = |back: usize| last.checked_sub(back).map_or("", |i| tokens[i].key.as_str());
    let said = |back: usize| lexicon.cues(earlier(back)).or(lexicon.cues(&format!("{} {}", earlier(back + 1), earlier(back))));
    let beside = said(0);
    let before_adjective = if tokens[last].shape == Shape::Lower && is_adjective(word) { said(1) } else { Cues::default() };
    for (cue, kind, weight) in NOUN_CUES {
        if beside.has(cue) {
            votes.add(kind, weight);
        } else if before_adjective.has(cue) {
            votes.add(kind, weight * 0.8);
        } else if cue == Cue::Place
            && (matches!(word, "de" | "d" | "du" | "des" | "of") && lexicon.has(earlier(1), cue)
                || matches!(word, "la" | "l") && earlier(1) == "de" && lexicon.has(earlier(2), cue))
        {
            votes.add(kind, weight);
        }
    }
    // `l’américain X`, `du japonais X`: a company; a person would be `l’Américain`.
    if tokens[last].shape == Shape::Lower && lexicon.is_people(word) && matches!(earlier(1), "l" | "le" | "du" | "au") {
        votes.add(EntityKind::Organisation, 1.3);
    }
    let of = matches!(word, "de" | "d" | "du" | "of" | "chez");
    let owner = |back: usize| {
        lexicon.has(earlier(back), Cue::Owned) || lexicon.has(&format!("{} {}", earlier(back + 1), earlier(back)), Cue::Owned)
    };
    if of && (owner(1) || (is_adjective(earlier(1)) && owner(2))) {
        votes.add(EntityKind::Organisation, 1.2);
    }
    if word == "a" && lexicon.has(earlier(1), Cue::PlaceVerb) {
        votes.add(EntityKind::Place, 1.2);
    }
    // `le ministre de la Justice Jeanne Rey`: the function stands before its complement.
    if tokens[last].is_nameish() && lexicon.is_portfolio(word) {
        votes.add(EntityKind::Person, 1.0);
    }
}

/// French and English adjectives that stand between a noun and a name: `le quotidien britannique X`.
pub(super) fn is_adjective(key: &str) -> bool {
    const ENDINGS: [&str; 38] = [
        "al", "ale", "ales", "aux", "iel", "ielle", "elle", "elles", "ique", "iques", "aire", "aires", "if", "ive", "ais", "aise", "ain",
        "aine", "ien", "ienne", "ois", "oise", "iste", "ieur", "ane", "ate", "ieure", "eux", "euse", "iere", "onnel", "onnelle", "uel",
        "uelle", "eenne", "een", "urel", "urelle",
    ];
    let singular = key.strip_suffix('s').unwrap_or(key);
    let is = |key: &str| ENDINGS.iter().any(|ending| key.ends_with(ending)) || ADJECTIVES.contains(&key);
    key.len() > 3 && (is(key) || is(singular) || lexicon::shipped().is_people(key)) && !lexicon::shipped().has(key, Cue::Speech)
}

const ADJECTIVES: [&str; 46] = [
    "sacre",
    "sacree",
    "moderne",
    "maritime",
    "feminin",
    "feminine",
    "masculin",
    "masculine",
    "agricole",
    "financier",
    "hospitalier",
    "forestier",
    "immobilier",
    "routier",
    "etranger",
    "etrangere",
    "supreme",
    "libre",
    "unie",
    "rouge",
    "noir",
    "vert",
    "bleu",
    "blanc",
    "russe",
    "belge",
    "suisse",
    "turc",
    "turque",
    "grec",
    "grecque",
    "arabe",
    "allemand",
    "allemande",
    "espagnol",
    "espagnole",
    "grand",
    "grande",
    "haute",
    "public",
    "publique",
    "francais",
    "prive",
    "privee",
    "ouvert",
    "uni",
];

fn after(line: &Line, end: usize, votes: &mut Votes) {
    let lexicon = lexicon::shipped();
    let key = |ahead: usize| line.tokens.get(end + ahead).map_or("", |t| t.key.as_str());
    let speech = |ahead: usize| lexicon.has(key(ahead), Cue::Speech);
    let auxiliary = matches!(key(0), "a" | "avait" | "aurait" | "ont" | "s" | "has" | "had");
    if speech(0) || (auxiliary && (speech(1) || speech(2))) {
        votes.add(EntityKind::Person, 0.8);
        votes.add(EntityKind::Organisation, 0.3);
    } else if auxiliary || matches!(key(0), "qui" | "est" | "n" | "ne" | "se" | "was" | "who") {
        votes.add(EntityKind::Person, 0.3);
    }
    if firm(line, end) {
        votes.add(EntityKind::Organisation, 1.0);
    }
    if key(0) == "," {
        let article = usize::from(matches!(key(1), "le" | "la" | "l" | "un" | "une" | "son" | "sa" | "a" | "the"));
        if lexicon.has(key(1 + article), Cue::Organisation) {
            votes.add(EntityKind::Organisation, 1.5);
        }
        let age = line.tokens.get(end + 1).is_some_and(|t| t.shape == Shape::Number) && key(2) == "ans";
        let article = usize::from(matches!(key(1), "le" | "la" | "l" | "un" | "une" | "the" | "ancien" | "ancienne"));
        if age {
            // Towns and firms have no age that is told so.
            votes.add(EntityKind::Person, 2.5);
        } else if lexicon.has(key(1 + article), Cue::Function) || lexicon.has(&format!("{} {}", key(1), key(2)), Cue::Function) {
            votes.add(EntityKind::Person, 1.5);
        }
    }
    if key(0) == "(" && super::gazetteer::shipped().by_key(key(1)).is_some_and(is_place) && key(2) == ")" {
        votes.add(EntityKind::Place, 1.5);
    }
}

/// True when the clause behind a name tells what firms do: `a publié ses résultats`, `compte 300 salariés`.
fn firm(line: &Line, end: usize) -> bool {
    let lexicon = lexicon::shipped();
    let clause = line.tokens[end..].iter().take(REACH).take_while(|t| t.near && matches!(t.shape, Shape::Lower | Shape::Number));
    let words: Vec<&str> = clause.map(|t| t.key.as_str()).collect();
    // Behind a preposition it is somebody else's: `X parle des prix`, `X, patron de l’usine`.
    words.iter().enumerate().skip(1).any(|(at, word)| {
        lexicon.has(word, Cue::Firm) && !matches!(words[at - 1], "de" | "d" | "du" | "les" | "la" | "l" | "le" | "aux")
            || at + 2 < words.len() && words[at..at + 3] == ["chiffre", "d", "affaires"]
    })
}

/// Words behind a name in which a firm is looked for.
const REACH: usize = 7;

fn is_place(entry: usize) -> bool {
    super::gazetteer::shipped().entries[entry].kind == EntityKind::Place
}

/// Adds what the shape of the name itself says.
pub(super) fn shape(line: &Line, first: usize, end: usize, votes: &mut Votes) {
    let tokens = &line.tokens[first..end];
    let [token] = tokens else {
        // Two or three capitals in a row are a person nine times in ten, unless something speaks against it.
        let arabic = |t: &Token| t.shape == Shape::Mixed && t.key.split(' ').count() > 1;
        let words = tokens.iter().all(|t| matches!(t.shape, Shape::Capital | Shape::Initial) || is_particle(&t.key) || arabic(t));
        let clean = words && tokens.len() <= 3;
        let forms =
            [(Cue::CompanyForm, EntityKind::Organisation), (Cue::MediaForm, EntityKind::Media), (Cue::PlaceForm, EntityKind::Place)];
        let form = forms.into_iter().find(|(cue, _)| tokens.last().is_some_and(|t| lexicon::shipped().has(&t.key, *cue)));
        if matches!(&*tokens[0].key, "river" | "lake" | "mount") {
            votes.add(EntityKind::Place, 2.0);
            return;
        }
        if let Some((_, kind)) = form {
            votes.add(kind, 2.0);
            return;
        }
        if matches!(&*tokens[0].key, "la" | "les" | "l" | "the") {
            votes.add(EntityKind::Organisation, 0.6);
            votes.add(EntityKind::Place, 0.5);
            votes.add(EntityKind::Media, 0.3);
            return;
        }
        votes.add(if clean { EntityKind::Person } else { EntityKind::Organisation }, if clean { 0.9 } else { 0.5 });
        return;
    };
    let key = token.key.as_str();
    if token.shape == Shape::Upper && (2..=6).contains(&key.len()) {
        votes.add(EntityKind::Organisation, 1.2);
    }
    // `l’Assemblée`, `la Commission`: a body called by its head.
    let lexicon = lexicon::shipped();
    if !token.opens && (lexicon.has(key, Cue::HeadOrganisation) || lexicon.has(key, Cue::HeadCapital)) {
        votes.add(EntityKind::Organisation, 1.0);
    }
    if key.contains('.') && token.shape != Shape::Initial {
        votes.add(EntityKind::Media, 1.5);
    }
    const PLACES: [&str; 8] = ["ville", "villers", "court", "bourg", "stan", "grad", "burg", "heim"];
    let hyphens = key.matches(' ').count();
    let river = hyphens >= 2 && [" sur ", " sous ", " en ", " les ", " la ", " de ", " le "].iter().any(|part| key.contains(part));
    if river || key.starts_with("saint ") || key.starts_with("sainte ") || (key.len() > 6 && PLACES.iter().any(|e| key.ends_with(e))) {
        votes.add(EntityKind::Place, 1.2);
    }
    votes.add(EntityKind::Place, 0.25);
    votes.add(EntityKind::Person, 0.25);
    votes.add(EntityKind::Organisation, 0.2);
}
