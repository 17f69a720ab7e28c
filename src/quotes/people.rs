//! Whom a pronoun or a description stands for: the person of whom the article spoke last and whom the word fits.
//!
//! Candidates are names and descriptions outside quotations, up to a few sentences back, and whoever spoke last. Gender is
//! told by civil title, by the determiner of a description, and by the first name. No world knowledge, no plural sums.

use std::collections::BTreeMap;

use super::before::{chain, described_before, is_head, n_sentences};
use super::description::{Plural, civil, gender_by_ending, gender_of, head, introduced, is_plural};
use super::grammar::{self, Class, Determiner, Pronoun};
use super::phrase::Subject;
use super::scene::Scene;
use super::{Certainty, Speaker};
use crate::entities::{self, EntityKind, Gender, Mention, MentionForm};
use crate::id::EntityId;
use crate::span::Span;
use crate::text::{Language, fold};

/// Mentions looked at for one pronoun at most: bounds the work in long paragraphs.
const LOOKED_AT: usize = 40;
/// Paragraphs back at most: what stands further is no antecedent.
const PARAGRAPHS: u32 = 5;

/// Who was last spoken of or spoke, in one article.
pub(super) struct People {
    /// What the words of the article say; the first names of those who are not here may say it.
    genders: BTreeMap<EntityId, Gender>,
    /// Speakers that nobody names, with the head noun of their description.
    unnamed: Vec<(Span, String, Option<Gender>, Plural)>,
    /// The first names of people in the article, by their start: who is named there most is whom it is about.
    named: Vec<(u32, EntityId)>,
    /// Who answers in an interview.
    about: Option<EntityId>,
    /// Who spoke last, with the token where.
    last: Option<(Speaker, usize)>,
}

/// Names at the head of an article that show whom it is about, and the share of them that makes it a portrait.
const NAMED: usize = 64;
const PORTRAIT: f32 = 0.4;

fn tokens_before(scene: &Scene, at: usize) -> u32 {
    scene.tokens[at].span.start
}

impl People {
    pub fn of(scene: &Scene) -> Self {
        let mut genders = BTreeMap::new();
        for mention in scene.mentions.iter().filter(|mention| mention.kind == EntityKind::Person) {
            let first = scene.token_at(mention.span.start);
            let before = first.checked_sub(1).and_then(|before| civil(scene.lower(before)));
            let described = if mention.form == MentionForm::Nominal { gender_of(scene.lower(first)) } else { None };
            if let Some(gender) = civil(scene.lower(first)).or(before).or(described) {
                genders.entry(mention.entity).or_insert(gender);
            }
        }
        let people = scene.mentions.iter().filter(|mention| mention.kind == EntityKind::Person && mention.form != MentionForm::Nominal);
        let named = people.take(NAMED).map(|mention| (mention.span.start, mention.entity)).collect();
        Self { genders, unnamed: Vec::new(), named, about: None, last: None }
    }

    /// Who the subject of a verb at token `at` is.
    pub fn resolve(&mut self, scene: &Scene, subject: Subject, at: usize) -> Option<Speaker> {
        let (first, end) = subject.tokens();
        let mention = scene.span(first, end);
        match subject {
            Subject::Named { entity, .. } => Some(Speaker { entity: Some(entity), mention, certainty: Certainty::Named }),
            Subject::Pronoun { stands_for: Pronoun::Anybody, .. } => None,
            Subject::Pronoun { stands_for, .. } => {
                let described = described_before(scene, stands_for, at);
                described
                    .map(|(phrase, determiner)| self.described(scene, phrase, determiner, phrase.0))
                    .map(|speaker| Speaker { certainty: speaker.certainty.max(Certainty::Resolved), ..speaker })
                    .or_else(|| self.antecedent(scene, stands_for, at, mention))
            }
            Subject::Described { first, end, determiner } => Some(self.described(scene, (first, end), determiner, at)),
        }
    }

    /// Says whom the article is about.
    pub fn is_about(&mut self, entity: EntityId) {
        self.about = Some(entity);
    }

    /// Remembers who spoke at token `at`.
    pub fn spoke(&mut self, speaker: Speaker, at: usize) {
        self.last = Some((speaker, at));
    }

    fn antecedent(&self, scene: &Scene, stands_for: Pronoun, at: usize, mention: Span) -> Option<Speaker> {
        let wanted = match stands_for {
            Pronoun::Masculine => Some(Gender::Masculine),
            Pronoun::Feminine => Some(Gender::Feminine),
            Pronoun::Plural | Pronoun::Anybody => None,
        };
        let plural = stands_for == Pronoun::Plural;
        let at = chain(scene, stands_for, at);
        let best = self.named_before(scene, at, wanted, if plural { Plural::Yes } else { Plural::No });
        let unnamed = self
            .unnamed
            .iter()
            .rev()
            .take(LOOKED_AT)
            .find(|(.., gender, many)| (*many == Plural::Yes) == plural && (gender.is_none() || wanted.is_none() || *gender == wanted));
        // Somebody unnamed who spoke behind the last name is meant.
        let unnamed = unnamed.filter(|(span, ..)| {
            let place = scene.token_at(span.start);
            span.start < scene.tokens[at].span.start
                && best.is_none_or(|(_, named)| place > named)
                && scene.tokens[at].paragraph - scene.tokens[place].paragraph.min(scene.tokens[at].paragraph) <= PARAGRAPHS
        });
        if let Some((span, ..)) = unnamed {
            return Some(Speaker { entity: None, mention: *span, certainty: Certainty::Resolved });
        }
        if let Some((entity, _)) = best {
            return Some(Speaker { entity: Some(entity), mention, certainty: Certainty::Resolved });
        }
        let main = self.main(scene, wanted, tokens_before(scene, at)).filter(|_| !plural)?;
        Some(Speaker { entity: Some(main.0), mention, certainty: Certainty::Guessed })
    }

    /// The best named antecedent before token `at`, with its place.
    fn named_before(&self, scene: &Scene, at: usize, wanted: Option<Gender>, plural: Plural) -> Option<(EntityId, usize)> {
        let byte = scene.tokens[at].span.start;
        let n_before = scene.mentions.partition_point(|mention| mention.span.start < byte);
        let (paragraph, (sentence, _)) = (scene.tokens[at].paragraph, scene.sentence(at));
        let mut best: Option<(i32, EntityId, usize)> = None;
        for mention in scene.mentions[..n_before].iter().rev().take(LOOKED_AT) {
            let place = scene.token_at(mention.span.start);
            let back = paragraph.saturating_sub(scene.tokens[place].paragraph);
            if back > PARAGRAPHS {
                break;
            }
            // `PARIS (Reuters)`, `Anne Roy (PS)`: what stands in brackets is not taken up.
            let bracketed = place > 0 && scene.sign(place - 1) == Some('(') && scene.sign(scene.token_behind(mention.span)) == Some(')');
            let Some(fits) = self.fit(scene, mention, wanted, plural).filter(|_| scene.is_told(place) && !bracketed) else { continue };
            let (first, _) = scene.sentence(place);
            // A subject stands at the head of its sentence, and the last sentence weighs most.
            let heads = i32::from(is_head(scene, first, place)) * 4;
            let same = i32::from(first == sentence) * 2;
            let distance = i32::try_from(back).unwrap_or(9) * 4 + n_sentences(scene, first, sentence);
            let spoke = i32::from(self.last.is_some_and(|(last, _)| last.entity == Some(mention.entity))) * 2;
            let named = i32::from(mention.form != MentionForm::Nominal);
            // `Roy, à qui le président donne la parole`.
            let below = (place.saturating_sub(3)..place).any(|at| scene.class(at) == grammar::Class::Relative);
            let score = fits + heads + same + spoke + named - i32::from(below) * 2 - distance;
            if best.is_none_or(|(most, ..)| score > most) {
                best = Some((score, mention.entity, place));
            }
        }
        best.map(|(_, entity, place)| (entity, place))
    }

    /// How well a mention fits a pronoun; `None` when it cannot.
    fn fit(&self, scene: &Scene, mention: &Mention, wanted: Option<Gender>, plural: Plural) -> Option<i32> {
        match (mention.kind, plural) {
            (EntityKind::Person, Plural::No) => match (self.gender(scene, mention.entity), wanted) {
                (Some(gender), Some(wanted)) if gender != wanted => None,
                (Some(_), _) => Some(4),
                (None, _) => Some(3),
            },
            (EntityKind::Organisation | EntityKind::Group | EntityKind::Media, Plural::No) => {
                let determiner = scene.token_at(mention.span.start).checked_sub(1).map(|before| scene.lower(before)).unwrap_or_default();
                let own = scene.lower(scene.token_at(mention.span.start));
                let gender = [determiner, own].iter().find_map(|word| gender_of(word));
                (gender.is_none() || gender == wanted).then_some(if gender.is_some() { 1 } else { 0 })
            }
            (EntityKind::Organisation | EntityKind::Group | EntityKind::Media, Plural::Yes) => Some(2),
            _ => None,
        }
    }

    /// A description: somebody who was named before, or somebody of whom only this is known.
    fn described(&mut self, scene: &Scene, (first, end): (usize, usize), determiner: Determiner, at: usize) -> Speaker {
        let mention = scene.span(first, end);
        let head = head(scene, first, end);
        let plural = is_plural(scene, first);
        let gender = gender_of(scene.lower(first)).or_else(|| gender_by_ending(scene.lower(first + 1)));
        let anaphoric = matches!(determiner, Determiner::Definite | Determiner::Demonstrative);
        let byte = scene.tokens[first].span.start;
        let same = |(span, noun, ..): &&(Span, String, Option<Gender>, Plural)| span.start < byte && !noun.is_empty() && *noun == head;
        let known = self.unnamed.iter().rev().take(LOOKED_AT).find(same);
        if let Some((span, ..)) = known.filter(|_| anaphoric) {
            return Speaker { entity: None, mention: *span, certainty: Certainty::Resolved };
        }
        if anaphoric && let Some(span) = introduced(scene, first, &head) {
            self.unnamed.push((span, head, gender, plural));
            return Speaker { entity: None, mention: span, certainty: Certainty::Resolved };
        }
        let last = self.last.filter(|(_, place)| *place < first).map(|(speaker, _)| speaker);
        let body = grammar::is_body(scene.lower(first + 1)) || grammar::is_body(&head) || grammar::is_association(&head);
        if determiner == Determiner::Demonstrative
            && plural == Plural::No
            && !body
            && let Some(last) =
                last.filter(|last| last.entity.is_none_or(|entity| self.gender(scene, entity).is_none_or(|last| Some(last) == gender)))
        {
            return Speaker { certainty: Certainty::Guessed, ..last };
        }
        // `l’attaquant de 19 ans` is whoever was named; `l’attaquant de Gap` is another.
        let aged = matches!(scene.lower(end - 1), "ans" | "old");
        // `le fonds Artemis` has a name of its own.
        let own_name = (first + 2..end).any(|at| scene.is_word(at) && scene.tokens[at].capital);
        // `le chef de l’État` is who was named, unless that one has another function.
        let of_state = head == "chef" && matches!(scene.lower(end - 1), "état" | "etat" | "gouvernement");
        let is_office = entities::is_office(&head) && !of_state;
        // `la mère de famille` is whoever was named, `la mère de la victime` another, and so is `l’attaquant de Gap`.
        let of = |at: usize| {
            let determined = matches!(scene.class(at + 1), Class::Determiner(_)) || matches!(scene.lower(at), "du" | "des" | "au" | "aux");
            scene.class(at) == Class::Preposition && (determined || scene.tokens[at + 1].capital)
        };
        let complemented = own_name || !of_state && !aged && (first + 1..end - 1).any(of);
        if anaphoric && plural == Plural::No && !body {
            if let Some(entity) = self.with_role(scene, &head, gender, first) {
                return Speaker { entity: Some(entity), mention, certainty: Certainty::Resolved };
            }
            // English has no gender that would show who is meant.
            let telling = scene.document.language == Language::French || grammar::is_kin(&head);
            let near = if complemented || is_office || head == "premier ministre" || !telling {
                None
            } else {
                self.named_before(scene, at.min(first), gender, Plural::No)
            };
            let of_portrait = || {
                let main = self.main(scene, gender, scene.tokens[first].span.start).filter(|(_, share)| *share >= PORTRAIT);
                main.map(|(entity, _)| (entity, first)).filter(|_| telling && !is_office && !complemented)
            };
            let near = near.or_else(of_portrait);
            // `Le maire, Paul Roy … le prévenu`: who has an office is not in the dock.
            let near = near.filter(|(entity, _)| !(grammar::is_bystander(&head) || of_state) || !self.has_function(scene, *entity, first));
            let person = near.filter(|(entity, _)| scene.entities.entity(*entity).is_some_and(|entity| entity.kind == EntityKind::Person));
            if let Some((entity, _)) = person {
                return Speaker { entity: Some(entity), mention, certainty: Certainty::Guessed };
            }
        }
        if anaphoric
            && plural == Plural::No
            && !complemented
            && grammar::is_firm(&head)
            && let Some(entity) = self.firm_before(scene, first, &head)
        {
            return Speaker { entity: Some(entity), mention, certainty: Certainty::Guessed };
        }
        self.unnamed.push((mention, head, gender, plural));
        Speaker { entity: None, mention, certainty: Certainty::Described }
    }

    /// True when a function stands beside the name before token `before`: `Me Blin`, `le maire, Paul Roy`.
    fn has_function(&self, scene: &Scene, entity: EntityId, before: usize) -> bool {
        let n_before = scene.mentions.partition_point(|mention| mention.span.start < scene.tokens[before].span.start);
        let own = scene.mentions[..n_before].iter().rev().take(LOOKED_AT).filter(|mention| mention.entity == entity);
        own.into_iter().any(|mention| {
            let (first, behind) = (scene.token_at(mention.span.start), scene.token_behind(mention.span));
            let comma = usize::from(first > 1 && scene.sign(first - 1) == Some(','));
            let front = (first - comma).saturating_sub(3)..first - comma;
            let function = |at: usize| scene.is_word(at) && (entities::is_function(scene.lower(at)) || scene.lower(at) == "me");
            let apposed = scene.sign(behind) == Some(',') && (behind + 1..behind + 3).any(function);
            apposed || front.rev().take_while(|at| scene.is_word(*at)).any(function) || (first..behind).any(function)
        })
    }

    /// Who is named most of all people before byte `end`, with the share of all these names.
    fn main(&self, scene: &Scene, wanted: Option<Gender>, end: u32) -> Option<(EntityId, f32)> {
        if let Some(entity) =
            self.about.filter(|entity| self.gender(scene, *entity).is_none_or(|own| wanted.is_none_or(|wanted| own == wanted)))
        {
            return Some((entity, 1.0));
        }
        // `Il parle bas.` before any name: whoever the article goes on to name.
        let n_before = match self.named.partition_point(|(start, _)| *start < end) {
            0 => self.named.len(),
            n_before => n_before,
        };
        let mut counts: BTreeMap<EntityId, usize> = BTreeMap::new();
        self.named[..n_before].iter().for_each(|(_, entity)| *counts.entry(*entity).or_default() += 1);
        let fits = |entity: EntityId| match (self.gender(scene, entity), wanted) {
            (Some(gender), Some(wanted)) => gender == wanted,
            _ => true,
        };
        let (entity, n) = counts.into_iter().filter(|(entity, _)| fits(*entity)).max_by_key(|(_, n)| *n)?;
        Some((entity, n as f32 / n_before.max(1) as f32))
    }

    /// `l’entreprise`: the body that was named with this noun, else the last one named.
    fn firm_before(&self, scene: &Scene, before: usize, head: &str) -> Option<EntityId> {
        let byte = scene.tokens[before].span.start;
        let paragraph = scene.tokens[before].paragraph;
        let n_before = scene.mentions.partition_point(|mention| mention.span.start < byte);
        let firms = scene.mentions[..n_before].iter().rev().take(LOOKED_AT).filter(|mention| mention.kind == EntityKind::Organisation);
        let near =
            firms.filter(|mention| paragraph - scene.tokens[scene.token_at(mention.span.start)].paragraph.min(paragraph) <= PARAGRAPHS);
        // `le tribunal de Gap` is no club.
        let fits = |mention: &&Mention| {
            let noun = scene.lower(scene.token_at(mention.span.start));
            !grammar::is_body(noun) || fold(noun) == head || grammar::is_association(noun) && grammar::is_association(head)
        };
        let beside = |mention: &&Mention| {
            let first = scene.token_at(mention.span.start);
            (first.saturating_sub(2)..first).any(|at| fold(scene.lower(at)) == head)
        };
        let mut near = near.filter(|mention| scene.is_told(scene.token_at(mention.span.start))).filter(fits).peekable();
        let last = near.peek().map(|mention| mention.entity);
        near.find(beside).map(|mention| mention.entity).or(last)
    }

    /// Somebody named before beside whose name the noun stands: `Rachid Benamar, délégué de la CGT` is `le délégué`.
    fn with_role(&self, scene: &Scene, head: &str, gender: Option<Gender>, before: usize) -> Option<EntityId> {
        let byte = scene.tokens[before].span.start;
        let n_before = scene.mentions.partition_point(|mention| mention.span.start < byte);
        let people = scene.mentions[..n_before].iter().rev().take(LOOKED_AT).filter(|mention| mention.kind == EntityKind::Person);
        // `l’élu` is no `la maire`.
        let fits = |other: Option<Gender>| gender.is_none() || other.is_none() || gender == other;
        let known = |at: usize| {
            let noun = fold(scene.lower(at));
            noun == head || grammar::is_periphrasis(head, &noun) && fits(gender_of(scene.lower(at.saturating_sub(1))))
        };
        people.into_iter().find_map(|mention| {
            let behind = scene.token_behind(mention.span);
            let apposed = scene.sign(behind) == Some(',');
            let beside = |at: usize| scene.is_word(at) && at != before && known(at) && at + 1 != before;
            let after = apposed && (behind + 1..behind + 5).any(|at| at < before && beside(at));
            let first = scene.token_at(mention.span.start);
            // `Son entraîneur, Pascal Druon,`
            let comma = usize::from(first > 1 && scene.sign(first - 1) == Some(','));
            let front = first - comma;
            let in_front = (front.saturating_sub(4 + comma)..front).rev().take_while(|at| scene.is_word(*at)).any(beside);
            let own = (first..behind).any(beside);
            (after || in_front || own).then_some(mention.entity).filter(|entity| fits(self.gender(scene, *entity)))
        })
    }

    fn gender(&self, scene: &Scene, entity: EntityId) -> Option<Gender> {
        let name = || scene.entities.entity(entity).and_then(|entity| entities::gender_of_name(&entity.name));
        self.genders.get(&entity).copied().or_else(name)
    }
}
