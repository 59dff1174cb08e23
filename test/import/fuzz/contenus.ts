import { type Mutation, surCellule } from "./mutant.ts";
import { aV, dedans, enV, isNombre, typeDe, vDe } from "./valeur.ts";

/** What stands in a cell around its value. */
export const contenus: Record<string, Mutation> = {
  "une formule et sa valeur": surCellule(
    (cellule, hasard) =>
      dedans(
        cellule,
        `${hasard.choix(["<f>1+1</f>", "<f/>", '<f t="shared" si="0"/>', '<f t="array" ref="A1:A2">1</f>'])}${cellule.dedans}`,
      ),
    (cellule) => aV(cellule) && !cellule.dedans.includes("<f"),
  ),
  "une formule sans valeur": surCellule(
    (cellule, hasard) => [dedans(cellule, `<f>A1</f>${hasard.choix(["", "<v/>"])}`), "memes ou refus"],
    isNombre,
  ),
  "deux valeurs": surCellule(
    (cellule, hasard) => [dedans(cellule, cellule.dedans + hasard.choix(["<v>0</v>", "<v>1</v>", "<v></v>"])), "memes ou refus"],
    aV,
  ),
  "deux textes": surCellule(
    (cellule) => [dedans(cellule, `${cellule.dedans}<is><t>autre chose</t></is>`), "memes ou refus"],
    (cellule) => typeDe(cellule) === "inlineStr",
  ),
  "une valeur en capitale": surCellule(
    (cellule) => [dedans(cellule, cellule.dedans.replace(/<v>(.*)<\/v>/s, "<V>$1</V>")), "memes ou refus"],
    aV,
  ),
  "une cellule en capitale": surCellule((cellule) => [cellule.xml.replace(/^<c /, "<C ").replace(/<\/c>$/, "</C>"), "memes ou refus"]),
  "une cellule dans une cellule": surCellule((cellule) => [dedans(cellule, cellule.xml), "memes ou refus"]),
  "une extension": surCellule((cellule, hasard) => [
    dedans(
      cellule,
      `${cellule.dedans}<extLst><ext uri="x">${hasard.choix(["<v>9</v>", "", '<z:v xmlns:z="urn:z">9</z:v>', "<is><t>x</t></is>"])}</ext></extLst>`,
    ),
    "memes",
  ]),
  "un élément d'un autre programme": surCellule((cellule, hasard) => {
    const z = '<z:v xmlns:z="urn:z">9</z:v>';
    return [hasard.choix([dedans(cellule, z + cellule.dedans), dedans(cellule, cellule.dedans + z), enV(cellule, (v) => v + z)]), "memes"];
  }),
  "un choix entre deux versions": surCellule((cellule) => [
    `<mc:AlternateContent><mc:Choice xmlns:z="urn:z" Requires="z"><c r="${cellule.r}"><v>9</v></c></mc:Choice><mc:Fallback>${cellule.xml}</mc:Fallback></mc:AlternateContent>`,
    "memes ou refus",
  ]),
  "un commentaire dans la valeur": surCellule(
    (cellule, hasard) => [
      enV(cellule, (v) => {
        const la = hasard.entier(v.length + 1);
        return v.slice(0, la) + hasard.choix(["<!-- 9 -->", "<?un mot?>", "<![CDATA[]]>"]) + v.slice(la);
      }),
      "memes",
    ],
    aV,
  ),
  "une valeur en CDATA": surCellule(
    (cellule) => [enV(cellule, (v) => `<![CDATA[${v}]]>`), "memes"],
    (cellule) => aV(cellule) && !vDe(cellule).includes("&"),
  ),
  "une valeur en entités": surCellule(
    (cellule, hasard) => [
      enV(cellule, (v) =>
        [...v]
          .map((signe) =>
            /[\w.]/.test(signe) && hasard.entier(2) > 0
              ? `&#${hasard.entier(2) > 0 ? signe.charCodeAt(0) : `x${signe.charCodeAt(0).toString(16)}`};`
              : signe,
          )
          .join(""),
      ),
      "memes",
    ],
    (cellule) => aV(cellule) && !vDe(cellule).includes("&"),
  ),
  "des blancs autour": surCellule(
    (cellule) => [dedans(cellule, `\n  ${cellule.dedans.replaceAll("><", ">\n<")}\n`), "memes"],
    (cellule) => !cellule.dedans.includes("<is>"),
  ),
  "une entité inconnue": surCellule((cellule) => [enV(cellule, (v) => `${v}&nbsp;`), "refus"], aV),
  "un attribut écrit deux fois": surCellule((cellule) => [cellule.xml.replace("<c ", '<c t="n" t="n" '), "refus"]),
  "un attribut d'un autre programme": surCellule((cellule) => [
    cellule.xml.replace("<c ", '<c xmlns:z="urn:z" z:t="b" z:r="A1" cm="1" vm="1" ph="0" '),
    "memes",
  ]),
};
