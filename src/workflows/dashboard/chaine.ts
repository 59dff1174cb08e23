import { type Precedent, relireEcrit, sontMemes } from "../../dashboard/index.ts";
import { UserError } from "../../errors.ts";
import { version } from "../../generated/version.ts";
import type { Dashboard } from "../../secrecy/index.ts";
import { list } from "../../words/french.ts";
import type { DashboardOptions } from "./options.ts";

/**
 * The chain of records is whole, or nothing is published: what a reader subtracts from a half-year is any earlier one, not the last only.
 * With the third half-year and the first, the second's hidden cells would come back.
 * @throws UserError when a record was made with earlier ones that are not given.
 */
export function exigerChaine(precedents: readonly Precedent[]): void {
  const donnes = new Set(precedents.map(({ sha256 }) => sha256));
  const manquants = new Map<string, string>();
  for (const { semestre, sources } of precedents) {
    for (const avant of sources.precedents) if (!donnes.has(avant.sha256)) manquants.set(avant.semestre, semestre);
  }
  if (manquants.size === 0) return;
  const noms = [...manquants.keys()].sort();
  const qui = list(
    [...new Set(manquants.values())].sort().map((semestre) => `du ${semestre}`),
    "et",
  );
  throw new UserError(
    `Il manque ${noms.length > 1 ? "les relevés" : "le relevé"} de diffusion ${list(
      noms.map((semestre) => `du ${semestre}`),
      "et",
    )}, que le relevé ${qui} cite : sans ${noms.length > 1 ? "eux" : "lui"}, ce qui y est masqué reviendrait par soustraction. Rien n'a été écrit.`,
    "Donnez à --previous tous les relevés publiés avant ce semestre, tels qu'ils ont été écrits : un relevé modifié n'est pas reconnu.",
  );
}

/**
 * What a publication comes after: all that was published before it. One that was made already from the same data, in the same way, is
 * made again as it was, with what it came after then.
 * @throws UserError when something published since then, or otherwise, would give back what this one hides.
 */
export function precedentsDe<P extends Precedent>(precedents: readonly P[], dashboard: Dashboard, options: DashboardOptions): P[] {
  if (options.diffusion === "interne") return [...precedents];
  const { semestre } = dashboard;
  const parue = precedents.find((un) => estCettePublication(un, dashboard, options));
  const avant = precedents.filter((un) => un !== parue && un.semestre <= semestre.id);
  if (parue !== undefined && sontCeuxDe(parue, avant)) return avant;
  const suivant = precedents.find((un) => un.semestre > semestre.id);
  if (suivant !== undefined) {
    throw new UserError(
      `Le semestre ${suivant.semestre} est déjà publié : ${semestre.id}, publié après lui, ne peut pas être contrôlé. Rien n'a été écrit.`,
      "Les semestres se publient dans leur ordre. Pour reprendre toute la suite, rangez ailleurs les relevés qui n'ont pas été diffusés.",
    );
  }
  const autre = precedents.find((un) => un.semestre === semestre.id && un.parametres.secret?.methode !== options.secret);
  if (autre !== undefined) {
    throw new UserError(
      `Le semestre ${semestre.id} est déjà publié par la méthode ${autre.parametres.secret?.methode} : avec les deux, des effectifs protégés se retrouveraient. Rien n'a été écrit.`,
      `Publiez-le par la même : --secret ${autre.parametres.secret?.methode}. S'il n'a jamais été diffusé, rangez son relevé ailleurs.`,
    );
  }
  if (precedents.some((un) => un.semestre === semestre.id && !sontMemes(relireEcrit(un.parametres.regroupement), dashboard.regroupement))) {
    throw new UserError(
      `Le semestre ${semestre.id} est déjà publié avec d'autres catégories : avec les deux, des effectifs protégés se retrouveraient. Rien n'a été écrit.`,
      "Publiez-le avec les mêmes (--regroupement). S'il n'a jamais été diffusé, rangez son relevé ailleurs.",
    );
  }
  return [...precedents];
}

/** Whether some records are those that another was made with, no more and no less. */
function sontCeuxDe({ sources }: Precedent, precedents: readonly Precedent[]): boolean {
  const cites = new Set(sources.precedents.map(({ sha256 }) => sha256));
  return cites.size === precedents.length && precedents.every(({ sha256 }) => cites.has(sha256));
}

function estCettePublication(
  { semestre, date, parametres, sources, version: faiteAvec }: Precedent,
  dashboard: Dashboard,
  { secret, by, base, secretGroupes, inites: voulus }: DashboardOptions,
): boolean {
  const memesCategories = sontMemes(relireEcrit(parametres.regroupement), dashboard.regroupement);
  const memeManiere = parametres.secret?.methode === secret && parametres.decoupage === (by ?? null) && memesCategories;
  const { groupes, inites } = parametres.secret ?? {};
  const memesSecrets = groupes === secretGroupes && inites === (voulus === "tous" ? voulus : undefined);
  const memeBase = base === undefined || String(parametres.secret?.base) === base;
  const memeJour = semestre === dashboard.semestre.id && date === dashboard.date && faiteAvec === version;
  return memeManiere && memesSecrets && memeBase && memeJour && sources.empreinte === dashboard.sources.empreinte;
}
