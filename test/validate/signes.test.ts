import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { shapeErrors } from "../../src/dispositif/forme.ts";
import { kindOf } from "../../src/dossier/kinds.ts";
import { dossierOf } from "../../src/dossier/load.ts";
import { readBytes } from "../../src/dossier/source.ts";
import { checkDossier } from "../../src/validate/index.ts";
import { isLegible } from "../../src/words/texte.ts";
import { cpro, root } from "../cli/run.ts";
import { formes } from "../modeles.ts";

// What every text and every day of every file must be, whatever its key.

const files = readdirSync(`${root}fixtures`, { recursive: true, encoding: "utf8" }).filter((name) =>
  /^(geiq-epe|umih-hdf).*\.yaml$/.test(name),
);
const documents = files.map((name) => parse(readFileSync(`${root}fixtures/${name}`, "utf8")) as Record<string, unknown>);

/** Each text of a document, by its pointer, with the way to put another in its place. */
function* textes(node: unknown, pointer = ""): Iterable<{ pointer: string; texte: string; poser: (texte: string) => void }> {
  if (typeof node !== "object" || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    const poser = (texte: string): void => {
      (node as Record<string, unknown>)[key] = texte;
    };
    if (typeof value === "string") yield { pointer: `${pointer}/${key}`, texte: value, poser };
    else yield* textes(value, `${pointer}/${key}`);
  }
}

/** The places, list ranks apart, where the schema refuses a document in which one text was changed. */
function refus(voulu: (texte: string) => boolean, change: (texte: string) => string): { changes: Set<string>; refuses: Set<string> } {
  const [changes, refuses] = [new Set<string>(), new Set<string>()];
  for (const document of documents) {
    const kind = kindOf(document);
    if (kind === undefined) continue;
    for (const { pointer, texte, poser } of textes(document)) {
      const place = `${kind}${pointer.replaceAll(/\d+/g, "n")}`;
      if (pointer === "/format" || changes.has(place) || !voulu(texte)) continue;
      poser(change(texte));
      changes.add(place);
      if (shapeErrors(formes[kind], document).some(({ instancePath }) => instancePath === pointer)) refuses.add(place);
      poser(texte);
    }
  }
  return { changes, refuses };
}

it.each(["\0", "\u001b", "\u007f", "\u009b", "\ud800", "\udfff", "\ufffe", "\uffff"])(
  "aucun texte d'aucune clé ne contient %j",
  (signe) => {
    const { changes, refuses } = refus(
      () => true,
      (texte) => `${texte}${signe}`,
    );
    expect(changes.size).toBeGreaterThan(80);
    expect([...changes].filter((place) => !refuses.has(place))).toEqual([]);
  },
);

it("un texte garde ses tabulations, ses lignes, ses accents et ses signes rares", () => {
  for (const texte of ["a\tb", "a\nb\r\n", "é".normalize("NFD"), "\u{1f600}", "الاسم", "\u200b", "\ufeff"])
    expect(isLegible(texte)).toBe(true);
});

const estJour = (texte: string): boolean => /^\d{4}-\d\d-\d\d$/.test(texte);

it.each(["0001-01-01", "1799-12-31", "2101-01-01", "9999-12-31"])("aucune date d'aucune clé n'est %s", (jour) => {
  const { changes, refuses } = refus(estJour, () => jour);
  expect(changes.size).toBeGreaterThan(25);
  expect([...changes].filter((place) => !refuses.has(place))).toEqual([]);
});

it("les naissances seules remontent avant 1900, où une règle les juge", () => {
  const { changes, refuses } = refus(estJour, () => "1899-12-31");
  const admises = [...changes].filter((place) => !refuses.has(place));
  expect(admises.length).toBeGreaterThan(1);
  expect(admises.filter((place) => !place.endsWith("/date_naissance"))).toEqual([]);
});

it("chaque faute est dite à sa place, par son signe ou par son année", async () => {
  const texte = readFileSync(`${root}fixtures/geiq-epe/parcours/EPE-004.yaml`, "utf8")
    .replace(/denomination: .*/, 'denomination: "GEIQ\\0 \\ud800"')
    .replace(/\n {2}fin: .*/, "\n  fin: 9999-12-31");
  const dossier = await dossierOf({ sources: [readBytes("a.yaml", Buffer.from(texte))], lost: [] });
  const { diagnostics } = await checkDossier(dossier, { date: "2025-06-30" });
  expect(diagnostics.map(({ path, message }) => `${path} ${message}`)).toEqual([
    "/entreprise/denomination « denomination » (Dénomination) contient un caractère qui ne s'écrit pas (U+0000).",
    "/contrat/fin Le jour « 9999-12-31 » est hors du calendrier que cpro lit, qui va de 1900 à 2100.",
  ]);
});

it.each([
  ["validate", "fixtures/geiq-epe", "--date", "9999-12-31"],
  ["progress", "fixtures/geiq-epe", "--date", "1899-12-31"],
  ["dashboard", "fixtures/geiq-epe", "--semester", "2101-S1"],
])("%s %s %s %s est refusé", async (...args) => {
  const { code, err } = await cpro(args);
  expect(code).toBe(2);
  expect(err).toContain("est hors du calendrier que cpro lit, qui va de 1900 à 2100.");
});
