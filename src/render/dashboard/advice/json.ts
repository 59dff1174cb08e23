import { documentDe } from "../../../dashboard/index.ts";
import type { Conseil, Montre } from "../../../secrecy/index.ts";

/** `cpro/advise/1`: what is shown as it is, and what each regroupement would show; from true values, hence `confidentiel`. */
export function adviceJson({ semestre, date, decoupage, secret, avant, compares, essayes, conseils }: Conseil): string {
  const document = {
    format: "cpro/advise/1",
    confidentiel: true,
    semestre: semestre.id,
    date,
    ...(decoupage && { decoupage }),
    secret: { methode: "suppression", seuil: secret.persons, ...(secret.groupes && { groupes: true }) },
    avant: partsOf(avant),
    compares,
    essayes,
    conseils: conseils.map(({ regroupement, apres }) => ({
      regroupement: documentDe(regroupement),
      apres: partsOf(apres),
      gain: { nombres: apres.cells.shown - avant.cells.shown, personnes: apres.persons.shown - avant.persons.shown },
    })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function partsOf({ cells, persons }: Montre): object {
  return {
    nombres: { montres: cells.shown, existants: cells.all },
    personnes: { montrees: persons.shown, comptees: persons.all },
  };
}
