import { parametreDe, referenceDe } from "../../dispositif/droit.ts";
import type { Base } from "../../dispositif/financement.ts";
import type { Dispositif } from "../../dispositif/modele.ts";
import type { Reference } from "../../legal/index.ts";
import { formatNumber } from "../../words/french.ts";

/** How a dispositif is paid: its components, its bases by name, and each of these in a sentence. */
export interface FinancementSheet {
  composantes: string[];
  bases: string[];
  details: { id: string; texte: string; references: Reference[] }[];
}

/** None: nobody pays it by the parcours. */
export function financementSheet(dispositif: Dispositif): FinancementSheet | null {
  const { financement } = dispositif;
  if (financement === "aucun" || financement.bases.length === 0) return null;
  return {
    composantes: Object.values(financement.composantes ?? {}),
    bases: financement.bases.map(({ id }) => id),
    details: financement.bases.flatMap((base) => detailDe(base, dispositif)),
  };
}

function detailDe(base: Base, dispositif: Dispositif): FinancementSheet["details"] {
  if (base.type === "annuel") return [];
  const { id, libelle = id, paye_par = "opco", reference, plafond } = base;
  const limite =
    plafond === undefined ? "" : `, dans la limite ${typeof plafond === "string" ? valeurDe(dispositif, plafond) : "du montant accordé"}`;
  const payeur = dispositif.acteurs[paye_par] ?? paye_par;
  const conditionne = base.si === undefined ? "" : ", sous condition";
  return [
    {
      id,
      texte: `${libelle} : ${assietteDe(base, dispositif)}${limite}${conditionne} (payé par : ${payeur}).`,
      references: reference === undefined ? [] : [referenceDe(dispositif, reference)],
    },
  ];
}

function assietteDe(base: Exclude<Base, { type: "annuel" }>, dispositif: Dispositif): string {
  if (base.type === "cout_reel") return "les dépenses du parcours";
  if (base.type === "heures") return `les heures${base.preuve === undefined ? "" : " attestées"}, au taux donné`;
  const limite = base.plafond_unites === undefined ? "" : `, ${valeurDe(dispositif, base.plafond_unites)} au plus`;
  return `un nombre au taux donné${limite}`;
}

/** The last value of a parameter, in its unit. */
function valeurDe(dispositif: Dispositif, nom: string): string {
  const { values, unit } = parametreDe(dispositif, nom);
  const valeur = values.at(-1)?.value;
  const dite = typeof valeur === "number" ? formatNumber(valeur) : valeur;
  return unit === "euros" ? `de ${dite} €` : `${dite} ${unit}`;
}
