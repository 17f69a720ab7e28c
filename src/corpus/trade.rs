//! Words of the trade: what a page says of itself and asks of its reader, in French and English.
//!
//! No word counts by itself. The share of such words is one feature of a line (see `shallow`): `Lire tous les commentaires` is
//! made of them, and a sentence about a newspaper has one or two.

/// Letters by which longer words are compared; shorter ones stand whole.
const STEM: usize = 6;

/// Sorted; of six letters the beginnings of words, of fewer whole words.
const STEMS: &[&str] = &[
    "abonne", "abus", "accept", "access", "accuei", "achete", "activ", "actu", "actual", "actus", "adress", "aide", "aime", "alert",
    "alerte", "annonc", "app", "applic", "archiv", "articl", "autori", "back", "biento", "boutiq", "brows", "catego", "charge", "choisi",
    "choix", "choose", "click", "clique", "close", "commen", "compte", "condit", "confid", "connec", "consen", "contac", "cooki", "copier",
    "copyri", "courri", "decouv", "dernie", "diapor", "direct", "discov", "don", "donat", "donnee", "dons", "downlo", "droits", "ecout",
    "edit", "editeu", "emissi", "enable", "envoy", "essai", "faceb", "faq", "ferme", "fermer", "flux", "follow", "free", "galeri",
    "galler", "gerer", "gratui", "hebdo", "help", "home", "identi", "imprim", "info", "infole", "infos", "inscri", "instag", "javasc",
    "journa", "kiosqu", "latest", "lecteu", "lectur", "legal", "lettre", "lien", "like", "link", "linked", "lire", "lisez", "listen",
    "live", "load", "log", "login", "lu", "lus", "magaz", "mail", "matin", "mentio", "menu", "minute", "mobile", "modera", "naviga",
    "news", "newsle", "newsro", "next", "notifi", "numero", "offre", "offres", "offrir", "option", "page", "panier", "parame", "partag",
    "parten", "partne", "passe", "person", "photo", "photos", "plan", "podcas", "poll", "popula", "portai", "poster", "preced", "previo",
    "print", "privac", "profit", "progra", "public", "publie", "quotid", "reacti", "read", "reader", "reagir", "reagis", "receiv",
    "recent", "receve", "recevo", "recher", "redact", "refus", "relate", "relire", "replay", "reply", "repond", "report", "reprod",
    "reserv", "retour", "retrou", "rights", "rss", "rubriq", "search", "sectio", "servic", "share", "sign", "signal", "simila", "sitema",
    "sondag", "souten", "soutie", "sponso", "subscr", "suiv", "suivan", "suive", "sujets", "suppor", "tags", "telech", "telegr", "terms",
    "themes", "tiktok", "toolba", "topics", "tous", "toute", "toutes", "trendi", "twitte", "utilis", "versio", "video", "videos", "visite",
    "voir", "vos", "vote", "votes", "votre", "web", "whatsa", "your", "youtub",
];

/// True for a folded word of the trade.
pub(super) fn is_of_trade(word: &str) -> bool {
    let stem = word.get(..STEM).unwrap_or(word);
    let plural = word.strip_suffix('s').filter(|word| word.len() < STEM);
    STEMS.binary_search(&stem).is_ok() || plural.is_some_and(|word| STEMS.binary_search(&word).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stems_are_sorted_and_short() {
        assert!(STEMS.is_sorted());
        assert!(STEMS.iter().all(|stem| stem.len() <= STEM));
    }

    #[test]
    fn words_of_the_trade_are_told_by_their_beginning() {
        for (word, is) in [("abonnez", true), ("commentaires", true), ("aide", true), ("aides", true), ("aider", false), ("prefet", false)]
        {
            assert_eq!(is_of_trade(word), is, "{word}");
        }
    }
}
