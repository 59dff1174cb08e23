import { dirname, join, relative, sep } from "node:path";
import type { Kind } from "../dossier/kinds.ts";
import { writeOutput } from "../dossier/write.ts";
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
