import type { Day } from "../words/dates.ts";
import type { Chemin } from "./chemin.ts";
import type { Fait, Vue } from "./fait.ts";

/** Another day to compare with, moved by a delay of the law: `-delai` moves it back. */
export type Repere = Chemin | { chemin: Chemin; delai?: string };

/** What is asked of a place: one key beside `chemin`. What is not known is only `absent` or `sauf`. */
interface ConditionSimple {
  chemin: Chemin;
  vaut?: readonly string[];
  sauf?: readonly string[];
  absent?: true;
  present?: true;
  /** A number, or the name of a parameter. */
  au_plus?: number | string;
  au_moins?: number | string;
  apres?: Repere;
  avant?: Repere;
  /** A list holds this value. */
  contient?: string;
}

/** One place and one thing asked of it, or several conditions at once; see schemas/dispositif.schema.json. */
export type Condition =
  | (ConditionSimple & { tous?: undefined; un_de?: undefined; aucun_de?: undefined })
  | { tous?: readonly Condition[]; un_de?: readonly Condition[]; aucun_de?: readonly Condition[]; chemin?: undefined };

/** Whether a condition holds in a view; of a path through a list, one item is enough. */
export function isRemplie(vue: Vue, condition: Condition): boolean {
  if (condition.chemin !== undefined) return isVraie(vue, condition);
  const { tous, un_de, aucun_de } = condition;
  const isUne = (une: Condition): boolean => isRemplie(vue, une);
  if (tous !== undefined) return tous.every(isUne);
  if (un_de !== undefined) return un_de.some(isUne);
  return aucun_de !== undefined && !aucun_de.some(isUne);
}

function isVraie(vue: Vue, condition: ConditionSimple): boolean {
  const { chemin, vaut, sauf, absent, present, contient } = condition;
  const faits = vue.tous(chemin);
  if (absent) return faits.length === 0;
  if (present) return faits.length > 0;
  if (vaut !== undefined) return faits.some(({ valeur }) => vaut.includes(String(valeur)));
  if (sauf !== undefined) return !faits.some(({ valeur }) => sauf.includes(String(valeur)));
  if (contient !== undefined) return faits.some(({ valeur }) => Array.isArray(valeur) && valeur.map(String).includes(contient));
  return faits.some((fait) => isDansLesBornes(vue, fait, condition));
}

function isDansLesBornes(vue: Vue, { valeur, le }: Fait, { au_plus, au_moins, apres, avant }: ConditionSimple): boolean {
  const [nombre, plus, moins] = [Number(valeur), nombreDe(vue, au_plus), nombreDe(vue, au_moins)];
  if (plus !== undefined) return nombre <= plus;
  if (moins !== undefined) return nombre >= moins;
  const [debut, fin] = [jourDe(vue, apres), jourDe(vue, avant)];
  return le !== undefined && ((debut !== undefined && le > debut) || (fin !== undefined && le < fin));
}

function nombreDe({ loi }: Vue, borne: number | string | undefined): number | undefined {
  const valeur = typeof borne === "string" ? loi.valeur(borne) : borne;
  return typeof valeur === "number" ? valeur : undefined;
}

function jourDe(vue: Vue, repere: Repere | undefined): Day | undefined {
  if (repere === undefined) return undefined;
  const { chemin, delai } = typeof repere === "string" ? { chemin: repere, delai: undefined } : repere;
  const le = vue(chemin)?.le;
  if (le === undefined || delai === undefined) return le;
  return delai.startsWith("-") ? vue.loi.decaler(le, delai.slice(1), -1) : vue.loi.decaler(le, delai);
}

/** The first path of a condition that is not as asked, among those that must all be: where a person is to look. */
export function cheminFautif(vue: Vue, condition: Condition): Chemin {
  if (condition.chemin !== undefined) return condition.chemin;
  const { tous = [], un_de = [], aucun_de = [] } = condition;
  const fautif = tous.find((une) => !isRemplie(vue, une)) ?? aucun_de.find((une) => isRemplie(vue, une)) ?? un_de[0] ?? tous[0];
  return fautif === undefined ? "" : cheminFautif(vue, fautif);
}
