import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { Dispositif } from "../../src/dispositif/modele.ts";
import { dispositifDe } from "../../src/dispositif/phases.ts";
import { progresParcours } from "../../src/progress/parcours.ts";
import { reglesDonnees } from "../../src/validate/regle-donnee.ts";
import type { Context, Finding } from "../../src/validate/rule.ts";
import type { Day } from "../../src/words/dates.ts";

export const rae = dispositifDe({ dispositif: "rae" });

/** A parcours of the example, with some keys put, or taken away when undefined. */
export function exemple(identifiant: string, changes: Readonly<Record<string, unknown>> = {}) {
  const texte = readFileSync(new URL(`../../dispositifs/rae/exemple/parcours/${identifiant}.yaml`, import.meta.url), "utf8");
  return { ...(parse(texte) as { identifiant: string; [cle: string]: unknown }), ...changes };
}

export function etatsAu(parcours: { identifiant: string }, date: Day, dispositif = rae) {
  const progres = progresParcours(parcours, date, { dispositif });
  const etats = Object.fromEntries(progres.etapes.map(({ id, etat }) => [id, etat]));
  return { progres, etats, phases: Object.fromEntries(progres.phases.map(({ id, etat }) => [id, etat])) };
}

/** What the data rules of a dispositif say of a parcours, each with its id. */
export function constats(
  parcours: object & { demarche?: unknown },
  date: Day,
  dispositif: Dispositif = rae,
): (Finding & { id: string; gravite: string })[] {
  // The démarche that they name is there, and whole.
  const demarche = { formations: [{ public: "direction", jours: 2 }] };
  const contexte = { date, demarcheOf: () => (parcours.demarche === undefined ? undefined : demarche) } as unknown as Context;
  return reglesDonnees(dispositif).flatMap((regle) =>
    [...regle.check(parcours as never, contexte as never)].map((constat) => ({ ...constat, id: regle.id, gravite: regle.severity })),
  );
}
