//! Descriptions that take up somebody by age, sex, origin or a pointing word: `le quinquagénaire`, `l’homme`, `la Lilloise`, `cet ingénieur`.
//!
//! They say little, so place decides: the only person whom the same sentence named before, or else the last sentence that named anybody,
//! up to four back, of those whom sex and age fit. Two are one too many, and so is somebody without a name (`un homme de 71 ans`) who
//! came later. A known age decides alone. What is said within quotation marks points elsewhere and is left out.

use std::collections::BTreeMap;

use super::EntityKind;
use super::evidence::is_adjective;
use super::lexicon::{self, Cue, Gender};
use super::link::Identity;
use super::named::Named;
use super::nominal::{Nominal, nominal};
use super::tokens::{Line, Shape, Token, near_key};

/// Sentences back to whom a description takes up at most.
const REACH: u32 = 4;

/// Words for an age with the decade they begin at.
const DECADES: [(&str, u32); 7] = [
    ("trentenaire", 30),
    ("quadragenaire", 40),
    ("quinquagenaire", 50),
    ("sexagenaire", 60),
    ("septuagenaire", 70),
    ("octogenaire", 80),
    ("nonagenaire", 90),
];

/// Of whom one article spoke last.
#[derive(Default)]
pub(super) struct Recent {
    /// The last sentence that named persons, with each of them once.
    named: (u32, Vec<Identity>),
    /// The last sentence that spoke of somebody without a name.
    nameless: Option<u32>,
    ages: BTreeMap<Identity, u32>,
    quoted: bool,
}

/// What a description tells of whom it means.
#[derive(Clone, Copy, Debug, Default)]
struct Said {
    gender: Option<Gender>,
    /// Years, from and up to.
    age: Option<(u32, u32)>,
}

impl Recent {
    /// The descriptions of one sentence, the `place`th of its article.
    pub fn read(&mut self, place: u32, line: &Line, named: &Named) -> Vec<Nominal> {
        let tokens = &line.tokens;
        let mut found = Vec::new();
        for (at, token) in tokens.iter().enumerate() {
            match &*token.key {
                "«" | "“" => self.quoted = true,
                "»" | "”" => self.quoted = false,
                "\"" => self.quoted = !self.quoted,
                _ => {}
            }
            if let Some(identity) = named.tokens.get(at).and_then(|marks| marks.starts) {
                self.name(place, identity, named.behind(at).and_then(|end| age_behind(tokens, end)));
            }
            let Some((first, end, said)) = described(tokens, at, named) else { continue };
            match indefinite(tokens, first) {
                true => self.nameless = Some(place),
                false if self.quoted => {}
                false => {
                    let beside = named.tokens.get(end).and_then(|marks| marks.starts).filter(|_| token.shape == Shape::Capital);
                    let identity = beside.or_else(|| self.taken_up(place, said)).cloned();
                    let sure = if beside.is_some() { 0.9 } else { 0.5 };
                    found.extend(identity.map(|identity| nominal(line, first, end, EntityKind::Person, identity, sure)));
                }
            }
        }
        found
    }

    fn name(&mut self, place: u32, identity: &Identity, age: Option<u32>) {
        if self.named.0 != place {
            self.named = (place, Vec::new());
        }
        if self.named.1.len() < MOST && !self.named.1.contains(identity) {
            self.named.1.push(identity.clone());
        }
        if let Some(age) = age.filter(|_| self.ages.len() < MOST_AGES) {
            self.ages.insert(identity.clone(), age);
        }
    }

    /// The only one who fits.
    fn taken_up(&self, place: u32, said: Said) -> Option<&Identity> {
        let of_age = |age: u32| said.age.is_some_and(|(from, to)| (from..to).contains(&age));
        let mut aged = self.ages.iter().filter(|(identity, age)| of_age(**age) && said.may_be(identity)).map(|(identity, _)| identity);
        if let Some(one) = aged.next() {
            return aged.next().is_none().then_some(one);
        }
        let (last, people) = &self.named;
        if place - last > REACH || self.nameless.is_some_and(|nameless| nameless >= *last) {
            return None;
        }
        let fits = |identity: &&Identity| said.may_be(identity) && (said.age.is_none() || !self.ages.contains_key(*identity));
        let mut fitting = people.iter().filter(fits);
        fitting.next().filter(|_| fitting.next().is_none() && people.len() < MOST)
    }
}

/// More persons in one sentence are a list.
const MOST: usize = 8;
/// Persons of one article whose age is known, at most: bounds the work.
const MOST_AGES: usize = 64;

impl Said {
    /// False when the first name is that of the other sex.
    fn may_be(self, identity: &Identity) -> bool {
        let Identity::Person(given, _) = identity else { return true };
        let lexicon = lexicon::shipped();
        lexicon.first_name(given).is_none() || self.gender.is_none_or(|gender| lexicon.gender(given) == gender)
    }
}

/// `Jeanne Rey, 54 ans`, `Jeanne Rey (54 ans)`: the age behind a name that ends before `end`.
fn age_behind(tokens: &[Token], end: usize) -> Option<u32> {
    let [mark, years, ans] = tokens.get(end..end + 3)? else { return None };
    let told = matches!(&*mark.key, "," | "(") && ans.key == "ans";
    years.key.parse().ok().filter(|_| told)
}

/// `de 54 ans`, `âgée de 54 ans` at `at`: its end and the age.
fn age_at(tokens: &[Token], at: usize) -> Option<(usize, u32)> {
    let key = |at: usize| near_key(tokens, at);
    let at = at + usize::from(matches!(key(at), "age" | "agee"));
    let years = key(at + 1).parse().ok()?;
    (key(at) == "de" && key(at + 2) == "ans").then_some((at + 3, years))
}

fn indefinite(tokens: &[Token], first: usize) -> bool {
    matches!(&*tokens[first].key, "un" | "une")
}

/// The description whose noun is at `at`, with its determiner: where it begins and ends, and what it tells.
fn described(tokens: &[Token], at: usize, named: &Named) -> Option<(usize, usize, Said)> {
    let token = &tokens[at];
    let mut first = at.checked_sub(1).filter(|_| token.near && token.is_word())?;
    if matches!(&*tokens[first].key, "jeune" | "vieil" | "vieille") {
        first = first.checked_sub(1)?;
    }
    let determiner = tokens[first].key.as_str();
    let gender = match determiner {
        "le" | "ce" | "cet" | "un" => Some(Gender::Masculine),
        "la" | "cette" | "une" => Some(Gender::Feminine),
        "l" => None,
        _ => return None,
    };
    let pointing = matches!(determiner, "ce" | "cet" | "cette");
    let of_age = age_at(tokens, at + 1);
    let end = at + 1;
    let age = of_age.map(|(_, age)| (age, age + 1));
    let decade = DECADES.iter().find(|(word, _)| token.key == *word).map(|(_, from)| (*from, from + 10));
    let cues = lexicon::shipped().cues(&token.key);
    let function = cues.has(Cue::Function) || cues.has(Cue::Profession);
    let said = match &*token.key {
        _ if token.shape == Shape::Capital => {
            let woman = ["aise", "aine", "ienne", "oise"].iter().any(|ending| token.key.ends_with(ending));
            let from = is_inhabitant(&token.key) && !named.is_name(at) && first + 1 == at;
            return from.then_some((first, end, Said { gender: gender.or(woman.then_some(Gender::Feminine)), age }));
        }
        _ if token.shape != Shape::Lower => return None,
        // `L’homme se tait`: inside a sentence it is often any man.
        "homme" | "femme" if !(age.is_some() || tokens[first].opens || pointing || indefinite(tokens, first)) => return None,
        "homme" | "interesse" => Said { gender: Some(Gender::Masculine), age },
        "femme" | "interessee" => Said { gender: Some(Gender::Feminine), age },
        _ if decade.is_some() => Said { gender, age: decade },
        _ if function && (pointing || indefinite(tokens, first)) => Said { gender, age },
        _ => return None,
    };
    // `l’homme de la rue`, `l’homme qui …`, `cet homme politique`, `un homme nommé Paul Mas`: told by what follows.
    // `cette infirmière brestoise`
    let origin = pointing && tokens.get(end).is_some_and(|t| t.near && t.shape == Shape::Lower && is_inhabitant(&t.key));
    let end = end + usize::from(origin);
    let told = of_age.is_none()
        && tokens.get(end).is_some_and(|t| {
            t.near
                && (is_adjective(&t.key) || t.is_nameish() || matches!(&*t.key, "de" | "d" | "du" | "des" | "qui" | "que" | "qu" | "dont"))
        });
    let apposed = tokens.get(end).is_some_and(|t| t.key == ",") && named.tokens.get(end + 1).is_some_and(|marks| marks.starts.is_some());
    let someone = indefinite(tokens, first) || !told;
    (someone && !apposed).then_some((first, end, said))
}

/// `Lilloise`, `Belge`: one inhabitant, by list or ending.
fn is_inhabitant(key: &str) -> bool {
    const ENDINGS: [&str; 8] = ["ais", "aise", "ain", "aine", "ien", "ienne", "ois", "oise"];
    (lexicon::shipped().is_people(key) || ENDINGS.iter().any(|ending| key.ends_with(ending))) && key.len() > 4
}
