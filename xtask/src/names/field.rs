//! A linear-chain conditional random field, taught by gradients with a step of its own for each weight (AdaGrad: Duchi, Hazan
//! and Singer, JMLR 12, 2011).

use recoupe::entities::training::{N_LABELS, follows};

type Labels = [f32; N_LABELS];

/// A sentence: for each token the places of its features, and its label.
pub struct Sentence {
    pub tokens: Vec<Vec<usize>>,
    pub labels: Vec<usize>,
}

/// How often all sentences are read.
const ROUNDS: usize = 14;
const STEP: f32 = 0.15;
/// What each reading takes off a weight, so that only what is often needed stays: twice, it would be half a point worse.
const FADE: f32 = 2e-5;

/// Weights of features and of pairs of labels.
pub struct Field {
    pub rows: Vec<Labels>,
    pub transitions: [Labels; N_LABELS],
}

/// A field with the sums of squares that its steps are divided by.
struct Pupil {
    field: Field,
    met: Vec<Labels>,
    met_transitions: [Labels; N_LABELS],
}

impl Field {
    /// What these sentences teach.
    pub fn taught(sentences: &[Sentence], n_features: usize) -> Self {
        let field = Self { rows: vec![[0.0; N_LABELS]; n_features], transitions: [[0.0; N_LABELS]; N_LABELS] };
        let mut pupil = Pupil { field, met: vec![[1e-2; N_LABELS]; n_features], met_transitions: [[1e-2; N_LABELS]; N_LABELS] };
        let mut order: Vec<usize> = (0..sentences.len()).collect();
        let mut chance = 0x2545_f491_4f6c_dd1d_u64;
        for _ in 0..ROUNDS {
            for at in (1..order.len()).rev() {
                chance ^= chance << 13;
                chance ^= chance >> 7;
                chance ^= chance << 17;
                order.swap(at, usize::try_from(chance % (at as u64 + 1)).unwrap_or(0));
            }
            order.iter().for_each(|at| pupil.learn(&sentences[*at]));
        }
        pupil.field
    }

    /// The largest weight of a feature.
    pub fn weight_of(&self, feature: usize) -> f32 {
        self.rows[feature].iter().map(|weight| weight.abs()).sum()
    }

    fn steps(&self, sentence: &Sentence) -> Vec<Labels> {
        let of = |features: &Vec<usize>| {
            let mut scores = [0.0; N_LABELS];
            for feature in features {
                scores.iter_mut().zip(self.rows[*feature]).for_each(|(score, weight)| *score += weight);
            }
            let most = scores.iter().copied().fold(f32::MIN, f32::max);
            scores.map(|score| (score - most).exp())
        };
        sentence.tokens.iter().map(of).collect()
    }
}

impl Pupil {
    fn learn(&mut self, sentence: &Sentence) {
        let n = sentence.tokens.len();
        let steps = self.field.steps(sentence);
        let between: [Labels; N_LABELS] = std::array::from_fn(|from| {
            std::array::from_fn(|to| if follows(from, to) { self.field.transitions[from][to].exp() } else { 0.0 })
        });
        let mut before: Vec<Labels> = Vec::with_capacity(n);
        let mut scales = Vec::with_capacity(n);
        let mut last: Labels = [0.0; N_LABELS];
        last[0] = 1.0;
        for step in &steps {
            let mut now: Labels =
                std::array::from_fn(|to| step[to] * (0..N_LABELS).map(|from| last[from] * between[from][to]).sum::<f32>());
            let scale: f32 = now.iter().sum();
            now.iter_mut().for_each(|value| *value /= scale);
            scales.push(scale);
            before.push(now);
            last = now;
        }
        let mut behind: Labels = [1.0; N_LABELS];
        let mut pairs: [Labels; N_LABELS] = [[0.0; N_LABELS]; N_LABELS];
        for at in (0..n).rev() {
            let mut gradient: Labels = std::array::from_fn(|label| -before[at][label] * behind[label]);
            gradient[sentence.labels[at]] += 1.0;
            self.step(&sentence.tokens[at], &gradient);
            let next: Labels = std::array::from_fn(|label| steps[at][label] * behind[label] / scales[at]);
            let mut start: Labels = [0.0; N_LABELS];
            start[0] = 1.0;
            let from_before = if at > 0 { &before[at - 1] } else { &start };
            for (from, row) in pairs.iter_mut().enumerate() {
                for (to, sum) in row.iter_mut().enumerate() {
                    *sum -= from_before[from] * between[from][to] * next[to];
                }
            }
            pairs[if at > 0 { sentence.labels[at - 1] } else { 0 }][sentence.labels[at]] += 1.0;
            behind = std::array::from_fn(|from| (0..N_LABELS).map(|to| between[from][to] * next[to]).sum());
        }
        for (from, row) in pairs.iter().enumerate() {
            for (to, slope) in row.iter().enumerate().filter(|(to, _)| follows(from, *to)) {
                walk(&mut self.field.transitions[from][to], &mut self.met_transitions[from][to], *slope);
            }
        }
    }

    fn step(&mut self, features: &[usize], gradient: &Labels) {
        for feature in features {
            let (row, met) = (&mut self.field.rows[*feature], &mut self.met[*feature]);
            for label in 0..N_LABELS {
                walk(&mut row[label], &mut met[label], gradient[label]);
            }
        }
    }
}

/// One step up the slope.
fn walk(weight: &mut f32, met: &mut f32, slope: f32) {
    *met += slope * slope;
    let step = STEP / met.sqrt();
    let moved = *weight + step * slope;
    // Soft threshold: what a weight is not often told fades to nothing.
    *weight = moved.signum() * (moved.abs() - step * FADE).max(0.0);
}
