import { describe, expect, it } from "vitest";
import { formeDe } from "../../src/dispositif/catalogue.ts";
import { dossierOf, readSources } from "../../src/dossier/load.ts";
import { derouler } from "../../src/entretien/derouler.ts";
import { drapeauxDe, repondreTout } from "../../src/entretien/drapeaux.ts";
import { nomDe } from "../../src/entretien/questions.ts";
import { champsDe } from "../../src/saisie/champs.ts";
import { root } from "../cli/run.ts";
import { formes } from "../modeles.ts";
import { ruleSources } from "../validate/fixtures.ts";

const { sources, lost } = await readSources([`${root}fixtures`, `${root}dispositifs`]);
const { fiches, parcours } = await dossierOf({ sources: [...sources, ...ruleSources()], lost });
const documents = [...fiches, ...parcours].map((document) => [document.file.replace(root, ""), document] as const);

/** What the questions ask for: not the dispositif, of which there is but one, nor what is given empty. */
function plein(valeur: unknown): unknown {
  if (Array.isArray(valeur)) return valeur.map(plein);
  if (typeof valeur !== "object" || valeur === null) return valeur;
  const entries = Object.entries(valeur).map(([cle, each]) => [cle, plein(each)] as const);
  return Object.fromEntries(
    entries.filter(([cle, each]) => cle !== "dispositif" && Object.keys(Object(each ?? {})).length + Number(typeof each !== "object") > 0),
  );
}

describe("l'entretien", () => {
  it.each(documents)("redonne %s quand on répond ce que dit ce fichier, sans rien oublier", (_, { kind, data, modele }) => {
    const { data: redit, manquants } = repondreTout(formeDe(modele, kind), { ...data });
    expect(manquants).toEqual([]);
    expect(plein(redit)).toEqual(plein(data));
  });

  it("ne demande d'abord que ce qu'il faut avant un contrat", () => {
    const { manquants } = repondreTout(formes.parcours, {});
    expect(manquants.map(({ chemin }) => chemin.join("."))).toEqual([
      "identifiant",
      "fiche",
      "beneficiaire.date_naissance",
      "beneficiaire.sexe",
      "beneficiaire.departement",
      "beneficiaire.situation_avant",
      "beneficiaire.niveau_entree",
    ]);
  });

  it("ne pose jamais deux fois la même question, et dans l'ordre du schéma pour ce qui est obligatoire", () => {
    const noms: string[] = [];
    derouler(formes.parcours, (question) => {
      noms.push(nomDe(question));
      return { conclu: true, facultatif: [], encore: false, champ: null, certification: null }[question.sorte];
    });
    expect(new Set(noms).size).toBe(noms.length);
    expect(noms.length).toBeLessThan(60);
    const posees = noms.filter((nom) => nom.startsWith("champ:")).map((nom) => nom.slice("champ:".length));
    const ordre = champsDe(formes.parcours).map(({ chemin }) => chemin.join("."));
    const rangs = posees.map((nom) => ordre.indexOf(nom));
    expect(rangs).toEqual(rangs.toSorted((a, b) => a - b));
    expect(posees).toContain("contrat.document_annexe");
  });

  it("a une option pour chaque champ qui n'est pas dans une liste", () => {
    const noms = drapeauxDe(formes.parcours).map(({ nom }) => nom);
    for (const { chemin } of champsDe(formes.parcours).filter((champ) => !champ.chemin.includes("[]")))
      expect(noms).toContain(chemin.join("."));
    expect(noms).toContain("financement.depenses");
  });
});
