import { diffusionDe, enteteDe, lireSemestre, type Precedent, type TableauDeBord } from "../../src/dashboard/index.ts";
import { type Attribute, thresholdsAt } from "../../src/disclosure/index.ts";
import type { Parcours } from "../../src/generated/parcours.ts";
import { dashboardJson } from "../../src/render/dashboard/json.ts";
import { publishRounded } from "../../src/secrecy/arrondi.ts";
import type { Recompute } from "../../src/secrecy/dashboard.ts";
import { computeDashboard } from "../../src/secrecy/index.ts";
import type { Safe } from "../../src/secrecy/safe.ts";
import { publishSuppressed } from "../../src/secrecy/suppression.ts";
import { arreteAu } from "../../src/words/semestres.ts";
import { dispositif } from "../dashboard/bilan.ts";
import { couts, documents, fichesDe } from "../dashboard/dossier.ts";
import type { Publie } from "./attaquant.ts";

interface Parution {
  report: TableauDeBord;
  publie: Publie;
  /** The same with nothing hidden. */
  vrai: Publie;
  precedent: Precedent;
  attributes: Attribute[];
  withheld: number | undefined;
}

/** What the command would publish of a half-year if nothing were hidden. */
export async function exact(donnees: readonly Parcours[], { semestre, date, selon }: Quand): Promise<Publie> {
  const source = {
    dispositif,
    dossier: { fiches: fichesDe(donnees), parcours: documents(donnees) },
    ineligibles: new Map(),
    couts: couts(donnees.length),
  };
  const dashboard = await computeDashboard({ ...source, semestre: lireSemestre(semestre), date, selon, regionsPubliees: [] });
  return JSON.parse(dashboardJson({ ...enteteDe(dashboard), version: "0.0.0", ...dashboard.publier(new Set()) }));
}

interface Quand {
  semestre: string;
  date: string;
  base?: number;
  groupes?: true;
  selon?: "region";
}

/** What the command publishes of a half-year, given what it published before; with `base`, counts are rounded. */
export async function paraitre(
  donnees: readonly Parcours[],
  quand: Quand,
  precedents: readonly Precedent[] = [],
  ineligibles: ReadonlyMap<string, readonly string[]> = new Map(),
  montants: ReturnType<typeof couts> = couts(donnees.length),
): Promise<Parution> {
  const { date, selon } = quand;
  const seuils = thresholdsAt(date);
  const publiques = [...precedents.map((un) => ({ ...un, selon: un.parametres.decoupage })), quand].filter((une) => une.selon === "region");
  const regionsPubliees = publiques.map((une) => arreteAu(lireSemestre(une.semestre), une.date));
  const source = {
    dispositif,
    dossier: { fiches: fichesDe(donnees), parcours: documents(donnees) },
    ineligibles,
    couts: montants,
    regionsPubliees,
  };
  const dashboard = await computeDashboard({ ...source, semestre: lireSemestre(quand.semestre), date, selon });
  const commun = { ...enteteDe(dashboard), version: "0.0.0" };
  const avant: Recompute = ({ decoupage, ...un }) => computeDashboard({ ...source, ...un, selon: decoupage });
  const { publication, secret, attributes, withheld }: Safe = await (quand.base === undefined
    ? publishSuppressed(dashboard, { ...seuils, ...(quand.groupes && { groupes: true }) }, precedents, avant)
    : publishRounded(dashboard, { ...seuils, base: quand.base }, precedents, avant));
  const report: TableauDeBord = { ...commun, secret, ...publication };
  return {
    report,
    attributes,
    withheld,
    publie: JSON.parse(dashboardJson(report)),
    vrai: JSON.parse(dashboardJson({ ...commun, ...dashboard.publier(new Set()) })),
    precedent: { ...diffusionDe(report, { nom: "t.json", sha256: "" }, precedents), sha256: quand.semestre },
  };
}
