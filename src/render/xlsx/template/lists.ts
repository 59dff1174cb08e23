import type { Workbook, Worksheet } from "exceljs";
import { codeNomme, OUI_NON } from "../../../saisie/cellules.ts";
import type { Champ } from "../../../saisie/champs.ts";
import { nomenclatureDe, nomenclatures } from "../../../saisie/propositions.ts";

/** The hidden sheet that the drop-down lists are read from: a list too long for its cell must stand somewhere. */
export interface Lists {
  /** The name of the list of a field; undefined when its values are free. */
  nameOf(champ: Champ): string | undefined;
}

/** Adds the sheet of lists; a list stands there once, however many columns offer it. */
export function addLists(workbook: Workbook): Lists {
  const sheet = workbook.addWorksheet("Listes", { state: "hidden" });
  const names = new Map<string, string>();
  return {
    nameOf(champ) {
      const items = itemsOf(champ);
      if (items.length === 0) return undefined;
      const id = items.join("\n");
      const known = names.get(id);
      if (known !== undefined) return known;
      const name = `liste_${names.size + 1}_${champ.chemin.at(-1)}`;
      names.set(id, name);
      writeList(sheet, name, items, names.size);
      return name;
    },
  };
}

function itemsOf(champ: Champ): readonly string[] {
  if (champ.type === "oui_non") return OUI_NON;
  const nomenclature = nomenclatureDe(champ);
  return nomenclature === undefined ? champ.choix.map(({ libelle }) => libelle) : nomenclatures[nomenclature].map(codeNomme);
}

function writeList(sheet: Worksheet, name: string, items: readonly string[], column: number): void {
  sheet.getCell(1, column).value = name;
  items.forEach((item, index) => {
    sheet.getCell(index + 2, column).value = item;
  });
  const letter = sheet.getColumn(column).letter;
  sheet.workbook.definedNames.add(`${sheet.name}!$${letter}$2:$${letter}$${items.length + 1}`, name);
}
