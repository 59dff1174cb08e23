import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stringify } from "yaml";
import { cpro } from "../../cli/run.ts";
import { type Ecart, ecarts } from "./ecarts.ts";
import { fiche } from "./modele.ts";
import { calculerDossier, totaliser } from "./oracle.ts";
import type { Lecture, Parcours, ParcoursCalcule, Totaux } from "./types.ts";

interface Reponse {
  parcours: ParcoursCalcule[];
  totaux: Totaux;
}

/** A dossier on the disk, in a folder of its own that stays for who looks into a difference. */
export function ecrireDossier(parcours: readonly Parcours[]): string {
  const dossier = mkdtempSync(join(tmpdir(), "cpro-oracle-"));
  mkdirSync(join(dossier, "parcours"));
  writeFileSync(join(dossier, "fiche.yaml"), stringify(fiche()));
  for (const un of parcours)
    writeFileSync(join(dossier, "parcours", `${un.identifiant}.yaml`), stringify(un, { aliasDuplicateObjects: false }));
  return dossier;
}

async function produit(dossier: string, date: string, lecture: Lecture): Promise<Reponse> {
  const { out, err, code } = await cpro(["funding", dossier, "--format", "json", "--date", date, "--lecture", lecture], {
    maxBuffer: 2 ** 28,
  });
  if (code === 2 || out === "") throw new Error(`cpro funding ${dossier} : code ${code}\n${err.slice(0, 2000)}`);
  return JSON.parse(out);
}

/** The oracle's entry, with the product's verdict where a rule that the oracle does not judge makes the parcours not eligible. */
function avecMotifs(oracle: ParcoursCalcule, obtenu: ParcoursCalcule | undefined): ParcoursCalcule {
  const autres = (obtenu?.motifs ?? []).filter((motif) => motif !== "contrat-refuse");
  if (!obtenu || autres.length === 0) return oracle;
  return { ...oracle, eligible: false, motifs: [...oracle.motifs, ...autres].sort(), refinancable: obtenu.refinancable };
}

export interface Comparaison {
  ecarts: Ecart[];
  /** How many parcours other rules keep out, of how many. */
  exclus: number;
  parcours: number;
  dossier: string;
}

/** What the command line and the oracle say differently of one dossier, on one day, in one reading. */
export async function comparer(parcours: readonly Parcours[], dossier: string, date: string, lecture: Lecture): Promise<Comparaison> {
  const reponse = await produit(dossier, date, lecture);
  const obtenus = new Map(reponse.parcours.map((un) => [un.identifiant, { ...un, motifs: [...un.motifs].sort() }]));
  const attendus = calculerDossier(parcours, date, lecture).parcours.map((un) => avecMotifs(un, obtenus.get(un.identifiant)));
  const liste = attendus.flatMap((un) => ecarts(un, obtenus.get(un.identifiant), `/${un.identifiant}`));
  const exclus = attendus.filter(({ motifs }) => motifs.some((motif) => motif !== "contrat-refuse")).length;
  return {
    ecarts: [...liste, ...ecarts(totaliser(attendus), reponse.totaux, "/totaux/totaux")],
    exclus,
    parcours: parcours.length,
    dossier,
  };
}

interface Schema {
  $defs: { contrat: { properties: { decision_opco: { required: string[] } } } };
}

/** Whether the schema lets a decision have no day. */
export function jourFacultatif(): boolean {
  const schema: Schema = JSON.parse(readFileSync("schemas/parcours.schema.json", "utf8"));
  return !schema.$defs.contrat.properties.decision_opco.required.includes("le");
}
