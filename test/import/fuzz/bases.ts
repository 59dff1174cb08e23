import { strFromU8, unzipSync } from "fflate";
import { type Parties, surCellules } from "../corpus/parties.ts";
import { type Dite, dite, note, simple } from "./oracle.ts";

/** The parts of a workbook that are XML. */
export function partiesDe(octets: Uint8Array): Parties {
  return Object.fromEntries(
    Object.entries(unzipSync(octets))
      .filter(([nom]) => /\.(xml|rels)$/.test(nom))
      .map(([nom, texte]) => [nom, strFromU8(texte)]),
  );
}

/** The same workbook as several programs would have left it: texts in their cells, formulas, ISO dates and booleans among the rest. */
export function melangee(parties: Parties): Parties {
  let compte = 0;
  return surCellules(({ r, attributs, dedans }) => {
    if (dedans === "") return `<c r="${r}"${attributs}/>`;
    compte += 1;
    const xml = `<c r="${r}"${attributs}>${dedans}</c>`;
    return autrement(r, / s="\d+"/.exec(attributs)?.[0] ?? "", dite(xml, parties), compte) ?? xml;
  })(parties);
}

/** One of the other writings of a value, by turns; undefined when it stays as it is. */
function autrement(r: string, style: string, dit: Dite | undefined, tour: number): string | undefined {
  if (dit === undefined || dit === "vide" || "booleen" in dit) return undefined;
  if ("texte" in dit) return texteAutrement(r, style, dit, tour);
  if (tour % 2 > 0) return undefined;
  return "jour" in dit ? `<c r="${r}"${style} t="d"><v>${dit.jour}</v></c>` : `<c r="${r}"${style}><f>1+1</f><v>${dit.nombre}</v></c>`;
}

function texteAutrement(r: string, style: string, dit: { texte: string }, tour: number): string | undefined {
  if (/^(Oui|Non)$/.test(dit.texte)) return `<c r="${r}"${style} t="b"><v>${dit.texte === "Oui" ? 1 : 0}</v></c>`;
  if (tour % 3 === 0) return simple(r, dit).replace("<c ", `<c${style} `);
  return tour % 5 === 0 ? `<c r="${r}"${style} t="str"><f>A1</f><v>${note(dit.texte)}</v></c>` : undefined;
}
