//! Which part of a raw page is title, byline, lead, body, caption, and which is furniture.

use serde::{Deserialize, Serialize};

use super::line_model::LineModel;
use super::lines::{Breaks, Hint, Line};
use super::metadata::Metadata;
use super::training::Sample;
use super::{claim, html, layout, lines};
use crate::order::Order;
use crate::span::Span;
use crate::text;

/// A stretch of a page that serves one purpose; a paragraph is a zone of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Zone {
    pub span: Span,
    pub kind: ZoneKind,
}

/// What a stretch of a page is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ZoneKind {
    Title,
    Section,
    Byline,
    Date,
    Lead,
    /// A heading between paragraphs; `body` in the exchange format.
    Heading,
    Body,
    Caption,
    Credit,
    Related,
    Boilerplate,
    Markup,
}

impl ZoneKind {
    /// True for what is searched, compared and counted: title, lead, body with headings, captions.
    pub fn is_article(self) -> bool {
        matches!(self, Self::Title | Self::Lead | Self::Heading | Self::Body | Self::Caption)
    }

    /// The label of the exchange format.
    pub fn label(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Section => "section",
            Self::Byline => "byline",
            Self::Date => "date",
            Self::Lead => "lead",
            Self::Heading | Self::Body => "body",
            Self::Caption => "caption",
            Self::Credit => "credit",
            Self::Related => "related",
            Self::Boilerplate => "boilerplate",
            Self::Markup => "markup",
        }
    }
}

/// Zones of `raw`, in order, not overlapping, white space at their edges left out. `given` may hold a title to look for; `shared`
/// are the stretches, in order, that other pages of its site have too.
pub fn find(raw: &str, given: &Metadata, shared: &[Span]) -> Vec<Zone> {
    let title = given.title.as_ref().map(|title| title.value.as_str());
    if html::is_html(raw) {
        return of_html(raw, title);
    }
    let zones = of_text(raw, title, Breaks::Guessed, shared);
    let text = |zone: &Zone| if matches!(zone.kind, ZoneKind::Lead | ZoneKind::Body) { zone.span.len() } else { 0 };
    // Where hardly any text is left, the breaks were guessed wrong.
    let lost = zones.iter().map(text).sum::<usize>() * LOST < raw.trim().len();
    with_lead(raw, if lost { of_text(raw, title, Breaks::Given, shared) } else { zones })
}

/// A page of which less than this part is text was parted where it should not have been.
const LOST: usize = 12;

fn of_text(raw: &str, title: Option<&str>, breaks: Breaks, shared: &[Span]) -> Vec<Zone> {
    let mut lines = lines::of_text(raw, title, breaks);
    // What a line says of itself is more exact: a date, names, the heading of a list.
    let is_shared = |span: Span| {
        let before = shared.partition_point(|stretch| stretch.start <= span.start);
        before > 0 && span.end <= shared[before - 1].end
    };
    for line in lines.iter_mut().filter(|line| line.hint == Hint::None && is_shared(line.span)) {
        if claim::cue(line).is_none() {
            line.hint = Hint::Furniture;
        }
    }
    let kinds = layout::kinds(&lines, title);
    lines.iter().zip(kinds).map(|(line, kind)| Zone { span: line.span, kind }).collect()
}

/// The lines of a page as the line model sees them.
pub(super) fn samples(raw: &str) -> Vec<Sample> {
    layout::samples(&lines_of(raw), |_| true)
}

/// The same where of ten cues so many are forgotten.
pub(super) fn samples_of_less(raw: &str, forgotten: u64, seed: u64) -> Vec<Sample> {
    // Knuth's multiplicative hash of the line's number.
    let knows = |i: usize| (((i as u64 + 1) ^ seed).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 40) % 10 >= forgotten;
    layout::samples(&lines_of(raw), knows)
}

/// Their kinds as a model revises them.
pub(super) fn revised(raw: &str, model: &LineModel<'_>) -> Vec<ZoneKind> {
    layout::revised(&lines_of(raw), model)
}

fn lines_of(raw: &str) -> Vec<Line<'_>> {
    if html::is_html(raw) { html::read(raw).lines } else { lines::of_text(raw, None, Breaks::Guessed) }
}

/// Zones of a page of HTML: a tag inside a paragraph cuts it into several zones of one kind.
fn of_html(raw: &str, title: Option<&str>) -> Vec<Zone> {
    let page = html::read(raw);
    let kinds = layout::kinds(&page.lines, title);
    let texts = page.parts.iter().zip(kinds).flat_map(|(parts, kind)| parts.iter().map(move |&span| Zone { span, kind }));
    let mut zones: Vec<Zone> = texts.chain(page.markup.iter().map(|span| Zone { span: span.trim(raw), kind: ZoneKind::Markup })).collect();
    zones.order_by_key(|zone| zone.span);
    // Tags that follow each other are one stretch of markup.
    zones.dedup_by(|next, last| {
        let both = next.kind == ZoneKind::Markup && last.kind == ZoneKind::Markup;
        if both {
            last.span = last.span.cover(next.span);
        }
        both
    });
    zones
}

/// A page whose article is one paragraph still has a lead: its first sentence.
fn with_lead(raw: &str, mut zones: Vec<Zone>) -> Vec<Zone> {
    let article = |zone: &&Zone| matches!(zone.kind, ZoneKind::Lead | ZoneKind::Body | ZoneKind::Heading);
    let mut found = zones.iter().enumerate().filter(|(_, zone)| article(zone));
    let (Some((at, zone)), None) = (found.next(), found.next()) else { return zones };
    if zone.kind != ZoneKind::Body || zone.span.len() < ONE_LINE {
        return zones;
    }
    let Some(cut) = first_sentence(raw, zone.span) else { return zones };
    let body = Span { start: cut, end: zone.span.end }.trim(raw);
    let lead = Span { start: zone.span.start, end: cut }.trim(raw);
    zones.splice(at..=at, [Zone { span: lead, kind: ZoneKind::Lead }, Zone { span: body, kind: ZoneKind::Body }]);
    zones
}

/// A single paragraph of more bytes is a page that lost its line breaks.
const ONE_LINE: usize = 400;
/// A lead is not longer, in bytes.
const LEAD: usize = 700;

/// Where the first sentence ends. Where breaks were lost, a stop may have been lost with them: a closing mark before
/// `M. Untel` or an article with a capital ends it as well.
fn first_sentence(raw: &str, span: Span) -> Option<u32> {
    const OPENERS: [&str; 16] =
        ["M.", "Mme", "Le", "La", "Les", "Un", "Une", "Il", "Elle", "Selon", "Dans", "The", "A", "Mr", "Mr.", "Mrs"];
    let looked_at = Span::new(span.start as usize, raw.floor_char_boundary((span.start as usize + LEAD + 300).min(span.end as usize)));
    let mut end = text::sentences(raw, looked_at).first()?.end;
    let text = Span { start: span.start, end }.slice(raw);
    let glued = text.char_indices().find(|&(at, c)| {
        let rest = &text[at + c.len_utf8()..];
        let closes = matches!(c, '»' | '”') || c == '"' && !text[..at].ends_with([' ', '\u{a0}', '\u{202f}']);
        closes && rest.starts_with(' ') && OPENERS.contains(&rest.split_whitespace().next().unwrap_or(""))
    });
    if let Some((at, c)) = glued {
        end = span.start + u32::try_from(at + c.len_utf8()).ok()?;
    }
    let length = (end - span.start) as usize;
    (end < span.end && (40..=LEAD).contains(&length)).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::metadata::{self, Fact};
    use expect_test::{Expect, expect};
    use proptest::prelude::*;

    fn check(raw: &str, expected: Expect) {
        check_with(raw, &Metadata::default(), expected);
    }

    /// Zones as `kind: text`, then the metadata that the page states.
    fn check_with(raw: &str, given: &Metadata, expected: Expect) {
        let zones = find(raw, given, &[]);
        holds_all(raw, &zones);
        let mut shown = String::new();
        for zone in &zones {
            let text = zone.span.slice(raw).trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\n', "⏎");
            let text = match text.char_indices().nth(60) {
                Some((at, _)) => format!("{}…", &text[..at]),
                None => text,
            };
            shown += &format!("{:?}: {text}\n", zone.kind);
        }
        let text = html::is_html(raw).then(|| crate::corpus::reading::of(raw, &zones));
        let found = metadata::find(raw, text.as_deref().unwrap_or(raw), &zones, Metadata::default(), "");
        for (name, fact) in [("outlet", &found.outlet), ("published", &found.published), ("updated", &found.updated)] {
            let Some(Fact { value, .. }) = fact else { continue };
            shown += &format!("  {name} = {value}\n");
        }
        for (name, facts) in [("author", &found.authors), ("agency", &found.agencies)] {
            for fact in facts {
                shown += &format!("  {name} = {}\n", fact.value);
            }
        }
        expected.assert_eq(&shown);
    }

    /// Zones are in order, apart, on boundaries, and hold every character that is not white space.
    fn holds_all(raw: &str, zones: &[Zone]) {
        let mut at = 0;
        for zone in zones {
            assert!(zone.span.start >= at, "zones are in order and apart");
            assert!(!zone.span.is_empty(), "no zone is empty");
            assert!(raw[at as usize..zone.span.start as usize].trim().is_empty(), "nothing is left out");
            assert_eq!(zone.span.trim(raw), zone.span, "no white space at the edges");
            at = zone.span.end;
        }
        assert!(raw[at as usize..].trim().is_empty(), "nothing is left out at the end");
    }

    #[test]
    fn a_regional_daily_loses_its_menus_links_and_footer() {
        check(
            r##"Nous utilisons des cookies pour améliorer votre expérience. En poursuivant votre navigation, vous acceptez leur dépôt.
Tout accepter
Tout refuser
La Gazette du Val
Menu
Accueil
Faits divers
Sports
Sorties
Accueil > Faits divers
Incendie à Montreval : une usine de bois ravagée, trois ouvriers blessés
Le feu s’est déclaré vers 5 h dans l’atelier de découpe de la scierie Bertin. Soixante pompiers ont lutté toute la matinée.
Par Claire Vasseur et Luc Mandrin
Publié le 12 mars 2021 à 14h05 | Mis à jour le 12 mars 2021 à 18h30
Temps de lecture : 3 min
Partager sur Facebook
Partager sur Twitter
Un panache de fumée visible à dix kilomètres. © Photo La Gazette, Anne Rey
Il était un peu plus de 5 heures, vendredi, quand un voisin a donné l’alerte. « Les flammes sortaient du toit », raconte Michel Pradier, retraité, qui habite en face de la scierie.
À lire aussi
Scierie Bertin : un plan social évité de justesse en 2019
Le préfet du Val, Hélène Roussin, s’est rendue sur place à 9 heures. Elle a salué « le courage des secours » et demandé aux habitants de garder leurs fenêtres fermées jusqu’au soir.
Une enquête ouverte
La gendarmerie de Montreval a été chargée de l’enquête. La piste accidentelle est privilégiée, selon le parquet, mais aucune hypothèse n’est écartée pour le moment.
L’usine emploie 84 personnes. La direction n’a pas souhaité s’exprimer.
Sur le même sujet
Montreval : la rocade fermée jusqu’à lundi
Pompiers : le centre de secours manque de volontaires
Les plus lus
Un chien sauvé des eaux à Brissac
Météo : alerte orange pour le vent
Votre quartier en photos
0 commentaire
Connectez-vous pour commenter
Mentions légales
Contact
© 2021 La Gazette du Val - Tous droits réservés
"##,
            expect![[r#"
    Boilerplate: Nous utilisons des cookies pour améliorer votre expérience. …
    Boilerplate: Tout accepter
    Boilerplate: Tout refuser
    Boilerplate: La Gazette du Val
    Boilerplate: Menu
    Boilerplate: Accueil
    Boilerplate: Faits divers
    Boilerplate: Sports
    Boilerplate: Sorties
    Section: Accueil > Faits divers
    Title: Incendie à Montreval : une usine de bois ravagée, trois ouvr…
    Lead: Le feu s’est déclaré vers 5 h dans l’atelier de découpe de l…
    Byline: Par Claire Vasseur et Luc Mandrin
    Date: Publié le 12 mars 2021 à 14h05 | Mis à jour le 12 mars 2021 …
    Boilerplate: Temps de lecture : 3 min
    Boilerplate: Partager sur Facebook
    Boilerplate: Partager sur Twitter
    Caption: Un panache de fumée visible à dix kilomètres.
    Credit: © Photo La Gazette, Anne Rey
    Body: Il était un peu plus de 5 heures, vendredi, quand un voisin …
    Related: À lire aussi
    Related: Scierie Bertin : un plan social évité de justesse en 2019
    Body: Le préfet du Val, Hélène Roussin, s’est rendue sur place à 9…
    Heading: Une enquête ouverte
    Body: La gendarmerie de Montreval a été chargée de l’enquête. La p…
    Body: L’usine emploie 84 personnes. La direction n’a pas souhaité …
    Related: Sur le même sujet
    Related: Montreval : la rocade fermée jusqu’à lundi
    Related: Pompiers : le centre de secours manque de volontaires
    Related: Les plus lus
    Related: Un chien sauvé des eaux à Brissac
    Related: Météo : alerte orange pour le vent
    Related: Votre quartier en photos
    Boilerplate: 0 commentaire
    Boilerplate: Connectez-vous pour commenter
    Boilerplate: Mentions légales
    Boilerplate: Contact
    Boilerplate: © 2021 La Gazette du Val - Tous droits réservés
      outlet = La Gazette du Val
      published = 2021-03-12T14:05
      updated = 2021-03-12T18:30
      author = Claire Vasseur
      author = Luc Mandrin
"#]],
        );
    }

    #[test]
    fn an_english_page_reads_like_a_french_one() {
        check(
            r##"The Harbour Herald | Local News

Ferry runs aground off Kelling; 42 passengers rescued

By Sarah Whitlock
March 3, 2021 at 2:05 pm

Share this article

A passenger ferry ran aground in thick fog on Wednesday morning, forcing the rescue of 42 people, the coast guard said.

The vessel, the Maid of Kelling, struck a sandbank shortly after 7 a.m. No one was seriously hurt, although two passengers were treated for mild hypothermia at St. Anne's Hospital.

"We heard a terrible grinding noise and then everything stopped," said Tom Ayers, a commuter.

Read also: Harbour authority warned about buoys last year

The operator, Northline, said it had launched an investigation. Services are expected to resume on Friday, according to a statement.

Most read

Council votes to close library
Five things to do this weekend

Sign up for our newsletter

Your email address will never be shared.

© 2021 The Harbour Herald. All rights reserved.
"##,
            expect![[r#"
    Boilerplate: The Harbour Herald | Local News
    Title: Ferry runs aground off Kelling; 42 passengers rescued
    Byline: By Sarah Whitlock
    Date: March 3, 2021 at 2:05 pm
    Boilerplate: Share this article
    Lead: A passenger ferry ran aground in thick fog on Wednesday morn…
    Body: The vessel, the Maid of Kelling, struck a sandbank shortly a…
    Body: "We heard a terrible grinding noise and then everything stop…
    Related: Read also: Harbour authority warned about buoys last year
    Body: The operator, Northline, said it had launched an investigati…
    Related: Most read
    Related: Council votes to close library
    Related: Five things to do this weekend
    Boilerplate: Sign up for our newsletter
    Boilerplate: Your email address will never be shared.
    Boilerplate: © 2021 The Harbour Herald. All rights reserved.
      outlet = The Harbour Herald
      published = 2021-03-03T14:05
      author = Sarah Whitlock
"#]],
        );
    }

    #[test]
    fn markdown_keeps_its_marks_and_front_matter_is_markup() {
        check(
            "\u{feff}---\r\ntitle: \"Grève des éboueurs : la ville cherche une issue\"\r\nauthor: Nadia Kern\r\ndate: 2022-05-17\r\nsource: Le Courrier du Port\r\ntags: [grève, ville]\r\n---\r\n\r\n# Grève des éboueurs : la ville cherche une issue\r\n\r\n*Le conflit dure depuis neuf jours. Une réunion est prévue mercredi.*\r\n\r\nLes poubelles s’entassent dans le centre. Mardi, le maire, Paul Astier, a reçu les syndicats pendant deux heures sans parvenir à un accord.\r\n\r\n## Un accord en vue ?\r\n\r\nLa CGT réclame 120 euros de plus par mois. « Nous sommes prêts à discuter », a déclaré Jeanne Morvan.\r\n\r\n> « Nous attendons des actes. »\r\n\r\nLire aussi : [Neuf jours sans collecte](https://exemple.fr/grève)\r\n",
            expect![[r#"
            Markup: 
            Markup: ---⏎title: "Grève des éboueurs : la ville cherche une issue"…
            Byline: Nadia Kern
            Markup: date:
            Date: 2022-05-17
            Markup: source: Le Courrier du Port⏎tags: [grève, ville]⏎---
            Title: # Grève des éboueurs : la ville cherche une issue
            Lead: *Le conflit dure depuis neuf jours. Une réunion est prévue m…
            Body: Les poubelles s’entassent dans le centre. Mardi, le maire, P…
            Heading: ## Un accord en vue ?
            Body: La CGT réclame 120 euros de plus par mois. « Nous sommes prê…
            Body: > « Nous attendons des actes. »
            Related: Lire aussi : [Neuf jours sans collecte](https://exemple.fr/g…
              outlet = Le Courrier du Port
              published = 2022-05-17
              author = Nadia Kern
        "#]],
        );
    }

    #[test]
    fn two_paragraphs_are_two_paragraphs() {
        check(
            r##"La mairie de Saint-Brice a décidé mardi de fermer le pont du Moulin aux camions de plus de sept tonnes. Les travaux dureront six mois.

Le maire a promis une déviation. « Personne ne sera oublié », a-t-il dit devant une centaine d’habitants réunis dans la salle des fêtes.
"##,
            expect![[r#"
    Body: La mairie de Saint-Brice a décidé mardi de fermer le pont du…
    Body: Le maire a promis une déviation. « Personne ne sera oublié »…
"#]],
        );
    }

    #[test]
    fn one_line_still_has_title_names_date_lead_and_body() {
        check(
            r##"Séisme au large de Tarvo : au moins 12 morts Par Elsa Brun Publié le 4 juin 2019 à 08h12 Mis à jour le 4 juin 2019 à 11h40 Un séisme de magnitude 6,8 a frappé mardi la côte ouest de Tarvo, faisant au moins douze morts, ont annoncé les autorités. L’épicentre se situe à 40 km au large, selon l’institut de géophysique. "Nous craignons que le bilan ne s’alourdisse", a déclaré le ministre de l’Intérieur, M. Anton Vell. Plusieurs routes sont coupées et les secours progressent difficilement dans les villages de montagne. Une alerte au tsunami a été levée dans la matinée. La Croix-Rouge a dépêché deux équipes. Lire aussi : Tarvo, une île sous tension
"##,
            expect![[r#"
    Title: Séisme au large de Tarvo : au moins 12 morts
    Byline: Par Elsa Brun
    Date: Publié le 4 juin 2019 à 08h12
    Date: Mis à jour le 4 juin 2019 à 11h40
    Lead: Un séisme de magnitude 6,8 a frappé mardi la côte ouest de T…
    Body: L’épicentre se situe à 40 km au large, selon l’institut de g…
    Related: Lire aussi : Tarvo, une île sous tension
      published = 2019-06-04T08:12
      updated = 2019-06-04T11:40
      author = Elsa Brun
"#]],
        );
    }

    #[test]
    fn a_dispatch_in_one_line_has_a_lead() {
        check(
            r##"LIMOUX, 3 fév 2018 (AFP) - Une centaine d'agriculteurs ont bloqué samedi matin l'accès à la plateforme logistique de Limoux (Aude) pour protester contre la baisse des prix, a constaté un journaliste de l'AFP. "On ne lâchera rien", a lancé Marc Roque, président du syndicat local, devant une vingtaine de tracteurs. La préfecture a appelé au calme et proposé une réunion lundi. Le blocage a été levé vers 13H00. Les manifestants ont distribué du lait aux automobilistes et prévenu qu'ils reviendraient "chaque semaine" si rien ne change. La direction du site n'a pas souhaité réagir. Selon la chambre d'agriculture, le prix payé aux producteurs a baissé de 12% en un an.
"##,
            expect![[r#"
    Lead: LIMOUX, 3 fév 2018 (AFP) - Une centaine d'agriculteurs ont b…
    Body: "On ne lâchera rien", a lancé Marc Roque, président du syndi…
      published = 2018-02-03
      agency = AFP
"#]],
        );
    }

    #[test]
    fn an_offer_in_the_middle_does_not_end_the_article() {
        check(
            r##"Politique

Retraites : le Sénat vote l'article 7 dans la nuit

AFP

Publié le 09/03/2023 à 06:12, mis à jour le 09/03/2023 à 07:45

Écouter l'article

Copier le lien

Le président du groupe à la tribune, le 8 mars. JACQUES MARTEL / AGENCE FOCALE

Par 201 voix contre 115, les sénateurs ont adopté le report de l'âge légal après une séance tendue.

La suite après cette publicité

Le vote est intervenu peu après minuit. La gauche a multiplié les rappels au règlement, dénonçant « un passage en force ».

Une séance houleuse

« C'est un déni de démocratie », a lancé la sénatrice Lise Aubert. Le ministre a répondu que « le débat a eu lieu ».

Il restait mercredi soir plus de mille amendements à examiner. Le gouvernement a demandé le vote bloqué, une procédure rarement employée.

Newsletter
La Matinale
Chaque matin, l'essentiel de l'actualité
S'inscrire

La commission mixte paritaire doit se réunir mercredi prochain. D'ici là, l'intersyndicale appelle à une nouvelle journée de mobilisation samedi.

Les syndicats espèrent réunir un million de personnes dans les rues. La SNCF prévoit un trafic très perturbé sur l'ensemble du territoire.

Jean Dalmas (avec AFP)

Voir les commentaires

Réagir

Contenus sponsorisés

Cette montre connectée fait fureur chez les seniors
"##,
            expect![[r#"
    Section: Politique
    Title: Retraites : le Sénat vote l'article 7 dans la nuit
    Byline: AFP
    Date: Publié le 09/03/2023 à 06:12, mis à jour le 09/03/2023 à 07:…
    Boilerplate: Écouter l'article
    Boilerplate: Copier le lien
    Caption: Le président du groupe à la tribune, le 8 mars.
    Credit: JACQUES MARTEL / AGENCE FOCALE
    Lead: Par 201 voix contre 115, les sénateurs ont adopté le report …
    Boilerplate: La suite après cette publicité
    Body: Le vote est intervenu peu après minuit. La gauche a multipli…
    Heading: Une séance houleuse
    Body: « C'est un déni de démocratie », a lancé la sénatrice Lise A…
    Body: Il restait mercredi soir plus de mille amendements à examine…
    Boilerplate: Newsletter
    Boilerplate: La Matinale
    Boilerplate: Chaque matin, l'essentiel de l'actualité
    Boilerplate: S'inscrire
    Body: La commission mixte paritaire doit se réunir mercredi procha…
    Body: Les syndicats espèrent réunir un million de personnes dans l…
    Byline: Jean Dalmas (avec AFP)
    Boilerplate: Voir les commentaires
    Boilerplate: Réagir
    Related: Contenus sponsorisés
    Related: Cette montre connectée fait fureur chez les seniors
      published = 2023-03-09T06:12
      updated = 2023-03-09T07:45
      author = Jean Dalmas
      agency = AFP
"#]],
        );
    }

    #[test]
    fn lines_broken_at_a_width_are_joined() {
        check(
            r##"Inondations : le village de Cormeil isolé depuis deux jours

La crue de la Verne a coupé les deux routes qui mènent au village de
Cormeil. Environ 300 habitants sont ravitaillés par bateau depuis
jeudi matin, a indiqué la préfecture.

Le niveau de l'eau devrait baisser dans la nuit. "On a connu pire en
1994", assure le maire, Denis Oudin, qui a ouvert la salle des fêtes
aux sinistrés. Les écoles resteront fermées jusqu'à lundi au moins, a
précisé le rectorat dans un communiqué diffusé vendredi en fin de
matinée.
"##,
            expect![[r#"
    Title: Inondations : le village de Cormeil isolé depuis deux jours
    Lead: La crue de la Verne a coupé les deux routes qui mènent au vi…
    Body: Le niveau de l'eau devrait baisser dans la nuit. "On a connu…
"#]],
        );
    }

    #[test]
    fn short_paragraphs_without_blank_lines_stand_alone() {
        check(
            r##"Le musée rouvre ses portes
Après deux ans de travaux, le musée des Beaux-Arts de Lorval rouvre samedi. La visite sera gratuite tout le week-end.
Plus de 400 œuvres ont été restaurées. La directrice, Anne Feyel, attend 10 000 visiteurs.
Le chantier a coûté 12 millions d'euros.
"##,
            expect![[r#"
    Title: Le musée rouvre ses portes
    Lead: Après deux ans de travaux, le musée des Beaux-Arts de Lorval…
    Body: Plus de 400 œuvres ont été restaurées. La directrice, Anne F…
    Body: Le chantier a coûté 12 millions d'euros.
"#]],
        );
    }

    #[test]
    fn tags_are_markup_and_the_text_between_makes_lines() {
        check(
            r##"<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><title>Pont fermé : la colère monte | Le Messager</title>
<meta property="og:site_name" content="Le Messager">
<script>var a = "<p>pas du texte</p>";</script><style>p{color:red}</style></head>
<body class="has-sidebar newsletter">
<header><a href="/">Le Messager</a><nav><ul><li><a href="/">Accueil</a></li><li><a href="/s">Sports</a></li></ul></nav></header>
<main><article>
<h1>Pont fermé : la colère monte à Saint-Brice</h1>
<p class="chapo">Les artisans dénoncent une décision prise &laquo;&nbsp;sans concertation&nbsp;&raquo;.</p>
<div class="meta">Par <a class="author" href="/jm">Julie Maret</a> — <time datetime="2020-09-14T18:00">14 septembre 2020 à 18h00</time></div>
<figure><img src="a.jpg" alt="Le pont"><figcaption>Le pont du Moulin, lundi. <span class="credit">© Jean Roy</span></figcaption></figure>
<p>Ils étaient une <strong>cinquantaine</strong>, lundi, devant la mairie de Saint-Brice. Plombiers, maçons et livreurs demandent la réouverture du pont.</p>
<h2>Un détour de 20 km</h2>
<p>&laquo;&nbsp;C’est une heure perdue chaque jour&nbsp;&raquo;, résume <em>Karim Bey</em>, chauffagiste.<br>La mairie promet une réponse avant la fin du mois.</p>
<div class="related"><h3>À lire aussi</h3><ul><li><a href="/x">Le pont du Moulin fermé aux camions</a></li></ul></div>
<p>Une nouvelle réunion est prévue le 21 septembre en présence de la préfète, a indiqué le cabinet du maire dans un communiqué.</p>
</article></main>
<aside><h2>Les plus lus</h2><p>Un long résumé d'un autre article qui n'a rien à voir avec celui-ci et qui ne doit pas compter.</p></aside>
<footer><p>© 2020 Le Messager</p></footer>
<!-- fin --></body></html>
"##,
            expect![[r#"
    Markup: <!DOCTYPE html>⏎<html lang="fr"><head><meta charset="utf-8">…
    Boilerplate: Le Messager
    Markup: </a><nav><ul><li><a href="/">
    Boilerplate: Accueil
    Markup: </a></li><li><a href="/s">
    Boilerplate: Sports
    Markup: </a></li></ul></nav></header>⏎<main><article>⏎<h1>
    Title: Pont fermé : la colère monte à Saint-Brice
    Markup: </h1>⏎<p class="chapo">
    Lead: Les artisans dénoncent une décision prise &laquo;&nbsp;sans …
    Markup: </p>⏎<div class="meta">
    Byline: Par
    Markup: <a class="author" href="/jm">
    Byline: Julie Maret
    Markup: </a>
    Date: —
    Markup: <time datetime="2020-09-14T18:00">
    Date: 14 septembre 2020 à 18h00
    Markup: </time></div>⏎<figure><img src="a.jpg" alt="Le pont"><figcap…
    Caption: Le pont du Moulin, lundi.
    Markup: <span class="credit">
    Credit: © Jean Roy
    Markup: </span></figcaption></figure>⏎<p>
    Body: Ils étaient une
    Markup: <strong>
    Body: cinquantaine
    Markup: </strong>
    Body: , lundi, devant la mairie de Saint-Brice. Plombiers, maçons …
    Markup: </p>⏎<h2>
    Heading: Un détour de 20 km
    Markup: </h2>⏎<p>
    Body: &laquo;&nbsp;C’est une heure perdue chaque jour&nbsp;&raquo;…
    Markup: <em>
    Body: Karim Bey
    Markup: </em>
    Body: , chauffagiste.
    Markup: <br>
    Body: La mairie promet une réponse avant la fin du mois.
    Markup: </p>⏎<div class="related"><h3>
    Related: À lire aussi
    Markup: </h3><ul><li><a href="/x">
    Related: Le pont du Moulin fermé aux camions
    Markup: </a></li></ul></div>⏎<p>
    Body: Une nouvelle réunion est prévue le 21 septembre en présence …
    Markup: </p>⏎</article></main>⏎<aside><h2>
    Boilerplate: Les plus lus
    Markup: </h2><p>
    Boilerplate: Un long résumé d'un autre article qui n'a rien à voir avec c…
    Markup: </p></aside>⏎<footer><p>
    Boilerplate: © 2020 Le Messager
    Markup: </p></footer>⏎<!-- fin --></body></html>
      outlet = Le Messager
      published = 2020-09-14T18:00
      author = Julie Maret
"#]],
        );
    }

    #[test]
    fn an_export_states_its_facts_above_the_text() {
        check(
            r##"Titre : Hausse des loyers à Lormont
Source : Le Quotidien de l'Ouest
Date : 14 janvier 2020
Auteur : Marc Even

Les loyers ont augmenté de 3 % en un an, selon l'observatoire local. La hausse touche surtout le centre.

Les associations réclament un encadrement. La mairie étudie la question et rendra un avis en mars.
"##,
            expect![[r#"
    Markup: Titre :
    Title: Hausse des loyers à Lormont
    Markup: Source : Le Quotidien de l'Ouest⏎Date :
    Date: 14 janvier 2020
    Markup: Auteur :
    Byline: Marc Even
    Lead: Les loyers ont augmenté de 3 % en un an, selon l'observatoir…
    Body: Les associations réclament un encadrement. La mairie étudie …
      outlet = Le Quotidien de l'Ouest
      published = 2020-01-14
      author = Marc Even
"#]],
        );
    }

    #[test]
    fn a_given_title_is_looked_for_and_never_invented() {
        let given = |title: &str| Metadata { title: Some(Fact::given(title.to_owned())), ..Metadata::default() };
        let raw = "Rubrique du matin et du soir\nLe pont est fermé\nLe pont du Moulin est fermé aux camions depuis mardi.\nLes travaux dureront six mois.";
        check_with(
            raw,
            &given("LE PONT EST FERMÉ"),
            expect![[r#"
            Boilerplate: Rubrique du matin et du soir
            Title: Le pont est fermé
            Lead: Le pont du Moulin est fermé aux camions depuis mardi.
            Body: Les travaux dureront six mois.
        "#]],
        );
        check_with(
            raw,
            &given("Un autre titre"),
            expect![[r#"
            Title: Rubrique du matin et du soir
            Section: Le pont est fermé
            Lead: Le pont du Moulin est fermé aux camions depuis mardi.
            Body: Les travaux dureront six mois.
        "#]],
        );
        check_with(
            "Le pont est fermé Le pont du Moulin est fermé aux camions depuis mardi.",
            &given("Le pont est fermé"),
            expect![[r#"
            Title: Le pont est fermé
            Body: Le pont du Moulin est fermé aux camions depuis mardi.
        "#]],
        );
    }

    #[test]
    fn accents_apart_and_narrow_spaces_change_nothing() {
        check(
            "Le conseil vote l\u{2019}e\u{301}cole unique\r\nPublie\u{301} le\u{202f}3 fe\u{301}vrier\u{a0}2020 a\u{300} 10\u{202f}h\u{202f}30\r\n\r\nLe conseil municipal a vote\u{301} lundi la cre\u{301}ation d\u{2019}une e\u{301}cole unique.\r\n\r\nA\u{300} lire aussi\r\nL\u{2019}e\u{301}cole en travaux",
            expect![[r#"
                Title: Le conseil vote l’école unique
                Date: Publié le 3 février 2020 à 10 h 30
                Body: Le conseil municipal a voté lundi la création d’une école…
                Related: À lire aussi
                Related: L’école en travaux
                  published = 2020-02-03T10:30
            "#]],
        );
    }

    #[test]
    fn a_text_that_is_all_furniture_is_still_an_article() {
        for raw in ["Partager", "Commentaires\nNewsletter", "12", "…", "https://exemple.fr/a"] {
            let zones = find(raw, &Metadata::default(), &[]);
            assert!(zones.iter().any(|zone| zone.kind.is_article()), "{raw}");
        }
    }

    proptest! {
        #[test]
        fn zones_hold_every_character(raw in "(?s)([a-zé«».?!:©<>/#\"\u{a0}\u{feff}\r\n-]{0,12}|À lire aussi|\n|Par Luc Roy|Publié le 3 mars 2021|---|<p>|<!--|Image|date 2021-10 |\n\n){0,24}") {
            holds_all(&raw, &find(&raw, &Metadata::default(), &[]));
        }

        #[test]
        fn zones_hold_every_character_of_html(raw in "<html>(<(/?)(p|div|article|h1|a|b|script|br|nav|li)( class=\"?(author|date|related|x)\"?)?>|[a-z&;<>\"' é.]{0,8}|<!--|-->){0,30}") {
            holds_all(&raw, &find(&raw, &Metadata::default(), &[]));
        }
    }
}
