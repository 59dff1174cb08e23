import { attribut, avec } from "./cellule.ts";
import { type Mutation, surCellule } from "./mutant.ts";
import { autre, dedans, enV, isNombre, isPartage } from "./valeur.ts";

/** Types, styles and values. */
export const valeurs: Record<string, Mutation> = {
  "un autre type": surCellule((cellule, hasard) =>
    autre(cellule, "t", hasard.choix([undefined, "s", "inlineStr", "str", "d", "b", "e", "n", "zz", "", "S", "date"])),
  ),
  "le type écrit quand il va sans dire": surCellule((cellule) => autre(cellule, "t", "n"), isNombre),
  "un autre style": surCellule((cellule, hasard) =>
    autre(cellule, "s", hasard.choix([undefined, "0", "11", "22", "24", "30", "31", String(hasard.entier(35)), "35", "9999", "-1", "x"])),
  ),
  "un autre texte de la liste": surCellule((cellule, hasard) => enV(cellule, () => String(hasard.entier(1700))), isPartage),
  "un rang de texte qui n'en est pas un": surCellule(
    (cellule, hasard) =>
      enV(cellule, (v) => hasard.choix(["99999", "-1", "1.0", "", "+5", "0x10", "1e1", "un", `${v} ${v}`, `00${v}`, `${v}.5`])),
    isPartage,
  ),
  "un nombre écrit autrement": surCellule(
    (cellule, hasard) =>
      enV(cellule, (v) =>
        hasard.choix([Number(v).toExponential(), `${v}${v.includes(".") ? "00" : ".000"}`, `+${v}`, ` ${v}\n`, `000${v}`, `${v}E0`]),
      ),
    isNombre,
  ),
  "un autre nombre": surCellule(
    (cellule, hasard) =>
      enV(cellule, (v) => String(hasard.choix([Number(v) + 1, Number(v) * 10, -Number(v), 0, 1, 45_000, 1e15, 0.5, 60]))),
    isNombre,
  ),
  "un nombre qui n'en est pas un": surCellule(
    (cellule, hasard) =>
      enV(cellule, (v) =>
        hasard.choix([`${v},5`, "NaN", "INF", "0x2E", `${v} €`, "1e400", "--1", "1 000", "１２", `${v}_`, "Infinity", ".", "e5", "TRUE"]),
      ),
    isNombre,
  ),
  "une heure dans le jour": surCellule(
    (cellule) => [enV(cellule, (v) => `${v}.25`), "memes"],
    (cellule) => isNombre(cellule) && ["24", "25", "31"].includes(attribut(cellule.attributs, "s") ?? ""),
  ),
  "une date ISO": surCellule((cellule, hasard) =>
    dedans(
      { ...cellule, attributs: avec(cellule.attributs, "t", "d") },
      `<v>${hasard.choix(["2024-09-02", "2024-09-02T00:00:00", "2024-02-30", "2024", "12:30", "02/09/2024", "20240902", "2024-9-2"])}</v>`,
    ),
  ),
  "un booléen": surCellule((cellule, hasard) =>
    dedans(
      { ...cellule, attributs: avec(cellule.attributs, "t", "b") },
      `<v>${hasard.choix(["1", "0", "true", "false", "TRUE", "2", "oui"])}</v>`,
    ),
  ),
  "une erreur": surCellule((cellule, hasard) => [
    dedans({ ...cellule, attributs: avec(cellule.attributs, "t", "e") }, `<v>${hasard.choix(["#N/A", "#REF!", "#VALUE!", "0"])}</v>`),
    "memes ou refus",
  ]),
  "une valeur ôtée": surCellule((cellule) => dedans(cellule, "")),
};
