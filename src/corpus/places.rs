//! Where lines stand on a page: how far from its ends, from prose, and from what announces links, a plea or comments.

use super::claim::is_long;
use super::cues::Cue;
use super::lines::End;
use super::shallow::{NO_LINE, Row, Said, percent, rank_of_cue, scale};
use super::zones::ZoneKind;

/// A line without a stop of fewer characters is no paragraph.
const BRIEF: usize = 110;

/// Where lines stand on the page.
pub(super) struct Places {
    /// Characters before each line, and those of them that the rules call article; one more than lines.
    chars: Vec<usize>,
    article: Vec<usize>,
    /// Lines before each that are long, that are article, and those that say they are furniture.
    n_long: Vec<usize>,
    n_article: Vec<usize>,
    n_cued: Vec<usize>,
    /// The nearest line before and after that is long prose.
    prose_before: Vec<Option<usize>>,
    prose_after: Vec<Option<usize>>,
    /// The nearest line above that announces links, a plea or comments.
    announced: Vec<Option<(usize, Cue)>>,
    is_html: bool,
    /// The first line of each line's block, and of the next: what stands between blank lines.
    blocks: Vec<(usize, usize)>,
    /// The first line of each line's run of lines that are no sentences, and the line behind the run.
    runs: Vec<(usize, usize)>,
    /// How each line's block begins.
    opened: Vec<u8>,
}

/// The stretch of lines that each line belongs to: a new one begins where `begins` says so.
fn stretches(n: usize, begins: impl Fn(usize) -> bool) -> Vec<(usize, usize)> {
    let mut found = Vec::with_capacity(n);
    let mut from = 0;
    for i in 1..=n {
        if i == n || begins(i) {
            found.resize(i, (from, i));
            from = i;
        }
    }
    found
}

impl Places {
    pub(super) fn of(page: &[Said<'_>]) -> Self {
        let sums = |of: &dyn Fn(&Said<'_>) -> usize| {
            let mut sum = 0;
            let after = page.iter().map(|said| {
                sum += of(said);
                sum
            });
            std::iter::once(0).chain(after).collect::<Vec<usize>>()
        };
        let text = |said: &Said<'_>| matches!(said.kind, ZoneKind::Lead | ZoneKind::Body);
        let is_prose = |said: &Said<'_>| is_long(said.line) && said.line.end == End::Stop && said.line.marks.linked < 50;
        let nearest = |order: &mut dyn Iterator<Item = usize>| {
            let (mut found, mut last) = (vec![None; page.len()], None);
            for i in order {
                found[i] = last;
                last = if is_prose(&page[i]) { Some(i) } else { last };
            }
            found
        };
        let brief = |i: usize| page[i].line.end == End::Open && page[i].line.n_chars < BRIEF;
        let blocks = stretches(page.len(), |i| page[i].line.gap);
        let mut last = None;
        let announced = page.iter().enumerate().map(|(i, said)| {
            let before = last;
            if let Some(cue @ (Cue::Related | Cue::Closing | Cue::Comments)) = said.cue {
                last = Some((i, cue));
            }
            before
        });
        Self {
            chars: sums(&|said| said.line.n_chars),
            article: sums(&|said| if text(said) { said.line.n_chars } else { 0 }),
            n_long: sums(&|said| usize::from(is_prose(said))),
            n_article: sums(&|said| usize::from(said.kind.is_article())),
            n_cued: sums(&|said| usize::from(rank_of_cue(said.cue) >= 5)),
            announced: announced.collect(),
            prose_before: nearest(&mut (0..page.len())),
            prose_after: nearest(&mut (0..page.len()).rev()),
            runs: stretches(page.len(), |i| brief(i) != brief(i - 1)),
            opened: blocks.iter().map(|&(from, _)| rank_of_cue(page[from].cue)).collect(),
            blocks,
            is_html: page.iter().any(|said| said.line.marks.shares[0] > 0),
        }
    }

    pub(super) fn describe(&self, i: usize, row: &mut Row) {
        let n = self.prose_before.len();
        let (all, article) = (self.chars[n], self.article[n]);
        let within = |sums: &[usize], reach: usize| sums[(i + reach + 1).min(n)] - sums[i.saturating_sub(reach)];
        let distance = |other: Option<usize>| other.map_or(NO_LINE, |at| scale(at.abs_diff(i)));
        row.extend([
            scale(i),
            scale(n - 1 - i),
            percent(self.chars[i], all),
            percent(self.article[i], article),
            percent(article, all),
            scale(article),
            scale(n),
            u8::from(self.is_html),
            distance(self.prose_before[i]),
            distance(self.prose_after[i]),
            distance(self.announced[i].map(|(at, _)| at)),
            self.announced[i].map_or(0, |(_, cue)| rank_of_cue(Some(cue))),
            percent(self.article[i] - self.announced[i].map_or(0, |(at, _)| self.article[at]), article),
        ]);
        for reach in [2, 5, 12] {
            row.extend([
                scale(within(&self.n_long, reach)),
                scale(within(&self.n_article, reach)),
                scale(within(&self.n_cued, reach)),
                percent(within(&self.article, reach), within(&self.chars, reach)),
                scale(within(&self.chars, reach)),
            ]);
        }
        for (from, until) in [self.blocks[i], self.runs[i]] {
            let (n_lines, n_cued) = (until - from, self.n_cued[until] - self.n_cued[from]);
            row.extend([
                scale(i - from),
                scale(until - 1 - i),
                percent(n_cued, n_lines),
                scale((self.chars[until] - self.chars[from]) / n_lines),
            ]);
        }
        row.push(self.opened[i]);
        row.push(percent(self.n_cued[i], i));
        row.push(percent(self.n_cued[n] - self.n_cued[i], n - i));
        row.push(scale(self.n_long[n] - self.n_long[i]));
        row.push(scale(self.n_long[i]));
    }
}
