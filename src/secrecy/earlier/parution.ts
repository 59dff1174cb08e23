import type { Semestre } from "../../dashboard/definition/semestre.ts";
import type { Day } from "../../words/dates.ts";
import type { Systeme } from "../system/systeme.ts";

/** A publication of a half-year: what is true, as the data says today, and what was shown. */
export interface Parution {
  semestre: Pick<Semestre, "id" | "debut">;
  date: Day;
  arreteAu: Day;
  systeme: Systeme;
  /** By variable, the number that today's data would show and the number shown then. */
  vrais: ReadonlyMap<string, number>;
  montres: ReadonlyMap<string, number>;
  /** Where counts were rounded: none shown was this far from the truth. */
  ecart?: number;
  /** The blocks of which some zeros were hidden then. */
  zerosTus?: ReadonlySet<string>;
}

export type Suivante = Omit<Parution, "montres" | "vrais" | "ecart" | "zerosTus">;

export type Nom = (cle: string) => string;
