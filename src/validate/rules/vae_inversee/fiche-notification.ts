import { list } from "../../../words/french.ts";
import { defineRule } from "../../rule.ts";

const destinataires = [
  ["notifiee_porteur_le", "au porteur"],
  ["notifiee_opco_le", "à l'opérateur de compétences de l'entreprise"],
] as const;

export default defineRule({
  id: "fiche-notification",
  famille: "vae_inversee",
  scope: "fiche",
  severity: "warning",
  summary: "La DGEFP informe d'un avis favorable le porteur et l'opérateur de compétences de l'entreprise.",
  references: ["cahier-des-charges-1-1"],
  *check({ instruction }) {
    if (instruction?.avis !== "favorable") return;
    const oublies = destinataires.filter(([cle]) => instruction[cle] === undefined);
    const [premier] = oublies;
    if (premier === undefined) return;
    yield {
      at: ["instruction", premier[0]],
      message: `L'avis est favorable, mais rien ne dit qu'il a été notifié ${list(
        oublies.map(([, nom]) => nom),
        "et",
      )}.`,
      hint: `Ajoutez ${list(
        oublies.map(([cle]) => `« ${cle}: »`),
        "et",
      )} ; si la notification n'est pas arrivée, demandez-la à la DGEFP.`,
    };
  },
});
