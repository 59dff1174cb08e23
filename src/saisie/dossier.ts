import { dirname, join, relative, sep } from "node:path";
import type { Kind } from "../dossier/kinds.ts";
import { writeOutput } from "../dossier/write/output.ts";
import { ficheSchema, parcoursSchema } from "../generated/schemas.ts";

/** A hidden folder of the dossier, which no command reads: editors find there the schemas that the files name. */
const SCHEMAS = ".cpro";

const schemas: Record<Kind, { nom: string; schema: object }> = {
  fiche: { nom: "fiche-projet.schema.json", schema: ficheSchema },
  parcours: { nom: "parcours.schema.json", schema: parcoursSchema },
};

/** Puts the schemas of this version of cpro in a dossier, in the place of older ones. */
export function poserSchemas(dossier: string): void {
  for (const { nom, schema } of Object.values(schemas)) {
    writeOutput(join(dossier, SCHEMAS, nom), `${JSON.stringify(schema, null, 2)}\n`, { force: true });
  }
}

/** The first line by which an editor knows what a file may hold. */
export function ligneSchema(dossier: string, fichier: string, kind: Kind): string {
  const chemin = relative(dirname(fichier), join(dossier, SCHEMAS, schemas[kind].nom))
    .split(sep)
    .join("/");
  return `# yaml-language-server: $schema=${chemin}`;
}

/** What VS Code is told, so that files without that line are known too. */
export function reglagesEditeur(): readonly (readonly [fichier: string, contenu: string])[] {
  const associations = { [`${SCHEMAS}/${schemas.fiche.nom}`]: "fiche*.yaml", [`${SCHEMAS}/${schemas.parcours.nom}`]: "parcours/*.yaml" };
  return [
    [join(".vscode", "settings.json"), `${JSON.stringify({ "yaml.schemas": associations }, null, 2)}\n`],
    [join(".vscode", "extensions.json"), `${JSON.stringify({ recommendations: ["redhat.vscode-yaml"] }, null, 2)}\n`],
  ];
}

/** The page that says to whoever opens the dossier what it holds and what to do next. */
export const lisezMoi = `# Un dossier de VAE inversée

- \`fiche.yaml\` : la fiche projet adressée à la DGEFP.
- \`parcours/\` : un fichier par bénéficiaire, du diagnostic à la sortie.
- \`.cpro/\` : ce qui aide un éditeur à compléter et à souligner ; à laisser tel quel.

## Les trois commandes qui suivent

1. \`cpro validate\` : vérifie tous les fichiers, et dit où corriger et selon quel article.
2. \`cpro new parcours\` : ajoute un parcours, une question à la fois ; ou \`cpro template\` puis \`cpro import\`, pour saisir dans Excel.
3. \`cpro progress\` : ce qui est dû, par qui et pour quand, les retards d'abord.

Ces fichiers contiennent des données personnelles : gardez-les là où vous gardez les dossiers des bénéficiaires. cpro travaille sur
votre poste et n'envoie rien.
`;
