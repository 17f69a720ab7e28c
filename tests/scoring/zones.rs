//! Characters of the page: article or furniture, and under which label.

use super::gold::Gold;
use super::{Figure, Measure, Place};

pub struct Zone {
    pub place: Place,
    /// A label of the exchange format.
    pub label: String,
}

fn is_article(label: Option<&str>) -> bool {
    matches!(label, Some("title" | "lead" | "body"))
}

/// Blank stretches between zones of the gold do not count.
pub fn score(gold: &Gold, predicted: &[Zone]) -> Vec<Figure> {
    let (mut n, mut n_labels) = (0, 0);
    let (mut right, mut said, mut asked) = (0, 0, 0);
    for zone in &gold.zones {
        let here: Vec<&Zone> = predicted.iter().filter(|p| p.place.common(&zone.place) > 0).collect();
        for at in zone.place.start..zone.place.end {
            let label = here.iter().find(|p| (p.place.start..p.place.end).contains(&at)).map(|p| p.label.as_str());
            n += 1;
            n_labels += usize::from(label == Some(&zone.label));
            let (is, should) = (is_article(label), is_article(Some(&zone.label)));
            right += usize::from(is && should);
            said += usize::from(is);
            asked += usize::from(should);
        }
    }
    vec![
        Figure { name: "zones · article text", measure: Measure::paired(right, said, asked) },
        Figure { name: "zones · all labels", measure: Measure::share(n_labels, n) },
    ]
}

/// The label of the gold where most of `place` lies.
pub fn label_at<'a>(gold: &'a Gold, place: &Place) -> Option<&'a str> {
    let mut best = (0, None);
    for zone in &gold.zones {
        let common = zone.place.common(place);
        if common > best.0 {
            best = (common, Some(zone.label.as_str()));
        }
    }
    best.1
}
