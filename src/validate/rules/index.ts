import type { Rule } from "../rule.ts";
import afestConditions from "./afest-conditions.ts";
import beneficiaireAgeMinimum from "./beneficiaire-age-minimum.ts";
import certificationDeLaFiche from "./certification-de-la-fiche.ts";
import certificationEligible from "./certification-eligible.ts";
import contratCcnEnseignement from "./contrat-ccn-enseignement.ts";
import contratCdiAvenant from "./contrat-cdi-avenant.ts";
import contratDatesOrdonnees from "./contrat-dates-ordonnees.ts";
import contratDocumentAnnexe from "./contrat-document-annexe.ts";
import contratDureeMaximale from "./contrat-duree-maximale.ts";
import contratEntreprisesAccueil from "./contrat-entreprises-accueil.ts";
import contratFenetre from "./contrat-fenetre.ts";
import contratInterneService from "./contrat-interne-service.ts";
import contratPartEnseignement from "./contrat-part-enseignement.ts";
import contratProjetAccepte from "./contrat-projet-accepte.ts";
import contratRenouvellement from "./contrat-renouvellement.ts";
import contratRuptureMotivee from "./contrat-rupture-motivee.ts";
import contratRuptureNotifiee from "./contrat-rupture-notifiee.ts";
import contratTroisModalites from "./contrat-trois-modalites.ts";
import datesOrdonnees from "./dates-ordonnees.ts";
import departementConnu from "./departement-connu.ts";
import depenseAvoir from "./depense-avoir.ts";
import depenseComposante from "./depense-composante.ts";
import depenseFacture from "./depense-facture.ts";
import depensePlafond from "./depense-plafond.ts";
import distanceConditions from "./distance-conditions.ts";
import dossierFicheConnue from "./dossier-fiche-connue.ts";
import dossierIdentifiantUnique from "./dossier-identifiant-unique.ts";
import dossierPlafondNational from "./dossier-plafond-national.ts";
import dossierPlafondParcours from "./dossier-plafond-parcours.ts";
import entrepriseDroitPrive from "./entreprise-droit-prive.ts";
import entrepriseNaf from "./entreprise-naf.ts";
import entrepriseSiret from "./entreprise-siret.ts";
import facturePartagee from "./facture-partagee.ts";
import faitAVenir from "./fait-a-venir.ts";
import ficheBesoinNiveau from "./fiche-besoin-niveau.ts";
import ficheCalendrier from "./fiche-calendrier.ts";
import ficheCertificationEligible from "./fiche-certification-eligible.ts";
import ficheCoutPlafonds from "./fiche-cout-plafonds.ts";
import ficheCritereComplet from "./fiche-critere-complet.ts";
import ficheDureeMaximale from "./fiche-duree-maximale.ts";
import ficheInstructionCoherente from "./fiche-instruction-coherente.ts";
import ficheNotification from "./fiche-notification.ts";
import ficheOrganismeQualiopi from "./fiche-organisme-qualiopi.ts";
import fichePartenaireEngagement from "./fiche-partenaire-engagement.ts";
import fichePorteurType from "./fiche-porteur-type.ts";
import ficheRejetImplicite from "./fiche-rejet-implicite.ts";
import ficheSiret from "./fiche-siret.ts";
import ficheZoneCodes from "./fiche-zone-codes.ts";
import financementCumul from "./financement-cumul.ts";
import montantCentimes from "./montant-centimes.ts";
import naissancePlausible from "./naissance-plausible.ts";
import opcoCoherent from "./opco-coherent.ts";
import phaseAccompagnementAvantContrat from "./phase-accompagnement-avant-contrat.ts";
import phaseAdequation from "./phase-adequation.ts";
import phaseDiagnostic from "./phase-diagnostic.ts";
import phaseEcarts from "./phase-ecarts.ts";
import phaseEvaluationsFormation from "./phase-evaluations-formation.ts";
import phaseEvaluationsRegulieres from "./phase-evaluations-regulieres.ts";
import phaseJuryBlocs from "./phase-jury-blocs.ts";
import phaseJuryCcn from "./phase-jury-ccn.ts";
import phaseJuryRecevable from "./phase-jury-recevable.ts";
import phaseRecevabiliteAnnuelle from "./phase-recevabilite-annuelle.ts";
import phaseRecevabiliteApresConclusion from "./phase-recevabilite-apres-conclusion.ts";
import phaseSortie from "./phase-sortie.ts";
import phaseTransmissionOpco from "./phase-transmission-opco.ts";
import publicPrioritaire from "./public-prioritaire.ts";
import tuteurCharge from "./tuteur-charge.ts";
import tuteurDesigne from "./tuteur-designe.ts";
import tuteurFormationHeures from "./tuteur-formation-heures.ts";
import tuteurQualifie from "./tuteur-qualifie.ts";
import versementDepasse from "./versement-depasse.ts";

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
];

/** Every rule, once. The list is explicit: a bundle has no folder to read, and a test checks that none is forgotten. */
export const rules: readonly Rule[] = themes.flatMap((theme) => theme.rules);
