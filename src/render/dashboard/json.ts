import { ecrire, type TableauDeBord } from "../../dashboard/index.ts";

/** The dashboard in long form, for programs: one entry per cell. */
export function dashboardJson({ dispositif, semestre, date, secret, figures, taux, tables, regroupement }: TableauDeBord): string {
  const document = {
    format: "cpro/dashboard/1",
    ...(dispositif !== undefined && { dispositif }),
    semestre: semestre.id,
    date,
    secret: methodOf(secret),
    ...(regroupement && { regroupement: ecrire(regroupement) }),
    synthese: {
      ...Object.fromEntries(figures.map(({ id, valeur }) => [id, valeur])),
      taux: Object.fromEntries(
        taux.map(({ id, valeur, numerateur, denominateur }) => [id, { valeur, numerateur: numerateur.id, denominateur: denominateur.id }]),
      ),
    },
    tables: tables.map(({ id, titre, unite, dimensions, cellules }) => ({
      id,
      titre,
      unite,
      dimensions: dimensions.map((dimension) => dimension.id),
      cellules,
    })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function methodOf(secret: TableauDeBord["secret"]): Record<string, string | number | readonly string[]> {
  if (secret === undefined) return { methode: "aucune" };
  if (secret.arrondi === undefined) {
    return { methode: "suppression", seuil: secret.persons, ...(secret.zerosMasques && { zeros_masques: secret.zerosMasques }) };
  }
  return { methode: "arrondi", ...secret.arrondi, seuil: secret.persons };
}
