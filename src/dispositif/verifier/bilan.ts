import type { Bilan } from "../bilan.ts";
import { conseilParmi, type Faute } from "./faute.ts";
import {
  codesParDefaut,
  colonnesNommees,
  dimensionsNommees,
  type Nom,
  phasesNommees,
  populationDe,
  prefixes,
  termesDe,
} from "./noms-de-bilan.ts";

/** What names are names of, with all that there are. */
interface Attente {
  quoi: string;
  connus: readonly string[];
  noms: readonly Nom[];
}

/** The names that a bilan gives of nothing that it has, and the ids given twice. @param connus what it may name besides. */
export function bilanFautif(bilan: Bilan | undefined, connus: { phases: readonly string[]; parametres: readonly string[] }): Faute[] {
  if (bilan === undefined) return [];
  const fautes = attentes(bilan, connus).flatMap(({ quoi, connus: admis, noms }) =>
    noms.flatMap(({ at, nom }): Faute[] =>
      nom === undefined || admis.includes(nom)
        ? []
        : [{ at: ["bilan", ...at], message: `${quoi} « ${nom} » n'existe pas dans ce bilan.`, hint: conseilParmi(nom, admis) }],
    ),
  );
  return [...fautes, ...doubles(bilan)];
}

function attentes(bilan: Bilan, { phases, parametres }: { phases: readonly string[]; parametres: readonly string[] }): Attente[] {
  const { colonnes, populations, familles, tables, synthese, plafonnes } = bilan;
  const { publiques = [], figures, taux = [], groupes } = synthese;
  const termes = termesDe(bilan);
  const eclatees = tables.flatMap(({ grandeur, dimensions }) => (grandeur !== undefined && "eclater" in grandeur ? dimensions : []));
  return [
    { quoi: "La colonne", connus: Object.keys(colonnes), noms: colonnesNommees(bilan) },
    { quoi: "Le début de colonne", connus: Object.keys(colonnes).map((nom) => nom.split("_")[0] ?? ""), noms: prefixes(bilan) },
    { quoi: "Le code", connus: codesDe(colonnes), noms: codesParDefaut(colonnes) },
    { quoi: "La phase", connus: phases, noms: phasesNommees(colonnes) },
    { quoi: "La dimension", connus: [...Object.keys(colonnes), ...eclatees], noms: dimensionsNommees(bilan) },
    {
      quoi: "La population",
      connus: populations.map(({ id }) => id),
      noms: [
        ...tables.map(({ population }, rang) => ({ at: ["tables", rang, "population"], nom: population })),
        ...(bilan.inclusions ?? []).flatMap((une, rang) =>
          (["tout", "partie"] as const).map((cle) => ({ at: ["inclusions", rang, cle], nom: populationDe(une[cle]) })),
        ),
        ...(bilan.sens ?? []).map(({ population }, rang) => ({ at: ["sens", rang, "population"], nom: population })),
        { at: ["plafonnes", "population"], nom: plafonnes?.population },
        { at: ["plafonnes", "parmi"], nom: plafonnes?.parmi },
      ],
    },
    {
      quoi: "La famille",
      connus: Object.keys(familles),
      noms: tables.map(({ famille }, rang) => ({ at: ["tables", rang, "famille"], nom: famille })),
    },
    {
      quoi: "Le tableau",
      connus: tables.map(({ id }) => id),
      noms: termes.map(({ at, terme }) => ({ at: [...at, "table"], nom: terme.table })),
    },
    {
      quoi: "La dimension",
      connus: tables.flatMap(({ id, dimensions }) => dimensions.map((dimension) => `${id} ${dimension}`)),
      noms: termes.flatMap(({ at, terme: { table, codes = {} } }) =>
        Object.keys(codes).map((dimension) => ({ at: [...at, "codes", dimension], nom: `${table} ${dimension}` })),
      ),
    },
    {
      quoi: "Le groupe",
      connus: Object.keys(groupes),
      noms: (["publiques", "figures"] as const).flatMap((liste) =>
        (synthese[liste] ?? []).map(({ groupe }, rang) => ({ at: ["synthese", liste, rang, "groupe"], nom: groupe })),
      ),
    },
    {
      quoi: "Le paramètre",
      connus: parametres,
      noms: publiques.map(({ parametre }, rang) => ({ at: ["synthese", "publiques", rang, "parametre"], nom: parametre })),
    },
    {
      quoi: "Le chiffre",
      connus: [...publiques, ...figures].map(({ id }) => id),
      noms: taux.flatMap((un, rang) =>
        (["numerateur", "denominateur"] as const).map((cle) => ({ at: ["synthese", "taux", rang, cle], nom: un[cle] })),
      ),
    },
  ];
}

/** The codes of all its columns. */
function codesDe(colonnes: Bilan["colonnes"]): string[] {
  return Object.values(colonnes).flatMap((colonne) => ("libelles" in colonne ? Object.keys(colonne.libelles) : []));
}

function doubles({ populations, tables, synthese }: Bilan): Faute[] {
  const { publiques = [], figures, taux = [] } = synthese;
  const chiffres = [
    ...publiques.map(({ id }, rang) => ({ at: ["synthese", "publiques", rang, "id"], id })),
    ...figures.map(({ id }, rang) => ({ at: ["synthese", "figures", rang, "id"], id })),
  ];
  const listes = [
    populations.map(({ id }, rang) => ({ at: ["populations", rang, "id"], id })),
    tables.map(({ id }, rang) => ({ at: ["tables", rang, "id"], id })),
    chiffres,
    taux.map(({ id }, rang) => ({ at: ["synthese", "taux", rang, "id"], id })),
  ];
  return listes.flatMap((liste) =>
    liste
      .filter(({ id }, rang) => liste.findIndex((autre) => autre.id === id) < rang)
      .map(({ at, id }) => ({
        at: ["bilan", ...at],
        message: `L'id « ${id} » est déjà pris.`,
        hint: "Donnez-en un autre à l'un des deux.",
      })),
  );
}
