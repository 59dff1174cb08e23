import { NON_CONNU } from "../../dashboard/definition/categorie.ts";
import { blocDe, mesureDe } from "../../dashboard/definition/cles.ts";
import { type Fenetre, mesures } from "../../dashboard/definition/semestre.ts";
import type { Regroupement } from "../../dashboard/regroupement/index.ts";
import type { Inclusion } from "./inclusions-reunies.ts";
import { inclusionsReunies } from "./inclusions-reunies.ts";
import type { Variable } from "./systeme.ts";

interface Blocs {
  tout: string;
  partie: string;
  reste: Inclusion["reste"];
  /** By default, all. */
  fenetres?: readonly Fenetre[];
}

const toujours: readonly Fenetre[] = [...mesures, "anterieur"];
/** For what happens after the conclusion, perhaps in another half-year. */
const depuisLeDebut: readonly Fenetre[] = ["cumul", "anterieur"];

/** Of which everything, code by code, is part of the same in another. */
const blocs: readonly Blocs[] = [
  { tout: "conclus|effectif", partie: "demandeurs_emploi|effectif", reste: "groupe" },
  { tout: "conclus|effectif", partie: "eligibles|effectif", reste: "groupe" },
  { tout: "sortis|effectif", partie: "ruptures|effectif", reste: "groupe" },
  ...["jurys", "ruptures", "sortis"].map(
    (apres): Blocs => ({ tout: "conclus|effectif", partie: `${apres}|effectif`, reste: "groupe", fenetres: depuisLeDebut }),
  ),
  // A contract aims at one certification.
  { tout: "conclus|effectif", partie: "conclus|certification", reste: "marge" },
  // What is financed was spent, and the forfait is what is kept, up to a ceiling.
  { tout: "eligibles|depense", partie: "eligibles|retenu", reste: "marge" },
  { tout: "eligibles|depense", partie: "eligibles|forfait", reste: "marge" },
  { tout: "eligibles|retenu", partie: "eligibles|forfait", reste: "marge" },
];

const categories = (bloc: string, fenetre: Fenetre, id: string, codes: readonly string[]): string[] =>
  codes.map((code) => `${bloc}|${fenetre}|${id}=${code}`);

/** Categories that their meaning makes part of others. */
const deSens: readonly Inclusion[] = toujours.flatMap((fenetre): Inclusion[] => {
  const [sortis, demandeurs] = ["sortis|effectif", "demandeurs_emploi|effectif"];
  const emplois = categories(sortis, fenetre, "contrat_travail", ["cdi", "cdd", "autre"]);
  const prioritaires = categories(demandeurs, fenetre, "prioritaire", ["oui"]);
  return [
    // Who stays in the enterprise has a contract; who has none does not stay; of whom nothing is known, this is not known either.
    { tout: emplois, parties: categories(sortis, fenetre, "meme_entreprise", ["oui"]), reste: "groupe" },
    ...[
      ["non", "aucun"],
      [NON_CONNU, NON_CONNU],
    ].map(
      ([tout = "", partie = ""]): Inclusion => ({
        tout: categories(sortis, fenetre, "meme_entreprise", [tout]),
        parties: categories(sortis, fenetre, "contrat_travail", [partie]),
        reste: "groupe",
      }),
    ),
    // A minimum social or a long inscription is enough to be of the priority public (L. 6325-1-1).
    { tout: prioritaires, parties: categories(demandeurs, fenetre, "minimum_social", ["rsa", "ass", "aah"]), reste: "groupe" },
    { tout: prioritaires, parties: categories(demandeurs, fenetre, "inscription", ["24+"]), reste: "groupe" },
  ];
});

/** Every inclusion between variables that are there; two categories made one are still part of what both were part of. */
export function inclusionsDe(variables: ReadonlyMap<string, Variable>, regroupement?: Regroupement): Inclusion[] {
  const deBlocs = blocs.flatMap(({ tout, partie, reste, fenetres = toujours }) =>
    [...variables.keys()]
      .filter((cle) => blocDe(cle) === partie && fenetres.some((une) => une === mesureDe(cle)))
      .map((cle): Inclusion => ({ tout: [tout + cle.slice(partie.length)], parties: [cle], reste })),
  );
  const connues = (regroupement?.reunions ?? []).reduce(inclusionsReunies, [...deSens]);
  return [...deBlocs, ...connues].filter(({ tout, parties }) => [...tout, ...parties].every((cle) => variables.has(cle)));
}
