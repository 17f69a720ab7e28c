//! The weights as `Tagger::read` takes them.

use recoupe::entities::training::{N_LABELS, UNIT};

use super::field::Field;

/// Transitions, then for each of `features`, in order, how far it is from the one before, which labels have a weight, and these.
pub fn pack(field: &Field, features: &[u32]) -> Vec<u8> {
    let mut bytes: Vec<u8> = field.transitions.iter().flatten().map(|weight| byte(*weight)).collect();
    let mut last = 0;
    for (feature, row) in features.iter().zip(&field.rows) {
        let weights = row.map(byte);
        if weights == [0; N_LABELS] {
            continue;
        }
        let mut more = feature - last;
        while more >= 128 {
            bytes.push((more & 127) as u8 | 128);
            more >>= 7;
        }
        bytes.push(more as u8);
        let mask = weights.iter().zip(0..).fold(0_u16, |mask, (weight, label)| mask | u16::from(*weight != 0) << label);
        bytes.extend(mask.to_le_bytes());
        bytes.extend(weights.iter().filter(|weight| **weight != 0));
        last = *feature;
    }
    bytes
}

fn byte(weight: f32) -> u8 {
    ((weight * UNIT as f32).round().clamp(-127.0, 127.0) as i8).cast_unsigned()
}
