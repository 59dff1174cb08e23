import { type Cle, texteDe } from "../../dashboard/definition/cle.ts";
import type { Definition } from "../../dashboard/definition/definition.ts";
import { type Fenetre, mesures } from "../../dashboard/definition/semestre.ts";
import type { Regroupement } from "../../dashboard/regroupement/index.ts";
import { type Inclusion, inclusionsReunies } from "./inclusions-reunies.ts";

type Bloc = Pick<Cle, "population" | "quoi">;

interface Blocs {
  tout: Bloc;
  partie: Bloc;
  reste: Inclusion["reste"];
  fenetres: readonly Fenetre[];
}

const toujours: readonly Fenetre[] = [...mesures, "anterieur"];
/** For what happens after the entry, perhaps in another half-year. */
const depuisLeDebut: readonly Fenetre[] = ["cumul", "anterieur"];

/** Of which everything, code by code, is part of the same in another. */
function blocsDe({ bilan: { inclusions = [] } }: Definition): Blocs[] {
  return inclusions.map(({ tout, partie, marge, depuis_le_debut }) => ({
    tout: blocDe(tout),
    partie: blocDe(partie),
    reste: marge ? "marge" : "groupe",
    fenetres: depuis_le_debut ? depuisLeDebut : toujours,
  }));
}

function blocDe(dit: string | Bloc): Bloc {
  return typeof dit === "string" ? { population: dit, quoi: "effectif" } : dit;
}

/** Categories that their meaning makes part of others. */
function deSens({ bilan: { sens = [] } }: Definition): Inclusion[] {
  return toujours.flatMap((fenetre) =>
    sens.map(({ population, tout, partie }): Inclusion => {
      const cles = ({ dimension, codes }: typeof tout): Cle[] =>
        codes.map((code) => ({ population, quoi: "effectif", fenetre, codes: { [dimension]: code } }));
      return { tout: cles(tout), parties: cles(partie), reste: "groupe" };
    }),
  );
}

/** Every inclusion between some keys; two categories made one are still part of what both were part of. */
export function inclusionsDe(definition: Definition, cles: readonly Cle[], regroupement?: Regroupement): Inclusion[] {
  const deBlocs = blocsDe(definition).flatMap(({ tout, partie, reste, fenetres }) =>
    cles
      .filter(({ population, quoi, fenetre }) => population === partie.population && quoi === partie.quoi && fenetres.includes(fenetre))
      .map((cle): Inclusion => ({ tout: [{ ...cle, ...tout }], parties: [cle], reste })),
  );
  const connues = (regroupement?.reunions ?? []).reduce((vues, une) => inclusionsReunies(definition, vues, une), deSens(definition));
  const presentes = new Set(cles.map(texteDe));
  return [...deBlocs, ...connues].filter(({ tout, parties }) => [...tout, ...parties].every((cle) => presentes.has(texteDe(cle))));
}
