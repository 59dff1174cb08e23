import { dernierJour } from "../dossier/faits.ts";
import type { ParcoursDocument } from "../dossier/load.ts";
import type { Day } from "../words/dates.ts";
import { plainText } from "../words/texte.ts";
import type { ParcoursCommun } from "./rule.ts";

/** The parcours of a person who already follows another (`autre`, read before) in the same period. Without a name, two persons may be alike. */
export function* doublons(documents: readonly ParcoursDocument[]): Iterable<{ document: ParcoursDocument; autre: ParcoursDocument }> {
  const parPersonne = new Map<string, ParcoursDocument[]>();
  for (const document of documents) {
    const key = personneDe(document.data);
    if (key === undefined) continue;
    const parcours = parPersonne.get(key);
    const autre = parcours?.find(({ data }) => isSimultane(data, document.data));
    if (autre !== undefined) yield { document, autre };
    if (parcours === undefined) parPersonne.set(key, [document]);
    else parcours.push(document);
  }
}

/** Who follows a parcours, as far as a name, a birth date and a sex tell; `undefined` without a name. */
export function personneDe({ beneficiaire: { nom, prenom, date_naissance, sexe } }: ParcoursCommun): string | undefined {
  if (!nom) return undefined;
  return [date_naissance, sexe, plainText(nom), plainText(prenom ?? "")].join("\n");
}

function isSimultane(one: ParcoursCommun, other: ParcoursCommun): boolean {
  const [a, b] = [periode(one), periode(other)];
  return a.debut <= b.fin && b.debut <= a.fin;
}

/** A parcours without a contract yet goes on from its first phase, or from always when that has no date. */
function periode({ contrat, phases = {} }: ParcoursCommun): { debut: Day; fin: Day } {
  if (contrat !== undefined) return { debut: contrat.debut, fin: dernierJour({ contrat }) };
  const { information, accompagnement } = phases;
  return { debut: information?.debut ?? accompagnement?.debut ?? "0000-01-01", fin: "9999-12-31" };
}
