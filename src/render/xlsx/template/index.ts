import type { FeuilleRemplie } from "../../../saisie/template.ts";
import type { Day } from "../../../words/dates.ts";
import { list } from "../../../words/french.ts";
import { newWorkbook, workbookBytes } from "../workbook.ts";
import { addForm } from "./form.ts";
import { addGuide } from "./guide.ts";
import { addLists } from "./lists.ts";
import { addTable } from "./table.ts";

/** The entry workbook: how to use it, a sheet a theme, and the hidden lists of their choices. */
export async function templateXlsx(feuilles: readonly FeuilleRemplie[], date: Day): Promise<Uint8Array> {
  const sujets = [...new Set(feuilles.map(({ modele }) => modele.dispositif.libelle))];
  const title = feuilles.some(({ kind }) => kind === "fiche") ? "Saisie d'une fiche projet et de ses parcours" : "Saisie de parcours";
  const workbook = await newWorkbook({ title, subject: list(sujets, "et"), date });
  addGuide(workbook, feuilles);
  const lists = addLists(workbook);
  for (const feuille of feuilles) (feuille.vertical ? addForm : addTable)(workbook, feuille, lists);
  return workbookBytes(workbook, date);
}
