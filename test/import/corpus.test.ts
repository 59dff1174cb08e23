import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { root } from "../cli/run.ts";
import { atelier, contenu, importer, octetsDe } from "./atelier.ts";
import { ecrivains } from "./corpus/ecrivains.ts";
import { reenregistrer, soffice } from "./corpus/libreoffice.ts";
import { memes, refus } from "./corpus/variantes.ts";

const dossier = atelier("corpus");
afterAll(() => rmSync(dossier, { recursive: true }));

const source = join(root, "fixtures/geiq-epe");
const attendu = contenu(source);
let octets: Uint8Array;
let tours = 0;

beforeAll(async () => {
  octets = await octetsDe(source);
});

async function lire(classeur: Uint8Array) {
  tours += 1;
  const fichier = join(dossier, `${tours}.xlsx`);
  writeFileSync(fichier, classeur);
  const sortie = join(dossier, `sortie-${tours}`);
  return { ...(await importer(fichier, { output: sortie })), fichiers: contenu(sortie) };
}

describe("le même classeur, écrit autrement, donne les mêmes fichiers", () => {
  test.each(Object.keys(memes))("%s", async (nom) => {
    const variante = memes[nom]?.(octets) ?? octets;
    expect(variante).not.toEqual(octets);
    const { fin, out, err, fichiers } = await lire(variante);
    expect([fin, out.includes("erreur"), err]).toEqual(["clean", false, expect.stringContaining("écrits")]);
    expect(fichiers).toEqual(attendu);
  });

  test.each(Object.keys(ecrivains))("écrit par %s", async (nom) => {
    const { fin, fichiers } = await lire(await (ecrivains[nom]?.(octets, dossier) ?? octets));
    expect(fin).toBe("clean");
    expect(fichiers).toEqual(attendu);
  });

  test.skipIf(!soffice).each([["xlsx"], ["ods"], ["xls"]])("enregistré à nouveau par LibreOffice, à partir d'un .%s", async (format) => {
    const { fin, fichiers } = await lire(reenregistrer(octets, format, join(dossier, `libreoffice-${format}`)));
    expect(fin).toBe("clean");
    expect(fichiers).toEqual(attendu);
  });
});

describe("ce qui ne se lit pas est refusé, avec sa place", () => {
  test.each(Object.keys(refus))("%s", async (nom) => {
    const [variante, message] = refus[nom] ?? [() => octets, /./];
    const { fin, out, err, fichiers } = await lire(variante(octets));
    expect(`${out}${err}`).toMatch(message);
    expect(fin).not.toBe("clean");
    expect(fichiers).toEqual({});
  });
});
