import { count } from "../../../words/french.ts";
import { defineRule } from "../../rule.ts";

export default defineRule({
  id: "contrat-interne-service",
  famille: "vae_inversee",
  scope: "entree",
  severity: "warning",
  summary: "Des heures d'enseignement interne supposent que l'entreprise dispose d'un service de formation.",
  references: ["cahier-des-charges-2-4", "ct-l6325-2"],
  *check({ entreprise, modalites, certification }) {
    const { organisme_heures = 0, interne_heures = 0, distance_heures = 0 } = modalites.enseignements;
    if (interne_heures === 0 || entreprise.service_formation_interne === true) return;
    // Without any other teaching a qualification_ccn has the error of contrat-ccn-enseignement.
    if (certification.nature === "qualification_ccn" && organisme_heures + distance_heures === 0) return;
    yield {
      at: ["modalites", "enseignements", "interne_heures"],
      message: `${count(interne_heures, "heure d'enseignement est interne", "heures d'enseignement sont internes")}, mais l'entreprise n'est pas dite disposer d'un service de formation.`,
      hint: "Indiquez « service_formation_interne: true » dans « entreprise » si elle en a un, ou confiez ces heures à un organisme de formation.",
    };
  },
});
