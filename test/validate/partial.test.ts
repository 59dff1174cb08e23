import { describe, expect, it } from "vitest";

import { dossierOf } from "../../src/dossier/load.ts";
import { valeurA } from "../../src/dossier/write/modifier.ts";
import { checkDossier } from "../../src/validate/index.ts";
import { checkAnswer } from "../../src/validate/partial.ts";
import { catalogue, modele } from "../modeles.ts";
import { ruleSources } from "./fixtures.ts";

const date = "2025-06-30";
const vide = { fiches: [], parcours: [], demarches: [], faulty: [], ignored: [], lost: [], catalogue };

const { fiches, parcours } = await dossierOf({ sources: ruleSources(), lost: [] });

/** Of what validate says of a document at a value of it, how much is said of the answer that gives this value. */
async function compare(document: (typeof fiches | typeof parcours)[number]): Promise<boolean[]> {
  const dossier = { ...vide, [document.kind === "fiche" ? "fiches" : "parcours"]: [document] };
  const { diagnostics } = await checkDossier(dossier, { date });
  const on = diagnostics.map(({ path, ...said }) => ({
    ...said,
    at: path
      .split("/")
      .slice(1)
      .map((step) => (/^\d+$/.test(step) ? Number(step) : step)),
  }));
  // A rubric, or a key that is missing, may still come: what is said of it waits for the end.
  const values = on.filter(({ at }) => !["undefined", "object"].includes(typeof valeurA(document.data, at)));
  const found = values.map(({ at }) => checkAnswer({ ...document, data: { ...document.data } }, at, vide, date));
  return (await Promise.all(found)).map((each, rank) => each.some(({ message }) => message === values[rank]?.message));
}

describe("la vérification d'une réponse", () => {
  it("dit d'une réponse ce que validate dit de cette valeur, sauf ce qui dépend d'une clé facultative encore à venir", async () => {
    const said = (await Promise.all([...fiches, ...parcours].map(compare))).flat();
    expect(said.length).toBeGreaterThan(100);
    expect(said.filter(Boolean).length / said.length).toBeGreaterThan(0.75);
  });

  const debut = { format: "cpro/parcours/1", identifiant: "A-1", fiche: "F", phases: {}, beneficiaire: {} };

  it("refuse ce que le schéma refuse, au seul endroit de la réponse", async () => {
    const data = { ...debut, beneficiaire: { date_naissance: "2005-02-30", sexe: "x" } };
    const found = await checkAnswer({ kind: "parcours", modele, file: "a.yaml", data }, ["beneficiaire", "date_naissance"], vide, date);
    expect(found.map(({ ruleId, message }) => [ruleId, message])).toEqual([
      ["schema", "Le jour « 2005-02-30 » n'existe pas au calendrier."],
    ]);
  });

  it("applique une règle dès qu'elle a ce qu'il lui faut, et l'attend sinon", async () => {
    const check = (contrat: object) =>
      checkAnswer({ kind: "parcours", modele, file: "a.yaml", data: { ...debut, contrat } }, ["contrat", "conclu_le"], vide, date);
    expect((await check({ conclu_le: "2026-03-12" })).map(({ ruleId }) => ruleId)).toContain("contrat-fenetre");
    expect(await check({ conclu_le: "2025-03-12" })).toEqual([]);
  });
});
