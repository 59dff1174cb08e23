import { dateDuDroit, heuresEnseignement, motifPrioritaire } from "../../../dossier/faits.ts";
import { firstValue, valueAt } from "../../../legal/index.ts";
import { formatNumber } from "../../../words/french.ts";
import { defineRule } from "../../rule.ts";

const at = ["modalites", "enseignements"];

export default defineRule({
  id: "contrat-part-enseignement",
  famille: "vae_inversee",
  scope: "entree",
  severity: "warning",
  summary: `Les enseignements et l'accompagnement font de ${firstValue("part-enseignement-minimum")} à ${firstValue("part-enseignement-maximum")} % de la durée totale, et au moins ${firstValue("heures-enseignement-minimum")} heures ; au-delà pour un public prioritaire ou par accord de branche. Ces bornes sont celles du contrat ordinaire, auxquelles aucun texte lu ne déroge.`,
  references: ["ct-l6325-13", "ct-l6325-14"],
  *check(parcours) {
    const { activite_heures, accompagnement_vae_heures } = parcours.modalites;
    const enseignement = heuresEnseignement(parcours);
    // A modality without hours is the fault of contrat-trois-modalites.
    if (enseignement === 0 || activite_heures === 0 || accompagnement_vae_heures === 0) return;
    const heures = enseignement + accompagnement_vae_heures;
    const duree = heures + activite_heures;
    const part = (100 * heures) / duree;
    const droit = dateDuDroit(parcours);
    const { value: minimum } = valueAt("part-enseignement-minimum", droit);
    const { value: maximum } = valueAt("part-enseignement-maximum", droit);
    const { value: plancher } = valueAt("heures-enseignement-minimum", droit);
    // Cut away from the bound that is passed: « 15 %, au moins 15 % » would say nothing.
    const lisible = (part < minimum ? Math.floor : Math.ceil)((10_000 * heures) / duree) / 100;
    const lu = (): string =>
      `Les enseignements et l'accompagnement font ${formatNumber(heures)} heures, soit ${formatNumber(lisible)} % de la durée totale`;
    if (part < minimum || heures < plancher) {
      yield {
        at,
        message: `${lu()} : au moins ${minimum} % et ${plancher} heures sont attendus.`,
        hint: "Augmentez les heures d'enseignement ou d'accompagnement.",
      };
    } else if (part > maximum && motifPrioritaire(parcours) === undefined) {
      yield {
        at,
        message: `${lu()} : ${maximum} % au plus sont attendus pour un bénéficiaire qui n'est pas d'un public prioritaire.`,
        hint: "Un accord de branche peut permettre davantage : vérifiez-le, puis consignez-le dans une dérogation.",
      };
    }
  },
});
