import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { drawDossier } from "../../scripts/generate/dossier.mjs";
import { kindOf } from "../../src/dossier/kinds.ts";
import type { FicheDocument, ParcoursDocument } from "../../src/dossier/load.ts";
import { templateXlsx } from "../../src/render/xlsx/template/index.ts";
import { modele, remplir } from "../../src/saisie/template.ts";
import { modele as vae } from "../modeles.ts";
import { atelier, contenu, feuille, importer, ouvrir, sansVide } from "./atelier.ts";
import { type Frappe, taper } from "./macro.ts";

const base = atelier("libreoffice");
afterAll(() => rmSync(base, { recursive: true }));

/** A project of twenty parcours. */
const projet = (() => {
  for (let graine = 1; ; graine += 1) {
    const documents = [...drawDossier({ parcours: 60, seed: graine, until: "2025-06-30" })].map(({ data }) =>
      JSON.parse(JSON.stringify(data)),
    );
    const fiche = documents.find((data) => kindOf(data) === "fiche");
    const parcours = documents.filter((data) => data.fiche === fiche.identifiant);
    if (parcours.length >= 20) return { fiche, parcours: parcours.slice(0, 20) };
  }
})();

/** What a person types in the empty workbook, under its example, to say all this. */
function frappes(): Frappe[] {
  const { fiche, parcours } = projet;
  const documents = {
    fiches: [{ file: "", bytes: Buffer.alloc(0), kind: "fiche", data: fiche, modele: vae }] as FicheDocument[],
    parcours: parcours.map((data) => ({ file: "", bytes: Buffer.alloc(0), kind: "parcours", data, modele: vae })) as ParcoursDocument[],
  };
  return remplir(documents, [vae]).flatMap(({ nom, vertical, lignes }) =>
    lignes.flatMap((ligne, rang) =>
      ligne.flatMap((valeur, index) =>
        valeur === undefined ? [] : [{ feuille: nom, cellule: vertical ? `C${rangs[index]}` : `${lettre(index)}${rang + 7}`, valeur }],
      ),
    ),
  );
}

const lettre = (index: number): string => (index < 26 ? String.fromCharCode(65 + index) : `A${String.fromCharCode(39 + index)}`);
const rangs: number[] = [];
const vide = join(base, "vide.xlsx");

beforeAll(async () => {
  const octets = await templateXlsx(modele([vae]), "2025-06-30");
  writeFileSync(vide, octets);
  feuille(await ouvrir(octets), "Fiche projet")
    .getColumn(1)
    .eachCell((cell, rang) => {
      if (cell.text.startsWith("fiche:")) rangs.push(rang);
    });
});

describe.skipIf(!existsSync("/usr/bin/soffice"))("le modèle rempli et enregistré par LibreOffice", () => {
  test("vingt parcours saisis donnent les fichiers attendus", async () => {
    const fichier = join(base, "vingt.xlsx");
    taper(join(base, "profil"), vide, frappes(), fichier);
    const { err, fin } = await importer(fichier, { output: join(base, "vingt") });
    expect(err).toContain("21 documents sur 21 peuvent être écrits.");
    expect(fin).not.toBe("not-done");
    const { fiche, parcours } = projet;
    const ecrits = Object.values(contenu(join(base, "vingt"))) as { identifiant: string }[];
    for (const data of [fiche, ...parcours])
      expect(ecrits.find(({ identifiant }) => identifiant === data.identifiant)).toMatchObject(sansVide(data) as object);
    expect(ecrits).toHaveLength(21);
  });

  test("les fautes d'une mauvaise copie sont dites à leur cellule", async () => {
    const fichier = join(base, "fautes.xlsx");
    const fautes: Frappe[] = [
      { feuille: "Parcours", cellule: "F8", valeur: "31/02/1990" },
      { feuille: "Contrats", cellule: "A9", valeur: "INCONNU" },
      { feuille: "Entreprises", cellule: "C7", valeur: 9990001020001 },
      { feuille: "Dépenses", cellule: "C8", valeur: "douze euros" },
    ];
    taper(join(base, "profil"), vide, [...frappes(), ...fautes], fichier);
    const { out, fin } = await importer(fichier, { output: join(base, "fautes") });
    expect(fin).toBe("problems");
    expect(contenu(join(base, "fautes"))).toEqual({});
    expect(out).toContain("Parcours!F8  erreur  « 31/02/1990 » n'est pas une date");
    expect(out).toContain("Contrats!A9  erreur  L'identifiant « INCONNU » ne figure pas");
    expect(out).toContain("Entreprises!C7  erreur  Le SIRET « 9990001020001 » compte 13 chiffres au lieu de 14.");
    expect(out).toContain("Dépenses!C8  erreur  « douze euros » ne convient pas pour « montant »");
  });
});
