import { UserError } from "../../errors.ts";
import { ENSEMBLE, NON_CONNU } from "../definition/categorie.ts";
import type { Definition } from "../definition/definition.ts";
import type { Reponse } from "./moteur.ts";

/** The one query that tells whether the rows of lots are what the tables expect. */
export function sqlDuControle({ dimensionnees, jours, mesures, colonnes, entree }: Definition): string {
  const nombres = mesures.map((nom) => `isfinite(${nom}) AND ${nom} >= 0`).join(" AND ");
  return `SELECT ${[
    ...[...dimensionnees, ...jours].map((nom) => `list(DISTINCT ${nom}) AS ${nom}`),
    ...(nombres === "" ? [] : [`bool_and(${nombres}) AS nombres`]),
    `COUNT(*) FILTER (WHERE ${entree} IS NULL) > 0 AS sans_conclusion`,
    ...("domaine" in colonnes ? [`COUNT(*) FILTER (WHERE domaine = '${ENSEMBLE}') > 0 AS domaine_reserve`] : []),
  ].join(", ")} FROM lots`;
}

/**
 * A code that no table has would be in the totals and in no category: such rows are refused, for no total would add up.
 * @throws UserError that names the column and the value.
 */
export function controler({ dimensionnees, dimensions, jours }: Definition, reponse: Reponse): void {
  for (const nom of dimensionnees) {
    const connus = new Set([...(dimensions[nom]?.categories ?? []).map(({ code }) => code), NON_CONNU]);
    const inconnu = valeurs(reponse[nom]).find((code) => !connus.has(code));
    if (inconnu !== undefined) throw refus(`« ${inconnu} » dans la colonne ${nom}`);
  }
  for (const nom of jours) {
    const faux = valeurs(reponse[nom]).find((jour) => !/^\d{4}-\d{2}-\d{2}$/.test(jour));
    if (faux !== undefined) throw refus(`« ${faux} », qui n'est pas un semestre, dans la colonne ${nom}`);
  }
  if (reponse.nombres === false) throw refus("une heure ou un montant négatif ou infini");
  if (reponse.sans_conclusion) throw refus("un parcours sans semestre de conclusion");
  if (reponse.domaine_reserve) throw refus(`« ${ENSEMBLE} » dans la colonne domaine, un mot réservé aux totaux`);
}

function valeurs(liste: unknown): string[] {
  return Array.isArray(liste) ? liste.filter((valeur) => valeur !== null).map(String) : [];
}

function refus(quoi: string): UserError {
  return new UserError(
    `Un lot contient ${quoi} : cette version de cpro ne sait pas le compter.`,
    "Demandez au porteur de refaire son lot avec « cpro export », ou mettez cpro à jour.",
  );
}
