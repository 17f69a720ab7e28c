//! Many short lists as a few long ones, without reading what they hold: a postcard list is its length and its items, so two
//! lists joined are the sum of the lengths and the items of both.

/// Lists joined so far.
#[derive(Debug, Default)]
pub struct Pile {
    n_items: usize,
    items: Vec<u8>,
}

/// A pile higher than this is carried off: few enough messages, each short enough to be sent without a pause. Each passes
/// through the memory of the page several times over, which never shrinks: growing, the tab stays larger.
const HIGH: usize = 500_000;

impl Pile {
    /// Lays a list on the pile; gives the whole pile when it is high.
    pub fn add(&mut self, list: &[u8]) -> Option<Vec<u8>> {
        let Ok((n, items)) = postcard::take_from_bytes::<usize>(list) else { return None };
        self.n_items += n;
        self.items.extend_from_slice(items);
        (self.items.len() > HIGH).then(|| self.take()).flatten()
    }

    /// The pile as one list, if there is anything on it.
    pub fn take(&mut self) -> Option<Vec<u8>> {
        let Self { n_items, items } = std::mem::take(self);
        if n_items == 0 {
            return None;
        }
        let mut list = postcard::to_allocvec(&n_items).expect("a number is short");
        list.extend_from_slice(&items);
        Some(list)
    }
}

#[cfg(test)]
mod tests {
    use super::Pile;

    #[test]
    fn lists_joined_unread_are_the_joined_list() {
        let lists = [vec!["a".to_owned()], vec![], (0..300).map(|n| n.to_string()).collect::<Vec<_>>()];
        let mut pile = Pile::default();
        for list in &lists {
            assert_eq!(pile.add(&postcard::to_allocvec(list).expect("a list")), None);
        }
        let joined: Vec<String> = postcard::from_bytes(&pile.take().expect("there are items")).expect("a list");
        assert_eq!(joined, lists.concat());
        assert_eq!(pile.take(), None);
    }
}
