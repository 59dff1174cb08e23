import { firstValue } from "../../../legal/index.ts";
import { ageOn } from "../../../words/dates.ts";
import { defineRule, type ParcoursDeContrat } from "../../rule.ts";

const [JEUNE, DERNIER] = [firstValue("contrat-pro-age-minimum"), firstValue("contrat-pro-age-jeune-maximum")];

export default defineRule<"entree", ParcoursDeContrat>({
  id: "experimental-public",
  famille: "contrat_pro_experimental",
  scope: "entree",
  severity: "error",
  summary: `Le contrat expérimental s'adresse aux jeunes de ${JEUNE} à ${DERNIER} ans, aux demandeurs d'emploi plus âgés, à qui perçoit un minimum social ou sort d'un contrat aidé.`,
  references: ["atlas-experimental", "ct-l6325-1"],
  *check({ beneficiaire, contrat }) {
    const age = ageOn(beneficiaire.date_naissance, contrat.conclu_le);
    const isJeune = age >= JEUNE && age <= DERNIER;
    const isDemandeur = age > DERNIER && beneficiaire.situation_avant === "demandeur_emploi";
    if (isJeune || isDemandeur || beneficiaire.minimum_social !== undefined || beneficiaire.ex_contrat_aide === true) return;
    yield {
      at: ["beneficiaire", "date_naissance"],
      message: `La personne a ${age} ans à la conclusion, et rien ne dit qu'elle soit de ceux à qui ce contrat s'adresse.`,
      hint: "Complétez sa situation : demandeur d'emploi, minimum social, sortie de contrat aidé.",
    };
  },
});
