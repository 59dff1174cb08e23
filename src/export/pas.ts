import { colonnes, type NomDeMesure } from "./colonnes.ts";

/** How finely a number is told, from the finest: every lot is at the first, and `--k` goes further where it must. */
const echelles = { heures: [1, 5, 10, 50], euros: [10, 100, 500, 1000] } as const;

export function pasDe(nom: NomDeMesure): readonly number[] {
  const colonne = colonnes[nom];
  return echelles[colonne.nature === "nombre" ? colonne.unite : "euros"];
}
