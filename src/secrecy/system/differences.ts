import { blocDe, type Cle, codesDits, nomDeMarge, texteDe } from "../../dashboard/definition/cle.ts";
import type { Relation } from "../../disclosure/index.ts";
import type { Inclusion } from "./inclusions-reunies.ts";
import type { Variable } from "./systeme.ts";

type Variables = ReadonlyMap<string, Variable>;

/** What each whole has more than its parts: a number that no table shows, and the sum by which readers get it. */
export function differencesDe(inclusions: readonly Inclusion[], variables: Variables): { variable: Variable; relation: Relation }[] {
  return tenables(inclusions, variables).map((inclusion) => difference(inclusion, variables));
}

/** Data may be false: where a part is larger than its whole anywhere, being part of it tells readers nothing. */
function tenables(inclusions: readonly Inclusion[], variables: Variables): Inclusion[] {
  const sorteDe = ({ tout, parties }: Inclusion): string => [tout, parties].map((cles) => cles.map(blocEtFenetre).join(" ")).join("  ");
  const fausses = new Set(inclusions.filter((une) => resteDe(une, variables) < 0).map(sorteDe));
  return inclusions.filter((une) => !fausses.has(sorteDe(une)));
}

function blocEtFenetre(cle: Cle): string {
  return `${blocDe(cle)} ${cle.fenetre}`;
}

function resteDe({ tout, parties }: Inclusion, variables: Variables, quoi: "total" | "persons" = "total"): number {
  const somme = (cles: readonly Cle[]): number => cles.reduce((total, cle) => total + (variables.get(texteDe(cle))?.[quoi] ?? 0), 0);
  return somme(tout) - somme(parties);
}

function difference(inclusion: Inclusion, variables: Variables): { variable: Variable; relation: Relation } {
  const { tout, parties } = inclusion;
  const [modele, partie] = [variables.get(tout.map(texteDe)[0] ?? ""), parties[0]];
  if (modele === undefined || partie === undefined) throw new RangeError(`no variable ${tout.map(texteDe)}`);
  const key = nomDuReste(inclusion);
  return {
    variable: {
      ...modele,
      key,
      ...grandeurDe(inclusion, modele, variables),
      unpublished: true,
      usefulness: 0,
      block: blocDe(partie),
    },
    relation: { left: tout.map(texteDe), right: [...parties.map(texteDe), key] },
  };
}

/**
 * A group is a population with a key, so that an earlier publication's is known to be the same; there is nothing to be known of the room
 * between two numbers, whose name is no key.
 */
function nomDuReste({ tout, parties, reste }: Inclusion): string {
  const [premiers = [], ...autres] = [...tout, ...parties].map(({ codes }) => codesDits(codes));
  const communs = premiers.filter((code) => autres.every((codes) => codes.includes(code)));
  const estCommun = ([id, code]: [string, string]): boolean => codesDits({ [id]: code }).some((dit) => communs.includes(dit));
  const propre = ({ population, quoi, codes }: Cle): string =>
    [population, quoi, ...codesDits(codes).filter((code) => !communs.includes(code))].join(" ");
  const [des, moins] = [tout.map(propre).join(" ou "), parties.map(propre).join(" ni ")];
  const { population = "", fenetre = "cumul", codes = {} } = parties.at(-1) ?? {};
  const groupe = { population, quoi: `${des} sans ${moins}`, fenetre, codes: Object.fromEntries(Object.entries(codes).filter(estCommun)) };
  return reste === "marge" ? nomDeMarge(groupe) : texteDe(groupe);
}

/** A group has its persons; the room between two numbers has nobody of its own, and nothing says when there is none. */
function grandeurDe(
  inclusion: Inclusion,
  { kind }: Variable,
  variables: Variables,
): Partial<Variable> & Pick<Variable, "total" | "persons"> {
  const total = resteDe(inclusion, variables);
  const rien = { contributors: 0, enterprises: 0, largest: 0 };
  if (inclusion.reste === "marge") return { kind: kind === "amount" ? kind : "certifications", total, persons: 0, quiet: true, ...rien };
  // Certifications are as secret as the persons who aim at them; there is nobody in none.
  const persons = kind === "certifications" && total > 0 ? resteDe(inclusion, variables, "persons") : total;
  return { total, persons };
}
