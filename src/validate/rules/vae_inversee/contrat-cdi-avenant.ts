import { defineRule } from "../../rule.ts";

export default defineRule({
  id: "contrat-cdi-avenant",
  famille: "vae_inversee",
  scope: "entree",
  severity: "warning",
  summary:
    "Le salarié déjà en CDI dans l'entreprise entre dans l'expérimentation par un avenant, que vaut le Cerfa ; un avenant à un CDI suppose un salarié et un contrat à durée indéterminée.",
  references: ["faq-ministere"],
  *check({ beneficiaire, contrat }) {
    const { nature, avenant_cdi = false } = contrat;
    const isSalarie = beneficiaire.situation_avant === "salarie";
    if (avenant_cdi && nature === "cdd") {
      yield {
        at: ["contrat", "nature"],
        message: "Le contrat est dit avenant à un CDI, mais sa nature est « cdd » : « cdi » est attendu.",
        hint: "Corrigez la nature du contrat, ou retirez « avenant_cdi ».",
      };
    } else if (avenant_cdi && !isSalarie) {
      yield {
        at: ["beneficiaire", "situation_avant"],
        message: `Le contrat est un avenant à un CDI, mais le bénéficiaire n'était pas salarié : sa situation d'avant est « ${beneficiaire.situation_avant} ».`,
        hint: "Corrigez « situation_avant », ou retirez « avenant_cdi ».",
      };
    } else if (!avenant_cdi && isSalarie && nature === "cdi") {
      yield {
        at: ["contrat", "avenant_cdi"],
        message:
          "Le bénéficiaire était déjà salarié et le contrat est un CDI sans avenant : s'il était en CDI dans cette entreprise, un avenant est nécessaire.",
        hint: "Le Cerfa vaut avenant : indiquez « avenant_cdi: true » si le CDI existait déjà. S'il s'agit d'une embauche, une dérogation peut le consigner.",
      };
    }
  },
});
