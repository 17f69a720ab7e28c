//! One finding at a time, on a wall.

use crate::say;
use crate::ui::format::{count, number};

pub fn nth_of(n: usize, all: usize) -> String {
    format!("{} / {}", number(n), number(all))
}
