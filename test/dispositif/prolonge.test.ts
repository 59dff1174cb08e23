import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { cpro as run } from "../cli/run.ts";
import { exempleDe } from "./essai.ts";

const cpro = async (...args: readonly string[]) => {
  const { code: exitCode, out: stdout, err: stderr } = await run(args);
  return { exitCode, stdout, stderr };
};

const definition = `format: cpro/dispositif/2
identifiant: cqp_vert
etend: cqp
libelle: CQP vert
article: le
description: Le CQP d'une structure, avec une visite de jardin avant l'examen.
sources:
  - { id: charte, titre: "charte de la structure, 2024" }
references:
  charte: { titre: "charte de la structure, art. 2" }
parcours:
  phases:
    - { id: visite, libelle: Visite, qui: structure, reference: charte, avant: examen }
  etapes:
    - { id: visite, phase: visite, libelle: Visiter un jardin, qui: structure, reference: charte, faite: [visite_le] }
regles_donnees:
  - id: vert-visite
    gravite: avertissement
    si: { chemin: jury/le, present: true }
    exige: { chemin: visite_le, present: true }
    message: Le jury du {jury/le} se tient sans que la personne ait visité de jardin.
    reference: charte
`;

const schema = `{
  "type": "object",
  "additionalProperties": false,
  "required": ["dispositif"],
  "x-suffixe": "vert",
  "properties": {
    "dispositif": { "title": "Dispositif", "type": "string", "const": "cqp_vert" },
    "visite_le": { "$ref": "#/$defs/date", "title": "Visite du jardin" }
  },
  "$defs": { "date": { "$ref": "commun.schema.json#/$defs/date" } }
}
`;

function dossier({ yaml = definition, json = schema, donnees = {} as object } = {}): string {
  const base = mkdtempSync(join(tmpdir(), "cpro prolongé "));
  const sien = join(base, "dispositifs", "cqp_vert");
  mkdirSync(sien, { recursive: true });
  mkdirSync(join(base, "parcours"));
  writeFileSync(join(sien, "dispositif.yaml"), yaml);
  writeFileSync(join(sien, "parcours.schema.json"), json);
  const parcours = { ...exempleDe("cqp", "CHE-041", { dispositif: "cqp_vert", identifiant: "VERT-1" }), ...donnees };
  writeFileSync(join(base, "parcours", "VERT-1.yaml"), stringify(parcours));
  return base;
}

describe("un dispositif à soi qui en prolonge un de cpro", () => {
  it("a les règles, les étapes et le financement de l'autre, et les siennes", async () => {
    const ici = dossier();
    const validate = await cpro("validate", ici, "--date", "2023-11-30");
    expect([validate.exitCode, validate.stdout]).toEqual([
      0,
      expect.stringContaining("Le jury du 20/10/2023 se tient sans que la personne ait visité de jardin."),
    ]);
    const { parcours } = JSON.parse((await cpro("progress", ici, "--date", "2023-11-30", "--format", "json")).stdout);
    expect(parcours[0].phases.map(({ phase, etat }: { phase: string; etat: string }) => [phase, etat])).toEqual([
      ["entree", "terminee"],
      ["formation", "terminee"],
      ["visite", "a_venir"],
      ["examen", "en_cours"],
    ]);
    expect(parcours[0].prochaine_etape.libelle).toBe("Visiter un jardin");
    const funding = JSON.parse((await cpro("funding", ici, "--date", "2023-11-30", "--format", "json")).stdout);
    expect(funding.parcours[0]).toMatchObject({ dispositif: "cqp_vert", bases: [{ id: "accord", montant: 2800 }], reste_a_charge: 700 });
  });

  it("compte dans le tableau de bord de l'autre, faute d'un bilan", async () => {
    const ici = dossier();
    const sortie = join(ici, "tdb.json");
    const args = ["--semester", "2023-S2", "--date", "2024-01-15", "--format", "json", "--sans-precedent", "--output", sortie];
    const { exitCode, stderr } = await cpro("dashboard", ici, ...args);
    expect([exitCode, stderr]).toEqual([0, expect.not.stringContaining("autre dispositif")]);
  });

  it("a les feuilles de l'autre, sous un nom à lui", async () => {
    const ici = dossier();
    const { exitCode, stderr } = await cpro(
      "template",
      "--dispositifs",
      join(ici, "dispositifs"),
      "--dispositif",
      "cqp_vert",
      "--output",
      join(ici, "saisie.xlsx"),
    );
    expect([exitCode, stderr]).toEqual([0, expect.any(String)]);
    expect((await cpro("validate", ici, "--date", "2023-11-30")).exitCode).toBe(0);
  });

  it.each([
    [
      "un parent inconnu",
      { yaml: definition.replace("etend: cqp", "etend: affest") },
      /dispositif\.yaml:3:\d+ .*« affest » n'est pas de ceux de cpro[\s\S]*Vouliez-vous dire « afest »/,
    ],
    [
      "un parent qui prolonge déjà",
      { yaml: definition.replace("etend: cqp", "etend: vae_pro_th") },
      /« vae_pro_th » en prolonge déjà un autre[\s\S]*Prolongez « vae »/,
    ],
    [
      "un chemin qui ne mène nulle part",
      { yaml: definition.replace("faite: [visite_le]", "faite: [visitee_le]") },
      /dispositif\.yaml:15:\d+ .*« visitee_le » ne mène nulle part/,
    ],
    [
      "une phase qui n'existe pas",
      { yaml: definition.replace("avant: examen", "avant: examens") },
      /dispositif\.yaml:13:\d+ .*La phase « examens » n'existe pas/,
    ],
    [
      "des fichiers qui ne disent pas leur dispositif",
      { json: schema.replace(/ {4}"dispositif".*\n/, "").replace('"required": ["dispositif"]', '"required": []') },
      /ne disent pas leur dispositif/,
    ],
  ])("%s se dit à sa place", async (_, textes, message) => {
    const { exitCode, stdout } = await cpro("validate", dossier(textes), "--date", "2023-11-30");
    expect([exitCode, stdout]).toEqual([1, expect.stringMatching(message)]);
  });
});
