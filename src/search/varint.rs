//! Numbers in bytes, seven bits each, the lowest first: small numbers take one byte.

/// Appends `number` to `bytes`.
pub fn write(bytes: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// A number below 2^28 as the lowest bytes of another, and how many they are.
#[inline]
pub fn packed(number: u32) -> (u64, usize) {
    let groups = u64::from(number);
    match number {
        0..0x80 => (groups, 1),
        0x80..0x4000 => (groups & 0x7f | 0x80 | groups >> 7 << 8, 2),
        0x4000..0x20_0000 => (groups & 0x7f | 0x80 | (groups >> 7 & 0x7f | 0x80) << 8 | groups >> 14 << 16, 3),
        _ => (groups & 0x7f | 0x80 | (groups >> 7 & 0x7f | 0x80) << 8 | (groups >> 14 & 0x7f | 0x80) << 16 | groups >> 21 << 24, 4),
    }
}

/// Takes a number from the front of `bytes`; what ends too early is zero.
pub fn read(bytes: &mut &[u8]) -> u32 {
    let (mut number, mut shift) = (0u32, 0u32);
    while let Some((&byte, rest)) = bytes.split_first() {
        *bytes = rest;
        number |= u32::from(byte & 0x7f).checked_shl(shift).unwrap_or(0);
        shift += 7;
        if byte < 0x80 {
            break;
        }
    }
    number
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_packed_number_is_the_written_one(number in 0u32..1 << 28, shift in 0u32..28) {
            let mut bytes = Vec::new();
            write(&mut bytes, number >> shift);
            let (packed, n) = packed(number >> shift);
            prop_assert_eq!(&packed.to_le_bytes()[..n], &bytes[..]);
            prop_assert!(n == 8 || packed >> (8 * n) == 0);
        }

        #[test]
        fn what_is_written_is_read(numbers in proptest::collection::vec(0u32..=u32::MAX, 0..20)) {
            let mut bytes = Vec::new();
            numbers.iter().for_each(|number| write(&mut bytes, *number));
            let mut rest = &bytes[..];
            prop_assert_eq!(numbers.iter().map(|_| read(&mut rest)).collect::<Vec<_>>(), numbers);
            prop_assert!(rest.is_empty());
        }
    }
}
