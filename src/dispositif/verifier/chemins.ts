import { CALCUL, calculsCommuns } from "../calculs.ts";
import type { Dispositif } from "../modele.ts";
import type { SchemaNode } from "../schema-node.ts";
import { DEMARCHE_LIEE } from "../vue.ts";
import { conseilParmi, type Faute } from "./faute.ts";
import { egarement } from "./lieux.ts";
import type { Releve } from "./releves.ts";

/** The schemas that paths lead through. */
export interface SchemasDesFichiers {
  parcours: SchemaNode;
  fiche?: SchemaNode;
  /** What a structure does for itself, which parcours name. */
  demarche?: SchemaNode;
}

/** The parcours that another continues, and the one that continues it, where a dispositif links them. */
const LIES = ["origine", "suite"];

/** The paths that lead nowhere in the files of a dispositif. */
export function cheminsEgares(dispositif: Dispositif, releves: readonly Releve[], schemas: SchemasDesFichiers): Faute[] {
  return [...releves.flatMap(cheminDe), ...citations(dispositif)].flatMap((releve) => faute(dispositif, releve, schemas) ?? []);
}

function cheminDe(releve: Releve): Releve[] {
  return releve.nature === "chemin" || releve.nature === "repere" ? [releve] : [];
}

/** The paths in braces that the texts of data rules quote. */
function citations({ regles_donnees = [] }: Dispositif): Releve[] {
  return regles_donnees.flatMap((regle, rang) =>
    (["message", "conseil"] as const).flatMap((cle) =>
      [...(regle[cle] ?? "").matchAll(/\{([^{}]+)\}/g)].map(([, valeur = ""]) => ({
        nature: "chemin",
        at: ["regles_donnees", rang, cle],
        valeur,
      })),
    ),
  );
}

function faute(dispositif: Dispositif, { at, valeur }: Releve, { parcours, fiche, demarche }: SchemasDesFichiers): Faute | undefined {
  if (valeur.startsWith(CALCUL)) return calculInconnu(dispositif, at, valeur.slice(CALCUL.length));
  if (valeur.startsWith(`${DEMARCHE_LIEE}/`) && demarche !== undefined) {
    const perdu = egarement(demarche, valeur.slice(DEMARCHE_LIEE.length + 1), false);
    return perdu === undefined ? undefined : { at, ...perdu };
  }
  const schema = at[0] === "fiche" ? fiche : parcours;
  if (schema === undefined)
    return { at, message: "Ce dispositif n'a pas de fiche : il n'a pas de fiche.schema.json.", hint: "Retirez-le." };
  const [premier = "", ...reste] = valeur.split("/");
  const isLie = LIES.includes(premier) && dispositif.parcours.lien !== undefined;
  if (isLie && reste.length === 0) return undefined;
  const perdu = egarement(schema, isLie ? reste.join("/") : valeur, at.includes("faits") || at.includes("faite_depuis"));
  return perdu === undefined ? undefined : { at, ...perdu };
}

function calculInconnu({ parcours: { calculs = {} } }: Dispositif, at: Releve["at"], nom: string): Faute | undefined {
  const connus = [...Object.keys(calculs), ...calculsCommuns];
  if (connus.includes(nom)) return undefined;
  return { at, message: `Le calcul « ${nom} » est inconnu.`, hint: conseilParmi(nom, connus) };
}
