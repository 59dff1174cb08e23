import { NON_CONNU } from "../../dashboard/definition/categorie.ts";
import type { Definition } from "../../dashboard/definition/definition.ts";
import type { Ligne } from "../../dashboard/definition/ligne.ts";
import { arreteAu } from "../../dashboard/definition/semestre.ts";
import type { Moteur } from "../../dashboard/engine/moteur.ts";
import { sqlDesRegions } from "../../dashboard/engine/relation.ts";
import type { DashboardInput } from "../../dashboard/input.ts";
import { codeReuni, type Regroupement, reunionsDe } from "../../dashboard/regroupement/index.ts";
import type { Provenance } from "../../dashboard/rows/porteurs.ts";
import type { Day } from "../../words/dates.ts";

/** The columns that date what the tables by région count. */
function datesDe({ indicateurs, populations }: Definition): string[] {
  const parRegion = indicateurs.filter(({ dimensions }) => dimensions.includes("region"));
  return [...new Set(parRegion.flatMap(({ population }) => populations[population]?.date ?? []))];
}

/** The porteurs whose point of view is taken (alone in a région in one of the publications with tables by région, or all of them), and the régions of this one where somebody is alone. */
export interface Seuls {
  porteurs: ReadonlySet<string>;
  seuls: ReadonlyMap<string, string>;
}

/** Where two régions are one, who is alone in one of them only is still taken for somebody who knows more: too much is hidden, at worst. */
export async function seulsDe(
  definition: Definition,
  { selon, semestre, date, regionsPubliees, regroupement, inites }: Demande,
  { provenance, moteur }: { provenance: Provenance; moteur: Moteur },
): Promise<Seuls> {
  const fin = arreteAu(semestre, date);
  const auJour = (jour: Day): Promise<Map<string, string>> => seulsParRegion(definition, { provenance, moteur }, jour, regroupement);
  // Who holds all the rows has nothing to learn.
  const tous = new Set(inites === "tous" ? [...provenance.lignes, ...provenance.lots].map(({ porteur }) => porteur) : []);
  const porteurs = tous.size > 1 ? tous : new Set<string>();
  for (const jour of regionsPubliees ?? (selon === undefined ? [] : [fin]))
    for (const porteur of (await auJour(jour)).values()) porteurs.add(porteur);
  return { porteurs, seuls: porteurs.size === 0 ? new Map() : await auJour(fin) };
}

type Demande = Pick<DashboardInput, "selon" | "semestre" | "date" | "regionsPubliees" | "inites" | "regroupement">;

/** The régions, and those made one, of which everything counted up to a day comes from one porteur, and that porteur. */
async function seulsParRegion(
  definition: Definition,
  { provenance: { lignes, lots }, moteur }: { provenance: Provenance; moteur: Moteur },
  fin: Day,
  regroupement: Regroupement | undefined,
): Promise<Map<string, string>> {
  const [dates, reunions] = [datesDe(definition), reunionsDe("region", regroupement)];
  const porteurs = new Map<string, Set<string>>();
  const noter = (region: string, porteur: string): void => {
    const reunies = reunions.filter(({ codes }) => codes.includes(region)).map((une) => codeReuni(definition, une));
    for (const une of [region, ...reunies]) porteurs.set(une, (porteurs.get(une) ?? new Set()).add(porteur));
  };
  for (const { ligne, porteur } of lignes) if (estCompte(ligne, dates, fin)) noter(String(ligne.region ?? NON_CONNU), porteur);
  for (const { fichier, porteur } of lots) {
    for (const { region } of await moteur.demander(sqlDesRegions(fichier, dates, fin))) noter(String(region), porteur);
  }
  return new Map(
    [...porteurs].flatMap(([region, [premier, ...autres]]) => (premier === undefined || autres.length > 0 ? [] : [[region, premier]])),
  );
}

function estCompte(ligne: Ligne, dates: readonly string[], fin: Day): boolean {
  return dates.some((date) => String(ligne[date] ?? "9999") <= fin);
}
