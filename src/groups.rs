//! What hangs together, told in pairs: disjoint sets with path halving (Tarjan & van Leeuwen 1984).

/// Groups of the places `0..n`, each known by its first member.
pub struct Groups {
    parents: Vec<usize>,
}

impl Groups {
    /// Each place by itself.
    pub fn new(n: usize) -> Self {
        Self { parents: (0..n).collect() }
    }

    /// The first member of the group that holds `at`.
    pub fn first(&mut self, mut at: usize) -> usize {
        while self.parents[at] != at {
            self.parents[at] = self.parents[self.parents[at]];
            at = self.parents[at];
        }
        at
    }

    /// Makes one group of those that hold `a` and `b`.
    pub fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.first(a), self.first(b));
        self.parents[a.max(b)] = a.min(b);
    }
}

#[cfg(test)]
mod tests {
    use super::Groups;

    #[test]
    fn a_group_is_known_by_its_first_member_in_whatever_order_it_is_joined() {
        let mut groups = Groups::new(6);
        for (a, b) in [(4, 5), (2, 4), (5, 1)] {
            groups.join(a, b);
        }
        assert_eq!((0..6).map(|at| groups.first(at)).collect::<Vec<_>>(), [0, 1, 1, 3, 1, 1]);
    }
}
