//! A newspaper that never was: articles of any number, the same for the same seed, for tests and benches of growth.
//!
//! What makes a corpus of news costly is in it: words by Zipf's law with a tail that grows with the corpus, names that
//! recur under several forms, quotations, dates, agency copy that several articles of one event take over word for word, and
//! a closing formula that every article of one outlet carries. Its sentences mean nothing, and its figures say nothing of
//! how well anything is found: that is what the gold is for.

use recoupe::corpus::Article;

/// Articles about one event: a weekly corpus follows some hundreds of events.
const ARTICLES_OF_AN_EVENT: u64 = 40;
/// Paragraphs of agency copy written for one event.
const COPIES_OF_AN_EVENT: u64 = 6;
/// Words that an article has at least; its last sentence goes over it.
const WORDS: usize = 390;

const FIRST_NAMES: &[&str] = &[
    "Anne", "Paul", "Marie", "Jean", "Claire", "Louis", "Nadia", "Karim", "Julie", "Marc", "Hélène", "Thomas", "Sophie", "Pierre",
    "Jeanne", "Hugo", "Inès", "Simon", "Élise", "Bruno",
];
const SYLLABLES: &[&str] = &[
    "ba", "ber", "bri", "ca", "chan", "cor", "da", "del", "dou", "fa", "fer", "ga", "gué", "jo", "la", "len", "lou", "ma", "mer", "mo",
    "na", "nor", "pa", "pier", "ra", "ré", "ro", "sa", "ser", "ta", "tré", "va", "vil", "zo",
];
const ENDINGS_OF_NAMES: &[&str] = &["ard", "eau", "el", "et", "ier", "in", "oux", "and", "on", "ac"];
const ENDINGS_OF_WORDS: &[&str] = &["e", "es", "er", "é", "ée", "ait", "ent", "tion", "ment", "eur", "euse", "ique", "able", "ance"];
const FUNCTIONS: &[&str] = &["le maire", "la ministre", "le préfet", "la directrice", "le procureur", "la députée", "l’avocat"];
const BODIES: &[&str] = &["Banque", "Fédération", "Union", "Compagnie", "Agence", "Société"];
const VERBS: &[&str] = &["annonce", "refuse", "demande", "rappelle", "prévoit", "examine", "retarde", "soutient", "dénonce", "publie"];
const SPEECH: &[&str] = &["a déclaré", "a affirmé", "a expliqué", "a reconnu", "a assuré"];
const NOUNS: &[&str] = &[
    "projet", "budget", "accord", "rapport", "chantier", "contrat", "vote", "conseil", "marché", "réseau", "hôpital", "collège", "port",
    "pont", "stade", "quartier", "dossier", "plan", "service", "conflit",
];
const SMALL: &[&str] = &[
    "de la",
    "pour le",
    "avec les",
    "dans un",
    "sur la",
    "contre le",
    "et la",
    "mais les",
    "par une",
    "depuis le",
    "sans les",
    "entre les",
    "qui",
    "que le",
    "selon le",
    "au",
    "des",
    "du",
    "en",
    "à la",
];
const MONTHS: &[&str] = &["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre"];
const OUTLETS: &[&str] = &[
    "Le Courrier du Val",
    "La Gazette du Port",
    "L’Écho des Plaines",
    "Le Matin d’Ardelle",
    "La Tribune de Sorgue",
    "Le Journal du Lac",
    "Les Nouvelles d’Ormont",
    "L’Avenir du Rail",
    "Le Télégramme d’Yvre",
    "La Voix du Marais",
    "Le Populaire de Nesle",
    "L’Indépendant",
];

/// Numbers that look drawn by lot, from a seed: SplitMix64 (Steele, Lea and Flood, 2014).
struct Lot(u64);

impl Lot {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, n: u64) -> u64 {
        self.next() % n
    }

    fn pick<'a>(&mut self, items: &[&'a str]) -> &'a str {
        items[self.below(items.len() as u64) as usize]
    }

    /// A rank below `n`, by Zipf's law: low ranks come often.
    fn rank(&mut self, n: u64) -> u64 {
        let part = self.next() as f64 / u64::MAX as f64;
        ((n as f64).powf(part) as u64 - 1).min(n - 1)
    }
}

/// The first `n` articles of the newspaper of `seed`: a longer corpus begins with the shorter one.
pub fn articles(seed: u64, n: u64) -> Vec<Article> {
    (0..n).map(|place| Article::new(&format!("{place:06}.txt"), &text(seed, place))).collect()
}

/// Bytes of all texts.
pub fn n_bytes(articles: &[Article]) -> usize {
    articles.iter().map(|article| article.text.len()).sum()
}

/// The text of one article: title, byline, lead, body, the formula of its outlet.
fn text(seed: u64, place: u64) -> String {
    let event = place / ARTICLES_OF_AN_EVENT;
    let mut lot = Lot(seed ^ place.wrapping_mul(0x51_7cc1_b727_2202));
    let mut writer = Writer { seed, event, lot: Lot(lot.next()) };
    let outlet = lot.pick(OUTLETS);
    let title = writer.title();
    let author = person(&mut lot, 2_000);
    let (day, month) = (1 + lot.below(28), lot.pick(MONTHS));
    let mut text = format!("{title}\n\nPar {author}, {outlet}\n\nPublié le {day} {month} 2023 à {} h {:02}\n\n", 6 + day % 15, day * 2);
    while text.split_whitespace().count() < WORDS {
        if lot.below(6) == 0 {
            text.push_str(&copy(seed, event, lot.below(COPIES_OF_AN_EVENT)));
        } else {
            let sentences: Vec<String> = (0..2 + lot.below(3)).map(|_| writer.sentence()).collect();
            text.push_str(&sentences.join(" "));
        }
        text.push_str("\n\n");
    }
    text.push_str(&format!(
        "La rédaction de notre journal {outlet} recueille chaque matin vos questions et publie les meilleures réponses."
    ));
    text
}

/// A paragraph that an agency wrote about an event.
fn copy(seed: u64, event: u64, number: u64) -> String {
    let lot = Lot(seed ^ (event * COPIES_OF_AN_EVENT + number).wrapping_mul(0xd6e8_feb8_6659_fd93));
    let mut writer = Writer { seed, event, lot };
    [writer.sentence(), writer.sentence()].join(" ")
}

fn syllables(lot: &mut Lot, n: u64) -> String {
    (0..n).map(|_| lot.pick(SYLLABLES)).collect()
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// The name of number `n`, always the same.
fn name(n: u64) -> String {
    let mut lot = Lot(n ^ 0x5bd1_e995);
    let length = 1 + u64::from(n > 200) + u64::from(n > 20_000);
    capital(&(syllables(&mut lot, length) + lot.pick(ENDINGS_OF_NAMES)))
}

/// The word of rank `n`, always the same.
fn word(n: u64) -> String {
    let mut lot = Lot(n ^ 0x0bad_cafe);
    let length = 1 + u64::from(n > 200) + u64::from(n > 10_000);
    syllables(&mut lot, length) + lot.pick(ENDINGS_OF_WORDS)
}

fn person(lot: &mut Lot, n: u64) -> String {
    format!("{} {}", lot.pick(FIRST_NAMES), name(lot.rank(n)))
}

/// Writes sentences about one event.
struct Writer {
    seed: u64,
    event: u64,
    lot: Lot,
}

impl Writer {
    /// One of the few persons, bodies or towns of the event.
    fn cast(&mut self, n: u64) -> Lot {
        let member = self.lot.below(n);
        Lot(self.seed ^ (self.event * 64 + member).wrapping_mul(0xa24b_aed4_963e_e407))
    }

    /// Somebody of the event, sometimes of the world.
    fn person(&mut self) -> String {
        let full = if self.lot.below(4) == 0 { person(&mut self.lot, 30_000) } else { person(&mut self.cast(16), 30_000) };
        // The surname alone in every third place, as in the press.
        if self.lot.below(3) == 0 { full.rsplit(' ').next().unwrap_or_default().to_owned() } else { full }
    }

    fn body(&mut self) -> String {
        let mut lot = if self.lot.below(4) == 0 { Lot(self.lot.next()) } else { self.cast(8) };
        format!("{} {}", lot.pick(BODIES), name(lot.rank(5_000)))
    }

    fn town(&mut self) -> String {
        let mut lot = if self.lot.below(4) == 0 { Lot(self.lot.next()) } else { self.cast(8) };
        let town = name(30_000 + lot.rank(3_000));
        if lot.below(3) == 0 { format!("Saint-{town}") } else { town }
    }

    /// Words of the language, some of them the event's own.
    fn words(&mut self, n: u64) -> String {
        let mut words = Vec::new();
        for _ in 0..n {
            words.push(self.lot.pick(SMALL).to_owned());
            let rank = if self.lot.below(4) == 0 { self.cast(40).rank(60_000) } else { self.lot.rank(120_000) };
            words.push(word(rank));
        }
        words.join(" ")
    }

    fn title(&mut self) -> String {
        format!("{} : {} {} {}", self.town(), self.body(), self.lot.pick(VERBS), self.lot.pick(NOUNS))
    }

    fn sentence(&mut self) -> String {
        let (noun, verb) = (self.lot.pick(NOUNS), self.lot.pick(VERBS));
        let length = 3 + self.lot.below(6);
        match self.lot.below(6) {
            0 => format!("À {}, {} {} {verb} le {noun} {}.", self.town(), self.lot.pick(FUNCTIONS), self.person(), self.words(length)),
            1 => format!("« Le {noun} {} », {} {}.", self.words(length), self.lot.pick(SPEECH), self.person()),
            2 => {
                let (day, month) = (1 + self.lot.below(28), self.lot.pick(MONTHS));
                format!("Le {day} {month}, la {} {verb} un {noun} {}.", self.body(), self.words(length))
            }
            3 => format!("Le {noun} {}, {} la {} à {}.", self.words(length), self.lot.pick(SMALL), self.body(), self.town()),
            4 => format!("{} millions d’euros {}, {verb} {}.", 2 + self.lot.below(90), self.words(length), self.person()),
            _ => format!("Cette {} {verb} {}.", self.words(2), self.words(length)),
        }
    }
}
