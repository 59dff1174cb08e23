// Spoils a workbook filled in by cpro as a hurried person would: a day that does not exist, a SIRET that lost a digit.
import ExcelJS from "exceljs";

const [, , file] = process.argv;
const workbook = new ExcelJS.Workbook();
// The validations of its columns are of no use here, and are slow to read cell by cell.
await workbook.xlsx.readFile(file, { ignoreNodes: ["dataValidations"] });

/** The cell of a field, known by its key in the hidden first row, on the row of a parcours. */
function cell(sheetName, key, identifiant) {
  const rows = workbook.getWorksheet(sheetName).getRows(1, 30);
  const row = rows.find((each) => each.getCell(1).text === identifiant);
  const column = rows[0].values.indexOf(key);
  if (row === undefined || column === -1) throw new Error(`${sheetName} : ni ${key} ni ${identifiant}`);
  return row.getCell(column);
}

cell("Contrats", "parcours:contrat.conclu_le", "EPE-002").value = "31/02/2025";
cell("Entreprises", "parcours:entreprise.siret", "EPE-003").value = "9990001280001";
await workbook.xlsx.writeFile(file);
