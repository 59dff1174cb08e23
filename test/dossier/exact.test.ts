import { describe, expect, it } from "vitest";
import { readExact } from "../../src/dossier/reader/exact.ts";

const data = (text: string): unknown => {
  const reading = readExact(text);
  return "faults" in reading ? reading.faults : reading.data;
};
/** The faults of a text, each with what it points at. */
const faults = (text: string): unknown => {
  const reading = readExact(text);
  return "faults" in reading ? reading.faults.map(({ code, from, to }) => [code, text.slice(from, to)]) : "aucune";
};

describe("une étiquette YAML dit ce qu'elle dit", () => {
  it.each([
    ["a: !!str 2024", { a: "2024" }],
    ["a: !!timestamp 2024-09-02", { a: "2024-09-02" }],
    ['a: !!timestamp "2024-09-02"', { a: "2024-09-02" }],
    ["a: !!float 12", { a: 12 }],
    ["a: !!float 12.5", { a: 12.5 }],
    ['a: !!int "12"', { a: 12 }],
    ['a: !!bool "true"', { a: true }],
    ["a: ! 12", { a: "12" }],
    ["a: !!map {b: !!seq [1]}", { a: { b: [1] } }],
    ["%YAML 1.2\n---\na: 1", { a: 1 }],
    ["%TAG !e! tag:yaml.org,2002:\n---\na: !e!str 1", { a: "1" }],
  ])("%j", (text, expected) => expect(data(text)).toEqual(expected));

  it.each([
    ["a: !!js/function 'x'", "!!js/function"],
    ["a: !moi 1", "!moi"],
    ["a: !!binary YQ==", "!!binary"],
    ["a: !!set {b, c}", "!!set"],
    ["a: !!timestamp demain", "!!timestamp"],
    ["a: !!int douze", "!!int"],
    ["a: !!bool oui", "!!bool"],
    ["a: !!python/object:os.system {b: 1}", "!!python/object:os.system"],
    ["a: !<tag:exemple,2024:x> 1", "!<tag:exemple,2024:x>"],
  ])("ou est refusée à sa place : %j", (text, place) => expect(faults(text)).toEqual([["TAG_RESOLVE_FAILED", place]]));

  it("une consigne inconnue est refusée à sa ligne", () => {
    expect(faults("%MOI 1\n---\na: 1")).toEqual([["BAD_DIRECTIVE", expect.any(String)]]);
  });
});

it.each(["1.1", "1.3", "2.0", "un"])("une version %s de YAML donne un message, à sa ligne, quel que soit le reste", (version) => {
  const text = `# en-tête\n%YAML ${version}\n---\ndebut: 2024-09-02\nrqth: non\nz: !!timestamp 2024-09-02\n`;
  expect(faults(text)).toEqual([["YAML_VERSION", `%YAML ${version}`]]);
});

describe("trop de niveaux", () => {
  const deep = 6000;
  it.each([
    ["listes entre crochets", `a: ${"[".repeat(deep)}${"]".repeat(deep)}\n`],
    ["crochets jamais fermés", `a: ${"[".repeat(2_000_000)}\n`],
    ["listes à tirets", `a:\n  ${"- ".repeat(deep)}1\n`],
    ["rubriques", `${Array.from({ length: 500 }, (_, level) => `${" ".repeat(level)}a:`).join("\n")} 1\n`],
    ["rubriques entre accolades", `a: ${"{a: ".repeat(deep)}1${"}".repeat(deep)}\n`],
    ["clés", `${"? ".repeat(deep)}a\n`],
    [
      "alias enchaînés",
      Array.from({ length: 90 }, (_, rank) => `a${rank}: &a${rank} ${"[".repeat(9)}${rank ? `*a${rank - 1}` : 1}${"]".repeat(9)}\n`).join(
        "",
      ),
    ],
  ])("%s : une seule faute", (_, text) => {
    expect(faults(text)).toEqual([["RESOURCE_EXHAUSTION", expect.any(String)]]);
  });

  it("soixante niveaux se lisent", () => expect(faults(`a: ${"[".repeat(60)}${"]".repeat(60)}\n`)).toBe("aucune"));
});

it("une clé répétée est dite à chaque répétition, même sous une autre forme", () => {
  expect(faults('a: 1\nb: 2\n"a": 3\nc: {d: 1, d: 2}\na: 4\n')).toEqual([
    ["DUPLICATE_KEY", '"a"'],
    ["DUPLICATE_KEY", "a"],
    ["DUPLICATE_KEY", "d"],
  ]);
});
