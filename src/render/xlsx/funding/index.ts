import { deDispositif } from "../../../dispositif/noms.ts";
import type { Funding } from "../../../funding/funding.ts";
import { lectures, type Paiements } from "../../../funding/index.ts";
import { formatDay } from "../../../words/dates.ts";
import { newWorkbook, workbookBytes } from "../workbook.ts";
import { addAnnees } from "./annees.ts";
import { addBases } from "./bases.ts";
import { addCalcul } from "./calcul.ts";
import { addComposantes } from "./composantes.ts";
import { addGroupes } from "./groupes.ts";
import { addNotes } from "./notes.ts";
import { addParcours } from "./parcours.ts";
import { addSynthese } from "./synthese.ts";
import { addTresorerie } from "./tresorerie.ts";

/** More trees than a person reads, and a sheet too long to open: then only when they are asked for. */
const MOST_EXPLAINED = 300;

/** The funding as a workbook: real numbers and days, no formula, nothing hidden. The same bytes for the same data and day. */
export async function fundingXlsx(funding: Funding, paiements: Paiements, { isExplained }: { isExplained: boolean }): Promise<Uint8Array> {
  const { dispositifs, autres, date } = funding;
  const desParcours = dispositifs.length === 0 ? "" : ` ${deDispositif(...dispositifs)}`;
  const workbook = await newWorkbook({
    title: `Financement des parcours${desParcours} au ${formatDay(date)}`,
    subject: `Lecture des textes : ${lectures[funding.lecture].titre}`,
    date,
  });
  // Nothing of it goes by contract year, nor by a reading of the texts.
  if (dispositifs.length === 0 && autres.length > 0) {
    addBases(workbook, funding);
    return workbookBytes(workbook, date);
  }
  const isCalcule = isExplained || funding.parcours.length <= MOST_EXPLAINED;
  const charts = addSynthese(workbook, funding, paiements);
  addParcours(workbook, funding, paiements);
  addAnnees(workbook, funding);
  addComposantes(workbook, funding);
  addGroupes(workbook, funding, paiements);
  if (autres.length > 0) addBases(workbook, funding);
  charts.push(...addTresorerie(workbook, funding, paiements));
  if (isCalcule) addCalcul(workbook, funding);
  addNotes(workbook, funding, isCalcule);
  return workbookBytes(workbook, date, charts);
}
