import { additionne, type Precedent } from "../dashboard/index.ts";
import { attributesOf, keptOf, protect, prove, type System, type Thresholds } from "../disclosure/index.ts";
import { UserError } from "../errors.ts";
import { sansCategories, sensiblesDe } from "./categories.ts";
import type { Dashboard, Recompute } from "./dashboard.ts";
import { enVues, vuesDe } from "./earlier/en-vues.ts";
import { parutionsDe } from "./earlier/parutions.ts";
import { dejaTus, enchainer } from "./earlier/suite.ts";
import { avecConnus, type Connue } from "./known/connus.ts";
import { revisionsDe, type Safe, zerosTus } from "./safe.ts";
import { retenusBavards } from "./system/eligibles.ts";
import { avecPlafonds } from "./system/plafonds.ts";

/**
 * What of a dashboard may be published, next to what was published before; proved on what it is about to give. With `groupes`, what
 * would tell the category of a whole group is a secret too.
 * @throws UserError when the audit finds a secret in it.
 */
export async function publishSuppressed(
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
  const tus = [...retenusBavards(dashboard, chaine.variables, secret.persons), ...dejaTus(dashboard, parutions)];
  const systeme = sansMontrer(categories?.systeme ?? chaine, tus);
  const protection = await protect(avecPlafonds(systeme, dashboard), secret);
  const quiet = new Set([...protection.quiet, ...(categories?.quiet ?? [])]);
  const publication = dashboard.publier(new Set([...protection.hidden, ...tus]));
  const shown = dashboard.relire(publication);
  await prove({ ...avecPlafonds(systeme, dashboard, shown), shown: new Set(shown.keys()), quiet }, secret);
  const kept = keptOf(
    dashboard.systeme.variables,
    shown,
    publication.tables.filter((table) => additionne(dashboard.definition, table)),
  );
  return {
    publication,
    shown,
    secret: { ...secret, kept, ...zerosTus(dashboard, quiet, publication) },
    attributes: attributesOf(publication.tables, sensiblesDe(dashboard)),
    revisions: revisionsDe(parutions),
    ...(categories && { withheld: categories.groupes }),
  };
}

/** The system where some variables are not printed whatever happens. */
function sansMontrer({ variables, relations }: System, cles: readonly string[]): System {
  const tues = new Set(cles);
  return { variables: variables.map((variable) => (tues.has(variable.key) ? { ...variable, unpublished: true } : variable)), relations };
}

/** What was rounded and is shown exact later would say more of what was rounded: the two cannot follow one another. */
function afterRounding({ semestre }: Precedent): UserError {
  return new UserError(
    `Rien n'a été écrit : le relevé du semestre ${semestre} a été publié par arrondi ; des effectifs exacts, publiés ensuite, diraient ce que l'arrondi protégeait.`,
    "Publiez celui-ci par arrondi aussi : --secret arrondi.",
  );
}
