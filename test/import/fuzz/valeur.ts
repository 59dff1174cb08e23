import { attribut, avec, type Cellule } from "./cellule.ts";

export const vDe = ({ dedans }: Cellule): string => /<v>(.*)<\/v>/s.exec(dedans)?.[1] ?? "";
export const typeDe = ({ attributs }: Cellule): string => attribut(attributs, "t") ?? "n";
export const isNombre = (cellule: Cellule): boolean => typeDe(cellule) === "n" && vDe(cellule) !== "";
export const isPartage = (cellule: Cellule): boolean => typeDe(cellule) === "s";
export const aV = (cellule: Cellule): boolean => vDe(cellule) !== "";

/** The cell with another attribute, or with something else in it. */
export const autre = (cellule: Cellule, nom: string, valeur: string | undefined): string =>
  `<c ${avec(cellule.attributs, nom, valeur)}>${cellule.dedans}</c>`;
export const dedans = ({ attributs }: Cellule, xml: string): string => `<c ${attributs}>${xml}</c>`;
export const enV = (cellule: Cellule, change: (v: string) => string): string =>
  dedans(
    cellule,
    cellule.dedans.replace(/<v>(.*)<\/v>/s, (_, v: string) => `<v>${change(v)}</v>`),
  );
