import type { Day } from "../../../words/dates.ts";
import { defineRule } from "../../rule.ts";

interface Communicable {
  communication?: readonly { a: string; accord_le?: Day }[];
}

const destinataires: Readonly<Record<string, string>> = {
  cep: "au conseil en évolution professionnelle",
  employeur: "à l'employeur",
  financeur: "au financeur",
};

export default defineRule<"parcours", Communicable>({
  id: "bilan-communication",
  famille: "bilan_competences",
  scope: "parcours",
  severity: "error",
  summary: "La synthèse n'est communiquée à un tiers qu'avec l'accord de la personne.",
  references: ["ct-l6313-4"],
  *check({ communication = [] }) {
    for (const [rang, { a, accord_le }] of communication.entries()) {
      if (accord_le !== undefined) continue;
      yield {
        at: ["communication", rang],
        message: `La synthèse est communiquée ${destinataires[a] ?? "à un tiers"} sans l'accord de la personne.`,
        hint: "Donnez le jour de son accord (accord_le), ou retirez cette communication.",
      };
    }
  },
});
