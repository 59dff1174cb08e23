import { basename, extname, resolve } from "node:path";
import type { Kind } from "../dispositif/forme.ts";
import type { FaultyFile, FicheDocument, ParcoursBase, ParcoursDocument } from "./entry.ts";

/** A file that says whose document it holds, readable as a whole or not. */
export interface Tenant {
  file: string;
  data: { identifiant: string };
}

/** A file left aside, and the one that counts in its place. */
export interface Double {
  file: string;
  autre: string;
}

interface Separes<D> {
  uniques: D[];
  doubles: Double[];
}

/**
 * The parcours of a dossier, each once: « EPE-001 - Copie.yaml » is neither paid nor counted again. Two persons who were given one
 * identifiant by mistake are two parcours all the same.
 */
export function separerParcours<P extends ParcoursBase>(
  documents: readonly ParcoursDocument<P>[],
  faulty: readonly FaultyFile[] = [],
): Separes<ParcoursDocument<P>> {
  const enDouble = doublesDe(documents, ({ data: { dispositif, fiche, identifiant, beneficiaire } }) =>
    [dispositif, fiche, identifiant, beneficiaire.date_naissance, beneficiaire.sexe].join("\n"),
  );
  const numero = ({ data }: Tenant): string => {
    const { dispositif, fiche } = data as Partial<ParcoursBase>;
    return [dispositif, fiche, data.identifiant].join("\n");
  };
  return separer(documents, [enDouble, remplaces(documents, tenants("parcours", faulty), numero)]);
}

/** The fiches of a dossier, each once: parcours name a fiche by its identifiant alone. */
export function separerFiches(documents: readonly FicheDocument[], faulty: readonly FaultyFile[] = []): Separes<FicheDocument> {
  const numero = ({ data }: Tenant): string => data.identifiant;
  return separer(documents, [doublesDe(documents, numero), remplaces(documents, tenants("fiche", faulty), numero)]);
}

/** A copy does not count in the place of the file that counts because this one has faults. */
function remplaces<D extends Tenant>(
  documents: readonly D[],
  faulty: readonly Tenant[],
  numero: (tenant: Tenant) => string,
): Map<D, Tenant> {
  if (faulty.length === 0) return new Map();
  const fautifs = new Map(
    [...faulty]
      .sort(parPreference)
      .reverse()
      .map((un) => [numero(un), un]),
  );
  return new Map(
    documents.flatMap((document): [D, Tenant][] => {
      const fautif = fautifs.get(numero(document));
      return fautif !== undefined && parPreference(fautif, document) < 0 ? [[document, fautif]] : [];
    }),
  );
}

function separer<D extends Tenant>(documents: readonly D[], enDouble: readonly Map<D, Tenant>[]): Separes<D> {
  const autreDe = (document: D): Tenant | undefined => enDouble.map((map) => map.get(document)).find((autre) => autre !== undefined);
  return {
    uniques: documents.filter((document) => autreDe(document) === undefined),
    doubles: documents.flatMap((document) => {
      const autre = autreDe(document);
      return autre === undefined ? [] : [{ file: document.file, autre: autre.file }];
    }),
  };
}

/** The faulty files of a kind of which the identifiant can be read. */
export function tenants(kind: Kind, faulty: readonly FaultyFile[]): Tenant[] {
  return faulty.flatMap(({ file, shape }) => {
    const identifiant = shape?.kind === kind ? (shape.data as Record<string, unknown>).identifiant : undefined;
    return typeof identifiant === "string" ? [{ file, data: shape?.data as Tenant["data"] }] : [];
  });
}

/**
 * Of the files with one key, which one each of the others is a double of, in whatever order they were found: the file that its
 * identifiant names counts, else the one whose path says the least that it is a copy, else the first by its path.
 */
export function doublesDe<D extends Tenant>(documents: readonly D[], keyOf: (document: D) => string): Map<D, D> {
  const retenus = new Map<string, D>();
  const groupes = new Map<string, D[]>();
  for (const document of documents) {
    const key = keyOf(document);
    const retenu = retenus.get(key);
    if (retenu === undefined) retenus.set(key, document);
    else if (groupes.get(key)?.push(document) === undefined) groupes.set(key, [retenu, document]);
  }
  const enDouble = new Map<D, D>();
  for (const groupe of groupes.values()) {
    const [retenu, ...autres] = groupe.sort(parPreference);
    for (const autre of autres) if (retenu !== undefined) enDouble.set(autre, retenu);
  }
  return enDouble;
}

function parPreference(a: Tenant, b: Tenant): number {
  return rangDuNom(a) - rangDuNom(b) || marques(a.file) - marques(b.file) || (resolve(a.file) < resolve(b.file) ? -1 : 1);
}

/** 0 when the file bears the identifiant as its name, 1 but for capitals, 2 otherwise. */
function rangDuNom({ file, data: { identifiant } }: Tenant): number {
  // macOS takes accents and letters apart in the names it gives.
  const [nom, id] = [basename(file, extname(file)).normalize("NFC"), String(identifiant).normalize("NFC")];
  if (nom === id) return 0;
  return nom.toLowerCase() === id.toLowerCase() ? 1 : 2;
}

/** How Windows, macOS, browsers and shared folders name a copy, and a file that two persons changed at once. */
const marque = /(?<!\p{L})(copies?|copy)(?!\p{L})|\(\d+\)|conflit|conflict|duplicat/iu;

/** How many steps of a path say that what is there is a copy. */
function marques(file: string): number {
  return resolve(file)
    .split(/[\\/]/)
    .filter((etape) => marque.test(etape)).length;
}

/** Whether a file's name says that it is a copy, whoever wrote it. */
export function estUneCopie({ file, data }: Tenant): boolean {
  return rangDuNom({ file, data }) === 2 && marque.test(basename(file));
}
