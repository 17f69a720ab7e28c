//! Bytes that are handed out in pieces, and records of one size, none ever moved.
//!
//! A vector that grows is copied, and for a moment held twice; in WebAssembly, where memory never shrinks, that moment stays.
//! Here memory comes in pages, and a piece lies in one page. Nothing is given back: whoever has thrown much away builds anew.

/// Bytes of a page. Large beside the largest piece, so that little is lost at its end; small beside the whole.
const PAGE: usize = 1 << 18;

#[derive(Clone, Debug, Default)]
pub struct Arena {
    pages: Vec<Box<[u8]>>,
    /// Bytes handed out of the last page.
    used: usize,
}

/// Where a piece begins.
pub type Address = u32;

impl Arena {
    /// Most bytes that a piece may have.
    pub const LARGEST: usize = PAGE;

    /// A new piece of `n` bytes, all zero.
    pub fn take(&mut self, n: usize) -> Address {
        if self.pages.is_empty() || self.used + n > PAGE {
            self.pages.push(vec![0; PAGE].into_boxed_slice());
            self.used = 0;
        }
        let address = (self.pages.len() - 1) * PAGE + self.used;
        self.used += n;
        Address::try_from(address).expect("an index is smaller than 4 GiB")
    }

    /// A new piece that holds `bytes`.
    pub fn put(&mut self, bytes: &[u8]) -> Address {
        let at = self.take(bytes.len());
        self.slice_mut(at, bytes.len()).copy_from_slice(bytes);
        at
    }

    pub fn slice(&self, at: Address, n: usize) -> &[u8] {
        let start = at as usize % PAGE;
        &self.pages[at as usize / PAGE][start..start + n]
    }

    pub fn slice_mut(&mut self, at: Address, n: usize) -> &mut [u8] {
        let start = at as usize % PAGE;
        &mut self.pages[at as usize / PAGE][start..start + n]
    }

    /// Writes eight bytes from `at` on.
    #[inline]
    pub fn put_number(&mut self, at: Address, number: u64) {
        let start = at as usize % PAGE;
        self.pages[at as usize / PAGE][start..start + 8].copy_from_slice(&number.to_le_bytes());
    }

    /// From `at` to the end of its page.
    pub fn page_from(&self, at: Address) -> &[u8] {
        &self.pages[at as usize / PAGE][at as usize % PAGE..]
    }

    /// Bytes of memory held.
    pub fn memory(&self) -> usize {
        self.pages.len() * PAGE
    }

    /// Every page as far as it is used: what is saved.
    #[cfg(feature = "whole")]
    pub fn filled(&self) -> impl Iterator<Item = &[u8]> {
        let last = self.pages.len().saturating_sub(1);
        self.pages.iter().enumerate().map(move |(at, page)| if at == last { &page[..self.used] } else { page })
    }

    /// An arena whose pages hold `bytes`, as they were filled.
    #[cfg(feature = "whole")]
    pub fn of(bytes: &[u8]) -> Self {
        let mut arena = Self::default();
        for filled in bytes.chunks(PAGE) {
            let mut page = vec![0; PAGE].into_boxed_slice();
            page[..filled.len()].copy_from_slice(filled);
            arena.pages.push(page);
            arena.used = filled.len();
        }
        arena
    }
}

/// Records of one size, called by their place.
#[derive(Clone, Debug)]
pub struct Pages<T> {
    pages: Vec<Vec<T>>,
}

/// Records of a page.
const RECORDS: usize = 1 << 12;

impl<T> Default for Pages<T> {
    fn default() -> Self {
        Self { pages: Vec::new() }
    }
}

impl<T> Pages<T> {
    pub fn len(&self) -> u32 {
        let last = self.pages.last().map_or(0, Vec::len);
        u32::try_from(self.pages.len().saturating_sub(1) * RECORDS + last).expect("fewer records than bytes of memory")
    }

    pub fn push(&mut self, record: T) {
        if self.pages.last().is_none_or(|page| page.len() == RECORDS) {
            self.pages.push(Vec::with_capacity(RECORDS));
        }
        self.pages.last_mut().expect("there is a page with room").push(record);
    }

    #[inline]
    pub fn get(&self, at: u32) -> &T {
        &self.pages[at as usize / RECORDS][at as usize % RECORDS]
    }

    #[inline]
    pub fn get_mut(&mut self, at: u32) -> &mut T {
        &mut self.pages[at as usize / RECORDS][at as usize % RECORDS]
    }

    pub fn iter(&self) -> impl Iterator<Item = &T> {
        self.pages.iter().flatten()
    }

    /// Bytes of memory held.
    pub fn memory(&self) -> usize {
        self.pages.len() * RECORDS * size_of::<T>()
    }
}
