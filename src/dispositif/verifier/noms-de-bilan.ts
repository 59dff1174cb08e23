import type { Path } from "../../dossier/place.ts";
import type { Bilan, Bloc, ColonneDeclaree, SerieDefinie, Terme } from "../bilan.ts";

/** A name that a bilan gives, and where. */
export interface Nom {
  at: Path;
  nom: string | undefined;
}

/** The cells that figures and charts are made of. */
export function termesDe({
  synthese,
  graphiques = [],
  tendance,
}: Bilan): { at: Path; terme: Pick<Terme & SerieDefinie, "table" | "codes"> }[] {
  return [
    ...synthese.figures.flatMap(({ termes }, rang) =>
      termes.map((terme, i) => ({ at: ["synthese", "figures", rang, "termes", i], terme })),
    ),
    ...graphiques.flatMap(({ series }, rang) => series.map((terme, i) => ({ at: ["graphiques", rang, "series", i], terme }))),
    ...(tendance?.series ?? []).map((terme, i) => ({ at: ["tendance", "series", i], terme })),
  ];
}

export function colonnesNommees({ entree, populations, colonnes, tables }: Bilan): Nom[] {
  return [
    { at: ["entree"], nom: entree },
    ...populations.flatMap(({ date, si }, rang): Nom[] => [
      { at: ["populations", rang, "date"], nom: date },
      typeof si === "object"
        ? { at: ["populations", rang, "si", "colonne"], nom: si.colonne }
        : { at: ["populations", rang, "si"], nom: si },
    ]),
    ...Object.entries(colonnes).flatMap(([cle, colonne]) =>
      colonneDeColonne(colonne).map(([mot, nom]) => ({ at: ["colonnes", cle, mot], nom })),
    ),
    ...tables.flatMap(({ grandeur }, rang): Nom[] =>
      grandeur !== undefined && "colonne" in grandeur ? [{ at: ["tables", rang, "grandeur", "colonne"], nom: grandeur.colonne }] : [],
    ),
  ];
}

/** The other columns that one is made of. */
function colonneDeColonne(colonne: ColonneDeclaree): [mot: string, nom: string | undefined][] {
  if (!("nature" in colonne)) return [];
  const concernes = "concernes" in colonne && colonne.concernes !== "demandeurs" ? colonne.concernes : undefined;
  const autre: [string, string | undefined] =
    colonne.nature === "annee" ? ["annee_de", colonne.annee_de] : ["au", "au" in colonne ? colonne.au : undefined];
  return [autre, ["concernes", concernes]];
}

export function prefixes({ tables }: Bilan): Nom[] {
  return tables.flatMap(({ grandeur }, rang) =>
    grandeur !== undefined && "eclater" in grandeur ? [{ at: ["tables", rang, "grandeur", "eclater"], nom: grandeur.eclater }] : [],
  );
}

export function phasesNommees(colonnes: Bilan["colonnes"]): Nom[] {
  return Object.entries(colonnes).flatMap(([cle, colonne]) =>
    "nature" in colonne && colonne.nature === "phase"
      ? Object.keys(colonne.libelles).map((nom) => ({ at: ["colonnes", cle, "libelles", nom], nom }))
      : [],
  );
}

export function dimensionsNommees({ tables, graphiques = [], echelles = [], regroupements = {}, sensibles, sens = [] }: Bilan): Nom[] {
  return [
    ...tables.flatMap(({ dimensions }, rang) => dimensions.map((nom, i) => ({ at: ["tables", rang, "dimensions", i], nom }))),
    ...graphiques.map(({ dimension }, rang) => ({ at: ["graphiques", rang, "dimension"], nom: dimension })),
    ...echelles.map((nom, rang) => ({ at: ["echelles", rang], nom })),
    ...Object.keys(regroupements).map((nom) => ({ at: ["regroupements", nom], nom })),
    ...(sensibles?.dimensions ?? []).map((nom, rang) => ({ at: ["sensibles", "dimensions", rang], nom })),
    ...sens.flatMap((un, rang) =>
      (["tout", "partie"] as const).map((cle) => ({ at: ["sens", rang, cle, "dimension"], nom: un[cle].dimension })),
    ),
  ];
}

export function populationDe(bloc: Bloc): string {
  return typeof bloc === "string" ? bloc : bloc.population;
}

/** The codes that a column takes where its place says nothing. */
export function codesParDefaut(colonnes: Bilan["colonnes"]): Nom[] {
  return Object.entries(colonnes).flatMap(([cle, colonne]) =>
    "a_defaut" in colonne
      ? (colonne.a_defaut ?? []).map(({ code }, rang) => ({ at: ["colonnes", cle, "a_defaut", rang, "code"], nom: code }))
      : [],
  );
}
