import { defineRule, type ParcoursDeContrat } from "../../rule.ts";

export default defineRule({
  id: "tuteur-designe",
  famille: "contrat_pro",
  scope: "entree",
  severity: "error",
  summary:
    "Un tuteur est désigné dans l'entreprise ; quand l'employeur est un groupement d'employeurs, un second tuteur l'est dans le groupement (clé « tuteur_groupement »).",
  references: ["ct-l6325-3-1", "ct-d6325-10"],
  *check({ employeur, tuteur, tuteur_groupement }: ParcoursDeContrat) {
    const isGroupement = employeur?.type === "groupement_employeurs";
    if (tuteur.designe_par === "groupement") {
      yield {
        at: ["tuteur", "designe_par"],
        message: isGroupement
          ? "Le tuteur est désigné par le groupement : l'entreprise utilisatrice doit aussi avoir le sien."
          : "Le tuteur est désigné par un groupement, mais l'employeur n'est pas un groupement d'employeurs : « entreprise » est attendu.",
        hint: isGroupement
          ? "Décrivez dans « tuteur » celui de l'entreprise, et dans « tuteur_groupement » celui du groupement."
          : "Corrigez « designe_par », ou décrivez le groupement dans « employeur ».",
      };
    } else if (isGroupement && tuteur_groupement === undefined) {
      yield {
        at: ["tuteur_groupement"],
        message: `L'employeur « ${employeur.denomination} » est un groupement d'employeurs : un second tuteur, désigné dans le groupement, est attendu.`,
        hint: "Ajoutez la rubrique « tuteur_groupement: » avec l'identifiant de ce tuteur.",
      };
    }
  },
});
