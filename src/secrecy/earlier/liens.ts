import { lireCle, texteDe } from "../../dashboard/definition/cle.ts";
import { partsDeLEcart } from "../known/inities.ts";
import type { Systeme, Variable } from "../system/systeme.ts";
import { population } from "./parue.ts";
import type { Nom, Parution, Suivante } from "./parution.ts";

/**
 * What ties a publication to the next one: all that was counted then is counted again, with what came between. Where nothing came
 * between, both are the same population (`memes`).
 */
export function lier(parution: Parution, nom: Nom, suivante: Suivante, nomSuivant: Nom): { liens: Systeme; memes: Map<string, string> } {
  const apresPar = new Map(suivante.systeme.variables.map((variable) => [variable.key, variable]));
  const memeSemestre = parution.semestre.id === suivante.semestre.id;
  const memes = new Map<string, string>();
  const liens: Systeme = { variables: [], relations: [] };
  for (const avant of parution.systeme.variables) {
    const apres = apresPar.get(cleSuivante(avant, memeSemestre) ?? "");
    if (apres === undefined || !sontLies(avant, apres, parution)) continue;
    if (estInchangee(avant, apres)) memes.set(avant.key, nomSuivant(apres.key));
    else {
      const lien = ceQuiChange(avant, nom(avant.key), apres, nomSuivant(apres.key));
      liens.variables.push(...lien.variables);
      liens.relations.push(...lien.relations);
    }
  }
  return { liens, memes };
}

/** Where what was counted is counted again; undefined when it is not. */
function cleSuivante(avant: Variable, memeSemestre: boolean): string | undefined {
  const cle = lireCle(avant.key);
  if (cle === undefined || (!memeSemestre && cle.fenetre !== "cumul")) return undefined;
  return memeSemestre || sontDistincts(avant) ? avant.key : texteDe({ ...cle, fenetre: "anterieur" });
}

/**
 * Different enterprises may leave a category for another as their attributes change, and files that are corrected leave one for
 * another: what changes is then the balance. Between rounded numbers, it says nothing.
 */
function sontLies(avant: Variable, apres: Variable, { ecart }: Parution): boolean {
  return ecart === undefined || (apres.total >= avant.total && !sontDistincts(avant));
}

function sontDistincts({ kind }: Variable): boolean {
  return kind === "enterprises" || kind === "certifications";
}

function estInchangee(avant: Variable, apres: Variable): boolean {
  return apres.total === avant.total && (apres.persons === avant.persons || sontDistincts(avant));
}

function ceQuiChange(avant: Variable, cleAvant: string, apres: Variable, cleApres: string): Systeme {
  const persons = Math.abs(apres.persons - avant.persons);
  const montants = { kind: avant.kind, persons, contributors: persons, enterprises: persons, ...(apres.block && { block: apres.block }) };
  const [plus, moins] = apres.total >= avant.total ? [apres, avant] : [avant, apres];
  const insights = partsDeLEcart(plus, moins);
  const entre = { ...population(`${cleAvant}|entre`, plus.total - moins.total), ...montants, unpublished: true, insights };
  const [left, right] = plus === apres ? [cleApres, cleAvant] : [cleAvant, cleApres];
  return { variables: [entre], relations: [{ left: [left], right: [right, entre.key] }] };
}
