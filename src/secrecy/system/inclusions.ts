import { NON_CONNU } from "../../dashboard/definition/categorie.ts";
import { type Cle, texteDe } from "../../dashboard/definition/cle.ts";
import { type Fenetre, mesures } from "../../dashboard/definition/semestre.ts";
import type { Regroupement } from "../../dashboard/regroupement/index.ts";
import { type Inclusion, inclusionsReunies } from "./inclusions-reunies.ts";

type Bloc = Pick<Cle, "population" | "quoi">;

interface Blocs {
  tout: Bloc;
  partie: Bloc;
  reste: Inclusion["reste"];
  /** By default, all. */
  fenetres?: readonly Fenetre[];
}

const toujours: readonly Fenetre[] = [...mesures, "anterieur"];
/** For what happens after the conclusion, perhaps in another half-year. */
const depuisLeDebut: readonly Fenetre[] = ["cumul", "anterieur"];

function bloc(population: string, quoi: string): Bloc {
  return { population, quoi };
}

/** Of which everything, code by code, is part of the same in another. */
const blocs: readonly Blocs[] = [
  { tout: bloc("conclus", "effectif"), partie: bloc("demandeurs_emploi", "effectif"), reste: "groupe" },
  { tout: bloc("conclus", "effectif"), partie: bloc("eligibles", "effectif"), reste: "groupe" },
  { tout: bloc("sortis", "effectif"), partie: bloc("ruptures", "effectif"), reste: "groupe" },
  ...["jurys", "ruptures", "sortis"].map(
    (apres): Blocs => ({ tout: bloc("conclus", "effectif"), partie: bloc(apres, "effectif"), reste: "groupe", fenetres: depuisLeDebut }),
  ),
  // A contract aims at one certification.
  { tout: bloc("conclus", "effectif"), partie: bloc("conclus", "certification"), reste: "marge" },
  // What is financed was spent, and the forfait is what is kept, up to a ceiling.
  { tout: bloc("eligibles", "depense"), partie: bloc("eligibles", "retenu"), reste: "marge" },
  { tout: bloc("eligibles", "depense"), partie: bloc("eligibles", "forfait"), reste: "marge" },
  { tout: bloc("eligibles", "retenu"), partie: bloc("eligibles", "forfait"), reste: "marge" },
];

function categories(un: Bloc, fenetre: Fenetre, id: string, codes: readonly string[]): Cle[] {
  return codes.map((code) => ({ ...un, fenetre, codes: { [id]: code } }));
}

/** Categories that their meaning makes part of others. */
const deSens: readonly Inclusion[] = toujours.flatMap((fenetre): Inclusion[] => {
  const [sortis, demandeurs] = [bloc("sortis", "effectif"), bloc("demandeurs_emploi", "effectif")];
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

/** Every inclusion between some keys; two categories made one are still part of what both were part of. */
export function inclusionsDe(cles: readonly Cle[], regroupement?: Regroupement): Inclusion[] {
  const deBlocs = blocs.flatMap(({ tout, partie, reste, fenetres = toujours }) =>
    cles
      .filter(({ population, quoi, fenetre }) => population === partie.population && quoi === partie.quoi && fenetres.includes(fenetre))
      .map((cle): Inclusion => ({ tout: [{ ...cle, ...tout }], parties: [cle], reste })),
  );
  const connues = (regroupement?.reunions ?? []).reduce(inclusionsReunies, [...deSens]);
  const presentes = new Set(cles.map(texteDe));
  return [...deBlocs, ...connues].filter(({ tout, parties }) => [...tout, ...parties].every((cle) => presentes.has(texteDe(cle))));
}
