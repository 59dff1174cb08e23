/** Whom a table is about: the column that dates the event, and a condition in SQL. */
export interface Population {
  libelle: string;
  date: string;
  condition?: string;
}

export const populations = {
  conclus: { libelle: "les contrats conclus, à la date de conclusion", date: "conclu_le" },
  demandeurs_emploi: {
    libelle: "les bénéficiaires demandeurs d'emploi avant le contrat, à la date de conclusion",
    date: "conclu_le",
    condition: "situation_avant = 'demandeur_emploi'",
  },
  jurys: { libelle: "les jurys tenus, à leur date", date: "jury_le" },
  ruptures: { libelle: "les contrats rompus avant leur terme, à la date de rupture", date: "rupture_le" },
  sortis: {
    libelle: "les parcours terminés, à leur dernier jour (rupture, sinon fin du contrat ou jury s'il est plus tardif)",
    date: "fin_parcours",
  },
  eligibles: {
    libelle: "les contrats conclus et éligibles au financement, à la date de conclusion",
    date: "conclu_le",
    condition: "eligible",
  },
} as const satisfies Record<string, Population>;
export type PopulationId = keyof typeof populations;
