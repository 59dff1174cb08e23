import { list } from "../../../words/french.ts";
import { defineRule, type ParcoursDeContrat } from "../../rule.ts";

const cles = [
  ["le", "sa date"],
  ["initiative", "son initiative"],
  ["motif", "son motif"],
] as const;

export default defineRule({
  id: "contrat-rupture-motivee",
  famille: "contrat_pro",
  scope: "entree",
  severity: "error",
  summary: "Une rupture anticipée porte sa date, son initiative et son motif : le tableau de bord de l'expérimentation les suit.",
  references: ["cahier-des-charges-4-2"],
  *check({ contrat: { rupture } }: ParcoursDeContrat) {
    if (rupture === undefined) return;
    const manquantes = cles.filter(([cle]) => rupture[cle] === undefined);
    const [premiere] = manquantes;
    if (premiere === undefined) return;
    yield {
      at: ["contrat", "rupture", premiere[0]],
      message: `La rupture est incomplète : il manque ${list(
        manquantes.map(([, nom]) => nom),
        "et",
      )}.`,
      hint: `Ajoutez ${list(
        manquantes.map(([cle]) => `« ${cle}: »`),
        "et",
      )} dans « rupture ».`,
    };
  },
});
