//! Voices and quotations as tables for a spreadsheet.

use super::Engine;
use super::voices::shown;
use crate::concordance::write_sheet;
use crate::corpus::Fact;
use crate::export;
use crate::id::DocumentId;
use crate::protocol::{LedgerRequest, LedgerSheet, QuoteCard, Voice};
use crate::quotes::{Certainty, Stance};
use crate::say;

impl Engine {
    /// All rows of the ledger, or all its quotations.
    pub(super) fn ledger_sheet(&mut self, request: LedgerRequest, sheet: LedgerSheet) -> String {
        let view = self.ledger(&LedgerRequest { n_voices: u32::MAX, n_quotes: u32::MAX, ..request });
        match sheet {
            LedgerSheet::Voices(separator) => {
                let voices = view.chosen.as_ref().map_or(&view.voices[..], std::slice::from_ref);
                write_sheet(&self.voice_rows(voices), separator)
            }
            LedgerSheet::Quotes(separator) => write_sheet(&self.quote_rows(&view.quotes), separator),
        }
    }

    /// All quotations as scripts read them: a list of records, as JSON.
    pub(super) fn quote_records(&self) -> String {
        let of_one = |document| export::quotes(document, &self.quotes, &self.entities.entities);
        let records: Vec<String> = self.corpus.documents.iter().flat_map(of_one).map(|record| export::jsonl::line(&record)).collect();
        format!("[{}]", records.join(","))
    }

    /// One row for each voice and article.
    fn voice_rows(&self, voices: &[Voice]) -> Vec<Vec<String>> {
        let head = say!(
            ["locuteur", "identifiant", "article", "média", "citations", "mots cités", "mots d’attribution incertaine"],
            ["speaker", "identifier", "article", "outlet", "quotations", "words quoted", "words of uncertain attribution"]
        );
        let row = |voice: &Voice| {
            let rows = voice.articles.iter().map(|(document, tally)| {
                let [name, outlet] = self.article(*document);
                let [n_quotes, n_words, n_uncertain] = [tally.n_quotes, tally.n_words, tally.n_uncertain].map(|n| n.to_string());
                vec![voice.name.clone(), voice.key.clone(), name, outlet, n_quotes, n_words, n_uncertain]
            });
            rows.collect::<Vec<_>>()
        };
        std::iter::once(head.map(str::to_owned).to_vec()).chain(voices.iter().flat_map(row)).collect()
    }

    fn quote_rows(&self, quotes: &[QuoteCard]) -> Vec<Vec<String>> {
        let head = say!(
            [
                "article",
                "média",
                "sorte",
                "citation",
                "locuteur",
                "identifiant",
                "dit par",
                "certitude",
                "verbe",
                "position",
                "support",
                "mots",
                "versions",
                "relation à la plus complète",
            ],
            [
                "article",
                "outlet",
                "kind",
                "quotation",
                "speaker",
                "identifier",
                "said by",
                "certainty",
                "verb",
                "stance",
                "medium",
                "words",
                "versions",
                "relation to the fullest",
            ]
        );
        let row = |card: &QuoteCard| {
            let mark = &card.mark;
            let [name, outlet] = self.article(mark.document);
            let document = self.corpus.document(mark.document);
            let text = document
                .map_or_else(String::new, |document| mark.parts.iter().map(|part| shown(document, *part)).collect::<Vec<_>>().join(" "));
            let speaker = mark.speaker.as_ref();
            let of_speaker = |field: fn(&crate::protocol::Speaker) -> String| speaker.map_or_else(String::new, field);
            let versions = mark.utterance.map_or(1, |utterance| utterance.n_versions);
            vec![
                name,
                outlet,
                mark.kind.label().to_owned(),
                text,
                of_speaker(|speaker| speaker.name.clone()),
                of_speaker(|speaker| speaker.key.clone()),
                of_speaker(|speaker| speaker.mention.clone()),
                of_speaker(|speaker| certainty(speaker.certainty).to_owned()),
                mark.verb.clone().unwrap_or_default(),
                mark.stance.map_or("", Stance::label).to_owned(),
                mark.medium.clone().unwrap_or_default(),
                mark.n_words.to_string(),
                versions.to_string(),
                mark.utterance.map_or("", |utterance| utterance.relation.label()).to_owned(),
            ]
        };
        std::iter::once(head.map(str::to_owned).to_vec()).chain(quotes.iter().map(row)).collect()
    }

    /// File and outlet of an article.
    fn article(&self, id: DocumentId) -> [String; 2] {
        let Some(document) = self.corpus.document(id) else { return [String::new(), String::new()] };
        let said = |fact: &Fact<String>| fact.value.clone();
        [document.name.clone(), document.metadata.outlet.as_ref().map(said).unwrap_or_default()]
    }
}

fn certainty(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Named => say!("nommé", "named"),
        Certainty::Described => say!("décrit", "described"),
        Certainty::Resolved => say!("résolu", "resolved"),
        Certainty::Inherited => say!("hérité", "inherited"),
        Certainty::Guessed => say!("incertain", "uncertain"),
    }
}
