import { dateDuDroit } from "../../../dossier/faits.ts";
import { valueAt } from "../../../legal/index.ts";
import { formatNumber } from "../../../words/french.ts";
import { defineRule } from "../../rule.ts";

export default defineRule({
  id: "contrat-entreprises-accueil",
  famille: "vae_inversee",
  scope: "entree",
  severity: "error",
  summary:
    "Chaque entreprise d'accueil signe une convention, et les heures qui s'y passent font au plus la moitié de l'activité en entreprise.",
  references: ["ct-l6325-2", "ct-d6325-30"],
  *check(parcours) {
    const accueils = parcours.contrat.entreprises_accueil ?? [];
    for (const [index, { siret, denomination = siret, convention }] of accueils.entries()) {
      if (convention) continue;
      yield {
        at: ["contrat", "entreprises_accueil", index, "convention"],
        message: `Aucune convention n'est signée avec l'entreprise d'accueil « ${denomination} ».`,
        hint: "Signez la convention avant l'accueil, puis indiquez « convention: true ».",
      };
    }
    const { activite_heures } = parcours.modalites;
    if (accueils.length === 0 || activite_heures === 0) return;
    const heures = accueils.reduce((total, accueil) => total + accueil.heures, 0);
    const { value: part } = valueAt("part-accueil-maximum", dateDuDroit(parcours));
    const limite = (activite_heures * part) / 100;
    if (heures <= limite) return;
    yield {
      at: ["contrat", "entreprises_accueil"],
      message: `Le bénéficiaire passe ${formatNumber(heures)} heures dans d'autres entreprises : au plus ${part} % de l'activité, soit ${formatNumber(limite)} heures, sont admis.`,
      hint: "Réduisez les heures chez les entreprises d'accueil.",
    };
  },
});
