import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { shapeErrors } from "../../src/dispositif/forme.ts";
import { type Dispositif, dispositifs } from "../../src/dispositif/modele.ts";
import { avecContrat } from "../../src/dossier/contrats.ts";
import { type Dossier, type FicheDocument, loadDossier, type ParcoursDocument } from "../../src/dossier/load.ts";
import { runRules } from "../../src/validate/engine.ts";
import { reglesDe } from "../../src/validate/regles.ts";
import { type Context, defineRule, type ParcoursCommun } from "../../src/validate/rule.ts";
import { rules } from "../../src/validate/rules/index.ts";
import { formes, modele } from "../modeles.ts";

const DATE = "2025-06-30";
const vae = modele.dispositif;
const ids = (regles: readonly string[]): string[] => reglesDe({ ...vae, regles }).map(({ id }) => id);
const lire = async (): Promise<Dossier> => avecContrat(await loadDossier(["fixtures/geiq-epe"]));

const propre = defineRule({
  id: "essai-trop-tard",
  famille: "essai",
  scope: "parcours",
  severity: "info",
  summary: "Un essai.",
  references: ["insee-siret"],
  *check() {
    yield { at: ["identifiant"], message: "Trop tard." };
  },
});

const tous = rules.map(({ id }) => id);

describe("les règles d'un dispositif", () => {
  it("sont toutes appelées par un dispositif au moins, chacun dans leur ordre", () => {
    const appelees = new Set<string>();
    for (const dispositif of Object.values(dispositifs)) {
      const siennes = reglesDe(dispositif).map(({ id }) => id);
      for (const id of siennes) appelees.add(id);
      expect(siennes.filter((id) => tous.includes(id))).toEqual(tous.filter((id) => siennes.includes(id)));
    }
    expect(tous.filter((id) => !appelees.has(id))).toEqual([]);
  });

  it("sont une famille, une règle, ou une famille sauf une règle, dans l'ordre des thèmes", () => {
    expect(ids(["contrat_pro/tuteur-charge", "commun/entreprise-siret"])).toEqual(["entreprise-siret", "tuteur-charge"]);
    const commun = rules.filter(({ famille }) => famille === "commun").map(({ id }) => id);
    expect(ids(["commun/*"])).toEqual(commun);
    expect(ids(["commun/*", "-commun/fait-a-venir"])).toEqual(commun.filter((id) => id !== "fait-a-venir"));
    expect(ids(["-commun/fait-a-venir", "commun/*"])).toEqual(commun);
  });

  it.each(["commun/fait-a-veni", "communs/*", "-vae_inversee/fait-a-venir", "fait-a-venir", "*"])("« %s » n'en est pas une", (motif) => {
    expect(() => ids([motif])).toThrow(`aucune règle ne répond à « ${motif} »`);
  });

  it("finissent par celles qu'il énonce, et ne se cherchent qu'une fois", () => {
    const dite = {
      id: "essai-nom",
      gravite: "information",
      exige: { chemin: "beneficiaire/nom", present: true },
      message: "Un nom.",
    } as const;
    const dispositif: Dispositif = {
      ...vae,
      identifiant: "essai",
      regles: ["commun/entreprise-naf"],
      regles_donnees: [{ ...dite, reference: "insee-siret" }],
    };
    expect(reglesDe(dispositif).map(({ famille, id }) => `${famille}/${id}`)).toEqual(["commun/entreprise-naf", "essai/essai-nom"]);
    expect(reglesDe(dispositif)).toBe(reglesDe(dispositif));
  });

  it("sont de l'une des familles, qui ont un dossier chacune", () => {
    const folders = readdirSync(new URL("../../src/validate/rules/", import.meta.url)).filter((name) => !name.endsWith(".ts"));
    expect([...new Set(rules.map(({ famille }) => famille))].toSorted()).toEqual(folders.toSorted());
  });
});

describe("un dossier de deux dispositifs", () => {
  const essai: Dispositif = { ...vae, libelle: "Essai", regles: ["commun/*"] };

  /** The dossier where EPE-002 is of the other dispositif, and changed at will. */
  const melange = async (change: (data: Record<string, unknown>) => void): Promise<Dossier> => {
    const dossier = await lire();
    const data = structuredClone(dossier.parcours.find((un) => un.data.identifiant === "EPE-002")?.data) as unknown as Record<
      string,
      unknown
    >;
    data.dispositif = "essai";
    change(data);
    return {
      ...dossier,
      parcours: dossier.parcours.map((un) =>
        un.data.identifiant === "EPE-002" ? ({ ...un, data, modele: { ...modele, dispositif: essai } } as unknown as ParcoursDocument) : un,
      ),
    };
  };
  const dit = (dossier: Dossier): string[] =>
    runRules((un) => [...reglesDe(un), ...(un === essai ? [propre] : [])], dossier, DATE)
      .filter(({ document }) => document.data.identifiant === "EPE-002")
      .map(({ ruleId, message }) => (ruleId === "derogation-sans-objet" ? message : ruleId));

  it("est contrôlé, document par document, par les règles de chacun", async () => {
    const fautif = await melange((data) => {
      data.contrat = { ...(data.contrat as object), document_annexe: false };
      data.entreprise = { ...(data.entreprise as object), naf: "99.99A" };
    });
    expect(dit(fautif)).toEqual(["entreprise-naf", "essai-trop-tard"]);
  });

  it("n'accuse qu'une fois une fiche que deux dispositifs voient", async () => {
    const dossier = await melange(() => {});
    const [fiche] = dossier.fiches;
    if (fiche === undefined) throw new Error("pas de fiche");
    const double: FicheDocument = { ...fiche, file: "double.yaml" };
    const found = runRules(reglesDe, { ...dossier, fiches: [fiche, double] }, DATE);
    expect(found.filter(({ document }) => document.kind === "fiche").map(({ ruleId }) => ruleId)).toEqual(["dossier-identifiant-unique"]);
  });

  it("ne déroge qu'aux règles du sien", async () => {
    const derogation = { motif: "accord écrit", accordee_le: "2024-08-01", par: "DGEFP" };
    const deroge = (regle: string) => melange((data) => Object.assign(data, { derogations: [{ regle, ...derogation }] }));
    expect(dit(await deroge("contrat-fenetre"))).toEqual([
      "essai-trop-tard",
      "La dérogation nomme une règle inconnue : « contrat-fenetre ».",
    ]);
    expect(dit(await deroge("fait-a-venir"))).toEqual([
      "essai-trop-tard",
      "La dérogation à la règle « fait-a-venir » ne sert à rien : ce fichier respecte cette règle.",
    ]);
  });
});

type Place = readonly (string | number)[];

/** Every key of a value, and every item of its lists, wherever it stands. */
function* places(value: unknown, at: Place = []): Iterable<Place> {
  if (typeof value !== "object" || value === null) return;
  for (const [key, inside] of Object.entries(value)) {
    const here = [...at, Array.isArray(value) ? Number(key) : key];
    yield here;
    yield* places(inside, here);
  }
}

function sans(data: object, place: Place): object {
  const copy = structuredClone(data);
  let parent: unknown = copy;
  for (const step of place.slice(0, -1)) parent = (parent as Record<string | number, unknown>)[step];
  const last = place.at(-1) ?? "";
  if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else delete (parent as Record<string, unknown>)[last];
  return copy;
}

/** Each document of a kind without one thing that its schema does not ask for, alone of its kind in its dossier. */
function* amputes(dossier: Dossier, kind: "fiche" | "parcours"): Iterable<{ place: Place; seul: Dossier }> {
  const liste = kind === "fiche" ? "fiches" : "parcours";
  for (const document of dossier[liste]) {
    for (const place of places(document.data)) {
      const data = sans(document.data, place);
      if (shapeErrors(formes[kind], data).length > 0) continue;
      yield { place, seul: { ...dossier, [liste]: [{ ...document, data }] } };
    }
  }
}

describe("aucune règle ne suppose une clé facultative", () => {
  it.each(["fiche", "parcours"] as const)("de %s", async (kind) => {
    let tried = 0;
    for (const { place, seul } of amputes(await lire(), kind)) {
      tried += 1;
      for (const rule of reglesDe(vae)) {
        expect(() => runRules(() => [rule], seul, DATE), `${rule.id} sans ${place.join("/")}`).not.toThrow();
      }
    }
    expect(tried).toBeGreaterThan(30);
  });

  it("ni, dans la famille commune, plus que l'identifiant et le bénéficiaire de tous les dispositifs", async () => {
    const { parcours } = await lire();
    const { dispositif } = modele;
    const context: Context = {
      date: DATE,
      dispositif,
      demarcheOf: () => undefined,
      ficheOf: () => undefined,
      numeroter: (_, identifiant) => identifiant,
    };
    for (const document of parcours) {
      const { identifiant, beneficiaire, ...reste } = document.data;
      const { date_naissance, sexe, departement } = beneficiaire;
      const nu = { identifiant, beneficiaire: { date_naissance, sexe, departement } };
      const variantes = [
        nu,
        { ...nu, financement: {}, entreprise: {} },
        ...Object.entries(reste).map(([cle, valeur]) => ({ ...nu, [cle]: valeur })),
      ];
      for (const data of variantes as unknown as ParcoursCommun[]) {
        const seul = { fiches: [], faulty: [], parcours: [{ ...document, data }] } as unknown as Dossier;
        for (const rule of rules.filter(({ famille }) => famille === "commun")) {
          const run = { ...rule, check: rule.check as (data: unknown, context: Context) => Iterable<unknown> };
          expect([rule.id, Object.keys(data), ...run.check(rule.scope === "dossier" ? seul : data, context)]).toEqual([
            rule.id,
            Object.keys(data),
          ]);
        }
      }
    }
  });
});
