import { type Certification, isRepertoireSpecifique, isSameCertification } from "../../certification.ts";
import { defineRule } from "../../rule.ts";

export default defineRule({
  id: "certification-de-la-fiche",
  famille: "vae_inversee",
  scope: "parcours",
  severity: "error",
  summary:
    "La certification du parcours est l'une de celles que vise la fiche projet ; des blocs d'une certification que la fiche vise entière en font partie.",
  references: ["cahier-des-charges-1-2"],
  *check(parcours, context) {
    const { certification } = parcours;
    if (certification === undefined || isRepertoireSpecifique(certification)) return;
    const visees = context.ficheOf(parcours)?.certifications ?? [];
    if (visees.length === 0 || visees.some((visee) => isSameCertification(certification, visee))) return;
    const { code, intitule } = certification;
    yield {
      at: ["certification", code === undefined ? "intitule" : "code"],
      message: `La certification « ${intitule} »${code === undefined ? "" : ` (${code})`} n'est pas de celles que vise la fiche ${parcours.fiche} : ${visees.map(nomDe).join(", ")}.`,
      hint: "Corrigez la certification du parcours ; une certification de plus demande l'accord de la DGEFP sur la fiche.",
    };
  },
});

function nomDe({ nature, code, intitule, blocs = [] }: Certification): string {
  const nom = code ?? `« ${intitule ?? nature} »`;
  return blocs.length === 0 || nature !== "bloc" ? nom : `${nom} (${blocs.join(" et ")})`;
}
