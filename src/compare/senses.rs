//! Words of news that mean nearly the same: what one account calls an arrest, another calls an apprehension.
//!
//! A small thesaurus of the verbs and nouns that any event is told with, French and English, one sense a line. It helps two
//! restatements meet, it never makes one alone. Words with several common meanings are deliberately left out, and so is
//! everything that belongs to one event.

/// One sense a line.
const SENSES: &str = "\
    tuer tué assassiner assassinat meurtre mort mourir décès décéder périr abattre
    blesser blessé blessure
    arrêter arrestation interpeller interpellation
    demander réclamer exiger appeler exhorter solliciter inciter inviter
    aider aide soutenir soutien assistance secourir coopérer coopération collaborer collaboration
    refuser refus rejeter rejet repousser décliner
    accepter approuver approbation adopter adoption valider
    augmenter augmentation hausse accroître croissance
    baisser baisse diminuer diminution reculer recul réduire réduction chuter chute
    interdire interdiction bannir prohiber bloquer blocage
    supprimer suppression retirer retrait effacer enlever
    rencontrer rencontre réunion réunir entretien
    visiter visite déplacement voyage
    incendie feu flammes brûler
    accident collision
    manifestation manifester manifestant protester protestation cortège
    grève gréviste débrayage
    élection scrutin vote voter élire
    entreprise firme compagnie société
    enquête enquêteur investigation
    procès juger jugement
    condamner condamnation écoper
    démission démissionner
    commencer débuter début démarrer
    finir terminer achever
    construire construction bâtir
    détruire destruction ravager dévaster
    inondation inonder crue submerger déborder débordement
    évacuer évacuation
    salarié employé travailleur ouvrier personnel
    acheter achat acquérir acquisition rachat racheter
    vendre vente céder cession
    fermer fermeture
    ouvrir ouverture
    craindre crainte peur redouter inquiétude inquiéter
    rapide rapidement immédiat immédiatement
    renforcer renforcement durcir durcissement
    loi législation législatif
    attentat attaque attaquer assaut
    internet web toile
    habitant riverain
    annuler annulation
    suspendre suspension interrompre interruption
    licencier licenciement
    embaucher embauche recruter recrutement
    gagner remporter victoire vainqueur triompher triomphe imposer
    nommer nomination désigner désignation
    dénoncer dénonciation critiquer
    nier démentir démenti contester
    libérer libération relâcher
    avertir avertissement alerter alerte prévenir
    autoriser autorisation permettre
    pénurie manquer manque
    exploser explosion
    effondrer effondrement écrouler écroulement
    naufrage chavirer sombrer
    disparaître disparition disparu
    sauver sauvetage
    reporter retarder retard ajourner
    voiture automobile véhicule
    navire bateau paquebot
    voler vol dérober cambriolage
    fuir fuite échapper
    protéger protection
    prix tarif coût
    pollution polluer contaminer contamination
    lutter lutte combattre combat
    souhaiter souhait espérer espoir désirer
    coordination coordonner concertation
    jeune jeunesse
    urgence urgent
    efficace efficacité efficacement
    danger dangereux menace menacer risque risquer
    patron dirigeant responsable directeur pdg
    pompier sapeur secouriste
    policier gendarme police gendarmerie
    médecin docteur praticien
    élève écolier lycéen étudiant
    professeur enseignant instituteur
    syndicat syndical syndicaliste intersyndicale
    patient malade
    juge magistrat
    jury juré
    coupable culpabilité
    prison détention incarcérer incarcération emprisonner emprisonnement réclusion écrouer
    défaite perdre
    marquer buteur
    entraîneur coach sélectionneur
    joueur footballeur
    rivière fleuve
    héberger hébergement reloger relogement
    logement habitation domicile maison
    quitter partir départ
    électricité courant électrique
    couper coupure panne priver
    ordure déchet poubelle détritus
    ramassage collecte ramasser collecter
    prime indemnité
    salaire rémunération paie
    emploi poste
    accord compromis entente
    signer signature parapher
    usine fabrique manufacture
    fabriquer fabrication produire production fabricant
    investir investissement injecter
    promettre promesse engager engagement
    accuser accusation reprocher reproche incriminer
    reconnaître avouer aveu admettre
    retrouver découvrir découverte
    chercher recherche rechercher
    retraite retraité
    famille proche
    train ferroviaire
    vaccin vaccination vacciner
    épidémie pandémie
    hôpital clinique hospitalier hospitaliser
    député parlementaire
    gouvernement exécutif
    maire mairie municipalité municipal
    préfet préfecture
    candidat candidature
    réforme réformer
    budget financier financement financer
    impôt taxe fiscal fiscalité
    chômage chômeur
    reprendre reprise redémarrer
    poursuivre continuer
    annoncer annonce révéler dévoiler
    discours allocution plaider plaidoyer
    inculper inculpation
    développer développement
    photo photographie cliché
    liberté libre
    sécurité sécuritaire sûreté
    violence violent
    rénover rénovation réhabilitation réfection
    circulation circuler trafic
    orage tempête ouragan cyclone
    pluie précipitation pleuvoir
    chaleur canicule caniculaire
    cadavre dépouille
    requérir réquisition réquisitoire
    délibérer délibéré
    diffuser diffusion propager propagation répandre
    empêcher éviter
    réagir réaction
    répondre réponse
    envoyer envoi expédier
    montrer illustrer
    utiliser utilisation usage employer
    échec échouer
    réussir réussite succès
    rejoindre rallier
    retour revenir
    arriver arrivée
    rouvrir réouverture
    expliquer explication
    proposer proposition
    décider décision
    choisir choix
    grave gravité gravement
    coûter dépenser dépense
    célébrer célébration fêter fête
    étranger international
    kill killed murder die died death dead
    injure injured wound wounded
    arrest detain detained
    ask demand request urge
    help aid support assist assistance
    refuse reject decline
    approve accept adopt
    rise increase grow growth
    drop decrease cut reduce
    ban prohibit block
    remove withdraw delete
    meet meeting talks
    visit trip
    fire blaze burn
    crash collision
    protest protester demonstrate demonstration rally
    strike walkout
    election vote ballot
    company firm
    inquiry investigation investigate probe
    convict sentence
    resign resignation quit
    begin start
    build construct construction
    destroy devastate
    flood flooding
    worker employee
    buy purchase acquire
    fear worry concern
    cancel scrap
    suspend halt
    hire recruit
    win victory
    appoint nominate
    deny dispute
    free release
    warn alert
    allow permit authorise
    shortage lack
    explode explosion blast
    collapse crumble
    rescue save
    delay postpone
    car vehicle
    ship boat vessel
    steal theft
    flee escape";

/// Each word with the place of its sense.
pub(crate) fn words() -> impl Iterator<Item = (u32, &'static str)> {
    (0..).zip(SENSES.lines()).flat_map(|(sense, line)| line.split_whitespace().map(move |word| (sense, word)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn a_word_has_one_sense_in_each_language() {
        let english = words().find(|(_, word)| *word == "kill").expect("the English part begins with it").0;
        let mut senses = BTreeMap::new();
        for (sense, word) in words() {
            assert_eq!(senses.insert((word, sense >= english), sense), None, "{word}");
        }
    }
}
