import { strFromU8, unzipSync } from "fflate";
import { beforeAll, expect, test } from "vitest";
import { diffusionDe, type TableauDeBord } from "../../src/dashboard/index.ts";
import { renderDashboard } from "../../src/render/dashboard/index.ts";
import { proveRecord, proveWritten } from "../../src/workflows/dashboard/write.ts";
import { foule } from "../dashboard/dossier.ts";
import { changerClasseur } from "./classeur.ts";
import { paraitre } from "./publier.ts";

// One more digit, anywhere in a finished file: nobody has to think of the place for it to be refused.

const refus = /Rien n'a été écrit : relu avant d'être publié/;
let report: TableauDeBord;

beforeAll(async () => {
  ({ report } = await paraitre(foule(100, 100), { semestre: "2025-S1", date: "2025-07-10" }));
});

/** The text with a digit more, at places spread all over it. */
function avecUnChiffre(texte: string, fois: number): string[] {
  const pas = texte.length / fois;
  return Array.from({ length: fois }, (_, rang) => Math.floor(pas * (rang + 0.37))).map(
    (ici) => `${texte.slice(0, ici)}3${texte.slice(ici)}`,
  );
}

test.each(["html", "json", "csv"] as const)("dans un %s", async (format) => {
  const entier = String(await renderDashboard(report, format));
  await proveWritten(format, entier, report);
  for (const autre of avecUnChiffre(entier, 50)) await expect(proveWritten(format, autre, report), autre).rejects.toThrow(refus);
});

test("dans un relevé", async () => {
  const releveDe = (un: TableauDeBord): string =>
    `${JSON.stringify(diffusionDe(un, { nom: "t.xlsx", sha256: "0".repeat(64) }, []), null, 1)}\n`;
  await proveRecord(releveDe(report), report, releveDe);
  for (const autre of avecUnChiffre(releveDe(report), 50)) await expect(proveRecord(autre, report, releveDe), autre).rejects.toThrow(refus);
});

test("dans chaque partie d'un classeur", async () => {
  const octets = (await renderDashboard(report, "xlsx")) as Uint8Array;
  for (const [nom, contenu] of Object.entries(unzipSync(octets))) {
    const [autre = ""] = avecUnChiffre(strFromU8(contenu), 1);
    await expect(proveWritten("xlsx", changerClasseur(octets, { [nom]: () => autre }), report), nom).rejects.toThrow(refus);
  }
});
