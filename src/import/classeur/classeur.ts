import { abime } from "./abime.ts";
import { booleen, FEUILLES, LIENS } from "./espaces.ts";
import { type Relation, relationsDe } from "./paquet.ts";
import { sansCodes } from "./textes.ts";
import { lireXml } from "./xml.ts";
import type { Archive } from "./zip.ts";

/** The sheets of a workbook and the parts that they share, by the relationships of its main part. */
export interface Plan {
  isDe1904: boolean;
  feuilles: readonly { nom: string; partie: string }[];
  textes: string | undefined;
  styles: string | undefined;
}

/** Sheets that hold no cell: charts, dialogues, macros of another age. */
const SANS_CELLULE = new Set(["chartsheet", "dialogsheet", "xlMacrosheet", "xlIntlMacrosheet"]);

/** @throws UserError when a sheet is announced and not there. */
export function lirePlan(archive: Archive, partie: string): Plan {
  const relations = new Map(relationsDe(archive, partie).map((relation) => [relation.id, relation]));
  const feuilles: { nom: string; partie: string }[] = [];
  let isDe1904 = false;
  let racine: string | undefined;
  lireXml(partie, archive.read(partie), FEUILLES, {
    ouvre({ nom: balise, attribut, attributDe }) {
      racine ??= balise;
      if (balise === "workbookPr") isDe1904 = booleen(attribut("date1904")) ?? false;
      if (balise !== "sheet") return;
      const nom = sansCodes(attribut("name") ?? "");
      const lue = feuilleDe(nom, relations.get(attributDe(LIENS, "id") ?? ""));
      if (lue !== undefined) feuilles.push(lue);
    },
  });
  if (racine !== "workbook") throw abime(`sa partie « ${partie} » n'est pas celle d'un classeur`);
  const partagee = (role: string): string | undefined => [...relations.values()].find((relation) => relation.role === role)?.partie;
  return { isDe1904, feuilles, textes: partagee("sharedStrings"), styles: partagee("styles") };
}

function feuilleDe(nom: string, relation: Relation | undefined): { nom: string; partie: string } | undefined {
  if (relation === undefined) throw abime(`sa feuille « ${nom} » n'y est pas`);
  if (SANS_CELLULE.has(relation.role)) return undefined;
  if (relation.role !== "worksheet" || relation.partie === undefined) throw abime(`sa feuille « ${nom} » se trouve ailleurs`);
  return { nom, partie: relation.partie };
}
