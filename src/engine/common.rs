//! Answers about text that several articles have nearly word for word: groups, the text in order, and where it probably comes from.

use super::{Engine, n_of};
use crate::compare::{CommonGroup, Member};
use crate::corpus::{Document, agency_named};
use crate::id::DocumentId;
use crate::order::Order;
use crate::protocol::{CommonPiece, CommonTextGroup, CommonTextView, MOST_GROUPS, Passage, ProbableSource};

impl Engine {
    /// Groups of articles that share text.
    pub(super) fn common_text(&self) -> CommonTextView {
        let groups = self.comparer.common_text(&self.corpus);
        CommonTextView {
            n_groups: n_of(groups.len()),
            groups: groups.into_iter().take(MOST_GROUPS).map(|group| self.group(group)).collect(),
        }
    }

    fn group(&self, group: CommonGroup) -> CommonTextGroup {
        let source = self.probable_source(&group.members);
        let piece = |piece: crate::compare::Piece| {
            let text = piece.span.slice(self.corpus.document(piece.document)?.text()).to_owned();
            Some(CommonPiece { passage: Passage { document: piece.document, span: piece.span, text, marks: Vec::new() }, also: piece.also })
        };
        CommonTextGroup { source, pieces: group.pieces.into_iter().filter_map(piece).collect(), members: group.members }
    }

    /// An agency's own article before one that is credited, and that before the hour.
    fn probable_source(&self, members: &[Member]) -> Option<ProbableSource> {
        let documents: Vec<&Document> = members.iter().filter_map(|member| self.corpus.document(member.document)).collect();
        let own = |document: &&Document| {
            let name = agency_named(&document.metadata.outlet.as_ref()?.value)?;
            Some(ProbableSource::Agency { document: document.id, name: name.to_owned() })
        };
        documents.iter().find_map(own).or_else(|| most_credited(&documents)).or_else(|| earliest(members, &documents))
    }
}

/// The agency that most of them credit; what was only guessed is no credit.
fn most_credited(documents: &[&Document]) -> Option<ProbableSource> {
    let mut credited: Vec<(&str, Vec<DocumentId>)> = Vec::new();
    for document in documents {
        for agency in document.metadata.agencies.iter().filter(|agency| !agency.is_inferred()) {
            match credited.iter_mut().find(|(name, _)| *name == agency.value) {
                Some((_, by)) => by.push(document.id),
                None => credited.push((&agency.value, vec![document.id])),
            }
        }
    }
    credited.order_by(|x, y| y.1.len().cmp(&x.1.len()).then(x.0.cmp(y.0)));
    credited.into_iter().next().map(|(name, by)| ProbableSource::Credited { name: name.to_owned(), by })
}

/// The one that states to have appeared before all others, as exactly as both are dated.
fn earliest(members: &[Member], documents: &[&Document]) -> Option<ProbableSource> {
    let stated = |document: &Document| {
        let published = document.metadata.published.as_ref().filter(|fact| !fact.is_inferred())?;
        Some((published.value.clone(), document.id))
    };
    let mut dated: Vec<(String, DocumentId)> = documents.iter().map(|document| stated(document)).collect::<Option<_>>()?;
    dated.order();
    let [(first, document), (second, _), ..] = &dated[..] else { return None };
    let exact = first.len().min(second.len());
    let before = first.get(..exact)? < second.get(..exact)?;
    let most = members.iter().map(|member| member.n_common).max();
    let own = members.iter().find(|member| member.document == *document).map(|member| member.n_common);
    before.then_some(ProbableSource::Earliest { document: *document, fullest: own == most })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::{Article, Corpus, Fact, Metadata};

    const TEXT: &str = "Un incendie a détruit lundi un entrepôt de bois près du canal, selon les pompiers de la ville. Une centaine de riverains ont été évacués pendant la nuit vers le gymnase de la commune.";

    /// Articles of one text: outlet, agency that is credited, when they appeared.
    fn source(articles: &[(&str, &str, &str)]) -> Option<ProbableSource> {
        let given = |value: &str| (!value.is_empty()).then(|| Fact::given(value.to_owned()));
        let article = |(n, (outlet, agency, published)): (usize, &(&str, &str, &str))| {
            let mut article = Article::new(&format!("{n}.txt"), TEXT);
            article.given = Metadata {
                outlet: given(outlet),
                agencies: given(agency).into_iter().collect(),
                published: given(published),
                ..Metadata::default()
            };
            article
        };
        let corpus = Corpus::read(None, articles.iter().enumerate().map(article).collect()).expect("articles are a corpus");
        let view = Engine::new(corpus).common_text();
        assert_eq!((view.groups.len(), view.n_groups), (1, 1));
        view.groups[0].source.clone()
    }

    #[test]
    fn the_agency_s_own_article_comes_before_the_hour() {
        let found = source(&[("Le Phare", "", "2020-03-02"), ("AFP", "", "2020-03-03")]);
        assert_eq!(found, Some(ProbableSource::Agency { document: DocumentId(1), name: "AFP".to_owned() }));
    }

    #[test]
    fn an_agency_that_members_credit_is_not_in_the_corpus() {
        let found = source(&[("Le Phare", "Reuters", "2020-03-02"), ("Le Quai", "AFP", "2020-03-03"), ("La Digue", "AFP", "")]);
        assert_eq!(found, Some(ProbableSource::Credited { name: "AFP".to_owned(), by: vec![DocumentId(1), DocumentId(2)] }));
    }

    #[test]
    fn without_an_agency_the_first_is_told_only_where_all_are_dated_and_one_is_first() {
        let first = |document| Some(ProbableSource::Earliest { document: DocumentId(document), fullest: true });
        assert_eq!(source(&[("Le Phare", "", "2020-03-03"), ("Le Quai", "", "2020-03-02T10:00")]), first(1));
        assert_eq!(source(&[("Le Phare", "", "2020-03-02"), ("Le Quai", "", "2020-03-02T10:00")]), None);
        assert_eq!(source(&[("Le Phare", "", "2020-03-02"), ("Le Quai", "", "")]), None);
    }
}
