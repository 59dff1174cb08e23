import { resolve } from "node:path";
import type { FaultyFile } from "../../dossier/entry.ts";
import { type Catalogue, catalogueDe } from "../catalogue.ts";
import type { Propre } from "./definir.ts";
import { lireTextes, sourcesDe, type Textes } from "./textes.ts";
import { dossiersDeDispositifs } from "./trouver.ts";

/** The texts of the dispositifs that come with paths. */
export interface Propres {
  textes: readonly Textes[];
  /** All that they hold, for who keeps what it made of them. */
  contenu: readonly (string | Uint8Array)[];
  /** Whether a file is one of theirs, and no document. */
  contient(file: string): boolean;
}

/** @param option the folder that `--dispositifs` names. */
export function lirePropres(paths: readonly string[], option?: string): Propres {
  const textes = dossiersDeDispositifs(paths, option).map(lireTextes);
  const sources = textes.flatMap(sourcesDe);
  const fichiers = new Set(sources.map(({ file }) => resolve(file)));
  return {
    textes,
    contenu: sources.flatMap(({ file, bytes, refusal }) => [file, bytes, refusal?.message ?? ""]),
    contient: (file) => fichiers.size > 0 && fichiers.has(resolve(file)),
  };
}

/** The dispositifs that a run knows, those of its user with them, and what is wrong in these. */
export async function definirPropres(
  { textes }: Pick<Propres, "textes"> = { textes: [] },
): Promise<{ catalogue: Catalogue; fautifs: FaultyFile[] }> {
  const deCpro = catalogueDe();
  if (textes.length === 0) return { catalogue: deCpro, fautifs: [] };
  const { definir } = await import("./definir.ts");
  const [propres, fautifs, enFaute] = [new Map<string, Propre>(), [] as FaultyFile[], new Set<string>()];
  const { uniques, doubles } = separer(textes);
  for (const un of uniques) {
    const propre = await definir(un, deCpro);
    if ("dispositif" in propre) propres.set(un.nom, propre);
    else {
      fautifs.push(...propre.fautifs);
      if (!deCpro.dispositifs.has(un.nom)) enFaute.add(un.nom);
    }
  }
  return { catalogue: catalogueDe(propres, enFaute), fautifs: [...fautifs, ...doubles] };
}

/** The dispositifs that a folder comes with, without reading its documents. */
export async function catalogueIci(paths: readonly string[], option?: string): Promise<Catalogue> {
  return (await definirPropres(lirePropres(paths, option))).catalogue;
}

/** Two folders of one name are one dispositif when they say the same; otherwise nobody can tell which one is meant. */
function separer(textes: readonly Textes[]): { uniques: Textes[]; doubles: FaultyFile[] } {
  const uniques = new Map<string, Textes>();
  const doubles: FaultyFile[] = [];
  for (const un of textes) {
    const connu = uniques.get(un.nom);
    if (connu === undefined) uniques.set(un.nom, un);
    else if (!isPareil(connu, un)) doubles.push(enDouble(un, connu));
  }
  return { uniques: [...uniques.values()], doubles };
}

function isPareil(un: Textes, autre: Textes): boolean {
  const [a, b] = [sourcesDe(un), sourcesDe(autre)];
  return a.length === b.length && a.every(({ bytes }, rang) => b[rang]?.bytes.equals(bytes));
}

function enDouble({ definition: { file, bytes } }: Textes, { nom, definition }: Textes): FaultyFile {
  const range = { line: 1, column: 1, endLine: 1, endColumn: 2 };
  const message = `Le dispositif « ${nom} » est déjà celui de ${definition.file}, qui ne dit pas la même chose.`;
  return { file, bytes, refusal: { message, advice: "Gardez-en un seul, ou renommez l'un des deux.", range } };
}
