import type { Chemin } from "../../dispositif/chemin.ts";
import { parametreDe, referenceDe, valeurAu } from "../../dispositif/droit.ts";
import type { Vue } from "../../dispositif/fait.ts";
import type { CoutReel, Heures, Unites } from "../../dispositif/financement.ts";
import type { Dispositif } from "../../dispositif/modele.ts";
import { reference } from "../../legal/index.ts";
import type { Day } from "../../words/dates.ts";
import { toCents } from "../../words/money.ts";
import { type Amount, again, auTaux, figure, least } from "../amount.ts";

/** A base that is due for one parcours, whatever the year. */
export type BaseDuParcours = CoutReel | Heures | Unites;

/** What a base is counted from. */
export interface Alentour {
  dispositif: Dispositif;
  /** The whole file: what is due does not wait for the day, as of a contract. */
  vue: Vue;
  /** The day whose law gives the limits. */
  droit: Day;
  /** The sum of the expenses. */
  depenses: Amount;
}

/** What is due, and what must be known first: then nothing is. */
export interface DuDeBase {
  montant: Amount;
  manques: readonly string[];
}

/** What a base comes to, up to its limit. @throws UserError when its limit was not law yet. */
export function duDe(base: BaseDuParcours, alentour: Alentour): DuDeBase {
  const { dispositif } = alentour;
  const label = base.libelle ?? base.id;
  const references = base.reference === undefined ? [] : [referenceDe(dispositif, base.reference)];
  const rien = (manques: readonly string[]): DuDeBase => ({ montant: figure(label, 0, references), manques });
  const manques = manquesDe(base, alentour);
  if (manques.length > 0) return rien(manques);
  const brut = brutDe(base, label, alentour);
  if (base.plafond === undefined) return { montant: { ...brut, label, references: uniques([...references, ...brut.references]) }, manques };
  const plafond = plafondDe(base.plafond, alentour);
  return plafond === undefined ? rien(["montant accordé à saisir"]) : { montant: least(label, [brut, plafond], references), manques };
}

/** What the file does not say and without which nothing can be counted. */
function manquesDe(base: BaseDuParcours, { vue }: Alentour): string[] {
  if (base.type === "cout_reel") return [];
  const manques: string[] = [];
  const isConnu = (chemin: Chemin): boolean => nombreA(vue, chemin) !== undefined;
  if (base.type === "heures" && !isConnu(base.heures)) manques.push("heures à saisir");
  if (base.type === "unites" && !isConnu(base.unites)) manques.push("nombre d'unités à saisir");
  if (!isConnu(base.taux)) manques.push("taux à saisir");
  if (base.type === "heures" && base.preuve !== undefined && vue(base.preuve) === undefined)
    manques.push(base.sans_preuve ?? "certificat absent");
  return manques;
}

function brutDe(base: BaseDuParcours, label: string, { dispositif, vue, droit, depenses }: Alentour): Amount {
  if (base.type === "cout_reel") return again(depenses);
  const declare = nombreA(vue, base.type === "heures" ? base.heures : base.unites) ?? 0;
  const unitaire = toCents(nombreA(vue, base.taux) ?? 0);
  if (base.type === "heures") return auTaux(label, { unitaire, declare, unite: "heures" });
  if (base.plafond_unites === undefined) return auTaux(label, { unitaire, declare, unite: "unités" });
  const { value, reference: source } = valeurAu(dispositif, base.plafond_unites, droit);
  const { unit: unite } = parametreDe(dispositif, base.plafond_unites);
  return { ...auTaux(label, { unitaire, declare, unite, limite: Number(value) }), references: [referenceDe(dispositif, source)] };
}

function plafondDe(plafond: NonNullable<BaseDuParcours["plafond"]>, alentour: Alentour): Amount | undefined {
  if (typeof plafond !== "string") {
    const accorde = nombreA(alentour.vue, plafond.chemin);
    return accorde === undefined ? undefined : figure("Montant accordé", toCents(accorde));
  }
  return parametreEnEuros(plafond, alentour);
}

/** A figure of the dispositif or of the law, with its source. @throws UserError when it was not law yet. */
export function parametreEnEuros(nom: string, { dispositif, droit }: Pick<Alentour, "dispositif" | "droit">): Amount {
  const { value, reference: source } = valeurAu(dispositif, nom, droit);
  return figure(parametreDe(dispositif, nom).label, toCents(Number(value)), [referenceDe(dispositif, source)]);
}

/** A base and its limit often have the same source. */
function uniques(references: Amount["references"]): Amount["references"] {
  const titres = new Set<string>();
  return references.filter((une) => {
    const { titre } = reference(une);
    return !titres.has(titre) && titres.add(titre);
  });
}

/** A number that a file holds; nothing when it holds none. */
export function nombreA(vue: Vue, chemin: Chemin): number | undefined {
  const valeur = vue(chemin)?.valeur;
  return typeof valeur === "number" ? valeur : undefined;
}
