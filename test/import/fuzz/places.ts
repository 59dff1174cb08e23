import type { Parties } from "../corpus/parties.ts";
import { avec, type Cellule, cellulesDe, colonneDe, lettreDe, ligneDe, remplacee } from "./cellule.ts";
import type { Hasard } from "./hasard.ts";
import { type Mutant, type Mutation, surCellule, uneFeuille } from "./mutant.ts";
import { dite, simple } from "./oracle.ts";

const ecrite = (cellule: Cellule, r: string | undefined): string => `<c ${avec(cellule.attributs, "r", r)}>${cellule.dedans}</c>`;

/** The cells with something in them of the same row. */
const voisines = (parties: Parties, { partie, r }: Cellule): Cellule[] =>
  cellulesDe(parties, partie).filter((autre) => ligneDe(autre.r) === ligneDe(r));

/** A cell that says it stands elsewhere in its row does; two at one place make no workbook. */
function deplacee(parties: Parties, cellule: Cellule, xml: string, colonne: number): Mutant | undefined {
  const dit = dite(cellule.xml, parties);
  if (colonne === colonneDe(cellule.r) || dit === undefined) return undefined;
  const isPris = voisines(parties, cellule).some(({ r }) => colonneDe(r) === colonne);
  const la = simple(`${lettreDe(colonne)}${ligneDe(cellule.r)}`, dit);
  return {
    octets: remplacee(parties, cellule, xml),
    attendu: isPris ? "memes ou refus" : { temoin: remplacee(parties, cellule, la) },
  };
}

const autreColonne: Mutation = (parties, hasard) =>
  surUne(parties, hasard, (cellule) => {
    const colonne = 1 + hasard.entier(20);
    return deplacee(parties, cellule, ecrite(cellule, `${lettreDe(colonne)}${ligneDe(cellule.r)}`), colonne);
  });

/** A cell without place follows the one before in its row. */
const sansPlace: Mutation = (parties, hasard) =>
  surUne(parties, hasard, (cellule) => {
    const xml = (parties[cellule.partie] ?? "").slice(0, cellule.ici);
    const avant = /<c [^>]*?r="([A-Z]+\d+)"[^>]*>(?:(?!<c |<row).)*$/s.exec(xml.slice(xml.lastIndexOf("<row")))?.[1];
    const colonne = avant === undefined ? 1 : colonneDe(avant) + 1;
    if (colonne === colonneDe(cellule.r)) return { octets: remplacee(parties, cellule, ecrite(cellule, undefined)), attendu: "memes" };
    return deplacee(parties, cellule, ecrite(cellule, undefined), colonne);
  });

function surUne(parties: Parties, hasard: Hasard, change: (cellule: Cellule) => Mutant | undefined): Mutant | undefined {
  const cellules = cellulesDe(parties, uneFeuille(hasard));
  return cellules.length === 0 ? undefined : change(hasard.choix(cellules));
}

/** Where cells say that they stand. */
export const places: Record<string, Mutation> = {
  "une autre colonne": autreColonne,
  "une cellule sans place": sansPlace,
  "une place écrite autrement": surCellule((cellule, hasard) => [
    ecrite(cellule, hasard.choix([cellule.r.toLowerCase(), ` ${cellule.r} `, `$${cellule.r}`, cellule.r.replace(/\d+/, "$$$&")])),
    "memes ou refus",
  ]),
  "une place impossible": surCellule((cellule, hasard) => [
    ecrite(
      cellule,
      hasard.choix([
        "",
        "A0",
        "XFE1",
        "ZZZZ1",
        "7",
        "C",
        `${cellule.r}1`,
        `${cellule.r}:${cellule.r}`,
        "R7C3",
        `-${cellule.r}`,
        "C1048577",
        `Feuil1!${cellule.r}`,
      ]),
    ),
    "refus",
  ]),
  "une cellule écrite deux fois": surCellule(
    (cellule) => [cellule.xml + cellule.xml, "refus"],
    ({ dedans }) => /<v>.|<is>/.test(dedans),
  ),
};
