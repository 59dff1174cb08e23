import { lireCle, texteDe } from "../../dashboard/definition/cle.ts";
import type { Parution } from "./parution.ts";

/**
 * What each count was last rounded to, for a publication of the half-year: what was a cumul then is what comes before now, and the
 * cumul of now had better stay where it was if it can.
 */
export function dejaArrondis(parutions: readonly Parution[], semestre: string): Map<string, number> {
  const arrondies = parutions.filter(({ ecart }) => ecart !== undefined);
  const ordre = arrondies.sort((a, b) => (a.arreteAu + a.date < b.arreteAu + b.date ? -1 : 1));
  return new Map(
    ordre.flatMap((parution) =>
      [...parution.montres].flatMap(([cle, valeur]): [string, number][] => {
        const lue = lireCle(cle);
        if (parution.semestre.id === semestre || lue === undefined) return [[cle, valeur]];
        return lue.fenetre === "cumul" ? [cle, texteDe({ ...lue, fenetre: "anterieur" })].map((apres) => [apres, valeur]) : [];
      }),
    ),
  );
}
