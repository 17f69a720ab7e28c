//! A map of things of which only the distances are known: classical multidimensional scaling.
//!
//! Torgerson (1952, « Multidimensional scaling: I. Theory and method », Psychometrika 17): the squared distances, centred on
//! both sides, are products of coordinates; the two greatest eigenvalues with their vectors give the flat map that keeps most
//! of them. All eigenvalues are found, by the rotations of Jacobi (1846): for some forty articles that is quick, equal ones
//! do no harm, and how much the map keeps is known. An axis has no direction of its own: its farthest point lies on the
//! positive side, so that one corpus has one map.

use crate::order::Order;

/// A flat map.
#[derive(Clone, Debug, PartialEq)]
pub struct Map {
    /// In the order of the things.
    pub points: Vec<[f64; 2]>,
    /// Share of the distances' variance that it keeps, 0 to 1; nothing where there is no distance at all.
    pub kept: Option<f64>,
}

/// Sweeps over all pairs at most: a dozen do for any matrix of this size.
const SWEEPS: usize = 60;
/// What stands beside the diagonal, beside the whole, when it counts as nothing.
const NOTHING: f64 = 1e-22;

/// The map of `n` things, of which `squared` tells the square of the distance of each two.
pub fn map(n: usize, squared: &dyn Fn(usize, usize) -> f64) -> Map {
    let mut products = centred(n, squared);
    let vectors = diagonalise(n, &mut products);
    let values: Vec<f64> = (0..n).map(|at| products[at * n + at]).collect();
    let all: f64 = values.iter().filter(|value| **value > 0.0).sum();
    let mut order: Vec<usize> = (0..n).collect();
    order.order_by(|x, y| values[*y].total_cmp(&values[*x]).then(x.cmp(y)));
    let mut points = vec![[0.0; 2]; n];
    let mut kept = 0.0;
    // What is left of distances that are all nothing is the last digits of the sums.
    let is_flat = all < 1e-9;
    for (axis, place) in order.iter().take(2).enumerate().filter(|_| !is_flat) {
        let value = values[*place].max(0.0);
        kept += value;
        let along: Vec<f64> = (0..n).map(|at| vectors[at * n + place] * value.sqrt()).collect();
        let farthest = along.iter().fold(0.0_f64, |far, x| if x.abs() > far.abs() + 1e-9 { *x } else { far });
        for (point, x) in points.iter_mut().zip(along) {
            point[axis] = if farthest < 0.0 { -x } else { x };
        }
    }
    Map { points, kept: (!is_flat).then(|| kept / all) }
}

/// Products of coordinates around the middle of all things.
fn centred(n: usize, squared: &dyn Fn(usize, usize) -> f64) -> Vec<f64> {
    let mut products: Vec<f64> = (0..n * n).map(|at| if at / n == at % n { 0.0 } else { squared(at / n, at % n) }).collect();
    let of_row: Vec<f64> = (0..n).map(|row| products[row * n..(row + 1) * n].iter().sum::<f64>() / n as f64).collect();
    let of_all = of_row.iter().sum::<f64>() / n.max(1) as f64;
    for (at, product) in products.iter_mut().enumerate() {
        *product = -0.5 * (*product - of_row[at / n] - of_row[at % n] + of_all);
    }
    products
}

/// Turns a symmetric matrix until it is its eigenvalues, and tells the vectors, one a column.
fn diagonalise(n: usize, matrix: &mut [f64]) -> Vec<f64> {
    let mut vectors = vec![0.0; n * n];
    (0..n).for_each(|at| vectors[at * n + at] = 1.0);
    let whole: f64 = matrix.iter().map(|x| x * x).sum();
    for _ in 0..SWEEPS {
        let beside: f64 = (0..n * n).filter(|at| at / n != at % n).map(|at| matrix[at] * matrix[at]).sum();
        if beside <= whole * NOTHING {
            break;
        }
        for p in 0..n {
            for q in p + 1..n {
                rotate(n, matrix, &mut vectors, p, q);
            }
        }
    }
    vectors
}

/// The turn of two axes after which nothing stands between them.
fn rotate(n: usize, matrix: &mut [f64], vectors: &mut [f64], p: usize, q: usize) {
    let between = matrix[p * n + q];
    if between == 0.0 {
        return;
    }
    let theta = (matrix[q * n + q] - matrix[p * n + p]) / (2.0 * between);
    let tangent = theta.signum() / (theta.abs() + (theta * theta + 1.0).sqrt());
    let cosine = 1.0 / (tangent * tangent + 1.0).sqrt();
    let sine = tangent * cosine;
    let turn = |matrix: &mut [f64], x: usize, y: usize| {
        let (of_x, of_y) = (matrix[x], matrix[y]);
        (matrix[x], matrix[y]) = (cosine * of_x - sine * of_y, sine * of_x + cosine * of_y);
    };
    (0..n).for_each(|at| turn(matrix, at * n + p, at * n + q));
    (0..n).for_each(|at| turn(matrix, p * n + at, q * n + at));
    (0..n).for_each(|at| turn(vectors, at * n + p, at * n + q));
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn distance(map: &Map, a: usize, b: usize) -> f64 {
        let [x, y] = [0, 1].map(|axis| map.points[a][axis] - map.points[b][axis]);
        x.hypot(y)
    }

    #[test]
    fn one_thing_and_equal_things_lie_on_one_spot() {
        for n in [0, 1, 2, 40] {
            let map = map(n, &|_, _| 0.0);
            assert_eq!((map.points, map.kept), (vec![[0.0; 2]; n], None));
        }
    }

    #[test]
    fn things_that_are_all_as_far_apart_keep_little() {
        // Of the 39 directions in which forty such things lie, a map has two.
        let kept = map(40, &|_, _| 1.0).kept.expect("they are apart");
        assert!((kept - 2.0 / 39.0).abs() < 1e-9, "{kept}");
    }

    proptest! {
        #[test]
        fn points_of_a_plane_keep_all_their_distances(points in prop::collection::vec((-100_i32..100, -100_i32..100), 2..40)) {
            let squared = |a: usize, b: usize| f64::from((points[a].0 - points[b].0).pow(2) + (points[a].1 - points[b].1).pow(2));
            let map = map(points.len(), &squared);
            for a in 0..points.len() {
                for b in 0..points.len() {
                    prop_assert!((distance(&map, a, b) - squared(a, b).sqrt()).abs() < 1e-4);
                }
            }
            prop_assert!(map.kept.is_none_or(|kept| kept > 0.999_999));
        }
    }
}
