import { dirname, join, relative, sep } from "node:path";
import type { Modele } from "../dispositif/catalogue.ts";
import type { Forme, Kind } from "../dispositif/forme.ts";
import { deDispositif } from "../dispositif/noms.ts";
import { writeOutput } from "../dossier/write/output.ts";

/** A hidden folder of the dossier, which no command reads: editors find there the schemas that the files name. */
const SCHEMAS = ".cpro";

const fichiers: Record<Kind, string> = { fiche: "fiche-projet.schema.json", parcours: "parcours.schema.json" };

/** « parcours.schema.json », « rae-parcours.schema.json ». */
function fichierDe({ kind, nom }: Forme): string {
  return `${nom.slice(0, -kind.length).replaceAll("/", "-")}${fichiers[kind]}`;
}

/** Puts the schemas of some dispositifs, as this version of cpro knows them, in a dossier, in the place of older ones. */
export function poserSchemas(dossier: string, modeles: readonly Modele[]): void {
  for (const { formes } of modeles) {
    for (const forme of [formes.fiche, formes.parcours]) {
      if (forme === undefined) continue;
      const { "x-feuilles": _, ...schema } = forme.schema;
      writeOutput(join(dossier, SCHEMAS, fichierDe(forme)), `${JSON.stringify(schema, null, 2)}\n`, { force: true });
    }
  }
}

/** The first line by which an editor knows what a file may hold. */
export function ligneSchema(dossier: string, fichier: string, forme: Forme): string {
  const chemin = relative(dirname(fichier), join(dossier, SCHEMAS, fichierDe(forme)))
    .split(sep)
    .join("/");
  return `# yaml-language-server: $schema=${chemin}`;
}

/** What VS Code is told, so that files without that line are known too. */
export function reglagesEditeur({ formes: { fiche, parcours } }: Modele): readonly (readonly [fichier: string, contenu: string])[] {
  const associations = {
    ...(fiche && { [`${SCHEMAS}/${fichierDe(fiche)}`]: "fiche*.yaml" }),
    [`${SCHEMAS}/${fichierDe(parcours)}`]: "parcours/*.yaml",
  };
  return [
    [join(".vscode", "settings.json"), `${JSON.stringify({ "yaml.schemas": associations }, null, 2)}\n`],
    [join(".vscode", "extensions.json"), `${JSON.stringify({ recommendations: ["redhat.vscode-yaml"] }, null, 2)}\n`],
  ];
}

/** Where the example of a dispositif is put: commands look there only when they are told to. */
const EXEMPLE = "exemple";

/** The example of a dispositif, by the paths of its files in a dossier. */
export function fichiersDExemple(dossier: string, { identifiant, exemple, formes }: Modele): [fichier: string, contenu: string][] {
  return Object.entries(exemple).map(([nom, texte]) => {
    const fichier = join(dossier, SCHEMAS, EXEMPLE, identifiant, nom);
    return [fichier, `${ligneSchema(dossier, fichier, formes.parcours)}\n${texte.replace(/^# yaml-language-server:.*\n/, "")}`];
  });
}

/** The page that says to whoever opens the dossier what it holds and what to do next. */
export function lisezMoi({ dispositif, formes, exemple, identifiant }: Modele): string {
  const option = dispositif.par_defaut ? "" : ` --dispositif ${identifiant}`;
  const contenu = [
    ...(formes.fiche === undefined ? [] : ["`fiche.yaml` : la fiche projet adressée à la DGEFP."]),
    `\`parcours/\` : un fichier par bénéficiaire${formes.fiche === undefined ? "" : ", du diagnostic à la sortie"}.`,
    `\`${SCHEMAS}/\` : ce qui aide un éditeur à compléter et à souligner ; à laisser tel quel.`,
    ...(Object.keys(exemple).length === 0
      ? []
      : [`\`${SCHEMAS}/${EXEMPLE}/\` : un dossier inventé, que montre \`cpro progress ${SCHEMAS}/${EXEMPLE}\`.`]),
  ];
  return `# Un dossier ${deDispositif(dispositif)}

${contenu.map((ligne) => `- ${ligne}`).join("\n")}

## Les trois commandes qui suivent

1. \`cpro validate\` : vérifie tous les fichiers, et dit où corriger et selon quel article.
2. \`cpro new parcours${option}\` : ajoute un parcours, une question à la fois ; ou \`cpro template${option}\` puis \`cpro import\`, pour saisir dans Excel.
3. \`cpro progress\` : ce qui est dû, par qui et pour quand, les retards d'abord.

Ces fichiers contiennent des données personnelles : gardez-les là où vous gardez les dossiers des bénéficiaires. cpro travaille sur
votre poste et n'envoie rien.
`;
}
