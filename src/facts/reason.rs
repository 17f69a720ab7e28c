//! Verdicts in words.

use super::telling::Telling;

/// Why two figures stand to each other as they do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reason {
    Same,
    Rounding,
    Sum,
    Twice,
    Part,
    Narrowed,
    Places,
    Days,
    Sources,
    Undated,
    FirstOlder,
    SecondOlder,
    Hours,
    Unexplained,
}

impl Reason {
    /// A French sentence about the figures `a` and `b`.
    pub(super) fn sentence(self, a: &Telling, b: &Telling) -> String {
        let (x, y) = (&a.surface, &b.surface);
        let both = format!("«\u{a0}{x}\u{a0}» et «\u{a0}{y}\u{a0}»");
        match self {
            Self::Same if x == y => format!("Tous écrivent «\u{a0}{x}\u{a0}»."),
            Self::Same => format!("{both} disent le même nombre."),
            Self::Rounding => format!("{both} s’accordent\u{a0}: l’un arrondit l’autre, ou reste ouvert."),
            Self::Sum => {
                let (whole, part) = if a.amount.written > b.amount.written { (x, y) } else { (y, x) };
                format!("«\u{a0}{whole}\u{a0}» est la somme de «\u{a0}{part}\u{a0}» et d’autres chiffres du même article.")
            }
            Self::Twice => format!("Un même article donne {both}\u{a0}: ils ne comptent pas la même chose, ou pas au même moment."),
            Self::Part => format!("De {both}, l’un n’est qu’une partie («\u{a0}dont\u{a0}»)."),
            Self::Narrowed => format!("{both} ne comptent pas la même chose\u{a0}: l’un des deux est plus restreint."),
            Self::Places => format!("{both} ne parlent pas des mêmes lieux."),
            Self::Days => format!("{both} ne parlent pas des mêmes jours."),
            Self::Sources => format!("{both} ne viennent pas de la même source\u{a0}: chacune donne le sien."),
            Self::Undated => format!("{both} diffèrent, mais la date d’un article manque\u{a0}: un décompte plus ancien n’est pas exclu."),
            Self::FirstOlder => format!("«\u{a0}{x}\u{a0}» est paru avant «\u{a0}{y}\u{a0}»\u{a0}: le décompte a pu changer entre-temps."),
            Self::SecondOlder => format!("«\u{a0}{y}\u{a0}» est paru avant «\u{a0}{x}\u{a0}»\u{a0}: le décompte a pu changer entre-temps."),
            Self::Hours => format!("{both} ne sont pas parus à la même heure\u{a0}: le décompte a pu changer entre-temps."),
            Self::Unexplained => {
                format!(
                    "{both} pour la même chose\u{a0}: ni arrondi, ni partie, ni autre date, ni autre source ne l’explique dans les textes."
                )
            }
        }
    }
}
