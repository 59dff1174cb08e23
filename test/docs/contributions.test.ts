import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import commun from "../../schemas/commun.schema.json" with { type: "json" };
import { readCase } from "../../scripts/rule-cases.mjs";
import { root } from "../cli/run.ts";
import { pattern, rowsOf, Scratch } from "./contribution.ts";

/** One thing added, in the words of the rows of CONTRIBUTING.md that it follows. */
interface Addition {
  rows: readonly string[];
  names?: Readonly<Record<string, string>>;
  write(scratch: Scratch): void;
}

const { enum: opcos, enumDescriptions: nomsDesOpcos } = commun.$defs.opco;

const bilan = "dispositifs/vae_inversee/dispositif.yaml";

const colonne = {
  libelle: '    libelle: "Opérateur de compétences",\n',
  utilite: "    utilite: 4.5,\n",
  dimension: `    dimension: {\n      libelle: "OPCO",\n      categories: categories({\n${opcos.map((code, rang) => `        ${code}: ${JSON.stringify(nomsDesOpcos[rang])},\n`).join("")}      }),\n    },\n`,
  valeur: "    valeur: ({ parcours }) => parcours.opco ?? null,\n",
};
const entree = (parties: Partial<typeof colonne>): string => `  opco: quasi.code({\n${Object.values(parties).join("")}  }),\n`;

const ok = `--- parcours entreprise
   denomination: Atelier d'exemple
+  enseigne: Net & clair
 opco: akto
+remarque: Rien à signaler
`;
const ko = `7:13 avertissement entreprise-enseigne
--- parcours entreprise
   denomination: Atelier d'exemple
+  enseigne: Net, clair et sans reproche
`;

const additions: readonly Addition[] = [
  {
    rows: ["a field"],
    names: { dispositif: "vae_inversee" },
    write: (scratch) => {
      const texte = (titre: string, exemple: string): string =>
        `{ "title": "${titre}", "description": "Un essai.", "type": "string", "minLength": 1, "examples": ["${exemple}"] }`;
      const schema = "dispositifs/vae_inversee/parcours.schema.json";
      scratch.before(schema, '    "certification": { "$ref"', `    "remarque": ${texte("Remarque", "Rien à signaler")},\n`);
      scratch.replace(
        "schemas/commun.schema.json",
        '        "naf": { "title": "Code NAF"',
        `        "enseigne": ${texte("Enseigne", "Net & clair")},\n        "naf": { "title": "Code NAF"`,
      );
    },
  },
  {
    rows: ["a figure or an article of the law"],
    write: (scratch) => {
      scratch.before("legal/references.yaml", "loi-2022-1598-art-11:", "loi-inventee:\n  titre: loi inventée, art. 1\n");
      scratch.before(
        "legal/parametres.yaml",
        "age-minimum:",
        "enseigne-longueur:\n  label: Longueur de l'enseigne\n  unit: caractères\n  checked_on: 2026-03-27\n  values: [{ from: 2023-05-28, value: 17, reference: loi-inventee }]\n",
      );
    },
  },
  {
    rows: ["a rule"],
    names: { famille: "vae_inversee", id: "entreprise-enseigne" },
    write: (scratch) => {
      scratch.write(
        "src/validate/rules/vae_inversee/entreprise-enseigne.ts",
        `import { dateDuDroit } from "../../../dossier/faits.ts";
import { firstValue, valueAt } from "../../../legal/index.ts";
import { defineRule } from "../../rule.ts";

export default defineRule({
  id: "entreprise-enseigne",
  famille: "vae_inversee",
  scope: "entree",
  severity: "warning",
  summary: \`L'enseigne a \${firstValue("enseigne-longueur")} caractères au plus.\`,
  references: ["loi-inventee"],
  *check(parcours) {
    const { enseigne = "" } = parcours.entreprise;
    if (enseigne.length <= valueAt("enseigne-longueur", dateDuDroit(parcours)).value) return;
    yield { at: ["entreprise", "enseigne"], message: "Cette enseigne est trop longue." };
  },
});
`,
      );
      const index = "src/validate/rules/index.ts";
      scratch.before(index, "import facturePartagee ", 'import entrepriseEnseigne from "./vae_inversee/entreprise-enseigne.ts";\n');
      scratch.before(index, "      entrepriseNaf,", "      entrepriseEnseigne,\n");
      scratch.write("fixtures/rules/entreprise-enseigne/ok.patch", ok);
      scratch.write("fixtures/rules/entreprise-enseigne/ko.patch", ko);
    },
  },
  {
    rows: ["an indicator"],
    names: { dispositif: "vae_inversee" },
    write: (scratch) => indicateur(scratch, "X.niveau", "Contrats, selon le niveau à l'entrée", "niveau_entree"),
  },
  {
    rows: ["a column", "an indicator"],
    names: { dispositif: "vae_inversee" },
    write: (scratch) => {
      scratch.before("src/dashboard/definition/columns/connus.ts", "  eligible: ouiOuNon(", entree(colonne));
      scratch.before(bilan, "    eligible: {}\n", "    opco: {}\n");
      indicateur(scratch, "X.opco", "Contrats conclus, selon l'OPCO", "opco");
    },
  },
  {
    rows: ["a format"],
    names: { command: "validate", format: "places" },
    write: (scratch) => {
      scratch.write(
        "src/render/validate/places.ts",
        `import type { Report } from "../../validate/index.ts";

/** A place a line. */
export function renderPlaces({ diagnostics }: Report): string {
  return diagnostics.map(({ file, range, ruleId }) => \`\${file}:\${range.line}:\${range.column} \${ruleId}\\n\`).join("");
}
`,
      );
      scratch.before("src/render/validate/index.ts", "import { renderSarif }", 'import { renderPlaces } from "./places.ts";\n');
      scratch.before("src/render/validate/index.ts", "  sarif: renderSarif,", "  places: renderPlaces,\n");
      scratch.replace("src/commands/options/validate.ts", '"junit"]', '"junit", "places"]');
    },
  },
  {
    rows: ["a format"],
    names: { command: "explain", format: "list" },
    write: (scratch) => {
      scratch.write(
        "src/render/explain/list.ts",
        `import type { Sheets } from "../../sheets/explain.ts";

/** The name of each sheet. */
export function renderList({ rules, parameters }: Sheets): string {
  return [...rules.map(({ id }) => id), ...parameters.map(({ name }) => name)].join("\\n");
}
`,
      );
      const [index, command] = ["src/render/explain/index.ts", "src/commands/explain.ts"];
      scratch.before(index, "import { renderMarkdown }", 'import { renderList } from "./list.ts";\n');
      scratch.replace(index, "json: renderJson,", "json: renderJson, list: renderList,");
      scratch.replace(command, 'const formats = ["text",', 'const formats = ["text", "list",');
    },
  },
  {
    rows: ["a dispositif"],
    names: { identifiant: "vae_essai" },
    write: (scratch) => {
      const file = "dispositifs/vae_essai/dispositif.yaml";
      scratch.write(file, scratch.read("dispositifs/vae_inversee/dispositif.yaml"));
      scratch.replace(file, "identifiant: vae_inversee", "identifiant: vae_essai");
      scratch.replace(file, "par_defaut: true\n", "");
      scratch.replace(file, "libelle: Information\n", "libelle: Découverte\n");
      const fiche = "fiche.schema.json";
      scratch.write(`dispositifs/vae_essai/${fiche}`, scratch.read(`dispositifs/vae_inversee/${fiche}`));
      const schema = "dispositifs/vae_essai/parcours.schema.json";
      scratch.write(schema, scratch.read("dispositifs/vae_inversee/parcours.schema.json"));
      scratch.replace(
        schema,
        '"enum": ["vae_inversee"], "enumDescriptions": ["VAE inversée"], "default": "vae_inversee", "examples": ["vae_inversee"]',
        '"const": "vae_essai", "examples": ["vae_essai"]',
      );
    },
  },
  {
    rows: ["a subcommand"],
    names: { name: "opcos" },
    write: (scratch) => {
      scratch.write(
        "src/workflows/opcos.ts",
        `import { avecContrat } from "../dossier/contrats.ts";
import type { Io } from "../io.ts";
import { openDossier } from "./open.ts";

/** The OPCO of a dossier, each once. */
export async function listOpcos(paths: readonly string[], io: Io): Promise<void> {
  const { parcours } = avecContrat(await openDossier(paths, io));
  const opcos = new Set(parcours.flatMap(({ data }) => data.opco ?? []));
  io.print([...opcos].sort().join("\\n"));
}
`,
      );
      scratch.write(
        "src/commands/opcos.ts",
        `import { Command } from "commander";
import type { Io } from "../io.ts";

export function opcosCommand(io: Io): Command {
  return new Command("opcos")
    .description("dit les OPCO d'un dossier")
    .argument("[chemins...]", "fichiers, dossiers ou motifs ; par défaut le dossier courant", ["."])
    .action(async (paths: string[]) => {
      const { listOpcos } = await import("../workflows/opcos.ts");
      await listOpcos(paths, io);
    });
}
`,
      );
      const program = "src/commands/program.ts";
      scratch.before(program, "import { progressCommand }", 'import { opcosCommand } from "./opcos.ts";\n');
      scratch.before(program, "  completionCommand,\n", "  opcosCommand,\n");
    },
  },
];

function indicateur(scratch: Scratch, id: string, titre: string, dimension: string): void {
  const entry = `    - { id: ${id}, famille: contrats, titre: "${titre}", unite: contrats, population: conclus, dimensions: [${dimension}] }\n`;
  scratch.before(bilan, "    - id: C2.domaine\n", entry);
}

const rows = rowsOf(readFileSync(`${root}CONTRIBUTING.md`, "utf8"));
const scratch = new Scratch();
const written: string[] = [];
const apart = mkdtempSync(join(tmpdir(), "cpro-contribution-"));
afterAll(() => {
  rmSync(scratch.folder, { recursive: true });
  rmSync(apart, { recursive: true });
});

const place = (name: string): string => join(apart, name);
const cpro = (...args: string[]) => scratch.run("node", ["bin/cpro.js", ...args]);
const dossiers = ["fixtures/umih-hdf", "fixtures/geiq-epe"];
const jour = ["--semester", "2025-S1", "--date", "2025-07-01"];
const dashboard = (...args: string[]) => cpro("dashboard", ...args, ...jour);

type Manifeste = { colonnes: { nom: string }[]; lots: { fichier: string }[] };

interface Table {
  id: string;
  cellules: { mesure: string; valeur: number | null; codes: Record<string, string> }[];
}

async function tablesOf(paths: readonly string[], diffusion: string): Promise<Map<string, Table>> {
  const { code, out } = await dashboard(...paths, "--sans-precedent", "--diffusion", diffusion, "--format", "json");
  expect(code).toBe(0);
  return new Map((JSON.parse(out) as { tables: Table[] }).tables.map((table) => [table.id, table]));
}

/** What a table of one dimension says, by code, since the beginning. */
function cumulOf(tables: ReadonlyMap<string, Table>, id: string): Record<string, number | null> {
  const cells = tables.get(id)?.cellules.filter(({ mesure }) => mesure === "cumul") ?? [];
  return Object.fromEntries(cells.map(({ codes, valeur }) => [Object.values(codes).join(), valeur]));
}

describe("« Where does it go? », écrit et essayé sur une copie du dépôt", () => {
  it("a une addition pour chacune de ses lignes", () => {
    expect([...new Set(additions.flatMap((addition) => addition.rows))].sort()).toEqual([...rows.keys()].sort());
  });

  it.each(additions)("$rows (%#) : seulement les fichiers que nomme CONTRIBUTING.md", ({ rows: followed, names = {}, write }) => {
    write(scratch);
    const globs = followed.flatMap((row) => rows.get(row) ?? []).map((glob) => pattern(glob, names));
    const changed = scratch.changed();
    written.push(...changed);
    expect(changed.filter((path) => !globs.some((glob) => glob.test(path)))).toEqual([]);
    // No row names what need not be written.
    expect(globs.filter((glob) => !changed.some((path) => glob.test(path)))).toEqual([]);
  });
});

describe("la copie où tout est ajouté", () => {
  beforeAll(async () => {
    // Types too: the build ends with tsc.
    const built = await scratch.run("npm", ["run", "build", "--silent"]);
    expect([built.code, built.out, built.err]).toEqual([0, "", ""]);
  });

  it("n'a changé que ce qui s'engendre", () => {
    const engendres = /^(src\/generated\/|schemas\/(parcours|fiche-projet)\.schema\.json$)/;
    expect(scratch.changed().filter((path) => !engendres.test(path))).toEqual([]);
  });

  it("tient aux règles de qui importe qui, et de la mise en page", async () => {
    const [imports, style] = await Promise.all([
      scratch.run("node_modules/.bin/depcruise", ["--config", ".dependency-cruiser.json", "src", "bin"]),
      scratch.run("node_modules/.bin/biome", ["check", "--vcs-enabled=false", ...written.filter((path) => path.endsWith(".ts"))]),
    ]);
    expect([imports.code, imports.out]).toEqual([0, expect.stringContaining("no dependency violations")]);
    expect([style.code, style.err]).toEqual([0, ""]);
  });

  it("règle, champ et format : cpro validate les tient, à leur place", async () => {
    const found = Object.entries({ ok, ko }).map(async ([name, text]) => {
      const { expected, documents } = readCase(text);
      writeFileSync(place(`${name}.yaml`), documents[0]?.text ?? "");
      const { code, out } = await cpro("validate", place(`${name}.yaml`), "--date", "2025-06-30", "--format", "places");
      const own = out.split("\n").filter((line) => !line.endsWith(" dossier-fiche-connue") && line !== "");
      expect([name, code, own]).toEqual([
        name,
        0,
        expected.map((line) => `${place(`${name}.yaml`)}:${line.replace(" avertissement", "")}`),
      ]);
    });
    await Promise.all(found);
  });

  it("règle, chiffre, article et format : cpro explain les dit", async () => {
    const [rule, figure, names] = await Promise.all([
      cpro("explain", "entreprise-enseigne"),
      cpro("explain", "enseigne-longueur"),
      cpro("explain", "--format", "list"),
    ]);
    expect(rule.out).toContain("L'enseigne a 17 caractères au plus.");
    expect(rule.out).toContain("enseigne: Net, clair et sans reproche");
    expect(rule.out).toContain("loi inventée, art. 1");
    expect(figure.out).toMatch(/17.*loi inventée/s);
    expect(names.out.split("\n")).toEqual(expect.arrayContaining(["entreprise-enseigne", "enseigne-longueur"]));
  });

  it("champ : il est dans le classeur et parmi les options de cpro new parcours", async () => {
    const [, help] = await Promise.all([cpro("template", "--output", place("saisie.xlsx")), cpro("new", "parcours", "--help")]);
    const parts = Object.values(unzipSync(readFileSync(place("saisie.xlsx"))));
    const workbook = parts.map((part) => strFromU8(part)).join();
    for (const field of ["entreprise.enseigne", "remarque"]) {
      expect(workbook).toContain(`parcours:${field}<`);
      expect(help.out).toContain(`--${field} <valeur>`);
    }
  });

  it("indicateur : cpro dashboard en a le tableau, et en publie le contrôle fait", async () => {
    const [tables, published] = await Promise.all([tablesOf(dossiers, "interne"), tablesOf(dossiers, "publique")]);
    expect(cumulOf(tables, "X.niveau")).toMatchObject({ ensemble: 63 });
    expect(cumulOf(tables, "X.opco")).toMatchObject({ akto: 59, ocapiat: 1, uniformation: 3, afdas: 0, ensemble: 63 });
    expect(cumulOf(published, "X.opco")).toMatchObject({ ocapiat: null, uniformation: null, ensemble: 63 });
  });

  it("colonne : les lots, leur manifeste, le tableau qu'on en tire et le dictionnaire l'ont", async () => {
    const [, dictionary] = await Promise.all([
      cpro("export", ...dossiers, ...jour, "--format", "csv", "--output", place("lots"), "--key-file", place("cle")),
      dashboard("--dictionary"),
    ]);
    const { colonnes, lots } = JSON.parse(readFileSync(place("lots/manifest.json"), "utf8")) as Manifeste;
    expect(colonnes).toContainEqual({ nom: "opco", type: "VARCHAR", role: "quasi_identifiant", libelle: "Opérateur de compétences" });
    const rows = lots.flatMap(({ fichier }) =>
      readFileSync(place(`lots/${fichier}`), "utf8")
        .trim()
        .split("\n")
        .slice(1),
    );
    const at = colonnes.findIndex(({ nom }) => nom === "opco");
    const values = rows.map((row) => row.split(",")[at] ?? "");
    const counted = Object.fromEntries([...new Set(values)].map((code) => [code, values.filter((each) => each === code).length]));
    expect(counted).toEqual({ akto: 59, ocapiat: 1, uniformation: 3 });
    expect(cumulOf(await tablesOf([place("lots")], "interne"), "X.opco")).toMatchObject({ ...counted, ensemble: 63 });
    expect(dictionary.out).toMatch(/OPCO[\s\S]*uniformation/);
  });

  it("colonne : en oublier une partie est une faute de types", async () => {
    const folder = "src/dashboard/definition/columns";
    const whole = scratch.read(`${folder}/connus.ts`);
    const parts = Object.keys(colonne) as (keyof typeof colonne)[];
    for (const part of parts) {
      const { [part]: _, ...rest } = colonne;
      scratch.write(`${folder}/sans-${part}.ts`, whole.replace(entree(colonne), entree(rest)));
    }
    const files = ["connus", ...parts.map((part) => `sans-${part}`)].map((name) => `${folder}/${name}.ts`);
    scratch.write("tsconfig.essai.json", JSON.stringify({ extends: "./tsconfig.json", files, include: [] }));
    const { out } = await scratch.run("node_modules/.bin/tsc", ["-p", "tsconfig.essai.json"]);
    const faults = [...out.matchAll(/columns\/([\w-]+)\.ts.*\n? +Property '(\w+)' is missing/g)].map(([, file, part]) => `${file} ${part}`);
    expect(faults.sort()).toEqual(parts.map((part) => `sans-${part} ${part}`).sort());
  });

  it("dispositif et sous-commande : cpro les tient", async () => {
    writeFileSync(
      place("essai.yaml"),
      readFileSync(place("ok.yaml"), "utf8").replace("identifiant:", "dispositif: vae_essai\nidentifiant:"),
    );
    const [progress, opcos] = await Promise.all([
      cpro("progress", place("essai.yaml"), "--date", "2025-06-30", "--parcours", "EX-001"),
      cpro("opcos", ...dossiers),
    ]);
    expect(progress.out).toContain("Découverte");
    expect(opcos.out).toBe("akto\nocapiat\nuniformation\n");
  });
});
