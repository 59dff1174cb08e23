import { abime } from "./abime.ts";
import { LIENS_DU_PAQUET, roleDe, TYPES_DU_PAQUET } from "./espaces.ts";
import { lireXml } from "./xml.ts";
import type { Archive } from "./zip.ts";

/** What a part of the package says of another. */
export interface Relation {
  id: string;
  role: string;
  /** The name of the part; undefined when it stands outside the package. */
  partie: string | undefined;
}

/** The relationships of a part, or of the package itself: they alone say where its other parts are, and what they are. */
export function relationsDe(archive: Archive, partie = ""): Relation[] {
  const nom = partie.replace(/[^/]*$/, (base) => `_rels/${base}.rels`);
  const isLa = archive.names.some((each) => each.toLowerCase() === nom.toLowerCase());
  if (!isLa) return [];
  const relations: Relation[] = [];
  const ids = new Set<string>();
  lireXml(nom, archive.read(nom), LIENS_DU_PAQUET, {
    enfants: { "": ["Relationships"], Relationships: ["Relationship"] },
    ouvre({ nom: balise, attribut }) {
      const [id, type, cible] = [attribut("Id"), attribut("Type"), attribut("Target")];
      if (balise !== "Relationship" || id === undefined || type === undefined || cible === undefined) return;
      if (ids.has(id)) throw abime(`sa partie « ${nom} » a deux liens « ${id} »`);
      ids.add(id);
      const isDehors = attribut("TargetMode") === "External";
      const role = roleDe(type);
      if (role !== undefined) relations.push({ id, role, partie: isDehors ? undefined : resolue(cible, partie) });
    },
  });
  return relations;
}

/**
 * The part that a workbook has one of, if it is there.
 * @throws UserError when there are two: nothing says which one counts.
 */
export function seule(relations: Iterable<Relation>, role: string): string | undefined {
  const [une, autre] = [...relations].filter((relation) => relation.role === role);
  if (autre !== undefined) throw abime(`il a deux parties « ${role} »`);
  return une?.partie;
}

/** A target is written as seen from the folder of the part that holds it, or from the root. */
function resolue(cible: string, depuis: string): string {
  try {
    const { pathname } = new URL(cible.replaceAll("\\", "/"), `zip:///${depuis}`);
    return decodeURIComponent(pathname).replace(/^\/+/, "");
  } catch {
    throw abime(`le lien « ${cible} » de sa partie « ${depuis} » ne mène nulle part`);
  }
}

/** The content type of each part: by its name, else by its extension. */
export function typesDe(archive: Archive): (partie: string) => string {
  const [noms, extensions] = [new Map<string, string>(), new Map<string, string>()];
  lireXml("[Content_Types].xml", archive.read("[Content_Types].xml"), TYPES_DU_PAQUET, {
    enfants: { "": ["Types"], Types: ["Default", "Override"] },
    ouvre({ nom, attribut }) {
      const type = attribut("ContentType") ?? "";
      if (nom === "Override") noms.set((attribut("PartName") ?? "").replace(/^\//, "").toLowerCase(), type);
      if (nom === "Default") extensions.set((attribut("Extension") ?? "").toLowerCase(), type);
    },
  });
  return (partie) => noms.get(partie.toLowerCase()) ?? extensions.get(/[^.]*$/.exec(partie.toLowerCase())?.[0] ?? "") ?? "";
}
