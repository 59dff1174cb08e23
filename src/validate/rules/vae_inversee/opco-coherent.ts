import { list } from "../../../words/french.ts";
import { defineRule } from "../../rule.ts";

export default defineRule({
  id: "opco-coherent",
  famille: "vae_inversee",
  scope: "parcours",
  severity: "warning",
  summary: "L'opérateur de compétences du parcours est l'un de ceux que nomme la fiche projet.",
  references: ["cahier-des-charges-1-1"],
  *check(parcours, context) {
    const { opco } = parcours;
    if (opco === undefined) return;
    const opcos = context.ficheOf(parcours)?.opcos ?? [];
    if (opcos.length === 0 || opcos.includes(opco)) return;
    yield {
      at: ["opco"],
      message: `L'opérateur de compétences « ${opco} » n'est pas de ceux de la fiche ${parcours.fiche} : elle nomme ${list(opcos, "et")}.`,
      hint: "L'OPCO découle de la convention collective de l'entreprise : corrigez-le, ou ajoutez-le à la fiche.",
    };
  },
});
