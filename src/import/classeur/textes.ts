import { abime } from "./paquet/abime.ts";
import { FEUILLES } from "./paquet/espaces.ts";
import { lireXml } from "./paquet/xml.ts";

/** A text that is being read. */
export interface TexteEnCours {
  ouvre(nom: string): void;
  recoit(morceau: string): void;
  ferme(nom: string): void;
  fin(): string;
}

/** The text of an element that may be made of several runs; how it is pronounced (« rPh ») is no part of it. */
export function commencerTexte(ou: string): TexteEnCours {
  let texte = "";
  /** What stands between « t » and its end, once in each run, or once alone. */
  let morceau: string | undefined;
  let contenant = "";
  let isSeulDit = false;
  return {
    ouvre(nom) {
      if (nom === "r" || nom === "rPh") contenant = nom;
      if (nom !== "t") return;
      if (contenant === "" && isSeulDit) throw abime(`${ou} dit un texte deux fois`);
      isSeulDit ||= contenant === "";
      morceau = "";
    },
    recoit(signes) {
      if (morceau !== undefined) morceau += signes;
    },
    ferme(nom) {
      if (nom === contenant) contenant = "";
      if (nom !== "t") return;
      // Codes are read piece by piece: one that is cut in two is none.
      if (contenant !== "rPh") texte += sansCodes(morceau ?? "");
      morceau = undefined;
    },
    fin: () => texte,
  };
}

/** What a text is made of. */
export const DANS_UN_TEXTE = { r: ["rPr", "t"], rPh: ["t"], t: [] } as const;
export const MORCEAUX = ["t", "r", "rPh", "phoneticPr"] as const;

/** The texts that cells refer to by their rank. */
export function lireTextes(partie: string, octets: Uint8Array): string[] {
  const textes: string[] = [];
  let enCours: TexteEnCours | undefined;
  lireXml(partie, octets, FEUILLES, {
    enfants: { "": ["sst"], sst: ["si"], si: MORCEAUX, ...DANS_UN_TEXTE },
    ouvre({ nom }) {
      if (nom === "si") enCours = commencerTexte(`sa partie « ${partie} »`);
      else enCours?.ouvre(nom);
    },
    texte: (morceau) => enCours?.recoit(morceau),
    ferme(nom) {
      if (nom !== "si") return enCours?.ferme(nom);
      textes.push(enCours?.fin() ?? "");
      enCours = undefined;
    },
  });
  return textes;
}

/** Signs that XML cannot hold, or would change, are written « _x000D_ »; « _x005F_ » stands for the underscore of such a code. */
export function sansCodes(texte: string): string {
  if (!texte.includes("_x")) return texte;
  return texte.replaceAll(/_x([0-9a-fA-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
