import type { DataValidation } from "exceljs";

declare module "exceljs" {
  interface Worksheet {
    /** Left out of the types of exceljs: a rule for a whole range, where `cell.dataValidation` would make every cell of it. */
    dataValidations: { add(range: string, validation: DataValidation): void };
  }
}
