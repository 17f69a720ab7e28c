//! Which words may be in the dictionary: told in a few nanoseconds, and never no of one that is.
//!
//! A word with one letter astray has hundreds of spellings from which it may come, nearly all of them no words. Each word of the
//! dictionary sets three bits of one number, after Bloom, *Space/Time Trade-offs in Hash Coding with Allowable Errors* (1970);
//! about two in a hundred spellings are let through that are no words. Sums of letters are put together from those of the parts
//! of a word, so that a spelling that differs in one letter costs two products and is never written down.

#[derive(Clone, Debug)]
pub struct Likely {
    /// Eight to sixteen bits a word; as many numbers as a power of two.
    bits: Vec<u64>,
    /// All letters of the words, in order.
    letters: Vec<(char, Sum)>,
}

/// What a run of letters is known by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sum {
    sum: u64,
    /// What letters behind it are multiplied by.
    power: u64,
}

/// An odd number without order in its bits (the golden ratio's, Knuth, *The Art of Computer Programming* 3, 6.4).
const BASE: u64 = 0x9e37_79b9_7f4a_7c15;

impl Sum {
    pub const NOTHING: Self = Self { sum: 0, power: 1 };

    pub fn of(text: &str) -> Self {
        text.bytes().fold(Self::NOTHING, |sum, byte| sum.then(Self { sum: u64::from(byte) + 1, power: BASE }))
    }

    /// Of this run and `next` behind it.
    #[inline]
    pub fn then(self, next: Self) -> Self {
        Self { sum: self.sum.wrapping_add(self.power.wrapping_mul(next.sum)), power: self.power.wrapping_mul(next.power) }
    }
}

impl Likely {
    /// Of `n` words.
    pub fn of<'w>(n: usize, words: impl Iterator<Item = &'w str>) -> Self {
        let mut likely = Self { bits: vec![0; n.div_ceil(8).next_power_of_two()], letters: Vec::new() };
        let mut met = vec![false; 128];
        // As numbers, which share one compiled sort.
        let mut others: Vec<u32> = Vec::new();
        let mut room = 1 << 10;
        for word in words {
            let (at, bits) = likely.place(Sum::of(word));
            likely.bits[at] |= bits;
            for letter in word.chars() {
                match met.get_mut(letter as usize) {
                    Some(met) => *met = true,
                    None => others.push(u32::from(letter)),
                }
            }
            if others.len() > room {
                others.sort_unstable();
                others.dedup();
                room = room.max(2 * others.len());
            }
        }
        others.sort_unstable();
        others.dedup();
        let plain = (0..).zip(met).filter(|(_, met)| *met).map(|(letter, _)| letter);
        likely.letters =
            plain.chain(others).filter_map(char::from_u32).map(|letter| (letter, Sum::of(letter.encode_utf8(&mut [0; 4])))).collect();
        likely
    }

    /// All letters of the words, in order.
    pub fn letters(&self) -> &[(char, Sum)] {
        &self.letters
    }

    /// True of every word there is, and of few others.
    #[inline]
    pub fn has(&self, word: Sum) -> bool {
        let (at, bits) = self.place(word);
        self.bits[at] & bits == bits
    }

    #[inline]
    fn place(&self, word: Sum) -> (usize, u64) {
        let mixed = (word.sum ^ word.sum >> 32).wrapping_mul(BASE);
        let bit = |shift: u32| 1 << (mixed >> shift & 63);
        ((mixed >> 40) as usize & (self.bits.len() - 1), bit(16) | bit(22) | bit(28))
    }

    /// Bytes of memory held.
    pub fn memory(&self) -> usize {
        self.bits.capacity() * size_of::<u64>() + self.letters.capacity() * size_of::<(char, Sum)>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn no_word_is_passed_over_however_it_is_put_together(words in proptest::collection::vec("[a-céжœ0-9]{1,12}|\\PC{1,4}", 1..80), cut in 0usize..12) {
            let likely = Likely::of(words.len(), words.iter().map(String::as_str));
            for word in &words {
                let (left, right) = word.split_at(word.floor_char_boundary(cut));
                prop_assert!(likely.has(Sum::of(left).then(Sum::of(right))));
            }
            let mut letters: Vec<char> = words.iter().flat_map(|word| word.chars()).collect();
            letters.sort_unstable();
            letters.dedup();
            prop_assert_eq!(likely.letters().iter().map(|(letter, _)| *letter).collect::<Vec<_>>(), letters);
        }
    }

    #[test]
    fn few_spellings_that_are_no_words_are_let_through() {
        let words: Vec<String> = (0..10_000).map(|n| format!("mot{}", n * 7)).collect();
        let likely = Likely::of(words.len(), words.iter().map(String::as_str));
        let let_through = (0..10_000).filter(|n| likely.has(Sum::of(&format!("mat{}", n * 7)))).count();
        assert!(let_through < 500, "{let_through} of 10,000");
    }
}
