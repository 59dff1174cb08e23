/** What the published dictionary says of the tables: whom each one counts, and by what it parts them. */
export const populations: Readonly<Record<string, string>> = {
  C1: "conclus",
  "C2.niveau": "conclus",
  "C2.domaine": "conclus",
  "C3.niveau": "jurys",
  "C3.domaine": "jurys",
  "C3.nature": "jurys",
  "C4.contrats": "conclus",
  "C5.phase": "ruptures",
  "C5.initiative": "ruptures",
  "C5.recevabilite": "ruptures",
  B1: "conclus",
  "B2.inscription": "demandeurs",
  "B2.minimum_social": "demandeurs",
  "B2.rqth": "demandeurs",
  "B2.prioritaire": "demandeurs",
  B3: "sortis",
  B4: "sortis",
  B5: "sortis",
  B6: "sortis",
  "T.C1": "conclus",
  "T.C3": "jurys",
  "T.C5": "ruptures",
  "T.B1": "conclus",
  E1: "entreprises",
  "C2.certifications": "certifications",
};

/** Who is in one of these is in the other too: at any time, or once all time is counted. */
export const inclusions: readonly { partie: string; tout: string; toujours: boolean; par: readonly string[] }[] = [
  { partie: "demandeurs", tout: "conclus", toujours: true, par: [] },
  { partie: "ruptures", tout: "sortis", toujours: true, par: [] },
  { partie: "jurys", tout: "conclus", toujours: false, par: ["niveau", "domaine", "nature_certification", "region"] },
  { partie: "ruptures", tout: "conclus", toujours: false, par: ["region"] },
  { partie: "sortis", tout: "conclus", toujours: false, par: [] },
];

/** Categories whose parcours may be in several, or in none. */
export const nonExclusives: ReadonlySet<string> = new Set(["C4.contrats", "C2.certifications"]);

/** Below this many, a count may not be known. */
export function seuilDe(population: string): number {
  return population === "entreprises" ? 3 : 5;
}

/** A dashboard as `--format json` writes it. */
export interface Publie {
  semestre: string;
  secret: { methode: string; base?: number; ecart?: number; zeros_masques?: readonly string[] };
  synthese: Readonly<Record<string, unknown>>;
  tables: readonly Table[];
}

export interface Table {
  id: string;
  dimensions: readonly string[];
  cellules: readonly Cellule[];
}

export interface Cellule {
  mesure: string;
  codes: Readonly<Record<string, string>>;
  valeur: number | null;
  secret?: true;
}
