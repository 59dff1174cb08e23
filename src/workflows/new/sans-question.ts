import { repondreTout } from "../../entretien/drapeaux.ts";
import { UserError } from "../../errors.ts";
import { count } from "../../words/french.ts";
import type { Chantier } from "./chantier.ts";

/**
 * The data that options alone give.
 * @throws UserError that lists every option still needed.
 */
export function repondreSansQuestion({ forme, donnees }: Pick<Chantier, "forme" | "donnees">): Readonly<Record<string, unknown>> {
  const { data, manquants } = repondreTout(forme, donnees);
  if (manquants.length === 0) return data;
  const lignes = manquants.map(({ chemin, libelle }) => {
    const rang = chemin.findIndex((step) => typeof step === "number");
    const nom = chemin.slice(0, rang === -1 ? undefined : rang).join(".");
    return `  --${nom}${rang === -1 ? "" : ` '{${chemin.slice(rang + 1).join(".")}: … }'`} : ${libelle}`;
  });
  throw new UserError(
    [`Il manque ${count(lignes.length, "réponse")} pour écrire ce document :`, ...lignes],
    "Ajoutez ces options, ou lancez la même commande sans --yes dans un terminal : elle posera les questions.",
  );
}
