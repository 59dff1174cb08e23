import { UserError } from "../errors.ts";
import { visible } from "../words/visible.ts";
import { colonnes, type NomDeColonne, noms } from "./colonnes.ts";
import { type LotAnnonce, type Manifeste, NOM_DU_MANIFESTE } from "./manifeste.ts";
import type { LotTrouve } from "./trouver.ts";

/** The different values of the columns of a lot that no list of cpro closes. */
export type Valeurs = Readonly<Record<string, readonly string[]>>;

/** The columns whose values no list of codes closes, which are to be compared with the manifest. */
export const colonnesLibres = noms.filter((nom) => colonnes[nom].nature === "libre" || colonnes[nom].nature === "jour");

/** Whether a value is one that the manifest lets expect. */
function estPermise(nom: NomDeColonne, valeur: string, { fiche }: LotAnnonce, { semestre }: Manifeste): boolean {
  const colonne = colonnes[nom];
  if (colonne.nature === "libre") return colonne.estAttendue(valeur, fiche.domaines);
  // A half-year up to the manifest's; a day would say more than a lot may.
  return valeur === `avant-${semestre}` || (/^\d{4}-S[12]$/.test(valeur) && valeur <= semestre);
}

/** Without them a row is nobody's, or in no half-year. */
const exigees: readonly string[] = ["id", "conclu_le"];

/** @throws UserError for a value that the manifest does not announce: not one of its words, or after its half-year. */
export function exigerDuManifeste(
  { chemin, annonce, manifeste }: Pick<LotTrouve, "chemin" | "annonce" | "manifeste">,
  valeurs: Valeurs,
): void {
  for (const colonne of colonnesLibres) {
    const autre = valeurs[colonne]?.find((valeur) =>
      valeur === "" ? exigees.includes(colonne) : !estPermise(colonne, valeur, annonce, manifeste),
    );
    if (autre === undefined) continue;
    const quoi =
      autre === ""
        ? `a une ligne sans rien dans la colonne ${colonne}`
        : `contient « ${visible(autre)} » dans la colonne ${colonne}, que son ${NOM_DU_MANIFESTE} n'annonce pas (lot de ${manifeste.semestre})`;
    throw new UserError(`${chemin} ${quoi}.`, "Demandez au porteur de refaire son lot avec « cpro export ».");
  }
}
