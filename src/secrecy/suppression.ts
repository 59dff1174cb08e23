import {
  additionne,
  avecConnus,
  type Connue,
  chiffresRevises,
  type Dashboard,
  dejaTus,
  enchainer,
  idsDe,
  lireSemestre,
  type Parution,
  type Precedent,
  publieDuReleve,
  retenusBavards,
  type TableauDeBord,
} from "../dashboard/index.ts";
import { type Attribute, attributesOf, keptOf, type Numbers, protect, prove, type System, type Thresholds } from "../disclosure/index.ts";
import { UserError } from "../errors.ts";
import { categoriesTues, sansCategories } from "./categories.ts";
import { enVues, type Vues, vuesDe } from "./earlier/en-vues.ts";
import { parutionDe } from "./earlier/parution.ts";
import { avecPlafonds } from "./system/plafonds.ts";

/** Makes the dashboard of an earlier half-year again, from today's data. */
export type Recompute = (earlier: Pick<Dashboard, "semestre" | "date" | "decoupage" | "regroupement">) => Promise<Dashboard>;

/** What may be published, how it was made so, and what to say of it. */
export interface Safe {
  publication: ReturnType<Dashboard["publier"]>;
  shown: Numbers;
  secret: NonNullable<TableauDeBord["secret"]>;
  attributes: Attribute[];
  /** How many numbers published then today's data contradicts, by half-year, where there are any. */
  revisions: ReadonlyMap<string, number>;
  /** The groups all in one sensitive category that are kept from readers; absent when none is looked for. */
  withheld?: number;
}

/**
 * What of a dashboard may be published, next to what was published before; proved on what it is about to give. With `groupes`, what
 * would tell the category of a whole group is a secret too.
 * @throws UserError when the audit finds a secret in it.
 */
export async function publishSafely(
  dashboard: Dashboard,
  secret: Thresholds & { groupes?: true },
  precedents: readonly Precedent[],
  recompute: Recompute,
  connues: readonly Connue[] = [],
): Promise<Safe> {
  const rounded = precedents.find(({ parametres }) => parametres.secret?.methode === "arrondi");
  if (rounded !== undefined) throw afterRounding(rounded);
  const vues = vuesDe(dashboard, precedents);
  const courante = await enVues(dashboard, vues, recompute);
  const parutions = await parutionsDe(precedents, vues, recompute, secret.groupes);
  const chaine = avecConnus(enchainer(courante, parutions), courante.systeme, connues);
  const categories = secret.groupes && sansCategories(chaine, dashboard);
  const tus = [...retenusBavards(chaine.variables, dashboard.date, secret.persons), ...dejaTus(dashboard, parutions)];
  const systeme = sansMontrer(categories?.systeme ?? chaine, tus);
  const protection = await protect(avecPlafonds(systeme, dashboard), secret);
  const quiet = new Set([...protection.quiet, ...(categories?.quiet ?? [])]);
  const publication = dashboard.publier(new Set([...protection.hidden, ...tus]));
  const shown = dashboard.relire(publication);
  await prove({ ...avecPlafonds(systeme, dashboard, shown), shown: new Set(shown.keys()), quiet }, secret);
  const kept = keptOf(dashboard.systeme.variables, shown, publication.tables.filter(additionne));
  return {
    publication,
    shown,
    secret: { ...secret, kept, ...zerosTus(quiet, publication) },
    attributes: attributesOf(publication.tables),
    revisions: revisionsDe(parutions),
    ...(categories && { withheld: categories.groupes }),
  };
}

export function revisionsDe(parutions: readonly Parution[]): Map<string, number> {
  const revisions = new Map<string, number>();
  for (const parution of parutions) {
    const combien = chiffresRevises(parution);
    if (combien > 0) revisions.set(parution.semestre.id, Math.max(combien, revisions.get(parution.semestre.id) ?? 0));
  }
  return revisions;
}

/** The system where some variables are not printed whatever happens. */
function sansMontrer({ variables, relations }: System, cles: readonly string[]): System {
  const tues = new Set(cles);
  return { variables: variables.map((variable) => (tues.has(variable.key) ? { ...variable, unpublished: true } : variable)), relations };
}

/** The tables and figures of a publication where some zeros are hidden, when there are any. */
export function zerosTus(quiet: ReadonlySet<string>, { tables, figures }: Safe["publication"]): Pick<Safe["secret"], "zerosMasques"> {
  const parts = new Set([...tables, ...figures].map(({ id }) => id));
  const zerosMasques = idsDe(quiet).filter((id) => parts.has(id));
  return zerosMasques.length > 0 ? { zerosMasques } : {};
}

/** What readers have of earlier half-years. */
export async function parutionsDe(precedents: readonly Precedent[], vues: Vues, recompute: Recompute, groupes?: true): Promise<Parution[]> {
  const parutions: Parution[] = [];
  for (const precedent of precedents) {
    // What stayed inside an organisation is known to no reader.
    if (precedent.parametres.secret === null) continue;
    parutions.push(await paruAvant(precedent, vues, recompute, groupes));
  }
  return parutions;
}

async function paruAvant(precedent: Precedent, vues: Vues, recompute: Recompute, groupes?: true): Promise<Parution> {
  const publie = publieDuReleve(precedent);
  const { decoupage, regroupement, secret } = publie;
  const alone = await recompute({
    semestre: lireSemestre(publie.semestre),
    date: publie.date,
    ...(decoupage && { decoupage }),
    ...(regroupement && { regroupement }),
  });
  const again = await enVues(alone, vues, recompute);
  return parutionDe(publie, groupes ? { ...again, systeme: categoriesTues(again, secret.zeros_masques ?? []) } : again);
}

/** What was rounded and is shown exact later would say more of what was rounded: the two cannot follow one another. */
function afterRounding({ semestre }: Precedent): UserError {
  return new UserError(
    `Rien n'a été écrit : le relevé du semestre ${semestre} a été publié par arrondi ; des effectifs exacts, publiés ensuite, diraient ce que l'arrondi protégeait.`,
    "Publiez celui-ci par arrondi aussi : --secret arrondi.",
  );
}
