import type { Path } from "../../../dossier/place.ts";
import { departements } from "../../../generated/nomenclatures.ts";
import { defineRule, type Finding, type ParcoursCommun } from "../../rule.ts";

export default defineRule({
  id: "departement-connu",
  famille: "commun",
  scope: "parcours",
  severity: "error",
  summary: "Un département est l'un de ceux du code officiel géographique, ou une collectivité d'outre-mer : 01 à 95, 2A et 2B, 971 à 989.",
  references: ["insee-cog"],
  *check({ beneficiaire, entreprise, structure }: ParcoursCommun) {
    yield* connu(["beneficiaire", "departement"], beneficiaire.departement);
    yield* connu(["entreprise", "departement"], entreprise?.departement);
    yield* connu(["structure", "departement"], structure?.departement);
  },
});

function* connu(at: Path, code: string | undefined): Iterable<Finding> {
  if (code === undefined || Object.hasOwn(departements, code)) return;
  yield { at, message: `« ${code} » n'est pas un département du code officiel géographique.`, hint: conseil(code) };
}

function conseil(code: string): string {
  if (code === "20") return "La Corse en a deux : écrivez « 2A » (Corse-du-Sud) ou « 2B » (Haute-Corse).";
  if (code === "97" || code === "98") return "Outre-mer, le code a trois chiffres : par exemple « 974 » pour La Réunion.";
  const court = code.replace(/^0+/, "").padStart(2, "0");
  if (court !== code && Object.hasOwn(departements, court)) return `Vouliez-vous dire « ${court} » ?`;
  return "Vérifiez le code, entre guillemets et avec son zéro de tête.";
}
