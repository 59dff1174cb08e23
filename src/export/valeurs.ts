import { UserError } from "../errors.ts";
import { visible } from "../words/visible.ts";
import { code } from "./cles/pseudonymes.ts";
import { NON_CONNU } from "./colonnes.ts";
import { type LotAnnonce, type Manifeste, NOM_DU_MANIFESTE } from "./manifeste.ts";
import type { LotTrouve } from "./trouver.ts";

/** The different values of the columns of a lot that no list of cpro closes. */
export type Valeurs = Readonly<Record<string, readonly string[]>>;

/** Whether a value is one that the manifest lets expect, by column. */
const permises: Readonly<Record<string, (valeur: string, annonce: LotAnnonce, manifeste: Manifeste) => boolean>> = {
  id: estPseudonyme,
  entreprise: (valeur) => valeur === NON_CONNU || estPseudonyme(valeur),
  certification: (valeur) => valeur === NON_CONNU || code.test(valeur) || /^sans-code-[0-9a-f]{32}$/.test(valeur),
  domaine: (valeur, { fiche }) => valeur === NON_CONNU || fiche.domaines.includes(valeur),
  situation_avant: (valeur) => ["demandeur_emploi", "autre", NON_CONNU].includes(valeur),
  conclu_le: estPasse,
  rupture_le: estPasse,
  jury_le: estPasse,
  fin_parcours: estPasse,
};

/** The columns whose values are to be compared with the manifest. */
export const colonnesLibres = Object.keys(permises);

/** Without them a row is nobody's, or in no half-year. */
const exigees: readonly string[] = ["id", "conclu_le"];

/** @throws UserError for a value that the manifest does not announce: not one of its words, or after its half-year. */
export function exigerDuManifeste(
  { chemin, annonce, manifeste }: Pick<LotTrouve, "chemin" | "annonce" | "manifeste">,
  valeurs: Valeurs,
): void {
  for (const [colonne, estPermise] of Object.entries(permises)) {
    const autre = valeurs[colonne]?.find((valeur) => (valeur === "" ? exigees.includes(colonne) : !estPermise(valeur, annonce, manifeste)));
    if (autre === undefined) continue;
    const quoi =
      autre === ""
        ? `a une ligne sans rien dans la colonne ${colonne}`
        : `contient « ${visible(autre)} » dans la colonne ${colonne}, que son ${NOM_DU_MANIFESTE} n'annonce pas (lot de ${manifeste.semestre})`;
    throw new UserError(`${chemin} ${quoi}.`, "Demandez au porteur de refaire son lot avec « cpro export ».");
  }
}

function estPseudonyme(valeur: string): boolean {
  return /^[0-9a-f]{32}$/.test(valeur);
}

/** A half-year up to the manifest's; a day would say more than a lot may. */
function estPasse(valeur: string, _: LotAnnonce, { semestre }: Manifeste): boolean {
  return valeur === `avant-${semestre}` || (/^\d{4}-S[12]$/.test(valeur) && valeur <= semestre);
}
