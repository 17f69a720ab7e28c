//! Gradient boosting of small decision trees with logistic loss (Friedman, Annals of Statistics 29(5), 2001), with second
//! derivatives and a penalty on leaves as in XGBoost (Chen, Guestrin: KDD 2016). Features are bytes, so a split is looked for
//! among 256 bounds. Nothing is left to chance: which features a level of a tree may use depends on their numbers alone.

use super::page::number;

/// One line: its features, and how much of it is article and how much furniture.
pub struct Example {
    pub features: Vec<u8>,
    pub article: f64,
    pub furniture: f64,
}

/// How trees are grown; chosen by cross-validation.
pub struct Settings {
    pub n_trees: u32,
    pub depth: u32,
    /// What a tree may change at once.
    pub rate: f64,
    /// What pulls leaves to zero.
    pub penalty: f64,
    /// A leaf holds at least so much weight.
    pub least: f64,
    /// Features tried at each level, of ten.
    pub tried: u64,
}

pub const SETTINGS: Settings = Settings { n_trees: 200, depth: 4, rate: 0.08, penalty: 5.0, least: 3.0, tried: 6 };

/// Log-odds are packed in this part of one; as in the library.
const UNIT: f64 = 32.0;

/// Slope and curvature of the loss.
#[derive(Clone, Copy, Default)]
struct Slope {
    first: f64,
    second: f64,
}

impl Slope {
    fn add(&mut self, other: Self) {
        self.first += other.first;
        self.second += other.second;
    }

    fn minus(self, other: Self) -> Self {
        Self { first: self.first - other.first, second: self.second - other.second }
    }

    fn gain(self, penalty: f64) -> f64 {
        self.first * self.first / (self.second + penalty)
    }
}

/// Feature and bound of a node.
type Split = (u8, u8);

/// The trees as the library reads them.
pub fn train(examples: &[Example], settings: &Settings) -> Vec<u8> {
    let n_features = examples.first().map_or(0, |example| example.features.len());
    let mut bytes =
        vec![u8::try_from(n_features).expect("a feature has a byte for a number"), u8::try_from(settings.depth).expect("a small depth")];
    let columns: Vec<Vec<u8>> = (0..n_features).map(|feature| examples.iter().map(|example| example.features[feature]).collect()).collect();
    let mut scores = vec![0.0; examples.len()];
    for n in 0..settings.n_trees {
        let slopes: Vec<Slope> = examples.iter().zip(&scores).map(|(example, score)| slope(example, *score)).collect();
        let mut nodes = vec![0; examples.len()];
        for level in 0..settings.depth {
            let tried = (0..n_features).filter(|feature| number(&format!("{n}.{level}.{feature}")) % 10 < settings.tried);
            let splits = splits(&columns, &slopes, &nodes, 1 << level, tried, settings);
            for (node, example) in nodes.iter_mut().zip(examples) {
                let (feature, bound) = splits[*node];
                *node = *node * 2 + usize::from(example.features[usize::from(feature)] > bound);
            }
            bytes.extend(splits.iter().flat_map(|&(feature, bound)| [feature, bound]));
        }
        let mut sums = vec![Slope::default(); 1 << settings.depth];
        nodes.iter().zip(&slopes).for_each(|(node, slope)| sums[*node].add(*slope));
        let leaves: Vec<i8> = sums.iter().map(|sum| packed(sum.first / (sum.second + settings.penalty) * settings.rate)).collect();
        for (score, node) in scores.iter_mut().zip(&nodes) {
            *score += f64::from(leaves[*node]) / UNIT;
        }
        bytes.extend(leaves.iter().map(|leaf| leaf.cast_unsigned()));
    }
    bytes
}

fn slope(example: &Example, score: f64) -> Slope {
    let p = 1.0 / (1.0 + (-score).exp());
    let weight = example.article + example.furniture;
    Slope { first: example.article * (1.0 - p) - example.furniture * p, second: weight * p * (1.0 - p) }
}

#[expect(clippy::cast_possible_truncation, reason = "the value is rounded and within a byte")]
fn packed(value: f64) -> i8 {
    (value * UNIT).round().clamp(-127.0, 127.0) as i8
}

/// The best split of every node of a level; a node that cannot be split sends all to one side.
fn splits(
    columns: &[Vec<u8>],
    slopes: &[Slope],
    nodes: &[usize],
    n_nodes: usize,
    tried: impl Iterator<Item = usize>,
    settings: &Settings,
) -> Vec<Split> {
    let mut best = vec![(0.0, (0, u8::MAX)); n_nodes];
    let mut sums = vec![[Slope::default(); 256]; n_nodes];
    for feature in tried {
        sums.iter_mut().for_each(|sums| sums.fill(Slope::default()));
        for ((value, slope), node) in columns[feature].iter().zip(slopes).zip(nodes) {
            sums[*node][usize::from(*value)].add(*slope);
        }
        for (best, sums) in best.iter_mut().zip(&sums) {
            let mut all = Slope::default();
            sums.iter().for_each(|sum| all.add(*sum));
            let mut low = Slope::default();
            for (bound, sum) in (0..u8::MAX).zip(sums) {
                low.add(*sum);
                let high = all.minus(low);
                if sum.second == 0.0 || low.second < settings.least || high.second < settings.least {
                    continue;
                }
                let gain = low.gain(settings.penalty) + high.gain(settings.penalty) - all.gain(settings.penalty);
                if gain > best.0 + 1e-9 {
                    *best = (gain, (u8::try_from(feature).expect("a feature has a byte for a number"), bound));
                }
            }
        }
    }
    best.into_iter().map(|(_, split)| split).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Long lines are article, except where most of them is links.
    fn examples() -> Vec<Example> {
        let line = |i: u8| {
            let (length, linked) = (i % 60 * 4, i / 60 * 25);
            let article = length > 100 && linked < 50;
            Example { features: vec![length, linked], article: f64::from(u8::from(article)), furniture: f64::from(u8::from(!article)) }
        };
        (0..240).map(line).collect()
    }

    const FEW: Settings = Settings { n_trees: 30, depth: 2, rate: 0.3, penalty: 1.0, least: 0.5, tried: 10 };

    #[test]
    fn training_twice_gives_the_same_bytes() {
        let bytes = train(&examples(), &FEW);
        assert_eq!(bytes, train(&examples(), &FEW));
        assert_eq!(bytes.len(), 2 + 30 * (2 * 3 + 4));
    }

    #[test]
    fn trees_tell_what_no_feature_tells_alone() {
        let bytes = train(&examples(), &FEW);
        for example in examples() {
            let said = recoupe::corpus::training::score(&bytes, &example.features).expect("the bytes are a model");
            assert_eq!(said > 0, example.article > 0.5, "{:?} {said}", example.features);
        }
    }
}
