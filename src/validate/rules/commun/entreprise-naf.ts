import { naf as codes } from "../../../generated/nomenclatures.ts";
import { defineRule, type ParcoursCommun } from "../../rule.ts";

export default defineRule({
  id: "entreprise-naf",
  famille: "commun",
  scope: "parcours",
  severity: "error",
  summary: "Le code d'activité de l'entreprise existe dans la nomenclature d'activités française (NAF rév. 2).",
  references: ["insee-naf"],
  *check({ entreprise }: ParcoursCommun) {
    const { naf } = entreprise ?? {};
    if (naf === undefined || Object.hasOwn(codes, naf)) return;
    yield {
      at: ["entreprise", "naf"],
      message: `Le code d'activité ${naf} n'existe pas dans la NAF rév. 2.`,
      hint: hintFor(naf),
    };
  },
});

/** The codes of the same class are what a person with a mistyped letter looks for. */
function hintFor(naf: string): string {
  const voisins = Object.keys(codes).filter((code) => code.startsWith(naf.slice(0, 5)));
  const [voisin] = voisins;
  return voisin === undefined
    ? "Recopiez le code APE depuis l'avis de situation au répertoire Sirene."
    : `Vouliez-vous dire ${voisin} (${codes[voisin]}) ?`;
}
