import { type Changement, changements, type Prevu } from "../../import/index.ts";
import { style } from "../terminal/style.ts";

/** What changes in each file, field by field: « - » what goes, « + » what comes. */
export function renderChangements(prevus: readonly Prevu[]): string {
  return prevus
    .map(({ fichier, avant, data }) => [style.bold(fichier), ...changements(avant?.data, data).flatMap(lines), ""].join("\n"))
    .join("\n");
}

function lines({ chemin, avant, apres }: Changement): string[] {
  const nom = chemin
    .map((pas) => (typeof pas === "number" ? `[${pas + 1}]` : `.${pas}`))
    .join("")
    .slice(1);
  return [
    ...(avant === undefined ? [] : [style.red(`  - ${nom} : ${texte(avant)}`)]),
    ...(apres === undefined ? [] : [style.green(`  + ${nom} : ${texte(apres)}`)]),
  ];
}

/** Long texts are shown by their beginning. */
const LONG = 80;

function texte(valeur: unknown): string {
  const dit = typeof valeur === "string" ? valeur.replaceAll(/\s+/g, " ") : JSON.stringify(valeur);
  return dit.length > LONG ? `${dit.slice(0, LONG - 1)}…` : dit;
}
