//! What is asked about quotations, and what is answered: who is quoted how much, and what was said once and quoted often.

use serde::{Deserialize, Serialize};

use super::Passage;
use crate::concordance::Separator;
use crate::entities::EntityKind;
use crate::id::DocumentId;
use crate::quotes::{Certainty, Closing, QuoteKind, Relation, Stance};
use crate::span::Span;

/// Which quotations are meant, and how many are sent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LedgerRequest {
    pub article: Option<DocumentId>,
    /// Without one, everything that somebody said: neither marks of distance nor titles.
    pub kind: Option<QuoteKind>,
    pub stance: Option<Stance>,
    /// The [`Voice::key`] of who speaks.
    pub voice: Option<String>,
    pub n_voices: u32,
    pub n_quotes: u32,
}

/// Voices and quotations sent when nothing else is asked.
pub const SHOWN_VOICES: u32 = 30;
pub const SHOWN_QUOTES: u32 = 20;

/// Key of the voice of quotations of which it is not known who speaks.
pub const NOBODY: &str = "?";

/// How much is quoted. A word within a quotation within another counts for who speaks it last.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    pub n_quotes: u32,
    pub n_words: u32,
    /// Of these words, those of which it is not sure who speaks.
    pub n_uncertain: u32,
}

/// Somebody who is quoted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Voice {
    /// The slug of an entity, `source:` with article and description, or [`NOBODY`].
    pub key: String,
    /// Name or description; empty for nobody.
    pub name: String,
    /// Of an entity its kind.
    pub kind: Option<EntityKind>,
    pub tally: Tally,
    /// In order of articles.
    pub articles: Vec<(DocumentId, Tally)>,
}

/// Who is quoted, and the quotations themselves.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LedgerView {
    /// Most quoted first, of all voices, whichever is chosen; nobody comes last.
    pub voices: Vec<Voice>,
    pub n_voices: u32,
    /// Those of them that are named.
    pub n_named: u32,
    /// The one that is chosen.
    pub chosen: Option<Voice>,
    /// Of all voices.
    pub total: Tally,
    /// The same by article, in order.
    pub articles: Vec<(DocumentId, Tally)>,
    /// Those of the chosen voice, else all: in order of articles.
    pub quotes: Vec<QuoteCard>,
    pub n_quotes: u32,
    /// Of each kind, under the other conditions; in order of [`KINDS`].
    pub kinds: [u32; 5],
    /// Of each stance, under the other conditions; in order of [`STANCES`].
    pub stances: [u32; 6],
    /// What several articles quote, most articles first; only without a condition.
    pub shared: Vec<Shared>,
    pub n_shared: u32,
}

/// Utterances listed in a ledger.
pub const SHOWN_SHARED: usize = 8;

/// All kinds, in the order of their counts.
pub const KINDS: [QuoteKind; 5] = [QuoteKind::Direct, QuoteKind::Partial, QuoteKind::Indirect, QuoteKind::Scare, QuoteKind::Title];
/// All stances, in the order of their counts.
pub const STANCES: [Stance; 6] =
    [Stance::Neutral, Stance::Explaining, Stance::Claiming, Stance::Insisting, Stance::Doubting, Stance::Asking];

/// One quotation without its text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuoteMark {
    pub document: DocumentId,
    pub span: Span,
    /// As in [`crate::quotes::Quote::parts`].
    pub parts: Vec<Span>,
    pub kind: QuoteKind,
    pub closing: Closing,
    pub speaker: Option<Speaker>,
    /// The words of the verb or the viewpoint.
    pub verb: Option<String>,
    pub stance: Option<Stance>,
    pub medium: Option<String>,
    pub n_words: u32,
    /// What it is a version of, when there are others.
    pub utterance: Option<UtteranceCard>,
}

/// Who speaks, as far as that is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Speaker {
    pub key: String,
    pub name: String,
    /// True for one who is named somewhere.
    pub named: bool,
    /// The words that say who speaks.
    pub mention: String,
    pub certainty: Certainty,
}

/// An utterance seen from one of its versions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UtteranceCard {
    /// Where its fullest version begins.
    pub document: DocumentId,
    pub start: u32,
    pub n_versions: u32,
    pub n_articles: u32,
    /// Of this version.
    pub relation: Relation,
}

/// One quotation with the sentences around it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuoteCard {
    pub mark: QuoteMark,
    pub passage: Excerpt,
}

/// A passage that is cut where it is too long.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Excerpt {
    pub span: Span,
    pub text: String,
    /// The quotation, as far as it is shown.
    pub mark: Span,
    pub cut_before: bool,
    pub cut_after: bool,
}

/// What was said once and stands in several articles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shared {
    pub card: UtteranceCard,
    /// Name or description of who speaks in the fullest version.
    pub speaker: Option<String>,
    /// The fullest version, cut when it is long.
    pub text: String,
    pub n_wordings: u32,
    /// Versions that join distant parts as if they were one.
    pub n_spliced: u32,
}

/// One utterance with its versions, the fullest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UtteranceView {
    pub versions: Vec<VersionView>,
    /// Of all versions.
    pub n_versions: u32,
    /// Articles without a version.
    pub absent: Vec<DocumentId>,
}

/// Versions sent of one utterance: more are not looked through.
pub const SHOWN_VERSIONS: usize = 60;

/// One version beside the fullest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VersionView {
    pub mark: QuoteMark,
    pub relation: Relation,
    /// The version as it reads, with what the fullest has more; of the fullest itself all is [`Piece::Kept`].
    pub pieces: Vec<Piece>,
    pub splices: Vec<Splice>,
    /// Words behind those that are compared.
    pub n_beyond: u32,
}

/// Some words of a version, or of the fullest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Piece {
    Kept(String),
    /// Words of the fullest that are not here, and how many.
    Left(String, u32),
    /// Words that the fullest does not have.
    Own(String),
    /// What stands between two parts and is not said by the speaker: `, a-t-il dit,`.
    Aside(String),
}

/// Where two distant parts of the fullest version meet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Splice {
    /// The words on both sides.
    pub before: String,
    pub after: String,
    /// Words of the fullest left out between them.
    pub n_left: u32,
    pub seam: Seam,
}

/// What shows at the place where two parts meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Seam {
    /// Nothing.
    None,
    /// `…`, `[…]`, `(...)`
    Ellipsis,
    /// Words of the writer stand between.
    Aside,
}

/// Which table is taken along.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum LedgerSheet {
    Voices(Separator),
    Quotes(Separator),
}

impl Excerpt {
    /// The same as a passage.
    pub fn passage(&self, document: DocumentId) -> Passage {
        Passage { document, span: self.span, text: self.text.clone(), marks: vec![self.mark] }
    }
}
