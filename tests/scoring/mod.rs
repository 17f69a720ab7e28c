//! Measures what the engine finds against a gold standard made by hand (`tests/gold/`), layer by layer.
//!
//! The rules are those of the scoring script that comes with the gold, as far as five plain French pages need them. What is
//! left out is said where it is left out.

pub mod alignments;
pub mod anomalies;
pub mod contradictions;
pub mod dates;
pub mod entities;
pub mod found;
pub mod gold;
pub mod marked;
pub mod metadata;
pub mod names;
pub mod omissions;
pub mod quantities;
pub mod queries;
pub mod quotes;
pub mod statements;
pub mod zones;

/// One line of the table.
pub struct Figure {
    pub name: &'static str,
    pub measure: Measure,
}

/// A count of what is right, as a percentage.
#[derive(Clone, Copy, Debug, Default)]
pub struct Measure {
    /// Right among the predicted, and how many were predicted.
    pub right: f64,
    pub predicted: f64,
    /// Found among the gold, and how many there are.
    pub found: f64,
    pub gold: f64,
}

impl Measure {
    /// Each prediction is paired with one item of the gold.
    pub fn paired(right: usize, predicted: usize, gold: usize) -> Self {
        let right = right as f64;
        Self { right, predicted: predicted as f64, found: right, gold: gold as f64 }
    }

    /// So many of so many: precision and recall are the same.
    pub fn share(right: usize, of: usize) -> Self {
        Self::paired(right, of, of)
    }

    pub fn precision(&self) -> f64 {
        percent(self.right, self.predicted)
    }

    pub fn recall(&self) -> f64 {
        percent(self.found, self.gold)
    }

    /// F1 of precision and recall; for a share, the share.
    pub fn value(&self) -> f64 {
        let (p, r) = (self.precision(), self.recall());
        if p + r == 0.0 { 0.0 } else { 2.0 * p * r / (p + r) }
    }

    pub fn add(&mut self, other: Measure) {
        self.right += other.right;
        self.predicted += other.predicted;
        self.found += other.found;
        self.gold += other.gold;
    }
}

fn percent(part: f64, whole: f64) -> f64 {
    if whole == 0.0 { 0.0 } else { 100.0 * part / whole }
}

/// Where something stands: scalars of a raw file, half-open. The gold calls `000.txt` `000`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize)]
pub struct Place {
    pub doc: String,
    pub start: u32,
    pub end: u32,
}

impl Place {
    pub fn new(doc: &str, start: u32, end: u32) -> Self {
        Self { doc: doc.split('.').next().unwrap_or(doc).to_owned(), start, end }
    }

    pub fn len(&self) -> u32 {
        self.end - self.start
    }

    /// Scalars that both hold.
    pub fn common(&self, other: &Place) -> u32 {
        if self.doc == other.doc { self.end.min(other.end).saturating_sub(self.start.max(other.start)) } else { 0 }
    }

    /// The common part is at least half of the shorter; who points at everything points at nothing.
    pub fn half(&self, other: &Place) -> bool {
        let (common, short, long) = (self.common(other), self.len().min(other.len()), self.len().max(other.len()));
        common > 0 && 2 * common >= short && long <= (4 * short).max(500)
    }
}

/// Pairs one to one, best score first, then in order; `None` never pairs.
pub fn assign<G, P, S: PartialOrd>(gold: &[G], predicted: &[P], score: impl Fn(&G, &P) -> Option<S>) -> Vec<(usize, usize)> {
    let mut candidates = Vec::new();
    for (i, g) in gold.iter().enumerate() {
        candidates.extend(predicted.iter().enumerate().filter_map(|(j, p)| Some((score(g, p)?, i, j))));
    }
    // The sort is stable: equal scores stay in order of the gold, then of the predictions.
    candidates.sort_by(|a, b| b.0.partial_cmp(&a.0).expect("scores are numbers"));
    let (mut taken_gold, mut taken_predicted) = (vec![false; gold.len()], vec![false; predicted.len()]);
    let mut pairs = Vec::new();
    for (_, i, j) in candidates {
        if !taken_gold[i] && !taken_predicted[j] {
            (taken_gold[i], taken_predicted[j]) = (true, true);
            pairs.push((i, j));
        }
    }
    pairs
}

/// Every figure of every layer.
pub fn score(gold: &gold::Gold, found: &found::Found) -> Vec<Figure> {
    [
        zones::score(gold, &found.zones),
        metadata::score(gold, &found.metadata),
        entities::score(gold, &found.mentions),
        alignments::score(gold, &found.alignments),
        vec![Figure { name: "alignments · elsewhere, first place of strong ones", measure: found.elsewhere }],
        quotes::score(gold, &found.quotes),
        queries::score(gold, &found.answers),
        anomalies::score(gold, &found.anomalies),
        dates::score(["dates · span", "dates · span and value"], &gold.dates, &gold.of_article(&found.dates, |date| &date.place)),
        quantities::score(
            ["quantities · span", "quantities · span and value"],
            &gold.quantities,
            &gold.of_article(&found.quantities, |quantity| &quantity.place),
        ),
        contradictions::score(&gold.contradictions, &found.contradictions),
        vec![omissions::score(&gold.omissions, &gold.facts, &found.omissions)],
    ]
    .into_iter()
    .flatten()
    .collect()
}
