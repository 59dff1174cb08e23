import { CALCUL } from "../../dispositif/calculs.ts";
import type { Modele } from "../../dispositif/catalogue.ts";
import type { Chemin } from "../../dispositif/chemin.ts";
import type { Condition, Repere } from "../../dispositif/conditions.ts";
import { schemaAt } from "../../dispositif/schema-node.ts";
import { list } from "../../words/french.ts";

/** A path as a person reads it: the title that the schema gives it, then the path itself; of a derived fact, what makes it. */
export function chemin(modele: Modele, place: Chemin): string {
  if (place.startsWith(CALCUL)) return calcul(modele, place.slice(CALCUL.length));
  const pas = place.split("/").flatMap((cle) => (cle.includes("[") ? [cle.slice(0, cle.indexOf("[")), 0] : [cle]));
  const { title } = schemaAt(modele.formes.parcours, pas);
  return title === undefined ? place : `${title} (${place})`;
}

function calcul(modele: Modele, nom: string): string {
  const { dernier, dernier_connu, premier, somme } = modele.dispositif.parcours.calculs?.[nom] ?? {};
  const tous = dernier ?? dernier_connu ?? premier;
  if (tous !== undefined)
    return `${premier === undefined ? "le dernier" : "le premier"} de ${list(
      tous.map((un) => chemin(modele, un)),
      "et",
    )}`;
  return somme === undefined ? nom.replaceAll("_", " ") : `la somme de ${chemin(modele, somme)}`;
}

export function chemins(modele: Modele, places: readonly Chemin[]): string {
  return list(places.map((place) => chemin(modele, place)));
}

/** « Décision (phases/recevabilite/decision) vaut non_recevable ». */
export function condition(modele: Modele, une: Condition): string {
  if (une.chemin === undefined) {
    const { tous, un_de, aucun_de } = une;
    const dites = (tous ?? un_de ?? aucun_de ?? []).map((autre) => condition(modele, autre));
    return aucun_de === undefined ? list(dites, tous === undefined ? "ou" : "et") : `ni ${dites.join(", ni ")}`;
  }
  const nom = chemin(modele, une.chemin);
  if (une.absent) return `${nom} n'est pas connu`;
  if (une.present) return `${nom} est connu`;
  if (une.vaut !== undefined) return `${nom} vaut ${list(une.vaut)}`;
  if (une.sauf !== undefined) return `${nom} ne vaut pas ${list(une.sauf)}`;
  if (une.contient !== undefined) return `${nom} contient ${une.contient}`;
  if (une.au_plus !== undefined) return `${nom} est au plus ${une.au_plus}`;
  if (une.au_moins !== undefined) return `${nom} est au moins ${une.au_moins}`;
  return une.apres === undefined ? `${nom} vient avant ${repere(modele, une.avant)}` : `${nom} vient après ${repere(modele, une.apres)}`;
}

function repere(modele: Modele, autre: Repere | undefined): string {
  if (autre === undefined) return "";
  if (typeof autre === "string") return chemin(modele, autre);
  return `${chemin(modele, autre.chemin)}${autre.delai === undefined ? "" : ` ${autre.delai.startsWith("-") ? "moins" : "plus"} ${autre.delai.replace(/^-/, "")}`}`;
}
