import { sous } from "../../dashboard/definition/cle.ts";
import type { Relation } from "../../disclosure/index.ts";
import type { Parution, Suivante } from "../earlier/parution.ts";
import { enchainer } from "../earlier/suite.ts";
import type { Systeme, Variable } from "../system/systeme.ts";

/** What others have published of a part of the rows, and the rows as they are counted today: theirs, and those left once theirs are taken off. */
export interface Connue {
  parutions: readonly Parution[];
  /** Whether all of them are among those that the parts before have left; taken off everybody otherwise. */
  isDisjointe: boolean;
  siennes: Suivante;
  autres: Systeme;
}

/**
 * A system with what its readers know of parts of it that others have published: what is left of everybody once they are taken off is a
 * population too. `courante` is the system of the publication itself, in the chain.
 */
export function avecConnus(chaine: Systeme, courante: Systeme, connues: readonly Connue[]): Systeme {
  const systemes = [chaine];
  let tout = courante;
  let nomDuTout = tel;
  for (const [rang, { parutions, siennes, autres, isDisjointe }] of connues.entries()) {
    const nomDesSiennes: Nom = (cle) => sous(`partie ${rang + 1}`, cle);
    const nomDesAutres: Nom = (cle) => sous(`reste ${rang + 1}`, cle);
    const leurs = enchainer({ ...siennes, systeme: tue(siennes.systeme) }, parutions);
    systemes.push(
      renommer(leurs, nomDesSiennes),
      renommer(tue(autres), nomDesAutres),
      partage(isDisjointe ? tout : courante, isDisjointe ? nomDuTout : tel, [
        [siennes.systeme, nomDesSiennes],
        [autres, nomDesAutres],
      ]),
    );
    if (isDisjointe) [tout, nomDuTout] = [autres, nomDesAutres];
  }
  return { variables: systemes.flatMap(({ variables }) => variables), relations: systemes.flatMap(({ relations }) => relations) };
}

type Nom = (cle: string) => string;

const tel: Nom = (cle) => cle;

/** Printed nowhere, but known to exist. */
function tue({ variables, relations }: Systeme): Systeme {
  return { variables: variables.map(({ block: _, ...variable }) => ({ ...variable, unpublished: true })), relations };
}

function renommer({ variables, relations }: Systeme, nom: Nom): Systeme {
  return {
    variables: variables.map((variable) => ({ ...variable, key: nom(variable.key), ...(variable.sur && { sur: nom(variable.sur) }) })),
    relations: relations.map(({ left, right }) => ({ left: left.map(nom), right: right.map(nom) })),
  };
}

/** Each number of persons or amount of the whole is that of one part and of the other; an enterprise may be in both. */
function partage({ variables }: Systeme, nom: Nom, parts: readonly (readonly [Systeme, Nom])[]): Systeme {
  const totaux = parts.map(([systeme, nomDeLaPart]) => ({
    parCle: new Map(systeme.variables.map((variable) => [variable.key, variable.total])),
    nomDeLaPart,
  }));
  const relations = variables.filter(estPartagee).flatMap(({ key, total }): Relation[] => {
    const siennes = totaux.filter(({ parCle }) => parCle.has(key));
    const somme = siennes.reduce((jusque, { parCle }) => jusque + (parCle.get(key) ?? 0), 0);
    return somme === total ? [{ left: [nom(key)], right: siennes.map(({ nomDeLaPart }) => nomDeLaPart(key)) }] : [];
  });
  return { variables: [], relations };
}

function estPartagee({ kind }: Variable): boolean {
  return kind === "persons" || kind === "amount";
}
