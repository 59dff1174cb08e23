import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Placed } from "../../src/dossier/place.ts";
import { readExact } from "../../src/dossier/reader/exact.ts";
import { readPlain } from "../../src/dossier/reader/plain.ts";
import { fixtureTexts, mutated, randomFrom, suiteTexts } from "./texts.ts";

/** Every place of a reading, as offsets. */
function places(node: Placed): unknown {
  const { data, from, to, keyFrom, keyTo } = node;
  const steps = Array.isArray(data) ? [...data.keys()] : typeof data === "object" && data !== null ? Object.keys(data) : [];
  return [from, to, keyFrom, keyTo, steps.map((step) => places(node.child(step) as Placed))];
}

/** Nothing when the plain reader gives up or agrees with the exact one; else what each read. */
function disagreement(text: string): unknown {
  const plain = readPlain(Buffer.from(text));
  if (plain === undefined) return undefined;
  const [data, where] = [plain.data, places(plain.places())];
  const exact = readExact(text);
  if ("faults" in exact) return { text, plain: data, exact: exact.faults };
  if (!isDeepStrictEqual(data, exact.data)) return { text, plain: data, exact: exact.data };
  return isDeepStrictEqual(where, places(exact.places())) ? undefined : { text, places: where };
}

describe("le lecteur rapide ne devine jamais", () => {
  it("lit les dossiers d'exemple, et comme le lecteur exact", () => {
    const texts = fixtureTexts();
    const read = texts.filter((text) => readPlain(Buffer.from(text)) !== undefined);
    expect(read.length).toBeGreaterThan(texts.length * 0.9);
    expect(texts.map(disagreement).filter((found) => found !== undefined)).toEqual([]);
  });

  // Its files stand beside the repository, not in it.
  it.skipIf(suiteTexts().length === 0)("s'accorde avec lui sur toute la suite de tests officielle de YAML", () => {
    expect(
      suiteTexts()
        .map(disagreement)
        .filter((found) => found !== undefined),
    ).toEqual([]);
  });

  it("s'accorde avec lui après des milliers d'accidents", () => {
    const texts = [...fixtureTexts().map((text) => text.split("\n").slice(0, 40).join("\n")), ...suiteTexts()];
    const damaged = fc.tuple(fc.constantFrom(...texts), fc.nat()).map(([text, seed]) => {
      const random = randomFrom(seed);
      return mutated(mutated(text, random), random);
    });
    fc.assert(
      fc.property(damaged, (text) => disagreement(text) === undefined),
      { numRuns: 6000 },
    );
  });
});
