//! Exact numbers of a text: `1,5 million` is 1 500 000 and `8,25` is 825 hundredths. No floats, so that equal is equal.

use std::cmp::Ordering;
use std::fmt;

use serde::{Deserialize, Serialize};

/// A number of at most eighteen digits, nine of them behind the point; without zeros at its end behind the point, so that two
/// equal numbers are equal part by part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Number {
    digits: u64,
    n_decimals: u8,
}

/// What has more digits is no figure of the press, and is not read.
const MOST_DIGITS: usize = 18;
const MOST_DECIMALS: u8 = 9;

impl Number {
    pub const ONE: Self = Self { digits: 1, n_decimals: 0 };

    /// `digits` with the last `n_decimals` of them behind the point; nothing for more than fit.
    pub fn new(mut digits: u64, mut n_decimals: u8) -> Option<Self> {
        while n_decimals > 0 && digits.is_multiple_of(10) {
            digits /= 10;
            n_decimals -= 1;
        }
        (n_decimals <= MOST_DECIMALS && digits < 10_u64.pow(18)).then_some(Self { digits, n_decimals })
    }

    /// What is written with these digits before and behind the point.
    pub fn parse(whole: &str, decimals: &str) -> Option<Self> {
        let n = whole.len() + decimals.len();
        if n == 0 || n > MOST_DIGITS {
            return None;
        }
        let read = |digits: &str| digits.bytes().try_fold(0_u64, |n, b| b.is_ascii_digit().then(|| n * 10 + u64::from(b - b'0')));
        let digits = read(whole)? * 10_u64.pow(u32::try_from(decimals.len()).ok()?) + read(decimals)?;
        Self::new(digits, u8::try_from(decimals.len()).ok()?)
    }

    /// A product with a whole number; nothing for what does not fit.
    pub fn times(self, n: u64) -> Option<Self> {
        let (mut digits, mut n_decimals, mut n) = (self.digits, self.n_decimals, n);
        while n_decimals > 0 && n.is_multiple_of(10) {
            n /= 10;
            n_decimals -= 1;
        }
        digits = digits.checked_mul(n)?;
        Self::new(digits, n_decimals)
    }

    /// The number if it is whole.
    pub fn whole(self) -> Option<u64> {
        (self.n_decimals == 0).then_some(self.digits)
    }

    /// For files that know no other numbers.
    pub fn to_f64(self) -> f64 {
        self.digits as f64 / 10_f64.powi(i32::from(self.n_decimals))
    }
}

impl From<u32> for Number {
    fn from(n: u32) -> Self {
        Self { digits: u64::from(n), n_decimals: 0 }
    }
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Number {
    fn cmp(&self, other: &Self) -> Ordering {
        let scaled = |x: &Self, y: &Self| u128::from(x.digits) * 10_u128.pow(u32::from(y.n_decimals));
        scaled(self, other).cmp(&scaled(other, self))
    }
}

/// With a point: `1.5`.
impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.n_decimals == 0 {
            return write!(f, "{}", self.digits);
        }
        let one = 10_u64.pow(u32::from(self.n_decimals));
        write!(f, "{}.{:0width$}", self.digits / one, self.digits % one, width = usize::from(self.n_decimals))
    }
}
