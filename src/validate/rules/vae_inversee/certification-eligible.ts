import { checkEligible } from "../../certification.ts";
import { defineRule } from "../../rule.ts";

export default defineRule({
  id: "certification-eligible",
  famille: "vae_inversee",
  scope: "parcours",
  severity: "error",
  eligibility: true,
  summary:
    "Le parcours vise une certification du RNCP, un ou plusieurs de ses blocs, un CQP ou CQPI, ou une qualification de convention collective ; jamais le répertoire spécifique. Les blocs sont ceux de la certification nommée.",
  references: ["decret-2023-408-art-1-ii-3"],
  *check({ certification }) {
    if (certification !== undefined) yield* checkEligible(["certification"], certification);
  },
});
