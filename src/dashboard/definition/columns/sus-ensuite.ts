import { motifPrioritaire, type ParcoursConclu } from "../../../dossier/faits.ts";
import { wholeMonths } from "../../../words/dates.ts";
import { bandes, categories, dans, NON_CONNU, nonConnu } from "../categorie.ts";
import { sensible } from "./colonne.ts";
import type { ParcoursCompte } from "./faits.ts";
import { niveaux } from "./niveaux.ts";

const ouiNon = categories({ oui: "Oui", non: "Non" });
const anciennete = bandes(["0-2", "3-5", "6-11", "12+"], "mois");
const inscription = bandes(["0-11", "12-23", "24+"], "mois");

/** What happened to a parcours, and what only its porteur knows of the person, in the order of the columns of a lot. */
export const susEnsuite = {
  rupture_le: sensible.jour({ libelle: "Semestre de la rupture", valeur: ({ parcours }) => parcours.contrat?.rupture?.le ?? null }),
  anciennete: sensible.code({
    libelle: "Ancienneté à la rupture, par tranche",
    dimension: { libelle: "Ancienneté du contrat", categories: anciennete },
    sansObjet: true,
    concernes: "rupture_le",
    // Whole months from the contract's first day; one broken before it began has none.
    valeur: ({ parcours: { contrat } }) => {
      const le = contrat?.rupture?.le;
      return contrat === undefined || le === undefined ? null : dans(anciennete, Math.max(0, wholeMonths(contrat.debut, le)));
    },
  }),
  initiative: sensible.code({
    libelle: "Initiative de la rupture",
    dimension: {
      libelle: "Initiative de la rupture",
      categories: [
        ...categories({ employeur: "Employeur", salarie: "Salarié", accord: "Accord", essai: "Période d'essai", autre: "Autre" }),
        nonConnu,
      ],
    },
    concernes: "rupture_le",
    valeur: ({ parcours }) => parcours.contrat?.rupture?.initiative ?? NON_CONNU,
  }),
  inscription: sensible.code({
    libelle: "Durée d'inscription, par tranche (demandeurs d'emploi)",
    dimension: { libelle: "Durée d'inscription", categories: [...inscription, nonConnu] },
    concernes: "demandeurs",
    valeur: ({ parcours }) => dans(inscription, parcours.beneficiaire.mois_inscription),
  }),
  minimum_social: sensible.code({
    libelle: "Minimum social (demandeurs d'emploi)",
    dimension: { libelle: "Minimum social", categories: categories({ rsa: "RSA", ass: "ASS", aah: "AAH", aucun: "Aucun" }) },
    concernes: "demandeurs",
    valeur: ({ parcours }) => parcours.beneficiaire.minimum_social ?? "aucun",
  }),
  rqth: sensible.code({
    libelle: "Travailleur handicapé (demandeurs d'emploi)",
    dimension: { libelle: "Travailleur handicapé (RQTH)", categories: ouiNon },
    concernes: "demandeurs",
    valeur: ({ parcours }) => reponse(parcours.beneficiaire.rqth ?? false),
  }),
  prioritaire: sensible.code({
    libelle: "Public prioritaire (demandeurs d'emploi)",
    dimension: { libelle: "Public prioritaire (L. 6325-1-1)", categories: ouiNon },
    concernes: "demandeurs",
    valeur: ({ parcours }) => reponse(estEntree(parcours) ? motifPrioritaire(parcours) !== undefined : undefined),
  }),
  niveau_sortie: sensible.code({
    libelle: "Niveau à la sortie (parcours terminés)",
    dimension: { libelle: "Niveau à la sortie", categories: [...niveaux, nonConnu] },
    concernes: "fin_parcours",
    valeur: ({ parcours }) => String(parcours.sortie?.niveau_sortie ?? NON_CONNU),
  }),
  poursuite: sensible.code({
    libelle: "Poursuite en formation (parcours terminés)",
    dimension: { libelle: "Poursuite en formation", categories: [...ouiNon, nonConnu] },
    concernes: "fin_parcours",
    valeur: ({ parcours }) => reponse(parcours.sortie?.poursuite_formation),
  }),
  contrat_travail: sensible.code({
    libelle: "Contrat de travail à l'issue (parcours terminés)",
    dimension: {
      libelle: "Contrat de travail",
      categories: [...categories({ cdi: "CDI", cdd: "CDD", autre: "Autre contrat", aucun: "Aucun" }), nonConnu],
    },
    concernes: "fin_parcours",
    valeur: ({ parcours }) => parcours.sortie?.contrat_travail?.nature ?? (estSansEmploi(parcours) ? "aucun" : NON_CONNU),
  }),
  meme_entreprise: sensible.code({
    libelle: "Embauche dans l'entreprise (parcours terminés)",
    dimension: { libelle: "Embauche dans l'entreprise", categories: [...ouiNon, nonConnu] },
    concernes: "fin_parcours",
    valeur: ({ parcours }) => reponse(estSansEmploi(parcours) ? false : parcours.sortie?.contrat_travail?.meme_entreprise),
  }),
};

/** An exit recorded without a contract means none; one that is not recorded means that nothing is known. */
function estSansEmploi({ sortie }: ParcoursCompte): boolean {
  return sortie?.contrat_travail === undefined && sortie?.constatee_le !== undefined;
}

function reponse(oui: boolean | undefined): string {
  return oui === undefined ? NON_CONNU : oui ? "oui" : "non";
}

function estEntree(parcours: ParcoursCompte): parcours is ParcoursConclu {
  return parcours.contrat !== undefined;
}
