//! Days on one line: near days in proportion, long gaps cut, and said to be.

use crate::times::Day;

/// Width of the drawing.
pub const WIDTH: i32 = 1000;
/// What stands free at either end: half of a day in words.
const MARGIN: i32 = 50;
/// A gap is drawn no wider than so many days, and no narrower than a twelfth of them: a week is seen beside a day, and what
/// is years away does not press the rest together.
const LONGEST: i32 = 12;

/// Where each day stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scale {
    /// Day with its place on the line, in order.
    places: Vec<(Day, i32)>,
    /// Gaps that are cut: middle on the line, days.
    pub cuts: Vec<(i32, i32)>,
}

impl Scale {
    /// The scale on which all of `days` stand.
    pub fn of(mut days: Vec<Day>) -> Self {
        days.sort_unstable();
        days.dedup();
        let gaps: Vec<i32> = days.windows(2).map(|pair| pair[1].0 - pair[0].0).collect();
        let total: i32 = gaps.iter().map(|gap| gap.min(&LONGEST)).sum::<i32>().max(1);
        let at = |n: i32| MARGIN + i32::try_from(i64::from(n) * i64::from(WIDTH - 2 * MARGIN) / i64::from(total)).unwrap_or(WIDTH);
        let (mut places, mut cuts, mut n) = (Vec::with_capacity(days.len()), Vec::new(), 0);
        for (index, day) in days.iter().enumerate() {
            if let Some(gap) = index.checked_sub(1).map(|before| gaps[before]) {
                let before = n;
                n += gap.min(LONGEST);
                if gap > LONGEST {
                    cuts.push((i32::midpoint(at(before), at(n)), gap));
                }
            }
            // One day alone stands in the middle.
            places.push((*day, if days.len() == 1 { WIDTH / 2 } else { at(n) }));
        }
        Self { places, cuts }
    }

    /// Where a day stands; a day of none of those given stands at the nearest before it.
    pub fn place(&self, day: Day) -> i32 {
        let after = self.places.partition_point(|(known, _)| *known <= day);
        self.places.get(after.saturating_sub(1)).map_or(MARGIN, |(_, place)| *place)
    }

    /// Days that are named below the line: the first, the last, and those far enough from the one named before.
    pub fn named(&self) -> Vec<(Day, i32)> {
        /// Width of a day in words.
        const APART: i32 = 92;
        let Some((&last, others)) = self.places.split_last() else { return Vec::new() };
        let mut named: Vec<(Day, i32)> = Vec::new();
        for &(day, place) in others {
            let free = named.last().is_none_or(|(_, before)| place - before >= APART);
            if free && last.1 - place >= APART {
                named.push((day, place));
            }
        }
        named.push(last);
        named
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_gap_of_years_is_cut_and_does_not_press_the_days_together() {
        let scale = Scale::of(vec![Day(0), Day(1), Day(3), Day(900)]);
        let places: Vec<i32> = [0, 1, 3, 900].map(|day| scale.place(Day(day))).to_vec();
        assert!(places[1] - places[0] >= 50, "{places:?}");
        assert_eq!((scale.cuts.len(), scale.cuts[0].1), (1, 897));
    }

    #[test]
    fn one_day_stands_in_the_middle_and_none_nowhere() {
        assert_eq!(Scale::of(vec![Day(7)]).place(Day(7)), WIDTH / 2);
        assert_eq!(Scale::of(Vec::new()).named(), Vec::new());
    }

    proptest! {
        #[test]
        fn days_stand_in_their_order_within_the_drawing(days in proptest::collection::vec(-100_000..100_000_i32, 1..60)) {
            let scale = Scale::of(days.iter().map(|day| Day(*day)).collect());
            let mut sorted = days;
            sorted.sort_unstable();
            let places: Vec<i32> = sorted.iter().map(|day| scale.place(Day(*day))).collect();
            prop_assert!(places.is_sorted());
            prop_assert!(places.iter().all(|place| (0..=WIDTH).contains(place)));
        }
    }
}
