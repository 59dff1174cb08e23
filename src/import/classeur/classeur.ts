import { abime } from "./paquet/abime.ts";
import { booleen, FEUILLES, LIENS } from "./paquet/espaces.ts";
import { type Relation, relationsDe, seule, typesDe } from "./paquet/index.ts";
import { lireXml } from "./paquet/xml.ts";
import type { Archive } from "./paquet/zip.ts";
import { sansCodes } from "./textes.ts";

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
  lireXml(partie, archive.read(partie), FEUILLES, {
    enfants: { "": ["workbook"], sheets: ["sheet"] },
    ouvre({ nom: balise, attribut, attributDe }) {
      if (balise === "workbookPr") isDe1904 = lireCalendrier(attribut("date1904") ?? "0");
      if (balise !== "sheet") return;
      const nom = sansCodes(attribut("name") ?? "");
      const lue = feuilleDe(archive, nom, relations.get(attributDe(LIENS, "id") ?? ""));
      if (lue === undefined) return;
      const autre = feuilles.find((each) => each.partie.toLowerCase() === lue.partie.toLowerCase());
      if (autre !== undefined) throw abime(`ses feuilles « ${autre.nom} » et « ${nom} » sont la même partie « ${lue.partie} »`);
      feuilles.push(lue);
    },
  });
  return { isDe1904, feuilles, textes: seule(relations.values(), "sharedStrings"), styles: seule(relations.values(), "styles") };
}

/** Days are four years later in one calendar than in the other: nothing is taken for one of them. */
function lireCalendrier(dit: string): boolean {
  const isDe1904 = booleen(dit);
  if (isDe1904 === undefined) throw abime(`son calendrier (« ${dit} ») n'est ni celui de 1900, ni celui de 1904`);
  return isDe1904;
}

function feuilleDe(archive: Archive, nom: string, relation: Relation | undefined): { nom: string; partie: string } | undefined {
  if (relation === undefined) throw abime(`sa feuille « ${nom} » n'y est pas`);
  if (SANS_CELLULE.has(relation.role)) {
    if (/\.worksheet\+xml$/i.test(typesDe(archive)(relation.partie ?? "")))
      throw abime(`rien ne dit si sa feuille « ${nom} » a des cellules (partie « ${relation.partie} »)`);
    return undefined;
  }
  if (relation.role !== "worksheet" || relation.partie === undefined) throw abime(`sa feuille « ${nom} » se trouve ailleurs`);
  return { nom, partie: relation.partie };
}
