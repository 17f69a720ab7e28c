//! Counts, events and statements as tables for a spreadsheet, and events as JSON Lines.

use serde::Serialize;

use super::Engine;
use crate::compare::Manner;
use crate::concordance::write_sheet;
use crate::corpus::Fact;
use crate::export::jsonl;
use crate::facts::Why;
use crate::id::DocumentId;
use crate::protocol::{
    CountsRequest, DisagreementsRequest, Passage, SilencesRequest, StatementsRequest, TimelineEvent, TimelinePassage, ToldSheet,
};
use crate::say;
use crate::text::{filling, fold};
use crate::times::Certainty;

/// One passage that tells of a day.
#[derive(Serialize)]
struct EventLine<'e> {
    /// Equal for passages of one event.
    event: usize,
    earliest: String,
    latest: String,
    doc: &'e str,
    surface: &'e str,
    sentence: &'e str,
    certainty: &'static str,
    why: &'e str,
}

impl Engine {
    /// All rows, whatever a view shows of them.
    pub(super) fn told_sheet(&mut self, sheet: &ToldSheet) -> String {
        match sheet {
            ToldSheet::Counts(request, separator) => write_sheet(&self.count_rows(request), *separator),
            ToldSheet::Statements(request, separator) => write_sheet(&self.statement_rows(request), *separator),
            ToldSheet::Disagreements(request, separator) => write_sheet(&self.disagreement_sheet(request), *separator),
            ToldSheet::Silences(request, separator) => write_sheet(&self.silence_sheet(request), *separator),
            ToldSheet::Events(separator) => write_sheet(&self.event_rows(), *separator),
            ToldSheet::EventLines => {
                let events: Vec<TimelineEvent> = self.facts().events.iter().filter_map(|event| self.event(event)).collect();
                let line = |(at, event): (usize, &TimelineEvent), passage: &TimelinePassage| {
                    jsonl::line(&EventLine {
                        event: at + 1,
                        earliest: event.earliest.iso(),
                        latest: event.latest.iso(),
                        doc: self.corpus.document(passage.document).map_or("", |document| &document.name),
                        surface: &passage.surface,
                        sentence: &passage.text,
                        certainty: certainty(passage.certainty),
                        why: &passage.why,
                    }) + "\n"
                };
                events.iter().enumerate().flat_map(|event| event.1.passages.iter().map(move |passage| line(event, passage))).collect()
            }
        }
    }

    fn count_rows(&self, request: &CountsRequest) -> Vec<Vec<String>> {
        let head = say!(
            ["compté", "verdict", "raison", "article", "média", "chiffre", "phrase"],
            ["counted", "verdict", "reason", "article", "outlet", "figure", "sentence"]
        );
        let folded = fold(&request.text);
        let words: Vec<&str> = folded.split_whitespace().collect();
        let wanted = self.facts().counts.iter().filter(|count| self.is_wanted(count, request, &words));
        let wanted = wanted.filter(|count| request.verdict.is_none_or(|verdict| verdict == count.verdict));
        let rows = wanted.map(|count| self.row(count)).flat_map(|row| {
            let cells = row.cells.iter().map(|cell| {
                let [name, outlet] = self.article_named(cell.document);
                let told = [row.counted.clone(), row.verdict.label().to_owned(), row.why.as_ref().map_or_else(String::new, Why::to_string)];
                told.into_iter().chain([name, outlet, cell.surface.clone(), cell.text.clone()]).collect()
            });
            cells.collect::<Vec<Vec<String>>>()
        });
        std::iter::once(head.map(str::to_owned).to_vec()).chain(rows).collect()
    }

    fn statement_rows(&mut self, request: &StatementsRequest) -> Vec<Vec<String>> {
        let head = say!(
            ["énoncé", "passage le plus clair", "articles", "article", "média", "manière", "proximité", "certitude (%)", "passage"],
            ["statement", "clearest passage", "articles", "article", "outlet", "manner", "closeness", "certainty (%)", "passage"]
        );
        let mut rows = vec![head.map(str::to_owned).to_vec()];
        for (at, statement) in self.all_statements(request).iter().enumerate() {
            let title = statement.title.text.clone();
            for cell in &statement.cells {
                let [name, outlet] = self.article_named(cell.document);
                let sure = (cell.score * 100.0).round() as u32;
                let told = [manner(cell.manner).to_owned(), cell.closeness.label().to_owned(), sure.to_string()];
                let passage = cell.passages.iter().map(|passage| passage.text.as_str()).collect::<Vec<_>>().join(" […] ");
                let row = [(at + 1).to_string(), title.clone(), statement.cells.len().to_string(), name, outlet];
                rows.push(row.into_iter().chain(told).chain([passage]).collect());
            }
        }
        rows
    }

    fn event_rows(&self) -> Vec<Vec<String>> {
        let head = say!(
            ["événement", "au plus tôt", "au plus tard", "article", "média", "écrit", "phrase", "certitude", "pourquoi"],
            ["event", "earliest", "latest", "article", "outlet", "written", "sentence", "certainty", "why"]
        );
        let events = self.facts().events.iter().filter_map(|event| self.event(event)).enumerate();
        let rows = events.flat_map(|(at, event)| {
            let row = |passage: &TimelinePassage| {
                let [name, outlet] = self.article_named(passage.document);
                let when = [(at + 1).to_string(), event.earliest.iso(), event.latest.iso(), name, outlet];
                let told = [&*passage.surface, &passage.text, certainty_words(passage.certainty), &passage.why].map(str::to_owned);
                when.into_iter().chain(told).collect()
            };
            event.passages.iter().map(row).collect::<Vec<Vec<String>>>()
        });
        std::iter::once(head.map(str::to_owned).to_vec()).chain(rows).collect()
    }

    fn disagreement_sheet(&self, request: &DisagreementsRequest) -> Vec<Vec<String>> {
        let head = say!(
            ["désaccord", "sorte", "gravité", "sujet", "raison", "article", "média", "paru", "valeur", "phrase"],
            ["disagreement", "kind", "severity", "topic", "reason", "article", "outlet", "published", "value", "sentence"]
        );
        let rows = self.disagreement_rows(request).filter(|row| {
            request.kind.is_none_or(|kind| kind == row.kind) && request.article.is_none_or(|article| super::disagreeing::has(row, article))
        });
        let lines = rows.enumerate().flat_map(|(at, row)| {
            let side = |value: &str, passage: &Passage| {
                let [name, outlet] = self.article_named(passage.document);
                let said = [(at + 1).to_string(), row.kind.label().to_owned(), row.severity.label().to_owned()];
                let told = [row.topic.to_string(), row.why.to_string(), name, outlet, self.published(passage.document), value.to_owned()];
                said.into_iter().chain(told).chain([in_one_line(&passage.text)]).collect::<Vec<String>>()
            };
            row.sides.iter().flat_map(|one| one.passages.iter().map(|passage| side(&one.value, passage))).collect::<Vec<_>>()
        });
        std::iter::once(head.map(str::to_owned).to_vec()).chain(lines).collect()
    }

    fn silence_sheet(&mut self, request: &SilencesRequest) -> Vec<Vec<String>> {
        let head = say!(
            ["rang", "absent de", "articles qui le disent", "autres articles", "article", "média", "paru", "phrase"],
            ["rank", "absent from", "articles that tell it", "other articles", "article", "outlet", "published", "sentence"]
        );
        let (found, rows, n_others) = self.silent(request);
        let [absent, _] = self.article_named(request.article);
        let lines = found
            .found
            .iter()
            .zip(1..)
            .filter_map(|(omission, rank): (_, usize)| Some((omission, rank, rows.rows.get(omission.statement)?)));
        let lines = lines.flat_map(|(omission, rank, row)| {
            let told = row.cells.iter().filter_map(|cell| self.told_in(cell)).flatten();
            let line = |passage: Passage| {
                let [name, outlet] = self.article_named(passage.document);
                let said = [rank.to_string(), absent.clone(), omission.n_tellers.to_string(), n_others.to_string(), name, outlet];
                said.into_iter().chain([self.published(passage.document), in_one_line(&passage.text)]).collect::<Vec<String>>()
            };
            told.map(line).collect::<Vec<_>>()
        });
        std::iter::once(head.map(str::to_owned).to_vec()).chain(lines).collect()
    }

    fn published(&self, document: DocumentId) -> String {
        let published = self.corpus.document(document).and_then(|document| document.metadata.published.as_ref());
        published.map_or_else(String::new, |fact| fact.value.clone())
    }

    pub(super) fn article_named(&self, document: DocumentId) -> [String; 2] {
        let Some(document) = self.corpus.document(document) else { return [String::new(), String::new()] };
        let outlet = document.metadata.outlet.as_ref().map_or_else(String::new, |outlet: &Fact<String>| outlet.value.clone());
        [document.name.clone(), outlet]
    }
}

fn in_one_line(text: &str) -> String {
    filling::stripped(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// For tables: the label in French, in English a word.
fn manner(manner: Manner) -> &'static str {
    match manner {
        Manner::Full => say!(manner.label(), "whole"),
        Manner::Partly => say!(manner.label(), "part"),
        Manner::Otherwise => say!(manner.label(), "otherwise"),
    }
}

/// For tables: the label in French, in English a word.
fn certainty_words(of: Certainty) -> &'static str {
    match of {
        Certainty::Written => say!(certainty(of), "written"),
        Certainty::Resolved => say!(certainty(of), "counted"),
        Certainty::Likely => say!(certainty(of), "probable"),
        Certainty::Vague => say!(certainty(of), "vague"),
    }
}

/// The label of the records, the same in every language.
fn certainty(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Written => "écrite",
        Certainty::Resolved => "comptée",
        Certainty::Likely => "probable",
        Certainty::Vague => "vague",
    }
}
