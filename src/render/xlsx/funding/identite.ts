import type { Funding } from "../../../funding/funding.ts";
import type { FinancementParcours } from "../../../funding/index.ts";
import type { Column, Value } from "./sheet.ts";

export const horsTotal = "Les parcours non éligibles sont montrés, mais hors du total.";

/** The columns that tell a parcours, the first ones of its sheets. */
export const identite: Column[] = [
  { header: "Parcours", width: 18, kind: "text" },
  { header: "Fiche projet", width: 22, kind: "text" },
  { header: "OPCO", width: 13, kind: "text" },
  { header: "Éligible", width: 10, kind: "text" },
];

export function identiteDe({ identifiant, fiche, opco, motifs }: FinancementParcours): Value[] {
  return [identifiant, fiche, opco, motifs.length === 0 ? "oui" : "non"];
}

export const euros = (header: string): Column => ({ header, width: 15, kind: "euros" });

export function eligibles({ parcours }: Funding): FinancementParcours[] {
  return parcours.filter(({ motifs }) => motifs.length === 0);
}
