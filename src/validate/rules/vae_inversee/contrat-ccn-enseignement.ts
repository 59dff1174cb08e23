import { heuresEnseignement } from "../../../dossier/faits.ts";
import { defineRule } from "../../rule.ts";

export default defineRule({
  id: "contrat-ccn-enseignement",
  famille: "vae_inversee",
  scope: "entree",
  severity: "error",
  summary:
    "Un parcours qui vise une qualification de convention collective comporte un enseignement théorique, par un organisme de formation (sur place ou à distance) ou par le service de formation interne de l'entreprise ; l'AFEST seule n'y suffit pas.",
  references: ["faq-ministere"],
  *check(parcours) {
    if (parcours.certification.nature !== "qualification_ccn" || heuresEnseignement(parcours) === 0) return;
    const { organisme_heures = 0, interne_heures = 0, distance_heures = 0 } = parcours.modalites.enseignements;
    const isInterne = interne_heures > 0;
    if (organisme_heures + distance_heures > 0 || (isInterne && parcours.entreprise.service_formation_interne === true)) return;
    yield {
      at: isInterne ? ["modalites", "enseignements", "interne_heures"] : ["modalites", "enseignements"],
      message: isInterne
        ? "La qualification de convention collective est enseignée en interne, par une entreprise qui n'a pas de service de formation : un organisme de formation est attendu."
        : "La qualification de convention collective est visée sans enseignement théorique : des heures en organisme de formation ou en service interne sont attendues.",
      hint: "Prévoyez des heures en organisme de formation, ou indiquez « service_formation_interne: true » si l'entreprise a ce service.",
    };
  },
});
