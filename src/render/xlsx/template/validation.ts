import type { DataValidation } from "exceljs";
import type { Champ } from "../../../saisie/champs.ts";
import type { Lists } from "./lists.ts";

/** What a spreadsheet may refuse at once; import checks everything again, for pasted values are not looked at. */
export function validationOf(champ: Champ, lists: Lists): DataValidation | undefined {
  const list = lists.nameOf(champ);
  if (list !== undefined) return listValidation(champ, list);
  const { minimum, maximum } = champ.schema;
  switch (champ.type) {
    case "jour":
      return {
        ...stop("Une date", "Écrivez une date, par exemple 02/09/2024."),
        type: "date",
        operator: "between",
        formulae: [new Date("1900-01-01T00:00:00Z"), new Date("2199-12-31T00:00:00Z")],
      };
    case "montant":
    case "nombre":
      return {
        ...stop("Un nombre", borne("un nombre", minimum, maximum)),
        type: "decimal",
        operator: "between",
        formulae: [minimum ?? 0, maximum ?? 1e8],
      };
    case "entier":
      return {
        ...stop("Un nombre entier", borne("un nombre entier", minimum, maximum)),
        type: "whole",
        operator: "between",
        formulae: [minimum ?? 0, maximum ?? 1e8],
      };
    default:
      return undefined;
  }
}

/** Codes may be typed without their name, and several values of a list stand in one cell: such lists propose, they do not refuse. */
function listValidation({ type, multiple }: Champ, list: string): DataValidation | undefined {
  if (multiple) return undefined;
  const refusal =
    type === "code" ? { showErrorMessage: false } : stop("Une valeur de la liste", "Choisissez l'une des valeurs de la liste.");
  return { ...refusal, type: "list", allowBlank: true, formulae: [list] };
}

/** The references of a sheet are the identifiants typed in another. */
export function referenceValidation(sheet: string, column: string, first: number, last: number): DataValidation {
  const cells = `'${sheet}'!$${column}$${first}:$${column}$${last}`;
  return {
    showErrorMessage: false,
    type: "list",
    allowBlank: true,
    formulae: [`OFFSET('${sheet}'!$${column}$${first},0,0,MAX(1,COUNTA(${cells})),1)`],
  };
}

function stop(
  errorTitle: string,
  error: string,
): Pick<DataValidation, "showErrorMessage" | "errorStyle" | "errorTitle" | "error" | "allowBlank"> {
  return { showErrorMessage: true, errorStyle: "stop", errorTitle, error, allowBlank: true };
}

function borne(quoi: string, minimum = 0, maximum = Number.POSITIVE_INFINITY): string {
  return `Écrivez ${quoi}, au moins ${minimum}${Number.isFinite(maximum) ? ` et au plus ${maximum}` : ""}.`;
}
