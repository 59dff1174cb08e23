import { UserError } from "../../../errors.ts";

/** A workbook that does not hold together: nothing of it is taken. */
export function abime(quoi: string): UserError {
  return new UserError(
    `Ce classeur est abîmé : ${quoi}.`,
    "Ouvrez-le dans Excel ou LibreOffice, puis enregistrez-le à nouveau au format .xlsx.",
  );
}
