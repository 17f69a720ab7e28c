//! Candidates: every stretch of a sentence that may be a name, with what speaks for each kind.
//!
//! Runs of capitals with their particles and initials, names of the gazetteer, compounds. Nothing is decided here:
//! a capital at the start of a sentence makes a doubtful candidate, which the rest of the corpus confirms or not.

use super::EntityKind;
use super::candidate::{Candidate, Stretch, is_particle};
use super::compound::{self, Compound};
use super::evidence::Votes;
use super::gazetteer::{self, Match};
use super::key::{Key, Keys};
use super::lexicon::{self, Cue, Sure};
use super::tokens::{Line, Shape, Style, Token};

/// The candidates of one article, in order; inner names come after the name that holds them.
pub(super) fn candidates(lines: &[Line], keys: &mut Keys) -> Vec<Candidate> {
    let mut found = Vec::new();
    for (line, place) in lines.iter().zip(0..) {
        Reader { line, place, keys, found: &mut found }.read();
    }
    found
}

struct Reader<'a, 'k> {
    line: &'a Line,
    place: u32,
    keys: &'a mut Keys<'k>,
    found: &'a mut Vec<Candidate>,
}

/// More capitals in a row are a headline or a list without commas, not a name.
const LONGEST_RUN: usize = 6;

impl Reader<'_, '_> {
    fn read(&mut self) {
        let expansions = compound::expansions(self.line);
        let mut at = 0;
        while at < self.line.tokens.len() {
            let elided = self.line.tokens[at].opens && matches!(self.line.tokens[at].key.as_str(), "l" | "le" | "la");
            if elided
                && let Some(known) = self.known(at)
                && compound::at(self.line, at + 1).is_some_and(|body| body.end > known.end)
            {
                // `L’Union africaine` at the start of a sentence is not the newspaper `L’Union`.
                at += 1;
                continue;
            }
            if let Some((compound, acronym)) =
                expansions.get(expansions.partition_point(|(c, _)| c.first < at)).filter(|(c, _)| c.first == at)
            {
                self.push_compound(*compound, Some(self.line.tokens[*acronym].key.clone()));
                at = compound.end;
            } else if let Some(end) = self.region(at) {
                self.push_compound(Compound { first: at, end, kind: EntityKind::Place, weight: 3.0 }, None);
                at = end;
            } else if self.line.style != Style::Shout
                && let Some(compound) = compound::at(self.line, at)
                && self.known(at).is_none_or(|m| m.end < compound.end && !self.begins_sure_person(m.end))
            {
                self.push_compound(compound, None);
                at = compound.end;
            } else {
                at = self.name(at).max(at + 1);
            }
        }
    }

    fn token(&self, at: usize) -> Option<&Token> {
        self.line.tokens.get(at)
    }

    fn known(&self, at: usize) -> Option<Match> {
        let found = gazetteer::shipped().longest(&self.line.tokens, at, self.line.style).filter(|found| !self.is_portfolio(*found))?;
        Some(self.with_place(found))
    }

    /// `la région Bretagne` is a name of its own, `la région de Brest` none.
    fn region(&self, at: usize) -> Option<usize> {
        let (noun, next) = (self.token(at)?, self.token(at + 1)?);
        let is = noun.key == "region" && noun.shape == Shape::Lower && next.near && next.shape == Shape::Capital;
        let known = self.known(at + 1).filter(|found| is && found.first == at + 1)?;
        (gazetteer::shipped().entries[known.entry].kind == EntityKind::Place).then_some(known.end)
    }

    /// `Abattoir Roy : …`: the noun at the head of a sentence says what the name behind it is.
    fn is_noun_before(&self, at: usize) -> bool {
        let token = &self.line.tokens[at];
        let cues = lexicon::shipped().cues(&token.key);
        let noun = cues.has(Cue::Organisation) && !cues.has(Cue::HeadCapital) && !cues.has(Cue::HeadClub);
        noun && token.opens && token.shape == Shape::Capital && self.token(at + 1).is_some_and(|t| t.near && t.shape == Shape::Capital)
    }

    /// `le ministre de la Défense`: what a ministry has is no quarter of Paris.
    fn is_portfolio(&self, found: Match) -> bool {
        let key = |at: usize| self.line.tokens[at].key.as_str();
        if !lexicon::shipped().is_portfolio(key(found.end - 1)) {
            return false;
        }
        let small = |at: &usize| matches!(key(*at), "la" | "l" | "de" | "le" | "et" | "a");
        let before = (0..found.end - 1).rev().find(|at| !small(at) && !lexicon::shipped().is_portfolio(key(*at)));
        before.is_some_and(|at| key(at).starts_with("minist") || key(at).starts_with("secretair"))
    }

    /// `L’Express de Madagascar`: a newspaper that begins with its article and goes on with a place is another one.
    fn with_place(&self, found: Match) -> Match {
        let entries = &gazetteer::shipped().entries;
        let article = |t: &Token| matches!(&*t.key, "l" | "le" | "la") && t.shape == Shape::Capital;
        let of = self.token(found.end).is_some_and(|t| t.near && matches!(&*t.key, "de" | "du" | "d"));
        if !of || entries[found.entry].kind != EntityKind::Media || !self.token(found.first).is_some_and(article) {
            return found;
        }
        let place = gazetteer::shipped().longest(&self.line.tokens, found.end + 1, self.line.style);
        match place.filter(|place| place.first == found.end + 1 && entries[place.entry].kind == EntityKind::Place) {
            Some(place) => Match { end: place.end, ..found },
            None => found,
        }
    }

    fn push_compound(&mut self, compound: Compound, acronym: Option<Key>) {
        let at = self.found.len();
        self.push(compound.first, compound.first, compound.end, None);
        let candidate = &mut self.found[at];
        candidate.votes = Votes::default();
        candidate.votes.add(compound.kind, compound.weight);
        candidate.surface.acronym = acronym;
        candidate.surface.doubtful = false;
        candidate.surface.given = 0;
        candidate.surface.entry = gazetteer::shipped().by_key(&candidate.surface.key);
        // `l’île de Bréhat` is called Bréhat as well.
        let island = self.line.tokens[compound.first].key == "ile" && self.line.tokens[compound.first].shape == Shape::Lower;
        let island = island && compound.end == compound.first + 3 && self.line.tokens[compound.end - 1].is_nameish();
        if island && self.known(compound.end - 1).is_none() {
            self.push(compound.end - 1, compound.end - 1, compound.end, None);
            return;
        }
        let mut inner = compound.first + 1;
        while inner < compound.end {
            match self.known(inner) {
                Some(found) if found.end <= compound.end && !found.doubtful => {
                    self.push(found.first, found.first, found.end, Some(found));
                    inner = found.end;
                }
                _ => inner += 1,
            }
        }
    }

    /// Reads the name that begins at token `at`, if there is one; says where to go on.
    fn name(&mut self, at: usize) -> usize {
        let lexicon = lexicon::shipped();
        let token = &self.line.tokens[at];
        if lexicon.has(&token.key, Cue::Civil) && token.is_word() && !self.is_described(at) {
            let dotted = self.token(at + 1).is_some_and(|t| t.key == ".");
            let core = at + 1 + usize::from(dotted);
            let written = token.is_nameish() || matches!(&*token.key, "monsieur" | "madame" | "maitre" | "docteur");
            let named = self.token(core).is_some_and(|t| t.near && t.is_nameish());
            let behind = if named { Some(core) } else { self.behind_particles(core, Person::Yes) };
            if let Some(name) = behind.filter(|_| written) {
                let end = self.run_end(name, Person::Yes);
                self.push(at, core, end, None);
                return end;
            }
        }
        let known = self.known(at);
        if let Some(found) = known
            && (found.first > at || !token.is_nameish())
        {
            self.push(found.first, found.first, found.end, Some(found));
            return found.end;
        }
        let personal = self.begins_person(at);
        if token.is_nameish() && compound::is_title(&self.line.tokens, at) {
            return self.behind_title(at, self.run_end(at, personal));
        }
        if !token.is_nameish() || (known.is_none() && (self.skipped(at) || self.is_noun_before(at))) {
            return at + 1;
        }
        if known.is_none() && self.is_plural_title(at) {
            return at + 2;
        }
        self.run(at, known, personal)
    }

    /// `le docteur Rey`: in small letters behind an article it is a description as `le général` is, no part of the name.
    fn is_described(&self, at: usize) -> bool {
        let article = |before: usize| matches!(&*self.line.tokens[before].key, "le" | "la" | "du" | "au" | "ce" | "cette" | "un" | "une");
        let token = &self.line.tokens[at];
        token.shape == Shape::Lower && token.key == "docteur" && at.checked_sub(1).is_some_and(article)
    }

    /// Behind the title of a work that begins at `at`: one that begins with a common word goes on over small words to its next capital
    /// (`le film Perdus dans Berlin`), what else is named behind a title is no part of it (`le film Zorro à Cannes`).
    fn behind_title(&self, at: usize, end: usize) -> usize {
        let small = |at: usize| {
            self.token(at).is_some_and(|t| t.near && matches!(&*t.key, "sur" | "sous" | "dans" | "a" | "en" | "au" | "la" | "le" | "l"))
        };
        if !lexicon::shipped().is_ordinary(&self.line.tokens[at].key) {
            return end;
        }
        let next = end + (end..end + 2).take_while(|at| small(*at)).count();
        if next > end && self.token(next).is_some_and(|t| t.near && t.is_nameish()) { next + 1 } else { end }
    }

    /// `C’est Les Illusions à l’envers`: a plural that keeps the capital of its article inside a sentence is a title, unless the noun
    /// before says what it names; parties, towns and bands of that form are listed.
    fn is_plural_title(&self, at: usize) -> bool {
        let token = &self.line.tokens[at];
        let lone = self.token(at + 1).is_some_and(|t| t.near && t.shape == Shape::Capital && t.key.ends_with('s'))
            && !self.token(at + 2).is_some_and(|t| t.near && t.is_nameish());
        let cues = [Cue::Organisation, Cue::Place, Cue::Media, Cue::Group, Cue::HeadSlogan];
        let told = |before: usize| cues.into_iter().any(|cue| lexicon::shipped().has(&self.line.tokens[before].key, cue));
        token.key == "les" && token.shape == Shape::Capital && !token.opens && lone && !at.checked_sub(1).is_some_and(told)
    }

    /// True when the capital word at `at` begins no name.
    fn skipped(&self, at: usize) -> bool {
        let lexicon = lexicon::shipped();
        let token = &self.line.tokens[at];
        let next_is_name = self.token(at + 1).is_some_and(|t| t.near && t.is_nameish());
        if lexicon.first_name(&token.key).is_some() && (next_is_name || !lexicon.is_ordinary(&token.key)) {
            return false;
        }
        if token.shape == Shape::Initial {
            return !next_is_name || self.token(at + 1).is_some_and(|t| lexicon.is_ordinary(&t.key) && t.shape != Shape::Initial);
        }
        if token.key.len() < 2 || lexicon.is_portfolio(&token.key) {
            return true;
        }
        let numbered = self.token(at + 1).is_some_and(|t| t.near && t.shape == Shape::Number);
        if numbered && (lexicon.has(&token.key, Cue::HeadCapital) || lexicon.is_ordinary(&token.key)) {
            return true;
        }
        let pair = self.token(at + 1).map(|t| format!("{} {}", token.key, t.key));
        let function = |key: &str| lexicon.has(key, Cue::Function) || lexicon.has(key, Cue::Civil);
        if function(&token.key) || pair.is_some_and(|pair| function(&pair)) || is_numeral(token) || self.is_people(at) {
            return true;
        }
        let person_follows = self.token(at + 1).is_some_and(|t| lexicon.first_name(&t.key) == Some(Sure::Yes));
        if lexicon.is_ordinary(&token.key) && next_is_name && person_follows {
            return true;
        }
        if lexicon.is_ordinary(&token.key) && token.shape == Shape::Upper && self.line.style == Style::Plain {
            return true;
        }
        let article = matches!(&*token.key, "le" | "la" | "les" | "de" | "du" | "el" | "al" | "the");
        lexicon.is_ordinary(&token.key) && !(next_is_name && !token.opens && (article || self.line.style == Style::Plain))
    }

    /// `les Toulonnais`, `l’Américaine`: an inhabitant or member, told by article and ending.
    fn is_people(&self, at: usize) -> bool {
        const ENDINGS: [&str; 8] = ["ais", "aise", "ain", "aine", "ien", "ienne", "ois", "oise"];
        let article = at.checked_sub(1).and_then(|before| self.token(before));
        let key = &self.line.tokens[at].key;
        let singular = key.trim_end_matches('s');
        if lexicon::shipped().is_people(key) {
            return true;
        }
        article
            .is_some_and(|t| matches!(&*t.key, "le" | "la" | "l" | "les" | "du" | "au" | "des" | "un" | "une" | "aux" | "deux" | "trois"))
            && ENDINGS.iter().any(|ending| key.ends_with(ending) || singular.ends_with(ending))
    }

    fn begins_person(&self, at: usize) -> Person {
        let token = &self.line.tokens[at];
        let named = self.token(at + 1).is_some_and(|t| t.near && (t.is_nameish() || is_particle(&t.key)));
        let sure = lexicon::shipped().first_name(&token.key);
        // A function before says so as well: `la préfète Marthe de Courval`.
        let function = at.checked_sub(1).is_some_and(|before| {
            let before = &self.line.tokens[before];
            // `le député UMP Paul Mas`: letters between them are those of a party.
            let party = token.shape == Shape::Upper && self.line.style == Style::Plain;
            before.is_word() && token.near && !party && lexicon::shipped().has(&before.key, Cue::Function)
        });
        let sure = sure.filter(|sure| *sure == Sure::Yes || self.line.style == Style::Plain);
        if named && (sure.is_some() || function || token.shape == Shape::Initial) { Person::Yes } else { Person::No }
    }

    /// True when a first name that is nothing else stands at `at`, with a name behind it.
    fn begins_sure_person(&self, at: usize) -> bool {
        let sure = self.token(at).is_some_and(|t| t.near && t.is_nameish() && lexicon::shipped().first_name(&t.key) == Some(Sure::Yes));
        sure && self.token(at + 1).is_some_and(|t| t.near && t.is_nameish())
    }

    /// Behind the run of capitals from `at`, particles of persons included.
    fn run_end(&self, at: usize, personal: Person) -> usize {
        let lexicon = lexicon::shipped();
        let tokens = &self.line.tokens;
        let mut end = at + 1;
        while let Some(token) = tokens.get(end).filter(|t| t.near && end <= at + LONGEST_RUN) {
            if token.is_nameish() {
                if token.shape == Shape::Upper && personal == Person::Yes && tokens[end - 1].shape == Shape::Capital && token.key.len() < 4
                {
                    break;
                }
                let sure_person =
                    lexicon.first_name(&token.key) == Some(Sure::Yes) && tokens.get(end + 1).is_some_and(|t| t.near && t.is_nameish());
                if personal == Person::No && sure_person && self.stands_apart(at) {
                    break;
                }
                // `a dit à l’AFP Me Anne Rey`
                let titled =
                    lexicon.has(&token.key, Cue::Civil) && tokens.get(end + 1).is_some_and(|t| t.near && t.shape == Shape::Capital);
                if titled && token.shape == Shape::Capital && self.line.style == Style::Plain {
                    break;
                }
                if self.line.style != Style::Plain && personal == Person::Yes && end > at + 1 {
                    break;
                }
                end += 1;
            } else if let Some(next) = self.behind_particles(end, personal)
                && !(personal == Person::Yes && end - at > 1 && self.line.tokens[next - 1].key != "d" && !self.is_foreign(end))
            {
                end = next + 1;
            } else if token.key == "&" && tokens.get(end + 1).is_some_and(|t| t.near && t.is_nameish()) {
                end += 2;
            } else {
                break;
            }
        }
        end
    }

    /// A particle that joins whatever stands before it; `de` behind first name and surname mostly begins something else:
    /// `Anne Rey de Valmex`.
    fn is_foreign(&self, at: usize) -> bool {
        matches!(&*self.line.tokens[at].key, "von" | "van" | "der" | "den" | "bin" | "ben" | "al" | "el" | "ibn" | "ould" | "dos" | "da")
    }

    /// True when a person may follow the name at `at` without being a part of it: `le maire de Gap Jean Roy`,
    /// `le député LR Jean Roy`.
    fn stands_apart(&self, at: usize) -> bool {
        let lexicon = lexicon::shipped();
        let token = &self.line.tokens[at];
        let after = at.checked_sub(1).map_or("", |before| self.line.tokens[before].key.as_str());
        let preposition = matches!(after, "de" | "d" | "du" | "des" | "a" | "en" | "l" | "la");
        let other = preposition || token.shape == Shape::Upper || lexicon.is_ordinary(&token.key) || self.known(at).is_some();
        other && !lexicon.has(&token.key, Cue::HeadCapital)
    }

    /// The capital word behind one to three particles at `at`.
    fn behind_particles(&self, at: usize, personal: Person) -> Option<usize> {
        let mut next = at;
        while next < at + 3 {
            let token = self.token(next)?;
            if token.shape != Shape::Lower || !token.near {
                break;
            }
            if !self.is_foreign(next) && (personal == Person::No || !is_particle(&token.key)) {
                return None;
            }
            next += 1;
        }
        (next > at && self.token(next).is_some_and(|t| t.near && t.is_nameish())).then_some(next)
    }

    fn run(&mut self, at: usize, known: Option<Match>, personal: Person) -> usize {
        // `Florence Rey` is a person, `Charlie Hebdo` is not: a known name of several words beats a first name.
        let (known, personal) = match known {
            Some(found) if personal == Person::Yes && found.end == at + 1 => (None, Person::Yes),
            Some(found) => (Some(found), Person::No),
            None => (None, personal),
        };
        let last = known.map_or(at, |found| found.end - 1);
        // `à l’Agence France-Presse Paul Mas, 44 ans`
        if let Some(found) = known.filter(|found| !found.doubtful && found.end > at + 1 && self.begins_sure_person(found.end)) {
            self.push(found.first, found.first, found.end, known);
            return found.end;
        }
        let end = if self.line.tokens[last].is_nameish() { self.run_end(last, personal) } else { last + 1 };
        if let Some(behind) = compound::title_end(&self.line.tokens, at, end).filter(|_| known.is_none()) {
            return behind;
        }
        let slogan = compound::slogan_end(&self.line.tokens, at, end);
        if slogan > end {
            self.push(at, at, slogan, None);
            if let Some(last) = self.found.last_mut() {
                last.votes.add(EntityKind::Organisation, 2.0);
            }
            return slogan;
        }
        let whole = end - at <= LONGEST_RUN && (self.line.style == Style::Plain || personal == Person::Yes || end == at + 1);
        // `le président de la Catalogne Carles Roig`: what follows a place behind its preposition is a name of its own.
        if let Some(found) = known.filter(|m| end - m.end > 1 && gazetteer::shipped().entries[m.entry].kind == EntityKind::Place)
            && self.stands_apart(at)
            && !self.ends_in_form(end)
        {
            self.push(found.first, found.first, found.end, Some(found));
            return found.end;
        }
        // `le PS du Nord` is a party of that department, `l’Afrique du Nord` a part of Africa.
        let placed = known.is_none_or(|found| gazetteer::shipped().entries[found.entry].kind == EntityKind::Place);
        let quarter = if placed { compound::quarter(&self.line.tokens, end) } else { 0 };
        if whole && quarter > 0 && personal == Person::No {
            self.push(at, at, end + quarter, None);
            if let Some(last) = self.found.last_mut() {
                last.votes.add(EntityKind::Place, 3.0);
                last.surface.doubtful = false;
            }
            return end + quarter;
        }
        match known {
            Some(found) if !whole || end == found.end => {
                self.push(found.first, found.first, found.end, Some(found));
                found.end
            }
            None if !whole => self.long_run(at, end, personal),
            _ => {
                self.push(at, at, end, None);
                if let Some(found) = known {
                    self.lean(found);
                }
                end
            }
        }
    }

    /// `Manchester Evening News`, `Orlando Steel Partners`: the last word says what it is.
    fn ends_in_form(&self, end: usize) -> bool {
        let last = self.line.tokens[end - 1].key.as_str();
        [Cue::MediaForm, Cue::CompanyForm, Cue::PlaceForm].into_iter().any(|cue| lexicon::shipped().has(last, cue))
    }

    /// In a run that is too long for a name only a first name with the word behind it is taken.
    fn long_run(&mut self, at: usize, end: usize, personal: Person) -> usize {
        if personal == Person::Yes && end > at + 1 {
            self.push(at, at, at + 2, None);
            return at + 2;
        }
        at + 1
    }

    /// The last candidate begins with a known name: `Renault Trucks` is most likely of its kind.
    fn lean(&mut self, found: Match) {
        let kind = gazetteer::shipped().entries[found.entry].kind;
        if let Some(last) = self.found.last_mut()
            && last.surface.given == 0
        {
            let weight = if kind == EntityKind::Place || found.doubtful { 0.8 } else { 2.0 };
            last.votes.add(kind, weight);
            last.votes.add(EntityKind::Organisation, 0.7);
            last.surface.doubtful &= found.doubtful;
        }
    }

    fn push(&mut self, first: usize, core: usize, end: usize, known: Option<Match>) {
        let stretch = Stretch { place: self.place, first, core, end };
        self.found.push(Candidate::new(self.line, stretch, known, self.keys));
    }
}

/// `XXI`, `XV`: centuries, kings and teams are not named by their number.
fn is_numeral(token: &Token) -> bool {
    token.shape == Shape::Upper && token.key.chars().all(|c| matches!(c, 'i' | 'v' | 'x'))
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Person {
    Yes,
    No,
}
