import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { loadDossier } from "../../src/dossier/load.ts";
import { diagnoseFaulty } from "../../src/validate/place.ts";

const folder = mkdtempSync(join(tmpdir(), "cpro-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** The diagnostics of one text, as « ligne:colonne règle motCle message → conseil ». */
async function diagnose(text: string): Promise<string[]> {
  const file = join(folder, "essai.yaml");
  writeFileSync(file, text);
  const { faulty } = await loadDossier([file]);
  const diagnostics = await Promise.all(faulty.map(diagnoseFaulty));
  return diagnostics
    .flat()
    .map(({ range, ruleId, keyword, message, hint }) =>
      [`${range.line}:${range.column}`, ruleId, ...(keyword ? [keyword] : []), message, `→ ${hint}`].join(" "),
    );
}

const avant = ["format: cpro/parcours/1", "identifiant: A-1", "fiche: F-1", "phases: {}"];
const beneficiaire = [
  "beneficiaire:",
  "  date_naissance: 2000-01-31",
  "  sexe: femme",
  '  departement: "02"',
  "  situation_avant: salarie",
  "  niveau_entree: 3",
];

/** A parcours before its contract, one line of the beneficiary replaced. */
const withLine = (key: string, line: string) =>
  [...avant, ...beneficiaire.map((each) => (each.startsWith(`  ${key}:`) ? line : each)), ""].join("\n");

describe("un fichier qui n'a pas la forme attendue", () => {
  it("un parcours avant contrat n'a besoin que de cinq rubriques", async () => {
    expect(await diagnose([...avant, ...beneficiaire, ""].join("\n"))).toEqual([]);
  });

  it.each([
    [
      "date à la française",
      "date_naissance",
      "  date_naissance: 31/01/2000",
      "6:19 schema format La date « 31/01/2000 » s'écrit année-mois-jour. → Écrivez « date_naissance: 2000-01-31 ».",
    ],
    [
      "jour qui n'existe pas",
      "date_naissance",
      "  date_naissance: 2001-02-29",
      "6:19 schema format Le jour « 2001-02-29 » n'existe pas au calendrier. → Vérifiez le mois et le nombre de jours du mois.",
    ],
    [
      "date vide",
      "date_naissance",
      "  date_naissance:",
      "6:3 schema type La date « date_naissance » est vide. → Donnez un jour, par exemple 2024-09-02, ou retirez la ligne si elle est facultative.",
    ],
    [
      "valeur voisine d'une valeur admise",
      "sexe",
      "  sexe: Femmes",
      "7:9 schema enum « Femmes » n'est pas une valeur admise pour « sexe » (Sexe) : on attend femme ou homme. → Vouliez-vous dire « femme » ?",
    ],
    [
      "département sans guillemets",
      "departement",
      "  departement: 02",
      '8:16 schema type « departement: 02 » sans guillemets est lu comme un nombre, et un zéro au début serait perdu. → Mettez ce code entre guillemets : « departement: "02" ».',
    ],
    [
      "réponse en français",
      "niveau_entree",
      "  niveau_entree: 3\n  rqth: oui",
      "11:9 schema type « oui » n'est pas lu comme une réponse oui ou non. → Écrivez « rqth: true » (true pour oui, false pour non).",
    ],
    [
      "nombre entre guillemets",
      "niveau_entree",
      '  niveau_entree: "3"',
      '10:18 schema enum « niveau_entree: "3" », entre guillemets, est lu comme un texte. → Retirez les guillemets : « niveau_entree: 3 ».',
    ],
    [
      "réponse entre guillemets",
      "niveau_entree",
      '  niveau_entree: 3\n  rqth: "true"',
      '11:9 schema type « rqth: "true" », entre guillemets, est lu comme un texte. → Retirez les guillemets : « rqth: true ».',
    ],
    [
      "texte en chiffres",
      "sexe",
      "  sexe: femme\n  nom: 2024",
      '8:8 schema type « nom: 2024 » sans guillemets est lu comme un nombre. → Mettez ce texte entre guillemets : « nom: "2024" ».',
    ],
    [
      "choix d'un seul caractère, sans rien à deviner",
      "niveau_entree",
      "  niveau_entree: 9",
      "10:18 schema enum « 9 » n'est pas une valeur admise pour « niveau_entree » (Niveau à l'entrée) : on attend aucun, 3, 4, 5, 6, 7 ou 8. → Choisissez l'une de ces valeurs.",
    ],
    [
      "clé mal tapée, dite une fois",
      "situation_avant",
      "  situation_avnt: salarie",
      "9:3 schema additionalProperties La clé « situation_avnt » est inconnue. → Vouliez-vous dire « situation_avant » ?",
    ],
    [
      "mois d'inscription manquants",
      "situation_avant",
      "  situation_avant: demandeur_emploi",
      "5:1 schema required La clé « mois_inscription » (Mois d'inscription) manque dans « beneficiaire ». → Ajoutez une ligne, par exemple « mois_inscription: 14 ».",
    ],
    [
      "nombre avec une virgule",
      "niveau_entree",
      "  niveau_entree: 3\n  mois_inscription: 3,5",
      "11:21 schema type « 3,5 » n'est pas lu comme un nombre : le séparateur décimal de YAML est le point. → Écrivez « mois_inscription: 3.5 ».",
    ],
  ])("%s", async (_, key, line, expected) => {
    expect(await diagnose(withLine(key, line))).toEqual([expected]);
  });

  it("un contrat appelle toutes les rubriques d'un contrat, chacune réclamée une fois", async () => {
    const found = await diagnose(
      [...avant, ...beneficiaire, "contrat: {nature: cdd, conclu_le: 2024-09-01, debut: 2024-09-02, fin: 2025-09-01}", ""].join("\n"),
    );
    expect(found.map((each) => /« (\w+) »/.exec(each)?.[1])).toEqual([
      ..."entreprise opco certification tuteur modalites financement".split(" "),
      ..."information accompagnement recevabilite mise_en_oeuvre evaluation".split(" "),
      "document_annexe",
    ]);
    expect(found.filter((each) => each.startsWith("4:1 "))).toHaveLength(5);
  });

  it("un format d'une autre version n'est pas deviné", async () => {
    expect(await diagnose("format: cpro/parcours/2\n")).toEqual([
      "1:9 schema const Le format « cpro/parcours/2 » n'est pas connu de cette version de cpro. → Les formats connus sont cpro/fiche-projet/1, cpro/parcours/1 et cpro/demarche/1.",
    ]);
  });
});

describe("un texte que YAML refuse", () => {
  it.each([
    ["clé répétée", "format: cpro/parcours/1\nfiche: A\nfiche: B\n", /^3:1 yaml Cette clé figure déjà/],
    ["tabulation", "format: cpro/parcours/1\ncontrat:\n\tdebut: 2024-09-02\n", /^3:1 yaml La ligne commence par une tabulation/],
    ["retrait", "format: cpro/parcours/1\ncontrat:\n  debut: 2024-09-02\n fin: 2025-09-01\n", /^4:2 yaml Le retrait de cette ligne/],
    ["guillemet non fermé", 'format: cpro/parcours/1\nfiche: "A\n', /yaml Il manque un caractère/],
    [
      "une espace de trop",
      'format: cpro/parcours/1\nbeneficiaire:\n  sexe: femme\n   departement: "02"\n',
      /^4:4 yaml Cette ligne est plus en retrait que celle du dessus/,
    ],
    ["tiret collé", "format: cpro/parcours/1\nphases:\n  - a\n  -b: c\n", /^4:3 yaml Il manque une espace après le tiret/],
    [
      "crochet jamais fermé",
      'format: cpro/parcours/1\ncertification:\n  blocs: ["A [", B # [\ncontrat:\n  debut: 2024-09-02\n',
      /^3:10 yaml Ce crochet ou cette accolade n'est jamais fermé/,
    ],
    ["deux-points dans une valeur", "format: cpro/parcours/1\nfiche: projet : un\n", /^2:8 yaml Cette ligne contient deux fois « : »/],
    ["espace insécable", "format: cpro/parcours/1\nfiche:\u00a0A\n", /^2:\d+ yaml Cette ligne contient une espace insécable/],
    ["plusieurs documents", "format: cpro/parcours/1\n---\nformat: cpro/parcours/1\n", /^2:1 yaml Le fichier contient plusieurs documents/],
    ["fichier vide", "", /^1:1 yaml Le fichier est vide/],
    ["commentaire seul", "# rien\n", /yaml Le fichier est vide/],
    ["alias sans ancre", "format: *x\n", /^1:9 yaml Un alias YAML/],
  ])("%s", async (_, text, expected) => {
    const found = await diagnose(text);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(expected);
  });
});
