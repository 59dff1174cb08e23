import type { Decoupage } from "../../dashboard/index.ts";
import type { DashboardFormat } from "../../render/dashboard/index.ts";
import type { Base } from "../../secrecy/index.ts";
import type { Day } from "../../words/dates.ts";

/** How persons and enterprises are protected in what is published. */
export interface SecrecyOptions {
  diffusion: "publique" | "interne";
  secret?: "suppression" | "arrondi";
  base?: Base;
  seuil?: number;
}

export interface DashboardOptions extends SecrecyOptions {
  semester: string;
  /** Whose dashboard it is, when its files follow several. */
  dispositif?: string;
  format: DashboardFormat;
  /** Whether the person has named the format. */
  isFormatAsked?: boolean;
  by?: Decoupage;
  previous?: readonly string[];
  /** Nothing was ever published: records that are there are left aside. */
  sansPrecedent?: true;
  /** What others have published of some of the rows. */
  connus?: readonly string[];
  attendus?: string;
  cles?: string;
  /** Nothing is written when a file has an error. */
  strict?: true;
  /** What would tell the sensitive category of a whole group is hidden too. */
  secretGroupes?: true;
  /** Whose own rows are reckoned with: porteurs alone in a région, or each of them. */
  inites?: "seuls" | "tous";
  advise?: true;
  regroupement?: string;
  sql?: true;
  dictionary?: true;
  date: Day;
  output?: string;
  force?: true;
}
