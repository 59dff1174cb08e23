import { dateDuDroit } from "../../../dossier/faits.ts";
import { firstValue, valueAt } from "../../../legal/index.ts";
import { count } from "../../../words/french.ts";
import { defineRule, type ParcoursDeContrat } from "../../rule.ts";

export default defineRule({
  id: "tuteur-qualifie",
  famille: "contrat_pro",
  scope: "entree",
  severity: "error",
  summary: `Le tuteur de l'entreprise est volontaire, s'il est salarié, et justifie d'au moins ${firstValue("tuteur-experience")} ans d'expérience ; rien de cela n'est demandé au tuteur du groupement.`,
  references: ["ct-d6325-6", "ct-d6325-10"],
  *check(parcours: ParcoursDeContrat) {
    const { designe_par, fonction, volontaire, experience_annees } = parcours.tuteur;
    if (designe_par === "groupement") return;
    if (!volontaire && fonction === "salarie") {
      yield {
        at: ["tuteur", "volontaire"],
        message: "Le tuteur salarié n'est pas volontaire : il doit l'être.",
        hint: "Désignez un tuteur volontaire ; à défaut, l'employeur peut assurer lui-même le tutorat s'il est qualifié.",
      };
    }
    const { value: minimum } = valueAt("tuteur-experience", dateDuDroit(parcours));
    if (experience_annees >= minimum) return;
    yield {
      at: ["tuteur", "experience_annees"],
      message: `Le tuteur a ${count(experience_annees, "an")} d'expérience : au moins ${minimum} ans sont exigés, dans une qualification en rapport avec l'objectif.`,
      hint: "Désignez un tuteur plus expérimenté.",
    };
  },
});
