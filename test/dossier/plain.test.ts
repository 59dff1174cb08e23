import { describe, expect, it } from "vitest";
import { linesOf, locate, type Path, type Placed } from "../../src/dossier/place.ts";
import { readExact } from "../../src/dossier/reader/exact.ts";
import { readPlain } from "../../src/dossier/reader/plain.ts";

/** Every place of a reading, as the pieces of text they cover. */
function pieces(text: Buffer, node: Placed): unknown {
  const { data, from, to, keyFrom, keyTo } = node;
  const cut = (start: number, end: number) => (start < 0 ? undefined : text.toString("utf8", start, end));
  const steps = Array.isArray(data) ? data.keys() : Object.keys(Object(data));
  const inside = typeof data === "object" ? [...steps].map((step) => [step, pieces(text, node.child(step) ?? nowhere)]) : [];
  return [cut(keyFrom, keyTo), cut(from, to), inside];
}

const nowhere: Placed = { data: undefined, from: -1, to: -1, keyFrom: -1, keyTo: -1, child: () => undefined };

describe("les deux lecteurs", () => {
  it.each([
    ["dates et codes", "a: 2024-09-02\nb: '02'\nc: 0123\nd: x_000\ne: 12,5\nf: 2024-02-30\n"],
    ["réponses", "a: yes\nb: oui\nc: true\nd: null\ne: ~\nf:\n"],
    ["nombres", "a: 1.50\nb: -12\nc: +3\ng: 010\n"],
    ["listes et rubriques", "a: [1, {b: c}]\nd:\n  - e: 1\n    f: 2\n  -\n    g: 3\nh:\n- i\n- - j\n  - k\n"],
    ["guillemets", "a: 'été'\nb: \"l'été\" # fin\nc: [\"02\", 'x, y']\n"],
    ["commentaires et blancs", "# tête\n\na: 1 # fin\n  # retrait\nb: x#y\n\n"],
    ["fins de ligne de Windows", "a: 1\r\nb:\r\n  c: 2\r\n"],
    ["sans fin de ligne", "a:\n  b: c"],
    [
      "textes longs",
      "a: >-\n  un\n  deux # non\nb:\n  c: |\n    # un\n    deux\n\n  d: |-\n    x: y\ne:\n  - >\n    trois\n  - f: >-\n      quatre\n",
    ],
    ["signes d'un à quatre octets", "a: œuvre – 12 € l’été # fin\nb: 'é😀'\nc: [é, œ, {d: ça}]\ne: |\n  ☃ é ÿ\nf: \"ã\"\ng: 1\n"],
    ["espace insécable", "a: b\u00a0\nc: 12\u00a0\n"],
  ])("lisent les mêmes données aux mêmes places : %s", (_, text) => {
    const bytes = Buffer.from(text);
    const [plain, exact] = [readPlain(bytes), readExact(text)];
    if (plain === undefined || "faults" in exact) throw new Error("les deux lecteurs doivent lire ce texte");
    expect(plain.data).toEqual(exact.data);
    expect(pieces(bytes, plain.places())).toEqual(pieces(bytes, exact.places()));
  });

  it.each([
    "a: &x 1\nb: *x\n",
    "a: !!str 1\n",
    "---\na: 1\n",
    "a: 1\n---\nb: 2\n",
    "<<: {a: 1}\n",
    "a: 1\na: 2\n",
    "a: |\n  texte\n\n  suite\n",
    "a: >\n  un\n    deux\n",
    "a: >+\n  un\n",
    "a: |2\n  un\n",
    "a: >\n  un",
    "a: |\r\n  un\r\n",
    "a: >\n   un\n  # deux\n",
    "a: un\n  deux\n",
    "a:\tb\n",
    "a: b: c\n",
    "null: 1\n",
    "? a\n: b\n",
    "a: 'l''été'\n",
    'a: "\\u00e9"\n',
    "a: 1e3\n",
    "a: 0o7\n",
    "a: .inf\n",
    "a: TRUE\n",
    "a: [1,\n  2]\n",
    " a: 1\n",
    "texte\n",
    "",
  ])("au moindre doute le lecteur rapide s'abstient : %j", (text) => {
    expect(readPlain(Buffer.from(text))).toBeUndefined();
  });

  it("une lecture ne doit rien à celles d'avant, finies ou abandonnées, et ne change pas avec celles d'après", () => {
    const bytes = Buffer.from("a:\n  b: [1, {c: 'x'}]\n  d: |\n    texte\n");
    const alone = readPlain(bytes);
    const unfinished = "a:\n  - b: {c: [1, 2], d: x}\n    e: une fois\n    e: deux fois\n";
    const longer = `x:\n${"- y: {z: 1}\n".repeat(3000)}`;
    for (const text of [unfinished, longer, unfinished]) readPlain(Buffer.from(text));
    const after = readPlain(bytes);
    if (alone === undefined || after === undefined) throw new Error("texte illisible");
    expect(after.data).toEqual({ a: { b: [1, { c: "x" }], d: "texte\n" } });
    expect(alone.data).toEqual(after.data);
    expect(pieces(bytes, alone.places())).toEqual(pieces(bytes, after.places()));
    expect(pieces(bytes, after.places())).toMatchObject([undefined, undefined, [["a", ["a", undefined, expect.anything()]]]]);
  });

  it("une bombe d'alias est une faute, dite aussitôt", () => {
    const levels = Array.from(
      { length: 12 },
      (_, level) =>
        `a${level}: &a${level} [${Array(10)
          .fill(level === 0 ? "x" : `*a${level - 1}`)
          .join(", ")}]`,
    );
    const text = levels.join("\n");
    const from = text.indexOf("*a0");
    expect(readExact(text)).toEqual({ faults: [{ code: "ALIAS_BOMB", from, to: from + 3 }] });
  });
});

describe("la place d'un chemin dans le texte", () => {
  const text = [
    "format: cpro/parcours/1",
    "contrat:",
    "  debut: 2024-09-02 # rentrée",
    "  rupture: {le: 2025-01-01}",
    "financement:",
    "  depenses:",
    "    - composante: annexes",
    "      montant: 12",
    "",
  ].join("\n");
  const at = (path: Path, on?: "key" | "value") => {
    const root = readPlain(Buffer.from(text))?.places();
    if (root === undefined) throw new Error("texte illisible");
    const { line, column, endColumn } = locate(linesOf(Buffer.from(text)), root, path, on);
    return text.split("\n")[line - 1]?.slice(column - 1, endColumn - 1);
  };

  it("une valeur est soulignée seule, sans son commentaire", () => {
    expect(at(["contrat", "debut"])).toBe("2024-09-02");
    expect(at(["contrat", "rupture", "le"])).toBe("2025-01-01");
    expect(at(["financement", "depenses", 0, "montant"])).toBe("12");
  });

  it("les colonnes sont celles d'un éditeur, quels que soient les signes qui précèdent", () => {
    const accents = 'a: é\nb: {c: "é😀 œ", d: 2025-13-01}\r\ne: 1\n';
    const bytes = Buffer.from(accents);
    const root = readPlain(bytes)?.places();
    if (root === undefined) throw new Error("texte illisible");
    expect(locate(linesOf(bytes), root, ["b", "d"])).toEqual({ line: 2, column: 20, endLine: 2, endColumn: 30 });
    expect(accents.split("\n")[1]?.slice(19, 29)).toBe("2025-13-01");
    expect(locate(linesOf(bytes), root, ["e"])).toEqual({ line: 3, column: 4, endLine: 3, endColumn: 5 });
  });

  it("une clé se montre par elle-même, une rubrique par sa clé, un élément de liste par sa première ligne", () => {
    expect(at(["contrat", "debut"], "key")).toBe("debut");
    expect(at(["contrat"])).toBe("contrat");
    expect(at(["financement", "depenses", 0])).toBe("composante");
  });

  it("ce qui manque se montre à la clé de la rubrique où l'ajouter", () => {
    expect(at(["contrat", "fin"])).toBe("contrat");
    expect(at(["sortie", "constatee_le"])).toBe("format");
    expect(at(["financement", "depenses", 0, "date"])).toBe("composante");
    expect(at(["financement", "depenses", 4, "montant"])).toBe("depenses");
  });
});
