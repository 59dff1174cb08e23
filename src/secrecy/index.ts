export type { Conseil, Montre } from "./advice/conseil.ts";
export { makeAdvice } from "./advice/index.ts";
export { type Base, baseFor } from "./base.ts";
export { avecDashboards, computeDashboard, type Dashboard, type Recompute } from "./dashboard.ts";
export type { Parution } from "./earlier/parution.ts";
export { parutionDe } from "./earlier/parutions.ts";
export type { Connue } from "./known/connus.ts";
export { type Methode, publish } from "./publish.ts";
export type { Safe } from "./safe.ts";
