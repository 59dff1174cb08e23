import { regions } from "../../generated/nomenclatures.ts";
import type { Categorie, Dimension } from "./categorie.ts";
import { secteurs } from "./secteurs.ts";

/** The code of every margin, and of what is not known or falls outside all bands. */
export const ENSEMBLE = "ensemble";
export const NON_CONNU = "non_connu";

/** Also the row that a table gets when rows do not say, although the dimension has no such category. */
export const nonConnu: Categorie = { code: NON_CONNU, libelle: "Non connu" };

function categories(libelles: Readonly<Record<string, string>>): Categorie[] {
  return Object.entries(libelles).map(([code, libelle]) => ({ code, libelle }));
}

/** « 16-17 » is 16 to 17, « 12 » is 12 alone, « 50+ » is 50 or more. */
function bandes(codes: readonly string[], unite: string): Categorie[] {
  return codes.map((code) => {
    const [min, max = min] = code.replace("+", "").split("-").map(Number) as [number, number?];
    if (code.endsWith("+")) return { code, libelle: `${min} ${unite} et plus`, min, max: Number.POSITIVE_INFINITY, unite };
    return { code, libelle: min === max ? `${min} ${unite}` : `${min} à ${max} ${unite}`, min, max, unite };
  });
}

/** The one band that bands which follow one another make; undefined of anything else. */
export function bandeReunie(categories: readonly Categorie[]): Categorie | undefined {
  const [{ min, unite = "" } = {}, ...autres] = categories;
  const { max } = categories.at(-1) ?? {};
  if (min === undefined || max === undefined) return undefined;
  const seSuivent = autres.every((une, rang) => une.min !== undefined && une.min === (categories[rang]?.max ?? Number.NaN) + 1);
  return seSuivent ? bandes([Number.isFinite(max) ? `${min}-${max}` : `${min}+`], unite)[0] : undefined;
}

// A list of pairs: as an object, « aucun » would come after the numbers.
const niveaux = [
  ["aucun", "Aucun"],
  ["3", "Niveau 3 (CAP)"],
  ["4", "Niveau 4 (bac)"],
  ["5", "Niveau 5 (bac + 2)"],
  ["6", "Niveau 6 (bac + 3)"],
  ["7", "Niveau 7 (bac + 5)"],
  ["8", "Niveau 8 (doctorat)"],
].map(([code = "", libelle = ""]): Categorie => ({ code, libelle }));
const ouiNon = categories({ oui: "Oui", non: "Non" });

/** Every dimension but `domaine`, whose categories are those of the dossier. */
const fermees = {
  duree: ["Durée du contrat", [...bandes(["0-5", "6-8", "9-11", "12", "13-17", "18-23", "24-36"], "mois"), nonConnu]],
  nature_contrat: ["Nature du contrat", categories({ cdd: "CDD", cdi: "CDI" })],
  nature_certification: [
    "Nature de la certification",
    categories({ rncp: "RNCP", bloc: "Blocs RNCP", cqp: "CQP", cqpi: "CQPI", qualification_ccn: "Qualif. de CCN" }),
  ],
  niveau: ["Niveau de la certification", niveaux],
  resultat: [
    "Décision du jury",
    [
      ...categories({ validation_totale: "Validation totale", validation_partielle: "Validation partielle", refus: "Refus" }),
      { code: NON_CONNU, libelle: "Décision non connue" },
    ],
  ],
  modalite: [
    "Modalité",
    categories({
      organisme: "Enseignement en organisme",
      interne: "Enseignement en interne",
      distance: "Enseignement à distance",
      afest: "AFEST",
      activite: "Activité en entreprise",
      accompagnement_vae: "Accompagnement VAE",
    }),
  ],
  phase: [
    "Phase atteinte à la rupture",
    [
      ...categories({
        information: "Information",
        accompagnement: "Accompagnement",
        recevabilite: "Recevabilité",
        mise_en_oeuvre: "Mise en œuvre",
        evaluation: "Évaluation",
      }),
      nonConnu,
    ],
  ],
  anciennete: ["Ancienneté du contrat", bandes(["0-2", "3-5", "6-11", "12+"], "mois")],
  initiative: [
    "Initiative de la rupture",
    [...categories({ employeur: "Employeur", salarie: "Salarié", accord: "Accord", essai: "Période d'essai", autre: "Autre" }), nonConnu],
  ],
  recevabilite: [
    "Recevabilité à la rupture",
    categories({ non_deposee: "Non déposée", deposee: "Déposée, sans décision", recevable: "Recevable", non_recevable: "Non recevable" }),
  ],
  sexe: ["Sexe", categories({ femme: "Femmes", homme: "Hommes" })],
  tranche_age: [
    "Âge à la conclusion",
    [...bandes(["16-17", "18-20", "21-25", "26-29", "30-34", "35-44", "45-49", "50+"], "ans"), nonConnu],
  ],
  inscription: ["Durée d'inscription", [...bandes(["0-11", "12-23", "24+"], "mois"), nonConnu]],
  minimum_social: ["Minimum social", categories({ rsa: "RSA", ass: "ASS", aah: "AAH", aucun: "Aucun" })],
  rqth: ["Travailleur handicapé (RQTH)", ouiNon],
  prioritaire: ["Public prioritaire (L. 6325-1-1)", ouiNon],
  niveau_entree: ["Niveau à l'entrée", niveaux],
  niveau_sortie: ["Niveau à la sortie", [...niveaux, nonConnu]],
  poursuite: ["Poursuite en formation", [...ouiNon, nonConnu]],
  contrat_travail: ["Contrat de travail", [...categories({ cdi: "CDI", cdd: "CDD", autre: "Autre contrat", aucun: "Aucun" }), nonConnu]],
  meme_entreprise: ["Embauche dans l'entreprise", [...ouiNon, nonConnu]],
  effectif: ["Effectif de l'entreprise", bandes(["0-9", "10-49", "50-199", "200-249", "250+"], "salariés")],
  secteur: ["Secteur d'activité (section NAF)", [...secteurs, nonConnu]],
  region: [
    "Région",
    [
      ...Object.entries(regions)
        .map(([code, libelle]) => ({ code, libelle }))
        .sort((a, b) => (a.code < b.code ? -1 : 1)),
      nonConnu,
    ],
  ],
  composante: [
    "Composante du forfait",
    categories({
      conception_coordination: "Conception et coordination",
      pedagogique: "Frais pédagogiques",
      accompagnement_vae: "Accompagnement VAE",
      annexes: "Frais annexes",
      tuteur_formation: "Formation du tuteur",
      tuteur_exercice: "Exercice du tutorat",
    }),
  ],
} as const satisfies Record<string, readonly [string, readonly Categorie[]]>;

export type DimensionFermee = keyof typeof fermees;
export type DimensionId = DimensionFermee | "domaine";

/** Dimensions whose categories follow one another, besides those made of bands of numbers. */
export const echelles: ReadonlySet<string> = new Set(["niveau", "niveau_entree", "niveau_sortie", "phase"] satisfies DimensionId[]);

/** A dimension with its categories; `domaines` are the professional domains the dossier names. */
export function dimension(id: DimensionId, domaines: readonly string[]): Dimension {
  if (id !== "domaine") return { id, libelle: fermees[id][0], categories: fermees[id][1] };
  return { id, libelle: "Domaine professionnel", categories: [...domaines.map(domaine), nonConnu] };
}

/** A domain of digits alone (a code of the NSF) would pass for a number of the table. */
function domaine(code: string): Categorie {
  return { code, libelle: /\p{L}/u.test(code) ? code : `Domaine ${code}` };
}

/** The codes of a column that is also a dimension; nothing for another column. */
export function codesDeColonne(nom: string): readonly string[] | undefined {
  return Object.entries(fermees)
    .find(([id]) => id === nom)?.[1][1]
    .map(({ code }) => code);
}

/** The code of the band that holds a number. */
export function bandeDe(id: DimensionFermee, nombre: number | undefined): string {
  const bande = (fermees[id][1] as readonly Categorie[]).find(
    ({ min, max }) => nombre !== undefined && min !== undefined && max !== undefined && min <= nombre && nombre <= max,
  );
  return bande?.code ?? NON_CONNU;
}
