import { FEUILLES } from "./espaces.ts";
import { lireXml } from "./xml.ts";

/** A text that is being read. */
export interface TexteEnCours {
  ouvre(nom: string): void;
  recoit(morceau: string): void;
  ferme(nom: string): void;
  fin(): string;
}

/** The text of an element that may be made of several runs; how it is pronounced (« rPh ») is no part of it. */
export function commencerTexte(): TexteEnCours {
  let [texte, isDansT, prononciations] = ["", false, 0];
  return {
    ouvre(nom) {
      if (nom === "rPh") prononciations += 1;
      isDansT = nom === "t";
    },
    recoit(morceau) {
      if (isDansT && prononciations === 0) texte += morceau;
    },
    ferme(nom) {
      if (nom === "rPh") prononciations -= 1;
      isDansT = false;
    },
    fin: () => sansCodes(texte),
  };
}

/** The texts that cells refer to by their rank. */
export function lireTextes(partie: string, octets: Uint8Array): string[] {
  const textes: string[] = [];
  let enCours: TexteEnCours | undefined;
  lireXml(partie, octets, FEUILLES, {
    ouvre({ nom }) {
      if (nom === "si") enCours = commencerTexte();
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
  return texte.replaceAll(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
