import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readBytes, readSource } from "../../src/dossier/source.ts";
import { UserError } from "../../src/errors.ts";

const folder = mkdtempSync(join(tmpdir(), "cpro été "));
afterAll(() => rmSync(folder, { recursive: true }));

describe("la lecture d'un fichier", () => {
  it("montre la première lettre qu'un fichier en Latin-1 rend illisible", () => {
    const source = readBytes("a.yaml", Buffer.from("intitule: école\ndomaine: Propret\u00e9 urbaine\n", "latin1"));
    expect(source).toMatchObject({ refusal: { message: expect.stringContaining("Latin-1"), range: { line: 1, column: 11 } } });
    const later = Buffer.concat([Buffer.from("nom: été\ndomaine: Propret"), Buffer.from([0xe9]), Buffer.from(" urbaine\n")]);
    expect(readBytes("a.yaml", later)).toMatchObject({ refusal: { range: { line: 2, column: 17 } } });
  });

  it("reconnaît l'UTF-16 d'un éditeur de Windows", () => {
    const source = readBytes("a.yaml", Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("format: x\n", "utf16le")]));
    expect(source).toMatchObject({ refusal: { message: expect.stringContaining("UTF-16") } });
  });

  it("ôte la marque d'ordre des octets, que les positions ne comptent pas", () => {
    expect(readBytes("a.yaml", Buffer.from("\uFEFFformat: x\n"))).toMatchObject({ file: "a.yaml", bytes: Buffer.from("format: x\n") });
  });

  it("garde chaque fichier entier, si grand qu'il soit, quand d'autres sont lus après lui", () => {
    const sizes = [3, 999_990, 0, 7, 999_999, 1_000_000, 1_000_001, 10, 4_999_999, 5_000_000, 20];
    const files = sizes.map((size, index) => {
      const file = join(folder, `${index}.yaml`);
      const bytes = Buffer.alloc(size, `${index} `);
      writeFileSync(file, bytes);
      return { file, bytes };
    });
    const sources = files.map(({ file }) => readSource(file));
    expect(sources.map(({ bytes }, index) => bytes.equals(files[index]?.bytes ?? Buffer.alloc(1)))).toEqual(sizes.map(() => true));
  });

  it("refuse un fichier démesuré", () => {
    const file = join(folder, "gros.yaml");
    writeFileSync(file, "");
    truncateSync(file, 50_000_000);
    expect(readSource(file)).toMatchObject({ bytes: Buffer.alloc(0), refusal: { message: expect.stringMatching(/50 Mo/) } });
  });

  it("dit en français pourquoi un fichier ne s'ouvre pas", () => {
    expect(() => readSource(join(folder, "absent.yaml"))).toThrow(UserError);
    expect(() => readSource(join(folder, "absent.yaml"))).toThrow(/n'existe pas/);
  });
});
