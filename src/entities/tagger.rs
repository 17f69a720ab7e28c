//! The trained tagger of names: a linear-chain conditional random field over the tokens of a sentence (Lafferty, McCallum and
//! Pereira, ICML 2001).
//!
//! What it is asked is how likely a stretch of tokens is a name of each kind, summed over all ways of reading the rest of the
//! sentence, and which stretches it would take itself. The features of a token are hashes (`features`), which hold what the rules
//! found as well, so that the weights say how far rules are to be trusted. Weights are bytes and exponentials come from one
//! table, so that every machine decides alike. Written by `cargo xtask train-names`; taught by WiNER-fr (text: Wikinews
//! contributors, CC BY 2.5; annotation: Yoann Dupont, CC BY 4.0).

use std::sync::LazyLock;

use super::EntityKind;

const WEIGHTS: &[u8] = include_bytes!("../../corpus/model/names.bin");

/// Kinds that the texts it learned from tell apart; papers and armed groups are organisations there.
pub const KINDS: [EntityKind; 5] =
    [EntityKind::Person, EntityKind::Place, EntityKind::Organisation, EntityKind::Event, EntityKind::Product];
/// No name, and the first and each further token of a name of each kind.
pub const N_LABELS: usize = 1 + 2 * KINDS.len();
/// Log-odds are counted in this part of one.
pub const UNIT: i32 = 16;
/// Bits of the hash of a feature that are kept.
pub const BITS: u32 = 24;

/// The label of the first token of a name of kind `KINDS[kind]`.
pub const fn first(kind: usize) -> usize {
    1 + 2 * kind
}

/// The label of a further token.
pub const fn further(kind: usize) -> usize {
    2 + 2 * kind
}

/// True when label `to` may stand behind label `from`: a name goes on only behind itself.
pub fn follows(from: usize, to: usize) -> bool {
    to == 0 || to % 2 == 1 || to == from || to == from + 1
}

type Row = [i8; N_LABELS];

/// The weights, ready to be asked.
pub struct Tagger {
    transitions: [[i32; N_LABELS]; N_LABELS],
    /// Open addressing: a hash and the place of its row; length a power of two.
    slots: Vec<(u32, u32)>,
    rows: Vec<Row>,
}

static SHIPPED: LazyLock<Tagger> = LazyLock::new(|| Tagger::read(WEIGHTS).expect("the weights that ship are a model"));

/// The tagger that ships inside.
pub(super) fn shipped() -> &'static Tagger {
    &SHIPPED
}

const EMPTY: u32 = u32::MAX;

impl Tagger {
    /// `None` when the bytes are no model: weights of transitions, then for each feature how far its hash is from the one before
    /// (seven bits a byte), which labels have a weight, and these.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let mut bytes = bytes.iter().copied();
        let mut transitions = [[0; N_LABELS]; N_LABELS];
        for weight in transitions.iter_mut().flatten() {
            *weight = i32::from(bytes.next()?.cast_signed());
        }
        let (mut hashes, mut rows, mut hash) = (Vec::new(), Vec::new(), 0);
        while let Some(more) = varint(&mut bytes) {
            hash += more;
            let mask = u16::from_le_bytes([bytes.next()?, bytes.next()?]);
            let mut row = [0; N_LABELS];
            for (label, weight) in row.iter_mut().enumerate() {
                if mask & (1 << label) != 0 {
                    *weight = bytes.next()?.cast_signed();
                }
            }
            hashes.push(hash);
            rows.push(row);
        }
        let mut tagger = Self { transitions, slots: vec![(EMPTY, 0); (2 * rows.len()).next_power_of_two()], rows };
        for (hash, at) in hashes.into_iter().zip(0..) {
            let slot = tagger.slot(hash);
            tagger.slots[slot] = (hash, at);
        }
        Some(tagger)
    }

    /// Where `hash` is or would be.
    fn slot(&self, hash: u32) -> usize {
        let mask = self.slots.len() - 1;
        let mut slot = hash as usize & mask;
        while self.slots[slot].0 != EMPTY && self.slots[slot].0 != hash {
            slot = (slot + 1) & mask;
        }
        slot
    }

    /// What the features of one token say for each label.
    fn scores(&self, features: &[u32]) -> [i32; N_LABELS] {
        let mut scores = [0; N_LABELS];
        for feature in features {
            let (hash, row) = self.slots[self.slot(*feature)];
            if hash != EMPTY {
                for (score, weight) in scores.iter_mut().zip(self.rows[row as usize]) {
                    *score += i32::from(weight);
                }
            }
        }
        scores
    }

    /// Reads a sentence: the features of each of its tokens, one token after the other.
    pub fn reading<'f>(&self, tokens: impl Iterator<Item = &'f [u32]>) -> Reading {
        let mut steps = Vec::with_capacity(tokens.size_hint().0);
        for features in tokens {
            let scores = self.scores(features);
            steps.push(scores.map(|score| exponential(score - scores.iter().copied().max().unwrap_or(0))));
        }
        let mut between = [[0.0; N_LABELS]; N_LABELS];
        for (from, row) in between.iter_mut().enumerate() {
            for (to, factor) in row.iter_mut().enumerate().filter(|(to, _)| follows(from, *to)) {
                *factor = exponential(self.transitions[from][to]);
            }
        }
        Reading::of(steps, between)
    }
}

fn varint(bytes: &mut impl Iterator<Item = u8>) -> Option<u32> {
    let (mut value, mut shift) = (0, 0);
    loop {
        let byte = bytes.next()?;
        value |= u32::from(byte & 127) << shift;
        if byte < 128 {
            return Some(value);
        }
        shift += 7;
    }
}

/// Log-odds below which a label is out of the question: 20 of one, in which exponentials fade to nothing.
const DEPTH: i32 = 20 * UNIT;

static EXPONENTIALS: LazyLock<Vec<f32>> = LazyLock::new(|| {
    // e to the power of a sixteenth, multiplied: the same everywhere, as a library's exponential need not be.
    let step = 1.064_494_5_f32;
    let mut up = vec![1.0_f32];
    for at in 0..DEPTH {
        up.push(up[usize::try_from(at).unwrap_or(0)] * step);
    }
    let down = up.iter().skip(1).rev().map(|power| 1.0 / power);
    down.chain(up.iter().copied()).collect()
});

/// Of log-odds in [`UNIT`]s, within what is told apart.
fn exponential(score: i32) -> f32 {
    EXPONENTIALS[usize::try_from(score.clamp(-DEPTH, DEPTH) + DEPTH).unwrap_or(0)]
}

/// A sentence with how likely each label is at each token, all readings of the others taken together.
pub struct Reading {
    steps: Vec<[f32; N_LABELS]>,
    between: [[f32; N_LABELS]; N_LABELS],
    /// Of all readings up to a token, of sum one; and of all readings behind it, scaled alike.
    before: Vec<[f32; N_LABELS]>,
    behind: Vec<[f32; N_LABELS]>,
    scales: Vec<f32>,
}

impl Reading {
    fn of(steps: Vec<[f32; N_LABELS]>, between: [[f32; N_LABELS]; N_LABELS]) -> Self {
        let n = steps.len();
        let mut reading =
            Self { steps, between, before: Vec::with_capacity(n), behind: vec![[1.0; N_LABELS]; n], scales: Vec::with_capacity(n) };
        let mut last = [0.0; N_LABELS];
        last[0] = 1.0;
        for at in 0..n {
            let mut now = reading.on(&last);
            for (value, step) in now.iter_mut().zip(reading.steps[at]) {
                *value *= step;
            }
            let scale: f32 = now.iter().sum();
            now.iter_mut().for_each(|value| *value /= scale);
            reading.scales.push(scale);
            reading.before.push(now);
            last = now;
        }
        for at in (1..n).rev() {
            let next: [f32; N_LABELS] =
                std::array::from_fn(|label| reading.steps[at][label] * reading.behind[at][label] / reading.scales[at]);
            reading.behind[at - 1] = std::array::from_fn(|from| dot(&reading.between[from], &next));
        }
        reading
    }

    /// What `last` comes to one token on, before that token is looked at.
    fn on(&self, last: &[f32; N_LABELS]) -> [f32; N_LABELS] {
        let mut now = [0.0; N_LABELS];
        for (from, value) in last.iter().enumerate() {
            for (sum, factor) in now.iter_mut().zip(self.between[from]) {
                *sum += value * factor;
            }
        }
        now
    }

    /// How likely the tokens from `start` up to `end` are one name of each of [`KINDS`].
    pub fn chances(&self, start: usize, end: usize) -> [f32; KINDS.len()] {
        std::array::from_fn(|kind| {
            let (opens, goes_on) = (first(kind), further(kind));
            let mut chance = self.before[start][opens];
            let mut label = opens;
            for at in start + 1..end {
                chance *= self.between[label][goes_on] * self.steps[at][goes_on] / self.scales[at];
                label = goes_on;
            }
            let Some(step) = self.steps.get(end) else { return chance };
            let closed = (0..N_LABELS).filter(|to| *to != goes_on);
            chance * closed.map(|to| self.between[label][to] * step[to] * self.behind[end][to]).sum::<f32>() / self.scales[end]
        })
    }

    /// The names of the likeliest reading: first token, end, kind.
    pub fn names(&self) -> Vec<(usize, usize, usize)> {
        let labels = self.likeliest();
        let mut found = Vec::new();
        let mut at = 0;
        while at < labels.len() {
            let label = labels[at];
            if label == 0 {
                at += 1;
                continue;
            }
            let kind = (label - 1) / 2;
            let end = (at + 1..labels.len()).find(|i| labels[*i] != further(kind)).unwrap_or(labels.len());
            found.push((at, end, kind));
            at = end;
        }
        found
    }

    /// The likeliest label of each token as far as a name may go on there.
    fn likeliest(&self) -> Vec<usize> {
        let mut labels = Vec::with_capacity(self.steps.len());
        let mut last = 0;
        for (before, behind) in self.before.iter().zip(&self.behind) {
            let chance = |label: usize| before[label] * behind[label];
            let best = (0..N_LABELS).filter(|to| follows(last, *to)).fold(0, |best, to| if chance(to) > chance(best) { to } else { best });
            labels.push(best);
            last = best;
        }
        labels
    }
}

fn dot(a: &[f32; N_LABELS], b: &[f32; N_LABELS]) -> f32 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One feature that is no name, one that opens a place and one that goes on with it.
    fn model() -> Tagger {
        let mut bytes = vec![0; N_LABELS * N_LABELS];
        for (more, label) in [(3_u8, 0), (4, first(1)), (2, further(1))] {
            bytes.push(more);
            bytes.extend((1_u16 << label).to_le_bytes());
            bytes.push(100);
        }
        Tagger::read(&bytes).expect("it is a model")
    }

    #[test]
    fn the_weights_that_ship_are_a_small_model() {
        assert!(Tagger::read(WEIGHTS).is_some_and(|tagger| !tagger.rows.is_empty()));
        assert!(WEIGHTS.len() <= 60_000, "{} bytes", WEIGHTS.len());
    }

    #[test]
    fn cut_weights_are_refused_or_shorter_but_never_a_panic() {
        for end in 0..WEIGHTS.len().min(2_000) {
            let _ = Tagger::read(&WEIGHTS[..end]);
        }
    }

    #[test]
    fn a_name_is_as_likely_as_its_readings_say() {
        let tokens: [&[u32]; 4] = [&[3], &[7], &[9, 1], &[3]];
        let reading = model().reading(tokens.into_iter());
        assert_eq!(reading.names(), [(1, 3, 1)]);
        let (whole, part) = (reading.chances(1, 3)[1], reading.chances(1, 2)[1]);
        assert!(whole > 0.9 && part < 0.1 && whole + part <= 1.0, "{whole} {part}");
        assert!(reading.chances(0, 4).iter().sum::<f32>() < 0.1);
    }

    #[test]
    fn very_long_sentences_keep_their_chances() {
        let token: &[u32] = &[7];
        let reading = model().reading(std::iter::repeat_n(token, 100_000));
        assert!(reading.chances(50_000, 50_001).iter().all(|chance| chance.is_finite()));
    }
}
