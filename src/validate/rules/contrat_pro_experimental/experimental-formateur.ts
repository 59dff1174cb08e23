import { firstValue } from "../../../legal/index.ts";
import type { ParcoursExperimental } from "../../experimental.ts";
import { modulesDe } from "../../referentiel.ts";
import { defineRule } from "../../rule.ts";

const ANNEES = firstValue("experimental-formateur-annees");

export default defineRule<"entree", ParcoursExperimental>({
  id: "experimental-formateur",
  famille: "contrat_pro_experimental",
  scope: "entree",
  severity: "error",
  summary: `Un module que l'entreprise fait elle-même a un formateur volontaire, de ${ANNEES} ans d'expérience au moins.`,
  references: ["atlas-formateurs"],
  *check(parcours) {
    const formateurs = new Map((parcours.formateurs ?? []).map((un) => [un.identifiant, un]));
    for (const [rang, { id, modalite, formateur }] of modulesDe(parcours).entries()) {
      if (!["interne", "afest"].includes(modalite)) continue;
      const pourquoi = manqueA(formateur, formateurs);
      if (pourquoi === undefined) continue;
      yield {
        at: ["parcours_formation", "modules", rang, formateur === undefined ? "id" : "formateur"],
        message: `Le module ${id} se fait dans l'entreprise, et ${pourquoi}.`,
        hint: "Nommez un formateur de la liste des formateurs, volontaire et expérimenté.",
      };
    }
  },
});

type Formateurs = ReadonlyMap<string, { volontaire?: boolean; experience_annees?: number }>;

function manqueA(nom: string | undefined, formateurs: Formateurs): string | undefined {
  if (nom === undefined) return "aucun formateur n'est nommé";
  const formateur = formateurs.get(nom);
  if (formateur === undefined) return `le formateur « ${nom} » n'est pas dans la liste des formateurs`;
  if (formateur.volontaire !== true) return `rien ne dit que le formateur ${nom} soit volontaire`;
  return (formateur.experience_annees ?? 0) < ANNEES ? `le formateur ${nom} n'a pas ${ANNEES} ans d'expérience` : undefined;
}
