//! Numbers in bytes, seven bits each, the lowest first: small numbers take one byte.

/// Appends `number` to `bytes`.
pub fn write(bytes: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
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
        fn what_is_written_is_read(numbers in proptest::collection::vec(0u32..=u32::MAX, 0..20)) {
            let mut bytes = Vec::new();
            numbers.iter().for_each(|number| write(&mut bytes, *number));
            let mut rest = &bytes[..];
            prop_assert_eq!(numbers.iter().map(|_| read(&mut rest)).collect::<Vec<_>>(), numbers);
            prop_assert!(rest.is_empty());
        }
    }
}
