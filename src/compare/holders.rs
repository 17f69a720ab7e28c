//! Which articles have which stem: an inverted index of the corpus, for those who look for few articles among many.

/// Articles of each stem.
#[derive(Clone, Debug, Default)]
pub(super) struct Holders {
    /// Articles, by place, in order; one list behind the other in the order of stems.
    articles: Vec<u32>,
    /// Where the list of each stem begins; one more at the end.
    starts: Vec<u32>,
    n_articles: usize,
}

impl Holders {
    /// Of articles given by their distinct stems.
    pub fn of(articles: impl Iterator<Item = Vec<u32>>) -> Self {
        let stems: Vec<Vec<u32>> = articles.map(|stems| stems.into_iter().filter(|stem| *stem != u32::MAX).collect()).collect();
        let n_stems = stems.iter().flatten().max().map_or(0, |most| *most as usize + 1);
        // Each list is counted, then filled.
        let mut starts = vec![0_u32; n_stems + 1];
        stems.iter().flatten().for_each(|stem| starts[*stem as usize + 1] += 1);
        for at in 0..n_stems {
            starts[at + 1] += starts[at];
        }
        let mut ends = starts.clone();
        let mut lists = vec![0_u32; starts[n_stems] as usize];
        for (of_article, article) in stems.iter().zip(0..) {
            for stem in of_article {
                let end = &mut ends[*stem as usize];
                lists[*end as usize] = article;
                *end += 1;
            }
        }
        Self { articles: lists, starts, n_articles: stems.len() }
    }

    pub fn of_stem(&self, stem: u32) -> &[u32] {
        let ends = self.starts.get(stem as usize).zip(self.starts.get(stem as usize + 1));
        ends.map_or(&[], |(start, end)| &self.articles[*start as usize..*end as usize])
    }

    /// Articles with one of `stems`, those whose common stems weigh most first.
    pub fn ranked(&self, stems: &[u32], weight: &dyn Fn(u32) -> f32) -> Vec<u32> {
        let mut worth = vec![0.0_f32; self.n_articles];
        let mut touched: Vec<u32> = Vec::new();
        for stem in stems {
            for article in self.of_stem(*stem) {
                let worth = &mut worth[*article as usize];
                if *worth == 0.0 {
                    touched.push(*article);
                }
                *worth += weight(*stem);
            }
        }
        let worth = |article: u32| worth[article as usize];
        touched.sort_unstable_by(|x, y| worth(*y).total_cmp(&worth(*x)).then(x.cmp(y)));
        touched
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_come_by_the_weight_of_what_they_share() {
        let holders = Holders::of([vec![0, 1], vec![1, 2], vec![2], vec![]].into_iter());
        assert_eq!(holders.of_stem(1), [0, 1]);
        assert_eq!(holders.of_stem(9), [0_u32; 0]);
        let weight = |stem: u32| if stem == 2 { 2.0 } else { 1.0 };
        assert_eq!(holders.ranked(&[1, 2], &weight), [1, 2, 0]);
    }
}
