/** What a program may import: the same cores as the command line, without printing, clock or exit. */

export { type Dossier, loadDossier } from "./dossier/load.ts";
export { UserError } from "./errors.ts";
export { computeFunding, fundingTotals } from "./funding/index.ts";
export type { FicheProjet } from "./generated/fiche.ts";
export type { Parcours } from "./generated/parcours.ts";
export { computeProgress } from "./progress/index.ts";
export type { Diagnostic, Severity } from "./validate/diagnostic.ts";
export { checkDossier, checkPaths, type Report } from "./validate/index.ts";
