import { type Cle, lireCle, texteDe } from "../../dashboard/definition/cle.ts";
import type { Definition } from "../../dashboard/definition/definition.ts";
import type { Composante } from "../../generated/parcours.ts";
import { auProrata, auTaux, baremeLePlusHaut } from "../../legal/baremes.ts";
import { parameters } from "../../legal/index.ts";
import type { Day } from "../../words/dates.ts";
import type { Variable } from "./systeme.ts";

/** Whose numbers they are, on a day. */
interface Vue {
  definition: Definition;
  date: Day;
}

type Plafonnes = NonNullable<Definition["bilan"]["plafonnes"]>;

/**
 * The least numbers of eligible parcours that readers get from what is kept of their expenses, by variable: no parcours is above the
 * law's ceilings. `estVu` says which sums readers have.
 */
export function eligiblesAuMoins(
  { definition, date }: Vue,
  variables: readonly Pick<Variable, "key" | "total">[],
  estVu: (cle: string) => boolean,
): Map<string, number> {
  const { plafonnes } = definition.bilan;
  if (plafonnes === undefined) return new Map();
  const plafonds = plafondsAu(date);
  const totaux = new Map(variables.map(({ key, total }) => [key, total]));
  const moins = new Map<string, number>();
  for (const { key, total } of variables) {
    const retenu = retenuDe(plafonnes, key);
    const plafond = plafonds[retenu?.codes.composante as Composante];
    if (retenu === undefined || plafond === undefined || !estVu(key)) continue;
    const eligibles = texteDe({ ...retenu, quoi: "effectif", codes: {} });
    const nombre = Math.ceil(total / plafond);
    // Data may be false: a sum above all ceilings tells readers nothing.
    if (nombre <= (totaux.get(eligibles) ?? 0)) moins.set(eligibles, Math.max(nombre, moins.get(eligibles) ?? 0));
  }
  return moins;
}

/** The key of what is kept of expenses, of this publication or of an earlier one; undefined for anything else. */
function retenuDe({ population }: Plafonnes, key: string): Cle | undefined {
  const cle = lireCle(key);
  return cle?.population === population && cle.quoi === "retenu" ? cle : undefined;
}

/**
 * What is kept, in all windows, when it would tell that of the parcours some, fewer than `seuil`, are not eligible; nothing when it
 * would not.
 */
export function retenusBavards(vue: Vue, variables: readonly Variable[], seuil: number): string[] {
  const { plafonnes } = vue.definition.bilan;
  if (plafonnes === undefined) return [];
  const totaux = new Map(variables.map(({ key, total }) => [key, total]));
  const estIci = (cle: string): boolean => lireCle(cle)?.parution === undefined;
  const sontTrahis = [...eligiblesAuMoins(vue, variables, estIci)].some(([eligibles, moins]) => {
    const cle = lireCle(eligibles);
    const conclus = cle && totaux.get(texteDe({ ...cle, population: plafonnes.parmi }));
    const autres = (conclus ?? 0) - (totaux.get(eligibles) ?? 0);
    return autres > 0 && autres < seuil && (conclus ?? 0) - moins < seuil;
  });
  return sontTrahis ? variables.flatMap(({ key }) => (estIci(key) && retenuDe(plafonnes, key) !== undefined ? [key] : [])) : [];
}

/** The most that may be kept of each component for one parcours, in cents: for the longest contract, at the highest rate, whatever day governs it. */
function plafondsAu(date: Day): Readonly<Record<Composante, number>> {
  const { fixes, pedagogique, tuteurFormation, tuteurExercice } = baremeLePlusHaut(date);
  const dureeMaximale = Math.max(
    0,
    ...parameters["duree-maximale"].values.filter(({ from }) => from <= date).map(({ value }) => Number(value)),
  );
  return {
    conception_coordination: fixes.conception_coordination.cents,
    pedagogique: auProrata(pedagogique, dureeMaximale),
    accompagnement_vae: fixes.accompagnement_vae.cents,
    annexes: fixes.annexes.cents,
    tuteur_formation: auTaux(tuteurFormation, Number.POSITIVE_INFINITY),
    tuteur_exercice: auTaux(tuteurExercice({ isMajore: true, isAfest: true }), Number.POSITIVE_INFINITY),
  };
}
