import type { Constat } from "../../import/index.ts";
import { count } from "../../words/french.ts";
import { style } from "../terminal/style.ts";

const couleurs: Record<Constat["gravite"], (text: string) => string> = { erreur: style.boldRed, avertissement: style.yellow };

/** By sheet, then by row, then by column: the order in which a person goes through the workbook. */
export function rangerConstats(constats: readonly Constat[], feuilles: readonly string[]): Constat[] {
  const cle = ({ ou }: Constat): [number, number, number] => {
    const [, nom = "", lettres = "", ligne = ""] = /^'?(.*?)'?!([A-Z]+)(\d+)$/.exec(ou) ?? [];
    return [feuilles.indexOf(nom), Number(ligne), [...lettres].reduce((rang, lettre) => rang * 26 + lettre.charCodeAt(0) - 64, 0)];
  };
  return constats
    .map((constat) => ({ constat, cle: cle(constat) }))
    .sort((a, b) => a.cle[0] - b.cle[0] || a.cle[1] - b.cle[1] || a.cle[2] - b.cle[2])
    .map(({ constat }) => constat);
}

/** What is to be corrected in a workbook: the cell, the sentence that `validate` says too, what to do, the law behind. */
export function renderConstats(constats: readonly Constat[]): string {
  return constats.map(renderConstat).join("\n");
}

function renderConstat({ ou, gravite, regle, message, conseil, references }: Constat): string {
  const tete = `${style.bold(ou)}  ${couleurs[gravite](gravite)}  ${message}  ${style.dim(regle)}`;
  const droit = references.join(" ; ");
  const suite = [conseil, droit === "" ? "" : style.dim(droit)].filter(Boolean).join("   ");
  return suite === "" ? `${tete}\n` : `${tete}\n   → ${suite}\n`;
}

/** « 2 erreurs et 1 avertissement ; 18 documents sur 20 peuvent être écrits. » */
export function renderBilan({ constats, documents, bons }: { constats: readonly Constat[]; documents: number; bons: number }): string {
  const nombre = (gravite: Constat["gravite"]): number => constats.filter((constat) => constat.gravite === gravite).length;
  const [erreurs, avertissements] = [nombre("erreur"), nombre("avertissement")];
  const parts = [erreurs > 0 ? count(erreurs, "erreur") : "", avertissements > 0 ? count(avertissements, "avertissement") : ""].filter(
    Boolean,
  );
  const trouve = parts.length === 0 ? "Rien à signaler" : parts.join(", ");
  return `${trouve} : ${count(bons, "document")} sur ${documents} ${bons > 1 ? "peuvent" : "peut"} être ${bons > 1 ? "écrits" : "écrit"}.`;
}
