import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { plusJours } from "./calendrier.ts";
import { decimal, demiHaut, entier, type Fraction, fois, moindre, plus } from "./fraction.ts";
import type { Composante, Depense, Parcours } from "./types.ts";

type Parametres = Record<string, { values: { from: string; value: number }[] }>;
const parametres: Parametres = parse(readFileSync(new URL("../../../legal/parametres.yaml", import.meta.url), "utf8"));

/** The figure of the law in force on the day when a contract is concluded. */
export function enVigueur(nom: string, jour: string): number {
  const valeur = parametres[nom]?.values.findLast(({ from }) => from <= jour)?.value;
  if (valeur === undefined) throw new Error(`${nom} n'a pas de valeur au ${jour}`);
  return valeur;
}

/** Whole years on a day; who was born on 29 February takes a year on 1 March when there is no 29th. */
function age(naissance: string, jour: string): number {
  const annees = Number(jour.slice(0, 4)) - Number(naissance.slice(0, 4));
  return jour.slice(5) < naissance.slice(5) ? annees - 1 : annees;
}

/** Of L. 6325-1-1 on the day of conclusion: 16 to 25 without diploma, registered more than a year, minimum social, former contrat aidé. */
function prioritaire({ beneficiaire, contrat }: Parcours): boolean {
  const loi = (nom: string): number => enVigueur(`prioritaire-${nom}`, contrat.conclu_le);
  const ans = age(beneficiaire.date_naissance, contrat.conclu_le);
  const jeune = loi("age-jeune-minimum") <= ans && ans <= loi("age-jeune-maximum");
  const inscrit = (beneficiaire.mois_inscription ?? 0) > loi("inscription");
  const aide = beneficiaire.ex_contrat_aide === true;
  return (jeune && beneficiaire.niveau_entree === "aucun") || inscrit || beneficiaire.minimum_social !== undefined || aide;
}

/** The tutor performs the AFEST when there is some and no other person is named as its trainer. */
function tuteurFaitAfest({ modalites, formateur_afest, tuteur }: Parcours): boolean {
  const formateur = formateur_afest?.identifiant;
  return (modalites.enseignements.afest_heures ?? 0) > 0 && (formateur === undefined || formateur === tuteur.identifiant);
}

const cumul = (lignes: readonly Depense[], cle: "heures" | "mois"): Fraction =>
  lignes.reduce((total, ligne) => plus(total, decimal(ligne[cle] ?? 0)), entier(0));

/** The ceiling, in cents, of a composante that has one for the parcours; `lignes` are its expenses. */
export function plafondDuParcours(composante: Exclude<Composante, "pedagogique">, lignes: readonly Depense[], parcours: Parcours): bigint {
  const loi = (nom: string): Fraction => decimal(enVigueur(nom, parcours.contrat.conclu_le));
  const enCentimes = (euros: Fraction): bigint => demiHaut(fois(euros, entier(100)));
  if (composante === "tuteur_formation") {
    return enCentimes(fois(loi("tuteur-formation-taux"), moindre(cumul(lignes, "heures"), loi("tuteur-formation-heures"))));
  }
  if (composante === "tuteur_exercice") {
    const ans = age(parcours.tuteur.date_naissance, parcours.contrat.debut);
    const majore = ans >= enVigueur("tuteur-exercice-age", parcours.contrat.conclu_le) || prioritaire(parcours);
    const taux = loi(majore ? "tuteur-exercice-taux-majore" : "tuteur-exercice-taux");
    const duree = loi(tuteurFaitAfest(parcours) ? "tuteur-exercice-mois-afest" : "tuteur-exercice-mois");
    return enCentimes(fois(taux, moindre(cumul(lignes, "mois"), duree)));
  }
  return enCentimes(loi(`plafond-${composante.replace("_", "-")}`));
}

/** A yearly ceiling in proportion to the months of the year, half up to the cent. */
export function prorata(nom: string, jour: string, mois: Fraction): bigint {
  return demiHaut(fois(decimal(enVigueur(nom, jour)), fois(mois, { num: 100n, den: 12n })));
}

/** A refusal of the OPCO that is known on a day. */
export function refuse({ contrat }: Parcours, jour: string): boolean {
  const { decision_opco: decision, transmis_opco_le: transmis } = contrat;
  if (decision?.sens !== "refuse") return false;
  const delai = enVigueur("delai-opco-decision", contrat.conclu_le);
  return (decision.le ?? (transmis === undefined ? jour : plusJours(transmis, delai))) <= jour;
}
