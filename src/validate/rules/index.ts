import type { Rule } from "../rule.ts";
import afestApprenants from "./afest/afest-apprenants.ts";
import afestConditions from "./afest/afest-conditions.ts";
import afestSeanceDuree from "./afest/afest-seance-duree.ts";
import seanceReflexive from "./afest/seance-reflexive.ts";
import bilanCommunication from "./bilan_competences/bilan-communication.ts";
import bilanPrestataire from "./bilan_competences/bilan-prestataire.ts";
import datesOrdonnees from "./commun/dates-ordonnees.ts";
import demarcheDates from "./commun/demarche-dates.ts";
import departementConnu from "./commun/departement-connu.ts";
import dossierIdentifiantUnique from "./commun/dossier-identifiant-unique.ts";
import entrepriseNaf from "./commun/entreprise-naf.ts";
import entrepriseSiret from "./commun/entreprise-siret.ts";
import faitAVenir from "./commun/fait-a-venir.ts";
import montantCentimes from "./commun/montant-centimes.ts";
import naissancePlausible from "./commun/naissance-plausible.ts";
import contratDatesOrdonnees from "./contrat_pro/contrat-dates-ordonnees.ts";
import contratDocumentAnnexe from "./contrat_pro/contrat-document-annexe.ts";
import contratRenouvellement from "./contrat_pro/contrat-renouvellement.ts";
import contratRuptureMotivee from "./contrat_pro/contrat-rupture-motivee.ts";
import contratRuptureNotifiee from "./contrat_pro/contrat-rupture-notifiee.ts";
import entrepriseDroitPrive from "./contrat_pro/entreprise-droit-prive.ts";
import phaseAdequation from "./contrat_pro/phase-adequation.ts";
import phaseTransmissionOpco from "./contrat_pro/phase-transmission-opco.ts";
import publicPrioritaire from "./contrat_pro/public-prioritaire.ts";
import tuteurCharge from "./contrat_pro/tuteur-charge.ts";
import tuteurDesigne from "./contrat_pro/tuteur-designe.ts";
import tuteurFormationHeures from "./contrat_pro/tuteur-formation-heures.ts";
import tuteurQualifie from "./contrat_pro/tuteur-qualifie.ts";
import experimentalAlternance from "./contrat_pro_experimental/experimental-alternance.ts";
import experimentalDuree from "./contrat_pro_experimental/experimental-duree.ts";
import experimentalFenetre from "./contrat_pro_experimental/experimental-fenetre.ts";
import experimentalFormateur from "./contrat_pro_experimental/experimental-formateur.ts";
import experimentalHeuresMinimum from "./contrat_pro_experimental/experimental-heures-minimum.ts";
import experimentalPartEnseignement from "./contrat_pro_experimental/experimental-part-enseignement.ts";
import experimentalPublic from "./contrat_pro_experimental/experimental-public.ts";
import experimentalValidationAvant from "./contrat_pro_experimental/experimental-validation-avant.ts";
import bilanCompetenceConnue from "./referentiel/bilan-competence-connue.ts";
import moduleCompetenceConnue from "./referentiel/module-competence-connue.ts";
import moduleSequence from "./referentiel/module-sequence.ts";
import referentielCompetencesNombre from "./referentiel/referentiel-competences-nombre.ts";
import referentielCouverture from "./referentiel/referentiel-couverture.ts";
import referentielDispense from "./referentiel/referentiel-dispense.ts";
import referentielEvaluationAdaptee from "./referentiel/referentiel-evaluation-adaptee.ts";
import referentielFormulation from "./referentiel/referentiel-formulation.ts";
import phaseJuryBlocs from "./vae/phase-jury-blocs.ts";
import phaseJuryRecevable from "./vae/phase-jury-recevable.ts";
import beneficiaireAgeMinimum from "./vae_inversee/beneficiaire-age-minimum.ts";
import certificationDeLaFiche from "./vae_inversee/certification-de-la-fiche.ts";
import certificationEligible from "./vae_inversee/certification-eligible.ts";
import contratCcnEnseignement from "./vae_inversee/contrat-ccn-enseignement.ts";
import contratCdiAvenant from "./vae_inversee/contrat-cdi-avenant.ts";
import contratDureeMaximale from "./vae_inversee/contrat-duree-maximale.ts";
import contratEntreprisesAccueil from "./vae_inversee/contrat-entreprises-accueil.ts";
import contratFenetre from "./vae_inversee/contrat-fenetre.ts";
import contratInterneService from "./vae_inversee/contrat-interne-service.ts";
import contratPartEnseignement from "./vae_inversee/contrat-part-enseignement.ts";
import contratProjetAccepte from "./vae_inversee/contrat-projet-accepte.ts";
import contratTroisModalites from "./vae_inversee/contrat-trois-modalites.ts";
import depenseAvoir from "./vae_inversee/depense-avoir.ts";
import depenseComposante from "./vae_inversee/depense-composante.ts";
import depenseFacture from "./vae_inversee/depense-facture.ts";
import depensePlafond from "./vae_inversee/depense-plafond.ts";
import distanceConditions from "./vae_inversee/distance-conditions.ts";
import dossierFicheConnue from "./vae_inversee/dossier-fiche-connue.ts";
import dossierPlafondNational from "./vae_inversee/dossier-plafond-national.ts";
import dossierPlafondParcours from "./vae_inversee/dossier-plafond-parcours.ts";
import facturePartagee from "./vae_inversee/facture-partagee.ts";
import ficheBesoinNiveau from "./vae_inversee/fiche-besoin-niveau.ts";
import ficheCalendrier from "./vae_inversee/fiche-calendrier.ts";
import ficheCertificationEligible from "./vae_inversee/fiche-certification-eligible.ts";
import ficheCoutPlafonds from "./vae_inversee/fiche-cout-plafonds.ts";
import ficheCritereComplet from "./vae_inversee/fiche-critere-complet.ts";
import ficheDureeMaximale from "./vae_inversee/fiche-duree-maximale.ts";
import ficheInstructionCoherente from "./vae_inversee/fiche-instruction-coherente.ts";
import ficheNotification from "./vae_inversee/fiche-notification.ts";
import ficheOrganismeQualiopi from "./vae_inversee/fiche-organisme-qualiopi.ts";
import fichePartenaireEngagement from "./vae_inversee/fiche-partenaire-engagement.ts";
import fichePorteurType from "./vae_inversee/fiche-porteur-type.ts";
import ficheRejetImplicite from "./vae_inversee/fiche-rejet-implicite.ts";
import ficheSiret from "./vae_inversee/fiche-siret.ts";
import ficheZoneCodes from "./vae_inversee/fiche-zone-codes.ts";
import financementCumul from "./vae_inversee/financement-cumul.ts";
import opcoCoherent from "./vae_inversee/opco-coherent.ts";
import phaseAccompagnementAvantContrat from "./vae_inversee/phase-accompagnement-avant-contrat.ts";
import phaseDiagnostic from "./vae_inversee/phase-diagnostic.ts";
import phaseEcarts from "./vae_inversee/phase-ecarts.ts";
import phaseEvaluationsFormation from "./vae_inversee/phase-evaluations-formation.ts";
import phaseEvaluationsRegulieres from "./vae_inversee/phase-evaluations-regulieres.ts";
import phaseJuryCcn from "./vae_inversee/phase-jury-ccn.ts";
import phaseRecevabiliteAnnuelle from "./vae_inversee/phase-recevabilite-annuelle.ts";
import phaseRecevabiliteApresConclusion from "./vae_inversee/phase-recevabilite-apres-conclusion.ts";
import phaseSortie from "./vae_inversee/phase-sortie.ts";
import versementDepasse from "./vae_inversee/versement-depasse.ts";
import geiqVisites from "./vae_inversee_geiq/geiq-visites.ts";

/** The rules by what they are about, in the order in which they are explained. */
export const themes: readonly { titre: string; rules: readonly Rule[] }[] = [
  {
    titre: "Fiche projet",
    rules: [
      fichePorteurType,
      ficheSiret,
      ficheZoneCodes,
      ficheCritereComplet,
      ficheBesoinNiveau,
      ficheCertificationEligible,
      ficheDureeMaximale,
      ficheCoutPlafonds,
      ficheCalendrier,
      ficheInstructionCoherente,
      ficheNotification,
      ficheRejetImplicite,
      ficheOrganismeQualiopi,
      fichePartenaireEngagement,
    ],
  },
  {
    titre: "Contrat",
    rules: [
      contratFenetre,
      contratDureeMaximale,
      contratDatesOrdonnees,
      beneficiaireAgeMinimum,
      naissancePlausible,
      departementConnu,
      entrepriseDroitPrive,
      entrepriseSiret,
      entrepriseNaf,
      opcoCoherent,
      certificationEligible,
      certificationDeLaFiche,
      contratProjetAccepte,
      contratCdiAvenant,
      contratDocumentAnnexe,
      contratTroisModalites,
      contratPartEnseignement,
      contratCcnEnseignement,
      contratInterneService,
      contratEntreprisesAccueil,
      contratRenouvellement,
      contratRuptureMotivee,
      contratRuptureNotifiee,
      tuteurDesigne,
      tuteurQualifie,
      tuteurCharge,
      afestConditions,
      distanceConditions,
      publicPrioritaire,
    ],
  },
  {
    titre: "Phases",
    rules: [
      datesOrdonnees,
      faitAVenir,
      phaseDiagnostic,
      phaseEcarts,
      phaseAccompagnementAvantContrat,
      phaseRecevabiliteApresConclusion,
      phaseRecevabiliteAnnuelle,
      phaseTransmissionOpco,
      phaseAdequation,
      phaseEvaluationsRegulieres,
      phaseEvaluationsFormation,
      phaseJuryRecevable,
      phaseJuryCcn,
      phaseJuryBlocs,
      phaseSortie,
    ],
  },
  {
    titre: "Financement",
    rules: [
      montantCentimes,
      depenseComposante,
      depenseAvoir,
      depenseFacture,
      facturePartagee,
      depensePlafond,
      tuteurFormationHeures,
      financementCumul,
      versementDepasse,
    ],
  },
  {
    titre: "Dossier",
    rules: [dossierIdentifiantUnique, dossierFicheConnue, dossierPlafondParcours, dossierPlafondNational],
  },
  { titre: "Séances et démarches", rules: [geiqVisites, seanceReflexive, afestSeanceDuree, afestApprenants, demarcheDates] },
  {
    titre: "Référentiel métier",
    rules: [
      referentielCompetencesNombre,
      referentielFormulation,
      referentielCouverture,
      referentielDispense,
      referentielEvaluationAdaptee,
      moduleCompetenceConnue,
      moduleSequence,
      bilanCompetenceConnue,
    ],
  },
  {
    titre: "Contrat expérimental",
    rules: [
      experimentalFenetre,
      experimentalPublic,
      experimentalDuree,
      experimentalHeuresMinimum,
      experimentalPartEnseignement,
      experimentalAlternance,
      experimentalFormateur,
      experimentalValidationAvant,
    ],
  },
  { titre: "Bilan de compétences", rules: [bilanPrestataire, bilanCommunication] },
];

/** Every rule, once. The list is explicit: a bundle has no folder to read, and a test checks that none is forgotten. */
export const rules: readonly Rule[] = themes.flatMap((theme) => theme.rules);
