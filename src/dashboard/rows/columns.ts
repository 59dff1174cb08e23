import { isConclu, motifPrioritaire, type ParcoursConclu } from "../../dossier/faits.ts";
import type { FicheDocument, ParcoursDocument } from "../../dossier/load.ts";
import { departements } from "../../generated/nomenclatures.ts";
import type { Composante } from "../../generated/parcours.ts";
import { ageOn } from "../../words/dates.ts";
import type { Cents } from "../../words/money.ts";
import { bandeDe, NON_CONNU } from "../definition/nomenclature.ts";
import { sectionDe } from "../definition/secteurs.ts";
import { type Domaines, domaineDe, domainesDesFiches, texteNormal } from "./domaines.ts";
import { ancienneteMois, dureeMois, finParcours, phaseAtteinte, recevabiliteAu } from "./evenements.ts";
import type { Ligne } from "./ligne.ts";

/** What the funding of a parcours comes to, given by whoever computed it. */
export interface Couts {
  coutReel: Cents;
  forfait: Cents;
  composantes: Record<Composante, { depense: Cents; retenu: Cents }>;
}

/**
 * The rows of the dashboard, one a concluded parcours, in the order of the documents. A parcours is eligible when its costs are
 * given and no rule says otherwise; its domain is known when it is one of its fiche's, for any other words could be somebody's name.
 */
export function lignes(
  documents: readonly ParcoursDocument[],
  ineligibles: ReadonlyMap<string, readonly string[]>,
  couts: ReadonlyMap<string, Couts>,
  fiches: readonly FicheDocument[],
): Ligne[] {
  const domaines = domainesDesFiches(fiches);
  return documents.flatMap(({ file, data }, index) => {
    if (!isConclu(data)) return [];
    const cout = ineligibles.has(file) ? undefined : couts.get(file);
    return [
      {
        // Not the porteur's own identifier: two porteurs may use the same.
        id: String(index),
        eligible: cout !== undefined,
        ...duContrat(data, domaines),
        ...duBeneficiaire(data),
        ...deLEntreprise(data),
        ...deLIssue(data),
        ...desHeures(data),
        ...desCouts(cout),
      },
    ];
  });
}

function duContrat(parcours: ParcoursConclu, domaines: Domaines) {
  const { contrat, certification, phases } = parcours;
  const rupture = contrat.rupture?.le;
  const { jury } = phases.evaluation ?? {};
  return {
    conclu_le: contrat.conclu_le,
    duree: bandeDe("duree", dureeMois(parcours)),
    nature_contrat: contrat.nature,
    nature_certification: certification.nature,
    niveau: String(certification.niveau),
    domaine: domaineDe(parcours, domaines),
    certification: certification.code ?? texteNormal(certification.intitule),
    rupture_le: rupture ?? null,
    phase: rupture === undefined ? null : phaseAtteinte(parcours, rupture),
    anciennete: rupture === undefined ? null : bandeDe("anciennete", ancienneteMois(parcours, rupture)),
    initiative: contrat.rupture?.initiative ?? NON_CONNU,
    recevabilite: rupture === undefined ? null : recevabiliteAu(parcours, rupture),
    jury_le: jury?.le ?? null,
    resultat: jury?.resultat ?? NON_CONNU,
    fin_parcours: finParcours(parcours),
  };
}

function duBeneficiaire(parcours: ParcoursConclu) {
  const { beneficiaire, contrat } = parcours;
  return {
    sexe: beneficiaire.sexe,
    tranche_age: bandeDe("tranche_age", ageOn(beneficiaire.date_naissance, contrat.conclu_le)),
    situation_avant: beneficiaire.situation_avant,
    inscription: bandeDe("inscription", beneficiaire.mois_inscription),
    minimum_social: beneficiaire.minimum_social ?? "aucun",
    rqth: ouiNon(beneficiaire.rqth ?? false),
    prioritaire: ouiNon(motifPrioritaire(parcours) !== undefined),
    niveau_entree: String(beneficiaire.niveau_entree),
  };
}

function deLEntreprise({ entreprise }: ParcoursConclu) {
  return {
    entreprise: entreprise.siret.slice(0, 9),
    effectif: bandeDe("effectif", entreprise.effectif),
    secteur: sectionDe(entreprise.naf) ?? NON_CONNU,
    region: regionDe(entreprise),
  };
}

/** Where a contract is counted: the région of its enterprise. */
export function regionDe(entreprise: { departement: string } | undefined): string {
  return departements[entreprise?.departement ?? ""]?.region ?? NON_CONNU;
}

/** What became of the person: an exit recorded without a contract means none, an exit not recorded means unknown. */
function deLIssue({ sortie }: ParcoursConclu) {
  const emploi = sortie?.contrat_travail;
  const sansEmploi = emploi === undefined && sortie?.constatee_le !== undefined;
  return {
    niveau_sortie: String(sortie?.niveau_sortie ?? NON_CONNU),
    poursuite: ouiNon(sortie?.poursuite_formation),
    contrat_travail: emploi?.nature ?? (sansEmploi ? "aucun" : NON_CONNU),
    meme_entreprise: ouiNon(sansEmploi ? false : emploi?.meme_entreprise),
  };
}

function desHeures({ modalites }: ParcoursConclu) {
  const { organisme_heures = 0, interne_heures = 0, distance_heures = 0, afest_heures = 0 } = modalites.enseignements;
  return {
    heures_organisme: centiemes(organisme_heures),
    heures_interne: centiemes(interne_heures),
    heures_distance: centiemes(distance_heures),
    heures_afest: centiemes(afest_heures),
    heures_activite: centiemes(modalites.activite_heures),
    heures_accompagnement_vae: centiemes(modalites.accompagnement_vae_heures),
  };
}

function desCouts(couts: Couts | undefined) {
  const de = (composante: Composante): { depense: Cents; retenu: Cents } => couts?.composantes[composante] ?? { depense: 0, retenu: 0 };
  return {
    cout: couts?.coutReel ?? 0,
    forfait: couts?.forfait ?? 0,
    depense_conception_coordination: de("conception_coordination").depense,
    depense_pedagogique: de("pedagogique").depense,
    depense_accompagnement_vae: de("accompagnement_vae").depense,
    depense_annexes: de("annexes").depense,
    depense_tuteur_formation: de("tuteur_formation").depense,
    depense_tuteur_exercice: de("tuteur_exercice").depense,
    retenu_conception_coordination: de("conception_coordination").retenu,
    retenu_pedagogique: de("pedagogique").retenu,
    retenu_accompagnement_vae: de("accompagnement_vae").retenu,
    retenu_annexes: de("annexes").retenu,
    retenu_tuteur_formation: de("tuteur_formation").retenu,
    retenu_tuteur_exercice: de("tuteur_exercice").retenu,
  };
}

function centiemes(nombre: number): number {
  return Math.round(nombre * 100);
}

function ouiNon(reponse: boolean | undefined): string {
  return reponse === undefined ? NON_CONNU : reponse ? "oui" : "non";
}
